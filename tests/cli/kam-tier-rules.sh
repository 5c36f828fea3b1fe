# kam-tier: admission, categories, flags, policies; segments, and what admission does to places.
. "$(dirname "$0")/lib.sh"
command -v mlr >/dev/null || skip_missing miller

cat >rules.kam <<'end'
[tiers]
names = A, B, C
by    = revenue
cut   = count 1, 3

[admit long]
when  = months >= 12
tier  = B
[admit state]
when  = industry in army|police
tier  = A

[category big]
when  = revenue >= 100
[category "a, b"]
when  = industry = army
[category all]
when  = revenue > -1000

[flag once]
when    = months <= 1, peak_share >= 80%
at-most = C
[flag poor]
when    = margin_rate < 5%
at-most = B
[flag odd]
when    = industry is empty
end
export KAM_MODEL=rules.kam

cat >customers.csv <<'end'
account_id,industry,months,idle,revenue,margin_rate,peak_share,2026-08,2026-09,2026-10
a,bank,6,0,500.00,0.0312,0.4000,200.00,200.00,100.00
b,army,1,1,400.00,0.3000,1.0000,,400.00,
c,,12,0,300.00,0.3000,0.4000,100.00,100.00,100.00
d,bank,12,0,200.00,0.3000,0.4000,80.00,60.00,60.00
e,police,2,2,100.00,-0.1250,0.8000,80.00,20.00,
f,bank,2,0,50.00,,0.5000,25.00,,25.00
end

# cells COLUMN,... [OPTION]... [FILE]: these cells of every customer, after its id.
cells() {
    columns=$1
    shift
    kam-tier -t "$@" >tiered.tsv || return
    awk -F'\t' -v columns="$columns" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(columns, c, ","); next }
        { printf "%s", $at["account_id"]; for (i = 1; i <= n; i++) printf " [%s]", $at[c[i]]; print "" }' tiered.tsv
}

check 'cut, then admission, then flags: each has its column' 0 \
    cells tier_cut,tier_unflagged,tier_computed,tier,held customers.csv <<'end'
a [A] [A] [B] [B] [0]
b [B] [A] [C] [C] [0]
c [B] [B] [B] [B] [0]
d [C] [B] [B] [B] [0]
e [C] [A] [B] [B] [0]
f [C] [C] [C] [C] [0]
end

check 'the reason names what decided, the last first, and what it found' 0 \
    cells reason customers.csv <<'end'
a [at most B by poor (margin_rate 3.1%); count top 1: rank 1 of 6, limit rank 1]
b [at most C by once (1 active month, 100.0% in 2026-09); admitted by state (industry army); count top 3: rank 2 of 6, limit rank 3]
c [count top 3: rank 3 of 6, limit rank 3]
d [admitted by long (12 active months); count below top 3: rank 4 of 6, limit rank 3]
e [at most B by poor (margin_rate -12.5%); admitted by state (industry police); count below top 3: rank 5 of 6, limit rank 3]
f [count below top 3: rank 6 of 6, limit rank 3]
end

check 'categories and flags are sets, evidence is of admissions and flags, also of those that decide nothing' 0 \
    cells categories,flags,evidence customers.csv <<'end'
a [all|big] [poor] [poor: margin_rate 3.1%]
b [a, b|all|big] [once] [state: industry army; once: 1 active month, 100.0% in 2026-09]
c [all|big] [odd] [long: 12 active months; odd: industry empty]
d [all|big] [] [long: 12 active months]
e [all|big] [poor] [state: industry police; poor: margin_rate -12.5%]
f [all] [] []
end

check 'the limits are those of the cut, whatever the rules did' 0 \
    cells limit_up,gap_up,limit_down,gap_down customers.csv <<'end'
a [] [] [400.00] [100.00]
b [500.00] [100.00] [200.00] [200.00]
c [500.00] [200.00] [200.00] [100.00]
d [300.00] [100.00] [] []
e [300.00] [200.00] [] []
f [300.00] [250.00] [] []
end

check 'a snapshot tiered again is the same' 0 'kam-tier customers.csv -o 1.csv; kam-tier 1.csv | cmp - 1.csv' </dev/null
check 'in any order of rows' 0 '(sed 1q customers.csv; sed 1d customers.csv | sort -r) | kam-tier | cmp - 1.csv' </dev/null

check 'an admission to a lower tier than the cut gives changes nothing' 0 \
    cells tier_cut,tier,reason --set 'admit state:when=account_id = a' --set 'admit state:tier=B' \
    --set 'flag poor:at-most=' customers.csv <<'end'
