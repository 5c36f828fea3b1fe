# kam-diff: why customers moved.
. "$(dirname "$0")/lib.sh"

cat >rules.kam <<'end'
[tiers]
names = gold, silver, bronze, tail
by    = revenue
cut   = value 900, 500, 100
promote-after = 2
demote-after  = 2
[admit vip]
when = vip = silver
tier = silver
[admit vip-gold]
when = vip = gold
tier = gold
[flag bad]
when    = bad = yes
at-most = tail
end
export KAM_MODEL=rules.kam

# month MM [OPTION]... <ROWS: customers "id vip bad revenue members", as a snapshot 2026-MM.csv.
month() {
    mm=$1
    shift
    awk -v OFS=, -v month="2026-$mm" '
        BEGIN { print "account_id", "vip", "bad", "members", "lines", "revenue", month }
        NF { for (i = 1; i <= NF; i++) if ($i == "-") $i = ""; print $1, $2, $3, $5, 1, $4, $4 }' |
        kam-tier "$@" -o "2026-$mm.csv"
}
causes() {
    kam-diff "$@" | columns account_id,move,tier_from,tier_to,cause
}

cat >08.rows <<'end'
own      -      -   600  -
slow     -      -   600  -
rising   -      -   50   -
ended    silver -   200  -
raised   -      -   200  -
flagged  -      -   1000 -
freed    -      yes 700  -
both     -      -   950  -
edge     -      -   499  -
under    -      -   500  -
gone     -      -   10   -
wide     -      -   600  wide|wide2
named    -      -   300  named|n2|n3
lifted   silver -   60   -
keeps    -      -   20   -
end
sed '/^slow/s/600/400/; /^rising/s/50/120/' 08.rows >09.rows
cat >10.rows <<'end'
own      -      -   80   -
slow     -      -   400  -
rising   -      -   120  -
ended    -      -   200  -
raised   gold   -   200  -
flagged  -      yes 1000 -
freed    -      -   700  -
both     -      yes 50   -
edge     -      -   500  -
under    -      -   499  -
new      -      -   99   -
wide     -      -   90   wide
named2   -      -   700  n2|n3
lifted   gold   -   990  -
keeps    -      -   20   -
end
month 08 <08.rows
month 09 --previous 2026-08.csv <09.rows
month 10 --previous 2026-09.csv <10.rows

check 'each mover has its cause; held customers do not move yet' 0 \
    causes 2026-09.csv 2026-10.csv <<'end'
account_id,move,tier_from,tier_to,cause
lifted,up,silver,gold,figures
both,down,gold,tail,figures
named2,renamed,bronze,bronze,group
new,new,,tail,arrival
gone,lost,tail,,departure
ended,down,silver,bronze,admission
flagged,down,gold,tail,flag
freed,up,tail,silver,flag
raised,up,bronze,gold,admission
rising,up,tail,bronze,patience
slow,down,silver,bronze,patience
end
check 'at once, without patience; a figure at the limit is there' 0 "
    unset KAM_MODEL
    for mm in 09 10; do
        kam-tier --model rules.kam --set tiers:promote-after= --set tiers:demote-after= \
            -o now\$mm.csv 2026-\$mm.csv || exit
    done
    causes now09.csv now10.csv" <<'end'
account_id,move,tier_from,tier_to,cause
lifted,up,silver,gold,figures
both,down,gold,tail,figures
own,down,silver,tail,figures
wide,down,silver,tail,figures
named2,up,bronze,silver,figures
new,new,,tail,arrival
gone,lost,tail,,departure
edge,up,bronze,silver,figures
under,down,silver,bronze,figures
ended,down,silver,bronze,admission
flagged,down,gold,tail,flag
freed,up,tail,silver,flag
raised,up,bronze,gold,admission
end
check 'they add up' 0 kam-diff --causes 2026-09.csv 2026-10.csv <<'end'
cause,up,down,other,customers,revenue_delta
group,0,0,1,1,400.00
model,0,0,0,0,0.00
figures,1,1,0,2,30.00
limits,0,0,0,0,0.00
admission,1,1,0,2,0.00
flag,1,1,0,2,0.00
patience,1,1,0,2,0.00
arrival,0,0,1,1,99.00
departure,0,0,1,1,-10.00
silence,0,0,0,0,0.00
total,4,4,3,11,519.00
end
# happened: the rows of causes by a column for which somebody moved, and all totals.
happened() {
    awk -F, '$6 != 0 || $2 == "total"'
}
check 'by a column: a mover counts where it is now, who left where it was' 0 \
    'kam-diff --causes --by vip 2026-09.csv 2026-10.csv | happened' <<'end'
