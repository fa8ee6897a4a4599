-- One row per subject, what of whom, and another that lacks one word of its measure, or one of its parties. The word is not
-- what the others say more of, and two are left at least: `steel output` is wider than `raw steel output`, while `exports`
-- of `export prices` is another thing, and `bills` of `bank bills` what an article calls so after it has said which.
WITH subjects AS MATERIALIZED (
    FROM claim_contexts
    SELECT
        subject_key,
        any_value(measure_words) AS measure_words,
        list(DISTINCT head_word) AS heads,
        any_value(parties) AS parties
    GROUP BY subject_key
),
wider AS (
    SELECT
        subject_key,
        'measure' AS reason,
        key_of((
            array_to_string(list_filter(measure_words, lambda word: word <> left_out), ' '), array_to_string(parties, ' ')
        )) AS wider_key
    FROM (FROM subjects SELECT *, unnest(measure_words) AS left_out WHERE len(measure_words) > 2)
    WHERE NOT list_contains(heads, left_out)
    UNION ALL
    SELECT
        subject_key,
        'parties',
        key_of((
            array_to_string(measure_words, ' '), array_to_string(list_filter(parties, lambda party: party <> left_out), ' ')
        ))
    FROM (FROM subjects SELECT *, unnest(parties) AS left_out WHERE len(parties) > 1)
)
SELECT subject_key, reason, wider_key
FROM wider
SEMI JOIN subjects ON subjects.subject_key = wider.wider_key
