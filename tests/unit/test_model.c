#include "model/model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#define DIMENSION                                                                                  \
    "[dimension revenue]\ncolumn = revenue\nweight = 40\nbands = 0:0, 5万:60, 20万:100\n"
#define TIERS "[tiers]\nnames = a, b, c\ncut = customers 1%, 5%\n"

/* Load TEXT with at most one override; the message of what is wrong with it, or "". */
static const char *complaint(const char *text, const char *override)
{
    static char message[2048];
    struct kam_error error;
    struct kam_model *model;
    enum kam_status status = kam_model_load_text(&model, "m.kam", kam_text_of(text), &override,
                                                 override != NULL, &error);

    message[0] = '\0';
    if (status == KAM_OK) {
        kam_model_free(model);
        return message;
    }
    assert_null(model);
    assert_int_equal(status, KAM_USAGE);
    kam_error_format(&error, message, sizeof message);
    return message;
}

static struct kam_model *load(const char *text)
{
    struct kam_error error;
    struct kam_model *model;

    if (kam_model_load_text(&model, "m.kam", kam_text_of(text), NULL, 0, &error) != KAM_OK)
        fail_msg("line %llu: %s: %s", (unsigned long long)error.line, error.column, error.text);
    return model;
}

static void assert_text(struct kam_text text, const char *expected)
{
    if (!kam_text_equal(text, kam_text_of(expected)))
        fail_msg("'%.*s' instead of '%s'", (int)text.len, text.ptr, expected);
}

static void assert_decimal(struct kam_decimal value, const char *expected)
{
    char text[KAM_DECIMAL_SIZE];

    kam_decimal_format(value, 0, text);
    assert_string_equal(text, expected);
}

