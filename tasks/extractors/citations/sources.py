"""What stands inside the parentheses: outlets, the days they are cited for, and who cites them in turn."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace

from tasks.extractors.citations.cities import is_city
from tasks.extractors.citations.groups import GROUP_WITHIN, group_names
from tasks.extractors.citations.misprints import with_months_mended
from tasks.extractors.citations.outlets import UNDATED_KINDS, is_aside
from tasks.extractors.citations.printed_names import TRIMMED, is_beside_date, without_surroundings
from tasks.extractors.dates.calendar.cited_days import CitedDays, MonthDay, find_days, is_lifetime
from tasks.extractors.dates.words.lexicon import MONTH, YEAR, month_number
from tasks.extractors.vocabulary.outlets import DOMAIN, known_outlet

CROSS_REFERENCE = re.compile(r"(?:^|[;,])\s*(?:see|cf\.?|compare)\s", re.IGNORECASE)
"""What points the reader to another article and is no source: `See the Monitor`, `AP, May 3; see Prism, May 1`."""

CITED_BY = re.compile(
    r",?\s+(?:as\s+)?(?:cited|quoted|reported|relayed|carried|monitored)\s+(?:by|in|on|via)\s+", re.IGNORECASE
)
"""`Segodnya, cited by Russian agencies`."""

CITING = re.compile(r",?\s+(?:citing|quoting)\b[^,;]*", re.IGNORECASE)
"""`Interfax, citing the Defense Ministry, May 3`: the outlet is Interfax."""

PLACE = re.compile(r"(?P<name>[^()\[\]]+?)\s*[(\[](?P<place>[^()\[\]]+)[)\]]")
"""`Day (Kyiv)`, `Vedomosti [St. Petersburg]`."""

LABEL = re.compile(r"\s*(?:sources?|source notes?)\s*:\s*", re.IGNORECASE)

SEPARATOR = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+")
NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž0-9](?:[^\W_]|[ .'’&/+!-]){1,49}")
"""The shape of an outlet's name that is not known: `Basapress`, `24 Chasa`, `1+1`, `Golos Armenii`."""

MONTH_ALONE = re.compile(rf",?\s*(?P<month>{MONTH}),?\s+(?P<year>{YEAR})\s*$")
"""`Novaya gazeta, no. 38, October 1998`: of an outlet that is known, the whole month."""

MOST_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An outlet as printed, its place, who cites it, and the days; none where it is named without a date.

    `group` is one of the groups that the words name: `Western agencies` of `Russian and Western agencies`.
    """

    outlet_text: str
    place: str | None
    group: str | None = None
    cited_by: str | None
    days: tuple[CitedDays, ...]


def read_sources(text: str) -> list[Source]:
    """Read the sources named in a parenthesis' content or a source note; empty where it is none."""
    text = with_months_mended(without_reference(text))
    label = LABEL.match(text)
    at = label.end() if label else 0
    sources: list[Source] = []
    names = ""
    for days in find_days(text):
        if any(is_lifetime(cited) for cited in days):
            return []
        between = text[at : days[0].start]
        at = days[-1].end
        if cited := CITED_BY.match(between) if sources else None:
            sources = [*sources[:-1], replace(sources[-1], cited_by=between[cited.end() :].strip(TRIMMED))]
            continue
        names = between if between.strip(TRIMMED) or not names else names
        sources.extend(read_names(names, days=tuple(days)))
    rest = text[at:]
    if sources:
        return with_rest(sources, rest)
    return read_monthly(rest) or read_names(rest, days=tuple(days for run in find_days(text) for days in run))


def without_reference(text: str) -> str:
    """Cut off what points to another article; `see Interfax, May 3` names a source."""
    for reference in CROSS_REFERENCE.finditer(text):
        name = SEPARATOR.split(text[reference.end() :], maxsplit=1)[0]
        if not known_outlet(name):
            return text[: reference.start()]
    return text


