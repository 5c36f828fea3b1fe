# The whole chain and the comparison of two months, for tests/bench.sh.
# shellcheck shell=sh disable=SC2154

run_pyramid_kam() { chain "$threads" "$bills" >"$work/kam.csv"; }
run_pyramid_duckdb() {
    duckdb "BILLS=$bills" "OUT=$work/duckdb.csv" "$here/bills.sql" "$here/accounts.sql" \
        "$here/pyramid.sql"
}

# Where the time of the chain goes: every stage by itself, from file to file.
run_stage_merge() { used "$build/kam-merge-group" "$work/accounts.csv" >"$work/merged.csv"; }
run_stage_score() { used "$build/kam-score" "$work/merged.csv" >"$work/scored.csv"; }
run_stage_tier() { used "$build/kam-tier" "$work/scored.csv" >"$work/tiered.csv"; }

compare_pyramid() {
    heading 'pyramid: kam-import | kam-merge-group | kam-score | kam-tier'
    bills "$lines" "$accounts" some
    import "$threads" -o "$work/accounts.csv" "$bills"
    run_stage_merge
    run_stage_score
    run_stage_tier
    run_pyramid_kam
    same 'piped and step by step' "$work/kam.csv" "$work/tiered.csv"
    if has duckdb; then
        run_pyramid_duckdb
        same_columns 'kam and DuckDB' "$work/kam.csv" "$work/duckdb.csv"
        alternate pyramid_kam pyramid_duckdb stage_merge stage_score stage_tier
    else
        alternate pyramid_kam stage_merge stage_score stage_tier
    fi
    figures_head
    figures pyramid_kam 'kam, four tools in a pipe'
    figures stage_merge '  kam-merge-group by itself'
    figures stage_score '  kam-score by itself'
    figures stage_tier '  kam-tier by itself'
    has duckdb || return 0
    figures pyramid_duckdb "DuckDB, $threads threads, one script"
    ratio pyramid_kam pyramid_duckdb 'bills to pyramid / DuckDB script' 0.45 0.25
}

run_diff_kam() { used "$build/kam-diff" --threads "$threads" "$old" "$new" >"$work/kam.csv"; }
run_diff_duckdb() { duckdb "OLD=$old" "NEW=$new" "OUT=$work/duckdb.csv" "$here/diff.sql"; }
run_duckdb_nothing() { duckdb; }

compare_diff() {
    heading 'diff: the pyramids of two months'
    snapshots
    run_diff_kam
    if ! has duckdb; then
        alternate diff_kam
        figures_head
        figures diff_kam 'kam-diff'
        return
    fi
    run_diff_duckdb
    same 'kam-diff and DuckDB' "$work/kam.csv" "$work/duckdb.csv"
    alternate diff_kam diff_duckdb duckdb_nothing
    figures_head
    figures diff_kam 'kam-diff'
    figures diff_duckdb "DuckDB, $threads threads, full outer join"
    figures duckdb_nothing '  of which node and DuckDB, nothing done'
    ratio diff_kam diff_duckdb 'kam-diff / DuckDB full outer join' 0.40 0.20
    paste -d ' ' "$work/diff_duckdb.runs" "$work/duckdb_nothing.runs" |
        awk '{ print $1 - $4, $2 - $5, $3 }' >"$work/diff_started.runs"
    ratio diff_kam diff_started '  the start of node and DuckDB taken off'
}
