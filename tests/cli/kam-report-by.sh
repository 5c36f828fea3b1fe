# kam-report --by: a page for each value of a column, which add up, and their index.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-report.sh"

all='--moves moves.csv --previous old.csv --at-risk risks.csv'
# shellcheck disable=SC2086 # several options
kam-report $all -o whole.html new.csv

check 'a page for each value, those before and none among them, and an index' 0 \
    "kam-report -v $all --by region -o pages new.csv; ls pages" <<'end' 3<<'errors'
East.html
North.html
South.html
West.html
index.html
none.html
end
kam-report: 5 pages and their index in pages
errors
check 'the index: customers and key accounts, revenue and theirs' 0 \
    'page_table pages/index.html pages' <<'end'
(none)|1|0|400.00|0.00|0.000000
East|2|0|210.00|0.00|0.000000
North|3|1|1550.50|1000.00|0.644953
South|3|2|1940.00|1190.00|0.613402
West|0|0|0.00|0.00
total|9|3|4100.50|2190.00|0.534081
end
check 'it leads to all of them' 0 \
    "grep -o '<a href=\"[^\"]*' pages/index.html | sed 's/.*\"//'" <<'end'
none.html
East.html
North.html
South.html
West.html
end
check 'and ends with the figures of the whole' 0 \
    "page_table pages/index.html pages | tail -n 1 | cut -d'|' -f2,4; page_table whole.html pyramid | tail -n 1 | cut -d'|' -f2,4" <<'end'
9|4100.50
9|4100.50
end
check 'a page says what it is about' 0 \
    "grep -h '^<title>' pages/North.html pages/none.html pages/index.html" <<'end'
<title>Key accounts, October 2026: North</title>
<title>Key accounts, October 2026: (none)</title>
<title>Key accounts, October 2026</title>
end
check 'a title is that of all pages, each with its value' 0 \
    "kam-report --by region --title Ours -o titled new.csv
     grep -h '^<title>' titled/North.html titled/index.html" <<'end'
<title>Ours: North</title>
<title>Ours</title>
end

check 'a page of a part says nothing of how large the whole is' 0 \
    "page_table whole.html rules | grep '^customers|'; page_table pages/East.html rules | grep '^customers|\|^prospects'
    page_table pages/North.html rules | grep '^customers|\|^prospects'
    for page in whole.html pages/North.html; do
        sed -n '/id=\"top\"/,/<\/thead>/p' \$page | grep -c 'share\|of the revenue'
    done; page_table pages/North.html top | cut -d'|' -f1-5" <<'end'
customers|9
customers|2
prospects|1
customers|3
1
0
1|Alder (A1)|gold|1000.00|from 300 to 400
5|Hazel (A8)|bronze|480.50|from 40 to 400
8|Juniper (B1)|rest|70.00|from 0 to 70
end

# ---- sums ---------------------------------------------------------------------------------------

# sums FIELD,... SECTION PAGE...: by the first cell, what the tables of these pages add up to.
sums() {
    fields=$1 section=$2
    shift 2
    for page; do
        page_table "$page" "$section"
    done | awk -F'|' -v fields="$fields" '
        { for (n = split(fields, at, ","); n; n--) sum[$1, n] += $at[n]; if (!seen[$1]++) order[++rows] = $1 }
        END {
            for (row = 1; row <= rows; row++) {
                line = order[row]
                for (n = 1; n <= split(fields, at, ","); n++) line = line sprintf(" %.2f", sum[order[row], n])
                print line
            }
        }' | sort
}

# add_up SECTION FIELDS: the pages together say what the page of all says.
add_up() {
    check "the pages add up: $1" 0 \
        "sums $2 $1 pages/[A-Zn]*.html >parts; sums $2 $1 whole.html >whole; test -s whole; diff whole parts"
}
add_up pyramid 2,4,7,8
add_up bridge 2,3
add_up flow 2,3,4,5,6,7
check 'each risk and each move is on one page' 0 \
    'for section in movers risks top flagged; do
        page_table whole.html $section | grep -v "^all\|^total" | sort >whole
        [ $section != top ] || { cut -d"|" -f1-4,6- whole >shareless; mv shareless whole; }
        for page in pages/[A-Zn]*.html; do
            page_table $page $section | grep -v "^all\|^total"
        done | sort | diff whole - && test -s whole || echo $section
    done'
check 'who moved belongs where it is now, who is gone where it was' 0 \
    "for page in North South West; do echo \$page; page_table pages/\$page.html movers | cut -d'|' -f1,2; done" <<'end'
North
▲ up|Hazel (A8)
+ new|Juniper (B1)
South
▼ down|Birch (A2)
West
✕ lost|Ivy (A9)
end
check 'who came from elsewhere is in the bridge, but not in the pyramid before' 0 \
    'page_table pages/South.html bridge; page_table pages/South.html pyramid | grep total' <<'end'
revenue before|3|1600.10
new|0|0.00
lost|0|0.00
grown|2|489.90
shrunk|1|-150.00
unchanged|0|0.00
revenue now|3|1940.00
total|3|1.000000|1940.00|1.000000|646.6667|2|1000.10
end
check 'without the snapshot before, who is gone belongs where the list has it' 0 \
    "kam-report --by region --moves moves.csv -o listed new.csv; ls listed | tr '\\n' ' '; echo
    page_table listed/West.html movers" <<'end'
East.html North.html South.html West.html index.html none.html 
✕ lost|Ivy (A9)|rest||50.00||-50.00|departure
end
sed '1s/,region,/,area,/' moves.csv >nowhere.csv
check 'or with those who are nowhere' 0 \
    "kam-report --by region --moves nowhere.csv -o listed-2 new.csv; ls listed-2 | tr '\\n' ' '; echo
    page_table listed-2/none.html movers" <<'end'