a [A] [A] [count top 1: rank 1 of 6, limit rank 1]
b [B] [C] [at most C by once (1 active month, 100.0% in 2026-09); count top 3: rank 2 of 6, limit rank 3]
c [B] [B] [count top 3: rank 3 of 6, limit rank 3]
d [C] [B] [admitted by long (12 active months); count below top 3: rank 4 of 6, limit rank 3]
e [C] [C] [count below top 3: rank 5 of 6, limit rank 3]
f [C] [C] [count below top 3: rank 6 of 6, limit rank 3]
end

check 'of several flags the lowest counts' 0 \
    'cells tier,reason --set "flag odd:when=account_id = b" --set "flag odd:at-most=B" customers.csv | grep ^b' <<'end'
b [C] [at most C by once (1 active month, 100.0% in 2026-09); admitted by state (industry army); count top 3: rank 2 of 6, limit rank 3]
end

# ---- rank and shares, as they are now, whatever an earlier run wrote

cat >rank.kam <<'end'
[tiers]
names = A, B, C
by    = revenue
cut   = count 1, 3
[admit share]
when  = share >= 10%, rank > 3
tier  = B
[flag last]
when    = cumulative_share > 99%
at-most = C
end
check 'rank and shares in rules' 0 cells tier,reason,share,evidence -m rank.kam customers.csv <<'end'
a [A] [count top 1: rank 1 of 6, limit rank 1] [0.322581] []
b [B] [count top 3: rank 2 of 6, limit rank 3] [0.258065] []
c [B] [count top 3: rank 3 of 6, limit rank 3] [0.193548] []
d [B] [admitted by share (share 12.9%, rank 4); count below top 3: rank 4 of 6, limit rank 3] [0.129032] [share: share 12.9%, rank 4]
e [C] [count below top 3: rank 5 of 6, limit rank 3] [0.064516] []
f [C] [count below top 3: rank 6 of 6, limit rank 3] [0.032258] [last: cumulative_share 100.0%]
end
check 'again, from a snapshot of other ranks' 0 \
    'kam-tier -m rank.kam -o 1.csv customers.csv
    kam-tier -m rank.kam --set tiers:by=idle --set "tiers:cut=count 2, 3" customers.csv | kam-tier -m rank.kam | cmp - 1.csv'
kam-tier -o 1.csv customers.csv

# ---- policies of tiers, and rules on points and scores

cat >policy.kam <<'end'
[tiers]
names = A, B, C
by    = score
cut   = value 80, 40
[admit points]
when  = points_size >= 90, score < 80
tier  = A
[policy A]
manager = dedicated
visits  = 4 per month
[policy C]
visits  = none
"reply within" = "3 days"
end
cat >scored.csv <<'end'
account_id,score,points_size,manager,policy_old,revenue,2026-10
a,85.0000,50.0000,Li,x,30.00,30.00
b,70.0000,95.0000,Wu,x,20.00,20.00
c,50.0000,10.0000,,x,10.00,10.00
d,10.0000,,,x,5.00,5.00
end
check 'a column for each key, in the order of the model, of the tier in the end' 0 \
    'kam-tier -m policy.kam scored.csv | mlr --icsv --ocsv cut -o -f account_id,tier,manager,policy_manager,policy_visits,policy_old' <<'end'
account_id,tier,manager,policy_manager,policy_visits
a,A,Li,dedicated,4 per month
b,A,Wu,dedicated,4 per month
c,B,,,
d,C,,,none
end
check 'keys in quotes' 0 'kam-tier -m policy.kam scored.csv | sed -n "1s/.*held,//p"' <<'end'
policy_manager,policy_visits,policy_reply within,period,model,revenue,2026-10
end

# ---- threads

awk 'BEGIN {
    print "account_id,industry,months,idle,revenue,margin_rate,peak_share,2026-10"
    split("bank army police shop", industry)
    for (i = 0; i < 30000; i++) {
        cents = i * 7919 % 30011 * 7
        printf "%05d,%s,%d,0,%d.%02d,0.%04d,0.%04d,%d.%02d\n", i, industry[1 + i % 5], i % 13, cents / 100,
            cents % 100, i % 1000, i * 31 % 10000, cents / 100, cents % 100
    }
}' >many.csv
kam-tier --threads 1 --set 'tiers:cut=count 300, 9000' -o one.csv many.csv
for threads in 2 3 64; do
    check "$threads threads write the same" 0 \
        "kam-tier --threads $threads --set 'tiers:cut=count 300, 9000' many.csv | cmp - one.csv"
    check "$threads threads find the same mistake first" 1 \
        "sed -e '20001s/0[.][0-9]*,/x,/' -e '29001s/0[.][0-9]*,/y,/' many.csv | kam-tier --threads $threads" 3<<'end'
kam-tier: standard input:20001: margin_rate: not a number: 'x' (compared by rules.kam:24)
end
done

