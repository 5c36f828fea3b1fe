# kam-merge-group: which accounts are one customer, and who heads it.
. "$(dirname "$0")/lib.sh"

# ---- who is one customer, and who heads it ----------------------------------------------------

# accounts ID,GROUP,PAYER[,TAX]...: a table of them, a bill of 1.00 each.
accounts() {
    echo account_id,group_id,payer_id,tax,lines,revenue,2026-10
    for row in "$@"; do
        printf '%s,,,,\n' "$row" | cut -d , -f 1-4 | sed 's/$/,1,1.00,1.00/'
    done
}

# customers [OPTION]... -- ROW...: id and members of each customer. The options have no spaces.
customers() {
    options=
    while [ "$1" != -- ]; do
        options="$options $1"
        shift
    done
    shift
    accounts "$@" >table.csv
    # shellcheck disable=SC2086
    (set -f && kam-merge-group $options -t table.csv) | cut -f 1,9 | sed 1d
}

check 'links chain: A pays for B, B is in a group with C' 0 customers -- A B,G,A C,G D,H <<'end'
A	A|B|C
D	D
end
check 'group ids are no account ids' 0 customers -- A,G1 B,G1 G1 <<'end'
A	A|B
G1	G1
end
check 'an account named as its group heads it' 0 customers -- A,G1 B,G1 G1,G1 <<'end'
G1	A|B|G1
end
check 'a payer without bills heads' 0 customers -- A,,Z B,,Z <<'end'
Z	A|B|Z
end
check 'of payers the one whom nobody pays for' 0 customers -- A,,Y B,,Y Y,,Z <<'end'
Z	A|B|Y|Z
end
check 'payers in a circle: the smallest id' 0 customers -- C,,B B,,D D,,C <<'end'
B	B|C|D
end
check 'who pays for itself pays for nobody' 0 customers -- A,G B,G,B <<'end'
A	A|B
end
check 'but may pay for others' 0 customers -- A,,B B,,B <<'end'
B	A|B
end
check 'a group beats a payer' 0 customers -- G,G A,G,B <<'end'
G	A|B|G
end
check 'ids compare as bytes' 0 customers -- 10,G 9,G a,H Z,H <<'end'
10	10|9
Z	Z|a
end
check '--same' 0 customers --same tax -- A,,,1 B C,,,1 D,,,2 <<'end'
A	A|C
B	B
D	D
end
check '--same in a list or repeated; values of two columns never meet' 0 \
    customers --same tax,payer_id --same group_id --ignore-payer '*' -- A,1,,2 B,2,,1 C,,7 D,,7 <<'end'
A	A
B	B
C	C|D
end
check '--ignore-payer' 0 customers --ignore-payer Y,X -- A,,X B,,X C,,Y D,,Z <<'end'
A	A
B	B
C	C
Z	D|Z
end
check 'ids that have a bar in them' 0 customers -- 'A|1,G' 'A\2,G' <<'end'
A\2	A\\2|A\|1
end
kam-merge-group -o bars.csv table.csv
check 'and again' 0 'kam-merge-group bars.csv | cmp - bars.csv'

printf '\357\273\277Y\r\n\r\n"Q|1"\r\nR' >payers.txt
check '--ignore-payer of a file, ids one a line, and of the option' 0 \
    customers --ignore-payer @payers.txt,X -- A,,X B,,X C,,Y D,,Y E,,'Q|1' F,,'Q|1' G,,R H,,R I,,Z <<'end'
A	A
B	B
C	C
D	D
E	E
F	F
G	G
H	H
Z	I|Z
end
mkdir model
printf 'id;name\nX;"Agency; the"\nY;"b ""q"""\n' >model/payers.csv
printf '[group]\nignore-payer = "@payers.csv", Z\n' >model/m.kam
check 'the model, too, of a table beside it' 0 \
    customers --model model/m.kam -- A,,X B,,X C,,Y D,,Y E,,Z F,,Z <<'end'
A	A
B	B
C	C
D	D
E	E
F	F
end
check 'a file of none' 0 ': >none; customers --ignore-payer @none -- A,,X B,,X' <<'end'
X	A|B|X
end

cat >pairs.csv <<'end'
note,kind,account_id,parent_id,from,to
to a parent without bills,,A,HQ,,
deeper,parent,B,A,2026-10,2026-10
"not yet in force",parent,C,HQ,2026-11,
no more,parent,D,HQ,,202609
a payer,payer,E,F,2020/1/1,2030-12-31
the same,same,H,G,,
its own parent,,G,G,,
neither has a row,,K,L,,
end
check '--relations: parents, payers, the same, in force in the last month' 0 \
    customers --relations pairs.csv -- A B C D E F G H <<'end'
