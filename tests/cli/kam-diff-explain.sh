# kam-diff --explain: what happened to a customer between two snapshots, and why.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-movers.sh"

# tell OPTION...: all of a story
# why ID: what became of a customer, and why
tell() {
    kam-diff --seen 2026-06.csv "$@" 2026-09.csv 2026-10.csv
}
why() {
    tell --explain "$1" | sed -n '3,/^$/p' | sed '/^$/d'
}

# ---- whole stories -------------------------------------------------------------------------------

check 'it fell by its own figures' 0 tell --explain A1 <<'end'
October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
Anchor Trading (A1)
It moved down, from gold to silver.
Why: its own figures. With score 65 it is below 70, the limit of September 2026.

Then and now
  - tier: gold → silver
  - rank: 1 of 28 → 1 of 27
  - revenue: 1,700.00 → 700.00 (-1,000.00, -58.8%)
  - score: 80 → 65 (-15)
  - limits in September 2026: gold is lost below 70 (10 less)
  - limits in October 2026: gold takes 75 (10 more), silver is lost below 35 (30 less)

What made the difference
  - July 2026 left the window: 900.00
  - October 2026 came in: 0.00
  - September 2026, in both windows: 400.00 → 300.00 (-100.00)
  - no revenue since September 2026
  - services gone: web

Score
  - size: 50 → 35 (-15), the largest difference
  - unchanged: trust

Rules
  - no longer in the category: high

What brings it back
  For gold its score has to reach 75: 10 more.
  It goes up once 2 snapshots in a row say so.
end

check 'it fell as no rule admits it any more' 0 tell --explain E1 <<'end'
October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
Elm & Sons (E1)
It moved down, from gold to silver.
Why: a rule that admitted it in September 2026 doesn't hold any more: big (revenue 1100.00).

Then and now
  - tier: gold → silver
  - rank: 6 of 28 → 6 of 27
  - revenue: 1,100.00 → 300.00 (-800.00, -72.7%)
  - score: 50, as before
  - limits in September 2026: gold takes 70 (20 more), silver is lost below 40 (10 less)
  - limits in October 2026: gold takes 75 (25 more), silver is lost below 35 (15 less)

What made the difference
  - July 2026 left the window: 900.00
  - October 2026 came in: 100.00
  - the 2 months in common: no change

Score
  - unchanged: size and trust

Rules
  - no longer admitted: big (revenue 1100.00)

What brings it back
  For gold its score has to reach 75: 25 more.
  It goes up once 2 snapshots in a row say so.
  Or the rule has to hold again: big (revenue 1100.00).
end

check 'it rose with an account of another customer' 0 tell --explain L1 <<'end'
October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
Loch Fishing (L1)
It moved up, from silver to gold.
Why: its accounts. They aren't the same as in September 2026; accounts went from one customer to another.
It is a group of 3 accounts with L1 as its head: K2, L1 and L2.

Then and now
  - tier: silver → gold
  - rank: 15 of 28 → 15 of 27
  - revenue: 300.00 → 1,250.00 (+950.00, +316.7%)
  - score: 50 → 76 (+26)
  - limits in September 2026: gold takes 70 (20 more), silver is lost below 40 (10 less)
  - limits in October 2026: gold is lost below 75 (1 less)

What made the difference
  - July 2026 left the window: 100.00
  - October 2026 came in: 450.00
  - August 2026, in both windows: 100.00 → 400.00 (+300.00)
  - September 2026, in both windows: 100.00 → 400.00 (+300.00)
  - accounts that joined: K2 (from K1) and L2

Score
  - size: 30 → 50 (+20), the largest difference
  - trust: 20 → 26 (+6)

Rules
  - new category: high

What it may lose
  It leaves gold when its score falls below 75: 1 to lose.
  It goes down once 3 snapshots in a row say so.
end

check 'it took another customer in, and is asked for by an account of that one' 0 \
    tell --explain M2 <<'end'
October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
North Glass (N1)
It didn't move: it is in silver, as in September 2026.
It is a group of 3 accounts with N1 as its head: M1, M2 and N1.
M2 is one of its accounts.

Then and now
  - tier: silver, as before
  - rank: 17 of 28 → 16 of 27
  - revenue: 900.00 → 1,500.00 (+600.00, +66.7%)
  - score: 55 → 67 (+12)
  - limits in September 2026: gold takes 70 (15 more), silver is lost below 40 (15 less)
  - limits in October 2026: gold takes 75 (8 more), silver is lost below 35 (32 less)

