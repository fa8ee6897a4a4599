"""Doubts about numbers for the company they keep: rows of digits, sums, hours, scales in brackets, broken numbers."""

import re

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.tokens import NUMBER, Token, at, is_glued
from tasks.extractors.figures.words.word_lists import word_list

BRACKET_REACH = 20
PLURAL_SCALES = frozenset({"thousands", "millions", "billions", "trillions"})
CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]")
TRADED = (word_list("changes.touching") - {"off", "up", "down"}) | frozenset(
    {"closed", "traded", "stood", "ended", "finished", "quoted", "fixed"}
)
"""Verbs behind which a number between `at` and `on` is a price: `closed at 16.49 on Monday`."""
NOUGHTS = re.compile(r"0[0-9]{2}(?:,[0-9]{3})*")
"""A group of thousands that no number begins with: the `000` of `3, 000`."""
SHORTEST_POSTAL = 5
"""Digits from which one before a name may be its code: `10117 Berlin`."""
SHORTEST_CODE = 8
"""Digits from which a number without separators, name or noughts may be a code."""


def doubt_of_company(context: Context, amount: Amount) -> str | None:
    """Say why the numbers and marks around an amount make it doubtful; None where nothing does."""
    tokens = context.tokens
    return (
        doubt_of_row(tokens, amount)
        or doubt_of_points(tokens, amount)
        or doubt_of_sum(tokens, amount)
        or doubt_of_clock(tokens, amount)
        or doubt_of_bracket(context, amount)
        or doubt_of_break(tokens, amount)
    )


def doubt_of_row(tokens: list[Token], amount: Amount) -> str | None:
    """Say why digits that count nothing may be a code, or one number of a row: `40817810`, `4509 223344`."""
    if amount.unit is not None or amount.scale is not None or not amount.in_digits or amount.last != amount.first + 1:
        return None
    text = tokens[amount.first].text
    is_code = len(text) >= SHORTEST_CODE and not text.endswith("000")
    is_postal = len(text) >= SHORTEST_POSTAL and not text.endswith("00") and at(tokens, amount.last).text.istitle()
    if text.isdigit() and (is_code or is_postal):
        return "it may be a code"
    is_in_row = NUMBER in (at(tokens, amount.first - 1).kind, at(tokens, amount.last).kind)
    return "it stands in a row of numbers" if is_in_row else None


def doubt_of_points(tokens: list[Token], amount: Amount) -> str | None:
    """Say why two points between digits make both numbers doubtful: `1..5 million`."""
    for first, number in ((amount.last, amount.last + 2), (amount.first - 2, amount.first - 3)):
        points = at(tokens, first).text == at(tokens, first + 1).text == "."
        if points and at(tokens, number).kind == NUMBER and all(is_glued(tokens, first + step) for step in range(3)):
            return "two points touch it"
    return None


def doubt_of_sum(tokens: list[Token], amount: Amount) -> str | None:
    """Say why numbers that a plus joins are no two figures: `the 2 + 4 talks`, `P5+1`."""
    sides = ((amount.last, amount.last + 1), (amount.first - 1, amount.first - 2))
    is_joined = any(at(tokens, plus).text == "+" and at(tokens, number).kind == NUMBER for plus, number in sides)
    return "a plus joins it to another number" if is_joined and amount.in_digits else None


def doubt_of_clock(tokens: list[Token], amount: Amount) -> str | None:
    """Say why a number between `at` and `on` may be a time of day: `exploded at 16.49 on Monday`."""
    is_bare = amount.rule in ("number", "count") and amount.is_bare and amount.scale is None
    words = (at(tokens, amount.first - 1).lower, at(tokens, amount.last).lower)
    if not is_bare or words != ("at", "on") or not CLOCK.fullmatch(tokens[amount.first].text):
        return None
    return None if at(tokens, amount.first - 2).lower in TRADED else "it may be a time of day"


def doubt_of_bracket(context: Context, amount: Amount) -> str | None:
    """Say why a number may leave out the scale that a bracket before it states: `sales (in millions) were 35`."""
    tokens, first = context.tokens, max(context.starts[amount.first], amount.first - BRACKET_REACH)
    if amount.scale is not None or amount.kind not in ("count", "money"):
        return None
    is_scaled = any(
        (tokens[index].text, at(tokens, index + 1).lower) == ("(", "in")
        and at(tokens, index + 2).lower in PLURAL_SCALES
        for index in range(first, amount.first)
    )
    return "a bracket before it may state its scale" if is_scaled else None


def doubt_of_break(tokens: list[Token], amount: Amount) -> str | None:
    """Say why a space within a number makes both of its parts doubtful: `12 ,500`, `1 .5 million`, `3, 000`."""
    is_broken = any(parts_number(tokens, mark) for mark in (amount.first - 1, amount.last))
    begins_with_point = tokens[amount.first].text.startswith(".") and at(tokens, amount.first - 1).kind == NUMBER
    return "a space may part the digits of one number" if is_broken or begins_with_point else None


def parts_number(tokens: list[Token], mark: int) -> bool:
    """Tell whether a comma or point stands between digits with its space on the wrong side, or before noughts."""
    before, after = at(tokens, mark - 1), at(tokens, mark + 1)
    if not before.kind == after.kind == NUMBER or at(tokens, mark).text not in (",", "."):
        return False
    if is_glued(tokens, mark):
        return NOUGHTS.fullmatch(after.text) is not None
    return is_glued(tokens, mark + 1)
