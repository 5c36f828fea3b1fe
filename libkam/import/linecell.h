/*
 * linecell: the ids, months and texts in a line, as they were meant.
 */
#ifndef KAM_IMPORT_LINECELL_H
#define KAM_IMPORT_LINECELL_H

#include "import/importline.h"
#include "table/clean.h"

/* A clean text; a word for nothing is nothing. */
static inline struct kam_text kam_line_text(struct kam_text cell)
{
    if (kam_clean_is_plain(cell))
        return cell;
    cell = kam_clean_text(cell);
    return kam_clean_is_null(cell) ? KAM_TEXT("") : cell;
}

/* Make *ID, a cell, the id in it, with the import's prefix; an empty one stays empty. KAM_NOMEM. */
KAM_MUST_CHECK enum kam_status kam_line_clean_id(struct kam_line_reader *lines,
                                                 struct kam_text *id);
static inline enum kam_status kam_line_read_id(struct kam_line_reader *lines, struct kam_text *id)
{
    if (id->len == 0 || (lines->ids_may_be_plain && kam_clean_is_plain_id(*id)))
        return KAM_OK;
    return kam_line_clean_id(lines, id);
}

/* True if a number with an exponent may stand here: nearly every id is done with three looks. */
static inline bool kam_line_may_be_scientific(struct kam_text id)
{
    enum { SHORTEST = 5 }; /* 1E+11 */

    return id.len >= SHORTEST && (id.ptr[id.len - 3] == '+' || id.ptr[id.len - 4] == '+' ||
                                  id.ptr[1] == '.' || id.ptr[id.len - 2] == '.');
}

/* The id of a line's account. KAM_DATA for a bad one. */
KAM_MUST_CHECK enum kam_status kam_line_read_any_account(struct kam_line_reader *lines,
                                                         const struct kam_text *cells,
                                                         uint64_t line, struct kam_text *id,
                                                         struct kam_error *why);

/* The same; nearly always it is the cell. */
static inline enum kam_status kam_line_read_account(struct kam_line_reader *lines,
                                                    const struct kam_text *cells, uint64_t line,
                                                    struct kam_text *id, struct kam_error *why)
{
    struct kam_text cell = cells[lines->account];

    *id = cell;
    if (cell.len && lines->accounts_may_be_plain && kam_clean_is_plain_id(cell) &&
        !kam_line_may_be_scientific(cell))
        return KAM_OK;
    return kam_line_read_any_account(lines, cells, line, id, why);
}

/* The month of a line. KAM_DATA for a bad one. */
KAM_MUST_CHECK enum kam_status kam_line_read_any_month(struct kam_line_reader *lines,
                                                       const struct kam_text *cells, uint64_t line,
                                                       int *month, struct kam_error *why);

/* The same; nearly always its cell was there before. */
static inline enum kam_status kam_line_read_month(struct kam_line_reader *lines,
                                                  const struct kam_text *cells, uint64_t line,
                                                  int *month, struct kam_error *why)
{
    uint32_t known;

    if (lines->month_is_given ||
        !kam_cell_memo_get(&lines->months, kam_cell_key_of(cells[lines->month]), &known))
        return kam_line_read_any_month(lines, cells, line, month, why);
    *month = (int)known;
    return KAM_OK;
}

#endif
