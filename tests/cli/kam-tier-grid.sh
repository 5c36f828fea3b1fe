# kam-tier: the grid of contribution by potential, its classes, and --grid.
. "$(dirname "$0")/lib.sh"

cat >grid.kam <<'end'
[tiers]
names = top, mid, low
by    = revenue
cut   = count 1, 3
[grid]
contribution = revenue : 50, 100
potential    = promise : 0, 10
rows = B "A/1" "A/1" / 丁 B "A/1" / 丁 C C
"A/1" = retain
B     = retain
丁    = "let it be"
end
export KAM_MODEL=grid.kam

cat >table.csv <<'end'
account_id,revenue,promise,2026-10
a,150.00,9.999999,150.00
b,100.00,10,100.00
c,99.99,-0.01,99.99
d,50.00,0.0,50.00
e,49.99,1.5万,49.99
f,-5.00,-5,-5.00
g,20.00,,20.00
end

# plain NAME,...: these columns of a snapshot, whose reasons have commas.
plain() {
    sed 's/"[^"]*"/-/g' | columns "$1"
}

# ---- classes -----------------------------------------------------------------------------------

check 'from a limit up a customer is above it' 0 \
    'kam-tier table.csv | plain account_id,revenue,promise,class,strategy,strategy_due' <<'end'
account_id,revenue,promise,class,strategy,-
a,150.00,9.999999,A/1,retain,-
b,100.00,10,A/1,retain,-
c,99.99,-0.01,丁,let it be,-
d,50.00,0.0,B,retain,-
e,49.99,1.5万,C,,-
g,20.00,,,,-
f,-5.00,-5,丁,let it be,-
end

check 'class and strategy stand behind evidence' 0 'kam-tier table.csv | sed -n 1p' <<'end'
account_id,revenue,promise,2026-10,rank,share,cumulative_share,tier_cut,tier_unflagged,tier_computed,tier,reason,categories,flags,evidence,class,strategy,by,limit_up,limit_down,gap_up,gap_down,held,period,model
end

check 'they decide no tier, and the model stays the same' 0 '
    sed "/^\[grid\]/,\$d" grid.kam >plain.kam
    kam-tier table.csv | plain account_id,rank,tier,model >rich
    kam-tier -m plain.kam table.csv | plain account_id,rank,tier,model | diff rich -'

check 'a snapshot that is tiered again is the same' 0 'kam-tier table.csv >once; kam-tier once | cmp once'
check 'whatever the number of threads' 0 'kam-tier --threads 4 table.csv | cmp once'

check 'an axis may be of kam-tier: rank and shares' 0 'kam-tier \
    --set "grid:contribution=rank : 2, 4" --set "grid:potential=cumulative_share : 50%, 90%" \
    table.csv | plain account_id,rank,cumulative_share,class' <<'end'
account_id,rank,cumulative_share,class
a,1,0.319163,丁
b,2,0.531938,B
c,3,0.744691,B
d,4,0.851079,A/1
e,5,0.957445,A/1
g,6,1.000000,A/1
f,7,1.000000,A/1
end

check 'or be without figures at all: nobody has a class then' 0 '
    sed "s/promise/wish/; s/,[^,]*,\([^,]*\)\$/,,\1/; 1s/,,/,promise,/" table.csv >none.csv
    kam-tier none.csv | plain class | sort -u
    kam-tier --set "grid:potential=promise : percentile 50, 80" none.csv | plain class | sort -u' <<'end'

class

class
end

# ---- percentiles -------------------------------------------------------------------------------

