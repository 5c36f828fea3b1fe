# kam-diff --at-risk: who may leave, why, and what would be lost with them.
. "$(dirname "$0")/lib.sh"

cat >rules.kam <<'end'
[tiers]
names = gold, silver
by = revenue
cut = customers 50%
lost-after = 6
[risk falling]
when = growth_3 <= -20%
[risk silent]
when = idle >= 2
[risk shrinking]
when = service_count_delta < 0, service_count_delta >= -9
[risk margin-turned]
when = margin < 0, margin_from >= 0
[risk expiring]
when = contract_end <= period + 3
[risk down]
when = move = down, revenue_change <= -10%
[risk reference-lost]
when = references_lost >= 1
[dependence]
segment = industry
end
cat >old.csv <<'end'
account_id,account_name,industry,contract_end,lines,idle,revenue,margin,margin_rate,growth_3,service_count,members,2026-09,tier,period,model,by
A,Alpha,bank,2028-01,1,0,1000.00,10.00,0.0100,0.1,3,A,5.00,gold,2026-09,m 1,revenue
B,Beta,bank,2028-01,1,0,500.00,10.00,0.0200,0.1,3,B,5.00,gold,2026-09,m 1,revenue
C,Gamma,,2028-01,1,0,300.00,10.00,0.0333,0.1,3,C,5.00,silver,2026-09,m 1,revenue
D,Delta,shop,2028-01,1,0,300.00,10.00,0.0333,0.1,3,D,5.00,silver,2026-09,m 1,revenue
E,Epsilon,shop,2028-01,1,0,300.00,10.00,0.0333,0.1,3,E,5.00,silver,2026-09,m 1,revenue
G,Eta,law,2028-01,1,0,50.00,10.00,0.2000,0.1,3,G,5.00,silver,2026-09,m 1,revenue
H,Theta,law,2028-01,1,0,40.00,10.00,0.2500,0.1,3,H,5.00,silver,2026-09,m 1,revenue
I,Iota,farm,2028-01,1,0,40.00,10.00,0.2500,0.1,3,I,5.00,silver,2026-09,m 1,revenue
K,Kappa,farm,2028-01,1,0,60.00,10.00,0.3333,0.1,3,K,5.00,silver,2026-09,m 1,revenue
L,Lambda,port,2028-01,1,5,30.00,10.00,0.3333,0.1,3,L,5.00,silver,2026-09,m 1,revenue
M,My,port,2028-01,1,0,20.00,10.00,0.5000,0.1,3,M,5.00,silver,2026-09,m 1,revenue
P,Pi,shop,2028-01,0,,,,,,,P,,prospect,2026-09,m 1,revenue
end
cat >new.csv <<'end'
account_id,account_name,industry,contract_end,lines,idle,revenue,margin,margin_rate,growth_3,service_count,members,2026-10,tier,period,model,by
B,Beta,bank,2026-12,1,0,400.50,-10.00,-0.0250,-0.3124,2,B,5.00,silver,2026-10,m 1,revenue
C,Gamma,,2027-02,1,2,300.00,10.00,0.0333,0.1,3,C,5.00,silver,2026-10,m 1,revenue
D,Delta,shop,2027-03,1,3,310.00,10.00,0.0333,0.1,3,D,5.00,silver,2026-10,m 1,revenue
E,Epsilon,shop,2028-01,1,0,-200.00,10.00,0.0333,0.1,2,E,5.00,silver,2026-10,m 1,revenue
F,Phi,shop,2027-01,1,0,900.00,10.00,0.0111,0.1,3,F,5.00,gold,2026-10,m 1,revenue
H,Theta,law,2028-01,1,0,-40.00,-1.00,0.0250,0.1,3,H,5.00,silver,2026-10,m 1,revenue
I,Iota,farm,2028-01,1,0,70.00,10.00,0.2500,0.1,2,I|K,5.00,silver,2026-10,m 1,revenue
N,Ny,farm,2028-01,1,0,30.00,10.00,0.2500,0.1,2,N,5.00,silver,2026-10,m 1,revenue
L,Lambda,port,2028-01,1,6,20.00,10.00,0.5000,0.1,3,L,5.00,silver,2026-10,m 1,revenue
M,My,port,2028-01,1,0,20.00,10.00,0.5000,0.1,2,M,5.00,silver,2026-10,m 1,revenue
P,Pi,shop,2026-11,0,,,,,,,P,,prospect,2026-10,m 1,revenue
end
KAM_MODEL=rules.kam
export KAM_MODEL

