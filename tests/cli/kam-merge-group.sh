# kam-merge-group: which accounts are one customer, who heads it, and what its row says.
. "$(dirname "$0")/lib.sh"

# ---- the row of a customer --------------------------------------------------------------------

cat >bills.csv <<'end'
account,name,group,payer,month,amount,cost,service,usage,credit
A,Alpha,G1,,2026-08,100,40,fixed,5,B
A,Alpha,G1,,2026-10,50,20,mobile,6,B
B,"Beta, Ltd",G1,,2026-10,30.5,10,fixed,7,A
C,Gamma,,P,2026-10,20,5,cloud,1,C
D,Delta,,B,2026-09,10,5,cloud,1,
E,Eps,,,2026-07,-1,0,fixed,9,A
end
kam-import --account account --name name --group group --payer payer --month month \
    --amount amount --cost cost --service service --keep credit --sum usage \
    --window 4 --period 2026-10 bills.csv >accounts.csv

check 'measures merge as records do, figures are computed anew, the rest is what the head has' 0 \
    kam-merge-group --sum usage --members-out members.csv accounts.csv <<'end'
account_id,account_name,group_id,payer_id,credit,lines,months,first_month,last_month,idle,age,revenue,period_revenue,cost,margin,margin_rate,average,peak_share,growth,growth_3,growth_yoy,services,service_count,usage,2026-07,2026-08,2026-09,2026-10,member_count,members,own_revenue
B,"Beta, Ltd",G1,,A,4,3,2026-08,2026-10,0,2,190.50,80.50,75.00,115.50,0.6063,63.5000,0.5249,-0.0950,,,cloud|fixed|mobile,3,19.00,,100.00,10.00,80.50,3,A|B|D,30.50
E,Eps,,,A,1,1,2026-07,2026-07,3,3,-1.00,,0.00,-1.00,,-1.0000,,,,,fixed,1,9.00,-1.00,,,,1,E,-1.00
P,Gamma,,P,C,1,1,2026-10,2026-10,0,0,20.00,20.00,5.00,15.00,0.7500,20.0000,1.0000,,,,cloud,1,1.00,,,,20.00,2,C|P,0.00
end

check 'the members list says who is where, why, and how much of it' 0 cat members.csv <<'end'
account,customer,via,revenue,share
A,B,group:G1,150.00,0.787402
B,B,head,30.50,0.160105
D,B,payer:B,10.00,0.052493
E,E,single,-1.00,
C,P,payer:P,20.00,1.000000
P,P,head,0.00,0.000000
end

cat >edited.csv <<'end'
revenue,note,average,account_id,2026-09,2026-10,lines
12.5,"a ""b"", c","about 6,25",X2,2.50,10,7
3,,,X1,3.000,,1
end
check 'a customer of one account keeps every byte of its row' 0 kam-merge-group edited.csv <<'end'
revenue,note,average,account_id,2026-09,2026-10,lines,member_count,members,own_revenue
3,,,X1,3.000,,1,1,X1,3
12.5,"a ""b"", c","about 6,25",X2,2.50,10,7,1,X2,12.5
end

kam-merge-group --sum usage accounts.csv >merged.csv
check 'merging what is merged changes nothing' 0 \
    'kam-merge-group --sum usage merged.csv | cmp - merged.csv'
check 'the members of merged rows are known by the row they are in' 0 \
    'kam-merge-group --members-out list.csv merged.csv >again.csv; cat list.csv' <<'end'
account,customer,via,revenue,share
A,B,members:B,,
B,B,head,30.50,0.160105
D,B,members:B,,
E,E,single,-1.00,
C,P,members:P,,
P,P,head,0.00,0.000000
end

cat >pairs.csv <<'end'
account_id,parent_id
D,C
E,P
end
check 'merged rows unite through their members' 0 \
    'kam-merge-group -t --sum usage --relations pairs.csv merged.csv | cut -f 1,2,12,24-' <<'end'
account_id	account_name	revenue	usage	2026-07	2026-08	2026-09	2026-10	member_count	members	own_revenue
P	Gamma	209.50	29.00	-1.00	100.00	10.00	100.50	6	A|B|C|D|E|P	0.00
end

cat >two.csv <<'end'
account_id,lines,revenue,2026-10,member_count,members,own_revenue
B,1,5.00,5.00,2,B|X,5.00
A,2,7.00,7.00,2,A|X,6.00
C,1,1.00,1.00,1,C,1.00
D,1,1.00,1.00,,,
end
check 'two tables that know one member unite by it' 0 \
    'kam-merge-group --members-out list.csv two.csv; cut -d , -f 1-4 list.csv' <<'end'
