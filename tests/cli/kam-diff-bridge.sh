# kam-diff --bridge --by: the bridge of each region, each tier, each value of any column.
. "$(dirname "$0")/lib.sh"

# A took in M; P gave S away; C went from South to North; nobody knows E's region; L left, N came.
cat >09.csv <<'end'
account_id,region,revenue,members,score,rank,tier_cut,tier,by,period,model
A,North,500.00,A,90.0000,1,gold,gold,score,2026-09,m
P,South,400.00,P|S,80.0000,2,gold,gold,score,2026-09,m
C,South,300.00,C,70.0000,3,silver,silver,score,2026-09,m
M,South,200.00,M,60.0000,4,silver,silver,score,2026-09,m
L,North,100.00,L,50.0000,5,tail,tail,score,2026-09,m
E,,50.50,E,40.0000,6,tail,tail,score,2026-09,m
end
cat >10.csv <<'end'
account_id,region,revenue,members,score,rank,tier_cut,tier,by,period,model
A,North,720.00,A|M,95.0000,1,gold,gold,score,2026-10,m
C,North,280.00,C,75.0000,2,gold,gold,score,2026-10,m
P,South,250.00,P,65.0000,3,silver,silver,score,2026-10,m
S,South,130.00,S,60.0000,4,silver,silver,score,2026-10,m
N,North,90.00,N,50.0000,5,tail,tail,score,2026-10,m
E,,50.50,E,40.0000,6,tail,tail,score,2026-10,m
end

# happened: the steps of a bridge in which something is.
happened() {
    awk -F, '$3 != 0'
}

check 'each value adds up, an empty one, too, and all of them to the total' 0 \
    kam-diff --bridge --by region 09.csv 10.csv <<'end'
region,step,customers,revenue
,old_total,1,50.50
,new,0,0.00
,lost,0,0.00
,merged_out,0,0.00
,merged_in,0,0.00
,split_out,0,0.00
,split_in,0,0.00
,moved_out,0,0.00
,moved_in,0,0.00
,grown,0,0.00
,shrunk,0,0.00
,unchanged,1,0.00
,new_total,1,50.50
North,old_total,2,600.00
North,new,1,90.00
North,lost,1,-100.00
North,merged_out,0,0.00
North,merged_in,1,200.00
North,split_out,0,0.00
North,split_in,0,0.00
North,moved_out,0,0.00
North,moved_in,1,300.00
North,grown,1,20.00
North,shrunk,1,-20.00
North,unchanged,0,0.00
North,new_total,3,1090.00
South,old_total,3,900.00
South,new,0,0.00
South,lost,0,0.00
South,merged_out,1,-200.00
South,merged_in,0,0.00
South,split_out,1,-130.00
South,split_in,1,130.00
South,moved_out,1,-300.00
South,moved_in,0,0.00
South,grown,0,0.00
South,shrunk,1,-20.00
South,unchanged,0,0.00
South,new_total,2,380.00
total,old_total,6,1550.50
total,new,1,90.00
total,lost,1,-100.00
total,merged_out,1,-200.00
total,merged_in,1,200.00
total,split_out,1,-130.00
total,split_in,1,130.00
total,moved_out,1,-300.00
total,moved_in,1,300.00
total,grown,1,20.00
total,shrunk,2,-40.00
total,unchanged,1,0.00
total,new_total,6,1520.50
end
check 'each tier, the highest first' 0 \
    'kam-diff --bridge --by tier 09.csv 10.csv | happened' <<'end'
tier,step,customers,revenue
gold,old_total,2,900.00
gold,merged_in,1,200.00
gold,moved_out,1,-400.00
gold,moved_in,1,300.00
gold,grown,1,20.00
gold,shrunk,1,-20.00
gold,new_total,2,1000.00
silver,old_total,2,500.00
silver,merged_out,1,-200.00
silver,split_out,1,-130.00
silver,split_in,1,130.00
silver,moved_out,1,-300.00
silver,moved_in,1,400.00
silver,shrunk,1,-20.00
silver,new_total,2,380.00
tail,old_total,2,150.50
tail,new,1,90.00
tail,lost,1,-100.00
tail,unchanged,1,0.00
tail,new_total,2,140.50
total,old_total,6,1550.50
total,new,1,90.00
total,lost,1,-100.00
total,merged_out,1,-200.00
total,merged_in,1,200.00
total,split_out,1,-130.00
total,split_in,1,130.00
total,moved_out,2,-700.00
total,moved_in,2,700.00
total,grown,1,20.00
total,shrunk,2,-40.00
total,unchanged,1,0.00
total,new_total,6,1520.50
end
check 'one after the other, by accounts: nobody moves' 0 \
    'kam-diff --bridge --by account_id 09.csv 10.csv | happened | grep -v total' <<'end'
