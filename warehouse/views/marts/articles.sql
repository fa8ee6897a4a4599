-- An offset of the ledger, less body_start_char, is an offset into body.
SELECT * EXCLUDE (text)
FROM articles
