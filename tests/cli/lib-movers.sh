# shellcheck shell=sh
#
# lib-movers.sh: two snapshots with a customer for every move and every cause. Behind lib.sh:
#
#     . "$(dirname "$0")/lib.sh"
#     . "$KAM_SOURCE/tests/cli/lib-movers.sh"
#
# 2026-09.csv and 2026-10.csv are the snapshots, of three months each, 2026-06.csv an earlier one
# for --seen; tiers.kam is the model, and in KAM_MODEL. gold takes a score of 70 in September and of
# 75 in October, silver one of 40 and of 35. A rule `big` admits to gold, a flag `slow` allows
# silver at most.

cat >tiers.kam <<'end'
[tiers]
names = gold, silver, bronze
by    = score
cut   = value 70, 40
promote-after = 2
demote-after  = 3
lost-after    = 3
end
export KAM_MODEL=tiers.kam

# snapshot PERIOD GOLD SILVER: rows of
#     id;name;accounts;services;three months;months idle;parts of size and trust;rule;flag;tier;held
# as a snapshot of PERIOD, whose limits are GOLD and SILVER. A tier `cut` is where cut and rules put
# the customer; one of `prospect` has no bills.
snapshot() {
    awk -F';' -v period="$1" -v gold="$2" -v silver="$3" -v model="${4-Harbour 1}" '
        function month(back, number) {
            number = substr(period, 6) - back
            return substr(period, 1, 5) sprintf("%02d", number)
        }
        function number(value) { return value == "" ? "" : sprintf("%.2f", value) }
        BEGIN {
            print "account_id,account_name,lines,first_month,last_month,idle,revenue,services," \
                month(2) "," month(1) "," month(0) ",members,part_size,part_trust,score,rank," \
                "tier_cut,tier_unflagged,tier_computed,tier,categories,flags,evidence,by,limit_up," \
                "limit_down,gap_up,gap_down,held,period,model"
        }
        $13 == "prospect" {
            print $1 "," $2 ",0,,,,,,,,,,,,,,,,,prospect,,,,score,,,,,," period "," model
            next
        }
        {
            score = $9 + $10
            cut = score >= gold ? "gold" : score >= silver ? "silver" : "bronze"
            free = $11 == "" ? cut : "gold"
            computed = $12 != "" && free == "gold" ? "silver" : free
            up = cut == "gold" ? "" : cut == "silver" ? gold : silver
            down = cut == "bronze" ? "" : cut == "silver" ? silver : gold
            found = $11 == "" ? "" : $11 ": revenue " number($5 + $6 + $7)
            if ($12 != "")
                found = found (found == "" ? "" : "; ") $12 ": idle " $8
            first = $5 != "" ? month(2) : $6 != "" ? month(1) : month(0)
            last = month($8 > 2 ? 2 : $8)
            print $1 "," $2 ",3," first "," last "," $8 "," number($5 + $6 + $7) "," $4 "," \
                number($5) "," number($6) "," number($7) "," $3 "," $9 "," $10 "," score "," \
                ++rank "," cut "," free "," computed "," ($13 == "cut" ? computed : $13) "," \
                (score > 75 ? "high" : "") "," $12 "," found ",score," up "," down "," \
                (up == "" ? "" : up - score) "," (down == "" ? "" : score - down) "," \
                ($14 == "" ? 0 : $14) "," period "," model
        }'
}

