# kam-import: account tables as input, alone, with each other and with raw exports.
# shellcheck disable=SC2086 # $options are words
. "$(dirname "$0")/lib.sh"

cat >september.csv <<'end'
customer,customer name,month,amount,cost,service,industry,usage,device
A,"Acme, Inc",2026-09,10,4,voice,bank,1.5,phone
A,"Acme, Inc",2026-09,-2,1,data,bank,1,
B,Bee,2026-09,0,0,voice,,0,a|b
end
cat >october.csv <<'end'
amount,customer,month,cost,service,customer name,industry,device,usage
7,A,2026-10,3,voice,Acme plc,insurance,tablet,0.000000000000000001
5,C,2026-10,1,,Cog,bank,,2
end
options='--keep industry --sum usage --collect device'
kam-import $options september.csv october.csv >whole.csv
kam-import $options september.csv >s.csv
kam-import $options october.csv >o.csv

check 'a table of its own comes back' 0 "kam-import $options whole.csv | cmp - whole.csv"
check 'tables of months give the table of both' 0 "kam-import $options o.csv s.csv | cmp - whole.csv"
check 'a table and a raw export' 0 "kam-import $options o.csv september.csv | cmp - whole.csv"
check 'from standard input, in a pipeline' 0 \
    "kam-import $options october.csv | kam-import $options - september.csv | cmp - whole.csv"
check 'as tab-separated values' 0 "kam-import $options -t whole.csv | kam-import $options | cmp - whole.csv"
check 'compressed' 0 "kam-import $options -z whole.csv | kam-import $options | cmp - whole.csv"
check '-o with .gz compresses, too' 0 \
    "kam-import $options -o whole.csv.gz whole.csv; gzip -dc whole.csv.gz | cmp - whole.csv"
check 'for a spreadsheet' 0 "kam-import $options --excel whole.csv | kam-import $options | cmp - whole.csv"
check 'a file that is an input may be the output' 0 \
    "cp s.csv both.csv; kam-import $options -o both.csv both.csv october.csv; cmp both.csv whole.csv"

cat >nasty.csv <<'end'
customer,customer name,month,amount,-x,service
"=""007""",=1+1,2026-10,1,-y,-s
"a""b",'@home,2026-10,1,'=z,=a
"a""b",,2026-10,1,,b|c
'x,''-q,2026-09,1,-5,
end
check 'what a spreadsheet would run is marked, and read back without' 0 \
    'kam-import --keep=-x --excel nasty.csv | tail -n +2 | cut -d, -f1-3,17- | tr -d "\r"' <<'end'
"=""007""",'=1+1,'-y,'-s,1,,1.00
"=""a""""b""",'@home,'=z,'=a|b\|c,2,,2.00
"=""x""",'-q,-5,,0,1.00,
end
check 'also by itself again' 0 \
    'kam-import --keep=-x nasty.csv >n.csv; kam-import --keep=-x --excel nasty.csv >x.csv
    kam-import --keep=-x x.csv | cmp - n.csv; kam-import --keep=-x --excel x.csv | cmp - x.csv'

# ---- what is derived and what is read

cat >derived.csv <<'end'
account_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,2026-09,2026-10
A,3,99,1999-01,x,,-1,8.00,wrong,,2,,,,8,
end
check 'derived columns are computed anew' 0 kam-import derived.csv <<'end'
account_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,2026-09
A,3,1,2026-09,2026-09,0,0,8.00,8.00,8.0000,1.0000,,,,8.00
end
check 'month cells have to add up' 1 "sed 's/8,\$/8,1/' derived.csv | kam-import" 3<<'end'
kam-import: standard input:2: revenue: '8.00', but the month cells add up to 9.00; was the row edited?
end
check 'a month cell that is no number' 1 "sed 's/8,\$/8,x/' derived.csv | kam-import" 3<<'end'
kam-import: standard input:2: 2026-10: not a number: 'x'
end
check 'lines that are no number' 1 "sed 's/A,3/A,-3/' derived.csv | kam-import" 3<<'end'
kam-import: standard input:2: lines: not a number: '-3'
end
check 'no id' 1 "sed 's/A,3/,3/' derived.csv | kam-import" 3<<'end'
kam-import: standard input:2: account_id: empty: an account needs an id
end
check 'a ragged row' 1 "sed 's/A,3/A,,3/' derived.csv | kam-import" 3<<'end'
kam-import: standard input:2: too many fields for the header
end
check 'bad rows of a table are never set aside' 1 \
    "sed 's/A,3/,3/' derived.csv | kam-import --rejects rejects.csv" 3<<'end'
kam-import: standard input:2: account_id: empty: an account needs an id
end
check 'months with a gap' 1 "sed 's/2026-09/2026-08/' derived.csv | kam-import" 3<<'end'
kam-import: standard input:1: column '2026-10': the month columns have to follow each other without a gap, oldest first
end
check 'two columns of one name' 1 "sed '1s/months/lines/' derived.csv | kam-import" 3<<'end'
kam-import: standard input:1: two columns are called 'lines'; rename one
end
check 'a header without rows gives a header without rows' 0 'sed 1q derived.csv | kam-import' <<'end'
account_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy
end
check '--raw takes it for an export' 0 \
    'kam-import --raw --account account_id --amount revenue --month first_month derived.csv | columns account_id,lines,revenue,1999-01' <<'end'
account_id,lines,revenue,1999-01
A,1,8.00,8.00
end

# ---- what can't be merged again

for column in members score tier points_x; do
    check "a table with $column is refused" 1 "sed 's/peak_share/$column/' derived.csv | kam-import" 3<<end
kam-import: standard input:1: column '$column': a merged, scored or tiered table can't be imported again; import the account tables it came from
end
done

