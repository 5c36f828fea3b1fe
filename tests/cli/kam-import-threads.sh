# kam-import: what comes out doesn't depend on the number of threads.
. "$(dirname "$0")/lib.sh"

# 60,000 lines that are more than the first MiB, with all that a line may be: amounts in quotes, over
# several lines, of other months; unreadable ones, totals, headers and titles in between, too few and
# too many cells, blank lines.
make_bills() {
    awk 'BEGIN {
        print "customer,name,service,month,amount,currency,bill"
        for (i = 1; i <= 60000; i++) {
            id = i * 7919 % 3001
            month = sprintf("2026-%02d", i % 11 + 1)
            cents = i * 104729 % 999983
            amount = sprintf("%d.%02d", cents / 100, cents % 100)
            if (i % 11 == 0)
                amount = "\"" substr(amount, 1, 1) "," substr(amount, 2) "\""
            if (i % 997 == 0)
                amount = "n/a"
            if (i % 1201 == 0)
                printf "total,,,,0,,\n"
            if (i % 4001 == 0)
                printf "Page %d\ncustomer,name,service,month,amount,currency,bill\n", i
            if (i % 5003 == 0)
                printf "\n%d,short\n", id
            name = i % 13 ? "Firm " id : "\"Firm\n" id " \"\"x\"\"\""
            printf "%05d,%s,s%d,%s,%s,%s,%d\n", id, name, i % 90, month, amount,
                   i % 3001 ? "CNY" : "USD", i % 50021
        }
    }'
}
make_bills >bills.csv
gzip -c bills.csv >bills.csv.gz

# run THREADS INPUT OPTION...: everything that an import writes, in one file.
run() {
    threads=$1 input=$2
    shift 2
    status=0
    kam-import --threads "$threads" --rejects rejects --reconcile reconcile --name name \
        "$@" <"$input" >table 2>messages || status=$?
    cat table rejects reconcile messages 2>&1 || :
    rm -f table rejects reconcile
    echo "status $status"
}

for options in '' '--currency currency=CNY' '--currency currency' '--invoice bill' \
    '--max-rejects 9' '--period 2026-06 --window 3' '--check-total 1' '--round 1'; do
    # shellcheck disable=SC2086
    run 1 bills.csv $options >one
    for threads in 2 3 8; do
        check "$threads threads: ${options:-plain}" 0 "run $threads bills.csv $options | cmp - one"
    done
    check "2 threads, compressed, through a pipe: ${options:-plain}" 0 \
        "mkfifo pipe; cat bills.csv.gz >pipe & run 2 pipe $options | cmp - one; rm pipe"
done
check 'these bills have it all' 0 "run 1 bills.csv --currency currency=CNY >one
    for word in currency total rejected header blank; do grep -c \",\$word,\" one | sed 's/^[1-9].*/some/'; done" <<'end'
some
some
some
some
some
end

check 'a file that is cut off' 0 "head -c 400000 bills.csv.gz >cut.gz
    run 1 cut.gz --currency currency=CNY >one; run 2 cut.gz --currency currency=CNY | cmp - one
    tail -n 2 one | sed s/:[0-9]*:/:N:/" <<'end'
kam-import: standard input:N: the gzip data ends too early: a truncated file; fetch the file again
status 1
end
check 'the number of threads' 2 kam-import --threads 0 bills.csv 3<<'end'
kam-import: --threads: '0': a whole number from 1 to 64 is needed
Try 'kam-import --help' for more information.
end
check 'more threads than there is work' 0 \
    "run 1 bills.csv --currency currency=CNY >one
     run 64 bills.csv --currency currency=CNY | cmp - one"
finish
