# kam-score: columns that the model computes.
. "$(dirname "$0")/lib.sh"

cat >customers.kam <<'end'
[column wallet_share]
value  = revenue / 预算
places = 4

[column "cost rate"]
value  = (cost + "服务 成本") / revenue

[column contribution]
value  = revenue / total(revenue)
places = 6

[column net]
value  = revenue - cost - "服务 成本"

[dimension wallet]
column = wallet_share
weight = 1
linear = 0:0, 1:100

[dimension wallet | "cost rate" = 0]
linear = 0:50, 1:100

[tiers]
names = top, low
by    = wallet_share
cut   = count 1

[flag lossy]
when    = net < 0
[flag cheap]
when    = "cost rate" in 0|0.125
[flag saturated]
when    = wallet_share >= 100%
at-most = low
end
sed 's/"cost rate"/cost_rate/' customers.kam >columns.kam
export KAM_MODEL=columns.kam

cat >accounts.csv <<'end'
account_id,account_name,预算,lines,revenue,cost,服务 成本,2026-09,2026-10
1,"Ace, Inc",4000,2,1000.00,100.00,25,500.00,500.00
2,Bee,,1,2000.00,0.00,0,,2000.00
3,Cid,0.00,1,3000.00,3000.50,,3000.00,
4,Dot,3000,1,3000.00,0.00,0.00,,3000.00
5,Eve,5000,1,-1.00,0.00,7,,-1.00
end

# computed [OPTION]... [FILE]: the columns that were computed.
computed() { kam-score "$@" | columns wallet_share,cost_rate,contribution,net; }

check 'columns are computed from columns' 0 'grep -v Ace accounts.csv | computed' <<'end'
wallet_share,cost_rate,contribution,net
,0.0000,0.250031,2000
,,0.375047,
1.0000,0.0000,0.375047,3000
-0.0002,-7.0000,-0.000125,-8
end

check 'they stand behind the others, before the points, and those are of them' 0 \
    'kam-score accounts.csv | cut -d, -f1,10- | sed "s/,[0-9a-f]*$//"' <<'end'
account_id,wallet_share,cost_rate,contribution,net,points_wallet,part_wallet,missing,score,score_model
1,500.00,0.2500,0.1250,0.111123,875,25.0000,25.0000,,25.0000
2,,0.0000,0.222247,2000,,,wallet,0.0000
3,,,0.333370,,,,wallet,0.0000
4,1.0000,0.0000,0.333370,3000,100.0000,100.0000,,100.0000
5,-0.0002,-7.0000,-0.000111,-8,0.0000,0.0000,,0.0000
end

check 'names may need quotes' 0 \
    'kam-score -m customers.kam accounts.csv | sed "s/cost rate/cost_rate/" >quoted.csv &&
     kam-score accounts.csv | cut -d, -f1-15 >plain.csv && cut -d, -f1-15 quoted.csv | cmp - plain.csv'

check 'scoring again replaces them in place' 0 \
    'kam-score accounts.csv >once.csv && kam-score once.csv | cmp - once.csv &&
     kam-tier once.csv >tiered.csv && kam-score tiered.csv | kam-tier | cmp - tiered.csv'

check 'and by other rules, with other values' 0 \
    "kam-score --set 'column net:value=revenue * 2' once.csv | columns account_id,net,contribution |
     tail -2" <<'end'
4,6000,0.333370
5,-2,-0.000111
end

check 'the order of the lines makes no difference' 0 \
    '(head -1 accounts.csv; sed 1d accounts.csv | sort -r) | kam-score | cmp - once.csv'

check 'so does a delimiter, for rows with and without quotes' 0 \
    'kam-score -t accounts.csv >once.tsv && kam-score once.tsv | cmp - once.csv'

check 'a what-if computes them otherwise' 0 \
    "computed --set 'column wallet_share:value=2 * revenue / 预算' \
        --set 'column wallet_share:places=1' accounts.csv | head -2 | tail -1 | cut -d, -f1;
     kam-score --set 'column contribution:value=total(revenue)' accounts.csv | tail -1 |
        cut -d, -f12" <<'end'
500.00
8999.000000
end

check 'rules take them for numbers' 0 \
    "kam-tier once.csv | sed 's/\"[^\"]*\"/-/g' | columns account_id,tier_cut,tier,flags" <<'end'
account_id,tier_cut,tier,flags
4,top,low,cheap|saturated
1,low,low,cheap
5,low,low,lossy
3,low,low,
2,low,low,cheap
end

check 'a rule that compares one with a text is refused before any data is read' 2 \
    kam-tier --set 'flag cheap:when=cost_rate = none' nowhere.csv 3<<'end'
kam-tier: --set flag cheap:when: 'cost_rate' holds numbers; not a number: 'none'
end

