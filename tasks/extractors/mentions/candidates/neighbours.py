"""Two names side by side that the model took for one: `Holm Peru` of `told Holm Peru had`, `Tory Rosa Hill`."""

import re
from dataclasses import replace

from tasks.extractors.mentions.lexicon.headwords import is_headword
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.vocabulary.given_names import genders
from tasks.extractors.vocabulary.outlets import known_outlet

TOLD = re.compile(r"\b(?:told|assured|warned|reminded|informed|asked) $")
LONGEST_TOLD = 10
VERB_AFTER = re.compile(
    r" (?:had|has|have|was|is|are|were|would|will|must|should|could|can|may|might|did|does|need(?:s|ed)?|want(?:s|ed)?"
    r"|remain(?:s|ed)|intend(?:s|ed)|plan(?:s|ned))\b"
)
LISTENER_AND_COUNTRY = re.compile(r"(?P<listener>[A-Z][\w’'-]+) (?P<place>[A-Z][\w.-]+(?: [A-Z][\w-]+)?)")
FORM_AT_END = r"(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|Plc|PLC|AG|SA|NV|SpA|GmbH|LLC)\.?"
FROM = re.compile(rf"(?P<first>[A-Z][\w’'&.-]*(?: [A-Z&][\w’'&.-]*){{0,3}}) from (?P<second>[A-Z].* {FORM_AT_END})")
"""`bought |Finch| from |Alden Trust Plc|`."""
UNIT_OF_COUNTRY = re.compile(
    r"(?P<place>U\.S\.|U\.K\.|US|UK) (?:Subsidiary|Unit|Affiliate|Parent|Partner|Arm|Producer|Retailer|Brewer|Rival"
    r"|Firm|Distributor|Maker|Manufacturer|Investor|Financier|Analyst|Publisher|Broker|Insurer|Chain) (?P<name>[A-Z].*)"
)
"""`its |U.K.| Subsidiary |Finch Ltd|`, as wires write a capital behind `U.K.`."""
MEMBER = re.compile(
    r"(?P<party>[A-Z][\w-]+) (?P<person>(?P<given>[A-Z][a-z]+)(?: (?:[A-Z]\. )?(?P<family>[A-Z][\w’'-]+))?)"
)
"""`Tory| |Rosa Hill`."""
MAN_OF = re.compile(r"(?:Welsh|English|French|Irish|Scots|Dutch|Manx|Cornish|Ulster|North|Norse)(?:wo)?m[ae]n")
"""`Welshman| |Rhys Hale`."""
FAMILY_AFTER = re.compile(r" (?:[A-Z]\. )?(?P<family>[A-Z][\w’'-]+)")
KINDS_OF_MEMBERS = ("organization", "nationality")


def told_apart(text: str, span: Span) -> tuple[Span | None, Span]:
    """Part who is told something from the country that it is about: `told |Holm| |Peru| had`, `told |Reuters| …`."""
    told = TOLD.search(text, max(0, span.start - LONGEST_TOLD), span.start)
    match = LISTENER_AND_COUNTRY.fullmatch(text, span.start, span.end) if told else None
    if match is None or not VERB_AFTER.match(text, span.end):
        return None, span
    listener, place = match["listener"], match["place"]
    is_outlet = known_outlet(listener) is not None and kind_of(listener) in (None, "organization")
    is_other = is_stop_word(listener) or (kind_of(listener) is not None and not is_outlet)
    if kind_of(place) != "place" or is_other or kind_of(match.group()):
        return None, span
    first = replace(span, end=match.end("listener"), kind="organization" if is_outlet else "person")
    return first, replace(span, start=match.start("place"), kind="place")


def seller_apart(text: str, span: Span) -> tuple[Span | None, Span]:
    """Part what is bought from the company that it is bought from."""
    match = FROM.fullmatch(text, span.start, span.end) if span.kind == "organization" else None
    if match is None:
        return None, span
    return replace(span, end=match.end("first")), replace(span, start=match.start("second"))


def unit_apart(text: str, span: Span) -> tuple[Span | None, Span]:
    """Part a country from the name of a firm, with the noun between them that wires give a capital."""
    match = UNIT_OF_COUNTRY.fullmatch(text, span.start, span.end)
    if match is None or is_headword(match["name"]):
        return None, span
    return replace(span, end=match.end("place"), kind="place"), replace(span, start=match.start("name"))


def member_apart(text: str, span: Span) -> tuple[Span | None, Span]:
    """Part a party or people from somebody of it who is named in full right behind it."""
    match = MEMBER.fullmatch(text, span.start, span.end) if span.kind in ("organization", "person") else None
    people = "nationality" if match and MAN_OF.fullmatch(match["party"]) else None
    if match is None or (people or kind_of(match["party"])) not in KINDS_OF_MEMBERS or kind_of(match.group()):
        return None, span
    behind = FAMILY_AFTER.match(text, span.end)
    given, family = match["given"], match["family"] or (behind["family"] if behind else None)
    if family is None:
        return None, span
    is_person = given in genders() and kind_of(given) is None and not is_headword(family) and kind_of(family) is None
    if not is_person or match["party"] in genders() or kind_of(match["person"]):
        return None, span
    party = replace(span, end=match.end("party"), kind=people or kind_of(match["party"]) or span.kind)
    return party, replace(span, start=match.start("person"), kind="person")
