"""Datelines, which stand before what an article says and are no part of it: `ALMATY, Aug. 12 (AP) - |Prices rose`."""

import re
from collections.abc import Iterator
from functools import lru_cache

MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
CITY = r"[A-Z][A-Z'’.-]{2,20}(?: [A-Z][A-Z'’.-]{1,20}){0,2}"
DAY = (
    rf"(?:{MONTH}\.? \d{{1,2}}(?:\s?-\s?(?:{MONTH}\.? )?\d{{1,2}})?|\d{{1,2}}(?:\s?-\s?\d{{1,2}})? {MONTH}\.?)"
    r"(?:,? \d{4})?"
)
DATELINE = re.compile(
    rf"(?:^|\n|(?<=[.!?)] ))[ \t]*(?P<place>{CITY})(?:/(?P<other>{CITY}))?"
    r"(?:, (?P<region>[A-Z][A-Za-z.]{1,20}(?: [A-Z][A-Za-z.]{1,20})?))?"
    rf"(?P<day>,? {DAY})?(?P<agency> ?(?:\([A-Za-z/ -]{{2,30}}\)|/ ?[A-Za-z-]{{2,20}} ?/))?,? ?(?:--|[-–—])[ \n]"
)
"""City in capitals, region, day and agency before a dash; without day and agency it may be no dateline."""


def datelines(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be a dateline, with the groups `place`, `other`, `region`, `day` and `agency`."""
    return DATELINE.finditer(text) if "-" in text or "–" in text or "—" in text else iter(())


@lru_cache(maxsize=1)
def certain_datelines(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of each dateline that names a day or an agency: its first, and where prose begins."""
    return tuple(match.span() for match in datelines(text) if match["day"] or match["agency"])
