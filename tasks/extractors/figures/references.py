"""Tells counts that point back at what was named, `the two countries`, from those that state a number."""

import re
from collections.abc import Sequence

from warehouse.records import Anaphor, Article, Figure

DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll|[Aa]ny)\s+$")
LONGEST_DETERMINER = 8
MOST_POINTED_AT = 12
"""Things that a reader still has in mind one by one; `the 191 members` states their number."""
NOUN_BEHIND = re.compile(r"\s+(?P<noun>[a-z]+s|men|women|people|children)\b")
DEFINED = re.compile(r"\s*(?:,\s*)?(?:of|that|which|who|whose|to|in|on|from|with|for|at|days|years|months|weeks|ago)\b")
"""What stands behind a noun that is made known here and not before: `the two men |who fled`."""
STRETCHES = frozenset({"days", "weeks", "months", "years", "hours", "minutes", "decades", "times", "percent", "points"})


def is_reference(article: Article, figure: Figure, anaphors: Sequence[Anaphor]) -> bool:
    """Tell whether a figure counts what was named before; `anaphors` are the article's phrases that stand for names."""
    if figure.kind != "count":
        return False
    if any(one.start_char <= figure.start_char and figure.end_char <= one.end_char for one in anaphors):
        return True
    noun = known_things(article, figure)
    return noun is not None and article.text.find(noun, article.body_start_char, low_of(article, figure)) >= 0


def counts_known_things(article: Article, figure: Figure) -> bool:
    """Tell whether a figure counts things that a reader is taken to know, `the two countries`, named before or not."""
    return figure.kind == "count" and known_things(article, figure) is not None


def known_things(article: Article, figure: Figure) -> str | None:
    """Return the noun, without its plural's ending, of a few things that are told of as known, and not made known."""
    text, low = article.text, low_of(article, figure)
    is_definite = DEFINITE.search(text, low, figure.start_char) is not None
    if not is_definite or figure.value_high or not 1 < figure.value <= MOST_POINTED_AT:
        return None
    noun = NOUN_BEHIND.match(text, figure.end_char)
    if noun is None or noun["noun"] in STRETCHES or DEFINED.match(text, noun.end()):
        return None
    return noun["noun"].removesuffix("s")


def low_of(article: Article, figure: Figure) -> int:
    """Return the offset from which on the words before a figure are looked at."""
    return max(figure.start_char - LONGEST_DETERMINER, article.body_start_char)
