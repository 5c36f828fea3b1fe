# Prospects, who have no bills yet: scored, beside the pyramid, and won with their first bill.
. "$(dirname "$0")/lib.sh"

cat >good.kam <<'end'
[dimension size]
column = revenue
weight = 1
missing = error
linear = 0:0, 100:100
[dimension potential]
column = potential
weight = 1
values = A:100, B:50, *:0

[tiers]
names = top, middle, low
cut   = count 1, 2
[category hopeful]
when = potential = A
[category unlike]
when = manager != x
[flag unseen]
when    = manager != x
[policy top]
visits = weekly
[policy prospect]
visits = once
call   = first
[managers]
column = manager
span   = 2
end
KAM_MODEL=good.kam
export KAM_MODEL

cat >september.csv <<'end'
account_id,account_name,lines,months,revenue,members,2026-08,2026-09
a,Ann,2,2,90.00,a|a2,40.00,50.00
b,Bob,1,1,50.00,b,,50.00
c,Cyd,1,1,-5.00,c,,-5.00
end
cat >october.csv <<'end'
account_id,account_name,lines,months,revenue,members,2026-09,2026-10
a,Ann,2,2,90.00,a|a2,50.00,40.00
p,Pam,1,1,70.00,p,,70.00
n,Neo,1,1,1.00,n,,1.00
end
cat >customers.csv <<'end'
account,potential,manager,first
a2,B,x,2026-01
b,A,y,
z,,x,
p,A,w,
q,B,,
b2,A,,
end

september() {
    kam-score "$@" --join customers.csv september.csv
}

september --prospects -o scored.csv
check 'a row of the file without a customer is one of no lines' 0 \
    'sed "1d; s/[0-9a-f]\{16\}$/HASH/" scored.csv' <<'end'
a,Ann,2,2,90.00,a|a2,40.00,50.00,B,x,2026-01,90.0000,45.0000,50.0000,25.0000,,70.0000,HASH
b,Bob,1,1,50.00,b,,50.00,A,y,,50.0000,25.0000,100.0000,50.0000,,75.0000,HASH
b2,,0,0,,,,,A,,,,,100.0000,100.0000,size,100.0000,HASH
c,Cyd,1,1,-5.00,c,,-5.00,,,,0.0000,0.0000,,,potential,0.0000,HASH
p,,0,0,,,,,A,w,,,,100.0000,100.0000,size,100.0000,HASH
q,,0,0,,,,,B,,,,,50.0000,50.0000,size,50.0000,HASH
z,,0,0,,,,,,x,,,,,,size|potential,0.0000,HASH
end
check 'the others are what they are without them' 0 'september >1; grep -v ,0,0,,, scored.csv | cmp - 1'
check 'as they are in any order, and done again' 0 \
    '(sed 1q customers.csv; sed 1d customers.csv | sort -r) >turned.csv
    kam-score --prospects --join turned.csv september.csv | cmp - scored.csv
    kam-score --prospects --join turned.csv scored.csv | cmp - scored.csv
    kam-score --join customers.csv scored.csv | cmp - scored.csv
    kam-score scored.csv | cmp - scored.csv'
check 'they are without a partner, and stay so' 0 \
    'kam-score --prospects --join customers.csv --unmatched 1 september.csv >/dev/null
    kam-score --prospects --join customers.csv --unmatched 2 scored.csv >/dev/null
    cat 1; cmp 1 2' <<'end'
account_id,side
c,bills
z,customers
p,customers
q,customers
b2,customers
end
check '-v counts them' 0 'kam-score -v --prospects --join customers.csv september.csv >/dev/null' 3<<'end'
kam-score: 7 accounts, revenue 135.00, scored in 2 dimensions, 5 with something missing
kam-score: 4 of them are prospects
end
check 'one is not many' 0 'sed -n "1p;/^z,/p" customers.csv >z.csv
    kam-score -v --prospects --join z.csv -o one.csv september.csv && kam-tier -v one.csv >/dev/null' 3<<'end'
kam-score: warning: z.csv has none of the accounts: are its ids written differently?
kam-score: 4 accounts, revenue 135.00, scored in 2 dimensions, 4 with something missing
kam-score: 1 of them is a prospect
kam-tier: 3 customers, revenue 135.00: top 1, middle 1, low 1
kam-tier: 1 prospect stands beside the pyramid
end
check 'a missing value of a customer stays an error' 1 \
    'sed s/,-5.00,c/,,c/ september.csv | kam-score --prospects --join customers.csv' 3<<'end'