What made the difference
  - July 2026 left the window: 300.00
  - October 2026 came in: 500.00
  - August 2026, in both windows: 300.00 → 500.00 (+200.00)
  - September 2026, in both windows: 300.00 → 500.00 (+200.00)
  - accounts that joined: M1 and M2 (from M1)
  - merged into it: Moor Peat (M1) with 600.00
  - without what was merged and split: 0.00

Score
  - size: 30 → 42 (+12), the largest difference
  - unchanged: trust

What it takes
  The nearest line is the one to gold, 8 away.
  For gold its score has to reach 75: 8 more.
  It leaves silver when its score falls below 35: 32 to lose.
end

check 'it would fall, but is held' 0 tell --explain X2 <<'end'
October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
Yacht Club (X2)
It didn't move: it is in gold, as in September 2026.

Then and now
  - tier: gold, as before
  - rank: 27 of 28 → 27 of 27
  - revenue: 300.00, as before
  - score: 72, as before
  - limits in September 2026: gold is lost below 70 (2 less)
  - limits in October 2026: gold takes 75 (3 more), silver is lost below 35 (37 less)

What made the difference
  - July 2026 left the window: 100.00
  - October 2026 came in: 100.00
  - the 2 months in common: no change

Score
  - unchanged: size and trust

Patience
  It is held in gold, though cut and rules say silver, which is lower: since October 2026, 1 period by now.
  If that doesn't change, it goes to silver in December 2026, period 3.

What it takes
  By its own figures alone it would be in silver:
  The nearest line is the one to gold, 3 away.
  For gold its score has to reach 75: 3 more.
  It leaves silver when its score falls below 35: 37 to lose.
end

check 'it fell by two tiers' 0 tell --explain B2 <<'end'
October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
Brook Works (B2)
It moved down, from gold to bronze.
Why: its own figures. With score 30 it is below 70, the limit of September 2026.

Then and now
  - tier: gold → bronze
  - rank: 3 of 28 → 3 of 27
  - revenue: 2,700.00 → 100.00 (-2,600.00, -96.3%)
  - score: 80 → 30 (-50)
  - limits in September 2026: gold is lost below 70 (10 less)
  - limits in October 2026: silver takes 35 (5 more)

What made the difference
  - July 2026 left the window: 900.00
  - October 2026 came in: 0.00
  - September 2026, in both windows: 900.00 → 0.00 (-900.00)
  - August 2026, in both windows: 900.00 → 100.00 (-800.00)
  - no revenue since August 2026

Score
  - size: 50 → 10 (-40), the largest difference
  - trust: 30 → 20 (-10)

Rules
  - no longer in the category: high

What brings it back
  For silver its score has to reach 35: 5 more.
  For gold its score has to reach 75, as of now: 45 more.
  It goes up once 2 snapshots in a row say so.
end

check 'rules hold as before' 0 tell --explain G2 <<'end'
October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
Green Tea (G2)
It didn't move: it is in silver, as in September 2026.

Then and now
  - tier: silver, as before
  - rank: 9 of 28 → 9 of 27
  - revenue: 300.00 → 200.00 (-100.00, -33.3%)
  - score: 50 → 60 (+10)
  - limits in September 2026: gold takes 70 (20 more), silver is lost below 40 (10 less)
  - limits in October 2026: gold takes 75 (15 more), silver is lost below 35 (25 less)

What made the difference
  - July 2026 left the window: 100.00
  - October 2026 came in: 0.00
  - the 2 months in common: no change
  - no revenue since September 2026

Score
  - trust: none → 10 (+10), the largest difference
  - unchanged: size

Rules
  - admitted, as before: big (revenue 200.00)
  - flagged, as before: slow (idle 1)

What it takes
  A rule admits it to gold, and by the cut it would be in silver: big (revenue 200.00).
  A flag leaves it silver at most; without it, it would be in gold: slow (idle 1).
  The nearest line is the one to gold, 15 away.
  For gold its score has to reach 75: 15 more.
  It leaves silver when its score falls below 35: 25 to lose.
end

check 'it is lost, though the window still has bills of it' 0 tell --explain U1 <<'end'
October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
Upland Wool (U1)
It was lost, from gold: it counts as lost now, though the window still has 200.00 of it.
Why: silence. There has been no bill for 3 months, and after 3 a customer counts as lost.

