-- The articles that have all parts of a query, best first, each with its best sentence: the first of those whose parts
-- weigh most together, a part that stands there twice counted once.
WITH
hits AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY article_id, sentence_start_char, part ORDER BY start_char) AS repetition
    FROM search_hits(query, most := most)
),
sentences AS (
    SELECT
        article_id, score, sentence_start_char, sentence_end_char, sentence,
        round(sum(weight) FILTER (repetition = 1), 6) AS sentence_weight,
        min(start_char) AS start_char,
        arg_min(end_char, start_char) AS end_char,
        count(*) AS sentence_hit_count
    FROM hits
    GROUP BY ALL
),
best AS (
    SELECT
        article_id, score, sentence_start_char, sentence_end_char, sentence, start_char, end_char,
        sum(sentence_hit_count) OVER (PARTITION BY article_id) AS hit_count,
        row_number() OVER (PARTITION BY article_id ORDER BY sentence_weight DESC, sentence_start_char) AS place
    FROM sentences
)
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
    CAST(hit_count AS BIGINT) AS hit_count
FROM best JOIN internal.articles USING (article_id)
WHERE place = 1
ORDER BY score DESC, article_id
