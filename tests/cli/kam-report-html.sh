# The page of kam-report: that it is well-formed and whole, and that no name breaks it. What it looks
# like is a matter of kam-report-browser.sh.
. "$(dirname "$0")/lib.sh"

command -v python3 >/dev/null || skip_missing python3

# outline FILE...: the sections of pages, and what is wrong with them.
outline() {
    python3 -B "$KAM_SOURCE/tests/outside/page.py" outline "$@"
}

# cells FILE TABLE
cells() {
    python3 -B "$KAM_SOURCE/tests/outside/page.py" cells "$@"
}

# ---- two snapshots with everything in it ---------------------------------------------------------

cat >tiers.kam <<'end'
[tiers]
names = top, middle, low
by = revenue
cut = count 1, 2
[grid]
contribution = revenue : 100
potential = score : 5
rows = A B / C D
A = keep
[policy top]
visits = 1 per month
end

# snapshot MONTH MODEL: five customers; there are fewer of them in the month before.
snapshot() {
    cat <<end
account_id,account_name,revenue,period_revenue,2026-08,2026-09,2026-10,score,rank,tier_cut,tier,reason,flags,evidence,class,strategy,by,period,model
A1,Alpha,3000.50,1000.00,1000.00,1000.50,1000.00,9.5000,1,top,top,customers 1: rank 1,,,A,keep,revenue,$1,$2
B2,贝塔,200.00,100.00,,100.00,100.00,7.0000,2,middle,middle,customers 2: rank 2,,,A,keep,revenue,$1,$2
C3,Gamma,90.00,30.00,30.00,30.00,30.00,6.0000,3,middle,low,flag odd: low,odd,odd: revenue 90.00,B,,revenue,$1,$2
D4,Delta,20.00,5.00,10.00,5.00,5.00,2.0000,4,low,low,the rest,,,D,,revenue,$1,$2
end
    [ "$1" = 2026-09 ] || echo "E5,Epsilon,0.04,0.04,,,0.04,1.0000,5,low,low,the rest,,,,,revenue,$1,$2"
}

snapshot 2026-10 m >now.csv
snapshot 2026-09 m | sed '
    1 s/2026-08,2026-09,2026-10/2026-07,2026-08,2026-09/
    s/^A1,Alpha,3000.50/A1,Alpha,2000.25/
    s/low,low,flag odd: low/middle,middle,as it was/' >before.csv
cat >risks.csv <<'end'
account_id,account_name,tier,risks,evidence,dependence,loss
A1,Alpha,top,falling,falling: growth_3 -50.0%,intensive,3000.50
B2,贝塔,middle,silent,silent: 5 months idle,,200.00
end
KAM_MODEL=$PWD/tiers.kam
export KAM_MODEL
kam-diff --all before.csv now.csv >moves.csv

# page FILE OPTION...: of all there is.
page() {
    to=$1
    shift
    kam-report --previous before.csv --moves moves.csv --at-risk risks.csv -o "$to" "$@" now.csv
}

page english.html
page chinese.html --lang zh
sections='question-key
pyramid figure table
lorenz figure table
question-who
top table
flagged table
question-moved
flow figure table
bridge figure table
movers table
question-invest
ninebox figure table
question-worry
risks table
footer
rules table table'
for language in english chinese; do
    check "$language: well-formed, all sections, numbers that are what they show" 0 \
        outline "$language.html" <<end
$sections
end
done

check 'nothing but the page itself is named' 1 'cat english.html chinese.html | grep -c http: ' <<'end'
0
end
check 'the language is that of the page; what kam wrote in English is in English' 0 \
    'grep -ho "<html [^>]*>" english.html chinese.html
     for page in english chinese; do
         grep -c "<td class=\"kam\" lang=\"en\">odd: revenue 90.00</td>" $page.html || :
         grep -c "<td class=\"kam\">odd: revenue 90.00</td>" $page.html || :
     done' <<'end'
<html lang="en">
<html lang="zh-CN">
0
1
1
0
end
check 'the headline: key accounts, their share of customers and of the revenue, the change' 0 \
    'grep -o "<dd><b [^>]*>[^<]*<" english.html; grep "class=\"answer\"" english.html chinese.html' <<'end'
