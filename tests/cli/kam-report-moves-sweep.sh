# kam-report --moves, when memory fails it.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-movers.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"

kam-diff --seen 2026-06.csv --all 2026-09.csv 2026-10.csv >all.csv
{ sed 1q all.csv; sed 1d all.csv | sort -t, -k1; } >sorted.csv
cat >risks.csv <<'end'
account_id,account_name,tier,risks,evidence,dependence,loss
A1,Anchor Trading,silver,silent,silent: idle 1,monopoly,700.00
end

sweep_alloc kam-report --moves sorted.csv --previous 2026-09.csv --at-risk risks.csv \
    -o page.html 2026-10.csv

finish
