"""Companies by how they are written: `Dillon, Read and Co Inc`, `the firm of Hale, Orr and Finch`, `<Wolf Baking>`."""

import calendar
import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.headwords import is_headword, kind_by_headword
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of, lexicon
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import MINISTRY_WORDS, any_of, plain, words_for
from tasks.extractors.mentions.lexicon.titles import is_title
from tasks.extractors.mentions.names.companies import COMPANY
from tasks.extractors.vocabulary.given_names import genders
from tasks.extractors.vocabulary.nouns import noun_kind

DAYS = frozenset({*calendar.day_name, *calendar.month_name})
CONJUNCTIONS = frozenset(
    {
        "After",
        "Although",
        "As",
        "Because",
        "Before",
        "Both",
        "If",
        "Once",
        "Since",
        "Though",
        "Unless",
        "Until",
        "Whereas",
    }
    | {"Whether", "While"}
)
HIMSELF = re.compile(r"[A-Z][\w’'.-]+ (?:[A-Z]\. )?(?P<family>[A-Z][\w’'-]+), (?P<firm>(?P=family) .*)")
"""Somebody and the firm called after him: `Rosa Hale, |Hale and Co|`."""
GIVEN = rf"(?:(?:[A-Z]\. ?){{1,3}}|(?:{any_of('abbreviated given name')})\. )?"
"""`E.F. |Hale and Co`, `Wm. |Hale and Sons`."""
PARTNERS = re.compile(
    rf"(?<![\w’'.-]){GIVEN}[A-Z][\w’'-]+(?:,? (?:[A-Z]\. )?[A-Z][\w’'-]+){{0,3}} (?:and|&) "
    r"Co(?:mpany|s)?(?!\w)(?:,? (?:Inc|Ltd|Plc|PLC|LLC|LP)\b)?"
)

