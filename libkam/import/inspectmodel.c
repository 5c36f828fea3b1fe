#include "import/inspectmodel.h"
#include "import/inspectopen.h"
#include "model/list.h"

/* A section in the making; ok turns false when memory ran out. */
struct section {
    const struct kam_import_file *file;
    const struct kam_import_options *options;
    struct kam_buffer *out;
    bool ok;
};

static void add(struct section *s, struct kam_text text)
{
    s->ok = s->ok && kam_buffer_add(s->out, text);
}

static void add_string(struct section *s, const char *text)
{
    add(s, kam_text_of(text));
}

/* TEXT in a comment: on one line, whatever is in it. */
static void add_comment(struct section *s, struct kam_text text)
{
    add_string(s, "# ");
    for (size_t i = 0; i < text.len && s->ok; i++) {
        bool control = (unsigned char)text.ptr[i] < ' ' || text.ptr[i] == 0x7F;
        s->ok = kam_buffer_add_byte(s->out, control ? ' ' : text.ptr[i]);
    }
    add_string(s, "\n");
}

static void begin_key(struct section *s, const char *key)
{
    add_string(s, key);
    add_string(s, " = ");
}

static void add_name(struct section *s, struct kam_text name)
{
    s->ok = s->ok && kam_list_quote(s->out, name);
}

static void cannot_say(struct section *s, const char *key, struct kam_text name)
{
    struct kam_buffer text = {NULL, 0, 0};

    s->ok = s->ok && kam_buffer_printf(&text, "%s: a model can't say %s", key, kam_show(name).s);
    add_comment(s, kam_buffer_text(&text));
    kam_buffer_free(&text);
}

static void say_name(struct section *s, const char *key, struct kam_text name)
{
    if (!kam_list_can_say(name)) {
        cannot_say(s, key, name);
        return;
    }
    begin_key(s, key);
    add_name(s, name);
    add_string(s, "\n");
}

static void say_word(struct section *s, const char *key, const char *word)
{
    begin_key(s, key);
    add_string(s, word);
    add_string(s, "\n");
}

/* The doubt about KEY as a comment, with what could settle it. False if there is none. */
static bool say_doubt(struct section *s, const char *key)
{
    const struct kam_doubt *doubt = kam_doubts_find(&s->file->doubts, key);
    struct kam_buffer text = {NULL, 0, 0};

    if (!doubt)
        return false;
    s->ok = s->ok && kam_buffer_printf(&text, "%s = ", key);
    size_t before = text.len;
    s->ok = s->ok && kam_inspect_candidates(s->file, key, &text);
    if (text.len == before)
        s->ok = s->ok && kam_buffer_add_byte(&text, '?');
    add_comment(s, kam_buffer_text(&text));
    text.len = 0;
    s->ok = s->ok && kam_buffer_printf(&text, "  %s", doubt->why.text);
    add_comment(s, kam_buffer_text(&text));
    kam_buffer_free(&text);
    return true;
}

/* ---- columns --------------------------------------------------------------------------------- */

static bool occurs_twice(const struct kam_import_file *file, size_t column)
{
    size_t found = 0;

    for (size_t i = 0; i < file->width; i++)
        found += kam_text_equal(file->names[i], file->names[column]);
    return found > 1;
}

/* A format knows more than a name says: another column for the account, the first of two. */
static bool is_left_to_format(const struct kam_import_file *file, enum kam_role role)
{
    if (!file->format)
        return false;
    return occurs_twice(file, file->columns[role]) ||
           (role == KAM_ROLE_ACCOUNT && file->columns[KAM_ROLE_PAYER] != KAM_NO_COLUMN);
}

static void say_left_to_format(struct section *s, enum kam_role role)
{
    struct kam_buffer text = {NULL, 0, 0};

    s->ok = s->ok && kam_buffer_printf(
                         &text, "%s = %s as %s has it; saying so would rule out its exceptions",
                         kam_role_name(role), s->file->names[s->file->columns[role]].ptr,
                         kam_export_format_name(s->file->format));
    add_comment(s, kam_buffer_text(&text));
    kam_buffer_free(&text);
}

