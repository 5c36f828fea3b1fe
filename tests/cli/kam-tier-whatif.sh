# kam-tier on a snapshot, --sensitivity, --flip: what if weights or limits were others. All of it is
# held to what kam-score and kam-tier say when they are run with these.
. "$(dirname "$0")/lib.sh"

command -v mlr >/dev/null || skip_missing miller

cat >rules.kam <<'end'
[model]
name    = rules
missing = skip

[dimension revenue]
column = revenue
weight = 40
linear = 0:0, 10000:100

[dimension growth]
column = growth
weight = 30
linear = -1:0, 1:100

[dimension potential]
column = potential
weight = 20
values = A:100, B:60, C:20

[dimension trust]
column = trust
weight = 10
linear = 0:0, 100:100

[tiers]
names = gold, silver, bronze, tail
by    = score
cut   = customers 2%, 8%, 25%
promote-after = 2
demote-after  = 3

[admit large]
when = revenue >= 9500
tier = silver

[flag weak]
when    = score < 45
at-most = tail

[flag shrinking]
when    = growth < -0.9
at-most = bronze
end
KAM_MODEL=rules.kam
export KAM_MODEL

# base MONTH SEED: 5,000 customers, some with cells that are empty, many with equal points.
base() {
    awk -v month="$1" -v x="$2" '
        function below(n) { x = (x * 16807) % 2147483647; return x % n }
        BEGIN {
            print "account_id,growth,potential,trust,revenue," month
            for (i = 0; i < 5000; i++) {
                r = below(101); r = r * r
                g = below(9) ? sprintf("%.2f", below(201) / 100 - 1) : ""
                p = below(9) ? substr("ABC", 1 + below(3), 1) : ""
                printf "%04d,%s,%s,%d,%d,%d\n", i, g, p, 5 * below(21), r, r
            }
        }' | kam-score
}
# moved OLD NEW: the customers whose tier differs, as --sensitivity counts them. The columns looked at
# stand before any that has commas in it.
moved() {
    awk -F, '
        BEGIN { n = split("gold silver bronze tail", names, " "); while (n) { rank[names[n]] = n; n-- } }
        FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        NR == FNR { before[$1] = rank[$at["tier"]]; next }
        rank[$at["tier"]] != before[$1] {
            if (rank[$at["tier"]] < before[$1]) up++; else down++
            revenue += $at["revenue"]
        }
        END { printf "%d,%d,%d,%.2f\n", up + down, up, down, revenue }' "$1" "$2"
}
# by_brute_force TABLE LIST [OPTION]...: LIST, with what comes of its changes when they are made.
by_brute_force() {
    table=$1 list=$2
    shift 2
    kam-tier "$@" "$table" -o now.csv || return
    sed 1q "$list"
    sed 1d "$list" | while IFS=, read -r kind name change to _; do
        if [ "$kind" = weight ]; then
            kam-score --weight "$name=$to" "$table" | kam-tier "$@" -o then.csv 2>/dev/null
        else
            kam-tier --set "tiers:cut=$(limits "$name" "$to")" "$@" "$table" -o then.csv 2>/dev/null
        fi
        echo "$kind,$name,$change,$to,$(moved now.csv then.csv)"
    done
}
# limits TIER RATIO: the cut with that limit.
limits() {
    awk -v tier="$1" -v to="$2" 'BEGIN {
        n = split("gold 0.02 silver 0.08 bronze 0.25", l, " ")
        for (i = 1; i < n; i += 2) {
            if (l[i] == tier) l[i + 1] = to
            printf "%s%.9g%%", i == 1 ? "customers " : ", ", 100 * l[i + 1]
        }
    }'
}
# agrees TABLE [OPTION]...
agrees() {
    table=$1
    shift
    kam-tier --sensitivity "$@" "$table" -o list.csv && by_brute_force "$table" list.csv "$@" |
        diff list.csv -
}

base 2026-09 4711 >september.csv
base 2026-10 4712 >october.csv
kam-tier september.csv -o 2026-09.csv
kam-tier --previous 2026-09.csv october.csv -o 2026-10.csv

# ---- a snapshot again

