"""Makes records of amounts: figures of what is certain, rejections of what is not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import EXACT, Amount, exact
from tasks.extractors.figures.kinds.hedges import hedge_after, hedge_before, is_spatial
from tasks.extractors.figures.numbers.digits import may_part_thousands
from tasks.extractors.figures.slots.slots import Slots, slots_of_all
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.tokens import BREAK, Token, at
from tasks.extractors.figures.words.word_lists import word_list
from tasks.sources.refusal import marked_excerpt
from warehouse.records import DateExpression, Figure, Rejection

LARGEST = Decimal(10) ** 29
SMALLEST_STEP = Decimal("1e-9")
"""Limits of the ledger's DECIMAL(38, 9)."""
BEFORE_EQUIVALENT = word_list("build.before_equivalent")
"""What may stand between an amount and the same amount in another currency or unit."""
LONGEST_EQUIVALENT_GAP = 5
INSERTED_BY = frozenset({",", "-", "--", "\u2013", "\u2014"})
"""What an equivalent is put in with, besides brackets: `1.9 billion tenge, about $31 million, was`."""
CLOSING = INSERTED_BY | {".", ";", ":", ")", ""}
PARTING = frozenset({";", ",", "/", "or"})
"""What parts two equivalents in one bracket."""
MEASURED = frozenset({"money", "quantity", "rate"})

DIVIDED = frozenset({"share"})
"""Things that are counted in parts too: `convertible into 2.315 shares`."""
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
"""A number whose thousands commas part, so that a point in the same article parts decimals."""


def build(context: Context, amounts: list[Amount], *, dates: Sequence[DateExpression]) -> Iterator[Figure | Rejection]:
    """Yield a record for each amount, in order, with equivalents linked to each other."""
    pairs = zip(amounts, slots_of_all(context, amounts, dates=dates), strict=True)
    records = [record_of(context, amount, slots) for amount, slots in pairs]
    for index, record in enumerate(records):
        if isinstance(record, Rejection):
            yield record
            continue
        other = equivalent_index(context, amounts, records, index)
        linked = records[other] if other is not None else None
        yield replace(record, equivalent_figure_id=linked.key) if linked else record


def equivalent_index(
    context: Context, amounts: list[Amount], records: list[Figure | Rejection], index: int
) -> int | None:
    """Return the index of the neighbour that states the same amount in another currency or unit, or None.

    Of two in one bracket the second restates the amount before the bracket too: `3bn yuan ($365m; £190m)`.
    """
    for first, second, other in ((index, index + 1, index + 1), (index - 1, index, index - 1)):
        if first < 0 or second >= len(amounts):
            continue
        both_figures = isinstance(records[first], Figure) and isinstance(records[second], Figure)
        if both_figures and is_equivalent(context.tokens, amounts[first], amounts[second]):
            return other
    return index - 2 if is_second_equivalent(context.tokens, amounts, records, index) else None


def is_second_equivalent(
    tokens: list[Token], amounts: list[Amount], records: list[Figure | Rejection], index: int
) -> bool:
    """Tell whether an amount is the second in a bracket that restates the one before the bracket."""
    if index < 2 or not all(isinstance(record, Figure) for record in records[index - 2 : index + 1]):
        return False
    first, second, third = amounts[index - 2 : index + 1]
    is_listed = third.first == second.last + 1 and at(tokens, second.last).text in PARTING
    is_other = third.kind == second.kind and third.unit not in (first.unit, second.unit)
    return is_listed and is_other and is_equivalent(tokens, first, second)


def is_equivalent(tokens: list[Token], amount: Amount, other: Amount) -> bool:
    """Tell whether the second amount restates the first: `20 billion rubles ($700 million)`, `45km (28 miles)`."""
    if (
        amount.kind not in MEASURED
        or other.kind not in MEASURED
        or amount.unit == other.unit
        or amount.kind != other.kind
        or other.first - amount.last > LONGEST_EQUIVALENT_GAP
    ):
        return False
    between = [at(tokens, index).lower for index in range(amount.last, other.first)]
    if not between:
        return False
    is_inserted = between[0] in INSERTED_BY and (len(between) > 1 or between[0] != ",")
    if not set(between[is_inserted:]) <= BEFORE_EQUIVALENT:
        return False
    if between[0] == "(" or between[:2] == [",", "or"]:
        return True
    ends = at(tokens, other.last)
    is_closed = ends.kind == BREAK or ends.text in CLOSING
    return (
        is_inserted
        and amount.kind == "money"
        and between[1:2] != ["then"]
        and is_closed
        and amount.value != other.value
    )


