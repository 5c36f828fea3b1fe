#include "import/inspectlines.h"
#include "import/coverage.h"

#include <stdio.h>

/* Warnings of the run on their way into the facts. */
struct listener {
    struct kam_facts *facts;
    uint64_t warnings;
};

void kam_inspect_say(struct kam_facts *facts, const char *item, const struct kam_error *error)
{
    char line[24] = "";

    if (error->line)
        snprintf(line, sizeof line, "%llu", (unsigned long long)error->line);
    kam_facts_add(facts, item, kam_text_of(line), kam_text_of(error->text),
                  kam_text_of(error->column));
}

static void hear(void *context, const struct kam_error *warning)
{
    struct listener *listener = context;

    listener->warnings++;
    kam_inspect_say(listener->facts, "warning", warning);
}

static void add_fates(struct kam_facts *facts, const struct kam_reconcile_file *file)
{
    for (int f = 0; f < KAM_FATES; f++) {
        const char *fate = kam_fate_name((enum kam_fate)f);
        char sum[KAM_DECIMAL_SIZE];
        if (file->lines[f] == 0 && f != KAM_FATE_USED)
            continue;
        kam_facts_print(facts, "lines", fate, "", "%llu", (unsigned long long)file->lines[f]);
        if (f > KAM_FATE_REJECTED)
            continue;
        kam_decimal_format(file->amounts[f], 2, sum);
        kam_facts_print(facts, "amount", fate, "", "%s", sum);
    }
}

static void add_month(struct kam_facts *facts, const struct kam_coverage *coverage, size_t i)
{
    const struct kam_coverage_month *month = &coverage->months[i];
    char name[KAM_MONTH_SIZE], revenue[KAM_DECIMAL_SIZE];

    kam_month_format(coverage->window.first + (int)i, name);
    kam_facts_print(facts, "month-accounts", name, "", "%llu", (unsigned long long)month->accounts);
    if (coverage->has_lines)
        kam_facts_print(facts, "month-lines", name, "", "%llu", (unsigned long long)month->lines);
    kam_decimal_format(month->revenue, 2, revenue);
    if (!month->too_large)
        kam_facts_print(facts, "month-amount", name, "", "%s", revenue);
}

static enum kam_status add_months(struct kam_facts *facts, struct kam_import *import,
                                  struct listener *listener, struct kam_error *error)
{
    struct kam_coverage coverage = {.months = NULL};
    struct kam_error warning;
    struct kam_census census;
    enum kam_status status =
        kam_census_take(&census, import->store, kam_import_months(import), error);

    if (!status)
        status = kam_coverage_make(&coverage, &census, import->files, 1, error);
    kam_census_free(&census);
    for (size_t i = 0; i < coverage.window.count && !status; i++)
        add_month(facts, &coverage, i);
    for (size_t i = 0; i < coverage.warning_count && !status; i++) {
        kam_coverage_explain(&coverage.warnings[i], &warning);
        hear(listener, &warning);
    }
    kam_coverage_free(&coverage);
    return status;
}

static void add_currency(struct kam_facts *facts, const struct kam_import *import)
{
    const struct kam_import_file *file = &import->plan->files[0];
    size_t column = file->columns[KAM_ROLE_CURRENCY];
    const struct kam_one_currency *currency = &import->currency;
    struct kam_text code = currency->chosen.len ? currency->chosen : currency->code;
    const char *why = "said beside the amounts, in a heading or a title";
    bool is_table = file->kind == KAM_INPUT_TABLE;

    if (code.len == 0)
        return;
    if (currency->chosen.len)
        why = "given";
    else if (is_table || column != KAM_NO_COLUMN)
        why = is_table ? "currency" : file->names[column].ptr;
    kam_facts_add(facts, "currency", KAM_TEXT(""), code, kam_text_of(why));
}

static enum kam_status add_results(struct kam_facts *facts, struct kam_import *import, bool dated,
                                   struct listener *listener, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    add_currency(facts, import);
    kam_facts_print(facts, "accounts", "", "", "%zu", kam_store_count(import->store));
    add_fates(facts, &import->files[0]);
    if (dated)
        status = add_months(facts, import, listener, error);
    for (size_t i = 0; i < import->bad_lines && i < KAM_IMPORT_SHOWN; i++)
        kam_inspect_say(facts, "bad", &import->bad[i]);
    return status;
}

static bool has_lines(const struct kam_reconcile_file *file)
{
    uint64_t lines = 0;

    for (int fate = 0; fate <= KAM_FATE_REJECTED; fate++)
        lines += file->lines[fate];
    return lines > 0;
}

/* OPTIONS for lines without months: any will do, as none is told. */
static struct kam_import_options any_month(const struct kam_import_options *options)
{
    struct kam_import_options own = *options;

    own.period = KAM_MONTH_FIRST;
    own.window = 1;
    return own;
}

enum kam_status kam_inspect_lines(struct kam_facts *facts, struct kam_import_plan *plan,
                                  const struct kam_import_options *options,
                                  struct kam_line_findings *findings, struct kam_error *error)
{
    struct kam_import_file *file = &plan->files[0];
    bool dated = file->kind == KAM_INPUT_TABLE || file->columns[KAM_ROLE_MONTH] != KAM_NO_COLUMN ||
                 options->period != KAM_MONTH_NONE;
    const struct kam_import_options own = dated ? *options : any_month(options);
    struct listener listener = {facts, 0};
    struct kam_import import = {.options = &own,
                                .plan = plan,
                                .most_rejects = UINT64_MAX,
                                .warn = hear,
                                .warn_context = &listener};
    struct kam_error ended = {.status = KAM_OK};

    import.currency.chosen = options->currency;
    import.currency.doubts = &file->doubts;
    enum kam_status status = kam_import_run(&import, &ended);
    findings->status = status;
    if (status == KAM_NOMEM)
        *error = ended;
    else if (status)
        kam_inspect_say(facts, "error", &ended);
    if (status != KAM_NOMEM)
        status = import.store && import.files ? add_results(facts, &import, dated, &listener, error)
                                              : KAM_OK;
    if (import.digests && import.files && has_lines(&import.files[0]))
        findings->content = import.digests[0];
    findings->bad_lines = import.bad_lines;
    findings->wrong_totals = import.wrong_totals;
    findings->warnings = listener.warnings;
    kam_import_free(&import);
    return status;
}