static void say_given_role(struct section *s, enum kam_role role)
{
    struct kam_text column = s->options->roles[role].column, code = s->options->currency;
    struct kam_buffer value = {NULL, 0, 0};

    if (role == KAM_ROLE_CURRENCY && code.len) {
        s->ok = s->ok && kam_buffer_add(&value, column) && kam_buffer_add_byte(&value, '=') &&
                kam_buffer_add(&value, code);
        column = kam_buffer_text(&value);
    }
    if (column.len)
        say_name(s, kam_role_name(role), column);
    else
        cannot_say(s, kam_role_name(role), column);
    kam_buffer_free(&value);
}

static void say_roles(struct section *s)
{
    for (int r = 0; r < KAM_ROLES; r++) {
        enum kam_role role = (enum kam_role)r;
        size_t column = s->file->columns[r];
        if (say_doubt(s, kam_role_name(role)))
            continue;
        if (s->options->roles[r].given)
            say_given_role(s, role);
        else if (column == KAM_NO_COLUMN)
            continue;
        else if (is_left_to_format(s->file, role))
            say_left_to_format(s, role);
        else
            say_name(s, kam_role_name(role), s->file->names[column]);
    }
}

static void say_renamed(struct section *s, const char *key, const struct kam_renamed_list *list)
{
    bool can = true;

    for (size_t i = 0; i < list->count; i++)
        can = can && kam_list_can_say(list->items[i].column);
    if (list->count && !can)
        cannot_say(s, key, list->items[0].column);
    if (!list->count || !can)
        return;
    begin_key(s, key);
    for (size_t i = 0; i < list->count; i++) {
        const struct kam_renamed *item = &list->items[i];
        if (i)
            add_string(s, ", ");
        if (!kam_text_equal(item->name, item->column)) {
            add_name(s, item->name);
            add_string(s, "=");
        }
        add_name(s, item->column);
    }
    add_string(s, "\n");
}

static void say_list(struct section *s, const char *key, const struct kam_text_list *list)
{
    if (list->count == 0)
        return;
    for (size_t i = 0; i < list->count; i++)
        if (!kam_list_can_say(list->items[i])) {
            cannot_say(s, key, list->items[i]);
            return;
        }
    begin_key(s, key);
    for (size_t i = 0; i < list->count; i++) {
        if (i)
            add_string(s, ", ");
        add_name(s, list->items[i]);
    }
    add_string(s, "\n");
}

/* ---- how it is written ----------------------------------------------------------------------- */

static void say_bytes(struct section *s)
{
    static const struct {
        char delimiter;
        const char *word;
    } words[] = {{',', "comma"}, {'\t', "tab"}, {';', "semicolon"}, {'|', "pipe"}};
    const struct kam_import_file *file = s->file;
    char delimiter = s->options->reader.delimiter;

    if (file->encoding.origin == KAM_ENCODING_GUESSED)
        add_comment(s, KAM_TEXT("guessed:"));
    if (file->encoding.origin == KAM_ENCODING_GUESSED ||
        file->encoding.origin == KAM_ENCODING_GIVEN)
        say_name(s, "encoding", file->encoding.name);
    if (!delimiter && file->kind != KAM_INPUT_TABLE && file->delimiter != ',')
        delimiter = file->delimiter;
    if (!delimiter)
        return;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].delimiter == delimiter) {
            say_word(s, "delimiter", words[i].word);
            return;
        }
    say_name(s, "delimiter", (struct kam_text){&delimiter, 1});
}

static void say_header(struct section *s)
{
    const struct kam_import_reading *reading = &s->options->reading;
    const struct kam_line_range *lines = &reading->header;

    if (lines->first) {
        begin_key(s, "header-line");
        s->ok = s->ok && kam_buffer_printf(s->out, "%llu", (unsigned long long)lines->first);
        if (lines->last > lines->first)
            s->ok = s->ok && kam_buffer_printf(s->out, "-%llu", (unsigned long long)lines->last);
        add_string(s, "\n");
    }
    if (!say_doubt(s, "columns"))
        say_list(s, "columns", &reading->columns);
}

/* The sign that all columns of amounts have; undecided where they differ or say nothing. */
static enum kam_decimal_sign common_sign(const struct kam_import_file *file)
{
    enum kam_decimal_sign sign = KAM_SIGN_UNDECIDED;

    for (size_t i = 0; i < file->width; i++) {
        const struct kam_column_convention *column = &file->conventions.columns[i];
        if (!column->is_amount || !column->style.sign)
            continue;
        if (sign && sign != column->style.sign)
            return KAM_SIGN_UNDECIDED;
        sign = column->style.sign;
    }
    return sign;
}

