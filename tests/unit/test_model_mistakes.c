/* What is wrong with a model is said with its line. */
#include "models.h"

/* A model, and the message about what is wrong with it; "": nothing is. */
struct mistake {
    const char *text, *complaint;
};

static void assert_mistakes(const struct mistake *mistakes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *said = complaint(mistakes[i].text, NULL);
        if (strcmp(said, mistakes[i].complaint) != 0)
            fail_msg("%s\nsays:     %s\nexpected: %s", mistakes[i].text, said,
                     mistakes[i].complaint);
    }
}

#define ASSERT_MISTAKES(mistakes) assert_mistakes(mistakes, sizeof(mistakes) / sizeof *(mistakes))

/* Three tiers and two with a cut, which stands in line 3. */
#define CUT(cut)  "[tiers]\nnames = a, b, c\ncut = " cut "\n"
#define CUT2(cut) "[tiers]\nnames = a, b\ncut = " cut "\n"

static void mistakes_have_a_place_and_a_reason(void **unused)
{
    static const struct mistake cases[] = {
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
        {DIMENSION "[dimension revenue | revenue = x]\nbands = 0:0\n",
         "m.kam:5: [dimension revenue | revenue = x]: 'revenue' holds numbers; not a number: 'x'"},
        {DIMENSION "[dimension revenue | revenue > score]\nbands = 0:0\n",
         "m.kam:5: [dimension revenue | revenue > score]: 'score' doesn't exist yet when kam-score "
         "applies this"},
        {DIMENSION "[dimension revenue | last 3 months > 5 of points_x]\nbands = 0:0\n",
         "m.kam:5: [dimension revenue | last 3 months > 5 of points_x]: 'points_x' doesn't exist "
         "yet when kam-score applies this"},
        {DIMENSION "[dimension revenue | last 3 months > 5, services has a|b]\nbands = 0:0\n", ""},
        /* tiers */
        {"[tiers]\nnames = a, b\n", "m.kam:1: [tiers]: the key 'cut' is missing"},
        {"[tiers]\nnames = a\ncut = count 3\n", "m.kam:2: names: at least two tiers are needed"},
        {"[tiers]\nnames = a, b, a\ncut = count 3, 5\n",
         "m.kam:2: names: the tier 'a' stands here twice"},
        {"[tiers]\nnames = a, total\ncut = count 3\n",
         "m.kam:2: names: a tier can't be called 'total': summaries have a row or a column of "
         "that name"},
        {"[tiers]\nnames = absent, b\ncut = count 3\n",
         "m.kam:2: names: a tier can't be called 'absent': summaries have a row or a column of "
         "that name"},
        {"[tiers]\nnames = a, b, c\ncut = customers 1%\n",
         "m.kam:3: cut: 3 tiers want 2 limits, and there are 1"},
        {"[tiers]\nnames = a, b\ncut = custmers 1%\n",
         "m.kam:3: cut: starts with customers, share, value, count, managers or abc, not "
         "'custmers'; did you mean 'customers'?"},
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
        {"[flag x]\nwhen = revenue\n", "m.kam:2: when: no operator (= != < <= > >=, in, has, is "
                                       "empty) behind the column: 'revenue'"},
        {TIERS "[policy d]\nmanager = x\n",
         "m.kam:4: [policy d]: 'd' is none of the names in [tiers]; did you mean 'a'?"},
        {"[branch]\ndesk = business\n",
         "m.kam:2: desk: not of the form NAME : CONDITION: 'business'"},
        /* what later versions apply is checked already */
        {"[column c]\nvalue = revenue +\n",
         "m.kam:2: value: a column or a number is missing at the end: 'revenue +'"},
    };
    (void)unused;
    ASSERT_MISTAKES(cases);
}

