# kam-diff: who moved between two snapshots, and what it did to the revenue.
. "$(dirname "$0")/lib.sh"

cat >09.csv <<'end'
account_id,account_name,revenue,2026-08,2026-09,part_size,part_growth,score,rank,tier_cut,tier,by,period,model
A,Alpha,900.00,400.00,500.00,60.0000,20.0000,80.0000,1,gold,gold,score,2026-09,m 1
B,Beta,500.00,250.00,250.00,40.0000,20.0000,60.0000,2,silver,silver,score,2026-09,m 1
C,Gamma,300.00,150.00,150.00,30.0000,20.0000,50.0000,3,silver,silver,score,2026-09,m 1
D,Delta,200.00,,200.00,20.0000,10.0000,30.0000,4,tail,tail,score,2026-09,m 1
E,Epsilon,100.25,100.25,,10.0000,5.0000,15.0000,5,tail,tail,score,2026-09,m 1
G,Eta,-7.00,,-7.00,0.0000,0.0000,0.0000,6,tail,tail,score,2026-09,m 1
end
cat >10.csv <<'end'
model,account_id,account_name,revenue,2026-09,2026-10,part_growth,part_size,score,rank,tier_cut,tier,by,period
m 1,B,"Beta, Ltd",950.00,250.00,700.00,20.0000,65.0000,85.0000,1,gold,gold,score,2026-10
m 1,A,Alpha,700.00,500.00,200.00,10.0000,50.0000,60.0000,2,silver,silver,score,2026-10
m 1,D,,450.10,200.00,250.10,20.0000,30.0000,50.0000,3,silver,silver,score,2026-10
m 1,C,Gamma,100.00,100.00,,5.0000,20.0000,25.0000,4,tail,tail,score,2026-10
m 1,F,Zeta,150.00,,150.00,10.0000,10.0000,20.0000,5,tail,tail,score,2026-10
m 1,G,Eta,-7.00,-7.00,,0.0000,0.0000,0.0000,6,tail,tail,score,2026-10
end

# ---- the listing -----------------------------------------------------------------------------

check 'customers that moved, the largest change first, equal ones by id' 0 \
    kam-diff 09.csv 10.csv <<'end'
account_id,account_name,move,tier_from,tier_to,revenue_from,revenue_to,revenue_delta,score_from,score_to,score_delta,driver
B,"Beta, Ltd",up,silver,gold,500.00,950.00,450.00,60.0000,85.0000,25.0000,size
D,Delta,up,tail,silver,200.00,450.10,250.10,30.0000,50.0000,20.0000,growth
A,Alpha,down,gold,silver,900.00,700.00,-200.00,80.0000,60.0000,-20.0000,growth
C,Gamma,down,silver,tail,300.00,100.00,-200.00,50.0000,25.0000,-25.0000,growth
F,Zeta,new,,tail,,150.00,150.00,,20.0000,,
E,Epsilon,lost,tail,,100.25,,-100.25,15.0000,,,
end

check 'every customer with --all' 0 'kam-diff --all 09.csv 10.csv | tail -n 1' <<'end'
G,Eta,same,tail,tail,-7.00,-7.00,0.00,0.0000,0.0000,0.0000,
end

check 'the revenue of each own month; an empty cell counts as nothing' 0 \
    'kam-diff -t --all --measure month 09.csv 10.csv | cut -f1,3- | tr "\t" ,' <<'end'
account_id,move,tier_from,tier_to,revenue_from,revenue_to,revenue_delta,score_from,score_to,score_delta,driver
B,up,silver,gold,250.00,700.00,450.00,60.0000,85.0000,25.0000,size
A,down,gold,silver,500.00,200.00,-300.00,80.0000,60.0000,-20.0000,growth
C,down,silver,tail,150.00,,-150.00,50.0000,25.0000,-25.0000,growth
F,new,,tail,,150.00,150.00,,20.0000,,
D,up,tail,silver,200.00,250.10,50.10,30.0000,50.0000,20.0000,growth
G,same,tail,tail,-7.00,,7.00,0.0000,0.0000,0.0000,
E,lost,tail,,,,0.00,15.0000,,,
end

check 'a column that both have, with as many places as it has' 0 \
    'kam-diff -t --measure rank 09.csv 10.csv | cut -f1,3,6-8 | tr "\t" ,' <<'end'
