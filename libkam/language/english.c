#include "language/language.h"

/* NOLINTBEGIN(bugprone-suspicious-missing-comma): a sentence may be longer than a line */
static const char *const sentences[KAM_SENTENCES] = {
    [KAM_SAY_MONTH] = "{month} {year}",
    [KAM_SAY_LIST_MORE] = "{list} and {count} more",
    [KAM_SAY_AMOUNT_CURRENCY] = "{amount} {currency}",

    [KAM_SAY_TITLE] = "{name} ({id})",
    [KAM_SAY_TITLE_UNNAMED] = "Customer {id}",
    [KAM_SAY_TIER_CUT] = "Tier in {period}: {tier}, by {by}",
    [KAM_SAY_TIER_ADMITTED] = "Tier in {period}: {tier}, admitted by the rule {rule}",
    [KAM_SAY_TIER_CAPPED] = "Tier in {period}: {tier} at most, by the flag {rule}",
    [KAM_SAY_TIER_HELD] = "Tier in {period}: {tier}, where it is held",
    [KAM_SAY_WINDOW] = "Figures are of {months} {months|month|months}, {first} to {last}.",
    [KAM_SAY_WINDOW_ONE] = "Figures are of {last} alone.",
    [KAM_SAY_ASKED] = "{asked} is one of its accounts.",
    [KAM_SAY_GROUP] = "It is a group of {count} accounts with {id} as its head: {list}.",
    [KAM_SAY_NEW] = "It is new: the snapshot of {month} doesn't have it.",
    [KAM_SAY_BEFORE_SAME] = "In {month} it was in {tier}, too.",
    [KAM_SAY_BEFORE_BELOW] = "It moved up: in {month} it was in {tier}.",
    [KAM_SAY_BEFORE_ABOVE] = "It moved down: in {month} it was in {tier}.",
    [KAM_SAY_BEFORE_UNKNOWN] = "In {month} it was in {tier}, a tier that the model doesn't have.",
    [KAM_SAY_BEFORE_OTHER_ID] = "Its head account was {id} then.",
    [KAM_SAY_LOST] = "Lost: it isn't among the customers of {period}.",
    [KAM_SAY_LOST_LAST] =
        "The snapshot of {month} had it last: in {tier}, with a revenue of {revenue}.",
    [KAM_SAY_TIER_PROSPECT] = "Tier in {period}: {tier}, beside the pyramid",
    [KAM_SAY_PROSPECT] = "It is a prospect: it has no bills yet.",
    [KAM_SAY_PROSPECT_RANK] =
        "By score it is number {rank} of {count} {count|prospect|prospects}; it has no rank among "
        "customers.",
    [KAM_SAY_PROSPECT_LOST] = "It was a customer: in {month} it was in {tier}.",
    [KAM_SAY_WON] = "It was won: in {month} it was a prospect.",

    [KAM_SAY_REVENUE_HEADING] = "Revenue",
    [KAM_SAY_REVENUE] = "It brought {revenue}, rank {rank} of {count} by revenue.",
    [KAM_SAY_REVENUE_SHARE] =
        "It brought {revenue}, {share} of the total and rank {rank} of {count} by revenue.",
    [KAM_SAY_REVENUE_OWN] = "Of that, {revenue} came from the head account itself.",
    [KAM_SAY_ACTIVE] =
        "It was active in {months} of {window} {window|month|months}, from {first} to {last}.",
    [KAM_SAY_ACTIVE_ONE] = "It was active in {first} only, 1 of {window} {window|month|months}.",
    [KAM_SAY_ACTIVE_ALL] = "It was active in each of the {window} months.",
    [KAM_SAY_IDLE] = "There has been no bill for {idle} {idle|month|months}.",
    [KAM_SAY_BEST] = "Its best month was {month}, with {revenue}.",
    [KAM_SAY_BEST_SHARE] = "Its best month was {month}, with {revenue}: {share} of its revenue.",
    [KAM_SAY_PERIOD] = "{month} brought {revenue}.",
    [KAM_SAY_GROWTH_MORE] =
        "The later half ({months} {months|month|months}) brought {growth} more than the earlier.",
    [KAM_SAY_GROWTH_LESS] =
        "The later half ({months} {months|month|months}) brought {growth} less than the earlier.",
    [KAM_SAY_GROWTH_NONE] =
        "The later half ({months} {months|month|months}) brought as much as the earlier.",
    [KAM_SAY_GROWTH_3_MORE] = "The last 3 months brought {growth} more than the 3 before.",
    [KAM_SAY_GROWTH_3_LESS] = "The last 3 months brought {growth} less than the 3 before.",
    [KAM_SAY_GROWTH_3_NONE] = "The last 3 months brought as much as the 3 before.",
    [KAM_SAY_MARGIN] = "Its margin is {margin}.",
    [KAM_SAY_MARGIN_RATE] = "Its margin is {margin}, {rate} of its revenue.",

    [KAM_SAY_RELATIONSHIP_HEADING] = "Relationship",
    [KAM_SAY_CLOSENESS] = "Its closeness to us is {closeness} of 100.",
    [KAM_SAY_CLOSENESS_FROM] =
        "Its closeness to us is {closeness} of 100, by {count} {count|contact|contacts}.",
    [KAM_SAY_CLOSENESS_NONE] = "None of its contacts says how close it is to us.",
    [KAM_SAY_COMPETITOR] =
        "Its closeness to {competitor} is {closeness}, by {count} {count|contact|contacts}.",
    [KAM_SAY_COMPETITOR_BEHIND_US] = "Its closeness to {competitor} is {closeness}, by {count} "
                                     "{count|contact|contacts}: we are {lead} ahead.",
    [KAM_SAY_COMPETITOR_AHEAD] = "Its closeness to {competitor} is {closeness}, by {count} "
                                 "{count|contact|contacts}: we are {lead} behind.",
    [KAM_SAY_COMPETITOR_EVEN] = "Its closeness to {competitor} is {closeness}, by {count} "
                                "{count|contact|contacts}: nobody is ahead.",
    [KAM_SAY_LEAD_AHEAD] = "We are {lead} ahead of the competitor that is closest to it.",
    [KAM_SAY_LEAD_BEHIND] = "We are {lead} behind the competitor that is closest to it.",
    [KAM_SAY_LEAD_EVEN] = "A competitor is as close to it as we are.",
    [KAM_SAY_VISITS] = "It was visited {visits} {visits|time|times} in the window of {months} "
                       "{months|month|months}, the last time in {last}.",
    [KAM_SAY_VISITS_BEFORE] = "Nobody visited it in the window of {months} {months|month|months}; "
                              "the last visit was in {last}.",
    [KAM_SAY_VISITS_NONE] = "No visit to it is known.",

    [KAM_SAY_SCORE_HEADING] = "Score",
    [KAM_SAY_SCORE_SUM] = "{score} of 100, the sum of",
    [KAM_SAY_SCORE_PRODUCT] = "{score} of 100, the product of",
    [KAM_SAY_SCORE_TOPSIS] = "{score} of 100 for how far it is from the worst, and how near to the "
                             "best, of all customers, made up of",
    [KAM_SAY_SCORE_TOPSIS_PEERS] =
        "{score} of 100 for how far it is from the worst, and how near to the best, of the "
        "customers with the same {column}, made up of",
    [KAM_SAY_DIMENSION] = "{dimension} ({column})",
    [KAM_SAY_PART] = "- {dimension}: {value} gives {points} points, {effect}",
    [KAM_SAY_PART_UNKNOWN] = "- {dimension}: {points} points, {effect}",
    [KAM_SAY_PART_SKIPPED] = "- {dimension}: missing; left out, the others count for more",
    [KAM_SAY_PART_MISSING] = "- {dimension}: missing, which gives {points} points, {effect}",
    [KAM_SAY_EFFECT_SUM] = "× {weight} of {weights} = {part}",
    [KAM_SAY_EFFECT_PRODUCT] = "to the power of {weight} of {weights} = {part}",
    [KAM_SAY_EFFECT_TOPSIS] = "weighing {weight} of {weights}: {part}",
    [KAM_SAY_WEIGHTS_AHP] =
        "The weights come from comparisons of the dimensions in pairs (AHP; Saaty 1980), whose "
        "consistency ratio is {ratio}.",
    [KAM_SAY_WEIGHTS_ENTROPY] = "The weights come from how unevenly points are spread over the "
                                "customers (entropy; Hwang and Yoon 1981).",
    [KAM_SAY_WEIGHTS_CRITIC] =
        "The weights come from how much points differ, and how little the dimensions repeat each "
        "other (CRITIC; Diakoulaki, Mavrotas and Papayannakis 1995).",
    [KAM_SAY_SCALED] = "{value} ({scale})",
    [KAM_SAY_SCALE_BAND] = "the band from {from} up",
    [KAM_SAY_SCALE_BELOW] = "below the first band, which begins at {from}",
    [KAM_SAY_SCALE_BETWEEN] = "between {from} with {from_points} points and {to} with {to_points}",
    [KAM_SAY_SCALE_UNDER] = "{to} or less",
    [KAM_SAY_SCALE_OVER] = "{from} or more",
    [KAM_SAY_SCALE_OTHER] = "as any other",
    [KAM_SAY_SCALE_SEGMENT] = "by the scale for {condition}",
    [KAM_SAY_SCALE_MINMAX] = "the lowest is {least}, the highest {most}",
    [KAM_SAY_SCALE_RANK] = "more than {smaller} of the others",
    [KAM_SAY_SCALE_RANK_TIED] = "more than {smaller} of the others and as much as {equal} of them",
    [KAM_SAY_SCALE_ZSCORE] = "z = {z} with a mean of {mean} and a deviation of {deviation}",
    [KAM_SAY_SCALE_SHARE] = "{share} of {total}, the sum of all above 0",
    [KAM_SAY_SCALE_SHARE_NONE] = "not above 0, so it has no share",
    [KAM_SAY_SCALE_CONSTANT] = "all have the same",
    [KAM_SAY_SCALE_DOWN] = "less is better",
    [KAM_SAY_AMONG_ALL] = "among {count} {count|customer|customers}",
    [KAM_SAY_AMONG_SEGMENT] = "among the {count} {count|customer|customers} of this scale",
    [KAM_SAY_AMONG_PER] = "among {count} {count|customer|customers} with {column} {value}",
    [KAM_SAY_AMONG_WITHOUT] = "among {count} {count|customer|customers} without {column}",
    [KAM_SAY_AMONG_OUTSIDE] = "of whom it is none",

    [KAM_SAY_COMPUTED_HEADING] = "Computed columns",
    [KAM_SAY_COMPUTED] = "- {column}: {formula} = {values} = {value}",
    [KAM_SAY_COMPUTED_MISSING] = "- {column}: {formula} can't be computed without {missing}",
    [KAM_SAY_COMPUTED_ZERO] =
        "- {column}: {formula} = {values} can't be computed, as it divides by 0",

    [KAM_SAY_CUT_HEADING] = "Place in the pyramid",
    [KAM_SAY_RANK] = "With {by} {figure} it ranks {rank} of {count}.",
    [KAM_SAY_RANK_NO_FIGURE] =
        "It has no {by} and so ranks {rank} of {count}, behind all that have one.",
    [KAM_SAY_SEGMENT] =
        "Customers with {column} {value} are cut by themselves: it ranks {rank} of these {count}.",
    [KAM_SAY_SEGMENT_EMPTY] =
        "Customers without {column} are cut by themselves: it ranks {rank} of these {count}.",
    [KAM_SAY_LIMIT_CUSTOMERS] = "the top {ratio} of the customers",
    [KAM_SAY_LIMIT_SHARE] = "the top customers that bring {ratio} of the revenue",
    [KAM_SAY_LIMIT_COUNT] = "the top {count} {count|customer|customers}",
    [KAM_SAY_LIMIT_MANAGERS] = "the top {count} for each of {managers} {managers|manager|managers}",
    [KAM_SAY_LIMIT_VALUE] = "{by} of at least {value}",
    [KAM_SAY_LIMIT_ABC] = "class {class} of the computed ABC analysis",
    [KAM_SAY_PASSED] = "It passes the limit of {tier}: {limit}.",
    [KAM_SAY_PASSED_RANK] = "It passes the limit of {tier}: {limit}, up to rank {end}.",
    [KAM_SAY_MISSED] = "It misses the limit of {tier}: {limit}.",
    [KAM_SAY_MISSED_RANK] = "It misses the limit of {tier}: {limit}, up to rank {end}.",
    [KAM_SAY_MISSED_BY_ALL] = "It misses the limit of {tier}, as all do: {limit}.",
    [KAM_SAY_UNTIED] = "But for ties, that limit would be rank {untied}.",
    [KAM_SAY_TIED_UP] =
        "But for ties, that limit would be rank {untied}: it goes up with an equal customer.",
    [KAM_SAY_TIED_DOWN] =
        "But for ties, that limit would be rank {untied}: it stays down with an equal customer.",
    [KAM_SAY_ADMITTED_INSIDE] = "Customers that rules admit take their places first.",
    [KAM_SAY_CUT] = "By the cut alone it is in {tier}.",

    [KAM_SAY_RULES_HEADING] = "Rules",
    [KAM_SAY_ADMITTED] = "Admitted by {rule}, to {tier} rather than {from}: {evidence}.",
    [KAM_SAY_ADMITTED_TOO] =
        "The admission {rule}, to {tier}, holds as well and changes nothing: {evidence}.",
    [KAM_SAY_CAPPED] = "Flagged {rule}, so in {tier} at most, not in {from}: {evidence}.",
    [KAM_SAY_CAPPED_TOO] = "Flagged {rule}, {tier} at most, which changes nothing: {evidence}.",
    [KAM_SAY_FLAGGED] = "Flagged {rule}, which sets no tier: {evidence}.",
    [KAM_SAY_CATEGORY] = "Category {rule}: {evidence}.",
    [KAM_SAY_FOUND] = "{column} {value} ({wanted})",
    [KAM_SAY_FOUND_IS] = "{column} {value}",
    [KAM_SAY_FOUND_EMPTY] = "no {column}",
    [KAM_SAY_FOUND_PEAK] = "{value} of its revenue in {month} ({wanted})",
    [KAM_SAY_FOUND_PART] = "{column} {value}, {share} of {other} {amount} ({wanted})",
    [KAM_SAY_LAST_MONTHS] = "revenue of the last {months} {months|month|months}",
    [KAM_SAY_TIMES] = "{factor} times {other}",
    [KAM_SAY_PART_OF] = "{factor} of {other}",
    [KAM_SAY_WANTED_LESS] = "less than {limit}",
    [KAM_SAY_WANTED_AT_MOST] = "at most {limit}",
    [KAM_SAY_WANTED_MORE] = "more than {limit}",
    [KAM_SAY_WANTED_AT_LEAST] = "at least {limit}",
    [KAM_SAY_WANTED_OTHER] = "other than {limit}",
    [KAM_SAY_WANTED_BEFORE] = "before {limit}",
    [KAM_SAY_WANTED_UNTIL] = "until {limit}",
    [KAM_SAY_WANTED_AFTER] = "after {limit}",
    [KAM_SAY_WANTED_FROM] = "from {limit} on",

    [KAM_SAY_PATIENCE_HEADING] = "Patience",
    [KAM_SAY_HELD_BELOW] =
        "It is held in {tier}, though it would be in {computed} now: period {held} of {most} "
        "below.",
    [KAM_SAY_HELD_ABOVE] =
        "It is held in {tier}, though it would be in {computed} now: period {held} of {most} "
        "above.",
    [KAM_SAY_KEPT] =
        "It is kept in {tier}, though it would be in {computed} now: its {by} of {figure} is at "
        "least {factor} of the limit, {limit}.",
    [KAM_SAY_NEXT] = "If the next snapshot says the same, it goes to {tier}.",
    [KAM_SAY_NEXT_LATER] =
        "If the next {count} snapshots say the same, it goes to {tier} with the last of them.",
    [KAM_SAY_UNHELD] =
        "With no bill for {idle} {idle|month|months} it counts as lost: nothing is waited for.",

    [KAM_SAY_DISTANCE_HEADING] = "What it takes",
    [KAM_SAY_DISTANCE_OF_CUT] = "By its own figures alone it would be in {tier}:",
    [KAM_SAY_UP] = "For {tier} its {by} has to reach {limit}: {gap} more.",
    [KAM_SAY_UP_EQUAL] =
        "Its {by} equals that of the last customer in {tier}, {limit}: any more, and it is there.",
    [KAM_SAY_UP_NO_FIGURE] = "For {tier} it takes {by} of {limit}, and it has none.",
    [KAM_SAY_UP_NOBODY] = "Nobody is as high as {tier}, so no figure can be named for it.",
    [KAM_SAY_UP_TOP] = "There is no tier above {tier}.",
    [KAM_SAY_DOWN] = "It leaves {tier} when its {by} falls below {limit}: {gap} to lose.",
    [KAM_SAY_DOWN_NOBODY] = "Nobody with {by} stands below {tier} to take its place.",
    [KAM_SAY_DOWN_BOTTOM] = "There is no tier below {tier}.",

    [KAM_SAY_BOX_HEADING] = "Class and strategy",
    [KAM_SAY_CLASS] = "Class {class}: {contribution}, {potential}.",
    [KAM_SAY_CLASS_NONE] = "It has no class: {lacking}.",
    [KAM_SAY_LEVEL_LOWEST] = "{column} {value} (below {to})",
    [KAM_SAY_LEVEL_BETWEEN] = "{column} {value} (at least {from}, below {to})",
    [KAM_SAY_LEVEL_HIGHEST] = "{column} {value} (at least {from})",
    [KAM_SAY_LEVEL_PROSPECT] = "no {column} yet, which counts as the lowest",
    [KAM_SAY_LEVEL_PERCENTILE] = "{value}, percentile {percentile}",
    [KAM_SAY_STRATEGY_RULE] = "Strategy {strategy}: {evidence}.",
    [KAM_SAY_STRATEGY_PERIODS] =
        "Strategy {strategy}, as for {count} periods in a row now: {evidence}.",
    [KAM_SAY_STRATEGY_CLASS] = "Strategy {strategy}, that of its class.",
    [KAM_SAY_STRATEGY_NONE] = "No strategy is meant for it.",
    [KAM_SAY_STRATEGY_DUE] = "On the way to {strategy}, period {count} of {periods}: {evidence}.",

    [KAM_SAY_POLICY_HEADING] = "Service",
    [KAM_SAY_POLICY] = "- {key}: {text}",

    [KAM_SAY_COMPARED] = "{new} against {old}.",
    [KAM_SAY_COMPARED_OVERLAP] =
        "{new} against {old}: the windows, {old_first} to {old} and {new_first} to {new}, have "
        "{count} {count|month|months} in common; --measure month compares the last months alone.",
    [KAM_SAY_COMPARED_APART] = "{new} against {old}: the windows, {old_first} to {old} and "
                               "{new_first} to {new}, have no month in common.",
    [KAM_SAY_COMPARED_MONTHS] = "{new} against {old}: the revenue of these two months alone.",
    [KAM_SAY_ASKED_THEN] = "{asked} was one of its accounts in {old}.",

    [KAM_SAY_MOVE_UP] = "It moved up, from {from} to {to}.",
    [KAM_SAY_MOVE_DOWN] = "It moved down, from {from} to {to}.",
    [KAM_SAY_MOVE_NEW] = "It is new, in {to}: the snapshot of {old} doesn't have it.",
    [KAM_SAY_MOVE_WON] = "It was won, for {to}: in {old} it was a prospect.",
    [KAM_SAY_MOVE_RETURNED] =
        "It returned, to {to}: {old} doesn't have it, but an earlier snapshot does.",
    [KAM_SAY_MOVE_RETURNED_IDLE] = "It returned, to {to}: in {old} it counted as lost, with no "
                                   "bill for {idle} {idle|month|months}.",
    [KAM_SAY_MOVE_LOST] = "It was lost, from {from}: the snapshot of {new} doesn't have it.",
    [KAM_SAY_MOVE_LOST_IDLE] = "It was lost, from {from}: it counts as lost now, though the window "
                               "still has {revenue} of it.",
    [KAM_SAY_MOVE_LOST_PROSPECT] = "It was lost, from {from}: it is a prospect again.",
    [KAM_SAY_MOVE_MERGED] =
        "It was merged: it was in {from}, and is part of {whole} now, which is in {to}.",
    [KAM_SAY_MOVE_SPLIT] = "It was split off from {whole}, which was in {from}; it is in {to}.",
    [KAM_SAY_MOVE_RENAMED] = "It has another id, and stayed in {to}.",
    [KAM_SAY_MOVE_SAME] = "It didn't move: it is in {to}, as in {old}.",
    [KAM_SAY_MOVE_SILENT] = "It didn't come back: it counts as lost, as in {old}.",
    [KAM_SAY_MOVE_SILENT_GONE] =
        "It counted as lost in {old} already; {new} doesn't have it any more.",
    [KAM_SAY_MOVE_SILENT_CAME] =
        "It isn't in the snapshot of {old}, and in {new} it counts as lost "
        "already: its bills are old.",
    [KAM_SAY_MOVE_OTHER_ID] = "Its id was {id} in {old}.",
    [KAM_SAY_PROSPECT_STILL] =
        "It is a prospect, as in {old}: it has no bills yet, and so no tier.",
    [KAM_SAY_PROSPECT_NEW] = "It is a prospect, which the snapshot of {old} doesn't have: it has "
                             "no bills yet, and so no tier.",
    [KAM_SAY_PROSPECT_GONE] = "It was a prospect in {old}; {new} doesn't have it.",

    [KAM_SAY_CAUSE_GROUP] = "Why: its accounts. They aren't the same as in {old}; accounts went "
                            "from one customer to another.",
    [KAM_SAY_CAUSE_MERGED] = "Why: its accounts. They are another customer's now, and so is its "
                             "revenue, {revenue} in {old}; nothing is lost by that.",
    [KAM_SAY_CAUSE_SPLIT] = "Why: its accounts. They were another customer's in {old}, and so was "
                            "their revenue; nothing is won by that.",
    [KAM_SAY_CAUSE_RENAMED] = "Why: its accounts. Another one of them is its head now.",
    [KAM_SAY_CAUSE_MODEL] =
        "Why: other rules. {old} was made by {old_model}, {new} by {new_model}.",
    [KAM_SAY_CAUSE_BY] =
        "Why: another figure is ranked. In {old} it was {from}, in {new} it is {to}.",
    [KAM_SAY_CAUSE_FIGURES] =
        "Why: its own figures. By the limits of {old}, too, they mean another tier than {from}.",
    [KAM_SAY_CAUSE_FIGURES_DOWN] =
        "Why: its own figures. With {by} {figure} it is below {limit}, the limit of {old}.",
    [KAM_SAY_CAUSE_FIGURES_UP] =
        "Why: its own figures. With {by} {figure} it reaches {limit}, the limit of {old}.",
    [KAM_SAY_CAUSE_LIMITS] =
        "Why: the limits moved. By those of {old} its figures would have left it in {from}.",
    [KAM_SAY_CAUSE_LIMITS_DOWN] =
        "Why: the limits moved. With {by} {figure} it would have stayed in {from} in {old}, which "
        "was lost below {limit}; now {from} takes {now}.",
    [KAM_SAY_CAUSE_LIMITS_UP] =
        "Why: the limits moved. With {by} {figure} it wouldn't have reached {to} in {old}, which "
        "took {limit}; now {to} is lost below {now} only.",
    [KAM_SAY_CAUSE_ADMISSION_NEW] = "Why: a rule admits it now: {rules}.",
    [KAM_SAY_CAUSE_ADMISSION_GONE] =
        "Why: a rule that admitted it in {old} doesn't hold any more: {rules}.",
    [KAM_SAY_CAUSE_ADMISSION] = "Why: what rules admit it to isn't what it was in {old}.",
    [KAM_SAY_CAUSE_FLAG_NEW] = "Why: a flag holds it down now: {rules}.",
    [KAM_SAY_CAUSE_FLAG_GONE] = "Why: a flag that held it down in {old} is gone: {rules}.",
    [KAM_SAY_CAUSE_FLAG] = "Why: what flags leave it isn't what it was in {old}.",
    [KAM_SAY_CAUSE_PATIENCE] = "Why: patience is over. Cut and rules said {computed} in {old} "
                               "already, but it was held in {from}.",
    [KAM_SAY_CAUSE_PATIENCE_ELSE] = "Why: patience. How long a customer stays where it was decided "
                                    "this, neither limits nor rules.",
    [KAM_SAY_CAUSE_ARRIVAL] = "Why: it arrived, and has bills in the window of {new}.",
    [KAM_SAY_CAUSE_ARRIVAL_FIRST] =
        "Why: it arrived. The first bill in the window is that of {month}.",
    [KAM_SAY_CAUSE_ARRIVAL_AGAIN] = "Why: it has bills again, the last of them in {month}.",
    [KAM_SAY_CAUSE_DEPARTURE] = "Why: it left. {new} has no bills of it.",
    [KAM_SAY_CAUSE_DEPARTURE_LAST] =
        "Why: it left. Its last bill, that of {month}, is out of the window.",
    [KAM_SAY_CAUSE_DEPARTURE_ODD] = "Why: it left, though its last bill, that of {month}, would be "
                                    "in the window still. Are bills missing?",
    [KAM_SAY_CAUSE_SILENCE] = "Why: silence. There has been no bill for {idle} "
                              "{idle|month|months}, and after {most} a customer counts as lost.",
    [KAM_SAY_CAUSE_UNKNOWN] = "Why it moved can't be told: the snapshots lack columns that say it.",

    [KAM_SAY_BOTH_HEADING] = "Then and now",
    [KAM_SAY_THEN_HEADING] = "Then",
    [KAM_SAY_NOW_HEADING] = "Now",
    [KAM_SAY_VALUE] = "- {what}: {value}",
    [KAM_SAY_VALUE_SAME] = "- {what}: {value}, as before",
    [KAM_SAY_VALUE_CHANGED] = "- {what}: {from} → {to}",
    [KAM_SAY_VALUE_CHANGED_BY] = "- {what}: {from} → {to} ({delta})",
    [KAM_SAY_VALUE_CHANGED_RATE] = "- {what}: {from} → {to} ({delta}, {rate})",
    [KAM_SAY_VALUE_NONE] = "none",
    [KAM_SAY_RANK_AMONG] = "{rank} of {count}",
    [KAM_SAY_LIMITS] = "- limits in {month}: {limits}",
    [KAM_SAY_LIMIT_UP] = "{tier} takes {limit} ({gap} more)",
    [KAM_SAY_LIMIT_DOWN] = "{tier} is lost below {limit} ({gap} less)",

    [KAM_SAY_DIFFERENCE_HEADING] = "What made the difference",
    [KAM_SAY_MONTH_LEFT] = "- {month} left the window: {revenue}",
    [KAM_SAY_MONTHS_LEFT] = "- {count} months left the window, {first} to {last}: {revenue}, the "
                            "most in {month} ({most})",
    [KAM_SAY_MONTH_CAME] = "- {month} came in: {revenue}",
    [KAM_SAY_MONTHS_CAME] =
        "- {count} months came in, {first} to {last}: {revenue}, the most in {month} ({most})",
    [KAM_SAY_MONTHS_SAME] = "- the {count} {count|month|months} in common: no change",
    [KAM_SAY_MONTH_CHANGED] = "- {month}, in both windows: {from} → {to} ({delta})",
    [KAM_SAY_MONTHS_MORE] = "- {count} more {count|month|months} of both windows: {delta}",
    [KAM_SAY_LAST_REVENUE] = "- no revenue since {month}",
    [KAM_SAY_FIRST_REVENUE] = "- revenue again since {month}",
    [KAM_SAY_SERVICES_GONE] = "- services gone: {list}",
    [KAM_SAY_SERVICES_NEW] = "- new services: {list}",
    [KAM_SAY_ACCOUNTS_JOINED] = "- accounts that joined: {list}",
    [KAM_SAY_ACCOUNTS_LEFT] = "- accounts that left: {list}",
    [KAM_SAY_ACCOUNT] = "{account} ({facts})",
    [KAM_SAY_ACCOUNT_FROM] = "from {id}",
    [KAM_SAY_ACCOUNT_TO] = "now with {id}",
    [KAM_SAY_CUSTOMER_WITH] = "{who} with {revenue}",
    [KAM_SAY_MERGED_IN] = "- merged into it: {list}",
    [KAM_SAY_SPLIT_OFF] = "- split off from it: {list}",
    [KAM_SAY_ORGANIC] = "- without what was merged and split: {delta}",

    [KAM_SAY_PARTS_SAME] = "- unchanged: {list}",
    [KAM_SAY_PART_DRIVER] = "- {what}: {from} → {to} ({delta}), the largest difference",
    [KAM_SAY_RULE_FOUND] = "{rule} ({evidence})",
    [KAM_SAY_ADMISSION_NEW] = "- admitted now: {rule}",
    [KAM_SAY_ADMISSION_GONE] = "- no longer admitted: {rule}",
    [KAM_SAY_ADMISSION_STILL] = "- admitted, as before: {rule}",
    [KAM_SAY_FLAG_NEW] = "- flagged now: {rule}",
    [KAM_SAY_FLAG_GONE] = "- no longer flagged: {rule}",
    [KAM_SAY_FLAG_STILL] = "- flagged, as before: {rule}",
    [KAM_SAY_CATEGORY_NEW] = "- new category: {rule}",
    [KAM_SAY_CATEGORY_GONE] = "- no longer in the category: {rule}",
    [KAM_SAY_CATEGORY_STILL] = "- in the category, as before: {rule}",

    [KAM_SAY_HELD_SINCE_BELOW] = "It is held in {tier}, though cut and rules say {computed}, which "
                                 "is lower: since {month}, {held} {held|period|periods} by now.",
    [KAM_SAY_HELD_SINCE_ABOVE] = "It waits in {tier}, though cut and rules say {computed}, which "
                                 "is higher: since {month}, {held} {held|period|periods} by now.",
    [KAM_SAY_HELD_UNTIL] = "If that doesn't change, it goes to {tier} in {month}, period {most}.",
    [KAM_SAY_BACK_HEADING] = "What brings it back",
    [KAM_SAY_LOSE_HEADING] = "What it may lose",
    [KAM_SAY_BACK_FLAG] =
        "A flag leaves it {computed} at most; without it, it would be in {tier}: {rules}.",
    [KAM_SAY_BACK_ADMISSION] = "Or the rule has to hold again: {rules}.",
    [KAM_SAY_BACK_BEYOND] = "For {tier} its {by} has to reach {limit}, as of now: {gap} more.",
    [KAM_SAY_BACK_CUT] = "By the cut alone it is in {tier} already.",
    [KAM_SAY_BACK_WAIT] = "It goes up once {count} snapshots in a row say so.",
    [KAM_SAY_BACK_BILL] = "A new bill would bring it back.",
    [KAM_SAY_MOVE_WHOLE] = "What its accounts bring counts for {whole} now: --explain {id}.",
    [KAM_SAY_LOSE_ADMITTED] =
        "A rule admits it to {tier}, and by the cut it would be in {cut}: {rules}.",
    [KAM_SAY_LOSE_WAIT] = "It goes down once {count} snapshots in a row say so.",
    [KAM_SAY_NEAREST] = "The nearest line is the one to {tier}, {gap} away.",
    [KAM_SAY_NEAREST_LOSE] =
        "The nearest line is its own, the one that keeps it in {tier}, with {gap} to lose.",
};
/* NOLINTEND(bugprone-suspicious-missing-comma) */

