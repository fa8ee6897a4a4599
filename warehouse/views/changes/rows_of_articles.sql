-- Rows found in an article. What one extractor finds hangs on others: where its own version is the same, those of
-- the others are the reason.
SELECT
    {PLACE} AS place,
    '{TABLE}' AS table_name,
    change,
    coalesce(
        article_changes.text_reason,
        if('{TABLE}' = 'articles', article_changes.date_reason, NULL),
        (SELECT any_value(reason) FROM version_changes AS v WHERE v.article_id = row.article_id AND v.table_name = '{TABLE}'),
        (SELECT string_agg(reason, '; ' ORDER BY reason) FROM version_changes AS v WHERE v.article_id = row.article_id),
        article_changes.date_reason,
        'settings or other articles'
    ) AS reason,
    key,
    coalesce(
        article_changes.source,
        (SELECT any_value(source) FROM after.articles AS known WHERE known.article_id = row.article_id)
    ) AS source,
    text,
    differs
FROM (
    SELECT
        {KEY} AS key,
        coalesce(a.article_id, b.article_id) AS article_id,
        CASE WHEN b.article_id IS NULL THEN 'added' WHEN a.article_id IS NULL THEN 'gone' ELSE 'changed' END AS change,
        coalesce(a.{TEXT}, b.{TEXT}) AS text,
        if(b.article_id IS NULL OR a.article_id IS NULL, NULL, nullif(concat_ws('; ', {DIFFERS}), '')) AS differs
    FROM only_before.{TABLE} AS b
    FULL JOIN only_after.{TABLE} AS a USING ({KEY})
) AS row
LEFT JOIN article_changes USING (article_id)
WHERE change <> 'changed' OR differs IS NOT NULL
