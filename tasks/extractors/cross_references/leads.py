"""What leads into a reference: `see the`, `as reported in the`, `see yesterday's`, `As the Monitor reported on`."""

import csv
import re
from pathlib import Path

from tasks.extractors.dates.words.lexicon import DAY, MONTH, WEEKDAY, YEAR


def publications() -> list[str]:
    """Read the titles whose issues refer to one another, the longest first."""
    with Path(__file__).with_name("publications.csv").open(encoding="utf-8", newline="") as rows:
        return sorted((row["publication"] for row in csv.DictReader(rows)), key=len, reverse=True)


NAMES = "|".join(re.escape(name) for name in publications())
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