check 'a table across the edge of the window' 1 kam-import $options --period 2026-10 --window 1 whole.csv 3<<'end'
kam-import: whole.csv:1: the table's months lie partly outside the window, and its sums can't be split; import one table per month
end
check 'tables of one month never are' 0 \
    "kam-import $options --period 2026-10 --window 1 --reconcile r.csv s.csv o.csv >t.csv
    kam-import $options --period 2026-10 --window 1 september.csv october.csv | cmp - t.csv; cat r.csv" 3<<'err' <<'end'
kam-import: warning: october.csv: 1 of 1 ids that september.csv has too have other names there, such as 'A': are these two billing systems? tell their ids apart with --prefix
err
file,fate,month,lines,amount
s.csv,outside,,3,8.00
o.csv,used,,2,12.00
(all),used,,2,12.00
(all),outside,,3,8.00
(all),currency,,0,0.00
(all),total,,0,0.00
(all),rejected,,0,0.00
(all),header,,0,0.00
(all),blank,,0,0.00
end
check 'a window larger than the table' 0 \
    "kam-import $options --period 2026-11 --window 3 whole.csv >t.csv
    kam-import $options --period 2026-11 --window 3 september.csv october.csv | cmp - t.csv" 3<<'err'
kam-import: warning: no line in 2026-11, the period: without its export every customer seems to fall
kam-import: warning: october.csv: 1 of 1 ids that september.csv has too have other names there, such as 'A': are these two billing systems? tell their ids apart with --prefix
kam-import: warning: no line in 2026-11, the period: without its export every customer seems to fall
err

# ---- measures and attributes

check 'sums and sets have to be named' 1 kam-import --keep industry whole.csv 3<<'end'
kam-import: whole.csv:1: column 'usage' stands among the measures: say --sum or --collect as when the table was made, or --keep to take it as an attribute
end
check 'attributes need not' 0 \
    "kam-import --sum usage --collect device whole.csv | columns account_id,industry" <<'end'
account_id,industry
A,insurance
B,
C,bank
end
check 'a sum that a table lacks' 1 kam-import $options s.csv derived.csv 3<<'end'
kam-import: derived.csv:1: no column 'cost': a measure that some inputs have and others lack
end
check 'a sum that an export lacks' 1 'kam-import --sum usage --collect device s.csv derived.csv' 3<<'end'
kam-import: derived.csv:1: no column 'cost': a measure that some inputs have and others lack
end
cut -d, -f1-3,9- october.csv >short.csv
check 'a cost that an export lacks' 1 "sed 1s/cost/x/ october.csv | kam-import $options s.csv -" 3<<'end'
kam-import: standard input:1: no column 'cost' for --cost, which other inputs have; the header has: amount, customer, month, x, service, customer name, industry, device, usage
end
check 'a set that comes back is the same' 0 "kam-import $options whole.csv s.csv | columns account_id,device,device_count | tail -n 2" <<'end'
B,a\|b,1
C,,0
end
check 'further columns are attributes, wherever they stand' 0 \
    "sed '1s/account_id/account_id,zone/; 1s/\$/,area/; 2s/A,/A,west,/; 2s/\$/,\"x, y\"/' derived.csv | kam-import" <<'end'
account_id,area,zone,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,2026-09
A,"x, y",west,3,1,2026-09,2026-09,0,0,8.00,8.00,8.0000,1.0000,,,,8.00
end

# ---- other encodings beside

printf 'customer,month,amount,name\nA,2026-10,1,\322\370\320\320\n' >gbk.csv
kam-import --encoding GB18030 --name name gbk.csv >utf8.csv
check '--encoding is that of the exports, account tables are UTF-8' 0 \
    'printf "customer,month,amount,name\nA,2026-11,1,\311\314\316\361\n" | kam-import --encoding GB18030 --name name utf8.csv - | columns account_name,2026-10,2026-11
    kam-import --encoding GB18030 utf8.csv | columns account_name' <<'end'
account_name,2026-10,2026-11
商务,1.00,1.00
account_name
银行
end


# ---- the same content twice

printf 'customer,month,amount\n1,2026-10,5\n' >bills.csv
gzip -nc bills.csv >bills.csv.gz
iconv -t UTF-16 bills.csv >bills-utf16.csv
check 'a file named twice' 1 kam-import bills.csv bills.csv 3<<'end'
kam-import: bills.csv: the same content as bills.csv: its lines would count twice
end
check 'the same plain and compressed' 1 kam-import bills.csv bills.csv.gz 3<<'end'
kam-import: bills.csv.gz: the same content as bills.csv: its lines would count twice
end
check 'the same in another encoding' 1 'kam-import - bills.csv <bills-utf16.csv' 3<<'end'
kam-import: bills.csv: the same content as standard input: its lines would count twice
end
printf 'customer,month,amount\n' >none.csv
check 'files without lines are no harm' 0 \
    'kam-import none.csv none.csv bills.csv | cut -d, -f 1,8' <<'end'
account_id,revenue
1,5.00
end

# ---- an account twice

printf 'account,month,amount\n0017,2026-10,5\n17,2026-10,6\nA,2026-10,7\n' | kam-import -o ids.t
sed 's/^0017/17/' ids.t >spoilt.t
check 'an account that a table has twice' 1 kam-import spoilt.t 3<<'end'
kam-import: spoilt.t:3: account_id: '17' stands in line 2, too, but a table has each account once: did a spreadsheet change an id?
end
check 'two tables may have the same account' 0 'sed "s/,5[.]00/,4.00/g" ids.t >other.t; kam-import ids.t other.t | cut -d, -f 1' <<'end'
account_id
0017
17
A
end

finish
