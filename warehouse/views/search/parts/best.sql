-- The best sentence of each article that has been chosen: the first of those whose parts weigh most together, a part that
-- stands there twice counted once.
WITH
hits AS (
    SELECT *, row_number() OVER (PARTITION BY article_id, sentence_start_char, part ORDER BY start_char) AS repetition
    FROM ({hits})
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
)
SELECT
    article_id, score, sentence_start_char, sentence_end_char, sentence, start_char, end_char,
    CAST(sum(sentence_hit_count) OVER (PARTITION BY article_id) AS BIGINT) AS hit_count
FROM sentences
QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY sentence_weight DESC, sentence_start_char) = 1
