# kam-import: what the lines of an export say, which of them count, and what becomes of bad ones.
. "$(dirname "$0")/lib.sh"

# ---- amounts and months

cat >styles.csv <<'end'
customer,month,amount
01,2026-10,1234.5
02,202610,"1,234.50"
03,2026/10,"(1,234.50)"
04,2026/10/5,1234.5-
05,2026-10-05,￥1234.5
06,2026年10月,"-￥1,234.50"
07,2026年10月5日,1234.50元
08,20261005," ¥ 1,234.50 "
09,2026-10-05 23:59:59,CNY 1234.5
10,2026-10-05T00:00:00Z,+1234.5
11, 2026-10 ,-0.01
12,"=""2026-10""",0.000000000000000001
end
check 'amounts and months of all styles' 0 'kam-import styles.csv | columns account_id,2026-10' <<'end'
account_id,2026-10
01,1234.50
02,1234.50
03,-1234.50
04,-1234.50
05,1234.50
06,-1234.50
07,1234.50
08,1234.50
09,1234.50
10,1234.50
11,-0.01
12,0.000000000000000001
end

cat >ids.csv <<'end'
customer,month,amount
00123,2026-10,1
"=""00123""",2026-10,1
 00123 ,2026-10,1
123,2026-10,1
"a ""b"", c",2026-10,1
"=""a """"b"""", c""",2026-10,1
end
check 'ids are texts, as they are and as spreadsheets wrap them' 0 'kam-import ids.csv | cut -d, -f1-3' <<'end'
account_id,lines,months
00123,3,1
123,1,1
"a ""b"", c",2
end

cat >credits.csv <<'end'
customer,month,amount
net,2026-08,5
net,2026-08,-5
net,2026-10,0
credit,2026-09,-3
zero,2026-09,0.00
end
check 'credit notes and zero lines: a cell of 0.00 is not an empty one' 0 kam-import credits.csv <<'end'
account_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,2026-08,2026-09,2026-10
credit,1,1,2026-09,2026-09,1,1,-3.00,,-3.0000,,,,,,-3.00,
net,3,0,2026-08,2026-10,0,2,0.00,0.00,,,,,,0.00,,0.00
zero,1,0,2026-09,2026-09,1,1,0.00,,,,,,,,0.00,
end

# ---- which lines count

cat >window.csv <<'end'
customer,month,amount
A,2025-10,1
A,2025-11,2
A,2026-10,4
A,2026-11,8
B,2026-11,16
C,2025-10,32
end
check 'a window of 12 months, empty ones too; who has no line in it is not there' 0 \
    kam-import --period 2026-10 --reconcile window.reconcile window.csv 3<<'err' <<'end'
kam-import: warning: no line in 2025-12 to 2026-09, though there are lines before and after
err
account_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,2025-11,2025-12,2026-01,2026-02,2026-03,2026-04,2026-05,2026-06,2026-07,2026-08,2026-09,2026-10
A,2,2,2025-11,2026-10,0,11,6.00,4.00,3.0000,0.6667,1.0000,,,2.00,,,,,,,,,,,4.00
end
check 'the lines outside are counted' 0 cat window.reconcile <<'end'
file,fate,month,lines,amount
window.csv,used,2025-11,1,2.00
window.csv,used,2026-10,1,4.00
window.csv,outside,2025-10,2,33.00
window.csv,outside,2026-11,2,24.00
(all),used,,2,6.00
(all),outside,,4,57.00
(all),currency,,0,0.00
(all),total,,0,0.00
(all),rejected,,0,0.00
(all),header,,0,0.00
(all),blank,,0,0.00
end
check 'a window of one month' 0 \
    'kam-import --period 2026-11 --window 1 window.csv | columns account_id,2026-10,2026-11,age' <<'end'
