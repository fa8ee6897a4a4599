"""Currency signs, and where they may stand: `US$6`, `6 €`, `DM 38`."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.extractors.figures.money.currency_places import Meaning, resolve, resolve_rupees
from tasks.extractors.figures.numbers.scales import SCALE_WORDS
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.currency_codes import currencies, nouns
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.number_words import LETTER_SCALES, SCALES
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued, tokenize
from tasks.extractors.figures.words.word_lists import word_list

UNSPACED_SIGNS = word_list("currency_signs.unspaced")
"""Letters that are words, states or initials where a space parts them from a `$`: `a $5 bill`, `Tulsa, CA $5`."""


WITH_DOLLAR_SIGN = frozenset({"dollar", "peso", "real", "cordoba"})
"""Families whose sign is `$`, alone or behind letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A currency sign: what it reads as, and where it may stand (`both`, `before`, `after`, `glued`, `spaced`)."""

    reading: str
    position: str


@cache
def signs() -> dict[str, list[tuple[tuple[str, ...], Sign]]]:
    """Return the signs by their first token, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Sign]]] = {}
    with Path(__file__).with_name("currency_signs.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            parts = tuple(token.text for token in tokenize(row["sign"], 0, len(row["sign"])))
            found.setdefault(parts[0], []).append((parts, Sign(reading=row["reading"], position=row["position"])))
    for letters, code in signs_of_territories():
        if all(parts != (letters, "$") for parts, _ in found.get(letters, ())):
            found.setdefault(letters, []).append(((letters, "$"), Sign(reading=code, position="before")))
    for forms in found.values():
        forms.sort(key=lambda form: -len(form[0]))
    return found


def signs_of_territories() -> Iterator[tuple[str, str]]:
    """Yield the letters before `$` and the currency: the code of each dollar, peso and real, and of its territory."""
    from babel.core import get_global  # noqa: PLC0415  # loads data files: only once a currency is looked up

    dollars = {currency.code for currency in currencies() if currency.family in WITH_DOLLAR_SIGN}
    yield from ((code, code) for code in sorted(dollars))
    for territory, uses in sorted(get_global("territory_currencies").items()):
        current = [code for code, _, until, is_tender in uses if is_tender and until is None and code in dollars]
        if len(current) == 1 and territory.isalpha() and territory.lower() not in STOP_WORDS:
            yield territory, current[0]


def sign_at(tokens: list[Token], index: int, *, before: bool) -> tuple[Sign, int] | None:
    """Return the currency sign at a token, on one side of a number, and the index after it."""
    for parts, sign in signs().get(at(tokens, index).text, ()):
        if any(at(tokens, index + step).text != part for step, part in enumerate(parts)):
            continue
        if all(is_glued(tokens, index + step) for step in range(1, len(parts))) or is_spaced_sign(tokens, index, parts):
            last = index + len(parts)
            if is_placed(tokens, index, last, sign=sign, before=before):
                return sign, last
    return None


def is_spaced_sign(tokens: list[Token], index: int, parts: tuple[str, ...]) -> bool:
    """Tell whether a sign keeps its meaning with a space inside: `US $`, `HK $`; `A $` within a sentence."""
    is_letters = parts[0] not in UNSPACED_SIGNS or (parts[0] == "A" and is_within_sentence(tokens, index))
    return is_letters and parts[1:] == ("$",)


def is_within_sentence(tokens: list[Token], index: int) -> bool:
    """Tell whether a comma or a word in small letters stands before a token, so that `A` is no article."""
    before = at(tokens, index - 1)
    return before.text == "," or (before.kind == WORD and before.text.islower())


def is_placed(tokens: list[Token], first: int, last: int, *, sign: Sign, before: bool) -> bool:
    """Tell whether a sign stands where it may, on its side of the number."""
    is_word = tokens[first].kind == WORD and tokens[last - 1].kind == WORD
    if before:
        if sign.position == "after":
            return False
        if sign.position == "glued" and (not is_glued(tokens, last) or is_lone_digit(tokens, last)):
            return False
        if sign.position == "spaced" and (at(tokens, last).kind != NUMBER or at(tokens, last + 1).lower not in SCALES):
            return False
        return not (first > 0 and is_glued(tokens, first) and tokens[first - 1].kind == WORD)
    if sign.position not in ("both", "after"):
        return False
    following = at(tokens, last)
    touches = is_glued(tokens, last) and following.kind in (WORD, NUMBER)
    return not touches and not (is_word and following.kind == DASH and is_glued(tokens, last))


def is_lone_digit(tokens: list[Token], index: int) -> bool:
    """Tell whether one digit without a scale stands at a token, which after letters is a model: `PS5`, `R2`."""
    following = at(tokens, index + 1).lower
    return len(at(tokens, index).text) == 1 and following not in SCALE_WORDS and following not in LETTER_SCALES


def sign_meaning(context: Context, sign: Sign, index: int) -> Meaning:
    """Return what a sign stands for in this article."""
    if len(sign.reading) == 3 and sign.reading.isupper():
        return Meaning(code=sign.reading)
    if sign.reading == "yen-sign":
        return resolve(context, families=("yen", "yuan"), adjective=None, index=index)
    families = nouns().get(sign.reading, (sign.reading,))
    if sign.reading == "rupee":
        return resolve_rupees(context, index)
    return resolve(context, families=families, adjective=None, index=index)
