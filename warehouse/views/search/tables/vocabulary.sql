-- Every term once, for whoever asks for a prefix.
SELECT term, CAST(count(*) AS INTEGER) AS article_count, CAST(sum(frequency) AS INTEGER) AS occurrence_count
FROM terms
GROUP BY term
