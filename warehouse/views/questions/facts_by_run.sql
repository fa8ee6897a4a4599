-- One row per fact, with the run that landed it: what is new since a run has a greater `run_id`.
SELECT facts.run_id, runs.started_at, facts.fact, facts.fact_id, facts.article_id, articles.source, facts.text
FROM (
    SELECT run_id, 'mention' AS fact, mention_id AS fact_id, article_id, text FROM mentions
    UNION ALL SELECT run_id, 'anaphor', anaphor_id, article_id, text FROM anaphors
    UNION ALL SELECT run_id, 'figure', figure_id, article_id, text FROM figures
    UNION ALL SELECT run_id, 'quotation', quotation_id, article_id, text FROM quotations
    UNION ALL SELECT run_id, 'citation', citation_id, article_id, text FROM citations
    UNION ALL SELECT run_id, 'date', date_id, article_id, text FROM dates
    UNION ALL SELECT run_id, 'cross_reference', cross_reference_id, article_id, text FROM cross_references
    UNION ALL SELECT run_id, 'derived_figure', derived_figure_id, article_id, formula FROM derived_figures
) AS facts
JOIN articles ON articles.article_id = facts.article_id
LEFT JOIN runs ON runs.run_id = facts.run_id
ORDER BY facts.run_id DESC, articles.source, facts.article_id, facts.fact, facts.fact_id