# cells COLUMN,... [OPTION...]: these columns of the list of old.csv and new.csv.
cells() {
    asked=$1
    shift
    kam-diff --at-risk --tsv "$@" old.csv new.csv | awk -F '\t' -v asked="$asked" '
        BEGIN { count = split(asked, names, ",") }
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
        {
            for (i = 1; i <= count; i++)
                printf "%s%s", $at[names[i]], i < count ? "|" : "\n"
        }'
}

# judged CONDITION: who is at risk by it alone, and by what evidence.
judged() {
    condition=$1
    shift
    cat >one.kam <<end
[tiers]
names = gold, silver
by = revenue
cut = customers 50%
lost-after = 6
[dependence]
segment = industry
[risk r]
when = $condition
end
    KAM_MODEL=one.kam cells account_id,evidence "$@"
}

check 'the whole list' 0 kam-diff -v --at-risk old.csv new.csv <<'end' 3<<'messages'
account_id,account_name,industry,contract_end,tier,move,risks,evidence,segment_share,dependence,loss_direct,loss_deep,loss
D,Delta,shop,2027-03,silver,same,silent,silent: 3 months idle,0.306931,selective,310.00,900.00,1210.00
F,Phi,shop,2027-01,gold,new,expiring,expiring: contract_end 2027-01,0.891089,monopoly,900.00,0.00,900.00
B,Beta,bank,2026-12,silver,down,down|expiring|falling|margin-turned|reference-lost|shrinking,"falling: growth_3 -31.2%; shrinking: service_count_delta -1; margin-turned: margin -10.00, margin_from 10.00; expiring: contract_end 2026-12; down: move down, revenue_change -19.9%; reference-lost: references_lost 1",1.000000,monopoly,400.50,0.00,400.50
C,Gamma,,2027-02,silver,same,silent,silent: 2 months idle,,,300.00,0.00,300.00
I,Iota,farm,2028-01,silver,same,shrinking,shrinking: service_count_delta -1,0.700000,monopoly,70.00,30.00,100.00
M,My,port,2028-01,silver,same,reference-lost|shrinking,shrinking: service_count_delta -1; reference-lost: references_lost 1,1.000000,monopoly,20.00,0.00,20.00
E,Epsilon,shop,2028-01,silver,same,shrinking,shrinking: service_count_delta -1,-0.198020,intensive,0.00,0.00,0.00
H,Theta,law,2028-01,silver,same,margin-turned|reference-lost,"margin-turned: margin -1.00, margin_from 10.00; reference-lost: references_lost 1",,,0.00,0.00,0.00
end
kam-diff: 13 customers: 0 up, 1 down, 2 new, 0 won, 3 lost, 1 merged, 6 same; revenue from 2640.00 to 1810.50 (-829.50)
kam-diff: 8 customers at risk: 1 falling, 2 silent, 4 shrinking, 2 margin-turned, 2 expiring, 1 down, 3 reference-lost
messages

check 'neither the order of rows nor threads make a difference' 0 '
    kam-diff --at-risk old.csv new.csv >all.csv
    for threads in 1 3; do
        (sed 1q old.csv; sed 1d old.csv | sort -r) >turned-old.csv
        (sed 1q new.csv; sed 1d new.csv | sort -r) >turned-new.csv
        kam-diff --threads $threads --at-risk turned-old.csv turned-new.csv | cmp - all.csv
    done' </dev/null

# ---- segments and who is followed ---------------------------------------------------------------

