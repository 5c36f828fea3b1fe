#include "contact/contactcolumn.h"

#include "table/clean.h"
#include "table/heading.h"

/* As kam_heading_fold leaves them; one list a column, ended by NULL. */
static const char *const contact_names[] = {"contact",    "contactname", "联系人",
                                            "联系人姓名", "关键人",      NULL};
static const char *const reports_to_names[] = {"reportsto", "上级", "直接上级", "汇报对象", NULL};
static const char *const importance_names[] = {"importance", "重要程度", "重要性", NULL};
static const char *const attitude_names[] = {"attitude", "态度", "关系状况", NULL};
static const char *const depth_names[] = {"depth", "交互程度", "交往深度", "接触深度", NULL};
static const char *const last_names[] = {"lastcontact", "最近联系", "最近联系日期", "最后联系日期",
                                         NULL};
static const char *const competitor_names[] = {"competitor", "竞争对手", "对手", "友商", NULL};
static const char *const date_names[] = {"date", "visitdate", "日期", "拜访日期", "走访日期", NULL};

/* What a column is called in kam-table(5), and everywhere else. */
static const struct {
    struct kam_text name;
    const char *const *headings; /* NULL: those of kam-import */
} columns[] = {
    [KAM_CONTACT_ACCOUNT] = {{"account_id", 10}, NULL},
    [KAM_CONTACT_NAME] = {{"contact", 7}, contact_names},
    [KAM_CONTACT_REPORTS_TO] = {{"reports_to", 10}, reports_to_names},
    [KAM_CONTACT_IMPORTANCE] = {{"importance", 10}, importance_names},
    [KAM_CONTACT_ATTITUDE] = {{"attitude", 8}, attitude_names},
    [KAM_CONTACT_DEPTH] = {{"depth", 5}, depth_names},
    [KAM_CONTACT_LAST] = {{"last_contact", 12}, last_names},
    [KAM_CONTACT_COMPETITOR] = {{"competitor", 10}, competitor_names},
    [KAM_CONTACT_DATE] = {{"date", 4}, date_names},
};

static bool means(struct kam_text heading, enum kam_contact_column column)
{
    const char *const *headings = columns[column].headings;
    char folded[KAM_HEADING_LONGEST];

    if (!headings)
        return kam_heading_means(heading, KAM_ROLE_ACCOUNT);
    if (!kam_heading_fold(heading, "_-/", folded))
        return false;
    while (*headings && strcmp(folded, *headings) != 0)
        headings++;
    return *headings != NULL;
}

enum kam_status kam_contactcolumn_find(const struct kam_table *table,
                                       enum kam_contact_column column, size_t *found,
                                       struct kam_error *error)
{
    struct kam_place place = {.file = table->files[0], .line = table->header_line};

    *found = KAM_NO_COLUMN;
    for (size_t i = 0; i < table->width; i++) {
        if (!means(table->names[i], column))
            continue;
        if (*found != KAM_NO_COLUMN)
            return kam_error_at(error, KAM_DATA, &place, "%s and %s could both be %s; remove one",
                                kam_show(table->names[*found]).s, kam_show(table->names[i]).s,
                                columns[column].name.ptr);
        *found = i;
    }
    return KAM_OK;
}

enum kam_status kam_contactcolumn_require(const struct kam_table *table,
                                          enum kam_contact_column column, size_t *found,
                                          struct kam_error *error)
{
    enum kam_status status = kam_contactcolumn_find(table, column, found, error);

    if (status || *found != KAM_NO_COLUMN)
        return status;
    return kam_table_require(table, columns[column].name, found, error);
}

enum kam_status kam_contactcolumn_account(struct kam_table *table, size_t row, size_t column,
                                          struct kam_text *id, struct kam_error *error)
{
    struct kam_place place = kam_table_place(table, row, column);

    *id = kam_table_cell(table, row, column);
    if (!kam_clean_id(id, &table->arena))
        return kam_error_nomem(error);
    if (id->len == 0)
        return kam_error_at(error, KAM_DATA, &place, "empty: an account is needed in every row");
    if (kam_clean_is_error(*id) || kam_clean_is_scientific(*id))
        return kam_error_at(error, KAM_DATA, &place,
                            "not an id: %s; a spreadsheet may have changed it", kam_show(*id).s);
    return KAM_OK;
}

struct kam_text kam_contactcolumn_cell(const struct kam_table *table, size_t row, size_t column)
{
    static const struct kam_text nothing[] = {{"-", 1}, {"none", 4}, {"无", 3}, {"無", 3}};

    if (column == KAM_NO_COLUMN)
        return KAM_TEXT("");
    struct kam_text cell = kam_clean_text(kam_table_cell(table, row, column));
    bool is_nothing =
        kam_clean_is_null(cell) || kam_text_among(nothing, sizeof nothing / sizeof *nothing, cell);
    return is_nothing ? KAM_TEXT("") : cell;
}
