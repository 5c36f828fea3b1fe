/*
 * records: what a csv gives as text, so that expectations read like the input, and a second
 * implementation of its rules to hold it to.
 *
 * One line a record: "1[a][b]" is a good one that begins at physical line 1, "2-[a]" has too few
 * fields, "3+[a][b][c]" too many; of a broken quote the raw bytes are shown, "4!{raw}" where bytes
 * stand behind a closing quote, "5?{raw}" where it is never closed, "6>{raw}" past the longest
 * record, "7#{raw}" past the most fields.
 */
#ifndef KAM_TESTS_RECORDS_H
#define KAM_TESTS_RECORDS_H

#include "io/csv.h"

#include <stdlib.h>

/* Where nothing but exhausted memory could be the reason. */
static inline void records_must(bool ok)
{
    if (!ok)
        abort();
}

static inline void records_show(struct kam_buffer *out, uint64_t line, const char *mark,
                                const struct kam_text *fields, size_t count)
{
    bool raw = *mark && strchr("!?>#", *mark);

    records_must(kam_buffer_printf(out, "%llu%s", (unsigned long long)line, mark));
    for (size_t i = 0; i < count; i++)
        records_must(kam_buffer_add_byte(out, raw ? '{' : '[') && kam_buffer_add(out, fields[i]) &&
                     kam_buffer_add_byte(out, raw ? '}' : ']'));
    records_must(kam_buffer_add_byte(out, '\n'));
}

static inline void records_show_fault(struct kam_buffer *out, const struct kam_csv_fault *fault)
{
    static const struct {
        const char *reason, *mark;
    } known[] = {{"too few fields", "-"},
                 {"too many fields", "+"},
                 {"bytes behind a closing quote", "!"},
                 {"a quote that is never closed", "?"},
                 {"a record longer than 16 MiB", ">"},
                 {"a record of more than 65536 fields", "#"}};
    const char *mark = "unknown";

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(fault->reason, known[i].reason, strlen(known[i].reason)) == 0)
            mark = known[i].mark;
    records_show(out, fault->line, mark, fault->fields,
                 fault->field_count ? fault->field_count : 1);
}

/* Records and faults of BATCH by their lines. */
static inline void records_show_batch(struct kam_buffer *out, const struct kam_csv_batch *batch)
{
    size_t f = 0;

    for (size_t r = 0; r < batch->count; r++) {
        while (f < batch->fault_count && batch->faults[f].line < batch->lines[r])
            records_show_fault(out, &batch->faults[f++]);
        records_show(out, batch->lines[r], "", batch->cells + r * batch->width, batch->width);
    }
    while (f < batch->fault_count)
        records_show_fault(out, &batch->faults[f++]);
}

/* ---- the second implementation: the whole input in memory, one byte after the other -----------
 */

struct records_scan {
    struct kam_text input;
    size_t at;
    uint64_t line, blank_lines;
    struct kam_buffer bytes; /* of the fields */
    size_t *ends;
    size_t count, capacity;
};

/* Bytes of the line end at position I, 0 if there is none. */
static inline size_t records_line_end(struct kam_text input, size_t i)
{
    if (i < input.len && input.ptr[i] == '\r')
        return i + 1 < input.len && input.ptr[i + 1] == '\n' ? 2 : 1;
    return i < input.len && input.ptr[i] == '\n';
}

static inline void records_take(struct records_scan *scan, size_t n)
{
    records_must(kam_buffer_add(&scan->bytes, (struct kam_text){scan->input.ptr + scan->at, n}));
    scan->at += n;
}

/* What is inside quotes; false if they aren't closed. */
static inline bool records_scan_quoted(struct records_scan *scan)
{
    struct kam_text in = scan->input;

    for (scan->at++; scan->at < in.len;) {
        size_t line_end = records_line_end(in, scan->at);
        if (in.ptr[scan->at] == '"') {
            scan->at++;
            if (scan->at == in.len || in.ptr[scan->at] != '"')
                return true;
        }
        scan->line += line_end > 0;
        records_take(scan, line_end ? line_end : 1);
    }
    return false;
}

/* One record; what is wrong with its quotes, or "". */
static inline const char *records_scan_record(struct records_scan *scan, char delimiter)
{
    struct kam_text in = scan->input;
    const char *wrong = "";

    scan->bytes.len = scan->count = 0;
    for (;;) {
        if (scan->at < in.len && in.ptr[scan->at] == '"') {
            if (!records_scan_quoted(scan))
                return "?";
            if (scan->at < in.len && in.ptr[scan->at] != delimiter &&
                !records_line_end(in, scan->at))
                wrong = "!";
        }
        while (scan->at < in.len && (*wrong || in.ptr[scan->at] != delimiter) &&
               !records_line_end(in, scan->at))
            records_take(scan, 1);
        records_must(
            kam_array_reserve(&scan->ends, &scan->capacity, scan->count + 1, sizeof *scan->ends));
        scan->ends[scan->count++] = scan->bytes.len;
        if (scan->at == in.len || in.ptr[scan->at] != delimiter || *wrong)
            return wrong;
        scan->at++;
    }
}

static inline void records_show_scanned(struct kam_buffer *out, const struct records_scan *scan,
                                        uint64_t line, size_t width)
{
    struct kam_text *fields = calloc(scan->count, sizeof *fields);

    records_must(fields != NULL);
    for (size_t i = 0; i < scan->count; i++) {
        size_t start = i ? scan->ends[i - 1] : 0;
        fields[i] = (struct kam_text){scan->bytes.ptr + start, scan->ends[i] - start};
    }
    records_show(out, line,
                 !width || scan->count == width ? ""
                 : scan->count < width          ? "-"
                                                : "+",
                 fields, scan->count);
    free(fields);
}

/*
 * What INPUT should come out as, where records have WIDTH fields (0: any number). *LINE is the
 * line behind the last byte.
 */
static inline void records_reference(struct kam_buffer *out, struct kam_text input, char delimiter,
                                     size_t width, uint64_t *line, uint64_t *blank_lines)
{
    if (!input.ptr)
        input = KAM_TEXT("");
    struct records_scan scan = {.input = input, .line = 1};

    records_must(kam_buffer_reserve(&scan.bytes, 1));

    while (scan.at < input.len) {
        size_t start = scan.at, line_end = records_line_end(input, start);
        uint64_t first = scan.line;
        if (line_end) {
            scan.blank_lines++;
        } else {
            const char *wrong = records_scan_record(&scan, delimiter);
            struct kam_text raw = {input.ptr + start, scan.at - start};
            line_end = records_line_end(input, scan.at);
            if (*wrong == '?' && raw.ptr[raw.len - 1] == '\n')
                raw.len--;
            if (*wrong == '?' && raw.ptr[raw.len - 1] == '\r')
                raw.len--;
            if (*wrong)
                records_show(out, first, wrong, &raw, 1);
            else
                records_show_scanned(out, &scan, first, width);
        }
        scan.at += line_end;
        scan.line += line_end > 0;
    }
    *line = scan.line;
    *blank_lines = scan.blank_lines;
    kam_buffer_free(&scan.bytes);
    free(scan.ends);
}

#endif
