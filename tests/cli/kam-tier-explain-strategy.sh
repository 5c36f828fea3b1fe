# kam-tier --explain: class and strategy, in English and in Chinese.
. "$(dirname "$0")/lib.sh"

cat >plan.kam <<'end'
[tiers]
names = top, low
by    = revenue
cut   = count 1
[category big]
when = revenue >= 5万
[grid]
contribution = revenue : 2万, 5万
potential    = hope : percentile 50
rows = A A / B A / C B
A = retain
B = cultivate
[strategy win-back]
when   = tier = top, categories has big, growth_3 <= -20%
action = visit within two weeks
说明   = 亡羊补牢
[strategy let-go]
when    = tier = low, growth_3 < 0
periods = 2
action  = self-service
[policy top]
visits = 4
[policy class C]
visits = 0
end
export KAM_MODEL=plan.kam
cat >now.csv <<'end'
account_id,account_name,revenue,growth_3,hope,2026-10
a,Anchor,80000.00,-0.25,3,80000.00
b,Bridge,30000.00,0.10,2,30000.00
c,Crane,10000.00,-0.05,1,10000.00
d,Delta,5000.00,-0.10,,5000.00
end
sed s/2026-10/2026-09/ now.csv | sed '/^d/d' | kam-tier -o before.csv

# told LANGUAGE: class, strategy and service of all four.
told() {
    kam-tier --lang "$1" --previous before.csv --explain a --explain b --explain c --explain d \
        now.csv | awk '/^(Class and strategy|分类与策略)/ { shown = 1 } /^---/ { shown = 0; print } shown'
}

check 'in English' 0 told en <<'end'
Class and strategy
  Class A: revenue 80,000.00 (at least 50,000), hope 3 (at least 2, percentile 50).
  Strategy win-back: tier top, categories big, growth over 3 months -25% (at most -20%).
  - action: visit within two weeks
  - 说明: 亡羊补牢

Service
  - visits: 4

----------------------------------------
Class and strategy
  Class A: revenue 30,000.00 (at least 20,000, below 50,000), hope 2 (at least 2, percentile 50).
  Strategy retain, that of its class.

----------------------------------------
Class and strategy
  Class C: revenue 10,000.00 (below 20,000), hope 1 (below 2, percentile 50).
  Strategy let-go, as for 2 periods in a row now: tier low, growth over 3 months -5% (less than 0%).
  - action: self-service

Service
  - visits: 0

----------------------------------------
Class and strategy
  It has no class: no hope.
  No strategy is meant for it.
  On the way to let-go, period 1 of 2: tier low, growth over 3 months -10% (less than 0%).
end
check 'in Chinese' 0 told zh <<'end'
分类与策略
  属A类：收入 8万（5万及以上），hope 3（第50百分位数 2及以上）。
  策略“win-back”：级别 top，类别 big，近3个月增长率 -25%（不高于-20%）。
  - action：visit within two weeks
  - 说明：亡羊补牢

服务政策
  - visits：4

----------------------------------------
分类与策略
  属A类：收入 3万（2万及以上，低于5万），hope 2（第50百分位数 2及以上）。
  策略“retain”，为该类客户的策略。

----------------------------------------
分类与策略
  属C类：收入 1万（低于2万），hope 1（低于第50百分位数 2）。
  策略“let-go”，条件已连续2期成立：级别 low，近3个月增长率 -5%（低于0%）。
  - action：self-service

服务政策
  - visits：0

----------------------------------------
分类与策略
  未分类：无hope。
  没有适用的策略。
  策略“let-go”的条件已连续1期成立，满2期适用：级别 low，近3个月增长率 -10%（低于0%）。
end

finish
