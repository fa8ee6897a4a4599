"""How random figures are written into sentences, for the benchmarks that read them back.

- `units`: signs, names and units, and what they mean.
- `money`: styles of money.
- `styles`: every style.
"""
