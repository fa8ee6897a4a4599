-- The parts of a query, what stands between quotation marks or white space, and the terms of each. A part of several
-- words asks for them one after the other; a `*` after a word asks for all terms that begin with it. `next_word` is the one
-- behind it as it is written, with its star.
WITH
parts AS (
    SELECT unnest(found) AS written, generate_subscripts(found, 1) AS part
    FROM (SELECT regexp_extract_all(translate(query, '“”„«»', '"""""'), '"[^"]*"?|[^\s"]+') AS found)
),
with_words AS (
    SELECT part, words, len(words) AS size, count(*) OVER () AS part_count
    FROM (
        SELECT part, regexp_extract_all(lower(strip_accents(written)), '[\pL\pN][\pL\pN\pM]*\*?') AS words FROM parts
    )
    WHERE len(words) > 0
),
asked AS (
    SELECT
        part, part_count, size,
        unnest(words) AS word,
        unnest(words[2:]) AS next_word,
        generate_subscripts(words, 1) AS place
    FROM with_words
),
prefixes AS (
    SELECT * EXCLUDE (word), rtrim(word, '*') AS prefix FROM asked WHERE ends_with(word, '*')
)
SELECT part, part_count, size, place, word AS term, next_word FROM asked WHERE NOT ends_with(word, '*')
UNION
SELECT part, part_count, size, place, term, next_word
FROM internal.search_vocabulary JOIN prefixes ON starts_with(term, prefix)