static void mistakes_have_a_place_and_a_reason(void **unused)
{
    static const struct {
        const char *text, *complaint;
    } cases[] = {
        /* names */
        {"[dimensoin revenue]\n",
         "m.kam:1: [dimensoin revenue]: unknown section; did you mean 'dimension'?"},
        {"[zzzzzzzz]\n", "m.kam:1: [zzzzzzzz]: unknown section"},
        {"[model]\nwindows = 12\n",
         "m.kam:2: windows: unknown key in [model]; did you mean 'window'?"},
        {"[model x]\n", "m.kam:1: [model x]: this section takes no name"},
        {"[dimension]\n", "m.kam:1: [dimension]: name is missing"},
        {"[tiers | a=b]\n", "m.kam:1: [tiers | a=b]: this section takes no condition"},
        {"[attribute revenue]\nmerge = max\n",
         "m.kam:1: [attribute revenue]: 'revenue' is a column of kam's own"},
        {"[attribute 信用]\n", "m.kam:1: [attribute 信用]: the key 'merge' is missing"},
        {"[attribute 信用]\nmerge = sun\n",
         "m.kam:2: merge: not one of the words sum max min set head: 'sun'; did you mean 'sum'?"},
        /* numbers */
        {"[model]\nwindow = 0\n", "m.kam:2: window: not a whole number from 1 to 1200: '0'"},
        {"[model]\nwindow = 18446744073709551628\n",
         "m.kam:2: window: not a whole number from 1 to 1200: '18446744073709551628'"},
        {"[model]\nwindow =\n", "m.kam:2: window: a value is missing"},
        {"[import]\nround = 19\n", "m.kam:2: round: not a whole number from 0 to 18: '19'"},
        {"[import]\nkeep = industry=行业, industry\n",
         "m.kam:2: keep: 'industry' stands here twice"},
        {"[import]\nkeep = tier\n",
         "m.kam:2: keep: 'tier' is a column of kam's own; take it under another name, NEW=tier"},
        {"[import]\nkeep = tier=level\n",
         "m.kam:2: keep: 'tier' is a column of kam's own; take it under another name, NEW=level"},
        {"[import]\nkeep = a,,b\n", "m.kam:2: keep: a value is missing"},
        {"[import]\ndelimiter = ,,\n",
         "m.kam:2: delimiter: write comma, tab, semicolon, pipe or one character, not ',,'"},
        /* dimensions */
        {"[dimension r]\nweight = 1\nbands = 0:0\n",
         "m.kam:1: [dimension r]: the key 'column' is missing"},
        {"[dimension r]\ncolumn = revenue\nbands = 0:0\n",
         "m.kam:1: [dimension r]: the key 'weight' is missing"},
        {"[dimension r]\ncolumn = revenue\nweight = -1\nbands = 0:0\n",
         "m.kam:3: weight: can't be negative: '-1'"},
        {"[dimension r]\ncolumn = revenue\nweight = 1,5\nbands = 0:0\n",
         "m.kam:3: weight: not a number: '1,5'"},
        {"[dimension r]\ncolumn = revenue\nweight = 0\nbands = 0:0\n",
         "m.kam:1: [dimension r]: the weights of all dimensions are 0"},
        {"[dimension r]\ncolumn = revenue\nweight = 1\n",
         "m.kam:1: [dimension r]: one of bands, linear, values or scale is missing"},
        {"[dimension r]\ncolumn = revenue\nweight = 1\nbands = 0:0\nvalues = A:1\n",
         "m.kam:5: values: there is bands already; leave one"},
        {"[dimension r]\ncolumn = tier\nweight = 1\nvalues = A:1\n",
         "m.kam:2: column: 'tier' doesn't exist yet when kam-score applies this"},
        {"[dimension r]\ncolumn = x\nweight = 1\nbands = 0:0\nmissing = skip\npoints = 3\n",
         "m.kam:6: points: there is missing already; leave one of the two"},
        {"[dimension r]\ncolumn = x\nweight = 1\nbands = 0:0\npoints = 100.5\n",
         "m.kam:5: points: points are 0 to 100, not '100.5'"},
        {"[dimension r]\ncolumn = x\nweight = 1\nbands = 0:0, 5万:40, 1万:60\n",
         "m.kam:4: bands: the values have to rise, but '1万' isn't above the one before it"},
        {"[dimension r]\ncolumn = x\nweight = 1\nbands = 0:0, 50000:40, 5万:60\n",
         "m.kam:4: bands: the values have to rise, but '5万' isn't above the one before it"},
        {"[dimension r]\ncolumn = x\nweight = 1\nbands = 0:0, 5:120\n",
         "m.kam:4: bands: points are 0 to 100, not '120'"},
        {"[dimension r]\ncolumn = x\nweight = 1\nbands = 0:0, 5:-1\n",
         "m.kam:4: bands: points are 0 to 100, not '-1'"},
        {"[dimension r]\ncolumn = x\nweight = 1\nbands = 0:0, 1,000:5\n",
         "m.kam:4: bands: not of the form VALUE:POINTS: '1'"},
        {"[dimension r]\ncolumn = x\nweight = 1\nbands = 0 : 0, : 5\n",
         "m.kam:4: bands: not of the form VALUE:POINTS: ': 5'"},
        {"[dimension r]\ncolumn = x\nweight = 1\nlinear = 0:50\n",
         "m.kam:4: linear: linear wants at least two VALUE:POINTS"},
        {"[dimension r]\ncolumn = x\nweight = 1\nvalues = A:1, B:2, A:3\n",
         "m.kam:4: values: 'A' has points twice"},
        {"[dimension r]\ncolumn = x\nweight = 1\nvalues = *:1, *:2\n",
         "m.kam:4: values: '*' has points twice"},
        {"[dimension r]\ncolumn = x\nweight = 1\nscale = precentile\n",
         "m.kam:4: scale: not one of the words minmax percentile zscore share: 'precentile'; did "
         "you mean 'percentile'?"},
        {DIMENSION "[dimension revenu | a=b]\nbands = 0:0\n",
         "m.kam:5: [dimension revenu | a=b]: there is no [dimension revenu] that this is a segment "
         "of; did you mean 'revenue'?"},
        {DIMENSION "[dimension revenue | a=b]\nbands = 0:0\nweight = 3\n",
         "m.kam:7: weight: a segment has only a scale of its own; put this into [dimension "
         "revenue]"},
        {DIMENSION "[dimension revenue | score > 3]\nbands = 0:0\n",
         "m.kam:5: [dimension revenue | score > 3]: 'score' doesn't exist yet when kam-score "
         "applies this"},
        {DIMENSION "[dimension revenue | revenue > x]\nbands = 0:0\n",
         "m.kam:5: [dimension revenue | revenue > x]: 'revenue' holds numbers; not a number: 'x'"},
        /* tiers */
        {"[tiers]\nnames = a, b\n", "m.kam:1: [tiers]: the key 'cut' is missing"},
        {"[tiers]\nnames = a\ncut = count 3\n", "m.kam:2: names: at least two tiers are needed"},
        {"[tiers]\nnames = a, b, a\ncut = count 3, 5\n",
         "m.kam:2: names: the tier 'a' stands here twice"},
        {"[tiers]\nnames = a, total\ncut = count 3\n",
         "m.kam:2: names: a tier can't be called 'total': summaries have a row of that name"},
        {"[tiers]\nnames = absent, b\ncut = count 3\n",
         "m.kam:2: names: a tier can't be called 'absent': summaries have a row of that name"},
        {"[tiers]\nnames = a, b, c\ncut = customers 1%\n",
         "m.kam:3: cut: 3 tiers want 2 limits, and there are 1"},
        {"[tiers]\nnames = a, b\ncut = custmers 1%\n",
         "m.kam:3: cut: starts with customers, share, value or count, not 'custmers'; did you mean "
         "'customers'?"},
        {"[tiers]\nnames = a, b\ncut = customers 1\n",
         "m.kam:3: cut: write a percentage, like 5%, instead of '1'"},
        {"[tiers]\nnames = a, b\ncut = customers 0%\n",
         "m.kam:3: cut: a percentage is above 0%, not '0%'"},
        {"[tiers]\nnames = a, b\ncut = share 100.5%\n",
         "m.kam:3: cut: the limits are cumulative and pass 100% at '100.5%'"},
        {"[tiers]\nnames = a, b, c\ncut = share 60%, +50%\n",
         "m.kam:3: cut: the limits are cumulative and pass 100% at '+50%'"},
        {"[tiers]\nnames = a, b, c\ncut = share 50%, 50%\n",
         "m.kam:3: cut: the limits are cumulative and have to rise (write +4% for the next 4%); "
         "see '50%'"},
        {"[tiers]\nnames = a, b, c\ncut = value 40, 60\n",
         "m.kam:3: cut: the limits have to fall, from the highest tier's down; see '60'"},
        {"[tiers]\nnames = a, b, c\ncut = value 60, +40\n",
         "m.kam:3: cut: a value can't be the next so much; write it without '+': '+40'"},
        {"[tiers]\nnames = a, b\ncut = count 2.5\n",
         "m.kam:3: cut: a count is a whole number above 0, not '2.5'"},
        {"[tiers]\nnames = a, b\ncut = count\n", "m.kam:3: cut: not a number: ''"},
        {"[tiers]\nnames = a, b\ncut = count 3\nby = account_name\n",
         "m.kam:4: by: 'account_name' isn't a number to rank by"},
        {"[tiers]\nnames = a, b\ncut = count 3\nby = limit_up\n",
         "m.kam:4: by: 'limit_up' doesn't exist yet when kam-tier ranks"},
        {"[tiers]\nnames = a, b\ncut = abc 80%\n", "m.kam:3: cut: abc takes no limits: '80%'"},
        /* rules */
        {TIERS "[admit x]\nwhen = revenue >= 100万\ntier = A\n",
         "m.kam:6: tier: 'A' is none of the names in [tiers]; did you mean 'a'?"},
        {"[admit x]\nwhen = revenue >= 100万\ntier = a\n",
         "m.kam:3: tier: 'a' is none of the names in [tiers]"},
        {"[admit x]\nwhen = tier = a\ntier = a\n" TIERS,
         "m.kam:2: when: 'tier' doesn't exist yet when kam-tier applies this"},
        {"[flag x]\nat-most = a\n" TIERS, "m.kam:1: [flag x]: the key 'when' is missing"},
        {"[flag x]\nwhen = revenue\n",
         "m.kam:2: when: no operator (= != < <= > >=, in, is empty) behind the column: 'revenue'"},
        {TIERS "[policy d]\nmanager = x\n",
         "m.kam:4: [policy d]: 'd' is none of the names in [tiers]; did you mean 'a'?"},
        {"[branch]\ndesk = business\n",
         "m.kam:2: desk: not of the form NAME : CONDITION: 'business'"},
        /* what later versions apply is checked already */
        {"[column c]\nvalue = revenue +\n",
         "m.kam:2: value: a column or a number is missing at the end: 'revenue +'"},
        {"[grid]\ncontribution = revenue : 5, 3\npotential = x : 1\nrows = A\n",
         "m.kam:2: contribution: the limits have to rise; see '3'"},
        {"[grid]\ncontribution = revenue : 5\npotential = x : 1\nrows = A B / C\n",
         "m.kam:4: rows: the rows, separated by '/', have to be equally long; see 'C'"},
        {"[grid]\ncontribution = revenue : 5\npotential = x : 1\nrows = A B\nA = x\nB = y\n",
         "m.kam:4: rows: 1 by 2 classes, but the limits of contribution and potential make 2 by 2"},
        {"[grid]\ncontribution = revenue : 5\npotential = x : 1\nrows = A B / A C\nA = x\nB = y\n",
         "m.kam:4: rows: no strategy for the class 'C'"},
        {"[grid]\ncontribution = revenue : 5\npotential = x : 1\nrows = A A / A A\nA = x\nD = y\n",
         "m.kam:6: D: neither a key of [grid] nor a class in its rows; did you mean 'A'?"},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *said = complaint(cases[i].text, NULL);
        if (strcmp(said, cases[i].complaint) != 0)
            fail_msg("%s\nsays:     %s\nexpected: %s", cases[i].text, said, cases[i].complaint);
    }
}

