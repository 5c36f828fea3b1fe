# kam-merge-group: what the row of a customer says.
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
account_id,account_name,group_id,payer_id,credit,lines,months,first_month,last_month,idle,age,revenue,period_revenue,cost,margin,margin_rate,average,peak_share,growth,growth_3,growth_yoy,services,service_count,usage,2026-07,2026-08,2026-09,2026-10,member_count,members,own_revenue,branch_revenue
B,"Beta, Ltd",G1,,A,4,3,2026-08,2026-10,0,2,190.50,80.50,75.00,115.50,0.6063,63.5000,0.5249,-0.0950,,,cloud|fixed|mobile,3,19.00,,100.00,10.00,80.50,3,A|B|D,30.50,160.00
E,Eps,,,A,1,1,2026-07,2026-07,3,3,-1.00,,0.00,-1.00,,-1.0000,,,,,fixed,1,9.00,-1.00,,,,1,E,-1.00,0.00
P,Gamma,,P,C,1,1,2026-10,2026-10,0,0,20.00,20.00,5.00,15.00,0.7500,20.0000,1.0000,,,,cloud,1,1.00,,,,20.00,2,C|P,0.00,20.00
end

check 'the members list says who is where, why, and how much of it' 0 cat members.csv <<'end'
account,customer,via,revenue,share,months
A,B,group:G1,150.00,0.787402,2
B,B,head,30.50,0.160105,1
D,B,payer:B,10.00,0.052493,1
E,E,single,-1.00,,1
C,P,payer:P,20.00,1.000000,1
P,P,head,0.00,0.000000,0
end

cat >edited.csv <<'end'
revenue,note,average,account_id,2026-09,2026-10,lines
12.5,"a ""b"", c","about 6,25",X2,2.50,10,7
3,,,X1,3.000,,1
end
check 'a customer of one account keeps every byte of its row' 0 kam-merge-group edited.csv <<'end'
revenue,note,average,account_id,2026-09,2026-10,lines,member_count,members,own_revenue,branch_revenue
3,,,X1,3.000,,1,1,X1,3,0.00
12.5,"a ""b"", c","about 6,25",X2,2.50,10,7,1,X2,12.5,0.00
end

kam-merge-group --sum usage accounts.csv >merged.csv
check 'merging what is merged changes nothing' 0 \
    'kam-merge-group --sum usage merged.csv | cmp - merged.csv'
check 'the members of merged rows are known by the row they are in' 0 \
    'kam-merge-group --members-out list.csv merged.csv >again.csv; cat list.csv' <<'end'
account,customer,via,revenue,share,months
A,B,members:B,,,
B,B,head,30.50,0.160105,
D,B,members:B,,,
E,E,single,-1.00,,1
C,P,members:P,,,
P,P,head,0.00,0.000000,
end

cat >pairs.csv <<'end'
account_id,parent_id
D,C
E,P
end
check 'merged rows unite through their members' 0 \
    'kam-merge-group -t --sum usage --relations pairs.csv merged.csv | cut -f 1,2,12,24-' <<'end'
account_id	account_name	revenue	usage	2026-07	2026-08	2026-09	2026-10	member_count	members	own_revenue	branch_revenue
P	Gamma	209.50	29.00	-1.00	100.00	10.00	100.50	6	A|B|C|D|E|P	0.00	209.50
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
account_id,lines,revenue,2026-10,member_count,members,own_revenue,branch_revenue
A,3,12.00,12.00,3,A|B|X,6.00,6.00
C,1,1.00,1.00,1,C,1.00,0.00
D,1,1.00,1.00,1,D,1.00,0.00
account,customer,via,revenue
A,A,head,6.00
B,A,members:X,5.00
X,A,members:A,
C,C,single,1.00
D,D,single,1.00
end

check 'a header without rows gives one' 0 'head -n 1 edited.csv | kam-merge-group -v' <<'end' 3<<'err'
revenue,note,average,account_id,2026-09,2026-10,lines,member_count,members,own_revenue,branch_revenue
end
kam-merge-group: 0 accounts, 0 customers
err

check '-v' 0 'kam-merge-group -v --sum usage accounts.csv >/dev/null' 3<<'end'
kam-merge-group: 5 accounts, 3 customers, the largest 'B' with 3 members
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
account_id,payer_id,tax,usage,tag,tag_count,credit,limit,region,staff,grade,lines,revenue,2026-10,member_count,members,own_revenue,branch_revenue
B,X,7,6.75,x|y|z,3,.5,-3,north|south,,1,3,3.00,3.00,3,A|B|C,1.00,2.00
D,X,9,4,,0,1,1,1,1,1,1,1.00,1.00,1,D,1.00,0.00
end
printf 'account_id,parent_id\nD,C\n' >other.csv
check 'an option takes the place of its key' 0 \
    'kam-merge-group -m rules/company.kam --same grade --relations other.csv --ignore-payer Y \
        --max-members 5 --sum tax table.csv | cut -d , -f 1,3,15-' <<'end'
account_id,tax,member_count,members,own_revenue,branch_revenue
C,23.00,5,A|B|C|D|X,1.00,3.00
end

cat >numbers.csv <<'end'
account_id,group_id,usage,phone,name,lines,revenue,2026-10
A,G,5,1,a,1,1.00,1.00
B,G,5.0,2,b,1,1.00,1.00
C,G,,2,c,1,1.00,1.00
D,,3,1,4,1,1.00,1.00
E,,4,1,d,1,1.00,1.00
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

# ---- currencies

printf 'account,payer,month,amount,currency\n1,2,2026-10,3,EUR\n2,,2026-10,4,EUR\n' | kam-import -o eur.csv
check 'the currency of the accounts is that of their customer' 0 \
    'kam-merge-group eur.csv | cut -d, -f 1,3,4,10,17-' <<'end'
account_id,currency,lines,revenue,2026-10,member_count,members,own_revenue,branch_revenue
2,EUR,2,7.00,7.00,2,1|2,4.00,3.00
end
check 'nothing else it could become' 2 kam-merge-group --collect currency eur.csv 3<<'end'
kam-merge-group: column 'currency' can't become a set: kam knows how it merges
end
check 'two currencies, from tables put together' 1 \
    'sed "1d; s/^/x/; s/EUR/USD/" eur.csv | cat eur.csv - | kam-merge-group' 3<<'end'
kam-merge-group: standard input:4: currency: 'USD', but there are rows with 'EUR': currencies can't be added up; merge the table of each alone
end

finish
