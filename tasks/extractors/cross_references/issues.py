"""Which issue a reference means: by its day, by `yesterday` or a weekday, or by volume and number."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tasks.extractors.dates.calendar.cited_days import CitedDays, find_days, resolve
from tasks.extractors.dates.words.lexicon import WEEKDAY, weekday_number

RELATIVE = re.compile(rf"[Yy]esterday|[Tt]oday|(?:[Ll]ast\s+)?{WEEKDAY}")
NUMBERED = re.compile(
    r"[,\s]*(?:[Vv]ol(?:ume|\.)?\s*(?P<volume>\d{1,3})\b[,\s]*)?(?:(?:[Nn]o\.|[Nn]umber|[Ii]ssue(?:\s+[Nn]o\.)?)\s*(?P<issue>\d{1,3})\b)?"
)
"""`, vol. 4, no. 34`."""

SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue as it is named: its day and how that is written, its volume and number; `end` is where all that ends."""

    referenced_on: date | None
    written: str | None
    volume: int | None
    number: int | None
    end: int


def issues_after(written: str, *, published_on: date | None) -> list[Issue]:
    """Read the issues named after a title: one for each day, or one by number, or one that nothing tells."""
    numbered = NUMBERED.match(written)
    volume = int(numbered["volume"]) if numbered and numbered["volume"] else None
    number = int(numbered["issue"]) if numbered and numbered["issue"] else None
    end = numbered.end() if numbered and (volume or number) else 0
    days = [day for run in find_days(written) for day in run]
    if not days:
        return [Issue(referenced_on=None, written=None, volume=volume, number=number, end=end)]
    return [on_day(day, written, published_on=published_on, volume=volume, number=number) for day in days]


def on_day(
    day: CitedDays, written: str, *, published_on: date | None, volume: int | None = None, number: int | None = None
) -> Issue:
    """Return the issue of a day as written."""
    return Issue(
        referenced_on=resolve(day, published_on=published_on)[0],
        written=written[day.start : day.end],
        volume=volume,
        number=number,
        end=day.end,
    )


def issue_by_word(word: str, *, published_on: date | None) -> Issue:
    """Return the issue of `yesterday`, `today` or a weekday; Saturdays and Sundays have none, so no day either."""
    day = relative_day(word, published_on) if published_on else None
    day = day if day and day.weekday() < SATURDAY else None
    return Issue(referenced_on=day, written=word, volume=None, number=None, end=len(word))


def relative_day(word: str, published_on: date) -> date:
    """Return the day that a word means on the day of publication; a weekday is the last one before it."""
    if word.lower() in ("yesterday", "today"):
        return published_on - timedelta(days=word.lower() == "yesterday")
    back = (published_on.weekday() - weekday_number(word.rsplit(maxsplit=1)[-1]) - 1) % 7 + 1
    return published_on - timedelta(days=back)


def issues_reported(written: str, *, published_on: date | None) -> list[Issue]:
    """Read the day right after `the Monitor reported on`; none where something else follows."""
    if word := RELATIVE.match(written):
        return [issue_by_word(word[0], published_on=published_on)]
    first = next(find_days(written), [])
    return [on_day(day, written, published_on=published_on) for day in first if first[0].start == 0]
