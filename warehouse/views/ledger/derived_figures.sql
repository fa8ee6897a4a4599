-- Derived figures, with a floating-point twin of the exact value for tools that have no decimals.
SELECT
    derived_figure_id,
    article_id,
    level_figure_id,
    change_figure_id,
    kind,
    value,
    CAST(value AS DOUBLE) AS value_double,
    unit,
    formula,
    rounding,
    period_start_on,
    period_end_on,
    measure,
    extractor_version,
    run_id
FROM internal.derived_figures
