"""Headings that say a unit for all the numbers of a list: `in thousands of tonnes, those of 1986 in brackets:`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

STOP = r"(?=\s*[,;:()\n]|\s+[-–—]|\s+(?:with|were|was|are|is|as|and|unless|showing|included?|follows?|to|on|for)\b)"
BARE = r"(?=(?:'?000|thousand|million|mln|billion|bln|trillion|tonnes|tons|dlrs|pct|percent|%|(?:[A-Z]{1,2})?[$£€¥]))"
BRACKETED = rf"\((?:in\s+|{BARE})"
BEHIND_COMMA = rf",[^\S\n]+{BARE}(?=[^\n,;.]{{1,40}}\n)"
"""`Grain harvest,| mln tons`, at the end of its line."""
UNIT = re.compile(
    rf"(?:\b[Ii]n\s+|{BRACKETED}|{BEHIND_COMMA})"
    rf"(?P<unit>(?:'?000['’]?s\b|(?!brackets|parenthes)[A-Za-z$£€¥%])[\w$£€¥'’./]*(?:\s[A-Za-z.'’/]+){{0,5}}?){STOP}"
)
"""`in |billions of francs|,`, `(|mln dlrs|)`: what stands there is a unit if a number before it makes it an amount."""
PLAIN_SCALES = (
    (re.compile(r"^(?:'?000['’]?s|thousands)(?:\sof)?\b", re.IGNORECASE), "thousand"),
    (re.compile(r"^(?:millions|mlns)(?:\sof)?\b", re.IGNORECASE), "million"),
    (re.compile(r"^(?:billions|blns)(?:\sof)?\b", re.IGNORECASE), "billion"),
    (re.compile(r"^trillions(?:\sof)?\b", re.IGNORECASE), "trillion"),
)
"""Scales as headings write them, and as they stand behind a number."""
SCALED = re.compile(r"000|thousand|million|mln|billion|bln|trillion|bn\b", re.IGNORECASE)
EXCEPTING = re.compile(r"\b(?:except|unless|excluding|other than)\b", re.IGNORECASE)
"""In a heading these say that its unit does not hold for all: `all in tonnes except silver`."""
WIDEST = 300
"""Characters of a heading before its unit."""
LONGEST = 200
"""Characters from a unit to the first row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The offsets of a heading, from the beginning of its line or less, and the unit that it names, behind a number."""

    start_char: int
    end_char: int
    unit_start_char: int
    unit: str

    @property
    def is_scaled(self) -> bool:
        """Tell whether the unit has a scale, without which each value would be another."""
        return bool(SCALED.search(self.unit))


def headings_in(text: str, start: int, end: int) -> Iterator[Heading]:
    """Yield the headings between two offsets, each up to the end of its unit."""
    for match in UNIT.finditer(text, start, end):
        low = max(start, match.start() - WIDEST)
        opens = max(text.rfind("\n", low, match.start()) + 1, low)
        yield Heading(
            start_char=opens,
            end_char=match.end("unit"),
            unit_start_char=match.start(),
            unit=behind_number(match["unit"]),
        )


def behind_number(unit: str) -> str:
    """Return a heading's unit as it stands behind a number: `billions of francs` as `billion francs`."""
    for pattern, scale in PLAIN_SCALES:
        unit = pattern.sub(scale, unit)
    return unit
