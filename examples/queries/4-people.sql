-- Who is written about, in which role.
SELECT name, max(role) AS role, count(*) AS mentions, count(DISTINCT article_id) AS articles
FROM mentions
WHERE kind = 'person'
GROUP BY name
ORDER BY mentions DESC, name
LIMIT 8
