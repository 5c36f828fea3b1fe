# The report page in a real browser: tests/browser/check.mjs says what is looked at.
. "$(dirname "$0")/lib.sh"

[ "$(cd "$KAM_BUILD" && pwd -P)" = "$(cd "$KAM_SOURCE" && pwd -P)/build" ] ||
    skip_all 'the modules for it are in build/ alone'
command -v chromium >/dev/null || skip_missing chromium
command -v node >/dev/null || skip_missing nodejs
[ -e "$KAM_BUILD/browser/node_modules/.package-lock.json" ] ||
    skip_missing 'what tests/browser/package.json names (./bootstrap --ci)'
KAM_CHROMIUM=$(command -v chromium)
export KAM_CHROMIUM

# ---- the example company ------------------------------------------------------------------------

KAM_MODEL=$KAM_SOURCE/examples/telecom.kam
export KAM_MODEL
"$KAM_BUILD/examples/generate" -o data
for month in 2026-09 2026-10; do
    sh "$KAM_SOURCE/examples/monthly.sh" -o . -c data/customers.csv -r data/relations.csv \
        "$month" data/bills-* 2>>log
done

# other_tables OLD NEW: what a report shows beside the snapshot NEW.
other_tables() {
    kam-diff --all -o moves.csv "$@"
    kam-diff --at-risk -o risks.csv "$@"
}

# page FILE OLD NEW OPTION...: a report of all there is.
page() {
    to=$1 previous=$2 now=$3
    shift 3
    kam-report --moves moves.csv --previous "$previous" --at-risk risks.csv "$@" -o "$to" "$now"
}

{
    other_tables 2026-09.csv 2026-10.csv
    kam-tier --previous 2026-09.csv --summary 2026-10.csv >pyramid.csv
    kam-diff --summary 2026-09.csv 2026-10.csv >flow.csv
    kam-diff --bridge 2026-09.csv 2026-10.csv >bridge.csv
    kam-tier --grid 2026-10.csv >ninebox.csv
} 2>>log
page english.html 2026-09.csv 2026-10.csv
page chinese.html 2026-09.csv 2026-10.csv --lang zh
page parts 2026-09.csv 2026-10.csv --by 客户经理 --top 3
part=$(find parts -name '*.html' ! -name index.html ! -name none.html | sort | head -n 1)

# ---- less than all of it ------------------------------------------------------------------------

# Other names for what sections look at.
sed '1 {
    s/,20\([0-9][0-9]-\)/,month-\1/g
    s/,\(account_name\|score\|rank\|reason\|class\|strategy\|flags\|evidence\),/,no_\1,/g
    s/,\(account_name\|score\|rank\|reason\|class\|strategy\|flags\|evidence\),/,no_\1,/g
}' 2026-10.csv >narrow.csv
kam-report -o narrow.html narrow.csv
head -n 1 2026-10.csv >empty.csv
kam-report -o empty.html empty.csv

# ---- names in all scripts, and hostile ones -----------------------------------------------------

# Names of tiers, classes and strategies as long as somebody may make them.
cat >long.sed <<'end'
s/\<important\>/"strategically important international accounts, and their subsidiaries"/g
s/\<main\>/战略级重点集团客户（含全部分支机构及其子公司）/g
s/\<ordinary\>/"العملاء العاديون في جميع المناطق والفروع"/g
s/\<long-tail\>/"अत्यंत महत्वपूर्ण ग्राहक खाते 👩‍👩‍👧‍👦🏆🏆"/g
/^rows = /,/^$/ {
    s/\<A\>/"stars that shine for very long years"/g
    s/\<B\>/明星客户与成熟客户及其全部子公司/g
    s/\<C\>/🌟🌟🌟🌟🌟🌟🌟🌟🌟🌟/g
    s/retain/retain-whatever-it-may-cost-us-in-the-end/
}
s/, class in A|C//
s/class = C/class is empty/
s/^\[policy class C\]/[policy class D]/
s/^\[strategy retain\]/[strategy retain-whatever-it-may-cost-us-in-the-end]/
end
sed -f long.sed "$KAM_SOURCE/examples/telecom.kam" >long.kam
KAM_MODEL=$PWD/long.kam

