"""Reads the words before and after a figure that make it approximate or a bound."""

import csv
from pathlib import Path

from tasks.extractors.figures.words.tokens import Token, at
from tasks.extractors.figures.words.word_lists import word_list


def read_hedges(side: str) -> dict[tuple[str, ...], str]:
    """Read the hedges that stand before a figure, or after it, by their words."""
    with Path(__file__).with_name("hedges.csv").open(encoding="utf-8", newline="") as lines:
        return {tuple(row["phrase"].split()): row["hedge"] for row in csv.DictReader(lines) if row["side"] == side}


HEDGES, AFTER = read_hedges("before"), read_hedges("after")
"""Hedges by the words that stand before a figure, and after it."""
LONGEST = max(len(words) for words in HEDGES)
ENDINGS = frozenset(words[-1] for words in HEDGES)
"""Their last words: of most figures the word before is none of them, and no more is looked at."""
TIMES = frozenset({"years", "months", "weeks", "days", "hours", "decades"})
BEFORE_OVER = word_list("hedges.before_over")
SPATIAL = frozenset({"under", "over", "above", "below"})
PLACED = frozenset({"of", "deep", "high", "underground"})
BETWEEN = frozenset({"a", "an", "some", "the", "about"})
GIVING = word_list("hedges.giving")
"""Verbs of which `over` is a part: `hand over ten ships`, `turned over 3 billion`."""
PLACING = frozenset({("under",), ("over",), ("above",), ("below",)})
"""Before an article and digits these place one thing by another: `under a $5 million contract`."""
LIKENING = frozenset({("as", "much", "as"), ("as", "little", "as")})
"""Before an article these liken one thing to another, and bound no number."""
MOVING = word_list("hedges.moving")
"""Verbs whose `up to` says where something went."""
LONGEST_BRACKET = 8
"""Tokens between angle brackets: a company's sign, or its name."""
STRONG = frozenset({"more_than", "less_than", "at_least", "up_to"})


def hedge_before(tokens: list[Token], first: int) -> str | None:
    """Return the hedge that ends right before a figure, past an article: `about a`, `no more than`, `as many as`."""
    end = first - 1 if at(tokens, first - 1).lower in ("a", "an") else first
    if at(tokens, end - 1).lower not in ENDINGS:
        return None
    if at(tokens, end - 1).lower == "than" and is_point_in_time(tokens, first) and at(tokens, end - 2).lower != "more":
        return None
    for length in range(LONGEST, 0, -1):
        words = tuple(token.lower for token in tokens[max(end - length, 0) : end])
        hedge = HEDGES.get(words)
        if hedge is None or len(words) != length:
            continue
        if words == (">",) and closes_bracket(tokens, end - 1):
            continue
        if not is_during(tokens, words, end) and not bounds_nothing(tokens, words, end, first):
            return stronger(hedge, hedge_before_hedge(tokens, end - length))
    return None


def closes_bracket(tokens: list[Token], index: int) -> bool:
    """Tell whether a sign closes a bracket and compares nothing: `Acme Plc <ACM.L> 1986 profits`."""
    return any(token.text == "<" for token in tokens[max(index - LONGEST_BRACKET, 0) : index])


def bounds_nothing(tokens: list[Token], words: tuple[str, ...], end: int, first: int) -> bool:
    """Tell whether a hedge that ends before a token is none: `as much as a $20,000 car`, `edged up to 5%`."""
    is_article = end < first
    if is_article and words in PLACING and at(tokens, first).kind in ("number", "sign"):
        return True  # under a $5 million contract
    return (is_article and words[-3:] in LIKENING) or (words == ("up", "to") and at(tokens, end - 3).lower in MOVING)


def is_during(tokens: list[Token], words: tuple[str, ...], end: int) -> bool:
    """Tell whether `over` says during what time, not how much: `$4 billion over 10 years`, but `for over 10 years`."""
    is_time = any(at(tokens, end + step).lower in TIMES for step in (1, 2))
    if words == ("over",) and is_year(at(tokens, end).text) and at(tokens, end + 1).kind != "word":
        return True  # `an increase over 1996`
    is_short = any(at(tokens, end + step).lower in ("minutes", "seconds") for step in (1, 2))
    if words == ("over",) and at(tokens, end - 2).lower in GIVING and not (is_time or is_short):
        return True  # handed over 10 aircraft
    return words == ("over",) and is_time and at(tokens, end - 2).lower not in BEFORE_OVER


def is_year(number: str) -> bool:
    """Tell whether digits may be a year of our time."""
    return len(number) == 4 and number.isdigit() and number[:2] in ("19", "20")


def is_point_in_time(tokens: list[Token], first: int) -> bool:
    """Tell whether a figure begins a point in time that something is compared with: `lower than five years ago`."""
    return any(at(tokens, first + step).lower in ("ago", "earlier", "before") for step in (2, 3))


def hedge_before_hedge(tokens: list[Token], end: int) -> str | None:
    """Return a bound right before an approximation: `at least some`, `more than about`, `up to about`."""
    for length in range(LONGEST, 1, -1):
        hedge = HEDGES.get(tuple(token.lower for token in tokens[max(end - length, 0) : end]))
        if hedge in STRONG:
            return hedge
    return None


def stronger(hedge: str, before: str | None) -> str:
    """Prefer a bound to the approximation, or to the `just`, after it."""
    return before if before and hedge in ("about", "just") else hedge


def hedge_after(tokens: list[Token], last: int) -> str | None:
    """Return the hedge that follows a figure: `or so`, `at least`, `or more`."""
    if at(tokens, last).text == "+":
        return "at_least"
    words = (at(tokens, last).lower, at(tokens, last + 1).lower)
    if words in (("at", "least"), ("at", "most")):
        return AFTER[words] if not at(tokens, last + 2).text[:1].isdigit() else None
    return AFTER.get(words)


def is_spatial(tokens: list[Token], first: int, last: int, *, unit: str | None) -> bool:
    """Tell whether the preposition before a length says where, not how much: `under 280 meters of water`."""
    lengths = ("meter", "kilometer", "foot", "mile", "centimeter")
    return at(tokens, first - 1).lower in SPATIAL and unit in lengths and at(tokens, last).lower in PLACED
