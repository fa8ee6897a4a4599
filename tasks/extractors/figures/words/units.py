"""The units of measure, time and share, and how to find the one that stands after a number."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.extractors.figures.words.nouns import STOP_WORDS, is_plural
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued, tokenize, without_possessive
from tasks.extractors.figures.words.word_lists import word_list

ROOM = Path(__file__).parent
GLUED_ONLY = word_list("units.glued_only")
"""Symbols that are words, initials or scales when they stand alone: `5 in Moscow`, `3 pm`."""


TIMES = frozenset({"minute", "hour", "day", "week", "month", "year"})
LENGTHS = frozenset({"FT", "KM", "CM", "MM", "YD", "YDS", "MPH", "KPH", "KMH", "KG", "LB", "LBS"})
"""Capitals that are a unit even before a noun: `15 FT waves`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit's singular name and the kind of figure that it makes."""

    name: str
    kind: str


Forms = dict[str, list[tuple[tuple[str, ...], Unit]]]
"""Units by the first token of their forms, longest form first."""


@cache
def lexicon() -> tuple[Forms, Forms]:
    """Return the units by their words and by their symbols; of two units with one form the first row's counts."""
    by_word: Forms = {}
    by_symbol: Forms = {}
    for unit, words, symbols in (*listed_units(), *metric_units()):
        for forms, index in ((words, by_word), (symbols, by_symbol)):
            for form in forms:
                parts = split_form(form)
                entries = index.setdefault(parts[0], [])
                if all(known != parts for known, _ in entries):
                    entries.append((parts, unit))
    for index in (by_word, by_symbol):
        for entries in index.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return by_word, by_symbol


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table of this room."""
    with (ROOM / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def listed_units() -> Iterator[tuple[Unit, list[str], list[str]]]:
    """Yield the units that are listed with all of their forms."""
    for row in rows_of("units.csv"):
        unit = Unit(name=row["name"], kind=row["kind"])
        words, symbols = ([form for form in row[column].split("|") if form] for column in ("words", "symbols"))
        yield unit, words, symbols


def metric_units() -> Iterator[tuple[Unit, list[str], list[str]]]:
    """Yield the units that take the prefixes of the International System, alone and with each: `millivolt`, `mV`.

    Any prefix goes with a unit's words; with its symbol only those in use, as `EV` and `TV` are other words.
    """
    prefixes = list(rows_of("unit_prefixes.csv"))
    for row in rows_of("metric_units.csv"):
        symbols = [symbol for symbol in row["symbols"].split("|") if len(symbol) > 1]
        yield Unit(name=row["name"], kind=row["kind"]), plurals(row["words"].split("|")), symbols
        for prefix in prefixes:
            letters = [letter for letter in prefix["symbols"].split("|") if is_in_use(letter, row["symbol_prefixes"])]
            words = [start + word for start in prefix["words"].split("|") for word in row["prefixed_words"].split("|")]
            unit = Unit(name=prefix["words"].split("|")[0] + row["name"], kind=row["kind"])
            symbols = [letter + symbol for letter in letters for symbol in row["symbols"].split("|")]
            yield unit, plurals(words) if row["prefixed_words"] else [], symbols


def is_in_use(letter: str, symbol_prefixes: str) -> bool:
    """Tell whether a prefix's letter is used with a unit's symbol; micro has two."""
    return ("µ" if letter == "μ" else letter) in symbol_prefixes.split()


def plurals(words: list[str]) -> list[str]:
    """Return words of units with their plurals; the bit and its like stand before `per`: `bits per second`."""
    heads = [(word.partition(" per ")[0], word) for word in words if word]
    return [form for head, word in heads for form in (word, word.replace(head, f"{head}s", 1))]


@cache
def split_form(form: str) -> tuple[str, ...]:
    """Cut a unit's form as the tokenizer cuts a text: `sq. km` into `sq`, `.`, `km`; `m3/s` into `m`, `3`, `/`, `s`."""
    return tuple(token.text for token in tokenize(form, 0, len(form)))


