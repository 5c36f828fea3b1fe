# kam-diff --history agrees with sqlite3 about every customer of a generated base, in whole numbers.
. "$(dirname "$0")/lib.sh"

command -v sqlite3 >/dev/null || skip_missing sqlite3

# snapshot SEED PERIOD: most of 900 customers, each with a course of its own, in one of three tiers.
snapshot() {
    awk -v seed="$1" -v period="$2" '
        function below(n) {
            seed = (seed * 16807) % 2147483647
            return seed % n
        }
        BEGIN {
            split(period, parts, "-")
            month = parts[1] * 12 + parts[2] - 24306
            print "account_id,revenue,score,tier,by,period,model," period
            for (i = 0; i < 900; i++) {
                if (below(9) == 0)
                    continue
                noise = i % 3 ? below(9) * 500 : below(40) * 500
                cents = (i % 31 - 10) * 10000 + (i % 7 - 3) * month * 700 + noise
                sign = cents < 0 ? "-" : ""
                size = cents < 0 ? -cents : cents
                tier = below(3)
                split("gold silver tail", names, " ")
                printf "c%03d,%s%d.%02d,%d.%04d,%s,score,%s,m,%s\n", i, sign, size / 100, size % 100,
                    below(100), below(10000), names[tier + 1], period, below(12) ? "1.00" : ""
            }
        }'
}
printf '[tiers]\nnames = gold, silver, tail\nby = score\ncut = customers 20%%, 60%%\n' >rules.kam
seed=7
number=0
for period in 2025-11 2025-12 2026-01 2026-03 2026-04 2026-05 2026-08; do
    seed=$((seed * 31))
    number=$((number + 1))
    snapshot $seed $period >$period.csv
    awk -F, -v OFS=, -v n=$number -v month=$((${period%-*} * 12 + 1${period#*-} - 100)) \
        'NR > 1 { gsub(/\./, ""); print n, month, $1, $2, $3, $4, $8 }' $period.csv >>all.csv
done
kam-diff -m rules.kam --history 20*.csv >history.csv

cat >history.sql <<'end'
.mode csv
create table points(n int, month int, id text, cents int, score int, tier text, last text);
.import all.csv points
.import history.csv found
create table step(tier text primary key, step int);
insert into step values ('gold', 1), ('silver', 2), ('tail', 3);
-- slopes as multiples of 1/27720, which all distances divide
create view slopes as
    select a.id, (b.cents - a.cents) * 27720 / (b.month - a.month) as revenue,
           (b.score - a.score) * 27720 / (b.month - a.month) as score,
           (b.cents > a.cents) - (b.cents < a.cents) as sign, b.cents = a.cents as equal
    from points a join points b on a.id = b.id and a.n < b.n;
create table ranked as
    select id, revenue, score, row_number() over (partition by id order by revenue) as r,
           row_number() over (partition by id order by score) as s,
           count(*) over (partition by id) as count
    from slopes;
-- twice the median, then rounded half to even to 4 places: of cents, of ten thousandths
create table medians as
    select id, sum(case when r in ((count + 1) / 2, count / 2 + 1) then revenue * (2 - (count % 2 = 0)) end) as revenue,
           sum(case when s in ((count + 1) / 2, count / 2 + 1) then score * (2 - (count % 2 = 0)) end) as score
    from ranked group by id;
create view quotients as
    select id, revenue * 100 as a, 2 * 27720 as d, score as b from medians;
create view floors as
    select id, a, b, d, (a - ((a % d + d) % d)) / d as qa, (a % d + d) % d as ra,
           (b - ((b % d + d) % d)) / d as qb, (b % d + d) % d as rb from quotients;
create view trends as
    select id, qa + (2 * ra > d or (2 * ra = d and qa % 2 != 0)) as revenue,
           qb + (2 * rb > d or (2 * rb = d and qb % 2 != 0)) as score from floors;
create table usual as
    select id, sum(case when r in ((count + 1) / 2, count / 2 + 1) then size * (2 - (count % 2 = 0)) end) as twice
    from (select id, abs(cents) as size, row_number() over (partition by id order by abs(cents)) as r,
                 count(*) over (partition by id) as count from points) group by id;
-- Gilbert (1987), table A18: the least S with a probability below 0.1
create table least(count int, s int);
insert into least values (3, 4), (4, 6), (5, 8), (6, 9), (7, 11);
create table tested as
    select id, sum(sign) as s, sum(equal) as ties from slopes group by id;
create table moves as
    select a.id, sum(x.step > y.step) as ups, sum(x.step < y.step) as downs
    from points a join points b on a.id = b.id and b.n = a.n + 1
         join step x on x.tier = a.tier join step y on y.tier = b.tier
    group by a.id;
-- rows that nothing parts from the last snapshot: no other tier, and no snapshot without a row
create table runs as
    select id, 24320 - min(month) + 1 as months from (
        select id, month, sum(parted) over (partition by id order by n desc) as parted from (
            select id, month, n, n < 7 and (lead(n) over w is not n + 1 or
                                            lead(tier) over w is not tier) as parted
            from points window w as (partition by id order by n)))
    where parted = 0 group by id;
create table lasts as
    select p.id, p.n, p.cents, p.tier, p.last, (select count(*) from points q where q.id = p.id) as periods
    from points p where n = (select max(n) from points q where q.id = p.id);
create table expected as
    select row_number() over (order by l.cents desc, l.id) as place, l.id, l.periods,
           ifnull(m.ups, 0) as ups, ifnull(m.downs, 0) as downs, l.cents,
           case when l.n = 7 then l.tier else '' end as tier,
           case when l.n = 7 then r.months else '' end as months,
           ifnull(t.revenue, '') as revenue, ifnull(t.score, '') as score,
           case when l.n < 7 then 'lost' else '' end as end,
           case when l.n < 7 or l.last = '' then 'leaving'
                when l.periods < 3 then ''
                when abs(u.revenue) * 2 <= w.twice * 27720 / 100 * 2 then 'steady'
                when x.ties > 0 then '?'
                when abs(x.s) < e.s then 'steady'
                when x.s > 0 then 'rising' else 'falling' end as outlook
    from lasts l left join moves m using (id) left join trends t using (id)
         left join medians u using (id) left join usual w using (id) left join tested x using (id)
         left join runs r using (id) left join least e on e.count = l.periods;
create table listed as
    select rowid as place, account_id as id, cast(periods as int) as periods,
           cast(ups as int) as ups, cast(downs as int) as downs,
           cast(replace(revenue, '.', '') as int) as cents, tier,
           case months_in_tier when '' then '' else cast(months_in_tier as int) end as months,
           case revenue_trend when '' then '' else cast(round(revenue_trend * 10000) as int) end as revenue,
           case score_trend when '' then '' else cast(round(score_trend * 10000) as int) end as score,
           "end", outlook
    from found;
select 'customers', count(*) from listed;
select 'outlooks', count(distinct outlook) from listed;
select 'tied', count(*) < 200 from expected where outlook = '?';
update listed set outlook = '?' where id in (select id from expected where outlook = '?');
select 'missing', count(*) from (select * from expected except select * from listed);
select 'wrong', count(*) from (select * from listed except select * from expected);
end
check 'sqlite3 finds the same' 0 sqlite3 -init history.sql :memory: .quit <<'end'
customers,900
outlooks,4
tied,1
missing,0
wrong,0
end

finish
