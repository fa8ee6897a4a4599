"""The SQL of a warehouse: one file a view in `ledger/`, `marts/` and `questions/`; `changes/` compares two states.

- `questions`: what the views that answer questions mean.
- `relations`: queries and the meaning of their columns.
- `workspace`: databases that show the published tables.
"""
