# kam-import: what currency amounts are in; amounts of two currencies are never added up.
. "$(dirname "$0")/lib.sh"

# ---- never added up

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

# ---- in tables

# Wherever the currency is known from, the table says it, so that its sums aren't taken for others.
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

# ---- titles that say the currency alone

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

# ---- a sign in a cell against what is said of its column

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

finish
