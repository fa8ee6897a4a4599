-- One row per subject, what of whom, and another that lacks one word of its measure, or one of its parties.
WITH subjects AS MATERIALIZED (
    FROM claim_statements
    SELECT subject_key, any_value(measure_words) AS measure_words, any_value(parties) AS parties
    GROUP BY subject_key
),
wider AS (
    SELECT
        subject_key,
        'measure' AS reason,
        key_of((
            array_to_string(list_filter(measure_words, lambda word: word <> left_out), ' '), array_to_string(parties, ' ')
        )) AS wider_key
    FROM (FROM subjects SELECT *, unnest(measure_words) AS left_out WHERE len(measure_words) > 1)
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
