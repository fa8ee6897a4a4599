"""Numbers without currency or unit that count nothing: years, designators, parts of names, `one` as a pronoun."""

from calendar import month_abbr

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.hedges import hedge_before
from tasks.extractors.figures.numbers.scales import Numeral, scale_at
from tasks.extractors.figures.refusals.designators import (
    is_before_name,
    is_designator,
    is_in_place,
    is_name_part,
    is_street_number,
)
from tasks.extractors.figures.refusals.forms import is_glued_to_word
from tasks.extractors.figures.refusals.years import YEAR_BEFORE, is_bare_year
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.nouns import (
    FUNCTION_WORDS,
    PHRASE_LIMIT,
    counted_noun,
    is_named_model,
    is_phrase_word,
    is_plural,
)
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.tokens import NUMBER, WORD, Token, at
from tasks.extractors.figures.words.word_lists import word_list

COMPARING = frozenset({"than", "above", "below", "over", "under"})
CENTURY = 100
LARGEST_VERSION = 20
MONTHS = frozenset(month_abbr[1:])
LEVEL_NOUNS = word_list("gapping.level_nouns")
OF_SEVERAL = word_list("no_counts.of_several")
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
        is_of_name = is_name_part(tokens, numeral, start, has_noun=True) or is_version(tokens, numeral, start)
        return is_of_name or is_model_counted(tokens, numeral)
    if has_noun:
        before = at(tokens, numeral.first - 1)
        is_title = at(tokens, numeral.last).text[:1].isupper() or before.text[:1].isupper()
        return is_title and tokens[numeral.first].text[0].isupper() and before.kind == WORD
    if not numeral.in_digits:
        is_capital = tokens[numeral.first].text[0].isupper() and numeral.first > start + 1
        return numeral.value == 0 or is_capital
    return is_before_name(tokens, numeral.last) or is_name_part(tokens, numeral, start, has_noun=False)


def is_model_counted(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether digits are those of a model that a number before them counts: the 2 of `12 Leopard 2 tanks`."""
    first = numeral.first
    if not is_named_model(tokens, first - 1):
        return False
    for index in range(first - 2, first - 2 - PHRASE_LIMIT, -1):
        token = at(tokens, index)
        if token.kind == NUMBER or token.lower in NUMBER_WORDS:
            return counted_noun(tokens, index + 1, is_one=False)[1] > first
        if not is_phrase_word(token):
            return False
    return False


def is_version(tokens: list[Token], numeral: Numeral, sentence_start: int) -> bool:
    """Tell whether decimals behind a name are its version, whatever noun follows: `the new Lynx 1.0 browser`."""
    before, text = at(tokens, numeral.first - 1), tokens[numeral.first].text
    is_named = before.kind == WORD and before.text[0].isupper() and numeral.first - 1 > sentence_start
    is_decimal = "." in text and numeral.last == numeral.first + 1 and numeral.value < LARGEST_VERSION
    is_month = before.text.rstrip(".").title()[:3] in MONTHS
    is_index = at(tokens, numeral.last).lower in ("point", "points")  # cost the Dow 12.5 points
    return is_named and is_decimal and not (is_month or is_index) and not is_in_place(tokens, numeral.first - 1)


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
        return is_of_several(tokens, numeral.last + 1)
    if before.lower in ("just", "only", "than", "least") and amount.unit:
        return True
    return amount.unit in context.counted


def is_of_several(tokens: list[Token], index: int) -> bool:
    """Tell whether `one of` before a token is one of several, and no word for a thing named before.

    Such is the one of `one of Russia's mines`; that of `a policy of growth became one of cuts`, and that of `a loan of
    3 million and one of 2 million`, count nothing.
    """
    token = at(tokens, index)
    is_number = token.kind == NUMBER or token.lower in NUMBER_WORDS
    if is_number:
        _, last = scale_at(tokens, index + 1)
        return unit_at(tokens, last) is None and at(tokens, last).lower not in nouns()
    is_name = token.kind == WORD and token.text[0].isupper()
    is_owner = token.lower.endswith(("'s", "’s"))
    return is_name or is_owner or token.lower in OF_SEVERAL or is_plural(token)
