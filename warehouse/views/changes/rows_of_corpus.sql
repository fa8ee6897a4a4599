-- Rows of what all articles together say: they follow from mentions, from the user's corrections, and from rules.
SELECT
    {PLACE} AS place,
    '{TABLE}' AS table_name,
    change,
    CASE
        WHEN {IS_CORRECTION} AND change <> 'changed' THEN 'corrections'
        WHEN mention_id NOT IN (SELECT mention_id FROM before.mentions) THEN 'new mention'
        WHEN mention_id NOT IN (SELECT mention_id FROM after.mentions) THEN 'mention gone'
        WHEN EXISTS (FROM corrections_changed) AND EXISTS (FROM mentions_changed) THEN 'corrections or other mentions'
        WHEN EXISTS (FROM corrections_changed) THEN 'corrections'
        WHEN EXISTS (FROM mentions_changed) THEN 'other mentions'
        ELSE 'rules of entities'
    END AS reason,
    key,
    NULL AS source,
    text,
    differs
FROM (
    SELECT
        {KEY} AS key,
        CAST({MENTION} AS VARCHAR) AS mention_id,
        CASE WHEN b.is_there IS NULL THEN 'added' WHEN a.is_there IS NULL THEN 'gone' ELSE 'changed' END AS change,
        coalesce(a.{TEXT}, b.{TEXT}) AS text,
        if(b.is_there IS NULL OR a.is_there IS NULL, NULL, nullif(concat_ws('; ', {DIFFERS}), '')) AS differs
    FROM (FROM only_before.{TABLE} SELECT *, true AS is_there) AS b
    FULL JOIN (FROM only_after.{TABLE} SELECT *, true AS is_there) AS a USING ({KEY})
) AS row
WHERE change <> 'changed' OR differs IS NOT NULL
