#include "import/lineinvoice.h"
#include "import/linecell.h"
#include "import/linefault.h"

/* The key in lines->invoice_parts, that of LINE, stood at FIRST before. */
static enum kam_status repeated_invoice(const struct kam_line_reader *lines, uint64_t line,
                                        size_t at, const struct kam_invoice_place *first,
                                        struct kam_error *why)
{
    struct kam_place place =
        kam_reader_place(lines->reader, line, lines->file->names[lines->selected[at]].ptr);
    struct kam_buffer key = {NULL, 0, 0};
    bool ok = true;

    for (size_t i = 0; ok && i < lines->import->options->reading.invoice.count; i++)
        ok = kam_buffer_printf(&key, "%s%s", i ? ", " : "", kam_show(lines->invoice_parts[i]).s);
    if (ok && first->line == 0)
        kam_error_at(why, KAM_DATA, &place, "the invoice %s stands above, too", key.ptr);
    else if (ok)
        kam_error_at(why, KAM_DATA, &place, "the invoice %s stands in %s:%llu, too", key.ptr,
                     lines->import->files[first->file].name, (unsigned long long)first->line);
    kam_buffer_free(&key);
    return ok ? KAM_DATA : KAM_NOMEM;
}

enum kam_status kam_line_check_invoice(struct kam_line_reader *lines, const struct kam_text *cells,
                                       uint64_t line, struct kam_error *why)
{
    const struct kam_text_list *columns = &lines->import->options->reading.invoice;
    struct kam_invoice_place first;
    bool repeated, empty = true;

    for (size_t i = 0; i < columns->count; i++) {
        lines->invoice_parts[i] = kam_line_text(cells[lines->invoice[i]]);
        if (!kam_clean_id(&lines->invoice_parts[i], &lines->strings))
            return KAM_NOMEM;
        empty = empty && lines->invoice_parts[i].len == 0;
    }
    size_t at = lines->invoice[0];
    if (empty)
        return kam_line_bad_cell(lines, line, at, "no invoice", cells[at], why);
    if (!kam_invoices_add(&lines->import->invoices, lines->invoice_parts, columns->count, line,
                          &first, &repeated))
        return KAM_NOMEM;
    if (!repeated)
        return KAM_OK;
    return repeated_invoice(lines, line, at, &first, why);
}
