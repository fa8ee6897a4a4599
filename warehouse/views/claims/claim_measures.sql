-- One row per phrase that says what is measured, and owner where it may name one: its words in a form that other wordings
-- share, `output steel` of `production of steel`. Names of the owner are left out (`Russian exports`, `debts of Nord Ltd`),
-- and so is what adds nothing to the others; of words for one thing one stands for all. The head is the word that the
-- others say more of: `sale` of `sales of durable goods` and of `car sales`.
WITH phrases AS (
    FROM figures SELECT DISTINCT measure, named_in_measure(measure, measured_of) AS owner WHERE measure IS NOT NULL
),
written AS (
    FROM phrases SELECT measure, owner, words_of(owner) AS owner_words, unnest(written_words(undated(measure))) AS word
),
words AS (
    FROM written
    LEFT JOIN claim_words ON claim_words.word = singular(lower(written.word))
    SELECT measure, owner, coalesce(claim_words.canonical, singular(lower(written.word))) AS word, claim_words.use
    WHERE
        claim_words.use IS DISTINCT FROM 'left out'
        AND NOT (
            regexp_matches(written.word, '^\p{Lu}') AND list_contains(owner_words, singular(lower(written.word)))
        )
),
keys AS (
    FROM words
    SELECT
        measure,
        owner,
        list_sort(list_distinct(list(word))) AS measure_words,
        array_to_string(measure_words, ' ') AS measure_key
    GROUP BY measure, owner
    -- `An increase of 24 percent` does not say of what.
    HAVING bool_or(use IS DISTINCT FROM 'change')
),
heads AS (
    SELECT
        measure,
        owner,
        head_of(
            list_filter(
                words_of(undated(measure)),
                lambda word: is_preposition(word) OR NOT list_contains(left_out, word)
            )
        ) AS head
    FROM phrases CROSS JOIN (FROM claim_words SELECT coalesce(list(word), []) AS left_out WHERE use = 'left out')
)
FROM keys
JOIN heads ON heads.measure = keys.measure AND heads.owner = keys.owner
LEFT JOIN claim_words ON claim_words.word = heads.head
SELECT keys.*, coalesce(claim_words.canonical, heads.head) AS head_word
