# A customer file and prospects, when memory, the disk or the system fails.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"

cat >good.kam <<'end'
[import]
keep = mood=state
[attribute fee]
merge = sum
[attribute tags]
merge = set
[attribute least]
merge = min

[dimension size]
column = revenue
weight = 1
missing = error
linear = 0:0, 100:100
[dimension mood]
column = mood
weight = 1
values = good:100, *:0

[tiers]
names = A, B
cut   = count 1
[category glad]
when = mood = good
[policy prospect]
visits = once
end
export KAM_MODEL=good.kam
cat >merged.csv <<'end'
account_id,account_name,lines,months,revenue,members,2026-09,2026-10
b,Bee,4,2,90.00,a|b|c,40.00,50.00
d,Dot,1,1,10.00,d,,10.00
w,Won,1,1,5.00,w,,5.00
end
sed '/^w/d; s/2026-10/2026-09/2; s/2026-09/2026-08/1; s/2026-09/2026-09/' merged.csv |
    sed '1s/.*/account_id,account_name,lines,months,revenue,members,2026-08,2026-09/' >before.csv
cat >customers.csv <<'end'
customer,fee,tags,state,least
a,1.5,x|z,good,3
b,2,y,bad,2
c,,x,,
"=""w""",3,,good,
p,4,p,good,
end
kam-score --join customers.csv --prospects -o scored.csv merged.csv
kam-score --join customers.csv --prospects before.csv | kam-tier -o 2026-09.csv
kam-tier --previous 2026-09.csv -o 2026-10.csv scored.csv

sweep_alloc kam-score -v --join customers.csv --prospects --unmatched unmatched.csv -o out.csv merged.csv
sweep_alloc kam-tier -v --previous 2026-09.csv -o out.csv scored.csv
sweep_alloc kam-tier --previous 2026-09.csv --explain p --explain w scored.csv
sweep_alloc kam-diff --all -v -o out.csv 2026-09.csv 2026-10.csv
for call in read write rename; do
    sweep_io $call kam-score --join customers.csv --prospects -o out.csv merged.csv
done
sweep_io read:EINTR kam-score --join - --prospects merged.csv <customers.csv

finish