# ---- what is missing

check 'a column that a rule needs and the data lacks' 1 'cut -d, -f1,3- customers.csv | kam-tier' 3<<'end'
kam-tier: rules.kam:10: when: the table has no column 'industry'
end
check 'text where a rule compares numbers' 1 'sed s/0.0312/low/ customers.csv | kam-tier' 3<<'end'
kam-tier: standard input:2: margin_rate: not a number: 'low' (compared by rules.kam:24)
end

# ---- what admission does to the places of the cut

cat >places.kam <<'end'
[tiers]
names    = A, B, C
by       = revenue
cut      = count 2, 4
admitted = inside
[admit vip]
when     = vip = yes
tier     = A
[admit friend]
when     = vip = friend
tier     = B
end
cat >places.csv <<'end'
account_id,vip,revenue,2026-10
a,,80.00,80.00
b,,70.00,70.00
c,,60.00,60.00
d,friend,50.00,50.00
e,,40.00,40.00
f,yes,30.00,30.00
g,,20.00,20.00
h,friend,10.00,10.00
end

# tiers [OPTION]...: by the cut and in the end, of every customer in order of rank.
tiers() {
    cells tier_cut,tier -m places.kam "$@" places.csv | tr -d '[]' | awk '{ cut = cut $2; tier = tier $3 } END { print cut, tier }'
}

check 'admitted inside: they take places first, so that a tier has as many as the cut says' 0 \
    'tiers; tiers --set tiers:admitted=on-top' <<'end'
ACCCCCCC ACCBCACB
AABBCCCC AABBCACB
end
check 'of what is left for a tier those above have their part' 0 \
    'tiers --set "tiers:cut=count 3, 4"; tiers --set "tiers:cut=count 1, 2"; tiers --set "tiers:cut=count 6, 8"' <<'end'
AACCCCCC AACBCACB
CCCCCCCC CCCBCACB
AAAAABBC AAAAAABB
end
check 'where nothing is left for a tier, its limit is that of the one above' 0 \
    'cells tier_cut,limit_up -m places.kam --set "tiers:cut=count 3, 4" places.csv | grep -E "^[bc] "' <<'end'
b [A] []
c [C] [70.00]
end
cat >twice.kam <<'end'
[tiers]
names = A, B, C
by    = revenue
cut   = count 2, 4
[admit zeal]
when  = revenue < 25
tier  = A
[admit also]
when  = revenue < 15
tier  = A
[flag yoke]
when    = revenue > 65
at-most = C
[flag also]
when    = revenue > 75
at-most = C
end
check 'of rules that say the same, the first of the model decides' 0 \
    'cells tier,reason -m twice.kam places.csv | grep -E "^[ah] " | cut -d";" -f1' <<'end'
