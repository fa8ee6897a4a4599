"""Which kind a name is of: by what is known of it, by its own words, and by its company in the article."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from tasks.extractors.mentions.kinds.bodies import begins_with_place
from tasks.extractors.mentions.kinds.descriptions import is_called_body, is_described, works_at
from tasks.extractors.mentions.kinds.roles import role_before
from tasks.extractors.mentions.kinds.surnames import MET_AFTER, MET_BEFORE, is_surname
from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.headwords import is_headword, kind_by_headword
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.locations import locate
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, words_for
from tasks.extractors.mentions.lexicon.titles import title_before, title_end
from tasks.extractors.mentions.names.companies import COMPANY, names_of_companies
from tasks.extractors.mentions.names.people import Table, name_table
from tasks.extractors.vocabulary.given_names import genders, names_of_persons

SPEECH_AFTER = re.compile(
    r",? (?:said|says|told|added|explained|recalled|argued|wrote|insisted|noted|admitted|replied|answered"
    r"|denied|declined|refused|stressed|emphasized|underlined|underscored|reiterated|remarked|acknowledged)\b"
)
"""`Orlov said`: of a single word, mostly a person's."""
UNDER_PREPOSITION = re.compile(r"\b(?:of|at|for|from|with|in) (?:the )?$")
"""Who is not the one that speaks: `the president of Sydus, said`."""
OWN_GOODS = re.compile(r" (?:said|says|announced|reported|expects|plans)(?: that)? its\b")
"""`Sydus said its profit rose`: of a name without a title, a firm's."""
SPEECH_BEFORE = re.compile(r"\b(?:said|says|added|told)(?: [A-Z][\w.]*)? $|(?:said|says|added) [\w ]{2,20}['’]s $")
"""`said Berlin`, `said Sydus's Berlin`."""
MORE_SPEECH_AFTER = re.compile(r" (?:contended|conceded|predicted|estimated|warned|agreed|commented|concluded)\b")
CLAUSE_END = re.compile(r"\s*(?:[.,;:\n\"”]|$)")
COURTESY_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.? $")
LONGEST_LETTERS = 3
OWN_WORDS = re.compile(r" (?:said|says|added|insisted|admitted|denied)(?: that)? (?:he|she)\b")
"""`Gaymard said he`."""
PERSON_AFTER = re.compile(
    r",? (?:who|whose|himself|herself|aged)\b|, \d\d,|(?:['’]s)? (?:administrations?|brothers|family)\b"
    r"|, (?:MSc|BSc|PhD|Ph\.D|M\.?D|MBA|M\.?A|Q\.?C|MP|OBE|CBE|KBE|Jr|Sr|Esq)\b"
)
"""`Orlov, 46,`, `Orlov, whose`, `the Orlov administration` and `Orlov, PhD`."""
ORGANIZATION_BEFORE = re.compile(
    r"\b(?:newspaper|daily|magazine|agency|company|institute|firm|group|party|club|broadcaster|rival|airline|carrier|retailer|"
    r"operator|maker|giant|manufacturer|insurer|brewer|supermarket|chain|subsidiary|chairman of|CEO of|director of|"
    r"president of|chief executive of|partner of|"
    r"founder of|member of|members of|spokesman for|spokeswoman for|editor of|joined) (?:the )?$"
    r"|\b(?:company|firm|society|union|charity|airline|subsidiary|retailer|broadcaster|bank|insurer|consultancy), $"
)
"""`the newspaper La Prensa`, `chairman of Alfa`, `the rights society, Alfa,`."""
EMPLOYER_BEFORE = re.compile(
    r"\b(?:analysts?|economists?|strategists?|traders?|dealers?|brokers?|researchers?)"
    r"(?: (?:at|with)|(?: [A-Z][\w.-]*){1,3} (?:at|with|of)) $|\b(?:[Ss]hares|[Ss]take) (?:of|in) $"
    r"|\b(?:president|director|head|manager|chief|executive|officer|editor|spokes(?:man|woman|person))"
    r"(?: of (?:[a-z]+ ){0,3}[a-z]+)? (?:for|at|with) $"
)
"""`an analyst at Merrill Lynch`, `analyst Rosa Hill of Kidder Peabody`, `vice president of sales for Merrill`."""
SHARES_BEFORE = re.compile(rf"\b(?i:{any_of('before what shares are of')}) in $")
"""`shares in Lufthansa` are in no place."""
TICKER_AFTER = re.compile(r" <[A-Z][A-Z.\d]*>")
"""A company's sign in dispatches: `Royal Dutch <RD>`."""
FARTHEST_EMPLOYER = 80
ORGANIZATION_AFTER = re.compile(
    r" (?:news agency|newspaper|daily|magazine|website|party|company|group|spokes\w+|shares|report)\b"
)
"""`the Tasnim news agency`."""
BODY_BEHIND = re.compile(
    r", (?:the|an?|one of) (?:[\w’'-]+ ){0,6}(?:company|firm|group|airline|maker|manufacturer|retailer|carrier"
    r"|broadcaster|newspaper|bank|insurer|charity|consultancy|subsidiary|unit|consortium|supplier|operator|publisher|lender|distributor"
    r"|producer|brokerage|conglomerate|think-tank|agency)(?:[,.;]| (?:that|which|based|in|of|with)\b)"
)
"""`Tasnim, an Iranian news agency,`."""
FARTHEST_BEHIND = 90
PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|throughout|outside|inside|around|(?:cit(?:y|ies)|town|village|outskirts|suburb|capital|islands?|province|"
    r"district|region|municipality|port|neighborhood|inhabitants|residents|people|(?:north|south)?(?:east|west)|north|south)"
    r" of|capital,|capital) $"
)
"""`the town of Gudermes`, but not `the Gudermes`."""
PLACE_AFTER = re.compile(
    r"(?:-based\b| (?:city|province|region|district|village|town|county|area|airport|residents?)\b)"
)
"""`Gudermes district`."""
COUNTRY_AFTER = re.compile(r", (?P<country>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?!['’]s?\b|\w)")
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}s?$")
FIRST_AND_LAST = re.compile(r"[A-Z][a-z]+ [A-Z][\w’'-]+")
WINDOW = 24
OWN_KINDS = ("organization", "person", "place", "facility")
Votes = Mapping[str, Counter[str]]


