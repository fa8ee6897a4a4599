-- Who said what.
SELECT speaker, speaker_kind, cue, text
FROM quotations
WHERE style IN ('direct', 'mixed') AND speaker IS NOT NULL
ORDER BY speaker, article_id, start_char
LIMIT 6