account_id,move,revenue_from,revenue_to,revenue_delta
E,lost,5,,-5
F,new,,5,5
A,down,1,2,1
B,up,2,1,-1
C,down,3,4,1
D,up,4,3,-1
end

check 'only changes of at least so much' 0 \
    'kam-diff --min-delta 200 09.csv 10.csv | cut -d, -f1' <<'end'
account_id
B
D
A
C
end
check 'the same bytes whatever the order of rows' 0 '
    kam-diff --all 09.csv 10.csv >sorted
    for f in 09 10; do { head -n 1 $f.csv; tail -n +2 $f.csv | sort -r; } >$f.shuffled; done
    kam-diff --all 09.shuffled 10.shuffled | cmp - sorted'

check 'a snapshot against itself has no movement' 0 kam-diff 10.csv 10.csv <<'end'
account_id,account_name,move,tier_from,tier_to,revenue_from,revenue_to,revenue_delta,score_from,score_to,score_delta,driver
end

check 'one of them from standard input, compressed' 0 \
    'gzip -c 10.csv | kam-diff 09.csv - | wc -l && gzip -c 09.csv | kam-diff - 10.csv | wc -l' <<'end'
7
7
end

cat >09.plain <<'end'
account_id,revenue,rank,tier_cut,tier,by,period,model
A,10.00,1,gold,gold,revenue,2026-09,m 1
B,5.5,2,tail,tail,revenue,2026-09,m 1
end
cat >10.plain <<'end'
account_id,revenue,rank,tier_cut,tier,by,period,model
B,12.123,1,gold,gold,revenue,2026-10,m 1
A,10.00,2,tail,tail,revenue,2026-10,m 1
end
check 'columns without a source are left out; deltas are exact' 0 kam-diff 09.plain 10.plain <<'end'
account_id,move,tier_from,tier_to,revenue_from,revenue_to,revenue_delta
B,up,tail,gold,5.5,12.123,6.623
A,down,gold,tail,10.00,10.00,0.00
end

# ---- summary and bridge ----------------------------------------------------------------------

check 'the matrix of customers' 0 kam-diff --summary 09.csv 10.csv <<'end'
tier_from,gold,silver,tail,absent,total
gold,0,1,0,0,1
silver,1,0,1,0,2
tail,0,1,1,1,3
absent,0,0,1,0,1
total,1,2,3,1,7
end

check 'the bridge adds up' 0 kam-diff --bridge 09.csv 10.csv <<'end'
step,customers,revenue
old_total,6,1993.25
new,1,150.00
lost,1,-100.25
grown,2,700.10
shrunk,2,-400.00
unchanged,1,0.00
new_total,6,2343.10
end

check 'the bridge of the periods'"'"' own months' 0 kam-diff --bridge --measure month 09.csv 10.csv <<'end'
step,customers,revenue
old_total,6,1093.00
new,1,150.00
lost,1,0.00
grown,3,507.10
shrunk,2,-450.00
unchanged,0,0.00
new_total,6,1300.10
end

check 'a short summary with -v' 0 'kam-diff -v 09.csv 10.csv >/dev/null' 3<<'end'
kam-diff: the windows 2026-08 to 2026-09 and 2026-09 to 2026-10 have 1 month in common; --measure month compares the last ones alone
kam-diff: 7 customers: 2 up, 2 down, 1 new, 1 lost, 1 same; revenue from 1993.25 to 2343.10 (+349.85)
end

# ---- exit status -----------------------------------------------------------------------------

check 'status 4 for movements' 4 'kam-diff --exit-code 09.csv 10.csv >/dev/null'
check 'whatever is written' 4 'kam-diff --exit-code --bridge 09.csv 10.csv >/dev/null'
check 'those too small to be listed do not count' 0 \
    'kam-diff --exit-code --min-delta 450.01 09.csv 10.csv >/dev/null'
check 'nor do those that only --all lists' 0 'kam-diff --exit-code --all 10.csv 10.csv >/dev/null'
check 'a failure stays a failure' 3 'kam-diff --exit-code 09.csv 10.csv >/dev/full' 3<<'end'
kam-diff: standard output: cannot write: No space left on device
end

# ---- comparable or not -----------------------------------------------------------------------

