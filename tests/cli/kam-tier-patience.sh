# kam-tier --previous: what the cut alone would change waits, rules don't.
. "$(dirname "$0")/lib.sh"

cat >patient.kam <<'end'
[tiers]
names = A, B, C
by    = revenue
cut   = value 80, 40
promote-after = 2
demote-after  = 3
end
export KAM_MODEL=patient.kam

# month MM ID:REVENUE[:VIP[:IDLE]]... [OPTION]...: make 2026-MM.csv from the snapshot before, if
# there is one, and print tier and `held` of each customer.
month() {
    now=2026-$1.csv
    before=$(cat before 2>/dev/null || :)
    echo "account_id,vip,idle,revenue,2026-$1" >table.csv
    shift
    while [ $# -gt 0 ]; do
        case $1 in
        -*) break ;;
        *) echo "$1" | awk -F: -v OFS=, '{ print $1, $3, $4, $2, $2 }' >>table.csv ;;
        esac
        shift
    done
    kam-tier ${before:+--previous "$before"} "$@" -o "$now" table.csv || return
    echo "$now" >before
    shown tier held "$now"
}
# shown COLUMN COLUMN SNAPSHOT: of each customer.
shown() {
    mlr --icsv --onidx --ofs : sort -f account_id "then" cut -o -f "account_id,$1,$2" "$3" |
        paste -sd ' '
}
# reasons ID...
reasons() {
    for id; do
        mlr --icsv --onidx filter "\$account_id == \"$id\"" "then" cut -f reason "$(cat before)"
    done
}
command -v mlr >/dev/null || skip_missing miller

check 'without a snapshot before nothing waits' 0 month 01 a:90 b:50 c:10 d:50 <<'end'
a:A:0 b:B:0 c:C:0 d:B:0
end
check 'the first month below, or above' 0 'month 02 a:50 b:90 c:50 d:50; reasons a b c d' <<'end'
a:A:-1 b:B:1 c:C:1 d:B:0
held in A, period 1 of 3 below; value at least 40: revenue 50
held in B, period 1 of 2 above; value at least 80: revenue 90
held in C, period 1 of 2 above; value at least 40: revenue 50
value at least 40: revenue 50
end
check 'the second: promote-after is reached, demote-after is not' 0 month 03 a:30 b:90 c:10 d:50 <<'end'
a:A:-2 b:A:0 c:C:0 d:B:0
end
check 'the third: down to where the cut says' 0 'month 04 a:30 b:90 c:50 d:50; reasons a' <<'end'
a:C:0 b:A:0 c:C:1 d:B:0
value below 40: revenue 30
end
check 'the same month again is the same bytes, from the table and from its own snapshot' 0 \
    'kam-tier --previous 2026-03.csv table.csv | cmp - 2026-04.csv; kam-tier --previous 2026-03.csv 2026-04.csv | cmp - 2026-04.csv'
check 'who is new waits for nothing, and who went away is gone' 0 month 05 e:90 d:30 <<'end'
d:B:-1 e:A:0
end

# ---- rules act at once, in both directions

cat >>patient.kam <<'end'
[admit vip]
when = vip = yes
tier = A
[flag poor]
when = vip = no
at-most = C
end
rm before
month 01 a:90 b:10 c:90 d:90 >/dev/null
check 'admitted and flagged at once, while others wait' 0 'month 02 a:90:no b:10:yes c:10 d:90; reasons a b c' <<'end'
a:C:0 b:A:0 c:A:-1 d:A:0
at most C by poor (vip no); value at least 80: revenue 90
admitted by vip (vip yes); value below 40: revenue 10
held in A, period 1 of 3 below; value below 40: revenue 10
end
check 'and back at once' 0 month 03 a:90 b:10 c:10 d:90 <<'end'
a:A:0 b:C:0 c:A:-2 d:A:0
end
check 'a flag ends a hold, an admission covers it' 0 'month 04 a:10:yes b:10 c:10:no d:10; reasons a c d' <<'end'
a:A:0 b:C:0 c:C:0 d:A:-1
admitted by vip (vip yes); value below 40: revenue 10
value below 40: revenue 10
held in A, period 1 of 3 below; value below 40: revenue 10
end

