"""Finds whom a pronoun means: by gender, number, nearness, and who spoke last."""

from dataclasses import dataclass, field

from tasks.extractors.quotations.cast import Cast

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NARRATOR = frozenset({"i", "we", "me", "us", "my", "our", "you", "your"})
REACH = 1500
"""Characters before a pronoun in which its person is looked for."""
PARAGRAPH_COST = 0.5
FARTHEST_SPEAKER = 1200


@dataclass(slots=True)
class Floor:
    """Who has spoken, in order: the place, the resolved name, and whether that was one person or several."""

    singular: list[tuple[int, str]] = field(default_factory=list)
    plural: list[tuple[int, str]] = field(default_factory=list)

    def last_singular(self) -> tuple[int, str] | None:
        """Give the last single speaker."""
        return self.singular[-1] if self.singular else None


def person_for(text: str, place: int, *, gender: str, cast: Cast, floor: Floor) -> str | None:
    """Choose the person that `he` or `she` at a place means, or nobody where nobody fits."""
    scores: dict[str, float] = {}
    last = floor.last_singular()
    if last and place - last[0] < FARTHEST_SPEAKER and cast.genders.get(last[1], gender) == gender:
        scores[last[1]] = 2.0 - nearness_cost(text, last[0], place)
    for mention in cast.before(place, reach=REACH):
        if mention.kind != "person" or cast.is_quoted(mention.start_char):
            continue
        known = cast.genders.get(mention.name)
        if known not in (gender, None):
            continue
        score = 1.0 - nearness_cost(text, mention.start_char, place) - (0.7 if known is None else 0)
        if begins_sentence(text, mention.start_char):
            score += 0.6
        score += min(cast.counts[mention.name], 10) * 0.03
        if score > scores.get(mention.name, -9.0):
            scores[mention.name] = score + (1.0 if last and last[1] == mention.name else 0)
    return max(scores, key=lambda name: scores[name]) if scores else None


def nearness_cost(text: str, start: int, end: int) -> float:
    """Weigh the distance between a name and a pronoun: by paragraphs first, by characters then."""
    return text.count("\n\n", start, end) * PARAGRAPH_COST + (end - start) / 1000


def begins_sentence(text: str, place: int) -> bool:
    """Tell whether a name stands at the start of a sentence, titles before it aside, as subjects do."""
    before = text[max(0, place - 60) : place].rstrip()
    cut = max(before.rfind(mark) for mark in (". ", "! ", "? ", "\n", "” ", '" '))
    return before[cut + 1 :].strip().istitle() or before == "" or before[-1] in ".!?\n”\""
