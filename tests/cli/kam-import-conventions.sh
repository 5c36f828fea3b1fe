# kam-import: how amounts and days are written, decided per file; units and currencies.
. "$(dirname "$0")/lib.sh"

# ---- decimal signs

cat >comma.csv <<'end'
account;month;amount
01;2026-10;1.150
02;2026-10;12,5
03;2026-10;1.234.567
04;2026-10;-0,01
end
check 'a decimal comma, found from the cells that say so' 0 \
    'kam-import comma.csv | columns account_id,2026-10' <<'end'
account_id,2026-10
01,1150.00
02,12.50
03,1234567.00
04,-0.01
end

printf 'account,month,amount\n01,2026-10,1.150\n02,2026-10,12\n' >unclear.csv
check 'thousands or decimals: nobody knows' 1 kam-import unclear.csv 3<<'end'
kam-import: unclear.csv:2: amount: '1.150': thousands or decimals? say --decimal . or --decimal ,
end
check 'a decimal point, as the user says' 0 \
    'kam-import --decimal . unclear.csv | columns account_id,2026-10' <<'end'
account_id,2026-10
01,1.15
02,12.00
end
check 'a decimal comma, as the user says' 0 \
    'kam-import --decimal , unclear.csv | columns account_id,2026-10' <<'end'
account_id,2026-10
01,1150.00
02,12.00
end
check 'as the model says' 0 'printf "[import]\ndecimal = ,\n" >m.kam
kam-import -m m.kam unclear.csv | columns account_id,2026-10' <<'end'
account_id,2026-10
01,1150.00
02,12.00
end
check 'another column answers' 0 'printf "account,month,amount,cost\n01,2026-10,1.150,0.5\n" |
kam-import | columns account_id,revenue,cost' <<'end'
account_id,revenue,cost
01,1.15,0.50
end

printf 'account;month;amount\n01;2026-10;3.50\n02;2026-10;12,5\n' >both.csv
check 'both signs in one column: both lines are named' 1 kam-import both.csv 3<<'end'
kam-import: both.csv:3: amount: '12,5' has a decimal comma, but '3.50' in line 2 a decimal point; say --decimal . or --decimal , and the others are bad lines
end
check 'once it is said, the others are bad lines' 1 kam-import --decimal . both.csv 3<<'end'
kam-import: both.csv:3: amount: unexpected decimal sign, say --decimal . or --decimal ,: '12,5'
end

# A contradiction behind the first MiB, where everything is decided already.
awk 'BEGIN { print "account;month;amount"; for (i = 1; i <= 70000; i++) printf "%d;2026-10;1,5\n", i
             print "9;2026-10;2.5" }' >late.csv
check 'a contradiction further down names the line that decided' 1 kam-import late.csv 3<<'end'
kam-import: late.csv:70002: amount: unexpected decimal sign, say --decimal . or --decimal ,: '2.5'; line 2 has '1,5'
end

printf 'account,month,amount\n"=""01""","=""2026-10""","=""1,5"""\n"=""02""",2026-10,"'"'"'2,25"\n' >wrapped.csv
check 'cells that a spreadsheet wrapped, amounts too' 0 'kam-import wrapped.csv | columns account_id,2026-10' <<'end'
account_id,2026-10
01,1.50
02,2.25
end

# ---- days and months

