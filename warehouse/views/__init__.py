"""The SQL of a warehouse: one file a view in `ledger/`, `marts/` and `questions/`; `changes/` compares two states.

- `questions`: what the views that answer questions mean.
- `rates`: what money is worth in other money.
- `relations`: queries and the meaning of their columns.
- `descriptions`: what the marts that describe the marts are made from.
- `workspace`: databases that show the published tables.
"""
