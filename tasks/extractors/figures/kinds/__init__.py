"""A number and what it is of: a quantity, a share, things counted, an age, an occurrence.

- `amounts`: what is read of one figure.
- `hedges`: `about`, `more than`, `up to`.
- `rates`: `a month`, `per thousand cubic meters`.
- `unit_parts`: `5 feet 2 inches`, `two weeks and three days`.
- `quantities`: numbers with a unit.
- `shares`: `half`, `one in ten`, `doubled`.
- `owners`: the `South Africa's` of `two of South Africa's mines`.
- `counts`: things counted.
- `ages`: ages without a unit.
- `ordinals`: `the third time`.
"""
