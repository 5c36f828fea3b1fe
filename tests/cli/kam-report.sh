# kam-report: its options and files, and what is said where they are wrong.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-report.sh"

# wrong WHAT MESSAGE OPTION...: a mistake on the command line.
wrong() {
    what=$1 message=$2
    shift 2
    check "$what" 2 kam-report "$@" 3<<end
kam-report: $message
Try 'kam-report --help' for more information.
end
}

# ---- options ------------------------------------------------------------------------------------

wrong 'a form that there is not' "--format: 'pdf': html, text or svg is needed" --format pdf new.csv
wrong 'a picture that there is not' \
    "--chart: 'pie': pyramid, lorenz, ninebox, flow or bridge is needed" --format svg --chart pie new.csv
wrong 'a list is no picture' \
    "--chart: 'top': pyramid, lorenz, ninebox, flow or bridge is needed" --format svg --chart top new.csv
wrong 'a picture of which section?' '--format svg needs --chart, which says what picture' \
    --format svg new.csv
wrong 'a page has all pictures' '--chart goes with --format svg only' --chart pyramid new.csv
wrong 'and so has text' '--chart goes with --format svg only' --format text --chart pyramid new.csv
wrong 'a page is as wide as its window' '--width goes with --format text only' --width 80 new.csv
wrong 'text has to have room' "--width: '39': a whole number from 40 to 1000 is needed" \
    --format text --width 39 new.csv
wrong 'and an end' "--width: '1001': a whole number from 40 to 1000 is needed" \
    --format text --width 1001 new.csv
wrong 'a list of nobody' "--top: '0': a whole number from 1 to 500 is needed" --top 0 new.csv
wrong 'a list of too many' "--top: '501': a whole number from 1 to 500 is needed" --top 501 new.csv
wrong 'no threads' "--threads: '0': a whole number from 1 to 64 is needed" --threads 0 new.csv
wrong 'another language' "--lang: 'fr': none of en, zh" --lang fr new.csv
wrong 'pages by nothing' '--by: a column is needed' --by '' -o pages new.csv
wrong 'pages to nowhere' '--by writes pages, and -o has to say into which directory' \
    --by region new.csv
wrong 'text by a column' '--by goes with --format html only' --by region --format text -o d new.csv
wrong 'compressed pages' "--gzip isn't for --by: links lead to pages as browsers open them" \
    --by region -z -o pages new.csv
check 'nothing was made of that' 0 'ls -d pages d 2>/dev/null || :'
wrong 'two snapshots' 'one snapshot is needed; 2 given' old.csv new.csv
wrong 'two lists of movements' '--moves takes one file, and here are two: moves.csv and risks.csv' \
    --moves moves.csv --moves risks.csv new.csv
wrong 'two snapshots before' '--previous takes one file, and here are two: old.csv and new.csv' \
    --previous old.csv --previous new.csv new.csv
wrong 'two lists of risks' '--at-risk takes one file, and here are two: risks.csv and old.csv' \
    --at-risk risks.csv --at-risk old.csv new.csv
for twice in --previous --moves --at-risk; do
    wrong "standard input for the snapshot and $twice" \
        'only one of the files can be standard input' $twice - -
    wrong "the same without a name, $twice" 'only one of the files can be standard input' $twice -
done
wrong 'standard input for two lists' 'only one of the files can be standard input' \
    --moves - --at-risk - new.csv

# ---- files that aren't what they are given as ---------------------------------------------------

