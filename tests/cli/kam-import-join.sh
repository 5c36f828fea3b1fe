# kam-import --join: attributes from a customer file.
. "$(dirname "$0")/lib.sh"

cat >bills.csv <<'end'
customer,month,amount,group,segment
001,2026-10,1,G1,x
2,2026-10,2,G2,
3,2026-09,4,,y
end
cat >customers.csv <<'end'
Customer ID,industry,"potential, judged"
"=""001""",bank,A
 3 , hospital ,"'=B"
4,press,C
end

# short COLUMNS: so many of the table on standard input, and its months; without the header.
short() {
    sed 1d | cut -d, -f1-"$1",$(($1 + 14))-
}

check 'every other column becomes an attribute' 0 \
    'kam-import --join customers.csv --unmatched unmatched.csv bills.csv | short 4' <<'end'
001,G1,bank,A,,1.00
2,G2,,,,2.00
3,,hospital,=B,4.00,
end
check 'who has no partner' 0 cat unmatched.csv <<'end'
account_id,side
2,bills
4,customers
end
printf 'customer,month,amount,currency\n001,2026-10,1,EUR\n2,2026-10,2,EUR\n' >euros.csv
printf 'customer,sector\n001,a\n' >sectors.csv
check 'they stand behind the currency' 0 \
    'kam-import --join sectors.csv euros.csv | cut -d, -f1-4' <<'end'
account_id,currency,sector,lines
001,EUR,a,1
2,EUR,,1
end
check '--keep renames columns of the customer file' 0 \
    "kam-import --join customers.csv --keep 'potential=\"potential, judged\",ind=industry' bills.csv | head -n 1 | cut -d, -f1-5" <<'end'
account_id,group_id,ind,potential,lines
end
printf 'account;Kind\nG2;a\nG1;b\n' >groups.csv
check 'by another attribute of ours' 0 \
    'kam-import --join groups.csv --join-key =group_id bills.csv | short 3' <<'end'
001,G1,b,,1.00
2,G2,a,,2.00
3,,,4.00,
end
check 'both keys named' 0 \
    'kam-import --join groups.csv --join-key account=group_id bills.csv | cut -d, -f1-3' <<'end'
account_id,group_id,Kind
001,G1,b
2,G2,a
3,,
end
check 'their key by name' 0 \
    'kam-import --join groups.csv --join-key Kind --keep zone=account bills.csv | cut -d, -f1-3' <<'end' 3<<'err'
account_id,group_id,zone
001,G1,
2,G2,
3,,
end
kam-import: warning: groups.csv has none of the accounts: are its ids written differently?
err
check 'a key that is not there' 1 kam-import --join groups.csv --join-key x bills.csv 3<<'end'
kam-import: groups.csv: no column 'x'; there are: account, Kind
end
check 'an attribute we do not have' 2 kam-import --join groups.csv --join-key =tax bills.csv 3<<'end'
kam-import: --join-key: the accounts have no attribute 'tax'; keep it with --keep
end
printf 'name,zone\n1,x\n' >nokey.csv
check 'no column looks like a key' 1 kam-import --join nokey.csv bills.csv 3<<'end'
kam-import: nokey.csv:1: no column looks like an account id; say which with --join-key
end
printf 'account,customer\n1,x\n' >two.csv
check 'two do' 1 kam-import --join two.csv bills.csv 3<<'end'
kam-import: two.csv:1: 'account' and 'customer' could both be the account id; say which with --join-key
end
printf 'account,zone\n1,x\n2,y\n"=""1""",z\n' >double.csv
check 'a key that occurs twice' 1 kam-import --join double.csv bills.csv 3<<'end'
kam-import: double.csv:4: account: '1' stands in line 2 too; which one holds?
end
printf 'account,zone\n1,x\n ,y\n' >empty.csv
check 'an empty key' 1 kam-import --join empty.csv bills.csv 3<<'end'
kam-import: empty.csv:3: account: empty: a key is needed in every row
end
printf 'account,zone\n1,x\n2\n' >ragged.csv
check 'a ragged row' 1 kam-import --join ragged.csv bills.csv 3<<'end'
kam-import: ragged.csv:3: too few fields for the header (1 instead of 2)
end
printf 'account,rank\n1,x\n' >reserved.csv
check 'a reserved name' 2 kam-import --join reserved.csv bills.csv 3<<'end'
kam-import: reserved.csv:1: 'rank' is a column name of kam's own; rename it: --keep NEW=rank
end
check 'renamed' 0 'kam-import --join reserved.csv --keep class_=rank bills.csv | head -n 1 | cut -d, -f1-4' <<'end' 3<<'err'
account_id,group_id,class_,lines
end
kam-import: warning: reserved.csv has none of the accounts: are its ids written differently?
err
printf 'account,zone,zone\n1,x,y\n' >same.csv
check 'a name that occurs twice' 1 kam-import --join same.csv bills.csv 3<<'end'
kam-import: same.csv:1: column 3: another column is called 'zone' too; rename one
end
printf 'account,segment,\n001,s,\n' >segment.csv
check 'a column without a name is left out' 0 \
    'kam-import --join segment.csv bills.csv | cut -d, -f1-4 | head -n 2' <<'end'
