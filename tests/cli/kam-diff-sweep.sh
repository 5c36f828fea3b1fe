# kam-diff when memory, the disk or the system fails it.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"

cat >old.csv <<'end'
account_id,account_name,revenue,2026-09,part_size,score,rank,tier_cut,tier,by,period,model
A,Alpha,900.00,400.00,60.0000,80.0000,1,gold,gold,score,2026-09,m
B,Beta,500.00,250.00,40.0000,60.0000,2,silver,silver,score,2026-09,m
C,Gamma,300.00,150.00,30.0000,50.0000,3,silver,silver,score,2026-09,m
end
cat >new.csv <<'end'
account_id,account_name,revenue,2026-10,part_size,score,rank,tier_cut,tier,by,period,model
B,Beta,700.00,450.00,60.0000,80.0000,1,gold,gold,score,2026-10,m
D,Delta,300.00,150.00,30.0000,50.0000,2,silver,silver,score,2026-10,m
A,Alpha,100.00,10.00,40.0000,60.0000,3,tail,tail,score,2026-10,m
end
cat >other.csv <<'end'
account_id,revenue,2026-08,rank,tier_cut,tier,by,period,model
B,700.00,450.00,1,gold,gold,score,2026-08,n
end


# whose causes are known, and of whom there are details to tell
cat >told.csv <<'end'
account_id,services,members,last_month,idle,revenue,2026-09,tier_cut,tier_unflagged,tier_computed,tier,limit_up,limit_down,gap_up,gap_down,rank,by,period,model
A,a|b|c|d,A|A1,2026-09,0,900.00,900.00,gold,gold,gold,gold,,500.00,,400.00,1,revenue,2026-09,m
B,a,B,2026-09,0,500.00,500.00,silver,silver,silver,silver,900.00,,400.00,,2,revenue,2026-09,m
end
cat >since.csv <<'end'
account_id,services,members,last_month,idle,revenue,2026-10,tier_cut,tier_unflagged,tier_computed,tier,limit_up,limit_down,gap_up,gap_down,rank,by,period,model
B,a|e,B,2026-10,0,900.00,400.00,gold,gold,gold,gold,,500.00,,400.00,1,revenue,2026-10,m
A,,A|A2,2026-09,1,500.00,,silver,silver,silver,silver,900.00,,400.00,,2,revenue,2026-10,m
end

sweep_alloc kam-diff old.csv new.csv
sweep_alloc kam-diff told.csv since.csv
sweep_alloc kam-diff --causes --by services --replay told.csv told.csv since.csv
sweep_alloc kam-diff -o moves.csv old.csv new.csv
sweep_alloc kam-diff --bridge --measure month old.csv new.csv
sweep_alloc kam-diff --bridge --by account_name old.csv new.csv
sweep_alloc kam-diff --retention --by tier old.csv new.csv
sweep_alloc kam-diff --summary=revenue-delta --rates old.csv new.csv
cat >risks.kam <<'end'
[risk falling]
when = revenue_change <= -20%, last 1 month < 500
[risk left-alone]
when = references_lost >= 1, dependence in monopoly|selective, move = up
[dependence]
segment = account_name
reference = 2026-09 > 5
end
sweep_alloc kam-diff -m risks.kam --at-risk -o risks.csv old.csv new.csv
sweep_alloc kam-diff --summary --allow model --allow period new.csv other.csv
cat >later.csv <<'end'
account_id,account_name,members,revenue,2026-11,part_size,score,rank,tier_cut,tier,by,period,model
A,Alpha,A|B,1000000.123456,500.00,60.0000,80.0000,1,gold,gold,score,2026-11,m
C,Gamma,C|D,300.00,150.00,30.0000,50.0000,2,silver,silver,score,2026-11,m
end
printf '[strategy s]\nwhen = outlook = falling, revenue > 5\n' >history.kam
sweep_alloc kam-diff --history later.csv old.csv new.csv
sweep_alloc kam-diff -m history.kam -o history.csv --threads 1 --history new.csv old.csv - <later.csv
sweep_io read kam-diff --history later.csv old.csv new.csv
for call in read write close rename fsync open; do
    sweep_io $call kam-diff -o moves.csv old.csv new.csv
done
sweep_io read:EINTR kam-diff - new.csv <old.csv
sweep_io write:ENOSPC kam-diff --bridge old.csv new.csv

finish
