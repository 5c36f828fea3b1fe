#include "import/onecurrency.h"
#include "base/unit.h"

/* As long as no line is in the one chosen, others are kept for the warning. */
static bool note_foreign(struct kam_one_currency *currency, struct kam_text code)
{
    if (currency->code.len || currency->foreign_count == KAM_FOREIGN_SHOWN ||
        kam_text_among(currency->foreign, currency->foreign_count, code))
        return true;
    return kam_arena_copy(&currency->arena, code, &currency->foreign[currency->foreign_count++]);
}

bool kam_one_currency_unmatched(const struct kam_one_currency *currency, struct kam_error *warning)
{
    struct kam_buffer list = {NULL, 0, 0};
    bool ok = true;

    if (currency->code.len || currency->foreign_count == 0)
        return false;
    for (size_t i = 0; i < currency->foreign_count && ok; i++)
        ok = kam_buffer_printf(&list, "%s%s", i ? ", " : "", kam_show(currency->foreign[i]).s);
    kam_error_set(warning, KAM_DATA, "no line is in the currency %s; there are lines in %s",
                  kam_show(currency->chosen).s, ok ? list.ptr : "others");
    kam_buffer_free(&list);
    return true;
}

bool kam_one_currency_judge(struct kam_one_currency *currency, struct kam_text code,
                            const struct kam_place *place, enum kam_currency_verdict *verdict,
                            struct kam_error *why)
{
    *verdict = KAM_CURRENCY_SAME;
    if (currency->chosen.len && !kam_text_equal(code, currency->chosen)) {
        *verdict = KAM_CURRENCY_FOREIGN;
        return note_foreign(currency, code);
    }
    if (currency->code.len == 0 || kam_text_equal(code, currency->code))
        return true;
    *verdict = KAM_CURRENCY_DIFFERENT;
    enum kam_status status =
        kam_error_at(why, KAM_DATA, place,
                     "%s, but %s:%llu has %s: currencies can't be added up; %s", kam_show(code).s,
                     currency->file, (unsigned long long)currency->line, kam_show(currency->code).s,
                     place->column ? "choose one with --currency COL=CODE" : "split the file");
    if (!currency->doubts)
        return true;
    status = kam_doubts_take(currency->doubts, "currency", status, why);
    if (!status)
        *verdict = KAM_CURRENCY_FOREIGN;
    return status != KAM_NOMEM;
}

bool kam_one_currency_take(struct kam_one_currency *currency, struct kam_text code,
                           const struct kam_place *place)
{
    if (currency->code.len)
        return true;
    currency->file = place->file;
    currency->line = place->line;
    return kam_arena_copy(&currency->arena, code, &currency->code);
}

void kam_one_currency_free(struct kam_one_currency *currency)
{
    kam_arena_free(&currency->arena);
    *currency = (struct kam_one_currency){.line = 0};
}

static char capital(char c)
{
    return (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

bool kam_currency_read(struct kam_currency_reader *reader, struct kam_text cell,
                       struct kam_text *code)
{
    enum { LONGEST_CODE = 32 };
    struct kam_text text = cell;
    char capitals[LONGEST_CODE];
    struct kam_unit unit;
    uint32_t number;

    if (reader->last_cell.len && kam_text_equal(cell, kam_buffer_text(&reader->last_cell))) {
        *code = reader->last_code;
        return true;
    }
    if (kam_unit_parse(text, &unit) && unit.exponent == 0 && unit.currency) {
        text = kam_text_of(kam_currency_code(unit.currency));
    } else if (text.len <= sizeof capitals) {
        for (size_t i = 0; i < text.len; i++)
            capitals[i] = capital(text.ptr[i]);
        text.ptr = capitals;
    }
    reader->last_cell.len = 0;
    if (!kam_map_intern(&reader->codes, text, &number) || !kam_buffer_add(&reader->last_cell, cell))
        return false;
    reader->last_code = *code = reader->codes.texts[number];
    return true;
}

void kam_currency_reader_free(struct kam_currency_reader *reader)
{
    kam_map_free(&reader->codes);
    kam_buffer_free(&reader->last_cell);
    reader->last_code = KAM_TEXT("");
}
