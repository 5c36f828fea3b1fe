# kam-diff says of random customers what is known to have happened to them, through all tools from
# the bills on; bridge and causes add up; the way back is the mirror.
. "$(dirname "$0")/lib.sh"

cat >rules.kam <<'end'
[dimension revenue]
column = revenue
weight = 1
bands = 0:0, 1000:50, 5000:100

[tiers]
names = gold, silver, tail
by = revenue
cut = value 5000, 1000
end

# script SEED CUSTOMERS: bills of 2026-09 and 2026-10, relations, and expected.csv.
script() {
    awk -v OFS=, -v seed="$1" -v customers="$2" '
        function below(n) {
            seed = (seed * 16807) % 2147483647
            return seed % n
        }
        function money(cents) {
            return sprintf("%s%d.%02d", cents < 0 ? "-" : "", (cents < 0 ? -cents : cents) / 100,
                (cents < 0 ? -cents : cents) % 100)
        }
        function bill(account, customer, month, cents) {
            print account, "2026-" month, money(cents) >(month ".csv")
            revenue[customer, month] += cents
        }
        function amount() { return below(3) ? 100 + below(90000) : 100 + below(900000) }
        function relate(account, parent, from, to, kind) {
            print account, parent, from, to, kind >"relations.csv"
        }
        function tier(cents) { return cents >= 500000 ? 1 : cents >= 100000 ? 2 : 3 }

        # Who is ID now was OLD_ID; of who is there in both, the tiers decide.
        function expect(id, old_id, move, through, into, from, cause) {
            was = revenue[old_id, "09"] + 0; is = revenue[id, "10"] + 0
            if (move == "stays" || move == "renamed") {
                if (tier(is) != tier(was)) {
                    move = tier(is) < tier(was) ? "up" : "down"
                    cause = cause == "" ? "figures" : cause
                } else {
                    move = move == "stays" ? "same" : move
                    cause = move == "same" ? "" : "group"
                }
            }
            print id, move, money(is - was), through == "" ? "" : money(through), into, from, cause \
                >"expected.csv"
        }

        # The bills of customer I and BRANCHES branches, in MONTHS.
        function live(i, branches, months) {
            for (b = 0; b <= branches; b++)
                for (m = 9; m <= 10; m++)
                    if (index(months, m))
                        bill(b ? "b" i "-" b : "h" i, "h" i, m == 9 ? "09" : "10", amount())
            for (b = 1; b <= branches; b++)
                relate("b" i "-" b, "h" i, below(2) ? "" : "2026-0" 1 + below(8), "", "parent")
        }

        # Customer OTHER is part of ID now, who was OLD_ID.
        function take_in(id, old_id, other) {
            revenue[id, "10"] = revenue[old_id, "10"] + revenue[other, "10"]
            revenue[other, "10"] = 0
            expect(id, old_id, id == old_id ? "stays" : "renamed", revenue[other, "09"], "", \
                id == old_id ? "" : old_id, "group")
            expect(other, other, "merged", -revenue[other, "09"], id, "", "group")
        }
        BEGIN {
            print "account,month,amount" >"09.csv"
            print "account,month,amount" >"10.csv"
            print "account_id,parent_id,from,to,kind" >"relations.csv"
            for (i = 1; i <= customers; i++) {
                h = "h" i; event = below(10); branches = below(4)
                if (event == 0) {
                    live(i, branches, "9")
                    expect(h, h, "lost", "", "", "", "departure")
                } else if (event == 1) {
                    live(i, branches, "10")
                    expect(h, h, "new", "", "", "", "arrival")
                } else if (event == 2) { # takes the next one in
                    live(i, branches, "9 10")
                    other = "h" ++i; live(i, below(4), "9 10")
                    relate(other, h, "2026-10", "", "parent")
                    take_in(h, h, other)
                } else if (event == 3) { # a branch leaves it
                    live(i, branches, "9 10")
                    part = "p" i
                    relate(part, h, "", "2026-09", "parent")
                    bill(part, h, "09", amount()); bill(part, part, "10", amount())
                    expect(h, h, "stays", -revenue[part, "10"], "", "", "group")
                    expect(part, part, "split", revenue[part, "10"], "", h, "group")
                } else if (event == 4) { # its account has another id
                    live(i, branches, "9")
                    relate(h, "r" i, "2026-10", "", "renamed")
                    bill("r" i, "r" i, "10", amount())
                    for (b = 1; b <= branches; b++)
                        bill("b" i "-" b, "r" i, "10", amount())
                    expect("r" i, h, "renamed", "", "", h, "")
                } else if (event == 5) { # two under a new head, the first has more accounts
                    live(i, 2, "9 10")
                    other = "h" ++i; live(i, below(2), "9 10")
                    relate(h, "g" i, "2026-10", "", "parent")
                    relate(other, "g" i, "2026-10", "", "parent")
                    take_in("g" i, h, other)
                } else if (event == 6) { # related later, or no more
                    live(i, branches, "9 10")
                    other = "h" ++i; live(i, 0, "9 10")
                    if (below(2))
                        relate(other, h, "2026-11", "", "parent")
                    else
                        relate(other, h, "", "2026-08", "parent")
                    expect(h, h, "stays", "", "", "", "")
                    expect(other, other, "stays", "", "", "", "")
                } else {
                    live(i, branches, "9 10")
                    expect(h, h, "stays", "", "", "", "")
                }
            }
        }'
}

