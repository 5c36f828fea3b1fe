# kam-tier: what others printed as the result of a method, with their data. Numbers are the
# sources', but for the last places of shares, which they round to tenths of a percent.
. "$(dirname "$0")/lib.sh"

cat >abc.kam <<'end'
[dimension size]
column = revenue
weight = 1
bands  = 0:0, 1000:100

[tiers]
names = A, B, C
by    = revenue
cut   = share 80%, 95%
end
export KAM_MODEL=abc.kam

# customers ID=REVENUE...: a table of them.
customers() {
    echo 'account_id,revenue,2026-10'
    for customer; do
        echo "${customer%=*},${customer#*=},${customer#*=}"
    done
}
# pyramid [OPTION]... [FILE]: the customers of every tier, a line each, in order of rank.
pyramid() {
    kam-tier "$@" >tiered.csv && columns account_id,tier <tiered.csv |
        awk -F, 'NR == 1 { next }
            $2 != tier { printf "%s%s:", (NR > 2 ? "\n" : ""), $2; tier = $2 }
            { printf " %s", $1 } END { print "" }'
}
# shares [FILE]: id, share and cumulative share.
shares() {
    kam-tier "$@" >tiered.csv && columns account_id,share,cumulative_share <tiered.csv
}
# concentration [FILE]: the share of the top 20 % and the Gini coefficient.
concentration() {
    kam-tier --summary "$@" | columns tier,top20_share,gini | sed -n 's/^total,//p'
}

# ---- concentration

# A worksheet for teaching, Scribd 375822197: the Lorenz curve at 0.2 to 0.8 is 0.0869565217,
# 0.2608695652, 0.4565217391 and 0.6739130435, so that the largest have 1 minus these, from below;
# the Gini coefficient is 0.2086956522.
customers i1=4 i2=8 i3=9 i4=10 i5=15 >lorenz.csv
check 'a Lorenz curve' 0 'shares lorenz.csv; concentration lorenz.csv' <<'end'
account_id,share,cumulative_share
i5,0.326087,0.326087
i4,0.217391,0.543478
i3,0.195652,0.739130
i2,0.173913,0.913043
i1,0.086957,1.000000
0.326087,0.208696
end

# The incomes in the examples of the R packages ineq and acid; the latter prints 0.4620911.
customers a=541 b=1463 c=2445 d=3438 e=4437 f=5401 g=6392 h=8304 i=11904 j=22261 >incomes.csv
check 'the Gini coefficient of ten incomes' 0 concentration incomes.csv <<'end'
0.513096,0.462091
end

# ---- classes by the number of items

# J. Heizer, B. Render, Operations Management, chapter Inventory Management, example 1: annual
# dollars of ten items. 20 % of the items have 72 %, the next 30 % have 23 %.
customers 10286=90000 11526=77000 12760=26350 10867=15001 10500=12500 12572=8502 14075=1200 \
    01036=850 01307=504 10572=150 >chips.csv
check 'ABC classes of 20 % and 30 % of the items' 0 \
    'pyramid --set "tiers:cut=customers 20%, +30%" chips.csv; concentration chips.csv' <<'end'
A: 10286 11526
B: 12760 10867 10500
C: 12572 14075 01036 01307 10572
0.719651,0.653729
end
check 'and what share each has' 0 shares chips.csv <<'end'
account_id,share,cumulative_share
10286,0.387836,0.387836
11526,0.331815,0.719651
12760,0.113550,0.833200
10867,0.064644,0.897844
10500,0.053866,0.951710
12572,0.036638,0.988348
14075,0.005171,0.993519
01036,0.003663,0.997182
01307,0.002172,0.999354
10572,0.000646,1.000000
end

# The same book, problem 12.2 (Boreki Enterprises), as solved on quesba.com: demand times cost.
customers A2=150000 B8=48000 C7=67500 D1=60000 E9=20000 F3=250000 G2=450000 H2=12000 I5=17500 \
    J8=12500 >boreki.csv
check 'the same of items in no order' 0 \
    pyramid --set 'tiers:cut=customers 20%, +30%' boreki.csv <<'end'
A: G2 F3
B: A2 C7 D1
C: B8 E9 I5 J8 H2
end

# ---- classes by the share of the value

