-- One row per article that is linked and article to read with it: those linked to it, and itself.
-- UNION keeps a link once that several references make, or that two articles make to each other.
WITH links AS (
    SELECT article_id, referring_article_id AS linked_article_id FROM referring_articles
    UNION
    SELECT referring_article_id, article_id FROM referring_articles
    UNION
    SELECT article_id, article_id FROM referring_articles
    UNION
    SELECT referring_article_id, referring_article_id FROM referring_articles
)
SELECT
    links.article_id,
    row_number() OVER (
        PARTITION BY links.article_id
        ORDER BY articles.published_on NULLS LAST, articles.issue, links.linked_article_id
    ) AS step,
    links.linked_article_id,
    articles.published_on,
    articles.headline
FROM links
JOIN articles ON articles.article_id = links.linked_article_id
ORDER BY links.article_id, step
