"""What a noun beside a name says of its bearer: `his wife, Grace,`, `Ales Bely, leader of the Front`."""

import re

from tasks.extractors.mentions.kinds.apposition import LEAD
from tasks.extractors.mentions.lexicon.tables import words_for
from tasks.extractors.vocabulary.given_names import genders
from tasks.extractors.vocabulary.nouns import noun_kinds

BEFORE = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur|[Oo]ne of the)|['’]s?) "
    r"(?P<words>(?:[\w’'-]+ ){0,4}?)(?P<noun>[a-z-]+)(?P<of> (?:for|of|at|from|with|in) [^,.;:()]{1,40})?, $"
)
"""What is said before a name: `the agency's director, `, `a spokeswoman for the union, `."""
RIGHT_BEFORE = re.compile(r"(?<![\w’'-])(?P<noun>[a-z-]+) $")
WORD = re.compile(r"[\w’'-]+")
OWNER = re.compile(r"(?:its|his|her|their|our|my|one of the) ")
CALLED = re.compile(r"(?<![\w’'-])(?P<noun>[a-z-]+)(?P<comma>,?) (?:the )?$")
AT_WORK = re.compile(r"(?<![\w’'-])(?P<noun>[a-z-]+) (?:at|with) (?:(?:analyst|broker|consultant|auditor)s? )?$")
"""`a coordinator at |Cepas`, `a director at analyst |Gartner`."""
HEADS = frozenset({"head", "leader", "chief", "founder"})
"""What a firm may be too, but not `of` something: `Nokia, the leader in phones`."""
END = re.compile(r" (?:of|at|for|in|from|with|who|and)\b|[,.;)]")
"""What follows the noun for a person."""
WINDOW = 80
MOST_WORDS = 6


def is_described(text: str, start: int, end: int) -> bool:
    """Tell whether the noun beside a name is one for a person alone."""
    return is_called(text, start, end) or is_described_before(text, start, end) or is_described_behind(text, end)


def is_called(text: str, start: int, end: int) -> bool:
    """Tell whether a name in full stands right behind a noun for a person: `nurse |Tamika Rowe`."""
    noun = RIGHT_BEFORE.search(text, max(0, start - WINDOW), start)
    first, _, last = text[start:end].partition(" ")
    return noun is not None and bool(last) and first in genders() and tells_person(noun["noun"])


def is_described_before(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands behind a noun for a person: `his wife, |Grace`.

    Behind a longer phrase it may be the name of what the phrase ends with, `a lawyer at the firm, |Alden Hall`, unless
    it begins with a given name.
    """
    if not text.endswith(", ", 0, start):
        return False
    for found in BEFORE.finditer(text, max(0, start - WINDOW), start):
        if tells_person(found["noun"]) and words_for("no qualifier").isdisjoint(found["words"].split()):
            return found["of"] is None or text[start:end].partition(" ")[0] in genders()
    return False


def is_described_behind(text: str, end: int) -> bool:
    """Tell whether a noun for a person stands behind a name: `Bely, leader of the Front`."""
    lead = LEAD.match(text, end)
    if lead is None:
        return False
    owner = OWNER.match(text, lead.end())
    place = owner.end() if owner else lead.end()
    for _ in range(MOST_WORDS):
        word = WORD.match(text, place)
        if word is None or word.group() in words_for("no qualifier"):
            return False
        is_head = word.group() in HEADS and text.startswith(" of ", word.end())
        if is_head or (tells_person(word.group()) and END.match(text, word.end())):
            return True
        place = word.end() + 1
        if text[word.end() : place] != " ":
            return False
    return False


def is_called_body(before: str) -> bool:
    """Tell whether a text ends in a noun for a body, or for several people of a trade: `regulator |`, `analysts |`."""
    match = CALLED.search(before)
    if match is None:
        return False
    noun = match["noun"]
    if match["comma"]:
        return noun in words_for("body set apart by a comma")
    is_trade = noun.endswith("s") and noun not in noun_kinds() and tells_person(noun.removesuffix("s"))
    is_body = noun_kinds().get(noun) == "organization" and noun not in words_for("noun for places and people too")
    return is_body or is_trade or noun == "regulator"


def works_at(before: str) -> bool:
    """Tell whether a text ends in somebody's work at a body: `technical coordinator at |`."""
    match = AT_WORK.search(before)
    return match is not None and tells_person(match["noun"])


def tells_person(noun: str) -> bool:
    """Tell whether a noun in the singular is for people, and never for bodies or countries as `ally` is."""
    return noun_kinds().get(noun) == "person" and noun not in words_for("noun for bodies too")
