-- Mentions, with the entity that each refers to: entities change with every article that arrives, mentions do not.
SELECT mentions.* REPLACE (mention_entities.entity_id AS entity_id)
FROM internal.mentions
LEFT JOIN internal.mention_entities USING (mention_id)
