-- One row per statement that can be compared, with what the words around it say of it.
WITH windows AS (
    SELECT
        claim_statements.*,
        substring(
            articles.text,
            greatest(claim_statements.start_char - 199, articles.body_start_char + 1),
            least(200, claim_statements.start_char - articles.body_start_char)
        ) AS before,
        substring(articles.text, claim_statements.end_char + 1, 200) AS behind,
        substring(
            articles.text,
            claim_statements.end_char + 1,
            greatest(0, least(20, claim_statements.measure_start_char - claim_statements.end_char))
        ) AS between_them,
        substring(
            articles.text,
            greatest(claim_statements.measure_start_char - 29, 1),
            least(claim_statements.measure_start_char, 30)
        ) AS before_measure,
        substring(articles.text, claim_statements.measure_end_char + 1, 24) AS behind_measure
    FROM claim_statements
    JOIN articles ON articles.article_id = claim_statements.article_id
),
around AS (
    SELECT
        *,
        regexp_replace(before, '(?s)^.*(?:[\pLl0-9%)][.!?]["”’)]*\s+|\n\s*\n)', '')
            || text
            || regexp_extract(behind, '(?s)^(.*?)(?:[\pLl0-9%)][.!?]["”’)]*\s|\n\s*\n|$)', 1) AS sentence
    FROM windows
),
read AS (
    SELECT
        around.* EXCLUDE (text, before, behind, between_them, before_measure, behind_measure, sentence),
        -- The same wire in two papers: as far as letters and digits go, the same words before and behind.
        md5(substring(regexp_replace(lower(before || behind), '[^a-z0-9]+', '', 'g'), 40, 200)) AS passage_key,
        regexp_matches(lower(before || behind), getvariable('revisions')) AS is_revision,
        -- What is said of a day on that day holds at its hour: an index falls by 45 points, and closes 23 lower.
        coalesce(period_start_on = period_end_on AND published_on <= period_end_on, false) AS is_of_the_hour,
        -- Two sources in one article differ only where each gives its time with the figure, and none speaks of its own.
        is_of_named_source
            AND (period IS NULL OR contains(sentence, period))
            AND NOT regexp_matches(before_measure, '(?i)\b(?:its|their|his|her|our)\s+(?:\S+\s+){0,2}$')
            AS is_told_apart,
        -- `$68 billion of foreign debt` is some of it, and `5,500 hourly workers` are some of them.
        coalesce(regexp_matches(between_them, '^\s+(?:of|in)\s+(?:(?:an?|the|its|their)\s+)?$'), false)
            OR coalesce(
                kind = 'count' AND measure_start_char >= end_char AND regexp_matches(between_them, '^[\s-]*$'), false
            )
            -- `A five-year grace period` is that of the contract which is brought up.
            OR coalesce(
                kind = 'duration' AND measure_start_char >= end_char AND regexp_matches(between_them, '^[\s-]*$')
                AND regexp_matches(before, '(?i)\ban?\s+$'),
                false
            )
            -- The measure goes on: `trade surplus with Borland` names a party that is not looked for there, unless it is
            -- the one whose it is: `trade between Arvia and Borland`.
            OR coalesce(
                NOT coalesce(measured_of_start_char BETWEEN measure_end_char AND measure_end_char + 16, false)
                AND regexp_matches(
                    behind_measure,
                    '^\s+(?:(?:with|at|excluding|except|outside|between)\b'
                    || '|(?:to|from|against)\s+(?:the\s+)?\p{Lu}\.?(?:\p{Lu}\.|\p{Ll}))'
                ),
                false
            ) AS is_of_a_part
    FROM around
    WHERE
        -- What a value is compared with is of another time or thing, and which is seldom said: `from 5 percent`, `7 vs 5`.
        NOT regexp_matches(
            before, '(?i)\b(?:from|against|than|compared with|versus)\s+(?:an?\s+|about\s+|some\s+|(?:a )?revised\s+|US)?[$£]?$'
        )
        AND NOT regexp_matches(before, '\bvs\b[^\n]{0,60}$')
        AND NOT regexp_matches(behind, '^[^\n]{0,60}\bvs\b')
        -- The columns of a row say of when and of what its numbers are: `STOCKS 12 17 15`, `Borland 81 (79), Arvia 12 (nil)`.
        AND NOT regexp_matches(before, '\s[\d.,]+\s+[\d.,]+\s+$')
        AND NOT regexp_matches(behind, '^\s+[\d.,]+\s+[\d.,]+(?:\s|$)')
        AND NOT regexp_matches(behind, '^\s*\((?:nil|[\d.,]+)\)')
        AND NOT (regexp_matches(before, '[\d.,]\s*\(\s*$') AND regexp_matches(behind, '^\s*\)'))
        -- A sum of the year so far is not that of the month that the article is about.
        AND NOT (
            coalesce(period_end_on - period_start_on <= 31, false)
            AND regexp_matches(
                lower(CASE WHEN contains(sentence, period) THEN sentence ELSE before || sentence END),
                getvariable('running_sums')
            )
        )
)
SELECT
    * EXCLUDE (is_of_a_part),
    -- One article that gives two values: they measure two things that were taken for one, unless it tells apart who gives
    -- each.
    (
        max(low) OVER in_article >= min(high) OVER in_article
        AND NOT (bool_and(is_told_apart) OVER in_article AND max(low) OVER of_source < min(high) OVER of_source)
    )
    OR is_of_a_part AS is_ambiguous,
    -- `23 pct rated them above normal, just 23 pct below`: which one the other article means is not said.
    min((value, coalesce(hedge, ''))) OVER of_subject <> max((value, coalesce(hedge, ''))) OVER of_subject
        AS is_one_of_several
FROM read
WINDOW
    in_article AS (PARTITION BY claim_id, article_id),
    of_source AS (PARTITION BY claim_id, article_id, source_key),
    of_subject AS (PARTITION BY subject_key, manner_key, period_start_on, period_end_on, article_id)