static void everything_of_a_good_model_is_there(void **unused)
{
    struct kam_model *model = load("[model]\n"
                                   "name = Telecom, \"2026\"\n"
                                   "window = 6\n"
                                   "missing = zero\n"
                                   "[import]\n"
                                   "account = 客户编号\n"
                                   "keep = industry=行业, credit, \"total, net\"\n"
                                   "delimiter = pipe\n"
                                   "[import crm]\n"
                                   "prefix = \"C-\"\n"
                                   "round = 4\n"
                                   "[group]\n"
                                   "same = 税号, tax\n"
                                   "ignore-payer = P1\n"
                                   "max-members = 200\n"
                                   "[attribute credit]\n"
                                   "merge = head\n"
                                   "[dimension revenue | industry=hospital]\n"
                                   "linear = -50%:0, 0:50, 0.5:100\n" DIMENSION
                                   "[dimension revenue | industry in bank|press]\n"
                                   "bands = 0:7\n"
                                   "[dimension potential]\n"
                                   "column = potential\n"
                                   "weight = 0.5\n"
                                   "points = 30\n"
                                   "values = A:100, \"b:c\":70.5, *:10\n" TIERS "ties = split\n"
                                   "base = net\n");
    const struct kam_model_import *crm = kam_model_find_import(model, KAM_TEXT("crm"));
    const struct kam_model_import *plain = kam_model_find_import(model, KAM_TEXT(""));
    const struct kam_model_dimension *revenue = &model->dimensions[0];
    const struct kam_model_dimension *potential = &model->dimensions[1];

    (void)unused;
    assert_text(model->name, "Telecom, \"2026\"");
    assert_int_equal(model->window, 6);
    assert_non_null(plain);
    assert_text(plain->account, "客户编号");
    assert_text(plain->month, "");
    assert_int_equal(plain->keep.count, 3);
    assert_text(plain->keep.items[0].name, "industry");
    assert_text(plain->keep.items[0].column, "行业");
    assert_text(plain->keep.items[2].name, "total, net");
    assert_int_equal(plain->delimiter, '|');
    assert_int_equal(plain->round, -1);
    assert_non_null(crm);
    assert_text(crm->prefix, "C-");
    assert_int_equal(crm->round, 4);
    assert_null(kam_model_find_import(model, KAM_TEXT("sap")));
    assert_int_equal(model->group.same.count, 2);
    assert_text(model->group.ignore_payer.items[0], "P1");
    assert_int_equal(model->group.max_members, 200);
    assert_int_equal(model->attribute_count, 1);
    assert_int_equal(model->attributes[0].merge, KAM_MERGE_HEAD);

    assert_int_equal(model->dimension_count, 2);
    assert_int_equal(revenue->missing, KAM_MISSING_ZERO);
    assert_decimal(revenue->weight, "40");
    assert_int_equal(revenue->scale.kind, KAM_SCALE_BANDS);
    assert_int_equal(revenue->scale.step_count, 3);
    assert_decimal(revenue->scale.steps[1].from, "50000");
    assert_true(revenue->scale.steps[1].points == 60);
    assert_int_equal(revenue->segment_count, 2);
    assert_text(revenue->segments[0].condition.terms[0].operands[0].text, "hospital");
    assert_int_equal(revenue->segments[0].scale.kind, KAM_SCALE_LINEAR);
    assert_decimal(revenue->segments[0].scale.steps[0].from, "-0.5");
    assert_decimal(revenue->segments[0].scale.steps[2].from, "0.5");
    assert_int_equal(revenue->segments[1].condition.terms[0].operand_count, 2);
    assert_int_equal(potential->missing, KAM_MISSING_POINTS);
    assert_true(potential->missing_points == 30);
    assert_int_equal(potential->scale.step_count, 2);
    assert_text(potential->scale.steps[1].text, "b:c");
    assert_true(potential->scale.steps[1].points == 70.5);
    assert_true(potential->scale.has_other && potential->scale.other_points == 10);
    assert_int_equal(potential->segment_count, 0);

    assert_int_equal(model->tiers.names.count, 3);
    assert_text(model->tiers.by, "score");
    assert_int_equal(model->tiers.ties, KAM_TIES_SPLIT);
    assert_int_equal(model->tiers.base, KAM_BASE_NET);
    kam_model_free(model);
}

