"""One pass over the tokens of an article that reads its amounts.

- `letters`: a letter behind a number: `1.2m people`.
- `reader`: one amount at a token.
- `changes`: a range, or a change and its level.
- `scores`: votes, `21-9`.
- `ranges`: two amounts that are one, or stay two.
- `judging`: what becomes of an amount: a figure, a doubt, or nothing.
- `triggers`: tokens that an amount can begin with.
- `scan`: the pass itself.
- `inherited_units`: what an elliptical number takes from another.
- `gapping`, `shared_units`, `series`: which number takes it, and from which.
- `inheritance`: the whole article's elliptical numbers.
"""
