"""Places that a wire's dateline names in capitals: `ALMATY, Aug. 12 (AP) -`, `MOSCOW --`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span

MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
DATELINE = re.compile(
    r"(?:^|\n|(?<=[.!?)] ))[ \t]*(?P<place>[A-Z][A-Z'’.-]{2,20}(?: [A-Z][A-Z'’.-]{1,20}){0,2})"
    r"(?:, (?P<region>[A-Z][A-Za-z.]{1,20}(?: [A-Z][A-Za-z.]{1,20})?))?"
    rf"(?P<day>,? {MONTH}\.? \d{{1,2}}(?:\s?-\s?(?:{MONTH}\.? )?\d{{1,2}})?(?:, \d{{4}})?)?"
    r"(?P<agency> ?(?:\([A-Za-z/ -]{2,30}\)|/ ?[A-Za-z-]{2,20} ?/))?,? ?(?:--|[-–—])[ \n]"
)
"""City, region, day and agency before a dash; without day and agency only a known city is the place of a dateline."""


def datelines(text: str) -> Iterator[Span]:
    """Yield the place of each dateline in capitals; an agency or body there is none."""
    for match in DATELINE.finditer(text) if "-" in text or "–" in text or "—" in text else ():
        name = match["place"].title()
        known = kind_of(name) == "place" or is_city(name)
        if known or ((match["day"] or match["agency"]) and kind_of(match["place"]) is None and kind_of(name) is None):
            yield Span(start=match.start("place"), end=match.end("place"), kind="place", rule="dateline")
