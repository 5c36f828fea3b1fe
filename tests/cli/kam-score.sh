# kam-score: points, parts and the score.
. "$(dirname "$0")/lib.sh"

# A dimension by bands with a segment, one by a line, one by values.
cat >good.kam <<'end'
[model]
name    = Test
missing = skip

[dimension revenue]
column  = revenue
weight  = 40
bands   = 0:0, 1万:40, 5万:60, 20万:80

[dimension revenue | industry=hospital]
bands   = 0:0, 5000:40, 2万:60

[dimension growth]
column  = growth
weight  = 30
linear  = -50%:0, 0:50, 50%:100

[dimension potential]
column  = potential
weight  = 30
values  = A:100, B:70, *:10
end
export KAM_MODEL=good.kam

cat >accounts.csv <<'end'
account_id,account_name,industry,potential,revenue,growth,2026-09,2026-10
03,Bank,bank,B,20000.00,0.1,0.00,20000.00
01,"Ward, Inc",hospital,A,20000.00,,10000.00,10000.00
02,Cog,,,-5.00,,,-5.00
04,Dot,bank,a,49999.99,-0.75,,49999.99
end

# The hash says which rules were in force; most checks don't care what it is.
unhashed='s/,[0-9a-f]\{16\}\(,.*\)*$/,HASH\1/'

check 'points, parts and scores, sorted by account_id' 0 \
    "kam-score accounts.csv | sed '$unhashed'" <<'end'
account_id,account_name,industry,potential,revenue,growth,2026-09,2026-10,points_revenue,part_revenue,points_growth,part_growth,points_potential,part_potential,missing,score,score_model
01,"Ward, Inc",hospital,A,20000.00,,10000.00,10000.00,60.0000,34.2857,,,100.0000,42.8572,growth,77.1429,HASH
02,Cog,,,-5.00,,,-5.00,0.0000,0.0000,,,,,growth|potential,0.0000,HASH
03,Bank,bank,B,20000.00,0.1,0.00,20000.00,40.0000,16.0000,60.0000,18.0000,70.0000,21.0000,,55.0000,HASH
04,Dot,bank,a,49999.99,-0.75,,49999.99,40.0000,16.0000,0.0000,0.0000,10.0000,3.0000,,19.0000,HASH
end

# scores [OPTION]...: the columns of the score alone.
scores() {
    kam-score "$@" accounts.csv >scored.csv
    cut -d, -f1 scored.csv | sed 1d >ids
    sed 1d scored.csv | sed 's/"[^"]*"/-/' | cut -d, -f9- | sed "$unhashed" | paste -d, ids -
}

check 'missing = zero counts the weight of what is missing' 0 'scores --set model:missing=zero' <<'end'
01,60.0000,24.0000,0.0000,0.0000,100.0000,30.0000,growth,54.0000,HASH
02,0.0000,0.0000,0.0000,0.0000,0.0000,0.0000,growth|potential,0.0000,HASH
03,40.0000,16.0000,60.0000,18.0000,70.0000,21.0000,,55.0000,HASH
04,40.0000,16.0000,0.0000,0.0000,10.0000,3.0000,,19.0000,HASH
end

check 'points = N are those of a missing value' 0 \
    "scores --set 'dimension growth:points=50' | head -2" <<'end'
01,60.0000,24.0000,50.0000,15.0000,100.0000,30.0000,growth,69.0000,HASH
02,0.0000,0.0000,50.0000,21.4286,,,growth|potential,21.4286,HASH
end

check 'missing = error names the cell' 1 \
    kam-score --set 'dimension growth:missing=error' accounts.csv 3<<'end'
kam-score: accounts.csv:3: growth: empty, and the model says that a missing value is an error (missing = error)
end

check 'a dimension without weight has no part, and alone makes no score' 0 \
    'scores --weight revenue=0 | head -2' <<'end'
01,60.0000,0.0000,,,100.0000,100.0000,growth,100.0000,HASH
02,0.0000,0.0000,,,,,growth|potential,0.0000,HASH
end

cat >thirds.kam <<'end'
[dimension a]
column = revenue
weight = 1
bands  = 0:100
[dimension b]
column = revenue
weight = 1
bands  = 0:100
[dimension c]
column = revenue
weight = 1
bands  = 0:100
end
check 'the score is what the printed parts add up to' 0 \
    "scores -m thirds.kam | sed -n 1p" <<'end'
