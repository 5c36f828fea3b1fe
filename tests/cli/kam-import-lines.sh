# kam-import: what the lines of an export say, and which of them count.
. "$(dirname "$0")/lib.sh"

# ---- amounts and months

cat >styles.csv <<'end'
customer,month,amount
01,2026-10,1234.5
02,202610,"1,234.50"
03,2026/10,"(1,234.50)"
04,2026/10/5,1234.5-
05,2026-10-05,￥1234.5
06,2026年10月,"-￥1,234.50"
07,2026年10月5日,1234.50元
08,20261005," ¥ 1,234.50 "
09,2026-10-05 23:59:59,CNY 1234.5
10,2026-10-05T00:00:00Z,+1234.5
11, 2026-10 ,-0.01
12,"=""2026-10""",0.000000000000000001
end
check 'amounts and months of all styles' 0 'kam-import styles.csv | columns account_id,2026-10' <<'end'
account_id,2026-10
01,1234.50
02,1234.50
03,-1234.50
04,-1234.50
05,1234.50
06,-1234.50
07,1234.50
08,1234.50
09,1234.50
10,1234.50
11,-0.01
12,0.000000000000000001
end

cat >ids.csv <<'end'
customer,month,amount
00123,2026-10,1
"=""00123""",2026-10,1
 00123 ,2026-10,1
123,2026-10,1
"a ""b"", c",2026-10,1
"=""a """"b"""", c""",2026-10,1
end
check 'ids are texts, as they are and as spreadsheets wrap them' 0 'kam-import ids.csv | cut -d, -f1-3' <<'end'
account_id,lines,months
00123,3,1
123,1,1
"a ""b"", c",2
end

cat >credits.csv <<'end'
customer,month,amount
net,2026-08,5
net,2026-08,-5
net,2026-10,0
credit,2026-09,-3
zero,2026-09,0.00
end
check 'credit notes and zero lines: a cell of 0.00 is not an empty one' 0 kam-import credits.csv <<'end'
account_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,2026-08,2026-09,2026-10
credit,1,1,2026-09,2026-09,1,1,-3.00,,-3.0000,,,,,,-3.00,
net,3,0,2026-08,2026-10,0,2,0.00,0.00,,,,,,0.00,,0.00
zero,1,0,2026-09,2026-09,1,1,0.00,,,,,,,,0.00,
end

# ---- which lines count

cat >window.csv <<'end'
customer,month,amount
A,2025-10,1
A,2025-11,2
A,2026-10,4
A,2026-11,8
B,2026-11,16
C,2025-10,32
end
check 'a window of 12 months, empty ones too; who has no line in it is not there' 0 \
    kam-import --period 2026-10 --reconcile window.reconcile window.csv 3<<'err' <<'end'
kam-import: warning: no line in 2025-12 to 2026-09, though there are lines before and after
err
account_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,2025-11,2025-12,2026-01,2026-02,2026-03,2026-04,2026-05,2026-06,2026-07,2026-08,2026-09,2026-10
A,2,2,2025-11,2026-10,0,11,6.00,4.00,3.0000,0.6667,1.0000,,,2.00,,,,,,,,,,,4.00
end
check 'the lines outside are counted' 0 cat window.reconcile <<'end'
file,fate,month,lines,amount
window.csv,used,2025-11,1,2.00
window.csv,used,2026-10,1,4.00
window.csv,outside,2025-10,2,33.00
window.csv,outside,2026-11,2,24.00
(all),used,,2,6.00
(all),outside,,4,57.00
(all),currency,,0,0.00
(all),total,,0,0.00
(all),rejected,,0,0.00
(all),header,,0,0.00
(all),blank,,0,0.00
end
check 'a window of one month' 0 \
    'kam-import --period 2026-11 --window 1 window.csv | columns account_id,2026-10,2026-11,age' <<'end'
