"""Joins two amounts into a range, or leaves them two: `$2 to $3 a barrel`, `between 40 and 60`, `from 8 to 12 percent`."""

from dataclasses import replace

from tasks.extractors.figures.amounts import Amount
from tasks.extractors.figures.context import Context
from tasks.extractors.figures.hedges import HEDGES
from tasks.extractors.figures.reader import read_amount
from tasks.extractors.figures.tokens import DASH, NUMBER, SIGN, Token, at, is_glued

CHANGES = frozenset(
    "rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing increase increases increased "
    "increasing decrease decreases decreased decreasing drop drops dropped dropping jump jumps jumped jumping climb climbs "
    "climbed climbing slump slumped slide slid slip slipped slow slowed slows decline declined declining declines raise "
    "raised raising raises cut cuts cutting reduce reduced reducing lower lowered lowering shrink shrank shrunk expand "
    "expanded widen widened narrow narrowed boost boosted bring brought change changed changing move moved moving went go "
    "going gone up down surge surged soar soared plunge plunged tumble tumbled double doubled shift shifted upgraded "
    "downgraded trim trimmed strengthen weakened weaken recover recovered advance advanced improved swell swelled switch".split()
)
"""Words that make `from X to Y` a change between two levels."""
RANGING = frozenset("range ranges ranged ranging vary varies varied varying anywhere between".split())
SOFTENERS = frozenset(
    "even maybe perhaps possibly about some around approximately nearly roughly ~ as much many".split()
)
TOUCHING = frozenset(
    "rose fell grew climbed jumped dropped gained lost up down increased decreased declined slumped by surged slid added advanced".split()
)


def read_range(context: Context, low: Amount) -> Amount | None:
    """Return the range that an amount begins, or None where nothing joins it to a second amount."""
    tokens = context.tokens
    found = connector(tokens, low)
    if found is None:
        return None
    word, first = found
    high = read_amount(context, first)
    if high is None or high.doubt or high.value_high is not None:
        return None
    low, high = aligned(tokens, low, high)
    if not is_one_range(context, low, high, word=word):
        return None
    return replace(
        high,
        first=low.first,
        value=low.value,
        value_high=high.value,
        unit=high.unit or low.unit,
        unit_candidates=high.unit_candidates or low.unit_candidates,
        rule=f"range of {high.rule}",
    )


def connector(tokens: list[Token], low: Amount) -> tuple[str, int] | None:
    """Return what joins an amount to the one after it and the index where that one begins."""
    index = low.last
    if low.rule == "compound":
        return None
    token = at(tokens, index)
    if token.kind == DASH and at(tokens, index + 1).lower == "to" and is_glued(tokens, index):
        index, token = index + 1, at(tokens, index + 1)
        index += at(tokens, index + 1).kind == DASH
        return "to", index + 1
    if token.kind == DASH:
        is_tight = is_glued(tokens, index) and is_glued(tokens, index + 1)
        is_loose = not is_glued(tokens, index) and not is_glued(tokens, index + 1) and token.text != "\u2014"
        if len(token.text) > 1 or not (is_tight or is_loose):
            return None
        return "dash", past_softeners(tokens, index + 1)
    if token.lower == "to":
        hyphen = at(tokens, index + 1).kind == DASH and is_glued(tokens, index + 1)
        return "to", past_softeners(tokens, index + 1 + hyphen)
    if token.text == "/" and at(tokens, index + 1).kind == SIGN and is_glued(tokens, index + 1):
        return "dash", index + 1
    if token.lower == "or":
        return "or", past_softeners(tokens, index + 1)
    if token.lower == "and" and is_between(tokens, low.first):
        return "between", past_softeners(tokens, index + 1)
    return None


def past_softeners(tokens: list[Token], index: int) -> int:
    """Return the index after words such as `even` or `about` before the second amount of a range."""
    while at(tokens, index).lower in SOFTENERS:
        index += 1
    return index


def is_between(tokens: list[Token], first: int) -> bool:
    """Tell whether `between` stands before an amount."""
    index = first - 1
    while at(tokens, index).lower in SOFTENERS or at(tokens, index).lower in ("the", "a"):
        index -= 1
    return at(tokens, index).lower == "between"


