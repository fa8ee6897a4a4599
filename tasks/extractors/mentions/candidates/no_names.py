"""What the model takes for names and is none: amounts, units, currencies, ratings, taxes, offices, bills, versions."""

import functools
import re

from babel.numbers import get_currency_name, list_currencies

from tasks.extractors.mentions.lexicon.headwords import kind_by_headword
from tasks.extractors.mentions.lexicon.lexicon import kind_of, lexicon
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import plain, words_for

AMOUNT = re.compile(r"[A-Z]{0,3}[$€£]|[A-Z]{1,3}\d+\.\d|[A-Z]{1,3}\d+(?:mn|bn|m|k)$|Q[1-9]$|[A-Z]{2} \d{5}")
"""`N$7`, `QR330.7mn`, the number of a question: `Q5`, a postal code: `NY 12207`."""
SUM = re.compile(r"(?P<currency>[A-Z][A-Za-z]{1,3})\.?(?= ?\d)")
"""`DM 17 million`, and `FIM` before ` 30 million`."""
NO_NAME = re.compile(
    r"P\.? ?O\.? Box\b|M-[0-4](?:-?[A-Z])?$|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\.?$|[A-Z]\d$"
    r"|(?:A|Aa|Baa|Ba|B|Caa)-[123]$|Euro(?:yen|dollars?|marks?|sterling|bonds?|francs?|lire|notes?)$"
    r"|(?:HRH|HM|HE|H\.R\.H\.) (?:[A-Z][a-z]+)$|(?:[A-Z]\w+ )+Robots?$"
    r"|(?:[\w.-]+ )*(?:CIF|FOB)\b|(?:Feb|Apr|Aug|Sept|Oct|Nov|Dec)\.?$"
    r"|(?:Inc|Corp|Cos?|Ltd|Plc|PLC|LLC|LLP|GmbH|SA|AG|NV)\.?$"
    r"|(?:[\w.-]+ ){0,2}(?i:dollars?|dlrs?|yen|francs?|rubles?|roubles?)$"
    r"|(?:[A-Z][\w.-]+ ){1,3}(?:Tax(?:es)?|Levy|Duty|Duties|Product|Price Index)$"
    r"|(?:[A-Z][\w.-]+ ){1,4}(?:Stock|Shares|Debentures|Warrants|Eurobonds)$"
    r"|(?:[A-Z][\w.-]+ ){1,2}(?:Elections?|Speech|Referendum|Primar(?:y|ies))$|\w+(?: \w+)? \d+\.\d+(?:\.\d+)?$"
)
"""Postal boxes, money, months, a letter with a digit, legal forms, currencies, taxes, what is held once, versions.

`M-3`, `Reader 1.5`, `Petroleum Revenue Tax`.
"""
SENTENCE_WITHIN = re.compile(
    r"[a-z]\w*\. [A-Z]|[A-Z].* (?:than|more|from|with|by|at)\b|[A-Z]\w+ and [A-Z]\w+ [A-Z]\w+$"
)
"""What the model took for somebody across the end of a sentence: `$94|m. More than two thirds|`."""
IN_SERIES = re.compile(r"(?P<letters>[A-Z]{2,4}) \d{1,4}")
"""One of several numbered alike, as clones and models are: `RIC 52` beside `RIC 104`."""
AIRCRAFT = re.compile(r"(?:DC|MD|BAe|ATR|CRJ|ERJ|A|B)[ -]?\d{1,3}(?:-\d{1,3})?s?$")
"""Airliners by their designators: `DC 10-30s`."""
QUANTITY = re.compile(
    r"\d[\d,.]*(?:[kKMGTP](?:B|b|Hz|W|Wh|bps|B/s|bit/s|bits?|bytes?)|bn|tr|mn|m|k|p|c|mph|kmh|mm|cm|km|kg|lb|oz|mp|MP)$"
)
"""A number with its unit or scale: `15Mbps`, but not `3M`."""
RATING = re.compile(
    r"(?:A{1,3}|B{1,3}|C{1,3}|Aaa|Aa[1-3]|A[1-3]|Baa[1-3]|Ba[1-3]|B[1-3]|Caa[1-3])(?:[+-]|[- ](?:plus|minus)\b)?(?!\w)"
)
RATED = re.compile(r"\b(?:rat(?:e[ds]?|ings?)|(?:down|up)grade[ds]?|outlook)\b")
"""What a mark is given by, near it: `cut the rating from |AAA| to |BB+|`."""
FARTHEST_RATED = 60
SIGN = re.compile(r"[A-Z][A-Z.\d]*(?: [A-Z]{1,3})?>|[A-Z]{2,6}\.[A-Z]{1,2}\]")
"""A company's sign in dispatches: `<BP.L>`."""
AMOUNTS = ("organization", "place", "facility")
OFFICE_BEFORE = re.compile(
    r"\b(?:(?:Minister|Secretary|Commissioner)s?(?: of State)? (?:of|for)"
    r"|(?:Director|Undersecretary|Envoy) for) (?:the )?$"
)
"""`Minister of State for |Mines and Industry`, `Director for |External Debt Management`."""
OFFICE_AFTER = re.compile(r" (?:Minister|Secretary)\b")
"""`Mines and |National Economy| Minister`, but not `Treasury Secretary`."""
LONGEST_OFFICE = 40
AFTER_NUMBER = re.compile(r"\d (?:(?:bn|billion|mln|million|m|thousand|trillion|crore|lakh) )?$|\d$")
LONGEST_UNIT = 12
BILL = re.compile(r"\b(?:[A-Z][a-z]+|the|this|a|an|draft|new) $")
"""What stands before a `Bill` that is one of parliament: `Finance Bill`."""


