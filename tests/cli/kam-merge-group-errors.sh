# kam-merge-group: bad input and wrong usage.
. "$(dirname "$0")/lib.sh"

# ---- bad input --------------------------------------------------------------------------------

# bad WHAT MESSAGE [OPTION]... <TABLE: the table is rejected.
bad() {
    bad_what=$1
    cat >bad.csv
    echo "kam-merge-group: $2" >../message
    shift 2
    check "$bad_what" 1 kam-merge-group "$@" bad.csv </dev/null 3<../message
}

bad 'no account_id' "bad.csv: no column 'account_id'; there are: id, lines, revenue" <<'end'
id,lines,revenue
end
bad 'no revenue' "bad.csv:1: no column 'revenue': a measure that some inputs have and others lack" <<'end'
account_id,lines
end
bad 'an empty id' 'bad.csv:3: account_id: empty' <<'end'
account_id,lines,revenue
A,0,0.00
,0,0.00
end
bad 'an id twice' "bad.csv:4: account_id: 'A' stands in bad.csv:2 too; one row each is needed (kam-import adds the rows of an account up)" <<'end'
account_id,lines,revenue
A,0,0.00
B,0,0.00
A,0,0.00
end
bad 'months that do not add up, in a row that merges with none' \
    "bad.csv:3: revenue: '3.00', but the month cells add up to 2.00; was the row edited?" <<'end'
account_id,lines,revenue,2026-10
A,1,1.00,1.00
B,1,3.00,2.00
end
bad 'a gap between months' \
    "bad.csv:1: 2026-10: the month columns have to follow each other without a gap, oldest first" <<'end'
account_id,lines,revenue,2026-08,2026-10
end
bad 'scores of accounts are none of customers' \
    "bad.csv:1: score: what kam-score says of accounts doesn't hold for customers; merge first, then score and tier" <<'end'
account_id,lines,revenue,score
end
bad 'nor are tiers' \
    "bad.csv:1: rank: what kam-tier says of accounts doesn't hold for customers; merge first, then score and tier" <<'end'
account_id,lines,revenue,rank
end
bad 'a figure that nothing is left to compute from' \
    "bad.csv:1: margin: can't be computed for customers without the columns it comes from; leave it out, too" <<'end'
account_id,lines,revenue,margin
end
bad 'text to add up' "bad.csv:3: staff: not a number: 'many'" --sum staff <<'end'
account_id,lines,revenue,staff
A,0,0.00,
B,0,0.00,many
end
printf '[attribute credit]\nmerge = max\n' >max.kam
bad 'text to find the largest of' "bad.csv:3: credit: not a number: 'A'" -m max.kam <<'end'
account_id,lines,revenue,credit
A,0,0.00,
B,0,0.00,A
end
bad 'no column to add up' "bad.csv: no column 'staf'; did you mean 'staff'; there are: account_id, lines, revenue, staff" --sum staf <<'end'
account_id,lines,revenue,staff
end
bad 'no column to compare' "bad.csv: no column 'tax'; there are: account_id, lines, revenue, staff" --same tax <<'end'
account_id,lines,revenue,staff
end
bad 'a sum too large' "bad.csv:3: the sum of customer 'A' becomes too large" <<'end'
account_id,group_id,lines,revenue,2026-10
A,G,1,100000000000000000000,100000000000000000000
B,G,1,100000000000000000000,100000000000000000000
end

cat >table.csv <<'end'
account_id,group_id,payer_id,tax,lines,revenue,2026-10
A,,,,1,1.00,1.00
B,,,,1,1.00,1.00
end

# relation WHAT MESSAGE ROW...: the list of relations is rejected.
relation() {
    relation_what=$1
    echo "kam-merge-group: $2" >../message
    shift 2
    printf '%s\n' "$@" >r.csv
    check "$relation_what" 1 kam-merge-group --relations r.csv table.csv 3<../message
}

relation 'relations without parents' "r.csv: no column 'parent_id'; did you mean 'parent'; there are: account_id, parent" \
    account_id,parent A,B
relation 'an empty parent' 'r.csv:3: parent_id: empty: a pair has two ids' \
    account_id,parent_id A,B A,
relation 'what is no month' \
    "r.csv:2: to: not a month: '2026-13'; one is written as 2026-10, an open end is left empty" \
    account_id,parent_id,to A,B,2026-13
relation 'an end before its beginning' "r.csv:2: to: '2026-01' is before the beginning, '2026-02'" \
    account_id,parent_id,from,to A,B,2026-02,2026-01
relation 'an unknown kind, though it is not in force' \
    "r.csv:3: kind: unknown: 'owner'; a kind is parent, payer, same or renamed" \
    account_id,parent_id,kind,to A,B,parent, A,B,owner,2020-01