sed 's/m 1/m 2/' 10.csv >model.csv
check 'another model is refused' 1 kam-diff 09.csv model.csv 3<<'end'
kam-diff: not comparable: model 'm 1' in 09.csv, but 'm 2' in model.csv (--allow model compares them all the same)
end
check 'unless that is allowed' 0 'kam-diff --allow model 09.csv model.csv | wc -l' <<'end'
7
end
check 'all that differs is named' 1 kam-diff 10.plain 09.csv 3<<'end'
kam-diff: not comparable: window of 0 months in 10.plain, but of 2 months in 09.csv; by 'revenue' in 10.plain, but 'score' in 09.csv; period 2026-10 in 10.plain, later than 2026-09 in 09.csv (--allow window,by,period compares them all the same)
end
check 'what is allowed of it is not' 1 kam-diff --allow by --allow window 10.plain 09.csv 3<<'end'
kam-diff: not comparable: period 2026-10 in 10.plain, later than 2026-09 in 09.csv (--allow period compares them all the same)
end
sed '1s/$/,currency/; 2,$s/$/,CNY/' 09.csv >09.cny
sed '1s/$/,currency/; 2,$s/$/,USD/' 10.csv >10.usd
sed '1s/$/,currency/; 2,$s/$/,CNY/; 2s/CNY$//' 10.csv >10.cny
check 'another currency is refused' 1 kam-diff 09.cny 10.usd 3<<'end'
kam-diff: not comparable: currency 'CNY' in 09.cny, but 'USD' in 10.usd (--allow currency compares them all the same)
end
check 'unless that is allowed, or one does not say it' 0 \
    'kam-diff 09.csv 10.csv >known; kam-diff --allow currency 09.cny 10.usd | cmp - known
     kam-diff 09.cny 10.csv | cmp - known; kam-diff 09.cny 10.cny | cmp - known'
check 'two currencies in one snapshot' 1 'sed "4s/CNY/USD/" 09.cny | kam-diff - 10.csv' 3<<'end'
kam-diff: standard input:4: currency: 'USD', but there are rows with 'CNY'; a snapshot has one currency
end
check 'swapped, all is mirrored' 0 \
    'kam-diff --allow period --bridge 10.csv 09.csv' <<'end'
step,customers,revenue
old_total,6,2343.10
new,1,100.25
lost,1,-150.00
grown,2,400.00
shrunk,2,-700.10
unchanged,1,0.00
new_total,6,1993.25
end

head -n 1 10.csv >empty.csv
check 'against a snapshot without rows all customers are lost' 0 \
    'kam-diff 10.plain empty.csv | cut -d, -f1-7' <<'end'
account_id,account_name,move,tier_from,tier_to,revenue_from,revenue_to
B,,lost,gold,,12.123,
A,,lost,tail,,10.00,
end
check 'and new the other way round' 0 'kam-diff --summary empty.csv 10.plain' <<'end'
tier_from,gold,tail,absent,total
gold,0,0,0,0
tail,0,0,0,0
absent,1,1,0,2
total,1,1,0,2
end

# ---- the order of the tiers ------------------------------------------------------------------

sed 's/tail,tail/tail,iron/' 10.csv >unreached.csv
check 'a tier that no cut reaches has no place' 1 kam-diff 09.csv unreached.csv 3<<'end'
kam-diff: unreached.csv:5: tier: no cut reaches tier 'iron', so its place among the tiers isn't known; give the model with --model, which has it
end
sed 's/silver/x/g' 10.csv >renamed.csv
check 'the snapshots do not tell' 1 kam-diff 09.csv renamed.csv 3<<'end'
kam-diff: tier_cut of the two snapshots doesn't tell the order of the tiers 'silver' and 'x'; give the model with --model, which has it
end
sed 's/gold/x/g; s/silver/gold/g; s/x/silver/g' 10.csv >turned.csv
check 'or contradict each other' 1 kam-diff 09.csv turned.csv 3<<'end'
kam-diff: tier_cut of the two snapshots contradicts itself about the order of the tiers 'gold' and 'silver'; give the model with --model, which has it
end
cat >order.kam <<'end'
[tiers]
names = gold, silver, tail
by    = score
cut   = customers 10%, 50%
end
check 'the model knows' 0 'kam-diff -m order.kam 09.csv turned.csv | cut -d, -f1,3-5' <<'end'
account_id,move,tier_from,tier_to
D,up,tail,gold
C,down,silver,tail
F,new,,tail
E,lost,tail,
end
check 'a tier the model does not know' 1 kam-diff -m order.kam 09.csv renamed.csv 3<<'end'
kam-diff: renamed.csv:3: tier: 'x' is none of the model's tiers (--model '' goes without a model)
end

