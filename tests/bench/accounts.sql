-- The columns of kam-import that come from the lines: attributes of the last month, sums, the set of
-- services, a column per month. The fastest of five ways that were tried: a first pass finds the
-- services, so that an account's fit into the bits of an integer. Lists of distinct services, their
-- histogram, string_agg(DISTINCT ...) and months grouped first take 1.3 to 5 times as long.
SET VARIABLE services = (SELECT list(DISTINCT service ORDER BY service) FROM bills());

CREATE MACRO names(bits) AS array_to_string(
    list_filter(getvariable('services'),
                lambda s: (bits & (1::BIGINT << list_position(getvariable('services'), s))) <> 0), '|');

CREATE VIEW accounts AS
    SELECT account_id,
           arg_max(account_name, month) AS account_name,
           coalesce(arg_max(group_id, month), '') AS group_id,
           count(*) AS lines,
           min(month) AS first_month,
           max(month) AS last_month,
           sum(amount) AS revenue,
           sum(cost) AS cost,
           bit_or(1::BIGINT << list_position(getvariable('services'), service)) AS service_bits,
           sum(amount) FILTER (month = '2025-11') AS "2025-11",
           sum(amount) FILTER (month = '2025-12') AS "2025-12",
           sum(amount) FILTER (month = '2026-01') AS "2026-01",
           sum(amount) FILTER (month = '2026-02') AS "2026-02",
           sum(amount) FILTER (month = '2026-03') AS "2026-03",
           sum(amount) FILTER (month = '2026-04') AS "2026-04",
           sum(amount) FILTER (month = '2026-05') AS "2026-05",
           sum(amount) FILTER (month = '2026-06') AS "2026-06",
           sum(amount) FILTER (month = '2026-07') AS "2026-07",
           sum(amount) FILTER (month = '2026-08') AS "2026-08",
           sum(amount) FILTER (month = '2026-09') AS "2026-09",
           sum(amount) FILTER (month = '2026-10') AS "2026-10"
    FROM bills()
    GROUP BY account_id;
