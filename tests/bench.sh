#!/bin/sh
# How long kam-import takes beside the least there is to do with the same file.
#
#     make bench [LINES=10000000] [ACCOUNTS=500000] [RUNS=5]
#
# Runs alternate, since machines are noisy; medians and their ratio count, not seconds. First the
# table's revenue and lines have to equal what awk finds in the bills, in integer cents.
set -eu

build=$1
lines=${LINES:-10000000} accounts=${ACCOUNTS:-500000} runs=${RUNS:-5}
directory=$build/bench
bills=$directory/bills-$lines-$accounts.csv
table=$directory/accounts.csv

mkdir -p "$directory"
[ -f "$bills" ] || {
    "$build/examples/generate" --bench "$lines" --accounts "$accounts" --months 12 --quote some \
        -o "$bills.new"
    mv "$bills.new" "$bills"
}

# seconds COMMAND...: its wall time.
seconds() {
    start=$(date +%s%N)
    "$@" >/dev/null
    end=$(date +%s%N)
    awk -v ns=$((end - start)) 'BEGIN { printf "%.3f\n", ns / 1e9 }'
}

# cents NAME FILE: lines and cents of the column NAME, which is behind no quoted one with a comma.
cents() {
    awk -F, -v name="$1" '
        NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = NF - i; next }
        {
            split($(NF - at), parts, ".")
            sign = parts[1] ~ /^"?-/ ? -1 : 1
            gsub(/[-"]/, "", parts[1])
            sum += sign * (parts[1] * 100 + substr(parts[2] "00", 1, 2))
        }
        END { printf "%.0f\n", sum }' "$2"
}

"$build/kam-import" -o "$table" "$bills"
was=$(cents amount "$bills")
is=$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    { gsub(/"[^"]*"/, "x"); sub(/\./, "", $at["revenue"]); sum += $at["revenue"] }
    END { printf "%.0f\n", sum }' "$table")
[ "$was" = "$is" ] || {
    echo "bench: the bills have $was cents, the table has $is" >&2
    exit 1
}
echo "$lines lines, $accounts accounts, $was cents in both"

rm -f "$directory"/*.times
run=0
while [ $run -lt "$runs" ]; do
    run=$((run + 1))
    seconds "$build/tests/bench/bare-csv" "$bills" >>"$directory/libcsv.times"
    seconds "$build/kam-import" -o "$table" "$bills" >>"$directory/kam.times"
    seconds wc -l "$bills" >>"$directory/wc.times"
done

median() {
    sort -n "$1" | sed -n "$(((runs + 1) / 2))p"
}
bare=$(median "$directory/libcsv.times")
for name in wc libcsv kam; do
    awk -v name=$name -v s="$(median "$directory/$name.times")" -v bare="$bare" 'BEGIN {
        what["wc"] = "wc -l"; what["libcsv"] = "bare libcsv loop"; what["kam"] = "kam-import"
        printf "%-18s %7.3f s  %5.2f of libcsv\n", what[name], s, s / bare }'
done
if command -v /usr/bin/time >/dev/null; then
    /usr/bin/time -f '%M' -o "$directory/memory" "$build/kam-import" -o "$table" "$bills"
    awk '{ printf "kam-import at its peak: %.0f MB\n", $1 / 1024 }' "$directory/memory"
fi
