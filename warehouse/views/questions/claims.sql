-- One row per quantity that several figures state: what they say of it, how many sources they rest on, and if they agree.
FROM marts.fct_claims
ORDER BY conflict_count DESC, conflict_confidence DESC NULLS LAST, statement_count DESC, claim_id
