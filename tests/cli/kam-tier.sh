# kam-tier: rank, cuts, the snapshot and its summary.
. "$(dirname "$0")/lib.sh"

cat >good.kam <<'end'
[model]
name  = Test

[dimension size]
column = revenue
weight = 1
bands  = 0:0, 100:50, 1000:100

[tiers]
names = A, B, C
by    = revenue
cut   = share 50%, 83%
end
export KAM_MODEL=good.kam

cat >three.csv <<'end'
account_id,account_name,revenue,2026-09,2026-10
c,Cog,17.00,17.00,
a,Ace,50.00,25.00,25.00
b,"Bee, Ltd",33.00,33.00,0.00
end

unhashed='s/[0-9a-f]\{16\}$/HASH/'

check 'the published example: 50, 33 and 17 % are A, B and C' 0 \
    "kam-tier three.csv | sed '$unhashed'" <<'end'
account_id,account_name,revenue,2026-09,2026-10,rank,share,cumulative_share,tier_cut,tier_unflagged,tier_computed,tier,reason,categories,flags,evidence,by,limit_up,limit_down,gap_up,gap_down,held,period,model
a,Ace,50.00,25.00,25.00,1,0.500000,0.500000,A,A,A,A,"share top 50%: rank 1 of 3, limit rank 1",,,,revenue,,33.00,,17.00,0,2026-10,Test HASH
b,"Bee, Ltd",33.00,33.00,0.00,2,0.330000,0.830000,B,B,B,B,"share top 83%: rank 2 of 3, limit rank 2",,,,revenue,50.00,17.00,17.00,16.00,0,2026-10,Test HASH
c,Cog,17.00,17.00,,3,0.170000,1.000000,C,C,C,C,"share below top 83%: rank 3 of 3, limit rank 2",,,,revenue,33.00,,16.00,,0,2026-10,Test HASH
end

# tiers [OPTION]... [FILE]: id, rank, shares, tier, reason and limits.
tiers() {
    kam-tier -t --set tiers:by=score "$@" >tiered.tsv
    awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { print $at["account_id"], $at["rank"], $at["share"], $at["cumulative_share"], $at["tier"] }' tiered.tsv
}
# limits [OPTION]... [FILE]: id, tier, limit_up, gap_up, limit_down, gap_down.
limits() {
    kam-tier -t --set tiers:by=score "$@" >tiered.tsv
    awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { print $at["account_id"], $at["tier"], "up [" $at["limit_up"] "] [" $at["gap_up"] "]",
            "down [" $at["limit_down"] "] [" $at["gap_down"] "]" }' tiered.tsv
}
reasons() {
    kam-tier -t --set tiers:by=score "$@" >tiered.tsv
    awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { print $at["account_id"] ": " $at["reason"] }' tiered.tsv
}

cat >tied.csv <<'end'
account_id,score,revenue,2026-10
a,90.0000,100.00,100.00
b,80.0000,50.00,50.00
c,80.0000,40.00,40.00
d,80,40,40
e,80.0000,30.00,30.00
f,70.0000,-20.00,-20.00
g,,60.00,60.00
end

check 'score, then revenue, then id; without a score one comes last' 0 \
    tiers --set 'tiers:cut=count 3, 6' tied.csv <<'end'
a 1 0.312500 0.312500 A
b 2 0.156250 0.468750 A
c 3 0.125000 0.593750 A
d 4 0.125000 0.718750 A
e 5 0.093750 0.812500 B
f 6 -0.062500 0.812500 B
g 7 0.187500 1.000000 C
end

check 'shares of all revenue, negative ones included' 0 \
    tiers --set 'tiers:base=net' --set 'tiers:cut=share 90%, 95%' tied.csv <<'end'
a 1 0.333333 0.333333 A
b 2 0.166667 0.500000 A
c 3 0.133333 0.633333 A
d 4 0.133333 0.766667 A
e 5 0.100000 0.866667 A
f 6 -0.066667 0.800000 A
g 7 0.200000 1.000000 A
end

