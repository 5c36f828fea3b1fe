# kam-diff --history: what became of every customer over many snapshots.
. "$(dirname "$0")/lib.sh"

# snapshot PERIOD <<rows: ID,REVENUE,SCORE,TIER,MONTH[,MEMBERS[,IDLE[,STRATEGY]]], by rank.
snapshot() {
    awk -F, -v period="$1" -v model="${2-m 1}" '
        BEGIN {
            print "account_id,account_name,members,idle,revenue," period \
                  ",score,rank,tier_cut,tier,strategy,by,period,model"
        }
        {
            rank = $4 == "prospect" ? "" : NR
            print $1 ",Firm " $1 "," ($6 ? $6 : $1) "," ($7 ? $7 : 0) "," $2 "," $5 "," $3 "," rank \
                  "," $4 "," $4 "," $8 ",score," period "," model
        }'
}
cat >rules.kam <<'end'
[tiers]
names = gold, silver, tail
by    = score
cut   = customers 20%, 60%
end
export KAM_MODEL=rules.kam

# r rises, f falls, s is steady; g is gone in the middle, l for good, n is new, q stops
snapshot 2026-01 >01.csv <<'end'
f,900.00,90.0000,gold,90.00
s,500.00,50.0000,silver,50.00
g,300.00,30.0000,silver,30.00
r,100.00,20.0000,tail,10.00
q,80.00,10.0000,tail,8.00
l,50.00,5.0000,tail,5.00
p,,1.0000,prospect,
end
snapshot 2026-02 >02.csv <<'end'
f,800.00,80.0000,gold,80.00
s,501.00,50.0000,silver,50.00
r,200.00,30.0000,silver,20.00
q,85.00,10.0000,tail,8.00
l,50.00,5.0000,tail,5.00
end
snapshot 2026-03 >03.csv <<'end'
f,700.00,70.0000,silver,70.00
s,499.00,50.0000,silver,50.00
g,310.00,31.0000,silver,31.00
r,300.00,40.0000,silver,30.00
q,90.00,10.0000,tail,8.00
p,20.00,1.0000,tail,20.00
end
# April is missing
snapshot 2026-05 >05.csv <<'end'
r,500.00,60.0000,gold,50.00
s,500.00,50.0000,silver,50.00
f,500.00,50.0000,silver,50.00
g,320.00,32.0000,silver,32.00
q,95.00,10.0000,tail,
p,,1.0000,prospect,
n,-7.00,,tail,-7.00
end

# The slopes of s are 1, -1/2, 0, -2, -1/3, 1/2: its trend is the mean of -1/3 and 0, rounded once.
check 'in any order, over a gap' 0 kam-diff -v --history 03.csv 05.csv 01.csv 02.csv <<'end' 3<<'note'
account_id,account_name,tier_2026-01,tier_2026-02,tier_2026-03,tier_2026-05,periods,ups,downs,tier,months_in_tier,revenue,revenue_trend,score_trend,outlook,end,strategy
f,Firm f,gold,gold,silver,silver,4,0,1,silver,3,500.00,-100.00,-10.0000,falling,,
r,Firm r,tail,silver,silver,gold,4,2,0,gold,1,500.00,100.00,10.0000,rising,,
s,Firm s,silver,silver,silver,silver,4,0,0,silver,5,500.00,-0.1667,0.0000,steady,,
g,Firm g,silver,,silver,silver,3,0,0,silver,3,320.00,5.00,0.5000,steady,,
q,Firm q,tail,tail,tail,tail,4,0,0,tail,5,95.00,4.375,0.0000,leaving,,
l,Firm l,tail,tail,,,2,0,0,,,50.00,0.00,0.0000,leaving,lost,
p,Firm p,,,tail,,1,0,0,,,20.00,,,leaving,lost,
n,Firm n,,,,tail,1,0,0,tail,1,-7.00,,,leaving,,
end
kam-diff: 4 snapshots from 2026-01 to 2026-05, 1 month without; 8 customers: 1 rising, 2 steady, 1 falling, 4 leaving, 0 without an outlook
note

