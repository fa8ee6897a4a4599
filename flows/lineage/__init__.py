"""Where the tables came from, for catalogues of data: each ingest as OpenLineage events, in a file or sent to a URL.

- `datasets`: the files, the tables of the ledger and the marts, with schemas, counts, checks and column lineage.
- `events`: the events of a run, and where they go.
"""