static void contradictions_of_tiers_are_named(void **unused)
{
    static const struct mistake mistakes[] = {
        /* cuts */
        {CUT("customers 20%, 100%"),
         "m.kam:3: cut: with a limit of 100% nobody is left for the tier 'c'"},
        {CUT("customers 20%, +80%"),
         "m.kam:3: cut: with a limit of 100% nobody is left for the tier 'c'"},
        {CUT("share 50%, 100%"), ""},
        {CUT("abc"), ""},
        {"[tiers]\nnames = a, b\ncut = abc\n",
         "m.kam:3: cut: abc makes three tiers, and there are 2 names"},
        {"[tiers]\nnames = a, b, c, d\ncut = abc\n",
         "m.kam:3: cut: abc makes three tiers, and there are 4 names"},
        /* managers */
        {CUT("managers 10, +30"),
         "m.kam:3: cut: how many managers are there? say count or column in [managers]"},
        {CUT("managers 10, +30") "[managers]\nspan = 10\n",
         "m.kam:3: cut: how many managers are there? say count or column in [managers]"},
        {CUT("count 3, 10") "ties = sideways\n",
         "m.kam:4: ties: not one of the words up score down split: 'sideways'"},
        {CUT("count 3, 10") "base = gross\n",
         "m.kam:4: base: not one of the words positive net: 'gross'"},
        {CUT("managers 10, +30") "per = industry\n[managers]\ncount = 4\n",
         "m.kam:3: cut: each segment of 'per' has its own managers: say column in [managers] "
         "instead of count"},
        {CUT("managers 10, +30") "[managers]\ncount = 4\n", ""},
        {CUT("managers 10, +30") "[managers]\ncolumn = 经理\n", ""},
        {CUT("managers 10") "[managers]\ncount = 4\n",
         "m.kam:3: cut: 3 tiers want 2 limits, and there are 1"},
        {CUT("managers") "[managers]\ncount = 4\nspan = 10\n",
         "m.kam:3: cut: 3 tiers want 2 limits, customers per manager: managers 10, +30"},
        {CUT2("managers") "[managers]\ncount = 4\n",
         "m.kam:3: cut: how many customers per manager? say it here, or span in [managers]"},
        {CUT2("managers") "[managers]\ncount = 4\nspan = 20\n", ""},
        {CUT("managers 10, 5") "[managers]\ncount = 4\n",
         "m.kam:3: cut: the limits are cumulative and have to rise (write +4% for the next 4%); "
         "see '5'"},
        {CUT("managers 10.5, 20") "[managers]\ncount = 4\n",
         "m.kam:3: cut: a count is a whole number above 0, not '10.5'"},
        {CUT("managers 0, 20") "[managers]\ncount = 4\n",
         "m.kam:3: cut: a count is a whole number above 0, not '0'"},
        {CUT("managers 10%, 20%") "[managers]\ncount = 4\n",
         "m.kam:3: cut: a count is a whole number above 0, not '10%'"},
        {"[managers]\ncount = 0\n", "m.kam:2: count: not a whole number from 1 to 1000000000: '0'"},
        {"[managers]\nspan = 0\n", "m.kam:2: span: not a whole number from 1 to 1000000000: '0'"},
        {"[managers]\nspan = 2.5\n",
         "m.kam:2: span: not a whole number from 1 to 1000000000: '2.5'"},
        {"[managers]\ncolumn = tier\n",
         "m.kam:2: column: 'tier' doesn't exist yet when kam-tier ranks"},
        {"[managers]\nspam = 30\n",
         "m.kam:2: spam: unknown key in [managers]; did you mean 'span'?"},
        /* what goes with which cut */
        {TIERS "crossing = include\n",
         "m.kam:4: crossing: only a limit of 'share' is crossed by a customer; remove it or "
         "choose another cut"},
        {CUT("share 50%, 80%") "crossing = exclude\n", ""},
        {CUT("share 50%, 80%") "crossing = excluded\n",
         "m.kam:4: crossing: not one of the words include exclude: 'excluded'; did you mean "
         "'exclude'?"},
        {CUT("value 80, 60") "admitted = inside\n",
         "m.kam:4: admitted: a cut by value has no places to take; remove it or choose another "
         "cut"},
        {CUT("value 80, 60") "admitted = on-top\n", ""},
        {CUT("abc") "admitted = inside\n",
         "m.kam:4: admitted: a cut by abc has no places to take; remove it or choose another cut"},
        {CUT("share 50%, 80%") "admitted = inside\n", ""},
        {TIERS "admitted = ontop\n",
         "m.kam:4: admitted: not one of the words on-top inside: 'ontop'; did you mean 'on-top'?"},
        {CUT("value 80, 60") "per = industry\n",
         "m.kam:4: per: a value is the same limit in every segment; remove it or choose another "
         "cut"},
        {CUT("abc") "per = industry\n", ""},
        {TIERS "per = tier_cut\n",
         "m.kam:4: per: 'tier_cut' doesn't exist yet when kam-tier ranks"},
        {TIERS "per = rank\n", "m.kam:4: per: 'rank' doesn't exist yet when kam-tier ranks"},
        {TIERS "per =\n", "m.kam:4: per: a value is missing"},
        {TIERS "perr = industry\n", "m.kam:4: perr: unknown key in [tiers]; did you mean 'per'?"},
    };
    (void)unused;
    ASSERT_MISTAKES(mistakes);
}

