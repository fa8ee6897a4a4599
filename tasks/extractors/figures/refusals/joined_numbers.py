"""Numbers that are part of one expression, which is no figure: `3-for-1`, `10 to the power of 6`, `3-D`."""

from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued

JOINTS = frozenset({"for", "of", "on", "and", "by", "plus"})
"""Between two numbers and two hyphens: splits of shares, throws that hit, players against players, sizes, talks."""
DESIGNATING = frozenset("ADEGHIKOPQRUXYZ")
"""Capitals that are no unit behind a hyphen: `3-D`, `4-H`."""
POWERS = frozenset({"power", "powers"})
GOING_ON = frozenset("%/⁄-–")
"""Behind `1` these make another number of it: `1-3/4 to 1|/2 cents`."""
RATIOS = frozenset({"ratio", "margin", "odds", "majority", "vote", "advantage", "against", "scale"})
"""Behind two numbers these make a ratio of them: `a 10 to 1 |margin`."""
LONGEST_POWER = 6
"""Tokens of `to the power of minus 6`."""


def joined_end(tokens: list[Token], numeral: Numeral) -> int | None:
    """Return the index after an expression that a number begins and which is no figure, or None."""
    return (
        spoken_ratio_end(tokens, numeral)
        or ratio_end(tokens, numeral.last)
        or power_end(tokens, numeral.last)
        or name_end(tokens, numeral)
    )


def ratio_end(tokens: list[Token], index: int) -> int | None:
    """Return the index after the second number of `3-for-1` or `two-to-one`, where the first ends before a token."""
    joints = [at(tokens, index + step) for step in range(3)]
    number = at(tokens, index + 3)
    is_joint = joints[1].lower in JOINTS or (joints[1].lower == "to" and number.lower == "one")
    if not (joints[0].kind == joints[2].kind == DASH and is_joint):
        return None
    is_number = number.kind == NUMBER or number.lower in NUMBER_WORDS
    return index + 4 if is_number and all(is_glued(tokens, index + step) for step in range(4)) else None


def spoken_ratio_end(tokens: list[Token], numeral: Numeral) -> int | None:
    """Return the index after `10 to 1` or `three to one`, which count nothing; `from 10 to 1` are two."""
    index = numeral.last
    to, one, after = (at(tokens, index + step) for step in range(3))
    is_one = to.lower == "to" and one.lower in ("1", "one") and at(tokens, index - 1).lower not in ("1", "one")
    ends = after.kind != WORD or after.lower in STOP_WORDS | RATIOS
    is_ratio = is_one and at(tokens, numeral.first - 1).lower not in ("from", "by")
    return index + 2 if is_ratio and ends and after.text not in GOING_ON else None


def name_end(tokens: list[Token], numeral: Numeral) -> int | None:
    """Return the index after what a hyphen joins to a number as a name: `six-under`, `3-D`, `7-Eleven`, `5-a-side`."""
    index, joined = numeral.last, at(tokens, numeral.last + 1)
    if at(tokens, index).kind != DASH or not is_glued(tokens, index) or not is_glued(tokens, index + 1):
        return None
    if joined.lower == "a" and at(tokens, index + 3).lower == "side":
        return index + 4
    is_capital = joined.text in DESIGNATING or (joined.text.istitle() and joined.lower in NUMBER_WORDS)
    return index + 2 if joined.lower in ("under", "over") or (is_capital and numeral.in_digits) else None


def power_end(tokens: list[Token], index: int) -> int | None:
    """Return the index after the exponent of `10 to the power of 6`, `10 to the sixth power`."""
    if (at(tokens, index).lower, at(tokens, index + 1).lower) != ("to", "the"):
        return None
    words = [at(tokens, index + step).lower for step in range(2, LONGEST_POWER)]
    place = next((step for step, word in enumerate(words) if word in POWERS), None)
    if place is None:
        return None
    exponent = index + 3 + place + (at(tokens, index + 3 + place).lower == "of")
    return exponent + 1 + (at(tokens, exponent).lower == "minus" or at(tokens, exponent).kind == DASH)
