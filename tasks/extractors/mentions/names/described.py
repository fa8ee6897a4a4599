"""Names that the noun right beside them tells the kind of: `the tanker Sea Pearl`, `Arkon, a think tank,`."""

import re
from collections.abc import Collection, Iterator

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.firms import has_or_does, tells_deed
from tasks.extractors.mentions.lexicon.headwords import is_headword
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, words_for
from tasks.extractors.mentions.lexicon.titles import is_title
from tasks.extractors.mentions.names.datelines import well_known
from tasks.extractors.vocabulary.given_names import genders
from tasks.extractors.vocabulary.nouns import noun_kind

NAME = (
    r"[A-Z][\w’'-]+(?: (?:of (?:the (?!(?:[A-Z][\w-]+ ){1,3}(?:Fleet|Flotilla|Navy|Squadron)\b))?)?[A-Z][\w’'-]*){0,3}"
    r"(?: (?:\d{1,3}|[IVX]{1,4}))?"
)
SHIP = re.compile(
    rf"\b(?P<noun>{any_of('ship of war')}|{any_of('ship of peace')})(?P<several>s)? [\"“]?(?P<name>{NAME})(?![\w-])"
    rf"(?:,? and (?P<second>{NAME})(?![\w-]))?"
)
"""`the frigate Storm`, `the tankers Sea Pearl and Bright Star`, and their names in quotation marks."""
SHIP_BEHIND = re.compile(
    rf"(?<![\w’'-])(?P<name>{NAME}), (?:the|an?) (?:(?!of |who)[\w’'-]+ ){{0,5}}?"
    rf"(?P<noun>{any_of('ship of war')}|carrier)"
    r"(?=[,.;]| (?:that|which|built|based|of|in|with)\b)"
)
"""`Admiral Orlov, the fleet's only carrier,`."""
WAR = re.compile(rf"(?:{any_of('ship of war')})$")
FIRM = re.compile(
    rf"(?:^|(?<=[a-z,’”\"] )|(?<=[.!?]\s)|(?<=\n))(?:The )?(?P<name>{NAME}), (?:the|an?) (?:[\w’'-]+ ){{0,3}}?"
    rf"(?:{any_of('body that thinks or asks')}|{any_of('firm behind its name')})"
    r"(?=[,.;]| (?:that|which|based|in|of|with)\b)",
)
"""`Arkon, a think tank in Oslo,`."""
FIRM_BEHIND = re.compile(rf"\b(?:{any_of('body that thinks or asks')}) (?P<name>{NAME})(?![\w-])")
"""`the think tank Arkon`."""
FIRM_BEFORE = re.compile(
    r"\b(?:airline|automaker|brewer|broadcaster|carmaker|chipmaker|company|conglomerate|consultancy|firm|insurer|operator"
    r"|provider|publisher|retailer|startup|start-up|steelmaker|telco|website) "
    r"(?P<name>[A-Z][\w’-]*[a-z]\w*)"
    r"(?= (?:is|are|has|have|was|were|will|would|said|says|plans|announced|and|to|in|which)\b|,)"
)
"""`telephony firm |Narokom| is`: of one word that is not known otherwise."""
WHERE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Oo]n|[Oo]utside|[Tt]o) $")
LONGEST_WHERE = 9
INITIALS = re.compile(r"[A-Z]\. ?$")
REST = re.compile(r"(?<!,) (?:and|of|for|on|&) $")
"""What makes a name the end of a longer one: `Centre for Energy and |Clean Air`."""
ALONE = re.compile(
    r"[\"”,.;)]|$| of the (?:[A-Z][\w-]+ ){1,3}(?:Fleet|Flotilla|Navy)\b"
    r"| (?:off|in|near|on|at|sank|left|sailed|capsized|ran|which|carrying|with|and|were|arrived|from|to)\b"
)
"""What may follow a ship with a country's name: in `the destroyer |China| ordered` it is the country that does it."""
LINE = re.compile(r"-[A-Z]")
"""`the ferry Helsinki|-Tallinn`."""
CALLED_AFTER = frozenset({"Admiral", "Marshal", "Vice-Admiral", "Vitse-Admiral"})
"""Whom ships of war are called after, with his rank: `the destroyer Admiral Orlov`."""
RUN = re.compile(
    r"(?:(?<=[a-z,] )|(?<=[.!?] )|(?<=\n)|^)(?P<name>[A-Z][\w-]{3,}(?: [A-Z][\w-]{3,})?)(?= [a-z]|['’]s |, which )",
    re.MULTILINE,
)
LEADER = re.compile(
    r" (?:leader|spokes(?:man|woman|person)|chairman|director|co-founder|analyst|general director) (?=[A-Z])"
)
"""`Akrodiya| leader Omar Tekeyev`."""
DAYS_AND_COURTESIES = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mr", "Mrs", "Ms"}
)
UNIT = re.compile(
    r"\b(?:[Tt]he|['’]s|[Aa]|elite|motorized|airborne|special|assault|tank|rifle) "
    r"[\"“]?(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)[\"”]?"
    r" (?:[a-z-]+ ){0,2}(?:battalion|brigade|regiment|detachment|battalions|commandos|special forces)\b"
)
"""`the |Sever| battalion`."""
COMPOUND = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][a-z]{2,}"
    r"(?:[a-z]{2}bank|energo|neft|neftegaz|neftegas|prom|promeksport|promexport|stroi|stroy|strakh|eksport|telekom|avia|flot|transgaz"
    r"|metall|nikel|ugol|khim|khimprom|kombinat|almaz|zoloto|eksim|konversiya|export|spets(?:export|stroy|svyaz|trans)"
    r"|atom|nadzor|mash|preparat|komstat|komimushchestvo|komrybolovstvo|komzem|standart|neftekhim|nefteprodukt"
    r"|telekom|telecom|vooruzheniye|vooruzhenie|oboronprom|kosmos|patent|tabak|torg|vodokanal|gidro|azot))(?![\w-])"
)
"""Firms as Russian puts words together: `Dalenergo`, `Kazkommertsbank`."""
LONGEST_BEFORE = 20
CAPITAL_BEFORE = re.compile(r"[A-Z][a-z]+ $")


