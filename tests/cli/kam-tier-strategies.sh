# kam-tier: strategies: which one a customer gets, by what, and for how many periods it has to hold.
. "$(dirname "$0")/lib.sh"

cat >rules.kam <<'end'
[tiers]
names = top, mid, low
by    = revenue
cut   = count 1, 3
[category big]
when = revenue >= 90
[flag slow]
when    = overdue > 0
at-most = mid
[grid]
contribution = revenue : 50
potential    = promise : 5
rows = B A / D C
A = retain
C = promote
[strategy wait]
when   = tier = top, idle >= 3
action = keep in touch
[strategy promote]
"by 谁" = "desk, \"two\""
[strategy 挽回]
when   = tier_unflagged in top|mid, growth <= -20%
action = visit; soon
[policy mid]
visits = 2
terms  = 30 days
[policy class A]
visits = 9
[policy prospect]
visits = 1
end
sed -i 's/visit; soon/"visit; soon"/; s/"desk, .*/"desk, two"/' rules.kam
export KAM_MODEL=rules.kam

cat >table.csv <<'end'
account_id,lines,revenue,promise,overdue,idle,growth,2026-10
a,1,150.00,9,0,4,-0.5,150.00
b,1,100.00,9,1,0,-0.2,100.00
c,1,60.00,1,0,0,0.1,60.00
d,1,40.00,7,0,0,0.1,40.00
e,1,10.00,1,0,0,-0.9,10.00
end

# plain NAME,...: these columns of a snapshot, whose reasons have commas.
plain() {
    sed 's/"[^"]*"/-/g' | columns "$1"
}

# ---- which one ---------------------------------------------------------------------------------

check 'the first whose condition holds, else that of the class' 0 'kam-tier table.csv |
    plain account_id,tier,class,strategy,strategy_action' <<'end'
account_id,tier,class,strategy,strategy_action
a,top,A,wait,keep in touch
b,mid,A,挽回,visit; soon
c,mid,B,,
d,low,C,promote,
e,low,D,,
end
check 'columns of policies, then those of strategies' 0 'kam-tier table.csv | sed -n "1s/.*,held,//p"' <<'end'
policy_visits,policy_terms,strategy_action,strategy_by 谁,period,model
end
check 'a class is served by its policy, as far as that says something' 0 'kam-tier table.csv |
    plain account_id,tier,class,policy_visits,policy_terms' <<'end'
account_id,tier,class,policy_visits,policy_terms
a,top,A,9,
b,mid,A,9,30 days
c,mid,B,2,30 days
d,low,C,,
e,low,D,,
end
check 'and so are its accounts' 0 '
    printf "account,customer\na,a\nb,b\nb2,b\nc,c\nd,d\ne,e\n" >members.csv
    kam-tier --branches members.csv table.csv' <<'end'
account,customer,tier,desk,policy_visits,policy_terms
a,a,top,,9,
b,b,mid,,9,30 days
b2,b,mid,,9,30 days
c,c,mid,,2,30 days
d,d,low,,,
e,e,low,,,
end
check 'a prospect by that of prospects' 0 'sed "s/^e,1,10.00\(.*\),10.00/e,0,\1,/" table.csv | kam-tier |
    plain account_id,policy_visits,policy_terms | grep ^e' <<'end'
e,1,
end

# seen CONDITION: the customers for which it holds.
seen() {
    kam-tier --set "strategy wait:when=$1" table.csv | plain account_id,strategy |
        sed -n 's/,wait$//p' | paste -s -d' '
}
check 'conditions see all that kam-tier says of a customer' 0 '
    seen "tier_cut = mid"; seen "tier_computed != mid, rank < 4"; seen "share >= 40%"
    seen "categories has big"; seen "flags has slow"; seen "class in C|D"; seen "class is empty"
    seen "evidence is empty, reason != x"; seen "by = revenue, limit_up <= 100"
    seen "gap_down >= 10, limit_down > 0"; seen "gap_up > 40"; seen "held = 0, rank = 5"
    seen "policy_visits = 9"; seen "period >= 2026-10, rank = 1"; seen "model = x"
    seen "gap_down > 30% of revenue"; seen "last 1 month >= 100"; seen "promise = 9"' <<'end'
