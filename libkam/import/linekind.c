#include "import/linekind.h"
#include "import/lineset.h"
#include "table/clean.h"

/* The word in the cell of the service. */
static const char *total_of_service(const struct kam_line_reader *lines,
                                    const struct kam_text *cells)
{
    uint32_t unused;

    if (kam_line_knows_service(lines, cells, &unused))
        return NULL;
    const char *word = kam_total_word(cells[lines->service]);
    return word && kam_total_is_no_service(word) ? word : NULL;
}

/* A total of an account's services, or of the account; names of firms may end in Total. */
static const char *total_of_account(const struct kam_line_reader *lines,
                                    const struct kam_text *cells)
{
    const char *word = NULL;

    if (lines->service != KAM_NO_COLUMN)
        word = total_of_service(lines, cells);
    if (word || lines->name == KAM_NO_COLUMN)
        return word;
    word = kam_total_word(cells[lines->name]);
    return word && kam_total_is_no_name(word) ? word : NULL;
}

const char *kam_line_total_word(const struct kam_line_reader *lines, const struct kam_text *cells)
{
    const char *word = kam_total_word(cells[lines->account]);

    if (word)
        return word;
    if (kam_text_trim(cells[lines->account]).len)
        return total_of_account(lines, cells);
    word = kam_total_word(cells[0]);
    if (!word && lines->name != KAM_NO_COLUMN)
        word = kam_total_word(cells[lines->name]);
    return word ? word : total_of_account(lines, cells);
}

static bool is_row(const struct kam_line_reader *lines, const struct kam_text *cells,
                   const struct kam_text *names)
{
    struct kam_text account = kam_text_trim(cells[lines->account]);

    /* Nearly always this decides. */
    if (!kam_text_equal(account, names[lines->selected[lines->account]]))
        return false;
    for (size_t i = 0; i < lines->width; i++)
        if (lines->needed[i] &&
            !kam_text_equal(kam_clean_text(cells[i]), names[lines->selected[i]]))
            return false;
    return true;
}

bool kam_line_is_header(const struct kam_line_reader *lines, const struct kam_text *cells)
{
    const struct kam_import_file *file = lines->file;

    if (file->header_row_count == 0)
        return is_row(lines, cells, file->names);
    for (size_t r = 0; r < file->header_row_count; r++)
        if (is_row(lines, cells, file->header_rows[r]))
            return true;
    return false;
}

static bool is_heading(const struct kam_import_file *file, struct kam_text cell)
{
    cell = kam_clean_text(cell);
    for (int role = 0; role < KAM_ROLES; role++)
        if (kam_heading_means(cell, (enum kam_role)role))
            return true;
    return cell.len && kam_text_among(file->names, file->width, cell);
}

bool kam_line_is_other_header(const struct kam_line_reader *lines, const struct kam_text *cells)
{
    size_t amount = lines->factors[0].at != KAM_NO_COLUMN ? lines->factors[0].at : lines->month;

    return amount != KAM_NO_COLUMN && is_heading(lines->file, cells[lines->account]) &&
           is_heading(lines->file, cells[amount]);
}