kam-score: standard input:4: revenue: empty, and the model says that a missing value is an error (missing = error)
end
check 'a wrong value of a prospect is named where it stands' 1 \
    'sed "s/^linear/; linear/; s/^missing = error/values = x:1/" good.kam >odd.kam
    sed "s/q,B/q,C/" customers.csv >odd.csv
    sed "s/, \*:0//" good.kam >strict.kam
    kam-score -m strict.kam --prospects --join odd.csv september.csv' 3<<'end'
kam-score: odd.csv:6: potential: the dimension's values give no points for 'C'; add it, or * for all others
end
check 'by another key that stands in its own column' 0 \
    'printf "tax,potential\nT1,A\nT2,B\n" >tax.csv
    sed "1s/account_name/tax/; s/Ann/T1/; s/Bob/T9/; s/Cyd//" september.csv |
        kam-score --prospects --join tax.csv --join-key tax=tax -o taxed.csv
    cut -d, -f1,2,3,9 taxed.csv; kam-score --prospects --join tax.csv --join-key tax=tax taxed.csv | cmp - taxed.csv' <<'end'
account_id,tax,lines,potential
T2,T2,0,B
a,T1,2,A
b,T9,1,
c,,1,
end
check 'a table that cannot tell them' 1 \
    'cut -d, -f1,2,4- september.csv | kam-score --prospects --join customers.csv' 3<<'end'
kam-score: standard input: --prospects, which are rows of 0 lines: no column 'lines'; there are: account_id, account_name, months, revenue, members, 2026-08, 2026-09, potential, manager, first
end
check 'kam-import refuses them as all that was scored' 1 \
    kam-import scored.csv 3<<'end'
kam-import: scored.csv:1: column 'members': a merged, scored or tiered table can't be imported again; import the account tables it came from
end

# ---- the pyramid -------------------------------------------------------------------------------

kam-tier -o 2026-09.csv scored.csv
september | kam-tier -o alone.csv
# cells NAME,... FILE: these columns.
cells() {
    awk -F, -v names="$1" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(names, name, ",") }
        { gsub(/"[^"]*"/, "-"); for (i = 1; i <= n; i++) printf "%s%s", $at[name[i]], i < n ? "," : "\n" }' "$2"
}
check 'they stand behind all customers, by score' 0 \
    cells account_id,rank,share,tier_cut,tier_computed,tier,categories,flags,held,policy_visits,policy_call,period 2026-09.csv <<'end'
account_id,rank,share,tier_cut,tier_computed,tier,categories,flags,held,policy_visits,policy_call,period
b,1,0.357143,top,top,top,hopeful|unlike,unseen,0,weekly,,2026-09
a,2,0.642857,middle,middle,middle,,,0,,,2026-09
c,3,-0.035714,low,low,low,unlike,unseen,0,,,2026-09
b2,,,,,prospect,hopeful|unlike,,,once,first,2026-09
p,,,,,prospect,hopeful|unlike,,,once,first,2026-09
q,,,,,prospect,unlike,,,once,first,2026-09
z,,,,,prospect,,,,once,first,2026-09
end
check 'with a reason' 0 'grep -c "prospect,prospect: no bills yet," 2026-09.csv' <<'end'
4
end
check 'no byte of a customer is another' 0 \
    'grep -v ",prospect," 2026-09.csv | cmp - alone.csv; kam-tier 2026-09.csv | cmp - 2026-09.csv'
for view in --summary '--summary --by manager' --managers '--near 400%'; do
    check "nor of $view" 0 "kam-tier $view alone.csv >1; kam-tier $view 2026-09.csv | cmp - 1"
done
check 'the total is what was imported' 0 'kam-tier --summary 2026-09.csv | cells tier,customers,revenue - | tail -n 1' <<'end'
total,3,135.00
end
check '-v counts them' 0 'kam-tier -v scored.csv >/dev/null' 3<<'end'
kam-tier: 3 customers, revenue 135.00: top 1, middle 1, low 1
kam-tier: 4 prospects stand beside the pyramid
end
check 'where revenue ranks, too' 0 \
    'kam-tier --set tiers:by=revenue scored.csv | cells account_id,rank,by,limit_up -' <<'end'