printf 'account,month,amount\n01,25/10/2026,1\n02,5/10/2026,2\n' >dmy.csv
check 'the day first, found' 0 'kam-import dmy.csv | columns account_id,2026-10' <<'end'
account_id,2026-10
01,1.00
02,2.00
end
printf 'account,month,amount\n01,10/25/2026,1\n02,10/5/2026,2\n' >mdy.csv
check 'the month first, found' 0 'kam-import mdy.csv | columns account_id,2026-10' <<'end'
account_id,2026-10
01,1.00
02,2.00
end
printf 'account,month,amount\n01,5/10/2026,1\n' >either.csv
check 'day or month first: nobody knows' 1 kam-import either.csv 3<<'end'
kam-import: either.csv:2: month: '5/10/2026': day or month first? say --dates dmy or --dates mdy
end
check 'as the user says' 0 'kam-import --dates mdy either.csv | columns account_id,2026-05' <<'end'
account_id,2026-05
01,1.00
end
printf 'account,month,amount\n01,25/10/2026,1\n02,10/25/2026,2\n' >orders.csv
check 'both orders: both lines are named' 1 kam-import orders.csv 3<<'end'
kam-import: orders.csv:3: month: '10/25/2026' has the month first, but '25/10/2026' in line 2 the day; say --dates dmy or --dates mdy and the others are bad lines
end
printf 'account,month,amount\n01,Oct-26,1\n' >short.csv
check 'years of two digits are not guessed' 1 'kam-import short.csv 2>&1 | grep -c "two digits.*--dates"; kam-import short.csv 2>/dev/null' <<'end'
1
end
check 'but read where the user says how' 0 'kam-import --dates dmy short.csv | columns account_id,2026-10' <<'end'
account_id,2026-10
01,1.00
end

# ---- units

cat >wan.csv <<'end'
客户编号,账期,金额(万元),成本（元）
01,2026-10,1.5,8000
02,2026-10,0.01,
end
check 'units in headings' 0 'kam-import wan.csv | columns account_id,revenue,cost' <<'end'
account_id,revenue,cost
01,15000.00,8000.00
02,100.00,0.00
end
printf '单位：万元\n客户编号,账期,金额\n01,2026-10,1.5\n' >title.csv
check 'a unit in a title line' 0 'kam-import title.csv | columns account_id,revenue' <<'end'
account_id,revenue
01,15000.00
end
printf '单位：万元\n客户编号,账期,金额,用量\n01,2026-10,1.5,3\n' >title-sum.csv
check 'a unit in a title line, and a sum that may count anything' 1 \
    kam-import --sum 用量 title-sum.csv 3<<'end'
kam-import: title-sum.csv:1: '单位：万元': does that hold for '用量', too? say --unit 用量=1 or --unit 用量=UNIT
end
check 'as the user says' 0 'kam-import --sum 用量 --unit 用量=1 title-sum.csv | columns account_id,revenue,用量' <<'end'
account_id,revenue,用量
01,15000.00,3.00
end
for title in '单位：万元（除客户数外）' '单位:人民币/万元' '单位,万元' '金额：万元' 万元; do
    printf '%s\n客户编号,账期,金额,成本\n01,2026-10,1.5,1\n' "$title" >title-words.csv
    check "a unit in the title $title" 0 'kam-import title-words.csv | columns revenue' <<'end'
revenue
15000.00
end
done
for title in '(in thousands)' 'USD in thousands' "RMB'000"; do
    printf '%s\naccount,month,amount\n01,2026-10,1.5\n' "$title" >title-words.csv
    check "a unit in the title $title" 0 'kam-import title-words.csv | columns revenue' <<'end'
revenue
1500.00
end
done
printf '金额以万元计\n客户编号,账期,金额\n01,2026-10,1.5\n' >hint.csv
check 'a title that may state a unit' 1 kam-import hint.csv 3<<'end'
kam-import: hint.csv:1: '金额以万元计' may state a unit; say --unit UNIT (万元, thousand, ...), or --unit 1 if it doesn't
end
check 'it does, as the user says' 0 'kam-import --unit 万元 hint.csv | columns revenue' <<'end'
revenue
15000.00
end
check 'it does not' 0 'kam-import --unit 金额=1 hint.csv | columns revenue' <<'end'
revenue
1.50
end
check 'an inspection keeps it open' 0 'kam-import --inspect hint.csv 2>&1 | grep -c "may state a unit"
kam-import --inspect hint.csv 2>&1 | grep "^# unit ="' <<'end'
2
# unit = ?
end
printf '单位：元\n客户编号,账期,金额\n单位：万元\n' | sed '2{h;d};3{p;g}' >two.csv
printf '01,2026-10,1.5\n' >>two.csv
check 'titles that contradict each other' 1 kam-import two.csv 3<<'end'
kam-import: two.csv:2: '单位：万元' may state a unit; say --unit UNIT (万元, thousand, ...), or --unit 1 if it doesn't
end
for title in 万科物业2026年10月账单 100万元以上客户 'Thousand Oaks Inc.' 千兆宽带; do
    printf '%s\n客户编号,账期,金额\n01,2026-10,1.5\n' "$title" >names.csv
    check "no unit in $title" 0 'kam-import names.csv | columns revenue' <<'end'
