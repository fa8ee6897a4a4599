"""Finds what stands between `of` and the things counted: the `South Africa's` of `two of South Africa's mines`."""

from tasks.extractors.figures.numbers.scales import SCALE_WORDS
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS, PLURAL_MODIFIERS, VERBS, is_plural
from tasks.extractors.figures.words.tokens import NUMBER, WORD, Token, at, without_possessive
from tasks.extractors.figures.words.word_lists import word_list

DETERMINERS = word_list("owners.determiners")
LONGEST_OWNER = 4


def past_owner(tokens: list[Token], index: int) -> int | None:
    """Return the index after what owns the things counted: after `the`, `its` or `South Africa's`; None without one."""
    if at(tokens, index).lower in DETERMINERS:
        last = owner_end(tokens, index + 1)
        return last or index + 1
    return owner_end(tokens, index)


def is_second_count(tokens: list[Token], index: int) -> bool:
    """Tell whether a number at a token counts the same things: the 47 of `36 of Japan's 47 provinces`."""
    word = at(tokens, index + 1)
    is_counted = word.kind == WORD and word.lower not in nouns() and word.lower not in SCALE_WORDS
    return at(tokens, index).kind == NUMBER and is_counted and unit_at(tokens, index + 1) is None


def owner_end(tokens: list[Token], index: int) -> int | None:
    """Return the index after the possessor whose name or noun begins at a token: `Alitalia's`, `oil company's`.

    A noun in the plural or a verb before it begins none.
    """
    for last in range(index, index + LONGEST_OWNER):
        token = at(tokens, last)
        if token.kind != WORD or token.lower in FUNCTION_WORDS:
            return None
        if without_possessive(token.text) != token.text:
            return last + 1
        if ends_noun(token, at(tokens, last + 1)):
            return None
    return None


def ends_noun(token: Token, after: Token) -> bool:
    """Tell whether a word is itself what is counted, or a verb: in `two of the bombs hit Iraq's` it is the bombs."""
    is_counted = is_plural(token) and token.lower not in PLURAL_MODIFIERS
    is_verb = token.lower in VERBS or (token.text.islower() and token.lower.endswith("ed"))
    return is_verb or (is_counted and (token.text.islower() or after.text.islower()))
