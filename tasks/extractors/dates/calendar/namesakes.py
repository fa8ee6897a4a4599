"""Persons and firms named like a month: `Theresa May`, `June Carter`, `May Stores Inc`, and what `May said` is then."""

import re
from functools import lru_cache

from tasks.extractors.dates.words.lexicon import LONG_MONTH
from tasks.extractors.dates.words.word_lists import alternation
from tasks.extractors.vocabulary.given_names import names_of_persons
from tasks.extractors.vocabulary.nouns import noun_kinds

WORD = r"[A-Z][a-zà-ÿ]+(?:['’-][A-Z][a-zà-ÿ]+)?"
GIVEN = "April|May|June|August"
"""Months that are given names, too."""

TITLE = rf"\b(?:{alternation('namesakes.titles')})\.?"
TITLE_BEFORE = re.compile(rf"{TITLE}\s+$")
GIVEN_BEFORE = re.compile(rf"\b(?P<given>{WORD})\s+(?:(?:[A-Z]\.\s*){{1,2}}|[\"“'‘]\w+[\"”'’]\s+)?$")
"""`Kenneth `, `Robert M. ` before `May`."""
LONGEST_BEFORE = 32

BORNE = re.compile(
    rf"(?:(?P<given>{WORD})\s+(?:(?:[A-Z]\.\s*){{1,2}})?|(?P<title>{TITLE})\s+)(?P<month>{LONG_MONTH})(?!\w|-|,?\s+\d)"
)
"""`Kenneth May`, `Mr May`, wherever they stand."""
FIRM = re.compile(
    rf"\b(?P<month>{LONG_MONTH})\s+(?:(?:{WORD}|and|&)\s+){{0,3}}(?:{alternation('namesakes.firms')})\b(?!\s+[A-Z][a-z])"
)
"""`May Stores Inc`."""

SPEAKS = re.compile(
    rf"\s+(?:also\s+|later\s+)?(?:{alternation('namesakes.speech')})\b(?!\s+(?:to|up|about|some|an?\s|[$£]|\d))"
)
"""What makes a person of the word before it: ` said`; not what ` added to` losses."""
SURNAME = re.compile(rf"\s+(?:[A-Z]\.\s+)?(?P<surname>(?!{LONG_MONTH}\b){WORD})(?P<possessive>['’]s\b)?")
TOLD_OF = re.compile(r",\s+(?:\d\d\b|an?\s|the\s|who\b|[a-z]+\s(?:of|at|for|in)\s)")
"""What follows a name: `, 45,`, `, the envoy`, `, who`, `, president of `."""
NO_ROLE = frozenset(
    {"official", "general", "private", "major", "minor", "representative", "native", "national", "individual"}
    | {"conservative", "liberal", "professional", "principal", "chief", "junior", "senior", "military", "public"}
)
"""Nouns for people that stand as adjectives before a month, too."""
ROLE_BEFORE = re.compile(r"(?:^|\W)(?P<role>[a-z]+)\s+$")

IN_TIME = re.compile(
    r"\b(?:in|during|from|of|for|through|between|to|by|than|early|late|mid|last|this|next|ended"
    rf"|ending|dated|published|issued|released|written|made|the|its|his|{LONG_MONTH})(?:\s|-|/)\s*$",
    re.IGNORECASE,
)
"""What a month stands behind: `a report for |June said`."""
SINCE = re.compile(r"\b(?:since|until|till)\s+$", re.IGNORECASE)
"""What may begin a clause: somebody in `since |April said so`, a month in `until |December Lee said so`."""
SAID_BEFORE = re.compile(r"\b(?:according\s+to|said|says|told|asked|added|Mr|Ms|Mrs|Miss)\s+$")
ENDS = re.compile(r"\s*(?:[.,;:?!)\"”]|$)")
DOES = re.compile(
    r"['’]s\b|\s+(?:was|is|has|had|will|would|could|did|does|says|also|himself|herself|became|joined|took|left|owns|owned)\b"
    r"|,\s+(?:who|whose|\d\d,)"
)
"""What follows somebody who is told of: `|, who`, `|'s`, `| has`."""


def is_namesake(text: str, start: int, end: int) -> bool:
    """Tell whether a month's name at some offsets is a person's or a firm's."""
    before = text[max(0, start - LONGEST_BEFORE) : start]
    if TITLE_BEFORE.search(before) or is_given(GIVEN_BEFORE.search(before)):
        return True
    firm = FIRM.match(text, start)
    if firm and not IN_TIME.search(before):
        return True
    if IN_TIME.search(before):
        return is_cited(before, text, end=end)
    return (
        bool(SPEAKS.match(text, end)) or is_first_name(text, start, end, before=before) or is_told_of(text, start, end)
    )


def is_cited(before: str, text: str, *, end: int) -> bool:
    """Tell whether somebody is a source: `according to |May`, where the name is one of the article's."""
    month = text[:end].rpartition(" ")[2]
    return before.lower().endswith("according to ") and month in namesakes(text) and ENDS.match(text, end) is not None


def is_given(match: re.Match[str] | None) -> bool:
    """Tell whether the word before a month is a person's given name."""
    return match is not None and match["given"] in names_of_persons()


def is_first_name(text: str, start: int, end: int, *, before: str) -> bool:
    """Tell whether a month's name is the given one of somebody: `June Carter said`, `the singer June Carter`."""
    named = SURNAME.match(text, end) if re.match(rf"(?:{GIVEN})\b", text[start:end]) else None
    if named is None:
        return False
    role = ROLE_BEFORE.search(before)
    is_role = role is not None and role["role"] not in NO_ROLE and noun_kinds().get(role["role"]) == "person"
    return (
        is_role
        or SPEAKS.match(text, named.end()) is not None
        or (not named["possessive"] and TOLD_OF.match(text, named.end()) is not None)
        or named["surname"] in persons(text)
    )


def is_told_of(text: str, start: int, end: int) -> bool:
    """Tell whether a namesake that the article names in full is told of: `May, who`, `said May.`, `May's plan`."""
    if text[start:end] not in namesakes(text):
        return False
    if DOES.match(text, end):
        return True
    return SAID_BEFORE.search(text, max(0, start - LONGEST_BEFORE), start) is not None and bool(ENDS.match(text, end))


@lru_cache(maxsize=1)
def namesakes(text: str) -> frozenset[str]:
    """Return the months' names that somebody bears in a text: in `Kenneth May`, `Mr May`, `June Carter said`."""
    borne = {one["month"] for one in BORNE.finditer(text) if one["title"] or one["given"] in names_of_persons()}
    firms = {
        one["month"]
        for one in FIRM.finditer(text)
        if not IN_TIME.search(text, max(0, one.start() - LONGEST_BEFORE), one.start())
    }
    given = {one for one in GIVEN.split("|") if one in text and is_borne_first(text, one)}
    return frozenset(borne | firms | given)


def is_borne_first(text: str, month: str) -> bool:
    """Tell whether somebody's given name is a month's anywhere in a text."""
    for one in re.finditer(rf"\b{month}(?=\s+[A-Z])", text):
        before = text[max(0, one.start() - LONGEST_BEFORE) : one.start()]
        if not IN_TIME.search(before) and is_first_name(text, one.start(), one.end(), before=before):
            return True
    return False


@lru_cache(maxsize=1)
def persons(text: str) -> frozenset[str]:
    """Return the family names that a text gives persons: `Carter` of `Mrs Carter`."""
    return frozenset(one["name"] for one in re.finditer(rf"{TITLE}\s+(?P<name>{WORD})", text))
