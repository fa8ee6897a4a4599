SELECT
    articles.published_on,
    articles.publication,
    articles.volume,
    articles.issue,
    articles.headline,
    figures.*
FROM figures
JOIN articles USING (article_id)
ORDER BY articles.published_on, article_id, figures.start_char
