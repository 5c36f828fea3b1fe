# kam-score: points that depend on other rows: scale, direction, population.
. "$(dirname "$0")/lib.sh"

cat >good.csv <<'end'
account_id,region,lines,figure
a,N,1,10.00
b,N,1,20.00
c,S,1,20.00
d,S,1,-30.00
e,,1,0.00
f,N,1,
end
cat >good.kam <<'end'
[dimension x]
column = figure
weight = 1
scale  = percentile
end
export KAM_MODEL=good.kam

# points [OPTION]... FILE: id and points of each.
points() {
    kam-score "$@" | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "points_x") at = i; next }
        { print $1, $at }' | paste -sd ' ' -
}

check 'percentile ranks, equal ones in the middle of their places' 0 points good.csv <<'end'
a 50.0000 b 87.5000 c 87.5000 d 0.0000 e 25.0000 f 
end
check 'between the lowest and the highest' 0 points --set 'dimension x:scale=minmax' good.csv <<'end'
a 80.0000 b 100.0000 c 100.0000 d 0.0000 e 60.0000 f 
end
# Mean 4, variance (36 + 256 + 256 + 1156 + 16) / 5.
check 'T scores' 0 points --set 'dimension x:scale=zscore' good.csv <<'end'
a 53.2350 b 58.6266 c 58.6266 d 31.6684 e 47.8433 f 
end
check 'shares of the positive sum' 0 points --set 'dimension x:scale=share' good.csv <<'end'
a 20.0000 b 40.0000 c 40.0000 d 0.0000 e 0.0000 f 
end
check 'less is better' 0 points --set 'dimension x:direction=down' good.csv <<'end'
a 50.0000 b 12.5000 c 12.5000 d 100.0000 e 75.0000 f 
end
check 'up is the direction if there is none' 0 \
    'kam-score good.csv >plain.csv; kam-score --set "dimension x:direction=up" good.csv | cmp - plain.csv
    kam-score --set "dimension x:population=all" good.csv | cmp - plain.csv'
check 'those of a region among each other, those without one, too' 0 \
    points --set 'dimension x:population=per region' good.csv <<'end'
a 0.0000 b 100.0000 c 100.0000 d 0.0000 e 50.0000 f 
end
check 'what is empty goes as the dimension says, and teaches nothing' 0 \
    points --set 'dimension x:missing=zero' good.csv <<'end'
a 50.0000 b 87.5000 c 87.5000 d 0.0000 e 25.0000 f 0.0000
end

# ---- segments

cat >segments.kam <<'end'
[dimension x]
column = figure
weight = 1
scale  = minmax
[dimension x | region = N]
scale  = minmax
population = segment
direction = down
[dimension x | region = S]
bands = -1000:7, 20:70
end
check 'a segment among its own rows; the others among all, its rows included' 0 \
    points -m segments.kam good.csv <<'end'
a 100.0000 b 0.0000 c 70.0000 d 7.0000 e 60.0000 f 
end
check 'the rows of no segment among each other' 0 \
    "sed 's/^e,,/e,W,/; s/^d,S/d,/' good.csv | points -m segments.kam --set 'dimension x:population=segment'" <<'end'
a 100.0000 b 0.0000 c 70.0000 d 0.0000 e 100.0000 f 
end

cat >texts.kam <<'end'
[dimension x]
column = figure
weight = 1
scale  = percentile
[dimension x | region = T]
values = much:90, *:10
end
printf 'account_id,region,figure\n1,,5\n2,T,much\n3,T,7\n4,,9\n' >texts.csv
check 'a text that has its points is no number of the population, and a number is' 0 \
    points -m texts.kam texts.csv <<'end'
1 0.0000 2 90.0000 3 10.0000 4 100.0000
end

# ---- prospects

printf 'account_id,lines,figure\n1,3,10\n2,1,20\n3,2,40\n4,0,30\n5,0,90\n6,0,\n' >prospects.csv
check 'prospects have points among the customers, who have none among them' 0 \
    'for scale in percentile minmax zscore share; do
        points --set "dimension x:scale=$scale" --set "dimension x:missing=error" prospects.csv
    done' <<'end'
1 0.0000 2 50.0000 3 100.0000 4 66.6667 5 100.0000 6 
1 0.0000 2 33.3333 3 100.0000 4 66.6667 5 100.0000 6 
1 39.3096 2 47.3274 3 63.3631 4 55.3452 5 100.0000 6 
1 14.2857 2 28.5714 3 57.1429 4 42.8571 5 100.0000 6 
end

# ---- laws

awk 'BEGIN { srand(7); print "account_id,region,lines,figure,debt"
    for (i = 0; i < 20000; i++)
        printf "%05d,r%d,%d,%d.%02d,%s\n", i, i * i % 7, (i % 50 > 0), (i * 7919) % 3001 - 500, i % 3,
            i % 11 ? (i * 31) % 97 / 8 : "" }' >many.csv
cat >many.kam <<'end'
[dimension x]
column = figure
weight = 2
scale  = percentile
population = per region
[dimension x | region = r2]
scale  = zscore
population = segment
[dimension z]
column = figure
weight = 1
scale  = zscore
direction = down
[dimension m]
column = debt
weight = 1
scale  = minmax
[dimension s]
column = figure
weight = 1
scale  = share
[dimension p]
column = debt
weight = 3
scale  = percentile
end
check 'the number of threads makes no difference' 0 \
    'kam-score -m many.kam --threads 1 many.csv >one.csv
    for threads in 2 3 64; do kam-score -m many.kam --threads $threads many.csv | cmp - one.csv; done'
check 'nor does the order of rows' 0 \
    '{ sed 1q many.csv; sed 1d many.csv | sort -t, -k4,4n -k1,1r; } | kam-score -m many.kam | cmp - one.csv'
