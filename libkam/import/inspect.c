#include "import/inspect.h"
#include "import/importmap.h"
#include "import/inspectfile.h"
#include "import/inspectlines.h"
#include "import/inspectmodel.h"
#include "import/inspectopen.h"

/* What is wrong with an input, in words: "2 bad lines, 1 thing to decide". */
struct verdict {
    struct kam_buffer text;
    bool ok; /* memory for it */
};

static void blame(struct verdict *verdict, uint64_t count, const char *one, const char *many)
{
    if (count == 0 || !verdict->ok)
        return;
    verdict->ok = kam_buffer_printf(&verdict->text, "%s%llu %s", verdict->text.len ? ", " : "",
                                    (unsigned long long)count, count == 1 ? one : many);
}

static void judge(struct kam_inspection *inspection, const struct kam_import_file *file,
                  const struct kam_line_findings *findings)
{
    struct verdict verdict = {.ok = true};
    struct kam_facts *facts = &inspection->facts;

    blame(&verdict, file->doubts.count, "thing to decide", "things to decide");
    blame(&verdict, file->encoding.origin == KAM_ENCODING_GUESSED, "guessed encoding", "");
    blame(&verdict, file->encoding.replaced, "broken character", "broken characters");
    blame(&verdict, findings->bad_lines, "bad line", "bad lines");
    blame(&verdict, findings->wrong_totals, "total that doesn't hold", "totals that don't hold");
    blame(&verdict, findings->status != KAM_OK, "error", "");
    inspection->status = findings->status ? findings->status : verdict.text.len ? KAM_DATA : KAM_OK;
    kam_facts_add(facts, "import", KAM_TEXT(""),
                  verdict.text.len ? KAM_TEXT("fails") : KAM_TEXT("works"),
                  kam_buffer_text(&verdict.text));
    facts->failed = facts->failed || !verdict.ok;
    kam_buffer_free(&verdict.text);
}

static void add_damage(struct kam_facts *facts, const struct kam_import_file *file)
{
    const struct kam_encoding_note *encoding = &file->encoding;

    if (encoding->replaced)
        kam_facts_print(facts, "broken", "", "bytes that aren't text in this encoding",
                        "%llu, the first at byte %llu", (unsigned long long)encoding->replaced,
                        (unsigned long long)encoding->first_replaced);
}

static void doubt_encoding(struct kam_inspection *inspection, const struct kam_import_plan *plan)
{
    struct kam_error warning;

    if (plan->file_count == 0 || !kam_import_plan_doubts_encoding(&plan->files[0], &warning))
        return;
    kam_inspect_say(&inspection->facts, "warning", &warning);
    inspection->warnings++;
}

/* PLAN can't be read, or not further: ERROR says why. */
static void give_up(struct kam_inspection *inspection, const struct kam_import_plan *plan,
                    const struct kam_import_options *options, const struct kam_error *error)
{
    if (plan->file_count)
        kam_inspect_bytes(&inspection->facts, &plan->files[0], options);
    kam_inspect_say(&inspection->facts, "error", error);
    kam_facts_add(&inspection->facts, "import", KAM_TEXT(""), KAM_TEXT("fails"),
                  KAM_TEXT("1 error"));
    inspection->status = error->status;
}

/* No header, and bytes that no encoding explains. */
static bool is_no_table(const struct kam_import_file *file,
                        const struct kam_import_options *options)
{
    return file->encoding.replaced && file->kind != KAM_INPUT_TABLE &&
           !kam_import_map_fits(options, file->names, file->width);
}

static bool can_be_read(const struct kam_import_file *file)
{
    return file->kind == KAM_INPUT_TABLE ||
           (file->columns[KAM_ROLE_ACCOUNT] != KAM_NO_COLUMN && file->factor_count);
}

/* All facts of PLAN, which was looked at. */
static enum kam_status describe(struct kam_inspection *inspection, struct kam_import_plan *plan,
                                const struct kam_import_options *options, struct kam_error *error)
{
    struct kam_import_file *file = &plan->files[0];
    struct kam_facts *facts = &inspection->facts;
    struct kam_line_findings findings = {.status = KAM_OK};
    struct kam_error why = {.status = KAM_OK};
    enum kam_status status = KAM_OK;

    if (file->kind != KAM_INPUT_TABLE && !kam_import_map_fits(options, file->names, file->width))
        status = kam_inspect_doubt_header(file, error);
    if (status)
        return status;
    kam_inspect_file(facts, file, options);
    if (can_be_read(file)) {
        status = kam_import_plan_lay_out(plan, options, &why);
        if (status == KAM_NOMEM || status == KAM_USAGE) {
            *error = why;
            return status;
        }
        findings.status = status;
        if (status)
            kam_inspect_say(facts, "error", &why);
        else if (kam_inspect_lines(facts, plan, options, &findings, error))
            return KAM_NOMEM;
        inspection->content = findings.content;
    }
    add_damage(facts, file);
    kam_inspect_doubts(facts, file);
    judge(inspection, file, &findings);
    inspection->understood = true;
    inspection->warnings += findings.warnings;
    return kam_inspect_section(file, options, &inspection->section) && !facts->failed
               ? KAM_OK
               : kam_error_nomem(error);
}

enum kam_status kam_inspect(struct kam_inspection *inspection, const char *path,
                            const struct kam_import_options *options, struct kam_error *error)
{
    struct kam_import_options own = *options;
    struct kam_import_plan plan;
    struct kam_error why = {.status = KAM_OK};

    *inspection = (struct kam_inspection){.path = path};
    own.purpose = KAM_FOR_INSPECTION;
    enum kam_status status = kam_import_plan_look(&plan, &path, 1, &own, &why);
    doubt_encoding(inspection, &plan);
    if (!status && is_no_table(&plan.files[0], &own))
        status = kam_error_set(&why, KAM_DATA,
                               "no header, and %llu bytes that are no text: is this a table?",
                               (unsigned long long)plan.files[0].encoding.replaced);
    if (!status) {
        status = describe(inspection, &plan, &own, error);
    } else if (status == KAM_NOMEM || status == KAM_USAGE) {
        *error = why;
    } else {
        give_up(inspection, &plan, &own, &why);
        status = inspection->facts.failed ? kam_error_nomem(error) : KAM_OK;
    }
    kam_import_plan_free(&plan);
    return status;
}

void kam_inspection_free(struct kam_inspection *inspection)
{
    kam_facts_free(&inspection->facts);
    kam_buffer_free(&inspection->section);
    *inspection = (struct kam_inspection){.status = KAM_OK};
}
