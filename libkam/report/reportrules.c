#include "report/reportrules.h"

/* The table at hand, and the words for it. */
struct facts {
    const struct kam_reportsource *source;
    const struct kam_reportscope *scope;
    struct kam_speech *speech;
    struct kam_reporttable *table;
};

static void add(const struct facts *facts, enum kam_label name, struct kam_text value)
{
    if (!value.len)
        return;
    kam_reporttable_cell(facts->table, kam_speech_label(facts->speech, name));
    kam_reporttable_cell(facts->table, value);
}

/* NAME: what VALUE, a label with a {count}, says of COUNT. */
static void add_count(const struct facts *facts, enum kam_label name, enum kam_label value,
                      size_t count)
{
    add(facts, name,
        kam_speech_labelled(facts->speech, value,
                            KAM_WORDS({"count", kam_speech_count(facts->speech, count)})));
}

/* ---- of what it is --------------------------------------------------------------------------- */

static void add_time(const struct facts *facts)
{
    const struct kam_snapshot *now = &facts->source->now.snapshot;
    const struct kam_window *window = &now->window;
    struct kam_speech *speech = facts->speech;

    add(facts, KAM_LABEL_RULE_PERIOD, kam_speech_month(speech, now->period));
    if (window->count)
        add(facts, KAM_LABEL_RULE_WINDOW,
            kam_speech_labelled(
                speech, KAM_LABEL_RULE_MONTHS,
                KAM_WORDS({"count", kam_speech_count(speech, window->count)},
                          {"first", kam_speech_month(speech, window->first_month)},
                          {"last", kam_speech_month(speech, kam_window_last(window))})));
    if (facts->source->files.previous)
        add(facts, KAM_LABEL_RULE_BEFORE,
            kam_speech_month(speech, facts->source->before.snapshot.period));
}

static void add_customers(const struct facts *facts)
{
    const struct kam_reportside *now = &facts->source->now;
    const struct kam_reportrows *rows = &facts->scope->now;
    size_t prospects = 0;

    for (size_t i = 0; i < rows->count; i++)
        prospects += now->steps[rows->items[i]] == KAM_NONE;
    add(facts, KAM_LABEL_COLUMN_CUSTOMERS,
        kam_speech_count(facts->speech, rows->count - prospects));
    if (prospects)
        add(facts, KAM_LABEL_RULE_PROSPECTS, kam_speech_count(facts->speech, prospects));
    add(facts, KAM_LABEL_RULE_CURRENCY, now->snapshot.currency);
}

/* PATH without its directories, so that a report doesn't depend on where it was made. */
static struct kam_text file_name(const struct facts *facts, const char *path)
{
    const char *slash;

    if (!path)
        return KAM_TEXT("");
    if (strcmp(path, "-") == 0)
        return kam_speech_label(facts->speech, KAM_LABEL_RULE_STANDARD_INPUT);
    slash = strrchr(path, '/');
    return kam_text_of(slash ? slash + 1 : path);
}

static void add_files(const struct facts *facts)
{
    const struct kam_reportfiles *files = &facts->source->files;

    add(facts, KAM_LABEL_RULE_FILE_SNAPSHOT, file_name(facts, files->snapshot));
    add(facts, KAM_LABEL_RULE_FILE_PREVIOUS, file_name(facts, files->previous));
    add(facts, KAM_LABEL_RULE_FILE_MOVES, file_name(facts, files->moves));
    add(facts, KAM_LABEL_RULE_FILE_RISKS, file_name(facts, files->risks));
}

/* ---- under which rules ----------------------------------------------------------------------- */

/* Whether the snapshot names another hash than that of the model that is given. */
static bool is_other_model(const struct facts *facts)
{
    const struct kam_snapshot *now = &facts->source->now.snapshot;
    struct kam_text name = now->model;
    char hash[KAM_MODEL_HASH_SIZE];

    if (!name.len || !facts->source->model->tiers.names.count)
        return false;
    if (kam_model_hash_tier(facts->source->model, hash, NULL)) {
        facts->table->failed = true;
        return false;
    }
    return !kam_text_take_back(&name, kam_text_of(hash));
}

static void add_model(const struct facts *facts)
{
    struct kam_speech *speech = facts->speech;
    struct kam_text model = facts->source->now.snapshot.model;
    struct kam_text before = facts->source->before.snapshot.model;

    add(facts, KAM_LABEL_RULE_MODEL, model);
    if (is_other_model(facts))
        add(facts, KAM_LABEL_RULE_MIND, kam_speech_label(speech, KAM_LABEL_RULE_OTHER_MODEL));
    if (model.len && !kam_text_equal(model, before))
        add(facts, KAM_LABEL_RULE_MODEL_BEFORE, before);
}

