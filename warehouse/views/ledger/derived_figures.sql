-- Derived figures, with a floating-point twin of the exact value for tools that have no decimals; without those of a
-- figure that the user hides, or whose value or unit the user corrects, from which another would follow.
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
WHERE NOT EXISTS (
    FROM internal.corrected_values
    WHERE table_name = 'figures'
        AND column_name IN ('value', 'value_high', 'unit', 'is_hidden')
        AND row_key IN (derived_figures.level_figure_id, derived_figures.change_figure_id)
)
