# kam-import: bills of cloud providers, as they come.
. "$(dirname "$0")/lib.sh"

# ---- FOCUS: further columns of costs and accounts, JSON, NULL, times with and without a zone

cat >focus.csv <<'end'
AvailabilityZone,BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargePeriodStart,ContractedCost,EffectiveCost,ListCost,ServiceName,SubAccountId,SubAccountName,Tags
NULL,0.12345678,000123456789,Master,USD,2026-11-01T00:00:00Z,2026-10-01T00:00:00Z,Usage,2026-10-05T00:00:00Z,9,9,9,Amazon EC2,000987654321,dev,"{""team"": ""a,b"", ""x"": [1, 2]}"
NULL,1.5E-7,000123456789,Master,USD,2026-11-01T00:00:00Z,2026-10-01T00:00:00Z,Usage,2026-10-05T00:00:00Z,9,9,9,Amazon S3,000987654321,dev,NULL
a,-3.25,000123456789,Master,USD,2026-12-01T00:00:00Z,2026-11-01 00:00:00,Credit,2026-10-05T00:00:00Z,9,9,9,Amazon S3,000111111111,prod,{}
NULL,12,000123456789,Master,USD,2026-11-01T00:00:00Z,2026-10-01T00:00:00.000Z,Tax,2026-10-05T00:00:00Z,9,9,9,NULL,,,
NULL,0.75,000123456789,Master,USD,2026-11-01T00:00:00Z,2026-10-01T00:00:00Z,Tax,2026-10-05T00:00:00Z,9,9,9,NULL,NULL,NULL,
end
check 'FOCUS: what the payer pays for no account in particular is its own' 0 \
    'kam-import -o focus.out focus.csv; columns account_id,account_name,payer_id,currency,lines,revenue,services,2026-10,2026-11 <focus.out' <<'end'
account_id,account_name,payer_id,currency,lines,revenue,services,2026-10,2026-11
000111111111,prod,000123456789,USD,1,-3.25,Amazon S3,,-3.25
000123456789,,000123456789,USD,2,12.75,,12.75,
000987654321,dev,000123456789,USD,2,0.12345693,Amazon EC2|Amazon S3,0.12345693,
end
check 'its payers are customers' 0 \
    'kam-merge-group focus.out | columns account_id,currency,lines,revenue,member_count,own_revenue' <<'end'
account_id,currency,lines,revenue,member_count,own_revenue
000123456789,USD,5,9.62345693,3,12.75
end
check 'without sub accounts the payer is the account' 0 \
    'cut -d, -f 1-13 focus.csv | kam-import | columns account_id,account_name,payer_id,lines,revenue' <<'end'
account_id,account_name,-,lines,revenue
000123456789,Master,-,5,9.62345693
end
check 'columns in another order, with a mark, CRLF, semicolons, compressed in parts' 0 \
    'awk -F"[{N]" "{ print }" focus.csv >same.csv; cmp same.csv focus.csv
     { printf "\357\273\277"; sed "s/\$/\r/" focus.csv; } | gzip >1.gz
     kam-import 1.gz | cmp - focus.out'
check 'the user knows better: amortised instead of billed' 0 \
    'kam-import --amount EffectiveCost focus.csv | columns account_id,payer_id,revenue' <<'end'
account_id,payer_id,revenue
000111111111,000123456789,9.00
000123456789,000123456789,18.00
000987654321,000123456789,18.00
end
check 'an account that is given has to be there' 1 \
    'kam-import --account SubAccountId focus.csv 2>&1 >/dev/null | sed "s/; --rejects.*//"; kam-import --account SubAccountId focus.csv 2>/dev/null' <<'end'
kam-import: focus.csv:5: SubAccountId: no account id: ''
kam-import: focus.csv:6: SubAccountId: no account id: 'NULL'
kam-import: 2 of 5 lines are bad
end

# ---- more decimals than there is room for

sed 's/,0.12345678,/,0.1234567890123456785,/; s/,1.5E-7,/,0.00000000000000000050,/; s/,12,/,2.5E-18,/
     s/,-3.25,/,-0.0000000000000000025,/' focus.csv >digits.csv
check '20 decimal places are refused' 1 kam-import digits.csv 3<<'end'
kam-import: digits.csv:2: BilledCost: more than 18 decimal places; say --round N: '0.1234567890123456785'
kam-import: digits.csv:3: BilledCost: more than 18 decimal places; say --round N: '0.00000000000000000050'
kam-import: digits.csv:4: BilledCost: more than 18 decimal places; say --round N: '-0.0000000000000000025'
kam-import: digits.csv:5: BilledCost: more than 18 decimal places; say --round N: '2.5E-18'
kam-import: 4 of 5 lines are bad; --rejects FILE sets them aside
end
check 'or rounded where they stand, half to even' 0 \
    'kam-import --round 18 digits.csv | columns account_id,revenue' <<'end'
