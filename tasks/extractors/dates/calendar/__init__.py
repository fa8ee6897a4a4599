"""Expressions that the calendar alone resolves, with the day of publication for a year left out.

- `numeric`: `23.10.1998`.
- `years`: `fiscal 1998`, `the 1990s`.
- `split_years`: `1987/88 (July-June)`.
- `namesakes`: persons and firms named like a month.
- `months`: `October of last year`.
- `days`: `May 26, 1980`.
- `cited_days`: days as a source names them: `October 3-5`.
- `fiscal`: quarters of fiscal years.
- `periods`: quarters, halves and seasons.
- `parts`: `the first week of October`.
- `feasts`: on which day a feast falls.
- `holidays`: holidays by name.
"""
