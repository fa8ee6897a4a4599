SELECT
    quotations.quotation_id,
    quotations.article_id,
    date_key(articles.published_on) AS date_key,
    coalesce(quotations.speaker_entity_id, 'unknown') AS speaker_entity_id,
    outlet_key(coalesce(citations.outlet, quotations.reporting_outlet)) AS outlet_id,
    articles.published_on,
    quotations.start_char,
    quotations.end_char,
    quotations.text,
    quotations.rule,
    quotations.style,
    quotations.cue,
    quotations.cue_kind,
    quotations.is_hedged,
    quotations.is_negated,
    quotations.speaker_text,
    quotations.speaker,
    quotations.speaker_kind,
    quotations.reporting_outlet,
    quotations.citation_id,
    quotations.corrected_by,
    articles.counted_as IS NOT NULL AS is_duplicate
FROM quotations
JOIN articles USING (article_id)
LEFT JOIN citations ON citations.citation_id = quotations.citation_id
