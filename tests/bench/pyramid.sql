-- What kam-import | kam-merge-group | kam-score | kam-tier do, by the rules of model.kam. Groups are
-- those of one group_id each, without anything that would tie groups together.
-- Four places, half to even. DuckDB divides in binary; of whole numbers that still finds each half.
CREATE MACRO share(part, whole) AS
    CASE WHEN whole > 0 THEN
        (round_even((100 * part)::BIGINT * 10000 / (100 * whole)::BIGINT, 0) / 10000)::DECIMAL(18, 4)
    END;

COPY (
    WITH customers AS (
        SELECT min(account_id) AS account_id,
               arg_min(account_name, account_id) AS account_name,
               any_value(group_id) AS group_id,
               sum(lines) AS lines,
               min(first_month) AS first_month,
               max(last_month) AS last_month,
               sum(revenue) AS revenue,
               sum(cost) AS cost,
               bit_or(service_bits) AS service_bits,
               sum(COLUMNS('^20')),
               count(*) AS member_count,
               string_agg(account_id, '|' ORDER BY account_id) AS members,
               arg_min(revenue, account_id) AS own_revenue,
               sum(revenue) - arg_min(revenue, account_id) AS branch_revenue
        FROM accounts
        GROUP BY CASE WHEN group_id = '' THEN account_id ELSE 'group ' || group_id END
    ), halves AS (
        SELECT *,
               coalesce("2025-11", 0) + coalesce("2025-12", 0) + coalesce("2026-01", 0) +
               coalesce("2026-02", 0) + coalesce("2026-03", 0) + coalesce("2026-04", 0) AS earlier
        FROM customers
    ), figures AS (
        SELECT *, names(service_bits) AS services, bit_count(service_bits) AS service_count,
               share(revenue - cost, revenue) AS margin_rate,
               share(revenue - earlier - earlier, earlier) AS growth
        FROM halves
    ), points AS (
        SELECT *,
               CASE WHEN revenue >= 300000 THEN 100 WHEN revenue >= 100000 THEN 80
                    WHEN revenue >= 30000 THEN 60 WHEN revenue >= 10000 THEN 40
                    WHEN revenue >= 5000 THEN 20 ELSE 0 END::INTEGER AS points_revenue,
               CASE WHEN margin_rate >= 0.5 THEN 100 WHEN margin_rate >= 0.4 THEN 90
                    WHEN margin_rate >= 0.3 THEN 70 WHEN margin_rate >= 0.15 THEN 40
                    WHEN margin_rate >= 0.05 THEN 20 WHEN margin_rate IS NOT NULL THEN 0 END::INTEGER AS points_margin,
               CASE WHEN growth IS NOT NULL THEN greatest(0, least(100, 50 + 100 * growth)) END AS points_growth,
               CASE WHEN service_count >= 5 THEN 100 ELSE 20 * service_count END::INTEGER AS points_variety
        FROM figures
    ), scores AS (
        SELECT *,
               round((40 * points_revenue + 25 * coalesce(points_margin, 0) + 20 * coalesce(points_growth, 0) +
                      15 * points_variety) /
                     (55 + CASE WHEN points_margin IS NULL THEN 0 ELSE 25 END +
                      CASE WHEN points_growth IS NULL THEN 0 ELSE 20 END), 4)::DECIMAL(18, 4) AS score
        FROM points
    ), ranks AS (
        SELECT *,
               row_number() OVER (ORDER BY score DESC, revenue DESC, account_id) AS rank,
               rank() OVER (ORDER BY score DESC, revenue DESC) AS equals,
               count(*) OVER () AS total
        FROM scores
    )
    SELECT * EXCLUDE (earlier, service_bits, equals, total)
             REPLACE (points_revenue::DECIMAL(18, 4) AS points_revenue, points_margin::DECIMAL(18, 4) AS points_margin,
                      points_variety::DECIMAL(18, 4) AS points_variety),
           CASE WHEN equals <= ceil(total * 0.01) THEN 'important' WHEN equals <= ceil(total * 0.05) THEN 'main'
                WHEN equals <= ceil(total * 0.2) THEN 'ordinary' ELSE 'long-tail' END AS tier
    FROM ranks
    ORDER BY rank
) TO '${OUT}' (HEADER);
