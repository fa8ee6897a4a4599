-- The headline, where it stands as it is above the body, as sentence 0, and the body cut into sentences from 1. A
-- sentence ends at a blank line, or with . ! ? or an ellipsis before white space, but not before a small letter, nor after
-- a title, an initial or the short name of a month; chr(31) marks the ends while they are looked for.
WITH
ends_found AS (
    SELECT
        article_number,
        body_start_char,
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    translate(substring(text, body_start_char + 1, body_end_char - body_start_char), chr(31), ' '),
                    '([.!?…]["”’»)\]]*\s+|\n\s*\n\s*)', '\1' || chr(31), 'g'
                ),
                '([^\n]\s)\x1F(\p{Ll})', '\1\2', 'g'
            ),
            '\b((?:Adm|Apr|Aug|Brig|Capt|Col|Cpl|Dec|Dr|Feb|Gen|Gov|Jan|Jr|Lt|Maj|Messrs|Mr|Mrs|Ms|No|Nov|Oct|Prof|Rep|Rev'
            || '|Sen|Sept?|Sgt|Sr|St|vs|\p{Lu})\.[ \n]+)\x1F', '\1', 'g'
        ) AS body
    FROM indexed
),
cut AS MATERIALIZED (
    SELECT article_number, body_start_char, string_split(body, chr(31)) AS pieces FROM ends_found
),
numbered AS (
    SELECT
        article_number,
        body_start_char,
        unnest(pieces) AS piece,
        generate_subscripts(pieces, 1) AS sentence_number
    FROM cut
),
placed AS (
    SELECT
        article_number,
        sentence_number,
        body_start_char - length(piece) + CAST(
            sum(length(piece)) OVER (
                PARTITION BY article_number ORDER BY sentence_number ROWS UNBOUNDED PRECEDING
            ) AS INTEGER
        ) AS start_char,
        length(regexp_replace(piece, '\s+$', '')) AS char_count
    FROM numbered
    UNION ALL
    SELECT article_number, 0, strpos(text, headline) - 1, length(headline)
    FROM indexed
    WHERE headline <> '' AND strpos(substring(text, 1, body_start_char), headline) > 0
)
SELECT
    article_number,
    CAST(sentence_number AS INTEGER) AS sentence_number,
    CAST(start_char AS INTEGER) AS start_char,
    CAST(start_char + char_count AS INTEGER) AS end_char,
    substring(indexed.text, start_char + 1, char_count) AS text,
    CAST(
        len(regexp_extract_all(substring(indexed.text, start_char + 1, char_count), '[\pL\pN][\pL\pN\pM]*')) AS INTEGER
    ) AS term_count
FROM placed JOIN indexed USING (article_number)
WHERE char_count > 0
