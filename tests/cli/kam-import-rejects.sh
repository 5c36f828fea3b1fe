# kam-import: what is set aside can be repaired and fed in again, whatever it was taken from.
. "$(dirname "$0")/lib.sh"

# Four exports that agree in nothing: order and names of columns, unit, decimal sign, days, what is
# wrong with their lines.
cat >east.csv <<'end'
客户账单 2026年10月
单位：万元
客户编号,客户名称,账期,出账金额,备注
001,甲,2026-10,1.5,
002,乙,2026-10,1..5,x
003,丙,2026-13,2,
,丁,2026-10,3,
004,戊,2026-10,0.25,
end
cat >west.csv <<'end'
amount;date;customer;note
12,50;5/10/2026;101;a
1.000,00;25/10/2026;102;b
7,x0;5/10/2026;103;c
8,00;31/9/2026;104;d
1,150;6/9/2026;105;e
end
cat >ragged.tsv <<'end'
account	month	amount
201	2026-10	5.00
202	2026-10
203	2026-10	7.00	extra	more
204	2026-10	"8".00
205	2026-10	9.00
end
cat >quoted.csv <<'end'
service,amount,customer,month
"leased, ""fast"" line",x,301,2026-10
"two
lines",y,302,2026-10
voice,3.00,303,2026-10
end
sed 's/^"/"快 /; s/^voice/乗/' quoted.csv | iconv -f UTF-8 -t GB18030 >gb.csv

# The same as a person would repair them.
sed 's/1\.\.5/1.5/; s/2026-13/2026-09/; s/^,丁/005,丁/' east.csv >east-mended.csv
sed 's/7,x0/7,80/; s/31.9/30\/9/' west.csv >west-mended.csv
sed 's/^202.*/&	6.00/; s/	extra	more//; s/"8"/8/' ragged.tsv >ragged-mended.tsv
sed 's/,x,/,1.00,/; s/,y,/,"2,000.00",/' quoted.csv >quoted-mended.csv

# ---- one file for all of them

check 'columns of one meaning are one column, each line says how it is read' 0 \
    'kam-import --rejects bad.csv -o good.csv east.csv west.csv ragged.tsv; cat bad.csv' 3<<'err' <<'end'
kam-import: 8 of 15 lines rejected, see bad.csv
err
file,line,column,reason,read_as,客户编号,客户名称,账期,出账金额,备注,note
east.csv,5,出账金额,not a number: '1..5',decimal=point unit=4/CNY,002,乙,2026-10,1..5,x,
east.csv,6,账期,no such month: '2026-13',decimal=point unit=4/CNY,003,丙,2026-13,2,,
east.csv,7,客户编号,no account id: '',decimal=point unit=4/CNY,,丁,2026-10,3,,
west.csv,4,出账金额,"not a number: '7,x0'",decimal=comma dates=dmy,103,,5/10/2026,"7,x0",,c
west.csv,5,账期,no such day: '31/9/2026',decimal=comma dates=dmy,104,,31/9/2026,"8,00",,d
ragged.tsv,3,,too few fields for the header: 2 instead of 3,decimal=point,202,,2026-10
ragged.tsv,4,,too many fields for the header: 5 instead of 3,decimal=point,203,,2026-10,7.00,,,extra,more
ragged.tsv,5,,"bytes behind a closing quote: double the quotes within a quoted field: '204\x092026-10\x09""8"".00'",decimal=point,"204	2026-10	""8"".00"
end

check 'fed in as they are they are bad again, at the place where they stand now' 1 \
    kam-import bad.csv 3<<'end'
kam-import: bad.csv:2: 出账金额: not a number: '1..5'
kam-import: bad.csv:3: 账期: no such month: '2026-13'
kam-import: bad.csv:4: 客户编号: no account id: ''
kam-import: bad.csv:5: 出账金额: not a number: '7,x0'
kam-import: bad.csv:6: 账期: no such day: '31/9/2026'
kam-import: bad.csv:7: too few fields for the header: 8 instead of 11
kam-import: bad.csv:8: too many fields for the header: 13 instead of 11
kam-import: bad.csv:9: too few fields for the header: 6 instead of 11
kam-import: 8 of 8 lines are bad; --rejects FILE sets them aside
end
check 'and set aside again: the same lines, from the same place' 0 \
    'kam-import --rejects again.csv -o none.csv bad.csv; sed 6q bad.csv >few.csv; sed 6q again.csv | diff few.csv -
     kam-import --rejects third.csv -o none.csv again.csv; diff again.csv third.csv' 3<<'end'
