"""The outlets that are known by name: agencies, newspapers, broadcasters and the like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tasks.extractors.vocabulary.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A known outlet: its canonical name and what it is."""

    name: str
    kind: str


DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?(?P<name>[a-zA-Z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,4})/?")
"""`www.gazeta.ru`."""

DESCRIPTIONS = {
    "agency": {"agency", "news", "report", "reports", "dispatch", "dispatches"},
    "broadcaster": {"radio", "television", "tv", "news", "program", "broadcast"},
    "newspaper": {"newspaper", "daily", "weekly", "website"},
    "magazine": {"magazine", "journal", "weekly", "website"},
}
"""What an outlet of a kind may be called before its name or after it."""

DESCRIPTION = (
    r"(?:(?:news\s+)?(?:agency|newspaper|daily|weekly|magazine|journal|radio|television|tv|website)"
    r"|(?:(?:evening|morning)\s+)?news(?:\s+(?:program|broadcast))?|reports?|dispatch(?:es)?)"
)
DESCRIBED = re.compile(
    rf"(?P<before>{DESCRIPTION})\s+(?P<name_last>.+)|(?P<name_first>.+?)\s+(?P<after>{DESCRIPTION})", re.IGNORECASE
)
"""`the daily Segodnya`, `Turan news agency`; the `New York Times Magazine` is not the New York Times."""

PROGRAM_OF = re.compile(r"(?P<owner>[^'\"]{2,40})'s\s+\S.*")
"""`NTV's "Itogi" program`."""

AROUND_HYPHEN = re.compile(r"\s?-\s?")


def known_outlet(text: str) -> Outlet | None:
    """Return the outlet that a name as printed stands for, or None where it is not a known one."""
    name = normal_name(text)
    found = outlets_by_alias().get(name)
    if found:
        return found
    described = DESCRIBED.fullmatch(name)
    if described:
        word = (described["before"] or described["after"]).split()[-1]
        outlet = outlets_by_alias().get(described["name_last"] or described["name_first"])
        return outlet if outlet and word in DESCRIPTIONS.get(outlet.kind, ()) else None
    if program := PROGRAM_OF.fullmatch(name):
        owner = outlets_by_alias().get(program["owner"])
        return owner if owner and owner.kind == "broadcaster" else None
    domain = DOMAIN.fullmatch(name)
    return outlets_by_alias().get(domain["name"]) if domain else None


def normal_name(text: str) -> str:
    """Reduce a name to what its spellings share: `The  Moscow Times` to `moscow times`, `Itar- Tass` to `itar-tass`."""
    name = " ".join(text.replace("’", "'").casefold().split()).removeprefix("the ")
    return AROUND_HYPHEN.sub("-", name) if "-" in name else name


def printed_names() -> Iterator[tuple[Outlet, tuple[str, ...]]]:
    """Yield each outlet of `outlets.csv` with its names as they are printed."""
    for row in rows("outlets.csv"):
        names = (row["outlet"], *row["aliases"].split("|"))
        yield Outlet(name=row["outlet"], kind=row["kind"]), tuple(filter(None, names))


@cache
def outlets_by_alias() -> dict[str, Outlet]:
    """Give the outlets by their names, in small letters."""
    return {normal_name(name): outlet for outlet, names in printed_names() for name in names}