account_id,-,2026-11,age
A,-,8.00,0
B,-,16.00,0
end
check 'a window of 13 months knows the year before' 0 \
    'kam-import --period 2026-11 --window 13 window.csv | columns account_id,growth,growth_3,growth_yoy' 3<<'err' <<'end'
kam-import: warning: no line in 2025-12 to 2026-09, though there are lines before and after
err
account_id,growth,growth_3,growth_yoy
A,5.0000,,3.0000
B,,,
end
check 'a window without lines gives a table without rows' 0 kam-import --period 2020-02 --window 2 window.csv <<'end' 3<<'err'
account_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,2020-01,2020-02
end
kam-import: warning: no line is in the window, 2020-01 to 2020-02
err
check 'without a period: from the first month to the last' 0 \
    'kam-import window.csv | head -n 1 | tr , "\n" | sed -n "/^20/p" | sed -n "1p;\$p"' 3<<'err' <<'end'
kam-import: warning: no line in 2025-12 to 2026-09, though there are lines before and after
err
2025-10
2026-11
end

# ---- attributes that change

cat >changes.csv <<'end'
customer,month,amount,name,industry
A,2026-10,1,New,
A,2026-08,1,Old,bank
A,2026-10,1,,insurance
A,2026-10,1,Newer,
A,2026-09,1,Zzz,zzz
B,2026-08,1,Bee,bank
B,2026-09,1,,
C,2026-09,1,x,y
C,2026-09,1,,
end
check 'those of the last month hold; within it the greatest value' 0 \
    'kam-import --name name --keep industry changes.csv | columns account_id,account_name,industry' <<'end'
account_id,account_name,industry
A,Newer,insurance
B,,
C,x,y
end
check 'but only of months in the window' 0 \
    'kam-import --name name --keep industry --period 2026-09 changes.csv | columns account_id,account_name,industry' <<'end'
account_id,account_name,industry
A,Zzz,zzz
B,,
C,x,y
end

# ---- sets

cat >sets.csv <<'end'
customer,month,amount,service
A,2026-10,1,voice
A,2026-09,1,data|voice
A,2026-10,1,voice
A,2026-10,1,
A,2026-10,1,a\b
A,2026-10,1,a
end
check 'sets are sorted, each text once, | and \ escaped' 0 'kam-import sets.csv | columns services,service_count' <<'end'
services,service_count
a|a\\b|data\|voice|voice,4
end

# ---- total lines

cat >total.csv <<'end'
Bills of October
printed on 2026-11-01,by hand
customer,month,amount
A,2026-10,1.10
B,2026-10,-2
小计,,-0.90
C,2026-10,5
Subtotal:,,5.00
合计,,4.1
end
check 'titles above the header; total lines that are right' 0 \
    'kam-import --reconcile total.reconcile total.csv | columns account_id,revenue; sed 1d total.reconcile | head -n 2' <<'end'
account_id,revenue
A,1.10
B,-2.00
C,5.00
total.csv,used,2026-10,3,4.10
total.csv,total,,3,8.20
end
sed 's/^合计.*/Total,,4.11/' total.csv >wrong.csv
check 'a total line that is wrong' 1 kam-import wrong.csv 3<<'end'
kam-import: wrong.csv:9: the total line says 4.11, but the lines above add up to 4.10: lines are missing or doubled
end
sed 's/^B,.*/B,2026-10,x/; s/^小计.*/小计,,1.1/' wrong.csv >rejected.csv
check 'after rejects that is a warning' 0 \
    'kam-import --rejects rejects.csv rejected.csv | columns account_id,revenue' <<'end' 3<<'err'
account_id,revenue
A,1.10
C,5.00
end
kam-import: warning: rejected.csv:9: the total line says 4.11, but the lines above add up to 6.10: lines are missing or doubled
kam-import: 1 of 6 lines rejected, see rejects.csv
err
check 'which --strict makes an error' 1 kam-import --strict --rejects rejects.csv rejected.csv 3<<'err'
kam-import: warning: rejected.csv:9: the total line says 4.11, but the lines above add up to 6.10: lines are missing or doubled
kam-import: 1 of 6 lines rejected, see rejects.csv
kam-import: 1 warning, and --strict makes that an error
err
check 'lines outside the window belong to the total' 0 \
    'kam-import --period 2026-09 --window 1 total.csv | wc -l' <<'end' 3<<'err'