b c
a
a
a b
b
d e

a c d e
d e
a b c
b c e
e
a b
a

a b c
a b
a b
end
check 'also how often it should have been visited' 0 '
    sed "1s/\$/,visits/; 2,\$s/\$/,7/" table.csv >visited.csv
    planned() {
        kam-tier --set "policy class A:visits=9 per month" --set "policy mid:visits=8 a month" \
            --set "strategy wait:when=$1" visited.csv | plain account_id,strategy,visits_gap | grep wait
    }
    planned "visits_gap <= -2"; planned "visits_planned = 8"' <<'end'
a,wait,-2
b,wait,-2
c,wait,-1
end
check 'where anything is known of visits' 1 'kam-tier --set "strategy wait:when=visits_gap < 0" table.csv' 3<<'end'
kam-tier: --set strategy wait:when: the table has no column 'visits_gap'
end
check 'and of a prospect that it is one' 0 'sed "s/^d,1,40.00\(.*\),40.00/d,0,\1,/" table.csv |
    kam-tier --set "strategy wait:when=tier = prospect, class = C, tier_cut is empty" |
    plain account_id,strategy | grep wait' <<'end'
d,wait
end
check 'not what an earlier kam-tier said' 1 'kam-tier table.csv | sed 1s/policy_visits/policy_old/ |
    kam-tier --set "strategy wait:when=policy_old = 9"' 3<<'end'
kam-tier: --set strategy wait:when: the table has no column 'policy_old'
end
check 'which it says anew' 0 'kam-tier table.csv >once; kam-tier --threads 3 once | cmp once'

# ---- what is wrong -----------------------------------------------------------------------------

check 'a column that there is not' 1 'kam-tier --set "strategy wait:when=promis > 3" table.csv' 3<<'end'
kam-tier: --set strategy wait:when: the table has no column 'promis'; did you mean 'promise'?
end
check 'a column that there is not yet' 2 'kam-tier --set "strategy wait:when=move = lost" table.csv' 3<<'end'
kam-tier: --set strategy wait:when: 'move' doesn't exist yet when kam-tier chooses strategies
end
check 'a class without a grid' 1 'sed "/^\[grid\]/,/^C/d; /class A/,/9/d" rules.kam >gridless.kam
    kam-tier -m gridless.kam --set "strategy wait:when=class = A" \
        --set "strategy promote:when=rank = 1" table.csv' 3<<'end'
kam-tier: --set strategy wait:when: the table has no column 'class'
end
check 'text where a number is compared' 1 'sed "s/,9,1,0/,nine,1,0/" table.csv |
    kam-tier --set "grid:potential=revenue : 1" --set "strategy wait:when=promise < 3"' 3<<'end'
kam-tier: standard input:3: promise: not a number: 'nine' (compared by --set strategy wait:when)
end

# ---- periods -----------------------------------------------------------------------------------

cat >slow.kam <<'end'
[tiers]
names = top, low
by    = revenue
cut   = count 1
[strategy "let go"]
when    = growth < 0, tier = low
periods = 3
why     = small
[strategy "a|b:c"]
when    = growth < -10%
periods = 2
[strategy else]
when    = growth < 0
end
export KAM_MODEL=slow.kam

# month MONTH GROWTH...: a table of that month, and what kam-tier makes of it with the one before.
month() {
    this=$1
    shift
    {
        echo "account_id,members,revenue,growth,$this"
        echo "top,top,1000.00,0.5,1000.00"
        for cells; do
            echo "$cells" | awk -F: '{ print $1 "," $2 ",5.00," $3 ",5.00" }'
        done
    } >"table-$this.csv"
    kam-tier ${before:+--previous "$before"} -o "$this.csv" "table-$this.csv"
    before=$this.csv
    plain account_id,strategy,strategy_why,strategy_due <"$this.csv" | sed '1,2d'
}
before=
check 'counting begins with 1' 0 month 2026-01 x:x:-0.2 y:'y|z':-0.01 z:z:0.1 <<'end'
x,else,,a\|b:c:1|let go:1
y,else,,let go:1
z,,,
end
before=2026-01.csv
check 'and goes on from the snapshot before' 0 month 2026-02 x:x:-0.2 y:'y|z':-0.01 z:z:-0.1 <<'end'
x,a|b:c,,a\|b:c:2|let go:2
y,else,,let go:2
z,else,,let go:1
end
before=2026-02.csv
check 'enough of it is a strategy, in the order of the model; what fails once begins anew' 0 \
    month 2026-03 x:x:-0.05 z:'y|z':-0.01 w:w:-0.2 <<'end'