<dd><b data-value="1">1<
<dd><b data-value="0.200000">20.0%<
<dd><b data-value="3000.50">3,000<
<dd><b data-value="0.906348">90.6%<
<dd><b data-value="0">0<
english.html:<p class="answer">1 of 5 customers is a key account, and brings 90.6% of the revenue.</p>
chinese.html:<p class="answer">5户客户中有1户大客户，贡献了90.6%的收入。</p>
end
check 'cells are those of the files' 0 cells english.html risks-table <<'end'
customer | tier | risks | dependence | possible loss | evidence
Alpha (A1) | top | falling | intensive | 3,000.50 | falling: growth_3 -50.0%
贝塔 (B2) | middle | silent |  | 200.00 | silent: 5 months idle
total |  |  |  | 3,200.50 | 
end
check 'a page is the same, byte for byte, whenever and by however many threads it is made' 0 '
    page again.html --threads 1 && cmp again.html english.html
    page again.html --threads 7 && cmp again.html english.html' </dev/null
check 'a title is what is said, and marked as text' 0 '
    page titled.html --title "Q3 <b>&amp; more"
    grep -E "^<title>|<h1>" titled.html' <<'end'
<title>Q3 &lt;b&gt;&amp;amp; more</title>
<h1><bdi>Q3 &lt;b&gt;&amp;amp; more</bdi></h1>
end

# ---- what is lacking -----------------------------------------------------------------------------

kam-report now.csv >alone.html
check 'a snapshot alone: what needs movements says so, the rest stands' 0 outline alone.html <<'end'
question-key
pyramid figure table
lorenz figure table
question-who
top table
flagged table
question-moved
flow lack
bridge lack
movers lack
question-invest
ninebox figure table
question-worry
risks lack
footer
rules table table
end

# Columns that sections look at, under other names.
sed '1 {
    s/,20\([0-9][0-9]-\)/,month-\1/g
    s/\(account_name\|rank\|reason\|class\|strategy\|flags\|evidence\)/no_\1/g
}' now.csv >'<i>narrow.csv'
kam-report '<i>narrow.csv' >narrow.html
check 'a snapshot of few columns: what it lacks is named, with the file' 0 "
    outline narrow.html
    sed -n 's,<p class=\"lack\">\(.*\)</p>,\1,p' narrow.html | grep -v 'kam-diff'" <<'end'
question-key
pyramid figure table
lorenz figure table
question-who
top lack
flagged lack
question-moved
flow lack
bridge lack
movers lack
question-invest
ninebox figure table
question-worry
risks lack
footer
rules table table
This needs columns that &lt;i&gt;narrow.csv doesn&#39;t have: rank.
This needs columns that &lt;i&gt;narrow.csv doesn&#39;t have: flags.
end
head -n 1 now.csv >empty.csv
check 'nobody: a table without rows is a sentence' 0 '
    kam-report empty.csv -o empty.html
    grep -A 1 "<tbody>" empty.html | grep -c "</tbody>" || :
    grep -A 2 "id=\"top\"" empty.html | tail -n 1' <<'end'
0
<p class="note">None.</p>
end

unset KAM_MODEL

# ---- names that mean harm ------------------------------------------------------------------------

# A line each; \342\200\256 turns the direction, \314\201 is an accent.
awk 'BEGIN {
    print "<script>alert(1)</script>"
    print "\"><svg onload=alert(2)>"
    print "'"'"' onmouseover='"'"'alert(3)"
    print "</td></table></title></style></script><img src=http://example.com/x>"
    print "&lt;b&gt;&amp;"
    print "right \342\200\256to left\342\201\247"
    print "control \001\002\033[31m\177"
    for (i = 0; i < 10000; i++) accents = accents "\314\201"
    print "e" accents
    for (i = 0; i < 10000; i++) long = long "W"
    print long
    print "{shown} {name...}"
}' >names

# hostile MONTH STEP: a snapshot of these names wherever a name or a text may stand; tiers are STEP
# names further than the cut says.
hostile() {
    awk -v month="$1" -v step="$2" '
        function quoted(text) { gsub(/"/, "\"\"", text); return "\"" text "\"" }
        { name[NR] = quoted($0) }
        END {
            printf "account_id,account_name,revenue,period_revenue,%s,score,rank,tier_cut,tier,", month
            print "reason,flags,evidence,class,strategy,currency,by,period,model"
            for (i = 1; i <= NR; i++) {
                id = i == 8 ? "id8" : name[i]
                printf "%s,%s,%d.25,1.00,%d.25,%d,%d,%s,", id, name[i], 99 - i, 99 - i, 99 - i, i, name[i]
                printf "%s,%s,%s,%s,", name[(i + step - 1) % NR + 1], name[i], name[i], name[i]
                printf "%s,%s,<i>CNY,revenue,%s,%s\n", name[i], name[i], month, name[1]
            }
        }' names
}

