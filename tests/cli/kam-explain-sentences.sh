# --explain of kam-tier, kam-score and kam-diff: every sentence there is gets said, in every language.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-movers.sh"
for file in 2026-*.csv; do
    mv "$file" "moved-$file"
done
mv tiers.kam moved.kam
. "$KAM_SOURCE/tests/cli/lib-explain.sh"

# sentences LANGUAGE: NAME, tab, an extended regular expression for each sentence of libkam's table.
sentences() {
    awk '
        /^    \[KAM_SAY_/ { entry = "" }
        /^    \[KAM_SAY_/, /,$/ {
            entry = entry $0
            if (!/",$/) next
            name = entry
            sub(/^ *\[/, "", name)
            sub(/\].*/, "", name)
            sub(/^[^=]*= */, "", entry)
            sub(/",$/, "", entry)
            sub(/^"/, "", entry)
            gsub(/" *"/, "", entry)
            gsub(/[][().*+?|^$\\]/, "\\\\&", entry)
            gsub(/\{[^}]*\}/, ".*", entry)
            print name "\t" entry
        }' "$KAM_SOURCE/libkam/language/$1.c"
}

cat >odd.csv <<'end'
account_id,account_name,currency,industry,lines,months,first_month,last_month,idle,revenue,margin,margin_rate,peak_share,growth,growth_3,services,2026-07,2026-08,2026-09,2026-10,points_size,part_size,points_trust,part_trust,points_rise,part_rise,score,ends,manager
a,Ace,CNY,bank,4,4,2026-07,2026-10,0,5000.00,100.00,,,0.5000,0.2500,phone|web,1000.00,1000.00,1000.00,2000.00,40,40,7,0,10,40,90.0000,2026-12,x
b,Bee,CNY,bank,4,4,2026-07,2026-10,0,3000.00,100.00,0.0333,0.5000,0.0000,0.0000,phone,500.00,1500.00,500.00,500.00,40,40,0,0,10,40,80.0000,2026-11,x
c,Cid,CNY,,4,3,2026-07,2026-09,1,3000.00,100.00,0.0333,0.6667,-0.2000,-0.1000,phone,500.00,2000.00,500.00,,40,40,0,0,10,40,80.0000,2027-01,y
d,,CNY,bank,4,3,2026-07,2026-09,1,-20.00,,,,,,,-10.00,-10.00,,,40,40,0,0,,,,,y
e,Eve,CNY,bank,1,1,2026-10,2026-10,0,1.00,,,,0.0500,,,,,,1.00,,,0,0,10,40,70.0000,2026-10,y
end

cat >odd.kam <<'end'
[dimension size]
column  = revenue
weight  = 1
bands   = 1000:0, 2000:40, 5000:100
[dimension size | industry=bank]
bands   = 3000:40
[dimension trust]
column  = services
weight  = 1
missing = zero
values  = phone:100, *:1
[dimension rise]
column  = growth
weight  = 1
missing = zero
linear  = 0:0, 10%:50, 40%:100
[dimension gone]
column  = industry
weight  = 1
missing = skip
values  = *:1

[tiers]
names = top, middle, low
cut   = count 1, 3
demote-after  = 3
promote-after = 2
keep-factor   = 60%
lost-after    = 9

[category due]
when = ends >= period + 1, ends < 2027-01, services has phone, industry != mill
[category early]
when = ends > 2026-10, ends <= 2027-01, lines > 3
[category nowhere]
when = industry is empty
[category rising]
when = last 2 months >= 500, months < 5, revenue <= 1.2 of last 4 months, industry in bank|mill
[category half]
when = peak_share >= 50%, last 2 months >= 10% of revenue
[flag quiet]
when    = idle >= 1
at-most = low
[flag silent]
when    = idle >= 1, revenue <= 99
at-most = middle

[managers]
column = manager
end

# A head that was another account's then, with many accounts; one month, and nothing above 0.
cat >small.csv <<'end'
account_id,members,score,points_size,part_size,revenue,2026-11
b0,b0|b1|b2|b3|b4|b5|b6|b7|b8|b9,9,50,9,-1,-1
end
sed 's/b0,b0|/b1,b0|/; s/2026-11/2026-10/' small.csv >smaller.csv
cat >small.kam <<'end'
[dimension size]
column = industry
weight = 1
values = *:1
[tiers]
names = top, low
cut   = value 5
end

# Weights of all origins, and scores by all methods.
cat >ways.csv <<'end'
account_id,industry,revenue,growth
a,bank,50,20
b,bank,30,70
end
cat >ways.kam <<'end'
[weights]
matrix = 1 3 / 1/3 1
[score]
population = all
[dimension revenue]
column = revenue
linear = 0:0, 100:100
[dimension growth]
column = growth
linear = 0:0, 100:100
end

# Points among others: of all, of a segment, of equal cells, and of one who is no customer yet.
cat >among.csv <<'end'
account_id,region,lines,figure,debt
a,N,1,10,5
b,N,1,20,5
c,,1,20,5
d,,1,-30,5
e,N,0,15,
end
cat >among.kam <<'end'
[dimension lowest]
column = figure
weight = 1
scale  = minmax
direction = down
[dimension lowest | region = N]
scale  = minmax
population = segment
[dimension rank]
column = figure
weight = 1
scale  = percentile
population = per region
[dimension place]
column = figure
weight = 1
scale  = percentile
[dimension deviation]
column = figure
weight = 1
scale  = zscore
[dimension part]
column = figure
weight = 1
scale  = share
[dimension debt]
column = debt
weight = 1
scale  = minmax
end

# Customers that are known well, to us and to others; visited lately, long ago and never.
cat >close.csv <<'end'
account_id,closeness,advantage,visits,last_visit,industry,2026-10
a,50.0000,10.0000,1,2026-10,x,1.00
b,50.0000,-10.0000,0,2026-09,x,1.00
c,50.0000,0.0000,0,,x,1.00
end
cat >contacts.csv <<'end'
account_id,contact,attitude,depth,competitor
a,x,neutral,shallow,
a,x,neutral,none,Acme
a,x,neutral,shallow,Bolt
a,x,neutral,medium,Cog
b,x,neutral,medium,Cog
end

# A computed column: with all it needs, without, and divided by 0.
cat >computed.kam <<'end'
[column rate]
value  = margin / total(revenue)
[column pace]
value  = rate / idle
[dimension pace]
column = pace
weight = 1
linear = 0:0, 1:100
end

# A prospect that is won, and a customer that is one again.
cat >won.csv <<'end'
account_id,lines,industry,score,points_size,part_size,revenue,2026-11
w,1,bank,9,9,9,5.00,5.00
l,0,bank,3,3,3,,
end
sed 's/2026-11/2026-10/; s/^w/x/; s/^l/w/; s/^x/l/' won.csv >prospects.csv

# The grid and strategies: of a prospect, too, and in the third month of a condition with periods.
cat >boxes.kam <<'end'
[tiers]
names = top, low
by    = revenue
cut   = count 1
[grid]
contribution = fee : percentile 40, 80
potential    = hope : 5
rows = A A / A B / B B
A = keep
[strategy win]
when   = hope > 8
action = call
[strategy leave]
when    = idle >= 1
periods = 3
end
cat >boxes-1.csv <<'end'
account_id,lines,revenue,fee,hope,idle,2026-08
a,1,90.00,90.00,9,0,90.00
b,1,50.00,50.00,2,1,50.00
c,1,40.00,40.00,2,0,40.00
d,1,30.00,30.00,,0,30.00
p,0,,,2,,
end
sed 's/2026-08/2026-09/' boxes-1.csv >boxes-2.csv
sed 's/2026-08/2026-10/' boxes-1.csv >boxes-3.csv

# Two windows of six months, of which each changed.
cat >wide-09.csv <<'end'
account_id,revenue,2026-04,2026-05,2026-06,2026-07,2026-08,2026-09,rank,tier_cut,tier,by,period,model
A,210.00,10.00,20.00,30.00,40.00,50.00,60.00,1,top,top,revenue,2026-09,m
end
cat >wide-10.csv <<'end'
account_id,revenue,2026-05,2026-06,2026-07,2026-08,2026-09,2026-10,rank,tier_cut,tier,by,period,model
A,270.00,21.00,32.00,39.00,55.00,53.00,70.00,1,top,top,revenue,2026-10,m
end

# told_moves LANGUAGE: what is told of everybody who moved, and of who did not.
told_moves() {
    kam-diff --lang "$1" -m '' --explain A wide-09.csv wide-10.csv
    set -- --lang "$1" -m moved.kam
    old=moved-2026-09.csv new=moved-2026-10.csv
    kam-diff "$@" --explain V1 moved-2026-06.csv "$new"
    kam-diff "$@" --explain A1 --measure month "$old" "$new"
    grep -v ^W2 "$old" | kam-diff "$@" --explain W2 - "$new"
    # Without the columns that say more of a cause, and without those that say it.
    for file in "$old" "$new"; do
        cut -d, -f1-3,6-14,16-21,24- "$file" >"brief-$file"
        cut -d, -f1-2,7,16-17,20,24,30- "$file" >"bare-$file"
    done
    kam-diff "$@" --explain A1 --explain C1 --explain E1 --explain G1 --explain R1 --explain T1 \
        "brief-$old" "brief-$new"
    kam-diff "$@" --explain A1 "bare-$old" "bare-$new"
    # Another figure is ranked; other rules.
    sed '1!s/,score,/,lines,/' "$new" >"other-$new"
    kam-diff "$@" --allow by --explain A1 "$old" "other-$new"
    sed 's/Harbour 1$/Harbour 2/' "$new" >"other-$new"
    kam-diff "$@" --allow model --explain A1 "$old" "other-$new"
    for id in $(cut -d, -f1 "$old" "$new" | grep -v account_id | sort -u) T9; do
        set -- "$@" --explain "$id"
    done
    kam-diff "$@" --seen moved-2026-06.csv "$old" "$new"
}

# told LANGUAGE: what is told in it of everybody, in all sorts of circumstances.
told() {
    language=$1
    set -- --lang "$language" -m odd.kam --explain a --explain b --explain c --explain d --explain e
    for cut in 'count 1, 3' 'count 2, 3' 'customers 1%, 50%' 'share 10%, 95%' 'value 95, 75' \
        'managers 1, 2' abc; do
        kam-tier "$@" --set "tiers:cut=$cut" odd.csv
    done
    kam-tier "$@" --set 'tiers:cut=count 2, 3' --set tiers:ties=score odd.csv
    kam-tier "$@" --set 'tiers:cut=count 2, 3' --set tiers:ties=down odd.csv
    kam-tier "$@" --set 'tiers:cut=count 1, 2' --set tiers:ties=split odd.csv
    kam-tier "$@" --set 'tiers:cut=count 1, 4' --set tiers:per=industry odd.csv
    kam-tier "$@" --set tiers:by=revenue odd.csv
    kam-tier "$@" --set 'tiers:cut=share 10%, 95%' --set tiers:crossing=exclude odd.csv
    kam-score "$@" odd.csv
    kam-score --lang "$language" -m among.kam --explain a --explain c --explain d --explain e among.csv
    kam-score --lang "$language" -m computed.kam --explain a --explain c --explain d odd.csv
    kam-score --lang "$language" -m small.kam --explain a --explain b --explain c close.csv
    kam-score --lang "$language" -m small.kam --contacts contacts.csv --explain a --explain b close.csv
    # What was before: another head, tiers that are gone, everything turned upside down.
    kam-tier -m odd.kam odd.csv | sed 's/2026-\(0[789]\|10\)/2025-\1/g' >before.csv
    kam-tier "$@" --previous before.csv odd.csv
    for tiers in 's/,top,top,top,top,/,gone,gone,gone,gone,/' \
        's/,top,top,top,top,/,low,low,low,low,/; s/,middle,middle,middle,middle,/,top,top,top,top,/'; do
        sed "$tiers" before.csv >other.csv
        kam-tier "$@" --previous other.csv odd.csv
        kam-tier "$@" --set tiers:promote-after=1 --previous other.csv odd.csv
    done
    kam-tier -m small.kam smaller.csv >before.csv
    kam-tier --lang "$language" -m small.kam --previous before.csv --explain b3 small.csv
    kam-tier -m small.kam prospects.csv >before.csv
    kam-tier --lang "$language" -m small.kam --previous before.csv --explain w --explain l won.csv

    set -- --lang "$language" -m boxes.kam --explain a --explain b --explain c --explain d
    kam-tier -m boxes.kam -o before-1.csv boxes-1.csv
    kam-tier -m boxes.kam --previous before-1.csv -o before-2.csv boxes-2.csv
    kam-tier "$@" --previous before-1.csv boxes-2.csv
    kam-tier "$@" --previous before-2.csv --explain p boxes-3.csv
    set -- --lang "$language" --previous 2026-09.csv
    for id in A1 C1 D1 E1 G1 G2 H1 K1 L1 M1 N1; do
        set -- "$@" --explain $id
    done
    kam-tier "$@" scored.csv
    kam-tier "$@" --set tiers:admitted=inside scored.csv
    kam-score --lang "$language" --explain A1 --explain C1 --explain G2 scored.csv
    set -- --lang "$language" -m ways.kam --explain a
    kam-score "$@" --set weights:method=ahp --set score:method=product ways.csv
    kam-score "$@" --set weights:method=entropy --set score:method=topsis ways.csv
    kam-score "$@" --set weights:method=critic --set score:method=topsis \
        --set 'score:population=per industry' ways.csv
    told_moves "$language"
}

# unsaid FILE LANGUAGE: sentences of FILE that aren't said.
unsaid() {
    sentences "$1" >../sentences
    [ "$(wc -l <../sentences)" -gt 100 ] || echo 'the table was not understood'
    told "$2" >../told 2>../warned
    while IFS="$(printf '\t')" read -r name pattern; do
        grep -qE -e "$pattern" ../told || echo "$name: $pattern"
    done <../sentences
    grep -v warning ../warned || :
}

check 'all that can be said is said in English' 0 unsaid english en
check 'and in Chinese' 0 unsaid chinese zh

finish
