-- One row per figure that says whose it is: keys of the entities named there, a country and its people being one. Headings
-- of tables of results (`Oper shr`), which pass for names, are nobody.
FROM figure_entities
SELECT
    figure_id,
    list_sort(list_distinct(list(
        CASE WHEN kind IN ('country', 'nationality') AND country_code IS NOT NULL THEN country_code ELSE entity_id END
    ))) AS parties
WHERE NOT list_has_any(words_of(name), (FROM claim_words SELECT coalesce(list(word), []) WHERE use = 'no party'))
GROUP BY figure_id
