# kam-diff --retention: what became of the customers there were, and of their revenue.
. "$(dirname "$0")/lib.sh"

# A took in M and shrank; P gave S away and grew; G grew, K shrank; L left, N came; F paid nothing,
# D gave back; Q was silent before, R is since then.
cat >09.csv <<'end'
account_id,region,revenue,members,idle,score,rank,tier_cut,tier,by,period,model
A,North,500.00,A,0,90.0000,1,gold,gold,score,2026-09,m
P,South,400.00,P|S,0,80.0000,2,gold,gold,score,2026-09,m
K,South,300.00,K,0,70.0000,3,silver,silver,score,2026-09,m
M,South,200.00,M,0,60.0000,4,silver,silver,score,2026-09,m
G,North,150.00,G,0,55.0000,5,silver,silver,score,2026-09,m
L,North,100.00,L,0,50.0000,6,tail,tail,score,2026-09,m
Q,North,80.00,Q,3,45.0000,7,tail,tail,score,2026-09,m
R,,60.00,R,2,40.0000,8,tail,tail,score,2026-09,m
F,,0.00,F,0,35.0000,9,tail,tail,score,2026-09,m
D,East,-40.00,D,0,30.0000,10,tail,tail,score,2026-09,m
end
cat >10.csv <<'end'
account_id,region,revenue,members,idle,score,rank,tier_cut,tier,by,period,model
A,North,650.00,A|M,0,95.0000,1,gold,gold,score,2026-10,m
P,South,310.00,P,0,75.0000,2,gold,gold,score,2026-10,m
S,South,130.00,S,0,72.0000,3,silver,silver,score,2026-10,m
G,South,180.00,G,0,65.0000,4,silver,silver,score,2026-10,m
K,South,250.00,K,0,62.0000,5,silver,silver,score,2026-10,m
N,North,90.00,N,0,50.0000,6,tail,tail,score,2026-10,m
Q,North,70.00,Q,4,45.0000,7,tail,tail,score,2026-10,m
R,,55.00,R,3,40.0000,8,tail,tail,score,2026-10,m
F,,25.00,F,0,35.0000,9,tail,tail,score,2026-10,m
D,East,10.00,D,0,30.0000,10,tail,tail,score,2026-10,m
end

check 'of those who had revenue' 0 kam-diff --retention 09.csv 10.csv <<'end'
customers,lost,revenue_from,retained,nrr,grr,logo_churn
8,1,1790.00,1645.00,0.918994,0.879888,0.125000
end
check 'by where they were; of a value without such customers there are no ratios' 0 \
    kam-diff --retention --by region 09.csv 10.csv <<'end'
region,customers,lost,revenue_from,retained,nrr,grr,logo_churn
,1,0,60.00,55.00,0.916667,0.916667,0.000000
East,0,0,0.00,0.00,,,
North,4,1,830.00,700.00,0.843373,0.807229,0.250000
South,3,0,900.00,890.00,0.988889,0.944444,0.000000
total,8,1,1790.00,1645.00,0.918994,0.879888,0.125000
end
check 'by the tier in which they were' 0 kam-diff --retention --by tier 09.csv 10.csv <<'end'
tier,customers,lost,revenue_from,retained,nrr,grr,logo_churn
gold,2,0,900.00,890.00,0.988889,0.944444,0.000000
silver,3,0,650.00,630.00,0.969231,0.923077,0.000000
tail,3,1,240.00,125.00,0.520833,0.520833,0.333333
total,8,1,1790.00,1645.00,0.918994,0.879888,0.125000
end

cat >lost.kam <<'end'
[tiers]
names = gold, silver, tail
by = revenue
cut = customers 20%, 50%
lost-after = 3
end
check 'who was lost by lost-after is none of them; who is now, keeps what the window holds' 0 \
    kam-diff -m lost.kam --retention --by tier 09.csv 10.csv <<'end'
tier,customers,lost,revenue_from,retained,nrr,grr,logo_churn
gold,2,0,900.00,890.00,0.988889,0.944444,0.000000
silver,3,0,650.00,630.00,0.969231,0.923077,0.000000
tail,2,2,160.00,55.00,0.343750,0.343750,1.000000
total,7,2,1710.00,1575.00,0.921053,0.880117,0.285714
end

# ---- merged customers ------------------------------------------------------------------------

