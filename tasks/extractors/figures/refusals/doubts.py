"""Numbers that what stands before them makes doubtful: letters that may be a currency, a name."""

from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.refusals.designators import DESIGNATORS
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.tokens import WORD, Token, at, is_glued

LONGEST_CURRENCY_SIGN = 4


def is_tied_to_letters(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether letters touch the beginning of digits: `Q2`, `SR10 billion`."""
    return numeral.in_digits and is_glued(tokens, numeral.first) and tokens[numeral.first - 1].kind == WORD


def may_be_currency(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether the capital letters before digits may be a currency's: the number has a scale or separators."""
    letters = tokens[numeral.first - 1].text
    is_grouped = numeral.value >= 1000 and (numeral.last > numeral.first + 1 or "," in tokens[numeral.first].text)
    is_large = numeral.scale is not None or is_grouped
    return is_large and letters[0].isupper() and len(letters) <= LONGEST_CURRENCY_SIGN


def doubt_of_name(tokens: list[Token], numeral: Numeral) -> str | None:
    """Say why a number that seems to be a part of a name may be a figure: a word that touches it, or its separators."""
    before, after = at(tokens, numeral.first - 1), at(tokens, numeral.last)
    if is_glued(tokens, numeral.last) and after.kind == WORD and after.text.islower() and len(after.text) > 2:
        return f"`{after.text[:20]}` touches the number's end"
    has_name = before.kind == WORD and before.text[0].isupper() and before.lower not in DESIGNATORS
    if has_name and numeral.value >= 1000 and "," in tokens[numeral.first].text:
        return f"`{before.text[:20]}` before it may be a currency or a name"
    return None


def doubt_of_currency(tokens: list[Token], numeral: Numeral) -> str | None:
    """Say why a scaled number that counts nothing may be money: what stands before it: `ZK 5 million`, `rubles 5bn`."""
    before = at(tokens, numeral.first - 1)
    if before.lower in nouns() and numeral.scale is not None and numeral.in_digits:
        return f"`{before.text}` before it may be its currency"
    is_initials = before.kind == WORD and before.text.isupper() and before.text.isalpha() and 1 < len(before.text) <= 3
    if not is_initials or numeral.scale is None or not numeral.in_digits:
        return None
    return f"`{before.text}` before it may be a currency"