kam-import: 8 of 8 lines rejected, see again.csv
kam-import: 8 of 8 lines rejected, see third.csv
end

sed 's/,1\.\.5,/,1.5,/; s/,2026-13,/,2026-09,/; s/CNY,,丁/CNY,005,丁/
     s/,"7,x0",,/,"7,80",,/; s/,31.9.2026,/,30\/9\/2026,/
     s/,202,,2026-10$/&,6.00,,/; s/,7.00,,,extra,more/,7.00,,/
     s/point,"204.*/point,204,,2026-10,8.00,,/' bad.csv >mended.csv
kam-import -o expected.csv east-mended.csv west-mended.csv ragged-mended.tsv
check 'repaired, beside the table of the good lines' 0 \
    'kam-import good.csv mended.csv | cmp - expected.csv'
check 'on standard input, compressed' 0 \
    'gzip <mended.csv | kam-import good.csv - | cmp - expected.csv'
check 'repaired and a table of their own' 0 \
    'kam-import -o rest.csv mended.csv; kam-import rest.csv good.csv | cmp - expected.csv'
check 'the good lines of the exports and the repaired ones' 0 \
    'sed "5,7d" east.csv >1; sed "4,5d" west.csv >2; sed "3,5d" ragged.tsv >3
     kam-import 3 mended.csv 2 1 | cmp - expected.csv'
check 'half of it repaired: what is left is set aside, as it was' 0 \
    '{ sed -n 1,4p mended.csv; sed -n 5,6p bad.csv; sed 1,6d mended.csv; } >half.csv
     { sed 1q bad.csv; sed -n 5,6p bad.csv; } >left.csv
     kam-import --rejects rest.csv -o most.csv good.csv half.csv; diff left.csv rest.csv
     { sed 1q rest.csv; sed -n 5,6p mended.csv; } | kam-import most.csv - | cmp - expected.csv' 3<<'end'
kam-import: 2 of 15 lines rejected, see rest.csv
end
check 'a delimiter is that of raw exports' 0 'kam-import -d ";" good.csv west-mended.csv >1
     kam-import good.csv west-mended.csv | cmp - 1; kam-import -d ";" good.csv mended.csv | cmp - expected.csv'

check 'nothing is silently complete because other columns stand between' 0 \
    'printf "account,amount,tail,month\n1,5,,2026-10\n2,x,,2026-10\n" >a.csv
     printf "account,month,amount,tail\n3,2026-10,7\n" >b.csv
     kam-import --rejects bad2.csv -o out.csv a.csv b.csv; sed 1d bad2.csv
     kam-import --rejects /dev/null -o out.csv bad2.csv; cat out.csv | wc -l' 3<<'err' <<'end'
kam-import: 2 of 3 lines rejected, see bad2.csv
kam-import: 2 of 2 lines rejected, see /dev/null
err
a.csv,3,amount,not a number: 'x',,2,x,,2026-10
b.csv,2,,too few fields for the header: 3 instead of 4,,,,,,3,2026-10,7
1
end

# ---- quotes, newlines, other encodings

kam-import -o expected.csv quoted-mended.csv
check 'quotes and newlines within cells' 0 \
    'kam-import --rejects bad.csv -o good.csv quoted.csv; sed 1d bad.csv
     sed "s/,x,/,1.00,/; s/,y,/,\"2,000.00\",/" bad.csv | kam-import good.csv - | cmp - expected.csv' \
    3<<'err' <<'end'
kam-import: 2 of 3 lines rejected, see bad.csv
err
quoted.csv,2,amount,not a number: 'x',decimal=point,"leased, ""fast"" line",x,301,2026-10
quoted.csv,3,amount,not a number: 'y',decimal=point,"two
lines",y,302,2026-10
end

