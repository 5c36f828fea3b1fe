# kam-import: how amounts, days and ids are written, decided per file.
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

finish
