# kam-import: where the table is in an export, and what its columns are called.
. "$(dirname "$0")/lib.sh"

cat >expected.csv <<'end'
account_id,lines,2026-10
001,1,12.50
002,1,7.00
end

# ---- titles, blank lines, spare delimiters

cat >titles.csv <<'end'
某某电信 2026年10月 客户账单,,,
单位：元,,,

打印日期：2026-11-02,,,
,,,
客户编号,账期,出账金额,备注
001,202610,12.50,
,,,

002,202610,7.00,x
,,,
end
check 'titles, the date of printing, blank lines and lines of delimiters' 0 \
    'kam-import titles.csv | columns account_id,lines,2026-10 | diff - expected.csv'

printf 'account,month,amount,\n001,202610,12.50,\n002,202610,7.00,\n' >trailing.csv
check 'a delimiter behind every line' 0 \
    'kam-import trailing.csv | columns account_id,lines,2026-10 | diff - expected.csv'

printf 'account,month,amount\n001,202610,12.50,\n002,202610,7.00,,,\n' >trailing-lines.csv
check 'spare delimiters behind lines only' 0 \
    'kam-import trailing-lines.csv | columns account_id,lines,2026-10 | diff - expected.csv'

printf 'account,month,amount,,\n001,202610,12.50\n002,202610,7.00\n' >trailing-header.csv
check 'spare delimiters behind the header only' 0 \
    'kam-import trailing-header.csv | columns account_id,lines,2026-10 | diff - expected.csv'

printf 'account,month,amount\n001,202610,12.50,x\n' >surplus.csv
printf 'account,month,amount,\nA1,202610,1,234.50\nA2,202610,2,\n' >unquoted.csv
check 'half of an amount in a column without a name' 1 kam-import unquoted.csv 3<<'end'
kam-import: unquoted.csv:2: amount: the cell behind the amount may be the rest of it, is a comma unquoted?: '234.50'
end
printf 'account,month,amount,\nA1,202610,1,USD\nA2,202610,2,CNY\n' >unnamed-currency.csv
check 'a currency in a column without a name' 1 kam-import unnamed-currency.csv 3<<'end'
kam-import: unnamed-currency.csv:3: 'CNY', but unnamed-currency.csv:2 has 'USD': currencies can't be added up; split the file
end
check 'something in a spare cell is no spare cell' 1 kam-import surplus.csv 3<<'end'
kam-import: surplus.csv:2: too many fields for the header: 4 instead of 3
end

printf 'account,,month,amount,\n001,a,202610,12.50,b\n002,,202610,7.00,\n' >unnamed.csv
check 'columns without a name are left alone' 0 \
    'kam-import unnamed.csv | columns account_id,lines,2026-10 | diff - expected.csv'

# ---- exports put one behind the other

cat >concatenated.csv <<'end'
客户账单 2026年10月
客户编号,账期,出账金额
001,202610,12.50
合计,,12.50
客户账单 2026年10月（续）
打印日期：2026-11-02 08:00
客户编号,账期,出账金额
002,202610,7.00
合计,,7.00
end
check 'a header that comes again, with its titles' 0 \
    'kam-import --reconcile lines.csv concatenated.csv | columns account_id,lines,2026-10 | diff - expected.csv'
check 'and what became of the lines' 0 cat lines.csv <<'end'
file,fate,month,lines,amount
concatenated.csv,used,2026-10,2,19.50
concatenated.csv,total,,2,19.50
concatenated.csv,header,,3,0.00
(all),used,,2,19.50
(all),outside,,0,0.00
(all),currency,,0,0.00
(all),total,,2,19.50
(all),rejected,,0,0.00
(all),header,,3,0.00
(all),blank,,0,0.00
end

check 'a heading that is a number, too' 0 \
    'sed "s/出账金额/202610/" concatenated.csv >number.csv
     kam-import --amount 202610 number.csv | columns account_id,lines,2026-10 | diff - expected.csv'

printf 'customer,month,amount,note\n001,202610,12.50,a\ncustomer,month,amount,remark\n002,202610,7.00,b\n' >note.csv
check 'other names of columns that nobody asked for make no other header' 0 \
    'kam-import note.csv | columns account_id,lines,2026-10 | diff - expected.csv'
