-- An article that has rows on one side only was read there by the version that the state has elsewhere.
SELECT
    article_id,
    '{TABLE}' AS table_name,
    '{TABLE}: version '
    || coalesce(b.version, (SELECT max(extractor_version) FROM before.{TABLE}), 'none') || ' → '
    || coalesce(a.version, (SELECT max(extractor_version) FROM after.{TABLE}), 'none') AS reason
FROM (SELECT article_id, max(extractor_version) AS version FROM only_before.{TABLE} GROUP BY article_id) AS b
FULL JOIN (SELECT article_id, max(extractor_version) AS version FROM only_after.{TABLE} GROUP BY article_id) AS a
    USING (article_id)
WHERE coalesce(b.version, (SELECT max(extractor_version) FROM before.{TABLE}))
    IS DISTINCT FROM coalesce(a.version, (SELECT max(extractor_version) FROM after.{TABLE}))
