"""Gives an elliptical number the kind, unit and scale of the figure it leans on: `12 percent, up from 8`."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.scanning.changes import is_touched
from tasks.extractors.figures.scanning.gapping import (
    LEANING,
    is_alike,
    is_at_case,
    is_gapped,
    is_listed,
    is_other_money,
    is_parallel,
    is_plainly_named,
    is_respective,
    is_sum_beside,
    leads_by,
    leans_by_preposition,
    word_before,
)
from tasks.extractors.figures.scanning.inherited_units import MEASURED, below_zero, is_comparable, may_be_of, take
from tasks.extractors.figures.scanning.series import (
    begins_list,
    with_doubt_of_gaps,
    with_doubt_of_shares,
    with_doubt_of_signs,
    with_shared_currency,
    with_shared_scale,
    without_models,
)
from tasks.extractors.figures.scanning.shared_units import is_hanging, leans_forward
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued
from tasks.extractors.figures.words.word_lists import word_list

TYING = LEANING | {"to"}
REACH = 12
"""Amounts to look back over."""
MAY_BE = "it may be in the unit of a figure before it"
OTHERWISE = ([",", "or"], ["("])
"""What stands between an amount and the same one in another unit."""
NEAR_LEVEL = 2
"""Factor within which a number may be what a level was before."""
OPENING_LEVEL = frozenset({"to", "at"})
"""Before a bare number behind a share these begin the level that something changed to."""
CLAUSES = frozenset({";", ":", "", "(", "“", '"'})
"""Behind these a whole number begins a clause of its own: `$5 million; 10 were fined`."""
LEVELS = frozenset({"money", "quantity", "rate"})
LEAST_EXACT = 4
"""Part of a share by which two rounded levels may miss it: `1.1 million, up 12 percent from 1`."""
INDICES = word_list("inheritance.indices")
WHOLE = 100
BEFORE_REST = frozenset({"other", "remaining", "he", "she", "they", "him", "her", "them"})
NEVER_SCALED = frozenset({"percent", "duration"})
"""Kinds that no number in millions is of: `77 billion rubles, down 11 percent from 86.3 billion`."""


def with_inherited(context: Context, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts with every bare one that leans on another given its kind and unit."""
    found = with_shared_currency(context.tokens, amounts)
    for index in range(len(found) - 2, -1, -1):
        if begins_list(context, found, index):
            found[index] = below_zero(take(found[index], found[index + 1], may_scale=True), found[index + 1])
        else:
            found[index] = with_shared_scale(context.tokens, found[index], found[index + 1])
    found = with_doubt_of_signs(context.tokens, with_doubt_of_gaps(context, with_doubt_of_shares(context, found)))
    for index, amount in enumerate(found):
        if amount.is_bare and amount.doubt is None:
            found[index] = inherited(context, found, index)
    return without_models(context.tokens, found)


def inherited(context: Context, amounts: list[Amount], index: int) -> Amount:
    """Return a bare amount with what it takes from its neighbours, or its doubt where it may take something."""
    amount = amounts[index]
    if (begun := from_level(context, amounts, index)) is not None:
        return begun
    earlier = before(context, amounts, index)
    is_money = earlier is not None and earlier.kind in ("money", "percent", "rate")
    if (is_money or earlier is not amounts[index - 1]) and at(context.tokens, amount.last + 1).lower == "them":
        earlier = None  # of what is counted, not of its price
    if earlier and (doubt := doubt_beside(context.tokens, amounts, index, earlier)):
        return replace(amount, doubt=doubt)
    earlier = on_scale_of(context, amounts, index, before=earlier) or earlier
    found = inherit(context, amount, before=earlier, after=after(context, amounts, index))
    is_guess = found.rule == "inherited" and earlier is not None and earlier.kind == "count"
    if is_guess and len(counted_before(context, amounts, index)) > 1 and not is_level(context.tokens, amount):
        return amount
    if found.is_bare and earlier and may_be_of(found, earlier) and not is_alone(context.tokens, amount, earlier):
        return replace(found, doubt=MAY_BE)
    last = amounts[index - 1] if index else None
    if last is None or found.doubt:
        return found
    goes_on = last.doubt == MAY_BE and (
        may_be_like(context, found, last) or (found.is_bare and is_plainly_named(context.tokens, found, last))
    )
    return replace(found, doubt=MAY_BE) if goes_on or leaves_scale_open(context, found, last) else found


def doubt_beside(tokens: list[Token], amounts: list[Amount], index: int, earlier: Amount) -> str | None:
    """Say why a bare number may be the amount before it in another unit, or in the unit of the one before that."""
    between = [token.lower for token in tokens[earlier.last : amounts[index].first]]
    if earlier is amounts[index - 1] and earlier.kind in MEASURED and between in OTHERWISE:
        return "it may be the amount before it in another unit"
    return MAY_BE if may_be_of_first(tokens, amounts, index) else None


