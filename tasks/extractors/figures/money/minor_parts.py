"""Adds the minor unit to an amount of money: `20 dollars 43 cents`, `15 dollars 50`."""

from dataclasses import replace

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.money.currency_names import Currency, minor_currency, minor_units
from tasks.extractors.figures.numbers.numerals import read_numeral
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS
from tasks.extractors.figures.words.tokens import BREAK, Token, at, is_glued

SMALLEST_NAMELESS = 10
"""Minor units without their name are two digits: `15 dollars 50`."""


def with_minor_part(context: Context, amount: Amount) -> Amount:
    """Add the minor unit after the major: `20 dollars 43 cents`, `a dollar and 42 cents`, `15 dollars 50`."""
    tokens = context.tokens
    if amount.scale is not None or amount.value != amount.value.to_integral_value():
        return amount
    joined = at(tokens, amount.last).lower == "and"
    numeral = read_numeral(tokens, amount.last + joined)
    if numeral is None or numeral.scale is not None or not 0 < numeral.value < 100 or numeral.doubt:
        return amount
    minor = minor_currency(context, numeral.last)
    if minor and minor.parts > numeral.value and (minor.meaning.code is None or is_same_money(minor, amount)):
        if told := told_by_minor(minor, amount):
            amount = replace(amount, unit=told, unit_candidates=None)
        return replace(amount, value=amount.value + numeral.value / minor.parts, last=minor.last)
    if at(tokens, numeral.last).text == "c" and is_glued(tokens, numeral.last):
        return replace(amount, value=amount.value + numeral.value / 100, last=numeral.last + 1)
    is_small = numeral.value < SMALLEST_NAMELESS or at(tokens, amount.first - 1).lower == "between"
    if is_small or not ends_nameless(tokens, numeral.last, is_joined=joined):
        return amount
    return replace(amount, value=amount.value + numeral.value / 100, last=numeral.last)


def is_part_of_money(tokens: list[Token], last: int) -> bool:
    """Tell whether a fraction before a token is one of a coin or note: `half a cent`, `a tenth of a yen`."""
    after = last + (at(tokens, last).lower == "of")
    noun = at(tokens, after + 1).lower
    return at(tokens, after).lower in ("a", "an", "one") and (noun in minor_units() or noun in nouns())


def ends_nameless(tokens: list[Token], index: int, *, is_joined: bool) -> bool:
    """Tell whether nothing that a number could count follows it, so that it is the cents of `15 dollars 50`."""
    after = at(tokens, index)
    if after.kind == BREAK or after.text in (".", ",", ";", "?"):
        return True
    follows = after.lower == "more" or after.lower in FUNCTION_WORDS
    return follows and not is_joined and not is_glued(tokens, index)


def is_same_money(minor: Currency, amount: Amount) -> bool:
    """Tell whether a minor unit can belong to the amount's currency: cents belong to many."""
    is_candidate = minor.meaning.code in (amount.unit_candidates or "").split("|")
    return is_candidate or minor.meaning.code == amount.unit or minor.meaning.code in ("USD", "GBP")


def told_by_minor(minor: Currency, amount: Amount) -> str | None:
    """Return the one of an amount's possible currencies that its minor unit belongs to: `4 marks 50 pfennigs`."""
    return minor.meaning.code if minor.meaning.code in (amount.unit_candidates or "").split("|") else None
