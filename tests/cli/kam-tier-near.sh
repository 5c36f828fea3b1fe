# kam-tier --near: who is close to a line between two tiers; --managers: what each has to look after.
. "$(dirname "$0")/lib.sh"

cat >good.kam <<'end'
[tiers]
names = A, B, C
by    = score
cut   = count 1, 3
[managers]
column = manager
span   = 2
end
export KAM_MODEL=good.kam

cat >accounts.csv <<'end'
account_id,account_name,manager,score,revenue,2026-10
a,Ace,Li,100,10.00,10.00
b,"Bee, Ltd",Wu,95,20.00,20.00
c,Cog,,50.5,5,5
d,Dot,Li,50,30.00,30.00
e,Eve,Li,,7.00,7.00
end

# ---- near

check 'both sides of a line, the nearest first' 0 kam-tier --near 5% accounts.csv <<'end'
account_id,account_name,tier,tier_cut,side,next,by,figure,limit,gap,gap_rate,revenue
d,Dot,C,C,up,B,score,50.0,50.5,0.5,0.0099,30.00
c,Cog,B,B,down,C,score,50.5,50.0,0.5,0.0100,5.00
b,"Bee, Ltd",B,B,up,A,score,95.0,100.0,5.0,0.0500,20.00
end
check 'exactly so far is near, a bit farther is not' 0 \
    'for rate in 4.9999999999999999% 5% 5.26315789% 5.26315790%; do
        echo $rate
        kam-tier --near $rate accounts.csv | sed 1d | grep "^[ab]"
    done' <<'end'
4.9999999999999999%
5%
b,"Bee, Ltd",B,B,up,A,score,95.0,100.0,5.0,0.0500,20.00
5.26315789%
b,"Bee, Ltd",B,B,up,A,score,95.0,100.0,5.0,0.0500,20.00
5.26315790%
b,"Bee, Ltd",B,B,up,A,score,95.0,100.0,5.0,0.0500,20.00
a,Ace,A,A,down,B,score,100.0,95.0,5.0,0.0526,10.00
end
check 'nobody' 0 'sed 1q accounts.csv | kam-tier --near 5%; kam-tier --near 0.1% accounts.csv' <<'end'
account_id,account_name,tier,tier_cut,side,next,by,figure,limit,gap,gap_rate,revenue
account_id,account_name,tier,tier_cut,side,next,by,figure,limit,gap,gap_rate,revenue
end
check 'a table without names, from standard input' 0 \
    'grep -v Bee accounts.csv | cut -d, -f1,4- | kam-tier --near 50%' <<'end'
account_id,tier,tier_cut,side,next,by,figure,limit,gap,gap_rate,revenue
c,B,B,up,A,score,50.5,100.0,49.5,0.4950,5.00
d,B,B,up,A,score,50.0,100.0,50.0,0.5000,30.00
end

