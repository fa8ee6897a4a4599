"""Numbers that are no figures.

- `excluded`: dates, times, addresses, telephone numbers.
- `years`: `1997`, `1997/98`, `’98`.
- `designators`: numbers that name what they stand with.
- `doubts`: what stands before a number and may be its currency.
- `joined_numbers`: `3-for-1`, `10 to the power of 6`.
- `forms`: notes, chains, vague amounts.
- `broken_numbers`: digits that a space parts.
- `company`: rows of digits, sums, hours, scales in brackets.
- `scales_apart`: `5 (later 10) million`.
- `neighbours`: what stands beside a number and was not understood.
- `no_counts`: bare numbers that count nothing.
- `denials`: figures of what did not come about.
"""
