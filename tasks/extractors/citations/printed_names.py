"""An outlet's name as printed, and what stands around it that is no part of it: `No. 45`, `from Baku`, `the daily`."""

import re

from tasks.extractors.dates.words.lexicon import SHORT_WEEKDAY, WEEKDAY

TRIMMED = " \t\r\n.,;:/-–—\"“”„«»'‘’"

AND = re.compile(r"^(?:and|also)\s+")
LEAD = re.compile(
    r"^(?:according\s+to|as\s+reported\s+by|reported\s+by|see(?:\s+also)?|including|by|from|in|of|on|via)\s+",
    re.IGNORECASE,
)
"""`according to Interfax, October 22`; what follows such a word must be a known outlet: `in Moscow, May 3` is none."""

ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)")

NUMBER = r"(?:[Nn]os?\.?|#|№|[Ii]ssue|[Vv]ol\.?|pp?\.|pages?)\s*\d+(?:\s*\(\d+\))?(?:[-–]\d+)?"
NUMBER_AFTER = re.compile(rf"[\s,]+{NUMBER}$")
"""`No. 45` of `Vek No. 45`."""

TIME_OF_DAY = r"\d{1,2}(?:[:.]?\d\d)?\s*(?:[ap]\.?m\.?|GMT|UTC|hours|(?:[Ll]ocal|Moscow|Kyiv|Kiev)\s+time)"
BESIDE_DATE = re.compile(
    rf"(?:{WEEKDAY}|{SHORT_WEEKDAY}|{NUMBER}|{TIME_OF_DAY}|[Ii]bid\.?)(?:\s+(?:morning|evening|night))?"
)
"""What may stand between an outlet and its date: `NTV, Wednesday, October 21`, `Vek, no. 45, October 22`, `7 p.m.`."""

PREPOSITION_AFTER = re.compile(r"\s+(?:of|on|for|from|dated)$")
"""`of` of `Segodnya of October 21`."""

DATELINE = re.compile(r"\s+(?:from|in)\s+(?P<place>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)?)$")
"""`from Baku` of `Itar-Tass from Baku`."""


def without_surroundings(text: str) -> tuple[str, str | None, bool]:
    """Return a name without what surrounds it, the place it reports from, and whether words lead into it."""
    name = AND.sub("", text.strip(TRIMMED))
    lead = LEAD.match(name)
    name = NUMBER_AFTER.sub("", name[lead.end() :] if lead else name)
    name = PREPOSITION_AFTER.sub("", name)
    dateline = DATELINE.search(name)
    place = dateline["place"] if dateline else None
    name = name[: dateline.start()] if dateline else name
    return ARTICLE.sub("", name).strip(TRIMMED), place, bool(lead)


def is_beside_date(text: str) -> bool:
    """Tell a weekday or an issue's number, which is no outlet and no sign against the one beside it."""
    return bool(BESIDE_DATE.fullmatch(text.strip(TRIMMED)) or BESIDE_DATE.fullmatch(text.strip()))
