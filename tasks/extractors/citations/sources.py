"""What stands inside the parentheses: outlets, the days they are cited for, and who cites them in turn."""

import re
from dataclasses import dataclass, replace

from tasks.extractors.citations.cited_days import CitedDays, find_days, is_lifetime
from tasks.extractors.citations.outlets import UNDATED_KINDS, is_aside, known_outlet

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
AND = re.compile(r"^(?:and|also)\s+")
LEAD = re.compile(r"^(?:according\s+to|by|from|in|of|on|via)\s+", re.IGNORECASE)
"""`according to Interfax, October 22`; what follows such a word must be a known outlet: `in Moscow, May 3` is none."""

SEPARATOR = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+")
TRIMMED = " \t\r\n.,;:-–—\"“”„«»'‘’"
NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž0-9](?:[^\W_]|[ .'’&/+!-]){1,49}")
"""The shape of an outlet's name that is not known: `Basapress`, `24 Chasa`, `1+1`, `Golos Armenii`."""

MOST_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An outlet as printed, its place, who cites it, and the days; none where it is named without a date."""

    outlet_text: str
    place: str | None
    cited_by: str | None
    days: tuple[CitedDays, ...]


def read_sources(text: str) -> list[Source]:
    """Read the sources named in a parenthesis' content or a source note; empty where it is none."""
    reference = CROSS_REFERENCE.search(text)
    text = text[: reference.start()] if reference else text
    label = LABEL.match(text)
    at = label.end() if label else 0
    sources: list[Source] = []
    names: list[str] = []
    for days in find_days(text):
        if any(is_lifetime(cited) for cited in days):
            return []
        between = text[at : days[0].start]
        at = days[-1].end
        if between.strip(TRIMMED) or not names:
            names = [between]
        sources.extend(read_names(between if between.strip(TRIMMED) else names[0], days=tuple(days)))
    rest = text[at:]
    if sources:
        return with_rest(sources, rest)
    return read_names(rest, days=tuple(days for run in find_days(text) for days in run))


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
    sources = [read_name(part, cited_by=by or None, days=days) for part in split_names(text.strip(" \t\r\n,;"))]
    found = [source for source in sources if source]
    if len(found) == len(sources):
        return found
    return [source for source in found if known_outlet(source.outlet_text)]


def partition(text: str) -> tuple[str, str, str]:
    """Split `Segodnya, cited by Russian agencies,` into outlet, words between, and who cites it."""
    cited = CITED_BY.search(text)
    if not cited:
        return text, "", ""
    return text[: cited.start()], cited[0], text[cited.end() :].strip(TRIMMED)


def split_names(text: str) -> list[str]:
    """Split a list of outlets, unless the whole is the name of one: `Aviation Week and Space Technology`."""
    if known_outlet(text):
        return [text]
    return [part for part in SEPARATOR.split(text) if part.strip(TRIMMED)]


def read_name(text: str, *, cited_by: str | None, days: tuple[CitedDays, ...]) -> Source | None:
    """Read one outlet with its place; None where it cannot be one."""
    placed = PLACE.fullmatch(text.strip())
    name = AND.sub("", (placed["name"] if placed else text).strip(TRIMMED))
    lead = LEAD.match(name)
    name = name[lead.end() :] if lead else name
    if not is_outlet(name, is_dated=bool(days) and not lead):
        return None
    return Source(outlet_text=name, place=placed["place"].strip() if placed else None, cited_by=cited_by, days=days)


def is_outlet(name: str, *, is_dated: bool) -> bool:
    """Tell whether a name is one of an outlet: a known one, or beside a date one that has the shape of a name."""
    known = known_outlet(name)
    if known:
        return is_dated or known.kind in UNDATED_KINDS
    if not is_dated or not NAME.fullmatch(name) or len(name.split()) > MOST_WORDS:
        return False
    return not is_aside(name) and any(map(str.isalpha, name))
