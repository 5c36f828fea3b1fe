/*
 * reported: reports of snapshots that stand in the test itself.
 */
#ifndef KAM_TESTS_REPORTED_H
#define KAM_TESTS_REPORTED_H

#include "report/report.h"
#include "report/reportparts.h"
#include "temporary.h"

#include <stdio.h>

/* Zero-initialised it has no model, no snapshot before, and no more than the snapshot. */
struct reported {
    const char *model_text, *before_text; /* NULL: none */
    const char *moves;                    /* a path, or NULL */
    size_t top;                           /* 0: 10 */
    /* of report_begin */
    char path[TEMPORARY_PATH], before_path[TEMPORARY_PATH];
    struct kam_model *model;
    struct kam_reportsource source;
    struct kam_reportparts parts;
    struct kam_report_options options;
    struct kam_report report;
    struct kam_speech speech;
    struct kam_reporttable table;
    struct kam_error error;
};

static inline void report_read(struct reported *r, const char *snapshot)
{
    const struct kam_reader_options reader = {.delimiter = ','};
    struct kam_reportfiles files = {.snapshot = r->path};

    temporary_file(r->path, snapshot);
    if (r->before_text) {
        temporary_file(r->before_path, r->before_text);
        files.previous = r->before_path;
    }
    assert_int_equal(kam_model_load_text(&r->model, "m.kam",
                                         kam_text_of(r->model_text ? r->model_text : ""), NULL, 0,
                                         NULL),
                     KAM_OK);
    if (kam_reportsource_read(&r->source, &files, r->model, &reader, 1, &r->error))
        fail_msg("%s", r->error.text);
    r->source.files.moves = r->moves;
    assert_int_equal(kam_reportparts_make(&r->parts, &r->source, &r->error), KAM_OK);
    r->options.top = r->top ? r->top : 10;
    r->speech.language = kam_language_at(0);
}

/* SNAPSHOT is the text of one; status as that of kam_report_make. Always to be ended. */
static inline enum kam_status report_begin(struct reported *r, const char *snapshot)
{
    report_read(r, snapshot);
    return kam_report_make(&r->report, &r->source, r->parts.items, &r->options, &r->error);
}

static inline void report_end(struct reported *r)
{
    kam_reporttable_free(&r->table);
    kam_speech_free(&r->speech);
    kam_report_free(&r->report);
    kam_reportparts_free(&r->parts);
    kam_reportsource_free(&r->source);
    kam_model_free(r->model);
    unlink(r->path);
    if (r->before_text)
        unlink(r->before_path);
    memset(r, 0, sizeof *r);
}

/* TABLE as lines of cells with tabs between: what is shown, and plain values in brackets. */
static inline void assert_table(const struct kam_reporttable *table, const char *expected)
{
    struct kam_buffer text = {NULL, 0, 0};
    bool ok = !table->failed;

    for (size_t i = 0; i < table->cell_count; i++) {
        const struct kam_reportcell *cell = &table->cells[i];
        ok = ok && kam_buffer_add(&text, cell->shown);
        if (cell->value.len)
            ok = ok && kam_buffer_printf(&text, " [%.*s]", (int)cell->value.len, cell->value.ptr);
        ok = ok && kam_buffer_add_byte(&text, ((i + 1) % table->column_count) ? '\t' : '\n');
    }
    assert_true(ok && kam_buffer_add_byte(&text, '\0'));
    assert_string_equal(text.ptr, expected);
    kam_buffer_free(&text);
}

/* SECTION's table, in r->table. */
static inline void assert_section(struct reported *r, enum kam_reportsection section,
                                  const char *expected)
{
    kam_reporttable_free(&r->table);
    kam_reportsection_table(&r->report, section, &r->speech, &r->table);
    assert_table(&r->table, expected);
}

static inline void assert_text(struct kam_text text, const char *expected)
{
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.ptr, expected, text.len);
}

#endif
