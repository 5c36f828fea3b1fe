# kam-score: weights that are found, by comparisons or from the data, and methods other than sums.
. "$(dirname "$0")/lib.sh"

cat >accounts.csv <<'end'
account_id,region,revenue,growth,potential,2026-10
a,north,20,60,90,20
b,north,40,20,30,40
c,south,60,50,,60
d,south,80,10,60,80
e,south,30,40,10,30
end
cat >derived.kam <<'end'
[weights]
method = ahp
matrix = 1   2   4 /
         1/2 1   3 /
         1/4 1/3 1

[dimension revenue]
column = revenue
linear = 0:0, 100:100

[dimension growth]
column = growth
linear = 0:0, 100:100

[dimension potential]
column = potential
linear = 0:0, 100:100

[tiers]
names = top, low
cut   = count 1
end
export KAM_MODEL=derived.kam

check 'weights by comparisons, without any data' 0 'kam-score --weights | sed /^source/d' <<'end'
kind,dimension,weight,share,given,ahp,entropy,critic
weight,revenue,0.558425,0.558425,,0.558425,,
weight,growth,0.319618,0.319618,,0.319618,,
weight,potential,0.121957,0.121957,,0.121957,,
check,lambda_max,,,,3.018295,,
check,consistency_index,,,,0.009147,,
check,random_index,,,,0.580000,,
check,consistency_ratio,,,,0.015771,,
end

check 'beside those of the data, of rows that lack nothing' 0 \
    'kam-score --weights accounts.csv | sed /^source/d' <<'end'
kind,dimension,weight,share,given,ahp,entropy,critic
weight,revenue,0.558425,0.558425,,0.558425,0.248283,0.399639
weight,growth,0.319618,0.319618,,0.319618,0.338193,0.296299
weight,potential,0.121957,0.121957,,0.121957,0.413524,0.304062
check,lambda_max,,,,3.018295,,
check,consistency_index,,,,0.009147,,
check,random_index,,,,0.580000,,
check,consistency_ratio,,,,0.015771,,
check,rows,,,,,4,4
end

check 'the last row names the method in force, and whose formulas these are' 0 \
    'kam-score --weights - --set weights:method=critic <accounts.csv | tail -n 1' <<'end'
source,,critic,,the model,"Saaty 1977, 1980",Shannon 1948; Hwang and Yoon 1981,"Diakoulaki, Mavrotas and Papayannakis 1995"
end

check 'parts by weights that were found' 0 \
    'kam-score accounts.csv | columns account_id,part_revenue,part_growth,part_potential,score' <<'end'
account_id,part_revenue,part_growth,part_potential,score
a,11.1685,19.1771,10.9761,41.3217
b,22.3370,6.3924,3.6587,32.3881
c,38.1593,18.2006,,56.3599
d,44.6740,3.1962,7.3174,55.1876
e,16.7527,12.7847,1.2196,30.7570
end

for method in ahp entropy critic; do
    for total in 1 100 7.5; do
        { printf '[model]\nweights-total = %s\n' "$total" && cat derived.kam; } >total.kam
        kam-score -m total.kam --set "weights:method=$method" --weights accounts.csv |
            awk -F, '$1 == "weight" { print "dimension " $2 ":weight=" $3 }' >given
        check "pasted weights by $method that add up to $total give the same bytes" 0 \
            "kam-score -m total.kam --set weights:method=$method accounts.csv >found.csv
            set --
            while read -r weight; do set -- \"\$@\" --set \"\$weight\"; done <given
            kam-score -m total.kam --set weights:method=given \"\$@\" accounts.csv | cmp - found.csv &&
            awk -F= '{ sum += \$2 } END { printf \"%.6f\n\", sum }' given" <<end
$(printf '%.6f' "$total")
end
    done
done

for method in entropy critic; do
    check "$method: the order of rows makes no difference" 0 \
        "kam-score --set weights:method=$method accounts.csv >one.csv
        { head -n 1 accounts.csv; tail -n +2 accounts.csv | sort -r; } |
        kam-score --set weights:method=$method | cmp - one.csv"
    check "$method: kam-tier finds the weights again" 0 \
        "kam-score --set weights:method=$method accounts.csv >one.csv
        kam-tier --set weights:method=$method one.csv | columns account_id,tier,score | sed 1d | wc -l" <<'end'