account_id,lines,revenue,2026-10,member_count,members,own_revenue
A,3,12.00,12.00,3,A|B|X,6.00
C,1,1.00,1.00,1,C,1.00
D,1,1.00,1.00,1,D,1.00
account,customer,via,revenue
A,A,head,6.00
B,A,members:X,5.00
X,A,members:A,
C,C,single,1.00
D,D,single,1.00
end

check 'a header without rows gives one' 0 'head -n 1 edited.csv | kam-merge-group -v' <<'end' 3<<'err'
revenue,note,average,account_id,2026-09,2026-10,lines,member_count,members,own_revenue
end
kam-merge-group: 0 accounts, 0 customers
err

check '-v' 0 'kam-merge-group -v --sum usage accounts.csv >/dev/null' 3<<'end'
kam-merge-group: 5 accounts, 3 customers, the largest 'B' with 3 members
end

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
    cut -d , -f 1-3 list.csv' <<'end'
account,customer,via
A,Q,group:g
B,Q,group:g
C,Q,parent:Q
D,Q,same:tax=1
E,Q,same:E
P,Q,payer:P
Q,Q,head
end

# ---- the model --------------------------------------------------------------------------------

mkdir rules
cat >rules/company.kam <<'end'
[import]
sum = usage
collect = tag
[group]
same = tax
relations = pairs.csv
ignore-payer = X
max-members = 3
[attribute credit]
merge = min
[attribute limit]
merge = max
[attribute region]
merge = set
[attribute staff]
merge = sum
[attribute grade]
merge = head
end
printf 'account_id,parent_id\nC,B\n' >rules/pairs.csv
cat >table.csv <<'end'
account_id,payer_id,tax,usage,tag,tag_count,credit,limit,region,staff,grade,lines,revenue,2026-10
A,X,7,1.5,x|y,2,0.50,,north,,2,1,1.00,1.00
B,X,7,2.25,y|z,2,.5,-3,south,,1,1,1.00,1.00
C,X,,3,,0,4,-3.0,north,,3,1,1.00,1.00
D,X,9,4,,0,1,1,1,1,1,1,1.00,1.00
end
check '[group], [attribute] and [import]' 0 kam-merge-group -m rules/company.kam table.csv <<'end'
account_id,payer_id,tax,usage,tag,tag_count,credit,limit,region,staff,grade,lines,revenue,2026-10,member_count,members,own_revenue
B,X,7,6.75,x|y|z,3,.5,-3,north|south,,1,3,3.00,3.00,3,A|B|C,1.00
D,X,9,4,,0,1,1,1,1,1,1,1.00,1.00,1,D,1.00
end
printf 'account_id,parent_id\nD,C\n' >other.csv
check 'an option takes the place of its key' 0 \
    'kam-merge-group -m rules/company.kam --same grade --relations other.csv --ignore-payer Y \
        --max-members 5 --sum tax table.csv | cut -d , -f 1,3,15-' <<'end'
account_id,tax,member_count,members,own_revenue
C,23.00,5,A|B|C|D|X,1.00
end

cat >numbers.csv <<'end'
account_id,group_id,usage,phone,name,lines,revenue,2026-10
A,G,5,1,a,1,1.00,1.00
B,G,5.0,2,b,1,1.00,1.00
C,G,,2,c,1,1.00,1.00
D,H,3,1,4,1,1.00,1.00
E,H,4,1,d,1,1.00,1.00
end
warning="kam-merge-group: warning: column usage: accounts of one customer have different numbers \
('5' and '3' in customer 'A'), and the head's is taken; say --sum usage, or in the model \
[attribute usage] merge = sum, max, min, set or head"
echo "$warning" >warning
check 'different numbers of one customer are warned about, once a column' 0 \
    'kam-merge-group --same phone numbers.csv | cut -d , -f 1-5' <<'end' 3<warning
account_id,group_id,usage,phone,name
A,G,5,1,a
end
echo 'kam-merge-group: 1 warning, and --strict makes that an error' >>warning
check '--strict makes that an error' 1 kam-merge-group --strict --same phone numbers.csv 3<warning
check 'who says what to do is not warned' 0 \
    'kam-merge-group --same phone --collect usage --strict numbers.csv | cut -d , -f 1-5' <<'end'
account_id,group_id,usage,phone,name
A,G,3|4|5|5.0,1,a
end

# ---- one wrong id -----------------------------------------------------------------------------

