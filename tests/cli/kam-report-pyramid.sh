# kam-report: the figures of its pyramid and of its curve are those of kam-tier --summary.
. "$(dirname "$0")/lib.sh"

# accounts COUNT SEED: revenues from large to negative, many equal ones, some without any, some who
# never had a bill.
accounts() {
    awk -v count="$1" -v seed="$2" '
    BEGIN {
        srand(seed)
        print "account_id,account_name,region,lines,months,first_month,last_month,revenue,2026-10"
        for (i = 1; i <= count; i++) {
            revenue = sprintf("%.2f", exp(16 * rand()) / 100)
            if (i % 7 == 0)
                revenue = "250.00"
            if (i % 11 == 0)
                revenue = "-" revenue
            if (i % 13 == 0)
                revenue = "0.00"
            bills = i % 17 ? "1,1,2026-10,2026-10," revenue "," revenue : "0,,,,,"
            printf "a%d,Name %d,r%d,%s\n", i, i, i % 3, bills
        }
    }'
}

cat >positive.kam <<'end'
[tiers]
names = gold, silver, bronze, tail
by    = revenue
cut   = customers 1%, 5%, 20%
[admit first]
when  = region = r1, revenue >= 20000
tier  = gold
end
sed 's/^cut .*/cut = share 50%, 80%, 95%\nbase = net/' positive.kam >net.kam

# Read back from the page: the rows of table ID, each cell as its plain value or else its text.
values() {
    sed -n "/<table id=\"$1\"/,/<\/table>/p" "$2" | grep '<tr><th scope="row"' |
        sed 's/<td[^>]*data-value="\([^"]*\)">[^<]*/,\1/g; s/<td[^>]*>/,/g; s/<[^>]*>//g'
}

# compare WHAT MODEL SNAPSHOT: the page against the summary.
compare() {
    kam-report -m "$2" "$3" -o page.html
    kam-tier -m "$2" --summary accounts.csv >summary.csv
    values pyramid-table page.html >shown
    sed 1d summary.csv | cut -d, -f1-6 >expected.csv
    check "$1: customers, revenue, shares, averages" 0 cat shown <expected.csv
    # shellcheck disable=SC2016
    values lorenz-table page.html | awk -F, '$1 == "20%" { top = $4 } END { print top "," $4 }' \
        >shown
    sed -n '$p' summary.csv | cut -d, -f9,10 >expected.csv
    check "$1: the largest fifth, the Gini coefficient" 0 cat shown <expected.csv
}

for count in 1 5 99 100 101 1500; do
    accounts "$count" "$count" >accounts.csv
    for model in positive net; do
        kam-tier -m $model.kam accounts.csv >snapshot.csv
        compare "$count customers, base $model" $model.kam snapshot.csv
    done
done

# ---- the snapshot before

accounts 300 1 | sed '1s/2026-10/2026-09/; s/2026-10/2026-09/g' >accounts.csv
kam-tier -m positive.kam accounts.csv >before.csv
kam-tier -m positive.kam --summary accounts.csv | sed 1d | cut -d, -f2,4 >expected.csv
accounts 400 2 >accounts.csv
kam-tier -m positive.kam accounts.csv >now.csv
kam-report -m positive.kam --previous before.csv now.csv -o page.html
values pyramid-table page.html | cut -d, -f7,8 >shown
check 'what was before are the figures of the snapshot before' 0 cat shown <expected.csv

kam-report --previous before.csv now.csv -o other.html
values pyramid-table page.html >expected.csv
values pyramid-table other.html >shown
check 'without the model tiers are those of the snapshots' 0 cat shown <expected.csv

# ---- key accounts: their share is that of the table, also where some revenues are negative

share=$(values pyramid-table page.html | awk -F, 'NR < 3 { sum += $5 } END { printf "%.6f", sum }')
percent=$(awk "BEGIN { printf \"%.1f%%\", 100 * $share }")
kam-report -m positive.kam --by region -o pages now.csv
check 'the headline' 0 "sed -n 's/.*Of the revenue<.dt><dd><b data-value=\"\([^\"]*\)\".*/\1/p' page.html" <<end
$share
end
check 'the sentence below it' 0 "sed -n 's/.*, and bring \(.*%\) of the revenue.*/\1/p' page.html" <<end
$percent
end
check 'the picture' 0 "sed -n 's/^<desc id=\"pyramid.* \([0-9.]*%\) of the revenue.*/\1/p' page.html" <<end
$percent
end
check 'the index of pages' 0 'values pages-table pages/index.html | sed -n "s/^total.*,//p"' <<end
$share
end

# ---- nobody

for file in before now; do
    sed 1q $file.csv >no-$file.csv
done
kam-report -m positive.kam --previous no-before.csv no-now.csv -o page.html
values pyramid-table page.html >shown
check 'snapshots without rows have no customers and no shares' 0 cat shown <<'end'
gold,0,,0.00,,,0,0.00
silver,0,,0.00,,,0,0.00
bronze,0,,0.00,,,0,0.00
tail,0,,0.00,,,0,0.00
total,0,,0.00,,,0,0.00
end
check 'nor has a text any' 0 'kam-report -m positive.kam --format text --previous no-before.csv no-now.csv | sed -n 3,4p' <<'end'
0 key accounts (gold and silver): – of the customers, 0, – of the revenue.
Before: 0, – of the customers, 0, – of the revenue.
end

finish