check 'of equally large ones the first by id is followed; one that is new is not' 0 \
    cells account_id,loss_deep --set 'risk silent:when=industry = shop' <<'end'
account_id|loss_deep
D|900.00
F|0.00
B|0.00
I|30.00
M|0.00
E|0.00
H|0.00
end

check 'a customer that one which was followed was merged into is' 0 \
    cells account_id,loss_deep --set 'risk silent:when=industry = farm' <<'end'
account_id|loss_deep
F|0.00
B|0.00
I|30.00
N|0.00
M|0.00
E|0.00
H|0.00
end

check 'who is followed as the model says, and how far: a part is rounded' 0 \
    cells account_id,dependence,loss_direct,loss_deep,loss --set 'dependence:follow=33.333%' \
    --set 'dependence:reference=revenue >= 300, industry != bank' \
    --set 'dependence:monopoly=100%' --set 'dependence:selective=30.69%' <<'end'
account_id|dependence|loss_direct|loss_deep|loss
F|selective|900.00|0.00|900.00
D|selective|310.00|300.00|610.00
E|intensive|0.00|403.33|403.33
B|monopoly|400.50|0.00|400.50
C||300.00|0.00|300.00
I|selective|70.00|0.00|70.00
M|monopoly|20.00|0.00|20.00
H||0.00|0.00|0.00
end

check 'no condition holds on what nobody knows of a customer without a segment' 0 \
    judged 'references_lost < 1' <<'end'
account_id|evidence
D|r: references_lost 0
F|r: references_lost 0
I|r: references_lost 0
N|r: references_lost 0
E|r: references_lost 0
end

check 'of segments, too, without a revenue above 0' 0 judged 'segment_share < 50%' <<'end'
account_id|evidence
D|r: segment_share 0.306931
N|r: segment_share 0.300000
E|r: segment_share -0.198020
end

check 'who depends' 0 judged 'dependence in selective' <<'end'
account_id|evidence
D|r: dependence selective
N|r: dependence selective
end

check 'another figure' 0 cells account_id,segment_share,loss --measure margin <<'end'
account_id|segment_share|loss
D|0.333333|30.00
I|0.500000|20.00
C||10.00
E|0.333333|10.00
F|0.333333|10.00
M|1.000000|10.00
B||0.00
H||0.00
end

check 'an old snapshot that knows no segments' 0 \
    'cut -d, -f1,2,4- old.csv >without.csv
    kam-diff --tsv --at-risk without.csv new.csv | cut -f1,7,9-' <<'end' 3<<'messages'
account_id	risks	segment_share	dependence	loss_direct	loss_deep	loss
F	expiring	0.891089	monopoly	900.00	0.00	900.00
B	down|expiring|falling|margin-turned|shrinking	1.000000	monopoly	400.50	0.00	400.50
D	silent	0.306931	selective	310.00	0.00	310.00
C	silent			300.00	0.00	300.00
I	shrinking	0.700000	monopoly	70.00	0.00	70.00
M	shrinking	1.000000	monopoly	20.00	0.00	20.00
E	shrinking	-0.198020	intensive	0.00	0.00	0.00
H	margin-turned			0.00	0.00	0.00
end
kam-diff: warning: without.csv: no column 'industry', so no reference customer of a segment is known
messages

check 'which --strict refuses' 1 kam-diff --strict --at-risk without.csv new.csv 3<<'messages'
kam-diff: warning: without.csv: no column 'industry', so no reference customer of a segment is known
kam-diff: 1 warning, and --strict makes that an error
messages

sed '/dependence/,$d; /reference-lost/,/when/d' rules.kam >alone.kam
check 'without [dependence] nothing is said of segments' 0 \
    'kam-diff -m alone.kam --at-risk old.csv new.csv | sed "2q"' <<'end'
account_id,account_name,industry,contract_end,tier,move,risks,evidence,loss_direct,loss
F,Phi,shop,2027-01,gold,new,expiring,expiring: contract_end 2027-01,900.00,900.00
end

