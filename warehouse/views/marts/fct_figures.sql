-- Whose a figure is, where that is one entity alone and more likely right than not; who states it, where it stands in a
-- quotation; which outlet covers it. An amount that DECIMAL(18,4) does not hold exactly has its double alone.
WITH owners AS (
    SELECT figure_id, min(entity_id) AS entity_id
    FROM figure_entities
    WHERE measured_of_confidence >= 0.5
    GROUP BY figure_id
    HAVING count(*) = 1
),
-- Money is priced at the end of its period, or on the day of publication where that comes first or no period is likely.
money AS (
    SELECT
        figures.figure_id,
        figures.unit,
        least(
            coalesce(CASE WHEN figures.period_confidence >= 0.5 THEN figures.period_end_on END, articles.published_on),
            articles.published_on
        ) AS priced_on
    FROM figures
    JOIN articles USING (article_id)
    WHERE figures.kind = 'money' AND figures.unit IS NOT NULL
),
-- A currency that has become another one by then is priced as that one.
currencies AS (
    SELECT
        money.figure_id,
        money.priced_on,
        coalesce(renamed.new_code, money.unit) AS last_unit,
        coalesce(renamed.old_per_new, 1) AS units_of_last,
        coalesce(euro.new_code, CASE WHEN renamed.since <= money.priced_on THEN renamed.new_code END, money.unit)
            AS priced_unit,
        coalesce(euro.old_per_new, CASE WHEN renamed.since <= money.priced_on THEN renamed.old_per_new END, 1)
            AS units_of_priced
    FROM money
    LEFT JOIN redenominations AS renamed ON renamed.kind = 'redenomination' AND renamed.old_code = money.unit
    LEFT JOIN redenominations AS euro
        ON euro.kind = 'euro' AND euro.old_code = money.unit AND euro.since <= money.priced_on
),
-- The last reference rate before a weekend or a holiday holds; an older one does not.
priced AS (
    SELECT
        currencies.figure_id,
        currencies.last_unit,
        currencies.units_of_last,
        CASE
            WHEN currencies.priced_unit = 'USD' THEN 1
            WHEN currencies.priced_on - exchange_rates.rate_on <= 7
            THEN exchange_rates.usd_per_unit / currencies.units_of_priced
        END AS usd_rate,
        CASE
            WHEN currencies.priced_unit = 'USD' THEN currencies.priced_on
            WHEN currencies.priced_on - exchange_rates.rate_on <= 7 THEN exchange_rates.rate_on
        END AS usd_rate_on
    FROM currencies
    ASOF LEFT JOIN exchange_rates
        ON exchange_rates.currency = currencies.priced_unit AND exchange_rates.rate_on <= currencies.priced_on
),
-- Of figures that state one amount in several currencies or units all but the first lead back to the first. One of them
-- is to count: that in US dollars, otherwise the first.
equivalents AS (
    SELECT
        figures.figure_id,
        row_number() OVER (
            PARTITION BY CASE WHEN other.start_char < figures.start_char THEN other.figure_id ELSE figures.figure_id END
            ORDER BY figures.unit IS DISTINCT FROM 'USD', figures.start_char
        ) > 1 AS is_restatement
    FROM figures
    JOIN figures AS other ON other.figure_id = figures.equivalent_figure_id
)
SELECT
    figures.figure_id,
    figures.article_id,
    date_key(articles.published_on) AS date_key,
    unit_key(figures.unit, figures.per) AS unit_id,
    coalesce(owners.entity_id, 'unknown') AS entity_id,
    coalesce(quotations.speaker_entity_id, 'unknown') AS speaker_entity_id,
    outlet_key(citations.outlet) AS outlet_id,
    articles.published_on,
    figures.start_char,
    figures.end_char,
    figures.text,
    figures.rule,
    figures.kind,
    figures.value_double AS value,
    figures.value_high_double AS value_high,
    exact_18_4(figures.value) AS value_decimal,
    exact_18_4(figures.value_high) AS value_high_decimal,
    figures.unit,
    figures.per,
    priced.last_unit,
    figures.value_double / priced.units_of_last AS last_unit_value,
    figures.value_double * priced.usd_rate AS usd_value,
    figures.value_high_double * priced.usd_rate AS usd_value_high,
    priced.usd_rate,
    priced.usd_rate_on,
    figures.hedge,
    figures.direction,
    coalesce(figures.is_change, figures.direction IS NOT NULL) AS is_change,
    coalesce(figures.is_reference, false) AS is_reference,
    figures.status,
    figures.measure,
    figures.measure_confidence,
    figures.measured_of,
    figures.measured_of_confidence,
    figures.period,
    figures.period_start_on,
    figures.period_end_on,
    figures.period_confidence,
    figures.compared_with,
    figures.compared_start_on,
    figures.compared_end_on,
    figures.equivalent_figure_id,
    coalesce(equivalents.is_restatement, false) AS is_restatement,
    figures.quotation_id,
    figures.citation_id,
    figures.speaker,
    figures.corrected_by,
    articles.counted_as IS NOT NULL AS is_duplicate
FROM figures
JOIN articles ON articles.article_id = figures.article_id
LEFT JOIN equivalents ON equivalents.figure_id = figures.figure_id
LEFT JOIN priced ON priced.figure_id = figures.figure_id
LEFT JOIN owners ON owners.figure_id = figures.figure_id
LEFT JOIN quotations ON quotations.quotation_id = figures.quotation_id
LEFT JOIN citations ON citations.citation_id = figures.citation_id
