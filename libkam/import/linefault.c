#include "import/linefault.h"

enum kam_status kam_line_bad_cell(const struct kam_line_reader *lines, uint64_t line, size_t at,
                                  const char *reason, struct kam_text cell, struct kam_error *why)
{
    struct kam_place place =
        kam_reader_place(lines->reader, line, lines->file->names[lines->selected[at]].ptr);

    return kam_error_at(why, KAM_DATA, &place, "%s: %s", reason, kam_show(cell).s);
}

enum kam_status kam_line_contradicts(const struct kam_line_reader *lines, uint64_t line, size_t at,
                                     const char *reason, struct kam_text cell,
                                     const struct kam_evidence *evidence, struct kam_error *why)
{
    struct kam_place place =
        kam_reader_place(lines->reader, line, lines->file->names[lines->selected[at]].ptr);

    if (evidence->line == 0)
        return kam_line_bad_cell(lines, line, at, reason, cell, why);
    return kam_error_at(why, KAM_DATA, &place, "%s: %s; line %llu has %s", reason, kam_show(cell).s,
                        (unsigned long long)evidence->line, kam_show(evidence->cell).s);
}

enum kam_status kam_line_other_currency(const struct kam_line_reader *lines, uint64_t line,
                                        size_t at, enum kam_currency beside, struct kam_text cell,
                                        struct kam_error *why)
{
    size_t column = lines->selected[at];
    struct kam_text name = lines->file->names[column];
    const struct kam_column_convention *convention = &lines->file->conventions.columns[column];
    const struct kam_unit unit = {convention->style.exponent, beside};
    const char *source = convention->unit_source;
    struct kam_place place = kam_reader_place(lines->reader, line, name.ptr);
    char right[KAM_UNIT_SIZE];

    kam_unit_format(&unit, right);
    return kam_error_at(
        why, KAM_DATA, &place,
        "%s beside the amount, but %s %s; say --unit '%.*s=%s' if the cells are right: %s",
        kam_currency_code(beside), kam_currency_code(convention->currency),
        convention->takes_currency || strcmp(source, "title") == 0 ? "above the header"
        : strcmp(source, "heading") == 0                           ? "in the heading"
                                                                   : "by --unit",
        (int)name.len, name.ptr, right, kam_show(cell).s);
}