01,100.0000,33.3334,100.0000,33.3333,100.0000,33.3333,,100.0000,HASH
end

check 'the parts of every row add up to its score, to the last digit' 0 \
    "printf '%s\n' account_id,revenue,growth,potential,industry >many.csv
    awk 'BEGIN { for (i = 0; i < 300; i++) printf \"%03d,%d.%02d,%s,%s,\n\", i, i * i * 7, i % 100,
        i % 7 ? (i % 61 - 30) / 37 : \"\", i % 5 ? substr(\"ABC\", 1 + i % 3, 1) : \"\" }' >>many.csv
    kam-score --weight revenue=17 --weight growth=0.3 many.csv |
    awk -F, 'NR > 1 { n++; sum = int(\$7 * 10000 + 0.5) + int(\$9 * 10000 + 0.5) + int(\$11 * 10000 + 0.5)
        if (sum != int(\$13 * 10000 + 0.5)) print } END { print n }'" <<'end'
300
end

# ---- options

check 'weights as they are' 0 kam-score --weights <<'end'
kind,dimension,weight,share,given,ahp,entropy,critic
weight,revenue,40,0.400000,0.400000,,,
weight,growth,30,0.300000,0.300000,,,
weight,potential,30,0.300000,0.300000,,,
source,,given,,the model,"Saaty 1977, 1980",Shannon 1948; Hwang and Yoon 1981,"Diakoulaki, Mavrotas and Papayannakis 1995"
end

check '--weight changes one for this run' 0 \
    "kam-score --weight growth=12.5 --weight potential=0 --weights | columns dimension,weight,share" <<'end'
dimension,weight,share
revenue,40,0.761905
growth,12.5,0.238095
potential,0,0.000000
,given,
end

check '--weight is --set in short' 0 \
    "kam-score --weight growth=7 accounts.csv >short.csv
    kam-score --set 'dimension growth:weight=7' accounts.csv | cmp - short.csv"

check '--set adds a section that needs no name' 0 \
    "{ cat good.kam; printf '[score]\nmethod = topsis\n[weights]\nmethod = entropy\n'; } >added.kam
    kam-score -m added.kam accounts.csv >added.csv
    kam-score --set score:method=topsis --set weights:method=entropy accounts.csv | cmp - added.csv"

