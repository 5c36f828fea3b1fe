# kam-tier --explain: a customer of every kind, in English.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-explain.sh"

check 'by the cut' 0 \
    kam-tier --previous 2026-09.csv --explain A1 scored.csv <<'end'
Anchor Trading (A1)
Tier in October 2026: gold, by score
In September 2026 it was in gold, too.
Figures are of 6 months, May 2026 to October 2026.

Revenue
  It brought 18,000.00, 14.1176% of the total and rank 1 of 12 by revenue.
  It was active in each of the 6 months.
  Its best month was May 2026, with 3,000.00: 16.67% of its revenue.
  October 2026 brought 3,000.00.
  The later half (3 months) brought as much as the earlier.
  Its margin is 9,000.00, 50% of its revenue.

Score
  94 of 100, the sum of
  - size (revenue): 18,000.00 gives 90 points, × 60 of 100 = 54
  - trust (credit): A gives 100 points, × 40 of 100 = 40

Place in the pyramid
  With score 94 it ranks 1 of 12.
  It passes the limit of gold: the top 3 customers, up to rank 4.
  But for ties, that limit would be rank 3.
  By the cut alone it is in gold.

Rules
  The admission big, to gold, holds as well and changes nothing: revenue 18,000.00 (at least 12,000), active months 6 (at least 6).

What it takes
  There is no tier above gold.
  It leaves gold when its score falls below 70: 24 to lose.

Service
  - manager: dedicated
  - visits: 4 per month
end

check 'tied at a cut' 0 \
    kam-tier --explain B2 scored.csv <<'end'
Brook Works (B2)
Tier in October 2026: gold, by score
Figures are of 6 months, May 2026 to October 2026.

Revenue
  It brought 11,400.00, 8.9412% of the total and rank 4 of 12 by revenue.
  It was active in each of the 6 months.
  Its best month was May 2026, with 1,900.00: 16.67% of its revenue.
  October 2026 brought 1,900.00.
  The later half (3 months) brought as much as the earlier.
  Its margin is 5,700.00, 50% of its revenue.

Score
  74.2 of 100, the sum of
  - size (revenue): 11,400.00 gives 57 points, × 60 of 100 = 34.2
  - trust (credit): A gives 100 points, × 40 of 100 = 40

Place in the pyramid
  With score 74.2 it ranks 4 of 12.
  It passes the limit of gold: the top 3 customers, up to rank 4.
  But for ties, that limit would be rank 3: it goes up with an equal customer.
  By the cut alone it is in gold.

What it takes
  There is no tier above gold.
  It leaves gold when its score falls below 70: 4.2 to lose.

Service
  - manager: dedicated
  - visits: 4 per month
end

check 'admitted by a rule' 0 \
    kam-tier --previous 2026-09.csv --explain C1 scored.csv <<'end'
Crane Hire (C1)
Tier in October 2026: gold, admitted by the rule big
In September 2026 it was in gold, too.
Figures are of 6 months, May 2026 to October 2026.

Revenue
  It brought 12,600.00, 9.8824% of the total and rank 3 of 12 by revenue.
  It was active in each of the 6 months.
  Its best month was August 2026, with 2,200.00: 17.46% of its revenue.
  October 2026 brought 2,200.00.
  The later half (3 months) brought 3.23% more than the earlier.
  Its margin is 7,560.00, 60% of its revenue.

Score
  41.8 of 100, the sum of
  - size (revenue): 12,600.00 gives 63 points, × 60 of 100 = 37.8
  - trust (credit): C gives 10 points, × 40 of 100 = 4

Place in the pyramid
  With score 41.8 it ranks 10 of 12.
  It misses the limit of silver: the top 8 customers.
  By the cut alone it is in bronze.

Rules
  Admitted by big, to gold rather than bronze: revenue 12,600.00 (at least 12,000), active months 6 (at least 6).

What it takes
  By its own figures alone it would be in bronze:
  For silver its score has to reach 48.5: 6.7 more.
  There is no tier below bronze.

Service
  - manager: dedicated
  - visits: 4 per month
end

check 'kept down by a flag' 0 \
    kam-tier --previous 2026-09.csv --explain D1 scored.csv <<'end'
Delta Supply (D1)
Tier in October 2026: silver at most, by the flag costly
In September 2026 it was in silver, too.
Figures are of 6 months, May 2026 to October 2026.

Revenue
  It brought 17,400.00, 13.6471% of the total and rank 2 of 12 by revenue.
  It was active in each of the 6 months.
  Its best month was May 2026, with 2,900.00: 16.67% of its revenue.
  October 2026 brought 2,900.00.
  The later half (3 months) brought as much as the earlier.
  Its margin is 5,220.00, 30% of its revenue.

Score
  92.2 of 100, the sum of
  - size (revenue): 17,400.00 gives 87 points, × 60 of 100 = 52.2
  - trust (credit): A gives 100 points, × 40 of 100 = 40

