#include <config.h>

#include "reportpages.h"

#include "cleanup.h"
#include "report/page.h"
#include "report/pageindex.h"
#include "report/pagename.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

/* What is needed for one page after the other. */
struct pages {
    struct kam_front *front;
    const struct kam_reportsource *source;
    const struct kam_reportparts *parts;
    const struct kam_report_options *options;
    const struct kam_language *language;
    const char **names; /* of the files */
    struct kam_pageindex_entry *entries;
    struct kam_arena arena;
    struct kam_buffer path;
};

static enum kam_status make_directory(const char *path, struct kam_error *error)
{
    enum { EVERYBODY = 0777 }; /* whom the umask lets */
    struct stat status;

    if (mkdir(path, EVERYBODY) == 0)
        return KAM_OK;
    int reason = errno;
    if (reason == EEXIST && stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return KAM_OK;
    return kam_error_system(error, path, "make the directory", reason);
}

/* Open the file NAME of the directory; its path is valid until the next. */
static enum kam_status open_page(struct pages *pages, const char *name, struct kam_output **output,
                                 struct kam_error *error)
{
    pages->path.len = 0;
    if (!kam_buffer_printf(&pages->path, "%s/%s", pages->front->output, name))
        return kam_error_nomem(error);
    enum kam_status status = kam_output_open(output, pages->path.ptr, false, error);
    if (!status)
        kam_cleanup_guard(*output);
    return status;
}

static enum kam_status close_page(struct kam_output *output, enum kam_status status,
                                  struct kam_error *error)
{
    if (status)
        kam_output_discard(output);
    else
        status = kam_output_commit(output, error);
    kam_cleanup_forget();
    return status;
}

static enum kam_status write_page(struct pages *pages, size_t part, struct kam_error *error)
{
    struct kam_speech speech = {.language = pages->language};
    const struct kam_reportscope *scope = &pages->parts->items[part];
    struct kam_report report = {.source = NULL};
    struct kam_output *output = NULL;
    enum kam_status status = kam_report_make(&report, pages->source, scope, pages->options, error);

    if (!status)
        status = open_page(pages, pages->names[part], &output, error);
    if (!status)
        status = close_page(output, kam_page_write(&report, &speech, output, error), error);
    pages->entries[part] = kam_pageindex_entry_of(&report, pages->names[part]);
    kam_speech_free(&speech);
    kam_report_free(&report);
    return status;
}

static enum kam_status write_index(struct pages *pages, struct kam_error *error)
{
    struct kam_speech speech = {.language = pages->language};
    struct kam_output *output = NULL;
    enum kam_status status = open_page(pages, KAM_PAGENAME_INDEX, &output, error);

    if (!status) {
        status = kam_pageindex_write(pages->entries, pages->parts->count, pages->source,
                                     pages->options, &speech, output, error);
        status = close_page(output, status, error);
    }
    kam_speech_free(&speech);
    return status;
}

static enum kam_status name_pages(struct pages *pages, struct kam_error *error)
{
    size_t count = pages->parts->count;
    struct kam_text *values = kam_arena_calloc(&pages->arena, count + 1, sizeof *values);

    pages->names = kam_arena_calloc(&pages->arena, count + 1, sizeof *pages->names);
    pages->entries = kam_arena_calloc(&pages->arena, count + 1, sizeof *pages->entries);
    if (!values || !pages->names || !pages->entries)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++)
        values[i] = pages->parts->items[i].value;
    return kam_pagenames_make(values, count, pages->names, &pages->arena, error);
}

/* An error names the file that it is about, and PATH goes: the name becomes part of the text. */
static void keep_name(const struct kam_buffer *path, struct kam_error *error)
{
    struct kam_error was = *error;

    if (path->ptr && was.file == path->ptr)
        (void)kam_error_set(error, was.status, "%s: %s", path->ptr, was.text);
}

enum kam_status kam_reportpages_write(struct kam_front *front,
                                      const struct kam_reportsource *source,
                                      const struct kam_reportparts *parts,
                                      const struct kam_report_options *options,
                                      const struct kam_language *language, struct kam_error *error)
{
    struct pages pages = {front, source, parts, options, language, NULL, NULL, {0}, {NULL, 0, 0}};
    enum kam_status status = name_pages(&pages, error);

    if (!status)
        status = kam_front_check_warnings(front, error);
    if (!status)
        status = make_directory(front->output, error);
    for (size_t i = 0; i < parts->count && !status; i++)
        status = write_page(&pages, i, error);
    if (!status)
        status = write_index(&pages, error);
    if (!status)
        kam_front_note(front, "%zu pages and their index in %s", parts->count, front->output);
    if (status)
        keep_name(&pages.path, error);
    kam_buffer_free(&pages.path);
    kam_arena_free(&pages.arena);
    return status;
}