C	C
D	D
F	E|F
G	G|H
HQ	A|B|HQ
end
check '--ignore-payer holds for relations' 0 \
    customers --relations pairs.csv --ignore-payer F -- E F G H <<'end'
E	E
F	F
G	G|H
end
printf 'account_id;parent_id\nB;Q\nA;B\n' >tree.csv
check 'a root parent heads, whoever pays' 0 customers --relations tree.csv -- A,,0 B <<'end'
Q	0|A|B|Q
end
printf 'account_id,parent_id\nZ,Z\nA,Z\n' >self.csv
check 'its own parent is a root' 0 customers --relations self.csv -- A,,0 Z <<'end'
Z	0|A|Z
end
printf 'account_id,parent_id\nA,B\nB,A\n' >circle.csv
check 'parents in a circle are no roots' 0 customers --relations circle.csv -- A B,,P <<'end'
P	A|B|P
end
cat >circles.csv <<'end'
account_id,parent_id
c,a
a,b
b,c
z,z
z,z
y,x
x,y
x,w
w,y
nobody,nobody
end
check 'circles, once each, from the smallest id on; those of payers, too' 0 \
    'accounts a "x|1,,q" q,,x\|1 z,,z y >table.csv; sed "s/q/ｑ/g" table.csv >wide.csv
    kam-merge-group -v --relations circles.csv wide.csv | cut -d , -f 1,9' <<'end' 3<<'err'
account_id,members
a,a|b|c
w,w|x|y
x|1,x\|1|ｑ
z,z
end
kam-merge-group: parents in a circle: 'z' -> 'z'
kam-merge-group: parents in a circle: 'a' -> 'b' -> 'c' -> 'a'
kam-merge-group: parents in a circle: 'w' -> 'y' -> 'x' -> 'w'
kam-merge-group: parents in a circle: 'x' -> 'y' -> 'x'
kam-merge-group: payers in a circle: 'x|1' -> 'ｑ' -> 'x|1'
kam-merge-group: 5 accounts, 4 customers, the largest 'a' with 3 members
err
(echo account_id,parent_id; seq 1000 1099 | awk '{ print $1 "," ($1 + 1 - ($1 == 1099) * 100) }'
    seq 2000 2048 | awk '{ print $1 "," $1 }') >circles.csv
check 'a long one, and many' 0 \
    'accounts 1050 $(seq 2000 2050) >table.csv; kam-merge-group -v --relations circles.csv table.csv 2>&1 >out.csv | sed -n "1p; 20,\$ p"
    kam-merge-group -v out.csv 2>&1 >again.csv; cmp out.csv again.csv' <<'end'
kam-merge-group: parents in a circle: '2000' -> '2000'
kam-merge-group: parents in a circle: '2019' -> '2019'
kam-merge-group: 30 more circles of parents
kam-merge-group: 52 accounts, 52 customers, the largest '1000' with 100 members
kam-merge-group: 52 accounts, 52 customers, the largest '1000' with 100 members
end
check 'its path is cut short' 0 \
    'sed 101q circles.csv | kam-merge-group -v --relations - table.csv 2>&1 >out.csv | sed 1q' <<'end'
kam-merge-group: parents in a circle: '1000' -> '1001' -> '1002' -> '1003' -> '1004' -> '1005' -> '1006' -> '1007' -> 92 more -> '1000'
end
check 'relations from standard input' 0 \
    'accounts A B C >table.csv; kam-merge-group --relations - table.csv <circle.csv | cut -d , -f 1' <<'end'
account_id
A
C
end

printf 'account_id,parent_id\nx,0\n' >top.csv
check 'the attributes of a head without bills are of whom would head else' 0 \
    'accounts A,x,HQ,1 B,x,HQ,2 x,x,HQ,3 >table.csv
    kam-merge-group --same tax --relations top.csv --members-out list.csv table.csv |
        cut -d , -f 1,4,9,10
    cut -d , -f 1-3 list.csv' <<'end'
account_id,tax,members,own_revenue
0,3,0|A|B|HQ|x,0.00
account,customer,via
0,0,head
A,0,group:x
B,0,group:x
HQ,0,payer:HQ
x,0,group:x
end

