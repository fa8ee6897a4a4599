-- One row per amount of money, in US dollars where a reference rate is known, once where it is given in two currencies.
-- Status and change stay columns: sum within them.
SELECT
    fct_figures.figure_id,
    fct_figures.article_id,
    fct_figures.published_on,
    fct_figures.text,
    fct_figures.value,
    fct_figures.unit,
    fct_figures.last_unit,
    fct_figures.last_unit_value,
    fct_figures.usd_value,
    fct_figures.usd_value_high,
    fct_figures.usd_rate,
    fct_figures.usd_rate_on,
    fct_figures.status,
    fct_figures.is_change,
    fct_figures.hedge,
    fct_figures.measure,
    fct_figures.measure_confidence,
    fct_figures.period,
    fct_figures.period_confidence,
    dim_entity.name AS entity
FROM marts.fct_figures
JOIN marts.dim_entity USING (entity_id)
WHERE fct_figures.kind = 'money' AND NOT fct_figures.is_duplicate AND NOT fct_figures.is_restatement
ORDER BY fct_figures.published_on, fct_figures.article_id, fct_figures.start_char
