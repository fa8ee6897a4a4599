"""Finds the stretches of a text whose numbers are dates, times of day, addresses and telephone numbers, not figures."""

import re

from tasks.extractors.dates.words.lexicon import MONTH_BEFORE_COUNT

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?!\s(?:percent|pct|per\scent)\b|[0-9]|[.,][0-9]|%|-[a-z])"
DAYS = rf"{DAY}(?:\s?[-–—]\s?{DAY})?"
JOIN = r"\s?(?:[-–—,/&]|and|or|to|through|,\s?and)\s?"
END = r"(?=\s?[-–,;.)\]]|\s(?:and|or|to)\b)"
YEAR = r"(?:,?\s(?:19|20)[0-9][0-9]\b)?"
ZONE = r"(?:[ap]\.?\s?m\b\.?|GMT|UTC|EST|EDT|PST|PDT|CET|hours?\s(?:GMT|local))"

DATES = re.compile(
    r"(?=[0-9JFMASOND+(])(?<!\w)(?:"
    rf"{MONTH}\s{DAY}\s?[-–—]\s?{DAY}{YEAR}"  # Sept. 20-24
    rf"|(?!{MONTH_BEFORE_COUNT})"  # In May 12 men left
    rf"{MONTH}\s{{1,2}}{DAY}(?:{JOIN}(?:{MONTH}\s)?{DAY}{END}){{0,6}}{YEAR}"  # May 19 and 20
    rf"|{DAYS}\s(?:of\s)?{MONTH}{YEAR}"  # 20-22 June 1997
    rf"|(?:{DAYS}(?:,\s?|\s?(?:and|or|&)\s)){{1,6}}{DAYS}\s(?:of\s)?{MONTH}{YEAR}"  # 20, 22-23 and 25 April
    rf"|(?:[0-9]{{4}}-{MONTH}-[0-9]{{1,2}}|[0-9]{{1,2}}[-/. ]{MONTH}[-/. ](?:[0-9]{{4}}|[0-9]{{2}}))\b"  # 1999-May-04
    r"|[0-9]{1,2}\.[IVX]{1,4}\.[0-9]{4}\b"  # 4.V.1999
    r"|\b8?\s?[(]?[0-9]{3,4}[)]?\s[0-9]{3}[- ][0-9]{2}[- ][0-9]{2}\b"  # 8 800 555 35 35
    rf"|{MONTH},?\s(?:of\s)?(?:1[5-9]|20)[0-9][0-9](?:[-–/][0-9]{{1,4}})?\b"  # October 1997, September 1985-86
    r"|[0-3]?[0-9]([./-])[01]?[0-9]\1(?:19|20)?[0-9][0-9]\b"  # 12.03.1998, 5/17/2018
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{4,15}Z?"  # 1998-10-23T10:38:07Z
    r"|(?:19|20)[0-9][0-9]-[01][0-9]-[0-3][0-9]\b"  # 1998-10-23
    rf"|[0-2]?[0-9][:.][0-5][0-9](?::[0-5][0-9](?:\.[0-9]{{1,6}})?)?\s?{ZONE}"  # 5.30 p.m.
    r"|[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?:\.[0-9]{1,6})?\b"  # 17:22, 1:36.6
    r"|(?:[01]?[0-9]|2[0-4])\s?(?:[ap]\.?\s?m|[AP]\.?\s?M)\b\.?"  # 11 a.m., 11 PM
    r"|12\s(?:noon|midnight)\b"
    r"|[0-2][0-9][0-5][0-9]\s(?:GMT|UTC|hours\s(?:local|Moscow))"  # 0401 GMT
    r"|[0-9(][0-9)]{0,5}(?:[-–./\s][(]?[0-9]{2,4}[)]?){2,5}(?=[^\d]|$)(?<=[-–./)][0-9]{4})"  # 202-483-7000
    r"|\+[0-9]{1,3}\s?[(]?[0-9]{2,4}[)]?[-0-9\s]{5,16}"  # +7 (812) 555-01-22
    r")"
)
"""Dates, times and telephone numbers by their form. Every repetition is bounded, so that the search is linear."""

HOUR = r"(?:(?:1?[0-9]|2[0-4])(?:[.:][0-5][0-9])?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
DEGREES = r"[0-9]{1,3}[.,][0-9]{1,8}"
PARTING = r"\s?[,;/]?\s?"
ARC_SECONDS = r"(?:\s?[0-9]{1,2}(?:\.[0-9]{1,6})?\s?(?:[\"″”]|''|′′))?"
ARC_MINUTES = rf"[0-9]{{1,2}}(?:\.[0-9]{{1,6}})?\s?['′’]{ARC_SECONDS}(?:\s?[NSEW]\b)?"
"""Parts of coordinates: 43.6 N, 12.5 E; 43°15'20\"N."""

