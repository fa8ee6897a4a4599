SELECT
    articles.published_on,
    articles.source,
    articles.publication,
    articles.volume,
    articles.issue,
    articles.headline,
    mentions.*
FROM mentions
JOIN articles USING (article_id)