# The nearest rank, by counting: the lowest figure that so many hundredths don't exceed.
awk 'BEGIN {
    print "account_id,revenue,promise,2026-10"
    seed = 7
    for (i = 1; i <= 400; i++) {
        seed = (seed * 16807) % 2147483647
        revenue = seed % 900 - 100
        seed = (seed * 16807) % 2147483647
        printf "c%03d,%d.00,%s,%d.00\n", i, revenue, seed % 7 ? seed % 50 : "", revenue
    }
}' >many.csv
limits() {
    sed 1d many.csv | cut -d, -f "$1" | grep . | sort -n | awk -v p="$2" -v q="$3" '
        { figure[NR] = $1 + 0 }
        function rank(part) { part = part * NR / 100; return part == int(part) ? part : int(part) + 1 }
        END { print figure[rank(p)], figure[rank(q)] }'
}
check 'percentiles agree with counting' 0 '
    set -- --set "grid:contribution=revenue : percentile 50, 80" \
        --set "grid:potential=promise : percentile 33.3, 66.6%" many.csv
    kam-tier "$@" | plain revenue,promise,class | sed 1d | sort >found
    sed 1d many.csv | cut -d, -f 2,3 | awk -F, -v a="$(limits 2 50 80)" -v b="$(limits 3 33.3 66.6)" "
        BEGIN { split(a, r, \" \"); split(b, p, \" \")
                split(\"丁 C C 丁 B A/1 B A/1 A/1\", class, \" \") }
        { box = 1 + 3 * ((\$1 >= r[1]) + (\$1 >= r[2])) + (\$2 >= p[1]) + (\$2 >= p[2])
          print \$1 \",\" \$2 \",\" (\$2 == \"\" ? \"\" : class[box]) }" | sort | diff found -
    [ "$(wc -l <found)" -eq 400 ]
    kam-tier --grid "$@" | cut -d, -f1 | sed -n "2p; 5p; 8p"
    limits 2 50 80' <<'end'
at least 625
382 to 625
below 382
382 625
end

# ---- --grid ------------------------------------------------------------------------------------

check '--grid: what the customers of each box come to' 0 kam-tier --grid table.csv <<'end'
contribution,potential,class,strategy,customers,revenue,revenue_share
at least 100,below 0,B,retain,0,0.00,0.000000
at least 100,0 to 10,A/1,retain,1,150.00,0.319163
at least 100,at least 10,A/1,retain,1,100.00,0.212775
50 to 100,below 0,丁,let it be,1,99.99,0.212754
50 to 100,0 to 10,B,retain,1,50.00,0.106388
50 to 100,at least 10,A/1,retain,0,0.00,0.000000
below 50,below 0,丁,let it be,1,-5.00,0.000000
below 50,0 to 10,C,,0,0.00,0.000000
below 50,at least 10,C,,1,49.99,0.106366
,,,,1,20.00,0.042555
end
check 'it adds up to the total of --summary' 0 '
    for base in positive net; do
        kam-tier --set tiers:base=$base --grid many.csv | sed 1d | awk -F, "
            { customers += \$5; revenue += \$6 } END { printf \"%d,%.2f\n\", customers, revenue }"
        kam-tier --set tiers:base=$base --summary many.csv | sed -n "s/^total,//p" | cut -d, -f 1,3
    done' <<'end'
400,146483.00
400,146483.00
400,146483.00
400,146483.00
end
check 'a table without rows has boxes' 0 '
    sed -n 1p table.csv >empty.csv
    kam-tier --set "grid:contribution=revenue : percentile 50, 80" --grid empty.csv | sed -n "1,2p; \$p"' <<'end'
contribution,potential,class,strategy,customers,revenue,revenue_share
,below 0,B,retain,0,0.00,
,,,,0,0.00,
end
check 'a grid of another size' 0 'kam-tier --set "grid:contribution=revenue : 50" \
    --set "grid:potential=promise : 0, 5, 10" --set "grid:rows=B 丁 C B / C C A/1 C" \
    --set "grid:rows=B 丁 C B / C C \"A/1\" C" --grid table.csv | cut -d, -f 1-5' <<'end'
contribution,potential,class,strategy,customers
at least 50,below 0,B,retain,1
at least 50,0 to 5,丁,let it be,1
at least 50,5 to 10,C,,1
at least 50,at least 10,B,retain,1
below 50,below 0,C,,1
below 50,0 to 5,C,,0
below 50,5 to 10,A/1,retain,0
below 50,at least 10,C,,1
,,,,1
end
check '--grid wants a grid' 2 kam-tier -m plain.kam --grid table.csv 3<<'end'
kam-tier: plain.kam: the model has no [grid], so there are no boxes to show
end
check '--grid and --summary' 2 kam-tier --grid --summary table.csv 3<<'end'
kam-tier: --grid and --summary: only one of them at a time
Try 'kam-tier --help' for more information.
end

# ---- prospects ---------------------------------------------------------------------------------

cat >prospects.csv <<'end'
account_id,lines,revenue,fee,promise,2026-10
a,3,150.00,150.00,1,150.00
b,2,100.00,90.00,5,100.00
p,0,,,5,
q,0,,1000.00,9,
r,0,,,,
end
check 'a prospect without a contribution has the lowest, and teaches no limit' 0 '
    set -- --set "grid:contribution=fee : percentile 50, 60" --set "grid:potential=promise : 2, 6"
    kam-tier "$@" prospects.csv | plain account_id,class | sort
    kam-tier -v "$@" --grid prospects.csv 2>notes | cut -d, -f 1,5 | sed -n "2p; 10,11p"
    grep prospects notes' <<'end'
a,B
account_id,class
b,B
p,C
q,A/1
r,
at least 150,1
below 90,0
,0
kam-tier: 3 prospects stand beside the pyramid
end

# ---- what is wrong with the data ---------------------------------------------------------------

check 'an axis without its column' 1 'sed 1s/promise/promises/ table.csv | kam-tier' 3<<'end'
kam-tier: grid.kam:7: potential: the table has no column 'promise'; did you mean 'promises'?
end
check 'or with two' 1 'sed "s/^\([^,]*\),\([^,]*,[^,]*\)/&,\2/; 1s/revenue,promise/income,promise/" table.csv |
    kam-tier' 3<<'end'
kam-tier: grid.kam:7: potential: the table has the column 'promise' twice
end
check 'text on an axis' 1 'sed s/1.5万/high/ table.csv | kam-tier' 3<<'end'
kam-tier: standard input:6: promise: not a number: 'high' (compared by grid.kam:7)
end
check 'and where an option says so' 1 'sed s/1.5万/high/ table.csv |
    kam-tier --set "grid:potential=promise : 1, 2"' 3<<'end'
kam-tier: standard input:6: promise: not a number: 'high' (compared by --set grid:potential)
end
check 'a class that is none' 2 kam-tier --set 'grid:BB=x' table.csv 3<<'end'
kam-tier: --set grid:BB: neither a key of [grid] nor a class in its rows; did you mean 'B'?
end

finish
