"""How a figure stands to the one before it in its sentence: its base, the level it leads to, the same once more."""

from itertools import pairwise

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.slots.comparatives import is_comparison
from tasks.extractors.figures.slots.phrases import EMPTY_NOUNS
from tasks.extractors.figures.slots.predicates import SOFTENERS
from tasks.extractors.figures.words.tokens import Token, at

BASE, LEVEL, COMPARISON, EQUIVALENT, PART, ELLIPSIS = "base", "level", "comparison", "equivalent", "part", "ellipsis"
FARTHEST = 22
"""Tokens between a figure and the one it hangs on."""
BEFORE_BASE = frozenset({"from", "against", "versus", "vs"})
COMPARED = frozenset({("compared", "with"), ("compared", "to"), ("opposed", "to")})
CHANGED = frozenset({"from", "by"})
REFERRING = frozenset({"it", "them", "which", "these", "those", "whom"})
OPENING = frozenset({",", "(", "or", "and", "but", "which"})
NEAR = 3


def relation_to(tokens: list[Token], before: Amount, amount: Amount) -> str | None:
    """Return how an amount stands to the one before it in its sentence, or None where it stands on its own."""
    gap = range(before.last, amount.first)
    if len(gap) > FARTHEST or any(tokens[index].text in ";:" for index in gap):
        return None
    words = words_between(tokens, before.last, amount.first)
    if is_base(words):
        return BASE
    if is_part(tokens, words, amount):
        return PART
    if is_comparison(tokens, amount.first, amount.last, kind=amount.kind):
        return COMPARISON if not words or not OPENING.isdisjoint(words) else None
    if words[-1:] == ["to"] and leads_to(tokens, before, amount, words):
        return LEVEL
    return same_again(before, amount, words)


def same_again(before: Amount, amount: Amount, words: list[str]) -> str | None:
    """Tell an amount that restates the one before, or leaves out what it has in common with it, from any other."""
    if before.kind != amount.kind or len(words) > 2 * NEAR:
        return None
    if words and len(words) <= NEAR and is_restated(words):
        return EQUIVALENT
    is_listed = amount.kind == "percent" == amount.unit == before.unit and words[-1:] == ["and"]
    return ELLIPSIS if amount.inherited or is_listed else None


def words_between(tokens: list[Token], first: int, last: int) -> list[str]:
    """Return the words between two tokens in small letters, without the softeners right before the second."""
    while last > first and at(tokens, last - 1).lower in SOFTENERS:
        last -= 1
    if last - first > NEAR and at(tokens, last - 1).lower == "of" and at(tokens, last - 2).lower in EMPTY_NOUNS:
        last -= 2
        last -= at(tokens, last - 1).lower in ("a", "the", "an", "its")
    return [at(tokens, index).lower for index in range(first, last)]


def is_base(words: list[str]) -> bool:
    """Tell whether words lead from a level to its base: `up from`, `compared with`, `as against`."""
    if not words:
        return False
    if tuple(words[-2:]) in COMPARED or words[-1] in BEFORE_BASE - {"from"}:
        return True
    return words[-1] == "from" and (len(words) == 1 or words[-2] in ("up", "down", ",", "(") or len(words) <= 5)


def is_part(tokens: list[Token], words: list[str], amount: Amount) -> bool:
    """Tell whether a figure is a part of the one before: `of which the Poles get 5,000`, `60 percent of it`."""
    if ("of", "which") in pairwise(words):
        return True
    return at(tokens, amount.last).lower == "of" and at(tokens, amount.last + 1).lower in REFERRING


def leads_to(tokens: list[Token], before: Amount, amount: Amount, words: list[str]) -> bool:
    """Tell whether the figure before is a change, or base, that leads to a level: `by 5 to 40`, `35 percent to 40`."""
    if len(words) > 9:
        return False
    return at(tokens, before.first - 1).lower in CHANGED or before.kind != amount.kind or before.unit == amount.unit


def is_restated(words: list[str]) -> bool:
    """Tell whether the figure behind some words restates the one before: `(`, `, or`."""
    return words[0] == "(" or words[:2] == [",", "or"]
