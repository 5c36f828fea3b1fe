# kam-import: files of all forms, how they are read and where the results go.
. "$(dirname "$0")/lib.sh"

cat >bills.csv <<'end'
customer,customer name,month,amount
A,Acme,2026-09,1
B,"Bee, Inc",2026-10,2.5
end
kam-import bills.csv >expected.csv

# same COMMAND: what it prints is the table of these bills.
same() {
    eval "$1" | cmp - expected.csv
}

# ---- what gives the same table

check 'no operand' 0 same 'kam-import <bills.csv'
check 'a dash' 0 same 'kam-import - <bills.csv'
check 'gzip, found by its first bytes' 0 same 'gzip <bills.csv | kam-import'
check 'gzip of several members' 0 \
    same '{ head -n 2 bills.csv | gzip; sed 1,2d bills.csv | gzip; } | kam-import'
check 'a byte order mark' 0 same '{ printf "\357\273\277"; cat bills.csv; } | kam-import'
check 'CRLF' 0 same 'sed "s/$/\r/" bills.csv | kam-import'
check 'CR' 0 same 'tr "\n" "\r" <bills.csv | kam-import'
check 'no line end at the end' 0 same 'head -c -1 bills.csv | kam-import'
check 'empty lines anywhere' 0 same "sed 's/\$/\n/; 1s/^/\n\n/' bills.csv | kam-import"
check 'UTF-16' 0 same 'iconv -f UTF-8 -t UTF-16 bills.csv | kam-import'
for delimiter in '	' ';' '|'; do
    check "delimiter '$delimiter', found" 0 \
        same "sed 's/, /_/; s/,/$delimiter/g; s/_/, /' bills.csv | kam-import"
    check "delimiter '$delimiter', given" 0 \
        same "sed 's/, /_/; s/,/$delimiter/g; s/_/, /' bills.csv | kam-import -d '$delimiter'"
done
check 'another delimiter' 0 same "sed 's/, /_/; s/,/~/g; s/_/, /' bills.csv | kam-import -d '~'"
check 'title lines with other delimiters' 0 \
    same "{ echo 'Bills; of; all; months; and more'; cat bills.csv; } | kam-import"
check 'a title with a stray quote' 0 same "{ echo '\"Bills\" of October'; cat bills.csv; } | kam-import"
check 'a title that comes long before the rest' 0 \
    same "{ echo 'Bills of October'; sleep 0.3; cat bills.csv; } | kam-import"
check 'from a named pipe' 0 \
    same 'mkfifo pipe; cat bills.csv >pipe & kam-import pipe'
check 'a file for each line' 0 \
    same 'sed 2d bills.csv >1; sed 3d bills.csv >2; kam-import 1 2'
check 'a name that begins with a dash' 0 same 'cp bills.csv ./-x.csv; kam-import -- -x.csv'

# ---- encodings

printf '\277\315\273\247\261\340\272\305,\325\313\306\332,\263\366\325\313\275\360\266\356,\277\315\273\247\303\373\263\306\nA,202610,1,\201|\201\134x\n' >gbk.csv
check 'GB18030 is guessed, not taken for granted' 1 kam-import gbk.csv 3<<'end'
kam-import: gbk.csv:1: not UTF-8 at byte 1: '\xBFͻ\xA7'; the file looks like --encoding GB18030
end
check 'decoded before it is split' 0 'kam-import --encoding GB18030 gbk.csv | cut -d, -f1,2' <<'end'
account_id,account_name
A,亅乗x
end
check 'an encoding nobody knows' 2 kam-import --encoding nonsense gbk.csv 3<<'end'
kam-import: unknown encoding 'nonsense'; 'iconv -l' lists those of this machine
end
printf 'customer,month,amount\nA\377,2026-10,1\n' >broken.csv
check 'a broken character' 1 kam-import broken.csv 3<<'end'
kam-import: broken.csv:2: not UTF-8 at byte 24: '\xFF,20'; the file looks like --encoding WINDOWS-1252
end

