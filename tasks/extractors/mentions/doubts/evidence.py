"""What stands beside a single word that is somebody's name: an office, a deed, kin, an age; or that is none."""

import re

from tasks.extractors.mentions.kinds.descriptions import is_described, tells_person
from tasks.extractors.mentions.kinds.roles import role_before
from tasks.extractors.mentions.kinds.surnames import MET_AFTER, MET_BEFORE, ends_as_surname
from tasks.extractors.mentions.kinds.votes import (
    KIN_AFTER,
    MORE_SPEECH_AFTER,
    PERSON_AFTER,
    PLACE_BEFORE,
    SPEECH_AFTER,
    no_speaker,
)
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.tables import any_of
from tasks.extractors.mentions.lexicon.titles import title_before
from tasks.extractors.vocabulary.given_names import common_given_names, genders

WINDOW = 60
ACTS = re.compile(
    r"[\"”’]? (?:has|had|was|is|would|will|can|cannot|could|may|must|should|did|does|also|never|later|then"
    r"|himself|herself|[a-z]{3,}ed|left|went|met|came|spoke|won|became)\b|,? (?:who|whose)\b"
    r"|,? \(?\d\d\)?[,;)]| \((?:born|aged|left|right|pictured)\b"
)
"""`Nabiev| has`, `Nabiev|, who`, `Nabiev| (46)`: what bodies and places do less often under one word."""
BEGINS = re.compile(r"(?:^|[.!?:\n”\"]\s*)$")
DOES = re.compile(r" (?:[a-z]{3,}s|held|made|took|gave|sent|brought|began|led|saw|read|wrote|paid|kept)\b(?! of\b)")
"""`Nabiev| insists`, `Nabiev| made`, where a sentence begins with it."""
BEHIND_OWNER = re.compile(
    rf"(?:['’]s?|\))? (?:{any_of('what is called after somebody')})\b|['’]s (?:{any_of('what somebody has')})\b"
)
"""`the Nabiev| government`, `Nabiev|'s wife`."""
CALLED = re.compile(
    r"\b(?:[Ss]aid|says|explain(?:s|ed)|added|claim(?:s|ed)|ask(?:s|ed)|recall(?:s|ed)|wrote|replied|warned|argued"
    r"|[Aa]ccording to|named|surnamed|identified as|name as|nicknamed|killed by|led by|made by|told by|married to) $"
)
"""`said |Nabiev`, `a man named |Nabiev`."""
NOUN = re.compile(r"(?<![\w’'-])(?P<noun>[a-z-]+) $")
DETERMINED = re.compile(r"(?<![\w’'-])(?:[Tt]he|[Aa]n?) $")
TRIBE_AFTER = re.compile(rf"(?: (?:{any_of('group of a people alone')})\b|-speaking\b)")
"""`the Gagauz| tribe`: of nothing but a people, where firms have a community and a language too."""
GROUP_AFTER = re.compile(rf" (?:{any_of('group of a people')})\b")
"""`the Gagauz| community`."""
OF_ITS_KIND = re.compile(r"\b(?:am|is|was|are|were|be|being|became|become|as) an? $")
"""`he is a |Gagauz`; `a Nabiev| loyalist` goes on."""
GOES_ON = re.compile(r"[ -]\w")
MOVED = re.compile(r"\b(?:came|come|comes|coming|went|go|going|moved|travel\w*|visit\w*|route|road|tour) (?:to )?$")


def is_known(name: str) -> bool:
    """Tell whether a word is a given name, one that ends as surnames do, or somebody known by it alone."""
    is_given = name in genders() or name in common_given_names()
    return is_given or ends_as_surname(f" {name}") or kind_of(name) == "person"


def is_of_tribe(text: str, end: int) -> bool:
    """Tell whether what stands behind a name makes it that of a people, and of nothing else: `the Gagauz| tribe`."""
    return TRIBE_AFTER.match(text, end) is not None


def is_of_people(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside a name make it that of a people: `the Gagauz| community`, `he is a |Gagauz`."""
    if is_of_tribe(text, end) or GROUP_AFTER.match(text, end):
        return True
    return bool(OF_ITS_KIND.search(text, max(0, start - WINDOW), start)) and not GOES_ON.match(text, end)


def shows_person(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside a name show that it is somebody's."""
    before, after = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
    if BEHIND_OWNER.match(after):
        return True
    if DETERMINED.search(before) or PLACE_BEFORE.search(before) or MOVED.search(before) or no_speaker(before):
        return False
    if title_before(before) or role_before(text, start) or is_described(text, start, end) or is_noun_before(before):
        return True
    if any(deed.match(after) for deed in (SPEECH_AFTER, MORE_SPEECH_AFTER, PERSON_AFTER, KIN_AFTER, MET_AFTER, ACTS)):
        return True
    if MET_BEFORE.search(before) or CALLED.search(before):
        return True
    return bool(BEGINS.search(before)) and DOES.match(after) is not None


def is_noun_before(before: str) -> bool:
    """Tell whether a noun for a person stands right before, or for several: `his son |Timur`, `singers |Nabi and`."""
    noun = NOUN.search(before)
    return noun is not None and (tells_person(noun["noun"]) or tells_person(noun["noun"].removesuffix("s")))