check 'many are held' 0 "mlr --icsv --onidx filter '\$tier != \$tier_computed' 2026-10.csv | wc -l" <<'end'
1240
end
check 'the same model makes the same snapshot of it' 0 'kam-tier 2026-10.csv | cmp - 2026-10.csv'
check 'and of its scores made again' 0 'kam-score 2026-10.csv | kam-tier | cmp - 2026-10.csv'
check 'so nobody moves' 0 'kam-tier 2026-10.csv | kam-diff 2026-10.csv - | wc -l' <<'end'
1
end
check 'as one types it: what another weight would do, and nothing else' 0 \
    'kam-score --weight revenue=50 2026-10.csv | kam-tier 2>/dev/null |
    kam-diff --allow model 2026-10.csv - | mlr --icsv --ocsv count -g move "then" sort -f move' <<'end'
move,count
down,64
up,58
end
check 'the snapshot is known to be of other scores' 1 \
    'kam-score --weight revenue=50 2026-10.csv | kam-tier 2>/dev/null -o what-if.csv
    kam-diff 2026-10.csv what-if.csv 2>&1 | sed "s/[0-9a-f]\{16\}/HASH/g"; exit 1' <<'end'
kam-diff: not comparable: model 'rules HASH' in 2026-10.csv, but 'rules HASH' in what-if.csv (--allow model compares them all the same)
end
check 'other scores, another model; the same ones, the same' 0 \
    'for weight in 50 60 50; do
        kam-score --weight revenue=$weight 2026-10.csv | kam-tier 2>/dev/null |
            mlr --icsv --onidx head "then" cut -f model | uniq
    done | sort | uniq -c | awk "{ print \$1 }" | sort' <<'end'
1
2
end
check 'scores of two models in one table: in any order of rows it is one' 0 \
    'kam-score --weight revenue=50 october.csv | sed 1d | sed -n 1,9p >some; sed -n 2,10p october.csv >others
    { sed 1q october.csv; cat some others; } | awk -F, -v OFS=, "NR > 10 { \$1 = \"x\" \$1 } 1" >one.csv
    { sed 1q one.csv; sed 1d one.csv | sort -r; } >two.csv
    for table in one two; do kam-tier $table.csv 2>/dev/null -o $table-tiered.csv; done
    cmp one-tiered.csv two-tiered.csv'

# ---- --sensitivity

check '--sensitivity agrees with runs under other weights and limits' 0 agrees october.csv
check 'with the snapshot before, too' 0 agrees october.csv --previous 2026-09.csv
check 'and with a snapshot that says itself who is held' 0 agrees 2026-10.csv
check 'in any number of threads, from any order of rows' 0 \
    '{ sed 1q october.csv; sed 1d october.csv | sort -r; } >reversed.csv
    kam-tier --sensitivity --threads 1 october.csv -o one.csv
    kam-tier --sensitivity --threads 3 reversed.csv | cmp - one.csv'
check 'it says so in a list' 0 'kam-tier --sensitivity october.csv' <<'end'
kind,name,change,to,customers,up,down,revenue
weight,revenue,-0.1000,36,110,61,49,566202.00
weight,revenue,0.1000,44,80,35,45,434571.00
weight,growth,-0.1000,27,81,38,43,472964.00
weight,growth,0.1000,33,76,42,34,432964.00
weight,potential,-0.1000,18,65,33,32,390716.00
weight,potential,0.1000,22,68,37,31,348859.00
weight,trust,-0.1000,9,28,14,14,163070.00
weight,trust,0.1000,11,32,16,16,200703.00
cut,gold,-0.1000,0.018,10,0,10,87778.00
cut,gold,0.1000,0.022,10,10,0,79384.00
cut,silver,-0.1000,0.072,34,0,34,238825.00
cut,silver,0.1000,0.088,36,36,0,265364.00
cut,bronze,-0.1000,0.225,119,0,119,604286.00
cut,bronze,0.1000,0.275,125,125,0,535665.00
end
check 'by how much is said as a percentage' 0 \
    'kam-tier --sensitivity=25% october.csv | cut -d, -f1-4 | grep -e revenue -e bronze' <<'end'
