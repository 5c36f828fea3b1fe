# kam-diff agrees with sqlite3 about who is who on a generated base of customers with accounts that
# come, go and move, whose heads change, who are silent for long or come back: every movement, the
# bridge, the matrix and retention, in integer cents. KAM_TEST_CUSTOMERS: how many, about.
. "$(dirname "$0")/lib.sh"

command -v sqlite3 >/dev/null || skip_missing sqlite3

cat >rules.kam <<'end'
[dimension revenue]
column = revenue
weight = 1
bands = 0:0, 1000:100

[tiers]
names = gold, silver, tail
by = revenue
cut = value 5000, 1000
lost-after = 3
end

# Of each customer: its accounts in both months and in an earlier snapshot, and its facts. The
# accounts of customer c are c * 4 to c * 4 + 3; who owns them is what own-MONTH.csv says.
awk -v OFS=, -v customers="${KAM_TEST_CUSTOMERS:-20000}" '
    function below(n) {
        seed = (seed * 16807) % 2147483647
        return seed % n
    }
    function id(account) { return sprintf("%07d", account * 7919 % 9999991) }
    function belongs(month, customer, account) {
        n = count[month, customer]++
        accounts[month, customer, n] = id(account)
    }
    # The members, sorted, as a cell; the head is one of them.
    function write(month, customer, head,    n, i, k, t, cell, cents) {
        n = count[month, customer]
        if (n == 0)
            return
        for (i = 0; i < n; i++) {
            t = accounts[month, customer, i]
            for (k = i; k > 0 && sorted[k - 1] > t; k--)
                sorted[k] = sorted[k - 1]
            sorted[k] = t
        }
        head = sorted[head % n]
        for (i = 0; i < n; i++) {
            cell = cell (i ? "|" : "") sorted[i]
            print head, sorted[i] >("own-" month ".csv")
        }
        cents = below(3) ? below(1000000) - 100000 : (below(9) - 3) * 100000
        t = cents < 0 ? -cents : cents
        printf "%s,%s%d.%02d,%d,%s,%d,gold,%s,revenue,2026-%s,m\n", head, (cents < 0 ? "-" : ""),
            t / 100, t % 100, below(6) ? below(3) : below(6), cell, ++rank,
            (below(3) ? "gold" : below(2) ? "silver" : "tail"), month >(month ".csv")
    }
    BEGIN {
        seed = 20261
        split("08 09 10", months, " ")
        for (m = 1; m <= 3; m++) {
            print "account_id,revenue,idle,members,rank,tier_cut,tier,by,period,model" >(months[m] ".csv")
            print "customer,account" >("own-" months[m] ".csv")
        }
        for (c = 0; c < customers; c++) {
            size = below(2) ? 1 : 1 + below(4)
            comes = below(12) == 0; goes = below(12) == 0; early = below(3) == 0
            for (k = 0; k < size; k++) {
                account = c * 4 + k
                if (early)
                    belongs("08", c, account)
                if (!comes && below(20))
                    belongs("09", below(30) ? c : below(customers), account)
                if (!goes && below(20))
                    belongs("10", below(12) ? c : below(customers), account)
            }
        }
        for (c = 0; c < customers; c++) {
            head = below(4)
            write("08", c, head)
            write("09", c, head)
            write("10", c, below(8) ? head : below(4))
        }
    }'

export KAM_MODEL=rules.kam
kam-diff --all --seen 08.csv -o found.csv 09.csv 10.csv
kam-diff --bridge --seen 08.csv -o found_bridge.csv 09.csv 10.csv
kam-diff --summary=revenue-to --seen 08.csv -o found_revenue.csv 09.csv 10.csv
kam-diff --summary --seen 08.csv -o found_matrix.csv 09.csv 10.csv
kam-diff --retention -o found_retention.csv 09.csv 10.csv

