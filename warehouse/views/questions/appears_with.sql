-- One row per pair of entities that the same articles name, the smaller key first.
WITH named AS (
    SELECT DISTINCT mentions.article_id, articles.published_on, entities.entity_id, entities.name, entities.kind
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
    count(*) AS article_count,
    min(named.published_on) AS first_published_on,
    max(named.published_on) AS last_published_on
FROM named
JOIN named AS others ON others.article_id = named.article_id AND others.entity_id > named.entity_id
GROUP BY ALL
ORDER BY article_count DESC, named.name, others.name, named.entity_id, others.entity_id
