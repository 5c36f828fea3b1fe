# The company of the story: what happens in it, and what kam says of that in each month.
. "$(dirname "$0")/lib.sh"

generate=$KAM_BUILD/examples/generate
[ -x "$generate" ] || skip_all 'examples/generate is not built'

# cells FILE NAME,...: these columns, between spaces; - for an empty cell.
cells() {
    awk -v wanted="$2" '{
        for (out = ""; match($0, /"([^"]|"")*"/); $0 = substr($0, RSTART + RLENGTH)) {
            quoted = substr($0, RSTART + 1, RLENGTH - 2)
            head = substr($0, 1, RSTART - 1)
            gsub(/,/, "\t", head)
            out = out head quoted
        }
        gsub(/,/, "\t")
        $0 = out $0
        count = split($0, cell, "\t")
        if (NR == 1) {
            names = split(wanted, name, ",")
            for (i = 1; i <= count; i++) at[cell[i]] = i
            next
        }
        for (i = 1; i <= names; i++) {
            text = cell[at[name[i]]]
            printf "%s%s", text == "" ? "-" : text, i < names ? " " : "\n"
        }
    }' "$1"
}

periods='2025-11 2025-12 2026-01 2026-02 2026-03 2026-04 2026-05 2026-06 2026-07 2026-08 2026-09 2026-10'

# course: the first letter of everybody's tier in each month; . where it has no row.
course() {
    for period in $periods; do
        cells "out/$period.csv" period,account_id,tier
    done | awk -v periods="$periods" '
        { tier[$2, $1] = substr($3, 1, 1); ids[$2] }
        END {
            months = split(periods, month, " ")
            for (id in ids) {
                line = id " "
                for (i = 1; i <= months; i++)
                    line = line ((id, month[i]) in tier ? tier[id, month[i]] : ".")
                print line
            }
        }' | sort
}

# moves OLD NEW [OPTION...]: who moved, as columns that the months below are told in.
moves() {
    old=$1
    new=$2
    shift 2
    kam-diff "$@" "out/$old.csv" "out/$new.csv" >moves.csv &&
        cells moves.csv move,account_id,tier_from,tier_to,revenue_delta,revenue_transferred,into,from,cause
}

"$generate" --story -o data
"$generate" --story -o again
"$generate" --story --seed 2 -o other
"$generate" --story --plain -o plain
# The plain tools, also where others have a wrapper: a hundred runs, which other tests make, too.
KAM_BIN=$KAM_BUILD sh "$KAM_SOURCE/examples/story.sh" data out
KAM_MODEL=out/rules-2026-08.kam
export KAM_MODEL

# ---- what goes in -----------------------------------------------------------------------------

check 'two years of bills, a customer file for each month of the second' 0 'ls data | sed "s/20..-../MONTH/" | uniq -c | sed "s/^ *//"' <<'end'
24 bills-MONTH.csv.gz
12 customers-MONTH.csv
1 relations.csv
end
check 'the same bytes again' 0 diff -r data again
check 'another seed: other customers around the same story' 0 '
    cmp -s data/bills-2026-10.csv.gz other/bills-2026-10.csv.gz || echo others
    cmp data/relations.csv other/relations.csv' <<'end'
others
end
check 'whom no event names is billed the same every month' 0 '
    for month in 2025-11 2026-01; do
        grep "^0000[1-9]" plain/bills-$month.csv | sed "s/20....,/,/"
    done | sort | uniq -c | awk "{ lines[\$1]++ } END { for (n in lines) print n \" times: \" lines[n] }" |
        sort' <<'end'
2 times: 584
end
check 'a customer file has who was billed within a year, and prospects' 0 '
    for id in 00000370 00000380 00000401 00000490; do
        for month in 2025-11 2025-12 2026-01 2026-07; do
            grep -c "^$id" data/customers-$month.csv
        done | tr "\n" " "
        echo "$id"
    done' <<'end'
1 1 0 1 00000370
0 1 1 1 00000380
1 1 1 1 00000401
1 1 1 1 00000490
end
check 'its months are given' 2 "$generate" --story --months 12 -o nowhere 3<<'end'
generate: its months are given: '--story' (see generate --help)
end

