"""The catalogue `newsledger.duckdb`: built aside, swapped as a whole.

- `reader`: opens it, for whoever only asks.
- `kept`: keeps it open between questions, for servers.
- `contents`: what it holds.
- `checksums`: the bytes of each published file.
- `catalogue`: builds it, and swaps it.
- `tidying`: merges small files, deletes what no reader needs.
- `maintenance`: the same by command, and all else that piles up.
- `data_model`: the page `docs/data-model.md`.
"""