check 'whether lines are rejected or not' 0 \
    'kam-import --rejects bad.csv note.csv | columns account_id,lines,2026-10 | diff - expected.csv'

cat >other-header.csv <<'end'
customer,month,amount
001,202610,12.50
month,customer,amount
202610,002,7.00
end
check 'another header fails the run, whatever is done with bad lines' 1 \
    kam-import --rejects bad.csv other-header.csv 3<<'end'
kam-import: other-header.csv:3: another header: the columns change here; split the file at this line
end

cat >other-unit.csv <<'end'
单位：万元
customer,month,amount
001,202610,12.50
单位：元
customer,month,amount
002,202610,7.00
end
check 'another unit above the second header' 1 kam-import other-unit.csv 3<<'end'
kam-import: other-unit.csv:4: '单位：元': another unit than above; split the file here
end

cat >broken-then-good.csv <<'end'
customer,month,amount
001,202610,12.50
printed on 2026-11-02
002,202610,7.00
end
check 'what looks like a title and has no header below it is a bad line' 1 \
    kam-import broken-then-good.csv 3<<'end'
kam-import: broken-then-good.csv:3: too few fields for the header: 1 instead of 3
end

printf 'account,month,amount\n0017,202610,60\n0018,202610,1,234.50\n0019,202610\naccount,month,amount\n0018,202610,40\n' >above-header.csv
check 'bad lines above a header that comes again are no titles' 1 kam-import above-header.csv 3<<'end'
kam-import: above-header.csv:3: too many fields for the header: 4 instead of 3
kam-import: above-header.csv:4: too few fields for the header: 2 instead of 3
kam-import: 2 of 4 lines are bad; --rejects FILE sets them aside
end
printf 'account,month,amount\n001,202610,100\n002,202610,50October report,,\naccount,month,amount\n003,202610,7\n' >glued.csv
check 'nor is a bill that lost its line end to the title of the next export' 1 kam-import glued.csv 3<<'end'
kam-import: glued.csv:3: amount: not a number: '50October report'
end
printf '0017,202610,100\n0018,202610,5\naccount,month,amount\n' >sorted.csv
check 'a bill above the header is no title either' 1 kam-import sorted.csv 3<<'end'
kam-import: sorted.csv:1: a bill above the header, which is line 3: was the file sorted? put the header first, or say --header-line
end
for line in '2,2026-10,x' '2,bad,5' '2,10/25/2026,-'; do
    printf '%s\naccount,month,amount\n3,2026-10,5\n' "$line" >sorted.csv
    check "nor is a bad one: $line" 1 kam-import sorted.csv 3<<'end'
kam-import: sorted.csv:1: a bad line of a bill above the header, which is line 2: was the file sorted? put the header first; if this is a title, say --header-line 2
end
done
check 'a title that looks like one' 0 'kam-import --header-line 2 sorted.csv | columns account_id,revenue' <<'end'
account_id,revenue
3,5.00
end
for line in 'Report,2026-10,' 'Report,2026-10' 'Bill,of,October' '2026-10,Total,EUR' 'Report,2026-10,of,5'; do
    printf '%s\naccount,month,amount\n3,2026-10,5\n' "$line" >titled.csv
    check "but this is a title: $line" 0 'kam-import titled.csv | columns account_id,revenue' <<'end'
account_id,revenue
3,5.00
end
done
printf '币种：人民币\naccount,month,amount\n1,202610,1\n币种：美元\naccount,month,amount\n1,202610,1\n' >currencies.csv
check 'titles of two currencies' 1 kam-import currencies.csv 3<<'end'
kam-import: currencies.csv:4: '币种：美元': another currency than above? split the file here
end
printf 'October in USD\naccount,month,amount\n1,202610,1\nNovember in EUR\naccount,month,amount\n1,202611,1\n' >currencies.csv
check 'also in English' 1 kam-import currencies.csv 3<<'end'
kam-import: currencies.csv:4: 'November in EUR': another currency than above? split the file here
end
check 'of one currency, said of two months' 0 'sed s/EUR/USD/ currencies.csv | kam-import | columns currency,revenue' <<'end'
currency,revenue
USD,2.00
end
printf '币种：美元 10月 单位：万元\naccount,month,amount\n1,202610,1\n11月 单位：万元\naccount,month,amount\n1,202611,1\n' >currencies.csv
check 'the yuan of a title are of the currency that the first one named' 0 \
    'kam-import currencies.csv | columns currency,revenue' <<'end'
