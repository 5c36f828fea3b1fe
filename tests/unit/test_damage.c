/*
 * Exports as they really are, damaged at random: a run either fails with a message, or every line
 * and every cent is accounted for (importlaws.h). Where it is known which lines the damage touched,
 * the others come out as they would without it.
 *
 * KAM_DAMAGE_CASES says how many, KAM_DAMAGE_SEED where they begin; a failure prints the seed of
 * its case.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "importlaws.h"
#include "random.h"
#include "randomexport.h"

#include <stdio.h>
#include <stdlib.h>

static uint64_t number_from(const char *variable, uint64_t otherwise)
{
    const char *text = getenv(variable);

    return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

/* Neighbouring seeds give numbers that have nothing in common. */
static uint64_t start_of(uint64_t seed)
{
    uint64_t random = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;

    random_bits(&random);
    return random ? random : 1;
}

/* ---- a case ---------------------------------------------------------------------------------- */

struct damage_case {
    uint64_t seed, random;
    struct importing_place place;
    struct random_export export;
};

static void fail_case(const struct damage_case *self, const char *law,
                      const struct kam_error *error)
{
    char text[2048] = "";

    if (error && error->status)
        kam_error_format(error, text, sizeof text);
    fail_msg("seed %llu: not so: %s\n%s", (unsigned long long)self->seed, law, text);
}

/* Import PATHS[COUNT], as OPTIONS say. */
static void import_paths(const struct damage_case *self, const char *const *paths, size_t count,
                         const struct kam_import_options *options, struct imported *result)
{
    struct kam_error why = {.status = KAM_OK};

    importing_run(result, &self->place, paths, count, options);
    const char *broken =
        imported_in_little_memory_broken_law(result, &self->place, paths, count, options, &why);
    if (broken)
        fail_case(self, broken, &why);
}

/* Import the file that input number INPUT holds. */
static void import_input(struct damage_case *self, size_t input, struct imported *result)
{
    const char *path = self->place.inputs[input];
    struct kam_error why = {.status = KAM_OK};

    import_paths(self, &path, 1, &self->export.options, result);
    const char *broken = imported_broken_law(result, &self->export.options);
    if (broken)
        fail_case(self, broken, &result->error);
    broken = imported_again_broken_law(result, &self->place, &self->export.options, &why);
    if (broken)
        fail_case(self, broken, &why);
}

static void import_part(struct damage_case *self, enum export_part part, struct imported *result)
{
    struct kam_buffer bytes = {NULL, 0, 0};

    random_export_write(&self->export, part, &bytes);
    importing_write(self->place.inputs[part], kam_buffer_text(&bytes));
    kam_buffer_free(&bytes);
    import_input(self, part, result);
}

/* ---- what is sound --------------------------------------------------------------------------- */

static bool is_inside(const struct kam_import_options *options, int month)
{
    return options->period == KAM_MONTH_NONE ||
           (month <= options->period && month > options->period - (int)options->window);
}

/* RESULT, of the sound lines alone, is what was written down in them. */
static void check_sound(const struct damage_case *self, const struct imported *result)
{
    const struct kam_reconcile_file *found = &result->import.files[0];
    uint64_t lines[KAM_FATES] = {0};
    int64_t cents[KAM_FATES] = {0};

    if (result->status)
        fail_case(self, "an export without damage is imported", &result->error);
    for (size_t l = 0; l < self->export.count; l++) {
        const struct export_line *line = &self->export.lines[l];
        bool inside = is_inside(&self->export.options, line->month);
        enum kam_fate fate = inside ? KAM_FATE_USED : KAM_FATE_OUTSIDE;
        if (line->kind != EXPORT_BILL || line->damaged)
            continue;
        lines[fate]++;
        cents[fate] += line->cents;
    }
    for (int fate = KAM_FATE_USED; fate <= KAM_FATE_OUTSIDE; fate++) {
        struct kam_decimal amount = {kam_decimal_of(cents[fate]).units / 100};
        if (lines[fate] != found->lines[fate] ||
            kam_decimal_compare(amount, found->amounts[fate]) != 0)
            fail_case(self, "sound lines come out as they were written", NULL);
    }
    if (found->lines[KAM_FATE_REJECTED])
        fail_case(self, "no sound line is rejected", &result->import.bad[0]);
}

/* ---- damage to lines that are known ---------------------------------------------------------- */

