# kam-import --inspect: what the inputs are taken for.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-inspect.sh"

# facts ITEM: of the table on standard input, the facts of ITEM: name, value, why.
facts() {
    awk -F'\t' -v item="$1" '$2 == item { print $3 "|" $4 "|" $5 }'
}

# ---- for a person

cat >title.csv <<'end'
客户账单 2026年10月
单位：万元

客户编号,客户名称,账期,出账金额,备注
00017,港湾银行,2026年9月,1.25,
00018,林氏纺织,2026年10月,12..5,
,某公司,2026年10月,5.00,
合计,,,1.30,
end
check 'an export with titles, a unit, bad lines and a total that does not hold' 1 kam-import --inspect title.csv 3<<'end' <<'out'
kam-import: title.csv: can't be imported as it stands: 2 bad lines, 1 total that doesn't hold
end
title.csv: can't be imported as it stands: 2 bad lines, 1 total that doesn't hold
  kind         raw export
  encoding     UTF-8 (default)
  delimiter    comma (found)
  header line  4 (found)
  above it     line 1: 客户账单 2026年10月
  above it     line 2: 单位：万元 (states a unit)
  columns      5

  column    meaning  why            first cells
  客户编号  account  usual heading  00017        |  00018       |
  客户名称  name     usual heading  港湾银行     |  林氏纺织    |  某公司
  账期      month    usual heading  2026年9月    |  2026年10月  |  2026年10月
  出账金额  amount   usual heading  1.25         |  12..5       |  5.00
  备注      -                       (empty)

  decimal sign  出账金额: point ('1.25' in line 5)
  unit          出账金额: 万元 ('单位：万元' in line 2)
  dates         账期: clear (no day can be read in two ways)
  currency      CNY (said beside the amounts, in a heading or a title)
  accounts      1

  lines     lines    amount
  used          1  12500.00
  total         1  13000.00
  rejected      2  50000.00
  blank         1

  month    accounts  lines    amount
  2026-09         1      1  12500.00

  bad      line 6: 出账金额: not a number: '12..5'
  bad      line 7: 客户编号: no account id: ''
  warning  line 8: the total line says 13000.00, but the lines above add up to 12500.00: lines are missing or doubled

# 'title.csv'
[import]
account = 客户编号
name = 客户名称
month = 账期
amount = 出账金额
decimal = point
unit = 万元
out

# ---- undecided

