"""What checks cost an ingest.

- `__main__`: ingests a generated archive without and with them, in turn.
"""
