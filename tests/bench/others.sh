# Everything else, for tests/bench.sh: slower peers, least work, growth with the input, start.
# shellcheck shell=sh disable=SC2154

run_peer_kam() { import 1 -o "$work/kam.csv" "$bills"; }
run_peer_wc() { used wc -l "$bills" >/dev/null; }
run_peer_libcsv() { used "$build/tests/bench/bare-csv" "$bills" >/dev/null; }
run_peer_duckdb() { run_duckdb_group; }
run_peer_mawk() { used mawk -f "$here/group.awk" "$bills" >"$work/mawk.csv"; }
run_peer_mlr() {
    used mlr --icsv --ocsv --from "$bills" put -q -f "$here/group.mlr" | sort >"$work/mlr.csv"
}
run_peer_datamash() {
    used datamash -t, --header-in -s -g 1 sum 8 sum 9 count 1 countunique 5 first 5 last 5 \
        <"$bills" >"$work/datamash.csv"
}
run_peer_sqlite3() {
    used sqlite3 -cmd '.mode csv' -cmd ".import '$bills' bills" :memory: <"$here/group.sqlite" \
        >"$work/sqlite3.csv"
}

# bare FILE: rows of a bare group-by, as comparable as they get.
bare() {
    tr -d '\r"' <"$1" | sed '/^account_id,/d' >"$1.rows"
}

# datamash and Miller add binary fractions: where they differ they are wrong, and may be.
check_peer() {
    bare "$work/$1.csv"
    case $1 in
    datamash)
        awk -F, -v OFS=, '{ $2 = sprintf("%.2f", $2); $3 = sprintf("%.2f", $3); print }' \
            "$work/$1.csv.rows" >"$work/rounded"
        mv "$work/rounded" "$work/$1.csv.rows"
        ;;
    esac
    case $1 in
    datamash | mlr)
        if cmp -s "$work/kam.bare.rows" "$work/$1.csv.rows"; then
            echo "  kam-import and $1: the same, once its binary fractions are rounded"
        else
            echo "  kam-import and $1: differ, $1 adds binary fractions"
        fi
        ;;
    *) same "kam-import and $1" "$work/kam.bare.rows" "$work/$1.csv.rows" ;;
    esac
}

compare_peers() {
    heading "peers: the bare group-by of $slow_lines lines without quotes"
    bills "$slow_lines" $((slow_lines / 20)) none
    run_peer_kam
    awk -v names=account_id,revenue,cost,lines,months,first_month,last_month \
        -f "$here/pick.awk" "$work/kam.csv" | tr '\t' , >"$work/kam.bare"
    bare "$work/kam.bare"
    found=
    for peer in mawk mlr datamash sqlite3; do
        has $peer || continue
        "run_peer_$peer"
        check_peer $peer
        found="$found peer_$peer"
    done
    ! has duckdb || found="$found peer_duckdb"
    # Names of our own.
    # shellcheck disable=SC2086
    alternate peer_kam peer_wc peer_libcsv $found
    figures_head
    figures peer_kam 'kam-import, 1 thread'
    for peer in peer_wc peer_libcsv $found; do
        case $peer in
        peer_wc) title='wc -l' ;;
        peer_libcsv) title='bare libcsv loop' ;;
        peer_duckdb) title="DuckDB, $threads threads" ;;
        *) title=${peer#peer_} ;;
        esac
        figures "$peer" "$title"
        ratio peer_kam "$peer" "kam-import, 1 thread, $slow_lines lines / $title"
    done
}

run_scale() { import "$threads" -o "$work/kam.csv" "$bills"; }

compare_scale() {
    heading 'scale: kam-import, 20 lines an account'
    printf '  %12s %10s %10s %10s %12s\n' 'lines' 'seconds' 'CPU' 'MB' 'ns a line'
    for scale_lines in $scale; do
        bills "$scale_lines" $((scale_lines / 20)) some
        alternate scale
        awk -v lines="$scale_lines" -v s="$(median_of scale 1)" -v cpu="$(median_of scale 2)" \
            -v mb="$(median_of scale 3)" 'BEGIN {
                printf "  %12d %10.3f %10.2f %10.0f %12.1f\n", lines, s, cpu, mb, s * 1e9 / lines }'
    done
}

# start COMMAND...: the median of its time in ms.
start() {
    if has hyperfine; then
        hyperfine --shell none --warmup 20 --runs 300 --export-csv "$work/start.csv" "$*" \
            >/dev/null 2>&1
        awk -F, 'NR == 2 { printf "%.3f\n", $4 * 1000 }' "$work/start.csv"
        return
    fi
    begin=$(date +%s%N)
    run=0
    while [ $run -lt 300 ]; do
        run=$((run + 1))
        "$@" >/dev/null
    done
    end=$(date +%s%N)
    awk -v ns=$((end - begin)) 'BEGIN { printf "%.3f\n", ns / 300 / 1e6 }'
}

compare_start() {
    heading 'start: the median of 300 runs'
    least=$(start sh -c :)
    ours=$(start "$build/kam-tier" --version)
    printf '  %-44s %9s ms\n' 'kam-tier --version' "$ours" 'sh -c :, which does nothing' "$least"
    awk -v ms="$ours" 'BEGIN { printf "  %-58s %6.2f ms %11s  %5s %5s  %s\n", "kam-tier --version", ms, "",
        "3", "1", ms <= 1 ? "aim reached" : ms <= 3 ? "reached" : "missed" }' >>"$work/summary"
}
