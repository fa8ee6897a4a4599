"""Reads the direction of a change and the base it is compared with: `10 percent less than … one year earlier`."""

import re
from dataclasses import dataclass
from datetime import date

from tasks.extractors.figures.nouns import VERBS
from tasks.extractors.figures.tokens import MARK, WORD, Token, at
from tasks.extractors.figures.word_lists import word_list

UP_VERBS = word_list("comparisons.up_verbs")
DOWN_VERBS = word_list("comparisons.down_verbs")
"""Verbs and adverbs that make the figure after them a change."""
UP_NOUNS = word_list("comparisons.up_nouns")
DOWN_NOUNS = word_list("comparisons.down_nouns")
"""Nouns that make a change of the figure before or behind them: `a loss of $2.2 billion`, `a 25 percent cut`."""
UP_WORDS = frozenset({"more", "higher", "larger", "greater", "above", "up", "bigger"})
DOWN_WORDS = frozenset({"less", "lower", "fewer", "smaller", "below", "down", "cheaper"})
"""Words right after a figure that say how it stands to the base behind them."""
MULTIPLYING = frozenset(
    {"doubled", "tripled", "trebled", "quadrupled", "doubling", "tripling", "sixfold", "threefold", "tenfold"}
)
LEVEL_BEFORE = frozenset({"to", "at", "from"})
"""Before a figure these make it a level that a change leads to or from, not a change."""
REACH = 5
AFTER = 3
SOFT = word_list("comparisons.soft")

