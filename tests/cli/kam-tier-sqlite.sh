# kam-tier --summary --by and --managers agree with sqlite3 about the example company, in fen.
. "$(dirname "$0")/lib.sh"

command -v sqlite3 >/dev/null || skip_missing sqlite3
generate=$KAM_BUILD/examples/generate
[ -x "$generate" ] || skip_all 'examples/generate is not built'

KAM_MODEL=$KAM_SOURCE/examples/telecom.kam
export KAM_MODEL
"$generate" --accounts 1000 --months 4 -o data
# A window of four months: nobody has had the six active ones that an admission asks for.
set -- --set 'admit high-fee:when=revenue >= 10万, months >= 3'
kam-import --period 2026-10 --join data/customers.csv --join-key 客户编号=account_id data/bills-* |
    kam-merge-group --relations data/relations.csv | kam-score -o scored.csv
kam-tier "$@" -o snapshot.csv scored.csv
kam-tier "$@" --summary -o whole.csv scored.csv
kam-tier "$@" --summary --by industry,潜力 -o groups.csv scored.csv
kam-tier "$@" --managers -o managers.csv scored.csv

cat >compare.sql <<'end'
.mode csv
.import snapshot.csv snapshot
.import whole.csv found_whole
.import groups.csv found_groups
.import managers.csv found_managers
create table customer as
    select tier, industry, 潜力 as potential, 客户经理 as manager, months + 0 as months,
           cast(round(revenue * 100) as int) as fen, score + 0 as score,
           case when tier_computed <> tier_unflagged then 'capped'
                when tier_unflagged <> tier_cut then 'admitted' else 'by_cut' end as way
    from snapshot;
create table step(tier, n);
insert into step values ('important', 1), ('main', 2), ('ordinary', 3), ('long-tail', 4);

-- All there is in the rows of tiers, of a group and of all.
create table layer as
    select industry, potential, step.tier, n, count(fen) as customers, ifnull(sum(fen), 0) as fen,
           ifnull(sum(max(fen, 0)), 0) as counted, min(score) as lowest, max(score) as highest,
           ifnull(sum(way = 'by_cut'), 0) as by_cut, ifnull(sum(way = 'admitted'), 0) as admitted,
           ifnull(sum(way = 'capped'), 0) as capped
    from (select distinct industry, potential from customer) join step
         left join customer using (industry, potential, tier)
    group by 1, 2, 3;
create table ranked as
    select *, max(fen, 0) as x,
           row_number() over (partition by industry, potential order by fen desc) as place,
           row_number() over (partition by industry, potential order by fen) as i,
           count(*) over (partition by industry, potential) as n
    from customer;
create table total as
    select industry, potential, count(*) as customers, sum(fen) as fen, sum(x) as counted,
           sum(case when place <= (n + 4) / 5 then x else 0 end) as top,
           sum((2 * i - n - 1) * x) as above, sum(months >= 2) as repeaters
    from ranked group by 1, 2;

create table listed as
    select rowid as place, industry, 潜力 as potential, tier, customers + 0 as customers,
           cast(round(revenue * 100) as int) as fen, customer_share, revenue_share, lowest, highest,
           top20_share, gini, by_cut + 0 as by_cut, admitted + 0 as admitted, capped + 0 as capped,
           held, capacity, repeat_share, worth_capacity, worth_repeat, worth_spread
    from found_groups;

select 'groups', count(*) > 20 from total;
select 'rows', (select count(*) from listed) = 5 * (select count(*) from total) + 1;
select 'admitted, capped', count(distinct way) = 3 from customer;
select 'order', count(*) from (
    select place, row_number() over (order by industry, potential,
        case tier when 'total' then 5 else (select n from step where step.tier = listed.tier) end)
        as expected from listed where tier <> 'grand_total')
    where place <> expected;
select 'layers', count(*) from layer left join listed using (industry, potential, tier)
    where listed.customers is not layer.customers or listed.fen is not layer.fen
       or listed.by_cut is not layer.by_cut or listed.admitted is not layer.admitted
       or listed.capped is not layer.capped or held <> '0' or capacity <> ''
       or (layer.customers and (abs(listed.lowest - layer.lowest) > 1e-9 or
                                abs(listed.highest - layer.highest) > 1e-9));
select 'shares', count(*) from layer join total using (industry, potential)
    join listed using (industry, potential, tier)
    where abs(customer_share - 1.0 * layer.customers / total.customers) > 5.01e-7
       or abs(revenue_share - 1.0 * layer.counted / total.counted) > 5.01e-7;
select 'totals', count(*) from total left join listed
    on total.industry = listed.industry and total.potential = listed.potential and tier = 'total'
    where listed.customers is not total.customers or listed.fen is not total.fen
       or (counted > 0 and (abs(top20_share - 1.0 * top / counted) > 5.01e-7 or
           abs(gini - 1.0 * above / (total.customers * counted)) > 5.01e-7 or
           worth_spread <> case when 2 * top >= counted then 'yes' else 'no' end))
       or abs(repeat_share - 1.0 * repeaters / total.customers) > 5.01e-7
       or worth_repeat <> case when 2 * repeaters >= total.customers then 'yes' else 'no' end;

-- The whole: its rows are sums of the groups', and the last rows agree.
select 'whole', count(*) from found_whole join
    (select tier, sum(customers) as n, sum(fen) as fen, sum(by_cut) as b, sum(admitted) as a,
            sum(capped) as c from listed group by tier) using (tier)
    where customers <> n or cast(round(revenue * 100) as int) <> fen
       or by_cut <> b or admitted <> a or capped <> c;
select 'places', group_concat(capacity) from found_whole;
select 'customers', count(*) from customer;
select 'last', count(*) from found_whole w join found_groups g on w.tier = 'total' and g.tier = 'grand_total'
    where w.customers = g.customers and w.revenue = g.revenue and w.gini = g.gini and
          w.capacity = g.capacity and w.worth_capacity = g.worth_capacity and w.capacity <> '';

create table load as
    select manager, count(*) as customers, sum(tier = 'important') as a, sum(tier = 'main') as b,
           sum(tier = 'ordinary') as c, sum(tier = 'long-tail') as d, sum(fen) as fen
    from customer group by 1;
select 'managers', count(*) > 10, sum(manager = '') from load;
select 'load', count(*) from load left join found_managers using (manager)
    where found_managers.customers is not cast(load.customers as text)
       or important + 0 <> a or main + 0 <> b or ordinary + 0 <> c or "long-tail" + 0 <> d
       or cast(round(revenue * 100) as int) <> fen
       or (manager <> '' and abs(load - load.customers / 60.0) > 5.01e-5)
       or (manager = '' and load <> '');
select 'by name', count(*) from (
    select rowid as place, row_number() over (order by manager = '', manager) as expected
    from found_managers where manager <> 'total') where place <> expected;
select 'all', count(*) from found_managers where manager = 'total'
    and customers + 0 = (select count(*) from customer)
    and cast(round(revenue * 100) as int) = (select sum(fen) from customer)
    and abs(load - (select count(*) from customer) / (60.0 * (select count(*) from load where manager <> ''))) <= 5.01e-5
    and rowid = (select count(*) from found_managers);
end

check 'the pyramids of groups and what managers have to look after' 0 'sqlite3 :memory: <compare.sql' <<'end'
groups,1
rows,1
"admitted, capped",1
order,0
layers,0
shares,0
totals,0
whole,0
places,"9,35,129,,720"
customers,863
last,1
managers,1,1
load,0
"by name",0
all,1
end

finish
