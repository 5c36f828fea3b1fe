# The bare exact group-by for an awk that knows no quotes: money as whole cents.
BEGIN {
    FS = OFS = ","
}

NR > 1 {
    sub(/\./, "", $8)
    sub(/\./, "", $9)
    revenue[$1] += $8
    cost[$1] += $9
    if (!lines[$1]++) first[$1] = $5
    last[$1] = $5 # the bills are sorted by month
    if (!(($1, $5) in seen)) {
        seen[$1, $5]
        months[$1]++
    }
}

function money(cents,  sign) {
    sign = cents < 0 ? "-" : ""
    if (cents < 0) cents = -cents
    return sign sprintf("%d.%02d", int(cents / 100), cents % 100)
}

END {
    print "account_id,revenue,cost,lines,months,first_month,last_month"
    for (id in lines)
        print id, money(revenue[id]), money(cost[id]), lines[id], months[id], first[id], last[id] | "LC_ALL=C sort"
}