1
end
kam-import: warning: no line is in the window, 2026-09 to 2026-09
err
printf 'no,customer,month,amount\n1,A,2026-10,1\nTotal,,,2\n' >other.csv
check 'the word in the first column, and no id' 1 kam-import other.csv 3<<'end'
kam-import: other.csv:3: the total line says 2.00, but the lines above add up to 1.00: lines are missing or doubled
end
printf 'no,customer,month,amount\n1,A,2026-10,1\nTotal,X,2026-10,2\n' >bill.csv
check 'a line with an id is no total line' 0 'kam-import bill.csv | columns account_id,revenue' <<'end' 3<<'err'
account_id,revenue
A,1.00
X,2.00
end
kam-import: warning: bill.csv:3: no: 'Total': is this line a total, which is added as it stands? say --service 'no' if it is, or --service '' if it isn't
err
printf 'customer,service,month,amount\nA,voice,2026-10,1\nA,mail,2026-10,2\nA,合计,2026-10,3\nB,voice,2026-10,4\nB,小计,2026-10,4\n' >pivot.csv
check 'totals below the services of an account' 0 'kam-import pivot.csv | columns account_id,services,revenue' <<'end'
account_id,services,revenue
A,mail|voice,3.00
B,voice,4.00
end
printf 'account,customer_name,month,amount\n1,A,2026-10,10\n2,A,2026-10,7\n2,A Subtotal,2026-10,17\n3,B Total,2026-10,1\n3,B Sub-total,2026-10,1\n' >names.csv
check 'names that are subtotals, and a firm that is called Total' 0 'kam-import names.csv | columns account_id,revenue' <<'end'
account_id,revenue
1,10.00
2,7.00
3,1.00
end
printf 'account,type,month,amount\n1,voice,2026-10,10\n1,data,2026-10,7\n1,Total,2026-10,17\n' >types.csv
check 'totals in a column that is not used' 0 'kam-import types.csv | columns account_id,revenue' <<'end' 3<<'err'
account_id,revenue
1,34.00
end
kam-import: warning: types.csv:4: type: 'Total': is this line a total, which is added as it stands? say --service 'type' if it is, or --service '' if it isn't
err
check 'it is' 0 'kam-import --service type types.csv | columns account_id,revenue' <<'end'
account_id,revenue
1,17.00
end
check 'it is not' 0 'kam-import --service "" types.csv | columns account_id,revenue' <<'end'
account_id,revenue
1,34.00
end
printf 'account,sum type,month,amount\n1,Total,2026-10,10\n2,Total,2026-10,7\n' >types.csv
check 'a column of nothing else says nothing' 0 'kam-import types.csv | columns account_id,revenue' <<'end'
account_id,revenue
1,10.00
2,7.00
end
printf 'account,service,month,amount\n1,全部,2026-10,10\n2,全部,2026-10,7\nИтого,,,17\n' >all.csv
check 'all services of an account' 0 'kam-import all.csv | columns account_id,revenue' <<'end'
account_id,revenue
1,10.00
2,7.00
end
printf 'account,month,amount,memo\n17,202610,100,"6 inch\n18,202610,5,x\n19,202610,5,7 inch"\n20,202610,5,x\n' >inch.csv
check 'quotes that swallow records' 0 'kam-import inch.csv | columns account_id,revenue' <<'end' 3<<'err'
account_id,revenue
17,100.00
20,5.00
end
kam-import: warning: inch.csv:2: a cell in quotes goes over several lines that look like records: is a quote missing?
err
printf 'memo,account,month,amount\n"two\nlines, with a comma",17,202610,100\n"a ""quoted""\n\nword",18,202610,"1,000"\n' >memo.csv
check 'cells of several lines that swallow nothing' 0 'kam-import memo.csv | columns account_id,revenue' <<'end'
account_id,revenue
17,100.00
18,1000.00
end
printf 'account;name;month;amount\n1;"A GmbH;2026-10;100,00\n2;B 5";2026-10;2,00\n3;C;2026-10;3,00' >lf.csv
sed 's/$/\r/' lf.csv >crlf.csv
tr '\n' '\r' <lf.csv >cr.csv
for end in lf crlf cr; do
    cp $end.csv inch.csv
    check 'lines that are all records by themselves' 0 'kam-import inch.csv | columns account_id,revenue' <<'end' 3<<'err'
