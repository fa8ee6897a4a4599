"""Finds the body that a noun alone speaks of: `the department` after `the Defense Department`."""

import re

from tasks.extractors.quotations.marks.statements import Attribution
from tasks.extractors.quotations.speakers.cast import Cast
from warehouse.records import Mention

ALONE = re.compile(r"(?:the|this|that)\s(?P<noun>[a-z]+)", re.IGNORECASE)
"""A noun with nothing but its article."""
FIRMS = frozenset({"company", "corporation", "firm"})
LEGAL_FORM = re.compile(
    r"\b(?:Corp|Inc|Co|Cos|Ltd|PLC|Plc|plc|AG|SA|NV|GmbH|Corporation|Company|Incorporated|Limited)\.?$"
)
"""What a company's name ends with."""


def body_called(text: str, attribution: Attribution, *, cast: Cast) -> Mention | None:
    """Find the one body named before that bears a noun in its name, or the one company that `the company` means.

    Where two bodies bear it, it is not certain which is meant.
    """
    alone = ALONE.fullmatch(text, *attribution.speaker)
    if alone is None or attribution.is_plural:
        return None
    noun, place = alone["noun"].lower(), attribution.speaker[0]
    bodies = [mention for mention in cast.before(place, reach=place) if mention.kind == "organization"]
    called = [mention for mention in bodies if is_called(mention.name, noun)]
    return called[-1] if called and len({mention.name for mention in called}) == 1 else None


def is_called(name: str, noun: str) -> bool:
    """Tell whether a body's name ends with a noun, or has it before `of` or `for`; a company by its legal form."""
    if noun in FIRMS:
        return LEGAL_FORM.search(name) is not None
    words = re.split(r" (?:of|for) ", name.lower())[0].split()
    return bool(words) and (words[-1] == noun or name.lower().split()[-1] == noun)
