-- One row per country and month of articles that mention it.
-- `Moscow has said` speaks for Russia, but the entity is the city: it is counted apart from the country's own names.
WITH named AS (
    SELECT entities.country_code, mentions.article_id, false AS is_seat
    FROM mentions
    JOIN entities USING (entity_id)
    WHERE entities.kind = 'country'
    UNION ALL
    SELECT stands_for, article_id, true
    FROM mentions
    WHERE stands_for IS NOT NULL
)
SELECT
    named.country_code,
    entities.name,
    CAST(date_trunc('month', articles.published_on) AS DATE) AS month,
    count(*) FILTER (NOT named.is_seat) AS mention_count,
    count(*) FILTER (named.is_seat) AS stands_for_count,
    count(DISTINCT named.article_id) AS article_count
FROM named
JOIN articles USING (article_id)
LEFT JOIN entities ON entities.kind = 'country' AND entities.country_code = named.country_code
WHERE articles.counted_as IS NULL
GROUP BY ALL
ORDER BY month NULLS LAST, article_count DESC, named.country_code
