"""The catalogue `newsledger.duckdb`: built aside, swapped as a whole.

- `reader`: opens it, for whoever only asks.
- `catalogue`: builds it.
- `tidying`: merges small files, deletes what no reader needs.
- `maintenance`: the same by command, and all else that piles up.
- `data_model`: the page `docs/data-model.md`.
"""