currency,revenue
USD,20000.00
end
printf '2026年10月账单\naccount,amount\n1,1\n2026年10月账单\naccount,amount\n2,1\n2026年9月账单\naccount,amount\n1,1\n' >months.csv
check 'titles of two months, where no column has them' 1 kam-import --period 2026-10 months.csv 3<<'end'
kam-import: months.csv:7: '2026年9月账单': another part of the export, and no column says its month; split the file here
end

# ---- the month in a title

for title in '2026年9月 账单' '统计月份：2026年9月' '账期：202609' 'Statement September 2026' 2026-09; do
    printf '%s\naccount,amount\n1,1\n' "$title" >of-month.csv
    check "another month in $title" 0 'kam-import --period 2026-10 of-month.csv | columns 2026-10' 3<<end <<'out'
kam-import: warning: of-month.csv: '$title' seems to be of 2026-09, but no column says the month, and --period takes all lines for those of 2026-10
end
2026-10
1.00
out
    check 'the same month' 0 'kam-import --strict --period 2026-09 of-month.csv | columns 2026-09' <<'end'
2026-09
1.00
end
done
for title in '打印日期：2026年9月' '导出日期：2026-09-30' 2026年9月30日 2026年1-9月 '2026年8月、2026年9月' 编号202609; do
    printf '%s\naccount,amount\n1,1\n' "$title" >of-month.csv
    check "no month in $title" 0 'kam-import --strict --period 2026-10 of-month.csv | columns 2026-10' <<'end'
2026-10
1.00
end
done
printf '2026年9月 账单\naccount,month,amount\n1,202610,1\n' >of-month.csv
check 'a column says it' 0 'kam-import --strict --period 2026-10 of-month.csv | columns 2026-10' <<'end'
2026-10
1.00
end

# ---- headers of two lines

cat >two-lines.csv <<'end'
客户,,账单,
编号,名称,月份,金额
001,甲,202610,12.50
002,乙,202610,7.00
end
check 'a header of two lines: groups above names' 0 \
    'kam-import two-lines.csv | columns account_id,account_name,lines,2026-10' <<'end'
account_id,account_name,lines,2026-10
001,甲,1,12.50
002,乙,1,7.00
end

cat >below.csv <<'end'
客户编号,账期,费用,
,,应收,实收
001,202610,12.50,12.00
002,202610,7.00,7.00
end
check 'a header of two lines: some names are below' 0 \
    'kam-import below.csv | columns account_id,lines,2026-10 | diff - expected.csv'
printf '客户编号,账期,金额,成本\n,,（万元）,(元)\n001,202610,12.50,7\n' >units.csv
check 'a header of two lines: units are below' 0 \
    'kam-import units.csv | columns account_id,lines,cost,2026-10' <<'end'
account_id,lines,cost,2026-10
001,1,7.00,125000.00
end
check 'as its inspection says' 0 \
    'kam-import -o units.kat units.csv; kam-import --inspect=model units.csv >units.kam
     kam-import -m units.kam units.csv | cmp - units.kat'
check 'units without brackets' 0 \
    "sed 's/[()]//g; s/（//; s/）//' units.csv | kam-import | columns account_id,lines,cost,2026-10" <<'end'
account_id,lines,cost,2026-10
001,1,7.00,125000.00
end
for row in ,,1000 ,,１０００ ,x,万元; do
    check "no units: $row" 1 'printf "客户编号,账期,金额\n%s\n001,202610,12.50\n" '"$row"' | kam-import 2>&1 | cut -c1-30; exit 1' <<'end'
kam-import: standard input:2: 
end
done
check 'nor a currency below its heading' 1 \
    'printf "客户编号,账期,币种,金额\n,,USD,元\n001,202610,USD,12.50\n" | kam-import' 3<<'end'
