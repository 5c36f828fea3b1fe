# kam-tier --summary: by what customers are in a tier, capacity, whether tiering is worth it; --by.
. "$(dirname "$0")/lib.sh"

cat >good.kam <<'end'
[model]
name  = Test

[tiers]
names = A, B, C
by    = revenue
cut   = count 1, 3
end
export KAM_MODEL=good.kam

cat >accounts.csv <<'end'
account_id,account_name,industry,region,manager,months,revenue,2026-10
a,Ace,,north,Li,1,50.00,50.00
b,"Bee, Ltd",bank,south,Li,12,33.00,33.00
c,Cog,bank,total,Wu,2,17.00,17.00
d,Dot,,north,,12,33.00,33.00
e,Eve,"car, truck",north,Wu,,-3.00,-3.00
end

# tiers OPTION... [FILE]: tier, customers, by_cut to capacity.
tiers() { kam-tier --summary "$@" | cut -d, -f1,2,11-15; }
# total OPTION... [FILE]: top20_share, capacity, repeat_share and what tiering is worth.
total() { kam-tier --summary "$@" | sed -n '$p' | cut -d, -f9,15-19; }

# ---- by what

cat >rules.kam <<'end'
[tiers]
names = A, B, C
by    = revenue
cut   = count 1, 3
demote-after = 3
[admit friend]
when  = account_id in e|a|b
tier  = A
[flag rare]
when  = months <= 1
at-most = B
[flag enemy]
when  = account_id = e
at-most = C
end
check 'by the cut, admitted, capped: the last that changed the tier counts' 0 \
    tiers -m rules.kam accounts.csv <<'end'
tier,customers,by_cut,admitted,capped,held,capacity
A,1,0,1,0,0,1
B,2,1,0,1,0,2
C,2,1,0,1,0,
total,5,2,1,2,0,
end
sed 's/2026-10/2026-11/; /^d/s/33.00/10.00/g' accounts.csv >later.csv
check 'held' 0 'kam-tier -m rules.kam -o 2026-10.csv accounts.csv &&
    tiers -m rules.kam --previous 2026-10.csv later.csv' <<'end'
tier,customers,by_cut,admitted,capped,held,capacity
A,1,0,1,0,0,1
B,3,1,0,1,1,2
C,1,0,0,1,0,
total,5,1,1,2,1,
end

# ---- capacity

check 'customers: rounded up, as the cut does' 0 \
    tiers --set 'tiers:cut=customers 1%, 50%' accounts.csv <<'end'
tier,customers,by_cut,admitted,capped,held,capacity
A,1,1,0,0,0,1
B,2,2,0,0,0,2
C,2,2,0,0,0,
total,5,5,0,0,0,
end
check 'count: whether there are so many customers or not, and before ties' 0 \
    tiers --set 'tiers:cut=count 2, 1000000' accounts.csv <<'end'
tier,customers,by_cut,admitted,capped,held,capacity
A,3,3,0,0,0,2
B,2,2,0,0,0,999998
C,0,0,0,0,0,
total,5,5,0,0,0,
end
for cut in 'share 50%, 80%' 'value 40, 20' abc; do
    check "$cut: none" 0 "tiers --set 'tiers:cut=$cut' accounts.csv | cut -d, -f7 | sort -u" <<'end'

capacity
end
done
cat >managers.kam <<'end'
[tiers]
names = A, B, C
by    = revenue
cut   = managers 1, +1
[managers]
column = manager
span   = 3
end
{ cat good.kam; printf '[managers]\nspan = 3\n'; } >span.kam
{ cat good.kam; printf '[managers]\ncount = 1\n'; } >count.kam
check 'managers: places for each of them, and what all can carry' 0 \
    tiers -m managers.kam accounts.csv <<'end'
tier,customers,by_cut,admitted,capped,held,capacity
A,3,3,0,0,0,2
B,1,1,0,0,0,2
C,1,1,0,0,0,
total,5,5,0,0,0,6
end
check 'segments add up' 0 tiers --set tiers:per=industry accounts.csv <<'end'
tier,customers,by_cut,admitted,capped,held,capacity
A,3,3,0,0,0,3
B,2,2,0,0,0,6
C,0,0,0,0,0,
total,5,5,0,0,0,
end
check 'nobody' 0 'sed 1q accounts.csv | tiers -m span.kam --set managers:count=2' <<'end'
tier,customers,by_cut,admitted,capped,held,capacity
A,0,0,0,0,0,1
B,0,0,0,0,0,2
C,0,0,0,0,0,
total,0,0,0,0,0,6
end
check 'a column of managers that is not there' 1 \
    kam-tier --summary -m span.kam --set managers:column=manger accounts.csv 3<<'end'
kam-tier: accounts.csv: [managers] column (span.kam:8): no column 'manger'; did you mean 'manager'; there are: account_id, account_name, industry, region, manager, months, revenue, 2026-10
end
check 'without span it is not needed' 0 \
    'total -m count.kam --set managers:column=manger accounts.csv; total -m span.kam accounts.csv' <<'end'
