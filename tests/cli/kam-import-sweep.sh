# kam-import when memory, the disk or the system fails it.
# shellcheck disable=SC2086 # $options are words
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"

cat >bills.csv <<'end'
Bills of October
customer,month,amount,cost,group,service,industry,usage
A,2026-10,10,1,G1,voice,bank,1
B,2026-09,0.00000001,1,,data|x,"a mill that is quite long, and more",2
"=""C""",2026-10,-5,1,G1,,,3
an id that is long enough to be elsewhere,2026-08,3,1,,voice,,4
合计,,8.00000001,4,,,,
end
cat >customers.csv <<'end'
account,potential,contract
A,high,2027-01
C,low,
Z,none,
end
options='--keep industry --sum usage --collect device=industry'
kam-import $options -o table.csv bills.csv
kam-import $options -z -o table.csv.gz bills.csv
sed 's/,2026-10,10,/,x,10,/' bills.csv >bad.csv
printf 'customer,month,amount,cost,service,industry,usage\nD,2026-10,1,,tv,,\n' |
    kam-import $options -o other.csv.gz

everything="kam-import $options --join customers.csv bills.csv table.csv"
rejecting="kam-import $options --rejects /dev/null bad.csv bills.csv"

sweep_alloc $everything
sweep_alloc $everything --reconcile reconcile.csv --unmatched unmatched.csv -o out.csv
sweep_alloc $everything -z --excel
sweep_alloc $rejecting
sweep_alloc kam-import --encoding GB18030 $options table.csv.gz
sweep_alloc kam-import --inspect $options bills.csv table.csv
sweep_alloc kam-import --inspect=model --encoding UTF-8 --period 2026-10 bills.csv

for failure in read:EINTR write write:ENOSPC write:EINTR open close close:EINTR fstat; do
    sweep_io $failure $everything other.csv.gz
    sweep_io $failure $rejecting
done
# Of several outputs, a later one may fail when the first is in place: never while writing.
for failure in write write:ENOSPC write:EINTR close:EINTR fstat; do
    sweep_io $failure $everything --reconcile reconcile.csv --unmatched unmatched.csv -o out.csv
done
for failure in rename fsync open close; do
    sweep_io $failure $everything -o out.csv
    sweep_io $failure $everything -o bills.csv
done
for failure in rename fsync close; do
    sweep_io $failure kam-import --inspect=tsv $options -o out.csv bills.csv
done
# The beginning of a file is read twice, and may well fail once; what comes from a pipe is not.
sweep_io read kam-import $options --join customers.csv <bills.csv
sweep_io read kam-import $options <table.csv
sweep_io read kam-import $options <table.csv.gz
sweep_io read kam-import $options --rejects /dev/null <bad.csv

finish