/* No quotes and no line ends: what else it is, it stays in its line. */
static const char *const junk[] = {"",
                                   " ",
                                   "x",
                                   "-",
                                   "1.2.3",
                                   "99999999999999999999999",
                                   "Total",
                                   "合计",
                                   "NULL",
                                   "N/A",
                                   "customer",
                                   "金额",
                                   "1,5",
                                   "1.150",
                                   "(-5)",
                                   "-(5)",
                                   "31/02/2026",
                                   "12/31/2026",
                                   "$5",
                                   "5 EUR",
                                   "12.3万",
                                   "=00",
                                   "1E+11",
                                   "1E-30",
                                   "0.0000000000000000001",
                                   "２０２６－１０",
                                   "2026-13",
                                   "1899-12",
                                   "46296",
                                   "é\xCC\x81",
                                   "a;b,c|d\te",
                                   "'",
                                   "\xC2\xA0",
                                   "5\xE2\x80\x8B",
                                   "99999999999999999",
                                   "0"};

static struct export_line *pick_bill(struct damage_case *self)
{
    struct random_export *export = &self->export;
    struct export_line *line = &export->lines[random_below(&self->random, (unsigned)export->count)];

    return line->kind == EXPORT_BILL ? line : NULL;
}

static void copy_line(struct random_export *export, const struct export_line *line)
{
    struct export_line copy = *line;

    copy.damaged = true;
    assert_true(
        kam_array_reserve(&export->lines, &export->capacity, export->count + 1, sizeof copy));
    export->lines[export->count++] = copy;
}

static void damage_line(struct damage_case *self)
{
    struct random_export *export = &self->export;
    struct export_line *line = pick_bill(self), *other = pick_bill(self), swapped;
    size_t cell = random_below(&self->random, EXPORT_CELLS);
    const char *text = junk[random_below(&self->random, sizeof junk / sizeof *junk)];

    if (!line || !other)
        return;
    switch (random_below(&self->random, 6)) {
    case 0:
        copy_line(export, line);
        return;
    case 1:
        swapped = *line;
        *line = *other;
        *other = swapped;
        return;
    case 2:
        line->damaged = true;
        line->cell_count = random_below(&self->random, EXPORT_CELLS);
        return;
    default:
        line->damaged = true;
        line->cells[cell] = kam_text_of(text);
        return;
    }
}

/* Tables of the sound and of the damaged lines give together what the whole export gives. */
static void check_parts(struct damage_case *self, const struct imported *whole,
                        const struct imported *sound, const struct imported *damaged)
{
    const char *paths[] = {self->place.inputs[0], self->place.inputs[1]};
    struct kam_import_options options = self->export.options;
    struct imported parts;

    importing_write(paths[0], kam_buffer_text(&sound->table));
    importing_write(paths[1], kam_buffer_text(&damaged->table));
    options.reader.input.encoding = NULL;
    import_paths(self, paths, 2, &options, &parts);
    if (parts.status)
        fail_case(self, "two tables can be imported", &parts.error);
    if (!kam_text_equal(kam_buffer_text(&parts.table), kam_buffer_text(&whole->table)))
        fail_case(self, "damaged lines change nothing about the others", NULL);
    imported_free(&parts);
}

enum outcome { COMPARED, IMPORTED, REFUSED };
enum { OUTCOMES = REFUSED + 1 };

static enum outcome run_known(struct damage_case *self)
{
    struct imported whole, sound, damaged;
    enum outcome outcome = REFUSED;

    random_export_make(&self->export, &self->random, EXPORT_NO_TOTALS);
    for (unsigned n = random_below(&self->random, 6); n; n--)
        damage_line(self);
    import_part(self, EXPORT_ALL, &whole);
    import_part(self, EXPORT_SOUND, &sound);
    import_part(self, EXPORT_DAMAGED, &damaged);
    check_sound(self, &sound);
    if (!whole.status && !damaged.status) {
        outcome = COMPARED;
        /* The same content twice would be refused. */
        if (!kam_text_equal(kam_buffer_text(&sound.table), kam_buffer_text(&damaged.table)))
            check_parts(self, &whole, &sound, &damaged);
    }
    imported_free(&whole);
    imported_free(&sound);
    imported_free(&damaged);
    return outcome;
}

/* ---- damage of any kind ---------------------------------------------------------------------- */

static const char *const wild_junk[] = {"\"",
                                        "a\"b",
                                        "\"x\"y",
                                        "\"\"\"",
                                        "two\nlines",
                                        "\r",
                                        "\n\n",
                                        "\"a\nb\"",
                                        ",,",
                                        "\t",
                                        ";",
                                        "|",
                                        "170141183460469231731",
                                        "\"%\""};

static void damage_text(struct damage_case *self)
{
    struct random_export *export = &self->export;
    size_t at = random_below(&self->random, (unsigned)export->count);
    struct export_line *line = &export->lines[at];
    size_t cell = random_below(&self->random, EXPORT_CELLS);

    switch (random_below(&self->random, 5)) {
    case 0:
        line->joined = true;
        return;
    case 1:
        memmove(line, line + 1, (export->count - at - 1) * sizeof *line);
        export->count -= export->count > 1;
        return;
    case 2:
        copy_line(export, line);
        return;
    case 3:
        line->cells[cell] = kam_text_of(
            wild_junk[random_below(&self->random, sizeof wild_junk / sizeof *wild_junk)]);
        return;
    default:
        line->cells[cell] =
            kam_text_of(junk[random_below(&self->random, sizeof junk / sizeof *junk)]);
    }
}

