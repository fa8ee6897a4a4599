"""What the commands of the command line do, one file a command; each is imported only when it runs.

- `ingest`: look whether there is anything to do, then run the flow.
- `plan`: what an ingest would do, and why.
- `backfill`: bring stored articles to today's versions.
- `replay`: put what was refused through again, or overrule it.
- `extract`: the extractors alone, from JSON lines to JSON lines.
- `asking`: commands that read the ledger.
- `keeping`: commands that prove and mend it.
"""