printf 'account,date,amount\n1,5/10/2026,1.150\n2,6/10/2026,2\n' >unclear.csv
check 'what is open is shown, with what could settle it' 1 kam-import --inspect=model unclear.csv 3<<'end' <<'out'
kam-import: unclear.csv: can't be imported as it stands: 2 things to decide, 2 bad lines
end
# 'unclear.csv'
[import]
account = account
month = date
amount = amount
# decimal = point | comma
#   '1.150': thousands or decimals? say --decimal . or --decimal ,
# dates = dmy | mdy
#   '5/10/2026': day or month first? say --dates dmy or --dates mdy
out
check 'what options say is decided' 0 kam-import --inspect=model --decimal . --dates dmy unclear.csv <<'end'
# 'unclear.csv'
[import]
account = account
month = date
amount = amount
decimal = point
dates = dmy
end
printf 'account,month,amount\n1,2026-10,1.5\n2,2026-10,"2,5"\n' >both.csv
check 'a column with both decimal signs' 1 inspect_items open both.csv 3<<'end' <<'out'
kam-import: both.csv: can't be imported as it stands: 1 thing to decide, 1 bad line
end
open|decimal|point | comma|'2,5' has a decimal comma, but '1.5' in line 2 a decimal point; say --decimal . or --decimal , and the others are bad lines
out
printf 'account,month,amount,revenue,fee\n1,2026-10,1.5,2.5,3.5\n' >two.csv
check 'several columns could be the amount' 1 inspect_items 'header|open' two.csv 3<<'end' <<'out'
kam-import: two.csv: can't be imported as it stands: 1 thing to decide
end
header||1|found
open|amount|amount | revenue | fee|'amount' and 'revenue' could both be the amount; say which with --amount
out
printf 'Kunde,wann,wieviel\n01,2026-10,1.5\n02,2026-10,2\n' >foreign.csv
check 'columns of other names are proposed by what stands in them' 1 inspect_items 'header|open' foreign.csv 3<<'end' <<'out'
kam-import: foreign.csv: can't be imported as it stands: 3 things to decide
end
header||1|the widest record, for want of a better one
open|account|Kunde|no column looks like the account
open|amount|wieviel|no column looks like the amount
open|month|wann|no column looks like the month, or date all lines with --period YYYY-MM
out
printf '0001,Harbour,2026-10,4000.00\n0002,City,2026-10,12.50\n' >headerless.csv
check 'no header: names for its columns' 1 kam-import --inspect=model headerless.csv 3<<'end' <<'out'
kam-import: headerless.csv: can't be imported as it stands: 1 thing to decide
end
# 'headerless.csv'
[import]
# columns = account, account name, month, amount
#   no header was found; if there is none, name the columns
out
check 'which work once they are no comment' 0 'kam-import --inspect=model headerless.csv 2>message | sed "s/^# col/col/" >m.kam
kam-import -m m.kam headerless.csv | cut -d, -f1,2,9' <<'end'
account_id,account_name,revenue
0001,Harbour,4000.00
0002,City,12.50
end
printf 'account,amount\n1,1.5\n2,12..5\n' >undated.csv
check 'without months the lines are read all the same' 1 inspect_items 'lines|amount|month-lines|bad|open' undated.csv 3<<'end' <<'out'
kam-import: undated.csv: can't be imported as it stands: 1 thing to decide, 1 bad line
end
lines|used|1|
amount|used|1.50|
lines|rejected|1|
amount|rejected|0.00|
bad|3|not a number: '12..5'|amount
open|month||no column looks like the month, or date all lines with --period YYYY-MM
out
printf 'account,month,amount,currency\n1,2026-10,1.5,USD\n2,2026-10,2,EUR\n3,2026-10,4,USD\n' >mixed.csv
check 'two currencies' 1 inspect_items 'lines|amount|currency|open' mixed.csv 3<<'end' <<'out'
kam-import: mixed.csv: can't be imported as it stands: 1 thing to decide
end
currency||USD|currency
lines|used|2|
amount|used|5.50|
lines|currency|1|
amount|currency|2.00|
open|currency|"""currency=CODE"""|'EUR', but mixed.csv:2 has 'USD': currencies can't be added up; choose one with --currency COL=CODE
out
printf '单位：万元,,,\n客户编号,账期,金额,用量\n1,2026-10,1.5,3\n' >usage.csv
check 'a unit that may hold for a further sum, too' 1 inspect_items 'unit|open' --sum 用量 usage.csv 3<<'end' <<'out'
kam-import: usage.csv: can't be imported as it stands: 1 thing to decide
end
unit|金额|万元|'单位：万元' in line 1
open|unit||'单位：万元': does that hold for '用量', too? say --unit 用量=1 or --unit 用量=UNIT
out
check 'a column that an option names and nobody has' 1 inspect_items open --account acount both.csv --decimal . 3<<'end' <<'out'
kam-import: both.csv: can't be imported as it stands: 1 thing to decide
end
open|account|account|no column 'acount' for --account, but 'account'; the header has: account, month, amount
out

# ---- encodings

printf '客户编号,账期,出账金额\n0001,2026年10月,5.00\n' >good.csv
iconv -f UTF-8 -t GB18030 good.csv >gbk.csv
check 'another encoding is guessed, and said to be' 1 inspect_items encoding gbk.csv 3<<'end' <<'out'
kam-import: gbk.csv: can't be imported as it stands: 1 guessed encoding
end
encoding||GB18030|guessed
out
check 'the section has it' 0 'kam-import good.csv >wanted; kam-import --inspect=model gbk.csv >m.kam 2>message || :
kam-import -m m.kam gbk.csv | cmp - wanted'
check 'a given one is no guess' 0 inspect_items encoding --encoding GBK gbk.csv <<'end'
encoding||GBK|given
end
check 'one that it is not, is' 1 inspect_items encoding --encoding GB18030 good.csv 3<<'end' <<'out'
kam-import: good.csv: can't be imported as it stands: 1 guessed encoding
end
encoding||UTF-8|guessed, as it isn't what is given
out
printf '0002,中国移动通信集团浙江有限公司,2026-10,5\n0003,上海浦东发展银行股份,2026-10,5\n' |
    sed '1i account,account_name,month,amount' | iconv -f UTF-8 -t GBK >names.csv
