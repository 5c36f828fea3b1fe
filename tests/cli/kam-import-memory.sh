# kam-import --memory: accounts for which there is no room go to temporary files and come back. What
# comes out doesn't depend on it.
. "$(dirname "$0")/lib.sh"

# 100,000 lines of 60,000 accounts, those of an account far apart, with a name that is long and
# changes; some that nobody can read. The accounts take some 30 MB, where there is room for 16.
awk 'BEGIN {
    for (i = 0; i < 12; i++)
        long = long " and Sons"
    print "customer,name,service,month,amount,cost,usage,bill"
    for (m = 1; m <= 3; m++)
        for (i = 0; i < 60000; i += m == 1 ? 1 : 3) {
            id = i * 7919 % 60000
            amount = (id * 104729 + m * 1299709) % 999983 - 9999 ".5"
            if (i % 9973 == 0)
                amount = "n/a"
            printf "%s%05d,Firm %d-%d%s,s%d,2026-%02d,%s,%d,%d.25,%d\n",
                id % 4 ? "" : "a longer id ", id, id % 7, m, long, (id + m) % 90, m, amount,
                i % 101, i % 11, i + m
        }
}' >bills.csv
awk 'NR == 1 || NR % 3' bills.csv >most.csv
awk 'NR == 1 || NR % 3 == 0' bills.csv >rest.csv
measures='--name name --sum usage'
lists='--reconcile reconcile --rejects rejects'

# run OPTION... FILE...: everything that an import writes, in one file.
run() {
    status=0
    # shellcheck disable=SC2086
    kam-import $measures $lists --verbose "$@" >table 2>messages || status=$?
    for file in table rejects reconcile unmatched messages; do
        [ ! -f "$file" ] || cat "$file"
    done
    rm -f table rejects reconcile unmatched messages
    echo "status $status"
}

# same THREADS WHAT OPTION... FILE...: there isn't room for all accounts, which shows where they
# have no other place either, and yet nothing differs.
same() {
    counts=$1 name=$2
    shift 2
    run "$@" >expected
    check "$name: more than there is room for" 0 "TMPDIR=none run --memory 16M $* | tail -n 2" <<'end'
kam-import: cannot create a temporary file in none: No such file or directory; TMPDIR says which directory to use
status 3
end
    for n in $counts; do
        check "$name: $n threads" 0 "run --memory 16M --threads $n $* | cmp - expected"
    done
}

# ---- exports

same '1 2 3' 'an export' bills.csv
check 'that has accounts, and lines that are rejected' 0 \
    'grep -c "^bills.csv,.*,amount,no amount" expected; tail -n 2 expected' <<'end'
13
kam-import: 59993 accounts from 1 input; lines: 99987 used, 0 outside the window, 13 rejected, 0 of totals, 0 blank
status 0
end
same '1 2 3' 'two exports' rest.csv most.csv
same 2 'a window' --period 2026-02 --window 2 bills.csv
same 2 'sets' --collect names=name --service service bills.csv
same 2 'invoices' --invoice bill bills.csv
same 2 'totals that do not hold' --check-total 1 --check-total 2026-02=2 bills.csv
same 2 'one bad line too many' --max-rejects 9 bills.csv
run bills.csv >expected
check 'room for all' 0 'TMPDIR=none run --memory 1g bills.csv | cmp - expected'

awk 'BEGIN {
    print "customer,industry"
    for (i = 0; i < 70000; i += 2)
        printf "%05d,industry %d\n", i, i % 10
}' >customers.csv
same '1 2 3' 'a customer file' --join customers.csv --unmatched unmatched bills.csv

# ---- account tables

for part in most rest bills; do
    # shellcheck disable=SC2086
    kam-import $measures $lists -o $part.table $part.csv 2>/dev/null
done
same '1 2 3' 'an account table and an export' most.table rest.csv
same 2 'an account table' bills.table
same 2 'two account tables' most.table rest.table
run bills.csv >expected
check 'tables give what their lines do' 0 "head -n 59994 expected >whole
    kam-import $measures --memory 16M most.table rest.table | cmp - whole"
same 2 'a table that repeats the bills' most.table bills.csv
check 'of which there is a warning' 0 "grep 'counted twice' expected" <<'end'
kam-import: warning: of the 66658 account-months that most.table and the inputs before it share, 66658 have the same revenue: is it counted twice?
end
same 2 'a warning and --strict' --strict most.table bills.csv

{
    cat bills.table
    sed -n 2p bills.table
} >far.table
sed '$p' bills.table >near.table
check 'an account twice in a table, far apart' 1 \
    "kam-import $measures --memory 16M -o out far.table rest.csv" 3<<'end'
kam-import: far.table: account_id: '00001' stands there twice, but a table has each account once: did a spreadsheet change an id?
end
check 'close together' 1 "kam-import $measures --memory 16M -o out near.table rest.csv" 3<<'end'
kam-import: near.table:59995: account_id: 'a longer id 59996' stands in line 59994, too, but a table has each account once: did a spreadsheet change an id?
end

# ---- what fails

{
    head -n 1 bills.csv
    printf '%s\n' B,x,s,2026-01,-100000000000000000000,0,0,0 A,x,s,2026-01,100000000000000000000,0,0,0
    sed '1d; /n.a/d' bills.csv
    printf '%s\n' A,x,s,2026-01,100000000000000000000,0,0,0
} >large.csv
check 'an account whose parts together are too large' 1 \
    'kam-import --memory 16M -o out large.csv' 3<<'end'
kam-import: the sum of account 'A' becomes too large
end
mkdir tmp
check 'a disk that fills up' 3 'trap "" XFSZ; ulimit -f 2000
    TMPDIR=tmp kam-import --name name --memory 16M --reconcile list -o out large.csv' 3<<'end'
kam-import: cannot write a temporary file in tmp: File too large; TMPDIR says which directory to use
end
check 'TMPDIR is a file' 3 \
    'TMPDIR=bills.csv kam-import --name name --memory 16M --reconcile list -o out large.csv' 3<<'end'
kam-import: cannot create a temporary file in bills.csv: Not a directory; TMPDIR says which directory to use
end
check 'no failure left an output, or a temporary file' 0 'ls out list 2>/dev/null; ls -A tmp'

# ---- sizes

for size in '' 0 16777216 M 16MB 16X '16M;' -16M +16M 1.5G ' 16M' '16M '; do
    check "'$size' is no size" 2 kam-import --memory "$size" bills.csv 3<<end
kam-import: --memory: '$size': a size such as 512M or 2G is needed
Try 'kam-import --help' for more information.
end
done
for size in 0M 15M 16383K 0G; do
    check "$size is too small" 2 kam-import --memory "$size" bills.csv 3<<end
kam-import: --memory: '$size': at least 16M are needed
Try 'kam-import --help' for more information.
end
done
for size in 16777216T 18446744073709551616K 99999999999999999999G; do
    check "$size is too large" 2 kam-import --memory "$size" bills.csv 3<<end
kam-import: --memory: '$size': more than there can be
Try 'kam-import --help' for more information.
end
done
printf 'customer,month,amount\nA,2026-10,1\n' >small.csv
for size in 16M 16m 16384K 1g 00016M 16777215T; do
    check "$size is a size" 0 "kam-import --memory $size small.csv | cut -d, -f1" <<'end'
account_id
A
end
done

finish