account_id,rank,by,limit_up
a,1,revenue,
b,2,revenue,90.00
c,3,revenue,50.00
b2,,revenue,
p,,revenue,
q,,revenue,
z,,revenue,
end
for what in tiers:ties=split tiers:per=manager 'tiers:cut=share 50%, 80%' tiers:admitted=inside \
    'tiers:cut=managers 1, 2' 'tiers:cut=abc'; do
    check "and with $what" 0 "kam-tier --set '$what' alone.csv >1; kam-tier --set '$what' scored.csv | grep -v ,prospect, | cmp - 1"
done
check 'the members of customers have branches, they have none' 0 \
    'printf "account,customer\na,a\na2,a\nb,b\nc,c\n" >members.csv
    kam-tier --branches members.csv scored.csv | cut -d, -f1-4' <<'end'
account,customer,account_name,tier
a,a,Ann,middle
a2,a,Ann,middle
b,b,Bob,top
c,c,Cyd,low
end
check 'a list that has one is of another run' 1 \
    'printf "p,p\n" | cat members.csv - | kam-tier --branches - scored.csv' 3<<'end'
kam-tier: standard input:6: customer: the table has no customer 'p'; both have to come from the same run of kam-merge-group (--members-out)
end
check 'nobody has revenue without a line' 1 'sed "s/^q,,0,0,,/q,,0,0,1,/" scored.csv | kam-tier' 3<<'end'
kam-tier: standard input:7: revenue: revenue without a line: where lines is 0 stands a prospect, who has none
end
check 'nothing but prospects' 0 \
    'grep -e ^account -e ^[pq] scored.csv | kam-tier -o only.csv; cells account_id,tier only.csv
    kam-tier --summary only.csv | cells tier,customers,revenue - | tail -n 1' <<'end'
account_id,tier
p,prospect
q,prospect
total,0,0.00
end
check 'a tier is not called so' 2 'kam-tier --set "tiers:names=top, prospect, low" scored.csv' 3<<'end'
kam-tier: --set tiers:names: a tier can't be called prospect: that is the tier of those who have no bills yet
end
check 'the story' 0 'kam-tier --explain q scored.csv' <<'end'
Customer q
Tier in September 2026: prospect, beside the pyramid
It is a prospect: it has no bills yet.
By score it is number 3 of 4 prospects; it has no rank among customers.

Score
  50 of 100, the sum of
  - size (revenue): missing; left out, the others count for more
  - potential: B gives 50 points, × 1 of 1 = 50

Rules
  Category unlike: no manager.

Service
  - visits: once
  - call: first
end

check 'a total is of customers' 0 \
    '(cat good.kam; printf "[column part]\nvalue = fee / total(fee)\n") >part.kam
    printf "account,fee\na,3\nb,1\nx,4\n" >fees.csv
    kam-score -m part.kam --set "dimension potential:column=part" --set "dimension potential:values=*:1" \
        --join fees.csv --prospects september.csv | cut -d, -f1,9,10' <<'end'
account_id,fee,part
a,3,0.7500
b,1,0.2500
c,,
x,4,1.0000
end

# ---- the next month ----------------------------------------------------------------------------

kam-score --join customers.csv --prospects october.csv | kam-tier --strict --previous 2026-09.csv -v -o 2026-10.csv 2>said
check 'who was one is a new customer, without a doubt raised' 0 cat said <<'end'
kam-tier: 3 customers, revenue 161.00: top 1, middle 1, low 1
kam-tier: 1 of them are in 2026-09.csv, 0 are held in their tiers
kam-tier: 4 prospects stand beside the pyramid
end
check 'the same is true of a group that has it as its head' 0 \
    'sed "s/^p,Pam,1,1,70.00,p/p,Pam,1,1,70.00,b|p/" october.csv | kam-score --join customers.csv |
        kam-tier --previous 2026-09.csv --explain p | sed -n "2,4p"' <<'end'
Tier in October 2026: top, by score
In September 2026 it was in top, too.
Its head account was b then.
end
check 'the story of one that was won' 0 \
    'kam-tier --previous 2026-09.csv --explain p 2026-10.csv | sed -n 3p' <<'end'
It was won: in September 2026 it was a prospect.
end
check 'and of one that was lost' 0 \
    'kam-tier --previous 2026-09.csv --explain b 2026-10.csv | sed -n 2,5p' <<'end'
Tier in October 2026: prospect, beside the pyramid
It is a prospect: it has no bills yet.
By score it is number 1 of 4 prospects; it has no rank among customers.
It was a customer: in September 2026 it was in top.
end
check 'a customer that is a prospect again is lost, one that was is won' 0 \
    'kam-diff 2026-09.csv 2026-10.csv | cut -d, -f1-7' <<'end'
