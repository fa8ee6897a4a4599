-- One row per two names that articles of a month both mention.
-- A name counts once an article, however often it is mentioned there; a pair is one row, its names in alphabetical
-- order.
WITH named AS (
    SELECT DISTINCT
        mentions.article_id,
        CAST(date_trunc('month', articles.published_on) AS DATE) AS month,
        mentions.name,
        mentions.kind
    FROM mentions
    JOIN articles USING (article_id)
    WHERE articles.counted_as IS NULL
)
SELECT
    named.name,
    named.kind,
    others.name AS other_name,
    others.kind AS other_kind,
    named.month,
    count(*) AS article_count
FROM named
JOIN named AS others
    ON others.article_id = named.article_id
    AND others.name > named.name
GROUP BY ALL
ORDER BY named.month NULLS LAST, article_count DESC, named.name, other_name
