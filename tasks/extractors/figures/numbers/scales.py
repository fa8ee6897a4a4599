"""A number as read, and the scales and halves that follow one: `million`, `bn`, `and a half`."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tasks.extractors.figures.numbers.digits import fraction_value
from tasks.extractors.figures.words.currency_codes import nouns, place_keys
from tasks.extractors.figures.words.number_words import (
    DENOMINATORS,
    DOTTED_SCALES,
    FRACTION_NAMES,
    GROUPS,
    ONES,
    SCALES,
    SHORT_SCALES,
)
from tasks.extractors.figures.words.tokens import DASH, NUMBER, Token, at, is_glued, past_hyphen

ARTICLES = frozenset({"a", "an"})
HUNDRED = Decimal(100)

SCALE_WORDS = (
    SCALES
    | {word: scale for word, scale in SHORT_SCALES.items() if word != "mm"}
    | {word: number for word, number in GROUPS.items() if word not in ("gross", "score")}
    | {"hundred": HUNDRED, "hundreds": HUNDRED}
)
"""Every word that multiplies the number before it; `mm` may be millimetres, `gross` and `score` are nouns."""
SCALE_VALUES = frozenset(SCALES.values())
"""What a hundred may be of: `five hundred million`."""

SCALES_OF_SCALES = frozenset(
    {("million", "million"), ("lakh", "crore"), ("lakh", "crores"), ("lakhs", "crore"), ("lakhs", "crores")}
)
"""Scales that stand behind each other, besides a thousand of any: `two million million lire`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number and the tokens `first` to `last` (not included) that it is written with."""

    value: Decimal
    first: int
    last: int
    in_digits: bool
    scale: Decimal | None = None
    is_fraction: bool = False
    has_decimal_comma: bool = False
    doubt: str | None = None


def scale_at(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return the scale that stands at a token and the index after it: `million`, `-million`, `bn`, `dozen`."""
    start, index = index, past_hyphen(tokens, index)
    word = at(tokens, index).lower
    if word in DOTTED_SCALES and at(tokens, index + 1).text == "." and not is_glued(tokens, index):
        return DOTTED_SCALES[word], index + 2
    if word not in SCALE_WORDS:
        return None, start
    following = past_hyphen(tokens, index + 1)
    larger = SCALE_WORDS.get(at(tokens, following).lower)
    if word in ("hundred", "hundreds") and larger in SCALE_VALUES:
        return HUNDRED * larger, following + 1
    second = at(tokens, index + 1).lower
    if (word == "thousand" and second in SCALES) or (word, second) in SCALES_OF_SCALES:
        return SCALES[word] * SCALES[second], index + 2
    return SCALE_WORDS[word], index + 1 + (word in SHORT_SCALES and has_full_stop(tokens, index))


def has_full_stop(tokens: list[Token], index: int) -> bool:
    """Tell whether the full stop of an abbreviation follows, not of a sentence: `3 bil. yen`, `3 mln. Swiss francs`."""
    after = at(tokens, index + 2)
    is_money = after.lower in nouns() or (after.lower in place_keys()[0] and at(tokens, index + 3).lower in nouns())
    continues = after.text[:1].islower() or after.kind == DASH or is_money
    return at(tokens, index + 1).text == "." and is_glued(tokens, index + 1) and continues


def with_half(tokens: list[Token], numeral: Numeral, *, unit: Decimal) -> Numeral:
    """Add `and a half`, `-and-a-half`, `and three quarters` of a unit, which is the scale before it or one."""
    index = past_hyphen(tokens, numeral.last)
    if at(tokens, index).lower not in ("and", "&"):
        return numeral
    fraction, last = mixed_fraction(tokens, past_hyphen(tokens, index + 1))
    if fraction is None or fraction >= 1:
        return numeral
    return replace(numeral, value=numeral.value + fraction * unit, last=last)


def named_fraction(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return the fraction named at a token and the index after it: `a half`, `one third`, `three quarters`, `half`."""
    token = at(tokens, index)
    if token.lower in ("half", "quarter"):
        return fraction_value(Decimal(1), Decimal(FRACTION_NAMES[token.lower])), index + 1
    following = index + 1
    if at(tokens, following).kind == DASH and is_glued(tokens, following):
        following += 1
    name = at(tokens, following).lower
    numerator = numerator_of(token) if name in DENOMINATORS else None
    if not numerator:
        return None, index
    if (name in FRACTION_NAMES) != (numerator == 1):
        return None, index
    return fraction_value(numerator, Decimal(DENOMINATORS[name])), following + 1


def mixed_fraction(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return the fraction named behind a whole number, which may be in the singular: `two and three-quarter hours`."""
    fraction, last = named_fraction(tokens, index)
    name = past_hyphen(tokens, index + 1)
    numerator = ONES.get(at(tokens, index).lower)
    if fraction is None and name > index + 1 and numerator and at(tokens, name).lower in FRACTION_NAMES:
        return fraction_value(numerator, Decimal(FRACTION_NAMES[at(tokens, name).lower])), name + 1
    return fraction, last


def added_fraction(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return the fraction that is added to what stands before `and`, and the index after it: `and a half`.

    A fraction of something, or of a dozen, stands for itself: `20 and a third of the rest`, `in 1995 and half as much`.
    """
    fraction, last = mixed_fraction(tokens, index)
    if at(tokens, index).text.istitle():
        return None, index  # Tower 2 and Half Moon 3
    stands_alone = at(tokens, last).lower in ("of", "dozen", "as", "the") or at(tokens, index).kind == NUMBER
    return (None, index) if stands_alone else (fraction, last)


def numerator_of(token: Token) -> Decimal | None:
    """Return the numerator that a token can be: `a`, `two`, `3`; None for other words and longer numbers."""
    if token.lower in ARTICLES:
        return Decimal(1)
    if token.kind == NUMBER:
        return Decimal(token.text) if token.text.isdigit() and len(token.text) < 3 else None
    return ONES.get(token.lower)
