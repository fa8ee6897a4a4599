"""Numbers that are no figures.

- `excluded`: dates, times, addresses, telephone numbers.
- `refusals`: years, designators, notes, vague amounts.
"""
