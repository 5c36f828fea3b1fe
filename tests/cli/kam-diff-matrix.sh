# kam-diff --summary=WHAT, --rates: from which tier to which, in customers and in revenue.
. "$(dirname "$0")/lib.sh"

# B went up, C down; A took in M; P gave S away; L left, N came; X pays for nothing any more.
cat >09.csv <<'end'
account_id,revenue,members,idle,score,rank,tier_cut,tier,by,period,model
A,500.00,A,0,90.0000,1,gold,gold,score,2026-09,m
C,400.00,C,0,80.0000,2,gold,gold,score,2026-09,m
P,300.00,P|S,0,70.0000,3,silver,silver,score,2026-09,m
M,200.10,M,0,60.0000,4,silver,silver,score,2026-09,m
B,100.00,B,0,50.0000,5,tail,tail,score,2026-09,m
X,60.00,X,4,45.0000,6,tail,tail,score,2026-09,m
L,-20.00,L,0,40.0000,7,tail,tail,score,2026-09,m
end
cat >10.csv <<'end'
account_id,revenue,members,idle,score,rank,tier_cut,tier,by,period,model
A,800.00,A|M,0,95.0000,1,gold,gold,score,2026-10,m
B,150.00,B,0,75.0000,2,gold,gold,score,2026-10,m
P,250.00,P,0,65.0000,3,silver,silver,score,2026-10,m
C,200.00,C,0,62.0000,4,silver,silver,score,2026-10,m
S,130.00,S,0,60.0000,5,silver,silver,score,2026-10,m
N,90.05,N,0,50.0000,6,tail,tail,score,2026-10,m
X,50.00,X,5,40.0000,7,tail,tail,score,2026-10,m
end

check 'how many' 0 kam-diff --summary 09.csv 10.csv <<'end'
tier_from,gold,silver,tail,merged,absent,total
gold,1,1,0,0,0,2
silver,0,1,0,1,0,2
tail,1,0,1,0,1,3
split,0,1,0,0,0,1
absent,0,0,1,0,0,1
total,2,3,2,1,1,9
end
check 'the same by its name' 0 'kam-diff --summary 09.csv 10.csv >plain
    kam-diff --summary=customers 09.csv 10.csv | cmp - plain'
check 'what they brought: the total is that of the old snapshot' 0 \
    kam-diff --summary=revenue-from 09.csv 10.csv <<'end'
tier_from,gold,silver,tail,merged,absent,total
gold,500.00,400.00,0.00,0.00,0.00,900.00
silver,0.00,300.00,0.00,200.10,0.00,500.10
tail,100.00,0.00,60.00,0.00,-20.00,140.00
split,0.00,0.00,0.00,0.00,0.00,0.00
absent,0.00,0.00,0.00,0.00,0.00,0.00
total,600.00,700.00,60.00,200.10,-20.00,1540.10
end
check 'what they bring: that of the new one' 0 kam-diff --summary=revenue-to 09.csv 10.csv <<'end'
tier_from,gold,silver,tail,merged,absent,total
gold,800.00,200.00,0.00,0.00,0.00,1000.00
silver,0.00,250.00,0.00,0.00,0.00,250.00
tail,150.00,0.00,50.00,0.00,0.00,200.00
split,0.00,130.00,0.00,0.00,0.00,130.00
absent,0.00,0.00,90.05,0.00,0.00,90.05
total,950.00,580.00,140.05,0.00,0.00,1670.05
end
check 'what is more or less: the change' 0 kam-diff --summary=revenue-delta 09.csv 10.csv <<'end'
tier_from,gold,silver,tail,merged,absent,total
gold,300.00,-200.00,0.00,0.00,0.00,100.00
silver,0.00,-50.00,0.00,-200.10,0.00,-250.10
tail,50.00,0.00,-10.00,0.00,20.00,60.00
split,0.00,130.00,0.00,0.00,0.00,130.00
absent,0.00,0.00,90.05,0.00,0.00,90.05
total,350.00,-120.00,80.05,-200.10,20.00,129.95
end
check 'shares of customers' 0 kam-diff --summary --rates 09.csv 10.csv <<'end'
tier_from,gold,silver,tail,merged,absent,total
gold,0.500000,0.500000,0.000000,0.000000,0.000000,1.000000
silver,0.000000,0.500000,0.000000,0.500000,0.000000,1.000000
tail,0.333333,0.000000,0.333333,0.000000,0.333333,1.000000
split,0.000000,1.000000,0.000000,0.000000,0.000000,1.000000
absent,0.000000,0.000000,1.000000,0.000000,0.000000,1.000000
total,0.222222,0.333333,0.222222,0.111111,0.111111,1.000000
end
check 'shares of revenue; of nothing there are none' 0 \
    kam-diff --summary=revenue-from --rates 09.csv 10.csv <<'end'
