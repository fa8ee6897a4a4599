"""What is demanded of the ledger and the marts as a whole: each suite is of a survey, a small table that sums them up.

- `tables`: every table has its columns, and keys that tell its rows apart.
- `references`: whatever a row names is there.
- `volumes`: issues rise with their days, and none of many is missing.
- `drift`: shares stay within what earlier runs had, and nothing vanishes.
- `entities`: the tables of what mentions refer to.
"""
