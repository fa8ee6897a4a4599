"""Where a stretch that the model took for one name holds two, or more than a name."""

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from babel.numbers import get_currency_name, list_currencies

from tasks.extractors.mentions.lexicon.headwords import kind_by_headword
from tasks.extractors.mentions.lexicon.lexicon import kind_of, lexicon
from tasks.extractors.mentions.lexicon.regions import us_states
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, plain, words_for
from tasks.extractors.mentions.lexicon.titles import is_title
from tasks.extractors.vocabulary.given_names import genders

OWNER = re.compile(r"['’‘]s? (?=[A-Z])")
"""`Ministry of Culture’s Bureau of Heritage`, `Financial Times’ Anna Orlova`."""
CHANNEL_BEFORE = re.compile(
    r"\b(?:Radio|Channel|BBC|ITV|CNN|NTV|ORT|RTR|Sky)(?: (?:\d|One|Two|Three|Four|Five|Live|News))*$"
)
"""Whose is a programme: `BBC Radio 4|'s World at One`."""
LAST_WORD = re.compile(r"(?<! and)(?<! for) (?P<word>[\w’'-]+)$")
OPENS_AN_OFFICE = frozenset({"Prime", "Special", "Vice", "Foreign", "First", "Senior"})
PART_OF_A_NAME = frozenset({"General", "Justice", "Virgin", "Prince"})
"""Titles that bodies and places end in too: `Liberty and Justice`."""
AMOUNT = re.compile(r"[A-Z]{0,3}[$€£]|[A-Z]{1,3}\d+\.\d|[A-Z]{1,3}\d+(?:mn|bn|m|k)$|Q[1-9]$|[A-Z]{2} \d{5}")
"""`N$7`, `QR330.7mn`, the number of a question: `Q5`, a postal code: `NY 12207`."""
SUM = re.compile(r"(?P<currency>[A-Z][A-Za-z]{1,3})\.?(?= ?\d)")
"""`DM 17 million`, and `FIM` before ` 30 million`."""