check 'one that it hardly is, is taken, with a warning' 0 \
    inspect_items 'encoding|warning|import' --encoding BIG5 names.csv <<'end'
warning||looks like GB18030, but is read as BIG5: check the names, and say --encoding GB18030 if they are garbled|
encoding||BIG5|given
import||works|
end
iconv -f UTF-8 -t UTF-16 good.csv >mark.csv
iconv -f UTF-8 -t UTF-16LE good.csv >pattern.csv
check 'a mark needs no word in the section' 0 'inspect_items encoding mark.csv
kam-import --inspect=model mark.csv | grep encoding || :' <<'end'
encoding||UTF-16LE|by its byte order mark
end
check 'nor does a pattern' 0 'inspect_items encoding pattern.csv
kam-import --inspect=model pattern.csv | grep encoding || :' <<'end'
encoding||UTF-16LE|by its NUL bytes
end
printf 'account,month,amount\n1,2026-10,5\n2\377,2026-10,6\n' >broken.csv
check 'a broken character is counted and placed' 1 inspect_items broken --encoding UTF-8 broken.csv 3<<'end' <<'out'
kam-import: broken.csv: can't be imported as it stands: 1 broken character
end
broken||1, the first at byte 35|bytes that aren't text in this encoding
out

# ---- what can't be understood doesn't hide the rest

: >empty.csv
awk 'BEGIN { for (i = 1; i < 256; i++) for (n = 0; n < 9; n++) printf "%c", i }' >binary.csv
check 'every input by itself; the worst decides' 3 kam-import --inspect=model empty.csv absent.csv good.csv 3<<'end' <<'out'
kam-import: 2 of 3 inputs can't be imported as they stand
end
# 'empty.csv': empty, not even a header: did the command before it fail?

# 'absent.csv': cannot open: No such file or directory

# 'good.csv'
[import]
account = 客户编号
month = 账期
amount = 出账金额
decimal = point
out
check 'no text at all' 1 'status=0; kam-import --inspect binary.csv >out 2>message || status=$?
grep "^  error" out | sed "s/[0-9][0-9]*/N/"; exit $status' <<'end'
  error  no header, and N bytes that are no text: is this a table?
end
printf 'account,month,amount\n1,2026-10,5\n"2,2026-10,6\n3,2026-10,7\n' >endless.csv
check 'a quote that is never closed: what came before it is shown' 1 inspect_items 'lines|error' endless.csv 3<<'end' <<'out'
kam-import: endless.csv: can't be imported as it stands: a quote that is never closed: '"2,2026-10,6\x0A3,2026-10,7'
end
error|3|"a quote that is never closed: '""2,2026-10,6\x0A3,2026-10,7'"|
lines|used|1|
out
check 'an unknown encoding concerns all of them' 2 kam-import --inspect --encoding nonsense gbk.csv 3<<'end'
kam-import: unknown encoding 'nonsense'; 'iconv -l' lists those of this machine
end
sed 's/,/;/g' good.csv >semicolon.csv
check 'different files, different sections' 0 kam-import --inspect=model good.csv semicolon.csv <<'end'
# 'good.csv'
[import good]
account = 客户编号
month = 账期
amount = 出账金额
decimal = point

# 'semicolon.csv'
[import semicolon]
account = 客户编号
month = 账期
amount = 出账金额
delimiter = semicolon
decimal = point
end
mkdir a b
cp good.csv a/x.csv
cp semicolon.csv b/x.csv
check 'each with a name of its own' 0 'kam-import --inspect=model a/x.csv b/x.csv >m.kam; grep import m.kam
kam-import good.csv >wanted; kam-import -m m.kam --as x-2 b/x.csv | cmp - wanted' <<'end'
[import x]
[import x-2]
end
sed s/0001/0002/ good.csv >other.csv
check 'files alike, one section' 0 'kam-import --inspect=model good.csv other.csv | head -n 3' <<'end'
# 'good.csv'
# 'other.csv'
[import]
end
check 'the same lines in two files' 1 'kam-import --inspect=model good.csv a/x.csv >out' 3<<'end'
kam-import: a/x.csv: the same content as good.csv: its lines would count twice
end
check 'standard input' 0 'kam-import --inspect=model <good.csv | head -n 2' <<'end'
# 'standard input'
[import]
end
kam-import -o table.csv good.csv
check 'an account table' 0 kam-import --inspect table.csv <<'end'
table.csv: can be imported as it stands
  kind         account table
  encoding     UTF-8 (default)
  delimiter    comma (found)
  header line  1 (found)
  columns      15

  accounts  1

  lines  lines  amount
  used       1    5.00

  month    accounts  lines  amount
  2026-10         1           5.00