# ---- what conditions see ------------------------------------------------------------------------

check 'a customer that is new has nothing from before' 0 judged 'revenue_from is empty' <<'end'
account_id|evidence
F|r: revenue_from empty
N|r: revenue_from empty
end

check 'nor a difference' 0 judged 'revenue_delta is empty, revenue_change is empty' <<'end'
account_id|evidence
F|r: revenue_delta empty, revenue_change empty
N|r: revenue_delta empty, revenue_change empty
end

check 'a difference is exact' 0 judged 'revenue_delta = -99.50' <<'end'
account_id|evidence
B|r: revenue_delta -99.50
end

check 'a change is rounded to four places; a ratio is in percent whatever it is of' 0 \
    judged 'idle_change is empty, margin_rate_change < 0, margin_rate_delta < 0, margin_rate_from > 0' <<'end'
account_id|evidence
B|r: idle_change empty, margin_rate_change -225.0%, margin_rate_delta -4.5%, margin_rate_from 2.0%
H|r: idle_change empty, margin_rate_change -90.0%, margin_rate_delta -22.5%, margin_rate_from 25.0%
end

check 'a column with another one of the other month' 0 judged 'revenue < 90% of revenue_from' <<'end'
account_id|evidence
B|r: revenue 400.50 is 80.1% of revenue_from
E|r: revenue -200.00 is -66.7% of revenue_from
H|r: revenue -40.00 is -100.0% of revenue_from
end

check 'the month that one alone has' 0 judged '2026-09_from >= 5, 2026-10_from is empty, last 1 month >= 5' <<'end'
account_id|evidence
D|r: 2026-09_from 5.00, 2026-10_from empty, last 1 month 5.00
B|r: 2026-09_from 5.00, 2026-10_from empty, last 1 month 5.00
C|r: 2026-09_from 5.00, 2026-10_from empty, last 1 month 5.00
I|r: 2026-09_from 5.00, 2026-10_from empty, last 1 month 5.00
M|r: 2026-09_from 5.00, 2026-10_from empty, last 1 month 5.00
E|r: 2026-09_from 5.00, 2026-10_from empty, last 1 month 5.00
H|r: 2026-09_from 5.00, 2026-10_from empty, last 1 month 5.00
end

check 'where it was' 0 judged 'tier_from = gold, move in down|same' <<'end'
account_id|evidence
B|r: tier_from gold, move down
end

# limited SNAPSHOT: with what causes are told from; the line between the tiers is at 450.00.
limited() {
    awk -F, -v OFS=, '
        NR == 1 { print $0, "tier_cut,tier_unflagged,tier_computed,limit_up,limit_down,gap_up,gap_down" }
        NR > 1 && $14 == "gold" { print $0, $14, $14, $14, "", "450.00", "", sprintf("%.2f", $7 - 450) }
        NR > 1 && $14 != "gold" { print $0, $14, $14, $14, "450.00", "", sprintf("%.2f", 450 - $7), "" }
    ' "$1"
}
limited old.csv >old-limited.csv
limited new.csv >new-limited.csv
check 'why it moved, where that is known' 0 \
    'kam-diff --set "risk silent:when=cause in figures|arrival" --at-risk old-limited.csv \
        new-limited.csv | grep -o "^[A-Z],\|silent: cause [a-z]*"' <<'end'
F,
silent: cause arrival
B,
silent: cause figures
I,
N,
silent: cause arrival
M,
E,
H,
end

check 'a cell that two comparisons look at is said once' 0 judged 'revenue >= 5, revenue <= 30' <<'end'
account_id|evidence
N|r: revenue 30.00
M|r: revenue 20.00
end

sed '1s/service_count/x_from/; 1s/margin_rate/x/' new.csv >named.csv
check 'a column that is called like that is what it says' 0 \
    'KAM_MODEL=alone.kam kam-diff --set "risk silent:when=x_from = 2, x_delta is empty" \
        --set "risk shrinking:when=x_change is empty, idle > 9" --at-risk old.csv named.csv |
    cut -d, -f1,7,8 | grep silent' <<'end'