Place in the pyramid
  With score 92.2 it ranks 2 of 12.
  It passes the limit of gold: the top 3 customers, up to rank 4.
  But for ties, that limit would be rank 3.
  By the cut alone it is in gold.

Rules
  The admission big, to gold, holds as well and changes nothing: revenue 17,400.00 (at least 12,000), active months 6 (at least 6).
  Flagged costly, so in silver at most, not in gold: service_cost 6,960.00 (more than margin 5,220.00), revenue 17,400.00 (at least 10,000).

What it takes
  By its own figures alone it would be in gold:
  There is no tier above gold.
  It leaves gold when its score falls below 70: 22.2 to lose.

Service
  - manager: shared
end

check 'held above what the cut says, and flagged' 0 \
    kam-tier --previous 2026-09.csv --explain E1 scored.csv <<'end'
Elm & Sons (E1)
Tier in October 2026: silver, where it is held
It moved down: in September 2026 it was in gold.
Figures are of 6 months, May 2026 to October 2026.

Revenue
  It brought 6,000.00, 4.7059% of the total and rank 11 of 12 by revenue.
  It was active in each of the 6 months.
  Its best month was May 2026, with 1,000.00: 16.67% of its revenue.
  October 2026 brought 1,000.00.
  The later half (3 months) brought as much as the earlier.
  Its margin is 3,000.00, 50% of its revenue.

Score
  38 of 100, the sum of
  - size (revenue): 6,000.00 gives 30 points, × 60 of 100 = 18
  - trust (credit): B gives 50 points, × 40 of 100 = 20

Place in the pyramid
  With score 38 it ranks 11 of 12.
  It misses the limit of silver: the top 8 customers.
  By the cut alone it is in bronze.

Rules
  Flagged slow, which sets no tier: overdue 2,100.00, 35% of revenue 6,000.00 (at least 30%).

Patience
  It is held in silver, though it would be in bronze now: period 1 of 3 below.
  If the next 2 snapshots say the same, it goes to bronze with the last of them.

What it takes
  By its own figures alone it would be in bronze:
  For silver its score has to reach 48.5: 10.5 more.
  There is no tier below bronze.

Service
  - manager: shared
end

check 'held below it' 0 \
    kam-tier --previous 2026-09.csv --explain K1 scored.csv <<'end'
Kiln Pottery (K1)
Tier in October 2026: bronze, where it is held
In September 2026 it was in bronze, too.
Figures are of 6 months, May 2026 to October 2026.

Revenue
  It brought 9,500.00, 7.451% of the total and rank 7 of 12 by revenue.
  It was active in each of the 6 months.
  Its best month was October 2026, with 9,000.00: 94.74% of its revenue.
  The later half (3 months) brought 2,966.67% more than the earlier.
  Its margin is 4,750.00, 50% of its revenue.

Score
  48.5 of 100, the sum of
  - size (revenue): 9,500.00 gives 47.5 points, × 60 of 100 = 28.5
  - trust (credit): B gives 50 points, × 40 of 100 = 20

Place in the pyramid
  With score 48.5 it ranks 8 of 12.
  It passes the limit of silver: the top 8 customers.
  It misses the limit of gold: the top 3 customers, up to rank 4.
  But for ties, that limit would be rank 3.
  By the cut alone it is in silver.

Patience
  It is held in bronze, though it would be in silver now: period 1 of 2 above.
  If the next snapshot says the same, it goes to silver.

What it takes
  By its own figures alone it would be in silver:
  For gold its score has to reach 74.2: 25.7 more.
  It leaves silver when its score falls below 47.9: 0.6 to lose.
end

check 'kept, as its score is near enough' 0 \
    kam-tier --previous 2026-09.csv --explain N1 scored.csv <<'end'
North Glass (N1)
Tier in October 2026: silver, where it is held
In September 2026 it was in silver, too.
Figures are of 6 months, May 2026 to October 2026.

Revenue
  It brought 9,300.00, 7.2941% of the total and rank 8 of 12 by revenue.
  It was active in each of the 6 months.
  Its best month was May 2026, with 1,550.00: 16.67% of its revenue.
  October 2026 brought 1,550.00.
  The later half (3 months) brought as much as the earlier.
  Its margin is 4,650.00, 50% of its revenue.

Score
  47.9 of 100, the sum of
  - size (revenue): 9,300.00 gives 46.5 points, × 60 of 100 = 27.9
  - trust (credit): B gives 50 points, × 40 of 100 = 20

Place in the pyramid
  With score 47.9 it ranks 9 of 12.
  It misses the limit of silver: the top 8 customers.
  By the cut alone it is in bronze.

Patience
  It is kept in silver, though it would be in bronze now: its score of 47.9 is at least 95% of the limit, 48.5.

What it takes
  By its own figures alone it would be in bronze:
  For silver its score has to reach 48.5: 0.6 more.
  There is no tier below bronze.

Service
  - manager: shared
end

check 'a group, asked for by a branch; missing data' 0 \
    kam-tier --previous 2026-09.csv --explain G2 scored.csv <<'end'
