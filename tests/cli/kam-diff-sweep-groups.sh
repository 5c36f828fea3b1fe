# kam-diff of customers of several accounts when memory or the system fails it.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"

# Customers of several accounts: B took C in under an id with a bar, a branch left A, E moved on
# with its accounts, F came back.
cat >groups-old.csv <<'end'
account_id,region,revenue,lines,idle,members,tier_computed,rank,tier_cut,tier,by,period,model
A,N,900.00,1,0,A|A1|A2,gold,1,gold,gold,revenue,2026-09,m
B,N,500.00,1,0,B|B1|C\|2,silver,2,silver,silver,revenue,2026-09,m
C,S,300.00,1,0,,silver,3,silver,silver,revenue,2026-09,m
E,S,200.00,1,0,E|E1,tail,4,tail,tail,revenue,2026-09,m
end
cat >groups-new.csv <<'end'
account_id,region,revenue,lines,idle,members,tier_computed,rank,tier_cut,tier,by,period,model
B|C,N,900.00,1,0,B|B1|C|C\|2,gold,1,gold,gold,revenue,2026-10,m
A,S,500.00,1,0,A|A2,silver,2,silver,silver,revenue,2026-10,m
A1,N,300.00,1,0,A1,silver,3,silver,silver,revenue,2026-10,m
E1,S,200.00,1,0,E|E1,tail,4,tail,tail,revenue,2026-10,m
F,S,100.00,1,0,F|F1,tail,5,tail,tail,revenue,2026-10,m
end
cat >groups-seen.csv <<'end'
account_id,revenue,members,rank,tier_cut,tier,by,period,model
F1,700.00,F1|F2,1,gold,gold,revenue,2026-08,m
end
cat >list-old.csv <<'end'
account,customer
A,A
A1,A
A2,A
B,B
C,C
E,E
E1,E
end
cat >list-new.csv <<'end'
account,customer
A,A
A2,A
A1,A1
B,B|C
C,B|C
E,E1
E1,E1
stray,nobody
end

sweep_alloc kam-diff --seen groups-seen.csv --track region groups-old.csv groups-new.csv
sweep_alloc kam-diff --members-old list-old.csv --members-new list-new.csv --all \
    -o moves.csv groups-old.csv groups-new.csv
sweep_alloc kam-diff --key rank --summary groups-old.csv groups-new.csv
for call in read open close; do
    sweep_io $call kam-diff --members-old list-old.csv --members-new list-new.csv \
        --seen groups-seen.csv -o moves.csv groups-old.csv groups-new.csv
done
finish
