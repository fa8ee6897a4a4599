-- Which outlets the articles rest on, and over which days.
SELECT outlet, outlet_kind, count(*) AS citations, min(cited_on_start) AS first_cited, max(cited_on_end) AS last_cited
FROM citations
GROUP BY ALL
ORDER BY citations DESC, outlet
LIMIT 8