B,down|expiring|falling|margin-turned|silent,"falling: growth_3 -31.2%; silent: x_from 2
I,silent,"silent: x_from 2
N,silent,"silent: x_from 2
M,silent,"silent: x_from 2
E,silent,"silent: x_from 2
end

sed 1q old.csv >old-header.csv
sed 1q new.csv >new-header.csv
check 'nobody' 0 kam-diff -v --at-risk old.csv new-header.csv <<'end' 3<<'messages'
account_id,account_name,industry,contract_end,tier,move,risks,evidence,segment_share,dependence,loss_direct,loss_deep,loss
end
kam-diff: 11 customers: 0 up, 0 down, 0 new, 0 won, 11 lost, 0 same; revenue from 2640.00 to 0.00 (-2640.00)
kam-diff: 0 customers at risk: 0 falling, 0 silent, 0 shrinking, 0 margin-turned, 0 expiring, 0 down, 0 reference-lost
messages
check 'all are new' 0 'kam-diff --at-risk old-header.csv new.csv | cut -d, -f1,6,7' <<'end'
account_id,move,risks
F,new,expiring
B,new,expiring|falling
D,new,silent
C,new,silent
end
check 'neither' 0 'kam-diff --at-risk old-header.csv new-header.csv | wc -l' <<'end'
1
end

# ---- what is wrong ------------------------------------------------------------------------------

check 'a model that says nothing' 2 kam-diff -m '' --at-risk old.csv new.csv 3<<'messages'
kam-diff: the model says nobody is at risk; give it sections such as [risk silent] with when = idle >= 2
messages

# complains STATUS CONDITION: the complaint about it, as that of [risk silent].
complains() {
    check "wrong: $2" "$1" kam-diff --set "risk silent:when=$2" --at-risk old.csv new.csv
}

complains 2 'tier_delta < 3' 3<<'end'
kam-diff: --set risk silent:when: 'tier_delta': 'tier' holds no numbers, so it has no difference
end
complains 1 'industry_delta < 3' 3<<'end'
kam-diff: new.csv:2: industry_delta: not a number: 'bank' (compared by --set risk silent:when)
end
complains 1 'contract_end_change < 3' 3<<'end'
kam-diff: new.csv:2: contract_end_change: not a number: '2026-12' (compared by --set risk silent:when)
end
complains 1 'revenu_from > 3' 3<<'end'
kam-diff: --set risk silent:when: the table has no column 'revenu_from'; did you mean 'revenue_from'?
end
complains 2 'driver = revenue' 3<<'end'
kam-diff: --set risk silent:when: 'driver' isn't there yet when kam-diff applies this
end
complains 2 'outlook = falling' 3<<'end'
kam-diff: --set risk silent:when: 'outlook' isn't there yet when kam-diff applies this
end
complains 2 'segment_share_delta < 0' 3<<'end'
kam-diff: --set risk silent:when: 'segment_share_delta': 'segment_share' is of the comparison, and not of one snapshot
end
complains 2 'tier_from = goold' 3<<'end'
kam-diff: --set risk silent:when: 'tier_from': 'goold' is none of the names in [tiers]; did you mean 'gold'?
end
complains 2 'move in up|renammed' 3<<'end'
kam-diff: --set risk silent:when: 'move': 'renammed' is none of up down new won returned lost merged split renamed same silent; did you mean 'renamed'?
end
complains 2 'dependence != monopol' 3<<'end'
kam-diff: --set risk silent:when: 'dependence': 'monopol' is none of monopoly selective intensive; did you mean 'monopoly'?
end
complains 1 'cause = figures' 3<<'end'
kam-diff: old.csv: no column tier_cut, tier_unflagged, tier_computed, limit_up, limit_down, gap_up, gap_down, so causes can't be told; run kam-tier again
end
complains 2 'cause = figure' 3<<'end'
kam-diff: --set risk silent:when: 'cause': 'figure' is none of arrival departure silence group model patience figures limits admission flag; did you mean 'figures'?
end
complains 2 'margin_delta = low' 3<<'end'
kam-diff: --set risk silent:when: 'margin_delta' holds numbers; not a number: 'low'
end
complains 2 'idle_from has 3' 3<<'end'
kam-diff: --set risk silent:when: 'idle_from' holds numbers, no sets; write = or in instead of has
end
complains 1 'last 2 months < 6' 3<<'end'
kam-diff: --set risk silent:when: a condition on 'last 2 months', but the table has only 1
end