printf 'account_id,parent_id,kind\nC,Q,\nB,Q,\nD,E,same\n' >more.csv
check 'via is the strongest link: group, parent, payer, same' 0 \
    'accounts A,g,P,1 B,g C,,P,1 D,,,1 E,h,,2 >table.csv
    kam-merge-group --same tax --relations more.csv --members-out list.csv table.csv >out.csv
    cut -d , -f 1-3 list.csv' <<'end' 3<<'err'
account,customer,via
A,Q,group:g
B,Q,group:g
C,Q,parent:Q
D,Q,same:tax=1
E,Q,same:E
P,Q,payer:P
Q,Q,head
end
kam-merge-group: warning: customer 'Q' has the groups 'g' and 'h', which only hold together by 'same:tax=1' (5 + 2 accounts), account 'D' (5 + 1), 'same:E' (6 + 1)
err

# ---- accounts that were renamed -----------------------------------------------------------------

# renamed ROW...: renames.csv says so.
renamed() {
    echo account_id,parent_id,kind,from,to >renames.csv
    for row in "$@"; do
        printf '%s,,,,\n' "$row" | cut -d , -f 1-5 | awk -F, -v OFS=, '{ if ($3 == "") $3 = "renamed"; print }'
    done >>renames.csv
}

renamed a,b b,c
check 'the newest id heads, although it is greater and has no bills' 0 \
    customers --relations renames.csv -- a b d <<'end'
c	a|b|c
d	d
end
renamed b,c,,2026-05 a,b,,2025-01 c,d,,2026-11
check 'in any order, and what is in force by then' 0 customers --relations renames.csv -- a b d <<'end'
c	a|b|c
d	d
end
renamed a,b,,,2026-09 b,a,,2026-10
check 'renamed back, once the older one has ended' 0 customers --relations renames.csv -- a b <<'end'
a	a|b
end
renamed a,a b,b
check 'into itself is no renaming' 0 customers --relations renames.csv -- a b <<'end'
a	a
b	b
end
renamed a,c b,c a,c,,2026-01
check 'two accounts become one; what is said twice holds' 0 \
    customers --relations renames.csv -- a b <<'end'
c	a|b|c
end
renamed a,z
check 'what an old id is to others the newest is: payer, parent, group' 0 \
    customers --relations renames.csv -- a b,,a c,,a <<'end'
z	a|b|c|z
end
check 'a group of its name' 0 customers --relations renames.csv -- a,a,P b,a P <<'end'
z	P|a|b|z
end
renamed a,z a,b,parent z,c,parent
check 'but the rules of heads hold between different accounts' 0 \
    customers --relations renames.csv -- a b d <<'end'
b	a|b|c|z
d	d
end
renamed b,z z,a,payer y,b,payer
check 'a payer that was renamed is paid by another: no payer of the first rank' 0 \
    customers --relations renames.csv -- b y a <<'end'
a	a|b|y|z
end
renamed P,Q
check '--ignore-payer knows a payer by all of its ids' 0 \
    customers --relations renames.csv --ignore-payer Q -- a,,P b,,P <<'end'
a	a
b	b
end
check 'the older one, too' 0 customers --relations renames.csv --ignore-payer P -- a,,Q b,,P <<'end'
a	a
b	b
end
renamed '"a|1","b ""2"""' 'x,"ｙ，１"'
check 'ids with bars and quotes, ids in full width' 0 \
    customers --relations renames.csv -- 'a|1' x <<'end'
"b ""2"""	"a\|1|b ""2"""
ｙ，１	x|ｙ，１
end

renamed a,b b,c d,e
accounts a,,,t7 b,,,t8 c,g,,t9 d f,g >table.csv
check 'history goes along: own revenue of all ids, attributes of the newest' 0 \
    'kam-merge-group --relations renames.csv --members-out list.csv table.csv | cut -d , -f 1,4,6,8-
    cat list.csv' <<'end'
account_id,tax,revenue,member_count,members,own_revenue,branch_revenue
c,t9,4.00,4,a|b|c|f,3.00,1.00
e,,1.00,2,d|e,1.00,0.00
account,customer,via,revenue,share,months
a,c,renamed:c,1.00,0.250000,1
b,c,renamed:c,1.00,0.250000,1
c,c,head,1.00,0.250000,1
f,c,group:g,1.00,0.250000,1
d,e,renamed:e,1.00,1.000000,1
e,e,head,0.00,0.000000,0
end
kam-merge-group --relations renames.csv -o merged.csv table.csv
check 'twice is once, with the list or without' 0 \
    'kam-merge-group --relations renames.csv merged.csv | cmp - merged.csv
    kam-merge-group merged.csv | cmp - merged.csv'
