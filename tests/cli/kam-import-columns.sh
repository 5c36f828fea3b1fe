# kam-import: which column of an export means what, and what becomes of the others.
. "$(dirname "$0")/lib.sh"

# ---- by their headings

cat >bills.csv <<'end'
customer,month,amount
B,2026-10,5
A,2026-09,2.5
A,2026-10,1
end

check 'usual headings, all derived columns, a column a month' 0 kam-import bills.csv <<'end'
account_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,2026-09,2026-10
A,2,2,2026-09,2026-10,0,1,3.50,1.00,1.7500,0.7143,-0.6000,,,2.50,1.00
B,1,1,2026-10,2026-10,0,0,5.00,5.00,5.0000,1.0000,,,,,5.00
end

cat >all.csv <<'end'
Customer Name,Account_ID,GROUP-ID,payer,Bill Date,Net Amount,Cost,Service
Acme,007,G1,008,2026-10-31,10.00,4,voice
Acme,007,G1,008,2026-10-01,-1.00,1,data
end
check 'in any case, with spaces, _ and -' 0 kam-import all.csv <<'end'
account_id,account_name,group_id,payer_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,cost,margin,margin_rate,average,peak_share,growth,growth_3,growth_yoy,services,service_count,2026-10
007,Acme,G1,008,2,1,2026-10,2026-10,0,0,9.00,9.00,5.00,4.00,0.4444,9.0000,1.0000,,,,data|voice,2,9.00
end

cat >chinese.csv <<'end'
客户编号,客户名称,集团编号,付费方编号,账期,出账金额,成本,业务类型,行业
007,Acme,G1,008,2026年10月,10,4,语音,bank
end
check 'Chinese ones' 0 \
    'kam-import chinese.csv | columns account_id,account_name,group_id,payer_id,revenue,cost,services,2026-10' <<'end'
account_id,account_name,group_id,payer_id,revenue,cost,services,2026-10
007,Acme,G1,008,10.00,4.00,语音,10.00
end

printf 'Kunden-Nr.;Belegdatum;Betrag;Währung\n7;2026-10;5;EUR\n8;2026-10;5;JPY\n' >german.csv
check 'German ones, and currencies are not added up' 1 kam-import german.csv 3<<'end'
kam-import: german.csv:3: Währung: 'JPY', but german.csv:2 has 'EUR': currencies can't be added up; choose one with --currency COL=CODE
end

check 'a column nobody asked for is left out' 0 'kam-import chinese.csv | grep -c bank || :' <<'end'
0
end

# ---- by options

cat >odd.csv <<'end'
who,when,how much,what it cost,what,called,of,paid by
7,202610,5,2,x,Acme,G,8
end
check 'by option' 0 kam-import --account who --month when --amount 'how much' --name called \
    --group of --payer 'paid by' --cost 'what it cost' --service what odd.csv <<'end'
account_id,account_name,group_id,payer_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,cost,margin,margin_rate,average,peak_share,growth,growth_3,growth_yoy,services,service_count,2026-10
7,Acme,G,8,1,1,2026-10,2026-10,0,0,5.00,5.00,2.00,3.00,0.6000,5.0000,1.0000,,,,x,1,5.00
end

check 'no account' 1 kam-import odd.csv 3<<'end'
kam-import: odd.csv:1: no column looks like the account; say which with --account COL; the header has: who, when, how much, what it cost, what, called, of, paid by
end
check 'no amount' 1 kam-import --account who odd.csv 3<<'end'
kam-import: odd.csv:1: no column looks like the amount; say which with --amount COL; the header has: who, when, how much, what it cost, what, called, of, paid by
end
check 'no month' 1 kam-import --account who --amount 'how much' odd.csv 3<<'end'
kam-import: odd.csv:1: no column looks like the month; say which with --month COL, or date all lines with --period YYYY-MM; the header has: who, when, how much, what it cost, what, called, of, paid by
end
check 'no month column, but a period' 0 \
    "kam-import --account who --amount 'how much' --period 2025-02 --window 1 odd.csv | columns account_id,2025-02" <<'end'
account_id,2025-02
7,5.00
end
check 'an option names what is not there' 1 kam-import --account whom odd.csv 3<<'end'
kam-import: odd.csv:1: no column 'whom' for --account, but 'who'; the header has: who, when, how much, what it cost, what, called, of, paid by
end
check 'no near name' 1 kam-import --name x bills.csv 3<<'end'
kam-import: bills.csv:1: no column 'x' for --name; the header has: customer, month, amount
end

