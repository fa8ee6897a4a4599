-- One row per article and article that refers to it.
SELECT DISTINCT
    referenced_articles.target_article_id AS article_id,
    referenced_articles.article_id AS referring_article_id,
    articles.published_on AS referring_published_on
FROM referenced_articles
JOIN articles USING (article_id)
WHERE referenced_articles.target_article_id IS NOT NULL AND articles.duplicate_of IS NULL