SAVINGS = re.compile(
    r"(?<![\w’'.-])(?!The )(?:[A-Z][\w’'.-]+ ){1,4}(?:Savings|Building|Fire|Health|Life) (?:and|&) "
    r"(?:Loans?|Casualty|Accident|Marine|Safety)"
    r"(?: (?:Association|Assn|Society|Bank|Insurance|Corporation|Company|Co|Corp|Inc|Ltd)\b\.?){0,3}"
)
"""`First Hale Savings and Loan Association`."""
TRADE = (
    r"(?:Carbon|Casting|Feed|Fuel|Grain|Marble|Mineral|Minerals|Chemicals|Foods|Stone|Chemical|Coal|Coke|Construction|Copper|Cotton|Dredging|Drug|Electric|Electricity|Engineering"
    r"|Exploration|Foundry|Fruit|Gas|Heating|Insurance|Iron|Investment|Land|Light|Lumber|Manufacturing|Metal|Mining"
    r"|Navigation|Oil|Paper|Petroleum|Pipe|Power|Production|Pulp|Railway|Refining|Rubber|Shipbuilding|Shipping|Smelting"
    r"|Steam|Steel|Sugar|Telegraph|Telephone|Timber|Tire|Tobacco|Trading|Transport|Trust|Tyre|Water|Wireless)"
)
OF_TWO_TRADES = re.compile(
    rf"(?<![\w’'.-])(?P<first>[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){{0,2}} {TRADE} (?:and|&) {TRADE}"
    r"(?P<form>(?: (?:Works|Development|Holdings|Group))?"
    r"(?:,? (?:Company|Co|Corp|Corporation|Inc|Ltd|Limited|Plc|PLC)\b\.?){1,2}"
    r"| (?:Associates|Partners|Industries|Services))?"
    r"(?![\w’'-]| [A-Z])"
)
"""`Narok Gas and Electric Co`, `Tarvo Mining and Smelting`."""
ONE_FIRM = re.compile(
    r"\b(?:firm|brokerage|broker|[Ss]tockbrokers?|brokers|underwriter|(?:brokerage|broking|securities) house)"
    r" (?P<name>[A-Z][a-z]+ (?:and|&) [A-Z][a-z]+)"
    r"(?=(?:,|['’]s| (?:has|is|was|said|says|will|which|expects|advised|estimates|in)\b))"
)
"""`the law firm |Hale and Finch| has`."""
REINSURER = re.compile(
    r"(?<![\w’'.-])(?!The |In |On |But |And )(?P<name>[A-Z][a-z]+) Re(?=[\s,;)]|['’]s\b|\.\s|\.$)(?! [A-Z])"
)
"""`Narok Re`."""
FORM_BEFORE = re.compile(
    r"(?<![\w’'-])(?:OAO|ZAO|OOO|PAO|TOO|RAO|NPO|GUP|FGUP|OKB|TsKB|JSC|PT) (?!Act\b)"
    r"[\"“]?[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}[\"”]?"
)
"""`ZAO Promtekh`: Russian legal forms stand before the name."""
FORM_BEHIND = re.compile(
    r"(?<![\w&’'.-])(?P<name>(?:[A-Z](?:[\w&-]|[’'](?!s?[^\w]))+ ){1,4})"
    r"(?:KK|GmbH(?: (?:und|and|&) Co\b\.?(?: (?:KG|oHG|KGaA))?)?|SpA|S\.p\.A\."
    r"|S\.A\.|N\.V\.|A\.G\.|B\.V\.|Bhd|Berhad|Oyj?|ASA|A/S"
    r"|(?:Pty|Pte) Ltd|S\.?A\.? de C\.?V\.?)"
    r"(?!\w)"
)
"""`Narok Espana S.A.`, `Tarvo Kokan KK`."""
FIRM_OF = re.compile(
    r"\bfirms?(?: of)? (?P<name>[A-Z][\w’'-]+(?:, [A-Z][\w’'-]+){1,5},? and [A-Z][\w’'-]+)(?! [A-Z])"
    r"|(?<![\w’',-] )(?P<joined>[A-Z][\w’'-]+(?:, [A-Z][\w’'-]+){1,5},? & [A-Z][\w’'-]+)"
)
"""Lawyers and brokers by the names of all partners."""
EMPLOYER = re.compile(
    r"\b(?:analyst|broker|chairman|dealer|director|economist|manager|partner|president|trader)s? (?:of|at|with) "
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2} and (?P<rest>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}))(?![\w’'-])"
)
"""`a director of Alden Hale and Orr Gilts Ltd`: one firm, as people have one employer."""
BRACKETED = re.compile(
    r"<(?![A-Z.\d]+(?: [A-Z]{1,3})?>)(?P<name>[A-Z][\w.&’'-]*(?: [\w.,&’'-]+){0,6}?)(?<!['’]s)(?:['’]s)?>"
)
"""A company's name as dispatches set it, but not its sign: `<Wolf Baking Co>`, `<BP.L>`."""
TWO_NAMES = re.compile(
    r"(?<![\w’'.-])(?P<first>[A-Z][a-z]+) (?:and|&) (?P<second>[A-Z][a-z]+) "
    r"(?:Plc|PLC|Ltd|Inc|Corp|LLC|LLP|AG|SA|NV|(?:Pty|Pte|Sdn) (?:Ltd|Limited|Bhd))\b\.?"
)
"""`Tate and Wray Plc`, where the first is no firm, place or somebody by itself."""
FAMILY = re.compile(
    rf"(?<![\w’'.-]){GIVEN}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}} (?:and|&) "
    r"(?:Sons?|Brothers|Bros|Daughters|Associates|Partners)"
    r"(?![\w’'-])(?:,? (?:Co|Inc|Ltd|Plc|PLC|LLC|LLP|LP|Pty|Holdings?)\b\.?){0,2}"
)
"""`Abdul Hale and Sons Co`, `Orr, Finch and Partners`."""
OF_TWO_PLACES = re.compile(
    r"(?<![\w’'.-])(?P<the>[Tt]he )?(?P<name>(?P<first>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) and "
    r"(?P<rest>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,5}))(?![\w’'-]| [A-Z])"
)
"""`the Leeds and Hull Institute`, as a place has no article; `Leeds and Hull Banking Corp`."""
SUBJECT = rf"(?:{MINISTRY_WORDS}|General|Commercial)"
OF_TWO_SUBJECTS = re.compile(
    rf"\b[Tt]he (?P<name>(?P<first>{SUBJECT}) and (?P<rest>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{1,4}}))(?![\w’'-])"
)
"""`the Public and Commercial Workers Union`, but not `the Treasury and Foreign Office`."""
ONE_SPEAKS = re.compile(
    r"(?:^|[.!?:]\s+|\n\s*)(?:The )?(?P<name>(?P<first>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) and "
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4} (?:Inc|Corp|Co|Ltd|Plc|PLC)\b\.?)"
    r"(?= said(?: that)? it(?:s\b| (?!(?:is|was|would be) (?:too|not|un[a-z]+|clear|likely|possible|hard|difficult)\b))"
    r"| (?:has|is|was|plans|expects|makes)\b)"
)
"""`Alden Hale and Orr Gilts Ltd| said it`: one firm, as two would say what `they` do."""
OF_SEVERAL = re.compile(
    r"(?<![\w’'.-])(?<!, )(?P<name>(?P<list>[A-Z][a-z]+(?:, [A-Z][a-z]+){1,4},? (?:and|&) [A-Z][a-z]+),"
    r" (?:Inc|Ltd|LLP)\b\.?)"
)
"""`Hale, Finch, Robin and Leeds, Inc`, where a comma stands before the legal form, too."""
OF_A_TOWN = re.compile(
    r"\b(?:(?:owned|held|controlled|bought|formed|founded) by|(?:unit|subsidiary|affiliate) of|partnership,?) "
    r"(?P<name>(?P<first>[A-Z][a-z]+) (?:and|&) (?P<second>[A-Z][a-z]+)) of [A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z]"
)
"""`owned by |Hale and Orr| of Flint, Michigan`."""
TWO_DO = re.compile(
    r" (?:said (?:that )?(?:they|their|both)|have|are|were|both|each|together|plan|expect|agree|announce|hope|want)\b"
)
"""`Hale Ltd and Orr Ltd| said they`."""
SIDES = ("Northern", "Southern", "Eastern", "Western")
DIRECTION = re.compile(r"(?:North|South|East|West|Northern|Southern|Eastern|Western|Central) (?=[A-Z]\w+ [A-Z])")
LONGEST_BESIDE = 9
BESIDE = re.compile(r"\b(?:[Bb]etween|[Bb]oth|[Ii]n|[Aa]t|[Nn]ear|[Tt]o|[Ff]rom|,) $")


