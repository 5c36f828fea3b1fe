# kam-diff --explain when memory, the disk or the system fails it.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"
. "$KAM_SOURCE/tests/cli/lib-movers.sh"

printf 'account,customer,revenue\nL1,L1,850.00\nK2,L1,300.00\nL2,L1,100.00\n' >members.csv

sweep_alloc kam-diff -o out.txt --members-new members.csv --explain L1 --explain name:elm \
    2026-09.csv 2026-10.csv
sweep_alloc kam-diff -o out.txt --lang zh --explain M2 --explain P1 --explain G2 --explain T9 \
    2026-09.csv 2026-10.csv
for call in write fsync rename; do
    sweep_io $call kam-diff -o out.txt --explain A1 2026-09.csv 2026-10.csv
done

finish
