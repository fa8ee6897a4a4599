SELECT
    citations.citation_id,
    citations.article_id,
    date_key(articles.published_on) AS date_key,
    date_key(citations.cited_on_start) AS cited_date_key,
    outlet_key(citations.outlet) AS outlet_id,
    articles.published_on,
    citations.start_char,
    citations.end_char,
    citations.text,
    citations.rule,
    citations.outlet_text,
    citations.outlet_place,
    citations.cited_on_start,
    citations.cited_on_end,
    citations.cited_on_text,
    citations.cited_by,
    citations.note_number,
    citations.covers_start_char,
    citations.covers_end_char,
    articles.counted_as IS NOT NULL AS is_duplicate
FROM citations
JOIN articles USING (article_id)