cat >doubt.csv <<'end'
customer,account,month,amount,fee
A,1,2026-10,5,6
end
check 'two columns could be the account' 1 kam-import doubt.csv 3<<'end'
kam-import: doubt.csv:1: 'customer' and 'account' could both be the account; say which with --account
end
check 'an option decides; then two could be the amount' 1 kam-import --account account doubt.csv 3<<'end'
kam-import: doubt.csv:1: 'amount' and 'fee' could both be the amount; say which with --amount
end
check 'both decided' 0 \
    'kam-import --account account --amount fee doubt.csv | columns account_id,revenue' <<'end'
account_id,revenue
1,6.00
end
check 'an empty name means none' 0 \
    "kam-import --name '' --cost '' --group '' --payer '' --service '' all.csv | columns account_id,account_name,cost,services,revenue" <<'end'
account_id,-,-,-,revenue
007,-,-,-,9.00
end

printf 'customer,month,amount,amount,x,x\nA,2026-10,5,6,1,2\n' >twice.csv
check 'a name that occurs twice is an error once it is used' 1 kam-import --amount amount twice.csv 3<<'end'
kam-import: twice.csv:1: 2 columns are called 'amount'; rename all but one of them
end
check 'also in --keep' 1 kam-import --amount 1 --keep x twice.csv 3<<'end'
kam-import: twice.csv:1: 2 columns are called 'x'; rename all but one of them
end
check 'and none as long as it is not' 0 'kam-import --amount 1 twice.csv | columns account_id,revenue' <<'end'
account_id,revenue
A,1.00
end

# ---- by the model

cat >good.kam <<'end'
[model]
name   = Test
window = 2

[import]
account = who
month   = when
amount  = how much*factor
round   = 1
prefix  = X-
keep    = industry=line of business
collect = what
delimiter = semicolon
encoding = GB18030

[import other]
account = id
amount  = 1
prefix  = Y-
sum     = usage
end
printf 'who;when;how much;factor;line of business;payer;what\n7;2026-10;1.05;1;\322\370\320\320;8;\311\314\316\361\n' >gbk.csv
check 'the columns of [import], its encoding, delimiter, prefix and round' 0 \
    'kam-import -m good.kam gbk.csv' <<'end'
account_id,payer_id,industry,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,what,what_count,2026-10
X-7,X-8,银行,1,1,2026-10,2026-10,0,0,1.00,1.00,1.0000,1.0000,,,,商务,1,1.00
end
check 'its window' 0 \
    'kam-import -m good.kam --period 2026-11 gbk.csv | columns account_id,2026-09,2026-10,2026-11' 3<<'err' <<'end'
kam-import: warning: no line in 2026-11, the period: without its export every customer seems to fall
err
account_id,-,2026-10,2026-11
X-7,-,1.00,
end
printf 'who,when,how much,factor,line of business,what\n7,2026-10,1.05,1,银行,商务\n' >utf8.csv
check 'options come before the model' 0 \
    "kam-import -m good.kam --encoding UTF-8 -d , --prefix '' --round 2 --keep x=who --collect y=what utf8.csv |
    columns account_id,industry,x,what,y,revenue" <<'end'
account_id,-,x,-,y,revenue
7,-,7,-,商务,1.05
end
check 'the same from the environment' 0 \
    'KAM_MODEL=good.kam kam-import gbk.csv | columns account_id,revenue' <<'end'
account_id,revenue
X-7,1.00
end

printf 'id,usage\n7,5\n7,6.5\n' >other.csv
check '[import NAME] with --as' 0 \
    'kam-import -m good.kam --as other --period 2026-10 other.csv | columns account_id,lines,revenue,usage' <<'end'
account_id,lines,revenue,usage
Y-7,2,2.00,11.50
end
check 'a name the model does not have' 2 kam-import -m good.kam --as wrong other.csv 3<<'end'
kam-import: --as: the model has no [import wrong]
end
check 'no model at all' 2 kam-import --as wrong other.csv 3<<'end'
kam-import: --as: the model has no [import wrong]
end

# ---- further columns

