#!/bin/sh
# How many instructions the tools execute, as callgrind counts them: unlike time, the same on a busy
# machine and on an idle one. Fails where a figure has grown by more than 10 % over the recorded one.
#
#     sh tests/instructions.sh [--record] [BUILD-DIRECTORY]
#
# Figures are per line of bills, or per row of a table: what a larger input takes beyond a smaller
# one, divided by how much larger it is, so that starting up doesn't count. They depend on the
# compiler, the C library and the vector instructions of the processor, which a recording names;
# where those differ, figures are printed and not judged. After a change that is worth its
# instructions, or that saves some: --record, and commit tests/instructions.expected with it.
set -eu
LC_ALL=C
export LC_ALL

here=$(cd "$(dirname "$0")" && pwd)
expected=$here/instructions.expected
record=false
if [ "${1-}" = --record ]; then
    record=true
    shift
fi
build=$(cd "${1:-$here/../build}" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/kam-instructions.XXXXXX")
trap 'rm -rf "$work"' EXIT
KAM_MODEL=$here/bench/model.kam
export KAM_MODEL

fail() {
    printf 'instructions: %s\n' "$1" >&2
    exit 1
}

command -v valgrind >/dev/null || {
    echo 'instructions: valgrind is not installed, nothing is counted'
    [ -z "${KAM_REQUIRE_TOOLS-}" ] || exit 1
    exit 0
}

# What the figures depend on beside the source.
platform() {
    vectors=$(grep -m 1 -owE 'avx2|sse2' /proc/cpuinfo | sort | head -n 1)
    compiler=$(sed -n "s/^S\[\"CC\"\]=\"\(.*\)\"/\1/p" "$build/config.status")
    # The compiler may be a command with arguments.
    # shellcheck disable=SC2086
    printf '%s, %s, %s, glibc %s\n' "$(uname -m)" "${vectors:-no vectors}" \
        "$($compiler --version | head -n 1)" "$(getconf GNU_LIBC_VERSION | cut -d ' ' -f 2)"
}

# count COMMAND...: instructions of a run.
count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" >/dev/null 2>"$work/log" ||
        fail "$(cat "$work/log")"
    sed -n 's/^.*Collected *: *\([0-9]*\).*$/\1/p' "$work/log"
}

# per NAME DIFFERENCE SMALL LARGE: a figure from two counts.
per() {
    printf '%s %d\n' "$1" $((($4 - $3) / $2)) >>"$work/figures"
}

# Two exports over the same accounts: what grows is the number of lines alone.
count_import() {
    for quotes in some all; do
        for lines in 20000 60000; do
            "$build/examples/generate" --bench $lines --accounts 500 --quote $quotes \
                -o "$work/$quotes-$lines.csv"
        done
        small=$(count_lines "$work/$quotes-20000.csv")
        large=$(count_lines "$work/$quotes-60000.csv")
        per "kam-import-line-quotes-$quotes" 40000 "$small" "$large"
    done
}

# One thread: how often several wait for one another is not for counting.
count_lines() {
    # shellcheck disable=SC2086
    count "$build/kam-import" $one_thread -o "$work/out.csv" "$1"
}

# Two tables of 20 lines an account: what grows is the number of rows.
make_tables() {
    for size in 1000 3000; do
        "$build/examples/generate" --bench $((size * 22)) --accounts $size --months 13 \
            --quote none -o "$work/bills.csv"
        for month in 09 10; do
            "$build/kam-import" --period 2026-$month -o "$work/accounts.csv" "$work/bills.csv"
            "$build/kam-merge-group" -o "$work/merged.csv" "$work/accounts.csv"
            "$build/kam-score" -o "$work/scored.csv" "$work/merged.csv"
            "$build/kam-tier" -o "$work/tiered-$month-$size.csv" "$work/scored.csv"
        done
        "$build/kam-diff" --all -o "$work/moves-$size.csv" "$work/tiered-09-$size.csv" \
            "$work/tiered-10-$size.csv"
        for table in accounts merged scored; do
            mv "$work/$table.csv" "$work/$table-$size.csv"
        done
    done
}

# rows NAME TABLE COMMAND...: per row of TABLE-SIZE.csv, which takes the place of @ in the command.
rows() {
    name=$1 table=$2
    shift 2
    small=$(count_rows 1000 "$@")
    large=$(count_rows 3000 "$@")
    more=$(($(grep -c '' "$work/$table-3000.csv") - $(grep -c '' "$work/$table-1000.csv")))
    per "$name" $more "$small" "$large"
}

count_rows() {
    size=$1
    shift
    for argument; do
        shift
        case $argument in
        @*) set -- "$@" "$work/${argument#@}-$size.csv" ;;
        *) set -- "$@" "$argument" ;;
        esac
    done
    count "$@" -o "$work/out.csv"
}

count_tables() {
    make_tables
    rows kam-merge-group-row accounts "$build/kam-merge-group" @accounts
    rows kam-score-row merged "$build/kam-score" @merged
    rows kam-tier-row scored "$build/kam-tier" @scored
    # shellcheck disable=SC2086
    rows kam-diff-row tiered-10 "$build/kam-diff" $one_thread @tiered-09 @tiered-10
    # shellcheck disable=SC2086
    rows kam-report-row tiered-10 "$build/kam-report" $one_thread --moves @moves \
        --previous @tiered-09 @tiered-10
}

show() {
    awk -v limit=10 '
        FILENAME == ARGV[1] { if ($1 != "#") recorded[$1] = $2; next }
        !($1 in recorded) { printf "%-30s %10d  not recorded\n", $1, $2; next }
        {
            growth = 100 * ($2 / recorded[$1] - 1)
            remark = growth > limit ? "  too many" : growth < -limit ? "  time to --record" : ""
            printf "%-30s %10d  recorded %10d  %+6.1f %%%s\n", $1, $2, recorded[$1], growth, remark
            if (growth > limit) worse = 1
        }
        END { exit worse }' "$1" "$work/figures"
}

one_thread=
if "$build/kam-import" --help | grep -q -e '--threads'; then
    one_thread='--threads 1'
fi

start=$(count "$build/kam-tier" --version)
printf 'kam-tier--version %d\n' "$start" >"$work/figures"
count_import
count_tables

if $record; then
    { echo "# $(platform)" && cat "$work/figures"; } >"$expected"
    cat "$expected"
elif [ "$(sed -n 's/^# //p' "$expected")" = "$(platform)" ]; then
    show "$expected" || fail 'more instructions than recorded; if they are worth it: tests/instructions.sh --record'
else
    echo "recorded on: $(sed -n 's/^# //p' "$expected")"
    echo "this is:     $(platform), so nothing is judged"
    show "$expected" || :
fi
