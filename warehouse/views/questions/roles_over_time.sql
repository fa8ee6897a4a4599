-- One row per person and role stated beside the name.
SELECT
    mentions.name AS person,
    mentions.role,
    min(articles.published_on) AS first_published_on,
    max(articles.published_on) AS last_published_on,
    count(*) AS mention_count,
    count(DISTINCT mentions.article_id) AS article_count
FROM mentions
JOIN articles USING (article_id)
WHERE mentions.kind = 'person' AND mentions.role IS NOT NULL AND articles.counted_as IS NULL
GROUP BY ALL
ORDER BY person, first_published_on NULLS LAST, role
