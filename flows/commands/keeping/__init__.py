"""Commands that prove the ledger and mend it.

- `verify`: prove every row.
- `maintain`: merge, expire, clear away.
- `repair`: make again what is damaged.
- `relocate`: after the folder was moved.
- `unlock`: after a run on a bucket was killed.
"""
