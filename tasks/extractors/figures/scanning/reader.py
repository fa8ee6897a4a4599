"""Reads one amount at a token: the number with its currency, unit, share, age or counted noun."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.counts import read_count, read_times
from tasks.extractors.figures.kinds.quantities import read_unit, read_unit_or_age
from tasks.extractors.figures.kinds.shares import read_fraction, read_multiplier, read_odds
from tasks.extractors.figures.money.currencies import currency_before
from tasks.extractors.figures.money.minor_parts import is_part_of_money
from tasks.extractors.figures.money.money_amounts import money_after, money_before
from tasks.extractors.figures.money.money_rates import read_exchange_rate
from tasks.extractors.figures.numbers.numerals import read_numeral
from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.scanning.letters import read_letter
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.tokens import DASH, NUMBER, SIGN, WORD, Token, at, is_glued, past_hyphen
from tasks.extractors.figures.words.word_lists import word_list

SUFFIXES = {"odd": "about", "ish": "about", "some": "about", "plus": "more_than"}
"""Behind a number and a hyphen these hedge it."""
MARGINS = frozenset({"plus", "+", "±"})
"""What begins a margin of error: `plus or minus 3`."""
SIGNS = {"-": Decimal(-1), "\u2212": Decimal(-1), "\u2013": Decimal(-1), "minus": Decimal(-1), "negative": Decimal(-1)}
"""What makes a number negative before it; a dash only where it touches the number and nothing before."""

OPERANDS = word_list("reader.operands")
"""What something is added to or taken from: `the base rate minus 2 percent`."""


def read_amount(context: Context, index: int) -> Amount | None:
    """Return the amount that begins at a token, or None where none does; a doubtful one carries its doubt."""
    return read_amount_of(context, index, read_numeral(context.tokens, index))


def read_amount_of(context: Context, index: int, numeral: Numeral | None) -> Amount | None:
    """Return the amount that begins at a token with the number that was read there, if there is one."""
    tokens = context.tokens
    if at(tokens, index).kind == NUMBER:
        return read_measured(context, numeral) if numeral else None
    if numeral and at(tokens, index).lower in NUMBER_WORDS:
        return read_part(tokens, index) or read_measured(context, numeral)
    return (
        read_absolute_zero(tokens, index)
        or read_one_and_part(context, index)
        or read_margin(context, index)
        or read_part(tokens, index)
        or read_multiplier(tokens, index)
        or read_money(context, index)
        or (read_measured(context, numeral) if numeral else read_signed(context, index))
    )


def read_part(tokens: list[Token], index: int) -> Amount | None:
    """Read a fraction; one of a coin or note, `half a cent`, is money that is left in doubt."""
    amount = read_fraction(tokens, index)
    if amount and is_part_of_money(tokens, amount.last):
        return replace(amount, doubt="a fraction of a coin or note")
    return amount


def read_signed(context: Context, index: int) -> Amount | None:
    """Read a number behind its sign, without a currency: `-5`, `minus 24 degrees`."""
    sign, first = sign_at(context.tokens, index)
    numeral = read_numeral(context.tokens, first) if first > index else None
    if numeral is None:
        return None
    amount = read_measured(context, numeral)
    return replace(amount, value=sign * amount.value, first=index)


def read_absolute_zero(tokens: list[Token], index: int) -> Amount | None:
    """Read `absolute zero` as the temperature that it is."""
    if at(tokens, index).lower != "absolute" or at(tokens, index + 1).lower != "zero":
        return None
    return Amount(kind="quantity", value=Decimal(0), first=index, last=index + 2, unit="kelvin", rule="quantity")


def read_money(context: Context, index: int) -> Amount | None:
    """Read an amount whose currency stands before it, with a sign on either side: `-$5`, `$-5`."""
    tokens = context.tokens
    if currency := currency_before(context, index):
        sign, first = sign_at(tokens, currency.last)
        numeral = read_numeral(tokens, first)
        if numeral:
            return money_before(context, currency, numeral, first=index, sign=sign)
    sign, first = sign_at(tokens, index)
    if first == index:
        return None
    currency = currency_before(context, first)
    numeral = read_numeral(tokens, currency.last) if currency else None
    return money_before(context, currency, numeral, first=index, sign=sign) if currency and numeral else None


def read_one_and_part(context: Context, index: int) -> Amount | None:
    """Read `a dollar and 42 cents`, `an hour and a half`; an article before a currency or unit alone counts nothing."""
    tokens = context.tokens
    if at(tokens, index).lower not in ("a", "an") or at(tokens, index + 2).lower != "and":
        return None
    one = Amount(kind="count", value=Decimal(1), first=index + 1, last=index + 1, rule="number", in_digits=False)
    amount = read_unit(context.tokens, one) or money_after(context, one)
    return amount if amount and amount.last > index + 3 else None


def read_margin(context: Context, index: int) -> Amount | None:
    """Read `plus or minus 3 percent`, `+/- 3 percent`, `±3 percent`: a margin, stated without a sign."""
    tokens = context.tokens
    if at(tokens, index).lower not in MARGINS:
        return None
    words = [at(tokens, index + step).lower for step in range(3)]
    spoken = words[0] == "plus" and words[1] in ("or", "/") and words[2] == "minus"
    signed = words[0] == "+" and words[1] == "/" and words[2] in ("-", "−")
    if not (spoken or signed or words[0] == "±"):
        return None
    numeral = read_numeral(tokens, index + (1 if words[0] == "±" else 3))
    return replace(read_measured(context, numeral), first=index) if numeral else None


def sign_at(tokens: list[Token], index: int) -> tuple[Decimal, int]:
    """Return the sign at a token and the index of the number after it: `-5`, `minus-5`, `negative one`."""
    token, before = at(tokens, index), at(tokens, index - 1)
    if token.lower not in SIGNS:
        return Decimal(1), index
    if token.kind == WORD and is_operand(before):
        return Decimal(1), index
    if token.kind == WORD:
        hyphened = at(tokens, index + 1).kind == DASH and is_glued(tokens, index + 1)
        return SIGNS[token.lower], index + 1 + hyphened
    touches = at(tokens, index + 1).kind in (NUMBER, SIGN) and is_glued(tokens, index + 1)
    is_free = (before.end < token.start and before.kind != NUMBER) or before.kind == SIGN or before.text in "([<>="
    return (Decimal(-1), index + 1) if touches and is_free else (Decimal(1), index)


def is_operand(token: Token) -> bool:
    """Tell whether something is taken from what a token names: `LIBOR minus 1/4 pct`, `51 percent minus two shares`."""
    is_letters = token.kind == WORD and token.text.isupper() and len(token.text) > 1
    return is_letters or token.kind == NUMBER or token.lower in OPERANDS


def with_suffix(tokens: list[Token], amount: Amount) -> Amount:
    """Take in the suffix that hedges a number: `thirty-odd`, `50-plus`, `two plus years`."""
    hedge = SUFFIXES.get(at(tokens, past_hyphen(tokens, amount.last)).lower)
    if at(tokens, amount.last).lower in ("odd", "plus") and unit_at(tokens, amount.last + 1) and not amount.scale:
        return replace(amount, last=amount.last + 1, hedge=hedge)
    if hedge is None or at(tokens, amount.last).kind != DASH:
        return amount
    return replace(amount, last=amount.last + 2, hedge=hedge)


def read_measured(context: Context, numeral: Numeral) -> Amount:
    """Return the amount of a number that no currency sign precedes, by what stands after it."""
    tokens = context.tokens
    amount = Amount(
        kind="count",
        value=numeral.value,
        first=numeral.first,
        last=numeral.last,
        rule="number",
        scale=numeral.scale,
        doubt=numeral.doubt,
        in_digits=numeral.in_digits,
    )
    if numeral.doubt:
        return amount
    amount = with_suffix(tokens, amount)
    return (
        read_odds(tokens, amount)
        or read_letter(context, amount)
        or read_unit_or_age(tokens, amount)
        or money_after(context, amount)
        or read_times(tokens, amount)
        or read_exchange_rate(context, amount)
        or read_count(tokens, amount, has_decimal_comma=numeral.has_decimal_comma, is_fraction=numeral.is_fraction)
    )