def compound_firms(text: str) -> Iterator[Span]:
    """Yield the firms whose one word ends in what they deal in, as Russian ones do; a family name may end in `bank`."""
    for match in COMPOUND.finditer(text):
        start = match.start("name")
        is_last = CAPITAL_BEFORE.search(text, max(0, start - LONGEST_BEFORE), start) is not None
        if not is_last and kind_of(match["name"]) is None and not is_city(match["name"]):
            yield Span(start=start, end=match.end("name"), kind="organization", rule="what it is")


AIRLINE = re.compile(
    r"(?<![\w’'-])(?!(?:The|An?|Of|By|For) )(?:[A-Z][a-z]+ ){1,2}(?:Airlines|Airways|Air Lines)(?![\w-])"
)
"""`Pulkovo Airlines`, whatever of its planes follows."""


TICKERED = re.compile(
    r"(?<![\w&’'.-])(?P<name>[A-Z][\w&’'-]+(?: (?:(?:and|&|of) )?[A-Z][\w&’'.-]*){0,4}) <[A-Z]{1,6}(?:\.[A-Z]{1,3})?>"
)
"""A company before its sign: `Holmcorp <HLM>`."""


def listed_firms(text: str) -> Iterator[Span]:
    """Yield the companies that a sign in angle brackets follows, without a sentence's first word."""
    for match in TICKERED.finditer(text) if "<" in text else ():
        first, _, rest = match["name"].partition(" ")
        start = match.start("name") + (len(first) + 1 if is_stop_word(first) and rest else 0)
        yield Span(start=start, end=match.end("name"), kind="organization", rule="bracket")


def airlines(text: str) -> Iterator[Span]:
    """Yield the airlines by the last word of their names, without an article that begins a sentence."""
    for match in AIRLINE.finditer(text):
        first, _, rest = match.group().partition(" ")
        start = match.start() + (len(first) + 1 if is_stop_word(first) and " " in rest else 0)
        yield Span(start=start, end=match.end(), kind="organization", rule="what it is")


def acting_firms(text: str, small: Collection[str]) -> Iterator[Span]:
    """Yield what the model overlooked and does what only firms do, or has a leader or director named behind it."""
    for match in RUN.finditer(text):
        words = match["name"].split(" ")
        end = match.end("name")
        is_firm = has_or_does(text, end) or tells_deed(text, end) or LEADER.match(text, end) is not None
        if is_firm and all(is_strange(word) and word.lower() not in small for word in words):
            yield Span(start=match.start("name"), end=end, kind="organization", rule="what it does")


def firms_called_so(text: str) -> Iterator[Span]:
    """Yield the firms of one word behind a noun for firms alone, which is no name, title, day or noun."""
    for match in FIRM_BEFORE.finditer(text):
        if is_strange(match["name"]) and match["name"] not in DAYS_AND_COURTESIES:
            yield Span(start=match.start("name"), end=match.end("name"), kind="organization", rule="what it is")


def is_strange(word: str) -> bool:
    """Tell whether a word is none that is known as another name, a title or a noun."""
    is_name = kind_of(word) is not None or is_city(word) or bool(countries_of_region(word)) or word in genders()
    is_name = is_name or word in words_for("no firm at a sentence's start")
    return not (is_name or is_title(word) or is_stop_word(word) or is_headword(word) or noun_kind(word))