def record_of(context: Context, amount: Amount, slots: Slots) -> Figure | Rejection:
    """Return an amount's figure with what its sentence says of it, or its rejection where there is any doubt."""
    doubt = amount.doubt or doubtful_magnitude(amount) or doubtful_point(context.tokens, amount)
    if doubt:
        return rejection_of(context, amount, doubt)
    article, tokens = context.article, context.tokens
    start, end = tokens[amount.first].start, tokens[amount.last - 1].end
    return Figure(
        article_id=article.article_id,
        start_char=start,
        end_char=end,
        text=article.text[start:end],
        rule=amount.rule,
        kind=amount.kind,
        value=exact(amount.value),
        value_high=None if amount.value_high is None else exact(amount.value_high),
        unit=amount.unit,
        unit_candidates=amount.unit_candidates,
        per=amount.per,
        hedge=hedge_of(tokens, amount),
        inherited=amount.inherited,
        **slots,
    )


def hedge_of(tokens: list[Token], amount: Amount) -> str | None:
    """Return what makes an amount approximate or a bound, from its own form or the words around it."""
    if amount.hedge:
        return amount.hedge
    if is_spatial(tokens, amount.first, amount.last, unit=amount.unit):
        return None
    if hedge := hedge_before(tokens, amount.first):
        return hedge
    return hedge_after(tokens, amount.last) or (hedge_after(tokens, amount.noun_last) if amount.noun_last else None)


def doubtful_magnitude(amount: Amount) -> str | None:
    """Say why a value cannot be kept exactly, or is impossible for its kind."""
    for value in (amount.value, amount.value_high):
        if value is None:
            continue
        if abs(value) >= LARGEST:
            return "impossible magnitude"
        if value != EXACT.quantize(value, SMALLEST_STEP):
            return "more decimals than can be kept exactly"
    if amount.kind == "percent" and abs(amount.value) > 100_000:
        return "impossible percentage"
    return "impossible age" if amount.kind == "age" and amount.unit == "year" and amount.value > 1_000_000_000 else None


def doubtful_point(tokens: list[Token], amount: Amount) -> str | None:
    """Say why a point before three digits may part thousands, as on the continent: `1.234 soldiers`, `DM 12.500`."""
    if amount.scale is not None or amount.kind not in ("money", "quantity", "count"):
        return None
    for token in tokens[amount.first : amount.last]:
        is_count = amount.kind == "count" and amount.unit is not None
        if (
            amount.unit in DIVIDED
            and not token.text.endswith("0")
            and any(GROUPED.fullmatch(one.text) for one in tokens)
        ):
            return None
        if may_part_thousands(token.text) and (token.text.endswith("0") or is_count):
            return "its point may part thousands"
    return None


def rejection_of(context: Context, amount: Amount, doubt: str) -> Rejection:
    """Return the rejection of an amount, with its place and the reason."""
    article, tokens = context.article, context.tokens
    start, end = tokens[amount.first].start, tokens[amount.last - 1].end
    shown = marked_excerpt(article.text, start, end)
    return Rejection(
        source=article.source,
        source_path=article.source_path,
        content_sha256=article.content_sha256,
        article_id=article.article_id,
        stage="extract",
        rule="figure in doubt",
        reason=f"The figure {article.text[start:end][:60]!r} was not read: {doubt}.",
        start_char=start,
        excerpt=shown.excerpt,
        mark_start=shown.mark_start,
        mark_end=shown.mark_end,
        repair="Nothing to do if the text means no figure; otherwise write it so that it reads in one way only.",
    )