revenue
1.50
end
done
printf '客户编号,账期,收入（万元/月）,用量(千次)\n01,2026-10,1.5,2\n' >hint-heading.csv
check 'a heading that may state a unit' 1 kam-import --amount '收入（万元/月）' hint-heading.csv 3<<'end'
kam-import: hint-heading.csv:1: '收入（万元/月）' may state a unit; say --unit UNIT (万元, thousand, ...), or --unit 1 if it doesn't
end
check 'that of a sum' 1 kam-import --amount '收入（万元/月）' --unit 万元 --sum '用量(千次)' hint-heading.csv 3<<'end'
kam-import: hint-heading.csv:1: '用量(千次)' may state a unit; say --unit 用量(千次)=UNIT (万元, thousand, ...), or --unit 用量(千次)=1 if it doesn't
end
check 'both are said' 0 'kam-import --amount "收入（万元/月）" --unit "万元, 用量(千次)=千" --sum "用量(千次)" hint-heading.csv | columns "revenue,用量(千次)"' <<'end'
revenue,用量(千次)
15000.00,2000.00
end
for heading in '收入（单位：万元）' '收入（万元）（含税）' '收入(万元、含税)'; do
    printf '客户编号,账期,%s\n01,2026-10,1.5\n' "$heading" >heading-words.csv
    check "a unit in the heading $heading" 0 \
        "kam-import --amount '$heading' heading-words.csv | columns revenue" <<'end'
revenue
15000.00
end
done
printf 'account,month,amount\n01,2026-10,1250\n' >cents.csv
check 'cents' 0 'kam-import --unit 分 cents.csv | columns account_id,revenue' <<'end'
account_id,revenue
01,12.50
end
printf 'account,month,amount\n01,2026-10,12.3万\n02,2026-10,1.2亿元\n' >cells.csv
check 'units in cells' 0 'kam-import cells.csv | columns account_id,revenue' <<'end'
account_id,revenue
01,123000.00
02,120000000.00
end
check 'a unit in the cell and another for the column' 0 'kam-import --unit 万元 cells.csv 2>&1 | head -n 1' <<'end'
kam-import: cells.csv:2: amount: a unit here and another one of the column: '12.3万'
end
printf '单位：万元\n客户编号,账期,金额\n1,2026-10,1.5元\n2,2026-10,￥2\n' >whole.csv
check 'yuan among 10000 yuan; a sign says nothing of it' 1 kam-import whole.csv 3<<'end'
kam-import: whole.csv:3: 金额: a unit here and another one of the column: '1.5元'
end
check 'where the column counts yuan they are right' 0 \
    "sed 1s/万元/元/ whole.csv | kam-import | columns account_id,revenue" <<'end'
account_id,revenue
1,1.50
2,2.00
end
check 'no unit' 2 kam-import --unit dozen cells.csv 3<<'end'
kam-import: --unit: no unit: 'dozen'; a unit is 元, 万元, thousand, ...
end

cat >misspelled.kam <<'end'
[import]
unit = amuont=万元
end
check 'a unit of a column that is not there' 1 kam-import --unit amuont=万元 cells.csv 3<<'end'
kam-import: cells.csv:1: no column 'amuont' for --unit, but 'amount'; the header has: account, month, amount
end
check 'nor by the model' 1 kam-import --model misspelled.kam cells.csv 3<<'end'
kam-import: cells.csv:1: no column 'amuont' for --unit, but 'amount'; the header has: account, month, amount
end
check 'an inspection asks for it' 1 'kam-import --inspect=tsv --unit amuont=万元 cells.csv 2>/dev/null >facts
    status=$?; grep "	open	" facts; exit $status' <<'end'
cells.csv	open	unit		no column 'amuont' for --unit, but 'amount'; the header has: account, month, amount
end
printf 'account,month,fee\n03,2026-10,5\n' >fee.csv
kam-import fee.csv >fee-table.csv
check 'a unit of a column of another export, beside an account table' 0 \
    'kam-import --unit fee=万元 cells.csv fee.csv fee-table.csv | columns account_id,revenue' <<'end'
