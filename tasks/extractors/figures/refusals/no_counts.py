"""Numbers without currency or unit that count nothing: years, designators, parts of names, `one` as a pronoun."""

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.hedges import hedge_before
from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.refusals.designators import (
    is_before_name,
    is_designator,
    is_name_part,
    is_street_number,
)
from tasks.extractors.figures.refusals.forms import is_glued_to_word
from tasks.extractors.figures.refusals.years import YEAR_BEFORE, is_bare_year
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS
from tasks.extractors.figures.words.tokens import WORD, Token, at
from tasks.extractors.figures.words.word_lists import word_list

COMPARING = frozenset({"than", "above", "below", "over", "under"})
CENTURY = 100
LEVEL_NOUNS = word_list("gapping.level_nouns")
COUNTED_OFTEN = word_list("no_counts.counted_often")
"""Nouns that tell a count from a year: `2000 soldiers`."""


def is_no_count(context: Context, numeral: Numeral, amount: Amount) -> bool:
    """Tell whether a number without currency or unit is a year, a designator or a part of a name."""
    tokens = context.tokens
    if is_designator(tokens, numeral, has_noun=amount.unit is not None):
        return True
    if amount.last == numeral.last and is_glued_to_word(tokens, numeral.last):
        return True
    if is_bare_year(tokens, numeral) and is_year(context, numeral, amount):
        return True
    if numeral.value == 1 and not numeral.in_digits:
        return not counts_one(context, numeral, amount)
    text = tokens[numeral.first].text
    is_alone = numeral.last == numeral.first + 1
    is_name = is_alone and text in context.naming_numbers and not (amount.unit and len(text) == 1)
    if is_name or (amount.rule == "compound" and numeral.value == 0):
        return True
    return is_street_number(tokens, numeral.last) or is_in_name(context, numeral, has_noun=amount.unit is not None)


def is_in_name(context: Context, numeral: Numeral, *, has_noun: bool) -> bool:
    """Tell whether a number belongs to a name rather than counting: `the Big Eight`, `787 Dreamliner`, `iPhone 14`."""
    tokens, start = context.tokens, context.starts[numeral.first]
    if has_noun and numeral.in_digits:
        return is_name_part(tokens, numeral, start, has_noun=True)
    if has_noun:
        before = at(tokens, numeral.first - 1)
        is_title = at(tokens, numeral.last).text[:1].isupper() or before.text[:1].isupper()
        return is_title and tokens[numeral.first].text[0].isupper() and before.kind == WORD
    if not numeral.in_digits:
        is_capital = tokens[numeral.first].text[0].isupper() and numeral.first > start + 1
        return numeral.value == 0 or is_capital
    return is_before_name(tokens, numeral.last) or is_name_part(tokens, numeral, start, has_noun=False)


def is_year(context: Context, numeral: Numeral, amount: Amount) -> bool:
    """Tell whether four bare digits are a year here, and not a count: `the 1996 polls`, but `some 2000 soldiers`."""
    tokens = context.tokens
    before = at(tokens, numeral.first - 1)
    if before.lower in YEAR_BEFORE or before.text in ("(", "/", "'", "’", "-", "–"):
        return True
    is_recent = 1900 <= numeral.value <= 2030
    if hedge_before(tokens, numeral.first):
        is_accord = before.lower in ("a", "an")  # `under a 1994 accord`
        return is_recent and (is_accord or is_compared_with(tokens, numeral, amount))
    if not is_recent:
        return amount.unit is None
    return amount.unit not in COUNTED_OFTEN or amount.noun_last != numeral.last + 1


def is_compared_with(tokens: list[Token], numeral: Numeral, amount: Amount) -> bool:
    """Tell whether four digits are the year that something is above or below: `2 percent more than 1997`.

    So are those of `below 1985 levels`; `more than 2000` may be people.
    """
    if at(tokens, numeral.first - 1).lower not in COMPARING or numeral.value % CENTURY == 0:
        return False
    after = at(tokens, numeral.last)
    return amount.unit in LEVEL_NOUNS or (amount.unit is None and (after.kind != WORD or after.lower in FUNCTION_WORDS))


def counts_one(context: Context, numeral: Numeral, amount: Amount) -> bool:
    """Tell whether `one` counts: `one of the captives`, `just one area`, or what is counted elsewhere too.

    `Not one of the captives` counts none.
    """
    tokens = context.tokens
    after, before = at(tokens, numeral.last), at(tokens, numeral.first - 1)
    if before.lower in ("not", "no"):
        return False
    if after.lower == "of" and after.kind == WORD:
        return at(tokens, numeral.last + 1).lower not in ("a", "them")
    if before.lower in ("just", "only", "than", "least") and amount.unit:
        return True
    return amount.unit in context.counted
