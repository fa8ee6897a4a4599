"""Where a stretch that the model took for one name holds two, or more than a name."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from tasks.extractors.mentions.candidates.neighbours import member_apart, seller_apart, told_apart, unit_apart
from tasks.extractors.mentions.candidates.no_names import currencies, is_no_name
from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.headwords import is_headword, kind_by_headword
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of, lexicon
from tasks.extractors.mentions.lexicon.regions import us_states
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import MINISTRY_WORDS, any_of, plain, words_for
from tasks.extractors.mentions.lexicon.titles import is_title, offices
from tasks.extractors.vocabulary.given_names import genders
from tasks.extractors.vocabulary.nouns import noun_kind

OWNER = re.compile(r"['’‘]s? (?=[A-Z])")
"""`Ministry of Culture’s Bureau of Heritage`, `Financial Times’ Anna Orlova`."""
CHANNEL_BEFORE = re.compile(
    r"\b(?:Radio|Channel|BBC|ITV|CNN|NTV|ORT|RTR|Sky)(?: (?:\d|One|Two|Three|Four|Five|Live|News))*$"
)
"""Whose is a programme: `BBC Radio 4|'s World at One`."""
LAST_WORD = re.compile(r"(?<! and)(?<! for) (?P<word>[\w’'-]+)$")
OPENS_AN_OFFICE = frozenset({"Prime", "Special", "Vice", "Foreign", "First", "Senior"})
RANKS = frozenset({"Managing", "Executive", "Chief", "Deputy", "Assistant", "Associate", "Acting", "Senior"})
OFFICER_AFTER = re.compile(
    r" (?:(?:Vice|Deputy|Executive|Financial|Operating) )?(?:Director|Officer|President|Secretary)\b"
)
"""`Holm Managing| Director`."""
PART_OF_A_NAME = frozenset({"General", "Justice", "Virgin", "Prince"})
"""Titles that bodies and places end in too: `Liberty and Justice`."""
COUNTED = re.compile(r"(?P<name>[^\d\n]*[^\d\s,]) (?:\d[\d.,]* [a-z]|\d+(?:-\d+)?/\d+)")
"""A name and a figure behind it: `Turkmenistan |2 bcm`, `Arvo Corp |7-7/8`."""
SUM_BEHIND = re.compile(r"(?<=[\w.'’)]) (?:[A-Z]{0,3}[$€£¥₽₴₸₹]|(?P<currency>[A-Z][A-Za-z]{1,3})\.? ?)(?=\d)")
"""A name and a sum of money behind it: `Gazprom| $1.8 billion`, `Gazprom| Rs 190bn`."""
WORD = re.compile(r"[^\W\d_][\w’'-]*")
PARTY_AND_STATE = re.compile(r"(?:[DRI]|Rep|Dem|Ind)\.?-(?P<state>[A-Z][\w. ]*)$")
"""What stands behind a legislator's name: `D-Ohio`, `R-ND`."""
TWO_COMPANIES = re.compile(r"(?:Inc|Corp|Ltd|Plc|PLC|Co|AG|SA|NV|LLC)\.?(?P<seam>,? and )(?=[A-Z][\w’'-]+ )")
"""`Alden Mills Inc| and |Alden Shipping Corp`."""
FIRM_AND_NOUN = re.compile(
    r".*\b(?:Inc|Corp|Co|Ltd|Plc|PLC|AG|SA|NV)\.?"
    r"(?P<rest> (?:Subsidiary|Unit|Division|Affiliate|Shares|Stock|Bonds|Notes|Debt))$"
)
"""What wires write with a capital behind a company: `Alden Corp| Subsidiary`."""
OF_A_PLACE = re.compile(r"(?P<firm>[A-Z][\w-]*[^\Ws]) of (?:the )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
"""`Delvo| of |South Africa|`, of a firm that the text has alone too."""
SUBJECT = rf"(?:{MINISTRY_WORDS})"
OF_A_MINISTER = re.compile(
    rf"(?P<whose>[A-Z][\w.-]+(?: [A-Z][a-z]+)?) "
    rf"(?P<subject>{SUBJECT}(?:(?:,|,? and| &)? {SUBJECT}){{0,3}}) Ministers?\b"
)
"""`Norwegian| Finance Minister`, `Norwegian| Oil and Gas Minister`."""
OFFICER = re.compile(
    r"(?P<body>[A-Z].*[a-z.]) (?P<office>(?:(?:Deputy|Assistant|Under|Vice|Acting|First) )?[A-Z][a-z-]+) "
    r"(?P<first>[A-Z][a-z]+) (?:[A-Z]\. )?[A-Z][\w’'-]+"
)
BONDS_BEHIND = re.compile(r" (?:Bonds?|Bills|Certificates)\b")
"""`Canada| Savings Bonds`."""
CRUDE = re.compile(rf"(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:{any_of('grade of crude')})")
"""`London| Brent`."""
FIRM_KINDS = ("organization", "person")
GROUP = re.compile(
    r" (?:Boys|Children|Employees|Employers|Farmers|Girls|Journalists|Ladies|Lawyers|Men|Miners|Mothers|Nurses|Owners"
    r"|Peasants|People|Pilots|Players|Producers|Soldiers|Students|Teachers|Veterans|Women|Workers|Writers)$"
)
"""Whose a school or union is, though it is one name: `Narok Girls' High School`."""
OFFICE_OF = re.compile(r" of (?:the )?(?P<owner>.*?)(?: ?(?:Deputy |Under)?[A-Z][\w-]+)?$")
"""`Office of the President`, but `Bank of |Norway| Governor`."""
COMMISSIONER = re.compile(r" Commissioners?\b")
"""`EC| Farm Commissioner`."""
SIDES = ("pro-", "anti-", "Pro-", "Anti-", "ex-", "non-")
SIDE = re.compile(r"(?P<people>[A-Z]\w+) (?P<place>[A-Z][\w ]+)")
"""`pro-|Western| |Zaire|`."""
PARTY = re.compile(r"(?P<place>.+) (?:Communist )?Party")
PARTY_OFFICE = re.compile(r" (?:Deputy )?(?:Secretary|Committee|Chief|Boss)\b")
"""`Hunan Party| Secretary`: the party has one alone in each province."""
PERSON_BESIDE = re.compile(r"(?P<place>[A-Z][a-z]+) (?P<person>[A-Z][a-z]+ [A-Z][a-z]{2,})")
"""A country and who was its envoy, without a comma: `to Bosnia Richard Holbrooke`."""


def cut(text: str, span: Span) -> Iterator[Span]:
    """Yield the names in a span: an owner apart from what it owns, a body without the office of who follows."""
    if is_no_name(text, span):
        return
    party = PARTY_AND_STATE.match(text, span.start, span.end)
    if party:
        yield from state_of(span, party)
        return
    span = without_rest(text, span)
    for apart in (
        told_apart,
        seller_apart,
        unit_apart,
        member_apart,
        firm_apart,
        side_apart,
        officer_apart,
        body_apart,
        envoy_apart,
    ):
        first, span = apart(text, span)
        if first:
            yield first
    if span.kind in ("organization", "place", "facility"):
        companies = TWO_COMPANIES.search(text, span.start, span.end)
        if companies:
            yield replace(span, end=companies.start("seam"))
            span = replace(span, start=companies.end("seam"))
        span = without_office(text, span)
    yield from owner_and_owned(text, span)


def without_rest(text: str, span: Span) -> Span:
    """Leave out what stands behind a name: a firm's `Shares`, a figure, a sum."""
    noun = FIRM_AND_NOUN.fullmatch(text, span.start, span.end)
    span = replace(span, end=noun.start("rest")) if noun else span
    counted = COUNTED.match(text, span.start, span.end)
    if counted:
        span = replace(span, end=counted.end("name"), kind=kind_of(counted["name"]) or span.kind)
    bonds = BONDS_BEHIND.match(text, span.end) if span.kind == "organization" else None
    whose = text[span.start : span.end].partition(" ")[0]
    if bonds and " " in text[span.start : span.end] and kind_of(whose) == "place":
        return replace(span, end=span.start + len(whose), kind="place")
    crude = CRUDE.fullmatch(text, span.start, span.end)
    if crude and (is_city(crude["place"]) or kind_of(crude["place"]) == "place") and kind_of(crude.group()) is None:
        return replace(span, end=crude.end("place"), kind="place")
    return without_sum(text, span)


def firm_apart(text: str, span: Span) -> tuple[Span | None, Span]:
    """Part a firm from the place that it is from."""
    owned = OF_A_PLACE.fullmatch(text, span.start, span.end) if span.kind == "organization" else None
    if owned is None or not is_firm_of_place(text, owned):
        return None, span
    return replace(span, end=owned.end("firm")), replace(span, start=owned.start("place"), kind="place")


def side_apart(text: str, span: Span) -> tuple[Span | None, Span]:
    """Part whom somebody is for or against from the place that is so."""
    side = SIDE.fullmatch(text, span.start, span.end) if text.endswith(SIDES, 0, span.start) else None
    if side is None or kind_of(side["people"]) != "nationality" or kind_of(side["place"]) != "place":
        return None, span
    people = replace(span, end=side.end("people"), kind="nationality")
    return people, replace(span, start=side.start("place"), kind="place")


def body_apart(text: str, span: Span) -> tuple[Span | None, Span]:
    """Part a body from somebody of it who is named right behind it."""
    seam = behind_body(text, span) if span.kind == "person" else span.start
    if seam == span.start:
        return None, span
    return replace(span, end=seam - 1, kind="organization"), replace(span, start=seam)


def officer_apart(text: str, span: Span) -> tuple[Span | None, Span]:
    """Part a body from its officer, who is named in full: `Department of Mines| Secretary |Ann Hale`."""
    found = OFFICER.fullmatch(text, span.start, span.end) if span.kind in FIRM_KINDS else None
    if found is None or found["office"].split(" ")[-1] not in offices() or found["first"] not in genders():
        return None, span
    body = replace(span, end=found.end("body"), kind=kind_of(found["body"]) or "organization")
    return body, replace(span, start=found.start("first"), kind="person")


def envoy_apart(text: str, span: Span) -> tuple[Span | None, Span]:
    """Part a country from who was its envoy, without a comma."""
    is_sent = span.kind == "place" or text.endswith(" to ", 0, span.start)
    beside = PERSON_BESIDE.fullmatch(text, span.start, span.end) if is_sent else None
    if beside is None or not is_beside(beside):
        return None, span
    return replace(span, end=beside.end("place")), replace(span, start=beside.start("person"), kind="person")


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


def is_beside(match: re.Match[str]) -> bool:
    """Tell whether a known country, and the name of somebody right behind it, were taken for one place."""
    words = match["person"].split()
    is_known = any(kind_of(word) for word in (*words, match["person"]))
    return kind_of(match["place"]) == "place" and not is_known and kind_by_headword(match["person"]) is None


def is_firm_of_place(text: str, match: re.Match[str]) -> bool:
    """Tell whether a body's name is that of a firm and of the country that it is from.

    The text has the firm alone too, or it is no word of the language.
    """
    firm = match["firm"]
    is_word = is_headword(firm) or firm.lower() in words_for("no qualifier") or plain(match.group()) in lexicon().kinds
    is_alone = re.search(rf"(?<![\w’'-]){re.escape(firm)}(?![\w-]| of\b| [A-Z])", text) is not None
    is_strange = noun_kind(firm) is None and not is_stop_word(firm) and firm not in words_for("body with a purpose")
    is_country = country_code(match["place"], "place", on=None) is not None
    return is_country and not is_word and (is_alone or is_strange)


def owns(first: str, second: str) -> bool:
    """Tell whether a name has an owner's ending as one who owns, not as part of it: `King’s College`."""
    is_name = " " in first or (first.isupper() and len(first) > 1) or kind_of(first) in ("place", "organization")
    is_group = GROUP.search(first) is not None and is_headword(second.rpartition(" ")[2])
    return is_name and " " in second and not is_group and not first.startswith(("People", "Women", "Children"))


def without_office(text: str, span: Span) -> Span:
    """Leave out the office at a body's or state's end, whose holder follows: `EAC Chairperson`."""
    of = OFFICE_OF.search(text[span.start : span.end])
    if of and not (kind_of(of["owner"]) or of["owner"] in words_for("subject of a ministry")):
        return span
    ministry = OF_A_MINISTER.match(text, span.start)
    if (
        ministry
        and ministry.start("subject") < span.end <= ministry.end("subject")
        and kind_of(ministry["whose"]) in ("nationality", "place")
    ):
        return replace(span, end=ministry.end("whose"), kind=kind_of(ministry["whose"]) or span.kind)
    whose, _, subject = text[span.start : span.end].partition(" ")
    if subject and COMMISSIONER.match(text, span.end) and kind_of(whose) in ("organization", "nationality", "place"):
        return replace(span, end=span.start + len(whose), kind=kind_of(whose) or span.kind)
    party = PARTY.fullmatch(text, span.start, span.end)
    if party and kind_of(party["place"]) == "place" and PARTY_OFFICE.match(text, span.end):
        return replace(span, end=party.end("place"), kind="place")
    while True:
        last = LAST_WORD.search(text[span.start : span.end])
        if last is None or last["word"] in PART_OF_A_NAME:
            return span
        is_open = last["word"] in OPENS_AN_OFFICE or (last["word"] in RANKS and OFFICER_AFTER.match(text, span.end))
        if not (is_title(last["word"]) or is_open):
            return span
        name = text[span.start : span.start + last.start()]
        span = replace(span, end=span.start + last.start(), kind=kind_of(name) or span.kind)
