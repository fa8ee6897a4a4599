"""Gives an elliptical number the kind, unit and scale of the figure it leans on: `12 percent, up from 8`."""

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.scanning.gapping import (
    is_alike,
    is_gapped,
    is_listed,
    is_parallel,
    leans_by_preposition,
    word_before,
)
from tasks.extractors.figures.scanning.inherited_units import below_zero, is_comparable, take
from tasks.extractors.figures.scanning.series import (
    begins_list,
    with_doubt_of_shares,
    with_shared_currency,
    with_shared_scale,
    without_models,
)
from tasks.extractors.figures.scanning.shared_units import leans_forward
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.tokens import at

REACH = 12
"""Amounts to look back over."""


def with_inherited(context: Context, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts with every bare one that leans on another given its kind and unit."""
    found = with_shared_currency(context.tokens, amounts)
    for index in range(len(found) - 2, -1, -1):
        if begins_list(context, found, index):
            found[index] = below_zero(take(found[index], found[index + 1], may_scale=True), found[index + 1])
        else:
            found[index] = with_shared_scale(context.tokens, found[index], found[index + 1])
    found = with_doubt_of_shares(context, found)
    for index, amount in enumerate(found):
        if amount.is_bare and amount.doubt is None:
            found[index] = inherit(
                context, amount, before=before(context, found, index), after=after(context, found, index)
            )
    return without_models(context.tokens, found)


def before(context: Context, amounts: list[Amount], index: int) -> Amount | None:
    """Return the nearest amount with a unit before one, in its sentence; of an amount and its equivalent, the first."""
    start = context.starts[amounts[index].first]
    for step in range(index - 1, max(index - REACH, -1), -1):
        other = amounts[step]
        if context.starts[other.first] != start:
            return None
        in_brackets = at(context.tokens, other.first - 1).text == "("
        if (
            (other.unit or other.unit_candidates)
            and other.doubt is None
            and other.kind not in ("ordinal", "age")
            and not (in_brackets and step)
        ):
            return other
    return None


def after(context: Context, amounts: list[Amount], index: int) -> Amount | None:
    """Return the next amount after one, in its sentence, if it has a unit."""
    if index + 1 == len(amounts):
        return None
    other = amounts[index + 1]
    same = context.starts[other.first] == context.starts[amounts[index].first]
    return other if same and other.unit and other.doubt is None and other.kind not in ("ordinal", "age") else None


def inherit(context: Context, amount: Amount, *, before: Amount | None, after: Amount | None) -> Amount:
    """Return a bare amount with what it takes from the amount before or after it, or as it is."""
    tokens = context.tokens
    word = word_before(tokens, amount.first)
    if after and leans_forward(tokens, amount, after, word=word):
        return take(amount, after, may_scale=at(tokens, amount.last).lower == "to")
    if before is None or not is_comparable(amount, before):
        return amount
    leans = (
        leans_by_preposition(tokens, amount, before, word=word)
        or is_gapped(tokens, amount, before, word=word)
        or is_listed(tokens, amount, before, after)
        or is_parallel(amount, before, word)
        or is_alike(amount, before)
    )
    return take(amount, before, may_scale=False) if leans else amount
