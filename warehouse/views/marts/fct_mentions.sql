SELECT
    mentions.mention_id,
    mentions.article_id,
    date_key(articles.published_on) AS date_key,
    coalesce(mentions.entity_id, 'unknown') AS entity_id,
    articles.published_on,
    mentions.start_char,
    mentions.end_char,
    mentions.text,
    mentions.rule,
    mentions.kind,
    mentions.name,
    mentions.country_code,
    mentions.stands_for,
    mentions.role,
    mentions.role_country_code,
    articles.counted_as IS NOT NULL AS is_duplicate
FROM mentions
JOIN articles USING (article_id)
