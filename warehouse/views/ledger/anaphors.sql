-- Phrases for someone named elsewhere, with the entity meant: a country by its code, a person or body by the mention
-- that the phrase goes back to, and an office of a country that the article gives to nobody by what other articles say
-- of it in the quarter before and after, where all of them name one person.
WITH holders AS (
    SELECT anaphors.anaphor_id, min(entity_roles.entity_id) AS entity_id
    FROM internal.anaphors
    JOIN internal.articles USING (article_id)
    JOIN internal.entity_roles
        ON entity_roles.country_code = anaphors.country_code
        AND replace(lower(entity_roles.role), 'defence', 'defense') = anaphors.role
        AND abs(date_diff('day', entity_roles.stated_on, articles.published_on)) <= 92
    WHERE anaphors.mention_id IS NULL
    GROUP BY anaphors.anaphor_id
    HAVING count(DISTINCT entity_roles.entity_id) = 1
),
countries AS (
    FROM internal.entities SELECT country_code, min(entity_id) AS entity_id WHERE kind = 'country' GROUP BY country_code
)
SELECT
    anaphors.* REPLACE (
        CASE
            WHEN anaphors.kind = 'country' THEN countries.entity_id
            ELSE coalesce(mention_entities.entity_id, holders.entity_id)
        END AS entity_id
    )
FROM internal.anaphors
LEFT JOIN internal.mention_entities USING (mention_id)
LEFT JOIN holders USING (anaphor_id)
LEFT JOIN countries ON countries.country_code = anaphors.country_code
