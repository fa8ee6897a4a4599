SELECT
    figure_entities.figure_id || figure_entities.entity_id AS figure_entity_id,
    figure_entities.figure_id,
    figure_entities.article_id,
    figure_entities.entity_id,
    articles.published_on
FROM figure_entities
JOIN articles USING (article_id)
