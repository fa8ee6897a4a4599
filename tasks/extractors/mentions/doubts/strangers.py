"""People of one word whom nothing in the article introduces, and bodies of one: what they are instead, or nothing.

News names whom it tells of in full, by an office, or as somebody's kin before it calls them by one word. Where the
model takes a word for somebody and none of its places bears that out, it is a person's in one case of six
(`docs/decisions/0124-whom-nothing-introduces-is-nobody.md`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from tasks.extractors.mentions.doubts.evidence import is_known, is_of_people, is_of_tribe, shows_person
from tasks.extractors.mentions.doubts.things import kinds_of_things
from tasks.extractors.mentions.kinds.votes import votes_by_name
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.vocabulary.nouns import noun_kind

GUESSED = frozenset({"model", "repetition"})
"""Rules by which a word is somebody's since the model took it for that."""
JOINT = re.compile(r"\s*(?:,|,? and|,? or|,? &)\s+(?:the )?")
"""What stands between two names of a list."""
FEWEST_PLACES = 2
"""A single one may be half of a firm's name: `Hale and |Quist`."""
LETTERS = re.compile(r"[A-Z]{3,}")
WORD = re.compile(r"[’'‘]?[A-Z][^\W\d_A-Z]+(?:[-’'][A-Z]?[^\W\d_A-Z]+)*")
"""A word with a capital at its beginning alone, or at that of its parts."""
Guess = tuple[str, str]
"""What the model took a word for, and the word."""
Kinds = Mapping[Guess, str | None]
"""What words of a kind are by all that the article says of them; None where nothing is said."""


def without_strangers(text: str, spans: Sequence[Span], *, people: Set[str]) -> list[Span]:
    """Give the names without people whom nothing introduces; who is a people, place or body instead, stays as that.

    So is a body that is told of as somebody or as a place; one of which nothing is told stays. `people` has the parts
    of the names of those whom the article names in full.
    """
    known = people | first_words_of_bodies(text, spans)
    things = kinds_of_things(text, spans, people=people)
    guesses: dict[Guess, list[Span]] = {}
    for span in spans:
        name = text[span.start : span.end]
        if span.rule in GUESSED and (name in things or (span.kind in KINDS and " " not in name and name not in known)):
            guesses.setdefault((span.kind, name), []).append(span)
    kinds = {
        (kind, name): things.get(name) or KINDS[kind](text, name, places) for (kind, name), places in guesses.items()
    }
    kinds = {guess: kind or kind_elsewhere(guess, kinds, guesses) for guess, kind in kinds.items()}
    return [kept for position in range(len(spans)) if (kept := as_shown(text, spans, position, kinds=kinds))]


def first_words_of_bodies(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """Return the first words of bodies that are named by several: what one of these stands for is told there."""
    names = (text[span.start : span.end] for span in spans if span.kind == "organization")
    return frozenset(first for first, space, _ in (name.partition(" ") for name in names) if space)


def kind_of_person(text: str, name: str, places: Sequence[Span]) -> str | None:
    """Return what the places of a word that is taken for somebody show that it is; None where they show nothing."""
    if any(is_of_people(text, place.start, place.end) for place in places):
        return "nationality"
    if is_known(name) or any(shows_person(text, place.start, place.end) for place in places):
        return "person"
    return "organization" if LETTERS.fullmatch(name) else None


def kind_of_body(text: str, name: str, places: Sequence[Span]) -> str | None:
    """Return what the places of a word that is taken for a body show that it is; None where they show nothing."""
    if kind_of(name) or noun_kind(name.lower()) == "organization" or not WORD.fullmatch(name):
        return "organization"
    count = votes_by_name(text, places)[name]
    if count["body"] or count["employer"]:
        return "organization"
    if any(is_of_tribe(text, place.end) for place in places):
        return "nationality"
    if count["site"]:
        return "place"
    is_told = count["title"] or count["human"] > count["spoke"]  # bodies speak, too
    is_one = is_told and not any(text.endswith(("the ", "The "), 0, place.start) for place in places)
    return "person" if is_one else None


KINDS = {"person": kind_of_person, "organization": kind_of_body}


def kind_elsewhere(guess: Guess, kinds: Kinds, guesses: Mapping[Guess, Sequence[Span]]) -> str | None:
    """Return what is shown of a word where the model took it for something else, at no fewer places."""
    kind, name = guess
    others = [(other, name) for other in KINDS if other != kind and (other, name) in guesses]
    return next((kinds[other] for other in others if len(guesses[other]) >= len(guesses[guess])), None)


def as_shown(text: str, spans: Sequence[Span], position: int, *, kinds: Kinds) -> Span | None:
    """Return a name with the kind that is shown of it; None where it is a stranger."""
    span = spans[position]
    guess = span.kind, text[span.start : span.end]
    if guess not in kinds or span.rule not in GUESSED:
        return span
    kind = kinds[guess] or kind_of_list(text, spans, position)
    if span.kind == "organization" and kinds[guess] is None and kind != "place":
        return span
    return replace(span, kind=kind) if kind else None


def kind_of_list(text: str, spans: Sequence[Span], position: int) -> str | None:
    """Return the kind of all others in whose list a name stands, if these are places, or people named in full."""
    others = [*listed(text, spans, position, step=-1), *listed(text, spans, position, step=1)]
    if len(others) >= FEWEST_PLACES and all(other.kind == "place" for other in others):
        return "place"
    is_of_people = any(other.kind == "person" and " " in text[other.start : other.end] for other in others)
    return "person" if is_of_people else None


def listed(text: str, spans: Sequence[Span], position: int, *, step: int) -> Iterator[Span]:
    """Yield the names that stand with one in a list, on one side of it."""
    while 0 <= position + step < len(spans):
        one, other = sorted((spans[position], spans[position + step]), key=lambda span: span.start)
        if not JOINT.fullmatch(text, one.end, other.start):
            return
        position += step
        yield spans[position]