relation 'two new ids' \
    "r.csv:3: 'A' is called 'C' here, and 'B' by line 2: an account has one id; end the older renaming by \`to\`, or rename the one into the other" \
    account_id,parent_id,kind,from A,B,renamed,2026-01 A,C,renamed,2026-03
relation 'renamed into an id that had been given up' \
    "r.csv:2: 'A' is called 'B' from then on, but that had become 'C' before, by line 3; name the newest id, or end one of the two by \`to\`" \
    account_id,parent_id,kind,from A,B,renamed,2026-05 B,C,renamed,2026-03
relation 'always is before any month' \
    "r.csv:3: 'A' is called 'B' from then on, but that had become 'C' before, by line 2; name the newest id, or end one of the two by \`to\`" \
    account_id,parent_id,kind,from B,C,renamed, A,B,renamed,2020-01
relation 'renamed and back' \
    "r.csv:3: 'B' is called 'A' from then on, but that had become 'B' before, by line 2; name the newest id, or end one of the two by \`to\`" \
    account_id,parent_id,kind,from A,B,renamed,2025-01 B,A,renamed,2026-01
relation 'renamed in a circle' \
    "r.csv:4: renamed in a circle, so that no id is the newest: 'C' -> 'A' -> 'B' -> 'C'; end one of these by \`to\`" \
    account_id,parent_id,kind A,B,renamed B,C,renamed C,A,renamed D,A,renamed
relation 'renamed in a large circle' \
    "r.csv:9: renamed in a circle, so that no id is the newest: 'H' -> 'A' -> 'B' -> 'C' -> 'D' -> 'E' -> ... -> 'H'; end one of these by \`to\`" \
    account_id,parent_id,kind A,B,renamed B,C,renamed C,D,renamed D,E,renamed E,F,renamed \
    F,G,renamed G,H,renamed H,A,renamed
relation 'a row too short' 'r.csv:2: too few fields for the header (1 instead of 2)' account_id,parent_id A
relation 'nothing at all' 'r.csv: empty, not even a header: did the command before it fail?' ''
check 'no such list' 3 kam-merge-group --relations absent.csv table.csv 3<<'end'
kam-merge-group: absent.csv: cannot open: No such file or directory
end
check 'no such file of payers' 3 kam-merge-group --ignore-payer @absent table.csv 3<<'end'
kam-merge-group: absent: cannot open: No such file or directory
end
printf 'A\nB,"C\n' >broken
check 'a file of payers that is no table' 1 kam-merge-group --ignore-payer A,@broken table.csv 3<<'end'
kam-merge-group: broken:2: a quote that is never closed
end
check 'payers from the account table' 2 kam-merge-group --ignore-payer @- 3<<'end'
kam-merge-group: --ignore-payer: standard input is the account table already
end
printf 'account_id,lines,revenue\nA,0,0.00\n' >monthless.csv
printf 'account_id,parent_id,from\nA,B,\nA,B,2026-01\n' >r.csv
check 'a table without months has no relations that end' 1 \
    kam-merge-group --relations r.csv monthless.csv 3<<'end'
kam-merge-group: r.csv:3: the account table has no month columns, so it can't be said whether this pair is in force
end

# ---- wrong usage ------------------------------------------------------------------------------

check 'a column that is both' 2 kam-merge-group --sum tax --collect lines,tax table.csv 3<<'end'
kam-merge-group: column 'tax' can't be both a sum and a set
end
check 'a figure is no attribute' 2 kam-merge-group --same revenue table.csv 3<<'end'
kam-merge-group: column 'revenue' can't unite accounts: it is no attribute of theirs
end
check 'nor is it added up otherwise' 2 kam-merge-group --collect group_id table.csv 3<<'end'
kam-merge-group: column 'group_id' can't become a set: kam knows how it merges
end
check 'what unites accounts can not add up' 2 kam-merge-group --same tax --sum tax table.csv 3<<'end'
kam-merge-group: column 'tax' can't become a sum: equal values in it unite accounts
end
check 'an empty name in a list' 2 kam-merge-group --same tax, table.csv 3<<'end'
kam-merge-group: --same: a value is missing
end
check 'two outputs that are one' 2 kam-merge-group -o out.csv --members-out ./out.csv table.csv 3<<'end'
kam-merge-group: two outputs go to one file: out.csv and ./out.csv
Try 'kam-merge-group --help' for more information.
end
check 'standard output twice' 2 kam-merge-group --members-out - table.csv 3<<'end'
kam-merge-group: two outputs go to one file: - and -
Try 'kam-merge-group --help' for more information.
end
check 'standard input twice' 2 kam-merge-group --relations - - 3<<'end'
kam-merge-group: --relations: standard input is the account table already
Try 'kam-merge-group --help' for more information.
end
check 'nobody has no members' 2 kam-merge-group --max-members 0 table.csv 3<<'end'
kam-merge-group: --max-members: '0': a whole number from 1 to 4294967295 is needed
Try 'kam-merge-group --help' for more information.
end

finish
