"""Finds whom a pronoun means: by gender, number, nearness, and who spoke last."""

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tasks.extractors.quotations.lexicon.tables import any_of
from tasks.extractors.quotations.speakers.cast import Cast
from warehouse.records import Mention

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NARRATOR = frozenset({"i", "me", "my", "myself"})
NOBODY = frozenset({"we", "us", "our", "you", "your"})
"""Pronouns that mean the writer and others, or the reader."""

SOMEBODY = {"": None, "his": "masculine", "her": "feminine"}
"""Stand for a speaker without a name, whom a pronoun may mean as well, with the gender that his noun shows."""
REACH = 1500
"""Characters before a pronoun in which its person is looked for."""
MOST_CANDIDATES = 40
ADDRESS_REACH = 200
"""Characters before a pronoun in which somebody of its gender may be addressed, where nobody else fits."""
BREAK = re.compile(r"[.?!…][\"”’)]*\s|\n")
"""The end of a sentence, as far as it parts a pronoun from its person."""

OPENING = (
    r"(?:(?:^|[.?!…][\"”’)]*\s|\n)(?:(?:But|And|Yet|So|Then)\s|"
    r"(?:After|At|Before|By|During|Earlier|For|From|In|Last|Later|On|Since|That|The|This|Until)\s[\w\s]{0,40},\s)?|[\"”’]\s)"
)
SUBJECT_PRONOUN = {
    "masculine": re.compile(OPENING + r"(?P<pronoun>[Hh]e)\b"),
    "feminine": re.compile(OPENING + r"(?P<pronoun>[Ss]he)\b"),
}
"""A pronoun that is the subject of its sentence: `. But he`, `. In May, she`, `,” he`."""
CHAIN_REACH = 300
"""Characters between two pronouns that are likely to mean the same."""
LONGEST_CHAIN = 6

ABBREVIATED = re.compile(rf"\b(?:{any_of('abbreviated title')}|[A-Z])\.\s")
"""Titles and initials whose full stop ends no sentence: `Mr. `, `J. `."""
APPOSITION = re.compile(
    r"(?:^|(?<=[.!?\n”\"] ))(?:His|Her|Their|The|An?|One of the|My|Our)\s(?:[\w’'-]+\s){0,4}[a-z-]+,$"
)
"""What somebody is, set before the name by a comma: `His wife, `."""
LONGEST_CAPTION = 80

SAME_SENTENCE = 1.6
LAST_SPEAKER = 1.4
BEGINS_SENTENCE = 0.6
UNKNOWN_GENDER = -0.7
PER_SENTENCE = -0.25
PER_MENTION = 0.05
SAME_SUBJECT = 0.5
CLEARLY = 0.5
"""What makes a person salient, set by hand so that news is read as a reader reads it."""


@dataclass(slots=True)
class Discourse:
    """Who has spoken so far, in order: the place and the resolved name, one person, one body or several apart."""

    singular: list[tuple[int, str]] = field(default_factory=list)
    bodies: list[tuple[int, str]] = field(default_factory=list)
    plural: list[tuple[int, str | None, str]] = field(default_factory=list)

    def last_before(self, place: int) -> tuple[int, str] | None:
        """Give the single speaker who spoke last before a place."""
        earlier = [turn for turn in self.singular[-3:] if turn[0] < place]
        return earlier[-1] if earlier else None


def antecedent_of(
    text: str, place: int, *, gender: str, cast: Cast, discourse: Discourse, before: int | None = None
) -> str | None:
    """Choose the person that `he` or `she` at a place means, or nobody where nobody fits.

    Who was meant by the pronouns of the sentences before, with no new subject since, is likely meant again. Where
    nobody fits, it is the subject of the words that begin at `before`: `President Orlov wants a deal, he said`.
    """
    salience = salience_at(text, place, gender=gender, cast=cast, discourse=discourse, before=before)
    first = first_alike(text, place, gender=gender, cast=cast)
    if not salience:
        named = addressee_before(place, gender=gender, cast=cast)
        named = named or subject_within(text, place, gender=gender, cast=cast, since=before)
        return named or only_speaker(place, cast=cast, discourse=discourse)
    earlier = salience_at(text, first, gender=gender, cast=cast, discourse=discourse) if first < place else {}
    if earlier:
        same = most_salient(earlier)
        salience[same] = max(salience.get(same, 0.0), 0.0) + SAME_SUBJECT
    name = most_salient(salience)
    is_unclear = has_rival(salience, name, cast=cast) or is_outshone(place, name, salience, cast=cast)
    return None if name in SOMEBODY or is_unclear else name


def has_rival(salience: Mapping[str, float], name: str, *, cast: Cast) -> bool:
    """Tell whether somebody of unknown gender would be meant rather, if he is of the pronoun's: then it is not clear.

    `Irakli Orlov met Karl Brandt. He told him …`.
    """
    if cast.genders.get(name) is None:
        return False
    others = (other for other in salience if other not in SOMEBODY and cast.genders.get(other) is None)
    return any(salience[other] - UNKNOWN_GENDER > salience[name] + CLEARLY for other in others)


def is_outshone(place: int, name: str, salience: Mapping[str, float], *, cast: Cast) -> bool:
    """Tell whether one whose name shows a gender is named between somebody of guessed gender and a pronoun.

    `Zianon Karp called it unfair, which Lidia Orlova denied. She said …`.
    """
    if name in cast.shown or name in SOMEBODY:
        return False
    since = max((one.start_char for one in cast.before(place, reach=REACH) if one.name == name), default=place)
    later = cast.before(place, reach=place - since)
    return any(one.name != name and one.name in salience and one.name in cast.shown for one in later)