cat >more.csv <<'end'
customer,month,amount,industry,usage,device,rank
A,2026-09,1,bank,10,phone,1
A,2026-10,1,bank,0.5,tablet,2
A,2026-10,1,,,phone,3
B,2026-10,1,  ,-1,,4
end
check '--keep, --sum and --collect, in the order given, and often' 0 \
    'kam-import --keep industry,place=rank --sum usage --keep again=industry --collect device,what=industry more.csv |
    cut -d, -f1-5,18-' <<'end'
account_id,industry,place,again,lines,usage,device,device_count,what,what_count,2026-09,2026-10
A,bank,3,bank,3,10.50,phone|tablet,2,bank,1,1.00,2.00
B,,4,,1,-1.00,,0,,0,,1.00
end
check 'a kept column that is not there' 1 kam-import --keep industri more.csv 3<<'end'
kam-import: more.csv:1: no column 'industri' for --keep, but 'industry'; the header has: customer, month, amount, industry, usage, device, rank
end
check 'NEW=COL the wrong way round is explained' 1 kam-import --keep industry=segment more.csv 3<<'end'
kam-import: more.csv:1: no column 'segment' for --keep; it is NEW=COLUMN, and 'industry' is a column
end
check 'a reserved name' 2 kam-import --keep rank more.csv 3<<'end'
kam-import: --keep: 'rank' is a column of kam's own; take it under another name, NEW=rank
end
check 'a reserved name of a sum' 2 kam-import --sum cost=usage more.csv 3<<'end'
kam-import: --sum: 'cost' is a column of kam's own; take it under another name, NEW=usage
end
check 'a reserved name of a set' 2 kam-import --collect services=device more.csv 3<<'end'
kam-import: --collect: 'services' is a column of kam's own; take it under another name, NEW=device
end
check 'months are reserved, too' 2 kam-import --keep 2026-10=device more.csv 3<<'end'
kam-import: --keep: '2026-10' is a column of kam's own; take it under another name, NEW=device
end
check 'and families of names' 2 kam-import --keep points_x=device more.csv 3<<'end'
kam-import: --keep: 'points_x' is a column of kam's own; take it under another name, NEW=device
end
check 'one name for two columns' 2 kam-import --keep x=device --sum x=usage more.csv 3<<'end'
kam-import: --keep: two columns would be called 'x'
end
check 'the count of a set has a name, too' 2 kam-import --collect device --keep device_count=rank more.csv 3<<'end'
kam-import: --keep: two columns would be called 'device_count'
end
check 'a sum that is no number' 1 kam-import --sum device more.csv 3<<'end'
kam-import: more.csv:2: device: not a number: 'phone'
kam-import: more.csv:3: device: not a number: 'tablet'
kam-import: more.csv:4: device: not a number: 'phone'
kam-import: 3 of 4 lines are bad; --rejects FILE sets them aside
end

# ---- the amount

cat >product.csv <<'end'
customer,month,price,quantity,A*B,amount
A,2026-10,1.005,3,7,1
A,2026-10,0.000000001,0.000000001,7,1
A,2026-10,-2,0.5,7,1
end
amount() {
    kam-import --amount "$@" product.csv | columns revenue
}
check 'a product, exact to 18 places' 0 "amount 'price*quantity'" <<'end'
revenue
2.015000000000000001
end
check 'spaces around the names' 0 "amount ' price * quantity '" <<'end'
revenue
2.015000000000000001
end
check 'rounded line by line, half to even' 0 "amount 'price*quantity' --round 2" <<'end'
revenue
2.02
end
check 'a column and a number' 0 "amount 'amount*-0.5'" <<'end'
revenue
-1.50
end
check 'a number counts' 0 'amount 1' <<'end'
revenue
3.00
end
check 'a column called A*B wins' 0 "amount 'A*B'" <<'end'
revenue
21.00
end
check 'a factor that is not there' 1 kam-import --amount 'price*quantiti' product.csv 3<<'end'
kam-import: product.csv:1: no column 'quantiti' for --amount, but 'quantity'; the header has: customer, month, price, quantity, A*B, amount
end
check 'more than two factors are none' 1 kam-import --amount 'price*quantity*amount' product.csv 3<<'end'
kam-import: product.csv:1: no column 'quantity*amount' for --amount; the header has: customer, month, price, quantity, A*B, amount
end
printf 'customer,month,price,quantity\nA,2026-10,0.0000000001,0.0000000001\nB,2026-10,100000000000,100000000000\nC,2026-10,,1\nD,2026-10,1,x\n' >bad.csv
check 'places that a product has too many of, and others that fail' 1 \
    kam-import --amount 'price*quantity' bad.csv 3<<'end'