def classified(text: str, spans: Sequence[Span]) -> tuple[list[Span], Table]:
    """Give each span the kind that the evidence of the whole article speaks for; return the table of people too.

    Names of several words are decided first: the people among them make the table, which then decides on the others.
    """
    votes = votes_by_name(text, spans)
    spans = [without_title(text, span) for span in spans]
    companies = names_of_companies(text, spans)
    titled = frozenset(name for name, count in votes.items() if count["title"] and " " not in name)
    decided = [
        replace(span, kind=kind_of_phrase(text, span, votes, titled)) if has_space(text, span) else span
        for span in spans
    ]
    decided = [
        replace(span, kind="organization") if is_company(text, span, companies, votes) else span for span in decided
    ]
    table = name_table(text, decided)
    return [with_table(text, span, votes, table=table, companies=companies) for span in decided], table


def with_table(text: str, span: Span, votes: Votes, *, table: Table, companies: Collection[str]) -> Span:
    """Give a name the kind that the people named in full leave it: `de Gaulle` beside `Charles de Gaulle`."""
    if has_space(text, span):
        return replace(span, kind="person") if text[span.start : span.end] in table else span
    if is_company(text, span, companies, votes):
        return span
    return replace(span, kind=kind_of_word(text, span, votes, table))


def is_company(text: str, span: Span, companies: Collection[str], votes: Votes) -> bool:
    """Tell whether a name is the short one of a company; a title before it at any place makes it a person's."""
    name = text[span.start : span.end]
    return name.lower() in companies and not votes.get(name, Counter())["title"]


