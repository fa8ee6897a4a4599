-- One row per quantity that several figures state: what they say of it, how many sources they rest on, and if they agree.
-- Copies of one passage rest on one source, as do two statements of one speaker, outlet or publication.
WITH stated AS (
    SELECT
        fct_claim_figures.*,
        min(fct_claim_figures.source_key) OVER (
            PARTITION BY fct_claim_figures.claim_id, fct_claim_figures.passage_key
        ) AS independent_source,
        fct_figures.measure,
        fct_figures.measured_of,
        fct_figures.period
    FROM marts.fct_claim_figures
    JOIN marts.fct_figures ON fct_figures.figure_id = fct_claim_figures.figure_id
),
related AS (
    SELECT
        claim_id,
        count(*) FILTER (relation = 'conflict') AS conflict_count,
        count(*) FILTER (relation = 'update') AS update_count,
        max(confidence) FILTER (relation = 'conflict') AS conflict_confidence,
        max(abs(difference)) FILTER (relation = 'conflict') AS greatest_difference
    FROM marts.fct_claim_pairs
    WHERE claim_id = other_claim_id
    GROUP BY claim_id
)
SELECT
    stated.claim_id,
    mode(stated.measure) AS measure,
    mode(stated.measured_of) AS measured_of,
    any_value(stated.period_start_on) AS period_start_on,
    any_value(stated.period_end_on) AS period_end_on,
    any_value(stated.status) AS status,
    any_value(stated.unit) AS unit,
    any_value(stated.per) AS per,
    bool_or(stated.is_change) AS is_change,
    min(stated.value) AS least_value,
    max(stated.value) AS greatest_value,
    count(*) AS statement_count,
    count(DISTINCT stated.independent_source) AS source_count,
    count(DISTINCT stated.article_id) AS article_count,
    coalesce(any_value(related.conflict_count), 0) AS conflict_count,
    coalesce(any_value(related.update_count), 0) AS update_count,
    any_value(related.greatest_difference) AS greatest_difference,
    any_value(related.conflict_confidence) AS conflict_confidence,
    min(stated.published_on) AS first_published_on,
    max(stated.published_on) AS last_published_on
FROM stated
LEFT JOIN related ON related.claim_id = stated.claim_id
GROUP BY stated.claim_id
ORDER BY conflict_count DESC, conflict_confidence DESC NULLS LAST, statement_count DESC, stated.claim_id
