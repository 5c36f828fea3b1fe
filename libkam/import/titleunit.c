#include "import/titleunit.h"
#include "import/titlecurrency.h"
#include "import/unithint.h"
#include "import/unitline.h"

/* The currency that CELL of a title states; two of them are the question. */
static void note_currency(struct kam_import_file *file, const struct kam_unit_note *note)
{
    struct kam_unit_note *known = &file->title_currency;
    bool contradicts = known->line && known->unit.currency != note->unit.currency;

    if (contradicts)
        file->currency_hint = *note;
    else
        *known = *note;
}

/* The unit that CELL of a title states, perhaps with the one behind it; or may state. */
static void note_unit(struct kam_import_file *file, uint64_t line, struct kam_text cell,
                      struct kam_text next)
{
    static const struct kam_unit_note none = {.line = 0};
    struct kam_unit_note note = {.line = line, .text = cell};
    struct kam_unit_note *known = &file->title_unit;
    bool found =
        kam_heading_title_unit(cell, &note.unit) || kam_heading_title_pair(cell, next, &note.unit);
    struct kam_unit_note currency = note;
    enum kam_title_currency stated = kam_title_currency(cell, next, &currency.unit);

    if (stated == KAM_TITLE_CURRENCY_KNOWN)
        note_currency(file, &currency);
    else if (stated == KAM_TITLE_CURRENCY_UNKNOWN && !file->currency_hint.line)
        file->currency_hint = note;
    if (!found && stated == KAM_TITLE_CURRENCY_KNOWN && currency.unit.exponent) {
        note = currency;
        found = true;
    }
    if (note.unit.exponent == 0 && !file->unit_hint.line && kam_unit_hint(cell, KAM_HINT_TITLE))
        file->unit_hint = note;
    if (!found)
        return;
    bool contradicts = known->line && known->unit.exponent != note.unit.exponent;
    if (contradicts)
        file->unit_hint = note;
    *known = contradicts ? none : note;
}

/* A title of FILE that is there to state a unit, and none was understood. */
static void find_unit_line(struct kam_import_file *file)
{
    for (size_t i = 0; i < file->title_count; i++) {
        const struct kam_top_record *title = &file->titles[i];
        for (size_t c = 0; c < title->count && !file->unit_hint.line; c++)
            if (kam_unit_line(title->cells[c],
                              c + 1 < title->count ? title->cells[c + 1] : KAM_TEXT("")))
                file->unit_hint =
                    (struct kam_unit_note){.line = title->line, .text = title->cells[c]};
    }
}

void kam_title_units_find(struct kam_import_file *file)
{
    for (size_t i = 0; i < file->title_count; i++) {
        const struct kam_top_record *title = &file->titles[i];
        for (size_t c = 0; c < title->count; c++)
            note_unit(file, title->line, title->cells[c],
                      c + 1 < title->count ? title->cells[c + 1] : KAM_TEXT(""));
    }
    if (!file->title_unit.line)
        find_unit_line(file);
}
