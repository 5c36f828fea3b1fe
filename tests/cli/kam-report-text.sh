# kam-report --format text: at several widths, in both languages, on a terminal and elsewhere.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-report.sh"

text() {
    kam-report --format text --previous old.csv --moves moves.csv --at-risk risks.csv --top 3 "$@" \
        new.csv
}

# from HEADING TO: the lines of standard input from one heading to before another.
from() {
    sed -n "/^$1/,/^$2/p" | sed "\$d"
}

# ---- what it says -------------------------------------------------------------------------------

check 'all of it, in 80 columns' 0 text --width 80 <<'end'
Key accounts, October 2026

3 key accounts (gold and silver): 33.3% of the customers, 2,190, 53.4% of the
revenue.
Before: 4, 44.4% of the customers, 2,600, 78.3% of the revenue.
The top 20% of customers bring 42.7% of the revenue; 5 customers, 55.6% of all,
bring 80% of it. The Gini coefficient is 0.377.

The customer pyramid
                        of all            of the              customers  revenue
  tier    customers  customers  revenue  revenue                 before   before
  gold            1      11.1%    1,000    24.4%  █████▋              2    1,600
  silver          2      22.2%    1,190    29.0%  ██████▋             2    1,000
  bronze          4      44.4%    1,790    43.7%  ██████████          3      590
  rest            2      22.2%      120     2.9%  ▋                   2      130
  total           9     100.0%    4,100   100.0%                      9    3,320

