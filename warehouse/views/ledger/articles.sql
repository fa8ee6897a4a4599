-- Articles, with their body, the correction of their day, and their story: which other one counts for it, and what they
-- repeat or revise.
SELECT
    articles.*,
    substring(articles.text, articles.body_start_char + 1, articles.body_end_char - articles.body_start_char) AS body,
    nullif(firsts.article_id, articles.article_id) AS duplicate_of,
    coalesce(stories.story_id, articles.article_id) AS story_id,
    -- An article whose story has not been looked for yet counts unless it is an exact duplicate.
    CASE WHEN stories.story_id IS NULL THEN duplicate_of ELSE stories.counted_as END AS counted_as,
    stories.copy_of,
    stories.revises,
    stories.common_share,
    stories.difference,
    corrected.correction_id AS corrected_by
FROM internal.articles AS articles
-- Joined, not by a window: a question about one article then reads the texts of no other.
JOIN (FROM internal.articles SELECT text_sha256, min(article_id) AS article_id GROUP BY text_sha256) AS firsts
    ON firsts.text_sha256 = articles.text_sha256
LEFT JOIN internal.article_stories AS stories ON stories.article_id = articles.article_id
LEFT JOIN (FROM internal.corrected_values WHERE table_name = 'articles') AS corrected
    ON corrected.row_key = articles.article_id
