-- One row per statement of a speaker, in the order of publication; those without a name come last.
-- What was not said, and expectations without a source, are nobody's statements.
SELECT
    quotations.speaker,
    quotations.speaker_text,
    quotations.speaker_kind,
    articles.published_on,
    quotations.article_id,
    quotations.quotation_id,
    quotations.style,
    quotations.cue,
    quotations.cue_kind,
    quotations.is_hedged,
    quotations.is_negated,
    quotations.start_char,
    quotations.text
FROM quotations
JOIN articles USING (article_id)
WHERE
    quotations.speaker_text IS NOT NULL
    AND quotations.style <> 'term'
    AND quotations.is_negated IS NOT TRUE
    AND quotations.cue_kind IS DISTINCT FROM 'expectation'
    AND articles.counted_as IS NULL
ORDER BY
    quotations.speaker NULLS LAST,
    articles.published_on NULLS LAST,
    quotations.article_id,
    quotations.start_char
