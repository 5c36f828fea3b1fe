-- What kam-diff does: the customers of two snapshots matched, those that moved listed.
SET threads = ${THREADS};
SET preserve_insertion_order = false;

CREATE MACRO snapshot(path) AS TABLE
    SELECT account_id, account_name, tier, revenue::DECIMAL(18, 2) AS revenue, score::DECIMAL(18, 4) AS score,
           part_revenue::DECIMAL(18, 4) AS part_revenue, part_margin::DECIMAL(18, 4) AS part_margin,
           part_growth::DECIMAL(18, 4) AS part_growth, part_variety::DECIMAL(18, 4) AS part_variety,
           list_position(['important', 'main', 'ordinary', 'long-tail'], tier) AS level
    FROM read_csv(path, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"');

CREATE MACRO change(before, after) AS abs(coalesce(after, 0) - coalesce(before, 0));

COPY (
    WITH matched AS (
        SELECT coalesce(new.account_id, old.account_id) AS account_id,
               coalesce(new.account_name, old.account_name) AS account_name,
               CASE WHEN old.tier IS NULL THEN 'new' WHEN new.tier IS NULL THEN 'lost'
                    WHEN new.level < old.level THEN 'up' WHEN new.level > old.level THEN 'down' END AS move,
               old.tier AS tier_from, new.tier AS tier_to,
               old.revenue AS revenue_from, new.revenue AS revenue_to,
               coalesce(new.revenue, 0) - coalesce(old.revenue, 0) AS revenue_delta,
               old.score AS score_from, new.score AS score_to, new.score - old.score AS score_delta,
               CASE WHEN old.tier IS NOT NULL AND new.tier IS NOT NULL THEN
                   [change(old.part_revenue, new.part_revenue), change(old.part_margin, new.part_margin),
                    change(old.part_growth, new.part_growth), change(old.part_variety, new.part_variety)]
               END AS changes
        FROM snapshot('${OLD}') AS old
        FULL OUTER JOIN snapshot('${NEW}') AS new ON new.account_id = old.account_id
    )
    SELECT * EXCLUDE (changes),
           CASE WHEN list_max(changes) > 0 THEN
               ['revenue', 'margin', 'growth', 'variety'][list_position(changes, list_max(changes))]
           END AS driver
    FROM matched
    WHERE move IS NOT NULL
    ORDER BY abs(revenue_delta) DESC, account_id
) TO '${OUT}' (HEADER);
