# The data the example stands on: repeatable, and with everything in it that it is there to show.
. "$(dirname "$0")/lib.sh"

generate=$KAM_BUILD/examples/generate
[ -x "$generate" ] || skip_all 'examples/generate is not built'

# Fields between tabs, quotes taken away: for awk, which knows no CSV.
split_csv() {
    awk '{
        out = ""
        while (match($0, /"([^"]|"")*"/)) {
            quoted = substr($0, RSTART + 1, RLENGTH - 2)
            head = substr($0, 1, RSTART - 1)
            $0 = substr($0, RSTART + RLENGTH)
            gsub(/""/, "\"", quoted)
            gsub(/,/, "\t", head)
            out = out head quoted
        }
        gsub(/,/, "\t")
        print out $0
    }' "$@"
}

# Billing lines only. An amount without its point is a whole number of fen, which awk adds exactly.
lines() {
    for file; do
        split_csv "$file" | sed '1,2d; $d'
    done
}

# accounts: per account id, revenue, cost, discount, overdue, service cost, largest month, months.
accounts() {
    lines plain/bills-20*.csv | awk -F '\t' '
        function fen(text) { gsub(/[.,]/, "", text); return text + 0 }
        {
            for (i = 9; i <= 13; i++) sum[$1, i] += fen($i)
            if (!(($1, $6) in month)) months[$1]++
            month[$1, $6] += fen($9)
            if (month[$1, $6] > largest[$1]) largest[$1] = month[$1, $6]
        }
        END {
            for (id in months) {
                line = id
                for (i = 9; i <= 13; i++) line = line " " sprintf("%.0f", sum[id, i])
                print line, sprintf("%.0f", largest[id]), months[id]
            }
        }' | sort >accounts
}

"$generate" -o first
"$generate" -o second
"$generate" --seed 2 -o other
"$generate" --plain -o plain

check 'thirteen months, a customer file, relations, contacts, visits' 0 'ls first | tr "\n" " "; echo' <<'end'
bills-2025-10.csv.gz bills-2025-11.csv.gz bills-2025-12.csv.gz bills-2026-01.csv.gz bills-2026-02.csv.gz bills-2026-03.csv.gz bills-2026-04.csv.gz bills-2026-05.csv.gz bills-2026-06.csv.gz bills-2026-07.csv.gz bills-2026-08.csv.gz bills-2026-09.csv.gz bills-2026-10.csv.gz contacts.csv customers.csv relations.csv visits.csv 
end
check 'the same seed, the same bytes' 0 diff -r first second
check 'another seed, other bills' 1 cmp -s first/bills-2026-10.csv.gz other/bills-2026-10.csv.gz
check 'gzip, GB18030: what --plain writes' 0 'for file in first/*.gz; do
    name=$(basename "$file" .gz)
    gzip -dc "$file" | iconv -f GB18030 -t UTF-8 | cmp - "plain/$name" || exit
done'

check 'a title, a header, a total line' 0 \
    'file=plain/bills-2026-10.csv; sed -n "1,2p" $file; split_csv $file | tail -n 1 | cut -f 1-8' <<'end'
华东电信 大客户账单明细 2026年10月
客户编号,客户名称,集团编号,付费客户,行业,账期,业务,用量,出账金额,成本,优惠金额,逾期金额,服务成本
合计							
end

