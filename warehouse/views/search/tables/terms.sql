-- How often each article has each term.
SELECT term, article_number, CAST(count(*) AS INTEGER) AS frequency
FROM postings
GROUP BY term, article_number