# one REVENUE... : customers of these revenues, A, B, ...; the members of A in front.
one() {
    members=$1 period=$2
    shift 2
    echo account_id,revenue,members,rank,tier_cut,tier,by,period,model
    rank=0
    for revenue; do
        rank=$((rank + 1))
        id=$(echo ABC | cut -c$rank)
        echo "$id,$revenue,$([ $rank = 1 ] && echo "$members" || echo "$id"),$rank,gold,gold,revenue,$period,m"
    done
}
check 'one without revenue that took in another: what was lost of that one is lost' 0 '
    one A 2026-09 0 100 >old
    one "A|B" 2026-10 60 >new
    kam-diff --retention old new' <<'end'
customers,lost,revenue_from,retained,nrr,grr,logo_churn
1,0,100.00,60.00,0.600000,0.600000,0.000000
end
check 'and what was gained' 0 '
    one "A|B" 2026-10 150 >new
    kam-diff --retention old new' <<'end'
customers,lost,revenue_from,retained,nrr,grr,logo_churn
1,0,100.00,150.00,1.500000,1.000000,0.000000
end
check 'one that took in nothing, and had nothing' 0 '
    one A 2026-09 0 0 >old
    kam-diff --retention old new' <<'end'
customers,lost,revenue_from,retained,nrr,grr,logo_churn
0,0,0.00,0.00,,,
end
check 'more is lost than there was' 0 '
    one A 2026-09 100 >old
    one A 2026-10 -50 >new
    kam-diff --retention old new' <<'end'
customers,lost,revenue_from,retained,nrr,grr,logo_churn
1,0,100.00,-50.00,-0.500000,-0.500000,0.000000
end
check 'nobody' 0 '
    one A 2026-09 >old
    kam-diff --retention old old' <<'end'
customers,lost,revenue_from,retained,nrr,grr,logo_churn
0,0,0.00,0.00,,,
end

# P was a prospect, is a customer, and took in M.
cat >09.won <<'end'
account_id,region,revenue,lines,members,rank,tier_cut,tier,by,period,model
M,North,300.00,1,M,1,gold,gold,revenue,2026-09,m
K,South,60.00,1,K,2,tail,tail,revenue,2026-09,m
P,East,,0,P,,,prospect,revenue,2026-09,m
end
cat >10.won <<'end'
account_id,region,revenue,lines,members,rank,tier_cut,tier,by,period,model
P,East,280.00,1,M|P,1,gold,gold,revenue,2026-10,m
K,South,60.00,1,K,2,tail,tail,revenue,2026-10,m
end
check 'one that was none of them took in another: what it lost of that counts where it is' 0 \
    kam-diff --retention --by region 09.won 10.won <<'end'
region,customers,lost,revenue_from,retained,nrr,grr,logo_churn
East,0,0,0.00,-20.00,,,
North,1,0,300.00,300.00,1.000000,1.000000,0.000000
South,1,0,60.00,60.00,1.000000,1.000000,0.000000
total,2,0,360.00,340.00,0.944444,0.944444,0.000000
end

# ---- what is wrong ---------------------------------------------------------------------------

check 'a ratio that is too large' 1 '
    one A 2026-09 0.000000000000000001 >old
    one A 2026-10 1000 >new
    kam-diff --retention old new' 3<<'end'
kam-diff: a rate is too large a number
end
check 'a sum that is' 1 '
    one A 2026-09 100000000000000000000 -150000000000000000000 100000000000000000000 >old
    kam-diff --retention old old' 3<<'end'
kam-diff: the sum of revenues is too large a number
end

usage() {
    printf "kam-diff: %s\nTry 'kam-diff --help' for more information.\n" "$3" >expected.err
    check "$1" 2 "$2" 3<expected.err
}
usage 'a column of its own' 'kam-diff --retention --by lost a b' \
    "--by: 'lost' is a column of this view itself"
usage 'rates of it' 'kam-diff --retention --rates a b' '--rates goes with --summary only'
usage 'the largest of it' 'kam-diff --retention --min-delta 5 a b' \
    '--min-delta is for the listing; the other views count all'
usage 'with another view' 'kam-diff --retention --bridge a b' \
    "only one of --all, --summary, --bridge, --retention, --causes, --at-risk and --explain can be \
given"

finish
