# kam-score --contacts: closeness and advantages as columns that dimensions and rules may use.
. "$(dirname "$0")/lib.sh"

cat >rules.kam <<'end'
[model]
missing = skip
[contacts]
[dimension size]
column = revenue
weight = 1
linear = 0:0, 100:100
[dimension closeness]
column = closeness
weight = 1
linear = 0:0, 100:100
end
export KAM_MODEL=rules.kam

cat >accounts.csv <<'end'
account_id,members,revenue,2026-09,2026-10
c,c,17.00,,17.00
a,a|a1,50.00,25.00,25.00
b,b,33.00,33.00,0.00
end
cat >contacts.csv <<'end'
account_id,contact,reports_to,circle,orientation,importance,attitude,depth,last_contact,competitor
a,Li,,north,pragmatic,both,strong-positive,deep,2026-09-01,
a1,Wang,,,,,neutral,shallow,2026-01-01,
a,Li,,north,pragmatic,both,neutral,medium,,Acme
a,Zhao,Li,,,position,positive,medium,,Bolt
b,Sun,,,,normal,negative,none,,
b,Sun,,,,normal,positive,medium,,Bolt
end

# scored [OPTION]...: the columns of contacts and the score.
scored() {
    kam-score "$@" accounts.csv | columns account_id,closeness,advantage,advantage_2,missing,score
}

check 'of us, of one competitor, of two; without contacts there is nothing' 0 \
    scored --contacts contacts.csv <<'end'
account_id,closeness,advantage,advantage_2,missing,score
a,85.4167,14.5834,27.0834,,67.7084
b,12.5000,-58.3333,,,22.7500
c,,,,closeness,17.0000
end
check 'without the option, the columns are missing' 1 kam-score accounts.csv 3<<'end'
kam-score: accounts.csv: [dimension closeness] (rules.kam:8): no column 'closeness'; there are: account_id, members, revenue, 2026-09, 2026-10
end
check 'new columns follow those of the table' 0 \
    'kam-score --contacts contacts.csv accounts.csv | head -n 1 | cut -d, -f 1-9' <<'end'
account_id,members,revenue,2026-09,2026-10,closeness,advantage,advantage_2,points_size
end

# The third of three competitors is no column.
sed '$a\
a,Xu,,,,,strong-negative,none,,Cog' contacts.csv >three.csv
check 'a third competitor' 0 'scored --contacts three.csv | sed -n 2p' <<'end'
a,85.4167,14.5834,27.0834,,67.7084
end
grep -v ',$' contacts.csv >theirs.csv
check 'only competitors: how close we are is not known' 0 'scored --contacts theirs.csv' <<'end'
account_id,closeness,advantage,advantage_2,missing,score
a,,,,closeness,50.0000
b,,,,closeness,33.0000
c,,,,closeness,17.0000
end

check 'the weights of the model' 0 'scored --contacts contacts.csv --set contacts:depth=0 \
    --set contacts:importance=2 | cut -d, -f 1-4' <<'end'
account_id,closeness,advantage,advantage_2
a,95.0000,20.0000,45.0000
b,25.0000,-50.0000,
c,,,
end
check 'contacts of long ago count as none' 0 \
    'scored --contacts contacts.csv --set contacts:stale-after=6 | sed -n 2p' <<'end'
a,81.2500,10.4167,22.9167,,65.6250
end
check 'the model says with its hash what was in force' 0 '
    kam-score --contacts contacts.csv accounts.csv | columns score_model >one
    kam-score --contacts contacts.csv --set contacts:depth=2 accounts.csv | columns score_model >other
    ! cmp -s one other'

# ---- a table that has been through it

kam-score --contacts contacts.csv -o scored.csv accounts.csv
check 'without the option they stay as they are' 0 'kam-score scored.csv | cmp - scored.csv'
check 'with it they are replaced where they stand' 0 \
    'kam-score --contacts contacts.csv scored.csv | cmp - scored.csv'
check 'by nothing, where there are no more contacts' 0 \
    'head -n 1 contacts.csv >none.csv; kam-score --contacts none.csv scored.csv |
    columns account_id,closeness,advantage,score' <<'end'
account_id,closeness,advantage,score
a,,,50.0000
b,,,33.0000
c,,,17.0000
end
check 'the table may come from standard input, or the contacts' 0 '
    kam-score --contacts contacts.csv <accounts.csv | cmp - scored.csv &&
    kam-score --contacts - accounts.csv <contacts.csv | cmp - scored.csv'
check 'not both' 2 kam-score --contacts - 3<<'end'
kam-score: standard input can be read for one of the table, --contacts and --visits only
Try 'kam-score --help' for more information.
end
check 'an encoding of nothing' 2 kam-score --contacts-encoding GBK accounts.csv 3<<'end'
kam-score: --contacts-encoding is of no use without --contacts
Try 'kam-score --help' for more information.
end
check 'lines in any order' 0 '(head -n 1 contacts.csv; sed 1d contacts.csv | sort -r) >turned.csv
    kam-score --contacts turned.csv accounts.csv | cmp - scored.csv'