static void say_units(struct section *s)
{
    const struct kam_unit_list *units = &s->options->reading.units;
    char text[KAM_UNIT_SIZE];
    bool by_title = false, rejects = s->file->kind == KAM_INPUT_REJECTS;

    if (say_doubt(s, "unit"))
        return;
    if (units->count)
        begin_key(s, "unit");
    for (size_t i = 0; i < units->count; i++) {
        const struct kam_unit_choice *choice = &units->items[i];
        kam_unit_format(&choice->unit, text);
        if (i)
            add_string(s, ", ");
        if (choice->column.len) {
            add_name(s, choice->column);
            add_string(s, "=");
        }
        add_string(s, text);
    }
    if (units->count)
        add_string(s, "\n");
    for (size_t i = 0; i < s->file->width && !units->count && !rejects; i++) {
        const char *source = s->file->conventions.columns[i].unit_source;
        by_title = by_title || (source && strcmp(source, "title") == 0);
    }
    kam_unit_format(&s->file->title_unit.unit, text);
    if (by_title)
        say_word(s, "unit", text);
}

static void say_conventions(struct section *s)
{
    static const char *const orders[] = {[KAM_DATES_UNDECIDED] = NULL,
                                         [KAM_DATES_YMD] = "ymd",
                                         [KAM_DATES_DMY] = "dmy",
                                         [KAM_DATES_MDY] = "mdy"};
    const struct kam_import_file *file = s->file;
    bool rejects = file->kind == KAM_INPUT_REJECTS;
    enum kam_decimal_sign sign = rejects ? s->options->reading.decimal : common_sign(file);
    enum kam_date_order order =
        rejects ? s->options->reading.dates.order : file->conventions.dates.order;

    if (!say_doubt(s, "decimal") && sign)
        say_word(s, "decimal", sign == KAM_SIGN_POINT ? "point" : "comma");
    if (!say_doubt(s, "dates") && orders[order])
        say_word(s, "dates", orders[order]);
    say_units(s);
}

/* ---- the rest -------------------------------------------------------------------------------- */

/* Options that no key stands for. */
static void say_options(struct section *s)
{
    const struct kam_import_options *options = s->options;
    struct kam_buffer text = {NULL, 0, 0};
    char month[KAM_MONTH_SIZE];

    s->ok = s->ok && kam_buffer_printf(&text, "and say:");
    size_t before = text.len;
    if (options->period != KAM_MONTH_NONE) {
        kam_month_format(options->period, month);
        s->ok =
            s->ok && kam_buffer_printf(&text, " --period %s --window %u", month, options->window);
    }
    if (options->long_ids == KAM_LONG_IDS_TRUST)
        s->ok = s->ok && kam_buffer_printf(&text, " --long-ids");
    if (options->raw)
        s->ok = s->ok && kam_buffer_printf(&text, " --raw");
    for (int r = 0; r < KAM_ROLES; r++)
        if (options->roles[r].given && !options->roles[r].column.len)
            s->ok = s->ok && kam_buffer_printf(&text, " --%s ''", kam_role_name((enum kam_role)r));
    if (text.len > before)
        add_comment(s, kam_buffer_text(&text));
    kam_buffer_free(&text);
}

bool kam_inspect_section(const struct kam_import_file *file,
                         const struct kam_import_options *options, struct kam_buffer *out)
{
    struct section s = {file, options, out, true};
    bool raw = file->kind != KAM_INPUT_TABLE;

    if (raw) {
        say_header(&s);
        say_roles(&s);
    }
    say_renamed(&s, "keep", &options->keep);
    say_renamed(&s, "sum", &options->sum);
    say_renamed(&s, "collect", &options->collect);
    if (raw)
        say_list(&s, "invoice", &options->reading.invoice);
    if (raw && options->prefix.len)
        say_name(&s, "prefix", options->prefix);
    say_bytes(&s);
    if (raw && file->conventions.columns)
        say_conventions(&s);
    if (raw && options->round >= 0) {
        begin_key(&s, "round");
        s.ok = s.ok && kam_buffer_printf(out, "%d\n", options->round);
    }
    say_options(&s);
    return s.ok;
}
