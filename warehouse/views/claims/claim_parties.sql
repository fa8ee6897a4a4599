-- One row per figure that says whose it is: keys of the entities named there, a country and its people being one. Where the
-- thing goes to the one named, comes from it or is against it, that stands before the key: exports to Borland are not those
-- of Borland. Headings of tables of results (`Oper shr`), which pass for names, are nobody.
WITH owners AS (
    FROM figure_entities
    SELECT
        figure_id,
        list_sort(list_distinct(list(
            CASE WHEN kind IN ('country', 'nationality') AND country_code IS NOT NULL THEN country_code ELSE entity_id END
        ))) AS keys
    WHERE NOT list_has_any(words_of(name), (FROM claim_words SELECT coalesce(list(word), []) WHERE use = 'no party'))
    GROUP BY figure_id
)
FROM owners
JOIN figures ON figures.figure_id = owners.figure_id
JOIN articles ON articles.article_id = figures.article_id
SELECT
    owners.figure_id,
    lower(regexp_extract(
        substring(
            articles.text, greatest(figures.measured_of_start_char - 19, 1), least(figures.measured_of_start_char, 20)
        ),
        '(?i)(?:^|[^\pL])((?:according )?(?:to|from|with|against))\s(?:the\s)?$', 1
    )) AS preposition,
    CASE
        WHEN preposition IN ('to', 'from', 'with', 'against')
        THEN list_transform(keys, lambda key: preposition || ':' || key)
        ELSE keys
    END AS parties