account_id,-,2026-11,age
A,-,8.00,0
B,-,16.00,0
end
check 'a window of 13 months knows the year before' 0 \
    'kam-import --period 2026-11 --window 13 window.csv | columns account_id,growth,growth_3,growth_yoy' 3<<'err' <<'end'
kam-import: warning: no line in 2025-12 to 2026-09, though there are lines before and after
err
account_id,growth,growth_3,growth_yoy
A,5.0000,,3.0000
B,,,
end
check 'a window without lines gives a table without rows' 0 kam-import --period 2020-02 --window 2 window.csv <<'end' 3<<'err'
account_id,lines,months,first_month,last_month,idle,age,revenue,period_revenue,average,peak_share,growth,growth_3,growth_yoy,2020-01,2020-02
end
kam-import: warning: no line is in the window, 2020-01 to 2020-02
err
check 'without a period: from the first month to the last' 0 \
    'kam-import window.csv | head -n 1 | tr , "\n" | sed -n "/^20/p" | sed -n "1p;\$p"' 3<<'err' <<'end'
kam-import: warning: no line in 2025-12 to 2026-09, though there are lines before and after
err
2025-10
2026-11
end

# ---- attributes that change

cat >changes.csv <<'end'
customer,month,amount,name,industry
A,2026-10,1,New,
A,2026-08,1,Old,bank
A,2026-10,1,,insurance
A,2026-10,1,Newer,
A,2026-09,1,Zzz,zzz
B,2026-08,1,Bee,bank
B,2026-09,1,,
C,2026-09,1,x,y
C,2026-09,1,,
end
check 'those of the last month hold; within it the greatest value' 0 \
    'kam-import --name name --keep industry changes.csv | columns account_id,account_name,industry' <<'end'
account_id,account_name,industry
A,Newer,insurance
B,,
C,x,y
end
check 'but only of months in the window' 0 \
    'kam-import --name name --keep industry --period 2026-09 changes.csv | columns account_id,account_name,industry' <<'end'
account_id,account_name,industry
A,Zzz,zzz
B,,
C,x,y
end

# ---- sets

cat >sets.csv <<'end'
customer,month,amount,service
A,2026-10,1,voice
A,2026-09,1,data|voice
A,2026-10,1,voice
A,2026-10,1,
A,2026-10,1,a\b
A,2026-10,1,a
end
check 'sets are sorted, each text once, | and \ escaped' 0 'kam-import sets.csv | columns services,service_count' <<'end'
services,service_count
a|a\\b|data\|voice|voice,4
end

# ---- sums that become too large

printf 'customer,month,amount,usage\nA,2026-10,170141183460469231731,1\nA,2026-10,0.5,170141183460469231731\n' >large.csv
check 'the largest amount there is' 0 'kam-import large.csv | columns account_id,revenue,average' <<'end'
account_id,revenue,average
A,170141183460469231731.50,170141183460469231731.5000
end
printf 'A,2026-10,1,1\n' >>large.csv
check 'one more is too large' 1 kam-import large.csv 3<<'end'
kam-import: large.csv: the sum of its amounts is too large
end
check 'over several files' 1 "sed -n '1,3p' large.csv >a.csv; sed 3d a.csv >b.csv; kam-import a.csv b.csv" 3<<'end'
kam-import: b.csv:2: the sum of account 'A' becomes too large
end
check 'of a further sum' 1 'kam-import --sum usage a.csv' 3<<'end'
kam-import: a.csv:3: the sum of account 'A' becomes too large
end
printf 'customer,month,amount\nA,2026-09,170141183460469231731\nA,2026-10,1\n' >months.csv
check 'over the months' 1 'kam-import months.csv' 3<<'end'
kam-import: months.csv: the sum of its amounts is too large
end
printf 'customer,month,amount,cost\nA,2026-09,170141183460469231731,-1\n' >margin.csv
check 'of a margin' 1 'kam-import margin.csv' 3<<'end'
kam-import: a figure of account 'A' becomes too large
end

finish