tier_from,gold,silver,tail,merged,absent,total
gold,0.555556,0.444444,0.000000,0.000000,0.000000,1.000000
silver,0.000000,0.599880,0.000000,0.400120,0.000000,1.000000
tail,0.714286,0.000000,0.428571,0.000000,-0.142857,1.000000
split,,,,,,
absent,,,,,,
total,0.389585,0.454516,0.038959,0.129927,-0.012986,1.000000
end
check 'of another figure, with its places' 0 \
    'kam-diff --summary=revenue-delta --measure idle 09.csv 10.csv | tail -n 1' <<'end'
total,0,0,1,0,0,1
end

cat >rules.kam <<'end'
[tiers]
names = gold, silver, tail
by = revenue
cut = customers 30%, 60%
lost-after = 5
end
check 'who is lost by lost-after is absent; who was before, also among those before' 0 '
    kam-diff -m rules.kam --summary 09.csv 10.csv
    kam-diff -m rules.kam --allow period --summary 10.csv 09.csv | grep ^absent
    kam-diff -m rules.kam --set tiers:lost-after=4 --summary=revenue-to 09.csv 10.csv |
        grep -e ^absent -e ^total' <<'end'
tier_from,gold,silver,tail,merged,absent,total
gold,1,1,0,0,0,2
silver,0,1,0,1,0,2
tail,1,0,0,0,2,3
split,0,1,0,0,0,1
absent,0,0,1,0,0,1
total,2,3,1,1,2,9
absent,0,0,2,0,0,2
absent,0.00,0.00,90.05,0.00,50.00,140.05
total,950.00,580.00,90.05,0.00,50.00,1670.05
end

# ---- without members ---------------------------------------------------------------------------

without_members() {
    cut -d, -f1,2,4- "$1"
}
check 'nothing is merged or split' 0 '
    without_members 10.csv >10.alone
    without_members 09.csv | kam-diff --summary - 10.alone' <<'end'
tier_from,gold,silver,tail,absent,total
gold,1,1,0,0,2
silver,0,1,0,1,2
tail,1,0,1,1,3
absent,0,1,1,0,2
total,2,3,2,2,9
end
check 'a tier may be called merged then' 0 '
    without_members 09.csv | sed s/gold/merged/g >09.merged
    sed s/gold/merged/g 10.alone | kam-diff --summary 09.merged - | head -n 1' <<'end'
tier_from,merged,silver,tail,absent,total
end
check 'else it may not' 1 '
    sed s/gold/merged/g 09.csv >09.merged
    sed s/gold/merged/g 10.csv | kam-diff --summary 09.merged -' 3<<'end'
kam-diff: a tier is called 'merged', which is a column of the summary by itself
end
check 'nor split' 1 '
    sed s/gold/split/g 09.csv >09.split
    sed s/gold/split/g 10.csv | kam-diff --summary 09.split -' 3<<'end'
kam-diff: a tier is called 'split', which is a row of the summary by itself
end

# ---- numbers that are too large ----------------------------------------------------------------

cat >09.large <<'end'
account_id,revenue,rank,tier_cut,tier,by,period,model
A,150000000000000000000.00,1,gold,gold,revenue,2026-09,m
B,-150000000000000000000.00,2,tail,tail,revenue,2026-09,m
C,150000000000000000000.00,3,gold,gold,revenue,2026-09,m
end
sed 's/2026-09/2026-10/' 09.large >10.large
check 'a sum' 1 kam-diff --summary=revenue-to 09.large 10.large 3<<'end'
kam-diff: the sum of revenues is too large a number
end
cat >09.tiny <<'end'
account_id,revenue,rank,tier_cut,tier,by,period,model
A,1000.000000000000000001,1,gold,gold,revenue,2026-09,m
B,-1000.00,2,gold,gold,revenue,2026-09,m
C,5.00,3,tail,tail,revenue,2026-09,m
end
sed 's/2026-09/2026-10/; /^B/s/gold/tail/g; /^C/s/tail/gold/g; s/,2,/,4,/' 09.tiny >10.tiny
check 'a rate' 1 kam-diff --summary=revenue-from --rates 09.tiny 10.tiny 3<<'end'
kam-diff: a rate is too large a number
end

# ---- wrong usage -----------------------------------------------------------------------------

usage() {
    printf "kam-diff: %s\nTry 'kam-diff --help' for more information.\n" "$3" >expected.err
    check "$1" 2 "$2" 3<expected.err
}
usage 'an unknown figure' 'kam-diff --summary=revenue a b' \
    "--summary: 'revenue': customers, revenue-from, revenue-to or revenue-delta is needed"
usage 'no figure' 'kam-diff --summary= a b' \
    "--summary: '': customers, revenue-from, revenue-to or revenue-delta is needed"
usage 'rates of a bridge' 'kam-diff --bridge --rates a b' '--rates goes with --summary only'
usage 'rates of the listing' 'kam-diff --rates a b' '--rates goes with --summary only'

finish
