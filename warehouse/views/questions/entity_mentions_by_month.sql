-- One row per entity and month of articles that mention it.
SELECT
    mentions.entity_id,
    entities.name,
    entities.kind,
    CAST(date_trunc('month', articles.published_on) AS DATE) AS month,
    count(*) AS mention_count,
    count(DISTINCT mentions.article_id) AS article_count
FROM mentions
JOIN entities USING (entity_id)
JOIN articles USING (article_id)
WHERE articles.counted_as IS NULL
GROUP BY ALL
ORDER BY month NULLS LAST, mention_count DESC, mentions.entity_id