def has_space(text: str, span: Span) -> bool:
    """Tell whether a span holds several words."""
    return " " in text[span.start : span.end]


def without_title(text: str, span: Span) -> Span:
    """Make a person of an organization or place that begins with a title: `King Kusae`, `Brigadier Tembo`."""
    if span.kind not in ("organization", "place", "facility"):
        return span
    name = text[span.start : span.end]
    start = title_end(text, span.start, span.end)
    words = text[start : span.end].split()
    is_firm = name.startswith("General ") and words[-1] in words_for("company behind General")
    if is_firm or COMPANY.match(name):
        return span
    if start in (span.start, span.end) or kind_of(name) or kind_by_headword(name) or any(map(is_headword, words)):
        return span
    if len(words) > 4 or not all(word[0].isupper() for word in words) or kind_of(text[start : span.end]):
        return span
    return replace(span, start=start, kind="person")


def kind_of_phrase(text: str, span: Span, votes: Votes, titled: Collection[str]) -> str:
    """Decide the kind of a name of several words.

    One that ends in a name with a title elsewhere is a person's: `Kay Quill` beside `Mrs Quill`.
    """
    name = text[span.start : span.end]
    known = kind_of(name) or kind_by_headword(name)
    is_titled = span.kind == "person" and votes.get(name, Counter())["title"] > 0 and kind_of(name) is None
    if known and not is_titled:
        return known
    if span.kind in ("organization", "person") and is_city(name):
        return "place"
    if FIRST_AND_LAST.fullmatch(name) and name.rpartition(" ")[2] in titled:
        return "person"
    if span.kind == "person" and countries_of_region(name) and not is_human(name, votes):
        return "place"
    words = name.split(" ")
    if span.kind == "person" and len(words) > 2 and words[0] not in genders() and begins_with_place(words):
        return "organization"
    return by_votes(name, span, votes)


def is_human(name: str, votes: Votes) -> bool:
    """Tell whether a title before a name, or what it does, makes it a person's at some place."""
    count = votes.get(name, Counter())
    return bool(count["title"] or count["human"])


def kind_of_word(text: str, span: Span, votes: Votes, table: Table) -> str:
    """Decide the kind of a name of one word."""
    name = text[span.start : span.end]
    known = kind_of(name) or country_in_capitals(name)
    is_somebody = known in ("place", "nationality") and is_somebody_here(text, span, table)
    if known and not is_somebody and not (known == "place" and name in table and span.kind == "person"):
        return known
    if is_somebody or name in table or name.removesuffix("s") in table:
        return "person"
    if span.kind == "person" and ACRONYM.match(name) and not votes.get(name, Counter())["title"]:
        return "organization"
    is_people = span.kind == "nationality" and known is None and is_human(name, votes)
    if is_people or is_persons(name, span, votes) or is_surname(text, span, votes.get(name, Counter())):
        return "person"
    is_region = span.kind == "person" and bool(countries_of_region(name)) and not is_human(name, votes)
    if is_region or (
        span.kind in ("organization", "person", "nationality")
        and is_city(name)
        and not votes.get(name, Counter())["title"]
        and not ((is_human(name, votes) or votes.get(name, Counter())["met"]) and locate(name) is None)
    ):
        return "place"
    return by_votes(name, span, votes)


def country_in_capitals(name: str) -> str | None:
    """Give the kind of a country that is written in capitals: `NORWAY`; what is shorter may be an acronym."""
    is_country = len(name) > LONGEST_LETTERS and name.isupper() and country_code(name.title(), "place", on=None)
    return "place" if is_country else None


