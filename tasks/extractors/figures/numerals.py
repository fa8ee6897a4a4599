"""Reads one number from tokens, in digits, in words, or in both: `6.12 billion`, `two and a half`, `1/2`."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.digit_numerals import read_digits
from tasks.extractors.figures.digits import (
    MAXIMUM_DIGITS,
    VULGAR_FRACTIONS,
)
from tasks.extractors.figures.number_words import (
    FRACTION_NAMES,
    NUMBER_WORDS,
)
from tasks.extractors.figures.scales import ARTICLES, HUNDRED, Numeral, scale_at, with_half
from tasks.extractors.figures.tokens import NUMBER, WORD, Token, at
from tasks.extractors.figures.word_numerals import read_words

LARGEST = Decimal(10) ** (MAXIMUM_DIGITS - 1)


def read_numeral(tokens: list[Token], index: int) -> Numeral | None:
    """Return the number that begins at a token, or None; a number that cannot be trusted carries its doubt."""
    token = at(tokens, index)
    numeral: Numeral | None
    if token.kind == NUMBER:
        numeral = read_digits(tokens, index)
    elif token.lower in NUMBER_WORDS or token.text in VULGAR_FRACTIONS:
        numeral = read_words(tokens, index)
    elif token.lower in ARTICLES or token.lower in ("half", "quarter"):
        numeral = read_after_article(tokens, index)
    else:
        return None
    if numeral is not None and abs(numeral.value) >= LARGEST:
        return replace(numeral, doubt="impossible magnitude")
    return numeral


def read_after_article(tokens: list[Token], index: int) -> Numeral | None:
    """Read what an article or `half` begins: `a hundred`, `a dozen`, `half a million`; the article stays outside."""
    index += at(tokens, index).lower in ARTICLES and at(tokens, index + 1).lower == "quarter"
    if at(tokens, index).lower in ("half", "quarter"):
        parts = FRACTION_NAMES[at(tokens, index).lower]
        following = index + 1 + (at(tokens, index + 1).lower in ARTICLES and parts == 2)
        following += parts == 4 and at(tokens, index + 1).lower == "of" and at(tokens, index + 2).lower in ARTICLES
        scale, last = scale_at(tokens, following)
        if scale is None or at(tokens, following).kind != WORD:
            return None
        return Numeral(value=scale / parts, first=index, last=last, in_digits=False, scale=scale)
    scale, last = scale_at(tokens, index + 1)
    if scale is None or at(tokens, index + 1).lower in ("hundreds", "thousands", "millions", "billions", "dozens"):
        return None
    if scale == HUNDRED:
        return read_words(tokens, index + 1)
    numeral = Numeral(value=scale, first=index + 1, last=last, in_digits=False, scale=scale)
    if at(tokens, last).lower == "and":
        return with_half(tokens, numeral, unit=scale)
    return numeral
