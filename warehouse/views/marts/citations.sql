SELECT
    articles.published_on,
    articles.source,
    articles.publication,
    articles.volume,
    articles.issue,
    articles.headline,
    citations.*
FROM citations
JOIN articles USING (article_id)
