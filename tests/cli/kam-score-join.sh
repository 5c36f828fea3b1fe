# kam-score --join: what a customer file says of customers, whose accounts it knows.
. "$(dirname "$0")/lib.sh"

cat >good.kam <<'end'
[attribute fee]
merge = sum
[attribute least]
merge = min
[attribute most]
merge = max
[attribute tags]
merge = set
[attribute mood]
merge = head

[dimension size]
column = revenue
weight = 1
linear = 0:0, 100:100
end
export KAM_MODEL=good.kam

cat >merged.csv <<'end'
account_id,account_name,tax,lines,months,revenue,members,2026-09,2026-10
b,Bee,T1,4,2,90.00,a|b|c,40.00,50.00
d,Dot,,1,1,10.00,d,,10.00
g,Gum,T2,2,1,20.00,h|i,,20.00
z,Zed,T9,1,1,1.00,,,1.00
end
cat >customers.csv <<'end'
Customer ID,fee,least,most,tags,mood
a,1.5,7,7.0,x,sad
b,2,8,7,y|x,glad
c,,007,,z,
"=""d""",4,,5,one,odd
i,3,1,1,i,dull
h,-1,2,2,h,keen
q,9,9,9,q,new
end

# joined [OPTION]...: the ids and what the file says of them.
joined() {
    kam-score "$@" -o scored.csv merged.csv && cut -d, -f1,10-14 scored.csv
}

check 'rows of one customer merge as the model says, the head has the word, then the smallest id' 0 \
    joined --join customers.csv <<'end'
account_id,fee,least,most,tags,mood
b,3.50,007,7,x|y|z,glad
d,4,,5,one,odd
g,2.00,1,2,h|i,keen
z,,,,,
end
check 'the columns stand behind those of the table and before the points' 0 head -n 1 scored.csv <<'end'
account_id,account_name,tax,lines,months,revenue,members,2026-09,2026-10,fee,least,most,tags,mood,points_size,part_size,missing,score,score_model
end
check 'joined again it is the same' 0 'kam-score --join customers.csv scored.csv | cmp - scored.csv'
check 'and without the file nothing is lost' 0 'kam-score scored.csv | cmp - scored.csv'
check 'what the file says no more is empty then' 0 \
    'sed /^q/d customers.csv | sed /^d/d >fewer.csv
    sed "/d\"\"/d" fewer.csv >fewest.csv
    kam-score --join fewest.csv scored.csv | grep ^d | cut -d, -f1,10-14' <<'end'
d,,,,,
end
check 'rows of the file and of the table in any order' 0 \
    '(sed 1q customers.csv; sed 1d customers.csv | sort -r) >turned.csv
    (sed 1q merged.csv; sed 1d merged.csv | sort -r) | kam-score --join turned.csv | cmp - scored.csv'
check 'who has no partner' 0 \
    'kam-score --join customers.csv --unmatched unmatched.csv merged.csv | cmp - scored.csv; cat unmatched.csv' <<'end'
account_id,side
z,bills
q,customers
end
check 'no prospects without --prospects' 0 'grep -c ^q scored.csv; :' <<'end'
0
end

# ---- keys --------------------------------------------------------------------------------------

printf 'Steuernummer;mood\nT2;two\nT1;one\n' >tax.csv
check 'by another column of ours' 0 \
    'kam-score --join tax.csv --join-key Steuernummer=tax merged.csv | cut -d, -f1,3,10' <<'end'
account_id,tax,mood
b,T1,one
d,,
g,T2,two
z,T9,
end
sed 's/,T1,/,T1|T2,/' merged.csv >set.csv
sed '/^.attribute mood/,$d' good.kam >set.kam
cat >>set.kam <<'end'
[attribute tax]
merge = set
[attribute mood]
merge = set
[dimension size]
column = revenue
weight = 1
linear = 0:0, 100:100
end
check 'a set of them, where the model says that it is one' 0 \
    'kam-score -m set.kam --join tax.csv --join-key Steuernummer=tax set.csv | cut -d, -f1,3,10' <<'end'
account_id,tax,mood
b,T1|T2,one|two
d,,
g,T2,two
z,T9,
end
check 'a key that could be none' 1 kam-score --join tax.csv --join-key =tax merged.csv 3<<'end'
kam-score: tax.csv:1: no column looks like an account id; say which with --join-key
end
check 'a key that the table lacks' 1 kam-score --join tax.csv --join-key Steuernummer=taxes merged.csv 3<<'end'
kam-score: merged.csv: --join-key: no column 'taxes'; there are: account_id, account_name, tax, lines, months, revenue, members, 2026-09, 2026-10
end
check 'a key that the file would replace' 1 \
    'printf "key,tax\nT1,1\n" | kam-score --join - --join-key key=tax merged.csv' 3<<'end'
