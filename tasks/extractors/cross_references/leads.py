"""What leads into a reference: `see the`, `as reported in the`, `see yesterday's`, `As the Monitor reported on`."""

import re

from tasks.extractors.dates.words.lexicon import DAY, MONTH, WEEKDAY, YEAR

PUBLICATIONS = (
    "Monitor",
    "Prism",
    "Fortnight in Review",
    "China Brief",
    "Eurasia Daily Monitor",
    "EDM",
    "North Caucasus Weekly",
    "North Caucasus Analysis",
    "Chechnya Weekly",
    "Russia and Eurasia Review",
    "Russia's Week",
    "Terrorism Monitor",
    "Terrorism Focus",
)
"""Titles of the Jamestown Foundation, whose briefs refer to one another."""

NAMES = "|".join(re.escape(name) for name in sorted(PUBLICATIONS, key=len, reverse=True))
TITLE = re.compile(rf"(?P<publication>{NAMES})\b")

DAY_BEFORE = (
    rf"(?:(?P<relative>[Yy]esterday|[Tt]oday|(?:[Ll]ast\s+)?{WEEKDAY})['’]s"
    rf"|(?P<day_before>{MONTH}\s+{DAY}(?:,?\s+{YEAR})?))\s+(?:issue\s+of\s+(?:the\s+)?)?"
)
"""`yesterday's `, `March 12 `, `Tuesday's issue of the `."""

VERB = r"(?:reported|noted|said|wrote|observed|suggested|predicted|pointed\s+out|discussed|described|warned|argued)"

LEAD = re.compile(
    r"(?:\b(?P<see>(?:[Ss]ee|SEE|[Cc]f\.|[Cc]ompare|[Aa]s\s+(?:reported|noted|discussed|described)\s+(?:earlier\s+)?in)\s+"
    rf"(?:also\s+)?(?:[Tt]he\s+)?(?:[Jj]amestown(?:['’]s|\s+Foundation(?:['’]s)?)?\s+)?(?:{DAY_BEFORE})?)"
    rf"|(?<=[(;])\s*(?P<bracket>(?:[Tt]he\s+)?)(?=(?:{NAMES}),\s+(?:{MONTH}\s+{DAY}|[Vv]ol))"
    rf"|\b(?P<report>(?:[Aa]s\s+)?[Tt]he\s+)(?=(?:{NAMES})\s+(?:(?:has|had)\s+)?(?:also\s+|first\s+|already\s+)?{VERB}\b))"
    r"(?=[A-Z])"
)
"""`see the `, `(the ` before a title with its day, `As the ` before a title that reported."""

REPORTED = re.compile(
    rf"\s+(?:(?:has|had)\s+)?(?:also\s+|first\s+|already\s+)?{VERB}(?:\s+earlier)?\s*,?\s*(?:(?:on|in\s+its\s+issue\s+of)\s+)?"
)
"""` reported on ` after a title, up to the day."""
