"""The day that a form states, in any of the ways in which it can be stated without doubt."""

import re
from datetime import date

from tasks.formats.datelines import MONTH_NUMBERS, date_of
from tasks.sources.refusal import Refusal, excerpt_of

WEEKDAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?"
MONTHS = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
DAYS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=$|[T\s])"),  # 1999-05-03T10:00:00Z
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=$|T\d{4})"),  # 19990503T100000Z
    re.compile(rf"(?:{WEEKDAYS}\s*)?(?P<month>{MONTHS})\.?\s+(?P<day>\d{{1,2}})\s*,\s*(?P<year>\d{{4}})\b", re.I),
    re.compile(rf"(?:{WEEKDAYS}\s*)?(?P<day>\d{{1,2}})[\s-]+(?P<month>{MONTHS})\.?[\s,-]+(?P<year>\d{{4}})\b", re.I),
)


def day_of(stated: str | None, *, label: str = "date") -> date | None:
    """Return the day that begins what is stated; None where nothing is.

    Raise `Refusal` for a day that does not exist, one such as `3/4/1999` that has two readings, and what is no day.
    """
    value = " ".join(stated.split()) if stated else ""
    if not value:
        return None
    match = next(filter(None, (shape.match(value) for shape in DAYS)), None)
    if not match:
        found = date_of(value)
        if found:
            return found
        reason = f"The {label} {value[:60]!r} is no day that can be read for certain"
        raise Refusal("unclear_date", reason, repair="Write it as YYYY-MM-DD.", excerpt=excerpt_of(value))
    month = MONTH_NUMBERS.get(match["month"].lower()) or int(match["month"])
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError as error:
        reason = f"The {label} {value[:60]!r} does not exist ({error})"
        raise Refusal("impossible_date", reason, repair="Correct the date in the file.", excerpt=value) from error