# 'table.csv': an account table, which needs no section
end
check 'its model does no harm' 0 'kam-import --inspect=model table.csv >m.kam; kam-import -m m.kam table.csv | cmp - table.csv'
kam-import --rejects rejected.csv -o out.csv title.csv 2>message
check 'rejected lines' 1 inspect_items 'kind|read_as|decimal|bad' rejected.csv 3<<'end' <<'out'
kam-import: rejected.csv: can't be imported as it stands: 2 bad lines
end
kind||rejected lines|
read_as||as each line says|column read_as
bad|2|not a number: '12..5'|出账金额
bad|3|no account id: ''|客户编号
out

# ---- wide exports, and ids

awk 'BEGIN {
    printf "account,month,amount"; for (i = 1; i <= 300; i++) printf ",x%d", i; print ""
    printf "1,2026-10,5"; for (i = 1; i <= 300; i++) printf ",%d", i; print "" }' >wide.csv
check 'of 303 columns those with a meaning' 0 'kam-import --inspect wide.csv | sed -n "/^  column /,/^$/p"' <<'end'
  column          meaning  why            first cells
  account         account  usual heading  1
  month           month    usual heading  2026-10
  amount          amount   usual heading  5
  and 300 others  -

end
awk 'BEGIN { print "account,month,amount"; for (i = 1; i < 40; i++) printf "62220212345%d%d00000,2026-10,1\n", i / 10, i % 10 }' >cut.csv
check 'ids that a spreadsheet cut' 1 'inspect_items ids cut.csv 2>message' <<'end'
ids|account|cut by a spreadsheet|more of those with 16 and more digits end in zeros than chance explains
end

# ---- usage

for option in '--rejects f' '--reconcile f' '--join good.csv'; do
    check "--inspect with $option" 2 "kam-import --inspect $option good.csv" 3<<'end'
kam-import: --inspect excludes --rejects, --reconcile and --join
Try 'kam-import --help' for more information.
end
done
for option in '--check-total 5' '--check-totals f'; do
    check "--inspect with $option" 2 "kam-import --inspect $option good.csv" 3<<'end'
kam-import: --inspect excludes --check-total and --check-totals
Try 'kam-import --help' for more information.
end
done
for option in '--threads 2' '--memory 1G'; do
    check "--inspect with $option" 2 "kam-import --inspect $option good.csv" 3<<'end'
kam-import: --inspect excludes --threads and --memory
Try 'kam-import --help' for more information.
end
done
for option in --tsv --excel; do
    check "--inspect with $option" 2 "kam-import --inspect $option good.csv" 3<<'end'
kam-import: --inspect writes no table for --tsv or --excel; say --inspect=tsv
Try 'kam-import --help' for more information.
end
done
check 'another form' 2 kam-import --inspect=xml good.csv 3<<'end'
kam-import: --inspect: 'xml': tsv, model, or nothing at all
Try 'kam-import --help' for more information.
end
check 'into a file, though an import would fail' 1 'status=0; kam-import --inspect=tsv -o facts.tsv unclear.csv 2>message || status=$?
head -n 1 facts.tsv; exit $status' <<'end'
file	item	name	value	why
end
printf 'account,month,amount\n1,2026-08,1\n1,2026-10,1\n' >gap.csv
check 'a warning' 0 inspect_items warning gap.csv <<'end'
warning||no line in 2026-09, though there are lines before and after|
end
check 'which --strict makes an error' 1 'kam-import --strict --inspect=tsv gap.csv >out' 3<<'end'
kam-import: gap.csv: can't be imported as it stands: 1 warning, and --strict makes that an error
end

finish
