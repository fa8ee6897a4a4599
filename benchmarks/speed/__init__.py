"""What the commands cost, in this checkout and in an earlier state of it, measured in turns.

- `rules`: extractors that need no model, and hostile texts.
- `commands`: commands run in a checkout: processor time, wall time, memory.
- `comparison`: two checkouts in turns, at several sizes.
- `__main__`: the table.
"""
