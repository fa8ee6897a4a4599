"""Gives an elliptical number the kind, unit and scale of the figure it leans on: `12 percent, up from 8`."""

from dataclasses import replace

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.hedges import HEDGES
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.tokens import DASH, WORD, Token, at
from tasks.extractors.figures.words.word_lists import word_list

LEANING = frozenset({"from", "against", "versus", "than", "by", "with", "vs"})
"""Prepositions after which a bare number is on the scale of the figure before it."""
PARALLEL = frozenset({"is", "was", "at", "and", "or"})
LARGEST_SHARE = 1000
FARTHEST = 1000
"""Factor beyond which two levels of one thing are not compared in a sentence."""
REPEATED = frozenset({"for", "of", "with", "to"})
ENDING = frozenset({"and", "or", "of", "but", "while", "so"})
FARTHEST_GAP = 14
LEVEL_NOUNS = word_list("inheritance.level_nouns")
"""Behind these and `of` a bare number is a level like the one before it: `against a target of 11,000`."""
NEAREST = 20
"""Factor within which a number without a scale is taken to share the scale before it."""
REACH = 12
"""Amounts to look back over."""
UNITED = frozenset({"money", "percent", "quantity", "rate", "duration"})
DETERMINERS = frozenset({"of", "the", "its", "his", "their", "some", "about", "a", "total", "original", "planned"})


