# kam-report: the grid of contribution by potential is that of kam-tier --grid.
. "$(dirname "$0")/lib.sh"

cat >grid.kam <<'end'
[tiers]
names = top, low
by    = revenue
cut   = count 3
[grid]
contribution = revenue : percentile 50
potential    = promise : 0, 10
rows = B "A/1" "A/1" / 丁 B "A/1"
"A/1" = retain
end
export KAM_MODEL=grid.kam

cat >table.csv <<'end'
account_id,lines,revenue,promise,2026-10
a,1,150.00,9.999999,150.00
b,1,100.00,10,100.00
c,1,99.99,-0.01,99.99
d,1,50.00,0.0,50.00
e,1,49.99,1.5万,49.99
f,1,-5.00,-5,-5.00
g,1,20.00,,20.00
p,0,,11,
end
kam-tier table.csv >snapshot.csv

# numbers: those of the section of the grid, three to a row.
numbers() {
    sed -n '/id="ninebox"/,/<\/section>/p' "$1" | grep -o 'data-value="[^"]*"' |
        sed 's/data-value="\(.*\)"/\1/' | paste -d, - - -
}

kam-tier --grid snapshot.csv | tail -n +2 | sed 's/.*,\([^,]*,[^,]*,[^,]*\)$/\1/' >expected
echo 7,464.98,1.000000 >>expected
check 'the boxes have the customers and the revenue that kam-tier --grid gives them' 0 \
    'kam-report snapshot.csv -o report.html && numbers report.html | diff expected - && wc -l <expected' <<'end'
8
end

check 'prospects have classes, but are not counted' 0 \
    "kam-report snapshot.csv | grep -o '1 prospect has a class[^<]*counted'" <<'end'
1 prospect has a class, too, and isn&#39;t counted
end

check 'a snapshot whose classes are of another grid says so' 0 \
    "kam-report --set grid:potential='promise : 1, 10' snapshot.csv |
     grep -o 'another class for [^,]*,'" <<'end'
another class for 1 customer,
end

check 'without a grid the section says how to get one' 0 \
    "KAM_MODEL= kam-report snapshot.csv | grep -c 'needs the model with a \[grid\]'" <<'end'
1
end

check 'without a column of an axis it names it' 0 \
    "kam-report --set grid:potential='chance : 0, 9' snapshot.csv |
     grep -o 'needs columns that snapshot.csv doesn[^ ]* have: chance'" <<'end'
needs columns that snapshot.csv doesn&#39;t have: chance
end

finish
