-- One row per figure that says whose it is: keys of the entities named there, a country and its people being one.
FROM figure_entities
SELECT
    figure_id,
    list_sort(list_distinct(list(
        CASE WHEN kind IN ('country', 'nationality') AND country_code IS NOT NULL THEN country_code ELSE entity_id END
    ))) AS parties
GROUP BY figure_id