BASE = re.compile(
    r"\b(?:one|a|two|three)\syears?\s(?:earlier|ago|before|previously)\b"
    r"|\b(?:in\s)?(?:the\s)?(?:year\sbefore|previous\syear|preceding\syear|year-earlier\speriod)\b"
    r"|\bthe\ssame\s(?:period|month|quarter)(?:\s(?:of|in|a)\s(?:(?:19|20)[0-9]{2}|year\s(?:ago|earlier)|last\syear)|\slast\syear)?"
    r"|\blast\syear\b|\b(?:in\s)?(?:19|20)[0-9]{2}\b"
)
"""`one year earlier`, `the year before`, `the same period of 1997`, `last year`."""
BACKWARDS = re.compile(r"years?\s(?:earlier|before|previously)$|(?:previous|preceding)\syear$|year-earlier")
"""Bases counted back from the period of the figure itself."""
BASE_REACH = 90
"""Characters after a comparison in which its base is looked for."""
FARTHEST = 16
"""Tokens between a level and its base."""
BASE_WORDS = 7
STEPS = {"one": 1, "a": 1, "two": 2, "three": 3}
BE_FORMS = frozenset({"is", "are", "was", "were", "been", "be", "went", "gone", "go", "goes"})
COMPARING = frozenset({"than", "from", "on", "below", "above", "against", "versus", "over"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The direction of a change, and its base as written, with its days where they are known."""

    direction: str | None = None
    compared_with: str | None = None
    start_on: date | None = None
    end_on: date | None = None


def direction_of(tokens: list[Token], first: int, last: int, *, kind: str, start: int) -> str | None:
    """Return up or down where the figure at tokens `first` to `last` states a change, by the words around it."""
    if kind not in ("percent", "money", "quantity", "count", "rate"):
        return None
    word = at(tokens, last).lower
    if word in UP_WORDS | DOWN_WORDS and follows_comparison(tokens, last, kind=kind):
        return "up" if word in UP_WORDS else "down"
    if at(tokens, first).lower in MULTIPLYING:
        return "up"
    if at(tokens, first - 1).lower in LEVEL_BEFORE:
        return None
    return noun_direction(tokens, first, last, kind=kind) or verb_direction(tokens, first, kind=kind, start=start)


def follows_comparison(tokens: list[Token], index: int, *, kind: str) -> bool:
    """Tell whether `more` or `below` at a token compares: before `than`, `from`, or right behind a share."""
    after = at(tokens, index + 1)
    return after.lower in ("than", "from", "on", "last", "the") or (
        kind == "percent" and at(tokens, index).lower != "up"
    )


def noun_direction(tokens: list[Token], first: int, last: int, *, kind: str) -> str | None:
    """Return the direction that a noun gives: `a loss of $2.2 billion`, `a 25 percent drop`."""
    nouns = [at(tokens, first - 2).lower] if at(tokens, first - 1).lower == "of" else []
    if kind == "percent":
        nouns += [at(tokens, last + step).lower for step in range(AFTER) if at(tokens, last).kind == WORD]
    if any(noun in UP_NOUNS for noun in nouns):
        return "up"
    return "down" if any(noun in DOWN_NOUNS for noun in nouns) else None


def verb_direction(tokens: list[Token], first: int, *, kind: str, start: int) -> str | None:
    """Return the direction of the verb before a figure: `rose 7 percent`, `fell by 3 million tons`."""
    needs_by = kind == "count" or (
        kind != "percent" and at(tokens, first - 1).lower != "down" and at(tokens, first - 1).lower != "up"
    )
    has_by = False
    for index in range(first - 1, max(first - REACH, start - 1), -1):
        word = at(tokens, index).lower
        if word in UP_VERBS or word in DOWN_VERBS:
            is_adverb = (
                word in ("up", "down")
                and at(tokens, index - 1).kind == WORD
                and at(tokens, index - 1).lower not in BE_FORMS
            )
            if (needs_by and not has_by and index != first - 1) or (is_adverb and kind != "percent"):
                return None
            return "up" if word in UP_VERBS else "down"
        has_by = has_by or word == "by"
        if word not in SOFT or at(tokens, index).kind == MARK:
            return None
    return None


def level_relation(tokens: list[Token], last: int, following: int) -> str | None:
    """Return how a figure that ends at `last` stands to the one that begins at `following`, or None.

    `base` where the second is the base of the first (`12 percent, up from 8`, `against 8`), `start` where the first
    is the base of the second (`from 8 to 12 percent`).
    """
    if following - last > FARTHEST:
        return None
    between = [at(tokens, index).lower for index in range(last, following)]
    while between and between[-1] in SOFT:
        between.pop()
    if not between or len(between) > 9:
        return None
    if between[-1] == "to" and len(between) <= 3:
        return "start"
    if between[-1] in ("from", "against", "versus") or between[-2:] in (["compared", "with"], ["compared", "to"]):
        return "base"
    return None


def base_phrase(text: str, tokens: list[Token], index: int, end: int) -> str | None:
    """Return the base behind a comparing word at or soon after a token: a time where one is named, or the phrase."""
    first = next(
        (
            step
            for step in range(index, min(index + 8, end))
            if at(tokens, step).lower in COMPARING or at(tokens, step).lower == "with"
        ),
        None,
    )
    if first is None or at(tokens, first + 1).kind not in (WORD, "number"):
        return None
    start = at(tokens, first + 1).start
    limit = phrase_end(tokens, first + 1, end)
    found = BASE.search(text, start, min(at(tokens, end - 1).end, start + BASE_REACH))
    if found and (found.start() == start or at(tokens, first).lower == "than"):
        return found[0]
    return text[start : at(tokens, limit - 1).end] if limit > first + 1 else None


def phrase_end(tokens: list[Token], first: int, end: int) -> int:
    """Return the index after a phrase: up to a mark, a verb, or seven words."""
    index = first
    while (
        index < min(first + BASE_WORDS, end) and at(tokens, index).kind == WORD and at(tokens, index).lower not in VERBS
    ):
        index += 1
    return index


def base_days(base: str, *, period: tuple[date, date] | None, published_on: date | None) -> tuple[date, date] | None:
    """Return the first and last day of a base: as it names them, or counted back from the figure's period."""
    year = re.search(r"\b(?:19|20)[0-9]{2}\b", base)
    words = base.lower().split()
    if year and words[0] in (year[0], "in"):
        return date(int(year[0]), 1, 1), date(int(year[0]), 12, 31)
    if words == ["last", "year"]:
        return (date(published_on.year - 1, 1, 1), date(published_on.year - 1, 12, 31)) if published_on else None
    if period is None or not BACKWARDS.search(base):
        return None
    step = STEPS.get(words[0], 1)
    return years_back(period[0], step), years_back(period[1], step)


def years_back(day: date, years: int) -> date:
    """Return the same day some years before; the last of February for its 29th."""
    if (day.month, day.day) == (2, 29):
        return date(day.year - years, 2, 28)
    return day.replace(year=day.year - years)
