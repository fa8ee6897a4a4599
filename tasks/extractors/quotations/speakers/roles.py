"""Finds the person behind a role, an owner or a misprint: `the ambassador`, `the coach, Petrov,`, `Petrov's words`."""

import re

from rapidfuzz.distance import Levenshtein

from tasks.extractors.quotations.marks.statements import Attribution
from tasks.extractors.quotations.speakers.cast import Cast
from tasks.extractors.vocabulary.nouns import noun_kind
from warehouse.records import Mention

AGE = re.compile(r"(?:\d{1,3}-year-old|former|late|young|old)\s+")
"""What may stand before a role and says nothing of which one it is: `the 57-year-old captain`."""
ADDED = re.compile(r", (?:[A-Z][a-z]{1,4}\. ){0,2}")
"""What stands before a name in apposition, with abbreviated titles: `, Rep. `."""
ADDED_BEHIND = re.compile(r", (?:[A-Z][a-z]{1,4}\.? ){0,2}$")
"""The same right before a name, with any short title: `, Dr `."""
WHOSE = re.compile(r"\b(?:of|to|for|under|with) (?:[A-Z][\w.]* ){0,3}$")
"""What stands before the one to whom somebody belongs: `a lawyer for President |Orlov`."""
ENDS = (",", ".", ";", "")
"""What may follow a name in apposition: `his widow, Rosa.`"""
AGED = re.compile(r"(?:, \d{1,3})?(?: [A-Z]{2,4})?")
"""What may follow a name in apposition: `, 34`, ` QC`."""
DEFINITE = re.compile(r"(?:the|my|our)\s", re.IGNORECASE)
EMPLOYED_BY = re.compile(r",? (?:of|at|with|from) (?:the )?(?:[\w-]+ ){0,3}")
OF_BODY = re.compile(r" of (?:the )?[A-Z][\w’'-]*(?: (?:(?:of|and|for) )?[A-Z][\w’'-]*){0,4} ")
"""Between an office with its body and who holds it: `Superintendent| of Police |Rosa Hill`."""
FROM = re.compile(r" (?:of|from|in) [A-Z][\w’'-]*(?: [\w’'-]+){0,3}")
OWNING = re.compile(r"['’]s |(?: \([A-Z][\w-]*\))?(?: (?!(?:and|or|but|for|of)\b)[A-Za-z-]+){1,5} ")
"""Between a firm and who speaks for it: `Bank of Orvel|'s |Hill`, `Dorn and Co| assistant manager |Hill`."""
TWO_ROLES = re.compile(
    r"\b(?P<first>[A-Za-z-]*[^\Ws]) and (?!(?:the|an?|his|her|its|their|several|other|two)\b)(?=[a-z])"
)
"""Two roles of one person, the first in the singular and the second without an article: `MP and former minister`."""
SHORTEST_MISPRINT = 5
"""Letters of a name in which one may be misprinted; shorter names are alike too often."""


def bearer_of(word: str, *, cast: Cast) -> str | None:
    """Find the one person whose surname a word is in capitals, or misprinted by a letter: `“No,” Burtn said`."""
    surnames = {mention.name: mention.name.split()[-1] for mention in cast.mentions if mention.kind == "person"}
    bearers = [
        name
        for name, surname in surnames.items()
        if surname.upper() == word or (len(word) >= SHORTEST_MISPRINT and Levenshtein.distance(surname, word) == 1)
    ]
    return bearers[0] if len(bearers) == 1 else None


def holder_after(text: str, attribution: Attribution, *, cast: Cast) -> Mention | None:
    """Find the person named between commas after a role: `the team's coach, Ivan Petrov,`."""
    end = attribution.speaker[1]
    lead = ADDED.match(text, end)
    if attribution.is_plural or lead is None or noun_kind(text[slice(*attribution.head)]) != "person":
        return None
    mention = cast.covering(lead.end(), lead.end() + 1)
    is_added = mention is not None and mention.start_char == lead.end() and mention.kind == "person"
    return (
        mention if mention is not None and is_added and text[mention.end_char : mention.end_char + 1] in ENDS else None
    )


def holder_within(text: str, attribution: Attribution, *, cast: Cast) -> Mention | None:
    """Find the person named at the end of a phrase, behind a comma: `one of the hikers, Rosa Hill, 34`.

    Somebody else may be named in the phrase only as whose he is: `a lawyer for Orlov, Rosa Hill`.
    """
    start, end = attribution.speaker
    people = [one for one in cast.before(end, reach=end - attribution.head[1]) if one.kind == "person"]
    is_person = noun_kind(text[slice(*attribution.head)]) != "organization"
    if attribution.is_plural or not people or not is_person:
        return None
    *others, person = people
    if not all(WHOSE.search(text, start, other.start_char) for other in others):
        return None
    is_added = ADDED_BEHIND.search(text, start, person.start_char) and AGED.fullmatch(text, person.end_char, end)
    return person if is_added else None


