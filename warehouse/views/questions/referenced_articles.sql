-- One row per reference to another article and article that it leads to, or none where there is none.
-- An issue is named by its day, or by volume and number. An exact duplicate is no target of its own, and no article
-- refers to itself. EDM is how Eurasia Daily Monitor, which its articles' headers spell out, is abbreviated in the
-- text. Headers may also say `The Monitor` or `MONITOR`.
WITH named AS (
    SELECT
        cross_reference_id,
        article_id,
        CASE WHEN publication = 'EDM' THEN 'Eurasia Daily Monitor' ELSE publication END AS publication,
        referenced_on,
        referenced_volume,
        referenced_issue
    FROM cross_references
),
targets AS (
    SELECT
        article_id AS target_article_id,
        regexp_replace(lower(publication), '^the ', '') AS publication,
        published_on,
        volume,
        issue
    FROM articles
    WHERE duplicate_of IS NULL
)
SELECT
    named.cross_reference_id,
    named.article_id,
    named.publication,
    named.referenced_on,
    targets.target_article_id
FROM named
LEFT JOIN targets
    ON targets.publication = lower(named.publication)
    AND (
        targets.published_on = named.referenced_on
        OR (
            named.referenced_on IS NULL
            AND targets.volume = named.referenced_volume
            AND targets.issue = named.referenced_issue
        )
    )
    AND targets.target_article_id <> named.article_id