def aligned(tokens: list[Token], low: Amount, high: Amount) -> tuple[Amount, Amount]:
    """Give each end of a range the unit, the kind and the scale that only the other end states."""
    if low.is_bare and not high.is_bare or low.kind == "count" and high.kind != "count" and low.unit is None:
        low = replace(
            low,
            kind=high.kind,
            unit=high.unit,
            unit_candidates=high.unit_candidates,
            value=low.value / high.parts,
            parts=high.parts,
            is_bare=False,
            per=high.per,
        )
    elif high.is_bare and not low.is_bare or high.kind == "count" and low.kind != "count" and high.unit is None:
        kind = low.kind if high.per is None else "rate"
        high = replace(
            high,
            kind=kind,
            unit=low.unit,
            unit_candidates=low.unit_candidates,
            value=high.value / low.parts,
            parts=low.parts,
            is_bare=False,
            rule=low.rule,
        )
    elif high.kind == "rate" and low.kind != "rate" and low.unit == high.unit:
        low = replace(low, kind="rate", per=high.per)
    if low.kind == high.kind == "age" or high.kind == "age":
        low = replace(low, kind="age", unit=high.unit)
    if low.scale is None and high.scale is not None and 0 < low.value <= high.value / high.scale:
        low = replace(low, value=low.value * high.scale, scale=high.scale)
    return low, high


def is_one_range(context: Context, low: Amount, high: Amount, *, word: str) -> bool:
    """Tell whether two aligned amounts are the ends of one range."""
    tokens = context.tokens
    if (low.kind, low.unit, low.parts) != (high.kind, high.unit, high.parts) or low.value >= high.value:
        return False
    if (
        low.kind == "count"
        and low.noun_last is not None
        and low.unit
        and word != "between"
        and low.noun_last > low.last
    ):
        return False
    if word == "or":
        return high.value <= 3 * low.value and not is_hanging(tokens, low)
    if word == "dash":
        return is_dash_range(tokens, low, high)
    if word == "to" and is_change(context, low, high):
        return False
    return True


def is_hanging(tokens: list[Token], low: Amount) -> bool:
    """Tell whether a hyphen hangs after the first amount: `7- or 8-inch` are two sizes."""
    return at(tokens, low.last - 1).kind == DASH or at(tokens, low.last).kind == DASH


def is_dash_range(tokens: list[Token], low: Amount, high: Amount) -> bool:
    """Tell whether a dash between two amounts means `to`; not between years, nor before another dash."""
    if at(tokens, high.last).kind == DASH and at(tokens, high.last + 1).kind == NUMBER:
        return False
    return not (is_year_like(tokens, low) and is_year_like(tokens, high))


def is_year_like(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether an amount is four digits that may be a year."""
    return amount.unit is None and amount.in_digits and 1000 <= amount.value <= 2100 and amount.scale is None


def is_change(context: Context, low: Amount, high: Amount) -> bool:
    """Tell whether `X to Y` goes from one level to another, or by an amount to a level, rather than between two ends."""
    tokens = context.tokens
    start = context.starts[low.first]
    before = low.first - 1
    while before > start and tuple([at(tokens, before).lower]) in HEDGES:
        before -= 1
    window = [token.lower for token in tokens[max(start, low.first - 12) : low.first]]
    if RANGING & set(window[-3:]):
        return False
    if at(tokens, before).lower == "from":
        after = [token.lower for token in tokens[high.last : high.last + 6]]
        return bool(CHANGES & set(window)) or bool(CHANGES & set(after[:1]))
    has_own_units = low.last - low.first > 1 and low.unit is not None and at(tokens, low.last - 1).kind != NUMBER
    return (
        has_own_units
        and at(tokens, before).lower in TOUCHING
        and high.value >= 2 * low.value
        or at(tokens, before).lower == "by"
        and has_own_money(tokens, low)
    )


def has_own_money(tokens: list[Token], low: Amount) -> bool:
    """Tell whether the first amount states its currency, scale or share itself."""
    return low.kind in ("money", "percent", "rate") and low.last - low.first > 1
