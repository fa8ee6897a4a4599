"""The units of measure, time and share, and how to find the one that stands after a number."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.extractors.figures.words.tokens import DASH, NUMBER, Token, at, is_glued, tokenize
from tasks.extractors.figures.words.word_lists import word_list

UNITS_FILE = Path(__file__).parent / "units.csv"
GLUED_ONLY = word_list("units.glued_only")
"""Symbols that are words, initials or scales when they stand alone: `5 in Moscow`, `3 pm`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit's singular name and the kind of figure that it makes."""

    name: str
    kind: str


@cache
def lexicon() -> tuple[dict[str, list[tuple[tuple[str, ...], Unit]]], dict[str, list[tuple[tuple[str, ...], Unit]]]]:
    """Return the units by the first token of their words and of their symbols, longest form first."""
    by_word: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    by_symbol: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    with UNITS_FILE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            unit = Unit(name=row["name"], kind=row["kind"])
            for forms, index in ((row["words"], by_word), (row["symbols"], by_symbol)):
                for form in filter(None, forms.split("|")):
                    parts = split_form(form)
                    index.setdefault(parts[0], []).append((parts, unit))
    for index in (by_word, by_symbol):
        for entries in index.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return by_word, by_symbol


@cache
def split_form(form: str) -> tuple[str, ...]:
    """Cut a unit's form as the tokenizer cuts a text: `sq. km` into `sq`, `.`, `km`; `m3/s` into `m`, `3`, `/`, `s`."""
    return tuple(token.text for token in tokenize(form, 0, len(form)))


def unit_at(tokens: list[Token], index: int) -> tuple[Unit, int] | None:
    """Return the unit that stands at a token, after an optional hyphen, and the index after it."""
    hyphened = at(tokens, index).kind == DASH and is_glued(tokens, index)
    first = index + 1 if hyphened else index
    token = at(tokens, first)
    by_word, by_symbol = lexicon()
    for parts, unit in by_symbol.get(token.text, ()):
        last = end_of_form(tokens, first, parts, lower=False)
        is_loose = parts[0] not in GLUED_ONLY or len(parts) > 1 or is_glued(tokens, first)
        if last and (is_loose or is_spaced_symbol(tokens, first)):
            return unit, last
    for parts, unit in by_word.get(token.lower, ()):
        if last := end_of_form(tokens, first, parts, lower=True):
            return unit, last
    return None


def is_spaced_symbol(tokens: list[Token], index: int) -> bool:
    """Tell whether a single letter after a space is a unit: tonnes in `278,000 t`, meters in `115 m of water`."""
    if tokens[index].text == "m":
        return at(tokens, index + 1).lower in ("of", "deep", "high", "long", "wide", "tall", "away")
    return tokens[index].text == "t" and "," in at(tokens, index - 1).text and len(at(tokens, index - 1).text) > 4


def end_of_form(tokens: list[Token], index: int, parts: tuple[str, ...], *, lower: bool) -> int | None:
    """Return the index after a unit's form at a token, hyphens between its parts or none; None where it is not there.

    A digit that touches its end makes another unit of it: `km2`.
    """
    position = index
    for part in parts:
        if position > index and at(tokens, position).kind == DASH and at(tokens, position).text != part:
            position += 1
        token = at(tokens, position)
        if (token.lower if lower else token.text) != part:
            return None
        position += 1
    touches = is_glued(tokens, position) and at(tokens, position).kind == NUMBER
    return None if touches else position
