# kam-import --inspect=model: the section gives what the inspected run gives.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-inspect.sh"

# feeds_back MORE FILE OPTION...: says where an import with the section printed, and the options
# MORE, which it tells to give, differs from one with OPTIONS.
feeds_back() {
    more=$1
    file=$2
    shift 2
    kam-import "$@" "$file" >wanted || return
    kam-import --inspect=model "$@" "$file" >m.kam
    [ -z "$more" ] || grep -F -q -x -e "# and say: $more" m.kam || echo "not said: $more"
    eval "kam-import -m m.kam $more $file" | diff wanted -
}

# Names that mean something to a model, or to the option.
number=0
for name in 'a#b' 'a #b' '# a' ';a' 'a ; b' 'a=b' '=' 'a,b' ',' '[a]' '[import]' '"' '""' 'a"b' \
    '"a"' 'a  b' 'a*b' '*' 'a|b' '|' "a'b" 'a\b' 'a	b' '客户；号' '用量(万元)' '%' '100%' '$' 'a:b' \
    '!' '=a' 'a=' 'none' 'a=CNY'; do
    number=$((number + 1))
    quoted=\"$(printf %s "$name" | sed 's/"/""/g')\"
    printf '%s,month,name,amount\n01,2026-10,x,1.5\n02,2026-10,y,2.5\n' "$quoted" >odd.csv
    check "an account called $name" 0 feeds_back '' odd.csv --account "$name"
    printf 'account,month,%s\n01,2026-10,1.5\n02,2026-10,2.5\n' "$quoted" >odd.csv
    check "an amount called $name" 0 feeds_back '' odd.csv --amount "$name" --unit "$quoted=万元"
    printf 'account,month,amount,%s,x\n01,2026-10,1.5,2.5,1\n02,2026-10,2.5,3.5,2\n' "$quoted" >odd.csv
    check "lists with $name" 0 feeds_back '' odd.csv --keep "x,new=$quoted" --sum "sum=$quoted" \
        --collect "set=$quoted" --invoice "$quoted,x"
    printf '01,2026-10,1.5,2.5\n' >odd.csv
    check "columns with $name" 0 feeds_back '' odd.csv --columns "account,month,amount,$quoted" \
        --keep "x=$quoted"
done
check 'these were names' 0 "[ $number -gt 30 ]"

printf '"ac\ncount no",month,amount\n01,2026-10,1.5\n' >line.csv
check 'a name of two lines is what a model cannot say' 0 kam-import --inspect=model --account "ac
count no" line.csv <<'end'
# 'line.csv'
[import]
# account: a model can't say 'ac\x0Acount no'
month = month
amount = amount
decimal = point
end

cat >semi.csv <<'end'
Kunde;account;date;amount;Kosten;currency
A;0001;25.10.2026;1.234,50;1.000;EUR
B;0002;5.10.2026;12,5;3;EUR
C;0003;5.11.2026;12,5;3;USD
end
check 'semicolons, commas, days first, one currency' 0 feeds_back '' semi.csv --currency currency=EUR \
    --cost Kosten --prefix 'x #'
check 'products and rounding' 0 feeds_back '' semi.csv --currency currency=EUR --amount 'amount*0.06' --round 1
check 'lines that are counted, whatever their currency' 0 feeds_back "--currency ''" semi.csv --amount 1 --currency ''
check 'what no key can say is said beside' 0 feeds_back '--period 2026-10 --window 2' semi.csv \
    --period 2026-10 --window 2 --currency currency=EUR
printf '账单,\n单位：万元,,\n客户编号,账期,金额\n01,2026-10,1.5\n02,2026-10,2\n' >t.csv
check 'a unit in a title' 0 feeds_back '' t.csv
printf '客户编号,账期,金额(千元)\n01,2026-10,1.5\n02,2026-10,2\n' >t.csv
check 'a unit in a heading' 0 feeds_back '' t.csv
printf '客户,,账期,账单\n编号,名称,,金额\n01,a,2026-10,1.5\n' >t.csv
check 'a header of two lines' 0 feeds_back '' t.csv
printf 'account,month,amount\naccount,month,amount\n01,2026-10,1.5\n' >t.csv
check 'a header line as the user says' 0 feeds_back '' t.csv --header-line 2
for delimiter in '^' '#' ';' '|' ' ' '='; do
    printf 'account,month,amount\n01,2026-10,1.5\n' | tr , "$delimiter" >t.csv
    check "delimiter '$delimiter'" 0 feeds_back '' t.csv -d "$delimiter"
done
printf 'account\tmonth\tamount\n01\t2026-10\t1.5\n' >t.csv
check 'tabs' 0 feeds_back '' t.csv
awk 'BEGIN { print "account,month,amount"; for (i = 10; i < 40; i++) printf "6222021234%d00000000,2026-10,1\n", i }' >t.csv
check 'long ids that are right' 0 feeds_back '--long-ids' t.csv --long-ids

columns=BilledCost,BillingAccountId,BillingCurrency,BillingPeriodStart,SubAccountId,SubAccountName,ServiceName
cat >focus.csv <<end
$columns
1.123456789012,p,USD,2026-10-01T00:00:00Z,s1,n,EC2
2,p,USD,2026-10-01T00:00:00Z,,,Tax
end
check 'a cloud bill, where the payer stands in for an account' 0 feeds_back '' focus.csv
check 'and it is known by name' 0 'inspect_items kind focus.csv; kam-import --inspect=model focus.csv | head -n 3' <<'end'
kind||FOCUS|known by its columns
# 'focus.csv'
[import]
# account = SubAccountId as FOCUS has it; saying so would rule out its exceptions
end
printf 'SubscriptionId,MeterCategory,CostInBillingCurrency,Date\ns,VM,1.5,10/05/2026\n' >azure.csv
check 'a cloud bill whose days are known' 0 'feeds_back "" azure.csv; inspect_items dates azure.csv' <<'end'
dates|Date|mdy|Azure cost details
end

printf '[import big]\namount = Kosten\nround = 1\ndecimal = ,\n' >old.kam
check 'the model that was in force is in the section' 0 'kam-import -m old.kam --as big --currency "" semi.csv >wanted
kam-import -m old.kam --as big --currency "" --inspect=model semi.csv >m.kam; grep -E "^(.import|amount|round)" m.kam
kam-import -m m.kam --as big --currency "" semi.csv | cmp - wanted
inspect_items column -m old.kam --as big --currency "" semi.csv | grep amount' <<'end'
[import big]
amount = Kosten
round = 1
column|amount||
column|Kosten|amount|model
end

finish
