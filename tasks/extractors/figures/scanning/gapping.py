"""Whether an elliptical number leans on the figure before it: `12 percent, up from 8`, `12 years, the pilot seven`."""

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.hedges import HEDGES
from tasks.extractors.figures.scanning.changes import CHANGES, is_touched
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.nouns import STOP_WORDS, is_plural
from tasks.extractors.figures.words.tokens import NUMBER, WORD, Token, at
from tasks.extractors.figures.words.word_lists import word_list

LEANING = frozenset({"from", "against", "versus", "than", "by", "with", "vs"})
"""Prepositions after which a bare number is on the scale of the figure before it."""
MAKING = "making"
"""Between two dividends this sums them up: `11.5p making 19.0`."""
COMPARED = frozenset({"compared", "comparing", "compares", "comparison", "contrasted", "contrasts", "line", "even"})
"""Before `with` these set a number beside the one before it: not `two gunships, with 12 aboard`."""
PARALLEL = frozenset({"is", "was", "at", "and", "or"})
REPEATED = frozenset({"for", "of", "with", "to"})
ENDING = frozenset({"and", "or", "of", "but", "while", "so", "with"})
CHANGED = frozenset({"money", "quantity"})
"""Kinds of changes whose level is in their unit: `fell 500 tons to 3,400`."""
TIMED = frozenset({"last", "this", "next"})
CHANGE_REACH = 12
FARTHEST_LEVEL = 20
"""Factor within which two numbers are taken for levels of one thing."""
CASES = frozenset({"in", "on", "for", "at", "from"})
LONGEST_CASE = 7
WHOLE = 100
PASSED = frozenset({"a", "the", "an", "current", "present", "revised", "unrevised", "previous", "original", "initial"})
"""What may stand between a preposition and a level: `down from a current 500,000`."""
FARTHEST_GAP = 14
FARTHEST_FROM = 4
LEVEL_NOUNS = word_list("gapping.level_nouns")
"""Behind these and `of` a bare number is a level like the one before it: `against a target of 11,000`."""
MONEY_NOUNS = word_list("gapping.money_nouns")
"""Before a verb and a sum these say that what comes last of a list is a sum too."""
LEAST_SUM = 1000
UNITED = frozenset({"money", "percent", "quantity", "rate", "duration"})


def leans_by_preposition(tokens: list[Token], amount: Amount, before: Amount, *, word: str) -> bool:
    """Tell whether the word before an amount sets it beside the level before it: `up from 8`, `a target of 11,000`."""
    if at(tokens, amount.last).lower == "of" and at(tokens, amount.last + 1).lower not in ("them", "which"):
        return False
    if word in LEANS_BY:
        return LEANS_BY[word](tokens, amount, before)
    if word == MAKING:
        return tokens[before.last].lower == MAKING and before.kind == "money"
    if before.kind == "count" and (word == "by" or (word == "from" and is_of_thing(tokens, amount.first))):
        return False
    return word in LEANING


def leans_by_of(tokens: list[Token], amount: Amount, before: Amount) -> bool:
    """Tell whether a noun for a level stands before `of` and a number: `a target of 11,000`."""
    noun = noun_before_of(tokens, amount.first)
    return noun in LEVEL_NOUNS and not (noun == "total" and before.kind == "percent")


def leans_by_to(tokens: list[Token], amount: Amount, before: Amount) -> bool:
    """Tell whether a number behind `to` ends a change or span: `fell 500 tons to 3,400`, `from 3 tons a year to 5`."""
    if is_level_in_pence(tokens, amount, before):
        return True
    ends_change = before.parts == 1 and before.kind in CHANGED and at(tokens, before.last).lower == "to"
    is_near = all(token.text != ";" for token in tokens[before.last : amount.first])
    ends_span = is_near and word_before(tokens, before.first) == "from"
    return ends_span or (ends_change and is_touched(tokens, before.first))


def leans_by_after(tokens: list[Token], amount: Amount, before: Amount) -> bool:
    """Tell whether a number right behind a level and `after` is what it was before: `22,262 tonnes after 25,062`."""
    is_right_behind = [token.lower for token in tokens[before.last : amount.first]] == ["after"]
    return is_right_behind and before.kind in UNITED - {"duration"} and is_near_level(amount, before)


