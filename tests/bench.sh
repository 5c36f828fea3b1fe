#!/bin/sh
# kam beside what else there is for the same work: time, CPU time, peak memory, and their ratios.
#
#     make bench [NAME=VALUE]...
#
#     LINES=10000000     lines of the bills, over
#     ACCOUNTS=500000    accounts, from
#     SEED=1             this seed
#     RUNS=3             of everything compared, in turn
#     THREADS=2          of kam-import, kam-diff and DuckDB
#     ONLY='import ...'  of the comparisons (those of `all` below)
#     SLOW_LINES=1000000 lines for what is slow beyond patience: awk, Miller, datamash, SQLite
#     SCALE='1000000 10000000'  numbers of lines, 20 for each account
#     DUCKDB_NODE=DIR    where `npm install --prefix DIR @duckdb/node-api` was run; or set NODE_PATH
#
# Machines are noisy. So runs alternate, a ratio is the median of the ratios of neighbouring runs,
# and CPU time, which other processes disturb least, stands beside the time by the clock. hyperfine
# would finish one command before the next begins and knows no peak of memory; it measures what is
# too short for us: how a tool starts.
#
# Before anything is measured, results have to be equal, to the last digit of every amount. The
# bills stay in build/bench for the next time, everything else is removed.
#
# SC2034: what is set here is used in the files of tests/bench.
# shellcheck disable=SC2034
set -eu
LC_ALL=C
export LC_ALL

build=$1
here=$(cd "$(dirname "$0")" && pwd)/bench
lines=${LINES:-10000000}
accounts=${ACCOUNTS:-500000}
seed=${SEED:-1}
runs=${RUNS:-3}
threads=${THREADS:-2}
slow_lines=${SLOW_LINES:-1000000}
scale=${SCALE:-1000000 10000000}
all='import quotes gzip encoding pyramid diff peers scale start'

fail() {
    printf 'bench: %s\n' "$1" >&2
    exit 1
}

directory=$build/bench
work=$directory/work.$$
mkdir -p "$work"
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
: >"$work/summary"

. "$here/measure.sh"
. "$here/data.sh"
. "$here/peers.sh"
. "$here/import.sh"
. "$here/chain.sh"
. "$here/others.sh"

KAM_MODEL=$here/model.kam
export KAM_MODEL

chosen=${ONLY:-$all}
for comparison in $chosen; do
    case " $all " in
    *" $comparison "*) ;;
    *) fail "ONLY: no comparison '$comparison'; there are: $all" ;;
    esac
done

find_peers
for comparison in $chosen; do
    "compare_$comparison"
done
show_summary