account_id,group_id,segment,lines
001,G1,s,1
end
check 'a file of other customers, with --strict' 1 \
    'printf "account,zone\n0099,x\n" | kam-import --strict --join - bills.csv' 3<<'end'
kam-import: warning: - has none of the accounts: are its ids written differently?
kam-import: 1 warning, and --strict makes that an error
end
check 'standard input twice' 2 'kam-import --join - - <bills.csv' 3<<'end'
kam-import: standard input is named twice
Try 'kam-import --help' for more information.
end
check 'and where it is the bills by itself' 2 'kam-import --join - <bills.csv' 3<<'end'
kam-import: --join: standard input has the bills already
Try 'kam-import --help' for more information.
end
printf 'account,segment\n001,s\n3,t\n' >segment.csv
check 'a column that the bills keep, too' 2 kam-import --keep segment --join segment.csv bills.csv 3<<'end'
kam-import: the bills and the customer file both bring 'segment'; rename one: --keep NEW=segment
end
check 'the one of the bills renamed' 0 \
    'kam-import --keep ours=segment --join segment.csv bills.csv | short 4' <<'end'
001,G1,x,s,,1.00
2,G2,,,,2.00
3,,y,t,4.00,
end

printf 'account,name\n001,\322\370\320\320\n' >gbk.csv
check 'its own encoding' 0 \
    'kam-import --join gbk.csv --join-encoding GB18030 --keep title=name bills.csv | sed -n 2p | cut -d, -f1-3' <<'end'
001,G1,银行
end
check 'which is not that of the bills' 1 kam-import --encoding GB18030 --join gbk.csv bills.csv 3<<'end'
kam-import: gbk.csv:2: not UTF-8 at byte 18: '\xD2\xF8\xD0\xD0'; the file looks like --join-encoding GB18030
end

check 'a table joined before takes the new attributes' 0 \
    'kam-import --join customers.csv -o table.csv bills.csv
    sed "s/bank/mill/" customers.csv >new.csv
    kam-import --join new.csv table.csv | short 4' <<'end'
001,G1,mill,A,,1.00
2,G2,,,,2.00
3,,hospital,=B,4.00,
end
check 'and keeps the old ones without a join' 0 \
    'kam-import table.csv | cmp - table.csv'
check 'the unmatched for a spreadsheet' 0 \
    'kam-import --join customers.csv --unmatched unmatched.csv --excel bills.csv >/dev/null; tr -d "\r" <unmatched.csv | tail -n 2' <<'end'
"=""2""",bills
"=""4""",customers
end
check 'a customer file that is not there' 3 kam-import --join absent.csv bills.csv 3<<'end'
kam-import: absent.csv: cannot open: No such file or directory
end
check 'an empty one' 1 kam-import --join /dev/null bills.csv 3<<'end'
kam-import: /dev/null: empty, not even a header: did the command before it fail?
end
check 'a header only' 0 "printf 'account,zone\n' >header.csv; kam-import --join header.csv bills.csv | cut -d, -f1-3" <<'end'
account_id,group_id,zone
001,G1,
2,G2,
3,,
end

check 'of two files none is forgotten' 2 kam-import --join header.csv --join more.csv bills.csv 3<<'end'
kam-import: --join takes one file, and here are two: header.csv and more.csv
Try 'kam-import --help' for more information.
end

finish