Then and now
  - tier: gold → silver
  - rank: 22 of 28 → 22 of 27
  - revenue: 800.00 → 200.00 (-600.00, -75.0%)
  - score: 75 → 60 (-15)
  - limits in September 2026: gold is lost below 70 (5 less)
  - limits in October 2026: gold takes 75 (15 more), silver is lost below 35 (25 less)

What made the difference
  - July 2026 left the window: 600.00
  - October 2026 came in: 0.00
  - the 2 months in common: no change
  - no revenue since August 2026

Score
  - size: 40 → 25 (-15), the largest difference
  - unchanged: trust

What brings it back
  A new bill would bring it back.
end

check 'it is new' 0 tell --explain R1 <<'end'
October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
Reed Paper (R1)
It is new, in bronze: the snapshot of September 2026 doesn't have it.
Why: it arrived. The first bill in the window is that of October 2026.

Now
  - tier: bronze
  - rank: 20 of 27
  - revenue: 50.00
  - score: 25
  - limits in October 2026: silver takes 35 (10 more)

What it takes
  For silver its score has to reach 35: 10 more.
end

check 'it is gone' 0 tell --explain T1 <<'end'
October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
Tarn Hotel (T1)
It was lost, from silver: the snapshot of October 2026 doesn't have it.
Why: it left. Its last bill, that of July 2026, is out of the window.
It is a group of 2 accounts with T1 as its head: T1 and T9.

Then
  - tier: silver
  - rank: 20 of 28
  - revenue: 100.00
  - score: 45
  - limits in September 2026: gold takes 70 (25 more), silver is lost below 40 (5 less)

What brings it back
  A new bill would bring it back.
end

# ---- a cause each --------------------------------------------------------------------------------

check 'cause: its figures rose' 0 why B1 <<'end'
It moved up, from silver to gold.
Why: its own figures. With score 78 it reaches 70, the limit of September 2026.
end

check 'cause: the limits rose' 0 why C1 <<'end'
It moved down, from gold to silver.
Why: the limits moved. With score 73 it would have stayed in gold in September 2026, which was lost below 70; now gold takes 75.
end

check 'cause: the limits fell' 0 why D1 <<'end'
It moved up, from bronze to silver.
Why: the limits moved. With score 38 it wouldn't have reached silver in September 2026, which took 40; now silver is lost below 35 only.
end

check 'cause: a rule admits it' 0 why F1 <<'end'
It moved up, from silver to gold.
Why: a rule admits it now: big (revenue 1200.00).
end

check 'cause: a flag caps it' 0 why G1 <<'end'
It moved down, from gold to silver.
Why: a flag holds it down now: slow (idle 1).
end

check 'cause: a flag is gone' 0 why H1 <<'end'
It moved up, from silver to gold.
Why: a flag that held it down in September 2026 is gone: slow (idle 1).
end

check 'cause: it was held for long enough' 0 why I1 <<'end'
It moved down, from gold to silver.
Why: patience is over. Cut and rules said silver in September 2026 already, but it was held in gold.
end

check 'cause: it waited for long enough' 0 why J1 <<'end'
It moved up, from silver to gold.
Why: patience is over. Cut and rules said gold in September 2026 already, but it was held in silver.
end

check 'cause: patience alone' 0 why H2 <<'end'
It moved down, from gold to silver.
Why: patience. How long a customer stays where it was decided this, neither limits nor rules.
end

check 'cause: its accounts went elsewhere' 0 why K1 <<'end'
It moved down, from gold to silver.
Why: its accounts. They aren't the same as in September 2026; accounts went from one customer to another.
end

check 'cause: its accounts came from elsewhere' 0 why L1 <<'end'
It moved up, from silver to gold.
Why: its accounts. They aren't the same as in September 2026; accounts went from one customer to another.
It is a group of 3 accounts with L1 as its head: K2, L1 and L2.
end

check 'cause: an arrival' 0 why R1 <<'end'
It is new, in bronze: the snapshot of September 2026 doesn't have it.
Why: it arrived. The first bill in the window is that of October 2026.
end

check 'cause: a departure' 0 why T1 <<'end'
It was lost, from silver: the snapshot of October 2026 doesn't have it.
Why: it left. Its last bill, that of July 2026, is out of the window.
It is a group of 2 accounts with T1 as its head: T1 and T9.
end