COUNTED = re.compile(r"(?P<name>[^\d\n]*[^\d\s,]) (?:\d[\d.,]* [a-z]|\d+(?:-\d+)?/\d+)")
"""A name and a figure behind it: `Turkmenistan |2 bcm`, `Arvo Corp |7-7/8`."""
SUM_BEHIND = re.compile(r"(?<=[\w.'’)]) (?:[A-Z]{0,3}[$€£¥₽₴₸₹]|(?P<currency>[A-Z][A-Za-z]{1,3})\.? ?)(?=\d)")
"""A name and a sum of money behind it: `Gazprom| $1.8 billion`, `Gazprom| Rs 190bn`."""
NO_NAME = re.compile(
    r"P\.? ?O\.? Box\b|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\.?$|[A-Z]\d$"
    r"|(?:Inc|Corp|Cos?|Ltd|Plc|PLC|LLC|LLP|GmbH|SA|AG|NV)\.?$"
    r"|(?:[\w.-]+ ){0,2}(?i:dollars?|dlrs?|yen|francs?|rubles?|roubles?)$"
    r"|(?:[A-Z][\w.-]+ ){1,3}(?:Tax(?:es)?|Levy|Duty|Duties|Product|Price Index)$"
    r"|(?:[A-Z][\w.-]+ ){1,2}(?:Elections?|Speech|Referendum|Primar(?:y|ies))$|\w+(?: \w+)? \d+\.\d+(?:\.\d+)?$"
)
"""Postal boxes, months, a letter with a digit, legal forms, currencies, taxes, what is held once, versions.

`Reader 1.5`, `Petroleum Revenue Tax`.
"""
WORD = re.compile(r"[^\W\d_][\w’'-]*")
QUANTITY = re.compile(
    r"\d[\d,.]*(?:[kKMGTP](?:B|b|Hz|W|Wh|bps|B/s|bit/s|bits?|bytes?)|bn|tr|mn|m|k|p|c|mph|kmh|mm|cm|km|kg|lb|oz|mp|MP)$"
)
"""A number with its unit or scale: `15Mbps`, but not `3M`."""
PARTY_AND_STATE = re.compile(r"(?:[DRI]|Rep|Dem|Ind)\.?-(?P<state>[A-Z][\w. ]*)$")
"""What stands behind a legislator's name: `D-Ohio`, `R-ND`."""
TWO_COMPANIES = re.compile(r"(?:Inc|Corp|Ltd|Plc|PLC|Co|AG|SA|NV|LLC)\.?(?P<seam>,? and )(?=[A-Z][\w’'-]+ )")
"""`Alden Mills Inc| and |Alden Shipping Corp`."""
RATING = re.compile(
    r"(?:A{1,3}|B{1,3}|C{1,3}|Aaa|Aa[1-3]|A[1-3]|Baa[1-3]|Ba[1-3]|B[1-3]|Caa[1-3])(?:[+-]|[- ](?:plus|minus)\b)?(?!\w)"
)
RATED = re.compile(r"\b(?:rat(?:e[ds]?|ings?)|(?:down|up)grade[ds]?|outlook)\b")
"""What a mark is given by, near it: `cut the rating from |AAA| to |BB+|`."""
FARTHEST_RATED = 60
FIRM_AND_NOUN = re.compile(
    r".*\b(?:Inc|Corp|Co|Ltd|Plc|PLC|AG|SA|NV)\.?"
    r"(?P<rest> (?:Subsidiary|Unit|Division|Affiliate|Shares|Stock|Bonds|Notes|Debt))$"
)
"""What wires write with a capital behind a company: `Alden Corp| Subsidiary`."""
SIGN = re.compile(r"[A-Z][A-Z.\d]*(?: [A-Z]{1,3})?>")
"""A company's sign in dispatches: `<BP.L>`."""
AMOUNTS = ("organization", "place", "facility")
OFFICE_BEFORE = re.compile(r"\b(?:Minister|Secretary|Commissioner)s?(?: of State)? (?:of|for) (?:the )?$")
"""`Minister of State for |Mines and Industry`."""
OFFICE_AFTER = re.compile(r" (?:Minister|Secretary)\b")
"""`Mines and |National Economy| Minister`, but not `Treasury Secretary`."""
OF_A_MINISTER = re.compile(
    rf"(?P<whose>[A-Z][\w.-]+(?: [A-Z][a-z]+)?) (?P<subject>(?:{any_of('before the subject of a ministry')}"
    rf"|{any_of('subject of a ministry')})) Ministers?\b"
)
"""`Norwegian| Finance Minister`."""
SIDES = ("pro-", "anti-", "Pro-", "Anti-", "ex-", "non-")
SIDE = re.compile(r"(?P<people>[A-Z]\w+) (?P<place>[A-Z][\w ]+)")
"""`pro-|Western| |Zaire|`."""
PARTY = re.compile(r"(?P<place>.+) (?:Communist )?Party")
PARTY_OFFICE = re.compile(r" (?:Deputy )?(?:Secretary|Committee|Chief|Boss)\b")
"""`Hunan Party| Secretary`: the party has one alone in each province."""
LONGEST_OFFICE = 40
AFTER_NUMBER = re.compile(r"\d (?:(?:bn|billion|mln|million|m|thousand|trillion|crore|lakh) )?$|\d$")
LONGEST_UNIT = 12
PERSON_BESIDE = re.compile(r"(?P<place>[A-Z][a-z]+) (?P<person>[A-Z][a-z]+ [A-Z][a-z]{2,})")
"""A country and who was its envoy, without a comma: `to Bosnia Richard Holbrooke`."""


BILL = re.compile(r"\b(?:[A-Z][a-z]+|the|this|a|an|draft|new) $")
"""What stands before a `Bill` that is one of parliament: `Finance Bill`."""


