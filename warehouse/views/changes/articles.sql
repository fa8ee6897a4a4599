-- What happened to articles: whether they came or went, were read otherwise, or have another date.
-- A file whose bytes have changed is another article, by its key; the path tells that it is the same file.
CREATE TEMP TABLE article_changes AS
SELECT
    article_id,
    CASE
        WHEN b.source_path IS NULL THEN
            if(a.source_path IN (SELECT source_path FROM before.articles), 'changed text', 'new article')
        WHEN a.source_path IS NULL THEN
            if(b.source_path IN (SELECT source_path FROM after.articles), 'changed text', 'article gone')
        WHEN (b.text_sha256, b.body_start_char, b.body_end_char)
            IS DISTINCT FROM (a.text_sha256, a.body_start_char, a.body_end_char) THEN
            'text read otherwise (format ' || b.extractor_version || ' → ' || a.extractor_version || ')'
    END AS text_reason,
    CASE WHEN
        b.source_path IS NOT NULL AND a.source_path IS NOT NULL
        AND (b.published_on, b.published_on_low, b.published_on_high)
            IS DISTINCT FROM (a.published_on, a.published_on_low, a.published_on_high)
    THEN
        'new date (' || coalesce(CAST(b.published_on AS VARCHAR), 'none') || ' → '
        || coalesce(CAST(a.published_on AS VARCHAR), 'none') || ')'
    END AS date_reason,
    coalesce(a.source, b.source) AS source
FROM only_before.articles AS b
FULL JOIN only_after.articles AS a USING (article_id)