0.375940,,0.600000,,yes,no
0.375940,,0.600000,,yes,no
end

# ---- whether tiering is worth it

check 'more customers than managers can carry' 0 \
    'for span in 4 5; do total -m count.kam --set managers:span=$span accounts.csv; done
    for span in 2 3; do total -m managers.kam --set managers:span=$span accounts.csv; done' <<'end'
0.375940,4,0.600000,yes,yes,no
0.375940,5,0.600000,no,yes,no
0.375940,4,0.600000,yes,yes,no
0.375940,6,0.600000,no,yes,no
end
check 'half of the customers buy again, or fewer, or nobody knows' 0 \
    'sed 5d accounts.csv | total; sed 4,5d accounts.csv | total; sed s/months/mon/ accounts.csv | total' <<'end'
0.500000,,0.500000,,yes,yes
0.602410,,0.333333,,no,yes
0.375940,,,,,no
end
# revenues REVENUE...: a table of so many customers.
revenues() {
    id=0
    echo account_id,revenue
    for revenue; do echo "$((id += 1)),$revenue"; done
}
check 'half of the revenue, exactly, whatever is printed' 0 \
    'revenues 50.00 20.00 10.00 10.00 10.00 | total
    revenues 5000000.00 2000000.00 1000000.00 1000000.00 1000000.00 | total
    revenues 4999999.99 2000000.00 1000000.00 1000000.00 1000000.01 | total
    revenues 5000000.01 2000000.00 1000000.00 1000000.00 999999.99 | total
    revenues 0 0 -1 | total' <<'end'
0.500000,,,,,yes
0.500000,,,,,yes
0.500000,,,,,no
0.500000,,,,,yes
,,,,,
end
check 'a number of months that is none' 1 \
    'sed s/,12,/,all,/ accounts.csv >bad-months.csv; kam-tier --summary bad-months.csv' 3<<'end'
kam-tier: bad-months.csv:3: months: not a number: 'all'
end
check '-v says it in a sentence' 0 \
    'for span in 4 5; do
        kam-tier -v --summary -m count.kam --set managers:span=$span accounts.csv
        sed 5d accounts.csv | kam-tier -v --summary -m count.kam --set managers:span=$((span - 1))
    done >/dev/null
    revenues 0 0 | kam-tier -v --summary >/dev/null
    revenues 1 1 1 1 1 | kam-tier -v --summary >/dev/null' 3<<'end'
kam-tier: tiering may not be worth it: 5 customers are more than the managers can carry (4), 60.0% of them buy again, the top 20% bring only 37.6% of the positive revenue
kam-tier: 5 customers, revenue 130.00: A 1, B 2, C 2
kam-tier: tiering is worth it: 4 customers are more than the managers can carry (3), 50.0% of them buy again, the top 20% bring 50.0% of the positive revenue
kam-tier: 4 customers, revenue 97.00: A 1, B 2, C 1
kam-tier: tiering may not be worth it: the managers can carry all 5 customers (5), 60.0% of them buy again, the top 20% bring only 37.6% of the positive revenue
kam-tier: 5 customers, revenue 130.00: A 1, B 2, C 2
kam-tier: tiering may not be worth it: the managers can carry all 4 customers (4), 50.0% of them buy again, the top 20% bring 50.0% of the positive revenue
kam-tier: 4 customers, revenue 97.00: A 1, B 2, C 1
kam-tier: whether tiering is worth it isn't known: [managers] doesn't say how many they can carry, who buys again isn't known, nobody brings any revenue
kam-tier: 2 customers, revenue 0.00: A 2, B 0, C 0
kam-tier: tiering may not be worth it: [managers] doesn't say how many they can carry, who buys again isn't known, the top 20% bring only 20.0% of the positive revenue
kam-tier: 5 customers, revenue 5.00: A 5, B 0, C 0
end

# ---- --by

check 'a pyramid for each, in byte order, then the total of all' 0 \
    'kam-tier --summary --by region accounts.csv | cut -d, -f1-6' <<'end'
region,tier,customers,customer_share,revenue,revenue_share
north,A,1,0.333333,50.00,0.602410
north,B,1,0.333333,33.00,0.397590
north,C,1,0.333333,-3.00,0.000000
north,total,3,1.000000,80.00,1.000000
south,A,0,0.000000,0.00,0.000000
south,B,1,1.000000,33.00,1.000000
south,C,0,0.000000,0.00,0.000000
south,total,1,1.000000,33.00,1.000000
total,A,0,0.000000,0.00,0.000000
total,B,0,0.000000,0.00,0.000000
total,C,1,1.000000,17.00,1.000000
total,total,1,1.000000,17.00,1.000000
,grand_total,5,1.000000,130.00,1.000000
end
check 'several columns: each combination there is; commas and options are one list' 0 \
    'kam-tier --summary --by industry,region accounts.csv >one.csv
    kam-tier --summary --by industry --by region accounts.csv | cmp - one.csv
    grep total, one.csv | grep -v "total,[ABC]"' <<'end'
