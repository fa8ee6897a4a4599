"""The words without which an expression of a kind cannot stand in a paragraph, so that its pattern is not tried there.

Words are in lower case, letters only; of a number each digit is a word, and so are a colon and the `0s` of `1990s`.
"""

import calendar
import re

from tasks.extractors.dates.words.lexicon import DECADE_WORDS, MONTHS, ORDINAL_WORDS, SEASONS, STEPS
from tasks.extractors.dates.words.lexicon import ONES as ONE_TO_NINE

WORD = re.compile(r"[a-z]+|0['’]?s\b|[\d:]")

ONES = frozenset(ONE_TO_NINE)
DIGIT = frozenset("0123456789")
DECADE = frozenset({"0s", "0's", "0’s"})
ORDINAL = frozenset({"st", "nd", "rd", "th"})
NTH = frozenset(ORDINAL_WORDS)
COLON = frozenset({":"})
CODE = frozenset({"q", "h", "quarter"})
MONTH = frozenset(MONTHS) | {"sept"} | {name.lower() for name in calendar.month_name if name}
WEEKDAY = frozenset(name.lower() for name in calendar.day_name)
WEEKDAYS = frozenset(f"{name}s" for name in WEEKDAY)
SEASON = frozenset(SEASONS)

WEEK = frozenset({"week"})
WEEKS = frozenset({"week", "weeks", "fortnight", "fortnights"})
WEEKEND = frozenset({"weekend"})
YEAR = frozenset({"year"})
CENTURY = frozenset({"century", "centuries"})
QUARTER = frozenset({"quarter", "quarters", "qtr", "qtrs", "half", "halves"})
DAY = frozenset({"day", "yesterday", "today", "tomorrow", "tonight"})
PART_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
UNIT = frozenset({"day", "weekend", "week", "month", "quarter", "year", "decade", "century", "fortnight"})
UNITS = UNIT | frozenset(f"{unit}s" for unit in UNIT)
PARTED_UNIT = UNIT | PART_OF_DAY

WHICH = frozenset({"this", "last", "next", "past", "coming", "current", "upcoming"})
STEP = frozenset(STEPS)
BESIDE = STEP | {"before", "after"}
EITHER = frozenset({"last", "next"})
SPELLED = frozenset({"nineteen", "eighteen", "two"})
DECADE_WORD = frozenset(DECADE_WORDS)
HOLIDAY = frozenset(
    {"day", "eve", "year", "easter", "christmas", "thanksgiving", "halloween", "pentecost", "festival"}
    | {"sunday", "monday", "wednesday", "thursday", "friday"}
)
BARE_HOLIDAY = frozenset({"christmas", "easter", "year"})
DISTANCE = frozenset({"earlier", "later", "before", "previously", "after", "afterward", "afterwards"})
AGO = frozenset({"ago"})
AHEAD = frozenset({"now", "today", "hence"})
AGO_OR_AHEAD = AGO | AHEAD | {"away"}
SAME = frozenset({"same", "corresponding", "comparable", "similar"})
EDGE = frozenset({"earlier", "later", "early", "late"})
PART_NAMED = PART_OF_DAY | {"tonight"}
CLOCK = frozenset({"m", "am", "pm", "clock"}) | PART_OF_DAY
ZONE = frozenset(
    {":", "hours", "hrs", "time", "zulu", "gmt", "utc", "est", "edt", "cdt", "mdt", "pst", "pdt", "et", "pt"}
)
ZONE |= frozenset({"cet", "cest", "eet", "eest", "msk", "jst", "g"})
NOON = frozenset({"noon", "midday"})
MIDNIGHT = frozenset({"midnight"})
PERIOD = frozenset({"quarter", "half", "period", "month"})


def words_of(paragraph: str) -> frozenset[str]:
    """Return the words of a paragraph, as the sets here hold them."""
    return frozenset(WORD.findall(paragraph.lower()))
