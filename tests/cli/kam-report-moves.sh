# The list of kam-diff --all, read back by kam-report: bridge and matrix are those of the snapshots,
# and a list that is wrong is told where.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-movers.sh"

relisted=$KAM_BUILD/tests/outside/relisted
[ -x "$relisted" ] || skip_all 'tests/outside/relisted is not built'

# Customers are in the south or in the north by the first letter of their id, so that some are
# merged into others elsewhere.
for snapshot in 2026-06 2026-09 2026-10; do
    awk -F, -v OFS=, '{
        place = index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", substr($1, 1, 1)) % 2 ? "north" : "south"
        $2 = $2 OFS (NR == 1 ? "region" : place)
        print
    }' $snapshot.csv >placed
    mv placed $snapshot.csv
done
kam-diff --seen 2026-06.csv --all 2026-09.csv 2026-10.csv >all.csv

# compare WHAT VIEW OPTION...: what the list gives as VIEW is what the snapshots give by OPTIONs.
compare() {
    what=$1
    view=$2
    shift 2
    kam-diff "$@" >expected
    check "$what" 0 "$relisted gold,silver,bronze all.csv $view" <expected
}
for view in customers revenue-from revenue-to revenue-delta; do
    compare "the matrix: $view" $view --seen 2026-06.csv --summary=$view 2026-09.csv 2026-10.csv
done
compare 'the bridge' bridge --seen 2026-06.csv --bridge 2026-09.csv 2026-10.csv
compare 'what was retained' retention --seen 2026-06.csv --retention 2026-09.csv 2026-10.csv

kam-diff --measure month --all 2026-09.csv 2026-10.csv >all.csv
compare 'the bridge of months' bridge --measure month --bridge 2026-09.csv 2026-10.csv
kam-diff --measure part_size --all 2026-09.csv 2026-10.csv >all.csv
compare 'of another column' bridge --measure part_size --bridge 2026-09.csv 2026-10.csv
kam-diff --all 2026-10.csv 2026-10.csv >all.csv
check 'of nobody who moved: whom prospects could have become is not told' 0 \
    "kam-diff --bridge 2026-10.csv 2026-10.csv >expected
     $relisted gold,silver,bronze all.csv bridge | diff expected - || :" <<'end'
4d3
< won,0,0.00
end
sed /lost-after/d tiers.kam >patient.kam
kam-diff -m patient.kam --all 2026-09.csv 2026-10.csv >all.csv
compare 'without lost-after: no step of silent ones' bridge -m patient.kam --bridge 2026-09.csv 2026-10.csv
for snapshot in 2026-09 2026-10; do
    awk -F, -v OFS=, '
        NR == 1 { for (i = 1; i <= NF; i++) if ($i == "members") column = i }
        { for (i = 1; i < NF; i++) if (i != column) printf "%s,", $i; print $NF }' \
        $snapshot.csv >$snapshot-alone.csv
done
kam-diff --all 2026-09-alone.csv 2026-10-alone.csv >all.csv
compare 'without accounts' bridge --bridge 2026-09-alone.csv 2026-10-alone.csv
compare 'without accounts: the matrix' customers --summary 2026-09-alone.csv 2026-10-alone.csv

# M is merged although it was lost already, S is split off and lost when it comes; only lost_in
# tells.
cat >silent-old.csv <<'end'
account_id,members,revenue,idle,tier,period,model,by
A,A|S,100.00,0,gold,2026-09,m,revenue
B,B,50.00,0,silver,2026-09,m,revenue
M,M,7.00,5,silver,2026-09,m,revenue
end
cat >silent-new.csv <<'end'
account_id,members,revenue,idle,tier,period,model,by
A,A,80.00,0,gold,2026-10,m,revenue
B,B|M,60.00,0,silver,2026-10,m,revenue
S,S,20.00,4,silver,2026-10,m,revenue
end
kam-diff --all silent-old.csv silent-new.csv >all.csv
check 'parts that are silent' 0 'columns account_id,move,lost_in <all.csv' <<'end'
account_id,move,lost_in
A,same,
S,split,new
B,same,
M,merged,old
end
compare 'their bridge' bridge --bridge silent-old.csv silent-new.csv
compare 'their matrix' customers --summary silent-old.csv silent-new.csv

# ---- parts of a list ----

# sums: of the bridges on standard input; the new total beside the sum of all other steps.
sums() {
    awk -F, '
        $1 == "step" { next }
        $1 == "new_total" { new += $3; customers += $2; next }
        { all += $3 }
        $1 ~ /^(old_total|new|won|returned|split_in)$/ { counted += $2 }
        $1 ~ /^(lost|merged_out)$/ { counted -= $2 }
        END { printf "%.2f %.2f, %d %d\n", new, all, customers, counted }'
}
kam-diff --seen 2026-06.csv --all 2026-09.csv 2026-10.csv >all.csv
check 'the bridge of a part adds up' 0 \
    'for region in north south; do "$relisted" gold,silver,bronze all.csv bridge region $region | sums; done' <<'end'
