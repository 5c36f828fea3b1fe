# kam-import: nothing counts twice, nothing is missing, or it is said.
. "$(dirname "$0")/lib.sh"

cat >bills.csv <<'end'
account,month,amount
1,2026-10,5.00
2,2026-10,7.00
2,2026-10,7.00
end
kam-import -o expected.csv bills.csv

# ---- the same content

cp bills.csv copy.csv
gzip -c bills.csv >copy.gz
{ head -n 2 bills.csv | gzip; sed 1,2d bills.csv | gzip; } >parts.gz
iconv -f UTF-8 -t UTF-16 bills.csv >utf16.csv
{ printf '\357\273\277'; cat bills.csv; } >marked.csv
for other in copy.csv copy.gz parts.gz utf16.csv marked.csv; do
    check "the same once more: $other" 1 kam-import -o out.csv bills.csv $other 3<<end
kam-import: $other: the same content as bills.csv: its lines would count twice
end
done
check 'in front' 1 kam-import -o out.csv copy.gz bills.csv 3<<'end'
kam-import: bills.csv: the same content as copy.gz: its lines would count twice
end
check 'on standard input' 1 'kam-import -o out.csv bills.csv - <copy.gz' 3<<'end'
kam-import: standard input: the same content as bills.csv: its lines would count twice
end
check 'one file by two names' 1 kam-import -o out.csv bills.csv ./bills.csv 3<<'end'
kam-import: ./bills.csv: the same content as bills.csv: its lines would count twice
end
check 'through pipes' 1 \
    'mkfifo one two; cat bills.csv >one & gzip -c bills.csv >two & kam-import -o out.csv one two' 3<<'end'
kam-import: two: the same content as one: its lines would count twice
end
check 'an account table' 1 kam-import -o out.csv expected.csv bills.csv ./expected.csv 3<<'end'
kam-import: ./expected.csv: the same content as expected.csv: its lines would count twice
end
check 'lines that are all bad, or outside the window, are content, too' 1 \
    'sed 1q bills.csv >bad.csv; echo 1,2026-10,x >>bad.csv; cp bad.csv bad2.csv
     kam-import --rejects /dev/null -o out.csv bad.csv bad2.csv' 3<<'end'
kam-import: bad2.csv: the same content as bad.csv: its lines would count twice
end
check 'a line within a file is never dropped' 0 'cut -d, -f 1,2,9 expected.csv' <<'end'
account_id,lines,period_revenue
1,1,5.00
2,2,14.00
end

head -n 1 bills.csv >header.csv
{ cat header.csv; printf '\n,,\n'; } >blank.csv
{ printf 'Bills of October\n'; cat header.csv; printf 'total,,0.00\n'; cat header.csv; } >total.csv
head -n 1 expected.csv >table.csv
check 'what has no line of data may come as often as it likes' 0 \
    'for file in header blank total table; do cp $file.csv $file-2.csv; gzip -c $file.csv >$file-3.gz; done
     kam-import bills.csv header*.csv header*.gz blank* total* | cmp - expected.csv
     kam-import -o no-rows.csv header.csv; sed 1q expected.csv | kam-import header.csv table*.csv table*.gz - | cmp - no-rows.csv'

# ---- invoices

cat >may.csv <<'end'
account,month,amount,invoice,position
1,2026-05,10,A1,1
1,2026-05,10,A1,2
2,2026-05,20,A2,1
end
cat >june.csv <<'end'
position,invoice,amount,account,month
1,A3,10,1,2026-06
02, a1,10,1,2026-06
2,'A1,10,1,2026-06
,,5,3,2026-06
3,,5,3,2026-06
end
check 'a key of one column, over several files' 1 kam-import --invoice invoice may.csv june.csv 3<<'end'
kam-import: may.csv:3: invoice: the invoice 'A1' stands in may.csv:2, too
kam-import: june.csv:4: invoice: the invoice 'A1' stands in may.csv:2, too
kam-import: june.csv:5: invoice: no invoice: ''
kam-import: june.csv:6: invoice: no invoice: ''
kam-import: 4 of 8 lines are bad; --rejects FILE sets them aside
end
check 'of two columns' 1 'gzip -c may.csv >may.gz; kam-import --invoice invoice,position may.gz june.csv' 3<<'end'
kam-import: june.csv:4: invoice: the invoice 'A1', '2' stands in may.gz:3, too
kam-import: june.csv:5: invoice: no invoice: ''
kam-import: 2 of 8 lines are bad; --rejects FILE sets them aside
end
check 'the order of columns is that of the option' 1 \
    'printf "account,month,amount,a,b\n1,2026-05,1,x,y\n1,2026-05,1,y,x\n1,2026-05,1,xy,\n1,2026-05,1,x,y\n" |
     kam-import --invoice b,a' 3<<'end'
