-- The articles themselves, with how long they are.
SELECT
    article_number,
    article_id,
    digest,
    CAST(count(sentences.article_number) AS INTEGER) AS sentence_count,
    CAST(coalesce(sum(term_count), 0) AS INTEGER) AS term_count
FROM indexed LEFT JOIN sentences USING (article_number)
GROUP BY article_number, article_id, digest
