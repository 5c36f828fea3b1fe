/*
 * lineamount: the amounts in a line, as its file writes them.
 */
#ifndef KAM_IMPORT_LINEAMOUNT_H
#define KAM_IMPORT_LINEAMOUNT_H

#include "import/importline.h"

/*
 * The amount in a cell of AMOUNTS, which is a column, with what stands behind it. KAM_END for an
 * empty cell, *AMOUNT is 0 then; KAM_DATA for a bad one.
 */
KAM_MUST_CHECK enum kam_status kam_line_read_any_cell(struct kam_line_reader *lines,
                                                      const struct kam_text *cells, uint64_t line,
                                                      const struct kam_line_amounts *amounts,
                                                      struct kam_amount *amount,
                                                      struct kam_error *why);

/* The same; nearly always it is read here. */
static inline enum kam_status kam_line_read_cell(struct kam_line_reader *lines,
                                                 const struct kam_text *cells, uint64_t line,
                                                 const struct kam_line_amounts *amounts,
                                                 struct kam_amount *amount, struct kam_error *why)
{
    if (amounts->may_be_plain && kam_amount_parse_short(cells[amounts->at], amounts->style, amount))
        return KAM_OK;
    return kam_line_read_any_cell(lines, cells, line, amounts, amount, why);
}

/* The amount of a line: a cell, a constant, or the product of two of them. KAM_DATA for a bad one.
 */
KAM_MUST_CHECK enum kam_status kam_line_read_any_amount(struct kam_line_reader *lines,
                                                        const struct kam_text *cells, uint64_t line,
                                                        struct kam_amount *amount,
                                                        struct kam_error *why);

/* The same; nearly always it is a cell. */
static inline enum kam_status kam_line_read_amount(struct kam_line_reader *lines,
                                                   const struct kam_text *cells, uint64_t line,
                                                   struct kam_amount *amount, struct kam_error *why)
{
    const struct kam_line_amounts *amounts = &lines->factors[0];

    if (lines->amount_may_be_plain &&
        kam_amount_parse_short(cells[amounts->at], amounts->style, amount))
        return KAM_OK;
    return kam_line_read_any_amount(lines, cells, line, amount, why);
}

#endif