def units(text: str) -> Iterator[Span]:
    """Yield the names of units of an army or militia, if they are no people's, place's or rank's."""
    for match in UNIT.finditer(text):
        name = match["name"]
        first = name.partition(" ")[0]
        is_other = (
            kind_of(name) is not None or kind_of(first) is not None or name in well_known() or is_stop_word(first)
        )
        if not is_other and not is_title(first) and not is_headword(name.rpartition(" ")[2]) and first not in genders():
            yield Span(start=match.start("name"), end=match.end("name"), kind="organization", rule="what it is")


def ships(text: str) -> Iterator[Span]:
    """Yield the ships that a noun before their names tells: of war as weapons, others as facilities."""
    for match in SHIP.finditer(text):
        kind = "weapon" if WAR.match(match["noun"]) else "facility"
        for group in ("name", "second") if match["several"] else ("name",):
            if match[group] and is_ship(text, *match.span(group)):
                yield Span(start=match.start(group), end=match.end(group), kind=kind, rule="ship")
    for match in SHIP_BEHIND.finditer(text):
        if is_ship(text, *match.span("name")):
            yield Span(start=match.start("name"), end=match.end("name"), kind="weapon", rule="ship")


def is_ship(text: str, start: int, end: int) -> bool:
    """Tell whether a name behind a word for ships is one's: no title, day, body or country that has the ship."""
    name = text[start:end]
    first = name.partition(" ")[0]
    is_other = kind_of(name) is not None and (kind_of(name) != "place" or ALONE.match(text, end) is None)
    is_ranked = first in CALLED_AFTER and " " in name and ALONE.match(text, end) is not None
    return is_ranked or not (is_title(first) or is_stop_word(first) or is_other or LINE.search(name))


def firms(text: str) -> Iterator[Span]:
    """Yield the bodies that what they are tells, behind their names or before."""
    for match in (*FIRM.finditer(text), *FIRM_BEHIND.finditer(text)):
        name, start = match["name"], match.start("name")
        is_place = kind_of(name) in ("place", "nationality") or is_city(name)
        where = WHERE.search(text, max(0, start - LONGEST_WHERE), start)
        first = name.partition(" ")[0]
        is_rest = REST.search(text, max(0, start - LONGEST_WHERE), start) is not None
        is_rest = is_rest or INITIALS.search(text, max(0, start - LONGEST_WHERE), start) is not None
        is_rest = is_rest or (" of " in name and noun_kind(first) is not None)
        is_none = is_rest or is_stop_word(name) or is_title(first) or first in words_for("no first word of an event")
        if not (is_place or where or is_none or first in genders()):
            yield Span(start=start, end=match.end("name"), kind="organization", rule="what it is")


SURNAME = r"(?:(?:de|van|von|der|di|da|del|la|le) ){0,2}[A-Z][\w’'-]+"
YEAR = r"\((?:1[89]|20)\d\d[a-z]?(?:, (?:1[89]|20)\d\d[a-z]?)*(?:[:,] ?(?:pp?\. ?)?\d[\d–-]*)?\)"
CLAIMS = (
    r"(?:(?:also|have|has|both|then|later|first|further|rightly|recently) ){0,2}"
    r"(?:argue[sd]?|suggest(?:s|ed)?|claim(?:s|ed)?"
    r"|propose[sd]?|conclude[sd]?|contend(?:s|ed)?|note[sd]?|report(?:s|ed)?|f(?:ind|inds|ound)|point(?:s|ed)? out"
    r"|observe[sd]?|describe[sd]?|define[sd]?|examine[sd]?|demonstrate[sd]?|maintain(?:s|ed)?|show(?:s|ed|n)?|stud(?:y|ies|ied)"
    r"|analy[sz]e[sd]?|estimate[sd]?|assume[sd]?|call(?:s|ed)?|write[s]?|wrote)\b"
)
CITED = re.compile(rf"(?<![\w’'-])(?P<first>{SURNAME})(?:(?:,? (?:and|&) )(?P<second>{SURNAME}))? {YEAR} {CLAIMS}")
WITH_OTHERS = re.compile(rf"(?<![\w’'-])(?P<first>{SURNAME}) et al\b\.?")
"""Whom a text of scholars cites: `Holm (2011) argues`, `Wei et al. (2014)`."""


def scholars(text: str) -> Iterator[Span]:
    """Yield those who are cited with a year and claim something, and those who wrote with others."""
    for match in CITED.finditer(text) if "(" in text else ():
        for group in ("first", "second"):
            if match[group]:
                yield Span(start=match.start(group), end=match.end(group), kind="person", rule="citation")
    for match in WITH_OTHERS.finditer(text) if " et al" in text else ():
        yield Span(start=match.start("first"), end=match.end("first"), kind="person", rule="citation")
