-- One row per statement of a quantity that is stated more than once, with what the words around it say of it.
WITH repeated AS (
    FROM claim_statements QUALIFY count(*) OVER (PARTITION BY claim_id) > 1
),
around AS (
    SELECT
        repeated.*,
        substring(
            articles.text,
            greatest(repeated.start_char - 199, articles.body_start_char + 1),
            least(200, repeated.start_char - articles.body_start_char)
        ) AS before,
        substring(articles.text, repeated.start_char + 1, 200) AS after,
        substring(
            articles.text,
            repeated.end_char + 1,
            greatest(0, least(20, repeated.measure_start_char - repeated.end_char))
        ) AS between_them,
        substring(articles.text, repeated.measure_end_char + 1, 8) AS behind_measure
    FROM repeated
    JOIN articles ON articles.article_id = repeated.article_id
)
SELECT
    around.* EXCLUDE (before, after, between_them, behind_measure),
    -- The same wire in two papers: as far as letters and digits go, the same words before and behind.
    md5(substring(regexp_replace(lower(before || after), '[^a-z0-9]+', '', 'g'), 40, 200)) AS passage_key,
    regexp_matches(
        lower(before || after),
        (FROM claim_words SELECT '\b(?:' || string_agg(word, '|') || ')\b' WHERE use = 'revision')
    ) AS is_revision,
    -- One article that gives two values: they measure two things that were taken for one, unless it names who gives each.
    (
        max(low) OVER in_article >= min(high) OVER in_article
        AND NOT (bool_and(is_of_named_source) OVER in_article AND max(low) OVER of_source < min(high) OVER of_source)
    )
    -- `$68 billion of foreign debt` is some of it, and `5,500 hourly workers` are some of them.
    OR coalesce(regexp_matches(between_them, '^\s+(?:of|in)\s+(?:(?:an?|the|its|their)\s+)?$'), false)
    OR coalesce(kind = 'count' AND measure_start_char >= end_char AND regexp_matches(between_them, '^[\s-]*$'), false)
    -- The measure goes on: `trade surplus with Borland` names a party that is not looked for there.
    OR coalesce(regexp_matches(behind_measure, '^\s+with\b'), false)
        AS is_ambiguous
FROM around
WHERE
    -- What a value is compared with is of another time or thing, and which is seldom said: `from 5 percent`, `7 vs 5`.
    NOT regexp_matches(
        before, '(?i)\b(?:from|against|than|compared with|versus)\s+(?:an?\s+|about\s+|some\s+|(?:a )?revised\s+|US)?[$£]?$'
    )
    AND NOT regexp_matches(before, '\bvs\b[^\n]{0,60}$')
    AND NOT regexp_matches(after, '^[^\n]{0,60}\bvs\b')
WINDOW
    in_article AS (PARTITION BY claim_id, article_id),
    of_source AS (PARTITION BY claim_id, article_id, source_key)