check 'cause: a departure that the window contradicts' 0 why T2 <<'end'
It was lost, from silver: the snapshot of October 2026 doesn't have it.
Why: it left, though its last bill, that of September 2026, would be in the window still. Are bills missing?
end

check 'cause: silence' 0 why U1 <<'end'
It was lost, from gold: it counts as lost now, though the window still has 200.00 of it.
Why: silence. There has been no bill for 3 months, and after 3 a customer counts as lost.
end

sed 's/Harbour 1$/Harbour 2/' 2026-10.csv >other.csv

check 'cause: other rules' 0 '
    kam-diff --allow model --explain A1 2026-09.csv other.csv | sed -n 3,4p' <<'end'
It moved down, from gold to silver.
Why: other rules. September 2026 was made by Harbour 1, October 2026 by Harbour 2.
end

sed '1!s/,score,/,lines,/' 2026-10.csv >lines.csv

check 'cause: another figure' 0 '
    kam-diff --allow by --explain A1 2026-09.csv lines.csv | sed -n 3,4p' <<'end'
It moved down, from gold to silver.
Why: another figure is ranked. In September 2026 it was score, in October 2026 it is bill lines.
end

cut -d, -f1-17,19- 2026-10.csv >short.csv

check 'no cause: a column is missing' 0 '
    kam-diff --explain A1 2026-09.csv short.csv | sed -n 3,4p' <<'end'
It moved down, from gold to silver.
Why it moved can't be told: the snapshots lack columns that say it.
end

# ---- a move each ---------------------------------------------------------------------------------

check 'move: up' 0 why B1 <<'end'
It moved up, from silver to gold.
Why: its own figures. With score 78 it reaches 70, the limit of September 2026.
end

check 'move: down' 0 why C1 <<'end'
It moved down, from gold to silver.
Why: the limits moved. With score 73 it would have stayed in gold in September 2026, which was lost below 70; now gold takes 75.
end

check 'move: new' 0 why R1 <<'end'
It is new, in bronze: the snapshot of September 2026 doesn't have it.
Why: it arrived. The first bill in the window is that of October 2026.
end

check 'move: won' 0 why S1 <<'end'
It was won, for bronze: in September 2026 it was a prospect.
Why: it arrived. The first bill in the window is that of October 2026.
end

check 'move: returned, as an earlier snapshot has it' 0 why V1 <<'end'
It returned, to silver: September 2026 doesn't have it, but an earlier snapshot does.
Why: it has bills again, the last of them in October 2026.
end

check 'move: returned, as it is silent no more' 0 why W1 <<'end'
It returned, to silver: in September 2026 it counted as lost, with no bill for 3 months.
Why: it has bills again, the last of them in October 2026.
end

check 'move: lost' 0 why T2 <<'end'
It was lost, from silver: the snapshot of October 2026 doesn't have it.
Why: it left, though its last bill, that of September 2026, would be in the window still. Are bills missing?
end

check 'move: lost, with bills in the window' 0 why U1 <<'end'
It was lost, from gold: it counts as lost now, though the window still has 200.00 of it.
Why: silence. There has been no bill for 3 months, and after 3 a customer counts as lost.
end

check 'move: lost, and a prospect again' 0 why Z1 <<'end'
It was lost, from silver: it is a prospect again.
Why: it left, though its last bill, that of August 2026, would be in the window still. Are bills missing?
end

check 'move: merged' 0 why M1 <<'end'
It was merged: it was in silver, and is part of North Glass (N1) now, which is in silver.
Why: its accounts. They are another customer's now, and so is its revenue, 600.00 in September 2026; nothing is lost by that.
What its accounts bring counts for North Glass (N1) now: --explain N1.
It is a group of 2 accounts with M1 as its head: M1 and M2.
end

check 'move: split' 0 why P1 <<'end'
It was split off from Otter Mills (O1), which was in silver; it is in silver.
Why: its accounts. They were another customer's in September 2026, and so was their revenue; nothing is won by that.
end

check 'move: renamed' 0 why Q2 <<'end'
It has another id, and stayed in silver.
Its id was Q1 in September 2026.
Why: its accounts. Another one of them is its head now.
It is a group of 2 accounts with Q2 as its head: Q1 and Q2.
end

check 'move: renamed, asked for by its old id' 0 why Q1 <<'end'
It has another id, and stayed in silver.
Its id was Q1 in September 2026.
Why: its accounts. Another one of them is its head now.
It is a group of 2 accounts with Q2 as its head: Q1 and Q2.
end

