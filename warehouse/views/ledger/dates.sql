-- Time expressions, with what the user corrects of them.
WITH corrected AS (
    FROM internal.corrected_values
    SELECT row_key, map_from_entries(list((column_name, value))) AS columns, min(correction_id) AS corrected_by
    WHERE table_name = 'dates' AND column_name NOT IN ('is_hidden', 'is_confirmed')
    GROUP BY row_key
)
SELECT
    dates.date_id,
    dates.article_id,
    dates.start_char,
    dates.end_char,
    dates.text,
    dates.rule,
    CASE
        WHEN map_contains(corrected.columns, 'start_on') THEN CAST(corrected.columns['start_on'] AS DATE)
        ELSE dates.start_on
    END AS start_on,
    CASE
        WHEN map_contains(corrected.columns, 'end_on') THEN CAST(corrected.columns['end_on'] AS DATE)
        ELSE dates.end_on
    END AS end_on,
    dates.precision,
    dates.modifier,
    dates.anchor,
    dates.anchor_on,
    dates.starts_at_clock,
    dates.ends_at_clock,
    dates.time_zone,
    dates.extractor_version,
    dates.run_id,
    corrected.corrected_by
FROM internal.dates
LEFT JOIN corrected ON corrected.row_key = dates.date_id