# customers that a rule had decided about: nobody goes past what this month says
month 05 a:10 b:10 c:10 d:10 >/dev/null
rm before
month 01 a:90:no b:10:yes c:90:no d:50 >/dev/null
check 'a rule ends while the cut changes its mind' 0 'month 02 a:10 b:90 c:50 d:50; reasons a b c' <<'end'
a:C:0 b:A:0 c:B:0 d:B:0
value below 40: revenue 10
value at least 80: revenue 90
value at least 40: revenue 50
end
rm before
month 01 a:90 b:90 >/dev/null
month 02 a:10 b:10 >/dev/null
check 'a flag that ends a hold is named' 0 'month 03 a:10:no b:10; reasons a b' <<'end'
a:C:0 b:A:-2
at most C by poor (vip no); value below 40: revenue 10
held in A, period 2 of 3 below; value below 40: revenue 10
end

# ---- keep-factor, step, lost-after

rm before
keep='--set tiers:keep-factor=75% --set tiers:demote-after=1'
# shellcheck disable=SC2086
month 01 a:90 b:90 c:90 d:90 $keep >/dev/null
# shellcheck disable=SC2086
check 'near enough to the limit it keeps its tier, for as long as it likes' 0 \
    'month 02 a:60 b:59.99 c:79.99 d:80 $keep; reasons a b; month 03 a:60 b:59.99 c:10 d:80 $keep' <<'end'
a:A:0 b:B:0 c:A:0 d:A:0
kept in A, at least 75% of the limit; value at least 40: revenue 60.00
value at least 40: revenue 59.99
a:A:0 b:B:0 c:C:0 d:A:0
end
rm before
step='--set tiers:step=one --set tiers:demote-after=2 --set tiers:promote-after=1'
# shellcheck disable=SC2086
month 01 a:90 b:10 $step >/dev/null
# shellcheck disable=SC2086
check 'one tier at a time' 0 \
    'for m in 02 03 04 05; do month $m a:10 b:90 $step; done; reasons a' <<'end'
a:A:-1 b:B:1
a:B:-1 b:A:0
a:C:0 b:A:0
a:C:0 b:A:0
value below 40: revenue 10
end
rm before
lost='--set tiers:lost-after=4'
# shellcheck disable=SC2086
month 01 a:90 b:90 $lost >/dev/null
# shellcheck disable=SC2086
check 'a customer without a bill for so long is lost, and nothing is waited for' 0 \
    'month 02 a:10::3 b:10::4 $lost; reasons a b' <<'end'
a:A:-1 b:C:0
held in A, period 1 of 3 below; value below 40: revenue 10
lost, 4 months idle; value below 40: revenue 10
end

# ---- what the snapshot before may be

rm before
month 01 a:90 b:50 >/dev/null
month 03 a:50 b:50 >/dev/null 2>&1
rm before
month 01 a:90 b:50 >/dev/null
check 'months are missing between the two' 0 'echo 2026-01.csv >before; month 03 a:50 b:50' 3<<'end' <<'end2'
kam-tier: warning: 2026-01.csv: 2026-02 is missing between this snapshot and 2026-03: a hold counts snapshots, not months
end
a:A:-1 b:B:0
end2
check 'strictly that is an error' 1 kam-tier --strict --previous 2026-01.csv table.csv 3<<'end'
kam-tier: warning: 2026-01.csv: 2026-02 is missing between this snapshot and 2026-03: a hold counts snapshots, not months
kam-tier: 1 warning, and --strict makes that an error
end
check 'the same period, or a later one' 1 kam-tier --previous 2026-03.csv table.csv 3<<'end'
kam-tier: 2026-03.csv: a snapshot of 2026-03, but the customers are of 2026-03; the previous one has to be of an earlier month
end
echo 2026-01.csv >before
month 02 a:50 b:50 >/dev/null
sed s,2026-02,2026-03, table.csv >march.csv
check 'other rules' 0 \
    'kam-tier --previous 2026-02.csv --set tiers:demote-after=2 march.csv 2>&1 >/dev/null | sed "s/[0-9a-f]\{16\}/HASH/g"' <<'end'
kam-tier: warning: 2026-02.csv: made under other rules ('HASH') than this model's ('HASH'); what is held goes on
end
check 'a tier that the model has no more' 0 \
    'kam-tier --previous 2026-02.csv --set "tiers:names=Z, B, C" --set "admit vip:tier=Z" march.csv 2>&1 >/dev/null | sed 1d' <<'end'
