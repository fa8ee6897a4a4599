SELECT
    claim_pair_id,
    claim_id,
    other_claim_id,
    relation,
    reason,
    figure_id,
    article_id,
    published_on,
    other_figure_id,
    other_article_id,
    other_published_on,
    is_same_source,
    difference,
    confidence
FROM compared_pairs
