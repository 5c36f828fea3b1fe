#include "contact/contactwiden.h"

#include "base/minor.h"
#include "table/widen.h"

enum { CONTACT_COLUMNS = 3, VISIT_COLUMNS = 2, MOST_COLUMNS = CONTACT_COLUMNS + VISIT_COLUMNS };

static const struct kam_text contact_names[CONTACT_COLUMNS] = {
    {"closeness", 9}, {"advantage", 9}, {"advantage_2", 11}};
static const struct kam_text visit_names[VISIT_COLUMNS] = {{"visits", 6}, {"last_visit", 10}};

struct adding {
    const struct kam_relationships *relationships;
    const struct kam_visits *visits;
    char digits[MOST_COLUMNS][KAM_DECIMAL_SIZE]; /* of the row at hand */
};

static struct kam_text write_minor(int32_t minor, char digits[KAM_DECIMAL_SIZE])
{
    return (struct kam_text){digits, kam_minor_format(minor, KAM_MINOR_PLACES, digits)};
}

static void fill_contacts(struct adding *adding, size_t row, struct kam_text *cells)
{
    const struct kam_relationship *relationship = kam_relationship_of(adding->relationships, row);
    const struct kam_party *us = kam_relationship_us(relationship);

    for (size_t i = 0; i < CONTACT_COLUMNS; i++)
        cells[i] = KAM_TEXT("");
    if (!us)
        return;
    cells[0] = write_minor(us->closeness, adding->digits[0]);
    for (size_t i = 0; i + 1 < CONTACT_COLUMNS; i++) {
        const struct kam_party *competitor = kam_relationship_competitor(relationship, i);
        if (competitor)
            cells[i + 1] =
                write_minor(us->closeness - competitor->closeness, adding->digits[i + 1]);
    }
}

static void fill_visits(struct adding *adding, size_t row, struct kam_text *cells)
{
    const struct kam_visit_count *visited = &adding->visits->items[row];
    char *count = adding->digits[CONTACT_COLUMNS], *month = adding->digits[CONTACT_COLUMNS + 1];

    cells[0] =
        (struct kam_text){count, kam_decimal_format(kam_decimal_of(visited->count), 0, count)};
    cells[1] = KAM_TEXT("");
    if (visited->last == KAM_MONTH_NONE)
        return;
    kam_month_format(visited->last, month);
    cells[1] = kam_text_of(month);
}

static bool fill(void *context, size_t row, struct kam_text *cells)
{
    struct adding *adding = context;

    if (adding->relationships) {
        fill_contacts(adding, row, cells);
        cells += CONTACT_COLUMNS;
    }
    if (adding->visits)
        fill_visits(adding, row, cells);
    return true;
}

enum kam_status kam_contact_widen(struct kam_table *wide, const struct kam_table *table,
                                  const struct kam_relationships *relationships,
                                  const struct kam_visits *visits, struct kam_error *error)
{
    struct adding adding = {.relationships = relationships, .visits = visits};
    struct kam_text names[MOST_COLUMNS];
    struct kam_widening widening = {.names = names, .fill = fill, .context = &adding};

    for (size_t i = 0; i < CONTACT_COLUMNS && relationships; i++)
        names[widening.count++] = contact_names[i];
    for (size_t i = 0; i < VISIT_COLUMNS && visits; i++)
        names[widening.count++] = visit_names[i];
    return kam_table_widen(wide, table, &widening, error);
}