East.html North.html South.html index.html none.html 
✕ lost|Ivy (A9)|rest||50.00||-50.00|departure
▼ down|Dogwood (A4)|silver|bronze|400.00|400.00|0.00|the limits moved
end

# ---- names of files -----------------------------------------------------------------------------

cat >hostile.csv <<'end'
account_id,place,revenue,tier,rank,tier_cut,by,period,model
A,../../x,1,gold,1,gold,revenue,2026-10,m
B,a/b,1,gold,2,gold,revenue,2026-10,m
C,a-b,1,gold,3,gold,revenue,2026-10,m
D,,1,gold,4,gold,revenue,2026-10,m
E,none,1,gold,5,gold,revenue,2026-10,m
F,index,1,gold,6,gold,revenue,2026-10,m
G,INDEX,1,gold,7,gold,revenue,2026-10,m
H,North,1,gold,8,gold,revenue,2026-10,m
I,NORTH,1,gold,9,gold,revenue,2026-10,m
J,华东,1,gold,10,gold,revenue,2026-10,m
K,.,1,gold,11,gold,revenue,2026-10,m
L,"<script>alert(1)</script>",1,gold,12,gold,revenue,2026-10,m
M,"""><svg onload=alert(1)>",1,gold,13,gold,revenue,2026-10,m
N,-rf,1,gold,14,gold,revenue,2026-10,m
end
awk 'BEGIN { printf "O,"; for (i = 0; i < 2000; i++) printf "长"; print ",1,gold,15,gold,revenue,2026-10,m" }' >>hostile.csv
printf 'P,\342\200\256gnp.x,1,gold,16,gold,revenue,2026-10,m\nQ,"tab\tnew\nline",1,gold,17,gold,revenue,2026-10,m\n' >>hostile.csv
check 'every value has a page, in the directory and nowhere else' 0 \
    "mkdir down; find . | sort >../before; kam-report -m '' --by place -o down/er hostile.csv
    find . | sort | comm -13 ../before - | sed 's/长\(长\)*/长/'" <<'end'
./down/er
./down/er/INDEX-2.html
./down/er/NORTH.html
./down/er/North-2.html
./down/er/a-b-2.html
./down/er/a-b.html
./down/er/gnp.x.html
./down/er/index-3.html
./down/er/index.html
./down/er/none-2.html
./down/er/none-3.html
./down/er/none.html
./down/er/rf.html
./down/er/script-alert-1-script.html
./down/er/svg-onload-alert-1.html
./down/er/tab-new-line.html
./down/er/x.html
./down/er/华东.html
./down/er/长.html
end
check 'links lead to these files' 0 \
    'grep -o "<a href=\"[^\"]*" down/er/index.html | sed "s/.*\"//" | sort >links
    ls down/er | grep -v "^index.html" | sort | diff links -'
check 'no value is markup' 0 'grep -l "<script>alert\|<svg onload" down/er/*.html || :'

# ---- what goes wrong ----------------------------------------------------------------------------

check 'a column that is not there' 1 kam-report -m '' --by branch -o absent hostile.csv 3<<'end'
kam-report: hostile.csv: no column 'branch'; there are: account_id, place, revenue, tier, rank, tier_cut, by, period, model
end
sed '1s/,place,/,branch,/; s/2026-10/2026-09/' hostile.csv >before.csv
check 'or not in the snapshot before' 1 \
    kam-report -m '' --previous before.csv --by place -o absent hostile.csv 3<<'end'
kam-report: before.csv: no column 'place'; there are: account_id, branch, revenue, tier, rank, tier_cut, by, period, model
end
awk 'NR == 1 { print } NR == 2 { row = $0; for (i = 1; i <= 1001; i++) { sub(/^[^,]*,[^,]*/, "C" i ",v" i, row); print row } }' \
    hostile.csv >many.csv
check 'more values than pages' 1 kam-report -m '' --by place -o absent many.csv 3<<'end'
kam-report: many.csv: 'place' has more than 1000 values, and there is a page for each
end
check 'a thousand are enough' 0 "head -n 1001 many.csv >most.csv; kam-report -m '' --by place -o most most.csv; ls most | wc -l" <<'end'
1001
end
check 'nothing was made for those' 0 'ls -d absent 2>/dev/null || :'
check 'a file where the directory should be' 3 kam-report --by region -o new.csv new.csv 3<<'end'
kam-report: new.csv: cannot make the directory: File exists
end
check 'a directory in none' 3 kam-report --by region -o no/where new.csv 3<<'end'
kam-report: no/where: cannot make the directory: No such file or directory
end
check 'nor is standard output one' 2 kam-report --by region -o - new.csv 3<<'end'
kam-report: --by writes pages, and -o has to say into which directory
Try 'kam-report --help' for more information.
end
check 'no directory has that name' 2 kam-report --by region -o '' new.csv 3<<'end'
kam-report: --output: '': the name of a file is needed
Try 'kam-report --help' for more information.
end
cp -R pages kept
mkdir stuck
mkdir stuck/South.html
check 'a page that cannot be put in place' 3 kam-report --by region -o stuck new.csv 3<<'end'
kam-report: stuck/South.html: is a directory; name a file
end
check 'has no index that leads to it' 0 'ls stuck/index.html 2>/dev/null || :'
sed '$s/$/,x/' moves.csv >bad.csv
check 'a run that fails leaves the pages there were' 1 \
    'kam-report --by region --moves bad.csv -o pages new.csv 2>message; status=$?; diff -r pages kept; exit $status'
check 'the same files give the same pages' 0 "kam-report $all --by region -o pages new.csv; diff -r pages kept"

finish
