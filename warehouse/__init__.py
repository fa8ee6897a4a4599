"""Where the facts lie: the records, the ledger of Delta tables, the marts and the DuckDB catalogue.

- `records`: one frozen dataclass a table.
- `folder`: the folder, its parts, its lock, its failures.
- `ledger`: Delta tables, and which version of each is published.
- `views`: the SQL upon them.
- `search`: the index of words.
- `marts`: plain Parquet for BI tools.
- `catalogue`: `newsledger.duckdb`.
- `reading`: questions to a warehouse, for the command line.
- `proofs`: what is proved of a warehouse.
"""
