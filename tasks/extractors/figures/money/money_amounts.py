"""Puts a number and its currency together, with scale letters and the country behind it: `$5m`, `$76 US`."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.unit_parts import with_half_unit
from tasks.extractors.figures.money.currencies import currency_after, scaled_code
from tasks.extractors.figures.money.currency_names import Currency
from tasks.extractors.figures.money.minor_parts import with_minor_part
from tasks.extractors.figures.money.money_rates import with_rate
from tasks.extractors.figures.money.pounds import as_weight
from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.number_words import CRORE, LAKH, LETTER_SCALES, MILLION, SCALES
from tasks.extractors.figures.words.tokens import NUMBER, WORD, Token, at, is_glued
from tasks.extractors.figures.words.word_lists import word_list

AFTER = "currency after"
"""The rule of amounts whose currency follows the number."""
RUPEE_SIGNS = frozenset({"Rs", "Rs.", "Re", "INR", "₹", "₨"})
"""Behind a number after these `cr` is a crore, elsewhere credit."""
AFTER_COUNTRY = word_list("money_amounts.after_country")
"""What may follow the country of an amount; behind another word in small letters the letters are its adjective."""


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
    if token.lower in ("cr", "crs") and is_rupee(tokens, index):
        return CRORE, index + 1
    scale = LETTER_SCALES.get(token.lower)
    if scale is None or not (is_glued(tokens, index) or token.text in ("M", "B", "m", "k")):
        return None, index
    return scale, index + 1


def is_rupee(tokens: list[Token], index: int) -> bool:
    """Tell whether the sign of rupees stands before the number that ends before a token: `₹300 cr`, `Rs. 5 cr`."""
    return any(token.text in RUPEE_SIGNS for token in tokens[max(index - 3, 0) : index - 1])


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
    last, scale, value = amount.last, amount.scale, amount.value
    tokens = context.tokens
    if scale is None and (found := scaled_code(at(tokens, last).text)):
        return replace(
            amount, kind="money", value=value * found[0], scale=found[0], unit=found[1], last=last + 1, rule=AFTER
        )
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
        rule=AFTER,
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