kam-import: bad.csv:2: the product of the amount's columns: more than 18 decimal places; say --round N
kam-import: bad.csv:3: the product of the amount's columns: number too large
kam-import: bad.csv:4: price: no amount: ''
kam-import: bad.csv:5: quantity: not a number: 'x'
kam-import: 4 of 4 lines are bad; --rejects FILE sets them aside
end
check 'places out of range' 2 kam-import --round 19 bad.csv 3<<'end'
kam-import: --round: '19': a whole number from 0 to 18 is needed
Try 'kam-import --help' for more information.
end

# ---- several files

printf 'amount,month,customer,extra\n1,2026-10,A,\n' >reordered.csv
check 'columns may differ in order' 0 'kam-import bills.csv reordered.csv | columns account_id,lines,revenue' <<'end'
account_id,lines,revenue
A,3,4.50
B,1,5.00
end
printf 'customer;month;amount;cost\nA;2026-10;1;0.5\n' >costly.csv
check 'a measure that an export lacks' 1 kam-import costly.csv bills.csv 3<<'end'
kam-import: bills.csv:1: no column 'cost' for --cost, which other inputs have; the header has: customer, month, amount
end
check 'unless it is not wanted' 0 "kam-import --cost '' costly.csv bills.csv | columns account_id,cost,revenue" <<'end'
account_id,-,revenue
A,-,4.50
B,-,5.00
end
printf 'customer,month,amount,service\nA,2026-10,1,voice\n' >service.csv
check 'the same with services' 1 kam-import bills.csv service.csv 3<<'end'
kam-import: bills.csv:1: no column 'services' for --service, which other inputs have; the header has: customer, month, amount
end
printf 'customer,month,amount,name,customer name\nA,2026-10,1,x,Acme\n' >named.csv
check 'a name may be missing: it is empty there' 0 \
    'kam-import bills.csv named.csv | columns account_id,account_name' <<'end'
account_id,account_name
A,Acme
B,
end
check 'the order of files makes no difference' 0 \
    'kam-import --keep i=customer bills.csv named.csv reordered.csv >1; kam-import --keep i=customer reordered.csv named.csv bills.csv | cmp 1 -'

# ---- wrong usage

check 'a window without a period' 2 kam-import --window 3 bills.csv 3<<'end'
kam-import: --window needs --period, the month it ends with
Try 'kam-import --help' for more information.
end
check 'no month' 2 kam-import --period 2026-13 bills.csv 3<<'end'
kam-import: --period: '2026-13': a month is needed, such as 2026-10
Try 'kam-import --help' for more information.
end
check 'a window before all time' 2 kam-import --period 1900-11 --window 12 bills.csv 3<<'end'
kam-import: --period: a window of 12 months would begin before 1900
end
check 'a window of nothing' 2 kam-import --period 2026-10 --window 0 bills.csv 3<<'end'
kam-import: --window: '0': a whole number from 1 to 1200 is needed
Try 'kam-import --help' for more information.
end
check 'a limit of rejects without rejects' 2 kam-import --max-rejects 3 bills.csv 3<<'end'
kam-import: --max-rejects needs --rejects
Try 'kam-import --help' for more information.
end
check 'join options without a join' 2 kam-import --unmatched x bills.csv 3<<'end'
kam-import: --join-key, --join-encoding and --unmatched need --join
Try 'kam-import --help' for more information.
end
check 'two outputs of one name' 2 kam-import -o x --reconcile ./x bills.csv 3<<'end'
kam-import: two outputs go to one file: x and ./x
Try 'kam-import --help' for more information.
end
check 'also on standard output' 2 kam-import --rejects - bills.csv 3<<'end'
kam-import: two outputs go to one file: - and -
Try 'kam-import --help' for more information.
end

# ---- options that are no text

for option in keep sum collect unit columns invoice prefix account currency join-key as; do
    check "--$option that is no UTF-8, which the table would have" 2 \
        "kam-import --join bills.csv --$option=\$(printf 'x\\377=amount') bills.csv" 3<<end
kam-import: --$option: not UTF-8: 'x\\xFF=amount'
end
done

