-- One row per statement of a quantity that is stated more than once.
FROM claim_contexts QUALIFY count(*) OVER (PARTITION BY claim_id) > 1