check 'a table before kam-tier' 1 kam-report new-table.csv 3<<'end'
kam-report: new-table.csv: no column tier, period, model, by, so this is no snapshot; run kam-tier first
end
check 'and as the snapshot before' 1 kam-report --previous old-table.csv new.csv 3<<'end'
kam-report: old-table.csv: no column tier, period, model, by, so this is no snapshot; run kam-tier first
end
check 'a snapshot as movements' 1 kam-report --moves new.csv new.csv 3<<'end'
kam-report: new.csv:1: it lacks move, tier_from, tier_to, revenue_from, revenue_to, revenue_delta, and is no list of movements as kam-diff --all writes one
end
check 'movements as a snapshot' 1 kam-report moves.csv 3<<'end'
kam-report: moves.csv: no column revenue, tier, period, model, by, so this is no snapshot; run kam-tier first
end
check 'the snapshots the wrong way round' 1 kam-report --previous new.csv old.csv 3<<'end'
kam-report: not comparable: period 2026-10 in new.csv, later than 2026-09 in old.csv
end
check 'a snapshot before of the same period' 1 kam-report --previous new.csv new.csv 3<<'end'
kam-report: period 2026-10 in new.csv, as in new.csv; --previous takes a snapshot of an earlier one
end
# in_currency CODE FILE: a snapshot that says it.
in_currency() {
    sed "1s/,period,/,period,currency,/; 2,\$s/,\(2026-..\),Harbour/,\1,$1,Harbour/" "$2"
}
in_currency USD old.csv >old-USD.csv
in_currency EUR new.csv >new-EUR.csv
check 'two currencies' 1 kam-report --previous old-USD.csv new-EUR.csv 3<<'end'
kam-report: not comparable: currency 'USD' in old-USD.csv, but 'EUR' in new-EUR.csv
end
check 'one of them unknown' 0 'kam-report -o page --previous old.csv new-EUR.csv'
kam-diff --all -o back.csv --allow period new.csv old.csv
check 'movements of other snapshots' 1 kam-report --moves back.csv new.csv 3<<'end'
kam-report: back.csv: customers in 'gold': 2, but 1 in new.csv; is it kam-diff --all of that snapshot?
end
sed '/^A1/s/,gold,gold,gold,gold,/,silver,silver,silver,silver,/' old.csv >other.csv
check 'or of another one before' 1 kam-report --moves moves.csv --previous other.csv new.csv 3<<'end'
kam-report: moves.csv: customers in 'gold': 2, but 1 in other.csv; is it kam-diff --all of that snapshot?
end
sed 's/^A2,/Z0,/' risks.csv >strange.csv
check 'risks of who is not there' 1 kam-report --at-risk strange.csv new.csv 3<<'end'
kam-report: strange.csv:2: account_id: 'Z0' isn't in new.csv; is it kam-diff --at-risk of that snapshot?
end
sed 's/^\(A2,.*\),silver,/\1,gold,/' risks.csv >strange.csv
check 'or is in another tier' 1 kam-report --at-risk strange.csv new.csv 3<<'end'
kam-report: strange.csv:2: tier: 'gold', but 'A2' has 'silver' in new.csv; is it kam-diff --at-risk of that snapshot?
end
sed 's/^\(A2,.*\),[^,]*$/\1,much/' risks.csv >strange.csv
check 'a loss that is none' 1 kam-report --at-risk strange.csv new.csv 3<<'end'
kam-report: strange.csv:2: loss: not a number: 'much'
end
sed 's/^\(A.,.*\),falling,\(.*\),[^,]*$/\1,falling|late,\2,90000000000000000000.00/' risks.csv >huge.csv
check 'losses that are too large to be added up, and sets of risks' 0 \
    "kam-report --at-risk huge.csv -o huge.html new.csv; page_table huge.html risks" <<'end'
Birch (A2)|silver|falling, late|90000000000000000000.00|falling: revenue_change -21.4%
Fir (A6)|bronze|falling, late|90000000000000000000.00|falling: revenue_change -20.0%
Gum (A7)|rest|falling, late|90000000000000000000.00|falling: revenue_change -44.4%
total
end
check 'a tier that the model lacks' 1 kam-report \
    --set 'tiers:names=gold, silver, bronze, low' --previous old.csv new.csv 3<<'end'
kam-report: new.csv:9: tier: 'rest' is none of the model's tiers (--model '' goes without a model)
end
check 'a lowest key tier that there is not' 2 kam-report --key-tier iron new.csv 3<<'end'
kam-report: --key-tier: 'iron': there is no such tier
end
check 'prospects are no key accounts' 2 kam-report --key-tier prospect new.csv 3<<'end'
kam-report: --key-tier: 'prospect': there is no such tier
end

# A picture alone can't say what it lacks.
for chart in flow bridge; do
    check "$chart without movements" 1 kam-report --format svg --chart $chart new.csv 3<<end
kam-report: --chart $chart: This needs the movements; kam-diff --all OLD NEW >moves.csv makes them, --moves moves.csv shows them
end
done
check 'a grid without a model, in another language' 1 \
    kam-report -m '' --format svg --chart ninebox --lang zh -o absent.svg new.csv 3<<'end'
kam-report: --chart ninebox: This needs the model with a [grid], kam-model(5): --model FILE
end
check 'and no file' 0 'ls absent.svg 2>/dev/null || :'

# ---- what -v says -------------------------------------------------------------------------------

all='--moves moves.csv --previous old.csv --at-risk risks.csv'
check 'a page of all there is' 0 "kam-report -v $all -o page.html new.csv" 3<<'end'
kam-report: 9 customers, 3 of them key accounts
end
check 'without the lists' 0 'kam-report -v -o less.html new.csv' 3<<'end'
kam-report: 9 customers, 3 of them key accounts; something is lacking for flow, bridge, movers, risks
end
check 'without a model' 0 "kam-report -m '' -v $all -o less.html new.csv" 3<<'end'
kam-report: 9 customers, 3 of them key accounts; something is lacking for ninebox
end
kam-diff -o moved.csv old.csv new.csv
check 'movements without those who stayed' 0 'kam-report -v --moves moved.csv -o less.html new.csv' 3<<'end'
kam-report: 9 customers, 3 of them key accounts; something is lacking for flow, bridge, risks
end
for tiers in gold:1 silver:3 bronze:7 rest:9; do
    check "key accounts down to ${tiers%:*}" 0 "kam-report -v --key-tier ${tiers%:*} $all -o less.html new.csv" 3<<end