account_id,account_name,move,tier_from,tier_to,revenue_from,revenue_to
p,Pam,won,,top,,70.00
b,Bob,lost,top,,50.00,
c,Cyd,lost,low,,-5.00,
n,Neo,new,,low,,1.00
end
check 'from prospect to prospect is no movement' 0 \
    'kam-diff --all 2026-09.csv 2026-10.csv | cut -d, -f1-3 | sort; kam-diff --all --exit-code only.csv only.csv | sed 1d' <<'end'
a,Ann,same
account_id,account_name,move
b,Bob,lost
c,Cyd,lost
n,Neo,new
p,Pam,won
end
check 'in the matrix they are absent' 0 kam-diff --summary 2026-09.csv 2026-10.csv <<'end'
tier_from,top,middle,low,merged,absent,total
top,0,0,0,0,1,1
middle,0,1,0,0,0,1
low,0,0,0,0,1,1
split,0,0,0,0,0,0
absent,1,0,1,0,0,2
total,1,1,1,0,2,5
end
check 'in the bridge won is a step, and it adds up' 0 kam-diff --bridge 2026-09.csv 2026-10.csv <<'end'
step,customers,revenue
old_total,3,135.00
new,1,1.00
won,1,70.00
lost,2,-45.00
merged_out,0,0.00
merged_in,0,0.00
split_out,0,0.00
split_in,0,0.00
grown,0,0.00
shrunk,0,0.00
unchanged,1,0.00
new_total,3,161.00
end
check 'which is not there without prospects' 0 'kam-diff --bridge alone.csv alone.csv | grep -c won; :' <<'end'
0
end
check 'who is won has moved' 4 \
    'grep -e ^account -e ^p 2026-09.csv >1; grep -e ^account -e ^p 2026-10.csv >2; kam-diff --exit-code -v 1 2 >3
    status=$?; cut -d, -f1-3 3; exit $status' <<'end' 3<<'err'
account_id,account_name,move
p,Pam,won
end
kam-diff: the windows 2026-08 to 2026-09 and 2026-09 to 2026-10 have 1 month in common; --measure month compares the last ones alone
kam-diff: 1 customers: 0 up, 0 down, 0 new, 1 won, 0 lost, 0 same; revenue from 0.00 to 70.00 (+70.00)
err
check 'without a model, too' 0 'kam-diff -m "" 2026-09.csv 2026-10.csv | cut -d, -f1,3' <<'end'
account_id,move
p,won
b,lost
c,lost
n,new
end
check 'and whatever is measured' 0 \
    'sed "s/^q,,0,0,,/q,,0,0,,/" 2026-09.csv >1
    kam-diff --measure points_size 1 2026-10.csv | cut -d, -f1,3,6-8' <<'end'
account_id,move,revenue_from,revenue_to,revenue_delta
p,won,,70.0000,70.0000
b,lost,50.0000,,-50.0000
n,new,,1.0000,1.0000
c,lost,0.0000,,0.0000
end

# ---- a large base ------------------------------------------------------------------------------

# Nobody's row or place depends on the prospects beside it.
awk 'BEGIN {
    print "account_id,lines,months,revenue,2026-09,2026-10"
    for (i = 1; i <= 3000; i++) {
        revenue = (i * 7919) % 997
        printf "c%05d,1,1,%d.00,,%d.00\n", i, revenue, revenue
    }
}' >base.csv
awk 'BEGIN {
    print "account,potential,manager"
    for (i = 1; i <= 4000; i++)
        printf "%s%05d,%s,m%d\n", i % 2 ? "c" : "p", i, substr("ABC", i % 3 + 1, 1), i % 7
}' >all.csv
kam-score --join all.csv base.csv | kam-tier -o without.csv
kam-score --join all.csv --prospects base.csv | kam-tier -o with.csv
check 'of 3000 customers beside 2500 prospects no byte is another' 0 \
    'grep -c ",prospect," with.csv; grep -v ",prospect," with.csv | cmp - without.csv
    kam-tier --summary without.csv >1; kam-tier --summary with.csv | cmp - 1
    kam-diff without.csv with.csv | sed 1d' <<'end'
2500
end
check 'in any number of threads' 0 \
    'kam-score --threads 3 --join all.csv --prospects base.csv | kam-tier --threads 3 | cmp - with.csv
    kam-diff --threads 1 --all with.csv without.csv >1; kam-diff --threads 3 --all with.csv without.csv | cmp - 1'

finish
