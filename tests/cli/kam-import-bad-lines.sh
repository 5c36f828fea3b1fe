# kam-import: lines that cannot be right, what is said of them, and setting them aside.
. "$(dirname "$0")/lib.sh"

# ---- bad lines

cat >bad.csv <<'end'
customer,month,amount,note
A,2026-10,1,good
,2026-10,2,"no, id"
B,2026-13,4,no month
C,,8,no month
D,2026-10,,no amount
E,2026-10,"1,2,3",no amount
F,2026-10
G,2026-10,16,"quote"d
H,2026-10,32,good

I,2026-10,170141183460469231732,too large
end
check 'all of them are listed, in their order' 1 kam-import bad.csv 3<<'end'
kam-import: bad.csv:3: customer: no account id: ''
kam-import: bad.csv:4: month: no such month: '2026-13'
kam-import: bad.csv:5: month: no month: ''
kam-import: bad.csv:6: amount: no amount: ''
kam-import: bad.csv:7: amount: not a number: '1,2,3'
kam-import: bad.csv:8: too few fields for the header: 2 instead of 4
kam-import: bad.csv:9: bytes behind a closing quote: double the quotes within a quoted field: 'G,2026-10,16,"quote"d'
kam-import: bad.csv:12: amount: number too large: '170141183460469231732'
kam-import: 8 of 10 lines are bad; --rejects FILE sets them aside
end
check 'one alone is the message' 1 'head -n 3 bad.csv | kam-import' 3<<'end'
kam-import: standard input:3: customer: no account id: ''
end
check 'rejected lines go to a file, and the run goes on' 0 \
    'kam-import --rejects rejects.csv --reconcile bad.reconcile bad.csv | columns account_id,revenue' <<'end' 3<<'err'
account_id,revenue
A,1.00
H,32.00
end
kam-import: 8 of 10 lines rejected, see rejects.csv
err
check 'with file, line, column, reason and all their own columns' 0 cat rejects.csv <<'end'
file,line,column,reason,read_as,customer,month,amount,note
bad.csv,3,customer,no account id: '',,,2026-10,2,"no, id"
bad.csv,4,month,no such month: '2026-13',,B,2026-13,4,no month
bad.csv,5,month,no month: '',,C,,8,no month
bad.csv,6,amount,no amount: '',,D,2026-10,,no amount
bad.csv,7,amount,"not a number: '1,2,3'",,E,2026-10,"1,2,3",no amount
bad.csv,8,,too few fields for the header: 2 instead of 4,,F,2026-10
bad.csv,9,,"bytes behind a closing quote: double the quotes within a quoted field: 'G,2026-10,16,""quote""d'",,"G,2026-10,16,""quote""d"
bad.csv,12,amount,number too large: '170141183460469231732',,I,2026-10,170141183460469231732,too large
end
check 'and are reconciled, with their amounts where these can be read' 0 cat bad.reconcile <<'end'
file,fate,month,lines,amount
bad.csv,used,2026-10,2,33.00
bad.csv,rejected,,8,14.00
bad.csv,blank,,1,0.00
(all),used,,2,33.00
(all),outside,,0,0.00
(all),currency,,0,0.00
(all),total,,0,0.00
(all),rejected,,8,14.00
(all),header,,0,0.00
(all),blank,,1,0.00
end
check 'repaired they can be fed in' 0 \
    "sed 's/,,2026-10,2,/,B,2026-10,2,/; s/,2026-13,/,2026-12,/; s/,C,,/,C,2026-11,/; s/,D,2026-10,,/,D,2026-10,7,/
        s/E,2026-10,\"1,2,3\"/E,2026-10,\"1,023\"/; s/F,2026-10\$/F,2026-10,1,/
        s/\"G,2026-10,16,.*/G,2026-10,16,quoted/; s/,1701411.*,/,12,/' rejects.csv |
    kam-import | columns account_id,2026-10,2026-11,2026-12" <<'end'
account_id,2026-10,2026-11,2026-12
B,2.00,,4.00
C,,8.00,
D,7.00,,
E,1023.00,,
F,1.00,,
G,16.00,,
I,12.00,,
end
printf 'customer,month,amount,service\nA,2026-10,1,voice\n' >good.csv
check 'a run without bad lines: a header' 0 \
    'kam-import --rejects rejects.csv good.csv >/dev/null && cat rejects.csv' <<'end'
file,line,column,reason,read_as,customer,month,amount,service
end
printf 'customer,month,amount\nX,2026-10,x\n' >bad2.csv
check 'a file with fewer columns' 0 \
    'kam-import --rejects rejects.csv bad.csv bad2.csv >/dev/null; tail -n 2 rejects.csv' <<'end' 3<<'err'
bad.csv,12,amount,number too large: '170141183460469231732',,I,2026-10,170141183460469231732,too large
bad2.csv,2,amount,not a number: 'x',,X,2026-10,x,
end
kam-import: 9 of 11 lines rejected, see rejects.csv
err
check 'as many as --max-rejects allows' 0 'kam-import --rejects /dev/null --max-rejects 8 bad.csv | wc -l' <<'end' 3<<'err'
3
end
kam-import: 8 of 10 lines rejected, see /dev/null
err
check 'one more fails, and the file is there' 1 kam-import --rejects rejects.csv --max-rejects 7 -o out.csv bad.csv 3<<'end'
kam-import: more than 7 bad lines; the last was bad.csv:12
end
check "the rejects of a run that failed are there, the table is not" 0 'grep -c ^bad rejects.csv; ls out.csv 2>/dev/null || echo no table' <<'end'
8
no table
end
check 'none at all' 1 kam-import --rejects rejects.csv --max-rejects 0 bad.csv 3<<'end'
kam-import: more than 0 bad lines; the last was bad.csv:3
end
check 'a share that is met' 0 'kam-import --rejects rejects.csv --max-rejects 80% bad.csv | wc -l' <<'end' 3<<'err'
3
end
kam-import: 8 of 10 lines rejected, see rejects.csv
err
check 'a share that is not' 1 kam-import --rejects rejects.csv --max-rejects 79% bad.csv 3<<'end'
kam-import: 8 of 10 lines rejected, see rejects.csv
kam-import: more than 79% of the lines are bad
end
check 'no share' 2 kam-import --rejects rejects.csv --max-rejects 101% bad.csv 3<<'end'
kam-import: --max-rejects: '101': a whole number from 0 to 100 is needed
Try 'kam-import --help' for more information.
end

