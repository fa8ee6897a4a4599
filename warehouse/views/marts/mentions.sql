SELECT
    articles.published_on,
    articles.publication,
    articles.volume,
    articles.issue,
    articles.headline,
    mentions.*
FROM mentions
JOIN articles USING (article_id)
ORDER BY articles.published_on, article_id, mentions.start_char