sed '/^c,/d' table.csv >older.csv
check 'without a row of the newest id, the attributes of the one before' 0 \
    'kam-merge-group --relations renames.csv older.csv | sed -n 2p | cut -d , -f 1,2,4,6,8-' <<'end'
c,,t8,2.00,3,a|b|c,2.00,0.00
end
accounts a,g b,g x >table.csv
kam-merge-group -o merged.csv table.csv
renamed a,x
check 'a merged row whose head was renamed is called that' 0 \
    'kam-merge-group --relations renames.csv merged.csv | cut -d , -f 1,9-' <<'end'
account_id,members,own_revenue,branch_revenue
x,a|b|x,2.00,1.00
end
renamed a,b
check 'into one of its members' 0 \
    'kam-merge-group --relations renames.csv --members-out list.csv merged.csv | cut -d , -f 1,9-
    cut -d , -f 1-4 list.csv' <<'end'
account_id,members,own_revenue,branch_revenue
b,a|b,1.00,1.00
x,x,1.00,0.00
account,customer,via,revenue
a,b,renamed:b,1.00
b,b,head,
x,x,single,1.00
end
renamed b,x
check 'a member that was renamed brings its row along' 0 \
    'kam-merge-group --relations renames.csv --members-out list.csv merged.csv | cut -d , -f 1,9-
    cut -d , -f 1-4 list.csv' <<'end'
account_id,members,own_revenue,branch_revenue
a,a|b|x,1.00,2.00
account,customer,via,revenue
a,a,head,1.00
b,a,renamed:x,
x,a,renamed:x,1.00
end
renamed x,b
check 'and so does one that it was renamed into' 0 \
    'kam-merge-group --relations renames.csv merged.csv | cut -d , -f 1,9-' <<'end'
account_id,members,own_revenue,branch_revenue
a,a|b|x,1.00,2.00
end
(echo account_id,parent_id,kind; seq 1 20000 | awk '{ print "r" $1 ",r" $1 + 1 ",renamed" }') >long.csv
check 'a chain of 20,000 renamings' 0 \
    'accounts r1 r20001 >table.csv
    kam-merge-group --max-members 30000 --relations long.csv table.csv | cut -d , -f 1,6,8,10-' <<'end'
account_id,revenue,member_count,own_revenue,branch_revenue
r20001,2.00,20001,2.00,0.00
end

# ---- one wrong id -----------------------------------------------------------------------------

# shellcheck disable=SC2046
check 'a payer of more than 20 accounts is named' 0 \
    'accounts $(seq -f "a%02g,,P" 21) >table.csv; kam-merge-group table.csv | wc -l' <<'end' 3<<'err'
2
end
kam-merge-group: warning: 'P' pays for 21 accounts, which makes them one customer (without it 22 x 1 accounts); if they aren't, --ignore-payer
err
check 'not one of 20' 0 'sed 2d table.csv >20.csv; kam-merge-group 20.csv | wc -l' <<'end'
2
end
accounts A,g,P B,,P C,,P D,g E,x F,x >table.csv
check '--max-members' 1 kam-merge-group --max-members 4 --members-out list table.csv 3<<'end'
kam-merge-group: customer 'P' would have 5 members, more than 4; most of them come by 'payer:P' (4 accounts), 'group:g' (2); it falls apart without 'payer:P' (2 + 3 x 1 accounts), account 'A' (3 + 1), 'group:g' (4 + 1); if an id is wrong, correct it (or see --ignore-payer), else raise --max-members
end
check 'and no list of members' 1 test -e list
check 'others that are too large' 1 kam-merge-group --max-members 1 table.csv 3<<'end'
kam-merge-group: customer 'P' would have 5 members, more than 1; most of them come by 'payer:P' (4 accounts), 'group:g' (2); it falls apart without 'payer:P' (2 + 3 x 1 accounts), account 'A' (3 + 1), 'group:g' (4 + 1); if an id is wrong, correct it (or see --ignore-payer), else raise --max-members; so would 'E' (2)
end
# shellcheck disable=SC2046
check 'one tax number ties two groups: found, with the sizes, among hubs that tie more' 1 \
    'accounts $(seq -f "a%03g,g" 300) $(seq -f "b%03g,,,9" 200) b000,h,,x a000,g,,x \
        $(seq -f "c%03g,h" 100) b200,h,,9 >table.csv
    sed "/^b200,,/d" table.csv >big.csv
    kam-merge-group --same tax --max-members 300 big.csv' 3<<'end'