static void contradictions_of_patience_are_named(void **unused)
{
    static const struct mistake mistakes[] = {
        {TIERS "promote-after = 0\n",
         "m.kam:4: promote-after: not a whole number from 1 to 1200: '0'"},
        {TIERS "demote-after = 0\n",
         "m.kam:4: demote-after: not a whole number from 1 to 1200: '0'"},
        {TIERS "demote-after = 1.5\n",
         "m.kam:4: demote-after: not a whole number from 1 to 1200: '1.5'"},
        {TIERS "lost-after = 0\n", "m.kam:4: lost-after: not a whole number from 1 to 1200: '0'"},
        {TIERS "lost-after = 11\n", ""},
        {TIERS "lost-after = 12\n",
         "m.kam:4: lost-after: nobody in a window of 12 months is idle for 12; say fewer, or a "
         "longer window in [model]"},
        {TIERS "lost-after = 12\n[model]\nwindow = 24\n", ""},
        {"[model]\nwindow = 6\n" TIERS "lost-after = 6\n",
         "m.kam:6: lost-after: nobody in a window of 6 months is idle for 6; say fewer, or a "
         "longer window in [model]"},
        {TIERS "keep-factor = 0\n",
         "m.kam:4: keep-factor: a part of the limit, above 0 and at most 1 (90% or 0.9), not '0'"},
        {TIERS "keep-factor = 1.1\n",
         "m.kam:4: keep-factor: a part of the limit, above 0 and at most 1 (90% or 0.9), not "
         "'1.1'"},
        {TIERS "keep-factor = 90\n",
         "m.kam:4: keep-factor: a part of the limit, above 0 and at most 1 (90% or 0.9), not "
         "'90'"},
        {TIERS "keep-factor = -90%\n", "m.kam:4: keep-factor: can't be negative: '-90%'"},
        {TIERS "keep-factor = most\n", "m.kam:4: keep-factor: not a number: 'most'"},
        {TIERS "keep-factor = 100%\n", ""},
        {TIERS "step = on\n",
         "m.kam:4: step: not one of the words free one: 'on'; did you mean 'one'?"},
        {TIERS "promot-after = 2\n",
         "m.kam:4: promot-after: unknown key in [tiers]; did you mean 'promote-after'?"},
    };
    (void)unused;
    ASSERT_MISTAKES(mistakes);
}

