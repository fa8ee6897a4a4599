-- Which outlets the articles rest on, and over which days. A citation of several days counts once; of notes below an
-- article, the marks in the text count.
SELECT
    outlet, outlet_kind, count(DISTINCT (article_id, start_char)) AS citations,
    min(cited_on_start) AS first_cited, max(cited_on_end) AS last_cited
FROM citations
WHERE rule NOT IN ('note', 'cross reference')
GROUP BY ALL
ORDER BY citations DESC, outlet
LIMIT 8