check 'move: same' 0 why X1 <<'end'
It didn't move: it is in silver, as in September 2026.
end

check 'move: same: lost before, and gone' 0 why W3 <<'end'
It counted as lost in September 2026 already; October 2026 doesn't have it any more.
end

check 'move: same: its bills are old' 0 \
    'grep -v ^W2 2026-09.csv | kam-diff --explain W2 - 2026-10.csv | sed -n 3p' <<'end'
It isn't in the snapshot of September 2026, and in October 2026 it counts as lost already: its bills are old.
end

check 'move: same: silent, as before' 0 why W2 <<'end'
It didn't come back: it counts as lost, as in September 2026.
end

check 'move: none: a prospect, as before' 0 why Y1 <<'end'
It is a prospect, as in September 2026: it has no bills yet, and so no tier.
end

check 'move: none: a prospect that is gone' 0 why Y2 <<'end'
It was a prospect in September 2026; October 2026 doesn't have it.
end

check 'move: none: a new prospect' 0 why Y3 <<'end'
It is a prospect, which the snapshot of September 2026 doesn't have: it has no bills yet, and so no tier.
end

# ---- who is meant --------------------------------------------------------------------------------

check 'by a part of the name, by an account it had, by one it has now' 0 '
    tell --explain name:anchor --explain T9 --explain K2 | sed -n "2p; /^---/,/(/p; /accounts/p"' <<'end'
Anchor Trading (A1)
----------------------------------------

October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
Tarn Hotel (T1)
It is a group of 2 accounts with T1 as its head: T1 and T9.
T9 was one of its accounts in September 2026.
----------------------------------------

October 2026 against September 2026: the windows, July 2026 to September 2026 and August 2026 to October 2026, have 2 months in common; --measure month compares the last months alone.
Loch Fishing (L1)
Why: its accounts. They aren't the same as in September 2026; accounts went from one customer to another.
It is a group of 3 accounts with L1 as its head: K2, L1 and L2.
K2 is one of its accounts.
  - accounts that joined: K2 (from K1) and L2
end

check 'an id that nobody has' 1 tell --explain X9 3<<'end'
kam-diff: no customer has the id 'X9', nor an account with it; did you mean 'X1'?; name:TEXT finds one by its name
end

check 'who is nearest may be in the old snapshot only' 1 tell --explain W33 3<<'end'
kam-diff: no customer has the id 'W33', nor an account with it; did you mean 'W3'?; name:TEXT finds one by its name
end

check 'a name that several have' 1 tell --explain name:works 3<<'end'
kam-diff: 'name:works' fits 3 customers; explain one by its id: 'B1' Bridge Works, 'B2' Brook Works, 'Z1' Zinc Works
end

check 'a name that nobody has' 1 tell --explain name:Tidal 3<<'end'
kam-diff: no customer is called 'Tidal', nor anything with it
end

# ---- what is compared ----------------------------------------------------------------------------

printf "account,customer,revenue\nL1,L1,850.00\nK2,L1,300.00\nL2,L1,100.00\n" >members.csv

check 'accounts with their revenue, from members lists' 0 '
    tell --members-new members.csv --explain L1 | grep accounts' <<'end' 3<<'err'
Why: its accounts. They aren't the same as in September 2026; accounts went from one customer to another.
It is a group of 3 accounts with L1 as its head: K2, L1 and L2.
  - accounts that joined: K2 (300.00, from K1) and L2 (100.00)
end
kam-diff: warning: members.csv: no account of 26 customers of 2026-10.csv; is it whole, and of that month?
err

check 'a month against a month' 0 '
    tell --measure month --explain A1 | sed -n "1p; /revenue of/p"' <<'end'
October 2026 against September 2026: the revenue of these two months alone.
October 2026 against September 2026: the revenue of these two months alone.
  - revenue of the month: 400.00 → 0.00 (-400.00, -100.0%)
end

check 'windows without a common month' 0 '
    kam-diff --explain V1 2026-06.csv 2026-10.csv | sed -n "1p; /^What made/,/^$/p"' <<'end'
October 2026 against June 2026: the windows, April 2026 to June 2026 and August 2026 to October 2026, have no month in common.
What made the difference
  - 3 months left the window, April 2026 to June 2026: 30.00, the most in April 2026 (10.00)
  - 3 months came in, August 2026 to October 2026: 120.00, the most in September 2026 (60.00)

end

