"""The words of English time expressions, the numbers they stand for, and the pieces patterns are made of."""

import re

LONG_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
BEGINNING_IN = r"(?:(?<![^\n]In\s)(?<=In\s)|(?<=[.!?\"”“]\sIn\s)|(?<=[\"“]In\s))"
"""`In` where it begins a sentence."""
EVENTS = (
    "elections|polls|votes|primaries|runoffs|referendums|caucuses|attacks|bombings|blasts|explosions|shootings|killings|murders"
    "|raids|strikes|riots|protests|demonstrations|rallies|marches|parades|clashes|celebrations|festivities|ceremonies|events"
    "|games|matches|races|talks|negotiations|meetings|hearings|sessions|trials|debates|discussions|interviews|speeches"
    "|remarks|comments|statements|letters|reports|articles|documents|filings|orders|rulings|decisions|results|tests|storms"
    "|floods|accords|agreements|protocols"
)
"""What a day may describe: `In April 26 elections`."""
MONTH_BEFORE_COUNT = (
    rf"{BEGINNING_IN}{LONG_MONTH}"
    rf"(?=\s\d{{1,2}}\s(?!(?:was|is|has|as|its|his|this|{EVENTS})\b)[a-z]{{2,20}}(?:(?<=s)|(?<=men)|(?<=people)|(?<=children))\b)"
)
"""The month of `In May 12 men left`, where no day is named."""
SHORT_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)(?!\w)\.?"
)
MONTH = rf"(?:{LONG_MONTH}|{SHORT_MONTH})"
"""A month's name or abbreviation; always capitalised, so that `may` and `march` stay verbs."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Names by their first three letters, in order."""

WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\."

SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
"""First month of a season of the northern half of the earth, as meteorologists count."""
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"

DAY = (
    r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![\w%]|\.\d|-[a-z]|,(?!(?:1[5-9]|20)\d\d(?!\w))\d|\s(?:percent|pct|per\scent)\b)"
)
"""A day of the month: `3`, `03`, `21st`, the `3` of `3,1998`; never the start of `3,000`, `30%`,
`30 percent`, `3.5` or `15-day`."""

YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\w%]|[,.]\d)"
"""A year of four digits, 1500 to 2099."""

OF_LONGER = (
    rf"\s+(?:of|in)\s+(?:(?:{MONTH}|{YEAR})(?!\w)"
    r"|(?:the|last|this|next|each|every|that)\s+(?:same\s+)?(?:month|quarter|year|decade|century|\d)"
    r"|(?:the\s+)?(?:spring|summer|autumn|fall|winter)\b)"
)
"""What makes `the last weekend`, `the first Friday` one of a longer time: ` of May`, ` in 1998`, ` of next month`."""

ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
CARDINALS = {"a": 1, "an": 1} | ONES | TEENS | TENS
COMPOUND = rf"(?:{'|'.join(TENS)})[\s-](?:{'|'.join(ONES)})"
CARDINAL = rf"(?:\d{{1,3}}|{COMPOUND}|" + "|".join(sorted(CARDINALS, key=len, reverse=True)) + r")"
NUMBER_BEFORE = re.compile(
    rf"(?:\d[.,/–-]|\b(?:hundred|thousand|million|{'|'.join(TENS)})(?:\s(?:and\s)?|-)"
    rf"|\b(?:\d+|{'|'.join((*ONES, *TEENS, *TENS))})(?:\s(?:to|or|and)\s|-))$",
    re.IGNORECASE,
)
"""What makes a number the end of another, or of two: `5,|000`, `hundred and |five`, `two or |three`."""
DIGITS_BEFORE = re.compile(r"\d\s(?:\d/)?$")
"""The same of digits: `10 |000`, `10 1/|2`."""
ARTICLE = re.compile(r"an?\s", re.IGNORECASE)
PART_BEFORE = re.compile(r"\b(?:half|quarter\sof)\s$", re.IGNORECASE)
"""The same of an article: `half |a year`; `3 million |a year ago` are two."""
LONGEST_BEFORE = 20
"""Characters that `NUMBER_BEFORE` may need."""

ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
DECADE_WORDS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")

LATER_ORDINALS = {
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
"""The ordinals of a year's quarters, and those beyond."""
ORDINAL_WORDS = {word: number for word, number in ORDINALS.items() if word.isalpha()} | LATER_ORDINALS
ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"

NTH = (
    r"(?:(?:[12]?\d|3[01])(?:st|nd|rd|th)|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|thirty-first|first|second|third|fourth|" + "|".join(LATER_ORDINALS) + ")"
)
"""Which one of several, up to the days of a month: `2nd`, `third`, `twenty-second`."""

DAY_PART = r"(?:(?:late|early|mid)[- ])?(?:morning|afternoon|evening|night)"

WHICH = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
"""How many units after the one of the publication `last`, `this` and `next` point to."""

STEPS = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "prior": -1}
"""The same for words that count from another expression."""


def month_number(word: str) -> int:
    """Return the month, 1 to 12, that a text matched by `MONTH` names."""
    return MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """Return the weekday, Monday 0, that a text matched by `WEEKDAY` names."""
    return WEEKDAYS.index(word[:3].lower())


def cardinal(word: str) -> int:
    """Return the number that a text matched by `CARDINAL`, or `a couple of`, states: 25 of `twenty-five`."""
    if word.lower().endswith("of"):
        return CARDINALS["two"]
    tens, _, ones = re.sub(r"\s", "-", word.lower()).rpartition("-")
    if tens:
        return TENS[tens] + ONES[ones]
    return CARDINALS.get(ones) or int(word)


def is_end_of_number(text: str, start: int) -> bool:
    """Tell whether a number that begins at an offset is the end of a longer one, or the second of two."""
    before = text[max(0, start - LONGEST_BEFORE) : start]
    if ARTICLE.match(text, start):
        return PART_BEFORE.search(before) is not None
    if text[start].isdigit() and DIGITS_BEFORE.search(before):
        return True
    return NUMBER_BEFORE.search(before) is not None


def ordinal(word: str) -> int:
    """Return the number that a text matched by `NTH` names."""
    if word[0].isdigit():
        return day_number(word)
    tens, _, ones = word.lower().rpartition("-")
    return TENS.get(tens, 0) + (ORDINALS.get(ones) or LATER_ORDINALS[ones])


def day_number(word: str) -> int:
    """Return the day of the month of `3`, `21st`, `nine` or `first`."""
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    return ONES.get(word.lower()) or ordinal(word)
