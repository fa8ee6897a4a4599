-- The statements that are compared with each other: all of them, where nothing is known of an earlier comparison.
FROM claim_contexts