5930.00 5930.00, 11 11
9530.00 9530.00, 14 14
end
check 'who was merged into a customer elsewhere is there what that one took in' 0 \
    'for region in north south; do "$relisted" gold,silver,bronze all.csv bridge region $region | grep merged; done' <<'end'
merged_out,1,-600.00
merged_in,0,0.00
merged_out,0,0.00
merged_in,1,600.00
end
check 'all parts come to the whole' 0 \
    'for region in north south; do "$relisted" gold,silver,bronze all.csv bridge region $region; done |
     awk -F, "{ customers[\$1] += \$2; revenue[\$1] += \$3 }
              END { for (step in customers) if (step != \"step\") printf \"%s,%d,%.2f\n\", step, customers[step], revenue[step] }" |
     sort >parts
     "$relisted" gold,silver,bronze all.csv bridge | sed 1d | sort | cmp parts -'

# ---- lists that are wrong ----

# wrong WHAT SED <message: what kam-report says of the list that SED spoiled.
wrong() {
    sed "$2" all.csv >bad.csv
    check "$1" 1 kam-report --moves bad.csv -o page.html 2026-10.csv 3<&0 </dev/null
}
wrong 'no list at all' 's/move/movement/; s/tier_from/tier_before/' <<'end'
kam-report: bad.csv:1: it lacks move, tier_from, and is no list of movements as kam-diff --all writes one
end
wrong 'no parts without the columns that name them' '1s/into/onto/' <<'end'
kam-report: bad.csv:1: it lacks into, and is no list of movements as kam-diff --all writes one
end
wrong 'not all of these' '1s/,from,/,of,/' <<'end'
kam-report: bad.csv:1: it lacks from, and is no list of movements as kam-diff --all writes one
end
wrong 'two columns' '1s/driver/cause/' <<'end'
kam-report: bad.csv:1: two columns are called 'cause' (number 17 and number 19); rename one
end
wrong 'a move that there is not' '/^B2/s/,down,/,fell,/' <<'end'
kam-report: bad.csv:2: move: no move of kam-diff: 'fell'
end
wrong 'a cause that there is not' '/^B2/s/figures/weather/' <<'end'
kam-report: bad.csv:2: cause: no cause of kam-diff: 'weather'
end
wrong 'a tier that there is not' '/^B2/s/bronze/iron/' <<'end'
kam-report: bad.csv:2: tier_to: no tier of the snapshot: 'iron'
end
wrong 'tiers that do not go with the move' '/^B2/s/,gold,bronze/,bronze,gold/' <<'end'
kam-report: bad.csv:2: move: down doesn't go with tier_from 'bronze' and tier_to 'gold'
end
wrong 'a customer that is nowhere' '/^W3/s/,silver,/,,/' <<'end'
kam-report: bad.csv:21: move: silent doesn't go with tier_from '' and tier_to ''
end
wrong 'a new one that was there' '/^R1/s/,,bronze/,gold,bronze/' <<'end'
kam-report: bad.csv:22: move: new doesn't go with tier_from 'gold' and tier_to 'bronze'
end
wrong 'a figure that is none' '/^B2/s/2700.00/much/' <<'end'
kam-report: bad.csv:2: revenue_from: not a number: 'much'
end
wrong 'a difference that is another' '/^B2/s/-2600.00/-2600.01/' <<'end'
kam-report: bad.csv:2: revenue_delta: '-2600.01' isn't revenue_to less revenue_from
end
wrong 'lost in no snapshot' '/^W2/s/both/never/' <<'end'
kam-report: bad.csv:20: lost_in: not old, new or both: 'never'
end
wrong 'lost where the move says it is not' '/^W2/s/both/old/' <<'end'
kam-report: bad.csv:20: lost_in: 'old' doesn't go with move silent
end
wrong 'merged, and still there' '/^M1/s/N1,,,/N1,,new,/' <<'end'
kam-report: bad.csv:9: lost_in: 'new' doesn't go with move merged
end
wrong 'split off, and there before' '/^P1/s/O1,,/O1,old,/' <<'end'
kam-report: bad.csv:12: lost_in: 'old' doesn't go with move split
end
wrong 'merged into nobody' '/^M1/s/,N1,/,,/' <<'end'
kam-report: bad.csv:9: into: '' is no customer that this one could be part of
end
wrong 'merged into a stranger' '/^M1/s/,N1,/,N9,/' <<'end'
kam-report: bad.csv:9: into: 'N9' is no customer of this list; is it all of it?
end
wrong 'merged into one that is merged' '/^M1/s/,N1,/,M1,/' <<'end'
kam-report: bad.csv:9: into: 'M1' is no customer of this list; is it all of it?
end
wrong 'what parts do not come to' '/^N1/s/,600.00,600.00,/,600.00,599.00,/' <<'end'
kam-report: bad.csv:10: revenue_transferred: '599.00' isn't what customers merged into this one, or split off it, come to
end
wrong 'a whole without parts' '/^C1/s/,10.00,,/,10.00,5.00,/' <<'end'
kam-report: bad.csv:25: revenue_transferred: '5.00' isn't what customers merged into this one, or split off it, come to
end
wrong 'a customer that is there twice' '/^B2/p' <<'end'
kam-report: bad.csv:3: account_id: 'B2' stands in bad.csv:2 too; one row each is needed (kam-import adds the rows of an account up)
end
wrong 'a customer too few' '/^X2/d' <<'end'
kam-report: bad.csv: customers in 'gold': 5, but 6 in 2026-10.csv; is it kam-diff --all of that snapshot?
end
wrong 'a customer too many' '/^X2/{p;s/X2/X3/;}' <<'end'
kam-report: bad.csv: customers in 'gold': 7, but 6 in 2026-10.csv; is it kam-diff --all of that snapshot?
end
check 'the list of other snapshots' 1 kam-report --moves all.csv -o page.html 2026-09.csv 3<<'end'
kam-report: all.csv: customers in 'gold': 6, but 10 in 2026-09.csv; is it kam-diff --all of that snapshot?
end
kam-diff --all 2026-06.csv 2026-10.csv >other.csv
check 'the list of another snapshot before' 1 \
    kam-report --moves other.csv --previous 2026-09.csv -o page.html 2026-10.csv 3<<'end'
kam-report: other.csv: customers in 'gold': 0, but 10 in 2026-09.csv; is it kam-diff --all of that snapshot?
end
# strange WHAT SED FILE: what is said where FILE, one of the snapshots, has another customer or tier
# that leaves as many customers in each tier as there are.
strange() {
    cp 2026-09.csv before.csv
    cp 2026-10.csv now.csv
    sed "$2" "$3" >bad.csv
    case $3 in
    2026-09.csv) mv bad.csv before.csv ;;
    *) mv bad.csv now.csv ;;
    esac
    check "$1" 1 kam-report --moves all.csv --previous before.csv -o page.html now.csv 3<&0 </dev/null
}
strange 'a customer that is not in the snapshot' 's/^B2,/Z0,/' 2026-10.csv <<'end'
kam-report: all.csv:2: account_id: 'B2' isn't in now.csv; is it kam-diff --all of that snapshot?
end
strange 'nor in the one before' 's/^B2,/Z0,/' 2026-09.csv <<'end'
kam-report: all.csv:2: account_id: 'B2' isn't in before.csv; is it kam-diff --all of that snapshot?
end
strange 'two that have the tier of each other' 's/^B2,/Z0,/; s/^X2,/B2,/; s/^Z0,/X2,/' 2026-10.csv <<'end'
kam-report: all.csv:2: tier_to: 'bronze', but 'B2' has 'gold' in now.csv; is it kam-diff --all of that snapshot?
end
strange 'and the same before' 's/^B2,/Z0,/; s/^W2,/B2,/; s/^Z0,/W2,/' 2026-09.csv <<'end'
kam-report: all.csv:2: tier_from: 'gold', but 'B2' has 'silver' in before.csv; is it kam-diff --all of that snapshot?
end
check 'it is no wrong list' 0 kam-report --moves all.csv --previous 2026-09.csv -o page.html 2026-10.csv

