"""Series that state their unit once, and model numbers within a counted phrase: `5, 10 or 15 million dollars`."""

from dataclasses import replace

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.money.money_amounts import AFTER
from tasks.extractors.figures.scanning.gapping import UNITED, is_named_gap
from tasks.extractors.figures.scanning.inherited_units import take
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued

FARTHEST_PAIR = 20
"""Factor within which two numbers joined by `and` are taken to be of one unit or scale."""
SCALED_FROM = 1000
"""From here on a number has a scale of its own: nobody writes `$1,500 million` as `$1,500`."""
SHARED_AMONG = frozenset({"in", "for", "to", "from", "on"})
LONGEST_GAP = 6
"""Tokens between two numbers of a list that leaves out its verb: `, and the fund`."""
MAY_SHARE = "it may share the scale of the figure beside it"
MAY_BE_BELOW = "it may be below zero as the number before it is"
LISTED = ([","], ["and"], ["or"], ["to"], [",", "and"], [",", "or"])
"""What parts two numbers of a list."""
MEASURED_BY = frozenset({"quantity", "duration"})
SOFTLY = frozenset({"maybe", "perhaps", "possibly", "probably", "even", "or", "about"})
"""What makes the second number another guess of the first: `1.5, maybe 2 million`."""
BEFORE_PAIRS = frozenset({"of", "after", "within", "between", "for", "in", "over", "last", "past"})
"""Before a number in words these begin a pair whose second is written in digits, as newspapers do from ten on."""
COUNTED_FROM = frozenset({"later", "earlier", "before", "after", "ago"})
"""Behind the second these make a time of its own: `of the three and 12 hours later`."""
COMPARED = frozenset({"from", "against", "than", "versus", "vs"})
TEN = 10


def begins_list(context: Context, amounts: list[Amount], index: int) -> bool:
    """Tell whether a bare amount heads a list whose last states the unit: `5, 10 or 15 million dollars`.

    Only a comma, `and` or `or` parts two of them; they rise, or are decimals alike. A list of two is told by other
    signs.
    """
    amount, other = amounts[index], amounts[index + 1]
    if not amount.is_bare or amount.doubt or other.doubt:
        return False
    if is_pair(context.tokens, amount, other) or is_hanging_on(context.tokens, amount, other):
        return True
    if other.kind not in UNITED and not (other.kind == "count" and other.unit and other.inherited):
        return False
    is_choice = any(token.lower == "or" for token in context.tokens[other.first : other.last])
    if other.inherited is None and not (other.value_high and is_choice):
        return is_middle(context, amounts, index)
    between = [token.text for token in context.tokens[amount.last : other.first]]
    return between == [","] and may_follow(amount, other)


def may_follow(amount: Amount, other: Amount) -> bool:
    """Tell whether two numbers may be of one list: the second is larger, or both are decimals of like size."""
    stated = other.value / (other.scale or 1)
    is_like = stated / FARTHEST_PAIR <= amount.value <= stated * FARTHEST_PAIR
    return amount.value < stated or (is_like and amount.value % 1 != 0 and stated % 1 != 0)


def with_shared_currency(tokens: list[Token], amounts: list[Amount]) -> list[Amount]:
    """Give a list the currency before its first number and the scale behind its last: `$2.1, 2.3 and 2.6 billion`."""
    found = list(amounts)
    for index, head in enumerate(amounts):
        if head.kind != "money" or not head.rule.startswith("currency before") or head.scale or head.doubt:
            continue
        end = end_of_list(tokens, amounts, index)
        last = amounts[end - 1]
        is_closed = last.value_high is not None or at(tokens, last.first - 1).lower in ("and", "or")
        if end - index < 2 or not last.scale or not is_closed:
            continue
        stated = last.value / last.scale
        if all(stated / FARTHEST_PAIR <= one.value <= stated * FARTHEST_PAIR for one in amounts[index : end - 1]):
            found[index] = replace(head, value=head.value * last.scale, scale=last.scale, inherited="scale")
            for place in range(index + 1, end):
                found[place] = take(amounts[place], found[index], may_scale=place < end - 1)
    return found


def end_of_list(tokens: list[Token], amounts: list[Amount], index: int) -> int:
    """Return the index after the bare numbers that follow an amount, parted by no more than commas, `and` and `or`."""
    end = index + 1
    while end < len(amounts) and amounts[end].is_bare and not amounts[end].doubt and amounts[end].in_digits:
        between = [token.lower for token in tokens[amounts[end - 1].last : amounts[end].first]]
        if between not in ([","], ["and"], ["or"], [",", "and"], [",", "or"]):
            break
        end += 1
    return end


