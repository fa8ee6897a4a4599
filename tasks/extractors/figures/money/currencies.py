"""Reads currencies before and after a number: signs, codes and names."""

import re
from decimal import Decimal
from functools import cache

from tasks.extractors.figures.money.currency_names import (
    Currency,
    minor_currency,
    minor_of_named,
    minor_units,
    named_before,
    named_currency,
)
from tasks.extractors.figures.money.currency_places import Meaning
from tasks.extractors.figures.money.currency_signs import Sign, sign_at, sign_meaning, signs
from tasks.extractors.figures.words.context import ANYWHERE, Context
from tasks.extractors.figures.words.currency_codes import codes
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.number_words import BILLION, MILLION, SCALES, THOUSAND
from tasks.extractors.figures.words.tokens import DASH, NUMBER, SIGN, WORD, Token, at, is_glued
from tasks.extractors.figures.words.word_lists import word_list

UNSAFE_CODES = word_list("currencies.unsafe_codes")
"""Codes that are English words, names or initials: money only before a number that has a scale or separators."""
LOWER_WORDS = word_list("currencies.lower_words")
"""Codes that are words or abbreviations in small letters."""
CODE_SCALES = {"k": THOUSAND, "K": THOUSAND, "M": MILLION, "mn": MILLION, "mln": MILLION, "bn": BILLION, "bln": BILLION}
"""What may touch a code before it and multiply the number: `30 MUSD`, `250 kEUR`."""
CODES_AFTER = word_list("currencies.codes_after")
"""Unsafe codes that are safe after a number that no noun follows."""
PLACES_OF_LETTERS = {
    "rand": frozenset({"south african", "namibian"}), "naira": frozenset({"nigerian"}), "riyal": frozenset({"saudi"}),
}  # fmt: skip
"""Places of which an article must speak for `R250,000` to be rand, `N5bn` naira, `SR10m` riyals."""

PENCE = re.compile(r"\b(?!480p|720p|1080p|1440p|2160p)[0-9]{1,4}(?:\.[0-9]+)?p\b|\bpence\b")
LINES = (480, 720, 1080, 1440, 2160)
"""Lines of a picture, `720p`."""


@cache
def lower_codes() -> dict[str, str]:
    """Return the codes that some archives print in small letters, where they are no words: `300 usd`."""
    return {code.lower(): code for code in codes() - UNSAFE_CODES if code.lower() not in LOWER_WORDS}


def code_of(text: str) -> str | None:
    """Return the currency whose code a token is, in capitals or small letters."""
    return text if text in codes() else lower_codes().get(text)


def scaled_code(text: str) -> tuple[Decimal, str] | None:
    """Return the scale and the currency that one token states: `MUSD`, `kEUR`, `bnSEK`."""
    scale = CODE_SCALES.get(text[:-3]) if len(text) > len("USD") else None
    return (scale, text[-3:]) if scale and text[-3:] in codes() - UNSAFE_CODES else None


@cache
def signs_and_codes() -> frozenset[str]:
    """Return every word or mark that is a currency's code, or that begins its sign."""
    return codes() | frozenset(signs()) | frozenset(lower_codes())


def currency_before(context: Context, index: int) -> Currency | None:
    """Return the currency sign or code that stands at a token, before a number."""
    tokens = context.tokens
    found = sign_at(tokens, index, before=True)
    if found and is_of_place(context, found[0]):
        sign, last = found
        return Currency(meaning=sign_meaning(context, sign, index), last=last)
    token = at(tokens, index)
    code = code_of(token.text)
    if code and is_code_before(tokens, index):
        return Currency(meaning=Meaning(code=code), last=index + 1)
    return named_before(context, index)


def is_of_place(context: Context, sign: Sign) -> bool:
    """Tell whether the article speaks of the place that letters need to be a currency's sign; most signs need none."""
    places = PLACES_OF_LETTERS.get(sign.reading)
    return places is None or not places.isdisjoint(context.places[ANYWHERE])


def is_code_before(tokens: list[Token], index: int) -> bool:
    """Tell whether a currency's code stands before its amount, and is not a word in capitals."""
    following = at(tokens, index + 1)
    if following.kind != NUMBER:
        return following.kind == SIGN and at(tokens, index + 2).kind == NUMBER
    if tokens[index].text not in UNSAFE_CODES:
        return True
    scaled = at(tokens, index + 2).lower in ("million", "billion", "trillion", "bn", "m")
    return scaled or "," in following.text


def currency_after(context: Context, index: int, *, value: Decimal, is_scaled: bool) -> Currency | None:
    """Return the currency that stands at a token, after a number: `$`, `USD`, `French francs`, `-yen`, `kopecks`."""
    tokens = context.tokens
    if at(tokens, index).kind == DASH and is_glued(tokens, index) and is_glued(tokens, index + 1):
        index += 1
    token = at(tokens, index)
    if token.kind not in (WORD, SIGN) and token.text not in signs():
        return None
    if found := sign_at(tokens, index, before=False):
        sign, last = found
        begins_next = is_glued(tokens, last) or (token.kind == WORD and not is_glued(tokens, index))
        if at(tokens, last).kind == NUMBER and begins_next:
            return None
        return Currency(meaning=sign_meaning(context, sign, index), last=last)
    code = code_of(token.text)
    if code and is_code_after(tokens, index):
        return Currency(meaning=Meaning(code=code), last=index + 1)
    if token.lower == "p" and is_glued(tokens, index) and not may_be_lines(context, index, value=value):
        return Currency(meaning=Meaning(code="GBP"), last=index + 1, parts=Decimal(100))
    return (
        minor_of_named(context, index)
        or named_currency(context, index, value=value, is_scaled=is_scaled)
        or (None if is_singular_name(token, value) else minor_currency(context, index))
    )


def may_be_lines(context: Context, index: int, *, value: Decimal) -> bool:
    """Tell whether the `p` at a token may be of a picture of so many lines, `720p`.

    It is none in an article of prices in pence behind `at`, `to` or `from`.
    """
    is_level = at(context.tokens, index - 2).lower in ("at", "to", "from")
    return value in LINES and not (is_level and PENCE.search(context.article.text))


def is_singular_name(token: Token, value: Decimal) -> bool:
    """Tell whether a capital and the singular behind a larger number make a name of it: `50 Cent`."""
    return value > 1 and token.text[:1].isupper() and f"{token.lower}s" in minor_units()


def is_code_after(tokens: list[Token], index: int) -> bool:
    """Tell whether capitals after a number are its currency's code, and not a noun's initials or the next amount's."""
    following = at(tokens, index + 1)
    if following.kind == NUMBER and is_glued(tokens, index + 1):
        return False
    is_safe = tokens[index].text not in UNSAFE_CODES or tokens[index].text in CODES_AFTER
    return is_safe and not is_noun_next(tokens, index + 1)


def is_noun_next(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun follows, so that capitals before it are initials and no currency: `300 ANG airmen`."""
    token = at(tokens, index)
    return token.kind == WORD and token.lower not in STOP_WORDS and token.lower not in SCALES
