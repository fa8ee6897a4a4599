"""The SQL of a warehouse, a file a view: `ledger/`, `marts/`, `questions/`, `search/`, `claims/`; `changes/` of states.

- `literals`: texts as literals of SQL.
- `failures`: failures of DuckDB in words.
- `questions`: what the views that answer questions mean.
- `rates`: what money is worth in other money.
- `claims`: what is stated of one quantity.
- `search`: the index of words, and the macros that ask it.
- `relations`: queries and the meaning of their columns.
- `row_checksums`: what tells whether an article's rows are those that landed.
- `descriptions`: what the marts that describe the marts are made from.
- `workspace`: databases that show the published tables.
"""