def with_inherited(context: Context, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts with every bare one that leans on another given its kind and unit."""
    found = list(amounts)
    for index in range(len(found) - 2, -1, -1):
        if begins_list(context, found, index):
            found[index] = take(found[index], found[index + 1], may_scale=True)
    for index, amount in enumerate(found):
        if amount.is_bare and amount.doubt is None:
            found[index] = inherit(
                context, amount, before=before(context, found, index), after=after(context, found, index)
            )
    return without_models(context.tokens, found)


def begins_list(context: Context, amounts: list[Amount], index: int) -> bool:
    """Tell whether a bare amount heads a rising list whose last states the unit: `5, 10 or 15 million dollars`.

    Only a comma, `and` or `or` parts two of them; a list of two is told by other signs.
    """
    amount, other = amounts[index], amounts[index + 1]
    if not amount.is_bare or amount.doubt or other.doubt or other.kind not in UNITED:
        return False
    is_choice = any(token.lower == "or" for token in context.tokens[other.first : other.last])
    if other.inherited is None and not (other.value_high and is_choice):
        return is_middle(context, amounts, index)
    between = [token.text for token in context.tokens[amount.last : other.first]]
    return between == [","] and amount.value * (other.scale or 1) < other.value


def is_middle(context: Context, amounts: list[Amount], index: int) -> bool:
    """Tell whether a bare amount is the last but one of a list that a bare one begins: the 75 of `50, 75 and 100`."""
    if index == 0 or not amounts[index - 1].is_bare or amounts[index - 1].value >= amounts[index].value:
        return False
    tokens, amount, other = context.tokens, amounts[index], amounts[index + 1]
    before = [token.text for token in tokens[amounts[index - 1].last : amount.first]]
    between = [token.lower for token in tokens[amount.last : other.first]]
    return before == [","] and between in (["and"], ["or"]) and amount.value * (other.scale or 1) < other.value


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


def before(context: Context, amounts: list[Amount], index: int) -> Amount | None:
    """Return the nearest amount with a unit before one, in its sentence; of an amount and its equivalent, the first."""
    start = context.starts[amounts[index].first]
    for step in range(index - 1, max(index - REACH, -1), -1):
        other = amounts[step]
        if context.starts[other.first] != start:
            return None
        in_brackets = at(context.tokens, other.first - 1).text == "("
        if other.unit and other.doubt is None and other.kind not in ("ordinal", "age") and not (in_brackets and step):
            return other
    return None


def after(context: Context, amounts: list[Amount], index: int) -> Amount | None:
    """Return the next amount after one, in its sentence, if it has a unit."""
    if index + 1 == len(amounts):
        return None
    other = amounts[index + 1]
    same = context.starts[other.first] == context.starts[amounts[index].first]
    return other if same and other.unit and other.doubt is None and other.kind not in ("ordinal", "age") else None


def inherit(context: Context, amount: Amount, *, before: Amount | None, after: Amount | None) -> Amount:
    """Return a bare amount with what it takes from the amount before or after it, or as it is."""
    tokens = context.tokens
    word = word_before(tokens, amount.first)
    if after and leans_forward(tokens, amount, after, word=word):
        return take(amount, after, may_scale=at(tokens, amount.last).lower == "to")
    if before is None or not is_comparable(amount, before):
        return amount
    leans = (
        leans_by_preposition(tokens, amount, before, word=word)
        or is_gapped(tokens, amount, before, word=word)
        or is_listed(tokens, amount, before, after)
        or is_parallel(amount, before, word)
        or is_alike(amount, before)
    )
    return take(amount, before, may_scale=False) if leans else amount


def leans_forward(tokens: list[Token], amount: Amount, after: Amount, *, word: str) -> bool:
    """Tell whether an amount takes its unit from the one after it."""
    return (
        is_hanging(tokens, amount, after)
        or is_part_of(tokens, amount, after)
        or is_change_to(tokens, amount, after, word=word)
    )


def leans_by_preposition(tokens: list[Token], amount: Amount, before: Amount, *, word: str) -> bool:
    """Tell whether the word before an amount sets it beside the level before it: `up from 8`, `a target of 11,000`."""
    if word == "of":
        return noun_before_of(tokens, amount.first) in LEVEL_NOUNS
    if word == "to":
        return word_before(tokens, before.first) == "from"
    return word in LEANING and not (word == "by" and before.kind == "count")


def is_listed(tokens: list[Token], amount: Amount, before: Amount, after: Amount | None) -> bool:
    """Tell whether an amount stands between two of one unit: `20 percent to A, 15 to B and 65 percent to C`."""
    if after is None or word_before(tokens, amount.first) in ("to", "at") or at(tokens, amount.last).lower == "of":
        return False
    alike = (before.kind, before.unit, before.in_digits) == (after.kind, after.unit, amount.in_digits)
    return before.kind in UNITED and alike


def is_alike(amount: Amount, before: Amount) -> bool:
    """Tell whether two amounts share their scale, or both count thousands: `9 million tons … 25 million`."""
    if before.kind in ("money", "quantity") and amount.scale:
        return before.scale == amount.scale
    return before.kind == "count" and amount.value >= 1000 and before.value >= 1000


def is_gapped(tokens: list[Token], amount: Amount, before: Amount, *, word: str) -> bool:
    """Tell whether a clause leaves out the unit that the clause before it states: `12 years, the navigator seven`.

    The same preposition stands before both numbers (`for 4.8 billion rubles, the air force for 5.1`), or only a
    name stands between a comma or `and` and the number, or `of them` or `of which` follows it.
    """
    follows = at(tokens, amount.last)
    if before.kind not in UNITED or (follows.kind == WORD and follows.lower not in ENDING):
        return False
    if follows.lower in ("of", "or") and {"them", "which"} & {at(tokens, amount.last + step).lower for step in (1, 3)}:
        return True
    between = [at(tokens, index).lower for index in range(before.last, amount.first)]
    if len(between) > FARTHEST_GAP:
        return False
    if word == word_before(tokens, before.first) and word in REPEATED:
        return "," in between or "and" in between
    return is_named_gap(tokens, amount.first)


def is_named_gap(tokens: list[Token], first: int) -> bool:
    """Tell whether only a name or a noun with `the` stands between a comma or `and` and a number."""
    index = first - 1
    while index > first - 5 and at(tokens, index).kind == WORD and at(tokens, index).lower not in STOP_WORDS:
        index -= 1
    words = [at(tokens, step) for step in range(index + 1, first)]
    if not words:
        return False
    is_definite = at(tokens, index).lower == "the"
    index -= is_definite
    is_name = all(token.text[0].isupper() for token in words)
    return (is_definite or is_name) and at(tokens, index).lower in (",", "and", ";")


def is_comparable(amount: Amount, before: Amount) -> bool:
    """Tell whether an amount can be of the kind of the one before it: shares are small, others of like magnitude."""
    if before.kind == "percent":
        return amount.scale is None and amount.value <= LARGEST_SHARE
    stated = abs(before.value * before.parts)
    if stated / FARTHEST <= abs(amount.value) <= stated * FARTHEST:
        return True
    return leaves_out_scale(amount, before)


def leaves_out_scale(amount: Amount, before: Amount) -> bool:
    """Tell whether an amount is on the scale that only the one before it states: `12 million tons, up from 10.5`."""
    if before.scale is None or amount.scale is not None or before.value <= amount.value * FARTHEST:
        return False
    stated = abs(before.value / before.scale)
    return stated / NEAREST <= abs(amount.value) <= stated * NEAREST


def word_before(tokens: list[Token], first: int) -> str:
    """Return the word before a number, past a hedge."""
    index = first - 1
    while (at(tokens, index).lower,) in HEDGES or at(tokens, index).lower in ("a", "the"):
        index -= 1
    return at(tokens, index).lower


def noun_before_of(tokens: list[Token], first: int) -> str:
    """Return the word before the `of` that stands before a number."""
    index = first - 1
    while index > 0 and at(tokens, index).lower != "of" and first - index < 4:
        index -= 1
    return at(tokens, index - 1).lower


def is_part_of(tokens: list[Token], amount: Amount, after: Amount) -> bool:
    """Tell whether an amount is a part of the one after it: `6 billion of the 31 billion rubles`."""
    between = [at(tokens, index).lower for index in range(amount.last, after.first)]
    return 0 < len(between) <= 4 and between[0] == "of" and set(between) <= DETERMINERS and after.kind != "percent"


def is_change_to(tokens: list[Token], amount: Amount, after: Amount, *, word: str) -> bool:
    """Tell whether an amount is the first level of a change: `from 8 to 12 percent`."""
    between = [at(tokens, index).lower for index in range(amount.last, after.first)]
    return word == "from" and between[:1] == ["to"] and all((step,) in HEDGES for step in between[1:])


def is_hanging(tokens: list[Token], amount: Amount, after: Amount) -> bool:
    """Tell whether a hyphen hangs after an amount that shares the unit of the next: `a 7- or 8-inch screen`."""
    between = [at(tokens, index) for index in range(amount.last, after.first)]
    return len(between) == 2 and between[0].kind == DASH and between[1].lower in ("or", "and", "to")


def is_parallel(amount: Amount, before: Amount, word: str) -> bool:
    """Tell whether two decimals near each other are of one kind: `91.25 cents, while the lowest is 78.50`."""
    both_decimal = all(each.value != each.value.to_integral_value() for each in (amount, before))
    stated = before.value * before.parts
    near = stated / 3 < amount.value < stated * 3
    return before.kind in ("money", "quantity") and word in PARALLEL and near and both_decimal


def take(amount: Amount, other: Amount, *, may_scale: bool) -> Amount:
    """Return an amount with the kind, unit and rate of another, and its scale where only that makes them comparable."""
    scaled = (
        may_scale and other.scale is not None and amount.scale is None and amount.value < 1000
    ) or leaves_out_scale(amount, other)
    value = amount.value * other.scale if scaled and other.scale else amount.value
    return replace(
        amount,
        kind=other.kind,
        unit=other.unit,
        unit_candidates=other.unit_candidates,
        per=other.per,
        value=value / other.parts,
        parts=other.parts,
        scale=other.scale if scaled else amount.scale,
        inherited="unit and scale" if scaled else "unit",
        is_bare=False,
        rule="inherited",
    )