kam-report: 9 customers, ${tiers#*:} of them key accounts
end
done
check 'any list of customers may be one of risks, and says what it lacks' 0 \
    'kam-report -v --at-risk moves.csv -o less.html new.csv' 3<<'end'
kam-report: 9 customers, 3 of them key accounts; something is lacking for flow, bridge, movers, risks
end
check 'a snapshot without customers' 0 \
    "head -n 1 new.csv >empty.csv; kam-report -v --previous old.csv -o less.html empty.csv" 3<<'end'
kam-report: 0 customers, 0 of them key accounts; something is lacking for flow, bridge, movers, risks
end

# ---- where the files come from and go to --------------------------------------------------------

for name in new.csv old.csv moves.csv risks.csv; do
    check "$name from standard input" 0 \
        "kam-report $(echo "$all new.csv" | sed "s/\\b$name/-/") <$name |
            sed 's/>standard input</>$name</' | cmp - page.html"
done
check 'all of them compressed' 0 \
    "for file in new old moves risks; do gzip -c \$file.csv >\$file; done
    kam-report --moves moves --previous old --at-risk risks new >small
    sed 's/\\b\\(new\\|old\\|moves\\|risks\\)\\.csv/\\1/g' page.html | cmp - small"
check 'a compressed page' 0 "kam-report $all -o page.html.gz new.csv; gzip -dc page.html.gz | cmp - page.html"
check 'and on standard output' 0 "kam-report -z $all new.csv | gzip -dc | cmp - page.html"

# ---- the same every time ------------------------------------------------------------------------

for threads in 1 2 7; do
    check "$threads threads" 0 "kam-report --threads $threads $all new.csv | cmp - page.html"
done
check 'in whatever order the rows are' 0 \
    'for name in new old moves risks; do { head -n 1 $name.csv; tail -n +2 $name.csv | sort -r; } >turned-$name.csv; done
    kam-report --moves turned-moves.csv --previous turned-old.csv --at-risk turned-risks.csv turned-new.csv |
        sed s/turned-//g | cmp - page.html'
check 'wherever the files lie' 0 \
    'mkdir elsewhere; cp *.csv tiers.kam elsewhere
    kam-report -m elsewhere/tiers.kam --moves "$PWD/elsewhere/moves.csv" --previous ./old.csv --at-risk risks.csv \
        elsewhere/new.csv | cmp - page.html'

# ---- what is on the page ------------------------------------------------------------------------

check 'a title' 0 "kam-report --title 'The <best> of \"us\"' new.csv | grep '^<title>\|<h1>'" <<'end'
<title>The &lt;best&gt; of &quot;us&quot;</title>
<h1><bdi>The &lt;best&gt; of &quot;us&quot;</bdi></h1>
end
check 'in Chinese' 0 "kam-report --lang zh new.csv | grep -o '<html[^>]*>\|^<title>.*'" <<'end'
<html lang="zh-CN">
<title>2026年10月大客户分析报告</title>
end
check 'a title that is no text' 0 "kam-report --title \"\$(printf 'a\\377b')\" new.csv | grep '^<title>'" <<'end'
<title>a�b</title>
end
sed 's/^cut .*/&\nlost-after = 1/' tiers.kam >lost.kam
kam-diff -m lost.kam --all old.csv new.csv >lost.csv
check 'who is lost and still in a tier is said beside the movements, where there is somebody' 0 \
    'for moves in lost.csv moves.csv; do
        kam-report -m lost.kam --previous old.csv --moves $moves new.csv |
            sed -n "/id=.flow./,/id=.bridge./p" | grep -o "Customers that count as lost[^,]*" || echo none
    done' <<'end'
Customers that count as lost after months without a bill still are in their tiers
none
end
check 'each list as long as is asked for, and how many more there are' 0 \
    "kam-report $all --top 2 -o short.html new.csv
    for list in top flagged movers risks; do page_table short.html \$list | cut -d'|' -f1,2; done
    grep -o '<p class=\"note\">and[^<]*' short.html" <<'end'
1|Alder (A1)
2|Elm (A5)
Elm (A5)|bulk
Juniper (B1)|bulk
all 3|
▲ up|Hazel (A8)
▼ down|Birch (A2)
Birch (A2)|silver
Fir (A6)|bronze
total|
<p class="note">and 1 more
<p class="note">and 4 more
<p class="note">and 1 more
end

finish
