"""An hourly schedule on a compressed clock: what grows over weeks of runs.

- `simulation`: the hours, one after another, and what is measured at the end of each day.
- `__main__`: the command.
"""