account_id,revenue
01,123000.00
02,120000000.00
03,50005.00
end
check 'account tables need none' 0 'kam-import --unit fee=万元 fee-table.csv | columns revenue' <<'end'
revenue
5.00
end

# ---- currencies

cat >mixed.csv <<'end'
account,month,amount,币种
01,2026-10,10,CNY
02,2026-10,20,usd
03,2026-10,30,人民币
end
check 'currencies are never added up' 1 kam-import mixed.csv 3<<'end'
kam-import: mixed.csv:3: 币种: 'USD', but mixed.csv:2 has 'CNY': currencies can't be added up; choose one with --currency COL=CODE
end
check 'one is chosen, the others are left out and counted' 0 \
    'kam-import --currency 币种=CNY --reconcile lines.csv mixed.csv | columns account_id,currency,revenue
     grep currency lines.csv' <<'end'
account_id,currency,revenue
01,CNY,10.00
03,CNY,30.00
mixed.csv,currency,2026-10,1,20.00
(all),currency,,1,20.00
end
check 'the one chosen may be written as its cells may' 0 \
    'kam-import --currency 币种=rmb mixed.csv | columns account_id,currency,revenue' <<'end'
account_id,currency,revenue
01,CNY,10.00
03,CNY,30.00
end
check 'tables keep them apart, too' 1 'kam-import --currency 币种=CNY -o cny.csv mixed.csv
kam-import --currency 币种=USD -o usd.csv mixed.csv
kam-import cny.csv usd.csv' 3<<'end'
kam-import: usd.csv:2: currency: 'USD', but cny.csv:2 has 'CNY': currencies can't be added up; choose one with --currency COL=CODE
end
printf 'account,month,amount\n01,2026-10,￥5\n02,2026-10,$5\n' >signs.csv
check 'signs of two currencies' 1 kam-import signs.csv 3<<'end'
kam-import: signs.csv:3: 'USD', but signs.csv:2 has 'CNY': currencies can't be added up; split the file
end

# wherever the currency is known from, the table says it, so that its sums aren't taken for others
printf 'account,month,amount,payer,city\n01,2026-10,$5,9,Rome\n02,2026-10,6,9,Oslo\n' >sign.csv
printf 'account,month,amount (USD)\n01,2026-10,5\n' >heading.csv
printf '单位：美元\naccount,month,amount\n01,2026-10,5\n' >title.csv
printf 'account,month,amount\n01,2026-10,7\n' >unknown.csv
printf 'account,month,amount (CNY)\n01,2026-10,7\n' >yuan.csv
check 'every table says its currency where it is known' 0 \
    'kam-import --keep city sign.csv | cut -d, -f 1-5
     for i in heading title unknown yuan; do kam-import -o $i.t $i.csv; cut -d, -f 1-3 $i.t; done
     kam-import --unit=元 unknown.csv | cut -d, -f 1-3' <<'end'
account_id,payer_id,currency,city,lines
01,9,USD,Rome,1
02,9,USD,Oslo,1
account_id,currency,lines
01,USD,1
account_id,currency,lines
01,USD,1
account_id,lines,months
01,1,1
account_id,currency,lines
01,CNY,1
account_id,currency,lines
01,CNY,1
end
# units of others
printf '単位：百万円\n客户编号,月份,金额\n01,2026-10,5\n' >yen.csv
printf '客户编号,月份,売上（千円）\n01,2026-10,5\n' >yen-heading.csv
printf '客户编号,月份,amount (lakhs)\n01,2026-10,5\n' >lakh.csv
check 'yen and lakhs' 0 \
    "kam-import yen.csv | columns currency,revenue
     kam-import --amount '売上（千円）' yen-heading.csv | columns currency,revenue
     kam-import lakh.csv | columns revenue" <<'end'
