-- One row per subject, what of whom: how much is stated of it, and a hash of all that the comparison takes from that.
FROM claim_statements
LEFT JOIN claim_figures ON claim_figures.figure_id = claim_statements.figure_id
SELECT
    claim_statements.subject_key,
    count(*) AS statement_count,
    CAST(sum(CAST(hash(
        claim_statements, claim_figures.passage_key, claim_figures.is_revision, claim_figures.is_ambiguous
    ) AS HUGEINT)) AS VARCHAR) AS digest
GROUP BY claim_statements.subject_key