# ---- columns that nothing is taken from

printf 'account;month;amount;Geld\n1;2026-10;5;EUR\n2;2026-10;6;JPY\n' >money.csv
check 'a column of currencies is asked about' 1 kam-import money.csv 3<<'end'
kam-import: money.csv:2: Geld: 'EUR': is this the currency of the amounts? say --currency 'Geld', or --currency '' if it isn't
end
check 'it is, and currencies are not added up' 1 kam-import --currency Geld money.csv 3<<'end'
kam-import: money.csv:3: Geld: 'JPY', but money.csv:2 has 'EUR': currencies can't be added up; choose one with --currency COL=CODE
end
check "it isn't" 0 "kam-import --currency '' money.csv | columns account_id,revenue" <<'end'
account_id,revenue
1,5.00
2,6.00
end
check 'an inspection asks, too' 1 'kam-import --inspect=model money.csv 2>/dev/null' <<'end'
# 'money.csv'
[import]
account = account
month = month
amount = amount
# currency = ?
#   'EUR': is this the currency of the amounts? say --currency 'Geld', or --currency '' if it isn't
delimiter = semicolon
end
for cells in 'USD USD' 'US$ €' '人民币 USD' '港币 NULL'; do
    # shellcheck disable=SC2086 # two words
    printf 'account,month,amount,x\n1,2026-10,5,%s\naccount,month,amount,x\n2,2026-10,5,%s\n3,2026-10,5,\n' \
        $cells >money.csv
    check "currencies: $cells" 1 'kam-import money.csv 2>&1 | grep -c "is this the currency"; exit 1' <<'end'
1
end
done
for cells in 'EUR region' '元 元' '元 次' 'usd abc' '万元 元' 'ALL TOP'; do
    # shellcheck disable=SC2086 # two words
    printf 'account,month,amount,x\n1,2026-10,5,%s\n2,2026-10,5,%s\n' $cells >money.csv
    check "no currencies: $cells" 0 'kam-import --strict money.csv | columns revenue' <<'end'
revenue
5.00
5.00
end
done
printf 'account,month,amount (USD),x\n1,2026-10,5,USD\n' >money.csv
check 'a currency that is known anyway' 0 'kam-import money.csv | columns currency,revenue' <<'end'
currency,revenue
USD,5.00
end
sed s/5,USD/5,EUR/ money.csv >other.csv
check 'another one than is known' 1 kam-import other.csv 3<<'end'
kam-import: other.csv:2: x: 'EUR': is this the currency of the amounts? say --currency 'x', or --currency '' if it isn't
end
check 'a column that is kept is no question' 0 'kam-import --keep x other.csv | columns x,revenue' <<'end'
x,revenue
EUR,5.00
end

printf 'account,amount,Posting Date,Contract start\n1,5,2026-10-05,2026-02-01\n2,6,2026-09-30,2026-03-01\n' >dated.csv
check 'a column of months beside --period' 0 'kam-import --period 2026-10 --window 1 dated.csv | columns 2026-10' <<'end' 3<<'err'
2026-10
5.00
6.00
end
kam-import: warning: dated.csv:3: Posting Date: '2026-09-30', but --period dates all lines to 2026-10: say --month 'Posting Date' if that is their month, or --month '' if it isn't
err
check 'with --strict the run fails' 1 'kam-import --strict --period 2026-10 dated.csv 2>/dev/null'
check 'it is their month' 0 'kam-import --strict --period 2026-10 --month "Posting Date" --window 2 dated.csv | columns 2026-09,2026-10' <<'end'
2026-09,2026-10
,5.00
6.00,
end
check "it isn't" 0 "kam-import --strict --period 2026-10 --window 1 --month '' dated.csv | columns 2026-10" <<'end'
2026-10
5.00
6.00
end
for cells in '202610 2026-10-31' '2019-02-01 2026-09-30' '2026-09 2026-11' '2026-09 soon' '46260 46290' \
    '5/9/2026 6/9/2026' '123456 202609'; do
    # shellcheck disable=SC2086 # two words
    printf 'account,amount,x\n1,5,%s\n2,5,%s\n' $cells >dated.csv
    check "no months beside --period: $cells" 0 'kam-import --strict --period 2026-10 dated.csv | columns 2026-10' <<'end'
2026-10
5.00
5.00
end
done

finish