static void cuts_are_cumulative(void **unused)
{
    static const struct {
        const char *cut;
        enum kam_cut_kind kind;
        const char *limits[3];
    } cases[] = {
        {"customers 1%, +4%, 20%", KAM_CUT_CUSTOMERS, {"0.01", "0.05", "0.2"}},
        {"customers +1%, +4%, +95%", KAM_CUT_CUSTOMERS, {"0.01", "0.05", "1"}},
        {"share 50%,80%,95.5%", KAM_CUT_SHARE, {"0.5", "0.8", "0.955"}},
        {"value 80, 10.5, -5%", KAM_CUT_VALUE, {"80", "10.5", "-0.05"}},
        {"count 10, +40, 1万", KAM_CUT_COUNT, {"10", "50", "10000"}},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[128];
        snprintf(text, sizeof text, "[tiers]\nnames = a, b, c, d\ncut = %s\n", cases[i].cut);
        struct kam_model *model = load(text);
        assert_int_equal(model->tiers.cut.kind, cases[i].kind);
        assert_int_equal(model->tiers.cut.limit_count, 3);
        for (size_t j = 0; j < 3; j++)
            assert_decimal(model->tiers.cut.limits[j], cases[i].limits[j]);
        kam_model_free(model);
    }
}

static void no_model_is_an_empty_one(void **unused)
{
    struct kam_model *model;
    struct kam_error error;

    (void)unused;
    assert_int_equal(kam_model_load(&model, NULL, NULL, 0, &error), KAM_OK);
    assert_int_equal(model->window, 0);
    assert_int_equal(model->dimension_count, 0);
    assert_int_equal(model->tiers.names.count, 0);
    assert_null(kam_model_find_import(model, KAM_TEXT("")));
    for (int tool = KAM_TOOL_IMPORT; tool <= KAM_TOOL_REPORT; tool++)
        assert_int_equal(kam_model_unsupported(model, (enum kam_tool)tool, &error), KAM_OK);
    kam_model_free(model);
    assert_int_equal(kam_model_load(&model, "no/such.kam", NULL, 0, &error), KAM_IO);
    assert_null(model);
    kam_model_free(NULL);
}

