"""Times of day, and the day that each is on.

- `clocks`: whether a time is meant at all, and on which day.
- `time_zones`: the zone written behind it.
- `times`: `10:30 a.m.`, `1730 GMT`, `noon`.
- `day_parts`: `tonight at 8`.
- `days`: `10 p.m. Wednesday`.
- `glosses`: the same moment by another clock, in parentheses.
"""