kam-score: -:1: a column 'tax', which is what the accounts are found by and would be replaced; rename one
end
check 'a key twice' 1 '(cat customers.csv; echo a,1,1,1,,) | kam-score --join - merged.csv' 3<<'end'
kam-score: standard input:9: Customer ID: 'a' stands in line 2 too; which one holds?
end
check 'an empty key' 1 '(cat customers.csv; echo ,1,1,1,,) | kam-score --join - merged.csv' 3<<'end'
kam-score: standard input:9: Customer ID: empty: a key is needed in every row
end

# ---- names -------------------------------------------------------------------------------------

check 'names of kam are refused' 2 \
    'printf "account,revenue\nb,1\n" | kam-score --join - merged.csv' 3<<'end'
kam-score: -:1: 'revenue' is a column name of kam's own; rename it: [import] keep = NEW=revenue
end
check 'keep of the model renames, the first section that does' 0 \
    'printf "[import]\nkeep = state=mood\n[import old]\nkeep = feel=mood, cash=fee\n" | cat - good.kam >keep.kam
    sed "/^.attribute mood/,/head/d; s/attribute fee/attribute cash/" keep.kam >renamed.kam
    kam-score -m renamed.kam --join customers.csv merged.csv | cut -d, -f1,10-14' <<'end'
account_id,cash,least,most,tags,state
b,3.50,007,7,x|y|z,glad
d,4,,5,one,odd
g,2.00,1,2,h|i,keen
z,,,,,
end
check 'a name that the file knows replaces ours, else ours stays' 0 \
    'printf "account,account_name,group_id\nb,Bea,G\nd,,\n" | kam-score --join - merged.csv | cut -d, -f1,2,10' <<'end'
account_id,account_name,group_id
b,Bea,G
d,Dot,
g,Gum,
z,Zed,
end

# ---- numbers -----------------------------------------------------------------------------------

sed '/^.attribute fee/,/sum/d' good.kam >open.kam
check 'numbers that differ, and nobody says how they merge' 0 \
    'kam-score -m open.kam --join customers.csv merged.csv | cut -d, -f1,10' 3<<'err' <<'end'
kam-score: warning: column fee: accounts of one customer have different numbers ('2' and '1.5' in customer 'b'), and the head's is taken; say in the model [attribute fee] merge = sum, max, min, set or head
err
account_id,fee
b,2
d,4
g,-1
z,
end
check 'which --strict does not let pass' 1 \
    'kam-score --strict -m open.kam --join customers.csv -o strict.csv merged.csv; status=$?; ls strict.csv 2>/dev/null; exit $status' 3<<'err'
kam-score: warning: column fee: accounts of one customer have different numbers ('2' and '1.5' in customer 'b'), and the head's is taken; say in the model [attribute fee] merge = sum, max, min, set or head
kam-score: 1 warning, and --strict makes that an error
err
check 'text in a sum' 1 'sed s/,1.5,/,much,/ customers.csv | kam-score --join - merged.csv' 3<<'end'
kam-score: standard input:2: fee: not a number: 'much'; [attribute fee] of the model takes a sum, a maximum or a minimum of it
end
check 'a sum that is too large' 1 \
    'most=170141183460469231730
    sed "s/^a,1.5/a,$most/; s/^b,2/b,$most/" customers.csv | kam-score --join - merged.csv' 3<<'end'
kam-score: -: the sum of 'fee' for customer 'b' is too large
end
# ---- files -------------------------------------------------------------------------------------

check 'a customer file in GB18030' 0 \
    'printf "客户编号,等级\nb,金牌\nd,银牌\n" | iconv -f UTF-8 -t GB18030 >chinese.csv
    kam-score --join chinese.csv --join-encoding GB18030 merged.csv | cut -d, -f1,10' <<'end'
account_id,等级
b,金牌
d,银牌
g,
z,
end
check 'its bytes as they are' 1 kam-score --join chinese.csv merged.csv 3<<'end'
kam-score: chinese.csv:1: not UTF-8 at byte 1: '\xBFͻ\xA7'; the file looks like --join-encoding GB18030
end
check 'a file that fits nobody' 0 \
    'printf "account,mood\n0b,x\n" | kam-score --join - merged.csv | cut -d, -f1,10' 3<<'err' <<'end'