{
    echo customer,month,amount
    awk 'BEGIN { for (i = 1; i <= 600; i++) print "A,2026-10," (i % 20 ? i : "x" i) }'
} >many.csv
check 'the first 20 are shown' 1 'sed 2d many.csv >more.csv; kam-import many.csv more.csv' 3<<'end'
kam-import: many.csv:21: amount: not a number: 'x20'
kam-import: many.csv:41: amount: not a number: 'x40'
kam-import: many.csv:61: amount: not a number: 'x60'
kam-import: many.csv:81: amount: not a number: 'x80'
kam-import: many.csv:101: amount: not a number: 'x100'
kam-import: many.csv:121: amount: not a number: 'x120'
kam-import: many.csv:141: amount: not a number: 'x140'
kam-import: many.csv:161: amount: not a number: 'x160'
kam-import: many.csv:181: amount: not a number: 'x180'
kam-import: many.csv:201: amount: not a number: 'x200'
kam-import: many.csv:221: amount: not a number: 'x220'
kam-import: many.csv:241: amount: not a number: 'x240'
kam-import: many.csv:261: amount: not a number: 'x260'
kam-import: many.csv:281: amount: not a number: 'x280'
kam-import: many.csv:301: amount: not a number: 'x300'
kam-import: many.csv:321: amount: not a number: 'x320'
kam-import: many.csv:341: amount: not a number: 'x340'
kam-import: many.csv:361: amount: not a number: 'x360'
kam-import: many.csv:381: amount: not a number: 'x380'
kam-import: many.csv:401: amount: not a number: 'x400'
kam-import: 60 of 1199 lines are bad (the first 20 are shown); --rejects FILE sets them aside
end

printf 'customer,month,amount\nA,2026-10,"1\nB,2026-10,2\n' >open.csv
check 'a quote never closed' 1 'kam-import open.csv' 3<<'end'
kam-import: open.csv:2: a quote that is never closed: 'A,2026-10,"1\x0AB,2026-10,2'
end
check 'nobody knows what it swallowed: --rejects makes no bad line of it' 1 \
    'kam-import --rejects rejects.csv open.csv' 3<<'end'
kam-import: open.csv:2: a quote that is never closed: 'A,2026-10,"1\x0AB,2026-10,2'
end
printf 'customer,month,amount\n"A\nA",2026-10,1\n"B\nB",2026-10,x\n' >lines.csv
check 'the line of a record of several lines is its first' 1 kam-import lines.csv 3<<'end'
kam-import: lines.csv:4: amount: not a number: 'x'
end

# ---- records that look like something else

printf 'account,month,amount,memo\n17,202610,100,"6 inch\n18,202610,5,x\n19,202610,5,7 inch"\n20,202610,5,x\n' >inch.csv
check 'quotes that swallow records' 0 'kam-import inch.csv | columns account_id,revenue' <<'end' 3<<'err'
account_id,revenue
17,100.00
20,5.00
end
kam-import: warning: inch.csv:2: a cell in quotes goes over several lines that look like records: is a quote missing?
err
printf 'memo,account,month,amount\n"two\nlines, with a comma",17,202610,100\n"a ""quoted""\n\nword",18,202610,"1,000"\n' >memo.csv
check 'cells of several lines that swallow nothing' 0 'kam-import memo.csv | columns account_id,revenue' <<'end'
account_id,revenue
17,100.00
18,1000.00
end
printf 'account;name;month;amount\n1;"A GmbH;2026-10;100,00\n2;B 5";2026-10;2,00\n3;C;2026-10;3,00' >lf.csv
sed 's/$/\r/' lf.csv >crlf.csv
tr '\n' '\r' <lf.csv >cr.csv
for end in lf crlf cr; do
    cp $end.csv inch.csv
    check 'lines that are all records by themselves' 0 'kam-import inch.csv | columns account_id,revenue' <<'end' 3<<'err'
account_id,revenue
1,2.00
3,3.00
end
kam-import: warning: inch.csv:2: a cell in quotes goes over several lines that look like records: is a quote missing?
err
done
printf 'account,name,month,amount\n1,"A, Main Street, Berlin\n10115, Germany",2026-10,1\n2,"B,Main Street\n12",2026-10,2\n' >address.csv
check 'addresses of several lines are no records' 0 'kam-import address.csv | columns account_id,revenue' <<'end'
account_id,revenue
1,1.00
2,2.00
end
for id in '#N/A' '#REF!' '########' N/A NaN None - 1.23E11 1001.0; do
    printf 'customer,month,amount\n%s,2026-10,1\n' "$id" >error.csv
    check "no id: $id" 1 'kam-import error.csv 2>&1 | grep -c "customer: .* for an id\|customer: an id"; kam-import error.csv 2>/dev/null' <<'end'
1
end
done

finish
