# --explain of kam-tier and kam-score: who is meant, the options, the numbers.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-explain.sh"

# ---- who is meant ------------------------------------------------------------------------------

# titles COMMAND...: the first lines of stories, and what is said of the id that was asked for.
titles() {
    "$@" >../told && grep -E '^[^ ].* \(|is one of|^Lost' ../told
}

check 'several, in the order they are asked for' 0 \
    titles kam-tier --explain K1 --explain A1 --explain K1 scored.csv <<'end'
Kiln Pottery (K1)
Anchor Trading (A1)
Kiln Pottery (K1)
end

check 'a branch, a head; a part of a name in any case' 0 \
    titles kam-tier --explain G3 --explain G1 --explain 'name:dairy' scored.csv <<'end'
Grand Hotel (G1)
G3 is one of its accounts.
Grand Hotel (G1)
Heath Dairy (H1)
end

check 'a name that fits several' 1 kam-tier --explain name:works scored.csv 3<<'end'
kam-tier: 'name:works' fits 2 customers; explain one by its id: 'B1' Bridge Works, 'B2' Brook Works
end

check 'nobody, with the nearest id' 1 kam-tier --explain HH1 scored.csv 3<<'end'
kam-tier: no customer has the id 'HH1', nor an account with it; did you mean 'H1'?; name:TEXT finds one by its name
end

check 'nobody, with the nearest name' 1 kam-score --explain 'name:Heath Diary' scored.csv 3<<'end'
kam-score: no customer is called 'Heath Diary', nor anything with it; did you mean 'Heath Dairy'?
end

check 'one of several is nobody: nothing is told' 1 \
    kam-tier -o told.txt --explain A1 --explain nobody scored.csv 3<<'end'
kam-tier: no customer has the id 'nobody', nor an account with it; name:TEXT finds one by its name
end
check 'and there is no file' 1 test -e told.txt

cat >names.kam <<'end'
[tiers]
names = top, rest
cut   = count 1
end
{
    echo account_id,account_name,members,score,revenue,2026-10
    echo 'name:x,Nameless,,9,1,1'
    echo 'a,Bell,,8,1,1'
    echo 'b,Bell & Sons,b|c\|d,7,1,1'
    i=10
    while [ $i -lt 23 ]; do
        echo "m$i,Mill $i,,1,1,1"
        i=$((i + 1))
    done
} >names.csv

check 'an id that looks like a name, the whole name before parts of others, a member with a bar' 0 \
    titles kam-tier -m names.kam --explain name:x --explain name:Bell --explain 'c|d' names.csv <<'end'
Nameless (name:x)
Bell (a)
Bell & Sons (b)
c|d is one of its accounts.
end

check 'of many that fit ten are listed' 1 kam-tier -m names.kam --explain name:mill names.csv 3<<'end'
kam-tier: 'name:mill' fits 13 customers; explain one by its id: 'm10' Mill 10, 'm11' Mill 11, 'm12' Mill 12, 'm13' Mill 13, 'm14' Mill 14, 'm15' Mill 15, 'm16' Mill 16, 'm17' Mill 17, 'm18' Mill 18, 'm19' Mill 19, ...
end

check 'without names nobody has one' 1 \
    'cut -d, -f1,4- names.csv | kam-tier -m names.kam --explain name:Bell' 3<<'end'
kam-tier: no customer is called 'Bell', nor anything with it
end

check 'lost by the id of a branch' 0 \
    "sed 's/^L1,Loch Fishing,\(.*\),L1,/L1,Loch Fishing,\1,L1|L2,/' 2026-09.csv >parts.csv
    kam-tier --lang zh --previous parts.csv --explain L2 scored.csv" <<'end'
Loch Fishing（L1）
已流失：2026年10月的客户中没有该客户。
最后见于2026年9月的快照：级别“bronze”，收入4,000.00。
由2个账户合并而成，主账户为 L1：L1、L2。
L2 是该客户名下的账户。
end

