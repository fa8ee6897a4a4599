-- Each statement is compared with the twenty that follow it among those of its quantity, and with twenty that look alike:
-- pairs grow with the figures, and not with their square.
WITH numbered AS (
    SELECT *, row_number() OVER (ORDER BY published_on NULLS LAST, figure_id) AS number
    FROM compared_statements
),
statements AS MATERIALIZED (
    SELECT
        *,
        row_number() OVER (PARTITION BY claim_id ORDER BY number) AS place_in_claim,
        row_number() OVER (PARTITION BY subject_key, manner_key ORDER BY number) AS place_in_subject
    FROM numbered
),
-- Claims of the same time that lack one word of a statement's measure, or one of its parties.
wider AS (
    SELECT statements.number, claim_wider.reason, key_of((claim_wider.wider_key, statements.time_key)) AS claim_id
    FROM statements
    JOIN claim_wider ON claim_wider.subject_key = statements.subject_key
),
alike AS (
    SELECT
        one.number AS first_number,
        other.number AS second_number,
        CASE WHEN other.status <> one.status THEN 'status' ELSE 'period' END AS reason
    FROM statements AS one
    JOIN statements AS other
        ON other.subject_key = one.subject_key
        AND other.manner_key = one.manner_key
        AND other.place_in_subject BETWEEN one.place_in_subject + 1 AND one.place_in_subject + 20
    WHERE
        other.period_start_on <= one.period_end_on
        AND one.period_start_on <= other.period_end_on
        AND (other.status = one.status)
        <> ((other.period_start_on, other.period_end_on) = (one.period_start_on, one.period_end_on))
    UNION ALL
    SELECT least(wider.number, statements.number), greatest(wider.number, statements.number), wider.reason
    FROM wider
    JOIN statements ON statements.claim_id = wider.claim_id AND statements.place_in_claim <= 20
    WHERE statements.period_start_on IS NOT NULL
),
-- Two statements of one quantity, and two that look alike, each with what makes them another one.
candidates AS (
    SELECT one.number AS first_number, other.number AS second_number, NULL AS apart_by
    FROM statements AS one
    JOIN statements AS other
        ON other.claim_id = one.claim_id
        AND other.place_in_claim BETWEEN one.place_in_claim + 1 AND one.place_in_claim + 20
    UNION ALL
    FROM alike SELECT first_number, second_number, min(reason) GROUP BY first_number, second_number
),
sides AS MATERIALIZED (
    SELECT one, other, candidates.apart_by, difference_of(one.value, other.value) AS difference
    FROM candidates
    JOIN statements AS one ON one.number = candidates.first_number
    JOIN statements AS other ON other.number = candidates.second_number
),
-- They stand in different articles, or one of the same quantity has them from two sources.
compared AS (
    SELECT
        *,
        CASE
            WHEN one.low >= other.high OR other.low >= one.high THEN NULL
            WHEN one.stated_unit IS DISTINCT FROM other.stated_unit THEN 'unit'
            WHEN one.hedge IS DISTINCT FROM other.hedge THEN 'hedge'
            WHEN one.low <> other.low OR one.high <> other.high THEN 'rounding'
            WHEN one.passage_key = other.passage_key THEN 'copy'
            ELSE 'value'
        END AS sameness,
        abs(one.value) <> abs(other.value) AND is_power_of_ten(other.value / nullif(one.value, 0)) AS is_of_another_scale,
        CASE
            WHEN one.is_revision OR other.is_revision THEN 'revision'
            WHEN one.is_of_the_hour AND other.is_of_the_hour THEN 'unfinished'
            WHEN (other.published_on > one.published_on AND other.article_id <> one.article_id) IS NOT TRUE THEN NULL
            WHEN one.source_key = other.source_key THEN 'source'
            WHEN one.published_on <= one.period_end_on THEN 'unfinished'
            WHEN one.period_start_on IS NULL THEN 'later'
        END AS lateness
    FROM sides
    WHERE
        (
            other.article_id <> one.article_id
            OR (apart_by IS NULL AND one.is_told_apart AND other.is_told_apart AND other.source_key <> one.source_key)
        )
        AND (one.is_restated AND other.is_restated) IS NOT TRUE
),
typed AS (
    -- Of statements that look alike only those are told whose values would contradict each other.
    FROM compared
    SELECT *, 'scope' AS relation, apart_by AS reason
    WHERE
        apart_by IS NOT NULL
        AND sameness IS NULL
        AND NOT (one.is_ambiguous OR other.is_ambiguous OR one.is_of_the_hour OR other.is_of_the_hour)
        AND NOT (apart_by = 'status' AND (one.is_one_of_several OR other.is_one_of_several))
        AND abs(difference) < 0.95
        AND (other.published_on - one.published_on <= 92) IS NOT FALSE
    UNION ALL
    FROM compared
    SELECT
        *,
        CASE
            WHEN sameness IN ('copy', 'value') THEN 'agreement'
            WHEN sameness IS NOT NULL THEN 'restatement'
            WHEN lateness IS NOT NULL THEN 'update'
            ELSE 'conflict'
        END AS relation,
        coalesce(sameness, lateness, CASE WHEN is_of_another_scale THEN 'scale' ELSE 'value' END) AS reason
    WHERE
        apart_by IS NULL
        AND (one.period_start_on IS NOT NULL OR other.published_on - one.published_on <= 3)
        AND (
            sameness IN ('copy', 'value')
            OR (sameness IS NOT NULL AND NOT (one.is_one_of_several OR other.is_one_of_several))
            OR (
                sameness IS NULL
                AND NOT (one.is_ambiguous OR other.is_ambiguous)
                AND (abs(difference) NOT BETWEEN 0.95 AND 1 OR is_of_another_scale)
            )
        )
)
SELECT
    key_of((one.figure_id, other.figure_id)) AS claim_pair_id,
    one.claim_id,
    other.claim_id AS other_claim_id,
    relation,
    reason,
    one.figure_id,
    one.article_id,
    one.published_on,
    other.figure_id AS other_figure_id,
    other.article_id AS other_article_id,
    other.published_on AS other_published_on,
    one.source_key = other.source_key OR one.passage_key = other.passage_key AS is_same_source,
    difference,
    least(one.confidence, other.confidence) AS confidence
FROM typed