# ---- what the snapshots say -------------------------------------------------------------------

check 'in which tier everybody was who has a part' 0 'course | grep ^00000' <<'end'
00000310 mmmmmiiiiiii
00000320 iiiii.......
00000330 iiiiiiiiiiii
00000333 ......iiiiii
00000340 ii..........
00000349 ..iiiiiiiiii
00000350 iiiimmmmmmoo
00000351 mmmmmmmmoooo
00000352 mmmmmmmmmooo
00000353 ooooooooolll
00000354 ooooooooolll
00000355 mmmmmmmmmmmm
00000360 llllllllllll
00000370 ll......lllo
00000371 mmmmmmoooomm
00000380 .mmooooooooo
00000390 looooooooomm
00000395 mmmmmmoooooo
00000396 llllllllllll
00000401 pmmmiiiiiiii
00000402 ......llllll
00000410 oooiiiiiiiii
00000420 oooommmmmmmm
00000430 iiiiiiiioooo
00000440 ooooooooommm
00000441 lllllllllmmm
00000442 lllllllllmmm
00000490 pppppppppppp
end

check 'and all others' 0 '
    course | grep ^00001 | cut -d " " -f 2 | sort | uniq -c | sed "s/^ *//"' <<'end'
2 iiiiiiiiiiii
195 llllllllllll
1 lllllllooooo
11 mmmmmmmmmmmm
1 ooooooommmmm
2 oooooooommmm
55 oooooooooooo
end

check 'which accounts are one customer' 0 'for period in 2025-11 2026-01 2026-04 2026-05 2026-10; do
    cells out/$period.csv period,account_id,members | grep "[|]" | sort
done' <<'end'
2025-11 00000310 00000310|00000311
2025-11 00000320 00000320|00000321
2025-11 00000330 00000330|00000331|00000332|00000333|00000334
2026-01 00000310 00000310|00000311
2026-01 00000320 00000320|00000321
2026-01 00000330 00000330|00000331|00000332|00000333|00000334
2026-01 00000349 00000340|00000349
2026-04 00000310 00000310|00000311|00000320|00000321
2026-04 00000330 00000330|00000331|00000332|00000333|00000334
2026-04 00000349 00000340|00000349
2026-05 00000310 00000310|00000311|00000320|00000321
2026-05 00000330 00000330|00000331|00000332
2026-05 00000333 00000333|00000334
2026-05 00000349 00000340|00000349
2026-10 00000310 00000310|00000311|00000320|00000321
2026-10 00000330 00000330|00000331|00000332
2026-10 00000333 00000333|00000334
2026-10 00000349 00000340|00000349
end

check 'whom rules put elsewhere than the cut, and for how many months' 0 'for period in $periods; do
    cells out/$period.csv account_id,tier_cut,tier_unflagged,tier_computed |
        awk "\$2 != \$3 || \$3 != \$4"
done | sort | uniq -c | sed "s/^ *//"' <<'end'
4 00000380 main main ordinary
9 00000410 ordinary important important
3 00000440 ordinary main main
3 00000441 long-tail main main
3 00000442 long-tail main main
12 00001240 main important important
end

check 'in their own words' 0 '
    cells out/2026-02.csv account_id,reason | grep -E "^00000(380|410)"
    cells out/2026-04.csv account_id,reason | grep ^00000395
    cells out/2026-08.csv account_id,reason | grep ^00000440' <<'end'
00000380 at most ordinary by one-off (revenue 800000.00, 1 active month, 100.0% in 2025-12, 2 months idle); customers top 8%: rank 22 of 290, limit rank 24
00000410 admitted by high-fee (revenue 2000448.00, 12 active months); customers top 30%: rank 63 of 290, limit rank 87
00000395 held in main, period 1 of 2 below; customers top 30%: rank 38 of 289, limit rank 87
00000440 admitted by public (industry 医院, revenue 276320.00); customers top 30%: rank 43 of 292, limit rank 88
end

