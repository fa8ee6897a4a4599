-- Where the parts of a query stand in the articles that have been chosen. Their sentences are cut into words again, as for
-- the index: of a common word it holds millions of places, and few articles are shown at a time.
WITH
terms AS MATERIALIZED (FROM internal.query_terms({query})),
sentences AS MATERIALIZED (FROM internal.search_sentences SEMI JOIN chosen USING (article_number)),
postings AS ({postings}),
places AS (
    SELECT
        part, article_number, sentence_number, min(start_char) AS start_char, max(start_char + char_count) AS end_char
    FROM postings JOIN terms USING (term)
    GROUP BY part, article_number, sentence_number, position - place
    HAVING count(*) = any_value(size)
)
SELECT
    article_id,
    score,
    part,
    map_extract(weights, part)[1] AS weight,
    sentences.start_char AS sentence_start_char,
    sentences.end_char AS sentence_end_char,
    sentences.text AS sentence,
    places.start_char,
    places.end_char,
    substring(sentences.text, places.start_char - sentences.start_char + 1, places.end_char - places.start_char) AS text
FROM places
JOIN chosen USING (article_number)
JOIN sentences USING (article_number, sentence_number)