LABELLED = {
    ("°", "º"): re.compile(
        rf"\b[0-9]{{1,3}}(?:[.,][0-9]{{1,8}})?\s?[°º]\s?(?:{ARC_MINUTES}|[NSEW]\b|(?:[Nn]or|[Ss]ou)th\b|(?:[Ee]a|[Ww]e)st\b)"
    ),
    (" N", " S", " E", " W"): re.compile(rf"\b{DEGREES}\s[NS]\b(?:{PARTING}{DEGREES}\s[EW]\b)?|\b{DEGREES}\s[EW]\b"),
    (" past ", "uarter to "): re.compile(
        rf"\b(?:(?:[Hh]alf|[Qq]uarter|[Ff]ive|[Tt]en|[Tt]wenty)\spast|[Qq]uarter\sto)\s{HOUR}(?!\s(?:per|pct|percent)\b|-)\b"
    ),  # half past five
    (" to ",): re.compile(
        rf"\b[Aa]t\s(?:five|ten|twenty|twenty-five)\sto\s{HOUR}(?=\s?[,.;]|\s(?:on|in\sthe|he|she|it|they|when|as|sharp)\b|$)"
    ),  # at ten to nine
    (" BC", " B.C.", " AD", " A.D.", "AD ", "A.D. "): re.compile(
        r"\b[0-9]{1,4}\s?(?:B\.\s?C\.|BCE?\b|A\.\s?D\.|AD\b)(?!\s[A-Z])|\bA\.?D\.?\s[0-9]{1,4}\b"
    ),  # 44 B.C., A.D. 476
    ("clock",): re.compile(r"\b\w{1,12}\so['’]clock\b"),  # five o'clock
    (" in the ", " at night"): re.compile(
        rf"\b(?:(?:[Bb]etween|[Ff]rom)\s{HOUR}\s(?:and|to|until)|(?:[Aa]t|[Uu]ntil|[Aa]fter|[Bb]efore)\s{HOUR}\sor)\s{HOUR}\s"
        r"(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b"
    ),  # between 10 and 12 in the morning
    ("hours of ",): re.compile(rf"\bhours\sof\s{HOUR}\s(?:and|to)\s{HOUR}\b"),  # between the hours of 10 and 17
    (".m.",): re.compile(r"\b[01]?[0-9]\s?(?:to|and|[-–])\s?[01]?[0-9]\s?[ap]\.m\."),  # 9 to 11 a.m.
    ("0 hours",): re.compile(r"\b(?:[Aa]t|[Ff]rom|[Uu]ntil)\s[0-2][0-9][.:]?[0-5]0\shours\b"),  # at 14.00 hours
    (" hrs", " hours"): re.compile(
        r"\b[0-2][0-9][0-5][0-9]\s?(?:to|and|[-–])\s?[0-2][0-9][0-5][0-9]\s(?:hrs|hours)\b"
    ),  # 1800 to 2100 hrs
    ("days ago", "days from"): re.compile(r"\b\w{1,12}\s[A-Z]\w{2,5}days\s(?:ago|from)\b"),  # two Fridays ago
    ("all ", "ial ", "phone", "otline"): re.compile(
        r"\b(?:[Cc]all|[Dd]ial|[Tt]elephone|[Pp]hone|[Hh]otline)\b\D{1,20}[0-9]{3}-[0-9]{4}\b"
    ),  # call 555-1234
    ("@",): re.compile(r"\b[\w.+-]{1,60}@[\w-]{1,60}\.\w{1,20}"),  # press9@site3.ru
    ("://",): re.compile(r"https?://\S{1,500}"),
    ("www.",): re.compile(r"www\.\S{1,500}"),
    ("Fax", "fax"): re.compile(r"\b[Ff]ax[.:]{0,2}\s?[-–0-9()+./ ]{5,25}"),  # Fax: (202) 483-7000
    ("Tel", "tel"): re.compile(r"\b[Tt]el(?:ephone)?[.:]{0,2}\s?[-–0-9()+./ ]{5,25}"),
    ("Phone", "phone"): re.compile(r"\b[Pp]hone[.:]{0,2}\s?[-–0-9()+./ ]{5,25}"),
}
"""What is found by a word or mark in it, of which most texts have none."""


def excluded_stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches between two offsets whose numbers are no figures, in order."""
    found = [match.span() for match in DATES.finditer(text, start, end)]
    for labels, pattern in LABELLED.items():
        if any(text.find(label, start, end) >= 0 for label in labels):
            found += [match.span() for match in pattern.finditer(text, start, end)]
    return sorted(found)
