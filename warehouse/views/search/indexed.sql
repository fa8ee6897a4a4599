-- The articles to index, exact duplicates once, each with a hash of all that the index takes from it.
SELECT
    article_id,
    md5(concat_ws(chr(31), article_id, text_sha256, coalesce(headline, ''), body_start_char, body_end_char)) AS digest
FROM articles
WHERE duplicate_of IS NULL
