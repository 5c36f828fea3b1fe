#include "contact/reporting.h"

#include "contact/contactcolumn.h"

#include <stdlib.h>

/* A person, whose number is that of its key, account and name. */
struct person {
    uint32_t boss; /* KAM_NONE: none is said */
    uint32_t row;  /* that says so */
    uint32_t walk; /* the last walk that came by; 0: none did */
};

struct reporting {
    const struct kam_contacts *contacts;
    size_t name, reports_to;
    struct kam_map keys; /* of persons */
    struct kam_map rows; /* a person and a competitor; number i is that of row i */
    struct person *persons;
    uint32_t *of_row; /* which person */
    struct kam_buffer key;
};

static unsigned long long line_of(const struct reporting *r, size_t row)
{
    return (unsigned long long)kam_table_place(&r->contacts->table, row, KAM_NO_COLUMN).line;
}

/* NUMBER and TEXT as one key: the number has no space. */
static bool write_key(struct reporting *r, uint32_t number, struct kam_text text)
{
    r->key.len = 0;
    return kam_buffer_printf(&r->key, "%u ", (unsigned)number) && kam_buffer_add(&r->key, text);
}

static enum kam_status find_person(struct reporting *r, size_t row, struct kam_error *error)
{
    const struct kam_table *table = &r->contacts->table;
    const struct kam_contact *contact = &r->contacts->items[row];
    struct kam_place place = kam_table_place(table, row, r->name);
    struct kam_text name = kam_contactcolumn_cell(table, row, r->name);
    struct kam_text competitor = r->contacts->competitors.texts[contact->competitor];
    uint32_t number;

    if (name.len == 0)
        return kam_error_at(error, KAM_DATA, &place, "empty: a contact needs a name");
    if (!write_key(r, contact->account, name) ||
        !kam_map_intern(&r->keys, kam_buffer_text(&r->key), &r->of_row[row]) ||
        !write_key(r, r->of_row[row], competitor) ||
        !kam_map_intern(&r->rows, kam_buffer_text(&r->key), &number))
        return kam_error_nomem(error);
    if (number == row)
        return KAM_OK;
    return kam_error_at(error, KAM_DATA, &place, "%s of %s stands in line %llu too%s%s",
                        kam_show(name).s, kam_show(r->contacts->accounts.texts[contact->account]).s,
                        line_of(r, number), competitor.len ? ", for " : "",
                        competitor.len ? kam_show(competitor).s : "");
}

static enum kam_status find_boss(struct reporting *r, size_t row, struct kam_error *error)
{
    const struct kam_table *table = &r->contacts->table;
    struct person *person = &r->persons[r->of_row[row]];
    uint32_t account = r->contacts->items[row].account;
    struct kam_text name = kam_contactcolumn_cell(table, row, r->reports_to);

    if (name.len == 0)
        return KAM_OK;
    struct kam_place place = kam_table_place(table, row, r->reports_to);
    if (!write_key(r, account, name))
        return kam_error_nomem(error);
    uint32_t boss = kam_map_find(&r->keys, kam_buffer_text(&r->key));
    if (boss == KAM_NONE)
        return kam_error_at(error, KAM_DATA, &place, "%s is no contact of %s", kam_show(name).s,
                            kam_show(r->contacts->accounts.texts[account]).s);
    if (person->boss != KAM_NONE && person->boss != boss)
        return kam_error_at(error, KAM_DATA, &place, "reports to somebody else in line %llu",
                            line_of(r, person->row));
    if (person->boss == KAM_NONE)
        *person = (struct person){.boss = boss, .row = (uint32_t)row};
    return KAM_OK;
}

/* KAM_DATA: by a chain of others, or at once, PERSON reports to itself. */
static enum kam_status reject_circle(const struct reporting *r, uint32_t person,
                                     struct kam_error *error)
{
    const struct kam_table *table = &r->contacts->table;
    uint32_t row = r->persons[person].row, boss = r->persons[person].boss;
    struct kam_place place = kam_table_place(table, row, r->reports_to);
    struct kam_shown name = kam_show(kam_contactcolumn_cell(table, row, r->name));
    struct kam_shown other = kam_show(kam_contactcolumn_cell(table, row, r->reports_to));

    if (boss == person)
        return kam_error_at(error, KAM_DATA, &place, "%s reports to itself", name.s);
    return kam_error_at(error, KAM_DATA, &place,
                        "%s reports to %s, who by line %llu reports back to it in the end", name.s,
                        other.s, line_of(r, r->persons[boss].row));
}

/* From each person up, until there is no boss or somebody is met who was met before. */
static enum kam_status check_circles(struct reporting *r, struct kam_error *error)
{
    for (uint32_t first = 0; first < r->keys.count; first++) {
        uint32_t at = first, walk = first + 1;
        while (at != KAM_NONE && r->persons[at].walk == 0) {
            r->persons[at].walk = walk;
            at = r->persons[at].boss;
        }
        if (at == KAM_NONE || r->persons[at].walk != walk)
            continue;
        return reject_circle(r, at, error);
    }
    return KAM_OK;
}

static enum kam_status check(struct reporting *r, struct kam_error *error)
{
    size_t count = r->contacts->table.count;
    enum kam_status status = KAM_OK;

    r->persons = calloc(count + 1, sizeof *r->persons);
    r->of_row = calloc(count + 1, sizeof *r->of_row);
    if (!r->persons || !r->of_row)
        return kam_error_nomem(error);
    for (size_t row = 0; row < count && !status; row++)
        status = find_person(r, row, error);
    if (status || r->reports_to == KAM_NO_COLUMN)
        return status;
    for (uint32_t i = 0; i < r->keys.count; i++)
        r->persons[i].boss = KAM_NONE;
    for (size_t row = 0; row < count && !status; row++)
        status = find_boss(r, row, error);
    return status ? status : check_circles(r, error);
}

enum kam_status kam_reporting_check(const struct kam_contacts *contacts, size_t name,
                                    size_t reports_to, struct kam_error *error)
{
    struct reporting r = {.contacts = contacts, .name = name, .reports_to = reports_to};
    enum kam_status status = check(&r, error);

    kam_map_free(&r.keys);
    kam_map_free(&r.rows);
    free(r.persons);
    free(r.of_row);
    kam_buffer_free(&r.key);
    return status;
}
