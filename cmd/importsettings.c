#include "importsettings.h"
#include "base/utf8.h"
#include "import/import.h"
#include "import/importmodel.h"
#include "import/onecurrency.h"
#include "model/modelvalue.h"

#include <stdio.h>

static const char *const list_names[KAM_IMPORT_LISTS] = {"--keep", "--sum",     "--collect",
                                                         "--unit", "--columns", "--invoice"};

/* What is settled, and from what. */
struct settling {
    const struct kam_import_settings *settings;
    struct kam_import_options *to;
    struct kam_arena *arena;
};

static enum kam_status check_text(const char *option, struct kam_text text, struct kam_error *error)
{
    if (kam_utf8_prefix(text) == text.len)
        return KAM_OK;
    return kam_error_set(error, KAM_USAGE, "%s: not UTF-8: %s", option, kam_show(text).s);
}

/* What options say may come out again, in an account table or a section of a model. */
static enum kam_status check_texts(const struct kam_import_settings *options,
                                   struct kam_error *error)
{
    enum kam_status status = check_text("--prefix", kam_text_of(options->prefix), error);

    if (!status)
        status = check_text("--as", kam_text_of(options->as), error);
    if (!status)
        status = check_text("--join-key", kam_text_of(options->join_key), error);
    for (int l = 0; l < KAM_IMPORT_LISTS && !status; l++)
        status = check_text(list_names[l], kam_buffer_text(&options->lists[l]), error);
    for (int r = 0; r < KAM_ROLES && !status; r++) {
        char option[32];
        snprintf(option, sizeof option, "--%s", kam_role_name((enum kam_role)r));
        status = check_text(option, options->roles[r].column, error);
    }
    return status;
}

/* The texts of the list options, read. */
static enum kam_status read_lists(struct settling *settling, struct kam_error *error)
{
    struct kam_import_options *to = settling->to;
    struct kam_renamed_list *const columns[] = {&to->keep, &to->sum, &to->collect};
    enum kam_status status = KAM_OK;

    for (int l = 0; l < KAM_IMPORT_LISTS && !status; l++) {
        const struct kam_place place = {.file = list_names[l]};
        struct kam_text text = kam_buffer_text(&settling->settings->lists[l]);
        if (text.len == 0)
            continue;
        switch ((enum kam_import_list)l) {
        case KAM_LIST_KEEP:
        case KAM_LIST_SUM:
        case KAM_LIST_COLLECT:
            status = kam_value_columns(columns[l], text, &place, settling->arena, error);
            break;
        case KAM_LIST_UNIT:
            status = kam_value_units(&to->reading.units, text, &place, settling->arena, error);
            break;
        case KAM_LIST_COLUMNS:
            status =
                kam_list_parse(&to->reading.columns, text, ',', &place, settling->arena, error);
            break;
        case KAM_LIST_INVOICE:
            status =
                kam_list_parse(&to->reading.invoice, text, ',', &place, settling->arena, error);
            break;
        }
    }
    return status;
}

/* How the exports are written, as far as the options say. */
static enum kam_status read_reading(struct settling *settling, struct kam_error *error)
{
    const struct kam_import_settings *options = settling->settings;
    struct kam_import_reading *to = &settling->to->reading;
    const struct kam_place header = {.file = "--header-line"}, dates = {.file = "--dates"},
                           decimal = {.file = "--decimal"};
    enum kam_status status = KAM_OK;

    if (options->header_line)
        status =
            kam_value_line_range(&to->header, kam_text_of(options->header_line), &header, error);
    if (!status && options->dates)
        status = kam_value_dates(&to->dates, kam_text_of(options->dates), &dates, error);
    if (!status && options->decimal)
        status =
            kam_value_decimal_sign(&to->decimal, kam_text_of(options->decimal), &decimal, error);
    return status;
}

/* CODE is chosen: it is kept as cells of the same meaning come out. */
static enum kam_status keep_currency(struct settling *settling, struct kam_text code,
                                     struct kam_error *error)
{
    struct kam_currency_reader reader = {.last_code = KAM_TEXT("")};
    bool ok = kam_currency_read(&reader, code, &code) &&
              kam_arena_copy(settling->arena, code, &settling->to->currency);

    kam_currency_reader_free(&reader);
    return ok ? KAM_OK : kam_error_nomem(error);
}

/* The role of the currency is COLUMN or COLUMN=CODE. */
static enum kam_status split_currency(struct settling *settling, struct kam_error *error)
{
    struct kam_role_choice *role = &settling->to->roles[KAM_ROLE_CURRENCY];
    struct kam_text text = role->column, code;

    if (!kam_text_split_last(&role->column, '=', &code))
        return KAM_OK;
    role->column = kam_text_trim(role->column);
    code = kam_text_trim(code);
    if (role->column.len && code.len)
        return keep_currency(settling, code, error);
    return kam_error_set(error, KAM_USAGE, "--currency: not of the form COLUMN=CODE: %s",
                         kam_show(text).s);
}

enum kam_status kam_import_settle(struct kam_import_options *to, struct kam_front *front,
                                  const struct kam_import_settings *options,
                                  const struct kam_model *model, struct kam_arena *arena,
                                  struct kam_error *error)
{
    struct settling settling = {options, to, arena};
    const struct kam_model_import *section = kam_model_find_import(model, kam_text_of(options->as));
    enum kam_status status = check_texts(options, error);

    if (status)
        return status;
    if (options->as && !section)
        return kam_error_set(error, KAM_USAGE, "--as: the model has no [import %s]", options->as);
    *to = (struct kam_import_options){.reader = kam_front_reader_options(front),
                                      .prefix = kam_text_of(options->prefix),
                                      .prefix_given = options->prefix != NULL,
                                      .round = options->round,
                                      .raw = options->raw,
                                      .long_ids = options->long_ids,
                                      .period = options->period,
                                      .window = options->window};
    to->reader.read_ahead = false; /* the import's own threads do that */
    memcpy(to->roles, options->roles, sizeof to->roles);
    if (!to->window)
        to->window = model->window ? (unsigned)model->window : KAM_MODEL_WINDOW;
    if (to->period != KAM_MONTH_NONE && kam_import_first_month(to) < KAM_MONTH_FIRST)
        return kam_error_set(error, KAM_USAGE,
                             "--period: a window of %u months would begin before 1900", to->window);
    status = read_lists(&settling, error);
    if (!status)
        status = read_reading(&settling, error);
    if (!status && section)
        kam_import_complete(to, section);
    return status ? status : split_currency(&settling, error);
}