def is_somebody_here(text: str, span: Span, table: Table) -> bool:
    """Tell whether the name of a place or people is somebody's where it stands: `Mr Wellington`, `Berlin said`."""
    before = text[max(0, span.start - WINDOW) : span.start]
    if COURTESY_BEFORE.search(before):
        return True
    speaks = SPEECH_AFTER.match(text, span.end) or MORE_SPEECH_AFTER.match(text, span.end)
    speaks = speaks or (SPEECH_BEFORE.search(before) and CLAUSE_END.match(text, span.end))
    return text[span.start : span.end] in table and speaks is not None and not no_speaker(before)


def is_persons(name: str, span: Span, votes: Votes) -> bool:
    """Tell whether a word is a given name alone that nothing in the article makes a place's or body's: `Peter`."""
    count = votes.get(name, Counter())
    is_elsewhere = count["site"] or count["body"] or (span.kind == "place" and is_city(name))
    return span.kind in OWN_KINDS and name in names_of_persons() and not is_elsewhere


def by_votes(name: str, span: Span, votes: Votes) -> str:
    """Decide by what most of the name's places in the article speak for."""
    count = votes.get(name)
    if span.kind not in OWN_KINDS or not count:
        return span.kind
    if span.kind == "place" and count["body"] and not count["site"] and " " not in name:
        return "organization"
    if span.kind == "person" and not (count["title"] or count["human"]) and (count["site"] or count["body"]):
        return "place" if count["site"] >= count["body"] else "organization"
    best = max(OWN_KINDS, key=lambda kind: count[kind])
    return best if count[best] > count[span.kind] else span.kind


def votes_by_name(text: str, spans: Sequence[Span]) -> dict[str, Counter[str]]:
    """Count, for each name of the article, what speaks for each kind at all of its places."""
    votes: dict[str, Counter[str]] = {}
    for span in spans:
        name = text[span.start : span.end]
        count = votes.setdefault(name, Counter())
        count[span.kind] += 2
        before, after = text[max(0, span.start - WINDOW) : span.start], text[span.end : span.end + WINDOW]
        if title_before(before) or role_before(text, span.start):
            count["person"] += 6
            count["title"] += 1
        count["met"] += bool(MET_BEFORE.search(before) or MET_AFTER.match(after))
        if PERSON_AFTER.match(after):
            count["person"] += 3
            count["human"] += 1
        if OWN_GOODS.match(after):
            count["organization"] += 6
            count["body"] += 1
        elif SPEECH_AFTER.match(after) and not ACRONYM.match(name) and not no_speaker(before):
            count["person"] += 4 if OWN_WORDS.match(after) else 1 if " " in name else 3
            count["human"] += 1
        is_body = ORGANIZATION_BEFORE.search(before) or ORGANIZATION_AFTER.match(after) or is_called_body(before)
        if is_body or BODY_BEHIND.match(text, span.end, span.end + FARTHEST_BEHIND):
            count["body"] += 1
        employer = text[max(0, span.start - FARTHEST_EMPLOYER) : span.start]
        if TICKER_AFTER.match(after) or EMPLOYER_BEFORE.search(employer) or works_at(employer):
            count["organization"] += 3
            count["body"] += 1
        if is_described(text, span.start, span.end):
            count["person"] += 4
            count["human"] += 1
        is_in = PLACE_BEFORE.search(before) and not (SHARES_BEFORE.search(before) or works_at(employer))
        if is_in or PLACE_AFTER.match(after) or is_in_country(after):
            count["place"] += 3
            count["site"] += 1
    return votes


def no_speaker(before: str) -> bool:
    """Tell whether what stands before a name says that it is no person who speaks: `firm Sophos said`."""
    return UNDER_PREPOSITION.search(before) is not None or ORGANIZATION_BEFORE.search(before) is not None


def is_in_country(after: str) -> bool:
    """Tell whether the words after a name are those of the country it lies in: `, Syria, where`."""
    match = COUNTRY_AFTER.match(after)
    return match is not None and country_code(match["country"], "place", on=None) is not None