check 'the figure of the month' 0 \
    'kam-diff --history --measure month 0[1235].csv | columns account_id,revenue,revenue_trend,outlook' <<'end'
account_id,revenue,revenue_trend,outlook
f,50.00,-10.00,falling
r,50.00,10.00,rising
s,50.00,0.00,steady
g,32.00,0.50,steady
p,20.00,,leaving
l,5.00,0.00,leaving
q,0.00,-1.00,leaving
n,-7.00,,leaving
end

check 'a column; what is empty there is unknown, and comes last' 0 \
    'kam-diff --history --measure score 0[1235].csv | columns account_id,periods,revenue,revenue_trend,score_trend' <<'end'
account_id,periods,revenue,revenue_trend,score_trend
r,4,60.0000,10.0000,10.0000
f,4,50.0000,-10.0000,-10.0000
s,4,50.0000,0.0000,0.0000
g,3,32.0000,0.5000,0.5000
q,4,10.0000,0.0000,0.0000
l,2,5.0000,0.0000,0.0000
p,1,1.0000,,
n,1,,,
end

check 'two snapshots are a history, too' 0 \
    'kam-diff --history 01.csv 02.csv | head -n 3' <<'end'
account_id,account_name,tier_2026-01,tier_2026-02,periods,ups,downs,tier,months_in_tier,revenue,revenue_trend,score_trend,outlook,end,strategy
f,Firm f,gold,gold,2,0,0,gold,2,800.00,-100.00,-10.0000,,,
s,Firm s,silver,silver,2,0,0,silver,2,501.00,1.00,0.0000,,,
end

check 'from pipes and standard input, compressed or not' 0 '
    kam-diff --history 01.csv 02.csv 03.csv 05.csv >plain
    mkfifo pipe
    cat 01.csv >pipe &
    gzip -c 02.csv >02.csv.gz
    kam-diff --history 05.csv - pipe 02.csv.gz <03.csv | cmp - plain'
check 'the same for any number of threads and order of rows' 0 '
    for f in 01 02 03 05; do { head -n 1 $f.csv; tail -n +2 $f.csv | sort -r; } >$f.shuffled; done
    for n in 1 2 5; do kam-diff --threads $n --history 0[1235].shuffled | cmp - plain; done'

# ---- who is one customer ----------------------------------------------------------------------

snapshot 2026-01 >j1.csv <<'end'
a,900.00,90.0000,gold,90.00,a|a1
b,800.00,80.0000,silver,80.00,b|b1
c,100.00,10.0000,tail,10.00
end
snapshot 2026-02 >j2.csv <<'end'
a,1700.00,90.0000,gold,170.00,a|a1|b|b1
c9,100.00,10.0000,silver,10.00,c|c9
end
snapshot 2026-03 >j3.csv <<'end'
a,900.00,90.0000,gold,90.00,a|a1
b,800.00,80.0000,silver,80.00,b|b1
c9,100.00,10.0000,silver,10.00,c|c9
end
check 'merged, renamed' 0 \
    'kam-diff --history j1.csv j2.csv | columns account_id,tier_2026-01,tier_2026-02,ups,revenue,outlook,end' <<'end'
account_id,tier_2026-01,tier_2026-02,ups,revenue,outlook,end
a,gold,gold,0,1700.00,,
b,silver,,0,800.00,,merged
c9,tail,silver,1,100.00,,
end
check 'split off again, with its own history' 0 \
    'kam-diff --history j1.csv j2.csv j3.csv | columns account_id,tier_2026-01,tier_2026-02,tier_2026-03,periods,end' <<'end'
account_id,tier_2026-01,tier_2026-02,tier_2026-03,periods,end
a,gold,gold,gold,3,
b,silver,,silver,2,
c9,tail,silver,silver,3,
end