cat >segment.kam <<'end'
[dimension size]
column  = size
weight  = 1
missing = skip
bands   = 0:0, 1:100
[dimension size | note >= 5]
bands   = 0:50
[dimension all]
column = revenue
weight = 1
bands  = 0:0, 50:100
end
printf 'account_id,revenue,note,size,2026-10\na,90,none,,90\n' >segment.csv
check 'what is scored can be told, even where a condition nobody asked about fits nothing' 0 \
    'kam-score -m segment.kam --explain a segment.csv | grep size' <<'end'
  - size: missing; left out, the others count for more
end

# ---- options -----------------------------------------------------------------------------------

check 'a language that nobody speaks' 2 kam-tier --lang fr --explain A1 scored.csv 3<<'end'
kam-tier: --lang: 'fr': none of en, zh
Try 'kam-tier --help' for more information.
end
check 'a language for nothing' 2 kam-score --lang zh scored.csv 3<<'end'
kam-score: --lang goes with --explain only
Try 'kam-score --help' for more information.
end
check 'nobody at all' 2 kam-score --explain '' scored.csv 3<<'end'
kam-score: --explain: '': an id, or name:TEXT, is needed
Try 'kam-score --help' for more information.
end
check 'one thing at a time' 2 kam-tier --summary --explain A1 scored.csv 3<<'end'
kam-tier: --summary and --explain: only one of them at a time
Try 'kam-tier --help' for more information.
end
check 'weights are of nobody' 2 kam-score --weights --explain A1 3<<'end'
kam-score: --weights and --explain: only one of them at a time
Try 'kam-score --help' for more information.
end
check 'no months, no period' 1 'cut -d, -f1,2,4,5 names.csv | kam-tier -m names.kam --explain a' 3<<'end'
kam-tier: standard input: no month columns (YYYY-MM), so the snapshot has no period and can't be compared: keep those that kam-import writes
end

# ---- the numbers -------------------------------------------------------------------------------

# What a story says of a customer is what its row in the snapshot says.
numbers_agree() {
    sed 1d 2026-10.csv | cut -d, -f1 | while read -r id; do
        kam-tier --previous 2026-09.csv --explain "$id" scored.csv | tr -d , >../story
        awk -F, -v id="$id" '
            NR == 1 { for (i = 1; i <= NF; i++) name[i] = $i; next }
            $1 == id { for (i = 1; i <= NF; i++) cell[name[i]] = $i }
            # 0.1412 and 14.12, 85.5000 and 85.5
            function percent(ratio) { return sprintf("%.15g%%", ratio * 100) }
            function plain(number) { return sprintf("%.15g", number) }
            function say(what) { if (what !~ /^%?$/) print what }
            END {
                print "It brought " cell["revenue"]
                print percent(cell["share"]) " of the total"
                print "ranks " cell["rank"] " of"
                print "With score " plain(cell["score"])
                print plain(cell["score"]) " of 100"
                print ": " cell["tier"]
                print "By the cut alone it is in " cell["tier_cut"]
                print cell["margin"] ", " percent(cell["margin_rate"])
                print ": " percent(cell["peak_share"]) " of its revenue"
                if (cell["growth"] > 0) print percent(cell["growth"]) " more"
                if (cell["growth"] != "" && cell["growth"] < 0) print percent(-cell["growth"]) " less"
                print "= " plain(cell["part_size"])
                if (cell["part_trust"] != "") print "= " plain(cell["part_trust"])
                if (cell["limit_up"] != "")
                    print "has to reach " plain(cell["limit_up"]) ": " plain(cell["gap_up"]) " more"
                if (cell["limit_down"] != "")
                    print "falls below " plain(cell["limit_down"]) ": " plain(cell["gap_down"])
                if (cell["held"] > 0) print "period " cell["held"] " of 2 above"
                if (cell["held"] < 0) print "period " -cell["held"] " of 3 below"
                if (cell["policy_manager"] != "") print "- manager: " cell["policy_manager"]
            }' ../unquoted | tr -d , >../wanted
        [ -s ../wanted ] || echo "$id: no row"
        while read -r words; do
            grep -qF -e "$words" ../story || echo "$id: not said: $words"
        done <../wanted
    done
}

# Without what stands in quotes, and has commas.
sed 's/"[^"]*"//g' 2026-10.csv >../unquoted
check 'stories say what the snapshot says' 0 numbers_agree

finish