{
    cat <<'end'
.mode csv
.import 09.csv o_text
.import 10.csv n_text
.import own-08.csv early
.import own-09.csv o_own
.import own-10.csv n_own
.import found.csv found
.import found_bridge.csv found_bridge
.import found_matrix.csv found_matrix
.import found_revenue.csv found_revenue
.import found_retention.csv found_retention
create table o as select rowid as row, account_id as id, tier, idle >= 3 as lost,
    cast(replace(revenue, '.', '') as int) as cents from o_text;
create table n as select rowid as row, account_id as id, tier, idle >= 3 as lost,
    cast(replace(revenue, '.', '') as int) as cents from n_text;
create unique index o_row on o(row);
create unique index n_row on n(row);
create unique index o_id on o(id);
create unique index n_id on n(id);

-- Accounts that both months have, and whose they were and are.
create table moved as
    select account, o.row as o, n.row as n
    from o_own join n_own using (account)
    join o on o.id = o_own.customer join n on n.id = n_own.customer;
create table pair(o int primary key, n int unique, by_accounts int);
insert into pair select o.row, n.row, 0 from o join n using (id);
create table bond as
    select o, n, count(*) as shared from moved
    where not exists (select * from pair where pair.o = moved.o)
       or not exists (select * from pair where pair.n = moved.n)
    group by o, n;
create table proposal as
    select b.o, b.n, row_number() over (order by shared desc, o.cents + n.cents desc,
        min(o.id, n.id), max(o.id, n.id)) as place
    from bond b join o on o.row = b.o join n on n.row = b.n
    where not exists (select * from pair where pair.o = b.o)
      and not exists (select * from pair where pair.n = b.n);
create index proposal_o on proposal(o, place);
create index proposal_n on proposal(n, place);
end
    # Proposals that are the best of both, again and again.
    for _ in 1 2 3 4 5 6 7 8; do
        cat <<'end'
insert into pair select o, n, 1 from proposal p
    where place = (select min(place) from proposal q where q.o = p.o)
      and place = (select min(place) from proposal q where q.n = p.n);
delete from proposal where o in (select o from pair) or n in (select n from pair);
end
    done
    cat <<'end'
select 'proposals left', count(*) from proposal;
create table merged as
    select o, n as whole from (
        select b.o, b.n, row_number() over (partition by b.o order by shared desc, n.cents desc, n.id)
            as place
        from bond b join n on n.row = b.n where not exists (select * from pair where pair.o = b.o))
    where place = 1;
create table split as
    select n, o as whole from (
        select b.n, b.o, row_number() over (partition by b.n order by shared desc, o.cents desc, o.id)
            as place
        from bond b join o on o.row = b.o where not exists (select * from pair where pair.n = b.n))
    where place = 1;
create unique index merged_o on merged(o);
create unique index split_n on split(n);
create table returned as
    select distinct n.row as n from n_own join early using (account) join n on n.id = n_own.customer;
create unique index returned_n on returned(n);

-- The full outer join.
create table both as
    select o.row as o, p.n, p.by_accounts, m.whole as into_row, null as from_row
    from o left join pair p on p.o = o.row left join merged m on m.o = o.row
    union all
    select null, n.row, null, null, s.whole
    from n left join split s on s.n = n.row
    where not exists (select * from pair where pair.n = n.row);
create table step(tier text primary key, n int);
insert into step values ('gold', 1), ('silver', 2), ('tail', 3);
create table moves as
    select case
        when b.o is null then
            case when from_row is not null then 'split' when n.lost then 'silent'
                 when exists (select * from returned r where r.n = b.n) then 'returned' else 'new' end
        when b.n is null then
            case when into_row is not null then 'merged' when o.lost then 'silent' else 'lost' end
        when o.lost and n.lost then 'silent' when n.lost then 'lost' when o.lost then 'returned'
        when s1.n < s0.n then 'up' when s1.n > s0.n then 'down'
        when by_accounts then 'renamed' else 'same' end as move,
        b.*, o.id as o_id, n.id as n_id, o.tier as t0, n.tier as t1, o.cents as r0, n.cents as r1,
        ifnull(n.cents, 0) - ifnull(o.cents, 0) as delta, o.lost as o_lost, n.lost as n_lost
    from both b left join o on o.row = b.o left join n on n.row = b.n
    left join step s0 on s0.tier = o.tier left join step s1 on s1.tier = n.tier;
create table taken as select into_row as n, count(*) as count, sum(r0) as cents,
        sum(r0 > 0 and not o_lost) as counted from moves
    where move = 'merged' group by 1;
create table given as select from_row as o, count(*) as count, sum(r1) as cents from moves
    where move = 'split' group by 1;
create unique index taken_n on taken(n);
create unique index given_o on given(o);
create table expected as
    select m.*, ifnull(n_id, o_id) as id, t.cents as took, t.counted as took_counted, g.cents as gave,
        case when move = 'merged' then -r0 when move = 'split' then r1
             when t.cents is not null or g.cents is not null
             then ifnull(t.cents, 0) - ifnull(g.cents, 0) end as through,
        (select id from n where row = into_row) as into_id,
        case when move = 'split' then (select id from o where row = from_row)
             when by_accounts then o_id end as from_id
    from moves m left join taken t on t.n = m.n left join given g on g.o = m.o;
create table listed as
    select account_id as id, move, tier_from, tier_to,
        case revenue_from when '' then '' else cast(replace(revenue_from, '.', '') as int) end as r0,
        case revenue_to when '' then '' else cast(replace(revenue_to, '.', '') as int) end as r1,
        cast(replace(revenue_delta, '.', '') as int) as delta,
        case revenue_transferred when '' then null
             else cast(replace(revenue_transferred, '.', '') as int) end as through,
        nullif("into", '') as into_id, nullif("from", '') as from_id, lost_in
    from found;
create view wanted as
    select id, move, ifnull(t0, ''), ifnull(t1, ''), ifnull(r0, ''), ifnull(r1, ''), delta, through,
        into_id, from_id,
        case when o_lost and n_lost then 'both' when o_lost then 'old' when n_lost then 'new' else '' end
    from expected;
select 'moves', group_concat(move, ' ') from (select distinct move from listed order by 1);
select 'counts', (select count(*) from listed) = (select count(*) from expected),
    count(*) > (select count(*) from o) from listed;
select 'missing', count(*) from (select * from wanted except select * from listed);
select 'wrong', count(*) from (select * from listed except select * from wanted);

create table expected_bridge as
    select 'old_total' as step, sum(not lost) as customers, sum(cents) as cents from o union all
    select 'new_total', sum(not lost), sum(cents) from n union all
    select 'merged_in', count(*), sum(took) from expected where took is not null union all
    select 'split_out', count(*), -sum(gave) from expected where gave is not null union all
    select case when move in ('new', 'lost', 'returned') then move when move = 'merged' then 'merged_out'
                when move = 'split' then 'split_in' when not was and not is_now then 'silent'
                when own > 0 then 'grown' when own < 0 then 'shrunk' else 'unchanged' end,
           sum(case move when 'merged' then was when 'split' then is_now else 1 end), sum(own)
    from (select move, ifnull(not o_lost, 0) as was, ifnull(not n_lost, 0) as is_now, case when move in ('merged', 'split') then delta
                            else delta - ifnull(through, 0) end as own from expected)
    group by 1;
select 'bridge', count(*), (select count(*) from found_bridge) from (
    select step, customers + 0, cast(replace(revenue, '.', '') as int) from found_bridge
    except select * from expected_bridge);

create table cell as
    select case when o is null then iif(move = 'split', 'split', 'absent') when o_lost then 'absent'
                else t0 end as t0,
           case when n is null then iif(move = 'merged', 'merged', 'absent') when n_lost then 'absent'
                else t1 end as t1, ifnull(r1, 0) as cents
    from expected;
create view with_total as
    select * from cell union all select 'total', t1, cents from cell;
select 'matrix', count(*), (select count(*) from found_matrix) from (
    select tier_from, gold + 0, silver + 0, tail + 0, merged + 0, absent + 0, total + 0
    from found_matrix except
    select t0, sum(t1 = 'gold'), sum(t1 = 'silver'), sum(t1 = 'tail'), sum(t1 = 'merged'),
        sum(t1 = 'absent'), count(*) from with_total group by 1);
select 'matrix of revenue', count(*), (select count(*) from found_revenue) from (
    select tier_from, cast(replace(gold, '.', '') as int), cast(replace(silver, '.', '') as int),
        cast(replace(tail, '.', '') as int), cast(replace(merged, '.', '') as int),
        cast(replace(absent, '.', '') as int), cast(replace(total, '.', '') as int)
    from found_revenue except
    select t0, sum(iif(t1 = 'gold', cents, 0)), sum(iif(t1 = 'silver', cents, 0)),
        sum(iif(t1 = 'tail', cents, 0)), sum(iif(t1 = 'merged', cents, 0)),
        sum(iif(t1 = 'absent', cents, 0)), sum(cents) from with_total group by 1);
-- Who had a revenue, or only took in some who had.
create table kept as
    select counts, counts and move = 'lost' as lost, base,
        base + delta - iif(move in ('merged', 'split'), delta, ifnull(through, 0)) as retained
    from (select *, ifnull(r0 > 0 and not o_lost, 0) as counts,
                 iif(r0 > 0 and not o_lost, r0, 0) as base from expected)
    where counts or took_counted > 0;
create table rates as
    select sum(counts) as customers, sum(lost) as lost, sum(base) as base, sum(retained) as retained,
        1.0 * sum(retained) / sum(base) as nrr, 1.0 * sum(min(base, retained)) / sum(base) as grr,
        1.0 * sum(lost) / sum(counts) as churn
    from kept;
select 'retention', f.customers + 0 = r.customers, f.lost + 0 = r.lost,
    cast(replace(f.revenue_from, '.', '') as int) = base,
    cast(replace(f.retained, '.', '') as int) = r.retained,
    abs(f.nrr - r.nrr) < 6e-7, abs(f.grr - r.grr) < 6e-7, abs(logo_churn - churn) < 6e-7
    from found_retention f, rates r;
end
} >compare.sql

check 'every movement, the bridge and the matrix' 0 'sqlite3 :memory: <compare.sql' <<'end'
"proposals left",0
moves,"down lost merged new renamed returned same silent split up"
counts,1,1
missing,0
wrong,0
bridge,0,13
matrix,0,6
"matrix of revenue",0,6
retention,1,1,1,1,1,1,1
end

finish
