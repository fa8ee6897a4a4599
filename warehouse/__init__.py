"""Where the facts lie: the records, the ledger of Delta tables, the marts and the DuckDB catalogue."""
