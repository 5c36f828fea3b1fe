-- What kam-import does.
COPY (
    SELECT account_id, account_name, group_id, lines, first_month, last_month, revenue, cost,
           names(service_bits) AS services, bit_count(service_bits) AS service_count, COLUMNS('^20')
    FROM accounts
    ORDER BY account_id
) TO '${OUT}' (HEADER);