def partnerships(text: str) -> Iterator[Span]:
    """Yield the names that end in `and Co`, that list partners, and that stand in angle brackets."""
    for match in FIRM_OF.finditer(text) if "irm" in text or " & " in text else ():
        group = "name" if match["name"] else "joined"
        yield Span(start=match.start(group), end=match.end(group), kind="organization", rule="partners")
    for match in (
        ONE_FIRM.finditer(text)
        if "firm " in text or "broker" in text or "underwriter" in text or "tockbroker" in text or "house " in text
        else ()
    ):
        yield Span(start=match.start("name"), end=match.end("name"), kind="organization", rule="partners")
    for match in REINSURER.finditer(text) if " Re" in text else ():
        if match["name"] not in genders():
            yield Span(start=match.start(), end=match.end(), kind="organization", rule="what it is")
    for match in FORM_BEFORE.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="organization", rule="partners")
    for match in FORM_BEHIND.finditer(text):
        start = match.start() + len_before_firm(match["name"])
        if not is_before_firm(text[start : match.end("name")].strip(), ""):
            yield Span(start=start, end=match.end(), kind="organization", rule="partners")
    for match in BRACKETED.finditer(text) if "<" in text else ():
        yield Span(start=match.start("name"), end=match.end("name"), kind="organization", rule="bracket")
    if " and " in text or " & " in text:
        yield from joined(text)


def joined(text: str) -> Iterator[Span]:
    """Yield the names within which `and` stands: by family, employer, place or subject."""
    for pattern in (PARTNERS, FAMILY, SAVINGS):
        for match in pattern.finditer(text):
            himself = HIMSELF.fullmatch(match.group())
            start = match.start() + (himself.start("firm") if himself else 0)
            yield Span(start=start, end=match.end(), kind="organization", rule="partners")
    for pattern, is_one in (
        (OF_TWO_TRADES, is_of_trades),
        (TWO_NAMES, is_of_partners),
        (EMPLOYER, is_employer),
        (OF_TWO_SUBJECTS, is_of_subjects),
        (ONE_SPEAKS, is_one_speaker),
        (OF_A_TOWN, is_of_two_names),
        (OF_SEVERAL, is_of_several),
    ):
        for match in filter(is_one, pattern.finditer(text)):
            group = "name" if "name" in pattern.groupindex else 0
            yield Span(start=match.start(group), end=match.end(group), kind="organization", rule="partners")
    for match in OF_TWO_PLACES.finditer(text):
        if is_of_both(text, match):
            yield Span(start=match.start("name"), end=match.end(), kind="organization", rule="partners")


