-- Each word of each sentence: a run of letters and digits, in small letters and without accents, and the one behind it.
WITH
split AS MATERIALIZED (
    SELECT
        article_number,
        sentence_number,
        term_count AS sentence_term_count,
        start_char,
        regexp_extract_all(text, '[^\pL\pN]*[\pL\pN][\pL\pN\pM]*') AS pieces,
        regexp_extract_all(text, '[\pL\pN][\pL\pN\pM]*') AS words
    FROM sentences
),
numbered AS (
    SELECT
        article_number,
        sentence_number,
        sentence_term_count,
        start_char,
        unnest(pieces) AS piece,
        unnest(words) AS word,
        unnest(words[2:]) AS next_word,
        generate_subscripts(words, 1) AS position
    FROM split
),
placed AS (
    SELECT
        * EXCLUDE (start_char),
        start_char + sum(length(piece)) OVER (
            PARTITION BY article_number, sentence_number ORDER BY position ROWS UNBOUNDED PRECEDING
        ) AS end_char
    FROM numbered
)
SELECT
    lower(strip_accents(word)) AS term,
    article_number,
    sentence_number,
    CAST(position AS INTEGER) AS position,
    CAST(end_char - length(word) AS INTEGER) AS start_char,
    CAST(length(word) AS INTEGER) AS char_count,
    sentence_term_count,
    lower(strip_accents(next_word)) AS next_term
FROM placed
