# kam-score and kam-tier when memory, the disk or the system fails them.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"

cat >good.kam <<'end'
[model]
name  = Test

[dimension size]
column = revenue
weight = 2
bands  = 0:0, 100:50, 1000:100

[dimension size | industry in bank|hospital]
linear = 0:0, 100:100

[dimension growth]
column = growth
weight = 1
linear = -50%:0, 50%:100

[tiers]
names = A, B, C
by    = score
cut   = customers 20%, +30%
end
export KAM_MODEL=good.kam

cat >accounts.csv <<'end'
account_id,account_name,industry,revenue,growth,2026-09,2026-10
c,Cog,bank,17.00,,17.00,
a,Ace,,50.00,0.5,25.00,25.00
b,"Bee, Ltd",hospital,33.00,-0.25,33.00,0.00
d,Dot,,-3.00,,-3.00,
end
kam-score -o scored.csv accounts.csv

sweep_alloc kam-score -o out.csv accounts.csv
sweep_alloc kam-score --weight size=3 --weights -o out.csv
cat >among.kam <<'end'
[dimension size]
column = revenue
weight = 1
scale  = percentile
population = per account_id
[dimension size | revenue > 5]
scale  = zscore
[dimension size | revenue > 3]
scale  = percentile
end
sweep_alloc kam-score -m among.kam -o out.csv accounts.csv
sweep_alloc kam-score -m among.kam --explain "$(sed -n '2s/,.*//p' accounts.csv)" -o out.txt accounts.csv
sweep_alloc kam-tier -o out.csv scored.csv
{ cat good.kam && printf '[weights]\nmethod = critic\nmatrix = 1 3 / 1/3 1\n[score]\nmethod = topsis\n'; } >found.kam
sed 's/,,17/,0.1,17/; s/-3.00,,/-3.00,0.2,/' accounts.csv >whole.csv
sweep_alloc kam-score -m found.kam --set 'score:population=per industry' -o out.csv whole.csv
sweep_alloc kam-score -m found.kam -v --weights -o out.csv whole.csv
kam-score -m found.kam -o found.csv whole.csv
sweep_alloc kam-tier -m found.kam -o out.csv found.csv
sweep_alloc kam-tier --summary -o out.csv scored.csv
sweep_alloc kam-tier -v --summary --by industry,account_id -o out.csv scored.csv
cat >members.csv <<'end'
account,customer,via,revenue,share
a,a,single,50.00,1.000000
b,b,head,30.00,0.909091
b1,b,payer:b,3.00,0.090909
c,c,single,17.00,1.000000
end
sed 's/^\[tiers\]/[managers]\ncolumn = industry\nspan = 1\n[policy A]\nvisits = 4\n[branch]\ndesk = business : revenue < 100\n&/' \
    good.kam >whole.kam
sweep_alloc kam-tier -m whole.kam --managers -o out.csv scored.csv
sweep_alloc kam-tier -m whole.kam --near 500% -o out.csv scored.csv
sweep_alloc kam-tier -m whole.kam --branches members.csv -o out.csv scored.csv
sweep_io read kam-tier -m whole.kam --branches members.csv -o out.csv scored.csv
sweep_alloc kam-tier -v --set tiers:by=revenue -o out.csv scored.csv
for call in read write close rename fsync; do
    sweep_io $call kam-tier -o out.csv scored.csv
done

# ---- rules, segments, managers, patience

cat >rich.kam <<'end'
[tiers]
names        = A, B, C
by           = revenue
cut          = managers 1, +1
admitted     = inside
per          = industry
demote-after = 2
keep-factor  = 90%
lost-after   = 2
[managers]
column = manager
[admit vip]
when = revenue >= 10% of last 2 months, services has net|web
tier = A
[category b]
when = months >= 1
[category a]
when = idle is empty
[flag f]
when    = peak_share >= 10%
at-most = C
[flag e]
when = revenue > cost
[policy A]
visits = 4
end
cat >now.csv <<'end'
account_id,industry,manager,members,revenue,months,idle,peak_share,services,cost,2026-09,2026-10
a,bank,m,a|x,50.00,2,0,0.5,net|web,1,25.00,25.00
b,bank,m,b,40.00,2,0,0.5,web,1,20.00,20.00
c,,n,c|y,30.00,1,1,,,1,15.00,15.00
d,shop,,d,20.00,1,3,,,1,10.00,10.00
end
sed 's/^b,/bb,/; s/,2026-09,2026-10/,2026-08,2026-09/' now.csv >old.csv
kam-tier -m rich.kam -o before.csv old.csv
sweep_alloc kam-tier -m rich.kam --previous before.csv -o out.csv now.csv
sweep_alloc kam-tier -m rich.kam -v --summary -o out.csv now.csv
sweep_alloc kam-tier -m rich.kam --set tiers:cut=abc --set tiers:admitted=on-top -o out.csv now.csv

# ---- the grid, strategies

cat >boxes.kam <<'end'
[tiers]
names = A, B, C
by    = revenue
cut   = count 1, 3
[category b]
when = months >= 1
[grid]
contribution = revenue : percentile 50, 80
potential    = cost : 1
rows = X Y / X Z / Z Z
X = keep
[strategy due]
when    = tier in B|C, flags is empty, gap_up > 0
periods = 2
why     = long
[strategy now]
when = categories has b, reason != x, evidence is empty, policy_visits = 4
[policy class X]
visits = 4
end
kam-tier -m boxes.kam -o before.csv old.csv
sweep_alloc kam-tier -m boxes.kam --previous before.csv -o out.csv now.csv
sweep_alloc kam-tier -m boxes.kam --grid -o out.csv now.csv
sweep_alloc kam-tier -m boxes.kam --explain b --explain d -o out.txt now.csv
sweep_alloc kam-diff -o out.csv before.csv before.csv

# What if: tiers again, under other weights and limits.
cat >weights.kam <<'end'
[model]
missing = skip
[dimension revenue]
column = revenue
weight = 3
linear = 0:0, 50:100
[dimension months]
column = months
weight = 1
linear = 0:0, 3:100
[tiers]
names        = A, B, C
by           = score
cut          = count 1, 2
demote-after = 3
[flag weak]
when    = score < 20
at-most = C
end
kam-score -m weights.kam old.csv | kam-tier -m weights.kam -o before.csv
sed '/^a,/s/50.00/5.00/' now.csv | kam-score -m weights.kam |
    kam-tier -m weights.kam --previous before.csv -o held.csv
sweep_alloc kam-tier -m weights.kam -o out.csv held.csv
sweep_alloc kam-tier -m weights.kam --sensitivity -o out.csv held.csv
sweep_alloc kam-tier -m weights.kam --flip b -o out.csv held.csv
kam-score -m weights.kam --weight months=2 held.csv >other.csv
sweep_alloc kam-tier -m weights.kam -o out.csv other.csv

finish
