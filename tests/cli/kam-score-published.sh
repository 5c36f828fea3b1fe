# kam-score: what others published as the result of a method, with their data. Figures are points as
# they are, or become points as the source's first step says.
. "$(dirname "$0")/lib.sh"

# rules NAME...: a model of dimensions that take figures up to 100 for points, in rules.kam.
# rules NAME=SCALE... with scales, NAME:WEIGHT... with weights.
rules() {
    for dimension; do
        name=${dimension%%[=:]*} linear='0:0, 100:100' weight=1
        case $dimension in
        *=*) linear=${dimension#*=} ;;
        *:*) weight=${dimension#*:} ;;
        esac
        printf '[dimension %s]\ncolumn = %s\nweight = %s\nlinear = %s\n\n' \
            "$name" "$name" "$weight" "$linear"
    done >rules.kam
    printf '[weights]\n[score]\n' >>rules.kam
}
export KAM_MODEL=rules.kam
# found METHOD [FILE]: the weights by it, rounded to $places.
found() {
    kam-score --set weights:method="$1" --weights ${2+"$2"} | awk -F, -v places="$places" '
        $1 == "weight" { printf "%s%.*f", (n++ ? " " : ""), places, $4 } END { print "" }'
}
# scored METHOD FILE: the scores by it, as parts of 1 (of $unit), rounded to $places.
scored() {
    kam-score --set score:method="$1" "$2" | columns score | awk -v places="$places" -v unit="$unit" '
        NR > 1 { printf "%s%.*f", (n++ ? " " : ""), places, $1 / unit } END { print "" }'
}

# ---- AHP

rules a b c d
places=4
# Published as .5476 .1266 .2699 .0559; the third is .26994985, which six places round up.
check 'ahp: the weights' 0 \
    "kam-score --set weights:method=ahp --weights \
        --set 'weights:matrix=1 4 3 7 / 1/4 1 1/3 3 / 1/3 3 1 5 / 1/7 1/3 1/5 1' |
    awk -F, '\$1 == \"weight\" { print \$3 } \$2 == \"lambda_max\" { print \$6 }'" <<'end'
0.547569
0.126555
0.269950
0.055926
4.118418
end
# Saaty, Decision making with the analytic hierarchy process, 2008: what is drunk
rules coffee wine tea beer sodas milk water
check 'ahp: drinks' 0 \
    "kam-score --set weights:method=ahp --weights --set 'weights:matrix=1 9 5 2 1 1 1/2 /
    1/9 1 1/3 1/9 1/9 1/9 1/9 / 1/5 3 1 1/3 1/4 1/3 1/9 / 1/2 9 3 1 1/2 1 1/3 /
    1 9 4 2 1 2 1/2 / 1 9 3 1 1/2 1 1/3 / 2 9 9 3 2 3 1' |
    awk -F, '\$1 == \"weight\" { printf \"%s %.3f\n\", \$2, \$3 }
        \$2 == \"consistency_ratio\" { printf \"%.3f\n\", \$6 }'" <<'end'
coffee 0.177
wine 0.019
tea 0.042
beer 0.116
sodas 0.190
milk 0.129
water 0.327
0.022
end

# ---- entropy

rules a b
printf 'account_id,a,b\n1,1,2\n2,4,16\n' >two.csv
places=6
check 'entropy: two by two' 0 found entropy two.csv <<'end'
0.358889 0.641111
end
# Xu, A note on the subjective and objective integrated approach to determine attribute weights,
# 2004
rules a b c d
cat >four.csv <<'end'
account_id,a,b,c,d
1,30,30,38,29
2,19,54,86,29
3,19,15,85,28.9
4,68,70,60,29
end
places=4
check 'entropy: four by four' 0 found entropy four.csv <<'end'
0.4630 0.3992 0.1378 0.0000
end

# ---- CRITIC