currency,revenue
JPY,5000000.00
currency,revenue
JPY,5000.00
revenue
500000.00
end
for title in '单位：卢比' 'Unit: Mill.' 'Rs. in Lakhs' "Montants en milliers d'euros" '客户收入表（万）'; do
    printf '%s\naccount,month,amount\n01,2026-10,5\n' "$title" >others.csv
    check "asked for: $title" 0 'kam-import others.csv 2>&1 | grep -c "may state a unit"
        kam-import --unit lakh others.csv | columns revenue' <<'end'
1
revenue
500000.00
end
done
for heading in 'Amount (₹ lakhs)' 'Amount (Rs. Crore)' "CA (milliers d'euros)" 'amount (mm)' 'revenue (x1000)'; do
    printf 'account,month,%s\n01,2026-10,5\n' "$heading" >others.csv
    check "asked for: $heading" 0 "kam-import --amount \"$heading\" others.csv 2>&1 | grep -c 'may state a unit'" <<'end'
1
end
done
for title in 单位：某某公司 编制单位：甲 'Business unit: k'; do
    printf '%s\naccount,month,amount\n01,2026-10,5\n' "$title" >others.csv
    check "no unit: $title" 0 'kam-import others.csv | columns revenue' <<'end'
revenue
5.00
end
done

# units below the table
for total in '合计（单位：万元）' '合计(万元)' 'Total (USD thousand)' '合计(万)'; do
    printf '客户编号,账期,金额\n01,2026-10,5\n02,2026-10,1\n%s,,6\n' "$total" >below.csv
    check "a unit in $total" 1 kam-import below.csv 3<<end
kam-import: below.csv:4: '$total' may state another unit than the amounts above it have; say --unit 金额=UNIT (万元, thousand, ...), or --unit 金额=1 if it doesn't
end
    check 'as the user says' 0 'kam-import --unit 金额=千 below.csv | columns revenue' <<'end'
revenue
5000.00
1000.00
end
done
for note in '注：金额单位为万元' '说明：金额以万元计' '备注：单位：千元'; do
    printf '客户编号,账期,金额\n01,2026-10,5\n02,2026-10,1\n合计,,6\n%s,,\n' "$note" >below.csv
    check "a unit in $note" 1 kam-import below.csv 3<<end
kam-import: below.csv:5: '$note' may state another unit than the amounts above it have; say --unit 金额=UNIT (万元, thousand, ...), or --unit 金额=1 if it doesn't
end
done
printf '单位：万元\n客户编号,账期,金额\n01,2026-10,5\n02,2026-10,1\n合计(万元),,6\n注：金额单位为万元\n' >below.csv
check 'the same as above' 0 'kam-import below.csv | columns revenue' <<'end'
revenue
50000.00
10000.00
end
check 'and another' 0 "sed '1s/万/千/' below.csv | kam-import 2>&1 | cut -d\; -f1" <<'end'
kam-import: standard input:5: '合计(万元)' may state another unit than the amounts above it have
end
for note in '注：100万元以上客户另计' '注：金额单位为元' '制表：万科物业'; do
    printf '客户编号,账期,金额\n01,2026-10,5\n合计(元),,5\n%s\n' "$note" >below.csv
    check "no unit in $note" 0 'kam-import below.csv | columns revenue' <<'end'
revenue
5.00
end
done

# a title that says the currency alone
for title in '币种：美元  单位：万元' '账单（币种：美元，单位：万元）' '币种,美元,单位,万元' '单位：万元 币种：USD'; do
    printf '%s\n客户编号,账期,金额\n01,2026-10,5\n' "$title" >of-title.csv
    check "the currency of $title" 0 'kam-import of-title.csv | columns currency,revenue' <<'end'
currency,revenue
USD,50000.00
end
done
for title in 'Report currency: USD' 'Report in USD' 'Currency,USD'; do
    printf '%s\ncustomer,month,amount\n01,2026-10,5\n' "$title" >of-title.csv
    check "and of $title, whose scale is 1" 0 'kam-import of-title.csv | columns currency,revenue' <<'end'
