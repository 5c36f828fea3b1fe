# Measuring, for tests/bench.sh: commands in turn, medians, ratios.
#
# What is measured is a function run_NAME. Every command in it that should count stands behind
# `used`, which takes note of its memory and CPU time; the time by the clock is that of the function.
# shellcheck shell=sh disable=SC2154

have_gnu_time=false
if [ -x /usr/bin/time ] && /usr/bin/time -f %M true 2>/dev/null; then
    have_gnu_time=true
fi

heading() {
    printf '\n%s\n' "$1"
}

# used COMMAND...: run it. The stages of a pipeline add a line each.
used() {
    if $have_gnu_time; then
        /usr/bin/time -a -o "$work/usage" -f '%M %U %S' "$@"
    else
        "$@"
    fi
}

# alternate NAME...: run_NAME of each in turn, $runs times. Keeps a line per run in $work/NAME.runs:
# seconds, CPU seconds, MB (of all stages together, as if their peaks coincided).
alternate() {
    for name; do
        rm -f "$work/$name.runs"
    done
    round=0
    while [ "$round" -lt "$runs" ]; do
        round=$((round + 1))
        for name; do
            : >"$work/usage"
            start=$(date +%s%N)
            "run_$name"
            end=$(date +%s%N)
            awk -v ns=$((end - start)) '
                NF != 3 { bad = 1 }
                { kib += $1; cpu += $2 + $3 }
                END { printf "%.3f %.2f %.1f\n", ns / 1e9, cpu, kib / 1024; exit bad }
            ' "$work/usage" >>"$work/$name.runs" || fail "$name: $(cat "$work/usage")"
        done
    done
}

# median: of the numbers on standard input.
median() {
    sort -g | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'
}

# median_of NAME FIELD
median_of() {
    awk -v field="$2" '{ print $field }' "$work/$1.runs" | median
}

figures_head() {
    printf '  %-44s %9s %9s %9s\n' '' 'seconds' 'CPU' 'MB'
}

# figures NAME TITLE: its medians.
figures() {
    printf '  %-44s %9.3f' "$2" "$(median_of "$1" 1)"
    if $have_gnu_time; then
        printf ' %9.2f %9.0f' "$(median_of "$1" 2)" "$(median_of "$1" 3)"
    fi
    printf '\n'
}

# ratio_of OURS THEIRS FIELD: median of the ratios of runs of one round.
ratio_of() {
    paste -d ' ' "$work/$1.runs" "$work/$2.runs" |
        awk -v field="$3" '{ print ($(field + 3) > 0 ? $field / $(field + 3) : 0) }' | median
}

# ratio OURS THEIRS TITLE [MUST AIM]: for the summary. Must and aim are what the time should be.
ratio() {
    awk -v title="$3" -v time="$(ratio_of "$1" "$2" 1)" -v cpu="$(ratio_of "$1" "$2" 2)" \
        -v memory="$(ratio_of "$1" "$2" 3)" -v must="${4-}" -v aim="${5-}" 'BEGIN {
            printf "  %-58s %6.2f %6.2f %6.2f  %5s %5s  %s\n", title, time, cpu, memory, must, aim,
                must == "" ? "" : time <= aim ? "aim reached" : time <= must ? "reached" : "missed" }' \
        >>"$work/summary"
}

# ratio_memory OURS THEIRS TITLE MUST AIM: the same where the goal is one of memory.
ratio_memory() {
    awk -v title="$3" -v memory="$(ratio_of "$1" "$2" 3)" -v must="$4" -v aim="$5" 'BEGIN {
        printf "  %-58s %6s %6s %6.2f  %5s %5s  %s\n", title, "", "", memory, must, aim,
            memory <= aim ? "aim reached" : memory <= must ? "reached" : "missed" }' >>"$work/summary"
}

show_summary() {
    heading "Ratios: medians of $runs alternating runs"
    printf '  %-58s %6s %6s %6s  %5s %5s\n' '' 'time' 'CPU' 'memory' 'must' 'aim'
    cat "$work/summary"
    $have_gnu_time || echo '  CPU time and memory are 0: GNU time is not installed'
}

# same WHAT OURS THEIRS: two files of results, which have to be equal.
same() {
    cmp -s "$2" "$3" || {
        diff "$2" "$3" | head -n 6 >&2
        fail "$1: not the same result"
    }
    printf '  %s: %s rows, the same to the last digit\n' "$1" "$(grep -c '' "$2")"
}

# same_columns WHAT OURS THEIRS: of our table those columns that theirs has.
same_columns() {
    names=$(head -n 1 "$3")
    awk -v names="$names" -f "$here/pick.awk" "$2" >"$work/ours.columns"
    awk -v names="$names" -f "$here/pick.awk" "$3" >"$work/theirs.columns"
    same "$1" "$work/ours.columns" "$work/theirs.columns"
    rm -f "$work/ours.columns" "$work/theirs.columns"
}