# Diakoulaki, Mavrotas and Papayannakis, Determining objective weights in multiple criteria problems:
# the CRITIC method, 1995
rules 'profitability=-34.6:0, 61:100' 'market=0.26:0, 4.12:100' 'productivity=0.98:0, 4.34:100'
cat >companies.csv <<'end'
account_id,profitability,market,productivity
1,61,1.08,4.33
2,20.7,0.26,4.34
3,16.3,1.98,2.53
4,9,3.29,1.65
5,5.4,2.77,2.33
6,4,4.12,1.21
7,-6.1,3.52,2.10
8,-34.6,3.31,0.98
end
places=4
check 'critic: eight companies' 0 found critic companies.csv <<'end'
0.2022 0.4809 0.3169
end
# Tus and Aytac Adali, The new combination with CRITIC and WASPAS methods for the time and attendance
# software selection problem, 2019
rules 'a=600:0, 5000:100' 'b=2:0, 5:100' 'c=2:0, 4:100' 'd=1:0, 4:100' 'e=2:0, 4:100' 'f=1:0, 4:100'
cat >software.csv <<'end'
account_id,a,b,c,d,e,f
1,5000,3,3,4,3,2
2,680,5,3,2,2,1
3,2000,3,2,3,4,3
4,600,4,3,1,2,2
5,800,2,4,3,3,4
end
places=3
check 'critic: software' 0 found critic software.csv <<'end'
0.157 0.249 0.168 0.121 0.154 0.151
end

# ---- the weighted sum and the weighted product

# Triantaphyllou, Multi-Criteria Decision Making Methods: A Comparative Study, 2000
rules a:0.20 b:0.15 c:0.40 d:0.25
cat >three.csv <<'end'
account_id,a,b,c,d
A1,25,20,15,30
A2,10,30,20,30
A3,30,10,30,10
end
places=2 unit=1
check 'sum: three alternatives' 0 scored sum three.csv <<'end'
21.50 22.00 22.00
end
check 'product: their ratios' 0 "kam-score --set score:method=product three.csv | columns score |
    awk 'NR > 1 { s[NR] = \$1 } END { printf \"%.3f %.3f %.3f\n\", s[2]/s[3], s[2]/s[4], s[3]/s[4] }'" <<'end'
1.007 1.067 1.059
end
# Chakraborty, Zavadskas and Antucheviciene, Applications of WASPAS method as a multi-criteria
# decision-making tool, 2015, second example: prices to the lowest, powers to the highest
rules price:0.467 floor:0.160 number:0.095 power:0.278
awk 'BEGIN { print "account_id,price,floor,number,power" }
    { printf "%02d,%.10f,%.10f,%.10f,%.10f\n", NR, 48697000 / $1, 4571 / $2, 300 / $3, $4 / 64 }' \
    >waspas.csv <<'end'
581818 54.49 3 5500
595454 49.73 3 4500
586060 51.24 3 5000
522727 45.71 3 5800
561818 52.66 3 5200
543030 74.46 4 5600
522727 75.42 4 5800
486970 62.62 4 5600
509394 65.87 4 6400
513333 70.67 4 6000
end
places=4 unit=100
check 'product: ten alternatives' 0 scored product waspas.csv <<'end'
0.8578 0.8144 0.8408 0.9413 0.8632 0.8241 0.8454 0.8915 0.8987 0.8697
end
places=3
check 'sum: ten alternatives, without the place that the source cuts off' 0 scored sum waspas.csv <<'end'
0.859 0.819 0.843 0.942 0.865 0.832 0.855 0.898 0.907 0.878
end

# ---- TOPSIS

# Tzeng and Huang, Multiple Attribute Decision Making: Methods and Applications, 2011
rules a:0.3 b:0.4 c:0.3
printf 'account_id,a,b,c\n1,5,8,4\n2,7,6,8\n3,8,8,6\n4,7,4,6\n' >four.csv
places=4
check 'topsis: four alternatives' 0 scored topsis four.csv <<'end'
0.5037 0.6581 0.7482 0.3340
end
# Papathanasiou and Ploskas, Multiple Criteria Decision Aid, 2018
rules cost:0.4 market:0.3 work:0.1 roads:0.2
cat >sites.csv <<'end'
account_id,cost,market,work,roads
1,8,7,2,1
2,5,3,7,5
3,7,5,6,4
4,9,9,7,3
5,11,10,3,7
6,6,9,5,4
end
places=3
check 'topsis: six sites' 0 scored topsis sites.csv <<'end'
0.387 0.327 0.391 0.615 0.868 0.493
end

finish
