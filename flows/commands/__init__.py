"""What the commands of the command line do, one file a command; each is imported only when it runs.

- `ingest`: look whether there is anything to do, then run the flow.
- `plan`: what an ingest would do, and why.
- `backfill`: bring stored articles to today's versions.
- `extract`: the extractors alone, from JSON lines to JSON lines.
- `sql`: one query, or a prompt.
- `export`: rows as files for other tools.
- `show`: one article with its facts marked.
- `entity`: the card of one entity.
- `status`: what the ledger holds, and what was rejected.
- `rejected`: what was refused, and what to do about it.
- `history`: what the runs did.
- `diff`: what changed between two of them, and why.
- `verify`: prove every row.
- `maintain`: merge, expire, clear away.
- `repair`: make again what is damaged.
- `relocate`: after the folder was moved.
- `unlock`: after a run on a bucket was killed.
"""
