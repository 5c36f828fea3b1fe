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

# Renamed accounts, circles, two groups, payers of many, names that are alike.
{
    printf 'account_id,account_name,group_id,payer_id,lines,revenue,2026-10\n'
    seq -f "b%02g" 22 | sed 's/.*/&,Bay Ltd,,P,1,1.00,1.00/'
    printf '%s,1,1.00,1.00\n' a,Ace,g, c,海湾（集团）有限公司,h,a d,海湾,,
} >names.csv
printf 'account_id,parent_id,kind\na,e,renamed\ne,f,renamed\nx,b01,\nb01,x,\nz,z,\n' >renames.csv
printf 'b02\nb03\n' >payers.txt
sweep_alloc kam-merge-group -v --relations renames.csv --ignore-payer @payers.txt \
    --suggest list.csv --suggest-by payer_id -o out.csv names.csv
sweep_io read kam-merge-group --relations renames.csv --ignore-payer @payers.txt -o out.csv names.csv
sweep_io rename kam-merge-group --suggest list.csv names.csv
sweep_io write kam-merge-group --suggest list.csv --members-out members.csv -o out.csv names.csv
for call in read write close fsync open; do
    sweep_io $call kam-merge-group --relations pairs.csv -o out.csv accounts.csv
done
sweep_io rename kam-merge-group -o out.csv accounts.csv
sweep_io write:ENOSPC kam-merge-group accounts.csv
sweep_io rename kam-merge-group --members-out members.csv accounts.csv

finish