check 'nor that they were scored before' 0 'kam-score -m many.kam one.csv | cmp - one.csv'

if command -v sqlite3 >/dev/null; then
    check 'sqlite3 has the same points' 0 \
        'cut -d, -f1-15 one.csv | tr -d "\r" >scored.csv
        sed 1q scored.csv | tr , "\n" | paste -sd " " -
        sqlite3 :memory: <<sql
.mode csv
.import scored.csv s
CREATE TABLE t AS SELECT account_id, region, lines > 0 AS inside, CAST(figure AS REAL) AS figure,
    CASE WHEN debt <> "" THEN CAST(debt AS REAL) END AS debt,
    points_x, points_z, points_m, points_s, points_p FROM s;
CREATE TABLE g AS SELECT region, count(*) AS n FROM t WHERE inside GROUP BY region;
-- ranks within a region: of those that are customers
CREATE TABLE ranks AS SELECT account_id, (rank() OVER w - 1 + (count(*) OVER e - 1) / 2.0) AS below
    FROM t WHERE inside WINDOW w AS (PARTITION BY region ORDER BY figure),
    e AS (PARTITION BY region, figure);
CREATE TABLE debts AS SELECT account_id, (rank() OVER w - 1 + (count(*) OVER e - 1) / 2.0) AS below
    FROM t WHERE inside AND debt IS NOT NULL WINDOW w AS (ORDER BY debt), e AS (PARTITION BY debt);
CREATE TABLE a AS SELECT avg(figure) AS mean, sqrt(avg(figure * figure) - avg(figure) * avg(figure)) AS deviation,
    sum(max(figure, 0)) AS positive, min(debt) AS least, max(debt) AS most, count(debt) AS debts
    FROM t WHERE inside;
SELECT count(*), sum(abs(points_x - 100 * below / (n - 1)) > 0.000051) FROM t JOIN ranks USING (account_id)
    JOIN g USING (region) WHERE region <> "r2";
SELECT count(*), sum(abs(points_p - 100 * below / (debts - 1)) > 0.000051) FROM t JOIN debts USING (account_id), a;
SELECT count(*), sum(abs(100 - points_z - (50 + 10 * (figure - mean) / deviation)) > 0.00006) FROM t, a;
SELECT count(*), sum(abs(points_m - 100 * (debt - least) / (most - least)) > 0.000051) FROM t, a WHERE debt IS NOT NULL;
SELECT count(*), sum(abs(points_s - 100 * max(figure, 0) / positive) > 0.000051) FROM t, a;
sql' <<'end'
account_id region lines figure debt points_x part_x points_z part_z points_m part_m points_s part_s points_p part_p
14000,0
17818,0
20000,0
18181,0
20000,0
end
fi

# ---- what stands in the way

check 'text among numbers' 1 "sed 's/20.00/n\/a/' good.csv | kam-score" 3<<'end'
kam-score: standard input:3: figure: not a number: 'n/a'
end
check 'nothing positive to have a share of' 1 \
    "sed 's/20.00/0.00/; s/10.00/-1/' good.csv | kam-score --set 'dimension x:scale=share'" 3<<'end'
kam-score: standard input:2: figure: no share of [dimension x] can be had: none of the rows that it would be a share of has a number above 0
end
check 'nothing positive in a region' 1 \
    kam-score --set 'dimension x:scale=share' --set 'dimension x:population=per region' good.csv 3<<'end'
kam-score: good.csv:6: figure: no share of [dimension x] can be had: none of the rows that it would be a share of has a number above 0
end
check 'but a prospect has one of what it would add to' 0 \
    "{ cat good.csv; printf '%s\n' g,W,0,5 h,W,0,0 i,W,0,-5; } | sed /^e/d |
        points --set 'dimension x:scale=share' --set 'dimension x:population=per region'" <<'end'
a 33.3333 b 66.6667 c 100.0000 d 0.0000 f  g 100.0000 h 0.0000 i 0.0000
end
check 'a column of populations that is not there' 1 \
    kam-score --set 'dimension x:population=per area' good.csv 3<<'end'
kam-score: good.csv: [dimension x] population: no column 'area'; there are: account_id, region, lines, figure
end
check 'a population that is none' 2 kam-score --set 'dimension x:population=segments' good.csv 3<<'end'
kam-score: --set dimension x:population: write all, segment or per COLUMN, not 'segments'; did you mean 'segment'?
end
check 'a population per nothing' 2 kam-score --set 'dimension x:population=per' good.csv 3<<'end'
kam-score: --set dimension x:population: write all, segment or per COLUMN, not 'per'
end
check 'a population per tiers, which are not there yet' 2 kam-score --set 'dimension x:population=per tier' good.csv 3<<'end'
kam-score: --set dimension x:population: 'tier' doesn't exist yet when kam-score applies this
end
check 'a share has no direction' 2 \
    kam-score --set 'dimension x:scale=share' --set 'dimension x:direction=down' good.csv 3<<'end'
kam-score: --set dimension x:direction: a share has none: a larger one has more points
end
printf '[dimension x]\ncolumn = figure\nweight = 1\nbands = 0:0\ndirection = down\n' >bands.kam
check 'nor have bands' 2 kam-score -m bands.kam good.csv 3<<'end'
kam-score: bands.kam:5: direction: only for scale = minmax, percentile or zscore: bands, linear and values say themselves what is better
end
sed 's/direction.*/population = all/' bands.kam >bands-of-all.kam
check 'nor a population' 2 kam-score -m bands-of-all.kam good.csv 3<<'end'
kam-score: bands-of-all.kam:5: population: only for scale = minmax, percentile, zscore or share: bands, linear and values don't depend on other rows
end

finish
