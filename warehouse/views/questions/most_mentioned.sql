-- One row per entity that articles mention, the most mentioned first.
-- Mentions are counted by key before names are looked up: joined first, each name would be compared as often as it occurs.
WITH counted AS (
    SELECT
        entity_id,
        count(*) AS mention_count,
        min(published_on) AS first_published_on,
        max(published_on) AS last_published_on
    FROM marts.fct_mentions
    WHERE NOT is_duplicate
    GROUP BY entity_id
)
SELECT
    counted.entity_id,
    dim_entity.name,
    dim_entity.kind,
    dim_entity.country_code,
    counted.mention_count,
    counted.first_published_on,
    counted.last_published_on
FROM counted
JOIN marts.dim_entity ON dim_entity.entity_id = counted.entity_id
WHERE counted.entity_id <> 'unknown'
ORDER BY counted.mention_count DESC, counted.entity_id