for f in 2026-09 2026-10; do cut -d, -f1-2,7,15-17,20,24,30- $f.csv >$f.bare; done

check 'no months, limits, parts and rules' 0 \
    kam-diff --explain A1 2026-09.bare 2026-10.bare <<'end'
October 2026 against September 2026.
Anchor Trading (A1)
It moved down, from gold to silver.
Why it moved can't be told: the snapshots lack columns that say it.

Then and now
  - tier: gold → silver
  - rank: 1 of 28 → 1 of 27
  - revenue: 1,700.00 → 700.00 (-1,000.00, -58.8%)
  - score: 80 → 65 (-15)
end

cat >wide-09.csv <<'end'
account_id,revenue,2026-04,2026-05,2026-06,2026-07,2026-08,2026-09,rank,tier_cut,tier,by,period,model
A,210.00,10.00,20.00,30.00,40.00,50.00,60.00,1,gold,gold,revenue,2026-09,m
end
cat >wide-10.csv <<'end'
account_id,revenue,2026-05,2026-06,2026-07,2026-08,2026-09,2026-10,rank,tier_cut,tier,by,period,model
A,270.00,21.00,32.00,39.00,55.00,53.00,70.00,1,gold,gold,revenue,2026-10,m
end

check 'more months changed than are told one by one' 0 '
    kam-diff --explain A wide-09.csv wide-10.csv | sed -n "/^What made/,/^$/p"' <<'end'
What made the difference
  - April 2026 left the window: 10.00
  - October 2026 came in: 70.00
  - September 2026, in both windows: 60.00 → 53.00 (-7.00)
  - August 2026, in both windows: 50.00 → 55.00 (+5.00)
  - June 2026, in both windows: 30.00 → 32.00 (+2.00)
  - 2 more months of both windows: 0.00
end

check 'with -v: windows overlap, and who moved' 0 \
    kam-diff -v --seen 2026-06.csv --bridge -o /dev/null 2026-09.csv 2026-10.csv 3<<'end'
kam-diff: the windows 2026-07 to 2026-09 and 2026-08 to 2026-10 have 2 months in common; --measure month compares the last ones alone
kam-diff: 32 customers: 6 up, 8 down, 1 new, 1 won, 2 returned, 4 lost, 1 merged, 1 split, 1 renamed, 5 same, 2 silent; revenue from 20070.00 to 15460.00 (-4610.00)
end

check 'with -v: months do not' 0 \
    kam-diff -v --seen 2026-06.csv --measure month --bridge -o /dev/null 2026-09.csv 2026-10.csv 3<<'end'
kam-diff: 32 customers: 6 up, 8 down, 1 new, 1 won, 2 returned, 4 lost, 1 merged, 1 split, 1 renamed, 5 same, 2 silent; revenue from 5800.00 to 5600.00 (-200.00)
end

check 'a customer moved: --exit-code' 4 \
    kam-diff --exit-code --explain A1 -o /dev/null 2026-09.csv 2026-10.csv

# ---- wrong usage ---------------------------------------------------------------------------------

check 'a language without --explain' 2 kam-diff --lang zh 2026-09.csv 2026-10.csv 3<<'end'
kam-diff: --lang goes with --explain only
Try 'kam-diff --help' for more information.
end

check 'an unknown language' 2 kam-diff --explain A1 --lang fr 2026-09.csv 2026-10.csv 3<<'end'
kam-diff: --lang: 'fr': none of en, zh
Try 'kam-diff --help' for more information.
end

check 'nobody' 2 kam-diff --explain "" 2026-09.csv 2026-10.csv 3<<'end'
kam-diff: --explain: '': an id, or name:TEXT, is needed
Try 'kam-diff --help' for more information.
end

check 'another view' 2 kam-diff --bridge --explain A1 2026-09.csv 2026-10.csv 3<<'end'
kam-diff: only one of --all, --summary, --bridge, --retention, --causes, --at-risk and --explain can be given
Try 'kam-diff --help' for more information.
end

check 'a threshold' 2 kam-diff --min-delta 5 --explain A1 2026-09.csv 2026-10.csv 3<<'end'
kam-diff: --min-delta is for the listing; the other views count all
Try 'kam-diff --help' for more information.
end

check 'columns to track' 2 kam-diff --track flags --explain A1 2026-09.csv 2026-10.csv 3<<'end'
kam-diff: --track is for the listing; --explain tells all of a customer
Try 'kam-diff --help' for more information.
end

finish