snapshot 2026-04 >j4.csv <<'end'
b,800.00,80.0000,gold,80.00,c9|c|b
end
check 'an id that another customer took over has two rows' 0 \
    'kam-diff --history j1.csv j2.csv j4.csv | columns account_id,tier_2026-01,tier_2026-02,tier_2026-04,revenue,end' <<'end'
account_id,tier_2026-01,tier_2026-02,tier_2026-04,revenue,end
a,gold,gold,,1700.00,merged
b,silver,,,800.00,merged
b,tail,silver,gold,800.00,
end

# a is gone and back, then called b; another customer gets the id
snapshot 2026-01 >h1.csv <<'end'
a,500.00,50.0000,silver,50.00,a|c
end
snapshot 2026-02 >h2.csv <<'end'
z,100.00,10.0000,silver,10.00
end
snapshot 2026-03 >h3.csv <<'end'
a,510.00,50.0000,silver,50.00,a|c
z,100.00,10.0000,silver,10.00
end
snapshot 2026-04 >h4.csv <<'end'
b,520.00,50.0000,silver,50.00,b|c
z,100.00,10.0000,silver,10.00
end
snapshot 2026-05 >h5.csv <<'end'
b,530.00,50.0000,silver,50.00,b|c
a,200.00,20.0000,silver,20.00
z,100.00,10.0000,silver,10.00
end
check 'an id that came back is its own until it has another one' 0 \
    'kam-diff --history h[1-5].csv | columns account_id,tier_2026-01,tier_2026-03,tier_2026-05,periods,revenue' <<'end'
account_id,tier_2026-01,tier_2026-03,tier_2026-05,periods,revenue
b,silver,silver,silver,4,530.00
a,,,silver,1,200.00
z,,silver,silver,4,100.00
end

# ---- no rows, no names, no scores -------------------------------------------------------------

head -n 1 03.csv >empty.csv
check 'a snapshot without rows: everyone is gone in it' 0 \
    'kam-diff --history 01.csv 02.csv empty.csv | columns account_id,tier_2026-03,periods,tier,end' <<'end'
account_id,tier_2026-03,periods,tier,end
f,,2,,lost
s,,2,,lost
g,,1,,lost
r,,2,,lost
q,,2,,lost
l,,2,,lost
end
check 'and back in the next' 0 \
    'kam-diff --history 01.csv 02.csv empty.csv 05.csv | columns account_id,tier_2026-03,periods,months_in_tier,outlook | head -n 3' <<'end'
account_id,tier_2026-03,periods,months_in_tier,outlook
f,,3,1,steady
r,,3,1,steady
end
check 'nobody at all' 0 'head -n 1 01.csv | kam-diff --history empty.csv -' <<'end'
account_id,account_name,tier_2026-01,tier_2026-03,periods,ups,downs,tier,months_in_tier,revenue,revenue_trend,score_trend,outlook,end,strategy
end
for f in 01 02 03 05; do kam_columns=account_id,revenue,rank,tier_cut,tier,by,period,model
    columns "$kam_columns" <$f.csv >bare$f.csv; done
check 'few columns' 0 'kam-diff --history bare0*.csv | sed -n 1,3p' <<'end'
account_id,tier_2026-01,tier_2026-02,tier_2026-03,tier_2026-05,periods,ups,downs,tier,months_in_tier,revenue,revenue_trend,outlook,end
f,gold,gold,silver,silver,4,0,1,silver,3,500.00,-100.00,falling,
r,tail,silver,silver,gold,4,2,0,gold,1,500.00,100.00,rising,
end
check 'without a model the order of the tiers is what two snapshots show' 0 \
    "kam-diff -m '' --history 01.csv 02.csv 03.csv 2>/dev/null | columns account_id,ups,downs | head -n 3" <<'end'