account_id,revenue
1,2.00
3,3.00
end
kam-import: warning: inch.csv:2: a cell in quotes goes over several lines that look like records: is a quote missing?
err
done
printf 'account,name,month,amount\n1,"A, Main Street, Berlin\n10115, Germany",2026-10,1\n2,"B,Main Street\n12",2026-10,2\n' >address.csv
check 'addresses of several lines are no records' 0 'kam-import address.csv | columns account_id,revenue' <<'end'
account_id,revenue
1,1.00
2,2.00
end
for id in '#N/A' '#REF!' '########' N/A NaN None - 1.23E11 1001.0; do
    printf 'customer,month,amount\n%s,2026-10,1\n' "$id" >error.csv
    check "no id: $id" 1 'kam-import error.csv 2>&1 | grep -c "customer: .* for an id\|customer: an id"; kam-import error.csv 2>/dev/null' <<'end'
1
end
done
awk 'BEGIN { print "customer,month,amount"; for (i = 1; i <= 12; i++) print "C" i ",2026-10," i; print "Alle,2026-10,78" }' >called.csv
check 'a last line that is the sum of the others' 0 'kam-import called.csv | tail -n 1 | cut -c1-2' <<'end' 3<<'err'
C9
end
kam-import: warning: called.csv:14: the last line is the sum of those above it: is it a total?
err
printf 'customer,month,amount\nA,2026-10,1\nTotal,1\n' >ragged.csv
check 'a ragged total line is no bad line' 0 'kam-import ragged.csv | columns account_id,revenue' <<'end' 3<<'err'
account_id,revenue
A,1.00
end
kam-import: warning: ragged.csv:3: a total line that checks nothing: too few fields for the header
err
printf 'customer,month,amount\nA,2026-10,1\nTotal,,\nTotal,,n/a\nTotal,,one\n' >word.csv
check 'a total without an amount is none, one that is no amount is warned about' 0 'kam-import word.csv | columns account_id,revenue' <<'end' 3<<'err'
account_id,revenue
A,1.00
end
kam-import: warning: word.csv:5: a total line that checks nothing: not a number: 'one'
err
cat >levels.csv <<'end'
customer,region,month,amount
合计,,,12
A,华东,2026-10,1
,华东 汇总,,1
B,华东,2026-10,2
,小计,,2
华东 合计,,,3
C,华北,2026-10,4
C,华北,2026-10,5
华北 合计,,,9
总计,,,12
制表人：张三,,,
审核：李四
end
check 'totals above, below groups, of groups of groups; and who made and checked it' 0 'kam-import --name region levels.csv | columns account_id,revenue' <<'end'
account_id,revenue
A,1.00
B,2.00
C,9.00
end
check 'one of them wrong' 1 'sed "s/^华北 合计,,,9/华北 合计,,,8/" levels.csv | kam-import --name region' 3<<'end'
kam-import: standard input:10: the total line says 8.00, but the lines above add up to 12.00: lines are missing or doubled
end
check 'the one above wrong' 1 'sed "s/^合计,,,12/合计,,,13/" levels.csv | kam-import --name region' 3<<'end'
kam-import: standard input:2: the total line says 13.00, but the lines below add up to 12.00: lines are missing or doubled
end
check 'notes are notes only below a total that holds' 1 'sed "/计,/d; /汇总/d" levels.csv | kam-import --name region' 3<<'end'
kam-import: standard input:6: amount: no amount: ''
kam-import: standard input:7: too few fields for the header: 1 instead of 4
kam-import: 2 of 6 lines are bad; --rejects FILE sets them aside
end
check 'a line cut off below a total is no note' 1 'head -n 11 levels.csv >cut.csv; printf "D,华" >>cut.csv
kam-import --name region cut.csv' 3<<'end'
kam-import: cut.csv:12: too few fields for the header: 2 instead of 4
end
printf 'customer,month,amount,quantity\nA,2026-10,1,2\nB,2026-10,3,4\nTotal,,4,6\n' >products.csv
check 'products have no total' 0 "kam-import --amount 'amount*quantity' products.csv | columns account_id,revenue" <<'end'
account_id,revenue
A,2.00
B,12.00
end
check 'nor have lines that are counted' 0 'kam-import --amount 1 products.csv | columns account_id,revenue' <<'end'
account_id,revenue
A,1.00
B,1.00
end
check 'but a column times a constant has' 0 "kam-import --amount 'amount*-1' products.csv | columns account_id,revenue" <<'end'
account_id,revenue
A,-1.00
B,-3.00
end

