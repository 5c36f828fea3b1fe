# kam-import agrees with sqlite3, in integer cents, about every account and month of a large export.
. "$(dirname "$0")/lib.sh"

command -v sqlite3 >/dev/null || skip_missing sqlite3
generate=$KAM_BUILD/examples/generate
[ -x "$generate" ] || skip_all 'examples/generate is not built'

"$generate" --bench "${KAM_SQLITE_LINES:-20000}" --accounts "${KAM_SQLITE_ACCOUNTS:-1000}" -o export.csv
kam-import --keep industry --sum usage export.csv >accounts.csv

# The month cells as account,month,amount.
awk -F, '
    NR == 1 {
        for (i = 1; i <= NF; i++)
            if ($i ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]$/)
                month[i] = $i
        next
    }
    {
        gsub(/"[^"]*"/, "")
        for (i in month)
            if ($i != "")
                print $1 "," month[i] "," $i
    }' accounts.csv >cells.csv

cat >compare.sql <<'end'
.mode csv
.import export.csv lines
.import accounts.csv found
create table cells(id text, month text, amount text);
.import cells.csv cells
create view cents as
    select account_id as id, month, service, cast(usage as int) as usage,
           cast(replace(amount, '.', '') as int) as amount,
           cast(replace(cost, '.', '') as int) as cost
    from lines;
create table expected as
    select id, count(*), sum(amount), sum(cost), sum(usage) * 100, min(month), max(month),
           count(distinct service)
    from cents group by id;
create table listed as
    select account_id, cast(lines as int), cast(replace(revenue, '.', '') as int),
           cast(replace(cost, '.', '') as int), cast(replace(usage, '.', '') as int), first_month,
           last_month, cast(service_count as int)
    from found;
create table expected_cells as select id, month, sum(amount) as amount from cents group by id, month;
create table listed_cells as
    select id, month, cast(replace(amount, '.', '') as int) as amount from cells;
select 'amounts of more than two places', count(*) from lines
    where amount not like '%.__' or cost not like '%.__';
select 'enough accounts', count(*) > 800 from listed;
select 'in order', count(*) from found a join found b on b.rowid = a.rowid + 1
    where a.account_id >= b.account_id;
select 'accounts missing', count(*) from (select * from expected except select * from listed);
select 'accounts wrong', count(*) from (select * from listed except select * from expected);
select 'accounts twice', (select count(*) from listed) - (select count(*) from expected);
select 'enough months', count(*) > 5000 from listed_cells;
select 'months missing', count(*) from (select * from expected_cells except select * from listed_cells);
select 'months wrong', count(*) from (select * from listed_cells except select * from expected_cells);
end
check 'lines, revenue, cost, sums, first and last month, services and all months' 0 \
    'sqlite3 :memory: <compare.sql' <<'end'
"amounts of more than two places",0
"enough accounts",1
"in order",0
"accounts missing",0
"accounts wrong",0
"accounts twice",0
"enough months",1
"months missing",0
"months wrong",0
end

finish
