"""A number and its currency.

- `currency_places`: which of the currencies of one name.
- `currencies`: signs, codes, names, minor units.
- `money_amounts`: number and currency together.
"""
