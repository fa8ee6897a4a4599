"""Whether `X to Y` is a range, or a change and the level that it ends at: `rose 2 to 3 percent`, `rose 2p to 318p`.

A verb of change right before it, and a unit with each of the two, make a change by the first to the second; `from X to
Y` behind such a verb is two levels. Where both readings are as likely it is doubted.
"""

from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.hedges import HEDGES
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.tokens import NUMBER, WORD, Token, at
from tasks.extractors.figures.words.word_lists import word_list

CHANGES = word_list("changes.changes")
"""Words that make `from X to Y` a change between two levels."""
RANGING = word_list("changes.ranging")
SOFTENERS = word_list("changes.softeners")
TOUCHING = word_list("changes.touching")
FURTHER = frozenset({"a", "an", "another", "further", "by"})
DIRECTIONS = frozenset({"up", "down"})
FARTHEST = 15
"""Factor from which two numbers with one currency are rather a change and its level: `Evergo one to 74 cents`."""
FARTHEST_LEVEL = 10
"""The same of two that state their unit, behind a word of change: `up 6%, or 16.75 pence to 293.5p`."""
FARTHEST_SCALE = 100
"""The same of numbers with scales of their own: `rose 140 mln to 43.8 billion`."""
FARTHEST_BY = 5
"""The same behind `by`: `raised the price by 10 to 210 dollars`."""
ROUND_PARTS = 20
"""A twentieth is the roundest step of cents: the ends of a range are whole numbers of them."""
LONGEST_LEVEL = 8
"""Tokens of the level that a change led to, before `from` and the level that it began at."""
JOINING = frozenset({",", "and"})
LONGEST_NAME = 5
"""Tokens from what joins a part of a list to its number: `, and the northern mine |7`."""
NEAR = 4
"""Tokens before an amount in which a verb of change makes a change of it: `raised its dividend 5 cents to 30 cents`."""


def is_change(context: Context, low: Amount, high: Amount) -> bool:
    """Tell whether `X to Y` is a change, from one level or by an amount to another level, and no range."""
    tokens = context.tokens
    start = context.starts[low.first]
    before = low.first - 1
    while before > start and (at(tokens, before).lower,) in HEDGES:
        before -= 1
    window = [token.lower for token in tokens[max(start, low.first - 12) : low.first]]
    if RANGING & set(window[-3:]):
        return False
    if at(tokens, before).lower == "from":
        return bool(CHANGES & set(window)) and not is_level_before(tokens, before, start=start)
    is_bare = low.unit is None and high.unit is None
    if is_bare and at(tokens, before).lower in TOUCHING:
        return True
    is_near_change = at(tokens, before).lower in TOUCHING or bool((CHANGES - DIRECTIONS) & set(window[-NEAR:]))
    is_near_change = is_near_change or (high.value >= FARTHEST_LEVEL * low.value and has_changed(window))
    is_apart = high.value >= 2 * low.value or (has_own_unit(tokens, high) and are_exact(low, high))
    return (has_own_unit(tokens, low) and is_near_change and is_apart) or (
        at(tokens, before).lower == "by" and has_own_money(low)
    )


def has_changed(words: list[str]) -> bool:
    """Tell whether a word of change is among words: `up` of `up to` is none, which says how much at most."""
    following = [*words[1:], ""]
    return any(word in CHANGES and (word, after) != ("up", "to") for word, after in zip(words, following, strict=True))


def is_level_before(tokens: list[Token], index: int, *, start: int) -> bool:
    """Tell whether the level that a change led to stands before `from` at a token: `to 30 percent from 20 to 25`."""
    steps = range(max(index - LONGEST_LEVEL, start), index)
    return any(
        at(tokens, step).lower == "to"
        and (at(tokens, step + 1).kind == NUMBER or at(tokens, step + 1).lower == "between")
        for step in steps
    )


def has_own_money(low: Amount) -> bool:
    """Tell whether the first amount states its currency, scale or share itself."""
    return low.kind in ("money", "percent", "rate") and low.last - low.first > 1


def is_level_alone(context: Context, low: Amount, high: Amount) -> bool:
    """Tell whether `to` and a number without a unit end a change that states its own: `rose 3 pct to 6.1`.

    So does a far larger one behind a scale: `after rising 480 mln to 52 billion`.
    """
    if low.is_bare and low.scale and is_touched(context.tokens, low.first):
        return high.value >= FARTHEST * low.value
    if low.is_bare or not high.is_bare:
        return False
    if low.kind == "percent" and high.scale is not None:
        return True
    if not is_touched(context.tokens, low.first):
        return False
    return low.kind != high.kind and (
        high.scale is not None or low.kind == "percent" or has_own_unit(context.tokens, low)
    )


