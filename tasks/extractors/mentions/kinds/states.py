"""States of the United States by their abbreviations, behind a city or a party: `Macon, Ga.`, `(D-Ga.)`."""

import functools
import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.regions import us_states
from tasks.extractors.mentions.lexicon.spans import Span

FIRST_SIGN = re.compile(r", [A-Z]|\([RD]-")
"""Most texts have no place for an abbreviated state, and need no pattern of fifty."""


def abbreviated_states(text: str) -> Iterator[Span]:
    """Yield the abbreviated states of a text, and any state behind a party: `Georgia` of `(R-Georgia)`."""
    for match in abbreviated().finditer(text) if FIRST_SIGN.search(text) else ():
        yield Span(start=match.start(), end=match.end(), kind="place", rule="state")


@functools.cache
def abbreviated() -> re.Pattern[str]:
    """Compile the pattern: a state with a period behind a city, one of two letters only before a postal code."""
    states = sorted(us_states(), key=len, reverse=True)
    with_period = "|".join(re.escape(state) for state in states if state.endswith("."))
    codes = "|".join(state for state in states if len(state) == 2)
    anything = "|".join(map(re.escape, states))
    return re.compile(
        rf"(?<=[a-z], )(?:{with_period})|(?<=[a-z], )(?:{codes})(?= \d{{5}}\b)|(?<=\([RD]-)(?:{anything})(?!\w)"
    )
