SELECT
    quotations.speaker,
    quotations.speaker_kind,
    articles.published_on,
    quotations.article_id,
    quotations.quotation_id,
    quotations.style,
    quotations.cue,
    quotations.text
FROM quotations
JOIN articles USING (article_id)
WHERE quotations.speaker IS NOT NULL AND quotations.style <> 'term' AND articles.duplicate_of IS NULL
ORDER BY quotations.speaker, articles.published_on NULLS LAST, quotations.article_id, quotations.start_char
