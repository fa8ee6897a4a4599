"""Reads one amount at a token: the number with its currency, unit, share, age or counted noun."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.amounts import Amount
from tasks.extractors.figures.context import Context
from tasks.extractors.figures.money import currency_before
from tasks.extractors.figures.money_amounts import money_after, money_before, read_exchange_rate
from tasks.extractors.figures.nouns import counted_noun
from tasks.extractors.figures.number_words import LETTER_SCALES
from tasks.extractors.figures.numerals import Numeral, read_numeral
from tasks.extractors.figures.rates import per_phrase
from tasks.extractors.figures.shares import read_fraction, read_multiplier, read_odds, round_share
from tasks.extractors.figures.tokens import DASH, NUMBER, SIGN, WORD, Token, at, is_glued
from tasks.extractors.figures.units import unit_at

SIGNS = {"-": Decimal(-1), "\u2212": Decimal(-1), "\u2013": Decimal(-1), "minus": Decimal(-1), "negative": Decimal(-1)}
"""What makes a number negative before it; a dash only where it touches the number and nothing before."""
AGE_WORDS = frozenset({"old", "olds"})
COMPARING = frozenset(
    "more as the higher larger bigger greater faster lower less that what earnings its their book than longer better "
    "stronger sales revenue his her this over".split()
)
NOT_DISTANT = frozenset({"degree", "cup", "bit", "second", "carat", "pint", "knot", "curie"})
"""Units whose names mean other things behind an adjective: `two advanced degrees`."""
COMPASS = frozenset({"N", "S", "E", "W", "North", "South", "East", "West", "′", "’", "'"})
BEFORE_ONE_DAY = frozenset("than in for within only just after of by every least".split())
DETERMINERS = frozenset("the its his her their these those our my".split())
BELOW_ZERO = (("below", "zero"), ("below", "freezing"), ("of", "frost"))


def read_amount(context: Context, index: int) -> Amount | None:
    """Return the amount that begins at a token, or None where none does; a doubtful one carries its doubt."""
    tokens = context.tokens
    if at(tokens, index).lower == "absolute" and at(tokens, index + 1).lower == "zero":
        return Amount(kind="quantity", value=Decimal(0), first=index, last=index + 2, unit="kelvin", rule="quantity")
    if amount := read_dollar_and_cents(context, index) or read_margin(context, index):
        return amount
    if amount := read_fraction(tokens, index) or read_multiplier(tokens, index):
        return amount
    if currency := currency_before(context, index):
        sign, first = sign_at(tokens, currency.last)
        numeral = read_numeral(tokens, first)
        if numeral and (numeral.in_digits or at(tokens, index).kind == WORD):
            return money_before(context, currency, numeral, first=index, sign=sign)
    sign, first = sign_at(tokens, index)
    if first > index and (currency := currency_before(context, first)):
        numeral = read_numeral(tokens, currency.last)
        return money_before(context, currency, numeral, first=index, sign=sign) if numeral else None
    numeral = read_numeral(tokens, first)
    if numeral is None:
        return None
    amount = read_measured(context, numeral)
    return replace(amount, value=sign * amount.value, first=index) if first > index else amount


def read_dollar_and_cents(context: Context, index: int) -> Amount | None:
    """Read `a dollar and 42 cents`; an article before a currency alone counts nothing."""
    tokens = context.tokens
    if at(tokens, index).lower not in ("a", "an") or at(tokens, index + 2).lower != "and":
        return None
    one = Amount(kind="count", value=Decimal(1), first=index + 1, last=index + 1, rule="number", in_digits=False)
    money = money_after(context, one)
    return money if money and money.last > index + 3 else None


def read_margin(context: Context, index: int) -> Amount | None:
    """Read `plus or minus 3 percent`, `+/- 3 percent`, `±3 percent`: a margin, stated without a sign."""
    tokens = context.tokens
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
    if token.kind == WORD:
        hyphened = at(tokens, index + 1).kind == DASH and is_glued(tokens, index + 1)
        return SIGNS[token.lower], index + 1 + hyphened
    touches = at(tokens, index + 1).kind in (NUMBER, SIGN) and is_glued(tokens, index + 1)
    is_free = before.end < token.start and before.kind != NUMBER or before.kind == SIGN or before.text in "([<>="
    return (Decimal(-1), index + 1) if touches and is_free else (Decimal(1), index)


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
    return (
        read_odds(tokens, amount)
        or read_age(tokens, amount)
        or read_unit(tokens, amount)
        or money_after(context, amount)
        or read_scaled_letter(context, amount)
        or read_times(tokens, amount)
        or read_exchange_rate(context, amount)
        or read_count(tokens, amount, has_decimal_comma=numeral.has_decimal_comma, is_fraction=numeral.is_fraction)
    )


def read_age(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read `68-year-old`, `50 year-olds`, `ten years old`, `3 years of age`, `87 yo`."""
    found = unit_at(tokens, amount.last)
    if at(tokens, amount.last).lower == "yo":
        return replace(amount, kind="age", unit="year", last=amount.last + 1, rule="age")
    if found is None or found[0].name not in ("year", "month", "week", "day"):
        return None
    unit, last = found
    after = last + (at(tokens, last).kind == DASH)
    if at(tokens, after).lower in AGE_WORDS:
        return replace(amount, kind="age", unit=unit.name, last=after + 1, rule="age")
    if at(tokens, last).lower == "of" and at(tokens, last + 1).lower == "age":
        return replace(amount, kind="age", unit=unit.name, last=last + 2, rule="age")
    return None