kam-tier: warning: 2026-02.csv: the model has no tier 'A'; who was there counts as new (customers: 1)
end
check 'no snapshot' 1 kam-tier --previous table.csv table.csv 3<<'end'
kam-tier: table.csv: no column tier, period, model, by, so this is no snapshot; run kam-tier first
end
check 'a snapshot with holds, tiered without the one before it, keeps them' 0 \
    'kam-tier 2026-03.csv -o again.csv && cmp again.csv 2026-03.csv && shown tier held again.csv' <<'end'
a:A:-1 b:B:0
end
# shellcheck disable=SC2034
keeps='--set tiers:keep-factor=50%'
check 'a snapshot with customers that keep-factor kept, likewise' 0 \
    'kam-tier $keeps --previous 2026-01.csv march.csv -o kept.csv 2>/dev/null
    kam-tier $keeps <kept.csv | cmp - kept.csv && shown tier held kept.csv' <<'end'
a:A:0 b:B:0
end
check 'without the factor they are below from now on' 0 \
    'kam-tier <kept.csv >below.csv && shown tier held below.csv' <<'end'
a:A:-1 b:B:0
end
check 'held on the other side, or not at all any more' 0 \
    'for cut in "value 90, 20" "value 95, 60" "value 45, 40"; do
        kam-tier --set "tiers:cut=$cut" 2026-03.csv >what-if.csv && shown tier held what-if.csv
    done' <<'end'
a:A:-1 b:B:0
a:A:-1 b:C:0
a:A:0 b:A:0
end
check 'patience that is shorter now' 0 \
    'sed s/,-1,2026/,-2,2026/ 2026-03.csv | kam-tier --set tiers:demote-after=2 >shorter.csv
    shown tier held shorter.csv' <<'end'
a:B:0 b:B:0
end
check 'with the snapshot before, that one has the say' 0 \
    'kam-tier --set tiers:demote-after=2 --previous 2026-02.csv 2026-03.csv 2>/dev/null >with.csv
    shown tier held with.csv' <<'end'
a:B:0 b:B:0
end
check 'a snapshot of another period' 0 \
    'sed "1s/2026-03/2026-04/" 2026-03.csv >other.csv; kam-tier other.csv >now.csv; shown tier held now.csv' 3<<'end' <<'end2'
kam-tier: warning: other.csv: a snapshot of another period than 2026-04, the last month there is, with customers who are held in their tiers (1 of 2): without --previous they are where the rules put them at once
end
a:B:0 b:B:0
end2
check 'a hold that is no number' 1 'sed s/,-1,2026/,x,2026/ 2026-03.csv | kam-tier' 3<<'end'
kam-tier: standard input:2: held: not a number of periods (-9999 to 9999): 'x'
end
check 'nobody is in it' 0 'sed s/^/z/ table.csv | sed 1s/z// | kam-tier -v --previous 2026-01.csv >/dev/null' 3<<'end'
kam-tier: warning: 2026-01.csv: none of the 2 customers is in this snapshot, so nothing is held
kam-tier: 2 customers, revenue 100.00: A 0, B 2, C 0
kam-tier: 0 of them are in 2026-01.csv, 0 are held in their tiers
end
check 'lost-after needs to know how long nothing came' 1 \
    'cut -d, -f1,2,4- table.csv | kam-tier --set tiers:lost-after=4' 3<<'end'
kam-tier: standard input: [tiers] lost-after (patient.kam:1): no column 'idle'; there are: account_id, vip, revenue, 2026-02
end
check 'both from standard input' 2 kam-tier --previous - 3<<'end'
kam-tier: --previous and the table can't both be standard input
Try 'kam-tier --help' for more information.
end

# ---- a customer whose head changed

cat >old.csv <<'end'
account_id,members,vip,revenue,2026-01
1,1|2|3,,90.00,90.00
8,8,,50.00,50.00
end
cat >new.csv <<'end'
account_id,members,vip,revenue,2026-02
2,2|3|4,,50.00,50.00
8,8,,50.00,50.00
9,9,,90.00,90.00
end
kam-tier -o old-tiered.csv old.csv
check 'a head that changed: where most of the members were' 0 \
    'kam-tier --previous old-tiered.csv -o tiered.csv new.csv; shown tier held tiered.csv' <<'end'
2:A:-1 8:B:0 9:A:0
end

finish