def is_no_name(text: str, span: Span) -> bool:
    """Tell whether a span is none: what the patterns above know, a unit, an office, an amount of money or of a unit."""
    if NO_NAME.match(text, span.start, span.end) or is_unit(text, span) or is_of_office(text, span):
        return True
    series = IN_SERIES.fullmatch(text, span.start, span.end)
    if series and len(set(re.findall(rf"\b{series['letters']} \d+", text))) > 1:
        return True
    if (
        name_of_bill(text, span)
        or is_row_of_accounts(text[span.start : span.end])
        or is_rating(text, span)
        or AIRCRAFT.match(text, span.start, span.end)
    ):
        return True
    if span.kind == "person" and SENTENCE_WITHIN.match(text, span.start, span.end):
        return True
    if text.startswith(("<", "["), max(0, span.start - 1)) and SIGN.match(text, span.start):
        return True
    is_amount = AMOUNT.match(text, span.start, span.end) or QUANTITY.match(text, span.start, span.end)
    return span.kind in AMOUNTS and (is_amount is not None or is_sum(text, span))


def is_row_of_accounts(name: str) -> bool:
    """Tell whether a span is what stands before a figure in a table of earnings: `Oper shr`, `Avg shrs 12`."""
    words = [word.strip(".,;:").lower() for word in name.split() if not word[0].isdigit()]
    short, other = words_for("abbreviation in accounts"), words_for("word beside an abbreviation in accounts")
    return any(word in short for word in words) and all(word in short or word in other for word in words)


def is_rating(text: str, span: Span) -> bool:
    """Tell whether a span is a mark that a debtor is given: `BB+` of `rated BB+`."""
    mark = RATING.match(text, span.start)
    if mark is None or mark.end() < span.end:
        return False
    return RATED.search(text, max(0, span.start - FARTHEST_RATED), span.end + FARTHEST_RATED) is not None


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


def name_of_bill(text: str, span: Span) -> bool:
    """Tell whether a span is the word for a bill of parliament, and nobody called Bill."""
    is_bill = text[span.start : span.end] == "Bill"
    return is_bill and BILL.search(text, max(0, span.start - 20), span.start) is not None