check 'any number of threads' 0 \
    'kam-score --threads 3 --contacts contacts.csv accounts.csv | cmp - scored.csv'
check 'kam-merge-group refuses what kam-score wrote' 1 'cut -d, -f 1-6 scored.csv |
    kam-merge-group' 3<<'end'
kam-merge-group: standard input:1: closeness: what kam-score says of accounts doesn't hold for customers; merge first, then score and tier
end

# ---- what is wrong with the list

check 'accounts that the table does not have are named' 0 \
    'sed "s/^b,/x,/; s/^a1,/y,/" contacts.csv >unknown.csv; scored --contacts unknown.csv' <<'end' 3<<'end2'
account_id,closeness,advantage,advantage_2,missing,score
a,100.0000,29.1667,41.6667,,75.0000
b,,,,closeness,33.0000
c,,,,closeness,17.0000
end
kam-score: warning: unknown.csv:3: account_id: 'y' is no account of the table; left out: 3 contacts at 2 such accounts
end2
check '--strict' 1 'kam-score --strict --contacts unknown.csv accounts.csv' 3<<'end'
kam-score: warning: unknown.csv:3: account_id: 'y' is no account of the table; left out: 3 contacts at 2 such accounts
kam-score: 1 warning, and --strict makes that an error
end
check 'an unknown word, with the nearest' 1 \
    'sed "s/neutral,medium/强正,medium/" contacts.csv >bad.csv; kam-score --contacts bad.csv accounts.csv' 3<<'end'
kam-score: bad.csv:4: attitude: unknown: '强正'; an attitude is strong-positive, positive, neutral, negative or strong-negative (强正向, 正向, 中性, 负向, 强负向); did you mean '强正向'?
end
check 'a file that is not there' 3 kam-score --contacts nowhere.csv accounts.csv 3<<'end'
kam-score: nowhere.csv: cannot open: No such file or directory
end
check 'an empty one' 1 'kam-score --contacts /dev/null accounts.csv' 3<<'end'
kam-score: /dev/null: empty, not even a header: did the command before it fail?
end

# ---- Chinese

cat >chinese.csv <<'end'
客户编号,联系人,上级,重要程度,态度,交互程度,最近联系,竞争对手
a,李,,两者,强正向,深,2026年9月1日,
a1,王,,,中性,浅,2026年1月1日,
a,李,无,两者,中性,中,,Acme
a,赵,李,职位,正向,中,,Bolt
b,孙,,一般,负向,无,,
b,孙,,一般,正向,中,,Bolt
end
iconv -f UTF-8 -t GB18030 chinese.csv >gb.csv
check 'headings and words in Chinese' 0 \
    'kam-score --contacts chinese.csv accounts.csv | cmp - scored.csv'
check 'in GB18030' 0 \
    'kam-score --contacts gb.csv --contacts-encoding GB18030 accounts.csv | cmp - scored.csv'
check 'which has to be said' 1 kam-score --contacts gb.csv accounts.csv 3<<'end'
kam-score: gb.csv:1: not UTF-8 at byte 1: '\xBFͻ\xA7'; the file looks like --contacts-encoding GB18030
end

# ---- rules of kam-tier, and what is told

cat >>rules.kam <<'end'
[tiers]
names = top, low
cut   = count 1
[flag lost-to-others]
when    = advantage < 0
[category strangers]
when    = closeness is empty
end
check 'rules may ask for it' 0 'kam-score scored.csv | kam-tier | sed "s/\"[^\"]*\"/-/" |
    columns account_id,tier,categories,flags,evidence' <<'end'
account_id,tier,categories,flags,evidence
a,top,,,
b,low,,lost-to-others,lost-to-others: advantage -58.3333
c,low,strangers,,
end
check 'told in full by the list' 0 'kam-score --contacts contacts.csv --explain a1 --explain b \
    accounts.csv | sed -n "/^Relationship/,/^$/p"' <<'end'
Relationship
  Its closeness to us is 85.4167 of 100, by 2 contacts.
  Its closeness to Bolt is 70.8333, by 1 contact: we are 14.5834 ahead.
  Its closeness to Acme is 58.3333, by 1 contact: we are 27.0834 ahead.

Relationship
  Its closeness to us is 12.5 of 100, by 1 contact.
  Its closeness to Bolt is 70.8333, by 1 contact: we are 58.3333 behind.

end
check 'without it, by the columns; in Chinese' 0 'kam-score --explain b --lang zh scored.csv |
    sed -n "/^客户关系/,/^$/p"' <<'end'
客户关系
  与本公司的关系紧密度为12.5（满分100）。
  比关系最紧密的竞争对手落后58.3333。

end
check '-v says how many' 0 'kam-score -v --contacts contacts.csv -o /dev/null accounts.csv' 3<<'end'
kam-score: 6 contacts with 2 customers
kam-score: 3 accounts, revenue 100.00, scored in 2 dimensions, 1 with something missing
end

finish