sed 's/^D,Delta,shop,2028-01,1,0,/D,Delta,shop,2028-01,1,none,/' old.csv >odd.csv
check 'where a number lacks is said of the snapshot that lacks it' 1 \
    kam-diff --set 'risk silent:when=idle_delta > 0' --at-risk odd.csv new.csv 3<<'messages'
kam-diff: odd.csv:5: idle: not a number: 'none'
messages
sed 's/^D,Delta,shop/D,Delta,9 shops/' old.csv >odd.csv
sed 's/,shop,/,8,/; s/,bank,/,8,/; s/,farm,/,8,/; s/,law,/,8,/; s/,port,/,8,/' new.csv >numbers.csv
sed 's/,shop,/,8,/; s/,bank,/,8,/; s/,farm,/,8,/; s/,law,/,8,/; s/,port,/,8,/' odd.csv >odd-numbers.csv
check 'also where nobody else reads it' 1 \
    kam-diff --set 'risk silent:when=industry_delta > 0' --at-risk odd-numbers.csv numbers.csv 3<<'messages'
kam-diff: odd-numbers.csv:5: industry_delta: not a number: '9 shops' (compared by --set risk silent:when)
messages

sed '/dependence/,$d' rules.kam >lacking.kam
check 'segments that the model does not name' 2 \
    kam-diff -m lacking.kam --at-risk old.csv new.csv 3<<'messages'
kam-diff: lacking.kam:19: when: 'references_lost' is of a customer's segment; say which column has that: segment in [dependence]
messages
check 'segments that there are not' 1 \
    'kam-diff --set dependence:segment=indsutry --at-risk old.csv new.csv 2>&1 | sed "s/; there are.*//" >&2; exit 1' 3<<'messages'
kam-diff: new.csv: [dependence] (rules.kam:20): no column 'indsutry'; did you mean 'industry'
messages
check 'who is followed is not known by what became of them' 2 \
    kam-diff --set 'dependence:reference=move = up' --at-risk old.csv new.csv 3<<'messages'
kam-diff: --set dependence:reference: 'move' doesn't exist yet when kam-diff applies this
messages
check 'and judged in the old snapshot' 1 \
    kam-diff --set 'dependence:reference=2026-10 > 5' --at-risk old.csv new.csv 3<<'messages'
kam-diff: --set dependence:reference: the table has no column '2026-10'; did you mean '2026-09'?
messages
check 'parts without a percent sign' 2 \
    kam-diff --set dependence:monopoly=50 --at-risk old.csv new.csv 3<<'messages'
kam-diff: --set dependence:monopoly: a part is 100% at most; with a percent sign, such as 50%: '50'
messages
check 'more than a monopoly' 2 \
    kam-diff --set dependence:selective=60% --at-risk old.csv new.csv 3<<'messages'
kam-diff: --set dependence:selective: more than monopoly, from which on a customer is that instead: '60%'
messages
check 'a monopoly below what selective is when nothing is said' 0 \
    cells account_id,dependence --set dependence:monopoly=5% --set 'risk silent:when=idle > 9' <<'end'
account_id|dependence
F|monopoly
B|monopoly
I|monopoly
M|monopoly
E|intensive
H|
end
check 'not with --min-delta' 2 'kam-diff --at-risk --min-delta 5 old.csv new.csv 2>&1 | sed 1q >&2; exit 2' 3<<'messages'
kam-diff: --min-delta is for the listing; the other views count all
messages

finish