# ends [OPTION]...: the tiers of tied.csv in order of rank.
ends() {
    tiers "$@" tied.csv | awk '{ printf "%s", $5 } END { print "" }'
}
for case in up:AAAABCC down:AABBBCC split:AAABBCC score:AAAAACC; do
    ties=${case%:*} result=${case#*:}
    check "ties = $ties at count 3, 5" 0 ends --set "tiers:ties=$ties" --set 'tiers:cut=count 3, 5' <<end
$result
end
done
check 'customers: the next one counts whole' 0 ends --set 'tiers:cut=customers 1%, 15%' <<'end'
ABCCCCC
end
check '+4% is the next 4 %' 0 \
    'ends --set "tiers:cut=customers 10%, +40%"; ends --set "tiers:cut=share 30%, +20%"' <<'end'
ABBBCCC
ABBBCCC
end
check 'value: at least' 0 'ends --set "tiers:cut=value 80.0001, 80"; ends --set "tiers:cut=value 100, 70"' <<'end'
ABBBBCC
BBBBBBC
end

# ---- limits, gaps and reasons

check 'the figures that move a customer up or down' 0 limits --set 'tiers:cut=count 1, 5' tied.csv <<'end'
a A up [] [] down [80.0000] [10.0000]
b B up [90.0000] [10.0000] down [70.0000] [10.0000]
c B up [90.0000] [10.0000] down [70.0000] [10.0000]
d B up [90.0000] [10.0000] down [70.0000] [10.0000]
e B up [90.0000] [10.0000] down [70.0000] [10.0000]
f C up [80.0000] [10.0000] down [] []
g C up [80.0000] [] down [] []
end
check 'the limits of a value cut are its values' 0 limits --set 'tiers:cut=value 95, 75.5' tied.csv <<'end'
a B up [95.0000] [5.0000] down [75.5000] [14.5000]
b B up [95.0000] [15.0000] down [75.5000] [4.5000]
c B up [95.0000] [15.0000] down [75.5000] [4.5000]
d B up [95.0000] [15.0000] down [75.5000] [4.5000]
e B up [95.0000] [15.0000] down [75.5000] [4.5000]
f C up [75.5000] [5.5000] down [] []
g C up [75.5000] [] down [] []
end
check 'reasons of a cut by customers, moved by a tie' 0 \
    'reasons --set "tiers:cut=customers 12.5%, 40%" tied.csv | sed -n "1,2p;6,7p"' <<'end'
a: customers top 12.5%: rank 1 of 7, limit rank 1
b: customers top 40%: rank 2 of 7, limit rank 4 (3 without ties)
f: customers below top 40%: rank 6 of 7, limit rank 4 (3 without ties)
g: customers below top 40%: rank 7 of 7, limit rank 4 (3 without ties), no score
end
check 'reasons of the other cuts' 0 \
    'for cut in "share 30%, 80%" "count 1, 6" "value 90, 75.5"; do
        reasons --set "tiers:cut=$cut" tied.csv | sed -n "1,2p;7p"
    done' <<'end'
a: share top 30%: rank 1 of 7, limit rank 1
b: share top 80%: rank 2 of 7, limit rank 5
g: share below top 80%: rank 7 of 7, limit rank 5, no score
a: count top 1: rank 1 of 7, limit rank 1
b: count top 6: rank 2 of 7, limit rank 6
g: count below top 6: rank 7 of 7, limit rank 6, no score
a: value at least 90: score 90.0000
b: value at least 75.5: score 80.0000
g: value below 75.5: no score
end

# ---- the summary

check 'the pyramid, its total and how concentrated it is' 0 kam-tier --summary three.csv <<'end'
tier,customers,customer_share,revenue,revenue_share,average,lowest,highest,top20_share,gini,by_cut,admitted,capped,held,capacity,repeat_share,worth_capacity,worth_repeat,worth_spread
A,1,0.333333,50.00,0.500000,50.0000,50.00,50.00,,,1,0,0,0,,,,,
B,1,0.333333,33.00,0.330000,33.0000,33.00,33.00,,,1,0,0,0,,,,,
C,1,0.333333,17.00,0.170000,17.0000,17.00,17.00,,,1,0,0,0,,,,,
total,3,1.000000,100.00,1.000000,33.3333,17.00,50.00,0.500000,0.220000,3,0,0,0,,,,,yes
end
check 'the Gini coefficient of 10 to 50' 0 \
    '{ echo account_id,revenue; for i in 1 2 3 4 5; do echo $i,${i}0; done; } |
    kam-tier --summary | sed -n "\$p" | cut -d, -f10' <<'end'
0.266667
end
check 'negative revenue, a missing score, an empty tier' 0 \
    kam-tier --summary --set tiers:by=score --set 'tiers:cut=value 100, 75' tied.csv <<'end'
tier,customers,customer_share,revenue,revenue_share,average,lowest,highest,top20_share,gini,by_cut,admitted,capped,held,capacity,repeat_share,worth_capacity,worth_repeat,worth_spread
A,0,0.000000,0.00,0.000000,,,,,,0,0,0,0,,,,,
B,5,0.714286,260.00,0.812500,52.0000,80.0000,90.0000,,,5,0,0,0,,,,,
C,2,0.285714,40.00,0.187500,20.0000,70.0000,70.0000,,,2,0,0,0,,,,,
total,7,1.000000,300.00,1.000000,42.8571,70.0000,90.0000,0.500000,0.330357,7,0,0,0,,,,,yes
end
check 'nobody' 0 'sed 1q three.csv | kam-tier --summary' <<'end'
tier,customers,customer_share,revenue,revenue_share,average,lowest,highest,top20_share,gini,by_cut,admitted,capped,held,capacity,repeat_share,worth_capacity,worth_repeat,worth_spread
A,0,,0.00,,,,,,,0,0,0,0,,,,,
B,0,,0.00,,,,,,,0,0,0,0,,,,,
C,0,,0.00,,,,,,,0,0,0,0,,,,,
total,0,,0.00,,,,,,,0,0,0,0,,,,,
end
check 'nobody who pays' 0 'printf "account_id,revenue\n1,0\n2,-5.00\n" | kam-tier --summary' <<'end'
tier,customers,customer_share,revenue,revenue_share,average,lowest,highest,top20_share,gini,by_cut,admitted,capped,held,capacity,repeat_share,worth_capacity,worth_repeat,worth_spread
A,0,0.000000,0.00,,,,,,,0,0,0,0,,,,,
B,0,0.000000,0.00,,,,,,,0,0,0,0,,,,,
C,2,1.000000,-5.00,,-2.5000,-5.00,0.00,,,2,0,0,0,,,,,
total,2,1.000000,-5.00,,-2.5000,-5.00,0.00,,,2,0,0,0,,,,,
end
check '-v says the same in a line' 0 'kam-tier -v three.csv >/dev/null' 3<<'end'
kam-tier: 3 customers, revenue 100.00: A 1, B 1, C 1
end

# ---- what stands in the way

check 'no model' 2 env -u KAM_MODEL kam-tier three.csv 3<<'end'
kam-tier: the model has no [tiers], so there is nothing to cut by; --model FILE or $KAM_MODEL names the model
end
check 'not scored yet' 1 kam-tier --set tiers:by=score three.csv 3<<'end'
kam-tier: three.csv: no column 'score', which [tiers] ranks by: run kam-score first, or choose another column with by = COLUMN
end
check 'another column that is not there' 1 kam-tier --set tiers:by=revenues three.csv 3<<'end'
kam-tier: three.csv: [tiers] by (good.kam:9): no column 'revenues'; did you mean 'revenue'; there are: account_id, account_name, revenue, 2026-09, 2026-10
end
check 'no month columns, no snapshot' 1 \
    'cut -d, -f1-3 tied.csv >bad-months.csv; kam-tier bad-months.csv' 3<<'end'
kam-tier: bad-months.csv: no month columns (YYYY-MM), so the snapshot has no period and can't be compared: keep those that kam-import writes
end
printf 'account_id,revenue,2026-10\na,1.00,1.00\nb,,\n' >bad-revenue.csv
check 'a customer without revenue' 1 kam-tier bad-revenue.csv 3<<'end'
kam-tier: bad-revenue.csv:3: revenue: empty; every customer needs one, if only 0.00
end
printf 'account_id,revenue,2026-10\na,1.00,1.00\nb,"1,000",1\n' >bad-number.csv
check 'a revenue that is no number' 1 kam-tier bad-number.csv 3<<'end'
kam-tier: bad-number.csv:3: revenue: not a number: '1,000'
end
printf 'account_id,revenue,2026-10\na,1.00,1.00\na,2.00,2.00\n' >bad-twice.csv
check 'a customer that stands twice' 1 kam-tier bad-twice.csv 3<<'end'
kam-tier: bad-twice.csv:3: account_id: 'a' stands in bad-twice.csv:2 too; one row each is needed (kam-import adds the rows of an account up)
end
check 'scores of other rules are warned about' 0 \
    'kam-score --weight size=2 three.csv | kam-tier --set tiers:by=score 2>&1 >/dev/null |
    sed "s/[0-9a-f]\{16\}/HASH/g"' <<'end'
kam-tier: warning: standard input:2: score_model: the score was made under other rules ('HASH') than this model's ('HASH'): score again, or give both tools the same --model and --set
end
check '--strict refuses them' 1 \
    'kam-score --weight size=2 three.csv | kam-tier --strict --set tiers:by=score 2>../stderr.1; status=$?
    tail -n 1 ../stderr.1; exit $status' <<'end'
kam-tier: 1 warning, and --strict makes that an error
end
check 'with the same --set they are those of the model' 0 \
    'kam-score --weight size=2 three.csv |
    kam-tier --strict --set tiers:by=score --set "dimension size:weight=2" >/dev/null'

# ---- laws

check 'a header without rows stays one' 0 'sed 1q three.csv | kam-tier' <<'end'
account_id,account_name,revenue,2026-09,2026-10,rank,share,cumulative_share,tier_cut,tier_unflagged,tier_computed,tier,reason,categories,flags,evidence,by,limit_up,limit_down,gap_up,gap_down,held,period,model
end

# A few hundred customers with many ties, credit notes and gaps.
awk 'BEGIN { print "account_id,revenue,growth,2026-09,2026-10"
    for (i = 0; i < 400; i++) { r = (i * 7919) % 97 - 10
        printf "%03d,%d.25,,%d.25,\n", (i * 211) % 400, r * r * (r < 0 ? -1 : 1), r * r * (r < 0 ? -1 : 1) } }' >many.csv
