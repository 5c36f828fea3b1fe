# kam-import: what amounts count, and where an export says it.
. "$(dirname "$0")/lib.sh"

# ---- in headings, titles and cells

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

# ---- of other countries

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

# ---- below the table

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

finish