def read_unit(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read a unit of measure, time or share after a number, the smaller unit after it, and what it is per."""
    found = unit_at(tokens, amount.last)
    if found is None:
        return None
    unit, last = found
    if is_no_unit(tokens, amount, last):
        return None
    amount = replace(amount, kind=unit.kind, unit=unit.name, last=last, rule=unit.kind)
    amount = with_smaller_unit(tokens, amount)
    if unit.name.startswith("degree") and tuple(at(tokens, last + step).lower for step in range(2)) in BELOW_ZERO:
        amount = replace(amount, value=-abs(amount.value), last=last + 2)
    return with_per(tokens, amount)


def is_no_unit(tokens: list[Token], amount: Amount, last: int) -> bool:
    """Tell whether what looks like a unit is another word: `twenty second`, `one day we will`, `43.6° East`."""
    word = at(tokens, last - 1).text
    if word in ("°", "º") and at(tokens, last).text in COMPASS:
        return True
    if word == "day" and at(tokens, amount.first).lower == "one" and at(tokens, last - 2).kind != DASH:
        follows = at(tokens, last).lower in ("of", "after", "before", "earlier", "later", "ago", "and")
        return not follows and at(tokens, amount.first - 1).lower not in BEFORE_ONE_DAY
    if word == "second" and not amount.in_digits and amount.value > 1 and at(tokens, last - 2).kind != DASH:
        return True
    return word in ("feet", "foot") and at(tokens, last).lower == "soldiers"


SMALLER = {"foot": ("inch", Decimal(12)), "pound": ("ounce", Decimal(16))}


def with_smaller_unit(tokens: list[Token], amount: Amount) -> Amount:
    """Join `5 feet 2 inches` into one figure, in the smaller unit, which is exact."""
    if amount.unit not in SMALLER or amount.value != amount.value.to_integral_value():
        return amount
    name, parts = SMALLER[amount.unit]
    first = amount.last + (at(tokens, amount.last).lower == "and")
    numeral = read_numeral(tokens, first)
    found = unit_at(tokens, numeral.last) if numeral else None
    if numeral is None or found is None or found[0].name != name or not 0 < numeral.value < parts:
        return amount
    return replace(amount, value=amount.value * parts + numeral.value, unit=name, last=found[1])


def with_per(tokens: list[Token], amount: Amount) -> Amount:
    """Make a rate of a quantity, share or duration that is stated per something: `80,000 barrels a day`."""
    per, last = per_phrase(tokens, amount.last)
    if per is None:
        return amount
    return replace(amount, kind="rate", per=per, last=last, rule="rate")


def read_scaled_letter(context: Context, amount: Amount) -> Amount | None:
    """Read a scale of one letter without a currency where a counted noun makes it certain: `50m people`, `8 B people`."""
    tokens = context.tokens
    token = at(tokens, amount.last)
    scale = LETTER_SCALES.get(token.lower)
    if scale is None or amount.scale is not None or token.text in ("t", "T", "a"):
        return None
    if token.text != "k" and not is_glued(tokens, amount.last) and token.text != "B":
        return None
    noun, last = counted_noun(tokens, amount.last + 1, is_one=False)
    if noun is None and token.lower not in ("k", "b"):
        return None
    scaled = replace(amount, value=amount.value * scale, scale=scale, last=amount.last + 1)
    return (
        read_unit(tokens, scaled)
        or money_after(context, scaled)
        or replace(scaled, unit=noun, noun_last=last, rule="count", is_bare=noun is None)
    )


def read_times(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read multipliers: `2.4 times more`, `sixfold`, `3-fold`; `3,200 times` alone counts occasions."""
    index = amount.last + (at(tokens, amount.last).kind == DASH)
    if at(tokens, index).lower in ("fold", "x") and is_glued(tokens, index):
        return replace(amount, kind="rate", unit="times", last=index + 1, rule="multiplier")
    if at(tokens, amount.last).lower != "times":
        return None
    last = amount.last + 1
    if at(tokens, last).lower in COMPARING or amount.value != amount.value.to_integral_value():
        return replace(amount, kind="rate", unit="times", last=last, rule="multiplier")
    per, after = per_phrase(tokens, last)
    if per:
        return replace(amount, kind="rate", unit="times", per=per, last=after, rule="rate")
    return replace(amount, kind="count", unit="time", noun_last=last, rule="count")


def read_count(tokens: list[Token], amount: Amount, *, has_decimal_comma: bool, is_fraction: bool) -> Amount:
    """Read a number of things, named after it or not."""
    if is_prime(tokens, amount):
        return replace(amount, doubt="an apostrophe after it may mean feet or minutes")
    if has_decimal_comma:
        return replace(amount, doubt="a decimal comma without a unit may join two numbers")
    if is_fraction:
        return read_bare_fraction(tokens, amount)
    after = at(tokens, amount.last)
    hyphened = after.kind == DASH and is_glued(tokens, amount.last) and is_glued(tokens, amount.last + 1)
    if hyphened and at(tokens, amount.last + 1).kind == WORD:
        return read_compound(tokens, amount)
    start = amount.last
    if after.lower == "of" and at(tokens, start + 1).lower in DETERMINERS:
        noun, last = counted_noun(tokens, start + 2, is_one=False)
        return replace(amount, unit=noun, rule="count", noun_last=start, is_bare=noun is None)
    if after.lower in ("other", "more", "additional", "further"):
        start += 1
    noun, last = counted_noun(tokens, start, is_one=amount.value == 1)
    if noun and (measured := read_distant_unit(tokens, amount, last)):
        return measured
    per, after_per = per_phrase(tokens, last)
    if per:
        return replace(amount, kind="rate", unit=noun, per=per, last=after_per, rule="rate of count")
    noun = noun or noun_numbered(tokens, amount.first)
    return replace(amount, unit=noun, rule="count", noun_last=last, is_bare=noun is None)


def is_prime(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether an apostrophe that opens nothing touches a number's end: `an altitude of 30' when`."""
    after = at(tokens, amount.last)
    return (
        after.text in ("'", "′")
        and is_glued(tokens, amount.last)
        and amount.in_digits
        and not is_glued(tokens, amount.last + 1)
    )


def noun_numbered(tokens: list[Token], first: int) -> str | None:
    """Return the noun of `the number of guards is 450`, where the number ends the phrase."""
    if at(tokens, first - 1).lower not in ("is", "was", "at", "to", "from", "reached", "exceeds", "be"):
        return None
    for index in range(first - 3, max(first - 14, 0), -1):
        if at(tokens, index).lower == "of" and at(tokens, index - 1).lower == "number":
            return counted_noun(tokens, index + 1, is_one=False)[0]
    return None


def read_distant_unit(tokens: list[Token], amount: Amount, last: int) -> Amount | None:
    """Read a unit of measure or time that adjectives part from its number: `517 rushing yards`, `two extra minutes`."""
    found = unit_at(tokens, last - 1)
    if found is None or found[0].name in NOT_DISTANT or at(tokens, last - 1).text[0].isupper():
        return None
    unit = found[0]
    if unit.kind not in ("quantity", "duration"):
        return None
    return with_per(tokens, replace(amount, kind=unit.kind, unit=unit.name, last=last, rule=unit.kind))


def read_compound(tokens: list[Token], amount: Amount) -> Amount:
    """Read a number that a hyphen joins to a noun: `1,200-strong`, `thirty-odd`, `11-member`, `first-team`."""
    word = at(tokens, amount.last + 1).lower
    last = amount.last + 2
    if word in ("strong", "odd", "plus", "something", "ish"):
        noun, noun_last = counted_noun(tokens, last, is_one=False)
        hedge = {"odd": "about", "plus": "more_than", "ish": "about"}.get(word)
        if word == "something":
            return replace(amount, doubt="an open decade, such as thirty-something")
        return replace(amount, unit=noun, last=last, hedge=hedge, rule="count", noun_last=noun_last)
    return replace(amount, unit=word, rule="compound", noun_last=last)


def read_bare_fraction(tokens: list[Token], amount: Amount) -> Amount:
    """Read a fraction in digits as a share where `of` follows; otherwise it may be a date, a score or a size."""
    if at(tokens, amount.last).lower == "of" and at(tokens, amount.last + 1).lower in ("a", "an"):
        country = at(tokens, amount.last + 2).text in ("US", "U.S.")
        found = unit_at(tokens, amount.last + 2 + country)
        if found:
            return replace(amount, kind=found[0].kind, unit=found[0].name, last=found[1], rule=found[0].kind)
    if at(tokens, amount.last).lower == "of" and 0 < amount.value < 1:
        share = round_share(amount.value * 100)
        return replace(amount, kind="percent", unit="percent", value=share, rule="fraction")
    return replace(amount, doubt="a fraction without a unit may be a date or a score")
