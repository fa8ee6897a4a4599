"""Fills what a figure's sentence says about it: status, direction and base, period, and what it measures."""

from collections.abc import Iterator
from dataclasses import replace

from tasks.extractors.figures.amounts import Amount
from tasks.extractors.figures.comparisons import Comparison, base_days, base_phrase, direction_of, level_relation
from tasks.extractors.figures.context import Context
from tasks.extractors.figures.measures import measure_of, measured_of
from tasks.extractors.figures.periods import Period, nearest_period, periods_in
from tasks.extractors.figures.statuses import status_of
from tasks.extractors.figures.tokens import at
from warehouse.records import Figure, Rejection

UNTIMED = frozenset({"ordinal", "age", "duration"})
"""Kinds that hold at no time of their own and have no status."""
DETERMINERS = frozenset({"the", "these", "those", "both", "all"})
LONGEST_SENTENCE = 600
"""Characters of a sentence that are searched for whose a figure is."""


def with_slots(
    context: Context, amounts: list[Amount], records: list[Figure | Rejection]
) -> Iterator[Figure | Rejection]:
    """Yield the records with each figure's slots filled from its sentence."""
    article = context.article
    periods = periods_in(
        article.text, article.body_start_char, article.body_end_char, published_on=article.published_on
    )
    for index, (amount, record) in enumerate(zip(amounts, records, strict=True)):
        if isinstance(record, Rejection):
            yield record
            continue
        neighbours = (amounts[index - 1] if index else None, amounts[index + 1] if index + 1 < len(amounts) else None)
        yield filled(context, amount, record, periods=periods, neighbours=neighbours)


def filled(
    context: Context,
    amount: Amount,
    figure: Figure,
    *,
    periods: list[Period],
    neighbours: tuple[Amount | None, Amount | None],
) -> Figure:
    """Return a figure with its slots filled from its sentence and the amounts before and after it."""
    before, following = neighbours
    tokens, text = context.tokens, context.article.text
    start, end = context.starts[amount.first], context.ends[amount.first]
    low, high = tokens[start].start, tokens[end - 1].end
    limit = min(high, tokens[following.first].start) if following else high
    period = None
    if amount.kind not in UNTIMED:
        low = figure.end_char if tokens[amount.first - 1].lower == "from" and amount.first > start else low
        period = nearest_period(periods, figure.start_char, figure.end_char, low=low, high=limit)
    comparison = comparison_of(context, amount, period=period, before=before, following=following)
    if period and comparison.compared_with and is_base(text, period, comparison):
        period = None
    span = measure_of(tokens, amount, start=start)
    return replace(
        figure,
        direction=comparison.direction,
        compared_with=comparison.compared_with,
        compared_start_on=comparison.start_on,
        compared_end_on=comparison.end_on,
        status=None if is_timeless(context, amount) else status_at(context, amount),
        measure=text[tokens[span[0]].start : tokens[span[1] - 1].end] if span else None,
        measure_start_char=tokens[span[0]].start if span else None,
        measure_end_char=tokens[span[1] - 1].end if span else None,
        measured_of=None if amount.kind in UNTIMED else owner_of(context, amount),
        period=text[period.start_char : period.end_char] if period else None,
        period_start_on=period.start_on if period else None,
        period_end_on=period.end_on if period else None,
    )


def status_at(context: Context, amount: Amount) -> str | None:
    """Return the status of an amount in its sentence."""
    start, end = context.starts[amount.first], context.ends[amount.first]
    return status_of(context.tokens, amount.first, amount.last, start=start, end=end)


def owner_of(context: Context, amount: Amount) -> str | None:
    """Return whose an amount is, as its sentence says."""
    tokens = context.tokens
    first = tokens[context.starts[amount.first]].start
    last = tokens[context.ends[amount.first] - 1].end
    return measured_of(context.article.text, first, min(last, first + LONGEST_SENTENCE))


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
