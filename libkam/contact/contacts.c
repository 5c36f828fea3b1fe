#include "contact/contacts.h"

#include "contact/contactcolumn.h"
#include "contact/daycolumn.h"
#include "contact/reporting.h"
#include "contact/scaleword.h"

#include <stdlib.h>

struct contact_columns {
    size_t account, name, reports_to, importance, attitude, depth, last, competitor;
};

static enum kam_status find_columns(const struct kam_table *table, struct contact_columns *columns,
                                    struct kam_error *error)
{
    const struct {
        enum kam_contact_column column;
        size_t *found;
        bool required;
    } wanted[] = {
        {KAM_CONTACT_ACCOUNT, &columns->account, true},
        {KAM_CONTACT_NAME, &columns->name, true},
        {KAM_CONTACT_ATTITUDE, &columns->attitude, true},
        {KAM_CONTACT_DEPTH, &columns->depth, true},
        {KAM_CONTACT_REPORTS_TO, &columns->reports_to, false},
        {KAM_CONTACT_IMPORTANCE, &columns->importance, false},
        {KAM_CONTACT_LAST, &columns->last, false},
        {KAM_CONTACT_COMPETITOR, &columns->competitor, false},
    };
    enum kam_status status = KAM_OK;

    for (size_t i = 0; !status && i < sizeof wanted / sizeof *wanted; i++)
        status = wanted[i].required
                     ? kam_contactcolumn_require(table, wanted[i].column, wanted[i].found, error)
                     : kam_contactcolumn_find(table, wanted[i].column, wanted[i].found, error);
    return status;
}

static enum kam_status read_grade(const struct kam_table *table, size_t row, size_t column,
                                  enum kam_grade grade, unsigned char *step,
                                  struct kam_error *error)
{
    struct kam_place place = kam_table_place(table, row, column);
    unsigned found = 0;
    enum kam_status status =
        kam_scaleword_read(grade, kam_table_cell(table, row, column), &place, &found, error);

    *step = (unsigned char)found;
    return status;
}

static enum kam_status read_grades(const struct kam_table *table, size_t row,
                                   const struct contact_columns *columns,
                                   struct kam_contact *contact, struct kam_error *error)
{
    enum kam_status status =
        read_grade(table, row, columns->attitude, KAM_GRADE_ATTITUDE, &contact->attitude, error);

    if (!status)
        status = read_grade(table, row, columns->depth, KAM_GRADE_DEPTH, &contact->depth, error);
    contact->importance = KAM_IMPORTANCE_NORMAL;
    if (!status && kam_contactcolumn_cell(table, row, columns->importance).len)
        status = read_grade(table, row, columns->importance, KAM_GRADE_IMPORTANCE,
                            &contact->importance, error);
    return status;
}

static enum kam_status read_row(struct kam_contacts *contacts, size_t row,
                                const struct contact_columns *columns, struct kam_error *error)
{
    struct kam_table *table = &contacts->table;
    struct kam_contact *contact = &contacts->items[row];
    struct kam_text id;
    enum kam_status status = kam_contactcolumn_account(table, row, columns->account, &id, error);

    if (!status)
        status = read_grades(table, row, columns, contact, error);
    if (status)
        return status;
    struct kam_text competitor = kam_contactcolumn_cell(table, row, columns->competitor);
    bool ok = kam_map_intern(&contacts->accounts, id, &contact->account) &&
              kam_map_intern(&contacts->competitors, competitor, &contact->competitor);
    return ok ? KAM_OK : kam_error_nomem(error);
}

static enum kam_status read_days(struct kam_contacts *contacts, size_t column,
                                 struct kam_error *error)
{
    size_t count = contacts->table.count;
    int *months = calloc(count + 1, sizeof *months);
    enum kam_status status = KAM_OK;

    if (!months)
        return kam_error_nomem(error);
    contacts->has_last = column != KAM_NO_COLUMN;
    if (contacts->has_last)
        status = kam_daycolumn_read(&contacts->table, column, months, error);
    for (size_t row = 0; row < count; row++)
        contacts->items[row].last = contacts->has_last ? months[row] : (int)KAM_MONTH_NONE;
    free(months);
    return status;
}

static enum kam_status read_rows(struct kam_contacts *contacts, struct kam_error *error)
{
    struct contact_columns columns = {0};
    uint32_t us;
    enum kam_status status = find_columns(&contacts->table, &columns, error);

    if (status)
        return status;
    contacts->account_column = columns.account;
    contacts->items = calloc(contacts->table.count + 1, sizeof *contacts->items);
    if (!contacts->items || !kam_map_intern(&contacts->competitors, KAM_TEXT(""), &us))
        return kam_error_nomem(error);
    for (size_t row = 0; row < contacts->table.count && !status; row++)
        status = read_row(contacts, row, &columns, error);
    if (!status)
        status = read_days(contacts, columns.last, error);
    if (!status)
        status = kam_reporting_check(contacts, columns.name, columns.reports_to, error);
    return status;
}

enum kam_status kam_contacts_read(struct kam_contacts *contacts, const char *path,
                                  const struct kam_reader_options *options, struct kam_error *error)
{
    *contacts = (struct kam_contacts){0};
    enum kam_status status = kam_table_read(&contacts->table, &path, 1, options, error);

    return status ? status : read_rows(contacts, error);
}

void kam_contacts_free(struct kam_contacts *contacts)
{
    free(contacts->items);
    kam_map_free(&contacts->accounts);
    kam_map_free(&contacts->competitors);
    kam_table_free(&contacts->table);
    *contacts = (struct kam_contacts){0};
}
