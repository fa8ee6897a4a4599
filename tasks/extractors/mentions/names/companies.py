"""Companies called by their first words: `Glencairn` after `Glencairn Plc`."""

import re
from collections.abc import Collection, Iterator, Sequence

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.headwords import is_headword
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.locations import locate
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import words_for
from tasks.extractors.mentions.lexicon.titles import is_title
from tasks.extractors.mentions.lexicon.tokens import Token
from tasks.extractors.mentions.names.people import CAPITAL_AFTER, CAPITAL_BEFORE, LONGEST_WORD, Table, only_names
from tasks.extractors.vocabulary.given_names import genders, names_of_persons

COMPANY = re.compile(
    r"(?P<name>.+?),? (?:[Cc]orp|[Ii]nc|[Cc]o|Cos|[Ll]td|PLC|Plc|plc|LLC|Corporation|Company|Incorporated|Limited)\.?$"
)
"""`Peabody Holding Co`: a company by its legal form, which a text goes on to call by its first words."""
TRADE = re.compile(
    r"(?P<name>\S.*) (?:Bank|Air Lines|Airlines|Airways|Motors|Securities|Industries|Holdings|Research|Software"
    r"|Technologies|Pharmaceuticals|Petroleum|Chemicals|Electronics|Consulting|Stores|Foods|Capital(?: Management)?"
    r"|Asset Management|Partners|Systems|Communications|Telecom|Entertainment|Oil|Steel|Energy|Resources|Insurance"
    r"|Financial|Laboratories|Microsystems|Semiconductor|Networks|Mining|Mines|Gold|Breweries|Properties|Aerospace"
    r"|Nickel|Aluminium|Metals|Group|Hotels(?: (?:&|and) Resorts)?|Resorts)$"
)
"""`Den Danske Bank`: a company by its trade, which a text goes on to call by all words but that."""
TWO_CAPITALS = re.compile(
    r"(?!Ma?c|De|Di|Du|Da|La|Le|Lo|Fitz|Van|Von|Ver|O[’'A-Z]|St[A-Z]|Al|El|Ben|Bin|Ibn)[A-Z][a-z]+[A-Z][a-z]\w*$"
)
"""A capital within the word, as firms write themselves, `OakTree`, and families do only after `Mc` and the like."""
JOINED = re.compile(r"\b(?:and|of|for)\b|&|,")
"""What holds the first word of a name to those behind it: `Bank of Boston`."""
PAIR = re.compile(r"(?P<first>[A-Z][\w’'-]+) (?:and|&) (?P<second>[A-Z][\w’'-]+)(?= |$)")
AIRLINE = re.compile(r"(?P<first>[A-Z][a-z]+) (?:Airlines|Airways|Air Lines)(?:,? (?:Inc|Corp|Co|Ltd|Plc|PLC)\.?)?")
FLYING = (
    r"(?=(?: also)? (?:said|says|announced|reported|expects|plans|operates|flies|flew|will fly|declined)\b"
    r"|['’]s? (?:flights?|fares?|pilots?|parent|shares?|chairman|president|spokes\w+|fleet|planes|aircraft|hub)\b)"
)
"""What an airline does and has: `American| said`, `United|'s pilots`."""
ITSELF = (
    r"(?= (?:said|says|announced|expects|plans)(?: that)? its?\b|['’]s (?:flights?|fares?|pilots?|fleet|planes|hub)\b"
    r"|, (?:the|an?) (?:[\w’'-]+ ){0,6}(?:airline|carrier)\b)"
)
"""The same of one called as people are: `American| said it`."""
PARTY = re.compile(r"([A-Z][\w-]+(?: [A-Z][\w-]+)?) Party")
PARTY_ACTS = (
    r"(?=['’]s (?:support|popularity|leader|lead|campaign|candidates?|MPs|share|vote|deputies|policy|policies)\b"
    r"| (?:has|had|won|lost|leads|led|said|says|polled|trails|would|will|MPs|deputies|candidates?)\b)"
)
ACTS = r"(?= (?:said|says|announced|expects|plans|reported|also said)\b)"
OFFICERS = r"(?=['’]s (?:[a-z]+ )?(?:chairman|president|shares|board|shareholders|stock|directors?|offer|earnings)\b)"
"""What a company does and has, as `American| said` and `American|'s chairman`."""
OF_A_PEOPLE = re.compile(
    r"(?<![\w’'-])(?<![Tt]he )(?P<people>[A-Z][a-z]+) (?:and|&) (?:[A-Z][\w’'-]{0,20} ){1,3}"
    r"(?:Co|Corp|Inc|Ltd|Plc|PLC)\b\.?(?: (?:Plc|PLC|Ltd)\b)?"
)
"""An adjective that no noun follows belongs to the name: `of British and Commonwealth Shipping Co Plc`."""
OF_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}(?P<family>[A-Z][\w’-]+) (?:and|&) Co\b")
"""`J.P. |Hale| and Co`, which a text goes on to call by that."""
NAMED_BEFORE = re.compile(r"[A-Z][\w’'-]* $")
"""What makes a word the last of another name: `Pacific |Western`."""
SHORTEST = 3


