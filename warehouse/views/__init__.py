"""The SQL of a warehouse: one file a view in `ledger/`, `marts/` and `questions/`; `search/`.

- `questions`: what the views that answer questions mean.
- `search`: the index of words, and the macros that ask it.
- `relations`: queries and the meaning of their columns.
- `workspace`: databases that show the published tables.
"""
