"""Ministries and departments by what they are for, in full: `Ministry of Gender, Labour and Social Development`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of

SUBJECT = rf"(?:(?:{any_of('before the subject of a ministry')}) )?(?:{any_of('subject of a ministry')})"
MINISTRY = re.compile(
    rf"\b(?:Ministry|Department|Ministries|Secretariat|Committee|Directorate) (?:of|for) (?:the )?{SUBJECT}"
    rf"(?:(?:, (?:and )?| and | & |, & ){SUBJECT}){{0,6}}\b"
)


def ministries(text: str) -> Iterator[Span]:
    """Yield the ministries and departments of a text that are named by their subjects."""
    for match in MINISTRY.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="organization", rule="ministry")
