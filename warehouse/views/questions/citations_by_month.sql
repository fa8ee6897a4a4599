-- One row per outlet and month of articles that cite it.
-- A parenthesis that cites an outlet for several days is one citation. The rule `note` finds the list of sources at an
-- article's end; the marks in the text that lead there are counted instead.
SELECT
    citations.outlet,
    CAST(date_trunc('month', articles.published_on) AS DATE) AS month,
    count(DISTINCT (citations.article_id, citations.start_char)) AS citation_count,
    count(DISTINCT citations.article_id) AS article_count
FROM citations
JOIN articles USING (article_id)
WHERE citations.rule <> 'note' AND articles.counted_as IS NULL
GROUP BY ALL
ORDER BY month NULLS LAST, citation_count DESC, outlet