a [C] [at most C by yoke (revenue 80.00)
h [A] [admitted by zeal (revenue 10.00)
end
cat >peak.kam <<'end'
[tiers]
names = A, B
by    = revenue
cut   = count 1
[flag peak]
when = peak_share > 40%
end
printf 'account_id,revenue,peak_share,2026-08,2026-09,2026-10\na,110,0.4545,10,50,50\n' >peak.csv
check 'of months with as much, the first is the peak' 0 'cells evidence -m peak.kam peak.csv' <<'end'
a [peak: 45.4% in 2026-09]
end
check 'inside of customers, and of managers' 0 \
    'tiers --set "tiers:cut=customers 25%, 50%"
    printf "\n[managers]\ncount = 2\n" >>places.kam
    tiers --set "tiers:cut=managers 1, 2"' <<'end'
ACCCCCCC ACCBCACB
ACCCCCCC ACCBCACB
end
check 'inside of a share, their revenue counts first' 0 \
    'tiers --set "tiers:cut=share 50%, 80%"; tiers --set "tiers:cut=share 50%, 80%" --set tiers:admitted=on-top' <<'end'
AABCCCCC AABBCACB
AAABBCCC AAABBACB
end
check 'a net base below 0 has no shares, though less than nothing was admitted' 0 \
    'sed "s/f,yes,30/f,yes,-400/" places.csv >less.csv
    cells tier_cut -m places.kam --set "tiers:cut=share 50%, 80%" --set tiers:base=net less.csv |
        sort | paste -sd " " -' <<'end'
a [C] b [C] c [C] d [C] e [C] f [C] g [C] h [C]
end

# ---- segments

cat >segments.csv <<'end'
account_id,industry,revenue,2026-10
a,bank,90.00,90.00
b,bank,80.00,80.00
c,bank,70.00,70.00
d,shop,60.00,60.00
e,shop,50.00,50.00
f,,40.00,40.00
g,bank,30.00,30.00
end
cat >segments.kam <<'end'
[tiers]
names = A, B, C
by    = revenue
cut   = customers 25%, 50%
per   = industry
end
KAM_MODEL=segments.kam
check 'each segment is cut by itself, rank and shares are overall' 0 \
    cells rank,share,tier,reason,limit_up,limit_down segments.csv <<'end'
a [1] [0.214286] [A] [customers top 25% of industry=bank: rank 1 of 4, limit rank 1] [] [80.00]
b [2] [0.190476] [B] [customers top 50% of industry=bank: rank 2 of 4, limit rank 2] [90.00] [70.00]
c [3] [0.166667] [C] [customers below top 50% of industry=bank: rank 3 of 4, limit rank 2] [80.00] []
d [4] [0.142857] [A] [customers top 25% of industry=shop: rank 1 of 2, limit rank 1] [] [50.00]
e [5] [0.119048] [C] [customers below top 50% of industry=shop: rank 2 of 2, limit rank 1] [60.00] []
f [6] [0.095238] [A] [customers top 25% of industry=: rank 1 of 1, limit rank 1] [] []
g [7] [0.071429] [C] [customers below top 50% of industry=bank: rank 4 of 4, limit rank 2] [80.00] []
end
check 'shares are of the segment' 0 'cells tier --set "tiers:cut=share 50%, 80%" segments.csv | paste -sd " "' <<'end'
a [A] b [A] c [B] d [A] e [B] f [A] g [C]
end
check 'a column of segments that is not there' 1 kam-tier --set tiers:per=indutry segments.csv 3<<'end'
kam-tier: segments.csv: [tiers] per (segments.kam:1): no column 'indutry'; did you mean 'industry'; there are: account_id, industry, revenue, 2026-10
end
check 'no rows, no segments' 0 'sed 1q segments.csv | kam-tier | wc -l' <<'end'
1
end

# ---- managers and ABC

cat >managers.csv <<'end'
account_id,manager,revenue,2026-10
a,Li,70.00,70.00
b,Wu,60.00,60.00
c,,50.00,50.00
d,Li,40.00,40.00
e,Wu,30.00,30.00
f,Li,20.00,20.00
g,Wu,10.00,10.00
end
cat >managers.kam <<'end'
[tiers]
names  = A, B, C
by     = revenue
cut    = managers 1, +1
[managers]
column = manager
end
KAM_MODEL=managers.kam
check 'so many customers per manager, of whom the column tells how many there are' 0 \
    cells tier,reason managers.csv <<'end'
a [A] [managers top 1 each: rank 1 of 7, limit rank 2 with 2 managers]
b [A] [managers top 1 each: rank 2 of 7, limit rank 2 with 2 managers]
c [B] [managers top 2 each: rank 3 of 7, limit rank 4 with 2 managers]
d [B] [managers top 2 each: rank 4 of 7, limit rank 4 with 2 managers]
e [C] [managers below top 2 each: rank 5 of 7, limit rank 4 with 2 managers]
f [C] [managers below top 2 each: rank 6 of 7, limit rank 4 with 2 managers]
g [C] [managers below top 2 each: rank 7 of 7, limit rank 4 with 2 managers]
end
check 'or the model' 0 'cells tier --set managers:count=3 managers.csv | cut -d" " -f2 | paste -sd " "' <<'end'
[A] [A] [A] [B] [B] [B] [C]
end
check 'two tiers: what one can carry' 0 \
    'cells tier --set "tiers:names=A, B" --set tiers:cut=managers --set managers:span=3 managers.csv | cut -d" " -f2 | paste -sd " "' <<'end'
[A] [A] [A] [A] [A] [A] [B]
end
check 'computed ABC limits' 0 \
    'cells reason --set tiers:cut=abc managers.csv' <<'end'
a [abc A: rank 1 of 7, limit rank 3]
b [abc A: rank 2 of 7, limit rank 3]
c [abc A: rank 3 of 7, limit rank 3]
d [abc B: rank 4 of 7, limit rank 4]
e [abc below B: rank 5 of 7, limit rank 4]
f [abc below B: rank 6 of 7, limit rank 4]
g [abc below B: rank 7 of 7, limit rank 4]
end

check 'of a rule that an option gave, the option is named' 1 \
    "printf 'account_id,revenue,idle,area,2026-10\n1,5.00,0,north,5.00\n' >area.csv
    printf '[tiers]\nnames = a, b\nby = revenue\ncut = count 1\n[flag far]\nwhen = idle > 1\n' >area.kam
    kam-tier -m area.kam --set 'flag far:when=area > 5' area.csv" 3<<'end'
kam-tier: area.csv:2: area: not a number: 'north' (compared by --set flag far:when)
end

finish