check 'unless it is told to go without' 1 \
    "KAM_MODEL=order.kam kam-diff --model '' 09.csv turned.csv" 3<<'end'
kam-diff: tier_cut of the two snapshots contradicts itself about the order of the tiers 'gold' and 'silver'; give the model with --model, which has it
end

# ---- what is no snapshot ---------------------------------------------------------------------

cut -d, -f1-5 09.csv >table.csv
check 'a table that was not tiered' 1 kam-diff table.csv 10.csv 3<<'end'
kam-diff: table.csv: no column tier, period, model, by, so this is no snapshot; run kam-tier first
end
check 'two periods in one' 1 \
    'sed "3s/2026-09,m/2026-08,m/" 09.csv | kam-diff - 10.csv' 3<<'end'
kam-diff: standard input:3: period: '2026-08', but '2026-09' in line 2; a snapshot has the same in all rows
end
check 'two models in one' 1 'sed "4s/m 1/m 2/" 09.csv | kam-diff - 10.csv' 3<<'end'
kam-diff: standard input:4: model: 'm 2', but 'm 1' in line 2; a snapshot has the same in all rows
end
check 'a period that is not the last month' 1 'sed "s/2026-09,m/2026-10,m/" 09.csv | kam-diff - 10.csv' 3<<'end'
kam-diff: standard input:2: period: '2026-10', but the last month column is '2026-09'; run kam-tier again
end
check 'a customer twice' 1 'sed "s/^C,/A,/" 09.csv | kam-diff - 10.csv' 3<<'end'
kam-diff: standard input:4: account_id: 'A' stands in standard input:2 too; one row each is needed (kam-import adds the rows of an account up)
end
check 'a customer without a tier' 1 'sed "s/gold,gold/gold,/" 09.csv | kam-diff - 10.csv' 3<<'end'
kam-diff: standard input:2: tier: empty; run kam-tier first
end
check 'a figure that is no number' 1 'sed "s/,500.00,2/,5OO.00,2/" 09.csv | kam-diff - 10.csv' 3<<'end'
kam-diff: standard input:3: revenue: not a number: '5OO.00'
end
check 'a measure that is no number' 1 kam-diff --measure account_name 09.csv 10.csv 3<<'end'
kam-diff: 09.csv:2: account_name: not a number: 'Alpha'
end
check 'a measure that is not there' 1 kam-diff --measure lines 09.plain 10.plain 3<<'end'
kam-diff: 09.plain: no column 'lines'; there are: account_id, revenue, rank, tier_cut, tier, by, period, model
end
check 'months of a snapshot without any' 1 kam-diff --measure month 09.plain 10.plain 3<<'end'
kam-diff: 09.plain: no month columns, so no revenue of the period's month
end
sed 's/tail/total/g' 09.plain >total.csv
check 'a tier that would be taken for a total' 1 kam-diff --summary total.csv total.csv 3<<'end'
kam-diff: a tier is called 'total', which is a column of the summary by itself
end
check 'a file that is not there' 3 kam-diff 09.csv absent.csv 3<<'end'
kam-diff: absent.csv: cannot open: No such file or directory
end

# ---- wrong usage -----------------------------------------------------------------------------

usage() {
    check "$1" 2 "$2" 3<<end
kam-diff: $3
Try 'kam-diff --help' for more information.
end
}
usage 'no operands' 'kam-diff' 'two snapshots are needed, OLD and NEW; 0 given'
usage 'three operands' 'kam-diff a b c' 'two snapshots are needed, OLD and NEW; 3 given'
usage 'standard input twice' 'kam-diff - -' 'only one of OLD and NEW can be standard input'
usage 'two views' 'kam-diff --all --bridge a b' \
    'only one of --all, --summary, --bridge, --retention, --causes, --at-risk and --explain can be given'
usage 'a smallest change of a sum' 'kam-diff --min-delta 5 --bridge a b' \
    '--min-delta is for the listing; the other views count all'
usage 'a smallest change that is negative' 'kam-diff --min-delta -5 a b' \
    "--min-delta: '-5': a number of at least 0 is needed, such as 1000.50"
usage 'an unknown word' 'kam-diff --allow model,money a b' \
    "--allow: 'money': model, window, by, period or currency is needed"
usage 'an empty word' 'kam-diff --allow model, a b' \
    "--allow: '': model, window, by, period or currency is needed"
usage 'no measure' "kam-diff --measure '' a b" '--measure: window, month or a column is needed'

finish
