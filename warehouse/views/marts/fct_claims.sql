-- Copies of one passage rest on one source, as do two statements of one speaker, outlet or publication.
WITH stated AS (
    SELECT *, min(source_key) OVER (PARTITION BY claim_id, passage_key) AS independent_source FROM claim_figures
),
-- Of the words that statements use the commonest, of two that are as common the last by the alphabet.
measures AS (
    FROM (FROM claim_figures SELECT claim_id, measure, count(*) AS times GROUP BY ALL)
    SELECT claim_id, arg_max(measure, (times, measure)) AS measure
    GROUP BY claim_id
),
owners AS (
    FROM (FROM claim_figures SELECT claim_id, measured_of, count(*) AS times GROUP BY ALL)
    SELECT claim_id, arg_max(measured_of, (times, measured_of)) AS measured_of
    GROUP BY claim_id
),
-- What a story's versions state alike is one statement: who contradicts it contradicts the story once.
told AS MATERIALIZED (
    SELECT
        claim_figures.figure_id,
        concat_ws(' ', coalesce(articles.counted_as, articles.article_id), claim_figures.low, claim_figures.high) AS telling
    FROM claim_figures
    JOIN articles ON articles.article_id = claim_figures.article_id
),
related AS (
    SELECT
        claim_id,
        count(DISTINCT tellings) FILTER (relation = 'conflict') AS conflict_count,
        count(DISTINCT tellings) FILTER (relation = 'update') AS update_count,
        max(confidence) FILTER (relation = 'conflict') AS conflict_confidence,
        max(abs(difference)) FILTER (relation = 'conflict') AS greatest_difference
    FROM (
        SELECT compared_pairs.*, (least(one.telling, other.telling), greatest(one.telling, other.telling)) AS tellings
        FROM compared_pairs
        JOIN told AS one ON one.figure_id = compared_pairs.figure_id
        JOIN told AS other ON other.figure_id = compared_pairs.other_figure_id
        WHERE claim_id = other_claim_id
    )
    GROUP BY claim_id
),
summed AS (
    SELECT
        claim_id,
        any_value(period_start_on) AS period_start_on,
        any_value(period_end_on) AS period_end_on,
        any_value(status) AS status,
        any_value(unit) AS unit,
        any_value(per) AS per,
        bool_or(is_change) AS is_change,
        min(value) AS least_value,
        max(value) AS greatest_value,
        count(*) AS statement_count,
        count(DISTINCT independent_source) AS source_count,
        count(DISTINCT article_id) AS article_count,
        min(published_on) AS first_published_on,
        max(published_on) AS last_published_on
    FROM stated
    GROUP BY claim_id
)
SELECT
    summed.claim_id,
    measures.measure,
    owners.measured_of,
    summed.period_start_on,
    summed.period_end_on,
    summed.status,
    summed.unit,
    summed.per,
    summed.is_change,
    summed.least_value,
    summed.greatest_value,
    summed.statement_count,
    summed.source_count,
    summed.article_count,
    coalesce(related.conflict_count, 0) AS conflict_count,
    coalesce(related.update_count, 0) AS update_count,
    related.greatest_difference,
    related.conflict_confidence,
    summed.first_published_on,
    summed.last_published_on
FROM summed
JOIN measures USING (claim_id)
JOIN owners USING (claim_id)
LEFT JOIN related USING (claim_id)
