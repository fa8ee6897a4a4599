-- The articles that have all parts of a query, with their scores, and the weight of each part. Scores are BM25 with
-- k1 = 1.2 and b = 0.75 (Robertson and Zaragoza 2009, 3.15), a part counted like a term; its weight is
-- ln(1 + (N - n + 0.5) / (n + 0.5)), which unlike theirs is never negative, of N articles, n with the part.
WITH
asked AS MATERIALIZED (FROM internal.query_terms(query)),
-- Where two words of a phrase that follow each other do so in a text, as what the phrase's first word would be there: one
-- number of the article. Each word of the index says which one is next: of common words few places are left by that.
followed AS (
    SELECT part, size, article_number, (CAST(sentence_number AS BIGINT) << 32) + position - place AS start
    FROM internal.search_postings
    JOIN (FROM asked SELECT *, next_word AS next_term WHERE NOT ends_with(next_word, '*')) USING (term, next_term)
    UNION ALL
    SELECT part, size, article_number, (CAST(sentence_number AS BIGINT) << 32) + position - place
    FROM internal.search_postings
    JOIN (FROM asked SELECT *, rtrim(next_word, '*') AS next_prefix WHERE ends_with(next_word, '*')) USING (term)
    WHERE starts_with(next_term, next_prefix)
),
phrases AS (
    SELECT part, article_number FROM followed WHERE size = 2
    UNION ALL
    SELECT part, article_number
    FROM followed
    WHERE size > 2
    GROUP BY part, article_number, start
    HAVING count(*) = any_value(size) - 1
),
found AS MATERIALIZED (
    SELECT part, article_number, sum(frequency) AS frequency
    FROM internal.search_terms JOIN asked USING (term)
    WHERE size = 1
    GROUP BY part, article_number
    UNION ALL
    SELECT part, article_number, count(*) FROM phrases GROUP BY part, article_number
),
corpus AS (SELECT count(*) AS article_count, avg(term_count) AS mean_count FROM internal.search_articles),
weights AS MATERIALIZED (
    SELECT part, ln(1 + (any_value(article_count) - count(*) + 0.5) / (count(*) + 0.5)) AS weight
    FROM found CROSS JOIN corpus
    GROUP BY part
)
SELECT
    article_number,
    any_value(article_id) AS article_id,
    round(sum(weight * frequency / (frequency + 1.2 * (1 - 0.75 + 0.75 * term_count / mean_count))), 6) AS score,
    (FROM weights SELECT map_from_entries(list((part, weight)))) AS weights
FROM found JOIN weights USING (part) JOIN internal.search_articles USING (article_number) CROSS JOIN corpus
GROUP BY article_number
HAVING count(*) = (SELECT max(part_count) FROM asked)