check 'every total line is the sum of its file' 0 'for file in plain/bills-*.csv; do
    split_csv "$file" | awk -F "\t" "
        function fen(text) { gsub(/[.,]/, \"\", text); return text + 0 }
        NR <= 2 { next }
        \$1 == \"合计\" { for (i = 9; i <= 13; i++) wrong += fen(\$i) != sum[i]; totals++; next }
        { for (i = 9; i <= 13; i++) sum[i] += fen(\$i) }
        END { if (wrong || totals != 1) { print FILENAME \": total lines are wrong\"; exit 1 } }" || exit
done'

check 'every line has thirteen fields' 0 \
    'lines plain/bills-*.csv | awk -F "\t" "NF != 13 { print; bad = 1 } END { exit bad }"'

check 'awkward cells: credit notes, zero lines, separators, commas and quotes in names' 0 '
    lines plain/bills-*.csv | awk -F "\t" "
        \$9 ~ /^-/ { seen[\"credit notes\"] = 1 }
        \$9 ~ /^0\\.00\$/ { seen[\"zero lines\"] = 1 }
        \$9 ~ /^[0-9]+,[0-9][0-9][0-9]/ { seen[\"separators\"] = 1 }
        \$2 ~ /,/ { seen[\"commas\"] = 1 }
        \$2 ~ /\"/ { seen[\"quotes\"] = 1 }
        \$3 != \"\" { seen[\"groups\"] = 1 }
        \$4 != \"\" { seen[\"payers\"] = 1 }
        \$5 == \"\" { seen[\"vanished industries\"] = 1 }
        END { for (kind in seen) print kind }" | sort' <<'end'
commas
credit notes
groups
payers
quotes
separators
vanished industries
zero lines
end

check 'bills cancelled and issued again' 0 '
    lines plain/bills-2026-10.csv | awk -F "\t" "
        \$1 == id && \$7 == service && \$9 == \"-\" amount { pairs++ }
        { id = \$1; service = \$7; amount = \$9 }
        END { exit pairs == 0 }"'

accounts
check 'the largest fifth brings about four fifths' 0 'sort -k2,2nr accounts | awk "
    { revenue[NR] = \$2; total += \$2 }
    END {
        for (i = 1; i <= NR / 5; i++) top += revenue[i]
        share = top / total
        if (share < 0.75 || share > 0.90) { print share; exit 1 }
    }"'

# The accounts of the cast, with what makes each of them a false key account.
false_key_account() {
    check "$1" 0 "awk '\$1 == \"$2\" && \$2 > 100000000 && $3 { found = 1 } END { exit !found }' accounts"
}
false_key_account 'the one-off bulk buyer' 00000101 '$8 <= 2 && $7 >= 0.8 * $2'
false_key_account 'the large buyer without profit' 00000102 '$2 - $3 < 0.05 * $2'
false_key_account 'the reseller who lives on discounts' 00000103 '$4 > 0.4 * $2'
false_key_account 'the slow payer' 00000104 '$5 > 0.5 * $2'
false_key_account 'the one whose service cost exceeds what it brings' 00000105 '$6 > $2'

check 'bench: lines asked for, one per line, months in order' 0 '
    "$generate" --bench 24000 --accounts 1000 --quote some -o - | awk -F , "
        NR == 1 { print; next }
        { sub(/\"[^\"]*\"/, \"name\"); if (NF != 9 || \$5 < month) bad = 1; month = \$5; lines[month]++ }
        END { for (m in lines) { months++; if (lines[m] != 2000) bad = 1 } print NR - 1, months; exit bad }"' <<'end'
account_id,account_name,group_id,industry,month,service,usage,amount,cost
24000 12
end
check 'bench: quotes none, some, all' 0 'for style in none some all; do
    "$generate" --bench 10000 --accounts 1000 --quote $style -o - | awk "
        NR > 1 && /\"/ { rows++ }
        END { print (rows >= 9999 ? \"all\" : rows > 100 && rows < 300 ? \"some\" : rows + 0) }"
done' <<'end'
0
some
all
end

"$generate" --bench 10000 --accounts 1000 -o bench.csv
"$generate" --bench 10000 --accounts 1000 -o bench.csv.gz
"$generate" --bench 10000 --accounts 1000 --gb18030 -o bench-gb18030.csv
check 'bench: in gzip by the name' 0 'gzip -dc bench.csv.gz | cmp - bench.csv' </dev/null
check 'bench: in GB18030' 0 'iconv -f GB18030 -t UTF-8 bench-gb18030.csv | cmp - bench.csv &&
    ! cmp -s bench-gb18030.csv bench.csv' </dev/null

check 'wrong usage' 2 "$generate" --months 0 -o nowhere 3<<'end'
generate: --months: not 1 to 24: '0' (see generate --help)
end
check 'a full disk is an error' 3 "$generate" --bench 100000 -o /dev/full 3<<'end'
generate: /dev/full: No space left on device
end

finish