def addressee_before(place: int, *, gender: str, cast: Cast) -> str | None:
    """Give who was addressed or spoken of in the words quoted last: `“Go to bed, Anya.” “I am not tired,” she said`."""
    near = cast.before(place, reach=ADDRESS_REACH)
    names = [mention.name for mention in near if mention.kind == "person" and cast.is_quoted(mention.start_char)]
    fit = [name for name in names if cast.genders.get(name) == gender]
    return fit[-1] if fit else None


def subject_within(text: str, place: int, *, gender: str, cast: Cast, since: int | None) -> str | None:
    """Give the person whom the words of somebody, which end before a pronoun at a place, begin with."""
    named = cast.before(place, reach=place - since) if since is not None else ()
    first = next((mention for mention in named if mention.kind == "person"), None)
    if first is None or cast.is_quoted(first.start_char) or not begins_sentence(text, first.start_char):
        return None
    return first.name if cast.genders.get(first.name) in (gender, None) else None


def only_speaker(place: int, *, cast: Cast, discourse: Discourse) -> str | None:
    """Give who spoke last before a pronoun, if nobody else is named before it: a given name may mislead of a gender."""
    last = discourse.last_before(place)
    people = {mention.name for mention in cast.before(place, reach=place) if mention.kind == "person"}
    return last[1] if last is not None and people == {last[1]} else None


def most_salient(salience: Mapping[str, float]) -> str:
    """Give the most salient name."""
    return max(salience, key=lambda name: salience[name])


def first_alike(text: str, place: int, *, gender: str, cast: Cast) -> int:
    """Give the place of the first of the pronouns before a place that are subjects one after another."""
    first = place
    for _ in range(LONGEST_CHAIN):
        earlier = [
            found.start("pronoun")
            for found in SUBJECT_PRONOUN[gender].finditer(text, max(0, first - CHAIN_REACH), first)
            if not cast.is_quoted(found.start("pronoun"))
        ]
        if not earlier or names_subject(text, earlier[-1], first, gender=gender, cast=cast):
            return first
        first = earlier[-1]
    return first


def names_subject(text: str, start: int, end: int, *, gender: str, cast: Cast, other_than: str | None = None) -> bool:
    """Tell whether somebody of a gender, other than one perhaps, begins a sentence between two places."""
    return any(
        mention.kind == "person"
        and mention.name != other_than
        and cast.genders.get(mention.name) in (gender, None)
        and not cast.is_quoted(mention.start_char)
        and begins_sentence(text, mention.start_char)
        for mention in cast.before(end, reach=end - start)
    )


def salience_at(
    text: str, place: int, *, gender: str, cast: Cast, discourse: Discourse, before: int | None = None
) -> dict[str, float]:
    """Weigh everybody named before a pronoun, or before the offset given, where the pronoun's own words begin."""
    breaks = [
        found.start()
        for found in BREAK.finditer(text, max(0, place - REACH), place)
        if not cast.is_quoted(found.start())
    ]
    salience: dict[str, float] = {}
    last = discourse.last_before(place)
    bonus = 0.0
    if last and place - last[0] < REACH and gender_of_speaker(last[1], cast) in (gender, None):
        gave_way = names_subject(text, last[0], place, gender=gender, cast=cast, other_than=last[1])
        bonus = 0.0 if gave_way else LAST_SPEAKER
        salience[last[1]] = bonus + recency(breaks, last[0])
    end = place if before is None else before
    for mention in cast.before(end, reach=REACH)[-MOST_CANDIDATES:]:
        if mention.kind != "person" or cast.is_quoted(mention.start_char):
            continue
        known = cast.genders.get(mention.name)
        if known not in (gender, None):
            continue
        weight = salience_of(text, mention, breaks) + (UNKNOWN_GENDER if known is None else 0)
        weight += min(cast.counts[mention.name], 10) * PER_MENTION
        if last and mention.name == last[1]:
            weight += bonus / 2
        salience[mention.name] = max(weight, salience.get(mention.name, weight))
    return salience


def gender_of_speaker(name: str, cast: Cast) -> str | None:
    """Give the gender of somebody who has spoken, with a name or without."""
    return SOMEBODY[name] if name in SOMEBODY else cast.genders.get(name)


def salience_of(text: str, mention: Mention, breaks: Sequence[int]) -> float:
    """Weigh a name before a pronoun: in the same sentence, at the start of its sentence, or far away."""
    weight = recency(breaks, mention.start_char)
    if not breaks or breaks[-1] < mention.start_char:
        weight += SAME_SENTENCE
    return weight + (BEGINS_SENTENCE if begins_sentence(text, mention.start_char) else 0)


def recency(breaks: Sequence[int], place: int) -> float:
    """Take something off for every sentence between a place and the pronoun."""
    return PER_SENTENCE * (len(breaks) - bisect.bisect_left(breaks, place))


def begins_sentence(text: str, place: int) -> bool:
    """Tell whether a name stands at the start of a sentence, titles before it aside, as subjects do."""
    before = ABBREVIATED.sub(" ", text[max(0, place - 60) : place]).rstrip(" \t“\"‘'")
    before = APPOSITION.sub("", before)
    cut = max(before.rfind(mark) for mark in (".", "!", "?", "\n", "”", '"'))
    titles = before[cut + 1 :].strip()
    return (not titles or titles.replace(".", "").istitle()) and not is_caption(text, place)


def is_caption(text: str, place: int) -> bool:
    """Tell whether a name stands in a short line that no mark ends, such as a caption."""
    end = text.find("\n", place, place + LONGEST_CAPTION)
    return end >= 0 and not text[place:end].rstrip('"”’) \r').endswith((".", "!", "?", ":", ","))
