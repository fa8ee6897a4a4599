-- Figures, with what the user corrects of them, and floating-point twins of the exact values for tools that have no
-- decimals. A figure in a quotation whose speaker is corrected is stated by that speaker.
WITH corrected AS (
    FROM internal.corrected_values
    SELECT row_key, map_from_entries(list((column_name, value))) AS columns, min(correction_id) AS corrected_by
    WHERE table_name = 'figures' AND column_name NOT IN ('is_hidden', 'is_confirmed')
    GROUP BY row_key
),
speakers AS (
    FROM internal.corrected_values
    SELECT row_key AS quotation_id, value AS speaker, correction_id
    WHERE table_name = 'quotations' AND column_name = 'speaker'
),
right_figures AS (
    SELECT
        figures.figure_id,
        figures.article_id,
        figures.start_char,
        figures.end_char,
        figures.text,
        figures.rule,
        figures.kind,
        CASE
            WHEN map_contains(corrected.columns, 'value')
            THEN CAST(corrected.columns['value'] AS DECIMAL(38, 9))
            ELSE figures.value
        END AS value,
        CASE
            WHEN map_contains(corrected.columns, 'value_high')
            THEN CAST(corrected.columns['value_high'] AS DECIMAL(38, 9))
            ELSE figures.value_high
        END AS value_high,
        CASE
            WHEN map_contains(corrected.columns, 'unit') THEN corrected.columns['unit'] ELSE figures.unit
        END AS unit,
        figures.unit_candidates,
        CASE
            WHEN map_contains(corrected.columns, 'per') THEN corrected.columns['per'] ELSE figures.per
        END AS per,
        figures.hedge,
        figures.inherited,
        CASE
            WHEN map_contains(corrected.columns, 'direction') THEN corrected.columns['direction']
            ELSE figures.direction
        END AS direction,
        figures.compared_with,
        figures.compared_start_on,
        figures.compared_end_on,
        CASE
            WHEN map_contains(corrected.columns, 'status') THEN corrected.columns['status'] ELSE figures.status
        END AS status,
        figures.measure,
        figures.measure_start_char,
        figures.measure_end_char,
        figures.measured_of,
        figures.measured_of_start_char,
        figures.measured_of_end_char,
        figures.period,
        CASE
            WHEN map_contains(corrected.columns, 'period_start_on')
            THEN CAST(corrected.columns['period_start_on'] AS DATE)
            ELSE figures.period_start_on
        END AS period_start_on,
        CASE
            WHEN map_contains(corrected.columns, 'period_end_on')
            THEN CAST(corrected.columns['period_end_on'] AS DATE)
            ELSE figures.period_end_on
        END AS period_end_on,
        figures.is_change,
        figures.is_reference,
        figures.measure_confidence,
        figures.measured_of_confidence,
        figures.period_confidence,
        figures.equivalent_figure_id,
        figures.quotation_id,
        CASE
            WHEN map_contains(corrected.columns, 'speaker') THEN corrected.columns['speaker']
            WHEN speakers.correction_id IS NOT NULL THEN speakers.speaker
            ELSE figures.speaker
        END AS speaker,
        figures.citation_id,
        figures.extractor_version,
        figures.run_id,
        coalesce(corrected.corrected_by, speakers.correction_id) AS corrected_by
    FROM internal.figures
    LEFT JOIN corrected ON corrected.row_key = figures.figure_id
    LEFT JOIN speakers ON speakers.quotation_id = figures.quotation_id
)
SELECT
    figure_id,
    article_id,
    start_char,
    end_char,
    text,
    rule,
    kind,
    value,
    value_high,
    CAST(value AS DOUBLE) AS value_double,
    CAST(value_high AS DOUBLE) AS value_high_double,
    unit,
    unit_candidates,
    per,
    hedge,
    inherited,
    direction,
    compared_with,
    compared_start_on,
    compared_end_on,
    status,
    measure,
    measure_start_char,
    measure_end_char,
    measured_of,
    measured_of_start_char,
    measured_of_end_char,
    period,
    period_start_on,
    period_end_on,
    is_change,
    is_reference,
    measure_confidence,
    measured_of_confidence,
    period_confidence,
    equivalent_figure_id,
    quotation_id,
    speaker,
    citation_id,
    corrected_by,
    extractor_version,
    run_id
FROM right_figures