w,else,,a\|b:c:1|let go:1
x,let go,small,let go:3
z,else,,let go:2
end
before=2026-03.csv
check 'a customer whose head changed goes on' 0 month 2026-04 y:'y|z':-0.01 x:x:0.05 w:w:-0.2 <<'end'
w,a|b:c,,a\|b:c:2|let go:2
x,,,
y,let go,small,let go:3
end
before=2026-04.csv
check 'it stays so, and what failed for a month begins anew' 0 month 2026-05 y:y:-0.01 x:x:-0.2 w:w:-0.2 <<'end'
w,let go,small,a\|b:c:3|let go:3
x,else,,a\|b:c:1|let go:1
y,let go,small,let go:4
end
check 'a snapshot that is tiered again is the same, with the one before or without it' 0 '
    kam-tier --previous 2026-04.csv 2026-05.csv | cmp 2026-05.csv
    kam-tier 2026-05.csv | cmp 2026-05.csv'
check 'what holds there only now begins with 1' 0 '
    sed "/^y/s/let go:4//" 2026-05.csv | kam-tier | plain account_id,strategy_due | grep ^y' <<'end'
y,let go:1
end
before=2026-05.csv
check 'nothing goes on over a gap' 0 month 2026-07 y:y:-0.01 x:x:-0.2 w:w:-0.2 3<<'end' <<'out'
kam-tier: warning: 2026-05.csv: 2026-06 is missing between this snapshot and 2026-07: a hold counts snapshots, not months; the periods of strategies begin anew
end
w,else,,a\|b:c:1|let go:1
x,else,,a\|b:c:1|let go:1
y,else,,let go:1
out
check 'a snapshot without counts' 0 'plain account_id,members,revenue,growth,2026-05,tier_cut,tier_unflagged,tier_computed,tier,by,held,period,model <2026-05.csv >bare.csv
    sed "s/2026-07/2026-06/" table-2026-07.csv |
        kam-tier --previous bare.csv | plain account_id,strategy_due | sort' <<'end'
account_id,strategy_due
top,
w,a\|b:c:1|let go:1
x,a\|b:c:1|let go:1
y,let go:1
end
check 'or with what is none' 1 'sed "s/let go:4/let go/" 2026-05.csv >bad.csv
    sed "s/2026-07/2026-06/" table-2026-07.csv | kam-tier --previous bad.csv' 3<<'end'
kam-tier: bad.csv:5: strategy_due: not strategies with their periods, NAME:1|NAME:2: 'let go'
end
check 'no count is larger than can be written' 0 'sed "s/let go:4/let go:9999/" 2026-05.csv >long.csv
    sed "s/2026-07/2026-06/" table-2026-07.csv | kam-tier --previous long.csv |
    plain account_id,strategy_due | grep ^y' <<'end'
y,let go:9999
end

# ---- kam-diff ----------------------------------------------------------------------------------

check 'movements have the new strategy' 0 '
    kam-diff --all 2026-04.csv 2026-05.csv | columns account_id,move,strategy' <<'end'
account_id,move,strategy
top,same,
w,same,let go
x,same,else
y,same,let go
end
check 'where there is one' 0 'kam-diff --all --allow model 2026-05.csv bare.csv | sed -n 1p; status=$?
    sed "/^y/d" 2026-05.csv >without.csv
    sed "s/2026-05/2026-06/g" without.csv >june.csv
    kam-diff 2026-05.csv june.csv | columns account_id,move,strategy' <<'end'
account_id,move,tier_from,tier_to,revenue_from,revenue_to,revenue_delta,revenue_transferred,into,from,detail
account_id,move,strategy
y,lost,
end

finish
