# shellcheck shell=sh
#
# lib-explain.sh: a company with a customer of every kind, of which --explain tells. Behind lib.sh:
#
#     . "$(dirname "$0")/lib.sh"
#     . "$KAM_SOURCE/tests/cli/lib-explain.sh"
#
# 2026-09.csv and 2026-10.csv are its snapshots, the second made with the first before it; scored.csv
# is what the second was made of; company.kam is the model, and in KAM_MODEL.

cat >company.kam <<'end'
[model]
name   = Harbour 2026
window = 6

[dimension size]
column = revenue
weight = 60
linear = 0:0, 2万:100

[dimension trust]
column = credit
weight = 40
values = A:100, B:50, *:10

[tiers]
names = gold, silver, bronze
by    = score
cut   = count 3, 8
promote-after = 2
demote-after  = 3
keep-factor   = 95%
lost-after    = 4

[admit big]
when = revenue >= 1.2万, months >= 6
tier = gold

[category group]
when = member_count >= 2

[flag costly]
when    = service_cost > margin, revenue >= 1万
at-most = silver
[flag slow]
when    = overdue >= 30% of revenue

[policy gold]
manager = dedicated
visits  = 4 per month
[policy silver]
manager = shared
end
export KAM_MODEL=company.kam

# id, name, group, cost of 100, service cost and overdue of 100, then April to October
cat >years.csv <<'end'
A1,Anchor Trading,,50,5,0,3000,3000,3000,3000,3000,3000,3000
B1,Bridge Works,,50,5,0,1900,1900,1900,1900,1900,1900,1900
B2,Brook Works,,50,5,0,1900,1900,1900,1900,1900,1900,1900
C1,Crane Hire,,40,5,0,2100,2100,2100,2000,2200,2000,2200
D1,Delta Supply,,70,40,0,2900,2900,2900,2900,2900,2900,2900
E1,Elm & Sons,,50,5,35,9000,1000,1000,1000,1000,1000,1000
F1,Fir Furniture,,50,5,0,1800,1400,1400,1400,1400,1400,1700
G1,Grand Hotel,G,50,5,0,900,900,900,900,900,900,900
G2,Grand Hotel Kitchen,G,50,5,0,200,200,200,200,200,200,200
G3,Grand Hotel Laundry,G,50,5,0,100,100,100,100,100,100,100
H1,Heath Dairy,,50,5,0,,,,,,,10000
K1,Kiln Pottery,,50,5,0,100,100,100,100,100,100,9000
L1,Loch Fishing,,50,5,0,4000,,,,,,
M1,Moor Peat,,50,5,0,6000,3000,3000,,,,
N1,North Glass,,50,5,0,1650,1550,1550,1550,1550,1550,1550
end
{
    echo account,name,group,month,amount,cost,service_cost,overdue
    awk -F, '{
        for (month = 4; month <= 10; month++) {
            amount = $(month + 3)
            if (amount != "")
                printf "%s,%s,%s,2026-%02d,%.2f,%.2f,%.2f,%.2f\n", $1, $2, $3, month, amount,
                    amount * $4 / 100, amount * $5 / 100, amount * $6 / 100
        }
    }' years.csv
} >bills.csv
cat >credit.csv <<'end'
account_id,credit
A1,A
B1,A
B2,A
C1,C
D1,A
E1,B
F1,A
H1,A
K1,B
L1,B
M1,A
N1,B
end
month() {
    kam-import --name name --period "$1" --sum service_cost,overdue --join credit.csv bills.csv |
        kam-merge-group --sum service_cost,overdue | kam-score
}
month 2026-09 | kam-tier -o 2026-09.csv
month 2026-10 >scored.csv
kam-tier --previous 2026-09.csv -o 2026-10.csv scored.csv
