"""Puts a number and its currency together: scale letters, minor units, rates, and pounds of money or of weight."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.quantities import with_half_unit
from tasks.extractors.figures.kinds.rates import per_phrase
from tasks.extractors.figures.money.currencies import Currency, currency_after, minor_currency, named_currency
from tasks.extractors.figures.numbers.numerals import read_numeral
from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS
from tasks.extractors.figures.words.number_words import CRORE, LAKH, LETTER_SCALES, MILLION, SCALES
from tasks.extractors.figures.words.tokens import BREAK, DASH, NUMBER, WORD, Token, at, is_glued
from tasks.extractors.figures.words.word_lists import word_list

WEIGHT_WORDS = word_list("money_amounts.weight_words")
MONEY_WORDS = word_list("money_amounts.money_words")
AFTER_COUNTRY = word_list("money_amounts.after_country")
"""What may follow the country of an amount; behind another word in small letters the letters are its adjective."""
WINDOW = 30
"""Tokens on either side in which words of weight or of money are looked for."""
RATE_REACH = 8
"""Tokens before a bare rate in which the currency that it is of is looked for."""
SMALLEST_NAMELESS = 10
"""Minor units without their name are two digits: `15 dollars 50`."""
RATE_TARGETS = frozenset({"the", "one", "a", "each"})


def money_before(context: Context, currency: Currency, numeral: Numeral, *, first: int, sign: Decimal) -> Amount:
    """Return the amount of a number after its currency: `US$6.12 billion`, `DM 38 million`, `$1.5bn`."""
    tokens = context.tokens
    scale, value, last = numeral.scale, numeral.value, numeral.last
    if scale is None:
        scale, last = letter_scale(tokens, last)
        value *= scale or 1
    amount = Amount(
        kind="money",
        value=sign * value,
        first=first,
        last=last,
        unit=currency.meaning.code,
        unit_candidates=currency.meaning.candidates,
        scale=scale,
        rule="currency before",
        doubt=numeral.doubt or unsure_of_end(tokens, last),
        in_digits=numeral.in_digits,
    )
    amount = with_country_after(tokens, amount)
    return with_rate(context, with_minor_part(context, amount) if at(tokens, last).lower == "and" else amount)


def unsure_of_end(tokens: list[Token], last: int) -> str | None:
    """Say why the end of a number is not certain: letters or digits that are no known scale touch it."""
    after = at(tokens, last)
    if after.start == at(tokens, last - 1).end and after.kind in (WORD, NUMBER):
        return f"`{after.text[:20]}` touches the number's end"
    return None


def letter_scale(tokens: list[Token], index: int) -> tuple[Decimal | None, int]:
    """Return the scale of one or two letters after an amount of money: `$5m`, `$1.2 m`, `£3k`, `$1MM`."""
    token = at(tokens, index)
    if token.kind != WORD:
        return None, index
    if token.lower == "mm":
        return MILLION, index + 1
    scale = LETTER_SCALES.get(token.lower)
    if scale is None or not (is_glued(tokens, index) or token.text in ("M", "B", "m", "k")):
        return None, index
    return scale, index + 1


def with_country_after(tokens: list[Token], amount: Amount) -> Amount:
    """Take in the country's letters after an amount: `$76 US`, `$75 U.S.`, `$20 Canadian`."""
    token = at(tokens, amount.last)
    if amount.unit != "USD" or tokens[amount.first].text != "$":
        return amount
    if token.text in ("US", "U.S.", "USD"):
        following = at(tokens, amount.last + 1)
        is_adjective = following.kind == WORD and following.text[0].islower() and following.lower not in AFTER_COUNTRY
        return amount if is_adjective else replace(amount, last=amount.last + 1)
    other = {"Canadian": "CAD", "CDN": "CAD", "Cdn": "CAD", "Australian": "AUD", "AUD": "AUD", "CAD": "CAD"}.get(
        token.text
    )
    following = at(tokens, amount.last + 1)
    if other and (following.kind != WORD or following.lower in AFTER_COUNTRY):
        return replace(amount, unit=other, last=amount.last + 1)
    return amount


def money_after(context: Context, amount: Amount) -> Amount | None:
    """Return the amount of a number before its currency: `5 thousand dollars`, `20€`, `two rubles forty kopecks`."""
    tokens = context.tokens
    last, scale, value = amount.last, amount.scale, amount.value
    currency = currency_after(context, last, value=value, is_scaled=scale is not None)
    if currency is None:
        return None
    if at(tokens, currency.last - 1).lower in ("pound", "pounds") and (weight := as_weight(context, amount, currency)):
        return weight
    money = replace(
        amount,
        kind="money",
        value=value / currency.parts,
        unit=currency.meaning.code,
        unit_candidates=currency.meaning.candidates,
        last=currency.last,
        scale=scale,
        parts=currency.parts,
        rule="currency after",
        doubt=currency.doubt,
    )
    money = with_scale_after(tokens, money) if not currency.is_name else money
    if money.unit is None and scale in (LAKH, CRORE) and "INR" in (money.unit_candidates or ""):
        money = replace(money, unit="INR")
    if currency.parts == 1:
        money = with_minor_part(context, with_half_unit(tokens, money))
    return with_rate(context, money)