def is_pair(tokens: list[Token], amount: Amount, other: Amount) -> bool:
    """Tell whether a bare amount shares the unit right behind the next one: `rose 5 and 7 percent`, `24 and 19 seats`.

    What has its currency before the number, or stands for a share, states nothing for the number before it.
    """
    between = [token.lower for token in tokens[amount.last : other.first]]
    is_stated = other.kind in UNITED and not other.rule.startswith(
        ("currency before", "fraction", "odds", "multiplier")
    )
    is_counted = other.kind == "count" and other.unit is not None and other.noun_last is not None
    if between not in (["and"], [",", "and"], ["&"]) or not (is_stated or is_counted):
        return False
    is_apart = between[0] == "," and amount.scale is None and other.scale is not None
    if is_apart or closes_clause(tokens, amount) or is_based_alike(tokens, amount, other):
        return False
    if other.value_high is not None and (amount.value_high is None or amount.scale or other.scale):
        return False
    smallest, largest = sorted((abs(amount.value), abs(other.value * other.parts)))
    is_written_alike = amount.in_digits == other.in_digits or (is_stated and amount.scale is not None)
    is_led = at(tokens, amount.first - 1).lower in BEFORE_PAIRS and at(tokens, other.last).lower not in COUNTED_FROM
    is_written_alike = is_written_alike or (
        other.kind in MEASURED_BY and is_led and amount.value < TEN
    )  # of eight and 12 hours
    is_tender = at(tokens, amount.first - 2).lower == "denominations" and other.kind == "money"
    is_like = is_written_alike and (largest <= FARTHEST_PAIR * smallest or is_tender)  # of 1,000 and 50,000 marks
    return is_like or (is_stated and amount.scale is None and other.scale is not None)


