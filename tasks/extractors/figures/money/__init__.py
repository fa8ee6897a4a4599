"""A number and its currency.

- `currency_places`: which of the currencies of one name.
- `currency_signs`: signs, and where they may stand.
- `currency_names`: names with their adjectives, and minor units.
- `currencies`: what stands before and after a number: a sign, a code, a name.
- `minor_parts`: cents behind dollars.
- `money_rates`: money per something, and exchange rates.
- `pounds`: of money or of weight.
- `money_amounts`: number and currency together.
"""