account_id,step,customers,revenue
A,merged_in,1,200.00
A,grown,1,20.00
C,shrunk,1,-20.00
E,unchanged,1,0.00
L,lost,1,-100.00
M,merged_out,1,-200.00
N,new,1,90.00
P,split_out,1,-130.00
P,shrunk,1,-20.00
S,split_in,1,130.00
end
check 'the revenue of the own months' 0 '
    sed "1s/revenue/&,2026-09/; 2,\$s/,[0-9.]*/&,1.00/2" 09.csv >09.month
    sed "1s/revenue/&,2026-10/; 2,\$s/,[0-9.]*/&,3.00/2" 10.csv >10.month
    kam-diff --bridge --by region --measure month 09.month 10.month | happened | grep ^South' <<'end'
South,old_total,3,3.00
South,merged_out,1,-1.00
South,split_out,1,-3.00
South,split_in,1,3.00
South,moved_out,1,-1.00
South,grown,1,5.00
South,new_total,2,6.00
end

# ---- columns that aren't the same in both ----------------------------------------------------

# Z is a prospect again, while S, which was one of its accounts, is a customer.
cat >09.left <<'end'
account_id,region,revenue,lines,members,rank,tier_cut,tier,by,period,model
Z,North,500.00,1,S|Z,1,gold,gold,revenue,2026-09,m
end
cat >10.left <<'end'
account_id,region,revenue,lines,members,rank,tier_cut,tier,by,period,model
S,South,300.00,1,S,1,gold,gold,revenue,2026-10,m
Z,North,,0,Z,,,prospect,revenue,2026-10,m
end
# steps OLD NEW: those of --bridge --by region that aren't zero.
steps() { kam-diff --allow period --bridge --by region "$1" "$2" | grep -v ',0,0.00$'; }
check 'who is gone gave an account away: that counts where it was' 0 'steps 09.left 10.left' <<'end'
region,step,customers,revenue
North,old_total,1,500.00
North,lost,1,-200.00
North,split_out,1,-300.00
South,split_in,1,300.00
South,new_total,1,300.00
total,old_total,1,500.00
total,lost,1,-200.00
total,split_out,1,-300.00
total,split_in,1,300.00
total,new_total,1,300.00
end
check 'who came took one in: that counts where it is' 0 'steps 10.left 09.left' <<'end'
region,step,customers,revenue
North,won,1,200.00
North,merged_in,1,300.00
North,new_total,1,500.00
South,old_total,1,300.00
South,merged_out,1,-300.00
total,old_total,1,300.00
total,won,1,200.00
total,merged_out,1,-300.00
total,merged_in,1,300.00
total,new_total,1,500.00
end

drop_region() {
    cut -d, -f1,3- "$1"
}
check 'a column that only the new one has holds for both; who is gone has an empty cell' 0 '
    drop_region 09.csv | kam-diff --bridge --by region - 10.csv | happened' <<'end'
region,step,customers,revenue
,old_total,3,350.50
,lost,1,-100.00
,merged_out,1,-200.00
,unchanged,1,0.00
,new_total,1,50.50
North,old_total,2,800.00
North,new,1,90.00
North,merged_in,1,200.00
North,grown,1,20.00
North,shrunk,1,-20.00
North,new_total,3,1090.00
South,old_total,1,400.00
South,split_out,1,-130.00
South,split_in,1,130.00
South,shrunk,1,-20.00
South,new_total,2,380.00
total,old_total,6,1550.50
total,new,1,90.00
total,lost,1,-100.00
total,merged_out,1,-200.00
total,merged_in,1,200.00
total,split_out,1,-130.00
total,split_in,1,130.00
total,grown,1,20.00
total,shrunk,2,-40.00
total,unchanged,1,0.00
total,new_total,6,1520.50
end
check 'a column that only the old one has' 0 '
    drop_region 10.csv | kam-diff --bridge --by region 09.csv - | happened | grep -v ^total' <<'end'
