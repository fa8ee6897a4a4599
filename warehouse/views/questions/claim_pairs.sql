-- One row per two figures that state one quantity, or quantities that look alike, with both sentences side by side.
SELECT
    pairs.claim_pair_id,
    pairs.claim_id,
    pairs.other_claim_id,
    pairs.relation,
    pairs.reason,
    pairs.difference,
    pairs.is_same_source,
    pairs.confidence,
    one.measure,
    one.measured_of,
    one.period,
    one.text,
    other.text AS other_text,
    one.sentence,
    other.sentence AS other_sentence,
    one.speaker,
    other.speaker AS other_speaker,
    one.outlet,
    other.outlet AS other_outlet,
    pairs.published_on,
    pairs.other_published_on,
    one.source,
    other.source AS other_source,
    pairs.figure_id,
    pairs.other_figure_id,
    pairs.article_id,
    pairs.other_article_id
FROM marts.fct_claim_pairs AS pairs
JOIN figures_with_sentences AS one ON one.figure_id = pairs.figure_id
JOIN figures_with_sentences AS other ON other.figure_id = pairs.other_figure_id
ORDER BY
    list_position(['conflict', 'update', 'scope', 'restatement', 'agreement'], pairs.relation),
    pairs.confidence DESC,
    pairs.claim_pair_id