kam-merge-group: customer 'a000' would have 602 members, more than 300; most of them come by 'group:g' (301 accounts), 'same:tax=9' (200), 'group:h' (102); it falls apart without 'same:tax=x' (2 x 301 accounts), account 'a000' (301 + 300), account 'b000' (301 + 300); if an id is wrong, correct it (or see --ignore-payer), else raise --max-members
end
check 'groups that hold together in two ways; in a circle no id holds alone' 0 \
    'accounts A,g,,1 B,h,,1 C,g,,2 D,h,,2 >table.csv; kam-merge-group --same tax table.csv | cut -d , -f 9' <<'end' 3<<'err'
members
A|B|C|D
end
kam-merge-group: warning: customer 'A' has the groups 'g' and 'h', which hold together in more ways than one
err
check 'a group of one account' 0 \
    'accounts A,g,P B,,P C,h,P D,i >table.csv; kam-merge-group table.csv | cut -d , -f 9' <<'end' 3<<'err'
members
D
A|B|C|P
end
kam-merge-group: warning: customer 'P' has the groups 'g' and 'h', which only hold together by 'payer:P' (4 x 1 accounts), account 'A' (3), account 'C' (3)
err
check 'three groups, without the payer two' 0 \
    'accounts A,g,P B,h,P C,i,P >table.csv; kam-merge-group --ignore-payer P table.csv; kam-merge-group table.csv | wc -l' <<'end' 3<<'err'
account_id,group_id,payer_id,tax,lines,revenue,2026-10,member_count,members,own_revenue,branch_revenue
A,g,P,,1,1.00,1.00,1,A,1.00,0.00
B,h,P,,1,1.00,1.00,1,B,1.00,0.00
C,i,P,,1,1.00,1.00,1,C,1.00,0.00
2
end
kam-merge-group: warning: customer 'P' has the groups 'g' and 'h' and 1 more, which only hold together by 'payer:P' (4 x 1 accounts), account 'A' (3), account 'B' (3)
err
# shellcheck disable=SC2046
check 'payers that are not all, and bounded' 0 \
    'accounts P,g $(seq -f "a%02g,g,P" 22) $(seq 25 | awk "{ print \"x\" \$1 \",k\" \$1 \",p\" \$1 \"\\ny\" \$1 \",l\" \$1 \",p\" \$1 }") >table.csv
    kam-merge-group table.csv 2>&1 >/dev/null | sed -n "1p;2p;21,\$ p"' <<'end'
kam-merge-group: warning: 'P' pays for 22 accounts, and these would be one customer without that, too; if they aren't, look at their other ids
kam-merge-group: warning: customer 'p1' has the groups 'k1' and 'l1', which only hold together by 'payer:p1' (3 x 1 accounts), account 'x1' (2), account 'y1' (2)
kam-merge-group: warning: customer 'p4' has the groups 'k4' and 'l4', which only hold together by 'payer:p4' (3 x 1 accounts), account 'x4' (2), account 'y4' (2)
kam-merge-group: warning: 5 more customers have several groups
end
(
    accounts
    awk 'BEGIN { for (i = 0; i < 100000; i++) printf "%06d,g%d,P,,1,1.00,1.00\n", i, i }'
) >table.csv
check '100,000 accounts and groups under one payer, in time that grows with their number' 0 \
    'timeout 60 kam-merge-group --max-members 200000 --members-out list.csv table.csv | cut -d , -f 1,6,8,10-
    tail -n 1 list.csv' <<'end' 3<<'err'
account_id,revenue,member_count,own_revenue,branch_revenue
P,100000.00,100001,0.00,100000.00
P,P,head,0.00,0.000000,0
end
kam-merge-group: warning: 'P' pays for 100000 accounts, which makes them one customer (without it 100001 x 1 accounts); if they aren't, --ignore-payer
kam-merge-group: warning: customer 'P' has the groups 'g0' and 'g1' and 99998 more, which only hold together by 'payer:P' (100001 x 1 accounts), account '000000' (100000), account '000001' (100000)
err
accounts A,g,P B,,P C,,P D,g E,x F,x >table.csv
check 'as many as that are fine' 0 'kam-merge-group --max-members 5 table.csv | wc -l' <<'end'
3
end

finish