def read_monthly(text: str) -> list[Source]:
    """Read outlets that are known, cited for a whole month."""
    match = MONTH_ALONE.search(text)
    if not match:
        return []
    month, year = month_number(match["month"]), int(match["year"])
    first, last = (
        MonthDay(month=month, day=1, year=year),
        MonthDay(month=month, day=monthrange(year, month)[1], year=year),
    )
    start = match.start("month")
    days = CitedDays(first=first, last=last, start=start, end=match.end("year"))
    return [one for one in read_names(text[: match.start()], days=(days,)) if known_outlet(one.outlet_text)]


def with_rest(sources: list[Source], rest: str) -> list[Source]:
    """Add what follows the last date: `, cited by Interfax` to its source, `; AP` as a source without a date."""
    cited = CITED_BY.match(rest)
    if cited:
        by, _, rest = rest[cited.end() :].partition(";")
        sources = [*sources[:-1], replace(sources[-1], cited_by=by.strip(TRIMMED))]
    return [*sources, *read_names(rest, days=())]


def read_names(text: str, *, days: tuple[CitedDays, ...]) -> list[Source]:
    """Read the outlets before a date; one that is none makes those beside it doubtful, unless they are known."""
    text, _, by = partition(CITING.sub("", text))
    parts = [part for part in split_names(text.strip(" \t\r\n,;")) if not is_beside_date(part)]
    sources = [read_name(part, cited_by=by or None, days=days) for part in parts]
    found = [source for named in sources for source in named]
    if all(sources):
        return found
    return [source for source in found if known_outlet(source.group or source.outlet_text)]


def partition(text: str) -> tuple[str, str, str]:
    """Split `Segodnya, cited by Russian agencies,` into outlet, words between, and who cites it."""
    cited = CITED_BY.search(text)
    if not cited:
        return text, "", ""
    return text[: cited.start()], cited[0], text[cited.end() :].strip(TRIMMED)


def split_names(text: str) -> list[str]:
    """Split a list of outlets, but not one name: `Aviation Week and Space Technology`, `Greek and Czech media`."""
    if known_outlet(text):
        return [text]
    parts: list[str] = []
    at = 0
    for group in GROUP_WITHIN.finditer(text):
        parts += [*SEPARATOR.split(text[at : group.start()]), group[0]]
        at = group.end()
    parts += SEPARATOR.split(text[at:])
    return [half for part in parts if part.strip(TRIMMED) for half in slashed(part)]


def slashed(part: str) -> list[str]:
    """Split `AP/Reuters`, two outlets that are known; `RFE/RL` is one."""
    halves = part.split("/")
    is_several = len(halves) > 1 and not known_outlet(part) and all(map(known_outlet, halves))
    return halves if is_several else [part]


def read_name(text: str, *, cited_by: str | None, days: tuple[CitedDays, ...]) -> list[Source]:
    """Read one outlet with its place, or the groups that one phrase names; empty where it cannot be one."""
    placed = PLACE.fullmatch(text.strip())
    name, dateline, is_led = without_surroundings(placed["name"] if placed else text)
    place = placed["place"].strip() if placed else dateline
    if groups := group_names(name):
        return [Source(outlet_text=name, place=place, cited_by=cited_by, days=days, group=group) for group in groups]
    if not is_outlet(name, is_dated=bool(days) and not is_led):
        return []
    return [Source(outlet_text=name, place=place, cited_by=cited_by, days=days)]


def is_outlet(name: str, *, is_dated: bool) -> bool:
    """Tell whether a name is one of an outlet: a known one, or beside a date one that has the shape of a name."""
    known = known_outlet(name)
    if known:
        return is_dated or known.kind in UNDATED_KINDS
    if not is_dated:
        return False
    if DOMAIN.fullmatch(name):
        return True
    if not NAME.fullmatch(name) or len(name.split()) > MOST_WORDS:
        return False
    return not is_aside(name) and not is_city(name) and any(map(str.isalpha, name))
