-- Quotations, with the entity that speaks, where the article calls but one by the speaker's name.
WITH named AS (
    SELECT mentions.article_id, mentions.name, min(mention_entities.entity_id) AS entity_id
    FROM internal.mentions
    JOIN internal.mention_entities USING (mention_id)
    GROUP BY mentions.article_id, mentions.name
    HAVING count(DISTINCT mention_entities.entity_id) = 1
)
SELECT quotations.* REPLACE (named.entity_id AS speaker_entity_id)
FROM internal.quotations
LEFT JOIN named ON named.article_id = quotations.article_id AND named.name = quotations.speaker
