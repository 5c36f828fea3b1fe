# kam-diff: what comes out doesn't depend on the number of threads.
. "$(dirname "$0")/lib.sh"

# snapshot PERIOD FACTOR [SCRIPT]: 6000 customers but for every 13th, or so; in no order of ids, the
# revenue by FACTOR. SCRIPT of awk may change a row.
snapshot() {
    awk -v period="$1" -v factor="$2" '
        BEGIN {
            print "account_id,account_name,revenue," period ",part_size,part_growth,score,rank,tier_cut,tier,by,period,model"
            for (i = 1; i <= 6000; i++) {
                id = i * 3571 % 6007
                if (id % 13 == factor % 13)
                    continue
                cents = id * factor % 99991
                revenue = sprintf("%d.%02d", cents / 100, cents % 100)
                size = int(cents / 1000) % 60
                growth = id * factor % 41
                tier = size + growth > 60 ? "gold" : size + growth > 30 ? "silver" : "tail"
                rank = size + growth > 60 ? 1 : size + growth > 30 ? 2 : 3
                name = id % 7 ? "Firm " id : "\"Firm, " id "\""
                row = sprintf("C%05d,%s,%s,%s,%d.0000,%d.0000,%d.0000,%d,%s,%s,score,%s,m 1",
                              id, name, revenue, revenue, size, growth, size + growth, rank, tier, tier, period)
                '"${3-}"'
                print row
            }
        }'
}
snapshot 2026-09 101 >09.csv
snapshot 2026-10 211 >10.csv
gzip -c 10.csv >10.csv.gz

# run THREADS OPTION...: all that comes out.
run() {
    threads=$1
    shift
    status=0
    kam-diff --threads "$threads" "$@" 2>&1 || status=$?
    echo "status $status"
}

for options in '' --all --summary --bridge '--measure month --all' '--measure part_size' \
    '--exit-code -v'; do
    # shellcheck disable=SC2086
    run 1 $options 09.csv 10.csv >one
    for threads in 2 3 4 64; do
        check "$threads threads: ${options:-plain}" 0 \
            "run $threads $options 09.csv 10.csv | cmp - one"
    done
    check "2 threads, compressed: ${options:-plain}" 0 \
        "sed s/10.csv/10.csv.gz/g one >expected
         run 2 $options 09.csv 10.csv.gz | cmp - expected"
    check "2 threads, from a pipe: ${options:-plain}" 0 \
        "cat 10.csv | run 2 $options 09.csv - | cmp - one
         cat 09.csv | run 2 $options - 10.csv | cmp - one"
done
check 'there are all kinds of movements' 0 \
    'kam-diff --all 09.csv 10.csv | grep -oE ",(up|down|new|lost|same)," | sort -u | tr -d ,' <<'end'
down
lost
new
same
up
end

# ---- errors: the first in the order of the files, whoever finds it first ---------------------------

snapshot 2026-09 101 'if (i == 5000) sub(/,score,/, ",own,", row)' >own.csv
snapshot 2026-10 211 'if (i == 20) row = row ",more"' >wide.csv
snapshot 2026-10 211 'if (i == 20 || i == 3000 || i == 5990) sub(/,[0-9]+[.]0000,/, ",x" i ",", row)' >rows.csv
{ head -n 1 rows.csv && tail -n +2 rows.csv | sort -r; } >parts.csv
snapshot 2026-10 211 'if (i > 4000) sub(/,tail,score/, ",base,score", row)' >tiers.csv
for threads in 1 2 5; do
    check "$threads threads: both are wrong" 1 kam-diff --threads $threads own.csv wide.csv 3<<'end'
kam-diff: own.csv:4618: by: 'own', but 'score' in line 2; a snapshot has the same in all rows
end
    check "$threads threads: the second is wrong" 1 kam-diff --threads $threads 09.csv wide.csv 3<<'end'
kam-diff: wide.csv:20: too many fields for the header (14 instead of 13)
end
    check "$threads threads: no such file" 3 kam-diff --threads $threads 09.csv none.csv 3<<'end'
kam-diff: none.csv: cannot open: No such file or directory
end
    check "$threads threads: neither is there" 3 kam-diff --threads $threads no.csv none.csv 3<<'end'
kam-diff: no.csv: cannot open: No such file or directory
end
    check "$threads threads: the first wrong cell of those compared" 1 \
        kam-diff --threads $threads 09.csv parts.csv 3<<'end'
kam-diff: parts.csv:614: part_size: not a number: 'x20'
end
    check "$threads threads: the first wrong tier" 1 \
        kam-diff --threads $threads 09.csv tiers.csv 3<<'end'
kam-diff: tiers.csv:3694: tier: no cut reaches tier 'base', so its place among the tiers isn't known; give the model with --model, which has it
end
done

# ---- the option ------------------------------------------------------------------------------------

check 'the number of threads' 2 kam-diff --threads 65 09.csv 10.csv 3<<'end'
kam-diff: --threads: '65': a whole number from 1 to 64 is needed
Try 'kam-diff --help' for more information.
end
check 'what is wrong with the first is said before the second comes' 3 \
    'mkfifo pipe; sleep 60 >pipe & kam-diff --threads 2 none.csv pipe; status=$?; kill $!; (exit $status)' \
    3<<'end'
kam-diff: none.csv: cannot open: No such file or directory
end
finish