kam-import: standard input:5: b: the invoice 'y', 'x' stands in standard input:2, too
end
check 'set aside, only the first counts' 0 \
    'kam-import --invoice invoice --rejects bad.csv may.csv | cut -d, -f 1,2,8; sed 1d bad.csv' 3<<'err' <<'end'
kam-import: 1 of 3 lines rejected, see bad.csv
err
account_id,lines,revenue
1,1,10.00
2,1,20.00
may.csv,3,invoice,"the invoice 'A1' stands in may.csv:2, too",,1,2026-05,10,A1,2
end
check 'a line outside the window has no key' 0 \
    'printf "account,month,amount,invoice\n1,2026-05,1,x\n1,2026-06,1,x\n" | kam-import --period 2026-06 --window 1 --invoice invoice |
     cut -d, -f 1,2'  <<'end'
account_id,lines
1,1
end
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
check 'a column that one file lacks' 1 kam-import --invoice position may.csv bills.csv 3<<'end'
kam-import: bills.csv:1: no column 'position' for --invoice; the header has: account, month, amount
end

# ---- a table and the lines it was made of

# shards N EQUAL: lines of N accounts in lines.csv, and in shard.csv others of the same accounts, EQUAL of them alike.
shards() {
    awk -v n="$1" 'BEGIN { print "account,month,amount"; for (i = 1; i <= n; i++) printf "%03d,2026-10,%d\n", i, i }' >lines.csv
    awk -v n="$1" -v equal="$2" 'BEGIN { print "account,month,amount"
        for (i = 1; i <= n; i++) printf "%03d,2026-10,%d.00\n", i, i <= equal ? i : i + 1000 }' | kam-import -o shard.csv
}
check 'half of the account-months are equal, and ten are' 0 \
    'shards 20 10; kam-import -o out.csv lines.csv shard.csv' 3<<'end'
kam-import: warning: of the 20 account-months that shard.csv and the inputs before it share, 10 have the same revenue: is it counted twice?
end
check 'less than half' 0 'shards 21 10; kam-import -o out.csv lines.csv shard.csv'
check 'less than ten' 0 'shards 9 9; kam-import -o out.csv lines.csv shard.csv'
check 'whichever comes first' 0 'shards 10 10; kam-import -o out.csv shard.csv lines.csv' 3<<'end'
kam-import: warning: of the 10 account-months that shard.csv and the inputs before it share, 10 have the same revenue: is it counted twice?
end
check '--strict' 1 'rm -f out.csv; kam-import --strict -o out.csv lines.csv shard.csv; status=$?; ls out.csv 2>/dev/null; exit $status' 3<<'end'
kam-import: warning: of the 10 account-months that shard.csv and the inputs before it share, 10 have the same revenue: is it counted twice?
kam-import: 1 warning, and --strict makes that an error
end
check 'what the two do not share is nothing' 0 \
    'shards 20 20; sed "s/2026-10/2026-11/" lines.csv | kam-import -o out.csv - shard.csv'
check 'two tables' 0 'shards 12 12; kam-import -o table.csv lines.csv; sed 2d shard.csv | kam-import -o out.csv table.csv -' 3<<'end'
kam-import: warning: of the 11 account-months that standard input and the inputs before it share, 11 have the same revenue: is it counted twice?
end

# ---- months

# months N...: a file with so many lines in each month from 2026-01 on.
months() {
    echo account,month,amount
    month=1
    for count in "$@"; do
        awk -v m=$month -v n="$count" 'BEGIN { for (i = 1; i <= n; i++) printf "%d,2026-%02d,1\n", i, m }'
        month=$((month + 1))
    done
}
check 'a gap' 0 'months 3 0 0 3 0 1 | kam-import -o out.csv' 3<<'end'
kam-import: warning: no line in 2026-02 to 2026-03, though there are lines before and after
kam-import: warning: no line in 2026-05, though there are lines before and after
end
check 'the period is missing' 0 'months 3 3 0 | kam-import --period 2026-04 -o out.csv' 3<<'end'
kam-import: warning: no line in 2026-03 to 2026-04, the period included: without its export every customer seems to fall
end
check 'what lies before the first line is no gap' 0 'months 3 3 | kam-import --period 2026-02 -o out.csv'
check 'a last month of less than half' 0 'months 20 10 20 9 | kam-import -o out.csv' 3<<'end'
kam-import: warning: 2026-04 has 9 lines, the months before it 20 in the median: a partial export makes customers seem to fall
end
check 'half is enough' 0 'months 20 30 20 10 | kam-import -o out.csv'
check 'with two months nobody knows' 0 'months 20 20 1 | kam-import -o out.csv'
check 'nor with a handful of lines' 0 'months 9 9 9 1 | kam-import -o out.csv'
check 'but with ten' 0 'months 10 10 10 4 | kam-import -o out.csv' 3<<'end'
kam-import: warning: 2026-04 has 4 lines, the months before it 10 in the median: a partial export makes customers seem to fall
end
check 'of tables the accounts are counted' 0 \
    'months 20 20 20 9 | kam-import -o table.csv 2>/dev/null; kam-import -o out.csv table.csv' 3<<'end'