def bearer_at_end(text: str, attribution: Attribution, *, cast: Cast) -> Mention | None:
    """Find the one person named behind all that he is: `former MP and minister Rene Duval`.

    The parser takes such a phrase for two who speak, or ends it before the name.
    """
    start, end = attribution.speaker
    phrase = text[start:end]
    joint = TWO_ROLES.search(phrase)
    if joint is None or noun_kind(joint["first"]) == "organization":
        return None
    named = cast.covering(end - 1, end) or cast.covering(end + 1, end + 2)
    if named is None or named.kind != "person" or not start + joint.end() <= named.start_char <= end + 1:
        return None
    others = cast.before(named.start_char, reach=named.start_char - start)
    return None if any(mention.kind == "person" for mention in others) else named


def bearer_beside(text: str, attribution: Attribution, *, cast: Cast) -> Mention | None:
    """Find the one person named before where he is from, or behind his office and whose it is.

    `Rosa Hill of Omsk town`, where the town was taken for who speaks; `Superintendent of Police Rosa Hill`.
    """
    start, end = attribution.speaker
    people = [
        one for one in cast.before(attribution.head[0], reach=attribution.head[0] - start) if one.kind == "person"
    ]
    is_one = len(people) == 1 and not attribution.is_plural
    if is_one and FROM.fullmatch(text, people[0].end_char, end):
        return people[0]
    last = cast.covering(end - 1, end)
    is_last = last is not None and last.kind == "person" and last.end_char == end
    is_behind = is_last and OF_BODY.fullmatch(text, attribution.head[1], last.start_char) if last else None
    return last if is_behind and not attribution.is_plural else None


def bearer_with_letters(text: str, attribution: Attribution, *, cast: Cast) -> Mention | None:
    """Find the person whose letters of honour the parser took for who speaks: `Tory frontbencher |Tom Hill| MP`."""
    start, end = attribution.head
    before = cast.covering(max(0, start - 2), max(0, start - 1))
    is_after = before is not None and text[before.end_char : start].strip(" ,") == ""
    is_letters = text[start:end].isupper() and before is not None and before.kind == "person"
    return before if is_after and is_letters else None


def employed(text: str, attribution: Attribution, *, cast: Cast) -> Mention | None:
    """Find the person beside the firm that the parser took for who speaks: `analyst Rosa Hill of Salomon Brothers`.

    So it is with `Bank of Orvel's Hill`, whose surname alone follows, and `Dorn and Co chairman Hill`.
    """
    firm = cast.covering(*attribution.head)
    start, end = attribution.speaker
    last = cast.covering(end - 1, end)
    if firm is not None and last is not None and last.kind == "person" and firm.end_char < last.start_char:
        return last if OWNING.fullmatch(text, firm.end_char, last.start_char) else None
    if firm is None or firm.kind != "organization" or firm.start_char <= start:
        return None
    person = next(
        (one for one in cast.before(firm.start_char, reach=firm.start_char - start) if one.kind == "person"), None
    )
    is_of = person is not None and EMPLOYED_BY.fullmatch(text, person.end_char, firm.start_char) is not None
    return person if is_of else None


def owner_of(text: str, attribution: Attribution, *, cast: Cast) -> Mention | None:
    """Find who owns the words that a phrase speaks of: `Manilov's remarks`."""
    for mention in cast.before(attribution.head[0], reach=attribution.head[0] - attribution.speaker[0]):
        if text[mention.end_char : mention.end_char + 2] in ("'s", "’s") or mention.text.endswith(("'s", "’s")):
            return mention
    return None


def holder_of(text: str, attribution: Attribution, *, cast: Cast) -> str | None:
    """Find the one person who holds a role that stands alone: `the ambassador`, where one ambassador is named.

    So it is with those close to the writer: `my aunt`, where one aunt is named.
    """
    definite = DEFINITE.match(text, *attribution.speaker)
    if attribution.is_plural or definite is None:
        return None
    role = AGE.sub("", text[definite.end() : attribution.speaker[1]].lower())
    holders = cast.holders(role) or holders_in(text, definite.end(), attribution.speaker[1], cast=cast)
    return holders[0] if len(holders) == 1 else None


def holders_in(text: str, start: int, end: int, *, cast: Cast) -> list[str]:
    """List who is introduced with the name and role of a phrase: `the Green leader` is `Green leader Ann Hill`."""
    owner = cast.covering(start, start + 1)
    if owner is None or owner.start_char != start or owner.end_char >= end:
        return []
    role = f"{text[start:end]} ".lower()
    people = (mention for mention in cast.mentions if mention.kind == "person")
    held = (each.name for each in people if text[max(0, each.start_char - len(role)) : each.start_char].lower() == role)
    return list(dict.fromkeys(held))
