# kam-merge-group --suggest: customers that may be one, for a person to look at.
. "$(dirname "$0")/lib.sh"

cat >accounts.csv <<'end'
account_id,account_name,group_id,tax,lines,revenue,2026-10
a1,Harbour Bank Ltd,,7-1,1,100.00,100.00
a2,"HARBOUR BANK, Limited",,,1,50.00,50.00
a3,Ｈarbour　bank,G,7１,1,300.00,300.00
a4,Wharf,G,8,1,20.00,20.00
b1,华为技术（集团）有限公司,,8,1,500.00,500.00
b2,华为(技术)股份有限公司,,9,1,500.00,500.00
b3,华为技术有限公司杭州分公司,,9,1,10.00,10.00
"c|""1",Silo,,,1,0.00,0.00
c2,silo,,,1,-5.00,-5.00
d1,,,,1,1.00,1.00
d2,,,,1,1.00,1.00
end
check 'names that differ in how they are written; what is one customer already is not paired' 0 \
    'kam-merge-group --suggest list.csv accounts.csv | wc -l; cat list.csv' <<'end'
11
account_id,parent_id,kind,why,account_name,parent_name,account_revenue,parent_revenue
b2,b1,same,account_name=华为技术,华为(技术)股份有限公司,华为技术（集团）有限公司,500.00,500.00
a1,a3,same,account_name=harbourbank,Harbour Bank Ltd,Ｈarbour　bank,100.00,320.00
a2,a3,same,account_name=harbourbank,"HARBOUR BANK, Limited",Ｈarbour　bank,50.00,320.00
c2,"c|""1",same,account_name=silo,silo,Silo,-5.00,0.00
end
check 'and numbers, of any account of the customer' 0 \
    'kam-merge-group --suggest list.csv --suggest-by tax accounts.csv | wc -l; cat list.csv' <<'end'
11
account_id,parent_id,kind,why,account_name,parent_name,account_revenue,parent_revenue
b2,b1,same,account_name=华为技术,华为(技术)股份有限公司,华为技术（集团）有限公司,500.00,500.00
a3,b1,same,tax=8,Ｈarbour　bank,华为技术（集团）有限公司,320.00,500.00
b3,b2,same,tax=9,华为技术有限公司杭州分公司,华为(技术)股份有限公司,10.00,500.00
a1,a3,same,account_name=harbourbank|tax=71,Harbour Bank Ltd,Ｈarbour　bank,100.00,320.00
a2,a3,same,account_name=harbourbank,"HARBOUR BANK, Limited",Ｈarbour　bank,50.00,320.00
c2,"c|""1",same,account_name=silo,silo,Silo,-5.00,0.00
end
check 'given back it is a list of relations; then nothing is left to suggest' 0 \
    'kam-merge-group --relations list.csv --suggest rest.csv --suggest-by tax --collect tax \
        accounts.csv | cut -d , -f 1,9; cat rest.csv' <<'end'
account_id,members
a1,a1|a2|a3|a4|b1|b2|b3
c2,"c2|c\|""1"
d1,d1
d2,d2
account_id,parent_id,kind,why,account_name,parent_name,account_revenue,parent_revenue
end
kam-merge-group -o merged.csv accounts.csv
check 'of a merged table it is the same' 0 \
    'kam-merge-group --suggest list.csv accounts.csv | cmp - merged.csv
    kam-merge-group --suggest again.csv merged.csv | cmp - merged.csv; cmp list.csv again.csv'

(
    head -n 1 accounts.csv
    seq -f %02g 11 | sed 's/.*/&,总部有限公司,,0,1,&.00,&.00/'
    seq -f 'x%02g,Ten,,,1,1.00,1.00' 10
) >many.csv
check 'a name of very many is counted, one of ten is not' 0 \
    'kam-merge-group --suggest list.csv --suggest-by tax many.csv | wc -l; cut -d , -f 1-4,7 list.csv | head -n 5; wc -l <list.csv
    kam-merge-group --relations list.csv many.csv | wc -l' <<'end'
22
account_id,parent_id,kind,why,account_revenue
11,11,same,account_name=总部: 11 customers,11.00
11,11,same,tax=0: 11 customers,11.00
x02,x01,same,account_name=ten,1.00
x03,x01,same,account_name=ten,1.00
12
13
end

shuffled() { head -n 1 "$1"; sed 1d "$1" | awk '{ print (NR * 7919) % 10007 "\t" $0 }' | sort -n | cut -f 2-; }
check 'the order of rows makes no difference' 0 \
    'kam-merge-group --suggest list.csv --suggest-by tax accounts.csv >out.csv
    shuffled accounts.csv | kam-merge-group --suggest other.csv --suggest-by tax | cmp - out.csv
    cmp list.csv other.csv'
check 'no names: only numbers' 0 \
    'grep -v HARBOUR accounts.csv | cut -d , -f 1,3- | kam-merge-group --suggest list.csv --suggest-by tax >out.csv; cat list.csv' <<'end'
account_id,parent_id,kind,why,account_name,parent_name,account_revenue,parent_revenue
a3,b1,same,tax=8,,,320.00,500.00
b3,b2,same,tax=9,,,10.00,500.00
a1,a3,same,tax=71,,,100.00,320.00
end
rm list.csv
check 'neither' 1 'grep -v HARBOUR accounts.csv | cut -d , -f 1,3- | kam-merge-group --suggest list.csv; test -e list.csv' 3<<'end'
kam-merge-group: standard input: no column 'account_name'; did you mean 'account_id'; there are: account_id, group_id, tax, lines, revenue, 2026-10
end
check 'no such column' 1 kam-merge-group --suggest list.csv --suggest-by vat accounts.csv 3<<'end'
kam-merge-group: accounts.csv: no column 'vat'; there are: account_id, account_name, group_id, tax, lines, revenue, 2026-10
end
check 'by what, but not where to' 2 kam-merge-group --suggest-by tax accounts.csv 3<<'end'
kam-merge-group: --suggest-by: goes with --suggest only
Try 'kam-merge-group --help' for more information.
end
check 'two lists in one file' 2 kam-merge-group --suggest list.csv --members-out list.csv accounts.csv 3<<'end'
kam-merge-group: two outputs go to one file: list.csv and list.csv
Try 'kam-merge-group --help' for more information.
end
check 'a header alone' 0 'head -n 1 accounts.csv | kam-merge-group --suggest list.csv >out.csv; cat list.csv' <<'end'
account_id,parent_id,kind,why,account_name,parent_name,account_revenue,parent_revenue
end

finish
