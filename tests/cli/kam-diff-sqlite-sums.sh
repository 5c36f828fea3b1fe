# sqlite3 finds the same bridge by region and by tier, the same matrix of revenue and the same
# retention of a generated base in which customers merge, split and get other ids, in integer cents.
. "$(dirname "$0")/lib.sh"

command -v sqlite3 >/dev/null || skip_missing sqlite3

# old.csv and new.csv, and old.accounts and new.accounts: which account is whose.
awk '
    function below(n) {
        seed = (seed * 16807) % 2147483647
        return seed % n
    }
    function cents() {
        return below(3) ? below(100000000) - 20000000 : (below(9) - 3) * 1000
    }
    function money(sum, size) {
        size = sum < 0 ? -sum : sum
        return sprintf("%s%d.%02d", sum < 0 ? "-" : "", size / 100, size % 100)
    }
    # Customer i as ID in snapshot SIDE, or what it has as a part of customer HEAD.
    function place(side, i, id) {
        ids[side, i] = id
        members[side, i] = members[side, i] (members[side, i] ? "|" : "") accounts[i]
        if (id != names[i])
            members[side, i] = members[side, i] "|" id
    }
    function join(side, i, head) {
        members[side, head] = members[side, head] "|" accounts[i]
    }
    function write(side, period, i, file, count, list, k) {
        file = side ".csv"
        print "account_id,region,revenue,members,score,rank,tier_cut,tier,by,period,model" >file
        print "account,customer" >(side ".accounts")
        for (i = 0; i < 3000; i++) {
            if (!((side, i) in ids))
                continue
            if (side == "old" || below(5) == 0)
                region[i] = regions[below(5)]
            printf "%s,%s,%s,%s,1.0000,%d,tail,%s,score,%s,m\n", ids[side, i], region[i],
                money(cents()), members[side, i], ++rank[side], tiers[below(3)], period >file
            count = split(members[side, i], list, "|")
            for (k = 1; k <= count; k++)
                print list[k] "," ids[side, i] >(side ".accounts")
        }
    }
    BEGIN {
        seed = 27182
        regions[0] = ""; regions[1] = "North"; regions[2] = "South"; regions[3] = "\"East, far\""
        regions[4] = "\345\214\227"
        tiers[0] = "gold"; tiers[1] = "silver"; tiers[2] = "tail"
        for (i = 0; i < 3000; i++) {
            region[i] = regions[below(5)]
            names[i] = sprintf("%05d", i * 7919 % 4001)
            accounts[i] = names[i] (below(3) ? "" : "|X" names[i])
            fate = i % 10 ? below(12) : 11
            head = i - i % 10
            if (fate != 1 && fate != 4)
                place("old", i, names[i])
            if (fate == 2)
                place("new", i, "R" names[i])
            else if (fate != 0 && fate != 3)
                place("new", i, names[i])
            if (fate == 0)
                join("new", i, head)
            if (fate == 1)
                join("old", i, head)
        }
        write("old", "2026-09")
        write("new", "2026-10")
    }'

cat >tiers.kam <<'end'
[tiers]
names = gold, silver, tail
by = score
cut = customers 30%, 60%
end
export KAM_MODEL=tiers.kam
kam-diff --bridge --by region old.csv new.csv >bridge-region.csv
kam-diff --bridge --by tier old.csv new.csv >bridge-tier.csv
for figure in customers revenue-from revenue-to revenue-delta; do
    kam-diff --summary=$figure old.csv new.csv >$figure.csv
done
kam-diff --retention --by region old.csv new.csv >retention-region.csv
kam-diff --retention --by tier old.csv new.csv >retention-tier.csv

cat >compare.sql <<'end'
.mode csv
.import old.csv old
.import new.csv new
.import old.accounts old_accounts
.import new.accounts new_accounts
create table o as
    select account_id as id, region as g, tier as t, cast(replace(revenue, '.', '') as int) as r from old;
create table n as
    select account_id as id, region as g, tier as t, cast(replace(revenue, '.', '') as int) as r from new;
create unique index o_id on o(id);
create unique index n_id on n(id);

-- One row for accounts that two customers share.
create table shared as
    select a.customer as o, b.customer as n from old_accounts a join new_accounts b using (account)
    group by 1, 2;
create table pair as select o.id as o, n.id as n from o join n using (id);
insert into pair select o, n from shared
    where o not in (select o from pair) and n not in (select n from pair);
create table part as
    select 'merged' as move, o, n from shared where o not in (select o from pair)
    union all
    select 'split', o, n from shared where n not in (select n from pair);

-- merged: what a customer took in; split: what those split off it have.
create table merged as
    select n, sum(r) as r, sum(r > 0) as counted from part join o on o.id = part.o
    where move = 'merged' group by n;
create table split as
    select part.o, sum(r) as r from part join n on n.id = part.n where move = 'split' group by part.o;
create table movement as
    select 'both' as move, o.g as g0, n.g as g1, o.t as t0, n.t as t1, o.r as r0, n.r as r1,
           merged.r as merged, -split.r as split, merged.counted as counted
    from pair join o on o.id = pair.o join n on n.id = pair.n
         left join merged on merged.n = pair.n left join split on split.o = pair.o
    union all
    select ifnull((select move from part where part.o = o.id), 'lost'), g, null, t, null, r, 0, null, null, null
    from o where id not in (select o from pair)
    union all
    select ifnull((select move from part where part.n = n.id), 'new'), null, g, null, t, 0, r, null, null, null
    from n where id not in (select n from pair);
alter table movement add column organic;
update movement set organic =
    case move when 'merged' then 0 else r1 - r0 - ifnull(merged, 0) - ifnull(split, 0) end;