static void overrides_replace_add_and_take_away(void **unused)
{
    static const struct {
        const char *override, *complaint;
    } cases[] = {
        {"dimension revenue:weight=50", ""},
        {"dimension  \"revenue\" : weight = 50", ""},
        {"dimension revenue | industry = bank:bands=0:0, 5:5", ""},
        {"dimension revenue | industry=bank:bands=",
         "m.kam:5: [dimension revenue | industry=bank]: "
         "one of bands, linear, values or scale is "
         "missing"},
        {"tiers:ties=split", ""},
        {"tiers:cut=value 5, 3", ""},
        {"tiers:cut=value 5", "--set tiers:cut: 3 tiers want 2 limits, and there are 1"},
        {"dimension revenue:weight=many", "--set dimension revenue:weight: not a number: 'many'"},
        {"dimension revenu:weight=5",
         "--set dimension revenu:weight: the model has no section '[dimension revenu]'; did you "
         "mean '[dimension revenue]'?"},
        {"tiers:cuts=5", "--set tiers:cuts: unknown key in [tiers]; did you mean 'cut'?"},
        {"weight=5", "--set: not of the form SECTION:KEY=VALUE: 'weight=5'"},
        {"tiers:cut", "--set: not of the form SECTION:KEY=VALUE: 'tiers:cut'"},
        {"", "--set: not of the form SECTION:KEY=VALUE: ''"},
        {"\xFF:a=b", "--set: not UTF-8: '\\xFF:a=b'"},
        {"tiers:cut=", "m.kam:7: [tiers]: the key 'cut' is missing"},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *said =
            complaint(DIMENSION "[dimension revenue | industry=bank]\nbands = 1:1\n" TIERS,
                      cases[i].override);
        if (strcmp(said, cases[i].complaint) != 0)
            fail_msg("%s\nsays:     %s\nexpected: %s", cases[i].override, said, cases[i].complaint);
    }
}

