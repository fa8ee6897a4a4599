-- Articles, with their body and, for an exact duplicate, the first article with the same text.
SELECT
    *,
    substring(text, body_start_char + 1, body_end_char - body_start_char) AS body,
    nullif(min(article_id) OVER (PARTITION BY text_sha256), article_id) AS duplicate_of
FROM internal.articles