# ---- bad lines

cat >bad.csv <<'end'
customer,month,amount,note
A,2026-10,1,good
,2026-10,2,"no, id"
B,2026-13,4,no month
C,,8,no month
D,2026-10,,no amount
E,2026-10,"1,2,3",no amount
F,2026-10
G,2026-10,16,"quote"d
H,2026-10,32,good

I,2026-10,170141183460469231732,too large
end
check 'all of them are listed, in their order' 1 kam-import bad.csv 3<<'end'
kam-import: bad.csv:3: customer: no account id: ''
kam-import: bad.csv:4: month: no such month: '2026-13'
kam-import: bad.csv:5: month: no month: ''
kam-import: bad.csv:6: amount: no amount: ''
kam-import: bad.csv:7: amount: not a number: '1,2,3'
kam-import: bad.csv:8: too few fields for the header: 2 instead of 4
kam-import: bad.csv:9: bytes behind a closing quote: double the quotes within a quoted field: 'G,2026-10,16,"quote"d'
kam-import: bad.csv:12: amount: number too large: '170141183460469231732'
kam-import: 8 of 10 lines are bad; --rejects FILE sets them aside
end
check 'one alone is the message' 1 'head -n 3 bad.csv | kam-import' 3<<'end'
kam-import: standard input:3: customer: no account id: ''
end
check 'rejected lines go to a file, and the run goes on' 0 \
    'kam-import --rejects rejects.csv --reconcile bad.reconcile bad.csv | columns account_id,revenue' <<'end' 3<<'err'