static void the_last_override_counts(void **unused)
{
    static const char *const overrides[] = {"dimension revenue:weight=3",
                                            "dimension revenue:missing=error",
                                            "dimension revenue:weight=7"};
    struct kam_model *model;
    struct kam_error error;

    (void)unused;
    assert_int_equal(
        kam_model_load_text(&model, "m.kam", kam_text_of(DIMENSION), overrides, 3, &error), KAM_OK);
    assert_decimal(model->dimensions[0].weight, "7");
    assert_int_equal(model->dimensions[0].missing, KAM_MISSING_ERROR);
    kam_model_free(model);
}

static void a_tool_refuses_only_what_it_would_ignore(void **unused)
{
    static const struct {
        const char *text;
        enum kam_tool tool;
        const char *complaint;
    } cases[] = {
        {TIERS "[flag one-off]\nwhen = months <= 2\n", KAM_TOOL_TIER,
         "m.kam:4: [flag one-off]: not applied by this version of kam-tier; remove it or make it "
         "a comment"},
        {TIERS "[flag one-off]\nwhen = months <= 2\n", KAM_TOOL_IMPORT, ""},
        {TIERS "[flag one-off]\nwhen = months <= 2\n", KAM_TOOL_SCORE, ""},
        {TIERS "[flag one-off]\nwhen = months <= 2\n", KAM_TOOL_DIFF, ""},
        {TIERS "[policy a]\nvisits = 4\n[branch]\ndesk = x : revenue < 5\n", KAM_TOOL_TIER,
         "m.kam:4: [policy a]: not applied by this version of kam-tier; remove it or make it a "
         "comment"},
        {TIERS "demote-after = 3\n", KAM_TOOL_TIER,
         "m.kam:4: demote-after: not applied by this version of kam-tier; remove it or make it a "
         "comment"},
        {"[tiers]\nnames = a, b, c\ncut = abc\n", KAM_TOOL_TIER,
         "m.kam:3: cut: not applied by this version of kam-tier; remove it or make it a comment"},
        {"[tiers]\nnames = a, b, c\ncut = abc\n", KAM_TOOL_SCORE, ""},
        {"[dimension r]\ncolumn = x\nweight = 1\nscale = minmax\n", KAM_TOOL_SCORE,
         "m.kam:4: scale: not applied by this version of kam-score; remove it or make it a "
         "comment"},
        {"[dimension r]\ncolumn = x\nscale = minmax\n[weights]\nmethod = critic\n", KAM_TOOL_TIER,
         ""},
        {"[column c]\nvalue = cost / revenue\n", KAM_TOOL_SCORE,
         "m.kam:1: [column c]: not applied by this version of kam-score; remove it or make it a "
         "comment"},
        {"[risk r]\nwhen = growth_3 < -20%\n", KAM_TOOL_DIFF,
         "m.kam:1: [risk r]: not applied by this version of kam-diff; remove it or make it a "
         "comment"},
        {"[import]\ndates = dmy\nunit = 万元\ndecimal = ,\nheader-line = 2-3\n", KAM_TOOL_IMPORT,
         ""},
        {DIMENSION TIERS, KAM_TOOL_TIER, ""},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_model *model = load(cases[i].text);
        struct kam_error error;
        char said[2048] = "";
        if (kam_model_unsupported(model, cases[i].tool, &error) != KAM_OK)
            kam_error_format(&error, said, sizeof said);
        assert_string_equal(said, cases[i].complaint);
        kam_model_free(model);
    }
}

