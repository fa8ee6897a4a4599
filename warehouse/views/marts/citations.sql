SELECT
    articles.published_on,
    articles.publication,
    articles.volume,
    articles.issue,
    articles.headline,
    citations.*
FROM citations
JOIN articles USING (article_id)
ORDER BY articles.published_on, article_id, citations.start_char