def cut(text: str, span: Span) -> Iterator[Span]:
    """Yield the names in a span: an owner apart from what it owns, a body without the office of who follows."""
    if is_no_name(text, span):
        return
    party = PARTY_AND_STATE.match(text, span.start, span.end)
    if party:
        yield from state_of(span, party)
        return
    noun = FIRM_AND_NOUN.fullmatch(text, span.start, span.end)
    span = replace(span, end=noun.start("rest")) if noun else span
    counted = COUNTED.match(text, span.start, span.end)
    if counted:
        span = replace(span, end=counted.end("name"), kind=kind_of(counted["name"]) or span.kind)
    side = SIDE.fullmatch(text, span.start, span.end) if text.endswith(SIDES, 0, span.start) else None
    if side and kind_of(side["people"]) == "nationality" and kind_of(side["place"]) == "place":
        yield replace(span, end=side.end("people"), kind="nationality")
        span = replace(span, start=side.start("place"), kind="place")
    span = without_sum(text, span)
    seam = behind_body(text, span) if span.kind == "person" else span.start
    if seam > span.start:
        yield replace(span, end=seam - 1, kind="organization")
        span = replace(span, start=seam)
    is_sent = span.kind == "place" or text.endswith(" to ", 0, span.start)
    beside = PERSON_BESIDE.fullmatch(text, span.start, span.end) if is_sent else None
    if beside and is_beside(beside):
        yield replace(span, end=beside.end("place"))
        span = replace(span, start=beside.start("person"), kind="person")
    if span.kind in ("organization", "place", "facility"):
        companies = TWO_COMPANIES.search(text, span.start, span.end)
        if companies:
            yield replace(span, end=companies.start("seam"))
            span = replace(span, start=companies.end("seam"))
        span = without_office(text, span)
    if text[span.start : span.end] == "Bill" and BILL.search(text, max(0, span.start - 20), span.start):
        return
    yield from owner_and_owned(text, span)


def owner_and_owned(text: str, span: Span) -> Iterator[Span]:
    """Yield an owner apart from what it owns, without it where that is a programme; any other span whole."""
    owner = OWNER.search(text, span.start, span.end)
    is_programme = owner is not None and CHANNEL_BEFORE.search(text, span.start, owner.start()) is not None
    if owner is not None and is_programme:
        yield replace(span, end=owner.start(), kind="organization")
        return
    if owner is None or not owns(text[span.start : owner.start()], text[owner.end() : span.end]):
        yield span
        return
    first, second = text[span.start : owner.start()], text[owner.end() : span.end]
    yield replace(span, end=owner.start(), kind=kind_of(first) or kind_by_headword(first) or "organization")
    kind = kind_of(second) or kind_by_headword(second) if span.kind == "organization" else None
    yield replace(span, start=owner.end(), kind=kind or span.kind)


def is_no_name(text: str, span: Span) -> bool:
    """Tell whether a span is none: what the patterns above know, a unit, an office, an amount of money or of a unit."""
    if NO_NAME.match(text, span.start, span.end) or is_unit(text, span) or is_of_office(text, span):
        return True
    if is_rating(text, span):
        return True
    if text.startswith("<", max(0, span.start - 1)) and SIGN.match(text, span.start):
        return True
    is_amount = AMOUNT.match(text, span.start, span.end) or QUANTITY.match(text, span.start, span.end)
    return span.kind in AMOUNTS and (is_amount is not None or is_sum(text, span))


def is_rating(text: str, span: Span) -> bool:
    """Tell whether a span is a mark that a debtor is given: `BB+` of `rated BB+`."""
    mark = RATING.match(text, span.start)
    if mark is None or mark.end() < span.end:
        return False
    return RATED.search(text, max(0, span.start - FARTHEST_RATED), span.end + FARTHEST_RATED) is not None


def behind_body(text: str, span: Span) -> int:
    """Tell where somebody's name in full begins behind a known body, a party mostly: `Lib Dem |Rosa Hill`."""
    words = list(WORD.finditer(text, span.start, span.end))
    for last, first in itertools.pairwise(words[:-1]):
        if kind_of(text[span.start : last.end()]) == "organization" and first.group() in genders():
            return first.start()
    return span.start


def without_sum(text: str, span: Span) -> Span:
    """Leave out the sum of money behind a name, in a currency's sign, code or abbreviation."""
    for found in SUM_BEHIND.finditer(text, span.start, span.end):
        if found["currency"] is None or found["currency"] in currencies():
            name = text[span.start : found.start()]
            return replace(span, end=found.start(), kind=kind_of(name) or span.kind)
    return span


