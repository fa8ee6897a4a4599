-- One row per currency, status, level or change, and month of publication.
-- Amounts are counted as often as they are stated; copies of an article count once. Several statements of one amount
-- look like several amounts that are alike: the first total takes them all for different ones, the second for one.
SELECT
    fct_figures.unit,
    fct_figures.status,
    fct_figures.is_change,
    dim_date.month_start_on AS month,
    count(*) AS figure_count,
    count(DISTINCT fct_figures.article_id) AS article_count,
    min(fct_figures.value) AS least_value,
    median(fct_figures.value) AS median_value,
    max(fct_figures.value) AS greatest_value,
    sum(fct_figures.value) AS total_value,
    sum(DISTINCT fct_figures.value) AS distinct_total_value
FROM marts.fct_figures
JOIN marts.dim_date USING (date_key)
WHERE fct_figures.kind = 'money' AND fct_figures.unit IS NOT NULL AND NOT fct_figures.is_duplicate
GROUP BY ALL
ORDER BY dim_date.month_start_on NULLS LAST, fct_figures.unit, fct_figures.status NULLS LAST, fct_figures.is_change
