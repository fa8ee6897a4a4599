"""Tells where an object ends that a verb reports, with the phrases that belong to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.reported.extents import is_parted, number_of, tells_occasion
from tasks.extractors.quotations.syntax.speech import over_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECT_PREPOSITIONS = frozenset({"about", "against", "as", "for", "of", "on", "to"})
ADDITIONS = frozenset({"relcl", "appos", "acl"})
TIMES = words_for("time")
"""When something was said: `praised Orlov | on Friday`."""


def object_end(thing: "Token", after: Sequence["Token"]) -> int:
    """Give the number of the last word of an object with the phrases that belong to it.

    `Trump for his treatment of women`; what a comma parts from it, as in `Comey, who`, is the writer's addition, and
    so is when and where it was said.
    """
    last = before_occasion(thing)
    parts: list[Token] = []
    for child in after:
        if child.dep_ == "prep" and belongs(child, last):
            last = int(child.right_edge.i)
            parts.append(child)
    return before_additions([thing, *parts], last)


def before_occasion(thing: "Token") -> int:
    """Give the number of the last word of an object before where it was said: `praised Orlov | at a briefing`."""
    last = int(thing.right_edge.i)
    ends = (child for child in thing.children if child.dep_ == "prep" and child.right_edge.i == last)
    occasion = next((child for child in ends if child.lower_ in ("at", "during") and is_occasion(child)), None)
    return last if occasion is None else occasion.i - 1


def is_occasion(phrase: "Token") -> bool:
    """Tell whether a phrase says on what occasion something was said: `at a rally`."""
    return any(tells_occasion(noun) for noun in phrase.children if noun.dep_ == "pobj")


def belongs(phrase: "Token", last: int) -> bool:
    """Tell whether a phrase belongs to the object that ends with the word of a number, rather than to its verb."""
    if tells_when_or_where(phrase):
        return False
    is_after_comma = phrase.i == last + 2 and phrase.doc[last + 1].text == ","
    return phrase.i == last + 1 or (is_after_comma and phrase.lower_ in OBJECT_PREPOSITIONS)


def tells_when_or_where(phrase: "Token") -> bool:
    """Tell whether a phrase says on what occasion, or when: `at a rally`, `on Friday`, `in 1995`."""
    return any(
        tells_occasion(noun) or noun.lemma_.lower() in TIMES or noun.tag_ == "CD"
        for noun in phrase.children
        if noun.dep_ == "pobj"
    )


def findings_end(thing: "Token", after: Sequence["Token"]) -> int:
    """Give the number of the last word of what a poll shows: `Orlov | with a wide lead`, `Orlov | ahead by ten`."""
    last = int(thing.right_edge.i)
    for child in sorted(after, key=number_of):
        if child.left_edge.i == last + 1 and child.dep_ in ("prep", "advmod", "acomp", "oprd"):
            last = int(child.right_edge.i)
    return last


def before_additions(parts: Sequence["Token"], last: int) -> int:
    """Give the number of the last word of phrases before what a comma adds at their end.

    So ends what is joined to a verb within them, but is said by whoever says all: `a law to help them | and urged it`.
    """
    cut = last
    for part in parts:
        for token in part.subtree:
            first = token.left_edge.i
            if (
                token.dep_ in ADDITIONS
                and part.i < first <= cut
                and token.right_edge.i >= last
                and is_parted(token.doc, first)
            ):
                cut = first - 2
            elif part.i < first <= cut and token.right_edge.i >= last and over_infinitive(token) is not None:
                cut = first - 1
    return cut
