# kam-diff: customers that were merged, split off, renamed, or that returned.
. "$(dirname "$0")/lib.sh"

cat >old.csv <<'end'
account_id,account_name,region,revenue,lines,idle,members,rank,tier_cut,tier,by,period,model
A,Alpha,N,900.00,1,0,A,1,gold,gold,revenue,2026-09,m 1
B,Beta,N,500.00,1,0,B|B1|B2,2,silver,silver,revenue,2026-09,m 1
C,Gamma,S,300.00,1,0,C,3,silver,silver,revenue,2026-09,m 1
D,Delta,S,200.00,1,0,D,4,tail,tail,revenue,2026-09,m 1
E,Epsilon,S,20.00,1,0,E,5,tail,tail,revenue,2026-09,m 1
end
cat >new.csv <<'end'
account_id,account_name,region,revenue,lines,idle,members,rank,tier_cut,tier,by,period,model
A,Alpha,N,1250.00,1,0,A|C,1,gold,gold,revenue,2026-10,m 1
B,Beta,E,300.00,1,0,B|B2,2,silver,silver,revenue,2026-10,m 1
D2,Delta,S,210.00,1,0,D|D2,3,tail,tail,revenue,2026-10,m 1
B1,Beta One,S,190.00,1,0,B1,4,tail,tail,revenue,2026-10,m 1
F,Phi,S,30.00,1,0,F,5,tail,tail,revenue,2026-10,m 1
E,Epsilon,S,15.00,1,3,E,6,tail,tail,revenue,2026-10,m 1
end

cat >lost.kam <<'end'
[tiers]
names      = gold, silver, tail
by         = revenue
cut        = customers 10%, 50%
lost-after = 3
end

# moves [OPTION...] OLD NEW: the columns that matter here.
moves() {
    kam-diff "$@" | awk -F, '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
        {
            print $at["account_id"] "," $at["move"] "," $at["revenue_delta"] "," \
                $at["revenue_transferred"] "," $at["into"] "," $at["from"]
        }'
}

check 'an account that is in another customer now is not lost, one that left it not new' 0 \
    moves --all old.csv new.csv <<'end'
account_id,move,revenue_delta,revenue_transferred,into,from
A,same,350.00,300.00,,
C,merged,-300.00,-300.00,A,
B,same,-200.00,-190.00,,
B1,split,190.00,190.00,,B
F,new,30.00,,,
D2,renamed,10.00,,,D
E,same,-5.00,,,
end

check 'the way back is the mirror' 0 moves --all --allow period new.csv old.csv <<'end'
account_id,move,revenue_delta,revenue_transferred,into,from
A,same,-350.00,-300.00,,
C,split,300.00,300.00,,A
B,same,200.00,190.00,,
B1,merged,-190.00,-190.00,B,
F,lost,-30.00,,,
D,renamed,-10.00,,,D2
E,same,5.00,,,
end

check 'what was merged is no loss in the bridge, and no growth' 0 kam-diff --bridge old.csv new.csv <<'end'
step,customers,revenue
old_total,5,1920.00
new,1,30.00
lost,0,0.00
merged_out,1,-300.00
merged_in,1,300.00
split_out,1,-190.00
split_in,1,190.00
grown,2,60.00
shrunk,2,-15.00
unchanged,0,0.00
new_total,6,1995.00
end

check 'the short summary has them' 0 'kam-diff -v old.csv new.csv >/dev/null' 3<<'end'
kam-diff: 7 customers: 0 up, 0 down, 1 new, 0 lost, 1 merged, 1 split, 1 renamed, 3 same; revenue from 1920.00 to 1995.00 (+75.00)
end

# ---- members lists -----------------------------------------------------------------------------

list() {
    echo account,customer,via
    tail -n +2 "$1" | cut -d, -f1,7 | tr '|' ' ' | while IFS=, read -r id members; do
        for member in $members; do echo "$member,$id,x"; done
    done
}
list old.csv >old.list
list new.csv | sort -r >new.list
cut -d, -f1-6,8- old.csv >old.plain
cut -d, -f1-6,8- new.csv >new.plain

check 'members lists say the same as the column, in any order of rows' 0 '
    moves --all old.csv new.csv >known
    moves --all --members-old old.list --members-new new.list old.plain new.plain | cmp - known
    moves --all --members-old old.list old.plain new.csv | cmp - known'