Grand Hotel (G1)
Tier in October 2026: bronze, by score
In September 2026 it was in bronze, too.
Figures are of 6 months, May 2026 to October 2026.
It is a group of 3 accounts with G1 as its head: G1, G2 and G3.
G2 is one of its accounts.

Revenue
  It brought 7,200.00, 5.6471% of the total and rank 10 of 12 by revenue.
  Of that, 5,400.00 came from the head account itself.
  It was active in each of the 6 months.
  Its best month was May 2026, with 1,200.00: 16.67% of its revenue.
  October 2026 brought 1,200.00.
  The later half (3 months) brought as much as the earlier.
  Its margin is 3,600.00, 50% of its revenue.

Score
  36 of 100, the sum of
  - size (revenue): 7,200.00 gives 36 points, × 60 of 60 = 36
  - trust (credit): missing; left out, the others count for more

Place in the pyramid
  With score 36 it ranks 12 of 12.
  It misses the limit of silver: the top 8 customers.
  By the cut alone it is in bronze.

Rules
  Category group: number of accounts 3 (at least 2).

What it takes
  For silver its score has to reach 48.5: 12.5 more.
  There is no tier below bronze.
end

check 'new' 0 \
    kam-tier --previous 2026-09.csv --explain H1 scored.csv <<'end'
Heath Dairy (H1)
Tier in October 2026: silver, by score
It is new: the snapshot of September 2026 doesn't have it.
Figures are of 6 months, May 2026 to October 2026.

Revenue
  It brought 10,000.00, 7.8431% of the total and rank 6 of 12 by revenue.
  It was active in October 2026 only, 1 of 6 months.
  Its best month was October 2026, with 10,000.00: 100% of its revenue.
  Its margin is 5,000.00, 50% of its revenue.

Score
  70 of 100, the sum of
  - size (revenue): 10,000.00 gives 50 points, × 60 of 100 = 30
  - trust (credit): A gives 100 points, × 40 of 100 = 40

Place in the pyramid
  With score 70 it ranks 5 of 12.
  It passes the limit of silver: the top 8 customers.
  It misses the limit of gold: the top 3 customers, up to rank 4.
  But for ties, that limit would be rank 3.
  By the cut alone it is in silver.

What it takes
  For gold its score has to reach 74.2: 4.2 more.
  It leaves silver when its score falls below 47.9: 22.1 to lose.

Service
  - manager: shared
end

check 'lost' 0 \
    kam-tier --previous 2026-09.csv --explain name:loch scored.csv <<'end'
Loch Fishing (L1)
Lost: it isn't among the customers of October 2026.
The snapshot of September 2026 had it last: in bronze, with a revenue of 4,000.00.
end

check 'silent for too long to be held' 0 \
    kam-tier --previous 2026-09.csv --explain M1 scored.csv <<'end'
Moor Peat (M1)
Tier in October 2026: silver, by score
It moved down: in September 2026 it was in gold.
Figures are of 6 months, May 2026 to October 2026.

Revenue
  It brought 6,000.00, 4.7059% of the total and rank 11 of 12 by revenue.
  It was active in 2 of 6 months, from May 2026 to June 2026.
  There has been no bill for 4 months.
  Its best month was May 2026, with 3,000.00: 50% of its revenue.
  The later half (3 months) brought 100% less than the earlier.
  Its margin is 3,000.00, 50% of its revenue.

Score
  58 of 100, the sum of
  - size (revenue): 6,000.00 gives 30 points, × 60 of 100 = 18
  - trust (credit): A gives 100 points, × 40 of 100 = 40

Place in the pyramid
  With score 58 it ranks 7 of 12.
  It passes the limit of silver: the top 8 customers.
  It misses the limit of gold: the top 3 customers, up to rank 4.
  But for ties, that limit would be rank 3.
  By the cut alone it is in silver.

Patience
  With no bill for 4 months it counts as lost: nothing is waited for.

What it takes
  For gold its score has to reach 74.2: 16.2 more.
  It leaves silver when its score falls below 47.9: 10.1 to lose.

Service
  - manager: shared
end

check 'how two customers came to their scores' 0 \
    kam-score --explain G2 --explain name:crane scored.csv <<'end'
Grand Hotel (G1)
Figures are of 6 months, May 2026 to October 2026.
It is a group of 3 accounts with G1 as its head: G1, G2 and G3.
G2 is one of its accounts.

Score
  36 of 100, the sum of
  - size (revenue): 7,200.00 (between 0 with 0 points and 20,000 with 100) gives 36 points, × 60 of 60 = 36
  - trust (credit): missing; left out, the others count for more

----------------------------------------

Crane Hire (C1)
Figures are of 6 months, May 2026 to October 2026.

Score
  41.8 of 100, the sum of
  - size (revenue): 12,600.00 (between 0 with 0 points and 20,000 with 100) gives 63 points, × 60 of 100 = 37.8
  - trust (credit): C (as any other) gives 10 points, × 40 of 100 = 4
end

finish