,north,total,2,1.000000,83.00,1.000000,41.5000,33.00,50.00,0.602410,0.102410,2,0,0,0,,0.500000,,yes,yes
bank,south,total,1,1.000000,33.00,1.000000,33.0000,33.00,33.00,1.000000,0.000000,1,0,0,0,,1.000000,,yes,yes
bank,total,total,1,1.000000,17.00,1.000000,17.0000,17.00,17.00,1.000000,0.000000,1,0,0,0,,1.000000,,yes,yes
"car, truck",north,total,1,1.000000,-3.00,,-3.0000,-3.00,-3.00,,,1,0,0,0,,0.000000,,no,
,,grand_total,5,1.000000,130.00,1.000000,26.0000,-3.00,50.00,0.375940,0.348872,5,0,0,0,,0.600000,,yes,no
end
check 'cells that look alike when joined are different groups' 0 \
    'printf "account_id,x,y,revenue\n1,a,bc,1\n2,ab,c,2\n3,a,bc,4\n" |
    kam-tier --summary --by x,y | grep total | cut -d, -f1-6' <<'end'
a,bc,total,2,1.000000,5.00
ab,c,total,1,1.000000,2.00
,,grand_total,3,1.000000,7.00
end
check 'ids keep what they are for a spreadsheet' 0 \
    'kam-tier --excel --summary --by account_id accounts.csv | sed -n 2p | cut -d, -f1-3 | tr -d "\r"' <<'end'
"=""a""",A,1
end
check 'nobody: only the total' 0 'sed 1q accounts.csv | kam-tier --summary --by region | cut -d, -f1-6' <<'end'
region,tier,customers,customer_share,revenue,revenue_share
,grand_total,0,,0.00,
end
check 'a column that is not there' 1 kam-tier --summary --by regoin accounts.csv 3<<'end'
kam-tier: accounts.csv: --by: no column 'regoin'; did you mean 'region'; there are: account_id, account_name, industry, region, manager, months, revenue, 2026-10
end
check 'a column twice' 2 kam-tier --summary --by region,region accounts.csv 3<<'end'
kam-tier: --by: 'region' is named twice
end
check 'a name of the summary itself' 2 kam-tier --summary --by region,tier accounts.csv 3<<'end'
kam-tier: --by: 'tier' is a column of the summary itself
end
check 'an empty name' 2 kam-tier --summary --by region, accounts.csv 3<<'end'
kam-tier: --by: a value is missing
end
check 'without --summary' 2 kam-tier --by region accounts.csv 3<<'end'
kam-tier: --by goes with --summary only
Try 'kam-tier --help' for more information.
end
check 'no tier is called as the last row is' 2 \
    kam-tier --set 'tiers:names=A, grand_total, C' accounts.csv 3<<'end'
kam-tier: --set tiers:names: a tier can't be called 'grand_total': summaries have a row or a column of that name
end

# ---- laws

awk 'BEGIN { print "account_id,line,months,revenue,2026-10"
    for (i = 0; i < 500; i++) { r = (i * 7919) % 97 - 10; r = r * r * (r < 0 ? -1 : 1)
        printf "%03d,%s,%d,%d.25,%d.25\n", (i * 211) % 500, substr("xyzz", i % 4 + 1, 1), i % 5, r, r } }' >many.csv
for cut in 'customers 1%, 20%' 'share 50%, 80%' 'count 7, 100' abc; do
    check "cut = $cut per line: the pyramid of a line is that of its customers alone" 0 \
        "kam-tier --summary --by line --set tiers:per=line --set 'tiers:cut=$cut' many.csv |
            grep -v '^line\|grand_total' | cut -d, -f2-15,17- >groups
        for line in x y z; do
            awk -F, -v line=\$line 'NR == 1 || \$2 == line' many.csv |
                kam-tier --summary --set 'tiers:cut=$cut' | sed 1d | cut -d, -f1-14,16-
        done | diff - groups"
done
check 'the groups add up to the whole, tier by tier' 0 \
    'add() { awk -F, "\$$1 ~ /^[ABC]\$/ { n[\$$1] += \$($1 + 1); cents[\$$1] += \$($1 + 3) * 100 }
        END { for (t in n) printf \"%s %d %.0f\n\", t, n[t], cents[t] }" | sort; }
    kam-tier --summary many.csv | add 1 >whole
    kam-tier --summary --by line,months many.csv | add 3 | diff - whole
    kam-tier --summary many.csv | sed -n "\$p" | cut -d, -f2- >last
    kam-tier --summary --by line many.csv | sed -n "\$p" | cut -d, -f3- | diff - last
    cat whole' <<'end'
A 5 3698125
B 0 0
C 495 107218975
end
check 'any order of rows, the same bytes' 0 \
    'kam-tier --summary --by line,months many.csv >once.csv
    { sed 1q many.csv; sed 1d many.csv | sort -t, -k4; } |
    kam-tier --summary --by line,months | cmp - once.csv'

check '--by nothing' 2 kam-tier --summary --by '' 3<<'end'
kam-tier: --by: a column is needed
Try 'kam-tier --help' for more information.
end

finish