vip,cause,up,down,other,customers,revenue_delta
,group,0,0,1,1,400.00
,figures,0,1,0,1,-900.00
,admission,0,1,0,1,0.00
,flag,1,1,0,2,0.00
,patience,1,1,0,2,0.00
,arrival,0,0,1,1,99.00
,departure,0,0,1,1,-10.00
,total,2,4,3,9,-411.00
gold,figures,1,0,0,1,930.00
gold,admission,1,0,0,1,0.00
gold,total,2,0,0,2,930.00
silver,total,0,0,0,0,0.00
total,group,0,0,1,1,400.00
total,figures,1,1,0,2,30.00
total,admission,1,1,0,2,0.00
total,flag,1,1,0,2,0.00
total,patience,1,1,0,2,0.00
total,arrival,0,0,1,1,99.00
total,departure,0,0,1,1,-10.00
total,total,4,4,3,11,519.00
end
check 'one by one' 0 \
    'kam-diff --causes --by account_id 2026-09.csv 2026-10.csv | happened | grep -E "^(gone|named)"' <<'end'
gone,departure,0,0,1,1,-10.00
gone,total,0,0,1,1,-10.00
named,total,0,0,0,0,0.00
named2,group,0,0,1,1,400.00
named2,total,0,0,1,1,400.00
end
check 'the block of all is the list without --by' 0 '
    kam-diff --causes 2026-09.csv 2026-10.csv >whole
    kam-diff --causes --by bad 2026-09.csv 2026-10.csv | sed -n "1s/^bad,//p; s/^total,//p" |
        cmp - whole'
check 'a column that neither has' 1 \
    'kam-diff --causes --by pib 2026-09.csv 2026-10.csv 2>&1 | cut -d ";" -f 1; exit 1' <<'end'
kam-diff: 2026-10.csv: no column 'pib'
end
check 'a column of its own' 2 'kam-diff --causes --by cause a b' 3<<'end'
kam-diff: --by: 'cause' is a column of this view itself
Try 'kam-diff --help' for more information.
end
check 'who does not move has none' 0 \
    'kam-diff --all 2026-10.csv 2026-10.csv | columns cause | sort -u' <<'end'

cause
end

# ---- silence, groups, limits -----------------------------------------------------------------

# table MM "ID:REVENUE:IDLE:MEMBERS"... [OPTION]...: the snapshot of that month, the top 2 gold.
table() {
    mm=$1
    shift
    echo "account_id,members,lines,idle,revenue,2026-$mm" >table.csv
    while [ $# -gt 0 ]; do
        case $1 in
        -*) break ;;
        esac
        echo "$1" | awk -F: -v OFS=, '{ print $1, $4, 1, $3, $2, $2 }' >>table.csv
        shift
    done
    kam-tier --model top.kam "$@" -o "top$mm.csv" table.csv
}
cat >top.kam <<'end'
[tiers]
names      = gold, tail
by         = revenue
cut        = count 2
lost-after = 3
end
table 09 a:100:0: b:90:0: c:80:0: d:70:0: e:60:0:'e|e2' f:50:0: g:45:5:
table 10 a:100:0: b:75:0: c:76:0: d:70:3: e:95:0:'e|f' e2:65:0: g:40:0:

check 'an account that moved; silence, and a return from it' 0 \
    causes --model top.kam top09.csv top10.csv <<'end'
account_id,move,tier_from,tier_to,cause
e2,split,,tail,group
f,merged,tail,,group
e,up,tail,gold,group
b,down,gold,tail,figures
g,returned,tail,tail,arrival
d,lost,tail,tail,silence
end
check 'by tier: who is silent is still in one, who was merged was' 0 \
    'kam-diff --model top.kam --causes --by tier top09.csv top10.csv | happened' <<'end'
tier,cause,up,down,other,customers,revenue_delta
gold,group,1,0,0,1,35.00
gold,total,1,0,0,1,35.00
tail,group,0,0,2,2,15.00
tail,figures,0,1,0,1,-15.00
tail,arrival,0,0,1,1,-5.00
tail,silence,0,0,1,1,0.00
tail,total,0,1,4,5,-5.00
total,group,1,0,2,3,50.00
total,figures,0,1,0,1,-15.00
total,arrival,0,0,1,1,-5.00
total,silence,0,0,1,1,0.00
total,total,1,1,4,6,30.00
end
check 'limits alone: a customer that brings less goes up' 0 "
    table 11 a:100:0: b:75:0: c:76:0: d:70:0: e:60:0: f:50:0: g:45:0:
    causes --model top.kam top09.csv top11.csv" <<'end'
account_id,move,tier_from,tier_to,cause
b,down,gold,tail,figures
c,up,tail,gold,limits
g,returned,tail,tail,arrival
end

# ---- other rules -----------------------------------------------------------------------------

