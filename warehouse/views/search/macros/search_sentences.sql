-- The sentences that have all parts of a query, best first, scored as `search_hits` scores articles: N and n count
-- sentences.
WITH
asked AS MATERIALIZED (FROM internal.query_terms(query)),
phrases AS (
    SELECT
        part, article_number, sentence_number,
        any_value(sentence_term_count) AS sentence_term_count,
        min(start_char) AS start_char,
        max(start_char + char_count) AS end_char
    FROM internal.search_postings JOIN asked USING (term)
    WHERE size > 1
    GROUP BY part, article_number, sentence_number, position - place
    HAVING count(*) = any_value(size)
),
hits AS (
    SELECT
        part, article_number, sentence_number, sentence_term_count, start_char, start_char + char_count AS end_char
    FROM internal.search_postings JOIN asked USING (term)
    WHERE size = 1
    UNION ALL
    FROM phrases
),
found AS MATERIALIZED (
    SELECT
        part, article_number, sentence_number,
        any_value(sentence_term_count) AS sentence_term_count,
        count(*) AS frequency,
        min(start_char) AS start_char,
        arg_min(end_char, start_char) AS end_char
    FROM hits
    GROUP BY part, article_number, sentence_number
),
corpus AS (
    SELECT sum(sentence_count) AS sentence_count, sum(term_count) / sum(sentence_count) AS mean_count
    FROM internal.search_articles
),
weights AS (
    SELECT part, ln(1 + (any_value(sentence_count) - count(*) + 0.5) / (count(*) + 0.5)) AS weight
    FROM found CROSS JOIN corpus
    GROUP BY part
),
scored AS (
    SELECT
        article_number, sentence_number,
        min(start_char) AS start_char,
        arg_min(end_char, start_char) AS end_char,
        sum(frequency) AS hit_count,
        round(
            sum(weight * frequency / (frequency + 1.2 * (1 - 0.75 + 0.75 * sentence_term_count / mean_count))), 6
        ) AS score
    FROM found JOIN weights USING (part) CROSS JOIN corpus
    GROUP BY article_number, sentence_number
    HAVING count(*) = (SELECT max(part_count) FROM asked)
),
ranked AS MATERIALIZED (
    FROM scored JOIN (FROM internal.search_articles SELECT article_number, article_id) USING (article_number)
    ORDER BY score DESC, article_id, sentence_number
    LIMIT most
)
SELECT
    ranked.article_id,
    score,
    published_on,
    headline,
    sentences.text AS sentence,
    sentences.start_char AS sentence_start_char,
    sentences.end_char AS sentence_end_char,
    ranked.start_char,
    ranked.end_char,
    CAST(hit_count AS BIGINT) AS hit_count
FROM ranked
JOIN internal.search_sentences AS sentences USING (article_number, sentence_number)
JOIN internal.articles ON articles.article_id = ranked.article_id
ORDER BY score DESC, ranked.article_id, sentences.start_char