# shellcheck disable=SC2046
check 'a payer of more than 20 accounts is named' 0 \
    'accounts $(seq -f "a%02g,,P" 21) >table.csv; kam-merge-group table.csv | wc -l' <<'end' 3<<'err'
2
end
kam-merge-group: warning: 'P' pays for 21 accounts, which makes them one customer; if they aren't, --ignore-payer
err
check 'not one of 20' 0 'sed 2d table.csv >20.csv; kam-merge-group 20.csv | wc -l' <<'end'
2
end
accounts A,g,P B,,P C,,P D,g E,x F,x >table.csv
check '--max-members' 1 kam-merge-group --max-members 4 --members-out list table.csv 3<<'end'
kam-merge-group: customer 'P' would have 5 members, more than 4; most of them come by 'payer:P' (4 accounts), 'group:g' (2); if an id is wrong, correct it (or see --ignore-payer), else raise --max-members
end
check 'and no list of members' 1 test -e list
check 'as many as that are fine' 0 'kam-merge-group --max-members 5 table.csv | wc -l' <<'end'
3
end

# ---- bad input --------------------------------------------------------------------------------

# bad WHAT MESSAGE [OPTION]... <TABLE: the table is rejected.
bad() {
    bad_what=$1
    cat >bad.csv
    echo "kam-merge-group: $2" >../message
    shift 2
    check "$bad_what" 1 kam-merge-group "$@" bad.csv </dev/null 3<../message
}

bad 'no account_id' "bad.csv: no column 'account_id'; there are: id, lines, revenue" <<'end'
id,lines,revenue
end
bad 'no revenue' "bad.csv:1: no column 'revenue': a measure that some inputs have and others lack" <<'end'
account_id,lines
end
bad 'an empty id' 'bad.csv:3: account_id: empty' <<'end'
account_id,lines,revenue
A,0,0.00
,0,0.00
end
bad 'an id twice' "bad.csv:4: account_id: 'A' stands in bad.csv:2 too; one row each is needed (kam-import adds the rows of an account up)" <<'end'
account_id,lines,revenue
A,0,0.00
B,0,0.00
A,0,0.00
end
bad 'months that do not add up, in a row that merges with none' \
    "bad.csv:3: revenue: '3.00', but the month cells add up to 2.00; was the row edited?" <<'end'
account_id,lines,revenue,2026-10
A,1,1.00,1.00
B,1,3.00,2.00
end
bad 'a gap between months' \
    "bad.csv:1: 2026-10: the month columns have to follow each other without a gap, oldest first" <<'end'
account_id,lines,revenue,2026-08,2026-10
end
bad 'scores of accounts are none of customers' \
    "bad.csv:1: score: what kam-score says of accounts doesn't hold for customers; merge first, then score and tier" <<'end'
account_id,lines,revenue,score
end
bad 'nor are tiers' \
    "bad.csv:1: rank: what kam-tier says of accounts doesn't hold for customers; merge first, then score and tier" <<'end'
account_id,lines,revenue,rank
end
bad 'a figure that nothing is left to compute from' \
    "bad.csv:1: margin: can't be computed for customers without the columns it comes from; leave it out, too" <<'end'
account_id,lines,revenue,margin
end
bad 'text to add up' "bad.csv:3: staff: not a number: 'many'" --sum staff <<'end'
account_id,lines,revenue,staff
A,0,0.00,
B,0,0.00,many
end
printf '[attribute credit]\nmerge = max\n' >max.kam
bad 'text to find the largest of' "bad.csv:3: credit: not a number: 'A'" -m max.kam <<'end'
account_id,lines,revenue,credit
A,0,0.00,
B,0,0.00,A
end
bad 'no column to add up' "bad.csv: no column 'staf'; did you mean 'staff'; there are: account_id, lines, revenue, staff" --sum staf <<'end'
account_id,lines,revenue,staff
end
bad 'no column to compare' "bad.csv: no column 'tax'; there are: account_id, lines, revenue, staff" --same tax <<'end'
account_id,lines,revenue,staff
end
bad 'a sum too large' "bad.csv:3: the sum of customer 'A' becomes too large" <<'end'
account_id,group_id,lines,revenue,2026-10
A,G,1,100000000000000000000,100000000000000000000
B,G,1,100000000000000000000,100000000000000000000
end

accounts A B >table.csv

# relation WHAT MESSAGE ROW...: the list of relations is rejected.
relation() {
    relation_what=$1
    echo "kam-merge-group: $2" >../message
    shift 2
    printf '%s\n' "$@" >r.csv
    check "$relation_what" 1 kam-merge-group --relations r.csv table.csv 3<../message
}

