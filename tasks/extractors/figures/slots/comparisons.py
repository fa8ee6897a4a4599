"""Finds the base that a change or level is compared with, as written and by its days: `less than one year earlier`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tasks.extractors.dates.words.intervals import shifted
from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.slots.comparatives import is_multiple
from tasks.extractors.figures.words.nouns import VERBS
from tasks.extractors.figures.words.tokens import NUMBER, SIGN, WORD, Token, at
from warehouse.records import DateExpression

BASE_WORDS = 7
COMPARING = frozenset({"than", "from", "on", "below", "above", "against", "versus", "over", "with", "as"})
"""Words that a base follows."""
COMPARING_REACH = 8
ENDING = frozenset({"and", "but", "while", "or", "because", "when", "after"})
YEAR_WORDS = frozenset({"year", "month", "quarter", "week", "period", "season"})
SPANNING = frozenset({"past", "last", "next", "coming"})
BACKWARDS = re.compile(r"years?\s(?:earlier|before|previously)$|(?:previous|preceding)\syear$|year-earlier")
"""Bases counted back from the period of the figure itself."""
COUNTED_BACK = re.compile(r"\b(?:one|a|two|three)\syears?\s(?:earlier|ago|before|previously)$|\bthe\syear\sbefore$")
"""The end of a base that says when: the volume of sales `one year earlier`."""
STEPS = {"one": 1, "a": 1, "two": 2, "three": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The direction of a change or of a level, and its base as written, with its days where they are known.

    `is_change` tells the size of a change from a level that is set against another.
    """

    direction: str | None = None
    is_change: bool | None = None
    compared_with: str | None = None
    start_on: date | None = None
    end_on: date | None = None


def base_span(tokens: list[Token], amount: Amount, *, end: int) -> tuple[int, int] | None:
    """Return the first token and the one after the last of the base that a change is compared with, or None."""
    first = base_start(tokens, amount.last, end=end)
    if first is None:
        return None
    last = base_end(tokens, first, end=end)
    return (first, last) if last > first else None


def base_start(tokens: list[Token], index: int, *, end: int) -> int | None:
    """Return the token behind the comparing word at or soon after a token; None where there is none."""
    word = at(tokens, index).lower
    if is_multiple(tokens, index) and word != "as":
        return index
    for step in range(index, min(index + COMPARING_REACH, end)):
        token = tokens[step]
        if token.text in ".;:()":
            return None
        if token.lower in COMPARING and is_base_opening(tokens, step):
            if token.lower == "as" and at(tokens, step + 1).lower in ("much", "many", "high", "large", "big", "long"):
                continue
            return step + 1
    return None


def is_base_opening(tokens: list[Token], index: int) -> bool:
    """Tell whether a preposition leads to a base: `on 1996`, `over last year`; not `on July 1`."""
    word, after = at(tokens, index).lower, at(tokens, index + 1)
    if after.kind not in (WORD, NUMBER):
        return False
    if word == "with":
        return at(tokens, index - 1).lower == "compared"
    if word not in ("on", "over"):
        return True
    if after.kind == NUMBER:
        return len(after.text) == 4
    step = index + 1 + (after.lower == "the")
    is_year = at(tokens, step + 1).lower in YEAR_WORDS and at(tokens, step).lower not in SPANNING - {"last"}
    return is_year or (at(tokens, step).lower in YEAR_WORDS and at(tokens, step + 1).lower in ("before", "earlier"))


def base_end(tokens: list[Token], first: int, *, end: int) -> int:
    """Return the index after a base: up to a mark, a conjunction, a verb or a further figure."""
    if at(tokens, first).lower == "what":
        return next((step for step in range(first, end) if tokens[step].text in ",.;:()"), end)
    index = first
    while index < min(first + BASE_WORDS, end):
        token = tokens[index]
        is_date_number = token.kind == NUMBER and is_in_date(tokens, index)
        is_inner = token.text == "-" and index > first
        if token.lower in ENDING or not (token.kind == WORD or is_date_number or is_inner):
            break
        if token.lower in VERBS and token.lower not in ("set", "made"):
            break
        if token.lower == "to" and at(tokens, index + 1).kind != WORD:
            break
        if at(tokens, index + 1).kind in (NUMBER, SIGN) and not is_in_date(tokens, index + 1):
            return first  # `below the planned 5.8 percent`: the base is the next figure
        index += 1
    return index


def is_in_date(tokens: list[Token], index: int) -> bool:
    """Tell whether a number is a year, or a day behind its month."""
    token = tokens[index]
    return (len(token.text) == 4 and token.text.isdigit()) or (
        len(token.text) <= 2 and tokens[index - 1].text.istitle()
    )


def base_days(base: str, *, period: tuple[date, date]) -> tuple[date, date] | None:
    """Return the first and last day of a base that is counted back from the period of the figure itself."""
    if not BACKWARDS.search(base):
        return None
    step = STEPS.get(base.lower().split()[0], 1)
    first, last = shifted(period[0], "year", -step), shifted(period[1], "year", -step)
    return (first, last) if first and last else None


def days_of_base(
    start: int, end: int, *, dates: Sequence[DateExpression], published_on: date | None
) -> tuple[date, date] | None:
    """Return the days of the one time expression that overlaps a base; None for none, for several, for unknown days.

    A base that lies in the future was misread: it has no days.
    """
    first = bisect_right(dates, start, key=lambda row: row.end_char)
    inside = dates[first : bisect_left(dates, end, key=lambda row: row.start_char)]
    if len(inside) != 1 or not (inside[0].start_on and inside[0].end_on):
        return None
    is_future = published_on is not None and inside[0].start_on > published_on
    return None if is_future else (inside[0].start_on, inside[0].end_on)
