-- One row per two entities that articles of a month both mention.
-- An entity counts once an article, whatever it is called there; a pair is one row, the smaller key first.
WITH named AS (
    SELECT DISTINCT
        mentions.article_id,
        CAST(date_trunc('month', articles.published_on) AS DATE) AS month,
        entities.entity_id,
        entities.name,
        entities.kind
    FROM mentions
    JOIN entities USING (entity_id)
    JOIN articles USING (article_id)
    WHERE articles.counted_as IS NULL
)
SELECT
    named.entity_id,
    named.name,
    named.kind,
    others.entity_id AS other_entity_id,
    others.name AS other_name,
    others.kind AS other_kind,
    named.month,
    count(*) AS article_count
FROM named
JOIN named AS others
    ON others.article_id = named.article_id
    AND others.entity_id > named.entity_id
GROUP BY ALL
ORDER BY named.month NULLS LAST, article_count DESC, named.entity_id, other_entity_id
