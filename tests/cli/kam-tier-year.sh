# kam-tier --previous over a year: bills vary from month to month, customers pause, leave, come and
# change their names. Without patience some cross a limit one month and are back the next; with it
# nobody comes back before the patience is over. What was counted is printed as comments.
. "$(dirname "$0")/lib.sh"

[ -x "$KAM_BUILD/examples/generate" ] || skip_all 'examples/generate is not built'

periods='2025-11 2025-12 2026-01 2026-02 2026-03 2026-04 2026-05 2026-06 2026-07 2026-08 2026-09
    2026-10'
# What is examined: the example's own rules and patience, and those of a company that looks at a
# single month, which varies most, and so waits longer before a customer goes up.
cp "$KAM_SOURCE/examples/telecom.kam" score-patient.kam
cat >month-patient.kam <<'end'
[dimension size]
column = revenue
weight = 1
bands  = 0:0, 1000:100

[tiers]
names = important, main, ordinary, long-tail
by    = period_revenue
cut   = customers 1%, 5%, 20%
promote-after = 3
demote-after  = 3
keep-factor   = 90%
end
for model in score month; do
    sed '/^[dlp][a-z]*-after /d; /^keep-factor /d; /^periods /d' $model-patient.kam >$model.kam
done
KAM_MODEL=score.kam
export KAM_MODEL

# company SEED: its scored tables in SEED/PERIOD.csv, each of the twelve months up to PERIOD.
company() {
    mkdir "$1"
    "$KAM_BUILD/examples/generate" --plain --accounts 600 --months 23 --last 2026-10 --seed "$1" \
        -o "$1/data"
    for period in $periods; do
        kam-import --set import:encoding=UTF-8 --join "$1/data/customers.csv" \
            --join-key 客户编号=account_id --period "$period" -o "$1/accounts.csv" \
            "$1"/data/bills-*.csv
        kam-merge-group --relations "$1/data/relations.csv" -o "$1/merged.csv" "$1/accounts.csv"
        kam-score -o "$1/$period.csv" "$1/merged.csv"
    done
}
# year DIR SEED [OPTION]...: the snapshots DIR/PERIOD.tsv, each made from the one before.
year() {
    dir=$1 tables=$2 previous=
    shift 2
    mkdir "$dir"
    for period in $periods; do
        kam-tier -t "$@" ${previous:+--previous "$previous"} -o "$dir/$period.tsv" \
            "$tables/$period.csv" || return
        previous=$dir/$period.tsv
    done
}
# again DIR SEED [OPTION]...: every month once more, from its table and from its own snapshot, which
# by itself says who is held, too.
again() {
    dir=$1 tables=$2 previous=
    shift 2
    for period in $periods; do
        for table in "$tables/$period.csv" "$dir/$period.tsv"; do
            kam-tier -t "$@" ${previous:+--previous "$previous"} "$table" |
                cmp - "$dir/$period.tsv" || return
        done
        kam-tier -t "$@" "$dir/$period.tsv" | cmp - "$dir/$period.tsv" || return
        previous=$dir/$period.tsv
    done
}
# moves DIR: how often a customer went up or down, as kam-diff has it.
moves() {
    previous=
    for period in $periods; do
        [ -z "$previous" ] || kam-diff -t "$previous" "$1/$period.tsv"
        previous=$1/$period.tsv
    done | awk -F '\t' '
        $1 == "account_id" { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $at["move"] == "up" || $at["move"] == "down" { moves++ }
        END { print moves + 0 }'
}
# returns DIR N: how often a customer left a tier and was in it again at most N months later.
returns() {
    (cd "$1" && cat 20??-??.tsv) | awk -F '\t' -v most="$2" '
        $1 == "account_id" { for (i = 1; i <= NF; i++) at[$i] = i; month++; next }
        {
            id = $at["account_id"]
            now = $at["tier"]
            if (id in tier && tier[id] != now) {
                if ((id, now) in left && month - left[id, now] <= most) returns++
                left[id, tier[id]] = month
            }
            tier[id] = now
        }
        END { print returns + 0 }'
}
# counted DIR: what stands in the comments.
counted() {
    echo "$(moves "$1") moves, $(returns "$1" 2) of them undone before 3 months were over"
}

# study SEED MODEL: a year with and without patience.
study() {
    name=$1-$2 study="company $1, by $2"
    check "$study: a year without patience" 0 year "$name" "$1" -m "$2.kam"
    check "$study: a year with it" 0 year "$name-patient" "$1" -m "$2-patient.kam"
    echo "# $study: $(counted "$name")"
    echo "# $study, patient: $(counted "$name-patient")"
    check "$study: some are back at once without patience" 0 test "$(returns "$name" 1)" -gt 5
    check "$study: and nobody before 3 months are over with it" 0 returns "$name-patient" 2 <<'end'
0
end
    check "$study: less than half the moves" 0 \
        test "$(moves "$name-patient")" -lt "$(($(moves "$name") / 2))"
    check "$study: the same month again is the same bytes" 0 \
        again "$name-patient" "$1" -m "$2-patient.kam"
    check "$study: without patience it doesn't matter where a customer was" 0 \
        "for period in \$periods; do
            kam-tier -t -m $2.kam $1/\$period.csv | cmp - $name/\$period.tsv || exit
        done"
}

for seed in 1 3; do
    company "$seed"
    study "$seed" score
    study "$seed" month
done

# What patience promises whatever the figures are: without rules, two moves of a customer are as
# many months apart as it lasts.
for months in 2 3 6; do
    check "patience of $months months" 0 year "lasting-$months" 1 -m month.kam \
        --set "tiers:promote-after=$months" --set "tiers:demote-after=$months"
    check "nobody is back before $months months" 0 returns "lasting-$months" $((months - 1)) <<'end'
0
end
done

finish
