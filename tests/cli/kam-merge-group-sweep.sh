# kam-merge-group when memory, the disk or the system fails it.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"

cat >accounts.csv <<'end'
account_id,group_id,payer_id,tax,limit,lines,revenue,cost,services,service_count,2026-09,2026-10
A,G,,1,5,1,10.00,1.00,x|y,2,4.00,6.00
B,G,Q,,7,2,3.00,1.00,y,1,,3.00
C,,,1,,1,1.00,0.00,,0,,1.00
D,,R,,8,1,2.00,0.00,z,1,2.00,
end
printf 'account_id,parent_id,kind\nD,E,same\nA,E,\n' >pairs.csv
printf '[group]\nsame = tax\nrelations = pairs.csv\n[attribute limit]\nmerge = max\n' >rules.kam

sweep_alloc kam-merge-group -m rules.kam accounts.csv
sweep_alloc kam-merge-group -m rules.kam -o out.csv --members-out members.csv accounts.csv
for call in read write close fsync open; do
    sweep_io $call kam-merge-group --relations pairs.csv -o out.csv accounts.csv
done
sweep_io rename kam-merge-group -o out.csv accounts.csv
sweep_io write:ENOSPC kam-merge-group accounts.csv
sweep_io rename kam-merge-group --members-out members.csv accounts.csv

finish
