-- One row per figure, with the sentence it stands in, those of copies and versions of a story too.
-- A sentence begins after a period, question or exclamation mark that follows two small letters, digits or closing marks,
-- so that `U.S.` ends none; at most 600 characters are shown on either side.
-- Whoever names the articles of the figures, too, is spared the reading of all bodies.
WITH around AS (
    SELECT
        figures.* REPLACE (articles.article_id AS article_id),
        substring(
            articles.body,
            greatest(figures.start_char - articles.body_start_char - 599, 1),
            least(600, figures.start_char - articles.body_start_char)
        ) AS before,
        substring(articles.body, figures.end_char - articles.body_start_char + 1, 600) AS after,
        articles.counted_as IS NOT NULL AS is_duplicate
    FROM marts.figures
    JOIN marts.articles ON articles.article_id = figures.article_id
)
SELECT
    around.figure_id,
    around.article_id,
    around.published_on,
    around.source,
    around.headline,
    regexp_replace(
        regexp_replace(around.before, '(?s)^.*(?:[a-z0-9%)”"’][a-z0-9%)”"’][.!?][”"’)]?\s+|[.!?][”"’)]\s+|\n\s*\n)', '')
        || around.text
        -- The last two characters of the figure tell whether the mark right behind it ends the sentence.
        || substring(
            regexp_extract(
                right('  ' || around.text, 2) || around.after,
                '(?s)^(.*?(?:[a-z0-9%)”"’][a-z0-9%)”"’][.!?][”"’)]?|[.!?][”"’)]|\n\s*\n|$))', 1
            ),
            3
        ),
        '\s+', ' ', 'g'
    ) AS sentence,
    around.start_char,
    around.text,
    around.kind,
    around.value,
    around.value_high,
    around.unit,
    around.per,
    around.hedge,
    around.measure,
    around.measure_confidence,
    around.measured_of,
    around.measured_of_confidence,
    around.period,
    around.period_start_on,
    around.period_end_on,
    around.period_confidence,
    around.status,
    around.direction,
    around.is_change,
    around.speaker,
    citations.outlet,
    around.is_duplicate
FROM around
LEFT JOIN marts.citations ON citations.citation_id = around.citation_id
ORDER BY around.published_on, around.article_id, around.start_char