printf '[import]\nencoding = GB18030\n' >gb.kam
sed 's/^"/"快 /; s/^voice/乗/' quoted-mended.csv | kam-import -o expected.csv
check 'what kam wrote is UTF-8, whatever the model says of exports' 0 \
    'kam-import -m gb.kam --rejects bad.csv -o good.csv gb.csv
     sed "s/,x,/,1.00,/; s/,y,/,\"2,000.00\",/" bad.csv >mended.csv
     kam-import -m gb.kam good.csv mended.csv | cmp - expected.csv' 3<<'end'
kam-import: 2 of 3 lines rejected, see bad.csv
end
kam-import -o expected.csv mended.csv
check 'unless a spreadsheet saved it again' 0 \
    'iconv -f UTF-8 -t GB18030 mended.csv | kam-import -m gb.kam | cmp - expected.csv'
check 'and then without saying so' 1 \
    'iconv -f UTF-8 -t GB18030 mended.csv | kam-import' 3<<'end'
kam-import: standard input:2: not UTF-8 at byte 112: '\xBF\xEC l'; the file looks like --encoding GB18030
end
check 'semicolons, a mark, CRLF and quotes everywhere, as spreadsheets have it' 0 \
    'printf "account,month,amount,note\n1,2026-10,x,y\n" | kam-import --rejects bad.csv -o out.csv
     { printf "\357\273\277"; sed "s/\"//g; s/,/\";\"/g; s/^/\"/; s/\$/\"\r/; s/\"x\"/\"4.5\"/" bad.csv; } >saved.csv
     kam-import --encoding GB18030 saved.csv | columns account_id,2026-10' 3<<'err' <<'end'
kam-import: 1 of 1 lines rejected, see bad.csv
err
account_id,2026-10
1,4.50
end

# ---- what else the file said of its lines

check 'the month that --period gave' 0 \
    'printf "account,amount\n1,x\n" >dateless.csv; printf "account,month,amount\n2,2026-13,4\n" >dated.csv
     kam-import --period 2026-10 --rejects bad.csv -o out.csv dateless.csv dated.csv; cat bad.csv
     sed "s/,x,/,3,/; s/,4,2026-13/,4,2026-09/" bad.csv | kam-import | columns account_id,2026-09,2026-10' \
    3<<'err' <<'end'
kam-import: 2 of 2 lines rejected, see bad.csv
err
file,line,column,reason,read_as,account,amount,month
dateless.csv,2,amount,not a number: 'x',month=2026-10,1,x,
dated.csv,2,month,no such month: '2026-13',,2,4,2026-13
account_id,2026-09,2026-10
1,,3.00
2,4.00,
end
check 'ids that a spreadsheet cut, though the file that showed it is not there' 1 \
    'awk "BEGIN { print \"account,month,amount\"; for (i = 1; i <= 12; i++)
         printf \"62220212345%05d,2026-10,1\n\", i % 3 ? i * 10 : i * 7 + 3 }" >cut.csv
     kam-import --rejects bad.csv -o out.csv cut.csv; sed -n "2s/.*\(ids=cut\)/\1/p" bad.csv
     sed 2q bad.csv | kam-import 2>&1 | cut -c 1-70; sed 2q bad.csv | kam-import --long-ids | wc -l
     sed 2q bad.csv | kam-import 2>/dev/null' 3<<'err' <<'end'
kam-import: 8 of 12 lines rejected, see bad.csv
err
ids=cut,6222021234500010,2026-10,1
kam-import: standard input:2: account: an id of more than 15 digits th
2
end
check 'the currency of a title line' 1 \
    'printf "单位：万美元\n客户编号,账期,金额\n1,2026-10,x\n" | kam-import --rejects bad.csv -o out.csv
     sed "s/,x\$/,2/" bad.csv >mended.csv; printf "客户编号,账期,金额(元)\n2,2026-10,3\n" >cny.csv
     kam-import -o out.csv mended.csv cny.csv' 3<<'end'
