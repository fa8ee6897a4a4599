"""Fills what a figure's sentence says about it: status, direction and base, period, and what it measures."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from tasks.extractors.figures.amounts import Amount
from tasks.extractors.figures.comparisons import Comparison, base_days, base_phrase, direction_of, level_relation
from tasks.extractors.figures.context import Context
from tasks.extractors.figures.measures import measure_of, named_phrase, owned
from tasks.extractors.figures.periods import Period, nearest_period, periods_in
from tasks.extractors.figures.phrases import Phrase
from tasks.extractors.figures.siblings import relation_to
from tasks.extractors.figures.statuses import status_of
from tasks.extractors.figures.tokens import at

UNTIMED = frozenset({"ordinal", "age", "duration"})
"""Kinds that hold at no time of their own and have no status."""
DETERMINERS = frozenset({"the", "these", "those", "both", "all"})
POSSESSIVE = re.compile(r"['’]s?$")


class Slots(TypedDict):
    """The columns of a figure that its sentence fills."""

    direction: str | None
    compared_with: str | None
    compared_start_on: date | None
    compared_end_on: date | None
    status: str | None
    measure: str | None
    measure_start_char: int | None
    measure_end_char: int | None
    measured_of: str | None
    period: str | None
    period_start_on: date | None
    period_end_on: date | None


def slots_of_all(context: Context, amounts: list[Amount]) -> Iterator[Slots]:
    """Yield what the sentence of each amount says about it, in order."""
    article = context.article
    start, end = article.body_start_char, article.body_end_char
    periods = periods_in(article.text, start, end, published_on=article.published_on)
    phrase: Phrase | None = None
    for index, amount in enumerate(amounts):
        before = amounts[index - 1] if index else None
        following = amounts[index + 1] if index + 1 < len(amounts) else None
        if before is None or context.starts[before.first] != context.starts[amount.first]:
            phrase = None
        phrase = phrase_for(context, amount, neighbours=(before, following), earlier=phrase)
        yield slots_of(context, amount, periods=periods, neighbours=(before, following), phrase=phrase)


def phrase_for(
    context: Context, amount: Amount, *, neighbours: tuple[Amount | None, Amount | None], earlier: Phrase | None
) -> Phrase | None:
    """Return the phrase that an amount measures: its own, or that of the amount before it which it hangs on."""
    tokens, start = context.tokens, context.starts[amount.first]
    before, following = neighbours
    if following and is_counted_next(context, amount, following):
        amount = following
    if before is None or earlier is None or amount.kind in ("ordinal", "age", "duration"):
        return measure_of(tokens, amount, start=start)
    relation = relation_to(tokens, before, amount)
    if relation is None:
        return measure_of(tokens, amount, start=start)
    named = named_phrase(tokens, amount, start=start)
    return owned(tokens, named) if named and relation != "part" else earlier


def is_counted_next(context: Context, amount: Amount, following: Amount) -> bool:
    """Tell whether the noun that a count counts stands behind the next one: `from 48,000 to 42,000 soldiers`."""
    is_bare = amount.kind == following.kind == "count" and amount.unit == following.unit and amount.inherited
    return bool(is_bare) and [at(context.tokens, step).lower for step in (amount.first - 1, amount.last)] == [
        "from",
        "to",
    ]


def slots_of(
    context: Context,
    amount: Amount,
    *,
    periods: list[Period],
    neighbours: tuple[Amount | None, Amount | None],
    phrase: Phrase | None,
) -> Slots:
    """Return what the sentence of an amount says about it, given the amounts before and after it."""
    tokens, text = context.tokens, context.article.text
    period = period_of(context, amount, periods=periods, following=neighbours[1])
    comparison = comparison_of(context, amount, period=period, before=neighbours[0], following=neighbours[1])
    if period and comparison.compared_with and is_base(text, period, comparison):
        period = None
    return Slots(
        direction=comparison.direction,
        compared_with=comparison.compared_with,
        compared_start_on=comparison.start_on,
        compared_end_on=comparison.end_on,
        status=None if is_timeless(context, amount) else status_at(context, amount),
        measure=text[tokens[phrase.first].start : tokens[phrase.last - 1].end] if phrase else None,
        measure_start_char=tokens[phrase.first].start if phrase else None,
        measure_end_char=tokens[phrase.last - 1].end if phrase else None,
        measured_of=owner_text(context, phrase.owner) if phrase and phrase.owner else None,
        period=text[period.start_char : period.end_char] if period else None,
        period_start_on=period.start_on if period else None,
        period_end_on=period.end_on if period else None,
    )


def owner_text(context: Context, owner: tuple[int, int]) -> str:
    """Return whose a figure is, as the text names it, without the `'s`."""
    tokens = context.tokens
    text = context.article.text[tokens[owner[0]].start : tokens[owner[1] - 1].end]
    return POSSESSIVE.sub("", text)


def period_of(context: Context, amount: Amount, *, periods: list[Period], following: Amount | None) -> Period | None:
    """Return the period that an amount holds for: in its sentence, before the next amount; behind it after `from`."""
    if amount.kind in UNTIMED:
        return None
    tokens, first = context.tokens, context.starts[amount.first]
    start, end = tokens[amount.first].start, tokens[amount.last - 1].end
    is_base_level = amount.first > first and tokens[amount.first - 1].lower == "from"
    low = end if is_base_level else tokens[first].start
    high = tokens[context.ends[amount.first] - 1].end
    limit = min(high, tokens[following.first].start) if following else high
    return nearest_period(periods, start, end, low=low, high=limit)


def status_at(context: Context, amount: Amount) -> str | None:
    """Return the status of an amount in its sentence."""
    start, end = context.starts[amount.first], context.ends[amount.first]
    return status_of(context.tokens, amount.first, amount.last, start=start, end=end)


def is_timeless(context: Context, amount: Amount) -> bool:
    """Tell whether a figure has no status: an age, a length of time, a known number: `the two sides`."""
    is_known = amount.kind == "count" and at(context.tokens, amount.first - 1).lower in DETERMINERS
    return amount.kind in UNTIMED or is_known


def is_base(text: str, period: Period, comparison: Comparison) -> bool:
    """Tell whether a period is itself the base of the comparison, and so not when the figure holds."""
    return text[period.start_char : period.end_char] in (comparison.compared_with or "")


def comparison_of(
    context: Context, amount: Amount, *, period: Period | None, before: Amount | None, following: Amount | None
) -> Comparison:
    """Return the direction of an amount and the base it is compared with."""
    tokens, text = context.tokens, context.article.text
    if base := base_amount(context, amount, before=before, following=following):
        direction = None if amount.value == base.value else "up" if amount.value > base.value else "down"
        return Comparison(direction=direction, compared_with=text[tokens[base.first].start : tokens[base.last - 1].end])
    if amount.value < 0:
        return Comparison()
    start, end = context.starts[amount.first], context.ends[amount.first]
    direction = direction_of(tokens, amount.first, amount.last, kind=amount.kind, start=start)
    if direction is None:
        return Comparison()
    phrase = base_phrase(text, tokens, amount.last, end)
    if phrase is None:
        return Comparison(direction=direction)
    stretch = (period.start_on, period.end_on) if period and period.start_on and period.end_on else None
    days = base_days(phrase, period=stretch, published_on=context.article.published_on) or (None, None)
    return Comparison(direction=direction, compared_with=phrase, start_on=days[0], end_on=days[1])


def base_amount(context: Context, amount: Amount, *, before: Amount | None, following: Amount | None) -> Amount | None:
    """Return the neighbouring level that an amount of its kind and unit is compared with, or None."""
    for first, second, relation in ((amount, following, "base"), (before, amount, "start")):
        if first is None or second is None or context.starts[first.first] != context.starts[second.first]:
            continue
        if (first.kind, first.unit) != (second.kind, second.unit) or first.value_high or second.value_high:
            continue
        found = level_relation(context.tokens, first.last, second.first)
        starts_change = relation == "base" or at(context.tokens, first.first - 1).lower == "from"
        if found == relation and starts_change:
            return second if relation == "base" else first
    return None