kam-score: warning: - has none of the accounts: are its ids written differently?
err
account_id,mood
b,
d,
g,
z,
end
check 'which is no wonder where there are none' 0 \
    'sed 1q merged.csv | kam-score --join customers.csv | cut -d, -f1,10' <<'end'
account_id,fee
end
check 'an empty file of customers' 0 'sed 1q customers.csv | kam-score --join - merged.csv | cut -d, -f1,10' <<'end'
account_id,fee
b,
d,
g,
z,
end

# ---- options -----------------------------------------------------------------------------------

for option in '--join-key x' '--join-encoding x' '--unmatched x' --prospects; do
    check "$option needs --join" 2 "kam-score $option merged.csv" 3<<'end'
kam-score: --join-key, --join-encoding, --unmatched and --prospects need --join
Try 'kam-score --help' for more information.
end
done
check 'standard input can be read once' 2 'kam-score --join - <merged.csv' 3<<'end'
kam-score: --join and the table can't both be standard input
Try 'kam-score --help' for more information.
end
check 'a list replaces no input' 2 kam-score --join customers.csv --unmatched merged.csv merged.csv 3<<'end'
kam-score: merged.csv is an input: a list would replace it
Try 'kam-score --help' for more information.
end
check 'nor the customer file' 2 kam-score --join customers.csv --unmatched customers.csv merged.csv 3<<'end'
kam-score: customers.csv is an input: a list would replace it
Try 'kam-score --help' for more information.
end
check 'nor the table that is written' 2 kam-score --join customers.csv --unmatched x -o x merged.csv 3<<'end'
kam-score: two outputs go to one file: x and x
Try 'kam-score --help' for more information.
end
check 'nor by two files beside the table' 2 'kam-score --join - --contacts - merged.csv <customers.csv' 3<<'end'
kam-score: --join and --contacts or --visits can't both be standard input
Try 'kam-score --help' for more information.
end
check 'of two customer files none is forgotten' 2 kam-score --join customers.csv --join more.csv merged.csv 3<<'end'
kam-score: --join takes one file, and here are two: customers.csv and more.csv
Try 'kam-score --help' for more information.
end
for option in --contacts --visits; do
    check "nor of two of $option" 2 kam-score $option a.csv $option b.csv merged.csv 3<<end
kam-score: $option takes one file, and here are two: a.csv and b.csv
Try 'kam-score --help' for more information.
end
    check "weights have nothing to stand beside $option" 2 kam-score $option a.csv --weights 3<<'end'
kam-score: --weights without a FILE reads no input, so --contacts and --visits have nothing to stand beside
Try 'kam-score --help' for more information.
end
done
check 'weights have nothing to join' 2 kam-score --join customers.csv --weights 3<<'end'
kam-score: --weights without a FILE reads no input, so --join has nothing to join
Try 'kam-score --help' for more information.
end
check 'a story has no list beside it' 2 kam-score --join customers.csv --unmatched x --explain b merged.csv 3<<'end'
kam-score: --unmatched and --explain: only one of them at a time
Try 'kam-score --help' for more information.
end
check 'a failing run leaves no list' 1 \
    'sed s/,1.5,/,much,/ customers.csv >bad.csv
    kam-score --join bad.csv --unmatched nowhere.csv -o none.csv merged.csv 2>/dev/null
    status=$?; ls nowhere.csv none.csv 2>/dev/null; exit $status'
check 'scores may be made of what was joined' 0 \
    '(cat good.kam; printf "[dimension mood]\ncolumn = mood\nweight = 1\nvalues = glad:100, *:0\n") >mood.kam
    kam-score -m mood.kam --join customers.csv merged.csv | cut -d, -f1,15-20' <<'end'
account_id,points_size,part_size,points_mood,part_mood,missing,score
b,90.0000,45.0000,100.0000,50.0000,,95.0000
d,10.0000,5.0000,0.0000,0.0000,,5.0000
g,20.0000,10.0000,0.0000,0.0000,,10.0000
z,1.0000,1.0000,,,mood,1.0000
end
check 'and a story tells of it' 0 \
    'kam-score -m mood.kam --join customers.csv --explain c merged.csv | grep mood:' <<'end'
  - mood: glad gives 100 points, × 1 of 2 = 50
end

check 'an account of two customers, which would have a row of the file twice' 1 \
    "sed '/^b/s/b|c/b|c|d/' merged.csv | kam-score --join customers.csv" 3<<'end'
kam-score: standard input:3: account_id: an account of this customer is one of the customer in line 2, too
end

finish