def doubtful_change(context: Context, low: Amount, high: Amount) -> str | None:
    """Say why `X to Y` behind a verb of change may be a range, or a change and its level: `rose five to 8.60 dlrs`."""
    tokens = context.tokens
    before = at(tokens, low.first - 1).lower
    is_by = before in ("by", "from")
    factor = FARTHEST_BY if before == "by" else FARTHEST
    is_moved = high.kind in ("money", "rate") or (high.kind == "quantity" and is_touched(tokens, low.first))
    if (
        low.is_bare
        and is_moved
        and before != "from"
        and high.value * high.parts >= factor * low.value * (high.scale or 1) > 0
    ):
        return "it may be a change, and its level"
    if low.is_bare and low.scale and before != "from" and high.value >= FARTHEST_SCALE * low.value:
        return "it may be a change, and its level"
    if high.kind not in ("money", "rate", "quantity") or is_by or not is_touched(tokens, low.first):
        return None
    if low.is_bare:
        is_unlike = low.in_digits != high.in_digits or (is_whole(low.value) and not is_whole(high.value))
        is_less = high.scale is None and low.value < high.value * high.parts
        return "it may be a change, and its level" if is_unlike and is_less and high.kind == "money" else None
    is_near = low.kind == high.kind and has_own_unit(tokens, low) and low.value < high.value < 2 * low.value
    if is_near and has_own_unit(tokens, high) and are_exact(low, high):
        return None
    return "it may be a change and its level, or a range" if is_near else None


def doubt_of_listed_change(context: Context, low: Amount, high: Amount) -> str | None:
    """Say why `X to Y` behind a name may go on a list of changes and levels: `fell 12p to 345p, Orlov 3p to 20`."""
    tokens, start = context.tokens, context.starts[low.first]
    name, mark = at(tokens, low.first - 1), at(tokens, low.first - 2)
    is_listed = name.text[:1].isupper() and mark.lower in (",", "and") and has_own_unit(tokens, low) and high.is_bare
    words = [token.lower for token in tokens[start : low.first]]
    is_listed = (is_listed and "to" in words) or (
        high.kind != "percent" and goes_on_list(tokens, low.first, start=start)
    )
    return "it may be a change, and its level" if is_listed and has_changed(words) else None


def goes_on_list(tokens: list[Token], first: int, *, start: int) -> bool:
    """Tell whether a name alone leads to a number behind an `X to Y`: `fell 4 to 96, the bank |3 to 41`."""
    index = first - 1
    while index > first - LONGEST_NAME and at(tokens, index).kind == WORD and at(tokens, index).lower not in JOINING:
        index -= 1
    joined = any(
        tokens[step].lower == "to" and tokens[step - 1].kind == tokens[step + 1].kind == NUMBER
        for step in range(start + 1, index)
    )
    named = {token.lower for token in tokens[index + 1 : first]}
    return (
        joined
        and bool(named - STOP_WORDS)
        and not named & (STOP_WORDS - {"the"})
        and at(tokens, index).lower in JOINING
    )


def are_exact(low: Amount, high: Amount) -> bool:
    """Tell whether two amounts are of more exact cents than the ends of a range: `fell $28.63 to $38.65`."""
    return not all(is_whole(one.value * one.parts / (one.scale or 1) * ROUND_PARTS) for one in (low, high))


def is_whole(value: Decimal) -> bool:
    """Tell whether a number has no decimals."""
    return value == value.to_integral_value()


def is_touched(tokens: list[Token], first: int) -> bool:
    """Tell whether a word of change stands right before an amount, past its hedge: `rose about 3`."""
    index = first - 1
    while (at(tokens, index).lower,) in HEDGES or at(tokens, index).lower in SOFTENERS | FURTHER:
        index -= 1
    return at(tokens, index).lower in TOUCHING


def has_own_unit(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether an amount states its unit itself, beside its digits."""
    ends_in_unit = amount.unit is not None and at(tokens, amount.last - 1).kind != NUMBER
    return amount.last - amount.first > 1 and (ends_in_unit or amount.rule == "currency before")