region,step,customers,revenue
,old_total,1,50.50
,new,1,90.00
,split_in,1,130.00
,unchanged,1,0.00
,new_total,3,270.50
North,old_total,2,600.00
North,lost,1,-100.00
North,merged_in,1,200.00
North,grown,1,20.00
North,new_total,1,720.00
South,old_total,3,900.00
South,merged_out,1,-200.00
South,split_out,1,-130.00
South,shrunk,2,-40.00
South,new_total,2,530.00
end
check 'a column that neither has' 1 'kam-diff --bridge --by regoin 09.csv 10.csv' 3<<'end'
kam-diff: 10.csv: no column 'regoin'; did you mean 'region'; there are: account_id, region, revenue, members, score, rank, tier_cut, tier, by, period, model
end
check 'a value that would be taken for the total' 1 '
    sed s/South/total/ 10.csv | kam-diff --bridge --by region 09.csv -' 3<<'end'
kam-diff: 'region': a cell is 'total', which is what the sum of all values is called
end
check 'a tier that would be' 1 '
    for f in 09 10; do sed s/gold/total/g $f.csv >$f.total; done
    kam-diff --bridge --by tier 09.total 10.total' 3<<'end'
kam-diff: a tier is called total, as the sum of all tiers is
end
check 'without customers there is only a total' 0 '
    for f in 09 10; do head -n 1 $f.csv >$f.none; done
    kam-diff --bridge --by region 09.none 10.none' <<'end'
region,step,customers,revenue
total,old_total,0,0.00
total,new,0,0.00
total,lost,0,0.00
total,merged_out,0,0.00
total,merged_in,0,0.00
total,split_out,0,0.00
total,split_in,0,0.00
total,moved_out,0,0.00
total,moved_in,0,0.00
total,grown,0,0.00
total,shrunk,0,0.00
total,unchanged,0,0.00
total,new_total,0,0.00
end

# ---- what a spreadsheet and a script see -----------------------------------------------------

check 'ids stay text' 0 'kam-diff --excel --bridge --by account_id 09.csv 10.csv | tr -d "\r" | sed -n 2p' <<'end'
"=""A""",old_total,1,500.00
end
check 'the same bytes whatever the order of rows' 0 '
    kam-diff --bridge --by region 09.csv 10.csv >sorted
    for f in 09 10; do { head -n 1 $f.csv; tail -n +2 $f.csv | sort -r; } >$f.shuffled; done
    kam-diff --bridge --by region 09.shuffled 10.shuffled | cmp - sorted'
check 'customers that moved are seen by a script' 4 \
    'kam-diff --exit-code --bridge --by region 09.csv 10.csv >/dev/null'

# Each sum is a number that can be; that of what moved isn't.
cat >09.large <<'end'
account_id,region,revenue,rank,tier_cut,tier,by,period,model
A,North,150000000000000000000.00,1,tail,tail,revenue,2026-09,m
B,North,-150000000000000000000.00,2,tail,tail,revenue,2026-09,m
C,North,150000000000000000000.00,3,tail,tail,revenue,2026-09,m
end
sed 's/2026-09/2026-10/; /^[AC]/s/North/South/' 09.large >10.large
check 'the plain bridge of large numbers' 0 'kam-diff --bridge 09.large 10.large | tail -n 1' <<'end'
new_total,3,150000000000000000000.00
end
check 'a sum that is too large' 1 'kam-diff --bridge --by region 09.large 10.large' 3<<'end'
kam-diff: the sum of revenues is too large a number
end

# ---- wrong usage -----------------------------------------------------------------------------

usage() {
    printf "kam-diff: %s\nTry 'kam-diff --help' for more information.\n" "$3" >expected.err
    check "$1" 2 "$2" 3<expected.err
}
usage 'groups of a listing' 'kam-diff --by region a b' '--by goes with --bridge, --retention and --causes only'
usage 'groups of the matrix' 'kam-diff --summary --by region a b' '--by goes with --bridge, --retention and --causes only'
usage 'groups by nothing' 'kam-diff --bridge --by "" a b' '--by: a column is needed'
usage 'two columns with one name' 'kam-diff --bridge --by revenue a b' \
    "--by: 'revenue' is a column of this view itself"

finish