weight,revenue,-0.2500,30
weight,revenue,0.2500,50
cut,bronze,-0.2500,0.1875
cut,bronze,0.2500,0.3125
end
# changed CUT P%: the limits as they are changed.
changed() {
    kam-tier --set "tiers:cut=$1" --sensitivity="$2" october.csv | grep ^cut | cut -d, -f2-4
}
check 'limits stay in order, and below 100%' 0 'changed "share 50%, 52%, 99%" 10%' <<'end'
gold,-0.1000,0.45
gold,0.1000,0.52
silver,-0.1000,0.5
silver,0.1000,0.572
bronze,-0.1000,0.891
bronze,0.1000,1
end
check 'values fall' 0 'changed "value 80, 75, -10" 10%' <<'end'
gold,-0.1000,75
gold,0.1000,88
silver,-0.1000,67.5
silver,0.1000,80
bronze,-0.1000,-9
bronze,0.1000,-11
end
check 'numbers of customers are whole, and others than before' 0 'changed "count 1, 3, 100" 10%' <<'end'
gold,-0.1000,1
gold,0.1000,2
silver,-0.1000,2
silver,0.1000,4
bronze,-0.1000,90
bronze,0.1000,110
end
check 'a computed analysis has no limits, a table without scores no weights' 0 \
    'kam-tier --set "tiers:names=A, B, C" --set tiers:cut=abc --set "admit large:tier=A" \
        --set "flag weak:at-most=C" --set "flag shrinking:at-most=C" --sensitivity october.csv |
        cut -d, -f1 | sort | uniq -c | awk "{ print \$1, \$2 }"
    cut -d, -f1,5,6 october.csv >bills.csv
    printf "[tiers]\nnames = A, B\nby = revenue\ncut = customers 10%%\n" |
        { cat >bills.kam; kam-tier -m bills.kam --sensitivity bills.csv; }' <<'end'
1 kind
8 weight
kind,name,change,to,customers,up,down,revenue
cut,A,-0.1000,0.09,45,0,45,372645.00
cut,A,0.1000,0.11,54,54,0,437400.00
end
check 'what is no percentage' 2 'kam-tier --sensitivity=5 october.csv' 3<<'end'
kam-tier: --sensitivity: '5': a percentage above 0 and below 100 is needed, such as 10%
Try 'kam-tier --help' for more information.
end
check 'or one that would be a file' 2 'kam-tier --sensitivity 20% october.csv' 3<<'end'
kam-tier: --sensitivity: write --sensitivity=20%
Try 'kam-tier --help' for more information.
end
check 'or none that can be taken away' 2 'kam-tier --sensitivity=100% october.csv' 3<<'end'
kam-tier: --sensitivity: '100%': a percentage above 0 and below 100 is needed, such as 10%
Try 'kam-tier --help' for more information.
end
check 'scores of other rules' 1 \
    'kam-score --weight growth=31 october.csv | kam-tier --sensitivity 2>&1 | sed "s/[0-9a-f]\{16\}/HASH/g"; exit 1' <<'end'
kam-tier: standard input:2: score_model: the score was made under other rules ('HASH') than this model's ('HASH'): score again, or give both tools the same --model and --set
end
check 'with the same --set they are those of the model' 0 \
    'kam-score --weight growth=31 october.csv |
    kam-tier --set "dimension growth:weight=31" --sensitivity | grep growth | cut -d, -f3,4' <<'end'
-0.1000,27.9
0.1000,34.1
end
check 'a score that is not what its points come to' 1 \
    'awk -F, -v OFS=, "NR == 3 { \$(NF - 1) = \"1.0000\" } 1" october.csv >bad-score.csv
    kam-tier --sensitivity bad-score.csv 2>&1 | sed "s/come to [0-9.\x27]*/come to SCORE/"; exit 1' <<'end'
kam-tier: bad-score.csv:3: score: '1.0000', but the points of this row come to SCORE; run kam-score again
end

# ---- --flip

# The customers next to the three lines, on both sides of them, and the last one.
# shellcheck disable=SC2034
flips='--flip 4193 --flip 1290 --flip 3946 --flip 0798 --flip 0452 --flip 0935 --flip 0114'
# tried LIST TABLE [OPTION]...: what comes of each change in LIST when it is made.
tried() {
    list=$1 table=$2
    shift 2
    sed 1d "$list" | while IFS=, read -r id dimension _ _ to _; do
        [ -z "$to" ] && continue
        kam-score --weight "$dimension=$to" "$table" | kam-tier "$@" 2>/dev/null |
            awk -F, -v id="$id" -v dimension="$dimension" -v to="$to" '
                NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
                $1 == id { print id, dimension, to, $at["tier"] }'
    done
}
# shellcheck disable=SC2086
check '--flip: what it says comes true' 0 \
    'for table in october.csv 2026-10.csv; do
        kam-tier $flips $table -o flips.csv || exit
        sed 1d flips.csv | awk -F, "\$5 != \"\" { print \$1, \$2, \$5, \$8 }" >said
        tried flips.csv $table | diff said - || exit
        wc -l <said
    done' <<'end'