def may_be_of_first(tokens: list[Token], amounts: list[Amount], index: int) -> bool:
    """Tell whether a base may be that of either of two levels: `4.1 billion dollars, or 3 percent, against |3.7`."""
    if index < len(("level", "otherwise")) or word_before(tokens, amounts[index].first) not in LEANING:
        return False
    first, second, base = amounts[index - 2 : index + 1]
    is_same = [token.lower for token in tokens[first.last : second.first]] == [",", "or"] and first.kind != second.kind
    stated = abs(first.value / (first.scale or 1))
    return is_same and base.scale is None and stated <= NEAR_LEVEL * base.value and base.value <= NEAR_LEVEL * stated


def is_rest(tokens: list[Token], amount: Amount, earlier: Amount) -> bool:
    """Tell whether a number is what a share leaves of a hundred: `51 percent and she the other 49`."""
    is_share = earlier.kind == "percent" and earlier.unit == "percent" and earlier.value_high is None
    before = at(tokens, amount.first - 1).lower
    return is_share and earlier.value + amount.value == WHOLE and before in BEFORE_REST


def is_of_index(tokens: list[Token], money: Amount, amount: Amount) -> bool:
    """Tell whether a number behind money is of an index of shares, which has no currency: `$5, the Dow at 4,210`."""
    return money.kind == "money" and any(token.lower in INDICES for token in tokens[money.last : amount.first])


def is_alone(tokens: list[Token], amount: Amount, earlier: Amount) -> bool:
    """Tell whether a number needs no unit of the one before it: an index `rose 8.15% to 3.65`, `27 million Iraqis`.

    What a decimal stands before is nothing that it counts: `and 6.3 overseas`, `and 6.3 Tuesday`.
    """
    after_it = at(tokens, amount.last)
    is_change = earlier.kind == "percent" and is_touched(tokens, earlier.first)
    is_end = is_change and word_before(tokens, amount.first) in OPENING_LEVEL
    is_code = at(tokens, amount.last + 1).kind == NUMBER and is_glued(tokens, amount.last + 1)  # 12 A320 jets
    is_thing = after_it.kind == WORD and (after_it.lower not in STOP_WORDS or is_code)
    is_hedged = after_it.lower == "or" and at(tokens, amount.last + 1).lower in ("so", "more", "fewer", "less")
    if amount.value % 1 == 0 and (is_hedged or at(tokens, amount.first - 1).text in CLAUSES):
        return True
    return is_end or (is_thing and (amount.scale is not None or amount.value % 1 == 0))


def may_be_like(context: Context, amount: Amount, last: Amount) -> bool:
    """Tell whether a bare decimal goes on from one in its sentence that was left in doubt."""
    is_same = context.starts[amount.first] == context.starts[last.first]
    return is_same and amount.is_bare and amount.value % 1 != 0 and last.scale == amount.scale


def leaves_scale_open(context: Context, amount: Amount, last: Amount) -> bool:
    """Tell whether a decimal may be on the scale of a bare number that it is set beside: `2.3 million, up from 0.3`."""
    is_beside = context.starts[amount.first] == context.starts[last.first] and last.is_bare and bool(last.scale)
    is_open = amount.is_bare and amount.scale is None and amount.value % 1 != 0
    return is_beside and is_open and word_before(context.tokens, amount.first) in LEANING


def from_level(context: Context, amounts: list[Amount], index: int) -> Amount | None:
    """Return a number that a change by a share began at, in the unit of the level before the share, or in doubt.

    Such is the 5 of `5.1 tons, up 2 percent from 5`; of `it made 12 million rubles, and users rose 2 percent from 5`
    the share does not lead from one to the other. None where no share stands before it, and for a number in millions
    that no level in a unit stands before.
    """
    amount, change = amounts[index], amounts[index - 1] if index else None
    if change is None or change.kind != "percent" or change.doubt or not is_touched(context.tokens, change.first):
        return None
    if [token.lower for token in context.tokens[change.last : amount.first]] != ["from"]:
        return None
    level = before(context, amounts, index - 1)
    is_level = level is not None and level.kind in LEVELS
    if level and is_level and is_comparable(amount, level):
        begun = take(amount, level, may_scale=False)
        if leads(begun, level, change):
            return begun
    if amount.scale and not is_level:
        return None
    return replace(amount, doubt=f"it may be a level that {change.value.normalize():f} percent is the change from")