/* Bytes that other encodings, and files that are no text, have. */
static const struct kam_text foreign[] = {
    {"\0", 1},       {"\xFF\xFE", 2},         {"\xBF\xCD\xBB\xA7", 4},
    {"\x81|", 2},    {"a\0b\0", 4},           {"\xEF\xBB\xBF", 3},
    {"\xC3", 1},     {"\x1F\x8B\x08", 3},     {"\xF0\x9F\x98", 3},
    {"\xA4\xA4", 2}, {"\x84\x31\x95\x33", 4}, {"\xD8\x00\xDC\x00", 4}};

static void insert(struct kam_buffer *bytes, size_t at, struct kam_text text)
{
    assert_true(kam_buffer_reserve(bytes, text.len));
    memmove(bytes->ptr + at + text.len, bytes->ptr + at, bytes->len - at);
    memcpy(bytes->ptr + at, text.ptr, text.len);
    bytes->len += text.len;
}

static void damage_bytes(struct damage_case *self, struct kam_buffer *bytes)
{
    size_t at = random_below(&self->random, (unsigned)bytes->len + 1), left = bytes->len - at;
    unsigned size = 1 + random_below(&self->random, random_below(&self->random, 4) ? 4 : 400);
    char byte = (char)random_below(&self->random, 256);

    switch (random_below(&self->random, 8)) {
    case 0:
        bytes->len = at;
        return;
    case 1:
        size = size < left ? size : (unsigned)left;
        memmove(bytes->ptr + at, bytes->ptr + at + size, left - size);
        bytes->len -= size;
        return;
    case 2:
        insert(bytes, at, (struct kam_text){&byte, 1});
        return;
    case 3:
        insert(bytes, at, foreign[random_below(&self->random, sizeof foreign / sizeof *foreign)]);
        return;
    default:
        if (left)
            bytes->ptr[at] ^= (char)(1 << random_below(&self->random, 8));
    }
}

static enum outcome run_wild(struct damage_case *self)
{
    struct kam_buffer bytes = {NULL, 0, 0};
    struct imported result;

    random_export_make(&self->export, &self->random, EXPORT_TOTALS);
    if (random_below(&self->random, 2)) {
        self->export.options.reading.decimal = KAM_SIGN_UNDECIDED;
        self->export.options.reading.dates.order = KAM_DATES_UNDECIDED;
    }
    for (unsigned n = random_below(&self->random, 4); n; n--)
        damage_text(self);
    random_export_write(&self->export, EXPORT_ALL, &bytes);
    for (unsigned n = random_below(&self->random, 4); n; n--)
        damage_bytes(self, &bytes);
    importing_write(self->place.inputs[0], kam_buffer_text(&bytes));
    kam_buffer_free(&bytes);
    import_input(self, 0, &result);
    enum outcome outcome = result.status ? REFUSED : IMPORTED;
    imported_free(&result);
    return outcome;
}

/* ---- all of them ----------------------------------------------------------------------------- */

static enum outcome run_case(uint64_t seed)
{
    struct damage_case self = {.seed = seed, .random = start_of(seed)};

    importing_begin(&self.place);
    enum outcome outcome = random_below(&self.random, 2) ? run_known(&self) : run_wild(&self);
    random_export_free(&self.export);
    importing_end(&self.place);
    return outcome;
}

static void damaged_exports_add_up_or_fail_with_a_message(void **state)
{
    enum { USUAL_CASES = 400 };
    uint64_t cases = number_from("KAM_DAMAGE_CASES", USUAL_CASES);
    uint64_t first = number_from("KAM_DAMAGE_SEED", 1);
    uint64_t outcomes[OUTCOMES] = {0};

    (void)state;
    for (uint64_t i = 0; i < cases; i++)
        outcomes[run_case(first + i)]++;
    print_message("# seeds from %llu: %llu compared, %llu imported, %llu refused\n",
                  (unsigned long long)first, (unsigned long long)outcomes[COMPARED],
                  (unsigned long long)outcomes[IMPORTED], (unsigned long long)outcomes[REFUSED]);
    /* Where nearly everything is refused, nothing is tested. */
    if (cases >= USUAL_CASES)
        assert_true(outcomes[COMPARED] > cases / 5 && outcomes[IMPORTED] > cases / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damaged_exports_add_up_or_fail_with_a_message),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