account_id,revenue
000111111111,-0.000000000000000002
000123456789,0.750000000000000002
000987654321,0.123456789012345678
end
check 'zeros at the end are no places' 0 \
    'sed "s/,0.12345678,/,0.12345678901234567800,/" focus.csv | kam-import | columns account_id,revenue | tail -n 1' <<'end'
000987654321,0.123456939012345678
end
check 'to fewer places, line by line' 0 'kam-import --round 2 digits.csv | columns account_id,revenue' <<'end'
account_id,revenue
000111111111,0.00
000123456789,0.75
000987654321,0.12
end

# ---- currencies

sed '4s/USD/EUR/' focus.csv >currencies.csv
check 'two currencies' 1 kam-import currencies.csv 3<<'end'
kam-import: currencies.csv:4: BillingCurrency: 'EUR', but currencies.csv:2 has 'USD': currencies can't be added up; choose one with --currency COL=CODE
end
check 'one of them' 0 \
    'kam-import --currency BillingCurrency=EUR --reconcile lines.csv currencies.csv | columns account_id,currency,revenue
     grep "^(all),[uc]" lines.csv' <<'end'
account_id,currency,revenue
000111111111,EUR,-3.25
(all),used,,1,-3.25
(all),currency,,4,12.87345693
end

# ---- AWS

cat >cur.csv <<'end'
identity/LineItemId,identity/TimeInterval,bill/InvoiceId,bill/BillType,bill/PayerAccountId,bill/BillingPeriodStartDate,bill/BillingPeriodEndDate,lineItem/UsageAccountId,lineItem/LineItemType,lineItem/UsageStartDate,lineItem/ProductCode,lineItem/UsageAmount,lineItem/CurrencyCode,lineItem/UnblendedRate,lineItem/UnblendedCost,lineItem/BlendedCost,product/ProductName,resourceTags/user:Name
a1,2026-10-01T00:00:00Z/2026-10-01T01:00:00Z,,Anniversary,000123456789,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,000987654321,Usage,2026-10-01T00:00:00Z,AmazonEC2,1.0000000000,USD,0.0116000000,0.0116000000,9,Amazon Elastic Compute Cloud,"web ""1"""
a2,2026-10-01T00:00:00Z/2026-10-01T01:00:00Z,,Anniversary,000123456789,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,000987654321,Usage,2026-09-30T23:00:00Z,AmazonS3,1.0000000000,USD,,1.2E-8,9,Amazon Simple Storage Service,
a3,2026-10-01T00:00:00Z/2026-10-01T01:00:00Z,,Anniversary,000123456789,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,000123456789,Tax,2026-10-01T00:00:00Z,AmazonS3,1.0000000000,USD,,0.5,9,,
a4,,,Anniversary,000123456789,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,,Fee,2026-10-01T00:00:00Z,OCBPremiumSupport,1,USD,,100,9,Premium Support,
end
check 'AWS CUR: the month of the bill, not of the usage' 0 \
    'kam-import -o cur.out cur.csv; columns account_id,payer_id,currency,lines,revenue,services,2026-10 <cur.out' <<'end'
account_id,payer_id,currency,lines,revenue,services,2026-10
000123456789,000123456789,USD,2,100.50,AmazonS3|Premium Support,100.50
000987654321,000123456789,USD,2,0.011600012,Amazon Elastic Compute Cloud|Amazon Simple Storage Service,0.011600012
end
check 'AWS CUR 2.0 differs in its names only' 0 \
    'sed "1s/\([a-z]\)\([A-Z]\)/\1_\2/g; 1s|[/:]|_|g; 1y/ABCDEFGHIJKLMNOPQRSTUVWXYZ/abcdefghijklmnopqrstuvwxyz/" cur.csv >cur2.csv
     grep -c line_item_usage_account_id cur2.csv; kam-import cur2.csv | cmp - cur.out' <<'end'
1
end
check 'a service that is given is not looked for elsewhere' 0 \
    'kam-import --service product/ProductName cur.csv | columns account_id,services' <<'end'
account_id,services
000123456789,Premium Support
000987654321,Amazon Elastic Compute Cloud|Amazon Simple Storage Service
end
check 'and customers' 0 'kam-merge-group cur.out | columns account_id,lines,revenue,member_count' <<'end'
account_id,lines,revenue,member_count
000123456789,4,100.511600012,2
end
check 'among hundreds of columns' 0 \
    'awk -F"\n" "{ printf \"%s\", \$0; for (i = 1; i <= 400; i++) printf \",%s\", NR == 1 ? \"product/attribute\" i : \"NULL\"; print \"\" }" cur.csv |
     kam-import | cmp - cur.out'
check 'the tag of a team is kept' 0 \
    'kam-import --keep team=resourceTags/user:Name cur.csv | tail -n 1 | grep -c "web \"\"1\"\""' <<'end'
1
end

# ---- Azure