def leads(begun: Amount, level: Amount, change: Amount) -> bool:
    """Tell whether a change by a share leads from one level to another, as nearly as rounded numbers tell."""
    stated = abs(level.value / begun.value - 1) * 100 if begun.value else Decimal(0)
    return abs(stated - change.value) <= max(Decimal(1), change.value / LEAST_EXACT)


def is_level(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether a preposition or a list ties an amount to what is counted right before it: `to two`."""
    return word_before(tokens, amount.first) in TYING


def counted_before(context: Context, amounts: list[Amount], index: int) -> set[str | None]:
    """Return what the numbers before one count in its sentence: of `700 men and 90 guns; 50 are here` both."""
    start = context.starts[amounts[index].first]
    nearest = amounts[max(index - REACH, 0) : index]
    return {one.unit for one in nearest if one.kind == "count" and one.unit and context.starts[one.first] == start}


def before(context: Context, amounts: list[Amount], index: int) -> Amount | None:
    """Return the nearest amount with a unit before one that it can have, in its sentence; of equivalents, the first."""
    start = context.starts[amounts[index].first]
    for step in range(index - 1, max(index - REACH, -1), -1):
        other = amounts[step]
        if context.starts[other.first] != start or is_of_index(context.tokens, other, amounts[index]):
            return None
        in_brackets = at(context.tokens, other.first - 1).text == "("
        if (
            (other.unit or other.unit_candidates)
            and other.doubt is None
            and other.kind not in ("ordinal", "age")
            and not (in_brackets and step)
            and not is_compound(context.tokens, other)
            and not (amounts[index].scale and (other.kind in NEVER_SCALED or not is_comparable(amounts[index], other)))
        ):
            return other
    return None


def on_scale_of(context: Context, amounts: list[Amount], index: int, *, before: Amount | None) -> Amount | None:
    """Return the nearest amount on a number's own scale that has the unit of the one before it.

    Such is the first of `rose 243 mln dlrs to 45.3 billion after rising 589 mln`.
    """
    amount, start = amounts[index], context.starts[amounts[index].first]
    if before is None or amount.scale is None or before.scale == amount.scale:
        return None
    nearest = (one for one in reversed(amounts[max(index - REACH, 0) : index]) if context.starts[one.first] == start)
    is_unit = (before.kind, before.unit, before.unit_candidates)
    return next(
        (
            one
            for one in nearest
            if (one.kind, one.unit, one.unit_candidates) == is_unit and one.scale == amount.scale and not one.doubt
        ),
        None,
    )


def after(context: Context, amounts: list[Amount], index: int) -> Amount | None:
    """Return the next amount after one, in its sentence, if it has a unit."""
    if index + 1 == len(amounts):
        return None
    other = amounts[index + 1]
    same = context.starts[other.first] == context.starts[amounts[index].first]
    may_give = other.kind not in ("ordinal", "age") or is_hanging(context.tokens, amounts[index], other)
    return other if same and other.unit and other.doubt is None and may_give else None


def is_compound(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether a length of time describes something: of `six-month bills` no number takes the months."""
    return amount.kind == "duration" and any(token.kind == DASH for token in tokens[amount.first : amount.last])


def may_be_otherwise(tokens: list[Token], amount: Amount, before: Amount) -> bool:
    """Tell whether the words before a number leave open if it is in the unit of the figure before it.

    So do decimals behind cents, which may be of dollars: `down 30 cents; Dubai was at 14.10`.
    """
    is_of_whole = before.parts != 1 and amount.value % 1 != 0 and before.value * before.parts % 1 == 0
    return is_of_whole or is_plainly_named(tokens, amount, before) or is_other_money(tokens, amount, before)


def inherit(context: Context, amount: Amount, *, before: Amount | None, after: Amount | None) -> Amount:
    """Return a bare amount with what it takes from the amount before or after it, or as it is."""
    tokens = context.tokens
    word = word_before(tokens, amount.first)
    if after and leans_forward(tokens, amount, after, word=word):
        return take(amount, after, may_scale=at(tokens, amount.last).lower in ("to", "from"))
    if after and is_sum_beside(tokens, amount, after):
        return take(amount, after, may_scale=False)
    if before is None or not is_comparable(amount, before):
        return amount
    if word == "by" and not leads_by(tokens, before, amount):
        return amount
    leans = leans_by_preposition(tokens, amount, before, word=word) or is_at_case(tokens, amount, before)
    if not leans and may_be_otherwise(tokens, amount, before):
        return replace(amount, doubt=MAY_BE)
    leans = (
        leans
        or is_gapped(tokens, amount, before, word=word)
        or is_listed(tokens, amount, before, after)
        or is_parallel(amount, before, word)
        or is_alike(amount, before)
        or is_respective(tokens, amount, before, word=word)
        or is_rest(tokens, amount, before)
    )
    return take(amount, before, may_scale=False) if leans else amount
