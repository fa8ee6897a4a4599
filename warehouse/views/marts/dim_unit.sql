-- What kind of unit it is follows from all figures in it, with and without what a rate is stated per.
WITH stated AS (
    SELECT unit, per, kind FROM figures
    UNION ALL
    SELECT unit, NULL, kind FROM derived_figures
),
kinds AS (
    SELECT
        unit,
        CASE
            WHEN unit = 'percent' THEN 'share'
            WHEN unit = 'times' THEN 'multiple'
            WHEN bool_or(kind = 'money') OR regexp_full_match(unit, '[A-Z]{3}') THEN 'currency'
            WHEN bool_or(kind IN ('duration', 'age')) THEN 'time'
            WHEN bool_or(kind = 'quantity') THEN 'measure'
            ELSE 'thing counted'
        END AS unit_kind
    FROM stated
    GROUP BY unit
)
SELECT DISTINCT
    unit_key(stated.unit, stated.per) AS unit_id,
    stated.unit,
    stated.per,
    concat_ws(' per ', coalesce(stated.unit, 'unknown'), stated.per) AS unit_label,
    CASE WHEN stated.unit IS NULL THEN 'unknown' ELSE kinds.unit_kind END AS unit_kind
FROM stated
JOIN kinds ON kinds.unit IS NOT DISTINCT FROM stated.unit
WHERE stated.unit IS NOT NULL OR stated.per IS NOT NULL
UNION ALL
SELECT 'unknown', NULL, NULL, 'unknown', 'unknown'