check 'the service that one gave up, while its bills are in the window, and then' 0 '
    for period in 2026-05 2026-06; do cells out/$period.csv account_id,services | grep ^00000420; done' <<'end'
00000420 专线|云主机|短信|移动
00000420 专线|短信|移动
end

check 'what the customer file knows, month by month' 0 'for period in 2025-11 2026-03 2026-09; do
    cells out/$period.csv period,account_id,客户经理,故障,合同到期 | grep -E " 00000(350|353) "
done' <<'end'
2025-11 00000350 陈敏 9 2025-12
2025-11 00000353 赵静 0 2026-05
2026-03 00000350 陈敏 9 2025-12
2026-03 00000353 赵静 6 2026-05
2026-09 00000350 陈敏 9 2025-12
2026-09 00000353 何佳 6 2026-05
end

check 'what kam had to say while it made them' 0 '
    cat out/melted/warnings; ls out/*.log; cat out/2026-08.log | cut -d "(" -f 1 | uniq' <<'end'
kam-merge-group: warning: '00000360' pays for 30 accounts, which makes them one customer (without it 31 x 1 accounts); if they aren't, --ignore-payer
out/2025-11.log
out/2026-08.log
kam-tier: warning: out/2026-07.csv: made under other rules 
end

# ---- what kam says of two months --------------------------------------------------------------

check '2025-12: a prospect gives its first order, one buys in bulk, one grows' 0 moves 2025-11 2025-12 <<'end'
new 00000380 - main 800000.00 - - - arrival
won 00000401 - main 30000.00 - - - arrival
up 00000390 long-tail ordinary 2452.31 - - - figures
end
check '2026-01: a renamed account' 0 moves 2025-12 2026-01 <<'end'
renamed 00000349 important important 0.00 - - 00000340 group
end
check '2026-02: the price rise makes a key account; the bulk buyer is seen through' 0 moves 2026-01 2026-02 <<'end'
up 00000410 ordinary important 13248.00 - - - admission
down 00000380 main ordinary 0.00 - - - flag
end
check '2026-03: a reference customer is lost' 0 moves 2026-02 2026-03 <<'end'
lost 00000350 important main -98000.00 - - - silence
up 00000401 main important 31107.68 - - - figures
up 00000420 ordinary main -6134.64 - - - figures
lost 00000380 ordinary ordinary 0.00 - - - silence
end
check '2026-04: an acquisition' 0 moves 2026-03 2026-04 <<'end'
up 00000310 main important 415883.04 410215.36 - - group
merged 00000320 important - -410215.36 -410215.36 00000310 - group
end
check '2026-05: a split; the decliner falls' 0 moves 2026-04 2026-05 <<'end'
split 00000333 - important 352992.00 352992.00 - 00000330 group
down 00000395 main ordinary -19641.27 - - - patience
lost 00000371 main ordinary -15000.00 - - - silence
new 00000402 - long-tail 1500.00 - - - arrival
end
check '2026-06: one is back after three months' 0 moves 2026-05 2026-06 <<'end'
up 00001219 ordinary main 1141.28 - - - limits
returned 00000371 ordinary ordinary 800.00 - - - arrival
up 00001208 long-tail ordinary 115.68 - - - figures
end
check '2026-07: one is back after seventeen' 0 moves 2026-06 2026-07 --seen out/2025-12.csv <<'end'
lost 00000351 main ordinary -24000.00 - - - silence
returned 00000370 - long-tail 9000.00 - - - arrival
down 00000430 important ordinary 1483.60 - - - patience
up 00001079 ordinary main 149.20 - - - limits
up 00001077 ordinary main 0.00 - - - limits
end
check 'who was new to those who had seen neither' 0 'moves 2026-06 2026-07 | grep ^new' <<'end'
new 00000370 - long-tail 9000.00 - - - arrival
end
check '2026-08: the rules change, which has to be allowed' 1 '
    moves 2026-07 2026-08 2>error; status=$?; sed "s/ [0-9a-f]\{16\}/ HASH/g" error >&2; exit $status' 3<<'end'
kam-diff: not comparable: model 'Story HASH' in out/2026-07.csv, but 'Story HASH' in out/2026-08.csv (--allow model compares them all the same)
end
check 'then it shows; the hotels follow' 0 moves 2026-07 2026-08 --allow model <<'end'
lost 00000352 main ordinary -16000.00 - - - silence
lost 00000353 ordinary long-tail -8000.00 - - - silence
down 00000354 ordinary long-tail -2500.00 - - - model
up 00000440 ordinary main 1760.00 - - - model
up 00000441 long-tail main 1600.00 - - - model
up 00000442 long-tail main 1400.00 - - - model
end
check 'and who would have moved anyhow' 0 '
    kam-score out/2026-07.csv | kam-tier -o replay.csv
    moves 2026-07 2026-08 --replay replay.csv' <<'end'
lost 00000352 main ordinary -16000.00 - - - silence
lost 00000353 ordinary long-tail -8000.00 - - - silence
down 00000354 ordinary long-tail -2500.00 - - - patience
up 00000440 ordinary main 1760.00 - - - model
up 00000441 long-tail main 1600.00 - - - model
up 00000442 long-tail main 1400.00 - - - model
end
check '2026-09: who grows has arrived; the last hotel' 0 moves 2026-08 2026-09 <<'end'
up 00000390 ordinary main 26993.46 - - - figures
lost 00000354 long-tail long-tail -2500.00 - - - silence
up 00000371 ordinary main 800.00 - - - figures
end
check '2026-10: hardly anything' 0 moves 2026-09 2026-10 <<'end'
up 00000370 long-tail ordinary 9000.00 - - - figures
end

check 'June by the rules of May: an agency and thirty customers are one' 0 '
    cells out/melted/2026-06-moves.csv move,tier_from,tier_to,into | sort | uniq -c | sed "s/^ *//"
    cells out/melted/2026-06-moves.csv account_id,revenue_delta,revenue_transferred | grep 360' <<'end'