def len_before_firm(name: str) -> int:
    """Count what stands before a firm's name and is none of it: `On Monday |Velmo |`, `Peruvian |Banco Velmo |`."""
    words = name.split()
    first = next((number for number, word in enumerate(words[:-1]) if not is_before_firm(word, words[number + 1])), -1)
    return len(name) - len(" ".join(words[first:])) - 1


def is_before_firm(word: str, behind: str) -> bool:
    """Tell whether a word is none of a firm's name: a day, title, people or country, but not in `France Telecom`."""
    if plain(word) in words_for("first word of any firm"):
        return False
    is_named_after = bool(behind) and kind_of(word) in ("nationality", "place")
    is_named_after = is_named_after and not (is_headword(behind) or noun_kind(behind.lower()))
    is_small = is_stop_word(word) or word in words_for("no first word of an event")
    is_opening = word in words_for("no firm at a sentence's start") or word in DAYS | CONJUNCTIONS
    return is_small or is_opening or is_title(word) or is_named_after


def is_of_trades(match: re.Match[str]) -> bool:
    """Tell whether two trades are one firm's, by its legal form or a name that is no country's: `Narok Gas and Oil`."""
    first = match["first"]
    return match["form"] is not None or not (
        kind_of(first) or is_stop_word(first) or first in words_for("no first word of an event")
    )


def is_of_partners(match: re.Match[str]) -> bool:
    """Tell whether two names are one firm's: the first is no name by itself, and nowhere without the second."""
    first, text = match["first"], match.string
    is_alone = first != match["second"] and text.count(first) != text.count(f"{first} and")
    if first in words_for("firm called as a family") or TWO_DO.match(text, match.end()):
        return False
    return kind_of(first) is None and not is_city(first) and not is_alone


def is_employer(match: re.Match[str]) -> bool:
    """Tell whether one firm employs somebody whose work is of two names joined: the second has a legal form."""
    return COMPANY.match(match["rest"]) is not None and kind_of(match["name"].partition(" and ")[0]) is None


def is_one_speaker(match: re.Match[str]) -> bool:
    """Tell whether what begins a sentence and says what `it` does begins with no other firm, country or article."""
    first = match["first"]
    word = first.partition(" ")[0]
    return not (kind_of(first) or kind_of(word) or is_stop_word(word) or COMPANY.match(first) or is_title(word))


def is_of_several(match: re.Match[str]) -> bool:
    """Tell whether none of the names in a list of partners is known as a firm or country, or no name at all."""
    names = re.split(r",? (?:and|&) |, ", match["list"])
    is_country = any(country_code(name, "place", on=None) for name in names)
    return not is_country and not any(kind_of(name) == "organization" or is_stop_word(name) for name in names)


def is_of_two_names(match: re.Match[str]) -> bool:
    """Tell whether both names that `and` joins are family names, and none is known as another thing's."""
    return not any(kind_of(match[name]) or is_city(match[name]) for name in ("first", "second"))


def is_of_subjects(match: re.Match[str]) -> bool:
    """Tell whether a subject and a body of another are one body: `Public and Commercial Workers Union`."""
    return kind_by_headword(match["rest"]) == "organization" and plain(match["first"]) not in lexicon().kinds


def is_of_both(text: str, match: re.Match[str]) -> bool:
    """Tell whether a place, `and` and a body of a second place are one body: `the Leeds and Hull Institute`."""
    first, rest = match["first"], match["rest"]
    second = DIRECTION.sub("", rest, count=1).partition(" ")[0]
    is_second_place = (
        is_city(second) or kind_of(second) == "place" or (second != rest.partition(" ")[0] and second in SIDES)
    )
    is_body = kind_by_headword(rest) == "organization" or COMPANY.match(rest) is not None
    if not (is_body and (is_city(first) or kind_of(first) == "place")):
        return False
    if match["the"]:
        return not (country_code(first, "place", on=None) and first.endswith("s"))  # `the Netherlands and Shell Group`
    is_beside = BESIDE.search(text, max(0, match.start() - LONGEST_BESIDE), match.start()) is not None
    is_company = COMPANY.match(rest) is not None and country_code(first, "place", on=None) is None
    return is_company and is_second_place and not is_beside
