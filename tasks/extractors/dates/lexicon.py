"""The words of English time expressions, the numbers they stand for, and the pieces patterns are made of."""

import re

MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS = {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
"""Month by the first three letters of its lower-case name."""

LONG_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
MONTH = rf"(?:{LONG_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?!\w)\.?)"
"""A month's name or abbreviation; always capitalised, so that `may` and `march` stay verbs."""

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)}
"""Weekday, Monday 0, by the first three letters of its lower-case name."""

WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
SHORT_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\."

SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
"""First month of a season of the northern half of the earth, as meteorologists count."""
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"

DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[,.]\d)"
"""A day of the month: `3`, `03`, `21st`; never the start of `3,000`, `30%` or `3.5`."""

YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\w%]|[,.]\d)"
"""A year of four digits, 1500 to 2099."""

CARDINALS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
}
CARDINALS |= {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
CARDINALS |= {"ninety": 90}
CARDINAL = r"(?:\d{1,3}|" + "|".join(sorted(CARDINALS, key=len, reverse=True)) + r")"

ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"

DAY_PART = r"(?:(?:late|early|mid)[- ])?(?:morning|afternoon|evening|night)"


def month_number(word: str) -> int:
    """Return the month, 1 to 12, that a text matched by `MONTH` names."""
    return MONTHS[word[:3].lower()]


def weekday_number(word: str) -> int:
    """Return the weekday, Monday 0, that a text matched by `WEEKDAY` names."""
    return WEEKDAYS[word[:3].lower()]


def cardinal(word: str) -> int:
    """Return the number that a text matched by `CARDINAL` states."""
    return CARDINALS.get(word.lower()) or int(word)


def day_number(word: str) -> int:
    """Return the day of the month of `3` or `21st`."""
    return int(re.sub(r"\D", "", word))