# ---- what is refused

check 'an empty file' 1 kam-import bills.csv /dev/null 3<<'end'
kam-import: /dev/null: empty, not even a header: did the command before it fail?
end
printf '\n\n' >blank.csv
check 'a file of empty lines' 1 kam-import blank.csv 3<<'end'
kam-import: blank.csv: empty, not even a header: did the command before it fail?
end
check 'a header only is fine' 0 'head -n 1 bills.csv | kam-import' <<'end'
account_id,account_name,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy
end
check 'beside a window, too' 0 'head -n 1 bills.csv | kam-import --period 2026-10 --window 1' <<'end'
account_id,account_name,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,2026-10
end
check 'a file that is not there, after one that is' 3 kam-import bills.csv absent.csv 3<<'end'
kam-import: absent.csv: cannot open: No such file or directory
end
check 'a directory' 3 kam-import . 3<<'end'
kam-import: .: cannot open: Is a directory
end
if [ "$(id -u)" -eq 0 ]; then
    skip 'a file that may not be read' 'root may read all'
else
    check 'a file that may not be read' 3 'cp bills.csv secret; chmod 0 secret; kam-import secret' 3<<'end'
kam-import: secret: cannot open: Permission denied
end
fi
gzip -c bills.csv | head -c -9 >short.gz
check 'truncated gzip' 1 kam-import short.gz 3<<'end'
kam-import: short.gz:4: the gzip data ends too early: a truncated file; fetch the file again
end
check 'a stray quote' 1 "sed 's/Bee, Inc\"/\"Bee\", Inc/' bills.csv | kam-import" 3<<'end'
kam-import: standard input:3: bytes behind a closing quote: double the quotes within a quoted field: 'B,""Bee", Inc,2026-10,2.5'
end

# ---- where the results go

check 'as tab-separated values' 0 'kam-import -t bills.csv | tr "\t" ";" | sed -n 3p' <<'end'
B;Bee, Inc;1;1;2026-10;2026-10;0;0;2.50;2.50;2.5000;1.0000;;;;;2.50
end
check 'the lists beside it, too' 0 \
    'kam-import -t --reconcile r bills.csv >/dev/null; tr "\t" ";" <r | sed -n 2p' <<'end'
bills.csv;used;2026-09;1;1.00
end
check 'compressed, the same bytes every time' 0 \
    'kam-import -z bills.csv >1.gz; sleep 1; kam-import -z -o 2.gz bills.csv; cmp 1.gz 2.gz; gzip -dc 1.gz | cmp - expected.csv'
check 'reconciliation and rejects in .gz' 0 \
    'kam-import --reconcile r.gz --rejects j.gz bills.csv >/dev/null; gzip -dc r.gz | wc -l; gzip -dc j.gz' <<'end'
10
file,line,column,reason,read_as,customer,customer name,month,amount
end
check 'a failing run leaves what was there' 1 \
    "echo old >out; echo old >r; sed 's/2.5/x/' bills.csv >bad.csv
    kam-import -o out --reconcile r bad.csv; status=\$?; cat out r; exit \$status" 3<<'err' <<'end'
kam-import: bad.csv:3: amount: not a number: 'x'
err
old
old
end
check 'so does a full disk' 3 'kam-import --reconcile r bills.csv >/dev/full; status=$?; cat r; exit $status' 3<<'err' <<'end'
kam-import: standard output: cannot write: No space left on device
err
old
end
check 'and one behind a list' 3 'kam-import --reconcile /dev/full -o out bills.csv; status=$?; cat out; exit $status' 3<<'err' <<'end'
kam-import: /dev/full: cannot write: No space left on device
err
old
end
check 'nothing else is left behind' 0 'ls -A | grep -c "\.kam-" || :' <<'end'
0
end
check '-v says what was done' 0 'kam-import -v bills.csv >/dev/null' 3<<'end'
kam-import: 2 accounts from 1 input; lines: 2 used, 0 outside the window, 0 rejected, 0 of totals, 0 blank
end
check 'progress when it is wanted' 0 'kam-import --no-progress bills.csv >/dev/null'

