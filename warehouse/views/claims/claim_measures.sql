-- One row per phrase that says what is measured: its words in a form that other wordings share, `output steel` of
-- `production of steel`. What adds nothing to the others is left out, and of words for one thing one stands for all.
WITH phrases AS (
    FROM figures SELECT DISTINCT measure WHERE measure IS NOT NULL
),
words AS (
    FROM (FROM phrases SELECT measure, unnest(words_of(measure)) AS word)
    LEFT JOIN claim_words USING (word)
    SELECT measure, coalesce(claim_words.canonical, word) AS word
    WHERE claim_words.use IS DISTINCT FROM 'left out'
)
FROM words
SELECT measure, list_sort(list_distinct(list(word))) AS measure_words, array_to_string(measure_words, ' ') AS measure_key
GROUP BY measure