33
9
end
check 'the smallest change first; none is none' 0 'kam-tier --flip 1290 october.csv' <<'end'
account_id,dimension,side,weight,weight_to,change,tier,tier_to
1290,potential,up,20,20.24,0.0120,silver,gold
1290,revenue,down,40,39.5,-0.0125,silver,gold
1290,growth,up,30,30.38,0.0127,silver,gold
1290,trust,up,10,11.2,0.1200,silver,gold
1290,growth,down,30,1,-0.9667,silver,bronze
1290,revenue,up,40,99.04,1.4760,silver,bronze
1290,potential,down,20,,,silver,
1290,trust,down,10,,,silver,
end
check 'a weight of 0 has no percentage, and comes last of what is found' 0 \
    'kam-score --weight growth=0 october.csv |
        kam-tier --set "dimension growth:weight=0" --flip 1290 | cut -d, -f2-6,8' <<'end'
dimension,side,weight,weight_to,change,tier_to
revenue,down,40,37.375,-0.0656,silver
potential,up,20,21.681,0.0840,silver
trust,up,10,13.281,0.3281,silver
growth,up,0,1.009,,silver
revenue,up,40,,,
growth,down,0,,,
potential,down,20,,,
trust,down,10,,,
end
check 'a step less does nothing' 0 \
    'for change in potential=20.23 revenue=39.51 growth=30.37 trust=11.19 growth=1.01 revenue=99.03; do
        kam-score --weight $change october.csv | kam-tier 2>/dev/null |
            mlr --icsv --onidx filter -S "\$account_id == \"1290\"" "then" cut -f tier
    done | sort | uniq -c | awk "{ print \$1, \$2 }"' <<'end'
6 silver
end
check 'a rule may keep it where it is, whatever the weights' 0 \
    'kam-tier --set "admit large:tier=gold" --set "flag weak:when=score < 0" --flip 0452 october.csv |
        cut -d, -f5,7,8 | sort | uniq -c | awk "{ print \$1, \$2 }"' <<'end'
8 ,gold,
1 weight_to,tier,tier_to
end
check 'by name, or by the id of an account of it' 0 \
    'awk -F, -v OFS=, "{ print \$0, NR == 1 ? \"account_name,members\" : \"Customer \" \$1 \",\" \$1 \"|m\" \$1 }" \
        october.csv >named.csv
    kam-tier --flip "name:Customer 1290" --flip m0935 named.csv | cut -d, -f1 | uniq' <<'end'
account_id
1290
0935
end
check 'who is nobody' 1 'kam-tier --flip 5000 october.csv' 3<<'end'
kam-tier: no customer has the id '5000', nor an account with it; did you mean '0000'?; name:TEXT finds one by its name
end
check 'without an id' 2 "kam-tier --flip '' october.csv" 3<<'end'
kam-tier: --flip: '': an id, or name:TEXT, is needed
Try 'kam-tier --help' for more information.
end
check 'one list at a time' 2 'kam-tier --flip 1 --sensitivity october.csv' 3<<'end'
kam-tier: --flip and --sensitivity: only one of them at a time
Try 'kam-tier --help' for more information.
end
check 'a table without scores' 1 'kam-tier -m bills.kam --flip 1290 bills.csv' 3<<'end'
kam-tier: bills.csv: no column 'score', so that no weight could move anybody: run kam-score first
end
check 'a table without its points' 1 \
    'cut -d, -f1-6,8- october.csv >pointless.csv; kam-tier --flip 1290 pointless.csv' 3<<'end'
kam-tier: pointless.csv: no column 'points_revenue'; did you mean 'part_revenue'; there are: account_id, growth, potential, trust, revenue, 2026-10, part_revenue, points_growth, part_growth, points_potential, part_potential, points_trust, part_trust, missing, score, score_model
end

# product and topsis: nothing is known ahead, weights are tried.
for method in product topsis; do
    { cat rules.kam; printf '\n[score]\nmethod = %s\n' $method; } >$method.kam
    KAM_MODEL=$method.kam
    sed 1001q october.csv | kam-score >$method.csv
    check "$method: --sensitivity agrees" 0 agrees $method.csv
    check "$method: what --flip says comes true" 0 \
        'kam-tier --flip 0300 --flip 0935 $method.csv -o flips.csv
        sed 1d flips.csv | awk -F, "\$5 != \"\" { print \$1, \$2, \$5, \$8 }" >said
        tried flips.csv $method.csv | diff said - && test -s said'
done

finish