for ties in up down score split; do
    for cut in 'customers 1%, 20%' 'share 50%, 80%' 'value 90, 50' 'count 7, 100'; do
        check "ties = $ties, cut = $cut: any order of rows, and scored and tiered again, the same bytes" 0 \
            "snapshot() { kam-score \"\$@\" | kam-tier --set tiers:by=score --set 'tiers:ties=$ties' --set 'tiers:cut=$cut'; }
            snapshot many.csv >once.csv
            { sed 1q many.csv; sed 1d many.csv | sort -r; } | snapshot | cmp - once.csv
            snapshot once.csv | cmp - once.csv
            kam-tier --set tiers:by=score --set 'tiers:ties=$ties' --set 'tiers:cut=$cut' once.csv | cmp - once.csv"
    done
done
check 'ranks are 1 to n, the summary adds up to the table' 0 \
    'kam-tier -o tiered.csv many.csv && sed 1d tiered.csv | cut -d, -f6 >ranks; seq 400 | cmp - ranks
    sed 1d many.csv | awk -F, "{ cents += \$2 * 100 } END { printf \"%.2f\\n\", cents / 100 }"
    kam-tier --summary many.csv | sed -n "\$p" | cut -d, -f4
    kam-tier --summary many.csv | awk -F, "NR > 1 && \$1 != \"total\" { n += \$2; cents += \$4 * 100 } END { printf \"%d %.2f\\n\", n, cents / 100 }"' <<'end'
883656.00
883656.00
400 883656.00
end
check 'a table of several files is one' 0 \
    '{ sed 1q many.csv; sed "1d;200q" many.csv; } >first.csv; { sed 1q many.csv; sed 1,200d many.csv; } >second.csv
    kam-tier second.csv first.csv | cmp - tiered.csv'

finish