def closes_clause(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether what a level is compared with ends its clause: the 180 of `up from 180, and 95 billion tons`."""
    return at(tokens, amount.first - 1).lower in COMPARED and at(tokens, amount.last).text == ","


def is_based_alike(tokens: list[Token], amount: Amount, other: Amount) -> bool:
    """Tell whether two numbers are of two clauses alike: `2.90 marks from |2.88 and |0.43 rand from 0.42`."""
    word = at(tokens, amount.first - 1).lower
    return word in COMPARED and word == at(tokens, other.last).lower


def is_hanging_on(tokens: list[Token], amount: Amount, other: Amount) -> bool:
    """Tell whether a hyphen hangs after a number that shares the unit of the next: the 5 of `5-, 10- and 30-year`."""
    between = tokens[amount.last : other.first]
    hangs = len(between) > 1 and between[0].kind == DASH and is_glued(tokens, amount.last)
    return hangs and bool(other.unit) and [token.lower for token in between[1:]] in LISTED


def with_doubt_of_signs(tokens: list[Token], amounts: list[Amount]) -> list[Amount]:
    """Doubt what follows a number below zero in a list whose last states the unit: `minus 10, 15 and 20 degrees`."""
    found = list(amounts)
    for index in range(1, len(found)):
        amount, before = found[index], found[index - 1]
        between = [token.lower for token in tokens[before.last : amount.first]]
        is_below = (before.value < 0 and before.inherited is not None) or before.doubt == MAY_BE_BELOW
        if is_below and between in LISTED and amount.value > 0 and amount.unit and not amount.doubt:
            found[index] = replace(amount, doubt=MAY_BE_BELOW)
    return found


def with_shared_scale(tokens: list[Token], amount: Amount, other: Amount) -> Amount:
    """Return an amount of money on the scale that only the next one states: `$2.1 and $2.4 billion`.

    One with a currency of its own behind it has none to share, `5 dollars and 6 million dollars`; two that write theirs
    differently, and two that only a comma parts, may.
    """
    between = [token.lower for token in tokens[amount.last : other.first]]
    if is_range_of_pair(amount, other, between):
        return replace(amount, doubt=MAY_SHARE)
    is_joined = between in (["and"], ["or"], [",", "and"], [","], ["to"], ["-"], ["–"])
    is_same = amount.kind == other.kind and other.kind in ("money", "rate") and amount.unit == other.unit
    if not is_joined or not is_same or amount.doubt or other.doubt or amount.scale is not None or not other.scale:
        return amount
    stated = abs(other.value / other.scale)
    if abs(amount.value) >= SCALED_FROM or amount.rule == AFTER:
        return amount
    is_alike = tokens[amount.first].text == tokens[other.first].text and (between != [","] or other.inherited)
    is_alike = is_alike and (not is_price(tokens, amount) or is_price(tokens, other))
    if not is_alike or not stated / FARTHEST_PAIR <= abs(amount.value) <= stated * FARTHEST_PAIR:
        return replace(amount, doubt=MAY_SHARE)
    return replace(amount, value=amount.value * other.scale, scale=other.scale, inherited="scale")


def is_price(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether a sum is written with two decimals as prices are: the `£3.50` of `£3.50 and £4 million`."""
    numbers = [token.text for token in tokens[amount.first : amount.last] if token.kind == NUMBER]
    return bool(numbers) and len(numbers[-1].partition(".")[2]) == 2


def with_doubt_of_shares(context: Context, amounts: list[Amount]) -> list[Amount]:
    """Doubt bare numbers behind a colon that may be on the scale before it: `$18 billion: 11 in bonds, 4 in shares`."""
    found = list(amounts)
    for index in range(1, len(found)):
        amount, before = found[index], found[index - 1]
        between = context.tokens[before.last : amount.first]
        opens = [token.text for token in between] == [":"] and bool(before.scale) and before.kind != "count"
        goes_on = before.doubt == MAY_SHARE and all(token.kind == WORD or token.text == "," for token in between)
        is_share = amount.is_bare and not amount.doubt and amount.scale is None and amount.value < SCALED_FROM
        if is_share and (opens or goes_on) and at(context.tokens, amount.last).lower in SHARED_AMONG:
            found[index] = replace(amount, doubt=MAY_SHARE)
    return found


def with_doubt_of_gaps(context: Context, amounts: list[Amount]) -> list[Amount]:
    """Doubt bare numbers of a list that only names part and whose last has a scale: `Japan 100, the bank 2 million`."""
    found, tokens = list(amounts), context.tokens
    for index in range(len(found) - 2, -1, -1):
        amount, other = found[index], found[index + 1]
        is_small = amount.is_bare and amount.in_digits and not amount.doubt and abs(amount.value) < SCALED_FROM
        is_counted = other.kind == "count" and other.unit is not None
        is_like = other.doubt == MAY_SHARE or (other.scale is not None and (other.kind in UNITED or is_counted))
        is_near = at(tokens, amount.last).text in (",", ";", "and") and other.first - amount.last <= LONGEST_GAP
        is_gap = (is_near and is_named_gap(tokens, other.first)) or are_given(tokens, amount, other)
        between = [token.lower for token in tokens[amount.last : other.first]]
        is_gap = (
            is_gap or between in LISTED or (between[:1] == [","] and set(between[1:]) <= SOFTLY and len(between) > 1)
        )
        is_first = other.kind in UNITED and not other.inherited and (index == 0 or found[index - 1].kind != other.kind)
        is_like = is_like or (is_first and are_given(tokens, amount, other))
        is_based = index > 0 and found[index - 1].unit is not None and closes_clause(tokens, amount)
        if is_small and is_like and is_gap and not is_based:
            found[index] = replace(amount, doubt=MAY_SHARE)
    return found


def are_given(tokens: list[Token], amount: Amount, other: Amount) -> bool:
    """Tell whether two numbers go to two that the same word names: `5 |to the party and |85 million |to himself`."""
    word = at(tokens, amount.last).lower
    is_same = word in SHARED_AMONG and at(tokens, other.last).lower == word
    return is_same and at(tokens, other.first - 1).lower in (",", "and") and other.first - amount.last <= LONGEST_GAP


def is_range_of_pair(amount: Amount, other: Amount, between: list[str]) -> bool:
    """Tell whether a bare range stands beside one that has a scale: `3.5 to 4 and 5.5 to 6 million barrels`."""
    are_ranges = amount.value_high is not None and other.value_high is not None
    return are_ranges and amount.is_bare and amount.scale is None and bool(other.scale) and between in (["and"], ["or"])


def is_middle(context: Context, amounts: list[Amount], index: int) -> bool:
    """Tell whether a bare amount is the last but one of a list that a bare one begins: the 75 of `50, 75 and 100`."""
    if index == 0 or not amounts[index - 1].is_bare or not may_follow(amounts[index - 1], amounts[index]):
        return False
    tokens, amount, other = context.tokens, amounts[index], amounts[index + 1]
    before = [token.text for token in tokens[amounts[index - 1].last : amount.first]]
    between = [token.lower for token in tokens[amount.last : other.first]]
    return before == [","] and between in (["and"], ["or"]) and may_follow(amount, other)


def without_models(tokens: list[Token], amounts: list[Amount]) -> list[Amount]:
    """Drop the model numbers inside a counted phrase, and give what they count to the number before the phrase."""
    kept: list[Amount] = []
    for index, amount in enumerate(amounts):
        if is_model(tokens, amounts, index):
            kept[-1] = replace(kept[-1], unit=amount.unit, is_bare=amount.unit is None)
        else:
            kept.append(amount)
    return kept


def is_model(tokens: list[Token], amounts: list[Amount], index: int) -> bool:
    """Tell whether a number stands inside what the one before it counts: the 737 of `two new 737 Max jets`."""
    if index == 0 or amounts[index].kind != "count" or not amounts[index].in_digits:
        return False
    counter = amounts[index - 1]
    if counter.kind != "count" or not counter.is_bare or counter.in_digits:
        return False
    between = tokens[counter.last : amounts[index].first]
    return all(token.kind == WORD and token.lower not in STOP_WORDS for token in between)