# ---- what isn't written over, and what is no export

printf 'customer,month,amount\n1,2026-10,5\n' >only.csv
for list in rejects reconcile; do
    check "--$list is no input" 2 kam-import --$list only.csv only.csv 3<<'end'
kam-import: only.csv is an input: a list would replace it
Try 'kam-import --help' for more information.
end
done
check 'the input is as it was' 0 cat only.csv <<'end'
customer,month,amount
1,2026-10,5
end
check '-o without a name' 2 kam-import -o '' only.csv 3<<'end'
kam-import: --output: '': the name of a file is needed
Try 'kam-import --help' for more information.
end
check 'a spreadsheet' 1 'printf "PK\003\004xxxx[Content_Types].xml" | kam-import' 3<<'end'
kam-import: standard input: an Excel workbook (xlsx), no text: save it as CSV
end
check 'a login page' 1 'printf "\n<!DOCTYPE HTML>\n<html>" | gzip | kam-import' 3<<'end'
kam-import: standard input: an HTML page, no table of text: is it a login page? Save the table as CSV
end
check 'a NUL byte' 1 '{ cat only.csv; printf "2,2026-10,\0006\n"; } | kam-import' 3<<'end'
kam-import: standard input:3: a NUL byte at byte 45: no text, or damaged; fetch the file again
end
check 'UTF-16 without a mark' 0 'iconv -f UTF-8 -t UTF-16BE only.csv >utf16.csv &&
    kam-import only.csv >plain && kam-import utf16.csv | cmp - plain &&
    kam-import --encoding UTF-16 utf16.csv | cmp - plain &&
    kam-import --encoding GB18030 utf16.csv | cmp - plain'
check 'gzip that ends within the header' 1 'gzip -nc only.csv | head -c 20 | kam-import' 3<<'end'
kam-import: standard input:1: the gzip data ends too early: a truncated file; fetch the file again
end
check 'a quote never closed in the header' 1 \
    'printf "customer,month,amount,\"name\n1,2026-10,5,x\n" | kam-import' 3<<'end'
kam-import: standard input:1: a quote that is never closed
end
check 'closed standard input behind a file' 3 'kam-import only.csv - <&-' 3<<'end'
kam-import: standard input: cannot open: Bad file descriptor
end

# ---- a signal

mkdir signalled
cp good.csv signalled/bills.csv 2>/dev/null || printf 'customer,month,amount\n1,2026-10,5\n' >signalled/bills.csv
mkfifo signalled/pipe
check 'a signal leaves no temporary file' 0 '
    (cd signalled && exec kam-import --rejects rejects.csv bills.csv pipe) >/dev/null 2>&1 &
    tool=$!
    exec 9>signalled/pipe
    printf "customer,month,amount\n2,2026-10,6\n" >&9
    tries=0
    until ls -a signalled | grep -q "^\.rejects" || [ $tries -eq 50 ]; do
        tries=$((tries + 1))
        sleep 0.1
        head -c 200000 /dev/zero | tr "\0" "\n" >&9
    done
    ls -a signalled | grep -c "^\.rejects"
    kill -TERM $tool
    wait $tool
    echo $?
    exec 9>&-
    ls -a signalled | grep -c "^\.rejects"
    true' <<'end'
1
143
0
end

awk 'BEGIN { print "customer,month,amount"
             for (i = 0; i < 20000; i++) printf "%06d,2026-10,%d\n", i, i }' >many.csv
check 'nor does a reader of the table who has seen enough' 0 '
    mkdir seen
    kam-import --reconcile seen/reconcile.csv many.csv | head -n 1 | cut -d, -f1
    ls -A seen' <<'end'
account_id
end

finish
