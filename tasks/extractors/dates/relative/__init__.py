"""Expressions that are counted from another day: that of publication, or of an expression before them.

- `ended`: `the week ended February 24`.
- `anaphoric`: `one year earlier`, `that month`.
- `comparisons`: `the same period last year`.
- `offsets`: `two days after March 5`.
- `deictic`: `yesterday`, `two years ago`.
- `stretches`: `the past two months`.
- `ordinal_days`: `on the 15th`.
- `weekdays`: `Friday`, `over the weekend`.
- `weekday_counts`: `two Fridays ago`.
"""
