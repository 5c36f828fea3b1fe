# kam-merge-group agrees with sqlite3 (recursive queries) about random bases: who is one customer,
# what the head and its branches brought, and which customers may be one.
. "$(dirname "$0")/lib.sh"

command -v sqlite3 >/dev/null || skip_missing sqlite3

awk -v OFS=, '
    function below(n) { seed = (seed * 16807) % 2147483647; return seed % n }
    BEGIN {
        seed = 42
        print "account_id,account_name,group_id,payer_id,tax,lines,revenue,2026-10" >"accounts.csv"
        for (i = 0; i < 5000; i++) {
            cents = below(1000000)
            amount = sprintf("%d.%02d", cents / 100, cents % 100)
            print "a" i, "公司" below(4000) (below(2) ? "有限公司" : " 集团"), \
                (below(6) ? "" : "g" below(900)), (below(8) ? "" : "a" below(6000)), \
                (below(8) ? "" : "t" below(700)), 1, amount, amount >"accounts.csv"
        }
        print "account_id,parent_id,kind,from,to" >"relations.csv"
        for (i = 0; i < 600; i++)
            print "a" below(5500), "a" below(5500), \
                substr("      parentpayer same  ", 1 + below(4) * 6, 6), \
                (below(4) ? "" : "2026-1" below(3)), (below(4) ? "" : "2026-12") >"relations.csv"
        for (i = 0; i < 100; i++)
            print "a" below(5500), "a" below(5500), "", "", (below(2) ? "2026-09" : "2026-10") >"relations.csv"
        # Names that follow each other, up to three times, and one that is still to come.
        for (i = 0; i < 300; i++) {
            print "a" i * 7, "r" i, "renamed", (below(3) ? "2026-0" 1 + below(3) : ""), "" >"relations.csv"
            if (i % 3 < 2)
                print "r" i, "r" i + 1, "renamed", "2026-05", "" >"relations.csv"
            else if (i % 2)
                print "r" i, "r" i + 1, "renamed", "2026-11", "" >"relations.csv"
        }
    }'
sed -i 's/ *,/,/g' relations.csv

kam-merge-group --same tax --relations relations.csv --members-out members.csv --max-members 9999 \
    --suggest suggestions.csv --suggest-by tax -o customers.csv accounts.csv 2>/dev/null

cat >compare.sql <<'end'
.mode csv
.import accounts.csv account
.import relations.csv relation
.import members.csv member
.import customers.csv customer
.import suggestions.csv suggestion
create table link(a, b);
insert into link select 'a:' || account_id, 'g:' || group_id from account where group_id <> '';
insert into link select 'a:' || account_id, 'a:' || payer_id from account where payer_id <> '';
insert into link select 'a:' || account_id, 't:' || tax from account where tax <> '';
insert into link select 'a:' || account_id, 'a:' || parent_id from relation
    where ("from" = '' or "from" <= '2026-10') and ("to" = '' or "to" >= '2026-10');
insert into link select b, a from link;
create index link_a on link(a);
-- From each account, in the order of their ids, all that can be reached; the first stands for it.
create table found(id primary key, root);
create table node as select distinct 'a:' || account_id as id from account;
with recursive reach(root, id) as (
    select id, id from node
    union select root, b from reach join link on link.a = reach.id)
insert into found select id, min(root) from reach where id like 'a:%' group by id;

-- Renamed: the end of each chain.
create table rename as select account_id as old, parent_id as new from relation
    where kind = 'renamed' and "from" <= '2026-10';
create table newest as
with recursive step(id, now) as (
    select old, new from rename
    union select step.id, new from step join rename on rename.old = step.now)
select id, now from step where now not in (select old from rename);

.print members that are in other customers there:
select count(*) from member m join member n on n.customer = m.customer and n.account < m.account
    join found f on f.id = 'a:' || m.account join found g on g.id = 'a:' || n.account
    where f.root <> g.root;
.print customers here and there:
select (select count(*) from customer) = (select count(distinct root) from found);
select (select count(*) from member) = (select count(*) from found);
.print accounts not called by their newest id:
select count(*) from newest join member m on m.account = newest.id where m.via <> 'renamed:' || now;
select count(*) from newest join customer on account_id = id;
select (select count(*) from newest) > 250;
.print customers whose own revenue is another, and branches that do not add up:
create table own as
    select customer, sum(cast(round(m.revenue * 100) as int)) as fen from member m
    where account = customer or account in (select id from newest where now = customer)
    group by customer;
select count(*) from customer join own on customer = account_id
    where fen <> cast(round(own_revenue * 100) as int);
select count(*) from customer where cast(round(revenue * 100) as int)
    <> cast(round(own_revenue * 100) as int) + cast(round(branch_revenue * 100) as int);
.print pairs that are suggested there or here only, and how many there are:
create table name as select account_id as id, 'n' || replace(replace(account_name, '有限公司', ''), ' 集团', '')
    as key, cast(round(revenue * 100) as int) as fen from customer where account_name <> ''
    union select m.customer, 't' || a.tax, cast(round(c.revenue * 100) as int) from account a
    join member m on m.account = a.account_id join customer c on c.account_id = m.customer where a.tax <> '';
create table top as select key, id as parent from (select key, id,
    row_number() over (partition by key order by fen desc, id) as place,
    count(*) over (partition by key) as customers from name) where place = 1 and customers between 2 and 10;
create table pair as select distinct name.id, parent from name join top using (key) where name.id <> parent;
select count(*) from pair left join suggestion s on s.account_id = id and s.parent_id = parent
    where s.account_id is null;
select count(*) from suggestion s left join pair on s.account_id = id and s.parent_id = parent
    where id is null and s.account_id <> s.parent_id;
select (select count(*) from pair) > 100;
end
check 'sqlite3 finds the same' 0 'sqlite3 :memory: <compare.sql' <<'end'
members that are in other customers there:
0
customers here and there:
1
1
accounts not called by their newest id:
0
0
1
customers whose own revenue is another, and branches that do not add up:
0
0
pairs that are suggested there or here only, and how many there are:
0
0
1
end

finish
