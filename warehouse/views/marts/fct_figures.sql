-- Whose a figure is, where that is one entity alone; who states it, where it stands in a quotation; which outlet covers
-- it. An amount that DECIMAL(18,4) does not hold exactly has its double alone.
WITH owners AS (
    SELECT figure_id, min(entity_id) AS entity_id FROM figure_entities GROUP BY figure_id HAVING count(*) = 1
)
SELECT
    figures.figure_id,
    figures.article_id,
    date_key(articles.published_on) AS date_key,
    unit_key(figures.unit, figures.per) AS unit_id,
    coalesce(owners.entity_id, 'unknown') AS entity_id,
    coalesce(quotations.speaker_entity_id, 'unknown') AS speaker_entity_id,
    outlet_key(citations.outlet) AS outlet_id,
    articles.published_on,
    figures.start_char,
    figures.end_char,
    figures.text,
    figures.rule,
    figures.kind,
    figures.value_double AS value,
    figures.value_high_double AS value_high,
    exact_18_4(figures.value) AS value_decimal,
    exact_18_4(figures.value_high) AS value_high_decimal,
    figures.unit,
    figures.per,
    figures.hedge,
    figures.direction,
    figures.direction IS NOT NULL AS is_change,
    figures.status,
    figures.measure,
    figures.measured_of,
    figures.period,
    figures.period_start_on,
    figures.period_end_on,
    figures.compared_with,
    figures.compared_start_on,
    figures.compared_end_on,
    figures.equivalent_figure_id,
    figures.quotation_id,
    figures.citation_id,
    figures.speaker,
    articles.duplicate_of IS NOT NULL AS is_duplicate
FROM figures
JOIN articles USING (article_id)
LEFT JOIN owners USING (figure_id)
LEFT JOIN quotations ON quotations.quotation_id = figures.quotation_id
LEFT JOIN citations ON citations.citation_id = figures.citation_id