account_id,revenue
A,1.00
H,32.00
end
kam-import: 8 of 10 lines rejected, see rejects.csv
err
check 'with file, line, column, reason and all their own columns' 0 cat rejects.csv <<'end'
file,line,column,reason,read_as,customer,month,amount,note
bad.csv,3,customer,no account id: '',,,2026-10,2,"no, id"
bad.csv,4,month,no such month: '2026-13',,B,2026-13,4,no month
bad.csv,5,month,no month: '',,C,,8,no month
bad.csv,6,amount,no amount: '',,D,2026-10,,no amount
bad.csv,7,amount,"not a number: '1,2,3'",,E,2026-10,"1,2,3",no amount
bad.csv,8,,too few fields for the header: 2 instead of 4,,F,2026-10
bad.csv,9,,"bytes behind a closing quote: double the quotes within a quoted field: 'G,2026-10,16,""quote""d'",,"G,2026-10,16,""quote""d"
bad.csv,12,amount,number too large: '170141183460469231732',,I,2026-10,170141183460469231732,too large
end
check 'and are reconciled, with their amounts where these can be read' 0 cat bad.reconcile <<'end'
file,fate,month,lines,amount
bad.csv,used,2026-10,2,33.00
bad.csv,rejected,,8,14.00
bad.csv,blank,,1,0.00
(all),used,,2,33.00
(all),outside,,0,0.00
(all),currency,,0,0.00
(all),total,,0,0.00
(all),rejected,,8,14.00
(all),header,,0,0.00
(all),blank,,1,0.00
end
check 'repaired they can be fed in' 0 \
    "sed 's/,,2026-10,2,/,B,2026-10,2,/; s/,2026-13,/,2026-12,/; s/,C,,/,C,2026-11,/; s/,D,2026-10,,/,D,2026-10,7,/
        s/E,2026-10,\"1,2,3\"/E,2026-10,\"1,023\"/; s/F,2026-10\$/F,2026-10,1,/
        s/\"G,2026-10,16,.*/G,2026-10,16,quoted/; s/,1701411.*,/,12,/' rejects.csv |
    kam-import | columns account_id,2026-10,2026-11,2026-12" <<'end'
account_id,2026-10,2026-11,2026-12
B,2.00,,4.00
C,,8.00,
D,7.00,,
E,1023.00,,
F,1.00,,
G,16.00,,
I,12.00,,
end
check 'a run without bad lines: a header' 0 \
    'kam-import --rejects rejects.csv sets.csv >/dev/null && cat rejects.csv' <<'end'
file,line,column,reason,read_as,customer,month,amount,service
end
printf 'customer,month,amount\nX,2026-10,x\n' >bad2.csv
check 'a file with fewer columns' 0 \
    'kam-import --rejects rejects.csv bad.csv bad2.csv >/dev/null; tail -n 2 rejects.csv' <<'end' 3<<'err'
bad.csv,12,amount,number too large: '170141183460469231732',,I,2026-10,170141183460469231732,too large
bad2.csv,2,amount,not a number: 'x',,X,2026-10,x,
end
kam-import: 9 of 11 lines rejected, see rejects.csv
err
check 'as many as --max-rejects allows' 0 'kam-import --rejects /dev/null --max-rejects 8 bad.csv | wc -l' <<'end' 3<<'err'
3
end
kam-import: 8 of 10 lines rejected, see /dev/null
err
check 'one more fails, and the file is there' 1 kam-import --rejects rejects.csv --max-rejects 7 -o out.csv bad.csv 3<<'end'
kam-import: more than 7 bad lines; the last was bad.csv:12
end
check "the rejects of a run that failed are there, the table is not" 0 'grep -c ^bad rejects.csv; ls out.csv 2>/dev/null || echo no table' <<'end'
8
no table
end
check 'none at all' 1 kam-import --rejects rejects.csv --max-rejects 0 bad.csv 3<<'end'
kam-import: more than 0 bad lines; the last was bad.csv:3
end
check 'a share that is met' 0 'kam-import --rejects rejects.csv --max-rejects 80% bad.csv | wc -l' <<'end' 3<<'err'
3
end
kam-import: 8 of 10 lines rejected, see rejects.csv
err
check 'a share that is not' 1 kam-import --rejects rejects.csv --max-rejects 79% bad.csv 3<<'end'
kam-import: 8 of 10 lines rejected, see rejects.csv
kam-import: more than 79% of the lines are bad
end
check 'no share' 2 kam-import --rejects rejects.csv --max-rejects 101% bad.csv 3<<'end'
kam-import: --max-rejects: '101': a whole number from 0 to 100 is needed
Try 'kam-import --help' for more information.
end

