-- Whole years, from the first to the last in which an article was published or an outlet is cited for.
WITH seen AS (
    SELECT published_on AS day FROM articles
    UNION ALL
    SELECT cited_on_start FROM citations
),
bounds AS (
    SELECT make_date(min(year(day)), 1, 1) AS first_day, make_date(max(year(day)), 12, 31) AS last_day FROM seen
),
days AS (
    SELECT CAST(unnest(generate_series(first_day, last_day, INTERVAL 1 DAY)) AS DATE) AS day FROM bounds
)
SELECT
    date_key(day) AS date_key,
    day,
    CAST(year(day) AS INTEGER) AS year,
    CAST(quarter(day) AS INTEGER) AS quarter,
    CAST(month(day) AS INTEGER) AS month,
    monthname(day) AS month_name,
    CAST(date_trunc('month', day) AS DATE) AS month_start_on,
    year(day) || '-Q' || quarter(day) AS quarter_label,
    strftime(day, '%Y-%m') AS month_label,
    CAST(isoyear(day) AS INTEGER) AS iso_year,
    CAST(weekofyear(day) AS INTEGER) AS iso_week,
    CAST(day(day) AS INTEGER) AS day_of_month,
    CAST(isodow(day) AS INTEGER) AS day_of_week,
    dayname(day) AS day_name,
    isodow(day) >= 6 AS is_weekend
FROM days
UNION ALL
SELECT -1, NULL, NULL, NULL, NULL, 'unknown', NULL, 'unknown', 'unknown', NULL, NULL, NULL, NULL, 'unknown', NULL
