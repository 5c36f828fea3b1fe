# kam-score --visits, and kam-tier's visits against those of the policy.
. "$(dirname "$0")/lib.sh"

cat >rules.kam <<'end'
[dimension size]
column = revenue
weight = 1
linear = 0:0, 100:100
[tiers]
names = A, B, C
cut   = count 1, 2
[policy A]
visits = 4 per month
[policy B]
visits = 每季度一次
[policy C]
visits = as needed
end
export KAM_MODEL=rules.kam
cat >accounts.csv <<'end'
account_id,members,revenue,2026-08,2026-09,2026-10
a,a|a1,50.00,25.00,25.00,
b,b,33.00,33.00,,
c,c,17.00,17.00,,
end
cat >visits.csv <<'end'
account_id,date,by
a,2026-08-01,Chen
a1,2026/10/31,Chen
a1,2026-10-31,Wu
b,2026-07-31,Wu
b,2026-11-01,Wu
c,20260901,Wu
c,2026年9月30日,Wu
end

check 'visits in the window, and the last one up to its end' 0 \
    'kam-score --visits visits.csv accounts.csv | columns account_id,visits,last_visit,score' <<'end'
account_id,visits,last_visit,score
a,3,2026-10,50.0000
b,0,2026-07,33.0000
c,2,2026-09,17.0000
end
kam-score --visits visits.csv -o scored.csv accounts.csv
check 'they stay as they are, and are replaced' 0 'kam-score scored.csv | cmp - scored.csv &&
    kam-score --visits visits.csv scored.csv | cmp - scored.csv'
check 'against those of the policy' 0 'kam-tier scored.csv | sed "s/\"[^\"]*\"/-/" |
    columns account_id,visits,tier,policy_visits,visits_planned,visits_gap,period' <<'end'
account_id,visits,tier,policy_visits,visits_planned,visits_gap,period
a,3,A,4 per month,12,-9,2026-10
b,0,B,每季度一次,1,-1,2026-10
c,2,C,as needed,,,2026-10
end
check 'a snapshot tiered again is the same' 0 \
    'kam-tier -o tiered.csv scored.csv; kam-tier tiered.csv | cmp - tiered.csv'
check 'nothing is planned where no policy has a rate' 0 "grep -v 'visits = [4每]' rules.kam >none.kam
    kam-tier -m none.kam scored.csv 2>/dev/null | head -n 1 | grep -c visits_planned || :" <<'end'
0
end
check 'nor where no policy speaks of visits' 0 "sed 's/^visits /calls /' rules.kam >none.kam
    kam-tier -m none.kam scored.csv 2>/dev/null | head -n 1 | grep -c visits_planned || :" <<'end'
0
end
check 'nor where nobody counted' 0 \
    'kam-score accounts.csv | kam-tier | head -n 1 | grep -c visits_planned || :' <<'end'
0
end
check 'visits that are no number' 1 \
    'sed "s/,3,2026-10,/,many,2026-10,/" scored.csv >bad.csv; kam-tier bad.csv' 3<<'end'
kam-tier: bad.csv:2: visits: not a number: 'many'
end
check 'an unknown account is named, once' 0 '
    printf "account_id,date\nx,2026-10\nx,2026-09\na,2026-10\n" >some.csv
    kam-score --visits some.csv accounts.csv | columns account_id,visits' <<'end' 3<<'end2'
account_id,visits
a,1
b,0
c,0
end
kam-score: warning: some.csv:2: account_id: 'x' is no account of the table; left out: 2 visits at 1 such account
end2
check 'days whose order nothing tells' 1 '
    printf "account_id,date\na,03/04/2026\n" >open.csv; kam-score --visits open.csv accounts.csv' 3<<'end'
kam-score: open.csv:2: date: '03/04/2026': day or month first? write days as 2026-10-05
end
check 'one that tells it' 0 '
    printf "account_id,date\na,03/10/2026\na,13/09/2026\n" >told.csv
    kam-score --visits told.csv accounts.csv | columns account_id,visits | sed -n 2p' <<'end'
a,2
end
check 'a table without months' 1 '
    cut -d, -f 1-3 accounts.csv | kam-score --visits visits.csv' 3<<'end'
kam-score: standard input: no month columns, so it can't be said which visits are of its time
end
check 'told, in either tool' 0 '
    kam-score --visits visits.csv --explain a --explain b accounts.csv | grep visit
    kam-tier --explain c scored.csv | grep -i visit' <<'end'
  It was visited 3 times in the window of 3 months, the last time in October 2026.
  Nobody visited it in the window of 3 months; the last visit was in July 2026.
  It was visited 2 times in the window of 3 months, the last time in September 2026.
  - visits: as needed
end

finish