static struct kam_text say_limit(const struct kam_model_tiers *tiers, struct kam_decimal limit,
                                 struct kam_speech *speech)
{
    switch (tiers->cut.kind) {
    case KAM_CUT_CUSTOMERS:
    case KAM_CUT_SHARE:
        return kam_speech_percent(speech, limit);
    case KAM_CUT_VALUE:
        return kam_speech_quantity(speech, tiers->by, limit);
    case KAM_CUT_COUNT:
    case KAM_CUT_MANAGERS:
    case KAM_CUT_ABC:
        break;
    }
    return kam_speech_number(speech, limit);
}

static enum kam_label label_of_cut(enum kam_cut_kind kind)
{
    switch (kind) {
    case KAM_CUT_CUSTOMERS:
        return KAM_LABEL_CUT_CUSTOMERS;
    case KAM_CUT_SHARE:
        return KAM_LABEL_CUT_SHARE;
    case KAM_CUT_VALUE:
        return KAM_LABEL_CUT_VALUE;
    case KAM_CUT_COUNT:
        return KAM_LABEL_CUT_COUNT;
    case KAM_CUT_MANAGERS:
        return KAM_LABEL_CUT_MANAGERS;
    case KAM_CUT_ABC:
        break;
    }
    return KAM_LABEL_CUT_ABC;
}

static struct kam_text say_cut(const struct facts *facts, const struct kam_model_tiers *tiers)
{
    struct kam_speech *speech = facts->speech;
    size_t count = tiers->cut.limit_count;
    struct kam_text *limits = kam_arena_alloc(&speech->arena, (count + 1) * sizeof *limits);

    if (!limits) {
        speech->failed = true;
        return KAM_TEXT("");
    }
    for (size_t i = 0; i < count; i++)
        limits[i] = say_limit(tiers, tiers->cut.limits[i], speech);
    return kam_speech_labelled(speech, label_of_cut(tiers->cut.kind),
                               KAM_WORDS({"limits", kam_speech_enumerate(speech, limits, count)},
                                         {"by", kam_speech_column(speech, tiers->by)}));
}

static void add_patience(const struct facts *facts, const struct kam_model_patience *patience)
{
    struct kam_speech *speech = facts->speech;

    if (patience->promote_after > 1)
        add_count(facts, KAM_LABEL_RULE_UP, KAM_LABEL_RULE_UP_AFTER, patience->promote_after);
    if (patience->demote_after > 1)
        add_count(facts, KAM_LABEL_RULE_DOWN, KAM_LABEL_RULE_DOWN_AFTER, patience->demote_after);
    if (kam_decimal_sign(patience->keep_factor) > 0)
        add(facts, KAM_LABEL_RULE_KEPT,
            kam_speech_labelled(
                speech, KAM_LABEL_RULE_KEPT_FROM,
                KAM_WORDS({"percent", kam_speech_percent(speech, patience->keep_factor)})));
    if (patience->step == KAM_STEP_ONE)
        add(facts, KAM_LABEL_RULE_STEP, kam_speech_label(speech, KAM_LABEL_RULE_STEP_ONE));
    if (!patience->lost_after)
        return;
    add_count(facts, KAM_LABEL_RULE_LOST, KAM_LABEL_RULE_LOST_AFTER, patience->lost_after);
    if (facts->source->files.moves)
        add(facts, KAM_LABEL_RULE_MIND, kam_speech_label(speech, KAM_LABEL_RULE_LOST_COUNTED));
}

static void add_tiers(const struct facts *facts)
{
    const struct kam_model_tiers *tiers = &facts->source->model->tiers;
    struct kam_speech *speech = facts->speech;

    add(facts, KAM_LABEL_RULE_BY, kam_speech_column(speech, facts->source->now.snapshot.by));
    if (!tiers->names.count)
        return;
    add(facts, KAM_LABEL_RULE_CUT, say_cut(facts, tiers));
    if (tiers->per.len)
        add(facts, KAM_LABEL_RULE_PER, kam_speech_column(speech, tiers->per));
    add_patience(facts, &tiers->patience);
}

void kam_reportrules_table(const struct kam_reportsource *source,
                           const struct kam_reportscope *scope, struct kam_speech *speech,
                           struct kam_reporttable *table)
{
    const struct facts facts = {source, scope, speech, table};

    kam_reporttable_column(table, kam_speech_label(speech, KAM_LABEL_COLUMN_FACT),
                           KAM_REPORTCELL_WORD);
    kam_reporttable_column(table, kam_speech_label(speech, KAM_LABEL_COLUMN_SAYS),
                           KAM_REPORTCELL_NAME);
    add_time(&facts);
    add_customers(&facts);
    add_model(&facts);
    add_tiers(&facts);
    add_files(&facts);
}
