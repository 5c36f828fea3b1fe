# kam-tier --branches: each account of a members list with what its customer's tier means for it.
. "$(dirname "$0")/lib.sh"

cat >good.kam <<'end'
[tiers]
names = A, B, C
by    = revenue
cut   = count 1, 2
[policy A]
visits  = 4 per month
manager = dedicated
[policy C]
self-service = yes
visits  = none
[branch]
desk = business : revenue < 100, via != "payer:0003"
end
export KAM_MODEL=good.kam

cat >accounts.csv <<'end'
account_id,account_name,revenue,2026-10
0001,Ace,1200.00,1200.00
0002,"Bee, Ltd",300.00,300.00
0003,Cog,50.00,50.00
end
cat >members.csv <<'end'
account,customer,via,revenue,share
0001,0001,head,1000.00,0.833333
0011,0001,group:G1,150.00,0.125000
0012,0001,group:G1,50.00,0.041667
0013,0001,members:0011,,
0002,0002,single,300.00,1.000000
0003,0003,head,0.00,0.000000
0031,0003,payer:0003,30.00,0.600000
0032,0003,same:tax=9,20.00,0.400000
end

check 'the desk serves what the condition holds for, but for the head' 0 \
    kam-tier --branches members.csv accounts.csv <<'end'
account,revenue,share,customer,account_name,tier,desk,policy_visits,policy_manager,policy_self-service
0001,1000.00,0.833333,0001,Ace,A,,4 per month,dedicated,
0011,150.00,0.125000,0001,Ace,A,,4 per month,dedicated,
0012,50.00,0.041667,0001,Ace,A,business,4 per month,dedicated,
0013,,,0001,Ace,A,,4 per month,dedicated,
0002,300.00,1.000000,0002,"Bee, Ltd",B,,,,
0003,0.00,0.000000,0003,Cog,C,,none,,yes
0031,30.00,0.600000,0003,Cog,C,,none,,yes
0032,20.00,0.400000,0003,Cog,C,business,none,,yes
end
check 'neither desk nor policies nor names' 0 \
    'sed -n 1,4p good.kam >plain.kam; grep -v Bee accounts.csv | cut -d, -f1,3- >nameless.csv
    grep -v 0002 members.csv | kam-tier -m plain.kam --branches - nameless.csv' <<'end'
account,revenue,share,customer,tier,desk
0001,1000.00,0.833333,0001,A,
0011,150.00,0.125000,0001,A,
0012,50.00,0.041667,0001,A,
0013,,,0001,A,
0003,0.00,0.000000,0003,B,
0031,30.00,0.600000,0003,B,
0032,20.00,0.400000,0003,B,
end
check 'any order of the list, gzip, other delimiters; further columns are for conditions only' 0 \
    'printf "via;account;region;customer\nx;0012;north;0001\nhead;0001;north;0001\nx;0011;south;0001\n" |
    gzip >list.gz
    sed 2q accounts.csv | kam-tier --set "branch:desk=here : region = north" --branches list.gz |
    cut -d, -f1-5' <<'end'
account,customer,account_name,tier,desk
0012,0001,Ace,A,here
0001,0001,Ace,A,
0011,0001,Ace,A,
end
check 'months from the period of the table' 0 \
    'printf "account,customer,until\n0001,0001,2026-10\n0011,0001,2026-12\n0012,0001,2026-11\n" >until.csv
    sed 2q accounts.csv | kam-tier --set "branch:desk=soon : until <= period + 1" --branches until.csv | cut -d, -f1,5' <<'end'
account,desk
0001,
0011,
0012,soon
end
check 'nobody' 0 'sed 1q members.csv >empty.csv; sed 1q accounts.csv | kam-tier --branches empty.csv' <<'end'
account,revenue,share,customer,account_name,tier,desk,policy_visits,policy_manager,policy_self-service
end
check 'ids stay text in a spreadsheet' 0 \
    'kam-tier --excel --branches members.csv accounts.csv | sed -n 3p | cut -d, -f1-4' <<'end'
"=""0011""",150.00,0.125000,"=""0001"""
end

