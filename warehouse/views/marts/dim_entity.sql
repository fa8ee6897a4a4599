SELECT
    entity_id,
    kind,
    name,
    country_code,
    latitude,
    longitude,
    first_seen_on,
    last_seen_on,
    mention_count
FROM entities
UNION ALL
SELECT 'unknown', 'unknown', 'unknown', NULL, NULL, NULL, NULL, NULL, 0
