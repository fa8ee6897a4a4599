"""What checks cost an ingest, and what the report on it costs.

- `report`: how long the report on a large archive takes.
- `__main__`: ingests a generated archive without and with them, in turn.
"""
