"""What may stand between words that say something of a figure and the figure: `the goal of |about| $5 million`."""

REACH = 100
"""Characters before a figure in which such words are looked for."""
HEDGES = (
    r"\s+(?:(?:an?|about|around|some|at least|just|nearly|almost|over|more than|up to|less than|between|roughly"
    r"|approximately|only|no more than)\s+)*$"
)
HAD = (
    r"(?:(?:its|their|his|her|whose)\s(?:(?:current|existing|present|own|remaining)\s)?|(?:current|existing|present)\s)"
)
"""Before a figure of what somebody has: `cut its |90 jobs`, `its current |10 percent stake`."""