The customers at the top
  rank  customer    tier    revenue  months  reason
     1  Alder (A1)  gold      1,000  ▆▆█     customers top 20%: rank 1 of 9, li…
     2  Elm (A5)    bronze      750  ··█     at most bronze by bulk (active_mon…
     3  Cedar (A3)  silver      640  ▅▃█     customers top 40%: rank 3 of 9, li…
  and 6 more

False key accounts, kept out
  3 customers, with a revenue of 870.
                         tier
                         without
  customer      revenue  the      tier    evidence
  Elm (A5)          750  gold     bronze  bulk: active_months 1
  Juniper (B1)       70  rest     rest    bulk: active_months 1
  Gum (A7)           50  rest     rest    bulk: active_months 1
  all 3             870

Movements between tiers
                                                        no
                                                  customer
  from, to            gold  silver  bronze  rest       now  total
  gold                   1       1       ·     ·         ·      2
  silver                 ·       1       1     ·         ·      2
  bronze                 ·       ·       2     1         ·      3
  rest                   ·       ·       1     ·         1      2
  no customer before     ·       ·       ·     1         ·      1
  total                  1       2       4     2         1     10

The revenue bridge
  step            customers  revenue
  revenue before          9    3,320
  new                     1      +70
  lost                    1      -50
  grown                   4     +990
  shrunk                  3     -230
  unchanged               1        0
  revenue now             9    4,100

The largest movements
  movement  customer      from  to      change  cause
  ▲ up      Hazel (A8)    rest  bronze    +400  own figures
  ▼ down    Birch (A2)    gold  silver    -150  own figures
  + new     Juniper (B1)        rest       +70  arrival
  and 3 more

Contribution by potential
  contribution  potential    class  customers  revenue
  at least 500  below 30     A              1      640  ████████▊
  at least 500  30 to 60     A              1      550  ███████▌
  at least 500  at least 60  B              2    1,750  ████████████████████████
  100 to 500    below 30     A              1      160  ██▎
  100 to 500    30 to 60     B              1      400  █████▌
  100 to 500    at least 60  C              1      480  ██████▋
  below 100     below 30     B              1       50  ▋
  below 100     30 to 60     C              0        0
  below 100     at least 60  D              1       70  █
  total                                     9    4,100

Customers at risk
  3 customers, with a possible loss of 760.
                      possible
  customer    tier        loss  risks
  Birch (A2)  silver       550  falling
  Fir (A6)    bronze       160  falling
  Gum (A7)    rest          50  falling
  total                    760

How this came about
  period: October 2026
  window: 3 months, August 2026 to October 2026
  compared with: September 2026
  customers: 9
  prospects: 1
  model: Harbour 1 ec21e5885383feab
  ranked by: revenue
  where tiers end: at 20%, 40%, 70% of the customers, from the top
  snapshot: new.csv
  snapshot before: old.csv
  movements: moves.csv
  customers at risk: risks.csv
end
check 'all of it in Chinese, in 40' 0 text --width 40 --lang zh <<'end'
2026年10月大客户分析报告

大客户3户（gold、silver）：占客户数
33.3%，收入2,190，占总收入53.4%。
上期：4户，占客户数44.4%，收入2,600，占
总收入78.3%。
收入最高的20%客户贡献了42.7%的收入；5户
（55.6%）贡献了80%的收入。基尼系数为
0.377。

客户金字塔
  级别    客户数   收入  收入占比
  gold         1  1,000     24.4%
  silver       2  1,190     29.0%
  bronze       4  1,790     43.7%
  rest         2    120      2.9%
  合计         9  4,100    100.0%

重点客户一览
  排名  客户         级别     收入
     1  Alder（A1）  gold    1,000
     2  Elm（A5）    bronze    750
     3  Cedar（A3）  silver    640
  另有6户

被排除的假大客户
  共3户，收入870。
  客户           收入  依据
  Elm（A5）       750  bulk: active_mon…
  Juniper（B1）    70  bulk: active_mon…
  Gum（A7）        50  bulk: active_mon…
  全部3户         870

级别变动
  gold        →  silver      1
  silver      →  bronze      1
  bronze      →  rest        1
  rest        →  bronze      1
  rest        →  本期非客户  1
  上期非客户  →  rest        1

收入变动桥
  项目      客户数   收入
  上期收入       9  3,320
  新增           1    +70
  流失           1    -50
  增长           4   +990
  下降           3   -230
  不变           1      0
  本期收入       9  4,100

变动最大的客户
  客户           现级别  增减  原因
  Hazel（A8）    bronze  +400  自身数据
  Birch（A2）    silver  -150  自身数据
  Juniper（B1）  rest     +70  新到
  另有3户

贡献与潜力九宫格
  贡献       潜力      客户数   收入
  500及以上  不足30         1    640
  500及以上  30至60         1    550
  500及以上  60及以上       2  1,750
  100至500   不足30         1    160
  100至500   30至60         1    400
  100至500   60及以上       1    480
  不足100    不足30         1     50
  不足100    30至60         0      0
  不足100    60及以上       1     70
  合计                      9  4,100

流失预警
  共3户，可能损失760。
  客户         级别    可能损失  风险
  Birch（A2）  silver       550  falling
  Fir（A6）    bronze       160  falling
  Gum（A7）    rest          50  falling
  合计                      760

口径说明
  统计月份：2026年10月
  统计区间：3个月，2026年8月至2026年10月
  对比月份：2026年9月
  客户数：9
  潜在客户：1
  模型：Harbour 1 ec21e5885383feab
  排名依据：收入
  门槛：按客户数自上而下累计20%、40%、
  70%
  快照文件：new.csv
  上期快照文件：old.csv
  变动清单文件：moves.csv
  流失预警清单文件：risks.csv
end
check 'in 40 columns there are fewer' 0 'text --width 40 | from "The customer pyramid" "The revenue bridge"' <<'end'
The customer pyramid
                               of the
  tier    customers  revenue  revenue
  gold            1    1,000    24.4%
  silver          2    1,190    29.0%
  bronze          4    1,790    43.7%
  rest            2      120     2.9%
  total           9    4,100   100.0%

The customers at the top
  rank  customer    tier    revenue
     1  Alder (A1)  gold      1,000
     2  Elm (A5)    bronze      750
     3  Cedar (A3)  silver      640
  and 6 more

False key accounts, kept out
  3 customers, with a revenue of 870.
  customer      revenue  evidence
  Elm (A5)          750  bulk: active_m…
  Juniper (B1)       70  bulk: active_m…
  Gum (A7)           50  bulk: active_m…
  all 3             870

Movements between tiers
  gold          →  silver        1
  silver        →  bronze        1
  bronze        →  rest          1
  rest          →  bronze        1
  rest          →  no customer…  1
  no customer…  →  rest          1

end
check 'movers keep their causes' 0 'text --width 40 | from "The largest movements" "Contribution"' <<'end'
The largest movements
  customer      to      change  cause
  Hazel (A8)    bronze    +400  own fig…
  Birch (A2)    silver    -150  own fig…
  Juniper (B1)  rest       +70  arrival
  and 3 more

end
check 'in 120 there is room for reasons, and for longer bars' 0 'text --width 120 | from "The customer pyramid" "False"' <<'end'
The customer pyramid
                        of all            of the                                            customers  revenue
  tier    customers  customers  revenue  revenue                                               before   before
  gold            1      11.1%    1,000    24.4%  ██████████████████████▍                           2    1,600
  silver          2      22.2%    1,190    29.0%  ██████████████████████████▋                       2    1,000
  bronze          4      44.4%    1,790    43.7%  ████████████████████████████████████████          3      590
  rest            2      22.2%      120     2.9%  ██▋                                               2      130
  total           9     100.0%    4,100   100.0%                                                    9    3,320

The customers at the top
  rank  customer    tier    revenue  months  reason
     1  Alder (A1)  gold      1,000  ▆▆█     customers top 20%: rank 1 of 9, limit rank 2
     2  Elm (A5)    bronze      750  ··█     at most bronze by bulk (active_months 1); customers top 20%: rank 2 of 9, …
     3  Cedar (A3)  silver      640  ▅▃█     customers top 40%: rank 3 of 9, limit rank 4
  and 6 more

end
check 'in Chinese, 80' 0 'text --width 80 --lang zh | from 客户金字塔 变动最大的客户' <<'end'
客户金字塔
  级别    客户数  客户占比   收入  收入占比                 上期客户数  上期收入
  gold         1     11.1%  1,000     24.4%  ███████▎                2     1,600
  silver       2     22.2%  1,190     29.0%  ████████▋               2     1,000
  bronze       4     44.4%  1,790     43.7%  █████████████           3       590
  rest         2     22.2%    120      2.9%  ▉                       2       130
  合计         9    100.0%  4,100    100.0%                          9     3,320

重点客户一览
  排名  客户         级别     收入  逐月收入  理由
     1  Alder（A1）  gold    1,000  ▆▆█       customers top 20%: rank 1 of 9, l…
     2  Elm（A5）    bronze    750  ··█       at most bronze by bulk (active_mo…
     3  Cedar（A3）  silver    640  ▅▃█       customers top 40%: rank 3 of 9, l…
  另有6户

被排除的假大客户
  共3户，收入870。
  客户           收入  不计警示应属级别  级别    依据
  Elm（A5）       750  gold              bronze  bulk: active_months 1
  Juniper（B1）    70  rest              rest    bulk: active_months 1
  Gum（A7）        50  rest              rest    bulk: active_months 1
  全部3户         870

级别变动
  上期、本期  gold  silver  bronze  rest  本期非客户  合计
  gold           1       1       ·     ·           ·     2
  silver         ·       1       1     ·           ·     2
  bronze         ·       ·       2     1           ·     3
  rest           ·       ·       1     ·           1     2
  上期非客户     ·       ·       ·     1           ·     1
  合计           1       2       4     2           1    10

收入变动桥
  项目      客户数   收入
  上期收入       9  3,320
  新增           1    +70
  流失           1    -50
  增长           4   +990
  下降           3   -230
  不变           1      0
  本期收入       9  4,100

end
check 'in Chinese, 120' 0 'text --width 120 --lang zh | from 客户金字塔 被排除的假大客户' <<'end'
客户金字塔
  级别    客户数  客户占比   收入  收入占比                                            上期客户数  上期收入
  gold         1     11.1%  1,000     24.4%  ██████████████████████▍                            2     1,600
  silver       2     22.2%  1,190     29.0%  ██████████████████████████▋                        2     1,000
  bronze       4     44.4%  1,790     43.7%  ████████████████████████████████████████           3       590
  rest         2     22.2%    120      2.9%  ██▋                                                2       130
  合计         9    100.0%  4,100    100.0%                                                     9     3,320

重点客户一览
  排名  客户         级别     收入  逐月收入  理由
     1  Alder（A1）  gold    1,000  ▆▆█       customers top 20%: rank 1 of 9, limit rank 2
     2  Elm（A5）    bronze    750  ··█       at most bronze by bulk (active_months 1); customers top 20%: rank 2 of 9,…
     3  Cedar（A3）  silver    640  ▅▃█       customers top 40%: rank 3 of 9, limit rank 4
  另有6户

end
check 'sections that lack the same thing say it once' 0 'kam-report --format text --top 1 new.csv | from "Movements between" "Contribution"' <<'end'
Movements between tiers, The revenue bridge, The largest movements
  This needs the movements; kam-diff --all OLD NEW >moves.csv makes them,
  --moves moves.csv shows them.

end

# ---- where it is read ---------------------------------------------------------------------------

check 'a pipe and a file get lines that a mail may have' 0 \
    'text >plain; text --width 78 | cmp - plain; COLUMNS=120 TERM=xterm text | cmp - plain
    text -o file && cmp file plain && ! grep "$(printf "\033")" plain'
python3 -c 'import pty' 2>/dev/null || skip_missing python3
helper=$KAM_SOURCE/tests/outside/report_terminal.py
unset COLUMNS NO_COLOR

# on_terminal COLUMNS [OPTION...]: what a terminal so wide gets.
on_terminal() {
    columns=$1
    shift
    python3 "$helper" show "$columns" kam-report --format text --previous old.csv \
        --moves moves.csv --at-risk risks.csv --top 3 "$@" new.csv
}

TERM=xterm
export TERM
check 'a terminal gets colours, and lines as long as its own' 0 \
    'on_terminal 90 >terminal; text --width 90 >plain
    sed "s/$(printf "\033")\[[0-9;]*m//g" terminal | cmp - plain
    tr "\033" "^" <terminal | sed -n "1p; /bronze.*%.*█/p; /down/p"' <<'end'
^[1mKey accounts, October 2026^[0m
  ^[36mbronze^[0m          4      44.4%    1,790    43.7%  ^[36m████████████████████^[0m          3      590
  ^[31m▼ down^[0m    Birch (A2)    ^[1;33mgold^[0m  ^[33msilver^[0m    ^[31m-150^[0m  own figures
end
check 'none where NO_COLOR is set' 0 'NO_COLOR=1 on_terminal 90 | cmp - plain'
check 'an empty one is as none' 0 'NO_COLOR= on_terminal 90 | cmp - terminal'
check 'none on a dumb terminal' 0 'TERM=dumb on_terminal 90 | cmp - plain'
check 'none where TERM is empty or not set' 0 \
    'TERM= on_terminal 90 | cmp - plain; (unset TERM; on_terminal 90) | cmp - plain'
check 'none in a file, whatever is beside it' 0 \
    'on_terminal 90 -o file; text | cmp - file'
check 'COLUMNS goes before what the terminal says, --width before both' 0 \
    'text --width 70 >plain; COLUMNS=70 NO_COLOR=1 on_terminal 90 | cmp - plain
    NO_COLOR=1 COLUMNS=50 on_terminal 90 --width 70 | cmp - plain
    COLUMNS=wide NO_COLOR=1 on_terminal 70 | cmp - plain'
check 'a terminal that is too narrow, or says no width' 0 \
    'text --width 40 >plain; NO_COLOR=1 on_terminal 20 | cmp - plain
    text >plain; NO_COLOR=1 on_terminal 0 | cmp - plain'

# ---- names of all kinds -------------------------------------------------------------------------

long=$(printf '%03000d' 0 | sed 's/0/长名/g')
awk -F, -v OFS=, -v long="$long" '
    function at(name, value) { $(column[name]) = value }
    NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i }
    $1 == "A1" { at("account_name", "\033[31mred\033]0;t\007 \302\2332J") }
    $1 == "A2" { at("account_name", "\342\200\256evil\342\201\246\342\200\217") }
    $1 == "A3" { at("account_name", long) }
    $1 == "A4" { at("account_name", "שָׁלוֹם مُحَمَّد हिन्दी ที่นี่ 한국 e\314\201\360\237\232\200") }
    { print }' new.csv >hostile.csv
check 'controls and directions never get through' 0 \
    'kam-report --format text --top 9 hostile.csv >hostile
    LC_ALL=C tr -d "\n\040-\176\200-\377" <hostile | od -An -c
    grep -c "$(printf "\342\200\256")\|$(printf "\342\201\246")\|$(printf "\302\233")" hostile
    grep -E "red|evil" hostile | cut -c 9-30' <<'end'
0
 [31mred ]0;t   2J (A1
evil (A2)             
end
check 'no line is longer than it may be, whatever the names' 0 \
    'for width in 40 41 47 50 59 64 72 78 80 93 100 120 200; do
        for language in en zh; do
            for file in new hostile; do
                wide=$(kam-report --format text --lang $language --previous old.csv --top 9 \
                    --moves moves.csv --at-risk risks.csv --width $width $file.csv |
                    python3 "$helper" widths | tail -n 1)
                [ "$wide" -le $width ] || echo "$file, $language: $wide columns of $width"
            done
        done
    done'
check 'columns stand below each other, whatever is in them' 0 \
    'kam-report --format text --top 9 --width 80 hostile.csv | from "The customers at the top" "False" |
    sed -n "s/  \(gold\|silver\|bronze\|rest\) .*//p" >names
    wc -l <names | tr -d " "; python3 "$helper" widths <names | wc -l | tr -d " "' <<'end'
9
1
end

finish
