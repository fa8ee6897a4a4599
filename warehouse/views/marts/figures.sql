SELECT
    articles.published_on,
    articles.source,
    articles.publication,
    articles.volume,
    articles.issue,
    articles.headline,
    figures.*
FROM figures
JOIN articles USING (article_id)
