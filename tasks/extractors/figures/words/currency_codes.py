"""Which ISO 4217 code a currency's name stands for on a day, from the tables of Unicode CLDR as Babel carries them."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tasks.extractors.figures.words.tokens import tokenize
from tasks.extractors.figures.words.word_lists import word_list

FIRST_DAY, LAST_DAY = date(1, 1, 1), date(9999, 12, 31)

PERIODS = {
    "RUR": (date(1991, 12, 25), date(1997, 12, 31)),
    "RUB": (date(1998, 1, 1), LAST_DAY),
    "XEU": (date(1979, 3, 13), date(1998, 12, 31)),
    "LVR": (date(1992, 5, 7), date(1993, 10, 17)),
}
"""Where CLDR differs from ISO 4217 (the new ruble began on 1 January 1998) or has no territory to date a code by."""

NOT_MONEY = word_list("currency_codes.not_money")
"""Codes of metals, tests and units of account, which no news text means by a currency's name."""

QUALIFIERS = word_list("currency_codes.qualifiers")
"""Words of CLDR's names that tell the issues of one currency apart and that news leaves out: `Bulgarian Hard Lev`."""

NOT_NOUNS = word_list("currency_codes.not_nouns")
"""Last words of CLDR's names that are other words: `Zimbabwean gold`, `European currency unit`."""

LEFT_OUT_OF_NAMES = re.compile(r"\s*\(.*?\)")
"""`(1992–2005)` of `Turkish Lira (1922–2005)`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """A currency code, the key of the place it belongs to, its kind of name, and when it was tender."""

    code: str
    place: str
    family: str
    since: date
    until: date


def plain_letters(text: str) -> str:
    """Return the text in lower case without accents: `Córdoba` becomes `cordoba`."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@cache
def currencies() -> tuple[Currency, ...]:
    """Return every currency that Babel knows and that money can be stated in."""
    from babel import Locale  # noqa: PLC0415  # loads data files: only once a currency is looked up

    periods = tender_periods()
    found = []
    for code, name in Locale("en").currencies.items():
        if code in NOT_MONEY:
            continue
        words = plain_letters(LEFT_OUT_OF_NAMES.sub("", name)).split()
        since, until = PERIODS.get(code) or periods.get(code, (FIRST_DAY, FIRST_DAY))
        place = " ".join(words[:-2] if words[-2:-1] and words[-2] in QUALIFIERS else words[:-1])
        family = "ruble" if words[-1] == "rouble" else words[-1]
        found.append(Currency(code=code, place=place, family=family, since=since, until=until))
    return tuple(found)


def tender_periods() -> dict[str, tuple[date, date]]:
    """Return the first and last day on which each code was tender in any territory."""
    from babel.core import get_global  # noqa: PLC0415  # as above

    periods: dict[str, tuple[date, date]] = {}
    for uses in get_global("territory_currencies").values():
        for code, since, until, is_tender in uses:
            if not is_tender:
                continue
            first = date(*since) if since else FIRST_DAY
            last = date(*until) if until else LAST_DAY
            known = periods.get(code, (LAST_DAY, FIRST_DAY))
            periods[code] = (min(first, known[0]), max(last, known[1]))
    return periods


@cache
def codes() -> frozenset[str]:
    """Return every code that stands for money in a text."""
    return frozenset(currency.code for currency in currencies())


@cache
def nouns() -> dict[str, tuple[str, ...]]:
    """Return the families, or the one code, that each form of a currency's name can mean."""
    forms: dict[str, tuple[str, ...]] = {}
    with Path(__file__).with_name("currency_nouns.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for form in row["forms"].split("|"):
                forms[form] = tuple(row["families"].split("|"))
    for form, families in nouns_of_cldr().items():
        forms.setdefault(form, tuple(sorted(families)))
    return forms


def nouns_of_cldr() -> dict[str, set[str]]:
    """Return the families of each noun that CLDR names a currency by, in the singular and the plural."""
    from babel.numbers import get_currency_name  # noqa: PLC0415  # loads data files: only once one is looked up

    forms: dict[str, set[str]] = {}
    for currency in currencies():
        for count in (1, 2):
            name = LEFT_OUT_OF_NAMES.sub("", get_currency_name(currency.code, count=count, locale="en"))
            noun = name.split()[-1].lower()
            for form in {noun, plain_letters(noun)} - NOT_NOUNS:
                forms.setdefault(form, set()).add(currency.family)
    return forms


@cache
def place_keys() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the place keys by adjective (lower case) and by name (as written)."""
    by_adjective: dict[str, list[str]] = {}
    by_name: dict[str, list[str]] = {}
    with Path(__file__).with_name("places.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for adjective in row["adjectives"].split("|"):
                by_adjective.setdefault(adjective, []).append(row["key"])
                by_name.setdefault(adjective.title(), []).append(row["key"])
            for name in filter(None, row["names"].split("|")):
                by_name.setdefault(name, []).append(row["key"])
    for adjective, key in adjectives_of_cldr():
        by_adjective.setdefault(adjective, []).append(key)
    return {word: tuple(dict.fromkeys(keys)) for word, keys in by_adjective.items()}, {
        name: tuple(dict.fromkeys(keys)) for name, keys in by_name.items()
    }


def adjectives_of_cldr() -> Iterator[tuple[str, str]]:
    """Yield what stands before the noun in each of CLDR's names, with and without accents, and the place it is of."""
    from babel import Locale  # noqa: PLC0415  # as above

    names = Locale("en").currencies
    for currency in currencies():
        words = LEFT_OUT_OF_NAMES.sub("", names[currency.code]).lower().replace("&", "and").split()[:-1]
        for adjective in filter(None, {" ".join(words), plain_letters(" ".join(words)), currency.place}):
            yield adjective, currency.place


@cache
def names_by_first_word() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Return the names of places as words, with the keys they point to, by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for name, keys in place_keys()[1].items():
        words = tuple(token.text for token in tokenize(name, 0, len(name)))
        found.setdefault(words[0], []).append((words, keys))
    for names in found.values():
        names.sort(key=lambda name: -len(name[0]))
    return found


def valid_on(found: list[Currency], day: date | None) -> list[Currency]:
    """Keep, of each place's currencies, the one that was tender on the day; the latest one without a day."""
    kept: dict[str, Currency] = {}
    for currency in found:
        rival = kept.get(currency.place)
        if rival is None or is_better(currency, rival, day or LAST_DAY):
            kept[currency.place] = currency
    return sorted(kept.values(), key=lambda currency: currency.code)


def is_better(currency: Currency, rival: Currency, day: date) -> bool:
    """Tell whether the first of two currencies of one name and place is rather the one meant on the day."""
    return (-distance(currency, day), currency.since) > (-distance(rival, day), rival.since)


def distance(currency: Currency, day: date) -> int:
    """Return the days between a day and the nearest one on which the currency was tender."""
    return max((currency.since - day).days, (day - currency.until).days, 0)
