SELECT
    derived_figures.derived_figure_id,
    derived_figures.article_id,
    date_key(articles.published_on) AS date_key,
    unit_key(derived_figures.unit, NULL) AS unit_id,
    articles.published_on,
    derived_figures.level_figure_id,
    derived_figures.change_figure_id,
    derived_figures.kind,
    derived_figures.value_double AS value,
    exact_18_4(derived_figures.value) AS value_decimal,
    derived_figures.unit,
    derived_figures.formula,
    derived_figures.rounding,
    derived_figures.measure,
    derived_figures.period_start_on,
    derived_figures.period_end_on,
    articles.counted_as IS NOT NULL AS is_duplicate
FROM derived_figures
JOIN articles USING (article_id)
