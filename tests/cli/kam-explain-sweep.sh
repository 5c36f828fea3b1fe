# --explain of kam-score and kam-tier when memory, the disk or the system fails them.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"
. "$KAM_SOURCE/tests/cli/lib-explain.sh"

sweep_alloc kam-tier -o out.txt --previous 2026-09.csv --explain name:crane --explain G3 \
    --explain L1 scored.csv
sweep_alloc kam-score -o out.txt --lang zh --explain G3 scored.csv
printf 'account_id,a,b\n1,50,20\n2,30,70\n' >two.csv
cat >found.kam <<'end'
[weights]
method = entropy
[score]
method = product
[dimension a]
column = a
linear = 0:0, 100:100
[dimension b]
column = b
linear = 0:0, 100:100
end
sweep_alloc kam-score -m found.kam -o out.txt --explain 2 two.csv
{
    cat "$KAM_MODEL"
    printf '[column rate]\nvalue = cost / total(revenue)\n[column twice]\nvalue = rate * 2\n'
    printf '[dimension rate | twice > 0]\nbands = 0:0\n'
    printf '[dimension rate]\ncolumn = rate\nweight = 1\nbands = 0:0\n'
} >computed.kam
sweep_alloc kam-score -m computed.kam -o out.txt --explain G3 scored.csv
for call in write fsync rename; do
    sweep_io $call kam-tier -o out.txt --lang zh --explain K1 scored.csv
done

finish