currency,revenue
USD,5.00
end
done
printf '币种：美元\n客户编号,账期,金额\n01,2026-10,￥7\n' >of-title.csv
check 'a sign of another one' 1 kam-import of-title.csv 3<<'end'
kam-import: of-title.csv:3: 金额: CNY beside the amount, but USD above the header; say --unit '金额=CNY' if the cells are right: '￥7'
end
printf 'Currency: USD\ncustomer,month,amount (thousands)\n01,2026-10,5\n02,2026-10,x\n' >of-title.csv
check 'the currency of a heading that has a scale only, also of a line fed in again' 0 \
    "kam-import --rejects bad.csv -o all.t of-title.csv 2>message
     columns currency,revenue <all.t; sed 's/,x\$/,7/' bad.csv | kam-import | columns currency,revenue" <<'end'
currency,revenue
USD,5000.00
currency,revenue
USD,7000.00
end
printf '币种：美元\n客户编号,账期,金额(元)\n01,2026-10,7\n' >of-title.csv
check 'yuan below dollars' 1 kam-import of-title.csv 3<<'end'
kam-import: of-title.csv:2: '金额(元)' may state a unit; say --unit 金额(元)=UNIT (万元, thousand, ...), or --unit 金额(元)=1 if it doesn't
end
check 'as the user says' 0 "kam-import --unit '金额(元)=USD' of-title.csv | columns currency,revenue" <<'end'
currency,revenue
USD,7.00
end
for title in '币种：加元' '币种：美元 单位：人民币万元' 'in EUR and USD'; do
    printf '%s\n客户编号,账期,金额\n01,2026-10,5\n' "$title" >of-title.csv
    check "not known: $title" 1 kam-import of-title.csv 3<<end
kam-import: of-title.csv:1: '$title' may state a unit; say --unit UNIT (万元, thousand, ...), or --unit 1 if it doesn't
end
done
printf '币种：美元\n客户编号,账期,金额,币种\n01,2026-10,7,CNY\n' >of-title.csv
check 'a column of currencies knows better' 0 'kam-import of-title.csv | columns currency,revenue' <<'end'
currency,revenue
CNY,7.00
end
check 'two tables' 1 kam-import heading.t yuan.t 3<<'end'
kam-import: yuan.t:2: currency: 'CNY', but heading.t:2 has 'USD': currencies can't be added up; choose one with --currency COL=CODE
end
check 'a table and an export' 1 kam-import heading.t yuan.csv 3<<'end'
kam-import: heading.t:2: currency: 'USD', but yuan.csv:2 has 'CNY': currencies can't be added up; choose one with --currency COL=CODE
end
check 'of two tables one is chosen' 0 \
    'kam-import --currency currency=CNY heading.t yuan.t | columns account_id,currency,revenue' <<'end'
account_id,currency,revenue
01,CNY,7.00
end
check 'one that is not there is not the currency of the table, and there is a warning' 0 \
    'kam-import --currency 币种=EUR mixed.csv | cut -d, -f 1-3' <<'end' 3<<'err'
account_id,lines,months
end
kam-import: warning: no line is in the currency 'EUR'; there are lines in 'CNY', 'USD'
err
check 'one that only one of two exports has' 0 \
    'sed "s/CNY/EUR/; s/人民币/EUR/" mixed.csv | sed "/USD/d" >euro.csv
     kam-import --strict --currency 币种=EUR mixed.csv euro.csv | columns currency | uniq' <<'end'
currency
EUR
end
check 'what is not known adds to any, and parts give what the whole gives' 0 \
    'kam-import unknown.csv heading.csv >whole
     kam-import unknown.t heading.t | cmp - whole; kam-import unknown.csv heading.t | cmp - whole
     kam-import heading.csv unknown.t | cmp - whole; columns currency,revenue <whole' <<'end'
currency,revenue
USD,12.00
end
check 'nor is an empty cell an error' 0 \
    'sed "s/,USD,/,,/" heading.t | kam-import - yuan.t | columns currency,revenue' <<'end'
