"""Finds out the gender of an article's people: by their names, and by the pronouns near them."""

import bisect
import re
from collections import Counter
from collections.abc import Sequence

from tasks.extractors.quotations.lexicon.genders import ABBREVIATED_TITLES, gender_of, titles
from tasks.extractors.quotations.speakers.aliases import start_of
from tasks.extractors.quotations.speakers.cast import Cast
from warehouse.records import Mention

GENDERED_PRONOUN = re.compile(r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
VOTE_REACH = 200
"""Characters over which a pronoun votes for the gender of the person named before it."""
UNEXPLAINED = 3
"""What a pronoun that nobody else can account for is worth, beside one that may be somebody else's."""
ACTS_ON = re.compile(r" [a-z]+ (?=(?:him|her)\b)")
OBJECT_END = re.compile(r"\W*$|[.,;:!?)]| (?:that|to|the|an?)\b")
"""`Orlova told him`, `Orlov told her that`: whom somebody does something to is somebody else."""
FEWEST_VOTES = 3 * UNEXPLAINED
"""What pronouns must be worth to make doubtful what a name shows."""
FEWEST_PRONOUNS = 5
"""Pronouns to a name of their gender, more of which must be somebody else's."""


def infer_genders(text: str, cast: Cast) -> None:
    """Enter each person's gender in the table: as title and name show it, else as the pronouns near the name do."""
    titled: set[str] = set()
    for mention in cast.mentions:
        if mention.kind == "person" and mention.name not in cast.genders:
            title = title_gender_before(text, mention)
            gender = title or gender_of(mention.name) or gender_of(mention.text)
            if gender:
                cast.genders[mention.name] = gender
                cast.shown.add(mention.name)
            if title:
                titled.add(mention.name)
    for gender in ("masculine", "feminine"):
        name = left_for(gender, text=text, cast=cast)
        if name:
            cast.genders[name] = gender
    for name, votes in gender_votes(text, cast).items():
        known = cast.genders.get(name)
        gender, count = votes.most_common(1)[0]
        is_clear = 3 * count >= 2 * votes.total()
        is_open = is_doubtful(name) and name not in titled and count >= FEWEST_VOTES
        if is_clear and (known is None or is_open):
            cast.genders[name] = gender
        if is_clear and count >= FEWEST_VOTES:
            cast.shown.add(name)


def left_for(gender: str, *, text: str, cast: Cast) -> str | None:
    """Find the person left for pronouns of a gender that hardly any name shows: the one named far more often."""
    known = sum(cast.counts[name] for name, shown in cast.genders.items() if shown == gender)
    group = 1 if gender == "masculine" else 2
    pronouns = (found.start() for found in GENDERED_PRONOUN.finditer(text) if found.group(group))
    if sum(1 for place in pronouns if not cast.is_quoted(place)) < FEWEST_PRONOUNS * max(known, 1):
        return None
    people = {mention.name for mention in cast.mentions if mention.kind == "person"} - cast.genders.keys()
    ranked = sorted(people, key=lambda name: (-cast.counts[name], name))
    is_clear = len(ranked) == 1 or (len(ranked) > 1 and cast.counts[ranked[0]] >= 2 * cast.counts[ranked[1]])
    return ranked[0] if is_clear else None


def is_doubtful(name: str) -> bool:
    """Tell whether a gender was read from a single word, which may be a surname as well: `Kelly`."""
    return " " not in name


def title_gender_before(text: str, mention: Mention) -> str | None:
    """Give the gender that the title before a name shows: `Mrs. Clinton`, `sister Anna`; a full stop parts others."""
    words = text[max(0, mention.start_char - 15) : mention.start_char].split()
    if not words:
        return None
    word = words[-1].lower()
    return titles().get(word.removesuffix(".") if word in ABBREVIATED_TITLES else word)


def gender_votes(text: str, cast: Cast) -> dict[str, Counter[str]]:
    """Let every pronoun outside of quotations vote for the person named last before it."""
    votes: dict[str, Counter[str]] = {}
    people = [
        mention for mention in cast.mentions if mention.kind == "person" and not cast.is_quoted(mention.start_char)
    ]
    for pronoun in GENDERED_PRONOUN.finditer(text):
        index = bisect.bisect_left(people, pronoun.start(), key=start_of) - 1
        if index < 0 or pronoun.start() - people[index].end_char > VOTE_REACH or cast.is_quoted(pronoun.start()):
            continue
        if is_object(text, people[index].end_char, pronoun):
            continue
        gender = "masculine" if pronoun.group(1) else "feminine"
        weight = 1 if is_explained(pronoun.start(), gender, people=people, cast=cast) else UNEXPLAINED
        votes.setdefault(people[index].name, Counter())[gender] += weight
    return votes


def is_object(text: str, name_end: int, pronoun: re.Match[str]) -> bool:
    """Tell whether a pronoun is the object of what the one named right before it does."""
    acts = ACTS_ON.match(text, name_end)
    return acts is not None and acts.end() == pronoun.start() and OBJECT_END.match(text, pronoun.end()) is not None


def is_explained(place: int, gender: str, *, people: Sequence[Mention], cast: Cast) -> bool:
    """Tell whether somebody else known to be of a pronoun's gender is named not long before it.

    In `Anna took Lee home to meet her parents. She` the pronouns are Anna's and say nothing of Lee.
    """
    low = bisect.bisect_left(people, place - VOTE_REACH, key=start_of)
    high = bisect.bisect_left(people, place, key=start_of)
    last = people[high - 1].name
    return any(cast.genders.get(person.name) == gender and person.name != last for person in people[low:high])
