"""How a time stands to its article, and a figure to one that it is compared with: features of all ways to a time."""

import re

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.spans import Ends
from tasks.extractors.figures.ranking.story import Story, Told
from tasks.extractors.figures.ranking.ways import Standpoint
from warehouse.records import Figure

LENGTHS = (
    (1, "day"),
    (10, "week"),
    (31, "month"),
    (93, "quarter"),
    (185, "half"),
    (366, "year"),
)
"""The most days of each kind of stretch."""
LED_AS_BASE = re.compile(
    r"\b(?:from|against|versus|vs|than|after|with|compared to)\s+"
    r"(?:(?:a|an|the|some|about|around|only|just|revised)\s+){0,3}$",
    re.IGNORECASE,
)
"""Right before a figure that another one is compared with."""
BEFORE = 25
"""Characters before a figure in which that stands."""
UNNAMED = 99
"""The first sentence of a stretch that the article does not name."""


def days_features(story: Story, place: Standpoint, ends: Ends) -> Features:
    """Return how long a stretch is, how often named, and whether ahead of the day of publication, by the verb's tag."""
    first, last = ends
    tag, today = place.verb.tag if place.verb else "none", story.article.published_on
    length = length_of((last - first).days + 1) if first and last else "open"
    features = {f"length={length}": 1, f"length={length}, {tag}": 1}
    if today:
        side = "over" if last and last < today else "ahead" if first and first > today else "now"
        features |= {f"is {side}": 1, f"is {side}, {tag}": 1, f"is {side}, length={length}": 1}
    return features | named_features(story, ends)


def length_of(days: int) -> str:
    """Name a number of days by the kind of stretch that has so many at most."""
    return next((name for most, name in LENGTHS if days <= most), "years")


def timed_before(story: Story, count: int) -> list[Told]:
    """Return what was told of the last figures that may hold for a time, the latest first."""
    return story.latest(count, lambda told: told.figure.kind != "age")


def named_features(story: Story, ends: Ends) -> Features:
    """Return how often the article names a stretch, and in which sentence first."""
    sentences = story.named_times.get(ends, [])
    return {
        "named in article": len(sentences),
        "named in lead": int(bool(sentences) and sentences[0] == 0),
        "named first in": min(sentences, default=UNNAMED),
        "times in article": len(story.times),
    }


def is_base(text: str, figure: Figure) -> bool:
    """Tell whether a figure is one that another is compared with: `from |3 mln`."""
    return bool(LED_AS_BASE.search(text, max(0, figure.start_char - BEFORE), figure.start_char))