check 'a column of the input that kam-score did not compute is not replaced' 1 \
    "sed '1s/account_name/net/' accounts.csv | kam-score" 3<<'end'
kam-score: standard input:1: the table has a column 'net', which [column net] (columns.kam:12) would replace; rename one of them
end

check 'a text is named with its place' 1 \
    "sed 's/,4000,/,about 4000,/' accounts.csv | kam-score" 3<<'end'
kam-score: standard input:2: 预算: not a number: 'about 4000'
end

check 'what is too large is named, too' 1 \
    "kam-score --set 'column net:value=revenue * 100000000000000000' accounts.csv" 3<<'end'
kam-score: accounts.csv:3: net: too large: 'revenue * 100000000000000000'
end

check 'columns that need each other' 2 \
    kam-score --set 'column net:value=cost_rate' --set 'column cost_rate:value=1 / net' nowhere.csv \
    3<<'end'
kam-score: columns.kam:5: [column cost_rate]: computed from itself: cost_rate needs net, net needs cost_rate
end

check 'a column that comes later' 2 \
    kam-score --set 'column net:value=score / 100' nowhere.csv 3<<'end'
kam-score: --set column net:value: 'score' doesn't exist yet when kam-score applies this
end

check 'a column that there is not' 1 \
    kam-score --set 'column net:value=revenue - 费用' accounts.csv 3<<'end'
kam-score: accounts.csv: [column net] (columns.kam:12): no column '费用'; there are: account_id, account_name, 预算, lines, revenue, cost, 服务 成本, 2026-09, 2026-10
end

check 'an explanation says how they came about' 0 \
    "kam-score --explain 1 accounts.csv | sed -n '/Computed/,\$p'" <<'end'
Computed columns
  - wallet_share: revenue / 预算 = 1,000.00 / 4000 = 0.2500
  - cost_rate: (cost + "服务 成本") / revenue = (100.00 + 25) / 1,000.00 = 0.1250
end

# ---- against Python's module fractions -------------------------------------------------------

command -v python3 >/dev/null || skip_missing python3

cat >exact.kam <<'end'
[column sum]
value = a + b - c * 2
[column product]
value = a * b / c
places = 18
[column ratio]
value = (a - b) / (b + c)
[column shares]
value = a / total(a) + b / total(b)
places = 9
[column whole]
value = a / b * b / c * c
places = 2
[column chain]
value = ratio * ratio - shares
[dimension d]
column = ratio
weight = 1
linear = 0:0, 1:100
end

cat >exact.py <<'end'
"""The columns of exact.kam by the module fractions, whose round() is half to even."""
import csv, sys, random
from fractions import Fraction as F

def plain(value, places):
    digits = str(abs(round(value * 10 ** places))).rjust(places + 1, '0')
    sign = '-' if value < 0 and digits.strip('0') else ''
    return sign + (digits[:-places] + '.' + digits[-places:] if places else digits)

def exactly(value):
    text = plain(value, 18)
    assert F(text) == value
    return text.rstrip('0').rstrip('.')

def generate():
    state = random.Random(6)
    yield 'account_id,a,b,c'
    for i in range(2000):
        cells = [f'{state.randrange(-10 ** e, 10 ** e) / 100:.2f}' if e else ''
                 for e in (state.choice([0, 1, 2, 4, 8, 10]) for _ in range(3))]
        yield f'{i:05},' + ','.join(cells)

def compute(rows):
    total = {k: sum(F(r[k]) for r in rows if r[k]) for k in 'abc'}
    for r in rows:
        a, b, c = (F(r[k]) if r[k] else None for k in 'abc')
        def value(formula, form):
            try:
                return form(formula())
            except (TypeError, ZeroDivisionError):
                return ''
        out = [value(lambda: a + b - c * 2, exactly),
               value(lambda: a * b / c, lambda v: plain(v, 18)),
               value(lambda: (a - b) / (b + c), lambda v: plain(v, 4)),
               value(lambda: a / total['a'] + b / total['b'], lambda v: plain(v, 9)),
               value(lambda: a / b * b / c * c, lambda v: plain(v, 2))]
        ratio, shares = (F(x) if x else None for x in (out[2], out[3]))
        out.append(value(lambda: ratio * ratio - shares, exactly))
        yield ','.join(out)

if sys.argv[1] == 'generate':
    print('\n'.join(generate()))
else:
    print('sum,product,ratio,shares,whole,chain')
    print('\n'.join(compute(list(csv.DictReader(open(sys.argv[2]))))))
end

check 'every digit is that of exact arithmetic' 0 \
    'python3 exact.py generate >random.csv && python3 exact.py compute random.csv >expected.csv &&
     kam-score -m exact.kam random.csv | columns sum,product,ratio,shares,whole,chain |
     cmp - expected.csv && [ "$(wc -l <expected.csv)" = 2001 ]'

finish
