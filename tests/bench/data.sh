# The data, for tests/bench.sh: made once, kept in build/bench.
# shellcheck shell=sh disable=SC2154

# bills LINES ACCOUNTS STYLE [SUFFIX [OPTION...]]: sets $bills to an export, made if it isn't there.
bills() {
    suffix=${4-.csv}
    bills=$directory/bills-$1-$2-$3-$seed$suffix
    [ ! -f "$bills" ] || return 0
    echo "  making $bills"
    new=$work/new$suffix
    bill_lines=$1 bill_accounts=$2 style=$3
    shift 3
    [ $# -eq 0 ] || shift
    "$build/examples/generate" --bench "$bill_lines" --accounts "$bill_accounts" --seed "$seed" \
        --months 12 --quote "$style" "$@" -o "$new"
    mv "$new" "$bills"
}

# chain THREADS OPTION... FILE: from bills to a pyramid on standard output.
chain() {
    chain_threads=$1
    shift
    import "$chain_threads" "$@" |
        used "$build/kam-merge-group" |
        used "$build/kam-score" |
        used "$build/kam-tier"
}

# Sets $old and $new to the pyramids of two months, twelve months back each.
snapshots() {
    old=$directory/snapshot-$lines-$accounts-$seed-2026-09.csv
    new=$directory/snapshot-$lines-$accounts-$seed-2026-10.csv
    thirteen=$work/thirteen.csv
    if [ -f "$old" ] && [ -f "$new" ] &&
        [ -z "$(find "$build/kam-tier" "$KAM_MODEL" -newer "$old")" ]; then
        return
    fi
    echo "  making $old and $new"
    "$build/examples/generate" --bench $((lines * 13 / 12)) --accounts "$accounts" --seed "$seed" \
        --months 13 -o "$thirteen"
    chain "$threads" --period 2026-09 "$thirteen" >"$work/old.csv"
    chain "$threads" --period 2026-10 "$thirteen" >"$work/new.csv"
    rm -f "$thirteen"
    mv "$work/old.csv" "$old"
    mv "$work/new.csv" "$new"
}