kam-import: warning: 2026-04 has 9 accounts with lines, the months before it 20 in the median: a partial export makes customers seem to fall
end
check 'the last month is that of the period' 0 'months 20 20 20 9 20 | kam-import --period 2026-04 -o out.csv' 3<<'end'
kam-import: warning: 2026-04 has 9 lines, the months before it 20 in the median: a partial export makes customers seem to fall
end
check '--strict makes it an error' 1 'rm -f out.csv; months 20 20 20 9 | kam-import --strict -o out.csv; status=$?; ls out.csv 2>/dev/null; exit $status' 3<<'end'
kam-import: warning: 2026-04 has 9 lines, the months before it 20 in the median: a partial export makes customers seem to fall
kam-import: 1 warning, and --strict makes that an error
end

# ---- what finance says

months 3 4 5 >year.csv
check 'all forms of a total' 0 \
    'kam-import -o out.csv --check-total 12 --check-total 2026-01=3.00 --check-total 2026年2月=￥4 --check-total 202603=5.0 year.csv'
check 'all that do not hold are listed' 1 \
    'kam-import -o none.csv --check-total 1,200 --check-total 2026-01=3 --check-total 2026-02=-4 --check-total 2026-12=1 year.csv
     status=$?; ls none.csv 2>/dev/null; exit $status' 3<<'end'
kam-import: the whole window: finance says 1200.00, the lines used add up to 12.00: 1188.00 too little
kam-import: 2026-02: finance says -4.00, the lines used add up to 4.00: 8.00 too much
kam-import: 2026-12: finance says 1.00, no line was used
kam-import: 3 of 4 totals to check don't hold
end
check 'a month without lines adds up to nothing' 0 kam-import -o out.csv --check-total 2026-12=0 year.csv
check 'a month outside the window is a slip' 2 kam-import --period 2026-02 --window 1 --check-total 2026-01=3 year.csv 3<<'end'
kam-import: --check-total: 2026-01 is not in the window, 2026-02 to 2026-02
end
check 'no total' 2 kam-import --check-total 2026-13=3 year.csv 3<<'end'
kam-import: --check-total: no such month: '2026-13'; a total is AMOUNT or YYYY-MM=AMOUNT
end
check 'a month twice' 2 kam-import --check-total 2026-01=3 --check-total 202601=4 year.csv 3<<'end'
kam-import: --check-total: 2026-01 has a total of --check-total already
end
check 'rejected lines are missing' 1 \
    'sed "s/^1,2026-03,1/1,2026-03,x/; s/^2,2026-03,1/,2026-03,1/" year.csv |
     kam-import -o none.csv --rejects bad.csv --check-total 2026-03=5' 3<<'end'
kam-import: 2 of 12 lines rejected, see bad.csv
kam-import: 2026-03: finance says 5.00, the lines used add up to 3.00: 2.00 too little; rejected lines hold 1.00
kam-import: 1 of 1 totals to check don't hold
end
printf '账期;金额(千元)\n2026-01;0,003\n2026年02月;0,004\n2026-03;0,006\n合计;0,012\n' >finance.csv
check 'a file of totals' 1 kam-import -o none.csv --check-totals finance.csv year.csv 3<<'end'
kam-import: finance.csv:4: 2026-03: finance says 6.00, the lines used add up to 5.00: 1.00 too little
kam-import: 1 of 4 totals to check don't hold
end
check 'tables, too' 1 'kam-import -o table.csv year.csv; kam-import -o none.csv --check-totals finance.csv table.csv' 3<<'end'
kam-import: finance.csv:4: 2026-03: finance says 6.00, the lines used add up to 5.00: 1.00 too little
kam-import: 1 of 4 totals to check don't hold
end
check 'a file that is not there' 3 kam-import --check-totals absent.csv year.csv 3<<'end'
kam-import: absent.csv: cannot open: No such file or directory
end
check 'a file that can not be read as totals' 1 kam-import --check-totals year.csv year.csv 3<<'end'
kam-import: year.csv:3: month: 2026-01 has a total in year.csv:2 already
end

finish