static const struct kam_column_word columns[] = {
    {"account_id", "id"},
    {"account_name", "name"},
    {"group_id", "group"},
    {"payer_id", "payer"},
    {"currency", "currency"},
    {"lines", "bill lines"},
    {"months", "active months"},
    {"first_month", "first month"},
    {"last_month", "last month"},
    {"idle", "idle months"},
    {"age", "months since the first bill"},
    {"revenue", "revenue"},
    {"period_revenue", "revenue of the month"},
    {"cost", "cost"},
    {"margin", "margin"},
    {"margin_rate", "margin rate"},
    {"average", "average per active month"},
    {"peak_share", "share of the best month"},
    {"growth", "growth"},
    {"growth_3", "growth over 3 months"},
    {"growth_yoy", "growth over a year"},
    {"services", "services"},
    {"service_count", "number of services"},
    {"member_count", "number of accounts"},
    {"members", "accounts"},
    {"own_revenue", "revenue of the head account"},
    {"branch_revenue", "revenue of the other accounts"},
    {"missing", "missing dimensions"},
    {"score", "score"},
    {"closeness", "closeness"},
    {"advantage", "advantage over the closest competitor"},
    {"advantage_2", "advantage over the second closest competitor"},
    {"visits", "visits"},
    {"last_visit", "month of the last visit"},
    {"rank", "rank"},
    {"share", "share of the total"},
    {"cumulative_share", "share with all before it"},
    {"tier_cut", "tier by the cut"},
    {"tier_computed", "tier by cut and rules"},
    {"tier", "tier"},
    {"categories", "categories"},
    {"flags", "flags"},
    {"class", "class"},
    {"held", "periods held"},
};