# near CUT [OPTION]...: id, tier, cut, side, next, limit, gap and rate.
near() {
    cut=$1
    shift
    kam-tier --near "$@" --set "tiers:cut=$cut" | cut -d, -f1-5,8-10
}
# scores SCORE...: customers a, b, ... who have them.
scores() {
    echo account_id,score,revenue,2026-10
    for score; do
        letter=${letters%"${letters#?}"} letters=${letters#?}
        echo "$letter,$score,1,1"
    done
}
letters=abcdefghijklmnop
check 'of a cut by value the limit itself' 0 \
    'scores 99 81 79 39 | near "value 80, 40" 25%' <<'end'
account_id,tier,tier_cut,side,next,limit,gap,gap_rate
b,A,A,down,B,80,1,0.0125
c,B,B,up,A,80,1,0.0125
d,C,C,up,B,40,1,0.0250
a,A,A,down,B,80,19,0.2375
end
check 'otherwise the tier of whose figure it is' 0 'scores 90 90 80 | near "count 1, 2" 25%' <<'end'
account_id,tier,tier_cut,side,next,limit,gap,gap_rate
c,C,C,up,A,90,10,0.1111
a,A,A,down,C,80,10,0.1250
b,A,A,down,C,80,10,0.1250
end
check 'a limit of 0 has nobody near, a negative one counts by its size' 0 \
    'scores 1 0 -1 -10 -11 -20 | near "count 1, 4" 1000%' <<'end'
account_id,tier,tier_cut,side,next,limit,gap,gap_rate
d,B,B,down,C,-11,1,0.0909
e,C,C,up,B,-10,1,0.1000
c,B,B,down,C,-11,10,0.9091
b,B,B,up,A,1,1,1.0000
b,B,B,down,C,-11,11,1.0000
f,C,C,up,B,-10,10,1.0000
c,B,B,up,A,1,2,2.0000
end
check 'equal rates, as written, by rank' 0 'scores 100 99.999 99.998 99.997 | near "count 1, 2" 1%' <<'end'
account_id,tier,tier_cut,side,next,limit,gap,gap_rate
a,A,A,down,B,99.999,0.001,0.0000
b,B,B,up,A,100.000,0.001,0.0000
b,B,B,down,C,99.998,0.001,0.0000
c,C,C,up,B,99.999,0.001,0.0000
d,C,C,up,B,99.999,0.002,0.0000
end
cat >rules.kam <<'end'
[tiers]
names = A, B, C
by    = score
cut   = count 1, 3
[admit friend]
when  = account_id = d
tier  = A
end
check 'the line is that of the cut, whatever rules say' 0 \
    'kam-tier -m rules.kam --near 1% accounts.csv | cut -d, -f1-6' <<'end'
account_id,account_name,tier,tier_cut,side,next
d,Dot,A,C,up,B
c,Cog,B,B,down,C
end
check 'segments have lines of their own' 0 \
    'kam-tier --near 100% --set tiers:per=manager --set "tiers:cut=count 1, 2" accounts.csv |
    cut -d, -f1,3-6,8-11' <<'end'
account_id,tier,tier_cut,side,next,figure,limit,gap,gap_rate
d,B,B,up,A,50.0,100.0,50.0,0.5000
a,A,A,down,B,100.0,50.0,50.0,1.0000
end
for rate in 5 0% -1% x% % 5%% ''; do
    check "not a percentage above 0: '$rate'" 2 kam-tier --near "$rate" accounts.csv 3<<end
kam-tier: --near: '$rate': a percentage above 0 is needed, such as 5%
Try 'kam-tier --help' for more information.
end
done

# ---- managers

check 'a row for each, in byte order, those without one, and all' 0 kam-tier --managers accounts.csv <<'end'
manager,customers,A,B,C,revenue,load
Li,3,1,0,2,47.00,1.5000
Wu,1,0,1,0,20.00,0.5000
,1,0,1,0,5.00,
total,5,1,2,2,72.00,1.2500
end
check 'everybody has one, and there are others' 0 \
    'sed 4d accounts.csv | kam-tier --managers --set managers:count=5' <<'end'
manager,customers,A,B,C,revenue,load
Li,3,1,1,1,47.00,1.5000
Wu,1,0,1,0,20.00,0.5000
total,4,1,2,1,67.00,0.4000
end
check 'nobody knows what one can carry' 0 \
    'sed "/^span/d" good.kam >spanless.kam; kam-tier -m spanless.kam --managers accounts.csv | cut -d, -f1,2,7' <<'end'
manager,customers,load
Li,3,
Wu,1,
,1,
total,5,
end
check 'nobody' 0 'sed 1q accounts.csv | kam-tier --managers' <<'end'
manager,customers,A,B,C,revenue,load
total,0,0,0,0,0.00,
end
check 'the model does not say who they are' 2 \
    'sed "/^column/d" good.kam >columnless.kam; kam-tier -m columnless.kam --managers accounts.csv' 3<<'end'
kam-tier: columnless.kam:5: --managers needs to know who answers for a customer: say column = COLUMN in [managers]
end
check 'nor has it such a section' 2 kam-tier -m rules.kam --managers accounts.csv 3<<'end'
kam-tier: rules.kam: --managers needs to know who answers for a customer: say column = COLUMN in [managers]
end
check 'the table does not say it' 1 \
    'sed 1s/manager/managed_by/ accounts.csv >bad.csv; kam-tier --managers bad.csv' 3<<'end'
kam-tier: bad.csv: [managers] column (good.kam:5): no column 'manager'; there are: account_id, account_name, managed_by, score, revenue, 2026-10
end

# ---- one at a time

for pair in '--summary --managers' '--managers --summary' '--near 5% --summary' \
    '--branches list.csv --near 5%' '--summary --branches list.csv'; do
    first=$(echo "$pair" | grep -o -e '--[a-z]*' | sed -n 1p)
    second=$(echo "$pair" | grep -o -e '--[a-z]*' | sed -n 2p)
    check "$pair" 2 "kam-tier $pair accounts.csv" 3<<end
kam-tier: $first and $second: only one of them at a time
Try 'kam-tier --help' for more information.
end
done
check 'the same one twice is fine' 0 'kam-tier --near 1% --near 5% accounts.csv | wc -l | tr -d " "' <<'end'
4
end
for view in --managers '--near 5%' '--branches list.csv'; do
    check "--by and $view" 2 "kam-tier --by manager $view accounts.csv" 3<<'end'
kam-tier: --by goes with --summary only
Try 'kam-tier --help' for more information.
end
done

finish
