"""Says what a figure is compared with: the level beside it, or the phrase behind it, with its days."""

from dataclasses import replace
from datetime import date

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.slots.comparatives import is_multiple, side_after
from tasks.extractors.figures.slots.comparisons import COUNTED_BACK, Comparison, base_days, base_span, days_of_base
from tasks.extractors.figures.slots.directions import direction_of
from tasks.extractors.figures.slots.periods import Period, period_of_base
from tasks.extractors.figures.slots.relations import BASE, LEVEL
from tasks.extractors.figures.slots.sentences import Sentence, is_start


def comparison_of(
    sentence: Sentence, index: int, *, period: Period | None
) -> tuple[Comparison, tuple[int, int] | None]:
    """Return the direction of an amount and the base it is compared with, and where the base stands, if anywhere."""
    tokens, amount = sentence.context.tokens, sentence.amounts[index]
    direction = direction_of(tokens, amount, start=sentence.start)
    base = base_amount(sentence, index)
    is_level = base is not None and side_after(
        tokens, amount.last, kind=amount.kind
    )  # `$1 billion, down from $2 billion`
    is_change = None if direction is None else not is_level
    if base and direction is None:
        direction = None if amount.value == base.value else "up" if amount.value > base.value else "down"
        is_change = False
    bare = Comparison(direction=direction, is_change=is_change)
    if (direction is None and not is_multiple(tokens, amount.last)) or amount.value < 0:
        return bare, None
    span = base_chars(sentence, amount, base=base)
    if span is None:
        return bare, None
    start_on, end_on = base_time(sentence, span, period=period) or (None, None)
    phrase = sentence.context.article.text[span[0] : span[1]]
    return replace(bare, compared_with=phrase, start_on=start_on, end_on=end_on), span


def base_time(sentence: Sentence, span: tuple[int, int], *, period: Period | None) -> tuple[date, date] | None:
    """Return the days of a base: those of its time expression, or counted back from the figure's own period."""
    article = sentence.context.article
    phrase = article.text[span[0] : span[1]]
    if period and period.start_on and period.end_on:
        days = base_days(phrase, period=(period.start_on, period.end_on))
        if days:
            return days
    return days_of_base(*span, dates=sentence.dates, published_on=article.published_on)


def base_chars(sentence: Sentence, amount: Amount, *, base: Amount | None) -> tuple[int, int] | None:
    """Return where the base of an amount stands: the level it is compared with and its time, or the phrase behind."""
    tokens = sentence.context.tokens
    if base is None:
        span = base_span(tokens, amount, end=sentence.end)
        return (
            time_within(sentence.context.article.text, tokens[span[0]].start, tokens[span[1] - 1].end) if span else None
        )
    start, end = tokens[base.first].start, tokens[base.last - 1].end
    period = period_of_base(sentence.context.article.text, sentence.periods, end, limit=tokens[sentence.end - 1].end)
    return start, period.end_char if period and period.start_char == end + 1 else end


def time_within(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut a base that ends in a time counted back to that time: `the volume of sales |one year earlier`."""
    counted = COUNTED_BACK.search(text, start, end)
    is_named = counted is not None and len(text[start : counted.start()].split()) > 1  # more than `in`
    return (counted.start(), end) if counted and is_named else (start, end)


def base_amount(sentence: Sentence, index: int) -> Amount | None:
    """Return the neighbouring level that an amount of its kind and unit is compared with, or None."""
    amount, amounts, relations = sentence.amounts[index], sentence.amounts, sentence.relations
    if index + 1 < len(amounts) and relations[index + 1] == BASE and is_comparable(amount, amounts[index + 1]):
        return amounts[index + 1]
    leads = relations[index] == LEVEL and is_start(sentence, index - 1)
    return amounts[index - 1] if leads and is_comparable(amount, amounts[index - 1]) else None


def is_comparable(amount: Amount, other: Amount) -> bool:
    """Tell whether two amounts are levels of one kind and unit."""
    return (amount.kind, amount.unit) == (other.kind, other.unit) and not (amount.value_high or other.value_high)
