"""Doubts about the parts of a number that a space breaks, as scanners and typists do: `12 ,500`, `5. 4 percent`."""

import re
from calendar import month_abbr

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.numbers.scales import SCALE_WORDS
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.tokens import BREAK, DASH, NUMBER, Token, at, is_glued

NOUGHTS = re.compile(r"0[0-9]{2}(?:,[0-9]{3})*")
"""A group of thousands that no number begins with: the `000` of `3, 000`."""
GROUP = 3
MONTHS = frozenset(month_abbr[1:])


def doubt_of_break(tokens: list[Token], amount: Amount) -> str | None:
    """Say why a space within a number makes both of its parts doubtful: `12 ,500`, `1 .5 million`, `3, 000`."""
    is_broken = any(parts_number(tokens, mark) for mark in (amount.first - 1, last_digits(tokens, amount) + 1))
    begins_with_point = tokens[amount.first].text.startswith(".") and at(tokens, amount.first - 1).kind == NUMBER
    return "a space may part the digits of one number" if is_broken or begins_with_point else None


def last_digits(tokens: list[Token], amount: Amount) -> int:
    """Return the index of the last number that an amount is written with, or of its last token."""
    digits = (index for index in range(amount.last - 1, amount.first - 1, -1) if tokens[index].kind == NUMBER)
    return next(digits, amount.last - 1)


def parts_number(tokens: list[Token], mark: int) -> bool:
    """Tell whether a comma or point stands between digits with a space on either side, and may belong to them."""
    before, after = at(tokens, mark - 1), at(tokens, mark + 1)
    if not before.kind == after.kind == NUMBER or at(tokens, mark).text not in (",", "."):
        return False
    if not is_glued(tokens, mark):
        return is_glued(tokens, mark + 1) or at(tokens, mark).text == "."
    if is_glued(tokens, mark + 1) or NOUGHTS.fullmatch(after.text):
        return NOUGHTS.fullmatch(after.text) is not None
    is_short = before.text.isdigit() and after.text.isdigit() and max(len(before.text), len(after.text)) <= GROUP
    if not is_short or at(tokens, mark - 2).kind == BREAK or not is_measured(tokens, mark + 2):
        return False
    return at(tokens, mark).text == "." or is_group(tokens, mark)


def is_measured(tokens: list[Token], index: int) -> bool:
    """Tell whether a scale, a unit or a currency stands at a token."""
    word = at(tokens, index).lower
    return word in SCALE_WORDS or word in nouns() or word in ("%", "$") or unit_at(tokens, index) is not None


def is_group(tokens: list[Token], mark: int) -> bool:
    """Tell whether what follows a comma may be a group of thousands, and no next one of a list: `12, 500 rubles`."""
    before, earlier = at(tokens, mark - 2), at(tokens, mark - 3)
    is_listed = earlier.kind == NUMBER and before.text in (",", "and", "or")
    is_day = before.text.rstrip(".").title()[:GROUP] in MONTHS
    is_listed = is_listed or before.kind == DASH
    return len(at(tokens, mark + 1).text) == GROUP and not is_listed and not is_day
