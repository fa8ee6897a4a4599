-- One row per figure and entity whose it is: of trade between Russia and China, two.
-- Mentions and entities change with what arrives, the span that says whose a figure is does not.
SELECT DISTINCT
    figures.figure_id,
    figures.article_id,
    figures.measure,
    figures.measured_of,
    figures.measured_of_confidence,
    entities.entity_id,
    entities.name,
    entities.kind,
    entities.country_code
FROM figures
JOIN mentions
    ON mentions.article_id = figures.article_id
    AND mentions.start_char < figures.measured_of_end_char
    AND mentions.end_char > figures.measured_of_start_char
JOIN entities USING (entity_id)
WHERE figures.is_reference IS NOT true
ORDER BY figures.article_id, figures.figure_id, entities.entity_id