struct hashes {
    char score[KAM_MODEL_HASH_SIZE], tier[KAM_MODEL_HASH_SIZE];
};

static struct hashes hashes_of(const char *text)
{
    struct kam_model *model = load(text);
    struct kam_error error;
    struct hashes h = {"", ""};

    assert_int_equal(kam_model_hash_score(model, h.score, &error), KAM_OK);
    assert_int_equal(kam_model_hash_tier(model, h.tier, &error), KAM_OK);
    kam_model_free(model);
    return h;
}

static void the_hash_is_of_what_decides(void **unused)
{
    enum change { SAME, SCORE, TIER };
    static const char base[] =
        DIMENSION "[dimension revenue | industry=bank]\nbands = 5万:7\n" TIERS
                  "[flag f]\nwhen = months <= 2\nat-most = b\n";
    static const struct {
        const char *text;
        enum change change;
    } cases[] = {
        {"# a comment\n[model]\nname = other\nwindow = 3\n" TIERS
         "[flag  f]\nat-most = b\nwhen = months<=2.0\n"
         "[dimension revenue | industry = \"bank\"]\nbands = 50000:7.0\n"
         "[dimension revenue]\nbands = 0:0, 50000:60,\n   0.002亿:100\nweight = 40.0\n"
         "column = revenue ; a comment\n[policy a]\nvisits = 3\n",
         SAME},
        {DIMENSION "[dimension revenue | industry=bank]\nbands = 5万:8\n" TIERS
                   "[flag f]\nwhen = months <= 2\nat-most = b\n",
         SCORE},
        {DIMENSION "[dimension revenue | industry!=bank]\nbands = 5万:7\n" TIERS
                   "[flag f]\nwhen = months <= 2\nat-most = b\n",
         SCORE},
        {"[model]\nmissing = error\n" DIMENSION
         "[dimension revenue | industry=bank]\nbands = 5万:7\n" TIERS
         "[flag f]\nwhen = months <= 2\nat-most = b\n",
         SCORE},
        {DIMENSION "[dimension revenue | industry=bank]\nbands = 5万:7\n" TIERS
                   "ties = down\n[flag f]\nwhen = months <= 2\nat-most = b\n",
         TIER},
        {DIMENSION "[dimension revenue | industry=bank]\nbands = 5万:7\n" TIERS
                   "[flag f]\nwhen = months <= 2\nat-most = c\n",
         TIER},
        {DIMENSION "[dimension revenue | industry=bank]\nbands = 5万:7\n" TIERS
                   "[category f]\nwhen = months <= 2\n",
         TIER},
    };
    struct hashes expected = hashes_of(base);

    (void)unused;
    assert_int_equal(strlen(expected.score), 16);
    assert_string_not_equal(expected.score, expected.tier);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hashes h = hashes_of(cases[i].text);
        if ((strcmp(h.score, expected.score) == 0) != (cases[i].change != SCORE) ||
            (strcmp(h.tier, expected.tier) == 0) != (cases[i].change == SAME))
            fail_msg("case %zu: %s %s against %s %s", i, h.score, h.tier, expected.score,
                     expected.tier);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_have_a_place_and_a_reason),
        cmocka_unit_test(everything_of_a_good_model_is_there),
        cmocka_unit_test(cuts_are_cumulative),
        cmocka_unit_test(no_model_is_an_empty_one),
        cmocka_unit_test(overrides_replace_add_and_take_away),
        cmocka_unit_test(the_last_override_counts),
        cmocka_unit_test(a_tool_refuses_only_what_it_would_ignore),
        cmocka_unit_test(the_hash_is_of_what_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