kam-import: standard input:2: 金额: not a number: '元'
end
check 'units in English' 0 \
    'printf "account,month,amount\n,,(EUR thousand)\n001,202610,12.50\n" | kam-import |
     columns account_id,lines,2026-10' <<'end'
account_id,lines,2026-10
001,1,12500.00
end
check 'what is no unit is a line' 1 \
    'printf "account,month,amount\n,,(net)\n001,202610,12.50\n" | kam-import' 3<<'end'
kam-import: standard input:2: amount: not a number: '(net)'
end
check 'two lines as the user says' 0 \
    'kam-import --header-line 1-2 --amount 应收 below.csv | columns account_id,lines,2026-10 | diff - expected.csv'

# ---- as the user says

cat >deep.csv <<'end'
account,month,amount
this is,a note,of ours
account,month,amount
001,202610,12.50
002,202610,7.00
end
check 'the header as the user says' 0 \
    'kam-import --header-line 3 deep.csv | columns account_id,lines,2026-10 | diff - expected.csv'
check 'a header line that is none' 1 kam-import --header-line 7 deep.csv 3<<'end'
kam-import: deep.csv:7: no record begins at this line, which --header-line names
end
check 'header lines that run backwards' 2 kam-import --header-line 3-2 deep.csv 3<<'end'
kam-import: --header-line: the lines of a header are FIRST-LAST, not '3-2'
end

printf '001;202610;12,50\n002;202610;7,00\n' >headerless.csv
check 'names for a file without a header' 0 \
    'kam-import --columns account,month,amount headerless.csv | columns account_id,lines,2026-10 | diff - expected.csv'
check 'by a model' 0 'printf "[import]\ncolumns = id, month, amount\naccount = id\n" >m.kam
kam-import -m m.kam headerless.csv | columns account_id,lines,2026-10 | diff - expected.csv'
check 'names and a line' 2 kam-import --columns a,b --header-line 1 headerless.csv 3<<'end'
kam-import: --header-line and --columns exclude each other
Try 'kam-import --help' for more information.
end

printf '[import]\nheader-line = 1\ncolumns = a, b\n' >both.kam
check 'the same in a model' 2 kam-import -m both.kam headerless.csv 3<<'end'
kam-import: both.kam:2: header-line: a file with 'columns' has no header; remove one of the two
end

# ---- totals from elsewhere

cat >bills.csv <<'end'
account,month,amount
001,2026-09,5.00
001,2026-10,12.50
002,2026-10,7.00
end
check 'totals that hold' 0 \
    kam-import --check-total 24.50 --check-total 2026-10=19.50 -o out.csv bills.csv
check 'one that does not' 1 kam-import --check-total 2026-10=20.00 --check-total 24 -o out2.csv bills.csv 3<<'end'
kam-import: 2026-10: finance says 20.00, the lines used add up to 19.50: 0.50 too little
kam-import: the whole window: finance says 24.00, the lines used add up to 24.50: 0.50 too much
kam-import: 2 of 2 totals to check don't hold
end
check 'and no output then' 1 test -e out2.csv
printf '月份,金额\n2026-09,5.00\n2026-10,19.50\n合计,24.50\n' >finance.csv
printf 'account,month,amount\n1,2026-10,€5.50\n' >euro.csv
printf 'month,amount(USD)\n2026-10,5.50\n' >dollar-totals.csv
check 'one in another currency' 1 "kam-import --check-total '2026-10=\$5.5' --check-total 'EUR 5.5' euro.csv" 3<<'end'
kam-import: 2026-10: finance says an amount in USD, the lines used are in EUR
kam-import: 1 of 2 totals to check don't hold
end
check 'one of a file, by its heading' 1 kam-import --check-totals dollar-totals.csv euro.csv 3<<'end'
kam-import: dollar-totals.csv:2: 2026-10: finance says an amount in USD, the lines used are in EUR
kam-import: 1 of 1 totals to check don't hold
end
printf 'account,month,amount,currency\n1,2026-10,5.50,CAD\n' >cad.csv
check 'a sign may be of several' 0 "kam-import --check-total '\$5.5' cad.csv | columns account_id,revenue" <<'end'
account_id,revenue
1,5.50
end
check 'totals from a file' 0 kam-import --check-totals finance.csv -o out.csv bills.csv

finish
