# kam-import: total lines are held against the lines, and never added to them.
. "$(dirname "$0")/lib.sh"

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

finish
