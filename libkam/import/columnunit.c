#include "import/columnunit.h"
#include "import/importmap.h"
#include "import/titlecurrency.h"
#include "import/unithint.h"

void kam_column_unit_settle(struct kam_column_convention *convention, struct kam_unit unit,
                            const char *source)
{
    convention->style.exponent = unit.exponent;
    convention->currency = unit.currency;
    convention->unit_source = source;
}

/* A file, and what is said about it. */
struct view {
    struct kam_import_file *file;
    const struct kam_import_options *options;
    const struct kam_reader *reader;
};

static const struct kam_unit_choice *find_choice(const struct kam_import_options *options,
                                                 struct kam_text column)
{
    for (size_t i = 0; i < options->reading.units.count; i++)
        if (kam_text_equal(options->reading.units.items[i].column, column))
            return &options->reading.units.items[i];
    return NULL;
}

/* What may say the unit of a column beside itself: nothing; what is said of all money; or that is
   the question. */
enum general_unit { UNIT_NONE, UNIT_OF_MONEY, UNIT_OPEN };

static bool has_own_unit(const struct view *view, size_t column)
{
    struct kam_text name = view->file->names[column];
    struct kam_unit unit;

    return find_choice(view->options, name) || kam_heading_unit(name, &unit);
}

static enum kam_status ask(const struct view *view, uint64_t line, struct kam_text text,
                           struct kam_text column, struct kam_error *error)
{
    struct kam_place place = kam_reader_place(view->reader, line, NULL);
    const char *equals = column.len ? "=" : "";
    int length = (int)column.len;

    return kam_error_at(error, KAM_DATA, &place,
                        "%s may state a unit; say --unit %.*s%sUNIT (万元, thousand, ...), or "
                        "--unit %.*s%s1 if it doesn't",
                        kam_show(text).s, length, column.ptr, equals, length, column.ptr, equals);
}

/*
 * Join what titles say of the unit and of the currency: 万元 below 币种：美元 are 10000 dollars.
 * Where they contradict each other, or a currency isn't known, it is the question. A column of
 * currencies knows better.
 */
static void join_titles(struct kam_import_file *file)
{
    static const struct kam_unit_note none = {.line = 0};
    struct kam_unit_note *unit = &file->title_unit, *hint = &file->currency_hint;
    const struct kam_unit_note *stated = &file->title_currency;

    if (file->columns[KAM_ROLE_CURRENCY] != KAM_NO_COLUMN) {
        *hint = file->title_currency = none;
        return;
    }
    bool is_open = !unit->unit.currency || (unit->unit.currency == KAM_CURRENCY_CNY &&
                                            !kam_title_names_renminbi(unit->text));
    if (stated->line && unit->line && !is_open && unit->unit.currency != stated->unit.currency)
        *hint = *stated;
    if (hint->line) {
        file->unit_hint = *hint;
        *unit = none;
    } else if (stated->line && unit->line) {
        unit->unit.currency = stated->unit.currency;
    } else if (stated->line) {
        *unit = *stated;
    }
}

/* Whether a heading of yuan, UNIT, stands below another currency: 金额(元) below 币种：美元. */
static bool is_yuan_below_another(const struct kam_import_file *file, struct kam_text name,
                                  const struct kam_unit *unit)
{
    const struct kam_unit_note *stated = &file->title_currency;
    bool differs = stated->line && stated->unit.currency != unit->currency;

    return (differs || file->currency_hint.line) && unit->currency == KAM_CURRENCY_CNY &&
           !kam_title_names_renminbi(name);
}

/* What looks like a unit, in the heading of COLUMN or in a title, and nothing said what it is. */
static enum kam_status check_hints(const struct view *view, size_t column,
                                   enum general_unit general, struct kam_error *error)
{
    const struct kam_import_file *file = view->file;
    struct kam_text name = file->names[column];
    bool all = find_choice(view->options, KAM_TEXT("")) != NULL;
    const struct kam_unit_note *title = &file->title_unit, *hint = &file->unit_hint;
    struct kam_unit unit = {.exponent = 0};

    if (find_choice(view->options, name))
        return KAM_OK;
    bool in_heading = kam_heading_unit(name, &unit);
    if (in_heading && is_yuan_below_another(file, name, &unit))
        return ask(view, file->header_line, name, name, error);
    if (all && general != UNIT_OPEN)
        return KAM_OK;
    if (unit.exponent == 0 && kam_unit_hint(name, KAM_HINT_HEADING))
        return ask(view, file->header_line, name, general == UNIT_OPEN ? name : KAM_TEXT(""),
                   error);
    if (in_heading || all || general == UNIT_NONE || !hint->line || title->unit.exponent)
        return KAM_OK;
    return ask(view, hint->line, hint->text, KAM_TEXT(""), error);
}