relation 'relations without parents' "r.csv: no column 'parent_id'; did you mean 'parent'; there are: account_id, parent" \
    account_id,parent A,B
relation 'an empty parent' 'r.csv:3: parent_id: empty: a pair has two ids' \
    account_id,parent_id A,B A,
relation 'what is no month' \
    "r.csv:2: to: not a month: '2026-13'; one is written as 2026-10, an open end is left empty" \
    account_id,parent_id,to A,B,2026-13
relation 'an end before its beginning' "r.csv:2: to: '2026-01' is before the beginning, '2026-02'" \
    account_id,parent_id,from,to A,B,2026-02,2026-01
relation 'an unknown kind, though it is not in force' \
    "r.csv:3: kind: unknown: 'renamed'; a kind is parent, payer or same" \
    account_id,parent_id,kind,to A,B,parent, A,B,renamed,2020-01
relation 'a row too short' 'r.csv:2: too few fields for the header (1 instead of 2)' account_id,parent_id A
relation 'nothing at all' 'r.csv: empty, not even a header: did the command before it fail?' ''
check 'no such list' 3 kam-merge-group --relations absent.csv table.csv 3<<'end'
kam-merge-group: absent.csv: cannot open: No such file or directory
end
printf 'account_id,lines,revenue\nA,0,0.00\n' >monthless.csv
printf 'account_id,parent_id,from\nA,B,\nA,B,2026-01\n' >r.csv
check 'a table without months has no relations that end' 1 \
    kam-merge-group --relations r.csv monthless.csv 3<<'end'
kam-merge-group: r.csv:3: the account table has no month columns, so it can't be said whether this pair is in force
end

# ---- wrong usage ------------------------------------------------------------------------------

check 'a column that is both' 2 kam-merge-group --sum tax --collect lines,tax table.csv 3<<'end'
kam-merge-group: column 'tax' can't be both a sum and a set
end
check 'a figure is no attribute' 2 kam-merge-group --same revenue table.csv 3<<'end'
kam-merge-group: column 'revenue' can't unite accounts: it is no attribute of theirs
end
check 'nor is it added up otherwise' 2 kam-merge-group --collect group_id table.csv 3<<'end'
kam-merge-group: column 'group_id' can't become a set: kam knows how it merges
end
check 'what unites accounts can not add up' 2 kam-merge-group --same tax --sum tax table.csv 3<<'end'
kam-merge-group: column 'tax' can't become a sum: equal values in it unite accounts
end
check 'an empty name in a list' 2 kam-merge-group --same tax, table.csv 3<<'end'
kam-merge-group: --same: a value is missing
end
check 'two outputs that are one' 2 kam-merge-group -o out.csv --members-out ./out.csv table.csv 3<<'end'
kam-merge-group: two outputs go to one file: out.csv and ./out.csv
Try 'kam-merge-group --help' for more information.
end
check 'standard output twice' 2 kam-merge-group --members-out - table.csv 3<<'end'
kam-merge-group: two outputs go to one file: - and -
Try 'kam-merge-group --help' for more information.
end
check 'standard input twice' 2 kam-merge-group --relations - - 3<<'end'
kam-merge-group: --relations: standard input is the account table already
Try 'kam-merge-group --help' for more information.
end
check 'nobody has no members' 2 kam-merge-group --max-members 0 table.csv 3<<'end'
kam-merge-group: --max-members: '0': a whole number from 1 to 4294967295 is needed
Try 'kam-merge-group --help' for more information.
end

# ---- currencies

printf 'account,payer,month,amount,currency\n1,2,2026-10,3,EUR\n2,,2026-10,4,EUR\n' | kam-import -o eur.csv
check 'the currency of the accounts is that of their customer' 0 \
    'kam-merge-group eur.csv | cut -d, -f 1,3,4,10,17-' <<'end'
account_id,currency,lines,revenue,2026-10,member_count,members,own_revenue
2,EUR,2,7.00,7.00,2,1|2,4.00
end
check 'nothing else it could become' 2 kam-merge-group --collect currency eur.csv 3<<'end'
kam-merge-group: column 'currency' can't become a set: kam knows how it merges
end
check 'two currencies, from tables put together' 1 \
    'sed "1d; s/^/x/; s/EUR/USD/" eur.csv | cat eur.csv - | kam-merge-group' 3<<'end'
kam-merge-group: standard input:4: currency: 'USD', but there are rows with 'EUR': currencies can't be added up; merge the table of each alone
end

finish
