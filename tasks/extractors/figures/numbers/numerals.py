"""Reads one number from tokens, in digits, in words, or in both: `6.12 billion`, `two and a half`, `1/2`."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.numbers.digit_numerals import fraction_at, read_digits
from tasks.extractors.figures.numbers.digits import MAXIMUM_DIGITS, VULGAR_FRACTIONS
from tasks.extractors.figures.numbers.scales import ARTICLES, HUNDRED, Numeral, named_fraction, scale_at, with_half
from tasks.extractors.figures.numbers.word_numerals import below_thousand, is_fraction_name, read_words
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.tokens import NUMBER, WORD, Token, at, past_hyphen

LARGEST = Decimal(10) ** (MAXIMUM_DIGITS - 1)


def read_numeral(tokens: list[Token], index: int) -> Numeral | None:
    """Return the number that begins at a token, or None; a number that cannot be trusted carries its doubt."""
    token = at(tokens, index)
    numeral = read_part_of_scale(tokens, index)
    if numeral is not None:
        return numeral
    if token.kind == NUMBER:
        numeral = read_digits(tokens, index)
    elif token.lower in NUMBER_WORDS or token.text in VULGAR_FRACTIONS:
        numeral = read_words(tokens, index)
    elif token.lower in ARTICLES:
        numeral = read_after_article(tokens, index)
    else:
        return None
    if numeral is not None and abs(numeral.value) >= LARGEST:
        return replace(numeral, doubt="impossible magnitude")
    return numeral


def read_part_of_scale(tokens: list[Token], index: int) -> Numeral | None:
    """Read `a quarter of a million`, `three quarters of a billion`, `half a million`."""
    fraction, last = named_fraction(tokens, index)
    token = at(tokens, index)
    if fraction is None and (token.text in VULGAR_FRACTIONS or (token.kind == NUMBER and is_slashed(tokens, index))):
        fraction, last = fraction_at(tokens, index)
    if fraction is None or fraction >= 1:
        return None
    scale, after = scale_of_fraction(tokens, last)
    if scale is None:
        return None
    first = index + (at(tokens, index).lower in ARTICLES)
    return Numeral(value=fraction * scale, first=first, last=after, in_digits=False, scale=scale)


def is_slashed(tokens: list[Token], index: int) -> bool:
    """Tell whether a slash follows a token: `1/2`."""
    return at(tokens, index + 1).text in ("/", "⁄")


def scale_of_fraction(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return the scale that a fraction before a token is of, and the index after it: `of a million`, `million`."""
    has_of = at(tokens, index).lower == "of" and at(tokens, index + 1).lower in ARTICLES
    article = index + 1 if has_of else past_hyphen(tokens, index)
    following = past_hyphen(tokens, article + (at(tokens, article).lower in ARTICLES))
    if at(tokens, following).kind != WORD:
        return None, index
    return scale_at(tokens, following)


def read_after_article(tokens: list[Token], index: int) -> Numeral | None:
    """Read what an article begins: `a hundred`, `a dozen`, `a million and a half`; the article stays outside."""
    scale, last = scale_at(tokens, index + 1)
    if scale is None:
        return None
    if scale == HUNDRED:
        return read_words(tokens, index + 1)
    numeral = Numeral(value=scale, first=index + 1, last=last, in_digits=False, scale=scale)
    smaller = read_words(tokens, last) if at(tokens, last).lower in NUMBER_WORDS else None
    if smaller and HUNDRED <= smaller.value < scale:
        return replace(numeral, value=scale + smaller.value, last=smaller.last)  # a thousand six hundred
    if at(tokens, last).lower != "and":
        return numeral
    rest, after = below_thousand(tokens, last + 1)
    if rest is not None and rest < scale and not is_fraction_name(tokens, past_hyphen(tokens, after)):
        return replace(numeral, value=scale + rest, last=after)  # a thousand and one
    return with_half(tokens, numeral, unit=scale)
