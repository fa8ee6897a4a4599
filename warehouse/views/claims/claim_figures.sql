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
            least(200, repeated.start_char - articles.body_start_char) + 200
        ) AS context
    FROM repeated
    JOIN articles ON articles.article_id = repeated.article_id
)
SELECT
    around.* EXCLUDE (context),
    -- The same wire in two papers: as far as letters and digits go, the same words before and behind.
    md5(substring(regexp_replace(lower(context), '[^a-z0-9]+', '', 'g'), 40, 200)) AS passage_key,
    regexp_matches(lower(context), (FROM claim_words SELECT '\b(?:' || string_agg(word, '|') || ')\b' WHERE use = 'revision')) AS is_revision,
    -- Two values of one article and speaker: they measure two things that were taken for one.
    max(low) OVER said >= min(high) OVER said AS is_ambiguous
FROM around
WINDOW said AS (PARTITION BY claim_id, article_id, source_key)