# W. Stevenson, Operations Management: 16 items, as solved on smartsolve.ai. A are those up to the
# one that crosses 70 % (at 73.3 %), B those up to the one that crosses 95 % (at 95.6 %).
customers K34=2000 K35=15000 K36=5400 M10=400 M20=1600 Z45=16000 F14=6000 F95=24000 F99=1200 \
    D45=5500 D48=1080 D52=1650 D57=4800 N08=1200 P05=8000 P09=300 >sixteen.csv
check 'the item that crosses a limit belongs above it' 0 \
    pyramid --set 'tiers:cut=share 70%, 95%' sixteen.csv <<'end'
A: F95 Z45 K35 P05 F14
B: D45 K36 D57 K34 D52 M20
C: F99 N08 D48 M10 P09
end

# homeworksource.com 1006462: 16 items at 80 % and 95 %. Item 1 crosses the one (at 81.8 %) and is
# B, item 16 crosses the other (at 96.3 %) and is C.
customers 1=9028 2=252 3=2024 4=1408 5=36385 6=1092 7=1881 8=3231 9=3374 10=120 11=1919 12=12516 \
    13=315 14=484 15=22436 16=1786 >items.csv
check 'the item that crosses a limit belongs below it' 0 \
    pyramid --set tiers:crossing=exclude items.csv <<'end'
A: 5 15 12
B: 1 9 8 3 11 7
C: 16 4 6 14 13 2 10
end
check 'and above it, if it counts' 0 pyramid --set tiers:crossing=include items.csv <<'end'
A: 5 15 12 1
B: 9 8 3 11 7 16
C: 4 6 14 13 2 10
end

# 9cbs.com 27035, a handbook for sales: 43 customers in thousands, A within 55 %, B within 85 %.
# Three have 16, and the limit parts them, as it does in the source.
thousands='131 66 54 48 44 39 37 34 28 28 27 27 26 26 25 25 24 22 21 21 21 21 18 17 17 16 16 16 15
    15 13 11 11 10 10 10 10 9 8 6 6 6 5'
number=100
for amount in $thousands; do
    number=$((number + 1))
    echo "$number=$amount"
done >customers.txt
# shellcheck disable=SC2046
customers $(cat customers.txt) >handbook.csv
check 'customers within 55 % and 85 % of the revenue' 0 \
    pyramid --set tiers:crossing=exclude --set tiers:ties=split --set 'tiers:cut=share 55%, 85%' \
    handbook.csv <<'end'
A: 101 102 103 104 105 106 107 108 109 110 111 112
B: 113 114 115 116 117 118 119 120 121 122 123 124 125 126 127
C: 128 129 130 131 132 133 134 135 136 137 138 139 140 141 142 143
end

# ---- computed ABC analysis

# Ultsch, Loetsch 2015, by their own packages and by ports of them: see test_abc.c.
customers 1=1 2=15 3=25 4=17 5=2 6=3 7=5 8=6 9=2 10=3 11=22 >port.csv
check 'A = {25, 22, 17}, B = {15, 6}' 0 pyramid --set tiers:cut=abc port.csv <<'end'
A: 3 11 4
B: 2 8
C: 7 10 6 5 9 1
end
customers 1=10 2=10 3=10 4=5 5=5 6=5 7=1 8=1 9=1 >equal.csv
check 'equal customers are kept together: A = {10, 10, 10}, B = {5, 5, 5}' 0 \
    pyramid --set tiers:cut=abc equal.csv <<'end'
A: 1 2 3
B: 4 5 6
C: 7 8 9
end
customers 1=3 2=1 3=3 4=1 5=1 6=3 >two.csv
check 'A = {3, 3, 3}, nothing in B' 0 pyramid --set tiers:cut=abc two.csv <<'end'
A: 1 3 6
C: 2 4 5
end
customers 1=1 2=1 3=1 4=1 5=1 6=1 7=1 8=1 9=1 10=1 11=1 12=1 13=1 >same.csv
check 'all are A where all are the same' 0 pyramid --set tiers:cut=abc same.csv <<'end'
A: 1 10 11 12 13 2 3 4 5 6 7 8 9
end
customers 1=10 2=0 3=5 4=7 5=0 6=3 >zeros.csv
check 'those that have nothing count' 0 pyramid --set tiers:cut=abc zeros.csv <<'end'
A: 1 4
B: 3
C: 6 2 5
end

finish
