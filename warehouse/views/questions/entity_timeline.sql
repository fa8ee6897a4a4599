-- One row per entity and thing that an article says of it: mentions by article, offices, figures, words.
WITH events AS (
    SELECT
        mentions.entity_id,
        mentions.article_id,
        'mentions' AS event,
        count(*) || ' × ' || min(mentions.text) AS detail,
        min(mentions.mention_id) AS fact_id,
        min(mentions.start_char) AS start_char
    FROM mentions
    WHERE mentions.entity_id IS NOT NULL
    GROUP BY mentions.entity_id, mentions.article_id
    UNION ALL
    SELECT mentions.entity_id, mentions.article_id, 'role', mentions.role, mentions.mention_id, mentions.start_char
    FROM mentions
    WHERE mentions.entity_id IS NOT NULL AND mentions.role IS NOT NULL
    UNION ALL
    SELECT
        figure_entities.entity_id,
        figures.article_id,
        'figure',
        concat_ws(': ', figures.measure, figures.text),
        figures.figure_id,
        figures.start_char
    FROM figure_entities
    JOIN figures USING (figure_id)
    UNION ALL
    SELECT
        quotations.speaker_entity_id,
        quotations.article_id,
        'quotation',
        quotations.text,
        quotations.quotation_id,
        quotations.start_char
    FROM quotations
    WHERE quotations.speaker_entity_id IS NOT NULL AND quotations.style <> 'term'
)
SELECT
    events.entity_id,
    entities.name,
    entities.kind,
    articles.published_on,
    events.event,
    events.detail,
    events.fact_id,
    events.article_id,
    articles.source
FROM events
JOIN entities ON entities.entity_id = events.entity_id
JOIN articles ON articles.article_id = events.article_id
WHERE articles.duplicate_of IS NULL
ORDER BY articles.published_on NULLS LAST, events.article_id, events.start_char, events.event, events.entity_id
