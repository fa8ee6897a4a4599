"""Pairs of articles of which it is known whether they tell the same story: copies, revisions, look-alikes."""

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from benchmarks.stories import wording

FIRST_DAY, DAYS = date(1995, 1, 2), 3000
"""When the articles were published: 100,000 of them are 33 a day, as a wire's."""


class Planted(NamedTuple):
    """Two articles, each by day and paragraphs, what was done to the second, and whether both tell the same story."""

    kind: str
    is_same: bool
    first: tuple[date, list[str]]
    second: tuple[date, list[str]]


def pairs(count: int, *, seed: int) -> list[Planted]:
    """Plant pairs, as many of each kind; the same seed plants the same."""
    source = random.Random(seed)  # noqa: S311 - nothing secret
    kinds = (*COPIES, *REVISIONS, *LOOK_ALIKES)
    return [planted(source, kinds[number % len(kinds)]) for number in range(count)]


def planted(source: random.Random, make: Callable[[random.Random], tuple[list[str], list[str]]]) -> Planted:
    """Plant a pair; the second comes a few days later at most."""
    first, second = make(source)
    day = some_day(source)
    later = day + timedelta(days=source.randrange(4))
    return Planted(make.__name__, make not in LOOK_ALIKES, (day, first), (later, second))


def some_day(source: random.Random) -> date:
    """Choose a day of publication."""
    return FIRST_DAY + timedelta(days=source.randrange(DAYS))


Pair = tuple[list[str], list[str]]


def same(source: random.Random) -> Pair:
    """Repeat the paragraphs in lines of another length."""
    text = wording.paragraphs(source)
    return text, [paragraph.replace(" ", "\n", 3) for paragraph in text]


def capitals(source: random.Random) -> Pair:
    """Repeat all in capitals, as some wires sent it."""
    text = wording.paragraphs(source)
    return text, [paragraph.upper() for paragraph in text]


def cut(source: random.Random) -> Pair:
    """Repeat all without its last paragraphs, at most a third."""
    text = wording.paragraphs(source, least=4)
    return text, text[: len(text) - source.randrange(1, max(2, len(text) // 3 + 1))]


def edited(source: random.Random) -> Pair:
    """Repeat all with a word changed in about every third sentence, and other spellings."""
    text = wording.paragraphs(source)
    changes = {
        " percent": " per cent",
        " told reporters": " told journalists",
        " because ": " since ",
        " some ": " about ",
    }
    second = text
    for before, after in changes.items():
        second = [paragraph.replace(before, after) for paragraph in second]
    return text, second


def updated(source: random.Random) -> Pair:
    """Put in two new paragraphs at the end or in the middle."""
    text = wording.paragraphs(source)
    place = source.randrange(1, len(text) + 1)
    return text, [*text[:place], *wording.paragraphs(source, least=2, most=2), *text[place:]]


def new_lead(source: random.Random) -> Pair:
    """Write another first paragraph, and leave the rest as it was."""
    text = wording.paragraphs(source, least=4)
    return text, [wording.sentence(source), *text[1:]]


def corrected(source: random.Random) -> Pair:
    """Correct one number, and add a note that says so."""
    text = wording.paragraphs(source, least=4)
    words = " \n".join(text).split(" ")
    numbers = [place for place, word in enumerate(words) if word.strip("\n").isdigit()]
    if numbers:
        words[source.choice(numbers)] = str(source.randrange(1000, 2000))
    return text, [*" ".join(words).split(" \n"), "This corrects a figure in an earlier version."]


def replaced(source: random.Random) -> Pair:
    """Take out one paragraph and put in another."""
    text = wording.paragraphs(source, least=4)
    place = source.randrange(1, len(text))
    return text, [*text[:place], *wording.paragraphs(source, least=1, most=1), *text[place + 1 :]]


def closings(source: random.Random) -> Pair:
    """Write how one exchange closed on two days."""
    place = source.choice(wording.PLACES)
    return wording.closing(source, place), wording.closing(source, place)


def weather_reports(source: random.Random) -> Pair:
    """Write the weather of one place on two days."""
    place = source.choice(wording.PLACES)
    return wording.weather(source, place), wording.weather(source, place)


def results_of_two(source: random.Random) -> Pair:
    """Write what two firms earned."""
    first, second = source.sample(wording.FIRMS, 2)
    return wording.results(source, first), wording.results(source, second)


def bonds(source: random.Random) -> Pair:
    """Write of the bonds of two firms."""
    first, second = source.sample(wording.FIRMS, 2)
    return wording.bond(source, first), wording.bond(source, second)


COPIES: Sequence[Callable[[random.Random], Pair]] = (same, capitals, cut, edited)
REVISIONS: Sequence[Callable[[random.Random], Pair]] = (updated, new_lead, corrected, replaced)
LOOK_ALIKES: Sequence[Callable[[random.Random], Pair]] = (closings, weather_reports, results_of_two, bonds)