23 merged long-tail - 00000360
2 merged main - 00000360
5 merged ordinary - 00000360
1 returned ordinary ordinary -
1 up long-tail main -
1 up ordinary main -
00000360 739918.40 739318.72
end
check 'and without them again, had it been published' 0 '
    kam-diff --allow period out/melted/2026-06.csv out/2026-06.csv >moves.csv
    cells moves.csv move,from | sort | uniq -c | sed "s/^ *//"' <<'end'
1 down -
30 split 00000360
1 up -
end

# What the bills themselves say of the price rise: by how much each account rose or fell.
check 'the price rise, from the bills: 8 % on each leased line, but for two that change anyhow' 0 '
    lines="s/^\(0[0-9]*\),.*,专线,[0-9]*,\([0-9]*\)[.]\([0-9][0-9]\),.*/\1 \2\3/p"
    sed -n "$lines" plain/bills-2026-01.csv >january
    sed -n "$lines" plain/bills-2026-02.csv |
        join january - | awk "\$3 == int(\$2 * 108 / 100) { risen++; next } { print \$1 } END { print risen }"' <<'end'
00000390
00000395
93
end
check 'and in the bridge' 0 '
    for month in 2026-01 2026-02; do
        sed -n "s/^\(0[0-9]*\),.*,[0-9]*,\([0-9]*\)[.]\([0-9][0-9]\),.*/\1 \2\3/p" plain/bills-$month.csv |
            awk "{ fen[\$1] += \$2 } END { for (id in fen) print id, fen[id] }" | sort >fen-$month
    done
    join fen-2026-01 fen-2026-02 | awk "{ delta = \$3 - \$2
            if (delta > 0) grown += delta; else shrunk += delta }
        END { printf \"grown %.2f\nshrunk %.2f\n\", grown / 100, shrunk / 100 }" >expected
    kam-diff --bridge --measure month out/2026-01.csv out/2026-02.csv >bridge.csv
    cells bridge.csv step,revenue | grep -E "^(grown|shrunk)" | diff expected - && cat bridge.csv' <<'end'
step,customers,revenue
old_total,290,1691588.28
new,0,0.00
won,0,0.00
returned,0,0.00
lost,0,0.00
merged_out,0,0.00
merged_in,0,0.00
split_out,0,0.00
split_in,0,0.00
grown,92,59233.32
shrunk,2,-659.60
unchanged,196,0.00
silent,0,0.00
new_total,290,1750162.00
end
check 'other months alone: nothing but what the script says' 0 'for new in $periods; do
    [ $new = 2025-11 ] || {
        kam-diff --allow model --bridge --measure month out/$old.csv out/$new.csv >bridge.csv
        cells bridge.csv step,customers | grep -E "grown|shrunk" | tr "\n" " "
        echo $new
    }
    old=$new
done' <<'end'
grown 1 shrunk 2 2025-12
grown 1 shrunk 4 2026-01
grown 92 shrunk 2 2026-02
grown 1 shrunk 3 2026-03
grown 1 shrunk 2 2026-04
grown 1 shrunk 3 2026-05
grown 1 shrunk 4 2026-06
grown 1 shrunk 3 2026-07
grown 1 shrunk 2 2026-08
grown 1 shrunk 2 2026-09
grown 1 shrunk 2 2026-10
end

check 'the region that somebody else looks after now' 0 '
    kam-diff --track 客户经理 out/2026-08.csv out/2026-09.csv >moves.csv
    cells moves.csv 客户经理_from,客户经理_to | sort | uniq -c | sed "s/^ *//"' <<'end'
68 赵静 何佳
end

# ---- and of all of them -----------------------------------------------------------------------

check 'why they moved' 0 'for new in $periods; do
    [ $new = 2025-11 ] || {
        kam-diff --allow model --causes out/$old.csv out/$new.csv >causes.csv
        printf "%s" $new
        cells causes.csv cause,customers | awk "\$2 { printf \" %s %s\", \$1, \$2 }"
        echo
    }
    old=$new
done' <<'end'
2025-12 figures 1 arrival 2 total 3
2026-01 group 1 total 1
2026-02 admission 1 flag 1 total 2
2026-03 figures 2 silence 2 total 4
2026-04 group 2 total 2
2026-05 group 1 patience 1 arrival 1 silence 1 total 4
2026-06 figures 1 limits 1 arrival 1 total 3
2026-07 limits 2 patience 1 arrival 1 silence 1 total 5
2026-08 model 4 silence 2 total 6
2026-09 figures 2 silence 1 total 3
2026-10 figures 1 total 1
end

check 'the year from tier to tier' 0 '
    kam-diff --allow model --summary out/2025-11.csv out/2026-10.csv
    kam-diff --allow model --summary=revenue-delta out/2025-11.csv out/2026-10.csv
    kam-diff --allow model --summary --rates out/2025-11.csv out/2026-10.csv' <<'end'
tier_from,important,main,ordinary,long-tail,merged,absent,total
important,4,0,1,0,1,1,7
main,1,13,1,0,0,2,17
ordinary,1,5,55,0,0,2,63
long-tail,0,3,1,197,0,0,201
split,1,0,0,0,0,0,1
absent,1,0,1,1,0,1,4
total,8,21,59,198,1,6,293
tier_from,important,main,ordinary,long-tail,merged,absent,total
important,-190476.96,0.00,13352.40,0.00,-408000.00,-980000.00,-1565124.56
main,459009.12,-7220.40,-223403.63,0.00,0.00,-217706.88,10678.21
ordinary,119232.00,-14185.44,28257.12,0.00,0.00,-50000.00,83303.68
long-tail,0.00,170363.92,1041.12,11105.79,0.00,0.00,182510.83
split,359232.00,0.00,0.00,0.00,0.00,0.00,359232.00
absent,339969.12,0.00,20000.00,9000.00,0.00,800000.00,1168969.12
total,1086965.28,148958.08,-160752.99,20105.79,-408000.00,-447706.88,239569.28
tier_from,important,main,ordinary,long-tail,merged,absent,total
important,0.571429,0.000000,0.142857,0.000000,0.142857,0.142857,1.000000
main,0.058824,0.764706,0.058824,0.000000,0.000000,0.117647,1.000000
ordinary,0.015873,0.079365,0.873016,0.000000,0.000000,0.031746,1.000000
long-tail,0.000000,0.014925,0.004975,0.980100,0.000000,0.000000,1.000000
split,1.000000,0.000000,0.000000,0.000000,0.000000,0.000000,1.000000
absent,0.250000,0.000000,0.250000,0.250000,0.000000,0.250000,1.000000
total,0.027304,0.071672,0.201365,0.675768,0.003413,0.020478,1.000000
end
check 'what their own figures did' 0 'for new in $periods; do
    [ $new = 2025-11 ] || {
        kam-diff --allow model out/$old.csv out/$new.csv >moves.csv
        cells moves.csv account_id,detail | grep -v " -$" | sed "s/^/$new /"
    }
    old=$new
done' <<'end'
2025-12 00000390 revenue +30.0%
2026-02 00000410 growth from 0.0000 to 0.0133
2026-03 00000350 growth from -0.3333 to -0.5000: no revenue since 2025-12
2026-03 00000401 revenue +34.1%
2026-03 00000420 margin_rate from 0.4987 to 0.5055
2026-04 00000310 revenue +45.1%: services 云主机, 移动 new; accounts 00000320, 00000321 joined
2026-05 00000395 growth from -0.3415 to -0.3370
2026-05 00000371 growth from -0.3244 to -0.4911: no revenue since 2026-02
2026-06 00001219 growth from 0.0356 to 0.0444
2026-06 00000371 growth from -0.4911 to -0.4822: revenue again since 2026-06
2026-06 00001208 growth from 0.0320 to 0.0400
2026-07 00000351 growth from -0.3133 to -0.4800: no revenue since 2026-04
2026-07 00000430 margin_rate from 0.3936 to 0.2459
2026-07 00001079 growth from 0.0500 to 0.0600
2026-08 00000352 growth from -0.2978 to -0.4780: no revenue since 2026-05
2026-08 00000353 growth from -0.3333 to -0.5000: no revenue since 2026-05
2026-08 00000354 growth from -0.1667 to -0.3333: no revenue since 2026-06
2026-08 00000440 growth from 0.0800 to 0.0658
2026-08 00000441 growth from 0.0800 to 0.0658
2026-08 00000442 growth from 0.0800 to 0.0658
2026-09 00000390 revenue +30.2%
2026-09 00000354 growth from -0.3333 to -0.5000: no revenue since 2026-06
2026-09 00000371 growth from -0.4780 to -0.1662
2026-10 00000370 revenue +33.3%
end
check 'the year, and by the rules of its end' 0 '
    kam-diff --allow model --causes out/2025-11.csv out/2026-10.csv
    kam-score out/2025-11.csv | kam-tier | kam-diff --causes --replay - out/2025-11.csv out/2026-10.csv' <<'end'
cause,up,down,other,customers,revenue_delta
group,1,0,3,4,417955.20
model,10,2,0,12,66400.37
figures,0,0,0,0,0.00
limits,0,0,0,0,0.00
admission,0,0,0,0,0.00
flag,0,0,0,0,0.00
patience,0,0,0,0,0.00
arrival,0,0,3,3,368969.12
departure,0,0,0,0,0.00
silence,0,0,5,5,-1247706.88
total,11,2,11,24,-394382.19
cause,up,down,other,customers,revenue_delta
group,1,0,3,4,417955.20
model,5,0,0,5,172343.52
figures,3,2,0,5,-107285.95
limits,1,0,0,1,0.00
admission,0,0,0,0,0.00
flag,0,0,0,0,0.00
patience,1,0,0,1,1342.80
arrival,0,0,3,3,368969.12
departure,0,0,0,0,0.00
silence,0,0,5,5,-1247706.88
total,11,2,11,24,-394382.19
end
check 'whom the year kept, and of what' 0 '
    kam-diff --allow model --retention --by industry out/2025-11.csv out/2026-10.csv |
        grep -E "industry|酒店|媒体|物流|total"' <<'end'
industry,customers,lost,revenue_from,retained,nrr,grr,logo_churn
媒体,17,0,1620040.96,1357197.65,0.837755,0.837286,0.000000
物流,25,0,2306346.00,2321952.72,1.006767,0.981946,0.000000
酒店,29,5,3049284.00,1813653.68,0.594780,0.590820,0.172414
total,288,5,21314836.12,20385436.28,0.956397,0.926994,0.017361
end
check 'the year in money' 0 kam-diff --allow model --bridge out/2025-11.csv out/2026-10.csv <<'end'
step,customers,revenue
old_total,288,21330836.12
new,1,9000.00
won,1,339969.12
returned,1,20000.00
lost,5,-1247706.88
merged_out,1,-408000.00
merged_in,1,408000.00
split_out,1,-359232.00
split_in,1,359232.00
grown,86,626702.08
shrunk,4,-308395.04
unchanged,192,0.00
silent,1,800000.00
new_total,286,21570405.40
end

check 'the year in money, from tier to tier' 0 '
    kam-diff --allow model --bridge --by tier out/2025-11.csv out/2026-10.csv |
        grep -E ",(lost|moved_..t?|merged_..t?|split_..t?)," | grep -v ",0,0.00"' <<'end'
important,lost,1,-980000.00
important,merged_out,1,-408000.00
important,merged_in,1,408000.00
important,split_out,1,-359232.00
important,split_in,1,359232.00
important,moved_out,1,-604000.00
important,moved_in,2,2899200.00
main,lost,2,-217706.88
main,moved_out,2,-1589582.08
main,moved_in,8,1326800.80
ordinary,lost,2,-50000.00
ordinary,moved_out,6,-2931826.00
ordinary,moved_in,3,1326514.08
long-tail,moved_out,4,-503106.80
long-tail,moved_in,0,76000.00
total,lost,5,-1247706.88
total,merged_out,1,-408000.00
total,merged_in,1,408000.00
total,split_out,1,-359232.00
total,split_in,1,359232.00
total,moved_out,13,-5628514.88
total,moved_in,13,5628514.88
end
check 'the acquisition stays within its industry' 0 '
    kam-diff --bridge --by industry out/2026-03.csv out/2026-04.csv | grep -v ",0,0.00" >bridge.csv
    grep ^物流 bridge.csv; grep -c merged bridge.csv' <<'end'
物流,old_total,25,2293226.16
物流,merged_out,1,-410215.36
物流,merged_in,1,410215.36
物流,grown,8,6360.72
物流,shrunk,1,-6134.64
物流,unchanged,15,0.00
物流,new_total,24,2293452.24
4
end
check 'the split within its region' 0 '
    kam-diff --bridge --by 区域 out/2026-04.csv out/2026-05.csv | grep -v ",0,0.00" | grep ^杭州' <<'end'
杭州,old_total,84,4058256.75
杭州,split_out,1,-352992.00
杭州,split_in,1,352992.00
杭州,grown,22,8049.52
杭州,shrunk,1,-19641.27
杭州,unchanged,61,0.00
杭州,new_total,85,4046665.00
end

check 'who was at risk, and why: the hotels before they left' 0 'for new in $periods; do
    [ $new = 2025-11 ] || {
        kam-diff --allow model --at-risk out/$old.csv out/$new.csv >risks.csv
        cells risks.csv account_id,tier,risks,dependence,loss | sed "s/^/$new /"
    }
    old=$new
done' <<'end'
2025-12 00000350 important contract-expiring|faults selective 1550656.80
2025-12 00000380 main contract-expiring selective 800000.00
2026-01 00000350 important contract-expiring|falling|faults selective 1452656.80
2026-01 00000380 main contract-expiring selective 800000.00
2026-01 00000351 main contract-expiring intensive 288000.00
2026-02 00000350 important contract-expiring|falling|faults|silent selective 1355287.82
2026-02 00000380 ordinary contract-expiring selective 800000.00
2026-02 00000351 main contract-expiring selective 288960.00
2026-02 00000352 main contract-expiring intensive 192853.28
2026-03 00001094 main reference-lost selective 525984.00
2026-03 00000351 main contract-expiring|faults|reference-lost selective 289920.00
2026-03 00000355 main reference-lost selective 253832.64
2026-03 00000352 main contract-expiring|faults|reference-lost selective 193706.56
2026-03 00000371 main falling selective 165800.00
2026-03 00001246 main reference-lost intensive 106212.00
2026-03 00000353 ordinary faults|reference-lost intensive 96000.00
2026-03 00001242 ordinary reference-lost intensive 80243.84
2026-03 00001064 ordinary reference-lost intensive 66384.00
2026-03 00001131 ordinary reference-lost intensive 55248.00
2026-03 00001263 long-tail reference-lost intensive 44100.00
2026-03 00001122 ordinary reference-lost intensive 37128.00
2026-03 00000354 ordinary faults|reference-lost intensive 30000.00
2026-03 00001045 ordinary reference-lost intensive 28683.04
2026-03 00001088 long-tail reference-lost intensive 12444.00
2026-03 00001014 ordinary reference-lost intensive 12397.12
2026-04 00000351 main contract-expiring|faults selective 290880.00
2026-04 00000352 main contract-expiring|faults selective 194559.84
2026-04 00000371 main falling|silent selective 150800.00
2026-04 00000353 ordinary faults intensive 96000.00
2026-04 00000354 ordinary faults intensive 30000.00
2026-05 00000330 important shrinking-services selective 996074.26
2026-05 00000351 main contract-expiring|falling|faults selective 266880.00
2026-05 00000352 main contract-expiring|faults selective 195413.12
2026-05 00000353 ordinary faults intensive 96000.00
2026-05 00000354 ordinary faults intensive 30000.00
2026-06 00000351 main contract-expiring|falling|faults|silent selective 242880.00
2026-06 00000352 main contract-expiring|falling|faults intensive 179413.12
2026-06 00000420 main shrinking-services intensive 149824.80
2026-06 00000371 ordinary falling intensive 136600.00
2026-06 00000353 ordinary faults intensive 88000.00
2026-06 00000354 ordinary faults intensive 30000.00
2026-07 00000352 main contract-expiring|falling|faults|silent selective 163413.12
2026-07 00000353 ordinary faults|silent intensive 80000.00
2026-07 00000354 ordinary faults intensive 27500.00
2026-08 00000354 long-tail faults|silent intensive 25000.00
2026-09 00000430 ordinary margin-turned selective 419868.80
end
check 'the course of everybody whose outlook is not steady' 0 '
    kam-diff --allow model --history out/20??-??.csv >history.csv
    cells history.csv account_id,periods,ups,downs,tier,months_in_tier,revenue_trend,outlook,end,strategy |
        grep -v " steady "' <<'end'
00000310 12 1 0 important 7 45617.528 rising - retain
00000380 11 0 1 ordinary 9 0.00 leaving - retain
00000320 5 0 0 - - 553.84 - merged -
00000401 11 1 0 important 8 31107.68 rising - retain
00000350 12 0 2 ordinary 2 -98000.00 leaving - retain
00000395 12 0 1 ordinary 6 -19796.8259 falling - retain
00000420 12 1 0 main 8 -4645.4733 falling - retain
00000390 12 2 0 main 2 10816.3824 rising - retain
00000351 12 0 1 ordinary 4 -13659.4286 leaving - retain
00000371 12 1 1 main 2 -4600.00 falling - retain
00000352 12 0 1 ordinary 3 -6214.1211 leaving - retain
00000353 12 0 1 long-tail 3 -3314.2857 leaving - let-go
00000370 6 1 0 ordinary 1 2111.1111 rising - cultivate
00000354 12 0 1 long-tail 3 -590.2778 leaving - let-go
00000402 6 0 0 long-tail 6 1500.00 rising - cultivate
00000396 12 0 0 long-tail 12 -284.8513 falling - let-go
end
check 'and of all others' 0 'cells history.csv outlook,ups,downs | grep steady | sort | uniq -c | sed "s/^ *//"' <<'end'
268 steady 0 0
1 steady 0 1
8 steady 1 0
end

finish
