"""What runs: Prefect flows and the command line. The main path is `ingest`; the list goes from the ground up.

- `terminal`: what all commands share: failures in words, with an exit code.
- `remote`: a command on a warehouse in a bucket.
- `leaving`: a quiet end for a process in which a flow has run.
- `prefect_api`: the Prefect API that flows report to, started while all else is loaded.
- `progress`: how far an ingest has come.
- `summary`: what an ingest did, and how it is told.
- `report`: one page that says whether the last run can be trusted.
- `ingest`: the flow, from files to published tables.
- `repair`: the flow that fills damaged tables again.
- `backfill`: the flow that brings what is stored to today's versions.
- `replay`: the flow that puts what was refused through again.
- `gauges`: numbers of a warehouse for Prometheus.
- `lineage`: where the tables came from, for catalogues of data.
- `explore`: pages that show what a warehouse holds.
- `commands`: what the commands do, one file a command.
- `operation`: runs that nobody watches: deployed flows, waiting and trying again.
- `cli`: the command line itself.
- `demo`: `make demo`.
- `answers`: keeps the answers of `docs/questions.md` true.
"""