5
end
    check "$method: and sees where the customers are others" 0 \
        "sed 2d one.csv | kam-tier --set weights:method=$method 2>&1 >other.csv |
        sed \"s/('[0-9a-f]*')/(HASH)/g\"" <<'end'
kam-tier: warning: standard input:2: score_model: the score was made under other rules (HASH) than this model's (HASH): score again, or give both tools the same --model and --set
end
done
check 'by comparisons, kam-tier knows the weights from the model' 0 \
    "kam-score accounts.csv | kam-tier | columns account_id,tier | head -n 2" <<'end'
account_id,tier
c,top
end
check 'tables without points say nothing about their weights' 0 \
    "kam-score --set weights:method=critic accounts.csv | columns account_id,revenue,score,score_model,2026-10 |
    kam-tier --set weights:method=critic 2>&1 >other.csv" <<'end'
kam-tier: warning: standard input: no column 'points_revenue'; there are: account_id, revenue, score, score_model, 2026-10
end

# ---- methods

cat >>derived.kam <<'end'

[score]
method     = product
population = per region
end
check 'product: factors instead of parts, and 0 where there are no points' 0 \
    "{ cat accounts.csv; echo f,north,0,90,90,0; } | kam-score |
    columns account_id,part_revenue,part_growth,part_potential,score" <<'end'
account_id,part_revenue,part_growth,part_potential,score
a,5.3276,3.7011,1.7311,34.1343
b,7.8457,2.6051,1.5141,30.9463
c,13.5171,4.1538,,56.1472
d,11.5540,2.0875,1.6476,39.7383
e,6.6813,3.2512,1.3242,28.7651
f,0.0000,4.2132,1.7311,0.0000
end
check 'in Chinese a score by each method reads without stray spaces' 0 \
    "for method in sum product topsis; do
        kam-score --set score:method=\$method --lang zh --explain c accounts.csv | grep revenue
    done" <<'end'
  - revenue（收入）：60.00（介于0得0分与100得100分之间），得60分 × 0.558425/0.878043 = 38.1593
  - revenue（收入）：60.00（介于0得0分与100得100分之间），得60分的0.558425/0.878043次方 = 13.5171
  - revenue（收入）：60.00（介于0得0分与100得100分之间），得60分（权重0.558425/0.878043）：28.0275
end
check 'topsis: of the region' 0 \
    "kam-score --set score:method=topsis accounts.csv |
    columns account_id,part_revenue,part_growth,part_potential,score" <<'end'
account_id,part_revenue,part_growth,part_potential,score
a,0.0000,40.5201,5.8996,46.4197
b,53.5803,0.0000,0.0000,53.5803
c,28.0275,42.3615,,70.3890
d,51.8599,0.0000,7.2869,59.1468
e,0.0000,33.7958,0.0000,33.7958
end
check 'topsis: of all' 0 \
    "kam-score --set score:method=topsis --set score:population=all accounts.csv |
    columns account_id,part_revenue,part_growth,part_potential,score" <<'end'
account_id,part_revenue,part_growth,part_potential,score
a,0.0000,32.2316,7.7568,39.9884
b,25.3612,3.2675,1.2287,29.8574
c,46.0977,23.7568,,69.8545
d,60.5302,0.0000,2.0365,62.5667
e,5.3536,24.8313,0.0000,30.1849
end
check 'topsis: regions don'\''t see each other' 0 \
    "kam-score --set score:method=topsis accounts.csv | columns account_id,score | grep '^[cde]' >all
    sed '2,3d' accounts.csv | kam-score --set score:method=topsis | columns account_id,score |
    sed 1d | cmp - all"
check 'each method has a hash of its own' 0 \
    "for method in sum product topsis; do
        kam-score --set score:method=\$method accounts.csv | sed -n '2s/.*,//p'
        kam-score --set score:method=\$method --set score:population=all accounts.csv |
            sed -n '2s/.*,//p'
    done | sort -u | wc -l" <<'end'
4
end

# ---- what stands in the way

check '--weight changes nothing that is found' 2 kam-score --weight growth=3 accounts.csv 3<<'end'
kam-score: derived.kam:1: weights are found by ahp, so that --weight would change nothing; add --set weights:method=given for those that the dimensions say
end
check 'weights of the data need some' 2 kam-score --set weights:method=critic --weights 3<<'end'
kam-score: derived.kam:1: weights by critic come from the data: name the table, or - for standard input
end
check 'comparisons that contradict each other' 0 \
    "kam-score --set 'weights:matrix=1 2 1/9 / 1/2 1 3 / 9 1/3 1' accounts.csv >/dev/null" 3<<'end'