{
    echo customer,month,amount
    awk 'BEGIN { for (i = 1; i <= 600; i++) print "A,2026-10," (i % 20 ? i : "x" i) }'
} >many.csv
check 'the first 20 are shown' 1 'sed 2d many.csv >more.csv; kam-import many.csv more.csv' 3<<'end'
kam-import: many.csv:21: amount: not a number: 'x20'
kam-import: many.csv:41: amount: not a number: 'x40'
kam-import: many.csv:61: amount: not a number: 'x60'
kam-import: many.csv:81: amount: not a number: 'x80'
kam-import: many.csv:101: amount: not a number: 'x100'
kam-import: many.csv:121: amount: not a number: 'x120'
kam-import: many.csv:141: amount: not a number: 'x140'
kam-import: many.csv:161: amount: not a number: 'x160'
kam-import: many.csv:181: amount: not a number: 'x180'
kam-import: many.csv:201: amount: not a number: 'x200'
kam-import: many.csv:221: amount: not a number: 'x220'
kam-import: many.csv:241: amount: not a number: 'x240'
kam-import: many.csv:261: amount: not a number: 'x260'
kam-import: many.csv:281: amount: not a number: 'x280'
kam-import: many.csv:301: amount: not a number: 'x300'
kam-import: many.csv:321: amount: not a number: 'x320'
kam-import: many.csv:341: amount: not a number: 'x340'
kam-import: many.csv:361: amount: not a number: 'x360'
kam-import: many.csv:381: amount: not a number: 'x380'
kam-import: many.csv:401: amount: not a number: 'x400'
kam-import: 60 of 1199 lines are bad (the first 20 are shown); --rejects FILE sets them aside
end

printf 'customer,month,amount\nA,2026-10,"1\nB,2026-10,2\n' >open.csv
check 'a quote never closed' 1 'kam-import open.csv' 3<<'end'
kam-import: open.csv:2: a quote that is never closed: 'A,2026-10,"1\x0AB,2026-10,2'
end
check 'nobody knows what it swallowed: --rejects makes no bad line of it' 1 \
    'kam-import --rejects rejects.csv open.csv' 3<<'end'
kam-import: open.csv:2: a quote that is never closed: 'A,2026-10,"1\x0AB,2026-10,2'
end
printf 'customer,month,amount\n"A\nA",2026-10,1\n"B\nB",2026-10,x\n' >lines.csv
check 'the line of a record of several lines is its first' 1 kam-import lines.csv 3<<'end'
kam-import: lines.csv:4: amount: not a number: 'x'
end

# ---- sums that become too large

printf 'customer,month,amount,usage\nA,2026-10,170141183460469231731,1\nA,2026-10,0.5,170141183460469231731\n' >large.csv
check 'the largest amount there is' 0 'kam-import large.csv | columns account_id,revenue,average' <<'end'
account_id,revenue,average
A,170141183460469231731.50,170141183460469231731.5000
end
printf 'A,2026-10,1,1\n' >>large.csv
check 'one more is too large' 1 kam-import large.csv 3<<'end'
kam-import: large.csv: the sum of its amounts is too large
end
check 'over several files' 1 "sed -n '1,3p' large.csv >a.csv; sed 3d a.csv >b.csv; kam-import a.csv b.csv" 3<<'end'
kam-import: b.csv:2: the sum of account 'A' becomes too large
end
check 'of a further sum' 1 'kam-import --sum usage a.csv' 3<<'end'
kam-import: a.csv:3: the sum of account 'A' becomes too large
end
printf 'customer,month,amount\nA,2026-09,170141183460469231731\nA,2026-10,1\n' >months.csv
check 'over the months' 1 'kam-import months.csv' 3<<'end'
kam-import: months.csv: the sum of its amounts is too large
end
printf 'customer,month,amount,cost\nA,2026-09,170141183460469231731,-1\n' >margin.csv
check 'of a margin' 1 'kam-import margin.csv' 3<<'end'
kam-import: a figure of account 'A' becomes too large
end

finish
