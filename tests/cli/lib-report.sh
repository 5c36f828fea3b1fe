# shellcheck shell=sh
#
# lib-report.sh: what kam-report is made of, of a company with ten customers. Behind lib.sh:
#
#     . "$(dirname "$0")/lib.sh"
#     . "$KAM_SOURCE/tests/cli/lib-report.sh"
#
# old.csv and new.csv are the snapshots of September and October 2026, moves.csv and risks.csv what
# kam-diff says of them; tiers.kam is the model, and in KAM_MODEL. Customers are in regions, one of
# them in none; one changed its region, one is new, one is lost, one a prospect, one flagged.
#
# page_table FILE SECTION    the rows of a table of a page, | between cells; numbers as exact values

cat >tiers.kam <<'end'
[model]
name   = Harbour 1
window = 3
[tiers]
names = gold, silver, bronze, rest
by    = revenue
cut   = customers 20%, 40%, 70%
[flag bulk]
when    = active_months <= 1
at-most = bronze
[grid]
contribution = revenue : 100, 500
potential    = potential : 30, 60
rows = A A B / A B C / B C D
[policy gold]
visits = 4 per month
[risk falling]
when = revenue_change <= -20%
end
export KAM_MODEL=tiers.kam

cat >old-table.csv <<'end'
account_id,account_name,region,potential,lines,idle,active_months,revenue,2026-07,2026-08,2026-09
A1,Alder,North,80,3,0,3,900.00,300.00,300.00,300.00
A2,Birch,South,50,3,0,3,700.00,200.00,200.00,300.00
A3,Cedar,North,20,3,0,3,600.00,300.00,200.00,100.00
A4,Dogwood,,40,3,0,3,400.00,100.00,100.00,200.00
A5,Elm,South,70,3,0,3,300.10,100.00,100.00,100.10
A6,Fir,East,10,3,0,3,200.00,50.00,100.00,50.00
A7,Gum,East,20,2,1,2,90.00,40.00,50.00,
A8,Hazel,North,90,2,0,2,80.25,,40.00,40.25
A9,Ivy,West,30,1,2,1,50.00,50.00,,
end
cat >new-table.csv <<'end'
account_id,account_name,region,potential,lines,idle,active_months,revenue,2026-08,2026-09,2026-10
A1,Alder,North,80,3,0,3,1000.00,300.00,300.00,400.00
A2,Birch,South,50,3,0,3,550.00,200.00,300.00,50.00
A3,Cedar,South,20,3,0,3,640.00,200.00,100.00,340.00
A4,Dogwood,,40,3,0,3,400.00,100.00,200.00,100.00
A5,Elm,South,70,1,0,1,750.00,,,750.00
A6,Fir,East,10,3,0,3,160.00,100.00,50.00,10.00
A7,Gum,East,20,1,2,1,50.00,50.00,,
A8,Hazel,North,90,3,0,3,480.50,40.00,40.25,400.25
B1,Juniper,North,60,1,0,1,70.00,,,70.00
P1,Kapok,East,50,0,,,,,,
end
for side in old new; do
    kam-tier -o $side.csv $side-table.csv 2>>tier.log
done
kam-diff --all -o moves.csv old.csv new.csv
kam-diff --at-risk -o risks.csv old.csv new.csv

page_table() {
    sed -n "/<table id=\"$2-table\"/,/<\/table>/p" "$1" | sed 's/<thead>.*<\/thead>//' |
        tr '\n' ' ' | sed 's/<tr/\n&/g; s/$/\n/' |
        sed -n 's/<td[^>]*data-value="\([^"]*\)"[^>]*>[^<]*/\1/g; s/<\/t[dh]>/|/g
            s/<svg.*<title>\(.*\)<\/title>.*<\/svg>/\1/; /^<tr>/!d; s/<[^>]*>//g; s/|* *$//p'
}
