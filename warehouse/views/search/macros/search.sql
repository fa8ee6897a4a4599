-- The articles that have all parts of a query, best first, each with its best sentence.
WITH
chosen AS MATERIALIZED (FROM internal.search_scores(query) ORDER BY score DESC, article_id LIMIT most),
best AS ({best})
SELECT
    article_id,
    score,
    published_on,
    headline,
    sentence,
    sentence_start_char,
    sentence_end_char,
    start_char,
    end_char,
    hit_count
FROM best JOIN internal.articles USING (article_id)
ORDER BY score DESC, article_id
