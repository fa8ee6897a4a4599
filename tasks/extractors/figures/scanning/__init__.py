"""One pass over the tokens of an article that reads its amounts.

- `letters`: a letter behind a number: `1.2m people`.
- `reader`: one amount at a token.
- `scores`: votes, `21-9`.
- `ranges`: two amounts that are one, or stay two.
- `scan`: the pass itself.
- `inheritance`: what an elliptical number takes from the figure it leans on.
"""
