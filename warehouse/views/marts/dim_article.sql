SELECT
    article_id,
    date_key(published_on) AS date_key,
    source,
    publication,
    volume,
    issue,
    headline,
    byline,
    published_on,
    published_on_low,
    published_on_high,
    published_on_basis,
    format,
    paragraph_count,
    word_count,
    duplicate_of,
    language,
    story_id,
    counted_as,
    copy_of,
    revises,
    common_share,
    difference,
    counted_as IS NOT NULL AS is_duplicate,
    corrected_by
FROM articles
UNION ALL
SELECT
    'unknown', -1, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'unknown', NULL, NULL, NULL, NULL, 'unknown', NULL, NULL, NULL, NULL, NULL,
    false, NULL
