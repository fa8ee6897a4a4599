"""Which person a name refers to, across all articles: one of a kind, or kept apart where two may be meant."""

import functools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations

from tasks.extractors.mentions.lexicon.tables import words_for
from tasks.extractors.vocabulary.given_names import common_given_names
from tasks.resolvers.entities.folding import INITIAL, distinctions, folded, folded_person
from warehouse.records import Mention

Key = tuple[str, ...]
Words = tuple[str, ...]


@dataclass(slots=True)
class People:
    """The people whom articles name in full: by one word of their name, by its end, and what tells namesakes apart."""

    by_word: dict[str, set[Words]] = field(default_factory=lambda: defaultdict(set))
    by_end: dict[Words, set[Words]] = field(default_factory=lambda: defaultdict(set))
    distinctions: dict[Words, set[Words]] = field(default_factory=lambda: defaultdict(set))
    turned: dict[Words, Words] = field(default_factory=dict)
    divided: set[Words] = field(default_factory=set)


def known_people(mentions: Iterable[Mention]) -> People:
    """Gather everyone who is named in full anywhere."""
    people = People()
    for name in {mention.name for mention in mentions if mention.kind == "person"}:
        if is_full(name):
            people.distinctions[folded_person(name)].add(distinctions(name))
    for words, told_apart in people.distinctions.items():
        if words[::-1] in people.distinctions and is_turned(words):
            people.turned[words] = words[::-1]
        if not all(are_of_one(first, second) for first, second in combinations(sorted(told_apart), 2)):
            people.divided.add(words)
    for words in people.distinctions:
        index(people, people.turned.get(words, words))
    return people


def index(people: People, words: Words) -> None:
    """Enter a full name under its first and last word, and under its end from a particle on."""
    people.by_word[words[-1]].add(words)
    people.by_word[words[0]].add(words)
    for start in range(1, len(words) - 1):
        if words[start] in particles():  # `De Gaulle`, `Van der Berg`
            people.by_end[words[start:]].add(words)


@functools.cache
def particles() -> frozenset[str]:
    """Give the small words within a family name: `de`, `van`, `la`."""
    return words_for("particle of a family name") | words_for("article within a name")


def is_full(name: str) -> bool:
    """Tell whether a name has a given name that is written out, and more."""
    return len(folded_person(name)) > 1 and not INITIAL.match(name.split(maxsplit=1)[0])


def is_turned(words: Words) -> bool:
    """Tell whether a name has the family name first, as in Hungary: `Orban Viktor`, of which `Viktor` is given."""
    return len(words) == 2 and words[1] in given_names() and words[0] not in given_names()


@functools.cache
def given_names() -> frozenset[str]:
    """Read the given names, folded."""
    return frozenset(map(folded, common_given_names()))


def are_of_one(first: Words, second: Words) -> bool:
    """Tell whether two sets of middle names can be one person's: `n` and `nikolaevich`, but not `w` and `h`."""
    return all(one.startswith(other) or other.startswith(one) for one, other in zip(first, second, strict=False))


def person_key(mention: Mention, people: People) -> Key:
    """Tell a person's key; one of whom only a surname or initials are known has it of its one namesake, if any."""
    words = folded_person(mention.name)
    words = people.turned.get(words, words)
    first = mention.name.split()[0]
    if len(words) > 1 and not INITIAL.match(first):
        ends = people.by_end.get(words, set()) if words[0] in particles() else set()
        return key_of_namesake(ends) or full_key(mention.name, words, people)
    found = people.by_word.get(words[-1], set())
    if len(words) > 1:
        found = {full for full in found if full[-1] == words[-1] and full[0].startswith(folded(first)[:1])}
    elif first in common_given_names():
        found = set()  # a given name alone may be anyone's
    unsure = any(full in people.divided for full in found)
    return (None if unsure else key_of_namesake(found)) or ("person", *words, mention.article_id)


def key_of_namesake(found: set[Words]) -> Key | None:
    """Give the key of the one person found."""
    return ("person", *next(iter(found))) if len(found) == 1 else None


def full_key(name: str, words: Words, people: People) -> Key:
    """Give the key of a full name, with its middle names where they tell two people of that name apart."""
    return ("person", *words, *(distinctions(name) if words in people.divided else ()))
