"""The ledger: one Delta table a record, all tables published together.

- `schemas`: Arrow schemas, derived from the records.
- `shards`: Parquet files between the stages of a run.
- `delta`: the few operations on a Delta table.
- `head`: `HEAD.json`, which names the published versions.
- `upgrade`: tables of an earlier version.
- `published`: tables as they are published.
- `history`: what each of the last runs published.
- `states`: the one that is meant, and its files.
- `exchange`: all rows of a table exchanged for new ones.
- `ledger`: landing, and publishing at once.
- `landed`: rows as they have landed.
- `mentions`: what entities are resolved from.
- `texts`: their texts, of which only those asked for are read.
- `settled`: what has been settled of the ledger as a whole.
"""