# The names of customers, in turn. \342\200\256 turns the direction, \314\201 is an accent.
awk 'BEGIN {
    print "<script>alert(1)</script>"
    print "\"\"><svg onload=alert(2)>"
    print "'"'"' onmouseover='"'"'alert(3)"
    print "&lt;b&gt;&amp;"
    print "right \342\200\256 to left \342\200\254\342\201\247"
    print "control \001\002\033[31m"
    for (i = 0; i < 40; i++) accents = accents "\314\201"
    print "Za" accents "lgo"
    for (i = 0; i < 10000; i++) long = long "W"
    print long
    print "شركة الاتصالات المتحدة للخدمات الرقمية"
    print "भारतीय दूरसंचार सेवा निगम"
    print "👩‍👩‍👧‍👦 🏳️‍🌈 Emoji"
    print "上海天通食品有限公司"
}' >names

rename() {
    sed -E 's/^([^,]*),("([^"]|"")*"|[^,]*),/\1,@,/' |
        awk -F, -v OFS=, 'NR == FNR { name[FNR] = $0; n = FNR; next }
            { $2 = FNR == 1 ? "account_name" : "\"" name[FNR % n + 1] "\""; print }' names -
}

# snapshot MONTH [OPTION...]
snapshot() {
    period=$1
    shift
    kam-import --period "$period" small/bills-* | rename |
        kam-merge-group --relations small/relations.csv |
        kam-score --join small/customers.csv --join-key 客户编号=account_id --prospects |
        kam-tier "$@" -o "hostile-$period.csv"
}

"$KAM_BUILD/examples/generate" --accounts 400 -o small
{
    snapshot 2026-09
    snapshot 2026-10 --previous hostile-2026-09.csv
    other_tables hostile-2026-09.csv hostile-2026-10.csv
} 2>>log
page hostile.html hostile-2026-09.csv hostile-2026-10.csv --title '</title><script>alert(4)</script>'
page hostile-chinese.html hostile-2026-09.csv hostile-2026-10.csv --lang zh

# ---- all of them --------------------------------------------------------------------------------

cat >plan.json <<end
[
    {"page": "english.html", "lang": "en", "closely": true, "numbers": {
        "pyramid": "pyramid.csv", "flow": "flow.csv", "bridge": "bridge.csv",
        "ninebox": "ninebox.csv"}},
    {"page": "chinese.html", "lang": "zh", "closely": true, "numbers": {
        "pyramid": "pyramid.csv", "flow": "flow.csv", "bridge": "bridge.csv",
        "ninebox": "ninebox.csv"}},
    {"page": "hostile.html", "lang": "en", "long": true,
        "shows": ["<script>alert(1)</script>", "\"><svg onload=alert(2)>", "&lt;b&gt;&amp;",
            "' onmouseover='alert(3)", "</title><script>alert(4)</script>"]},
    {"page": "hostile-chinese.html", "lang": "zh", "long": true},
    {"page": "narrow.html", "lang": "en", "present": ["pyramid", "lorenz", "ninebox", "rules"],
        "shows": ["narrow.csv doesn't have: rank", "narrow.csv doesn't have: flags"]},
    {"page": "empty.html", "lang": "en", "present": ["pyramid", "ninebox", "rules"]},
    {"page": "$part", "lang": "en", "present": ["pyramid", "lorenz", "top", "flow", "bridge",
        "ninebox", "risks", "rules"]},
    {"page": "parts/index.html", "lang": "en", "index": true}
]
end

# Its output is TAP, as that of checks is.
node "$KAM_SOURCE/tests/browser/check.mjs" --self plan.json
