-- Every sum of money of a billion or more, and what it measures.
SELECT value, unit, hedge, measure, period, headline
FROM marts.figures
WHERE kind = 'money' AND value >= 1e9
ORDER BY unit, value DESC
