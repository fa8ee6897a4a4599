-- One row per figure that states a quantity: of what, of whom, when and as what, between which ends, and who says so.
-- A figure without a period holds on the day of its article: those at most three days apart are of one time.
WITH stated AS (
    SELECT
        figures.figure_id,
        figures.article_id,
        articles.published_on,
        figures.start_char,
        figures.end_char,
        figures.text,
        figures.kind,
        figures.measure_start_char,
        figures.measure_end_char,
        figures.measure,
        figures.measured_of,
        figures.measured_of_start_char,
        claim_measures.measure_words,
        claim_measures.measure_key,
        claim_measures.head_word,
        claim_parties.parties,
        array_to_string(claim_parties.parties, ' ') AS party_key,
        figures.period,
        figures.period_start_on,
        figures.period_end_on,
        CASE
            WHEN figures.status IN ('target', 'estimate', 'forecast', 'hypothetical') THEN figures.status ELSE 'actual'
        END AS status,
        coalesce(renamed.new_code, claim_units.base_unit, figures.unit) AS unit,
        figures.per,
        coalesce(figures.is_change, false) AS is_change,
        CASE WHEN figures.is_change THEN figures.compared_start_on END AS compared_start_on,
        CASE WHEN figures.is_change THEN figures.compared_end_on END AS compared_end_on,
        last_place(figures.value_double, figures.text, figures.rule) AS place,
        figures.value_double,
        coalesce(figures.value_high_double, figures.value_double) AS high_double,
        coalesce(claim_units.factor, 1 / renamed.old_per_new, 1)
            * CASE WHEN figures.is_change AND figures.direction = 'down' THEN -1 ELSE 1 END AS signed_factor,
        figures.unit AS stated_unit,
        figures.hedge,
        equivalents.start_char < figures.start_char AS is_restated,
        figures.measure_confidence * figures.measured_of_confidence * coalesce(figures.period_confidence, 0.3)
            AS confidence,
        citations.outlet IS NOT NULL OR (quotations.speaker_entity_id IS NOT NULL AND figures.period_start_on IS NOT NULL)
            AS is_of_named_source,
        coalesce(
            'speaker ' || coalesce(quotations.speaker_entity_id, lower(figures.speaker)),
            'outlet ' || citations.outlet,
            'publication ' || articles.publication,
            'article ' || figures.article_id
        ) AS source_key
    FROM figures
    JOIN claim_measures
        ON claim_measures.measure = figures.measure
        AND claim_measures.owner = named_in_measure(figures.measure, figures.measured_of)
    JOIN articles ON articles.article_id = figures.article_id
    JOIN claim_parties ON claim_parties.figure_id = figures.figure_id
    LEFT JOIN claim_units ON claim_units.unit = figures.unit
    LEFT JOIN redenominations AS renamed ON renamed.kind = 'redenomination' AND renamed.old_code = figures.unit
    LEFT JOIN quotations ON quotations.quotation_id = figures.quotation_id
    LEFT JOIN citations ON citations.citation_id = figures.citation_id
    LEFT JOIN figures AS equivalents ON equivalents.figure_id = figures.equivalent_figure_id
    WHERE
        articles.duplicate_of IS NULL
        AND figures.kind <> 'ordinal'
        AND figures.unit IS NOT NULL
        -- `344 members went on strike` says of no number of members that it is 344.
        AND NOT (figures.kind = 'count' AND claim_measures.measure_key = array_to_string(words_of(figures.unit), ' '))
        AND figures.measure_confidence >= 0.4
        -- An owner in the measure's own phrase, `Peruvian exports`, is stated; any other one has been chosen among several.
        AND (
            figures.measured_of_confidence >= 0.4
            OR figures.measured_of_end_char BETWEEN figures.measure_start_char - 1 AND figures.measure_end_char
        )
        AND (
            (figures.period_start_on IS NOT NULL AND figures.period_confidence >= 0.4)
            OR (
                figures.period IS NULL
                AND articles.published_on IS NOT NULL
                -- Without a period only what is told apart by two words: `people killed`, but no `debt`.
                AND len(claim_measures.measure_words) > 1
            )
        )
),
-- What is used more than once is computed a step before: an alias in the same SELECT is its whole expression once more.
bounded AS (
    SELECT
        * EXCLUDE (value_double, high_double, place, signed_factor),
        signed_factor * value_double AS value,
        signed_factor * least_meant(value_double, place, hedge) AS one_end,
        signed_factor * most_meant(high_double, place, hedge) AS other_end,
        key_of((measure_key, party_key)) AS subject_key,
        key_of((unit, per, is_change, compared_start_on, compared_end_on)) AS manner_key
    FROM stated
),
subjects AS (
    SELECT * EXCLUDE (one_end, other_end), least(one_end, other_end) AS low, greatest(one_end, other_end) AS high
    FROM bounded
),
-- Where a day is more than three after the one before it, another time begins.
timed AS (
    SELECT
        *,
        CASE
            WHEN period_start_on IS NULL AND (published_on - lag(published_on) OVER days <= 3) IS NOT TRUE
            THEN published_on
        END AS time_begins_on
    FROM subjects
    WINDOW days AS (
        PARTITION BY subject_key, manner_key, status, period_start_on IS NULL ORDER BY published_on, figure_id
    )
)
SELECT
    * EXCLUDE (time_begins_on),
    key_of((
        manner_key,
        status,
        period_start_on,
        period_end_on,
        CASE WHEN period_start_on IS NULL THEN max(time_begins_on) OVER days END
    )) AS time_key,
    key_of((subject_key, time_key)) AS claim_id
FROM timed
WINDOW days AS (
    PARTITION BY subject_key, manner_key, status, period_start_on IS NULL
    ORDER BY published_on, figure_id
    ROWS UNBOUNDED PRECEDING
)