kam-import: 1 of 1 lines rejected, see bad.csv
kam-import: cny.csv:2: 'CNY', but mended.csv:2 has 'USD': currencies can't be added up; split the file
end
printf 'file,line,column,reason,account,month,amount\na,1,,,1,2026-10,3\n' >lacking.csv
check 'rejected lines that lost how they were read' 1 kam-import lacking.csv 3<<'end'
kam-import: lacking.csv:1: rejected lines without read_as, which says how their amounts and days were read; put the column back behind reason, or say --raw if this is an export
end
check 'an export that looks like them' 0 'kam-import --raw lacking.csv | cut -d, -f 1,8' <<'end'
account_id,revenue
1,3.00
end
check 'a way of reading that is none' 1 \
    'printf "file,line,column,reason,read_as,account,month,amount\na,1,,,decimal=dot,1,2026-10,3\n" | kam-import' 3<<'end'
kam-import: standard input:2: read_as: not a way of reading, such as decimal=point dates=dmy: 'decimal=dot'
end
check 'headings with different units stay apart, and nobody has to guess' 1 \
    'printf "客户编号,月份,金额(万元)\n2,2026-10,y\n" >wan.csv
     printf "客户编号,账期,金额(元)\n1,2026-10,x\n" >yuan.csv
     kam-import --rejects bad.csv -o out.csv yuan.csv wan.csv; cat bad.csv; kam-import bad.csv' 3<<'err' <<'end'
kam-import: 2 of 2 lines rejected, see bad.csv
kam-import: bad.csv:1: '金额(元)' and '金额(万元)' could both be the amount; say which with --amount, or if they are of different exports, split these lines by the column file and take the empty one away from each part
err
file,line,column,reason,read_as,客户编号,账期,金额(元),金额(万元)
yuan.csv,2,金额(元),not a number: 'x',,1,2026-10,x,
wan.csv,2,金额(万元),not a number: 'y',,2,2026-10,,y
end
check 'split by export they are read' 0 \
    'grep -e ^file -e ^yuan bad.csv | cut -d, -f 1-8 | sed "s/,x\$/,3/" >yuan-mended.csv
     grep -e ^file -e ^wan bad.csv | cut -d, -f 1-7,9 | sed "s/,y\$/,4/" >wan-mended.csv
     kam-import yuan-mended.csv wan-mended.csv | columns account_id,currency,revenue' <<'end'
account_id,currency,revenue
1,CNY,3.00
2,CNY,40000.00
end

awk 'BEGIN { print "file,line,column,reason,read_as,account,month,amount"
             for (i = 1; i <= 5000; i++)
                 printf "a.csv,%d,,,decimal=%s,%d,2026-10,5\n", i, i % 1700 ? "point" : "junk", i }' >junk.csv
check 'a way of reading that is none has no amount, either' 0 \
    'kam-import --rejects bad.csv --reconcile books.csv junk.csv 2>message >out.csv
     grep "^junk.csv,rejected," books.csv' <<'end'
junk.csv,rejected,,2,0.00
end

# ---- runs that fail

printf 'account,month,amount\n1,2026-10,x\n2,2026-10,5\n3,2026-10,"6\n' >endless.csv
check 'what was set aside before the end of a run that fails is there' 1 \
    'kam-import --rejects bad.csv -o out4.csv endless.csv; status=$?; cat bad.csv; test ! -e out4.csv; exit $status' \
    3<<'err' <<'end'
kam-import: endless.csv:4: a quote that is never closed: '3,2026-10,"6'
err
file,line,column,reason,read_as,account,month,amount
endless.csv,2,amount,not a number: 'x',,1,2026-10,x
end
check 'so it is past --max-rejects' 1 \
    'sed 3q endless.csv >one.csv; kam-import --rejects bad.csv --max-rejects 0 one.csv; status=$?; sed 1d bad.csv; exit $status' \
    3<<'err' <<'end'
kam-import: more than 0 bad lines; the last was one.csv:2
err
one.csv,2,amount,not a number: 'x',,1,2026-10,x
end
check 'two files of rejected lines, one behind the other' 0 \
    'sed "s/,x\$/,7/" bad.csv >1; sed "s/,1,2026-10,x\$/,9,2026-10,8/" bad.csv >2
     cat 1 2 | kam-import | columns account_id,2026-10' <<'end'
account_id,2026-10
1,7.00
9,8.00
end

finish