# ---- lists that tell less ----

# says PATTERN OPTION...: how often a page that is made with OPTIONs has PATTERN.
says() {
    pattern=$1
    shift
    kam-report "$@" 2026-10.csv >page.html
    grep -o "$pattern" page.html | wc -l
}
kam-diff 2026-09.csv 2026-10.csv >moved.csv
check 'who did not move is lacking twice: in the matrix, and in the bridge' 0 \
    says 'moved.csv lacks the customers that didn[^ ]* move' --moves moved.csv <<'end'
2
end
check 'but movers stand' 0 says 'Brook Works (B2)' --moves moved.csv --top 1 <<'end'
1
end
kam-diff --all --measure month 2026-09.csv 2026-10.csv >months.csv
check 'other figures than revenues are no other list, and are told' 0 \
    says 'isn[^ ]* the revenue of the window' --moves months.csv --previous 2026-09.csv <<'end'
1
end
check 'with what both come to' 0 "grep -o 'That comes to [^<]*' page.html" <<'end'
That comes to 5,600.00, the revenue in the snapshot to 15,460.00.
end
check 'revenues are not' 0 \
    says 'isn[^ ]* the revenue of the window' --moves all.csv --previous 2026-09.csv <<'end'
0
end
{ sed 1q all.csv; sed 1d all.csv | sort -t, -k1; } >sorted.csv
check 'the order of the list does not matter' 0 \
    'kam-report --moves sorted.csv -o sorted.html 2026-10.csv
     kam-report --moves all.csv -o page.html 2026-10.csv
     sed s/all.csv/sorted.csv/ page.html | cmp - sorted.html'
for file in 2026-09.csv 2026-10.csv all.csv tiers.kam; do
    sed 's/silver/merged/g' $file >named-$file
done
check 'a tier may be called as a row of the matrix' 0 \
    'kam-report -m named-tiers.kam --moves named-all.csv named-2026-10.csv | grep -c "id=\"flow-title\""' <<'end'
1
end
kam-diff --all 2026-10.csv 2026-10.csv >still.csv
check 'nobody moved' 0 says 'Nobody moved' --moves still.csv <<'end'
1
end

finish