# snapshot MONTH: from its bills.
snapshot() {
    kam-import "$1.csv" |
        kam-merge-group --relations relations.csv --members-out "members-$1.csv" |
        kam-score --model rules.kam | kam-tier --model rules.kam -o "snapshot-$1.csv"
}

# The sums that a listing of all customers comes to, in cents, by step and by cause.
cat >sums.awk <<'end'
NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
function cents(text) { sub(/\./, "", text); return text + 0 }
function add(view, name, n) { count[view " " name]++; sum[view " " name] += n }
{
    move = $at["move"]; delta = cents($at["revenue_delta"])
    through = cents($at["revenue_transferred"])
    if (move == "merged")
        step = "merged_out"
    else if (move == "split")
        step = "split_in"
    else if (move == "new" || move == "lost")
        step = move
    else {
        delta -= through
        if (through > 0)
            add("bridge", "merged_in", through)
        if (through < 0)
            add("bridge", "split_out", through)
        step = delta > 0 ? "grown" : delta < 0 ? "shrunk" : "unchanged"
    }
    add("bridge", step, delta)
    if (move != "same") {
        add("cause", $at["cause"], cents($at["revenue_delta"]))
        add("cause", "total", cents($at["revenue_delta"]))
    }
}
END { for (name in count) print name, count[name], sum[name] }
end

# views OLD NEW: the same from the views.
views() {
    kam-diff --bridge "$1" "$2" | awk -F, 'NR > 1 && $1 !~ /_total/ && $2 > 0 {
        sub(/\./, "", $3); print "bridge", $1, $2, $3 + 0 }'
    kam-diff --causes "$1" "$2" | awk -F, 'NR > 1 && $5 > 0 {
        sub(/\./, "", $6); print "cause", $1, $5, $6 + 0 }'
}

# What the way back should be: who is renamed is called by the other name there.
cat >mirror.awk <<'end'
BEGIN {
    split("up down new lost merged split", move, " ")
    for (i = 1; i <= 6; i++)
        mirrored[move[i]] = move[i % 2 ? i + 1 : i - 1]
}
function negative(text) {
    return text + 0 == 0 ? text : text ~ /^-/ ? substr(text, 2) : "-" text
}
NR == 1 { next }
{
    if ($2 in mirrored) $2 = mirrored[$2]
    $3 = negative($3); $4 = negative($4)
    if ($2 == "split") { $6 = $5; $5 = "" }
    else if ($2 == "merged") { $5 = $6; $6 = "" }
    else if ($6 != "") { id = $1; $1 = $6; $6 = id }
    print $1, $2, $3, $4, $5, $6
}
end

# members_aside MONTH: the snapshot without its column of members, which is called otherwise.
members_aside() {
    awk -F, -v OFS=, '
        NR == 1 { for (i = 1; i <= NF; i++) if ($i == "members") at = i }
        { $at = NR == 1 ? "aside" : ""; print }' "snapshot-$1.csv"
}

# moves OLD NEW [OPTION...]: the listing of all, the words in `detail` left out.
moves() {
    kam-diff --all "$@" | sed 's/"[^"]*"//g'
}

# Some columns of a listing on standard input, by id.
facts() {
    columns account_id,move,revenue_delta,revenue_transferred,into,from,cause
}

for seed in 1 2 3; do
    rm -f ./*.csv
    script "$seed" 300
    snapshot 09
    snapshot 10
    moves snapshot-09.csv snapshot-10.csv >all.csv
    facts <all.csv | sed 1d | LC_ALL=C sort >found.csv
    LC_ALL=C sort -o expected.csv expected.csv
    check "what happened, $seed" 0 diff expected.csv found.csv
    check "all of it did, $seed" 0 \
        'cut -d, -f2 found.csv | sort -u | paste -sd" " -
        cut -d, -f7 found.csv | sort -u | paste -sd" " -' <<'end'
down lost merged new renamed same split up
 arrival departure figures group
end
    check "bridge and causes are the sums of the listing, $seed" 0 \
        'awk -F, -f sums.awk all.csv | sort >sums
        views snapshot-09.csv snapshot-10.csv | sort | diff sums -'
    check "the steps add up, $seed" 0 \
        'kam-diff --bridge snapshot-09.csv snapshot-10.csv | awk -F, "NR > 1 {
            sub(/\\./, \"\", \$3)
            if (\$1 == \"new_total\") exit sum != \$3
            sum += \$3 }"'
    check "members lists say the same, $seed" 0 \
        'members_aside 09 >old.csv
        members_aside 10 >new.csv
        moves --members-old members-09.csv --members-new members-10.csv old.csv new.csv |
            facts | sed 1d | sort | diff found.csv -'
    check "the way back is the mirror, $seed" 0 \
        'moves --allow period snapshot-10.csv snapshot-09.csv | facts |
            cut -d, -f-6 | sed 1d | sort >back.csv
        facts <all.csv >there.csv
        awk -F, -v OFS=, -f mirror.awk there.csv | sort | diff - back.csv'
done

finish