account_id,ups,downs
f,0,1
s,0,0
end

# ---- strategies that ask for a history --------------------------------------------------------

cat >strategies.kam <<'end'
[tiers]
names = gold, silver, tail
by    = score
cut   = customers 20%, 60%
lost-after = 4
[strategy keep]
when = revenue > 0
[strategy hurry]
when = outlook = falling, revenue_trend <= -50, score_trend < 0
[strategy climb]
when = ups > downs, months_in_tier < 3
[strategy let-go]
when = tier in silver|tail, periods >= 3, outlook in falling|leaving|steady, last 1 months < 40
end
snapshot 2026-06 >06.csv <<'end'
r,600.00,60.0000,gold,60.00,,0,keep
s,500.00,50.0000,silver,50.00,,4,keep
f,400.00,40.0000,silver,40.00,,0,keep
g,312.00,32.0000,silver,33.00,,3,keep
q,95.00,10.0000,tail,,,0,keep
end
check 'go before what the last snapshot says, in the order of the model; for who is there' 0 \
    'kam-diff -m strategies.kam --history 0[12356].csv | columns account_id,outlook,strategy' <<'end'
account_id,outlook,strategy
r,rising,climb
s,leaving,keep
f,falling,hurry
g,steady,let-go
q,leaving,keep
l,leaving,
p,leaving,
n,leaving,
end
check 'a snapshot without strategies, a model with some' 0 \
    'for f in 01 02 03; do columns account_id,revenue,idle,2026-${f},score,tier,by,period,model <$f.csv >s$f.csv; done
    kam-diff -m strategies.kam --history s0?.csv | columns account_id,strategy | head -n 4' <<'end'
account_id,strategy
f,
s,
g,
end
check 'kam-tier passes over them' 0 \
    'kam-tier -t -m strategies.kam 06.csv | tr , " " | tr "\t" , |
    columns account_id,strategy,strategy_due' <<'end'
account_id,strategy,-
r,keep,-
s,keep,-
f,keep,-
g,keep,-
q,keep,-
end
check 'a column that the last snapshot lacks' 1 \
    'kam-diff -m strategies.kam --set "strategy climb:when=ups > 1, industry = bank" --history 0?.csv' 3<<'end'
kam-diff: --set strategy climb:when: the table has no column 'industry'
end
check 'a cell that is no number' 1 \
    'kam-diff -m strategies.kam --set "strategy climb:when=ups >= 0, account_name > 1" --history 0?.csv' 3<<'end'
kam-diff: 06.csv:3: account_name: not a number: 'Firm s' (compared by --set strategy climb:when)
end

# ---- what is refused --------------------------------------------------------------------------

