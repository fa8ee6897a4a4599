"""The same article with other digits: each number keeps its length, its marks, its last zeros and its rank in size."""

import random
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from warehouse.records import Figure

NUMBER = re.compile(r"(?<![\w.,/:-])\d[\d,]*(?:\.\d+)?(?![\w/:])(?!-\d)")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
LAST_DAY = 31
MOST_TRIES = 1_000


def renumbered(text: str, source: random.Random) -> tuple[str, dict[str, str]]:
    """Return a text with other digits in place of its own, and each number that was changed with its new one.

    Years, days of a month, single digits, and what is glued to letters or other numbers stay.
    """
    shapes: dict[tuple[int, ...], set[str]] = {}
    for found in NUMBER.finditer(text):
        number = found.group().rstrip(",")
        if is_free(number):
            shapes.setdefault(shape_of(number), set()).add(number)
    changes: dict[str, str] = {}
    for numbers in shapes.values():
        changes |= dict(zip(sorted(numbers, key=value_of), drawn_like(sorted(numbers), source), strict=False))
    return NUMBER.sub(lambda found: with_change(found.group(), changes), text), changes


def with_change(number: str, changes: Mapping[str, str]) -> str:
    """Return a number as it is changed, with the commas behind it."""
    bare = number.rstrip(",")
    return changes.get(bare, bare) + number[len(bare) :]


def is_free(number: str) -> bool:
    """Tell whether a number may be any other one of its shape."""
    digits = re.sub(r"\D", "", number)
    if len(digits) < 2 or number.startswith("0"):
        return False
    is_plain = digits == number
    return not (is_plain and (YEAR.fullmatch(digits) or (len(digits) == 2 and int(digits) <= LAST_DAY)))


def shape_of(number: str) -> tuple[int, ...]:
    """Return what a number keeps: its length and the places of its marks."""
    return len(number), *(place for place, letter in enumerate(number) if not letter.isdigit())


def value_of(number: str) -> Decimal:
    """Return the number that is written."""
    return Decimal(number.replace(",", ""))


def drawn_like(numbers: list[str], source: random.Random) -> list[str]:
    """Return as many other numbers of the shapes of these, by size; fewer where there are not so many."""
    found: set[str] = set()
    for _ in range(MOST_TRIES):
        if len(found) == len(numbers):
            break
        number = "".join(other_digits(source.choice(numbers), source))
        if is_free(number):
            found.add(number)
    return sorted(found, key=value_of)


def other_digits(number: str, source: random.Random) -> Iterator[str]:
    """Yield the letters of a number with other digits, but for its marks and its last zeros."""
    last = len(number.rstrip("0,.")) if "." not in number else len(number)
    for place, letter in enumerate(number):
        is_kept = not letter.isdigit() or place >= last
        yield letter if is_kept else source.choice("23456789")


def changed_figures(
    figures: list[Figure], others: list[Figure], changes: Mapping[str, str]
) -> Iterator[tuple[Figure | None, Figure | None]]:
    """Yield the figures of a text and of the same renumbered that are not the same but for their digits."""
    one = {(figure.start_char, figure.end_char): figure for figure in figures}
    other = {(figure.start_char, figure.end_char): figure for figure in others}
    for place in sorted(one.keys() | other.keys()):
        before, after = one.get(place), other.get(place)
        if before is None or after is None or not is_same(before, after, changes):
            yield before, after


def is_same(before: Figure, after: Figure, changes: Mapping[str, str]) -> bool:
    """Tell whether two figures at one place say the same, each of its own number."""
    if any(getattr(before, name) != getattr(after, name) for name in ("kind", "unit", "per", "hedge", "is_change")):
        return False
    if (before.value_high is None) != (after.value_high is None):
        return False
    written = [number for found in NUMBER.findall(before.text) if (number := found.rstrip(","))]
    if len(written) != 1 or written[0] not in changes or not value_of(written[0]):
        return True
    return before.value * value_of(changes[written[0]]) == after.value * value_of(written[0])
