"""Surveys: small tables that sum up the ledger and the marts, for the checks of the whole and for the report.

- `corpus`: issues of volumes, duplicates, entities, any table.
- `tables`: keys and columns of every table and mart, and references between them.
- `measures`: shares and counts of a run, and what earlier runs had.
- `survey`: all of them.
- `samples`: rows made up to try demands out on.
"""
