"""Where the facts lie: the records, the ledger of Delta tables, the marts and the DuckDB catalogue.

- `records`: one frozen dataclass a table.
- `folder`: the folder, its parts, its lock, its failures.
- `ledger`: Delta tables, and which version of each is published.
- `views`: the SQL upon them.
- `contracts`: what the marts promise, in the formats of other tools.
- `search`: the index of words.
- `marts`: plain Parquet for BI tools.
- `catalogue`: `newsledger.duckdb`.
- `remote`: a warehouse in a bucket of S3.
- `export`: rows of it in the form asked for.
- `surveys`: small tables that sum all of it up.
- `reading`: questions to a warehouse, for the command line.
- `browsing`: rows for the pages of the explorer.
- `recovery`: what is damaged, and what is made again from what is intact.
- `proofs`: what is proved of a warehouse.
"""
