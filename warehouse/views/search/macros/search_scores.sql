-- The articles that have all parts of a query, with their scores, and the weight of each part. Scores are BM25 with
-- k1 = 1.2 and b = 0.75 (Robertson and Zaragoza 2009, 3.15), a part counted like a term; its weight is
-- ln(1 + (N - n + 0.5) / (n + 0.5)), which unlike theirs is never negative, of N articles, n with the part.
WITH
asked AS MATERIALIZED (FROM internal.query_terms(query)),
-- Where a phrase would begin, if a word that stands here is its word of this place: as one number of the article.
starts AS NOT MATERIALIZED (
    SELECT part, place, size, article_number, (CAST(sentence_number AS BIGINT) << 32) + position - place AS start
    FROM internal.search_postings JOIN asked USING (term)
    WHERE size > 1
),
-- Joined word by word: to group all places of common words by where they would begin takes four times as long.
begun AS NOT MATERIALIZED (
    SELECT part, first.size, article_number, start
    FROM (FROM starts WHERE place = 1) AS first
    JOIN (FROM starts WHERE place = 2) AS second USING (part, article_number, start)
),
phrases AS (
    SELECT part, article_number FROM begun WHERE size = 2
    UNION ALL
    SELECT part, article_number
    FROM begun JOIN (FROM starts WHERE place > 2) AS others USING (part, article_number, start)
    GROUP BY part, article_number, start
    HAVING count(*) = any_value(begun.size) - 2
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
