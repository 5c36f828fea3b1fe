# kam-diff agrees with sqlite3 about every customer of a generated base, in integer cents.
. "$(dirname "$0")/lib.sh"

command -v sqlite3 >/dev/null || skip_missing sqlite3

# snapshot SEED PERIOD: about 3000 customers of 4000, whose revenues are often equal in size.
snapshot() {
    awk -v seed="$1" -v period="$2" '
        function below(n) {
            seed = (seed * 16807) % 2147483647
            return seed % n
        }
        BEGIN {
            print "account_id,revenue,part_a,part_b,score,rank,tier_cut,tier,by,period,model"
            for (i = 0; i < 4000; i++) {
                if (below(4) == 0)
                    continue
                cents = below(3) ? below(100000000) - 20000000 : (below(9) - 3) * 1000
                sign = cents < 0 ? "-" : ""
                size = cents < 0 ? -cents : cents
                a = below(60)
                b = below(40)
                cut = n < 100 ? "gold" : n < 600 ? "silver" : "tail"
                tier = substr("gold  silvertail  ", below(3) * 6 + 1, 6)
                sub(/ +$/, "", tier)
                printf "%05d,%s%d.%02d,%d.0000,%d.5000,%d.5000,%d,%s,%s,score,%s,m\n", i * 7919 % 4001,
                    sign, size / 100, size % 100, a, b, a + b, ++n, cut, tier, period
            }
        }'
}
snapshot 20261 2026-09 >old.csv
snapshot 31416 2026-10 >new.csv

kam-diff --all old.csv new.csv >all.csv
kam-diff --bridge old.csv new.csv >bridge.csv
kam-diff --summary old.csv new.csv >summary.csv

cat >compare.sql <<'end'
.mode csv
.import old.csv old
.import new.csv new
.import all.csv found
.import bridge.csv found_bridge
.import summary.csv found_summary
create table step(tier text primary key, n int);
insert into step values ('gold', 1), ('silver', 2), ('tail', 3);
create view old_c as select *, cast(replace(revenue, '.', '') as int) as cents from old;
create view new_c as select *, cast(replace(revenue, '.', '') as int) as cents from new;
create table both as
    select o.account_id as id, o.tier as t0, n.tier as t1, o.cents as r0, n.cents as r1,
           o.score as s0, n.score as s1, n.part_a - o.part_a as a, n.part_b - o.part_b as b
    from old_c o left join new_c n using (account_id)
    union all
    select n.account_id, null, n.tier, null, n.cents, null, n.score, null, null
    from new_c n left join old_c o using (account_id) where o.account_id is null;
create table expected as
    select row_number() over (order by abs(ifnull(r1, 0) - ifnull(r0, 0)) desc, id) as place, id,
           case when t0 is null then 'new' when t1 is null then 'lost' when t0 = t1 then 'same'
                when (select n from step where tier = t1) < (select n from step where tier = t0)
                then 'up' else 'down' end as move,
           ifnull(t0, '') as t0, ifnull(t1, '') as t1, ifnull(r0, '') as r0, ifnull(r1, '') as r1,
           ifnull(r1, 0) - ifnull(r0, 0) as delta,
           case when t0 is null or t1 is null then '' else round(s1 - s0, 4) end as score_delta,
           case when t0 is null or t1 is null or (a = 0 and b = 0) then ''
                when abs(a) >= abs(b) then 'a' else 'b' end as driver
    from both;
create table listed as
    select rowid as place, account_id as id, move, tier_from as t0, tier_to as t1,
           case revenue_from when '' then '' else cast(replace(revenue_from, '.', '') as int) end as r0,
           case revenue_to when '' then '' else cast(replace(revenue_to, '.', '') as int) end as r1,
           cast(replace(revenue_delta, '.', '') as int) as delta,
           case score_delta when '' then '' else round(score_delta, 4) end as score_delta, driver
    from found;
select 'customers', count(*) > 3500 from listed;
select 'moves', count(distinct move) from listed;
select 'missing', count(*) from (select * from expected except select * from listed);
select 'wrong', count(*) from (select * from listed except select * from expected);

create table expected_bridge(step, customers, cents);
insert into expected_bridge
    select 'old_total', count(*), sum(cents) from old_c union all
    select 'new_total', count(*), sum(cents) from new_c union all
    select case when move in ('new', 'lost') then move when delta > 0 then 'grown'
                when delta < 0 then 'shrunk' else 'unchanged' end, count(*), sum(delta)
    from expected group by 1;
select 'bridge', count(*) from (
    select step, customers + 0, cast(replace(revenue, '.', '') as int) from found_bridge
    except select * from expected_bridge);
select 'steps', count(*) from expected_bridge;

create table expected_summary as
    select ifnull(t0, 'absent') as tier_from, sum(t1 = 'gold') as gold, sum(t1 = 'silver') as silver,
           sum(t1 = 'tail') as tail, sum(t1 is null) as absent, count(*) as total
    from both group by 1
    union all
    select 'total', sum(t1 = 'gold'), sum(t1 = 'silver'), sum(t1 = 'tail'), sum(t1 is null), count(*)
    from both;
select 'summary', count(*) from (
    select tier_from, gold + 0, silver + 0, tail + 0, absent + 0, total + 0 from found_summary
    except select tier_from, ifnull(gold, 0), ifnull(silver, 0), ifnull(tail, 0), absent, total
    from expected_summary);
select 'rows', count(*) from found_summary;
end

check 'every movement, the bridge and the matrix' 0 'sqlite3 :memory: <compare.sql' <<'end'
customers,1
moves,5
missing,0
wrong,0
bridge,0
steps,7
summary,0
rows,5
end

finish