check 'they beat the column' 0 '
    { cat new.list; echo F,E,x; } | grep -v ^F,F >other.list
    moves --members-new other.list old.csv new.csv | grep F' <<'end' 3<<'err'
F,new,30.00,,,
end
kam-diff: warning: other.list: no account of 1 customer of new.csv; is it whole, and of that month?
err
check 'without either, who was merged is lost' 0 \
    'kam-diff old.plain new.plain | cut -d, -f1,4' <<'end'
account_id,move
C,lost
D2,new
D,lost
B1,new
F,new
end
check 'a list of another month is doubted' 0 \
    '{ cat new.list; echo Z,Y,x; } | kam-diff --members-new /dev/stdin old.csv new.csv >/dev/null' 3<<'end'
kam-diff: warning: /dev/stdin: 1 account of customers that aren't in new.csv; is it of that month?
end
check 'with --strict that is an error' 1 \
    '{ cat new.list; echo Z,Y,x; } | kam-diff --strict --members-new /dev/stdin old.csv new.csv 2>/dev/null'
check 'so is one that was cut off' 0 \
    'sed 2q new.list >cut.list; kam-diff --members-new cut.list old.csv new.csv >/dev/null' 3<<'end'
kam-diff: warning: cut.list: no account of 5 customers of new.csv; is it whole, and of that month?
end
check 'ids that a spreadsheet had' 0 \
    "sed 's/^\([A-F]\)/N\1/' new.plain | kam-diff old.plain - >/dev/null" 3<<'end'
kam-diff: warning: no customer of old.plain is in standard input; are the ids written in the same way?
end
check 'but not where the one customer there was is silent' 0 \
    '{ sed 1q old.csv; grep ^E old.csv; } >silent.csv
     { sed 1q new.csv; grep -e ^E -e ^F new.csv; } | moves -m lost.kam silent.csv -' <<'end'
account_id,move,revenue_delta,revenue_transferred,into,from
F,new,30.00,,,
E,lost,-5.00,,,
end
check 'an account twice in a list' 1 \
    '{ cat new.list; echo A,B,x; } >twice; kam-diff --members-new twice old.csv new.csv' 3<<'end'
kam-diff: twice:11: account: 'A' stands in twice:10 too; one row each is needed (kam-import adds the rows of an account up)
end
check 'a list without customers' 1 \
    'cut -d, -f1 new.list >none; kam-diff --members-new none old.csv new.csv' 3<<'end'
kam-diff: none: no column 'customer'; there are: account
end
check 'an account of two customers' 1 \
    "sed 's/B|B2/B|B2|C/' new.csv | kam-diff old.csv -" 3<<'end'
kam-diff: standard input:3: members: 'C' is a member of the row in line 2, too
end

# ---- returned, and lost though the window still has revenue ------------------------------------

sed 's/2026-09/2026-08/; s/^E,Epsilon/F,Phi/' old.csv >earlier.csv
check 'who was a customer earlier has returned' 0 \
    'moves --seen earlier.csv old.csv new.csv | grep ^F' <<'end'
F,returned,30.00,,,
end
sed 's/^F,Phi,\(.*\),F,/G,Gee,\1,F|G,/' earlier.csv >member.csv
check 'or an account of one' 0 'moves --seen member.csv old.csv new.csv | grep ^F' <<'end'
F,returned,30.00,,,
end
check 'several earlier ones' 0 \
    'sed "s/2026-08/2026-07/; s/^F,/H,/; s/,F,/,H,/" earlier.csv >july.csv
     moves --seen july.csv --seen earlier.csv old.csv new.csv | grep ^F' <<'end'
F,returned,30.00,,,
end
check 'it is a step of the bridge' 0 \
    'kam-diff --seen earlier.csv --bridge old.csv new.csv | sed -n "3,5p"' <<'end'
new,0,0.00
returned,1,30.00
lost,0,0.00
end
check 'an earlier one that is none' 1 kam-diff --seen new.csv old.csv new.csv 3<<'end'
kam-diff: new.csv: of 2026-10, but who was a customer before 2026-10 is asked for; give an earlier one
end
check 'one that is not there' 3 kam-diff --seen absent.csv old.csv new.csv 3<<'end'
kam-diff: absent.csv: cannot open: No such file or directory
end

