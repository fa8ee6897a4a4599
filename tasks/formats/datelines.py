"""The day that a line states: alone, `January 18, 2006 12:00 AM`, or in its dateline, `OSH, May 3, 1999 -`."""

import re
from datetime import date

from tasks.formats.bylines import NAME_PARTICLES
from tasks.sources.refusal import Refusal

MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"

MAXIMUM_DATE_LENGTH = 80
DATE_LABEL = r"(?:(?:date|published|posted)(?:\s+on)?\s*:\s*)?"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)?(?:\s+age:\s*\d+\s*\w+)?"
DATE_SHAPES = tuple(
    re.compile(rf"{DATE_LABEL}{WEEKDAY}{shape}{CLOCK}\.?", re.IGNORECASE)
    for shape in (
        rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",  # January 18, 2006 12:00 AM
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH},?\s+(?P<year>\d{{4}})",  # Wednesday, 18 January 2006
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",  # Date: 2006-01-18
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})",  # 1/18/2006
    )
)
NAME_OF_MONTH = rf"(?i:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b\.?"
NUMERIC_DAY = re.compile(  # 23.03.2003
    rf"{DATE_LABEL}{WEEKDAY}(?P<first>\d{{1,2}})\.(?P<second>\d{{1,2}})\.(?P<year>\d{{4}}){CLOCK}\.?", re.IGNORECASE
)
DATELINE_DAY = (
    rf"{NAME_OF_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {NAME_OF_MONTH},? \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}"
)
AGENCY = r"[(/\[][^()/\[\]\d]{2,30}[)/\]]"
DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\d:;!?()/\[\]]{1,60}?(?:/[^\d:;!?()/\[\]]{2,40}?)?)"
    rf"[ ,.]{{0,3}}(?:{AGENCY})?[ ,.–—-]{{0,4}}"
    rf"(?<![^\W_])(?P<day>{DATELINE_DAY})\b\.? ?(?P<agency>,? ?{AGENCY}\.?)? ?"
    rf"(?P<end>(?:--|[-–—:])(?=\s|$)(?! ?(?:\d|{NAME_OF_MONTH} \d))|$|(?<=[.)/\]] ))"
)
"""Places, a day with its year, perhaps an agency on either side, and what ends them: a dash, a period or the line."""

DAY_AND_AGENCY = re.compile(
    rf"(?P<day>{DATELINE_DAY})(?:,? [^\W\d_][^\d:;!?()/\[\]]{{2,40}}?)?,? {AGENCY} ?(?:--|[-–—:])(?=\s|$)"
)
"""`4 March 2002, Moscow (Interfax) -`; a day and a dash alone may begin a list of days."""

FIRST_WORDS = """
a after all an and as at before between born by during ever for from in it its last next no now of on one our over
since that the their then these they this those through to under until upon when where while with within
date dated published posted updated
"""
NO_PLACE = frozenset(FIRST_WORDS.split())
"""Words that begin a sentence, such as `In Moscow, May 7, 1999 - the day of`, and no dateline."""

SMALL_WORDS_OF_PLACES = frozenset(f"and of on the upon {NAME_PARTICLES}".split())
"""`Frankfurt on the Oder`, `Santiago de Cuba`."""

MOST_WORDS_ALONE = 4
"""Of what stands before the day of a dateline on a line of its own, which might else be a title."""

RELEASE = re.compile(
    r"(?:for\s+(?:immediate\s+)?release|(?:press|news|media)\s+release)\b[\s:,–—-]*(?P<rest>.*)", re.IGNORECASE
)


def dateline_day(line: str) -> date | None:
    """Return the day of the dateline that a line begins with; None where it states no day with its year.

    Places are in capitals or each word of them begins with one. Behind places in small letters a period is no sign,
    since a tale may begin so: `Berlin, May 8, 1945. The guns`. Raises Refusal for a day that does not exist.
    """
    if day_first := DAY_AND_AGENCY.match(line):
        return stated_day(day_first["day"])
    match = DATELINE.match(line)
    if not match or not is_place(match["place"]):
        return None
    if match["end"] or match["agency"]:
        return stated_day(match["day"])
    is_sure = len(match["place"].split()) <= MOST_WORDS_ALONE if match.end() == len(line) else match["place"].isupper()
    return stated_day(match["day"]) if is_sure else None


def is_place(words: str) -> bool:
    """Tell whether words before a day can be places: no sentence begins with them, and no small word is among them."""
    first, *others = words.replace(",", " ").replace("/", " ").split()
    if first.lower().rstrip(".") in NO_PLACE or not first[:1].isupper():
        return False
    return all(word in SMALL_WORDS_OF_PLACES or not word[:1].isalpha() or word[:1].isupper() for word in others)


def stated_day(line: str) -> date | None:
    """Return the day that a line states and nothing else, also one such as 23.03.2003; None where it is no date.

    One in figures with periods, of which either can be the month, is none that can be read for certain.
    """
    match = NUMERIC_DAY.fullmatch(line)
    if not match:
        return date_of(line)
    first, second = int(match["first"]), int(match["second"])
    if first != second and first <= 12 and second <= 12:
        return None
    return date_of(f"{first}/{second}/{match['year']}")


def head_day(line: str) -> date | None:
    """Return the day of a line above the text that states it alone, or behind `For immediate release`."""
    release = RELEASE.fullmatch(line)
    return stated_day(release["rest"] if release else line)


def is_release(line: str) -> bool:
    """Tell whether a line says that this is a press release, and at most of which day."""
    release = RELEASE.fullmatch(line)
    return release is not None and (not release["rest"] or stated_day(release["rest"]) is not None)


def date_of(line: str) -> date | None:
    """Return the day that a line states and nothing else; None where it is no date.

    A day that does not exist, and one such as 3/4/1999 that has two readings, is refused.
    """
    if len(line) > MAXIMUM_DATE_LENGTH:
        return None
    match = next(filter(None, (shape.fullmatch(line) for shape in DATE_SHAPES)), None)
    if not match:
        return None
    month = MONTH_NUMBERS.get(match["month"].lower()) or int(match["month"])
    day = int(match["day"])
    if "/" in line and month != day:
        month, day = american_order(month, day, line)
    try:
        return date(int(match["year"]), month, day)
    except ValueError as error:
        raise Refusal(
            "impossible_date",
            f"The header's date {line!r} does not exist ({error})",
            repair="Correct the date in the file.",
            excerpt=line,
        ) from error


def american_order(first: int, second: int, line: str) -> tuple[int, int]:
    """Return month and day of a date in numbers, where only one order is possible."""
    if first <= 12 and second <= 12:
        raise Refusal(
            "ambiguous_date",
            f"The header's date {line!r} can be read with the day or the month first",
            repair="Write the month by its name, or the date as YYYY-MM-DD.",
            excerpt=line,
        )
    return (first, second) if first <= 12 else (second, first)
