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
sweep_alloc kam-tier -o out.csv scored.csv
sweep_alloc kam-tier --summary -o out.csv scored.csv
sweep_alloc kam-tier -v --set tiers:by=revenue -o out.csv scored.csv
for call in read write close rename fsync; do
    sweep_io $call kam-tier -o out.csv scored.csv
done

finish