def with_scale_after(tokens: list[Token], amount: Amount) -> Amount:
    """Take in a scale that follows the currency's code: `75 USD million`."""
    scale = SCALES.get(at(tokens, amount.last).lower)
    if scale is None or amount.scale is not None:
        return amount
    return replace(amount, value=amount.value * scale, scale=scale, last=amount.last + 1)


def as_weight(context: Context, amount: Amount, currency: Currency) -> Amount | None:
    """Read pounds as a weight where the sentence says so; doubt them where it says neither weight nor money."""
    tokens = context.tokens
    first = max(context.starts[amount.first], amount.first - WINDOW)
    last = min(context.ends[amount.first], amount.last + WINDOW)
    words = {token.lower for token in tokens[first:last]}
    if currency.is_name and at(tokens, currency.last - 2).lower in (
        "british",
        "egyptian",
        "lebanese",
        "irish",
        "syrian",
    ):
        return None
    hyphened = at(tokens, amount.last).kind == DASH
    of_stuff = at(tokens, currency.last).lower == "of"
    is_weight = hyphened or of_stuff or words & WEIGHT_WORDS or at(tokens, currency.last).lower == "per"
    if amount.scale and amount.scale >= MILLION and not words & {"weigh", "weight", "weighs"}:
        return None
    if is_weight and not (words & MONEY_WORDS and not of_stuff and not hyphened):
        return replace(amount, kind="quantity", unit="pound", last=currency.last, rule="quantity")
    if words & MONEY_WORDS or amount.scale or currency.meaning.code:
        return None
    return replace(amount, last=currency.last, doubt="pounds of money or of weight")


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
        return replace(amount, value=amount.value + numeral.value / minor.parts, last=minor.last)
    if at(tokens, numeral.last).text == "c" and is_glued(tokens, numeral.last):
        return replace(amount, value=amount.value + numeral.value / 100, last=numeral.last + 1)
    is_small = numeral.value < SMALLEST_NAMELESS or at(tokens, amount.first - 1).lower == "between"
    if is_small or not ends_nameless(tokens, numeral.last, is_joined=joined):
        return amount
    return replace(amount, value=amount.value + numeral.value / 100, last=numeral.last)


def ends_nameless(tokens: list[Token], index: int, *, is_joined: bool) -> bool:
    """Tell whether nothing that a number could count follows it, so that it is the cents of `15 dollars 50`."""
    after = at(tokens, index)
    if after.kind == BREAK or after.text in (".", ";", "?"):
        return True
    follows = after.lower == "more" or after.lower in FUNCTION_WORDS
    return follows and not is_joined and not is_glued(tokens, index)


def is_same_money(minor: Currency, amount: Amount) -> bool:
    """Tell whether a minor unit can belong to the amount's currency: cents belong to many."""
    return minor.meaning.code == amount.unit or minor.meaning.code in ("USD", "GBP")


def with_rate(context: Context, amount: Amount) -> Amount:
    """Make a rate of money per something: `US$1,570 a ton`, `16 rubles to the dollar`."""
    if at(context.tokens, amount.last).lower in ("to", "per", "for") and amount.scale is None:
        has_target = at(context.tokens, amount.last + 1).lower in RATE_TARGETS
        other = named_currency(context, amount.last + 1 + has_target, value=Decimal(1), is_scaled=True)
        is_rate = has_target or at(context.tokens, amount.last).lower == "per"
        if other and is_rate and other.meaning.code not in (None, amount.unit):
            return replace(amount, kind="rate", per=other.meaning.code, last=other.last, rule="exchange rate")
    per, last = per_phrase(context.tokens, amount.last, any_noun=True)
    return replace(amount, kind="rate", per=per, last=last, rule="money rate") if per else amount


def read_exchange_rate(context: Context, amount: Amount) -> Amount | None:
    """Read a bare number as a rate to one currency of another before it: `the lira at 558,000 to the dollar`."""
    tokens = context.tokens
    if at(tokens, amount.last).lower != "to" or at(tokens, amount.last + 1).lower not in RATE_TARGETS or amount.scale:
        return None
    other = named_currency(context, amount.last + 2, value=Decimal(1), is_scaled=True)
    if other is None or other.meaning.code is None:
        return None
    for index in range(amount.first - 1, max(amount.first - RATE_REACH, context.starts[amount.first]) - 1, -1):
        own = named_currency(context, index, value=Decimal(1), is_scaled=True)
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