check 'lost by lost-after' 0 'moves -m lost.kam old.csv new.csv | grep ^E' <<'end'
E,lost,-5.00,,,
end
check 'back again' 0 'moves -m lost.kam --allow period new.csv old.csv | grep ^E' <<'end'
E,returned,5.00,,,
end
check 'lost before, and still' 0 \
    'sed "s/15.00,1,3,E/15.00,1,4,E/; s/2026-10/2026-11/" new.csv >later.csv
     moves -m lost.kam --all new.csv later.csv | grep ^E' <<'end'
E,silent,0.00,,,
end
check 'and gone: it was counted as lost already' 0 \
    'grep -v ^E later.csv | moves -m lost.kam --all new.csv - | grep ^E
     grep -v ^E later.csv | kam-diff -m lost.kam --bridge new.csv - | grep -e total -e lost -e shrunk -e silent' <<'end'
E,silent,-15.00,,,
old_total,5,1995.00
lost,0,0.00
shrunk,0,0.00
silent,1,-15.00
new_total,5,1980.00
end
check 'one that came and was lost in between' 0 \
    'grep -v ^E old.csv >before.csv; moves -m lost.kam --all before.csv new.csv | grep ^E
     kam-diff -m lost.kam --bridge before.csv new.csv | grep -e total -e new -e silent' <<'end'
E,silent,15.00,,,
old_total,4,1900.00
new,1,30.00
silent,1,15.00
new_total,5,1995.00
end

# ---- keys and tracked columns ------------------------------------------------------------------

check 'another column says who is one customer' 0 \
    "sed 's/^\\([A-F]\\)/N\\1/' new.plain >moved.csv
     kam-diff --key account_name old.plain moved.csv | cut -d, -f1,4" <<'end'
account_id,move
C,lost
NB1,new
NF,new
end
check 'from is the id that it had, then, too' 0 \
    "sed 's/^\([A-F]\)/N\1/' new.csv >moved.csv
     kam-diff --all --key account_name old.csv moved.csv | columns account_id,move,from" <<'end'
account_id,move,from
NA,same,A
C,merged,
NB,same,B
NB1,split,B
NF,new,
ND2,same,D
NE,same,E
end
check 'a key that is not there for all' 1 \
    "sed 's/,Beta,/,,/' new.plain | kam-diff --key account_name old.plain -" 3<<'end'
kam-diff: standard input:3: account_name: empty
end
check 'a key that two have' 1 \
    "sed 's/,Phi,/,Beta,/' new.plain | kam-diff --key account_name old.plain -" 3<<'end'
kam-diff: standard input:6: account_name: 'Beta' stands in standard input:3 too; one row each is needed (kam-import adds the rows of an account up)
end
check 'a key that is no column' 1 kam-diff --key name old.plain new.plain 3<<'end'
kam-diff: old.plain: no column 'name'; there are: account_id, account_name, region, revenue, lines, idle, rank, tier_cut, tier, by, period, model
end
check 'a change that is tracked is listed' 0 \
    'kam-diff --track region,idle old.csv new.csv | cut -d, -f1,4,13-' <<'end'
account_id,move,detail,region_from,region_to,idle_from,idle_to
C,merged,,S,,0,
B,same,account B1 left,N,E,0,0
B1,split,,,S,,0
F,new,,,S,,0
D2,renamed,,S,S,0,0
E,same,,S,S,0,3
end
check 'and counts' 4 "kam-diff --exit-code --track region old.csv old.csv >/dev/null &&
    sed 's/,N,/,W,/; s/2026-09/2026-10/' old.csv | kam-diff --exit-code --track region old.csv - >/dev/null"
check 'a tracked column that one of them has' 0 \
    'kam-diff --track members old.csv new.plain | cut -d, -f1,4,13- | head -n 3' <<'end'
account_id,move,members_from,members_to
A,same,A,
C,lost,C,
end
check 'columns that are listed anyhow are not tracked' 2 kam-diff --track region,revenue old.csv new.csv 3<<'end'
kam-diff: --track: 'revenue': its cells are listed anyhow
Try 'kam-diff --help' for more information.
end
check 'or none' 1 kam-diff --track regoin old.plain new.plain 3<<'end'
kam-diff: new.plain: no column 'regoin'; did you mean 'region'; there are: account_id, account_name, region, revenue, lines, idle, rank, tier_cut, tier, by, period, model
end

finish