snapshot 2026-06 70 40 <<'end' >2026-06.csv
V1;Vine Wines;V1;web;10;10;10;0;30;15;;;cut;
end
snapshot 2026-09 70 40 <<'end' >2026-09.csv
A1;Anchor Trading;A1;phone|web;900;400;400;0;50;30;;;cut;
B1;Bridge Works;B1;web;100;100;100;0;20;30;;;cut;
B2;Brook Works;B2;web;900;900;900;0;50;30;;;cut;
C1;Crane Hire;C1;web;300;300;300;0;42;30;;;cut;
D1;Delta Supply;D1;web;100;100;100;0;17;20;;;cut;
E1;Elm & Sons;E1;web;900;100;100;0;30;20;big;;cut;
F1;Fir Furniture;F1;web;200;200;200;0;30;20;;;cut;
G1;Grand Hotel;G1;web;400;400;400;0;50;30;;;cut;
G2;Green Tea;G2;web;100;100;100;1;50;;big;slow;cut;
H1;Heath Dairy;H1;web;400;400;400;1;50;30;;slow;cut;
H2;Hill Farm;H2;web;100;100;100;0;50;30;;;cut;
I1;Isle Ferries;I1;web;200;200;200;0;30;30;;;gold;-2
J1;Jetty Cranes;J1;web;400;400;400;0;50;30;;;silver;1
K1;Kiln Pottery;K1|K2;web;500;500;500;0;45;30;;;cut;
L1;Loch Fishing;L1;web;100;100;100;0;30;20;;;cut;
M1;Moor Peat;M1|M2;web;200;200;200;0;30;20;;;cut;
N1;North Glass;N1;web;300;300;300;0;30;25;;;cut;
O1;Otter Mills;O1|P1;web;500;500;500;0;40;25;;;cut;
Q1;Quay Ropes;Q1|Q2;web;200;200;200;0;30;15;;;cut;
S1;Sand & Gravel;;;;;;;;;;;prospect;
T1;Tarn Hotel;T1|T9;web;100;;;2;20;25;;;cut;
T2;Tide Mills;T2;web;100;100;100;0;20;25;;;cut;
U1;Upland Wool;U1;web;600;200;;1;40;35;;;cut;
W1;Weir Power;W1;web;100;;;3;30;15;;;cut;
W2;Wharf Tolls;W2;web;90;;;3;30;15;;;cut;
W3;Wood Yard;W3;web;80;;;4;30;15;;;cut;
X1;Yew Trees;X1;web;100;100;100;0;30;15;;;cut;
X2;Yacht Club;X2;web;100;100;100;0;60;12;;;cut;
Y1;York Bakery;;;;;;;;;;;prospect;
Y2;Yarn Spinners;;;;;;;;;;;prospect;
Z1;Zinc Works;Z1;web;100;100;;1;30;15;;;cut;
end
snapshot 2026-10 75 35 <<'end' >2026-10.csv
A1;Anchor Trading;A1;phone;400;300;;1;35;30;;;cut;
B1;Bridge Works;B1;tv|web;100;100;900;0;48;30;;;cut;
B2;Brook Works;B2;web;100;;;2;10;20;;;cut;
C1;Crane Hire;C1;web;300;300;310;0;43;30;;;cut;
D1;Delta Supply;D1;web;100;100;110;0;18;20;;;cut;
E1;Elm & Sons;E1;web;100;100;100;0;30;20;;;cut;
F1;Fir Furniture;F1;web;200;200;800;0;30;20;big;;cut;
G1;Grand Hotel;G1;web;400;400;;1;50;30;;slow;cut;
G2;Green Tea;G2;web;100;100;;1;50;10;big;slow;cut;
H1;Heath Dairy;H1;web;400;400;400;0;50;30;;;cut;
H2;Hill Farm;H2;web;100;100;100;0;50;30;;;silver;1
I1;Isle Ferries;I1;web;200;200;200;0;30;30;;;cut;
J1;Jetty Cranes;J1;web;400;400;400;0;50;30;;;cut;
K1;Kiln Pottery;K1;web;200;200;200;0;30;30;;;cut;
L1;Loch Fishing;K2|L1|L2;web;400;400;450;0;50;26;;;cut;
N1;North Glass;M1|M2|N1;web;500;500;500;0;42;25;;;cut;
O1;Otter Mills;O1;web;300;300;300;0;35;25;;;cut;
P1;Pond Life;P1;web;200;200;200;0;20;25;;;cut;
Q2;Quay Ropes;Q1|Q2;web;200;200;200;0;30;15;;;cut;
R1;Reed Paper;R1;web;;;50;0;10;15;;;cut;
S1;Sand & Gravel;S1;web;;;50;0;10;15;;;cut;
U1;Upland Wool;U1;web;200;;;3;25;35;;;cut;
V1;Vine Wines;V1;web;;60;60;0;20;15;;;cut;
W1;Weir Power;W1;web;;;70;0;30;15;;;cut;
W2;Wharf Tolls;W2;web;;;;4;30;15;;;cut;
X1;Yew Trees;X1;web;100;100;100;0;30;15;;;silver;
X2;Yacht Club;X2;web;100;100;100;0;60;12;;;gold;-1
Y1;York Bakery;;;;;;;;;;;prospect;
Y3;Yeast & Co;;;;;;;;;;;prospect;
Z1;Zinc Works;;;;;;;;;;;prospect;
end
