#include "importinspect.h"
#include "cleanup.h"
#include "import/inspect.h"
#include "inspecttext.h"
#include "model/list.h"

#include <stdlib.h>

/* All inputs. */
struct inspections {
    struct kam_inspection *items;
    size_t count;
    const char *as;
};

/* ---- tsv ------------------------------------------------------------------------------------- */

static void write_tsv(const struct inspections *all, struct kam_writer *writer)
{
    static const char *const names[] = {"file", "item", "name", "value", "why"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        kam_writer_cell(writer, kam_text_of(names[i]), KAM_CELL_TEXT);
    kam_writer_end_row(writer);
    for (size_t i = 0; i < all->count; i++)
        for (size_t f = 0; f < all->items[i].facts.count; f++) {
            const struct kam_fact *fact = &all->items[i].facts.items[f];
            const struct kam_text cells[] = {kam_text_of(kam_inspect_name(&all->items[i])),
                                             kam_text_of(fact->item), fact->name, fact->value,
                                             fact->why};
            for (size_t c = 0; c < sizeof cells / sizeof *cells; c++)
                kam_writer_cell(writer, cells[c], KAM_CELL_TEXT);
            kam_writer_end_row(writer);
        }
}

/* ---- sections -------------------------------------------------------------------------------- */

/* Account tables need none. */
static bool has_section(const struct kam_inspection *self)
{
    return self->understood && self->section.len;
}

static bool same_section(const struct kam_inspection *a, const struct kam_inspection *b)
{
    return has_section(a) == has_section(b) &&
           kam_text_equal(kam_buffer_text(&a->section), kam_buffer_text(&b->section));
}

/* The number of the first input with the section of number I; I itself where there is none. */
static size_t first_like(const struct inspections *all, size_t i)
{
    size_t first = 0;

    while (!same_section(&all->items[first], &all->items[i]))
        first++;
    return first;
}

static size_t count_sections(const struct inspections *all)
{
    size_t count = 0;

    for (size_t i = 0; i < all->count; i++)
        count += has_section(&all->items[i]) && first_like(all, i) == i;
    return count;
}

/* The name of a file without its directory and all that follows the first point. */
static struct kam_text stem(const char *path)
{
    const char *slash = strrchr(path, '/');
    struct kam_text name = kam_text_of(slash ? slash + 1 : path);
    bool point;
    struct kam_text front = kam_text_split(&name, '.', &point);

    return front.len && kam_list_can_say(front) ? front : KAM_TEXT("input");
}

/* [import], [import AS], or, where there are several, [import STEM], numbered if that isn't all. */
static bool add_title(const struct inspections *all, size_t i, struct kam_buffer *out)
{
    struct kam_buffer title = {NULL, 0, 0};
    unsigned same = 1;
    bool ok = kam_buffer_add(out, KAM_TEXT("[import"));

    if (count_sections(all) == 1) {
        ok = ok && kam_buffer_add(&title, kam_text_of(all->as));
    } else {
        struct kam_text own = stem(all->items[i].path);
        for (size_t j = 0; j < i; j++)
            same += has_section(&all->items[j]) && first_like(all, j) == j &&
                    kam_text_equal(stem(all->items[j].path), own);
        ok = ok && kam_buffer_add(&title, own) &&
             (same == 1 || kam_buffer_printf(&title, "-%u", same));
    }
    if (title.len)
        ok = ok && kam_buffer_add_byte(out, ' ') && kam_list_quote(out, kam_buffer_text(&title));
    kam_buffer_free(&title);
    return ok && kam_buffer_add(out, KAM_TEXT("]\n"));
}

/* The section of input number I, and which others have it, too. */
static bool add_section(const struct inspections *all, size_t i, struct kam_buffer *out)
{
    const struct kam_inspection *self = &all->items[i];
    bool ok = out->len == 0 || kam_buffer_add_byte(out, '\n');

    for (size_t j = i; j < all->count && ok; j++)
        if (first_like(all, j) == i)
            ok = kam_buffer_printf(out, "# %s\n",
                                   kam_show(kam_text_of(kam_inspect_name(&all->items[j]))).s);
    return ok && add_title(all, i, out) && kam_buffer_add(out, kam_buffer_text(&self->section));
}

/* Why there is none for this input. */
static bool add_excuse(const struct kam_inspection *self, struct kam_buffer *out)
{
    const struct kam_fact *fact = kam_facts_find(&self->facts, "error", 0);

    return (out->len == 0 || kam_buffer_add_byte(out, '\n')) &&
           kam_buffer_printf(out, "# %s: %s\n", kam_show(kam_text_of(kam_inspect_name(self))).s,
                             fact ? fact->value.ptr : "an account table, which needs no section");
}

static bool make_sections(const struct inspections *all, struct kam_buffer *out)
{
    bool ok = true;

    for (size_t i = 0; i < all->count && ok; i++) {
        if (!has_section(&all->items[i]))
            ok = add_excuse(&all->items[i], out);
        else if (first_like(all, i) == i)
            ok = add_section(all, i, out);
    }
    return ok;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static enum kam_status write_text(const struct inspections *all, bool whole,
                                  struct kam_output *output, struct kam_error *error)
{
    struct kam_buffer sections = {NULL, 0, 0};
    bool ok = make_sections(all, &sections);

    for (size_t i = 0; i < all->count && ok && whole; i++) {
        ok = kam_inspect_write_text(&all->items[i], output);
        kam_output_write(output, KAM_TEXT("\n"));
    }
    kam_output_write(output, kam_buffer_text(&sections));
    kam_buffer_free(&sections);
    return ok ? KAM_OK : kam_error_nomem(error);
}

static enum kam_status write_all(struct kam_front *front, const struct inspections *all,
                                 enum kam_inspect_form form, struct kam_error *error)
{
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status = KAM_OK;

    front->writer.delimiter = '\t';
    status = kam_output_open(&output, front->output, front->gzip, error);
    kam_front_progress_done(front);
    if (status)
        return status;
    kam_cleanup_guard(output);
    if (form == KAM_INSPECT_TSV) {
        kam_writer_init(&writer, output, &front->writer);
        write_tsv(all, &writer);
    } else {
        status = write_text(all, form == KAM_INSPECT_TEXT, output, error);
    }
    if (!status)
        return kam_output_commit(output, error);
    kam_output_discard(output);
    return status;
}

/* Why SELF can't be imported, as *ERROR with STATUS. */
static enum kam_status blame(const struct kam_inspection *self, enum kam_status status,
                             struct kam_error *error)
{
    struct kam_place place = {.file = kam_inspect_name(self)};
    const struct kam_fact *fact = kam_facts_find(&self->facts, "error", 0);

    const struct kam_fact *verdict = kam_facts_find(&self->facts, "import", 0);
    const char *why = fact ? fact->value.ptr : verdict ? verdict->why.ptr : "";

    if (self->status)
        return kam_error_at(error, status, &place, "can't be imported as it stands: %s", why);
    return kam_error_at(error, status, &place,
                        "can't be imported as it stands: %llu warning%s, "
                        "and --strict makes that an error",
                        (unsigned long long)self->warnings, self->warnings == 1 ? "" : "s");
}

/* The same lines in two inputs would count twice. */
static enum kam_status check_repeated(const struct inspections *all, struct kam_error *error)
{
    for (size_t i = 0; i < all->count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct kam_inspection *a = &all->items[i], *b = &all->items[j];
            struct kam_place place = {.file = kam_inspect_name(a)};
            bool any = a->content.low || a->content.high;
            if (any && a->content.low == b->content.low && a->content.high == b->content.high)
                return kam_error_at(error, KAM_DATA, &place,
                                    "the same content as %s: its lines would count twice",
                                    kam_inspect_name(b));
        }
    return KAM_OK;
}

/* What an import of all of them would come to; the worst decides. */
static enum kam_status judge(const struct kam_front *front, const struct inspections *all,
                             struct kam_error *error)
{
    enum kam_status worst = KAM_OK;
    size_t failed = 0;

    for (size_t i = 0; i < all->count; i++) {
        const struct kam_inspection *self = &all->items[i];
        enum kam_status status = self->status;
        if (!status && front->strict && self->warnings)
            status = KAM_DATA;
        failed += status != KAM_OK;
        worst = status > worst ? status : worst;
    }
    if (!failed)
        return check_repeated(all, error);
    if (all->count > 1)
        return kam_error_set(error, worst, "%zu of %zu inputs can't be imported as they stand",
                             failed, all->count);
    return blame(&all->items[0], worst, error);
}

enum kam_status kam_import_inspect(struct kam_front *front,
                                   const struct kam_import_options *options,
                                   enum kam_inspect_form form, const char *as,
                                   struct kam_error *error)
{
    static const char *const standard_input[] = {"-"};
    const char *const *paths = front->file_count ? front->files : standard_input;
    struct inspections all = {.count = front->file_count ? front->file_count : 1, .as = as};
    enum kam_status status = KAM_OK;

    all.items = calloc(all.count, sizeof *all.items);
    if (!all.items)
        return kam_error_nomem(error);
    for (size_t i = 0; i < all.count && !status; i++)
        status = kam_inspect(&all.items[i], paths[i], options, error);
    if (!status)
        status = write_all(front, &all, form, error);
    if (!status)
        status = judge(front, &all, error);
    for (size_t i = 0; i < all.count; i++)
        kam_inspection_free(&all.items[i]);
    free(all.items);
    return status;
}