# ---- what doesn't fit

check 'a customer that the table lacks' 1 \
    'sed 3d accounts.csv >bad-accounts.csv; kam-tier --branches members.csv bad-accounts.csv' 3<<'end'
kam-tier: members.csv:6: customer: the table has no customer '0002'; both have to come from the same run of kam-merge-group (--members-out)
end
check 'a customer without a line of its own' 1 \
    'sed 7d members.csv >bad-list.csv; kam-tier --branches bad-list.csv accounts.csv' 3<<'end'
kam-tier: bad-list.csv:7: customer: '0003' has no line of its own in the list, which isn't whole: take it as kam-merge-group --members-out wrote it
end
check 'customers that the list lacks' 0 \
    'sed 6d members.csv >short.csv; kam-tier --branches short.csv accounts.csv | wc -l | tr -d " "
    sed 2q members.csv >shorter.csv; kam-tier --branches shorter.csv accounts.csv | wc -l | tr -d " "' <<'end' 3<<'errors'
8
2
end
kam-tier: warning: short.csv: the list lacks 1 customer of the table, '0002'; both have to come from the same run of kam-merge-group (--members-out)
kam-tier: warning: shorter.csv: the list lacks 2 customers of the table, the first is '0002'; both have to come from the same run of kam-merge-group (--members-out)
errors
check 'which --strict refuses' 1 kam-tier --strict --branches short.csv accounts.csv 3<<'end'
kam-tier: warning: short.csv: the list lacks 1 customer of the table, '0002'; both have to come from the same run of kam-merge-group (--members-out)
kam-tier: 1 warning, and --strict makes that an error
end
check 'an account twice' 1 \
    'sed "\$s/0032/0031/" members.csv >twice.csv; kam-tier --branches twice.csv accounts.csv' 3<<'end'
kam-tier: twice.csv:9: account: '0031' stands in twice.csv:8 too; one row each is needed (kam-import adds the rows of an account up)
end
check 'no members list' 1 kam-tier --branches accounts.csv accounts.csv 3<<'end'
kam-tier: accounts.csv: --branches takes what kam-merge-group --members-out writes: no column 'account'; there are: account_id, account_name, revenue, 2026-10
end
check 'a column that [branch] needs' 1 \
    'cut -d, -f1,2 members.csv >narrow.csv; kam-tier --branches narrow.csv accounts.csv' 3<<'end'
kam-tier: good.kam:12: desk: in the members list narrow.csv: the table has no column 'revenue'
end
check 'a cell that [branch] cannot compare' 1 \
    'sed s/50.00,0.04/fifty,0.04/ members.csv >fifty.csv; kam-tier --branches fifty.csv accounts.csv' 3<<'end'
kam-tier: fifty.csv:4: revenue: not a number: 'fifty' (compared by good.kam:12)
end
check 'both from standard input' 2 'kam-tier --branches - <members.csv' 3<<'end'
kam-tier: --branches and the table can't both be standard input
Try 'kam-tier --help' for more information.
end
check 'or with another one' 2 \
    'kam-tier --previous - --branches - accounts.csv <members.csv' 3<<'end'
kam-tier: --branches and --previous can't both be standard input
Try 'kam-tier --help' for more information.
end
check 'no such file' 3 kam-tier --branches absent.csv accounts.csv 3<<'end'
kam-tier: absent.csv: cannot open: No such file or directory
end

# ---- with kam-merge-group

cat >bills.csv <<'end'
account_id,account_name,group_id,revenue,lines,months,2026-10
1,Head office,G,500.00,1,1,500.00
2,Branch,G,20.00,1,1,20.00
3,Shop,,90.00,1,1,90.00
end
check 'what kam-merge-group writes' 0 \
    'kam-merge-group --members-out list.csv bills.csv | kam-tier --branches list.csv | cut -d, -f1-7' <<'end'
account,revenue,share,customer,account_name,tier,desk
1,500.00,0.961538,1,Head office,A,
2,20.00,0.038462,1,Head office,A,business
3,90.00,1.000000,3,Shop,B,
end

finish