cat >r1.kam <<'end'
[tiers]
names = gold, silver, tail
by    = revenue
cut   = value 300, 100
end
sed 's/300, 100/200, 150/' r1.kam >r2.kam
base() {
    printf '%s\n' 'account_id,lines,revenue,2026-'"$1" \
        "$(printf 'rises,1,%s,0\nfalls,1,%s,0\ngrew,1,%s,0\nshrank,1,%s,0\nsame,1,500,0' \
            "$2" "$3" "$4" "$5")"
}
base 09 250 120 50 250 >b09.csv
base 10 250 120 220 90 >b10.csv
kam-tier --model r1.kam -o r09.csv b09.csv
kam-tier --model r2.kam -o r10.csv b10.csv
kam-tier --model r2.kam -o replay.csv b09.csv

check 'rules that differ are the cause, as far as can be told' 0 \
    causes --allow model r09.csv r10.csv <<'end'
account_id,move,tier_from,tier_to,cause
grew,up,tail,gold,model
shrank,down,silver,tail,model
falls,down,silver,tail,model
rises,up,silver,gold,model
end
check 'with a replay it can' 0 causes --replay replay.csv r09.csv r10.csv <<'end'
account_id,move,tier_from,tier_to,cause
grew,up,tail,gold,figures
shrank,down,silver,tail,figures
falls,down,silver,tail,model
rises,up,silver,gold,model
end
check 'a replay of another month' 1 'kam-diff --replay r10.csv r09.csv r10.csv' 3<<'end'
kam-diff: r10.csv: period 2026-10, but r09.csv is of 2026-09; a replay is that, by the rules of r10.csv
end
check 'or by other rules' 1 'kam-diff --replay r09.csv r09.csv r10.csv' 3<<'end'
kam-diff: r09.csv: model '88f627d65f37077f' by 'revenue', but r10.csv has '4ece1bc89bb320c7' by 'revenue'; a replay is r09.csv by its rules
end
check 'or of other customers' 1 \
    'grep -v grew replay.csv >less.csv; kam-diff --replay less.csv r09.csv r10.csv' 3<<'end'
kam-diff: less.csv: 'grew' isn't there; a replay is r09.csv, scored and tiered again by other rules
end
check 'or that is none' 1 'kam-diff --replay b09.csv r09.csv r10.csv' 3<<'end'
kam-diff: b09.csv: no column tier, period, model, by, so this is no snapshot; run kam-tier first
end

# snapshot MM MODEL <ROWS "id revenue cut unflagged computed tier", of limits that don't matter.
snapshot() {
    awk -v OFS=, -v month="2026-$1" -v model="$2" '
        BEGIN {
            print "account_id", "revenue", "rank", "tier_cut", "tier_unflagged", "tier_computed", \
                "tier", "limit_up", "limit_down", "gap_up", "gap_down", "by", "period", "model"
        }
        { print $1, $2, NR, $3, $4, $5, $6, 900, 10, 900 - $2, $2 - 10, "revenue", month, model }'
}
check 'who was held before the rules changed, and is by them, only waited' 0 "
    snapshot 09 m1 <<-'rows' >old.csv
	waited 120 silver silver silver gold
	told 110 gold gold gold gold
	rows
    snapshot 09 m2 <<-'rows' >replay.csv
	waited 120 silver silver silver gold
	told 110 silver silver silver gold
	rows
    snapshot 10 m2 <<-'rows' >new.csv
	waited 120 silver silver silver silver
	told 110 silver silver silver silver
	rows
    causes --replay replay.csv old.csv new.csv" <<'end'
account_id,move,tier_from,tier_to,cause
told,down,gold,silver,model
waited,down,gold,silver,patience
end
check 'an admission to a tier in which nobody is' 0 "
    snapshot 09 m <<-'rows' >old.csv
	held 120 silver platinum gold gold
	rows
    snapshot 10 m <<-'rows' >new.csv
	held 120 silver silver silver silver
	rows
    causes old.csv new.csv" <<'end'
account_id,move,tier_from,tier_to,cause
held,down,gold,silver,admission
end

# ---- what isn't there ------------------------------------------------------------------------

bare() {
    mlr --csv cut -x -f "$1" "$2" >bare.csv
}
command -v mlr >/dev/null || { finish; exit; }
check 'where a column is missing there is no cause' 0 '
    bare gap_up,tier_unflagged 2026-09.csv
    kam-diff bare.csv 2026-10.csv | head -n 1 | grep -c cause || :
    kam-diff 2026-10.csv --allow period bare.csv | head -n 1 | grep -c cause || :' <<'end'
0
0
end
check 'and none can be counted' 1 'kam-diff --causes bare.csv 2026-10.csv' 3<<'end'
kam-diff: bare.csv: no column tier_unflagged, gap_up, so causes can't be told; run kam-tier again
end
check 'a limit that is no number' 1 '
    sed "/^flagged/s/,900,/,9oo,/" 2026-09.csv >broken.csv
    kam-diff --causes broken.csv 2026-10.csv' 3<<'end'
kam-diff: broken.csv:2: limit_down: not a number: '9oo'
end
finish