/* NOLINTBEGIN(bugprone-suspicious-missing-comma): likewise */
static const char *const labels[KAM_LABELS] = {
    [KAM_LABEL_TITLE] = "Key accounts, {period}",
    [KAM_LABEL_TITLE_PART] = "{title}: {value}",
    [KAM_LABEL_TITLE_UNDATED] = "Key accounts",
    [KAM_LABEL_NO_VALUE] = "(none)",
    [KAM_LABEL_CONTENTS] = "Contents",
    [KAM_LABEL_TABLE] = "The figures as a table",
    [KAM_LABEL_FILTER] = "Show only rows with",
    [KAM_LABEL_SORT] = "Sort by this column",
    [KAM_LABEL_MORE_ROWS] = "and {count} more",
    [KAM_LABEL_TOTAL] = "total",
    [KAM_LABEL_CUSTOMER] = "{name} ({id})",
    [KAM_LABEL_ALL_ROWS] = "all {count}",
    [KAM_LABEL_MORE_AND] = "{more}. {note}",
    [KAM_LABEL_NOT_SHOWN] = "Not shown, since the snapshot doesn't have it: {columns}.",
    [KAM_LABEL_PROSPECTS] = "Beside them there are prospects: {count}. They have no bills yet.",
    [KAM_LABEL_NO_FLAGGED] = "Nobody is flagged.",
    [KAM_LABEL_COURSE] = "from {first} to {last}",
    [KAM_LABEL_GINI] = "Gini coefficient",
    [KAM_LABEL_NO_REVENUE] = "Nobody has a revenue above 0.",
    [KAM_LABEL_NO_ROWS] = "None.",
    [KAM_LABEL_MADE_BY] = "Made by {program}",
    [KAM_LABEL_SNAPSHOT_OF] = "Snapshot of {period}",
    [KAM_LABEL_COMPARED_WITH] = "compared with {period}",
    [KAM_LABEL_POLICY] = "How each tier is served",
    [KAM_LABEL_PAGES_BY] = "By {column}",
    [KAM_LABEL_KEY_ACCOUNTS] = "Key accounts",
    [KAM_LABEL_KEY_CUSTOMER_SHARE] = "Of all customers",
    [KAM_LABEL_KEY_OF_CUSTOMERS] = "of {count}",
    [KAM_LABEL_KEY_REVENUE] = "Their revenue",
    [KAM_LABEL_KEY_REVENUE_SHARE] = "Of the revenue",
    [KAM_LABEL_KEY_OF_REVENUE] = "of {amount}",
    [KAM_LABEL_KEY_CHANGE] = "Key accounts, change",
    [KAM_LABEL_KEY_REVENUE_CHANGE] = "revenue {amount}",
    [KAM_LABEL_KEY_SENTENCE] = "{count} of {all} customers {count|is a key account, and brings|are "
                               "key accounts, and bring} {share} of the revenue.",
    [KAM_LABEL_KEY_COUNT_SENTENCE] =
        "{count} of {all} customers {count|is a key account|are key accounts}.",
    [KAM_LABEL_KEY_BEFORE_SENTENCE] =
        "In {period} there {count|was|were} {count}, with {share} of the revenue.",

    [KAM_LABEL_HEAD_KEY] = "How many key accounts, and how much of the revenue",
    [KAM_LABEL_HEAD_WHO] = "Who they are",
    [KAM_LABEL_HEAD_MOVED] = "Who moved, and why",
    [KAM_LABEL_HEAD_INVEST] = "Where to invest",
    [KAM_LABEL_HEAD_WORRY] = "Whom to worry about",
    [KAM_LABEL_HEAD_RULES] = "How this came about",
    [KAM_LABEL_PYRAMID] = "The customer pyramid",
    [KAM_LABEL_LORENZ] = "How revenue is spread",
    [KAM_LABEL_NINEBOX] = "Contribution by potential",
    [KAM_LABEL_FLOW] = "Movements between tiers",
    [KAM_LABEL_BRIDGE] = "The revenue bridge",
    [KAM_LABEL_TOP] = "The customers at the top",
    [KAM_LABEL_FLAGGED] = "False key accounts, kept out",
    [KAM_LABEL_MOVERS] = "The largest movements",
    [KAM_LABEL_RISKS] = "Customers at risk",

    [KAM_LABEL_COLUMN_TIER] = "tier",
    [KAM_LABEL_COLUMN_CUSTOMERS] = "customers",
    [KAM_LABEL_COLUMN_CUSTOMER_SHARE] = "of all customers",
    [KAM_LABEL_COLUMN_REVENUE] = "revenue",
    [KAM_LABEL_COLUMN_REVENUE_SHARE] = "of the revenue",
    [KAM_LABEL_COLUMN_AVERAGE] = "average",
    [KAM_LABEL_COLUMN_BEFORE_CUSTOMERS] = "customers before",
    [KAM_LABEL_COLUMN_BEFORE_REVENUE] = "revenue before",
    [KAM_LABEL_COLUMN_RANK] = "rank",
    [KAM_LABEL_COLUMN_CUSTOMER] = "customer",
    [KAM_LABEL_COLUMN_SCORE] = "score",
    [KAM_LABEL_COLUMN_MONTHS] = "months",
    [KAM_LABEL_COLUMN_REASON] = "reason",
    [KAM_LABEL_COLUMN_STRATEGY] = "strategy",
    [KAM_LABEL_COLUMN_CLASS] = "class",
    [KAM_LABEL_COLUMN_TIER_UNFLAGGED] = "tier without the flag",
    [KAM_LABEL_COLUMN_FLAGS] = "flags",
    [KAM_LABEL_COLUMN_EVIDENCE] = "evidence",
    [KAM_LABEL_COLUMN_MOVE] = "movement",
    [KAM_LABEL_COLUMN_FROM] = "from",
    [KAM_LABEL_COLUMN_TO] = "to",
    [KAM_LABEL_COLUMN_REVENUE_FROM] = "revenue before",
    [KAM_LABEL_COLUMN_REVENUE_TO] = "revenue now",
    [KAM_LABEL_COLUMN_REVENUE_DELTA] = "change",
    [KAM_LABEL_COLUMN_CAUSE] = "cause",
    [KAM_LABEL_COLUMN_DRIVER] = "driver",
    [KAM_LABEL_COLUMN_DETAIL] = "detail",
    [KAM_LABEL_COLUMN_STEP] = "step",
    [KAM_LABEL_COLUMN_RISKS] = "risks",
    [KAM_LABEL_COLUMN_LOSS] = "possible loss",
    [KAM_LABEL_COLUMN_DEPENDENCE] = "dependence",
    [KAM_LABEL_COLUMN_CONTRIBUTION] = "contribution",
    [KAM_LABEL_COLUMN_POTENTIAL] = "potential",
    [KAM_LABEL_COLUMN_FROM_TO] = "from, to",

    [KAM_LABEL_BOX_BELOW] = "below {to}",
    [KAM_LABEL_BOX_BETWEEN] = "{from} to {to}",
    [KAM_LABEL_BOX_FROM] = "at least {from}",
    [KAM_LABEL_BOX_NO_CLASS] = "without a class",
    [KAM_LABEL_BOX_PROSPECTS] =
        "{count} {count|prospect has a class, too, and isn't|prospects have "
        "a class, too, and aren't} counted.",
    [KAM_LABEL_BOX_OTHER_CLASS] =
        "{file} has another class for {count} {count|customer|customers}, since it was made under "
        "another grid than this model's; kam-tier with this model makes it anew.",
    [KAM_LABEL_BOX_NOTES] = "{first} {second}",
    [KAM_LABEL_BOX_AXIS] = "{axis}: {column}",
    [KAM_LABEL_BOX_UPWARDS] = "↑ {axis}",
    [KAM_LABEL_BOX_RIGHT] = "{axis} →",
    [KAM_LABEL_BOX_FIGURES] = "{customers} ({share})",
    [KAM_LABEL_BOX_LEGEND_FIGURES] = "In each box: customers (share of the revenue)",
    [KAM_LABEL_BOX_LEGEND_BUBBLES] = "A bubble: customers close to each other; its area: revenue",
    [KAM_LABEL_BOX_LEGEND_LARGEST] = "The largest: {revenue}",
    [KAM_LABEL_BOX_LEGEND_NO_CLASS] =
        "Without a class: {customers} {customers|customer|customers}, {share} of the revenue",
    [KAM_LABEL_BOX_DESCRIPTION] =
        "{height} by {width} boxes, {contribution} upwards, {potential} to the right; a bubble is "
        "customers with figures close to each other. {most}",
    [KAM_LABEL_BOX_MOST] = "Most revenue is in a box of class {class}: {customers} "
                           "{customers|customer|customers}, {share} of the revenue.",
    [KAM_LABEL_BOX_NONE] = "No box has a revenue above 0.",
    [KAM_LABEL_COLUMN_LARGEST] = "largest customers",
    [KAM_LABEL_COLUMN_FACT] = "fact",
    [KAM_LABEL_COLUMN_SAYS] = "what it is",
    [KAM_LABEL_COLUMN_KEY_ACCOUNTS] = "key accounts",
    [KAM_LABEL_COLUMN_KEY_REVENUE] = "their revenue",

    [KAM_LABEL_MOVE_UP] = "up",
    [KAM_LABEL_MOVE_DOWN] = "down",
    [KAM_LABEL_MOVE_NEW] = "new",
    [KAM_LABEL_MOVE_WON] = "won",
    [KAM_LABEL_MOVE_RETURNED] = "returned",
    [KAM_LABEL_MOVE_LOST] = "lost",
    [KAM_LABEL_MOVE_MERGED] = "merged",
    [KAM_LABEL_MOVE_SPLIT] = "split off",
    [KAM_LABEL_MOVE_RENAMED] = "renamed",
    [KAM_LABEL_MOVE_SAME] = "unchanged",
    [KAM_LABEL_MOVE_SILENT] = "still silent",
    [KAM_LABEL_MOVE_MARK] = "{mark} {move}",

    [KAM_LABEL_CAUSE_GROUP] = "other accounts",
    [KAM_LABEL_CAUSE_MODEL] = "other rules",
    [KAM_LABEL_CAUSE_FIGURES] = "own figures",
    [KAM_LABEL_CAUSE_LIMITS] = "the limits moved",
    [KAM_LABEL_CAUSE_ADMISSION] = "admission",
    [KAM_LABEL_CAUSE_FLAG] = "flag",
    [KAM_LABEL_CAUSE_PATIENCE] = "patience",
    [KAM_LABEL_CAUSE_ARRIVAL] = "arrival",
    [KAM_LABEL_CAUSE_DEPARTURE] = "departure",
    [KAM_LABEL_CAUSE_SILENCE] = "silence",

    [KAM_LABEL_STEP_OLD_TOTAL] = "revenue before",
    [KAM_LABEL_STEP_NEW] = "new",
    [KAM_LABEL_STEP_WON] = "won",
    [KAM_LABEL_STEP_RETURNED] = "returned",
    [KAM_LABEL_STEP_LOST] = "lost",
    [KAM_LABEL_STEP_MERGED_OUT] = "merged away",
    [KAM_LABEL_STEP_MERGED_IN] = "merged in",
    [KAM_LABEL_STEP_SPLIT_OUT] = "split away",
    [KAM_LABEL_STEP_SPLIT_IN] = "split in",
    [KAM_LABEL_STEP_GROWN] = "grown",
    [KAM_LABEL_STEP_SHRUNK] = "shrunk",
    [KAM_LABEL_STEP_UNCHANGED] = "unchanged",
    [KAM_LABEL_STEP_SILENT] = "silent",
    [KAM_LABEL_STEP_NEW_TOTAL] = "revenue now",
    [KAM_LABEL_FLOW_NOT_BEFORE] = "no customer before",
    [KAM_LABEL_FLOW_NOT_NOW] = "no customer now",
    [KAM_LABEL_NO_MOVERS] = "Nobody moved.",
    [KAM_LABEL_NO_RISKS] = "Nobody is at risk by the rules of the model.",
    [KAM_LABEL_NOTE_OTHER_FIGURE] = "What is compared here isn't the revenue of the window, but "
                                    "the figure of kam-diff --measure.",
    [KAM_LABEL_NOTE_OTHER_SUMS] = "{note} That comes to {listed}, the revenue in the snapshot to "
                                  "{revenue}.",
    [KAM_LABEL_DEPENDENCE_MONOPOLY] = "monopoly",
    [KAM_LABEL_DEPENDENCE_SELECTIVE] = "selective",
    [KAM_LABEL_DEPENDENCE_INTENSIVE] = "intensive",

    [KAM_LABEL_RULE_PERIOD] = "period",
    [KAM_LABEL_RULE_WINDOW] = "window",
    [KAM_LABEL_RULE_MONTHS] = "{count} {count|month|months}, {first} to {last}",
    [KAM_LABEL_RULE_BEFORE] = "compared with",
    [KAM_LABEL_RULE_PROSPECTS] = "prospects",
    [KAM_LABEL_RULE_CURRENCY] = "currency",
    [KAM_LABEL_RULE_MODEL] = "model",
    [KAM_LABEL_RULE_MODEL_BEFORE] = "model of the snapshot before",
    [KAM_LABEL_RULE_MIND] = "note",
    [KAM_LABEL_RULE_OTHER_MODEL] =
        "The snapshot wasn't made under the model that is given; limits, patience and policies "
        "here are those of the model given.",
    [KAM_LABEL_RULE_BY] = "ranked by",
    [KAM_LABEL_RULE_CUT] = "where tiers end",
    [KAM_LABEL_RULE_PER] = "cut by itself for each",
    [KAM_LABEL_CUT_CUSTOMERS] = "at {limits} of the customers, from the top",
    [KAM_LABEL_CUT_SHARE] = "at {limits} of the revenue, from the top",
    [KAM_LABEL_CUT_VALUE] = "{by} of at least {limits}",
    [KAM_LABEL_CUT_COUNT] = "after {limits} {limits|customer|customers}, from the top",
    [KAM_LABEL_CUT_MANAGERS] =
        "after {limits} {limits|customer|customers} for each manager, from the top",
    [KAM_LABEL_CUT_ABC] = "where a computed ABC analysis sees the limits",
    [KAM_LABEL_RULE_UP] = "moves up after",
    [KAM_LABEL_RULE_UP_AFTER] = "{count} {count|snapshot|snapshots} in a row above its tier",
    [KAM_LABEL_RULE_DOWN] = "moves down after",
    [KAM_LABEL_RULE_DOWN_AFTER] = "{count} {count|snapshot|snapshots} in a row below its tier",
    [KAM_LABEL_RULE_KEPT] = "keeps its tier",
    [KAM_LABEL_RULE_KEPT_FROM] = "with {percent} of the limit at least",
    [KAM_LABEL_RULE_STEP] = "moves by",
    [KAM_LABEL_RULE_STEP_ONE] = "one tier at a time",
    [KAM_LABEL_RULE_LOST] = "lost after",
    [KAM_LABEL_RULE_LOST_AFTER] = "{count} {count|month|months} without a bill",
    [KAM_LABEL_RULE_LOST_COUNTED] =
        "Customers that count as lost after months without a bill still are in their tiers, and "
        "counted there; movements don't count them as customers any more.",
    [KAM_LABEL_RULE_FILE_SNAPSHOT] = "snapshot",
    [KAM_LABEL_RULE_FILE_PREVIOUS] = "snapshot before",
    [KAM_LABEL_RULE_FILE_MOVES] = "movements",
    [KAM_LABEL_RULE_FILE_RISKS] = "customers at risk",
    [KAM_LABEL_RULE_STANDARD_INPUT] = "standard input",
    [KAM_LABEL_POLICIES] = "How each tier is served",
    [KAM_LABEL_OF_CLASS] = "class {class}",
    [KAM_LABEL_DIFFERS] = "differs",

    [KAM_LABEL_LACK_COLUMNS] = "This needs columns that {file} doesn't have: {columns}.",
    [KAM_LABEL_LACK_MONTHS] =
        "This needs the months of the window, which {file} doesn't have; kam-import writes them.",
    [KAM_LABEL_LACK_PREVIOUS] =
        "There is nothing to compare with; give the snapshot before: --previous SNAPSHOT.",
    [KAM_LABEL_LACK_MOVES] = "This needs the movements; kam-diff --all OLD NEW >moves.csv makes "
                             "them, --moves moves.csv shows them.",
    [KAM_LABEL_LACK_ALL] =
        "{file} lacks the customers that didn't move; kam-diff --all OLD NEW has them.",
    [KAM_LABEL_LACK_RISKS] = "This needs the list of customers at risk; kam-diff --at-risk OLD NEW "
                             ">risks.csv makes it, --at-risk risks.csv shows it.",
    [KAM_LABEL_LACK_GRID] = "This needs the model with a [grid], kam-model(5): --model FILE.",

    [KAM_LABEL_CHART_VALUE_SHARE] = "{value} ({share})",
    [KAM_LABEL_CHART_BEFORE] = "the period before",
    [KAM_LABEL_CHART_KEY] = "key accounts",
    [KAM_LABEL_CHART_PYRAMID] =
        "{customers} key {customers|account|accounts}, {customer_share} of all customers, "
        "{customers|brings|bring} {revenue}, {revenue_share} of the revenue.",
    [KAM_LABEL_CHART_AXIS_CUSTOMERS] = "share of customers, the smallest first",
    [KAM_LABEL_CHART_AXIS_REVENUE] = "share of revenue",
    [KAM_LABEL_CHART_PERCENT] = "{number}%",
    [KAM_LABEL_CHART_TOP_FIFTH] = "the top 20% bring {share}",
    [KAM_LABEL_CHART_GINI] = "Gini coefficient {gini}",
    [KAM_LABEL_CHART_FEW] = "{count} {count|customer|customers} ({share}) {count|brings|bring} 80%",
    [KAM_LABEL_CHART_LORENZ] = "The top 20% of customers bring {share} of the revenue; {count} "
                               "{count|customer|customers}, {few} of all, {count|brings|bring} 80% "
                               "of it. The Gini coefficient is {gini}.",
    [KAM_LABEL_CHART_FROM] = "before",
    [KAM_LABEL_CHART_TO] = "now",
    [KAM_LABEL_CHART_ARRIVED] = "arrived",
    [KAM_LABEL_CHART_FLOW] = "{same} {same|customer|customers} stayed in their tier, {up} went up, "
                             "{down} went down, {new} came, {lost} left.",
    [KAM_LABEL_CHART_FLOW_SCALE] = "The width of a band is the square root of its customers.",
    [KAM_LABEL_CHART_FLOW_LARGEST] =
        "The {count} largest movements have their numbers; all are in the table.",
    [KAM_LABEL_CHART_BRIDGE] = "Revenue went from {old} to {new}, {delta}: {steps}.",
    [KAM_LABEL_CHART_STEP] = "{step} {delta}",
    [KAM_LABEL_CHART_MARKED] = "{mark}{count}",
    [KAM_LABEL_CHART_BROKEN] = "The bars of the totals are broken: only the steps are to scale.",
    [KAM_LABEL_TEXT_KEY] = "{count} key {count|account|accounts} ({tiers}): {customer_share} of "
                           "the customers, {revenue}, {revenue_share} of the revenue.",
    [KAM_LABEL_TEXT_KEY_BEFORE] = "Before: {count}, {customer_share} of the customers, {revenue}, "
                                  "{revenue_share} of the revenue.",
    [KAM_LABEL_TEXT_SPREAD] = "The largest 20% of the customers bring {top} of the revenue, and "
                              "{few} of them bring 80%.",
    [KAM_LABEL_TEXT_FLAGGED] = "{count} {count|customer|customers}, with a revenue of {revenue}.",
    [KAM_LABEL_TEXT_RISKS] =
        "{count} {count|customer|customers}, with a possible loss of {revenue}.",
    [KAM_LABEL_TEXT_FACT] = "{name}: {value}",
};
/* NOLINTEND(bugprone-suspicious-missing-comma) */

static const char *const months[KAM_MONTHS_OF_YEAR] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

const struct kam_language kam_english = {
    .code = "en",
    .sentences = sentences,
    .labels = labels,
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .months = months,
    .comma = ", ",
    .and = " and ",
    .clause = ", ",
};
