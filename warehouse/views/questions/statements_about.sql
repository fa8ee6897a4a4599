-- One row per statement and entity that it names: who said what about whom.
SELECT DISTINCT
    quotations.quotation_id,
    quotations.article_id,
    articles.published_on,
    quotations.speaker,
    quotations.speaker_text,
    quotations.speaker_entity_id,
    quotations.style,
    quotations.cue,
    quotations.cue_kind,
    quotations.text,
    entities.entity_id AS about_entity_id,
    entities.name AS about,
    entities.kind AS about_kind
FROM quotations
JOIN articles USING (article_id)
JOIN mentions
    ON mentions.article_id = quotations.article_id
    AND mentions.start_char >= quotations.start_char
    AND mentions.end_char <= quotations.end_char
JOIN entities ON entities.entity_id = mentions.entity_id
WHERE
    quotations.style <> 'term'
    AND quotations.speaker_text IS NOT NULL
    AND quotations.is_negated IS NOT TRUE
    AND quotations.cue_kind IS DISTINCT FROM 'expectation'
    AND articles.counted_as IS NULL
    AND entities.entity_id IS DISTINCT FROM quotations.speaker_entity_id
ORDER BY articles.published_on, quotations.article_id, quotations.quotation_id, entities.entity_id