def state_of(span: Span, party: re.Match[str]) -> Iterator[Span]:
    """Yield the state behind a legislator's party, where it is known: `Ohio` of `D-Ohio`."""
    if party["state"] in us_states() or kind_of(party["state"]) == "place":
        yield replace(span, start=party.start("state"), kind="place")


def is_of_office(text: str, span: Span) -> bool:
    """Tell whether a span is no body but what an office is for: `State for Mines` of `Minister of State for Mines`."""
    name = text[span.start : span.end]
    if span.kind != "organization" or kind_of(name) or kind_of(name.partition(" ")[0]) or kind_by_headword(name):
        return False
    before = max(0, span.start - LONGEST_OFFICE)
    is_for = OFFICE_BEFORE.search(text, before, span.start) is not None
    is_unknown = plain(name) not in lexicon().kinds
    return is_for or (is_unknown and OFFICE_AFTER.match(text, span.end) is not None)


def is_unit(text: str, span: Span) -> bool:
    """Tell whether a span is a unit or currency in capitals behind its number: `600 MW`, `30 MUSD`."""
    name = text[span.start : span.end]
    if (
        not name.isalpha()
        or len(name) > LONGEST_UNIT
        or not AFTER_NUMBER.search(text, max(0, span.start - 12), span.start)
    ):
        return False
    is_code = name in currencies() or name[1:] in currencies()
    return name.upper() in words_for("unit in capitals") or is_code or name.lower() in names_of_currencies()


def is_beside(match: re.Match[str]) -> bool:
    """Tell whether a known country, and the name of somebody right behind it, were taken for one place."""
    words = match["person"].split()
    is_known = any(kind_of(word) for word in (*words, match["person"]))
    return kind_of(match["place"]) == "place" and not is_known and kind_by_headword(match["person"]) is None


def is_sum(text: str, span: Span) -> bool:
    """Tell whether a span begins with a currency's code or abbreviation before a number: it is money, and no name."""
    match = SUM.match(text, span.start)
    return match is not None and match.end() <= span.end and match["currency"] in currencies()


@functools.cache
def currencies() -> frozenset[str]:
    """Give the codes of all currencies that CLDR knows, those of the past too, and the abbreviations of others."""
    return frozenset(list_currencies()) | words_for("abbreviation of a currency")


@functools.cache
def names_of_currencies() -> frozenset[str]:
    """Give the last words, small, of what CLDR calls the currencies in English: `taka`, `bolivares`."""
    named = (get_currency_name(code, count=count, locale="en") for code in list_currencies() for count in (1, 2))
    return frozenset(name.split()[-1].lower() for name in named if name.split()[-1].isalpha())


def owns(first: str, second: str) -> bool:
    """Tell whether a name has an owner's ending as one who owns, not as part of it: `King’s College`."""
    is_name = " " in first or (first.isupper() and len(first) > 1) or kind_of(first) in ("place", "organization")
    return is_name and " " in second and not first.startswith(("People", "Women", "Children"))


def without_office(text: str, span: Span) -> Span:
    """Leave out the office at a body's or state's end, whose holder follows: `EAC Chairperson`."""
    if " of " in text[span.start : span.end]:
        return span
    ministry = OF_A_MINISTER.match(text, span.start)
    if ministry and ministry.end("subject") == span.end and kind_of(ministry["whose"]) in ("nationality", "place"):
        return replace(span, end=ministry.end("whose"), kind=kind_of(ministry["whose"]) or span.kind)
    party = PARTY.fullmatch(text, span.start, span.end)
    if party and kind_of(party["place"]) == "place" and PARTY_OFFICE.match(text, span.end):
        return replace(span, end=party.end("place"), kind="place")
    while True:
        last = LAST_WORD.search(text[span.start : span.end])
        if last is None or last["word"] in PART_OF_A_NAME:
            return span
        if not (is_title(last["word"]) or last["word"] in OPENS_AN_OFFICE):
            return span
        name = text[span.start : span.start + last.start()]
        span = replace(span, end=span.start + last.start(), kind=kind_of(name) or span.kind)
