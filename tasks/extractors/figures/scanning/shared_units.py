"""Numbers that take their unit from the figure after them: `from 8 to 12 percent`, `a 7- or 8-inch screen`."""

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.hedges import HEDGES
from tasks.extractors.figures.scanning.gapping import UNITED
from tasks.extractors.figures.words.tokens import DASH, Token, at

FARTHEST_LEVEL = 10
"""Factor within which a level and what it was before are in one unit."""
DETERMINERS = frozenset({"of", "the", "its", "his", "their", "some", "about", "a", "total", "original", "planned"})


def leans_forward(tokens: list[Token], amount: Amount, after: Amount, *, word: str) -> bool:
    """Tell whether an amount takes its unit from the one after it."""
    return (
        is_hanging(tokens, amount, after)
        or is_part_of(tokens, amount, after)
        or is_side_of(tokens, amount, after)
        or is_change_to(tokens, amount, after, word=word)
        or is_level_from(tokens, amount, after, word=word)
    )


def is_part_of(tokens: list[Token], amount: Amount, after: Amount) -> bool:
    """Tell whether an amount is a part of the one after it: `4 billion of the 27 billion rubles`."""
    between = [at(tokens, index).lower for index in range(amount.last, after.first)]
    return 0 < len(between) <= 4 and between[0] == "of" and set(between) <= DETERMINERS and after.kind != "percent"


def is_side_of(tokens: list[Token], amount: Amount, after: Amount) -> bool:
    """Tell whether two amounts are the sides of one thing: `an orbit of 386 by 402 kilometers`, `20 x 30 meters`."""
    between = [at(tokens, index).lower for index in range(amount.last, after.first)]
    return between in (["by"], ["x"], ["×"]) and after.kind == "quantity" and amount.in_digits == after.in_digits


def is_change_to(tokens: list[Token], amount: Amount, after: Amount, *, word: str) -> bool:
    """Tell whether an amount is the first level of a change: `from 8 to 12 percent`."""
    between = [at(tokens, index).lower for index in range(amount.last, after.first)]
    return word == "from" and between[:1] == ["to"] and all((step,) in HEDGES for step in between[1:])


def is_level_from(tokens: list[Token], amount: Amount, after: Amount, *, word: str) -> bool:
    """Tell whether an amount is the level of a change whose unit its base states: `rose to 30.5 from 29.8 pct`."""
    between = [at(tokens, index).lower for index in range(amount.last, after.first)]
    if word != "to" or between != ["from"] or not (after.kind in UNITED or after.noun_last) or amount.scale:
        return False
    stated = abs(after.value / (after.scale or 1))
    return stated <= FARTHEST_LEVEL * amount.value and amount.value <= FARTHEST_LEVEL * stated


def is_hanging(tokens: list[Token], amount: Amount, after: Amount) -> bool:
    """Tell whether a hyphen hangs after an amount that shares the unit of the next: `a 7- or 8-inch screen`."""
    between = [at(tokens, index) for index in range(amount.last, after.first)]
    return len(between) == 2 and between[0].kind == DASH and between[1].lower in ("or", "and", "to")