select move, count(*) > 150 from movement group by move order by move;

-- ---- the bridge -------------------------------------------------------------------------------
create view moved as select 'region' as by, g0 as k0, g1 as k1, * from movement
    union all select 'tier', t0, t1, * from movement;
create table entry as
    select by, k0 as k, 'old_total' as step, r0 as r from moved where k0 is not null
    union all select by, k1, 'new_total', r1 from moved where k1 is not null
    union all select by, k1, move, r1 from moved where move = 'new'
    union all select by, k0, move, -r0 from moved where move = 'lost'
    union all select by, k0, 'merged_out', -r0 from moved where move = 'merged'
    union all select by, k1, 'merged_in', merged from moved where merged is not null
    union all select by, k1, 'split_out', split from moved where split is not null
    union all select by, k1, 'split_in', r1 from moved where move = 'split'
    union all select by, k0, 'moved_out', -r0 from moved where k0 <> k1
    union all select by, k1, 'moved_in', r0 from moved where k0 <> k1
    union all select by, k1, case when organic > 0 then 'grown' when organic < 0 then 'shrunk'
                             else 'unchanged' end, organic from moved where move = 'both';
create table expected_bridge as
    select by, k, step, count(*) as c, sum(r) as r from entry group by 1, 2, 3
    union all select by, 'total', step, count(*), sum(r) from entry group by 1, 3;
.import bridge-region.csv found_region
.import bridge-tier.csv found_tier
create table found_bridge as
    select 'region' as by, region as k, step, customers + 0 as c,
           cast(replace(revenue, '.', '') as int) as r from found_region
    union all select 'tier', tier, step, customers + 0, cast(replace(revenue, '.', '') as int) from found_tier;
delete from found_bridge where c = 0 and r = 0;
select 'steps', (select count(*) from found_bridge) - (select count(*) from expected_bridge),
       (select count(*) > 90 from expected_bridge);
select 'wrong steps', count(*) from (select * from found_bridge except select * from expected_bridge);

-- ---- the matrix -------------------------------------------------------------------------------
.import customers.csv customers
.import revenue-from.csv revenue_from
.import revenue-to.csv revenue_to
.import revenue-delta.csv revenue_delta
create table cell as
    select case move when 'split' then 'split' else ifnull(t0, 'absent') end as k,
           case move when 'merged' then 'merged' else ifnull(t1, 'absent') end as l, r0, r1
    from movement;
insert into cell select 'total', l, r0, r1 from cell;
create view figure as
    select 'customers' as what, k, l, 1 as v from cell
    union all select 'revenue-from', k, l, r0 from cell
    union all select 'revenue-to', k, l, r1 from cell
    union all select 'revenue-delta', k, l, r1 - r0 from cell;
create table expected_matrix as
    select what, k, sum(v * (l = 'gold')) as gold, sum(v * (l = 'silver')) as silver,
           sum(v * (l = 'tail')) as tail, sum(v * (l = 'merged')) as merged,
           sum(v * (l = 'absent')) as absent, sum(v) as total
    from figure group by 1, 2;
create table found_matrix as select 'customers' as what, * from customers
    union all select 'revenue-from', * from revenue_from
    union all select 'revenue-to', * from revenue_to
    union all select 'revenue-delta', * from revenue_delta;
create table found_cents as
    select what, tier_from, cast(replace(gold, '.', '') as int) as gold,
           cast(replace(silver, '.', '') as int) as silver, cast(replace(tail, '.', '') as int) as tail,
           cast(replace(merged, '.', '') as int) as merged, cast(replace(absent, '.', '') as int) as absent,
           cast(replace(total, '.', '') as int) as total
    from found_matrix;
select 'matrix rows', (select count(*) from found_cents), (select count(*) from expected_matrix);
select 'wrong rows', count(*) from (select * from found_cents except select * from expected_matrix);

-- ---- retention --------------------------------------------------------------------------------
create table share as
    select by, k0 as k, r0 > 0 as counts, r0 > 0 and move = 'lost' as lost, max(r0, 0) as base,
           max(r0, 0) + organic as kept
    from moved where k0 is not null and (r0 > 0 or counted > 0);
insert into share select by, 'total', counts, lost, base, kept from share;
create table expected_retention as
    select by, k, sum(counts) as customers, sum(lost) as lost, sum(base) as base, sum(kept) as kept,
           sum(min(base, kept)) as gross
    from share group by 1, 2;
.import retention-region.csv retention_region
.import retention-tier.csv retention_tier
create table found_retention as select 'region' as by, region as k, * from retention_region
    union all select 'tier', tier, * from retention_tier;
select 'retention', count(*) from found_retention;
select 'wrong retention', count(*) from found_retention f left join expected_retention e using (by, k)
    where e.k is null or f.customers + 0 <> e.customers or f.lost + 0 <> e.lost or
          cast(replace(f.revenue_from, '.', '') as int) <> e.base or
          cast(replace(f.retained, '.', '') as int) <> e.kept or
          abs(f.nrr - 1.0 * e.kept / e.base) > 0.00000051 or
          abs(f.grr - 1.0 * e.gross / e.base) > 0.00000051 or
          abs(f.logo_churn - 1.0 * e.lost / e.customers) > 0.00000051;
end

check 'bridges, matrices and retention' 0 'sqlite3 :memory: <compare.sql' <<'end'
both,1
lost,1
merged,1
new,1
split,1
steps,0,1
"wrong steps",0
"matrix rows",24,24
"wrong rows",0
retention,10
"wrong retention",0
end

finish
