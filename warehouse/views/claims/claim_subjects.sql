-- One row per subject, what of whom: how much is stated of it, and a hash of all that the comparison takes from that.
FROM claim_contexts
SELECT
    subject_key,
    count(*) AS statement_count,
    CAST(sum(CAST(hash(claim_contexts) AS HUGEINT)) AS VARCHAR) AS digest
GROUP BY subject_key
