-- One row per entity and thing that an article says of it: mentions by article, offices, figures, words.
WITH events AS (
    SELECT
        entity_id,
        article_id,
        'mentions' AS event,
        count(*) || ' × ' || min(text) AS detail,
        min(mention_id) AS fact_id,
        min(start_char) AS start_char
    FROM marts.fct_mentions
    GROUP BY entity_id, article_id
    UNION ALL
    SELECT entity_id, article_id, 'role', role, mention_id, start_char
    FROM marts.fct_mentions
    WHERE role IS NOT NULL
    UNION ALL
    SELECT
        fct_figure_entities.entity_id,
        fct_figures.article_id,
        'figure',
        concat_ws(': ', fct_figures.measure, fct_figures.text),
        fct_figures.figure_id,
        fct_figures.start_char
    FROM marts.fct_figure_entities
    JOIN marts.fct_figures ON fct_figures.figure_id = fct_figure_entities.figure_id
    WHERE NOT fct_figures.is_reference
    UNION ALL
    SELECT speaker_entity_id, article_id, 'quotation', text, quotation_id, start_char
    FROM marts.fct_quotations
    WHERE style <> 'term'
)
SELECT
    events.entity_id,
    dim_entity.name,
    dim_entity.kind,
    dim_article.published_on,
    events.event,
    events.detail,
    events.fact_id,
    events.article_id,
    dim_article.source
FROM events
JOIN marts.dim_entity ON dim_entity.entity_id = events.entity_id
JOIN marts.dim_article ON dim_article.article_id = events.article_id
WHERE NOT dim_article.is_duplicate AND events.entity_id <> 'unknown'
ORDER BY dim_article.published_on NULLS LAST, events.article_id, events.start_char, events.event, events.entity_id