cat >azure.csv <<'end'
InvoiceSectionName,AccountName,SubscriptionId,SubscriptionName,ResourceGroup,Date,BillingPeriodStartDate,BillingPeriodEndDate,BillingAccountId,MeterCategory,MeterSubCategory,Quantity,EffectivePrice,CostInBillingCurrency,BillingCurrencyCode,AdditionalInfo,Tags
s,a,11111111-aaaa,Prod,rg,10/05/2026,10/01/2026,10/31/2026,12345:678,Virtual Machines,Dv3,24,0.1,2.4000000000000004,USD,"{""ServiceType"":""D2"",""VCPUs"":2}","""env"": ""prod"""
s,a,11111111-bbbb,Test,rg,10/05/2026,10/01/2026,10/31/2026,12345:678,Storage,Blob,1,0.1,3.33E-05,USD,,
s,a,,,rg,10/05/2026,11/01/2026,11/30/2026,12345:678,Storage,Blob,1,0.1,1,USD,,
end
check 'Azure writes the month first, and days that are all the first leave no doubt' 0 \
    'kam-import azure.csv | columns account_id,account_name,payer_id,currency,revenue,services,2026-10,2026-11' <<'end'
account_id,account_name,payer_id,currency,revenue,services,2026-10,2026-11
11111111-aaaa,Prod,12345:678,USD,2.4000000000000004,Virtual Machines,2.4000000000000004,
11111111-bbbb,Test,12345:678,USD,0.0000333,Storage,0.0000333,
12345:678,,12345:678,USD,1.00,Storage,,1.00
end
check 'unless the user knows better' 0 \
    'kam-import --dates dmy azure.csv 2>/dev/null | columns account_id,2026-01' <<'end'
account_id,2026-01
11111111-aaaa,2.4000000000000004
11111111-bbbb,0.0000333
12345:678,1.00
end
for sign in . -; do
    sed "2,\$s,/,$sign,g" azure.csv >written.csv
    check "days that Azure didn't write so: $sign" 1 'kam-import written.csv' 3<<end
kam-import: written.csv:2: BillingPeriodStartDate: '10${sign}01${sign}2026': day or month first? say --dates dmy or --dates mdy
end
    check "they are read as said: $sign" 0 \
        'kam-import --dates mdy written.csv | columns account_id,2026-10' <<'end'
account_id,2026-10
11111111-aaaa,2.4000000000000004
11111111-bbbb,0.0000333
12345:678,
end
done
check 'of partners: the customer is a group, and the partner no payer' 0 \
    'sed "1s/AccountName,/CustomerTenantId,/; 2,\$s/^s,a,/s,tenant-1,/; 4s/s,tenant-1,,/s,tenant-2,11111111-cccc,/" azure.csv >partner.csv
     kam-import partner.csv | columns account_id,group_id,payer_id,revenue
     kam-import partner.csv | kam-merge-group | columns account_id,revenue,member_count' <<'end'
account_id,group_id,-,revenue
11111111-aaaa,tenant-1,-,2.4000000000000004
11111111-bbbb,tenant-1,-,0.0000333
11111111-cccc,tenant-2,-,1.00
account_id,revenue,member_count
11111111-aaaa,2.4000333000000004,2
11111111-cccc,1.00,1
end

# ---- Oracle

cat >oci.csv <<'end'
lineItem/referenceNo,lineItem/tenantId,lineItem/intervalUsageStart,lineItem/intervalUsageEnd,product/service,product/compartmentName,usage/billedQuantity,cost/productSku,cost/unitPrice,cost/myCost,cost/currencyCode,cost/subscriptionId,lineItem/isCorrection
r1,ocid1.tenancy.oc1..aaa,2026-10-05T00:00Z,2026-10-05T01:00Z,COMPUTE,"n, 1",1,B88317,0.0638,0.0638,EUR,5551,false
r2,ocid1.tenancy.oc1..bbb,2026-10-05T00:00Z,2026-10-05T01:00Z,BLOCK_STORAGE,n,1,B88317,0.0638,-0.00000012,EUR,5551,true
end
check 'OCI' 0 'kam-import oci.csv | columns account_id,payer_id,currency,revenue,services,2026-10' <<'end'
account_id,payer_id,currency,revenue,services,2026-10
ocid1.tenancy.oc1..aaa,5551,EUR,0.0638,COMPUTE,0.0638
ocid1.tenancy.oc1..bbb,5551,EUR,-0.00000012,BLOCK_STORAGE,-0.00000012
end

# ---- rejected and repaired

check 'a line that was repaired is read as its bill would have been' 0 \
    'sed "2s/,2.4000000000000004,/,?,/" azure.csv >bad.csv; kam-import --rejects rejected.csv -o good.csv bad.csv
     sed "s/,?,/,2.4000000000000004,/" rejected.csv | kam-import good.csv - >out.csv; kam-import azure.csv | cmp - out.csv' 3<<'end'
kam-import: 1 of 3 lines rejected, see rejected.csv
end
check 'bills of two providers, set aside together, are not mixed up' 1 \
    'kam-import --rejects rejected.csv -o good.csv cur.csv bad.csv; sed "s/,?,/,7,/" rejected.csv | kam-import' 3<<'end'
kam-import: 1 of 7 lines rejected, see rejected.csv
kam-import: standard input:2: lineItem/UnblendedCost: no amount: ''
end

finish
