"""Joins two amounts into a range, or leaves them two: `$2 to $3 a barrel`, but `rose from 8 to 12 percent`."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.money.money_amounts import letter_scale
from tasks.extractors.figures.numbers.numerals import read_numeral
from tasks.extractors.figures.numbers.scales import ARTICLES, HUNDRED
from tasks.extractors.figures.refusals.years import YEAR_BEFORE
from tasks.extractors.figures.scanning.changes import (
    SOFTENERS,
    doubt_of_listed_change,
    doubtful_change,
    has_own_unit,
    is_change,
    is_level_alone,
)
from tasks.extractors.figures.scanning.reader import read_amount
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.number_words import ONES, THOUSAND
from tasks.extractors.figures.words.tokens import DASH, NUMBER, SIGN, Token, at, is_glued

TEN = 10
HOURS, MINUTES = 12, 60
NEAR_THOUSANDS = 5
"""Factor up to which the first number of `200-300,000` or `6 to 7,000` may count thousands."""
BEFORE_RANGES = frozenset({"from", "between", "around", "to", "and"})
"""What a range may follow as well as a year: `from 1985 to 2000 tons`."""
FARTHEST_APART = 10
"""Factor from which the first number of `20-25,000`, below a hundred, may count thousands."""


def read_range(context: Context, low: Amount) -> Amount | None:
    """Return the range that an amount begins, or None where nothing joins it to a second amount."""
    tokens = context.tokens
    found = connector(tokens, low)
    if found is None or is_year_before_level(tokens, low, found):
        return None
    word, first = found
    one = up_to_one_unit(tokens, low, first) if word == "to" else None
    high = None if one else money_end(context, low, first) or read_amount(context, first)
    if high is None or high.value_high is not None or (word == "to" and is_level_alone(context, low, high)):
        return one
    if high.doubt and word == "dash" and high.first == first:
        return replace(low, last=high.last, doubt=high.doubt)
    if high.doubt or (low.rule == "multiplier" and high.is_bare):
        return None  # `tripled to 1,200`
    if special := special_range(context, low, high, word=word):
        return special
    falls = word == "to" and is_falling(tokens, low, high)
    low, high = aligned(sharing_hundred(tokens, low, first), high)
    low, high = in_order(low, high)
    if falls:
        low, high = replace(low, value=high.value), replace(high, value=low.value)
    joined = replace(high, first=low.first, value=low.value, value_high=high.value, rule=f"range of {high.rule}")
    return joined if is_one_range(context, low, high, word=word) else None


def is_year_before_level(tokens: list[Token], low: Amount, found: tuple[str, int]) -> bool:
    """Tell whether the first number is the year of a level before it: `from 900 tons in 1985 to 2,400 tons`."""
    text = tokens[low.first].text
    is_year = low.is_bare and low.last == low.first + 1 and len(text) == len("1985") and text.isdigit()
    is_year = is_year and text[:2] in ("19", "20") and found[0] in ("to", "or", "between")
    return is_year and at(tokens, low.first - 1).lower in YEAR_BEFORE - BEFORE_RANGES


def special_range(context: Context, low: Amount, high: Amount, *, word: str) -> Amount | None:
    """Return the range, or the doubt, of two amounts of which the first leaves something out or may be a change."""
    tokens = context.tokens
    if word == "dash" and low.scale is high.scale is None and high.value >= THOUSAND > FARTHEST_APART * low.value > 0:
        if not (is_between(tokens, low.first) and leaves_out_thousands(low, high)):
            return replace(low, last=high.last, doubt="its first number may leave out the thousands")
        stated = high if low.is_bare else low
        thousands = low.value * THOUSAND
        return replace(stated, first=low.first, last=high.last, value=thousands, value_high=high.value)
    fractions = falling_fractions(tokens, low, high) if word == "to" else None
    doubt = doubt_of_ends(context, low, high, word=word)
    return fractions or (replace(low, last=high.last, doubt=doubt) if doubt else None)


def doubt_of_ends(context: Context, low: Amount, high: Amount, *, word: str) -> str | None:
    """Say why two numbers may be no ends of a range, or why the first may leave out what the second states."""
    tokens = context.tokens
    is_written_so = any("," in token.text for token in tokens[high.first : high.last]) and low.value < THOUSAND
    is_near = low.scale is high.scale is None and high.value <= NEAR_THOUSANDS * THOUSAND * low.value
    if is_written_so and is_near and leaves_out_thousands(low, high):
        return "its first number may leave out the thousands"  # 200-300,000
    if word == "dash":
        return doubt_of_dash(tokens, low, high)
    if word == "open dash":
        is_alike = low.is_bare or high.is_bare or (low.kind, low.unit) == (high.kind, high.unit)
        return "its dash may be a minus" if is_alike else None
    is_change = word == "to"
    return doubtful_change(context, low, high) or doubt_of_listed_change(context, low, high) if is_change else None


def doubt_of_dash(tokens: list[Token], low: Amount, high: Amount) -> str | None:
    """Say why two numbers that a dash joins may be one: a time of day, or a price with its last decimals twice."""
    if may_be_clock(tokens, low, high):
        return "it may be a time of day"
    is_price = is_quote(tokens, low, high)
    return "its end may be the last decimals of a second number" if is_price else None


def may_be_clock(tokens: list[Token], low: Amount, high: Amount) -> bool:
    """Tell whether two numbers in words, a hyphen between, may be an hour and its minutes: `four-thirty`."""
    are_words = not low.in_digits and not high.in_digits and low.is_bare
    return are_words and 1 <= low.value <= HOURS < high.value < MINUTES and is_glued(tokens, low.last)


def is_quote(tokens: list[Token], low: Amount, high: Amount) -> bool:
    """Tell whether the second number may be the last decimals of one: `$1.2034-37`, as dealers quote."""
    number = next((token.text for token in tokens[low.first : low.last] if "." in token.text), "")
    decimals, end = number.partition(".")[2], at(tokens, high.first).text
    is_short = 2 <= len(end) <= len(decimals) and end.isdigit() and decimals.isdigit()
    return is_short and end > decimals[-len(end) :] and high.last - high.first == 1


def up_to_one_unit(tokens: list[Token], low: Amount, index: int) -> Amount | None:
    """Read the end of `half a mile to a mile`, where no number stands; a doubt where it is in another unit."""
    if low.kind not in ("duration", "quantity") or at(tokens, index).lower not in ARTICLES:
        return None
    found = unit_at(tokens, index + 1)
    if found is None or found[0].kind != low.kind or at(tokens, found[1]).kind == DASH:
        return None
    if found[0].name != low.unit or low.value >= 1:
        return replace(low, last=found[1], doubt="its end is in another unit")
    return replace(low, last=found[1], value_high=Decimal(1), rule=f"range of {low.rule}")


def leaves_out_thousands(low: Amount, high: Amount) -> bool:
    """Tell whether only thousands make a range of two numbers: `between $50-100,000`."""
    is_round = high.value % THOUSAND == 0 and low.value == low.value.to_integral_value()
    return is_round and THOUSAND * low.value < high.value <= 20 * THOUSAND * low.value


def falling_fractions(tokens: list[Token], low: Amount, high: Amount) -> Amount | None:
    """Read `1-1/4 to 1/2 cents`, larger first as grain is quoted; a doubt where the whole may belong to both."""
    is_mixed = low.is_bare and low.value > 1 and at(tokens, low.last - 2).text == "/"
    part = high.value * high.parts
    if not is_mixed or high.is_bare or not 0 < part < 1 or high.kind not in ("money", "percent", "quantity"):
        return None
    if part > low.value % 1:
        return replace(high, first=low.first, doubt="its second fraction may leave out the whole number")
    return replace(high, first=low.first, value_high=low.value / high.parts, rule=f"range of {high.rule}")


def money_end(context: Context, low: Amount, index: int) -> Amount | None:
    """Return the end of a range of money that leaves out the sign and scales by a letter: `36m` of `$26-36m`."""
    if low.kind != "money" or low.rule != "currency before":
        return None
    numeral = read_numeral(context.tokens, index)
    if numeral is None or numeral.doubt or numeral.scale is not None:
        return None
    scale, last = letter_scale(context.tokens, numeral.last)
    if scale is None or not is_glued(context.tokens, numeral.last):
        return None
    return replace(low, value=numeral.value * scale, first=numeral.first, last=last, scale=scale)


def connector(tokens: list[Token], low: Amount) -> tuple[str, int] | None:
    """Return what joins an amount to the one after it and the index where that one begins."""
    index = low.last
    token = at(tokens, index)
    if low.rule == "compound":
        return None
    if token.kind == DASH:
        return dash_connector(tokens, index)
    if token.text == "/" and at(tokens, index + 1).kind == SIGN and is_glued(tokens, index + 1):
        return "dash", index + 1  # `$7/$9`, as brokers quote
    return spoken_connector(tokens, low)


def spoken_connector(tokens: list[Token], low: Amount) -> tuple[str, int] | None:
    """Return what a word joins behind an amount: `5 to 6`, `from 450 up to 900`, `5 or 6`, `between 5 and 6`."""
    word, index = at(tokens, low.last).lower, low.last
    if word == "to":
        hyphen = at(tokens, index + 1).kind == DASH and is_glued(tokens, index + 1)
        return "to", past_softeners(tokens, index + 1 + hyphen)
    if word in ("up", "down") and at(tokens, index + 1).lower == "to" and at(tokens, low.first - 1).lower == "from":
        return "to", past_softeners(tokens, index + 2)
    if word == "or" or (word == "and" and is_between(tokens, low.first)):
        return "or" if word == "or" else "between", past_softeners(tokens, index + 1)
    return None


def dash_connector(tokens: list[Token], index: int) -> tuple[str, int] | None:
    """Return what a dash at a token joins: `3-5`, `3 – 5`, `200,000 to-260,000`, `8- to 16-meter`."""
    token = tokens[index]
    if at(tokens, index + 1).lower == "to" and is_glued(tokens, index):
        return "to", index + 2 + (at(tokens, index + 2).kind == DASH)
    before, after = is_glued(tokens, index), is_glued(tokens, index + 1)
    is_loose = not before and not after and token.text != "\u2014"
    if len(token.text) > 1 or not (is_loose or before):
        return open_dash(tokens, index) if after and len(token.text) == 1 else None
    if before and not after and at(tokens, index + 1).kind not in (NUMBER, SIGN):
        return None
    return "dash", past_softeners(tokens, index + 1)


def open_dash(tokens: list[Token], index: int) -> tuple[str, int] | None:
    """Return what a dash joins that touches only the number after it: `10 -12 dollars` is a range or a minus."""
    return ("open dash", index + 1) if at(tokens, index - 1).kind == at(tokens, index + 1).kind == NUMBER else None


def past_softeners(tokens: list[Token], index: int) -> int:
    """Return the index after words such as `even` or `about` before the second amount of a range."""
    while at(tokens, index).lower in SOFTENERS:
        index += 1
    return index


def is_between(tokens: list[Token], first: int) -> bool:
    """Tell whether `between` stands before an amount."""
    index = first - 1
    if [at(tokens, index - 1).lower, at(tokens, index).lower] == ["ages", "of"]:
        index -= 2  # between the ages of 10 and 17
    while at(tokens, index).lower in SOFTENERS or at(tokens, index).lower in ("the", "a"):
        index -= 1
    return at(tokens, index).lower == "between"


def aligned(low: Amount, high: Amount) -> tuple[Amount, Amount]:
    """Give each end of a range the unit, the kind and the scale that only the other end states."""
    if low.is_bare and not high.is_bare:
        low = replace(
            low,
            kind=high.kind,
            unit=high.unit,
            unit_candidates=high.unit_candidates,
            value=low.value / high.parts,
            parts=high.parts,
            is_bare=False,
            per=high.per,
        )
    elif high.is_bare and not low.is_bare:
        high = replace(
            high,
            kind=low.kind,
            unit=low.unit,
            unit_candidates=low.unit_candidates,
            value=high.value / low.parts,
            parts=low.parts,
            is_bare=False,
            rule=low.rule,
        )
    elif high.kind == "rate" and low.kind != "rate" and high.unit in (None, low.unit):
        high = replace(high, unit=low.unit, unit_candidates=low.unit_candidates)
        low = replace(low, kind="rate", per=high.per)
    if high.kind == "age":
        low = replace(low, kind="age", unit=high.unit)
    if low.scale is None and high.scale is not None and 0 < low.value <= high.value / high.scale:
        low = replace(low, value=low.value * high.scale, scale=high.scale)
    return low, high


def sharing_hundred(tokens: list[Token], low: Amount, index: int) -> Amount:
    """Give the first amount the hundred that only the second, at a token, states: `two or three hundred`."""
    if low.in_digits or low.value >= TEN or low.scale is not None:
        return low
    shares = at(tokens, index).lower in ONES and at(tokens, index + 1).lower in ("hundred", "hundreds")
    return replace(low, value=low.value * HUNDRED) if shares else low


def is_falling(tokens: list[Token], low: Amount, high: Amount) -> bool:
    """Tell whether decimals name the larger end of a range first: `gains of 0.55 to 0.30 cent`."""
    are_decimals = low.is_bare and not high.is_bare and low.value % 1 != 0 and high.value * high.parts % 1 != 0
    is_gain = at(tokens, low.first - 1).lower in ("of", "by") and low.scale is high.scale is None
    return are_decimals and is_gain and low.value > high.value * high.parts


def in_order(low: Amount, high: Amount) -> tuple[Amount, Amount]:
    """Return two negative ends by value, as `-15 to -20 degrees` names the nearer to nought first."""
    if not high.value < low.value < 0:
        return low, high
    return replace(low, value=high.value), replace(high, value=low.value)


def is_one_range(context: Context, low: Amount, high: Amount, *, word: str) -> bool:
    """Tell whether two aligned amounts are the ends of one range."""
    if (low.kind, low.unit, low.parts) != (high.kind, high.unit, high.parts) or low.value >= high.value:
        return False
    is_level = high.scale is not None or at(context.tokens, high.last).lower == "from"
    if low.kind == "duration" and is_level and has_own_unit(context.tokens, low):
        return False  # `in the three months to 1.3 billion`, `three years to 93 from 54 pct`
    if word == "or":
        are_apart = has_own_unit(context.tokens, low) and has_own_unit(context.tokens, high)
        is_listed = at(context.tokens, low.first - 1).text == "," and at(context.tokens, low.first - 2).kind == NUMBER
        most = Decimal("1.5") if is_listed else 3  # `35, 70 or 150 euros` are three
        return high.value <= most * low.value and not are_apart  # `£250 or £500` are two
    return word != "to" or not is_change(context, low, high)