currency,revenue
CNY,12.00
end
check 'two columns of a table' 1 'sed "s/months/currency/" heading.t | kam-import' 3<<'end'
kam-import: standard input:1: two columns are called currency; rename one
end
printf 'account,month,amount,cost\n1,2026-10,$5,$3\n2,2026-10,$5,3\n3,2026-10,$5,￥3\n' >costs.csv
check 'a cost in another currency than its amount' 1 kam-import costs.csv 3<<'end'
kam-import: costs.csv:4: cost: another currency than the amount: '￥3'
end
printf 'account,month,amount,cost\n1,2026-10,5,￥3\n2,2026-10,5,$3\n' >costs.csv
check 'costs in two currencies, and amounts that say none' 1 kam-import costs.csv 3<<'end'
kam-import: costs.csv:3: 'USD', but costs.csv:2 has 'CNY': currencies can't be added up; split the file
end
printf 'account,month,amount,cost (JPY)\n1,2026-10,5,￥3\n2,2026-10,5,3\n' >costs.csv
check 'costs in one currency are what the amounts are in' 0 'kam-import costs.csv | columns currency,cost' <<'end'
currency,cost
JPY,3.00
JPY,3.00
end
printf 'account,month,amount,here,there\n1,2026-10,5,￥3,$2\n2,2026-10,5,￥3,$2\n' >costs.csv
check 'two sums in currencies of their own' 0 \
    'kam-import --sum here,there costs.csv | columns currency,here,there' <<'end'
currency,here,there
CNY,3.00,2.00
CNY,3.00,2.00
end
printf '客户编号,月份,收入(元),成本(USD)\n1,2026-10,5,3\n' >costs.csv
check 'by their headings' 1 kam-import costs.csv 3<<'end'
kam-import: costs.csv:2: 成本(USD): another currency than the amount: '3'
end
printf 'account,month,amount,cost (CNY),币种\n1,2026-10,5,3,CNY\n2,2026-10,5,3,USD\n' >costs.csv
check 'but not of lines that are left out' 0 \
    'kam-import --currency 币种=CNY costs.csv | columns account_id,currency,revenue,cost' <<'end'
account_id,currency,revenue,cost
1,CNY,5.00,3.00
end


# a sign in a cell against what is said of its column

printf '客户编号,月份,金额(万元),成本\n1,2026-10,$5,￥2\n2,2026-10,￥6,￥3\n3,2026-10,7,3\n' >dollars.csv
check 'a sign that the heading contradicts' 1 kam-import dollars.csv 3<<'end'
kam-import: dollars.csv:2: 金额(万元): USD beside the amount, but CNY in the heading; say --unit '金额(万元)=USD 万' if the cells are right: '$5'
end
check 'the heading is wrong' 0 \
    "sed -e '/￥6/d' -e 's/￥//' dollars.csv | kam-import --unit '金额(万元)=USD 万' | columns account_id,currency,revenue" <<'end'
account_id,currency,revenue
1,USD,50000.00
3,USD,70000.00
end
check 'or nobody knows but the cells' 0 \
    "grep -v '[$]' dollars.csv | kam-import --unit '金额(万元)=万' | columns account_id,currency,revenue" <<'end'
account_id,currency,revenue
2,CNY,60000.00
3,CNY,70000.00
end
check 'so does --unit' 1 "sed 's/(万元)//' dollars.csv | kam-import --unit 元 2>&1 | head -n 1; exit 1" <<'end'
kam-import: standard input:2: 金额: USD beside the amount, but CNY by --unit; say --unit '金额=USD' if the cells are right: '$5'
end
printf '单位：万元\n客户编号,月份,单价,用量\n1,2026-10,5,$2\n' >dollars.csv
check 'so does a title, also in a product' 1 kam-import --amount '单价*用量' dollars.csv 3<<'end'
kam-import: dollars.csv:3: 单价: USD beside the amount, but CNY above the header; say --unit '单价=USD 万' if the cells are right: '5'
end
printf 'account,month,amount,cost (CNY)\n1,2026-10,$5,$3\n2,2026-10,5,$3\n' >dollars.csv
check 'and of a cost, whatever the amount is in' 1 kam-import dollars.csv 3<<'end'
kam-import: dollars.csv:2: cost (CNY): USD beside the amount, but CNY in the heading; say --unit 'cost (CNY)=USD' if the cells are right: '$3'
kam-import: dollars.csv:3: cost (CNY): USD beside the amount, but CNY in the heading; say --unit 'cost (CNY)=USD' if the cells are right: '$3'
kam-import: 2 of 2 lines are bad; --rejects FILE sets them aside
end
printf 'account,month,金额(元),币种\n1,2026-10,$5,USD\n2,2026-10,6,USD\n' >dollars.csv
check 'a column of currencies decides' 0 'kam-import dollars.csv | columns account_id,currency,revenue' <<'end'
account_id,currency,revenue
1,USD,5.00
2,USD,6.00
end

