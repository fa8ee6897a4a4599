-- Where the parts of a query stand in the articles that have all of them, best articles first.
WITH
chosen AS MATERIALIZED (FROM internal.search_scores(query) ORDER BY score DESC, article_id LIMIT most)
FROM ({hits})
ORDER BY score DESC, article_id, start_char, end_char, part
