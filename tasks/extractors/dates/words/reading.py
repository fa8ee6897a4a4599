"""What the rules of the grammar are made of, and what they return."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from tasks.extractors.dates.words.intervals import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day: the minutes from midnight to its first and last, and its zone where one is written.

    `is_certain` is false where nothing says whether `7 o'clock` is one of the morning or of the evening.
    """

    first: int
    last: int
    zone: str | None = None
    is_certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an expression means: its interval, null where what it hangs on is not known, and how it was found."""

    interval: Interval | None
    precision: str
    modifier: str | None = None
    anchor: str = "none"
    anchor_on: date | None = None
    clock: Clock | None = None

    @property
    def unit(self) -> str:
        """The unit of the calendar that the interval is: of a time of day, its day."""
        return "day" if self.clock else self.precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An expression in the text and its reading."""

    start: int
    end: int
    rule: str
    reading: Reading


@dataclass(slots=True, kw_only=True)
class Context:
    """What a rule may look at: the text, the day of publication, and the expressions read before this one."""

    text: str
    published_on: date | None
    earlier: list[Found] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern and what reads its matches; a reader returns None for a match that is no date after all.

    A paragraph that has no word of one of the sets of cues is not searched at all: that saves most of the time.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Reading | None]
    cues: tuple[frozenset[str], ...]


def from_publication(interval: Interval | None, *, context: Context, precision: str) -> Reading:
    """Build the reading of an expression that is counted from the day of publication."""
    return Reading(
        interval=interval,
        precision=precision,
        anchor="publication",
        anchor_on=context.published_on if interval else None,
    )
