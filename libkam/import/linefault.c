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
