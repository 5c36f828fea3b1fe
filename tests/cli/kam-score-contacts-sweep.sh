# kam-score --contacts and --visits when memory, the disk or the system fails them.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"

cat >rules.kam <<'end'
[contacts]
stale-after = 6
[dimension closeness]
column = closeness
weight = 1
linear = 0:0, 100:100
[tiers]
names = A, B
cut   = count 1
[policy A]
visits = 4 per month
end
export KAM_MODEL=rules.kam
cat >accounts.csv <<'end'
account_id,members,revenue,2026-09,2026-10
a,a|a1,50.00,25.00,25.00
b,b,33.00,33.00,0.00
end
cat >contacts.csv <<'end'
account_id,contact,reports_to,attitude,depth,last_contact,competitor
a,Li,,strong-positive,deep,2026-09-01,
a1,Wang,,neutral,shallow,2026-01-01,
a,Li,,neutral,medium,,Acme
b,Sun,,negative,none,,Bolt
end
cat >visits.csv <<'end'
account_id,date
a1,2026-09-01
b,2026-10-01
end
kam-score --contacts contacts.csv --visits visits.csv -o scored.csv accounts.csv

sweep_alloc kam-score --contacts contacts.csv --visits visits.csv -o out.csv accounts.csv
sweep_alloc kam-score --contacts contacts.csv --explain a -o out.txt accounts.csv
sweep_alloc kam-tier -o out.csv scored.csv
sweep_io read kam-score --contacts contacts.csv --visits visits.csv -o out.csv accounts.csv

finish
