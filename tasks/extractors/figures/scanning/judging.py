"""What becomes of an amount that was read: a figure, a doubt, or nothing."""

from dataclasses import replace

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.money.money_amounts import AFTER
from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.refusals.designators import is_hyphened, is_street_number
from tasks.extractors.figures.refusals.doubts import (
    doubt_of_currency,
    doubt_of_model,
    doubt_of_name,
    is_in_table,
    may_be_currency,
    names_market,
)
from tasks.extractors.figures.refusals.no_counts import is_no_count
from tasks.extractors.figures.refusals.years import (
    is_short_year,
    is_year_of_money,
    may_be_far_year,
    may_be_month,
    may_be_spelled_year,
)
from tasks.extractors.figures.scanning.ranges import read_range
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.tokens import NUMBER, Token, at, past_hyphen

MOST_TIMES = 5
"""Times that the high end of a range of money may be the low one, so that this is no number of the name before."""
COUNTING = frozenset({"number", "count", "compound"})
"""Rules of amounts without currency or unit of measure, which designators may be taken for."""
MEASURING = frozenset({"quantity", "duration", "percent"})
"""Rules of amounts whose unit follows the number."""


def past_joined(tokens: list[Token], index: int) -> int:
    """Return the index after the number that a dash joins to a designator before it: the 7 of `pp. 5-7`."""
    joined = past_hyphen(tokens, index)
    return joined + (joined > index and at(tokens, joined).kind == NUMBER)


def tied_to_letters(tokens: list[Token], numeral: Numeral) -> tuple[list[Amount], int]:
    """Return a doubt about a number that letters touch, where they may be a currency: `SR10 billion`; else a name."""
    if not may_be_currency(tokens, numeral):
        return [], numeral.first + 1
    doubt = f"`{tokens[numeral.first - 1].text}` before it may be a currency"
    amount = Amount(
        kind="money",
        value=numeral.value,
        first=numeral.first - 1,
        last=numeral.last,
        rule="currency before",
        doubt=doubt,
    )
    return [amount], numeral.last


def with_range(context: Context, amount: Amount) -> tuple[list[Amount], int]:
    """Return an amount or the range that it begins, none for the numbers of a house, and where to go on."""
    joined = None if amount.doubt else read_range(context, amount)
    if joined and joined.rule == "range of count" and is_street_number(context.tokens, joined.last):
        return [], joined.last
    return [joined or amount], (joined or amount).last


def is_sure_range(joined: Amount) -> bool:
    """Tell whether a range is one though a name stands before it: `Qatar 20 to 30 pct`, `the Harbor 50 to 75 cents`."""
    rule, high = joined.rule.removeprefix("range of "), joined.value_high
    is_money = joined.kind in ("money", "rate") and joined.unit is not None
    return rule in MEASURING or (is_money and high is not None and high <= MOST_TIMES * joined.value)


def doubt_of_unit(tokens: list[Token], amount: Amount, numeral: Numeral) -> str | None:
    """Say why the unit or currency behind a number may not be its own: `Rotterdam-5 km`, `in 1987 dollars`."""
    if amount.rule in MEASURING and is_hyphened(tokens, numeral):
        return "a hyphen joins it to the word before"
    if amount.rule == "count" and is_in_table(tokens, amount):
        return "a row of capitals may state a price"
    if amount.rule == AFTER and names_market(tokens, amount):
        return "it may be so many of what is in the currency"
    is_year = amount.rule == AFTER and is_year_of_money(tokens, numeral)
    return "it may be a year whose money is meant" if is_year else None


def without_noun_below(context: Context, amount: Amount) -> Amount:
    """Return a count without its noun where that begins the next line with a capital, as a table's next row does."""
    noun = at(context.tokens, amount.last)
    below = "\n" in context.article.text[context.tokens[amount.last - 1].end : max(noun.start, 0)]
    is_below = amount.rule == "count" and amount.unit is not None and below and noun.text[:1].isupper()
    return replace(amount, unit=None, noun_last=None, is_bare=True) if is_below else amount


def judged(context: Context, amount: Amount, numeral: Numeral) -> Amount | None:
    """Return an amount, with its doubt where the word before its number gives one; None where it is no figure."""
    if doubt := doubt_of_unit(context.tokens, amount, numeral):
        return replace(amount, doubt=doubt)
    if numeral.doubt and not numeral.in_digits:
        return amount
    joined = read_range(context, amount) if amount.is_bare and amount.rule in COUNTING else None
    begins_range = joined is not None and ((numeral.value == 1 and not numeral.in_digits) or is_sure_range(joined))
    if amount.rule not in COUNTING or begins_range:
        return amount
    amount = without_noun_below(context, amount)
    if is_no_count(context, numeral, amount):
        doubt = doubt_of_name(context.tokens, numeral)
        return replace(amount, doubt=doubt) if doubt else None
    if is_short_year(context.tokens, numeral):
        return None if amount.is_bare else replace(amount, doubt="an apostrophe before it may make a year of it")
    doubt = doubt_of_currency(context.tokens, numeral) if amount.is_bare else doubt_of_model(context, amount, numeral)
    has_noun = amount.unit is not None
    if may_be_far_year(context.tokens, numeral) or may_be_spelled_year(context.tokens, numeral, has_noun=has_noun):
        doubt = "it may be a year"
    elif may_be_month(context.tokens, numeral):
        doubt = "it may be a month and its year"
    return replace(amount, doubt=doubt) if doubt else amount