printf 'account,month,金額(円),cost\n1,2026-10,¥5,¥3\n2,2026-10,￥6,3\n' >signs.csv
check 'a sign of several currencies is in that of the heading' 0 \
    'kam-import signs.csv | columns account_id,currency,revenue,cost' <<'end'
account_id,currency,revenue,cost
1,JPY,5.00,3.00
2,JPY,6.00,3.00
end
printf 'account,month,amount,currency\n1,2026-10,$5,HKD\n2,2026-10,HK$6,HKD\n' >hong-kong.csv
check 'or in that of its column' 0 'kam-import hong-kong.csv | columns account_id,currency,revenue' <<'end'
account_id,currency,revenue
1,HKD,5.00
2,HKD,6.00
end
check 'but in none that is written otherwise' 1 'sed "s/¥/$/" signs.csv | kam-import' 3<<'end'
kam-import: standard input:2: 金額(円): USD beside the amount, but JPY in the heading; say --unit '金額(円)=USD' if the cells are right: '$5'
end

printf 'account,month,amount,cost\n1,2026-10,€5,$3\n2,2026-10,$6,$3\n' >costs.csv
check 'a line that is set aside does not decide the currency of the others' 0 \
    'kam-import --rejects bad.csv costs.csv 2>warnings | columns account_id,currency,revenue
     cat warnings; cut -d, -f 2-4 bad.csv' <<'end'
account_id,currency,revenue
2,USD,6.00
kam-import: 1 of 2 lines rejected, see bad.csv
line,column,reason
2,cost,another currency than the amount: '$3'
end

# ---- ids

cat >destroyed.csv <<'end'
account,month,amount
1.23E+11,2026-10,1
'00123,2026-10,2
０１２３,2026-10,4
end
check 'an id that a spreadsheet destroyed' 1 kam-import --rejects bad.csv --max-rejects 0 destroyed.csv 3<<'end'
kam-import: more than 0 bad lines; the last was destroyed.csv:2
end
check 'others are only dressed up' 0 'sed 2d destroyed.csv | kam-import | columns account_id,revenue' <<'end'
account_id,revenue
00123,2.00
0123,4.00
end
awk 'BEGIN { print "account,month,amount"; for (i = 1; i <= 12; i++)
    printf "62220212345%05d,2026-10,1\n", i % 3 ? i * 10 : i * 7 + 3 }' >cut.csv
check 'long ids that end in zeros more often than chance has it' 1 \
    'kam-import cut.csv 2>&1 | sed -n "1s/: cut.csv:[0-9]*: account/: ... account/p"; kam-import cut.csv 2>/dev/null' <<'end'
kam-import: ... account: an id of more than 15 digits that ends in zeros as many here do: a spreadsheet cut it, and several ids may have become one; export the column as text, or say --long-ids if they are right: '6222021234500010'
end
check 'unless the user knows better' 0 'kam-import --long-ids cut.csv | wc -l' <<'end'
13
end

printf 'account,account_name,month,amount\n1,Ann,2026-09,1\n2,Bob,2026-09,1\n' >a.csv
printf 'account,account_name,month,amount\n1,Cat,2026-10,1\n3,Dan,2026-10,1\n' >b.csv
check 'one id, two names, two files' 0 'kam-import -o out.csv a.csv b.csv' 3<<'end'
kam-import: warning: b.csv: 1 of 1 ids that a.csv has too have other names there, such as '1': are these two billing systems? tell their ids apart with --prefix
end

# ---- invoices

cat >invoices.csv <<'end'
account,month,amount,no,line
01,2026-10,10,A1,1
01,2026-10,10,A1,2
02,2026-10,20,A2,1
01,2026-10,10,A1,1
end
check 'an invoice that was there before' 1 kam-import --invoice no,line invoices.csv 3<<'end'
kam-import: invoices.csv:5: no: the invoice 'A1', '1' stands in invoices.csv:2, too
end

finish
