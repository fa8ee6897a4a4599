-- The proof of a figure: its own characters, and those around it in the article.
SELECT kind, text, value, unit,
       substring(articles.text, start_char - 30, 31) || '[' || figures.text || ']' ||
       substring(articles.text, end_char + 1, 30) AS in_the_article
FROM figures JOIN articles USING (article_id)
WHERE kind = 'percent'
ORDER BY articles.source, start_char
LIMIT 6
