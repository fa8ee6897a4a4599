"""What may stand between words that say something of a figure and the figure: `the goal of |about| $5 million`."""

from tasks.extractors.figures.ranking.story import Story
from warehouse.records import Figure

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


def words_before(story: Story, figure: Figure) -> str:
    """Return the words before a figure in its sentence, in small letters."""
    opens, _ = story.spans[story.sentence_of(figure.start_char)]
    return story.article.text[max(opens, figure.start_char - REACH) : figure.start_char].lower()