static void rules_that_cannot_apply_are_named(void **unused)
{
    static const struct mistake mistakes[] = {
        {TIERS "[admit x]\nwhen = revenue >= 100万\n",
         "m.kam:4: [admit x]: the key 'tier' is missing"},
        {TIERS "[admit x]\nwhen = revenue >= 100万\ntier = c\n",
         "m.kam:6: tier: 'c' is the lowest tier, to which nobody needs to be admitted"},
        {TIERS "[admit x]\nwhen = revenue >= 100万\nat-most = b\ntier = a\n",
         "m.kam:6: at-most: unknown key in [admit]"},
        {TIERS "[admit]\nwhen = revenue >= 100万\ntier = a\n", "m.kam:4: [admit]: name is missing"},
        {TIERS "[admit x]\nwhen = gap_up < 5\ntier = a\n",
         "m.kam:5: when: 'gap_up' doesn't exist yet when kam-tier applies this"},
        {TIERS "[category x]\nwhen = held > 0\n",
         "m.kam:5: when: 'held' doesn't exist yet when kam-tier applies this"},
        {TIERS "[category x]\nwhen = rank <= 100\n", ""},
        {TIERS "[category x]\nwhen = revenue >= 2 of limit_up\n",
         "m.kam:5: when: 'limit_up' doesn't exist yet when kam-tier applies this"},
        {TIERS "[category x]\nwhen = revenue >= 2 of points_revenue\n", ""},
        {TIERS "[category x]\ntier = a\nwhen = months > 3\n",
         "m.kam:5: tier: unknown key in [category]"},
        {TIERS "[flag x]\nwhen = months <= 2\nat-most = a\n",
         "m.kam:6: at-most: 'a' is the highest tier, which keeps nobody down"},
        {TIERS "[flag x]\nwhen = months <= 2\nat-most = bb\n",
         "m.kam:6: at-most: 'bb' is none of the names in [tiers]; did you mean 'b'?"},
        {TIERS "[flag x]\nwhen = months <= 2\ntier = b\n", "m.kam:6: tier: unknown key in [flag]"},
        {TIERS "[flag x]\nwhen = reason = x\n",
         "m.kam:5: when: 'reason' doesn't exist yet when kam-tier applies this"},
        {TIERS "[flag x]\nwhen = months <= 2\n[flag x]\nwhen = months <= 3\n",
         "m.kam:6: [flag x]: already given at line 4"},
        {TIERS "[flag x]\nwhen = months <= 2\n[admit x]\nwhen = months > 3\ntier = a\n"
               "[category x]\nwhen = months > 3\n",
         ""},
        {TIERS "[flag \"a|b\"]\nwhen = months <= 2\n", ""},
    };
    (void)unused;
    ASSERT_MISTAKES(mistakes);
}

static void policies_and_branches_have_their_place(void **unused)
{
    static const struct mistake mistakes[] = {
        {"[policy a]\nmanager = x\n", "m.kam:1: [policy a]: 'a' is none of the names in [tiers]"},
        {TIERS "[policy]\nmanager = x\n", "m.kam:4: [policy]: name is missing"},
        {TIERS "[policy a]\nmanager =\n", "m.kam:5: manager: a value is missing"},
        {TIERS "[policy a]\nmanager = the \"best\"\n",
         "m.kam:5: manager: double quotes have to enclose the whole of a value or name: 'the "
         "\"best\"'"},
        {TIERS "[policy a]\nvisits = 4\nvisits = 3\n", "m.kam:6: visits: already given at line 5"},
        {TIERS "[policy a]\nvisits = 4\n[policy a]\nmanager = 3\n",
         "m.kam:6: [policy a]: already given at line 4"},
        {"[branch]\n", "m.kam:1: [branch]: the key 'desk' is missing"},
        {"[branch]\ndesk = : revenue < 5000\n", "m.kam:2: desk: a value is missing"},
        {"[branch]\ndesk = business : revenue\n", "m.kam:2: desk: no operator (= != < <= > >=, in, "
                                                  "has, is empty) behind the column: 'revenue'"},
        {"[branch]\ndesk = business : customr = 1, share < 5%, via = x\n", ""},
        {"[branch]\ndesk = business : account_id = 1\n",
         "m.kam:2: desk: a members list has no column 'account_id'; did you mean 'account'?"},
        {"[branch]\ndesk = business : months < 3\n",
         "m.kam:2: desk: a members list has no column 'months'"},
        {"[branch]\ndesk = business : revenue < 5% of average\n",
         "m.kam:2: desk: a members list has no column 'average'"},
        {"[branch]\ndesk = business : last 3 months < 5\n",
         "m.kam:2: desk: a members list has no months: 'last 3 months'"},
        {"[branch]\ndesk = business : revenue < last 3 months\n",
         "m.kam:2: desk: a members list has no months: 'last 3 months'"},
        {"[branch x]\ndesk = business : revenue < 5000\n",
         "m.kam:1: [branch x]: this section takes no name"},
    };
    (void)unused;
    ASSERT_MISTAKES(mistakes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_have_a_place_and_a_reason),
        cmocka_unit_test(contradictions_of_tiers_are_named),
        cmocka_unit_test(contradictions_of_patience_are_named),
        cmocka_unit_test(rules_that_cannot_apply_are_named),
        cmocka_unit_test(policies_and_branches_have_their_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