def listed_unit_at(tokens: list[Token], first: int) -> tuple[Unit, int] | None:
    """Return the unit of the tables that stands at a token, and the index after it, without powers and divisors."""
    token = at(tokens, first)
    by_word, by_symbol = lexicon()
    for parts, unit in by_symbol.get(token.text, ()):
        last = end_of_form(tokens, first, parts, lower=False)
        is_loose = parts[0] not in GLUED_ONLY or len(parts) > 1 or is_glued(tokens, first)
        if last and (is_loose or is_spaced_symbol(tokens, first)):
            return unit, last
    time = without_possessive(token.lower)
    if time != token.lower and time in TIMES and at(tokens, first + 1).kind == WORD:
        return Unit(name=time, kind="duration"), first + 1  # 12 hour's worth
    is_name = token.text.isupper() and len(token.text) > 1 and token.text not in LENGTHS
    if is_name and is_noun_behind(at(tokens, first + 1)):
        return None  # five SEC commissioners
    for parts, unit in by_word.get(token.lower, ()):
        if last := end_of_form(tokens, first, parts, lower=True):
            return unit, last
    return None


def is_noun_behind(token: Token) -> bool:
    """Tell whether a noun in the plural and in small letters follows, so that capitals before it are no unit."""
    return token.kind == WORD and token.text.islower() and token.lower not in STOP_WORDS and is_plural(token)


def is_spaced_symbol(tokens: list[Token], index: int) -> bool:
    """Tell whether a single letter after a space is a unit: tonnes in `278,000 t`, meters in `115 m of water`."""
    symbol, after = tokens[index].text, at(tokens, index + 1)
    if after.text in ("/", "·", "⋅") and is_glued(tokens, index + 1) and is_glued(tokens, index + 2):
        return True
    if symbol == "m":
        return after.lower in ("of", "deep", "high", "long", "wide", "tall", "away")
    if symbol in ("C", "F"):
        near = tokens[max(index - DEGREE_WINDOW, 0) : index]
        is_cold = tokens[index - 2].lower in ("-", "\u2212", "minus")
        is_last = after.kind != WORD or after.lower in BEHIND_DEGREES
        return is_last and (is_cold or any(token.lower in DEGREE_WORDS for token in near))
    if symbol == "t":
        return after.text not in ("'", "’", "&", "-")
    is_stone = symbol == "st" and after.kind == NUMBER and at(tokens, index + 2).lower in ("lb", "lbs")
    return symbol == "bp" or is_stone or (symbol in LOOSE_BEFORE_OF and after.lower == "of")


DEGREE_WORDS = frozenset({"degree", "degrees", "°", "celsius", "fahrenheit", "temperature", "temperatures"})
BEHIND_DEGREES = STOP_WORDS | frozenset({"overnight", "today", "tonight", "yesterday", "tomorrow", "outside", "inside"})
DEGREE_WINDOW = 10
"""Tokens before `C` or `F` in which a word of temperature makes degrees of it: `98 degrees Fahrenheit (37 C)`."""
LOOSE_BEFORE_OF = frozenset({"g", "l", "L", "W", "V", "A", "N", "J", "in"})
"""Symbols that are units behind a space where what is measured follows: `5 g of salt`."""


def end_of_form(tokens: list[Token], index: int, parts: tuple[str, ...], *, lower: bool) -> int | None:
    """Return the index after a unit's form at a token, hyphens between its parts or none, or None."""
    position = index
    for part in parts:
        if position > index and at(tokens, position).kind == DASH and at(tokens, position).text != part:
            position += 1
        token = at(tokens, position)
        if (token.lower if lower else token.text) != part or (part.isdigit() and not is_glued(tokens, position)):
            return None
        position += 1
    return position


def is_hyphened(tokens: list[Token], index: int) -> bool:
    """Tell whether a hyphen inside a compound stands at a token."""
    return at(tokens, index).kind == DASH and is_glued(tokens, index)


def digit_touches(tokens: list[Token], index: int) -> bool:
    """Tell whether digits touch the end of a unit, which makes another one of it: `km2`."""
    return is_glued(tokens, index) and at(tokens, index).kind == NUMBER
