"""Holidays by name, with a year or without: `New Year's Eve`, `Orthodox Easter`, `Victory Day`, `Christmas 1997`."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.extractors.dates.calendar.feasts import feast_in
from tasks.extractors.dates.words.intervals import Interval, one_day
from tasks.extractors.dates.words.lexicon import WHICH, YEAR
from tasks.extractors.dates.words.nearest import first_of, nearest
from tasks.extractors.dates.words.reading import Context, Reading, from_publication
from tasks.extractors.dates.words.word_lists import alternation


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A holiday: a pattern of its name, the rule of its day, and who keeps it, for others may have one of that name."""

    name: str
    day: str
    kept_by: frozenset[str]
    needs_word: bool


@cache
def holidays() -> tuple[Holiday, ...]:
    """Read `holidays.csv`, once; `kept_by` is `*` where nobody keeps a holiday of that name on another day."""
    with Path(__file__).with_name("holidays.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            Holiday(
                name=row["name"],
                day=row["day"],
                kept_by=frozenset(row["kept_by"].split("|")),
                needs_word=bool(row["needs_word"]),
            )
            for row in csv.DictReader(rows)
        )


def names(*, needs_word: bool) -> str:
    """Join the patterns of the holidays that need a word of time before them, or of those that do not."""
    chosen = [holiday.name for holiday in holidays() if holiday.needs_word == needs_word]
    return "|".join(f"(?:{name})" for name in chosen)


TIME_WORD = (
    r"(?:[Bb]y|[Bb]efore|[Aa]t|[Ss]ince|[Uu]ntil|[Aa]fter|[Aa]round|[Oo]ver|[Dd]uring|[Oo]n|[Ff]or"
    r"|(?P<near>[Ll]ast|[Tt]his|[Nn]ext))"
)
WHICH_YEAR = rf"(?:,?\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<year_word>last|this|next)\s+year\b))?"

HOLIDAY = re.compile(
    rf"\b(?=[A-Zltn])(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+)?"
    rf"(?=[A-Z])(?P<name>{names(needs_word=False)})(?!\w)"
    rf"(?!\s+(?:Hotel|Stadium|Square|Park|Street|Plant|Factory|Works|Massacre)\b){WHICH_YEAR}"
)
HOLIDAY_AFTER_WORD = re.compile(
    rf"\b{TIME_WORD}\s+(?P<span>(?P<name>{names(needs_word=True)})(?!\w)(?!\s+[A-Z]|['’-]|\s+(?:{alternation('holidays.nouns_after')})){WHICH_YEAR})"
)
"""`by Christmas`, `last Easter`; not `Christmas trees` or `Easter Island`."""

KEEPER = re.compile(r"(?:^|\s)(?P<word>[A-Z][\w.]*)(?P<possessive>['’]s)?\s+$")
OF_A_COUNTRY = re.compile(r"(?:an|ish|ese|ch|ek)$|^(?:Orthodox|Coptic|Iraqi|Israeli|Pakistani|Julian)$")
"""Adjectives that say whose holiday it is: `Turkish Victory Day`."""


LONGER_NAME = re.compile(r"(?<![\w’'-])(?P<word>[A-Z][\w’'-]+)\s$")
"""A word with a capital, which makes a day of another name: `Holocaust |Memorial Day`."""
NO_PART_OF_A_NAME = re.compile(
    r"(?:\w+day|The|Last|This|Next|Every|Each|Happy|On|By|In|At|For|From|Before|After|Since|Until|Till|During|Around"
    r"|Over|Through|And|But|Or|So|If|When|While|As|Because|Though|Although|Like|Unlike|With|Not|It|Is|Was)$"
)


def read_holiday(match: re.Match[str], context: Context) -> Reading | None:
    """Read a holiday in the year stated, or as the one that is meant; another country's of that name is not known."""
    holiday = next(one for one in holidays() if re.fullmatch(one.name, match["name"]))
    start = match.start("name")
    if is_of_others(holiday, context.text, start) or is_longer(holiday, context.text, start):
        return None
    if match["year"]:
        day = one_day(feast_in(int(match["year"]), holiday.day))
        return Reading(interval=day, precision="day") if day else None
    day = day_named(match, context) or meant(holiday, match, context)
    if day is None and context.published_on:
        return None
    return from_publication(day, context=context, precision="day")


def day_named(match: re.Match[str], context: Context) -> Interval | None:
    """Return the day whose name a holiday is: `on 1 May, Labor Day,` wherever else it falls; None without one."""
    before = context.earlier[-1] if context.earlier else None
    is_day = (
        before is not None and before.reading.precision == "day" and before.rule in ("day and month", "month and day")
    )
    if before is None or not is_day or context.text[before.end : match.start("name")] not in (", ", " ("):
        return None
    return before.reading.interval if context.text[match.end() : match.end() + 1] in (",", ".", ")", ";") else None


def is_of_others(holiday: Holiday, text: str, start: int) -> bool:
    """Tell whether a country before the name keeps another holiday by it: `Turkish Victory Day`."""
    keeper = KEEPER.search(text, max(0, start - 20), start)
    if not keeper or "*" in holiday.kept_by or keeper["word"] in holiday.kept_by:
        return False
    return bool(keeper["possessive"] or OF_A_COUNTRY.search(keeper["word"]))


def is_longer(holiday: Holiday, text: str, start: int) -> bool:
    """Tell whether a name is the end of a longer one, whose day is not known: `Holocaust Memorial Day`."""
    before = LONGER_NAME.search(text, max(0, start - 24), start)
    if before is None or before["word"] in holiday.kept_by or NO_PART_OF_A_NAME.match(before["word"]):
        return False
    return not OF_A_COUNTRY.search(before["word"])


def meant(holiday: Holiday, match: re.Match[str], context: Context) -> Interval | None:
    """Return the holiday of last, this or next year where one is named, or else by tense and distance."""
    today, groups = context.published_on, match.groupdict()
    if today is None:
        return None
    if match["year_word"]:
        return one_day(feast_in(today.year + WHICH[match["year_word"]], holiday.day))
    step = WHICH[(groups.get("which") or groups.get("near") or "this").lower()]
    if step < 0:
        years = range(today.year, today.year - 2, -1)
        return first_of(lambda year: one_day(feast_in(year, holiday.day)), years, starts=lambda day: day < today)
    if step > 0:
        years = range(today.year, today.year + 2)
        return first_of(lambda year: one_day(feast_in(year, holiday.day)), years, starts=lambda day: day > today)
    return nearest(context, span=match.span("name"), in_year=lambda year: one_day(feast_in(year, holiday.day)))