kam-score: warning: derived.kam:1: the comparisons contradict each other, with a consistency ratio of 1.7624, above 0.10; most of all row revenue, column growth: it says 2.00, while all of them together say 0.53
end
check 'a ratio of 0.10 is the limit' 0 \
    "for matrix in '1 4 7 / 1/4 1 4 / 1/7 1/4 1' '1 5 9 / 1/5 1 5 / 1/9 1/5 1'; do
        kam-score --set weights:matrix=\"\$matrix\" accounts.csv >/dev/null
    done" 3<<'end'
kam-score: warning: derived.kam:1: the comparisons contradict each other, with a consistency ratio of 0.1009, above 0.10; most of all row growth, column potential: it says 5.00, while all of them together say 3.56
end
check 'are refused with --strict' 1 \
    kam-score --strict --set 'weights:matrix=1 2 1/9 / 1/2 1 3 / 9 1/3 1' accounts.csv 3<<'end'
kam-score: warning: derived.kam:1: the comparisons contradict each other, with a consistency ratio of 1.7624, above 0.10; most of all row revenue, column growth: it says 2.00, while all of them together say 0.53
kam-score: 1 warning, and --strict makes that an error
end
check 'and nobody minds what is not in force' 0 \
    "kam-score --set weights:method=entropy --set 'weights:matrix=1 2 1/9 / 1/2 1 3 / 9 1/3 1' accounts.csv >/dev/null"

printf 'account_id,revenue,growth,potential\na,20,5,1\nb,20,7,3\n' >constant.csv
check 'entropy: what all have alike weighs nothing' 0 \
    "kam-score --set weights:method=entropy --weights constant.csv | columns dimension,weight,entropy,critic | head -n 4" <<'end'
dimension,weight,entropy,critic
revenue,0.000000,0.000000,
growth,0.096389,0.096389,
potential,0.903611,0.903611,
end
check 'critic has no use for it' 1 kam-score --set weights:method=critic constant.csv 3<<'end'
kam-score: derived.kam:7: revenue: all rows have 20.0000 points, and critic needs them to differ; give it another scale, leave it out, or use entropy, where it weighs 0
end
check 'which leaves its column empty, with a note' 0 \
    'kam-score -v --weights constant.csv 2>&1 >constant' <<'end'
kam-score: derived.kam:7: revenue: all rows have 20.0000 points, and critic needs them to differ; give it another scale, leave it out, or use entropy, where it weighs 0
kam-score: 2 accounts, revenue 40.00, scored in 3 dimensions, 0 with something missing
end
printf 'account_id,revenue,growth,potential\na,20,0,1\nb,30,0,3\n' >zeros.csv
check 'entropy: where nobody has any points' 1 kam-score --set weights:method=entropy zeros.csv 3<<'end'
kam-score: derived.kam:11: growth: all rows have 0.0000 points, from which entropy finds no weight; give it another scale, or leave it out
end
printf 'account_id,revenue,growth,potential\na,20,0,1\nb,30,0,\nc,1,2,\n' >few.csv
check 'fewer than two rows' 1 kam-score --set weights:method=entropy few.csv 3<<'end'
kam-score: derived.kam:1: weights by entropy need at least two rows with points in every dimension, but there is 1
end
printf 'account_id,revenue,growth,potential\na,20,5,1\nb,20,5,1\n' >alike.csv
check 'nothing differs' 1 kam-score --set weights:method=entropy alike.csv 3<<'end'
kam-score: derived.kam:1: weights by entropy can't be found: in every dimension all rows have the same points
end
printf 'account_id,revenue,growth,potential\na,20,5,1\nb,40,10,2\n' >together.csv
check 'everything goes together' 1 kam-score --set weights:method=critic together.csv 3<<'end'
kam-score: derived.kam:1: weights by critic can't be found: in all dimensions the rows go up and down together
end
check 'a column that peers are told by' 1 \
    "kam-score --set score:method=topsis constant.csv" 3<<'end'
kam-score: constant.csv: [score] (derived.kam:23): no column 'region'; there are: account_id, revenue, growth, potential
end

finish