check 'other rules have another hash, comments and the name have not' 0 \
    "hash() { kam-score \"\$@\" accounts.csv | sed -n '2s/.*,//p'; }
    { cat good.kam; echo '; nothing'; } >commented.kam
    plain=\$(hash) && [ \"\$plain\" = \"\$(hash -m commented.kam --set 'model:name=Other')\" ] &&
    [ \"\$plain\" != \"\$(hash --weight growth=31)\" ] &&
    [ \"\$plain\" != \"\$(hash --set 'dimension potential:values=A:99, *:10')\" ]"

check '-v says what was done' 0 'kam-score -v accounts.csv >/dev/null' 3<<'end'
kam-score: 4 accounts, revenue 89994.99, scored in 3 dimensions, 2 with something missing
end

# ---- what stands in the way

check 'no model' 2 env -u KAM_MODEL kam-score accounts.csv 3<<'end'
kam-score: the model has no [dimension NAME], so there is nothing to score by; --model FILE or $KAM_MODEL names the model
end
check 'a dimension that is not there' 2 kam-score --weight grwth=3 accounts.csv 3<<'end'
kam-score: --set dimension grwth:weight: the model has no section '[dimension grwth]'; did you mean '[dimension growth]'?
end
check 'a weight that is none' 2 kam-score --weight growth=much accounts.csv 3<<'end'
kam-score: --set dimension growth:weight: not a number: 'much'
end
for wrong in growth growth= =3; do
    check "--weight $wrong" 2 kam-score --weight "$wrong" accounts.csv 3<<end
kam-score: --weight: '$wrong': DIMENSION=NUMBER is needed
Try 'kam-score --help' for more information.
end
done
printf 'account_id,revenue,growth,industry\n1,5,0.1,bank\n' >bad-column.csv
check 'a column that a dimension needs' 1 kam-score bad-column.csv 3<<'end'
kam-score: bad-column.csv: [dimension potential] (good.kam:18): no column 'potential'; there are: account_id, revenue, growth, industry
end
printf 'account_id,revenue,growth,potential\n1,5,0.1,A\n' >bad-segment.csv
check 'a column that a segment needs' 1 kam-score bad-segment.csv 3<<'end'
kam-score: good.kam:10: [dimension revenue | industry=hospital]: the table has no column 'industry'
end
printf 'account_id,revenue,growth,potential,industry\n1,5,0.1,A,\n2,5,10%%,A,\n' >bad-number.csv
check 'text in a dimension of numbers' 1 kam-score bad-number.csv 3<<'end'
kam-score: bad-number.csv:3: growth: not a number: '10%'
end
printf 'account_id,revenue,growth,potential,industry\n1,5,0.1,A,\n2,1000000000000000000000,0,A,\n' >bad-size.csv
check 'a number that is too large' 1 kam-score bad-size.csv 3<<'end'
kam-score: bad-size.csv:3: revenue: number too large: '1000000000000000000000'
end
printf 'account_id,revenue,growth,potential,industry\n1,n/a,0.1,A,\n' >bad-text.csv
check 'text where bands want a number' 1 kam-score bad-text.csv 3<<'end'
kam-score: bad-text.csv:2: revenue: not a number: 'n/a'
end
check 'a text without points' 1 \
    kam-score --set 'dimension potential:values=A:100, B:70' accounts.csv 3<<'end'
kam-score: accounts.csv:5: potential: the dimension's values give no points for 'a'; add it, or * for all others
end
printf 'account_id,revenue,growth,potential,industry\n1,5,0.1,A,\n1,6,0.1,A,\n' >bad-twice.csv
check 'an account that stands twice' 1 kam-score bad-twice.csv 3<<'end'
kam-score: bad-twice.csv:3: account_id: '1' stands in bad-twice.csv:2 too; one row each is needed (kam-import adds the rows of an account up)
end
printf 'revenue,growth,potential,industry\n5,0.1,A,\n' >bad-id.csv
check 'no account_id' 1 kam-score bad-id.csv 3<<'end'
kam-score: bad-id.csv: no column 'account_id'; there are: revenue, growth, potential, industry
end
: >bad-empty.csv
check 'an empty file' 1 kam-score bad-empty.csv 3<<'end'
kam-score: bad-empty.csv: empty, not even a header: did the command before it fail?
end
check 'a failing run leaves the output alone' 1 \
    'echo old >out.csv; kam-score bad-number.csv -o out.csv 2>/dev/null; status=$?
    cat out.csv; exit $status' <<'end'
old
end

# ---- laws

check 'a header without rows stays one' 0 'sed 1q accounts.csv | kam-score' <<'end'
account_id,account_name,industry,potential,revenue,growth,2026-09,2026-10,points_revenue,part_revenue,points_growth,part_growth,points_potential,part_potential,missing,score,score_model
end
check 'the order of rows makes no difference' 0 \
    'kam-score accounts.csv >straight.csv
    { sed 1q accounts.csv; sed 1d accounts.csv | sort -r; } | kam-score | cmp - straight.csv'
check 'nor does the order of columns and files in a table of several files' 0 \
    'cut -d, -f1,3- many.csv >narrow.csv; kam-score many.csv >whole.csv
    { sed 1q many.csv; sed "1d;151q" many.csv; } >first.csv
    { sed 1q many.csv; sed 1,151d many.csv; } | awk -F, "{ print \$5 \",\" \$2 \",\" \$4 \",\" \$1 \",\" \$3 }" >second.csv
    kam-score first.csv second.csv | cmp - whole.csv'
check 'scoring again gives the same bytes' 0 \
    'kam-score accounts.csv >once.csv; kam-score once.csv | cmp - once.csv'
check 'columns of other dimensions, and what comes after, go or stay' 0 \
    "{ echo 'account_id,points_old,revenue,part_old,score,note'; echo '1,5,6,7,8,keep'; } >stale.csv
    kam-score -m thirds.kam stale.csv | sed '$unhashed'" <<'end'
account_id,points_a,part_a,points_b,part_b,points_c,part_c,missing,score,score_model,revenue,note
1,100.0000,33.3334,100.0000,33.3333,100.0000,33.3333,,100.0000,HASH,6,keep
end
check 'the file may be its own output' 0 \
    'cp accounts.csv self.csv; kam-score -o self.csv self.csv && cmp self.csv straight.csv'

finish
