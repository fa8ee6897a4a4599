-- The proof of a figure: its own characters, and those around it in the article.
SELECT f.value, f.unit,
       substring(a.text, f.start_char - 39, 40) || '[' || f.text || ']' || substring(a.text, f.end_char + 1, 30) AS proof
FROM figures AS f JOIN articles AS a USING (article_id)
WHERE f.kind = 'percent'
ORDER BY a.source, f.start_char
LIMIT 6