check 'one snapshot' 2 kam-diff --history 01.csv 3<<'end'
kam-diff: two snapshots or more are needed for a history; 1 given
Try 'kam-diff --help' for more information.
end
check 'standard input twice' 2 kam-diff --history - 01.csv - 3<<'end'
kam-diff: only one of the snapshots can be standard input
Try 'kam-diff --help' for more information.
end
check 'moves of a pair' 2 kam-diff --history --exit-code 01.csv 02.csv 3<<'end'
kam-diff: --exit-code isn't for --history
Try 'kam-diff --help' for more information.
end
check 'changes of a pair' 2 kam-diff --history --min-delta 5 01.csv 02.csv 3<<'end'
kam-diff: --min-delta isn't for --history
Try 'kam-diff --help' for more information.
end
check 'another view' 2 kam-diff --bridge --history 01.csv 02.csv 3<<'end'
kam-diff: --history is of many snapshots, and goes with no view of two
Try 'kam-diff --help' for more information.
end
check 'a replay of a pair' 2 kam-diff --replay 01.csv --history 01.csv 02.csv 3<<'end'
kam-diff: --replay isn't for --history
Try 'kam-diff --help' for more information.
end
check 'accounts of a pair' 2 kam-diff --members-old 01.csv --history 01.csv 02.csv 3<<'end'
kam-diff: --members-old and --members-new aren't for --history
Try 'kam-diff --help' for more information.
end
check 'a snapshot seen earlier' 2 kam-diff --seen 01.csv --history 03.csv 02.csv 3<<'end'
kam-diff: --seen isn't for --history, which sees all of its snapshots
Try 'kam-diff --help' for more information.
end
check 'a key' 2 kam-diff --key members --history 03.csv 02.csv 3<<'end'
kam-diff: --key and --track aren't for --history
Try 'kam-diff --help' for more information.
end
check 'two snapshots of one period' 1 'cp 02.csv again.csv; kam-diff --history 01.csv 02.csv 03.csv again.csv' 3<<'end'
kam-diff: again.csv: of 2026-02, as 02.csv is; a history has one snapshot of a period
end
check 'one of them from a pipe' 1 'kam-diff --history 01.csv - 02.csv <again.csv' 3<<'end'
kam-diff: 02.csv: of 2026-02, as standard input is; a history has one snapshot of a period
end
check 'no rows and no months' 1 \
    'echo account_id,revenue,tier,by,period,model >none.csv; kam-diff --history 01.csv none.csv' 3<<'end'
kam-diff: none.csv: neither rows nor months, so its period isn't known
end
check 'no snapshot' 1 'echo account_id,revenue >table.csv; kam-diff --history 01.csv table.csv' 3<<'end'
kam-diff: table.csv: no column tier, period, model, by, so this is no snapshot; run kam-tier first
end
check 'no file' 3 kam-diff --history 01.csv nowhere.csv 3<<'end'
kam-diff: nowhere.csv: cannot open: No such file or directory
end
check 'a period that is none' 1 "sed 's/,2026-02,m/,soon,m/' 02.csv >soon.csv; kam-diff --history 01.csv soon.csv" 3<<'end'
kam-diff: soon.csv:2: period: not a month (YYYY-MM): 'soon'
end
sed 's/,m 1$/,m 2/' 03.csv >other.csv
check 'other rules in the middle: the pair that differs is named' 1 kam-diff --history 05.csv 01.csv 02.csv other.csv 3<<'end'
kam-diff: not comparable: model 'm 1' in 02.csv, but 'm 2' in other.csv (--allow model compares them all the same)
end
check 'unless they are allowed' 0 \
    'kam-diff --allow model --history 05.csv 01.csv 02.csv other.csv | cmp - plain'
check 'a figure that is none' 1 "sed 's/,501.00,/,5O1,/' 02.csv | kam-diff --history 01.csv -" 3<<'end'
kam-diff: standard input:3: revenue: not a number: '5O1'
end
check 'a column that one lacks' 1 kam-diff --measure gap --history 01.csv 02.csv 3<<'end'
kam-diff: 01.csv: no column 'gap'; there are: account_id, account_name, members, idle, revenue, 2026-01, score, rank, tier_cut, tier, strategy, by, period, model
end
check 'an account of two customers' 1 "sed 's/,b|b1,/,b|a1,/' j1.csv >double.csv; kam-diff --history double.csv j2.csv" 3<<'end'
kam-diff: double.csv:3: members: 'a1' is a member of the row in line 2, too
end
check 'a tier that the model lacks' 1 "sed 's/,tail,,/,iron,,/' 02.csv >iron.csv; kam-diff --history 01.csv iron.csv" 3<<'end'
kam-diff: iron.csv:5: tier: 'iron' is none of the model's tiers (--model '' goes without a model)
end
check 'figures too far apart' 1 "
    sed 's/,500.00,/,-170000000000000000000,/' 01.csv >low.csv
    sed 's/,501.00,/,170000000000000000000,/' 02.csv | kam-diff --history low.csv -" 3<<'end'
kam-diff: account_id 's': its trend is too large a number
end

finish
