"""What may stand between words that say something of a figure and the figure: `the goal of |about| $5 million`."""

REACH = 100
"""Characters before a figure in which such words are looked for."""
HEDGES = (
    r"\s+(?:(?:an?|about|around|some|at least|just|nearly|almost|over|more than|up to|less than|between|roughly"
    r"|approximately|only|no more than)\s+)*$"
)