def names_of_companies(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """Give the companies of an article, small, by their names and first words: `peabody` of `Peabody Holding Co`.

    A known place is none of them.
    """
    names = {match["family"] for match in OF_INITIALS.finditer(text)} if " Co" in text else set()
    for span in spans:
        if TWO_CAPITALS.match(text, span.start, span.end):
            names.add(text[span.start : span.end])
        trade = TRADE.match(text, span.start, span.end) if span.kind == "organization" else None
        if trade:
            names.add(trade["name"])
        if span.kind == "organization":
            names.update(first_word_of_body(text[span.start : span.end]))
        if COMPANY.match(text[span.start : span.end]):
            words = text[span.start : span.end].split(" ")
            names.update(" ".join(words[:size]) for size in range(1, len(words) + 1))
            names.add(words[0].partition("-")[0])
    return frozenset(name.lower() for name in names if kind_of(name) is None and locate(name) is None)


def first_word_of_body(name: str) -> Iterator[str]:
    """Yield the first word of a body's name of several words, where it is no name of somebody: `Virgin` of a radio.

    Behind letters it is the second: `Ravenna` of `SMR Ravenna`.
    """
    first, _, rest = name.partition(" ")
    if first.isupper() and is_telling(rest) and rest.isalpha() and not is_headword(rest) and rest not in genders():
        yield rest
    if rest and is_telling(first) and first not in genders() and not first.isupper():
        yield first


def short_names(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """Map what a company may be called to its name in full, where it is one company alone: `Glencairn`."""
    table: dict[str, frozenset[str]] = {}
    for span in spans:
        name = " ".join(text[span.start : span.end].split())
        match = (COMPANY.match(name) or TRADE.match(name)) if span.kind == "organization" else None
        for short in shortened(match["name"]) if match else ():
            table[short] = table.get(short, frozenset()) | {name}
    return only_names(table)


def shortened(name: str) -> Iterator[str]:
    """Yield the first words of a company's name without its legal form: `Marathon Oil`, `Marathon` if it is telling."""
    words = name.split(" ")
    if len(words) > 1 or is_telling(name):
        yield name
    if len(words) > 1 and not JOINED.search(name):
        yield from (" ".join(words[:size]) for size in range(2, len(words)))
        if is_telling(words[0]):
            yield words[0]


def of_a_people(text: str) -> Iterator[Span]:
    """Yield the companies named after a people and something else: `British and Commonwealth Shipping Co`."""
    for match in OF_A_PEOPLE.finditer(text):
        if kind_of(match["people"]) == "nationality":
            yield Span(start=match.start(), end=match.end(), kind="organization", rule="company")


def of_two(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield each place of a company's first words to the one that `and` joins: `Hale and Row` of `Hale and Row Inc`."""
    for short in sorted({short for span in spans if span.kind == "organization" for short in pair_of(text, span)}):
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(short)}(?![\w-])", text):
            yield Span(start=match.start(), end=match.end(), kind="organization", rule="short form")


def pair_of(text: str, span: Span) -> Iterator[str]:
    """Yield the first words of a company's name, to the one behind `and`."""
    match = COMPANY.match(" ".join(text[span.start : span.end].split()))
    pair = PAIR.match(match["name"]) if match else None
    first, second = (kind_of(pair["first"]), kind_of(pair["second"])) if pair else (None, None)
    if pair and (first == "nationality" or (first is None and second is None)):
        yield pair.group()


def by_first_words(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield each place of a company's first words, if they are several: `Canadian Mills` of a `… Corp`."""
    shorts = (short for short in short_names(text, spans) if " " in short or "-" in short)
    for short in sorted(short for short in shorts if kind_of(short) is None):
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(short)}(?![\w-]| [A-Z])", text):
            yield Span(start=match.start(), end=match.end(), kind="organization", rule="short form")


def named_after_peoples(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield each place of a body or building whose name begins with a people's: `British Library`."""
    kinds = {text[span.start : span.end]: span.kind for span in spans if span.kind in ("organization", "facility")}
    for name, kind in sorted(kinds.items()):
        first, _, rest = name.partition(" ")
        if rest and kind_of(first) == "nationality" and is_headword(rest.rpartition(" ")[2]):
            for match in re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?![\w-]| [A-Z])", text):
                yield Span(start=match.start(), end=match.end(), kind=kind, rule="repetition")


def airlines(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """Map what an article may call an airline, though the word alone tells nothing, to its name: `American`."""
    table: dict[str, frozenset[str]] = {}
    for span in spans:
        name = " ".join(text[span.start : span.end].split())
        match = AIRLINE.fullmatch(name)
        if match and not is_telling(match["first"]):
            table[match["first"]] = table.get(match["first"], frozenset()) | {name}
    return only_names(table)


def parties(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield each place where a party acts under its first words: `National|'s support` beside a `National Party`."""
    names = {match[1] for span in spans if (match := PARTY.fullmatch(text, span.start, span.end))}
    for name in sorted(name for name in names if kind_of(name) is None):
        for match in re.finditer(rf"(?<![\w’'-])(?<!\b[Tt]he ){re.escape(name)}{PARTY_ACTS}", text):
            yield Span(start=match.start(), end=match.start() + len(name), kind="organization", rule="short form")


def national(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """Map the adjective that a company begins with to its name: `American` of `American Marble Corp`."""
    table: dict[str, frozenset[str]] = {}
    for span in spans:
        name = " ".join(text[span.start : span.end].split())
        first = name.partition(" ")[0]
        if span.kind == "organization" and COMPANY.match(name) and kind_of(first) == "nationality":
            table[first] = table.get(first, frozenset()) | {name}
    return only_names(table)


def first_words_of_firms(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """Give the first words of the companies and airlines among some spans, but for countries and peoples: `Delta`."""
    names = (" ".join(text[span.start : span.end].split()) for span in spans if span.kind == "organization")
    firms = (name.partition(" ")[0] for name in names if COMPANY.match(name) or AIRLINE.fullmatch(name))
    return frozenset(first for first in firms if kind_of(first) is None)


def acting(text: str, names: Collection[str]) -> Iterator[Span]:
    """Yield each place where a company called as a people acts: `American| said it`, `American|'s chairman`."""
    for name in sorted(names):
        for match in re.finditer(rf"(?<![\w’'-])(?<![Tt]he ){re.escape(name)}(?:{OFFICERS}|{ACTS})", text):
            if NAMED_BEFORE.search(text, max(0, match.start() - LONGEST_WORD), match.start()) is None:
                end = match.start() + len(name)
                yield Span(start=match.start(), end=end, kind="organization", rule="short form")


def flying(text: str, names: Collection[str]) -> Iterator[Span]:
    """Yield each place where an airline acts under the first word of its name: `American| said it would fly`."""
    for name in sorted(names):
        acts = ITSELF if kind_of(name) == "nationality" else FLYING
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(name)}{acts}", text):
            if NAMED_BEFORE.search(text, max(0, match.start() - LONGEST_WORD), match.start()) is None:
                yield Span(start=match.start(), end=match.end(), kind="organization", rule="short form")


def is_telling(word: str) -> bool:
    """Tell whether a word alone can be a company's: no place, people, title, given name or word for any body."""
    is_plain = len(word) >= SHORTEST and word[0].isupper() and word.lower() not in words_for("first word of any firm")
    is_other = kind_of(word) or is_stop_word(word) or is_title(word) or is_city(word) or countries_of_region(word)
    return is_plain and not is_other and word not in names_of_persons()


def first_words(
    text: str, words: Sequence[Token], companies: Collection[str], *, people: Table, small: Collection[str]
) -> Iterator[Span]:
    """Yield each place where a company's first word stands alone, unless somebody named there bears it too."""
    for word in words:
        if word.text not in companies or word.text in people or word.text.lower() in small:
            continue
        before = CAPITAL_BEFORE.search(text, max(0, word.start - LONGEST_WORD), word.start)
        if text[word.end : word.end + 1] == "-" and text[word.end + 1 : word.end + 2].isupper():
            continue  # `Allen` of `Allen-Hale`
        is_noun = text.startswith(" of ", word.end)  # `Construction of the plants` beside a `Construction Bank`
        if before is None and not is_noun and not CAPITAL_AFTER.match(text, word.end):
            yield Span(start=word.start, end=word.end, kind="organization", rule="short form")