/*
 * An option for the column, the unit in its heading, then what is said for all money: an option,
 * or a title line. Whether a title's 万元 holds for a column that may count anything, nobody knows.
 */
static enum kam_status decide_unit(const struct view *view, size_t column,
                                   enum general_unit general, struct kam_error *error)
{
    const struct kam_import_file *file = view->file;
    struct kam_column_convention *convention = &file->conventions.columns[column];
    struct kam_text name = file->names[column];
    const struct kam_unit_choice *own = find_choice(view->options, name);
    const struct kam_unit_choice *all = find_choice(view->options, KAM_TEXT(""));
    const struct kam_unit_note *title = &file->title_unit;
    struct kam_unit unit;

    convention->takes_title =
        !own && !all && general == UNIT_OF_MONEY && !has_own_unit(view, column);
    if (own)
        kam_column_unit_settle(convention, own->unit, "option");
    else if (kam_heading_unit(name, &unit))
        kam_column_unit_settle(convention, unit, "heading");
    else if (general == UNIT_OF_MONEY && all)
        kam_column_unit_settle(convention, all->unit, "option");
    else if (general == UNIT_OF_MONEY && title->line)
        kam_column_unit_settle(convention, title->unit, "title");
    else if (general == UNIT_OPEN && title->line && title->unit.exponent && !all) {
        struct kam_place place = kam_reader_place(view->reader, title->line, NULL);
        return kam_error_at(error, KAM_DATA, &place,
                            "%s: does that hold for %s, too? say --unit %.*s=1 or --unit %.*s=UNIT",
                            kam_show(title->text).s, kam_show(name).s, (int)name.len, name.ptr,
                            (int)name.len, name.ptr);
    }
    convention->takes_currency = general != UNIT_OPEN && !own && convention->unit_source &&
                                 !convention->takes_title && !convention->currency;
    if (convention->takes_currency)
        convention->currency = title->unit.currency;
    return KAM_OK;
}

static enum kam_status decide_column(const struct view *view, size_t column,
                                     enum general_unit general, struct kam_error *error)
{
    enum kam_status status = check_hints(view, column, general, error);

    return status ? status : decide_unit(view, column, general, error);
}

/* Of a product, what is said of all money belongs to one factor, unless one has a unit itself. */
static size_t money_factor(const struct view *view)
{
    const struct kam_import_file *file = view->file;
    size_t first = KAM_NO_COLUMN;

    for (size_t i = file->factor_count; i-- > 0;) {
        size_t column = file->factors[i].column;
        if (column == KAM_NO_COLUMN)
            continue;
        if (has_own_unit(view, column))
            return KAM_NO_COLUMN;
        first = column;
    }
    return first;
}

static bool is_factor(const struct kam_import_file *file, size_t column)
{
    bool found = false;

    for (size_t i = 0; i < file->factor_count; i++)
        found = found || file->factors[i].column == column;
    return found;
}

enum kam_status kam_column_units_decide(struct kam_import_file *file,
                                        const struct kam_import_options *options,
                                        const struct kam_reader *reader, struct kam_error *error)
{
    const struct view view = {file, options, reader};
    size_t money = money_factor(&view);
    enum kam_status status = KAM_OK;

    join_titles(file);
    for (size_t c = 0; c < file->width && !status; c++) {
        bool is_money = c == money || c == file->columns[KAM_ROLE_COST];
        enum general_unit general = is_money             ? UNIT_OF_MONEY
                                    : is_factor(file, c) ? UNIT_NONE
                                                         : UNIT_OPEN;
        if (file->conventions.columns[c].is_amount)
            status = kam_doubts_take(&file->doubts, "unit", decide_column(&view, c, general, error),
                                     error);
    }
    return status;
}

/* What --unit calls COLUMN is in none of the exports, of which FILE is the first. */
static enum kam_status refuse_choice(struct kam_import_file *file, struct kam_text column,
                                     struct kam_error *error)
{
    const char *name = strcmp(file->path, "-") == 0 ? "standard input" : file->path;
    struct kam_place place = {.file = name, .line = file->header_line};
    enum kam_status status = kam_import_map_missing(file, column, "unit", &place, error);

    return kam_doubts_take(&file->doubts, "unit", status, error);
}

enum kam_status kam_column_units_check(struct kam_import_plan *plan,
                                       const struct kam_import_options *options,
                                       struct kam_error *error)
{
    const struct kam_unit_list *units = &options->reading.units;
    struct kam_import_file *first = NULL;
    enum kam_status status = KAM_OK;

    for (size_t i = plan->file_count; i-- > 0;)
        if (plan->files[i].kind == KAM_INPUT_RAW)
            first = &plan->files[i];
    for (size_t i = 0; first && i < units->count && !status; i++)
        if (units->items[i].column.len && !kam_import_plan_exports(plan, units->items[i].column))
            status = refuse_choice(first, units->items[i].column, error);
    return status;
}
