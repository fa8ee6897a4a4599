"""Rates of money: `US$1,570 a ton`, `16 rubles to the dollar`, `the lira at 558,000 to the dollar`."""

import re
from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.rates import per_behind_bracket, per_phrase
from tasks.extractors.figures.money.currency_names import named_currency
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.tokens import Token, at

RATE_REACH = 16
"""Tokens before a bare rate in which the currency that it is of is looked for."""
STERLING = re.compile(r"\b[Ss]terling\b|\b[Tt]he pound\b|£|\bBritain\b|\bBritish pounds?\b")
RATE_TARGETS = frozenset({"the", "one", "a", "each"})


def with_rate(context: Context, amount: Amount) -> Amount:
    """Make a rate of money per something: `US$1,570 a ton`, `16 rubles to the dollar`."""
    if at(context.tokens, amount.last).lower in ("to", "per", "for") and amount.scale is None:
        has_target = at(context.tokens, amount.last + 1).lower in RATE_TARGETS
        other = named_currency(context, amount.last + 1 + has_target, value=Decimal(1), is_scaled=True)
        is_rate = has_target or (at(context.tokens, amount.last).lower == "per" and not is_by_weight(context, amount))
        if other and is_rate and other.meaning.code not in (None, amount.unit):
            return replace(amount, kind="rate", per=other.meaning.code, last=other.last, rule="exchange rate")
    per, last = per_phrase(context.tokens, amount.last, any_noun=True)
    if per is None and (per := per_behind_bracket(context.tokens, amount.last)):
        last = amount.last
    return replace(amount, kind="rate", per=per, last=last, rule="money rate") if per else amount


def is_by_weight(context: Context, amount: Amount) -> bool:
    """Tell whether `per pound` is by weight: `99 cents per pound`, or where no pound of money is spoken of."""
    if at(context.tokens, amount.last + 1).lower != "pound":
        return False
    return amount.parts != 1 or STERLING.search(context.article.text) is None


def read_exchange_rate(context: Context, amount: Amount) -> Amount | None:
    """Read a bare number as a rate to one currency of another before it: `the lira at 558,000 to the dollar`.

    So is the yuan `at 8.2770-8.2800 per dollar`.
    """
    tokens = context.tokens
    word, has_target = at(tokens, amount.last).lower, at(tokens, amount.last + 1).lower in RATE_TARGETS
    if amount.scale or not (word == "per" or (word == "to" and has_target)):
        return None
    other = named_currency(context, amount.last + 1 + has_target, value=Decimal(1), is_scaled=True)
    if other is None or other.meaning.code is None:
        return None
    for index in range(amount.first - 1, max(amount.first - RATE_REACH, context.starts[amount.first]) - 1, -1):
        own = None if is_target(tokens, index) else named_currency(context, index, value=Decimal(1), is_scaled=True)
        if own and own.meaning.code and own.meaning.code != other.meaning.code:
            return replace(
                amount,
                kind="rate",
                unit=own.meaning.code,
                unit_candidates=own.meaning.candidates,
                per=other.meaning.code,
                last=other.last,
                rule="exchange rate",
                inherited="unit",
            )
    return None


def is_target(tokens: list[Token], index: int) -> bool:
    """Tell whether a currency at a token is what another rate is stated to: `119.10 to the |dollar and 107.75 to …`."""
    before = at(tokens, index - 1).lower
    return before == "per" or (before in RATE_TARGETS and at(tokens, index - 2).lower in ("to", "for"))
