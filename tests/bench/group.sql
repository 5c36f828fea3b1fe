-- The bare exact group-by: sums, lines, months.
COPY (
    SELECT account_id, sum(amount) AS revenue, sum(cost) AS cost, count(*) AS lines,
           count(DISTINCT month) AS months, min(month) AS first_month, max(month) AS last_month
    FROM bills()
    GROUP BY account_id
    ORDER BY account_id
) TO '${OUT}' (HEADER);