def leans_by_with(tokens: list[Token], amount: Amount, before: Amount) -> bool:
    """Tell whether a number is compared with the one before it, and does not come with it."""
    return before.last <= amount.first and word_before(tokens, amount.first - 1) in COMPARED


LEANS_BY = {"of": leans_by_of, "to": leans_by_to, "after": leans_by_after, "with": leans_by_with}
"""What tells by each preposition whether a number leans on the figure before it; others always say so, or never."""


def is_level_in_pence(tokens: list[Token], amount: Amount, before: Amount) -> bool:
    """Tell whether a change in pence led to a level in pence: `down 4p to 567`."""
    is_change = before.unit == "GBP" and before.parts != 1 and is_touched(tokens, before.first)
    is_level = [token.lower for token in tokens[before.last : amount.first]] == ["to"]
    return is_change and is_level and amount.value >= before.value * before.parts


def is_near_level(amount: Amount, before: Amount) -> bool:
    """Tell whether two numbers are near enough to be levels of one thing, the second perhaps without its scale."""
    stated = abs(before.value * before.parts)
    levels = (stated, stated / before.scale) if before.scale else (stated,)
    return any(level <= FARTHEST_LEVEL * abs(amount.value) <= FARTHEST_LEVEL**2 * level for level in levels)


def is_at_case(tokens: list[Token], amount: Amount, before: Amount) -> bool:
    """Tell whether a number goes on a list that says when, where or for what each is: `4 percent in May, 5 in June`."""
    between = [token.lower for token in tokens[before.last : amount.first]]
    word = at(tokens, amount.last).lower
    is_list = (
        between[:1] == [word] and word in CASES and between[-1] in (",", "and", ";") and len(between) <= LONGEST_CASE
    )
    is_share = before.kind != "percent" or amount.value <= WHOLE
    return is_list and is_share and before.kind in UNITED and is_near_level(amount, before)


def is_plainly_named(tokens: list[Token], amount: Amount, before: Amount) -> bool:
    """Tell whether a list may name what each number is of in small letters, or say it of each: `rose 7 in Italy`.

    Such is the second of `apples 30 cents, pears 40`, and the last of `fell 3 percent in France but rose 7 in Italy`.
    """
    between = tokens[before.last : amount.first]
    ends = at(tokens, amount.last).text in (",", ".", ";") or at(tokens, amount.last).lower == "and"
    is_noun = len(between) == 2 and between[0].text == "," and between[1].kind == WORD and is_plural(between[1])
    is_moved = before.kind == "percent" and is_touched(tokens, amount.first) and at(tokens, before.last).lower in CASES
    is_moved = is_moved and at(tokens, amount.last).lower == at(tokens, before.last).lower
    return amount.in_digits and is_near_level(amount, before) and ((is_noun and ends) or is_moved)


def is_other_money(tokens: list[Token], amount: Amount, before: Amount) -> bool:
    """Tell whether a number behind a sum is a change of it, or of a currency named between: `2,678 francs, up 38`.

    So may the second of `the pound at $1.60 and the mark at 1.80` be in anything.
    """
    between = [at(tokens, index).lower for index in range(before.last, amount.first)]
    is_change = between[:1] == [","] and between[1:] in (["up"], ["down"], ["off"])
    return before.kind == "money" and (is_change or any(word in nouns() for word in between))


def leads_by(tokens: list[Token], before: Amount, amount: Amount) -> bool:
    """Tell whether a word of change stands before or between two amounts of which `by` begins the second.

    None does in `shares of $3 million, held by 5 million`.
    """
    words = {token.lower for token in tokens[max(before.first - CHANGE_REACH, 0) : amount.first]}
    return bool(words & (CHANGES | {"followed"}))


def is_of_thing(tokens: list[Token], first: int) -> bool:
    """Tell whether a noun stands before the `from` before a number, which is of that: `cut his staff from 750`."""
    index = first - 1
    while at(tokens, index).lower != "from" and first - index < FARTHEST_FROM:
        index -= 1
    thing = at(tokens, index - 1)
    return thing.kind == WORD and thing.lower not in STOP_WORDS | CHANGES