hostile 2026-09 0 >'<b>before.csv'
hostile 2026-10 1 >'"><b>now.csv'
# Driver, detail and cause as kam-diff has them for snapshots with parts.
kam-diff --all '<b>before.csv' '"><b>now.csv' |
    awk 'function quoted(text) { gsub(/"/, "\"\"", text); return "\"" text "\"" }
        FNR == NR { name[FNR] = quoted($0); n = FNR; next }
        { print $0 (FNR == 1 ? ",driver,detail" : "," name[FNR % n + 1] "," name[FNR % n + 1]) }' \
        names - >'&moves.csv'
awk 'function quoted(text) { gsub(/"/, "\"\"", text); return "\"" text "\"" }
    { name[NR] = quoted($0) }
    END {
        print "account_id,account_name,tier,risks,evidence,dependence,loss"
        for (i = 1; i <= NR; i++)
            print (i == 8 ? "id8" : name[i]) "," name[i] "," name[i % NR + 1] "," name[i] "," name[i] \
                "," name[i] "," 100 - i ".00"
    }' names >'<b>risks.csv'

for language in en zh; do
    kam-report --lang $language --title "$(head -n 4 names | tr -d '\n')" \
        --previous '<b>before.csv' --moves '&moves.csv' --at-risk '<b>risks.csv' \
        -o hostile-$language.html '"><b>now.csv'
    check "$language: no name becomes markup, and what turns or controls is gone" 0 \
        outline "hostile-$language.html" <<'end'
question-key
pyramid figure table
lorenz figure table
question-who
top table
flagged table
question-moved
flow figure table
bridge figure table
movers table
question-invest
ninebox lack
question-worry
risks table
footer
rules table
end
done
check 'names are shown as they are' 0 "cells hostile-en.html top-table | cut -d '|' -f 2 | head -n 8" <<'end'
 customer 
 <script>alert(1)</script> 
 "><svg onload=alert(2)> 
 ' onmouseover='alert(3) 
 </td></table></title></style></script><img src=http://example.com/x> 
 &lt;b&gt;&amp; 
 right �to left� 
 control ���[31m� 
end
check 'what is too long is cut' 0 "
    cells hostile-en.html risks-table | LC_ALL=C.UTF-8 awk '{ if (length > most) most = length }
        END { print (most < 1500 ? \"short\" : most) }'
    wc -c <hostile-en.html | awk '{ print (\$1 < 200000 ? \"small\" : \$1) }'" <<'end'
short
small
end

# ---- a page for each value -----------------------------------------------------------------------

awk -F, -v OFS=, '{ print $0, NR == 1 ? "region" : NR == 2 ? "<b>North" : NR < 5 ? "南" : "" }' \
    now.csv >regions.csv
kam-report --by region -o pages regions.csv
check 'the index: links, sums' 0 "
    outline pages/index.html
    cells pages/index.html pages-table
    grep -o '<a href=[^>]*>.*</a>' pages/index.html
    ls pages" <<'end'
section table
footer
region | customers | key accounts | revenue | their revenue | of the revenue
(none) | 2 | 0 | 20.04 | 0.00 | 0.0%
<b>North | 1 | 1 | 3,000.50 | 3,000.50 | 100.0%
南 | 2 | 0 | 290.00 | 0.00 | 0.0%
total | 5 | 1 | 3,310.54 | 3,000.50 | 90.6%
<a href="none.html"><bdi>(none)</bdi></a>
<a href="b-North.html"><bdi>&lt;b&gt;North</bdi></a>
<a href="南.html"><bdi>南</bdi></a>
b-North.html
index.html
none.html
南.html
end

# ---- many customers ------------------------------------------------------------------------------

if [ -n "${KAM_WRAPPER-}" ]; then
    skip 'a page of 1,000,000 customers' 'it takes too long'
    finish
    exit
fi
awk 'BEGIN {
    print "account_id,account_name,revenue,2026-09,2026-10,score,rank,tier_cut,tier,reason,flags,evidence,class,strategy,by,period,model"
    for (i = 1; i <= 1000000; i++) {
        revenue = 1000000 - i
        tier = i < 10000 ? "top" : i < 200000 ? "middle" : "low"
        printf "%07d,Customer %d,%d.00,%d.00,%d.00,%.4f,%d,%s,%s,rank,%s,e,%s,keep,score,2026-10,m\n",
            i, i, 2 * revenue, revenue, revenue, revenue / 10000, i, tier, tier,
            i % 3 ? "" : "odd", substr("ABCD", i % 4 + 1, 1)
    }
}' >million.csv
check 'a page of 1,000,000 customers has less than 1 MB' 0 '
    kam-report -m tiers.kam million.csv -o million.html
    wc -c <million.html | awk "{ print (\$1 < 1000000 ? \"yes\" : \$1) }"
    grep -o "<b data-value=\"9999\">[^<]*" million.html' <<'end'
yes
<b data-value="9999">9,999
end

finish