def is_listed(tokens: list[Token], amount: Amount, before: Amount, after: Amount | None) -> bool:
    """Tell whether an amount stands between two of one unit: `20 percent to A, 15 to B and 65 percent to C`."""
    if after is None or word_before(tokens, amount.first) in ("to", "at") or at(tokens, amount.last).lower == "of":
        return False
    follows = at(tokens, amount.last)
    if follows.kind == NUMBER or (follows.kind == WORD and follows.lower not in STOP_WORDS | TIMED):
        return False
    alike = (before.kind, before.unit, before.in_digits) == (after.kind, after.unit, amount.in_digits)
    return before.kind in UNITED and alike


def is_alike(amount: Amount, before: Amount) -> bool:
    """Tell whether two amounts share their scale, or both count thousands: `9 million tons … 25 million`."""
    if before.kind in ("money", "quantity") and amount.scale:
        return before.scale == amount.scale
    return before.kind == "count" and amount.value >= 1000 and before.value >= 1000


def is_respective(tokens: list[Token], amount: Amount, before: Amount, *, word: str) -> bool:
    """Tell whether an amount ends a list of what each of several has, in the unit of the amount before it.

    Such is the second of `sales and profits were 2 billion yuan and 71 million, respectively`; that of `sales and
    passengers` may be people.
    """
    last = amount.last + (at(tokens, amount.last).text == ",")
    is_of_money = before.kind == "money" and at(tokens, before.first - 2).lower in MONEY_NOUNS
    return word == "and" and at(tokens, last).lower == "respectively" and (is_of_money or before.kind == "percent")


def is_sum_beside(tokens: list[Token], amount: Amount, after: Amount) -> bool:
    """Tell whether a number is a sum as the next one is: `revenue of 7,200,000 and a profit of 940,000 dlrs`."""
    between = [at(tokens, index).lower for index in range(amount.last, after.first)]
    is_money = after.kind == "money" and after.parts == 1 and between[:1] in (["and"], ["or"], ["on"])
    ends = {noun_before_of(tokens, one.first) for one in (amount, after)}
    return is_money and amount.value >= LEAST_SUM and word_before(tokens, amount.first) == "of" and ends <= MONEY_NOUNS


def is_gapped(tokens: list[Token], amount: Amount, before: Amount, *, word: str) -> bool:
    """Tell whether a clause leaves out the unit that the clause before it states: `12 years, the navigator seven`.

    The same preposition stands before both numbers (`for 4.8 billion rubles, the air force for 5.1`), or only a
    name stands between a comma or `and` and the number, or `of them` or `of which` follows it.
    """
    follows = at(tokens, amount.last)
    if before.kind not in UNITED or (follows.kind == WORD and follows.lower not in ENDING):
        return False
    if follows.lower in ("of", "or") and {"them", "which"} & {at(tokens, amount.last + step).lower for step in (1, 3)}:
        return before.kind != "duration"  # 140 jets over 10 years, |50 of them
    between = [at(tokens, index).lower for index in range(before.last, amount.first)]
    if len(between) > FARTHEST_GAP:
        return False
    if word == word_before(tokens, before.first) and word in REPEATED:
        return "," in between or "and" in between
    if word == "at" == word_before(tokens, before.first) and before.kind == "percent":
        return between[0] in (",", "and")  # Orlov at 71 percent and Lobov at |4
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
    index -= is_name and not is_definite and at(tokens, index).lower == "in"
    return (is_definite or is_name) and at(tokens, index).lower in (",", "and", ";")


def word_before(tokens: list[Token], first: int) -> str:
    """Return the word before a number, past a hedge."""
    index = first - 1
    while (at(tokens, index).lower,) in HEDGES or at(tokens, index).lower in PASSED:
        index -= 1
    return at(tokens, index).lower


def noun_before_of(tokens: list[Token], first: int) -> str:
    """Return the word before the `of` that stands before a number."""
    index = first - 1
    while index > 0 and at(tokens, index).lower != "of" and first - index < 4:
        index -= 1
    return at(tokens, index - 1).lower


def is_parallel(amount: Amount, before: Amount, word: str) -> bool:
    """Tell whether two decimals near each other are of one kind: `91.25 cents, while the lowest is 78.50`."""
    both_decimal = all(each.value != each.value.to_integral_value() for each in (amount, before))
    stated = before.value * before.parts
    near = stated / 3 < amount.value < stated * 3
    return before.kind in ("money", "quantity") and word in PARALLEL and near and both_decimal
