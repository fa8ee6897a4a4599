"""Tells, of every token, whether an amount can begin there; cheap, as it is asked of each."""

from functools import cache

from tasks.extractors.figures.kinds.ordinals import FUSED
from tasks.extractors.figures.money.currencies import signs_and_codes
from tasks.extractors.figures.money.currency_names import adjective_lengths, is_title_of_sum
from tasks.extractors.figures.numbers.digits import VULGAR_FRACTIONS
from tasks.extractors.figures.numbers.scales import ARTICLES
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.number_words import (
    DENOMINATORS,
    GROUPS,
    MULTIPLIERS,
    NUMBER_WORDS,
    ONES,
    ORDINALS,
    SHORT_SCALES,
)
from tasks.extractors.figures.words.tokens import DASH, NUMBER, SIGN, WORD, Token, at

STARTERS = (
    NUMBER_WORDS
    | frozenset(ORDINALS)
    | frozenset(MULTIPLIERS)
    | frozenset(FUSED)
    | frozenset(f"{ten}fold" for ten in ONES)
    | frozenset(VULGAR_FRACTIONS)
    | frozenset({"half", "quarter", "minus", "negative", "absolute", "plus"})
)
AFTER_ARTICLE = NUMBER_WORDS | frozenset(DENOMINATORS) | frozenset(GROUPS) | frozenset(SHORT_SCALES)
"""Words that make a number, a share or an ordinal of the article before them."""
STARTING_KINDS = frozenset({NUMBER, SIGN})
NEGATIVE_MARKS = frozenset("-\u2212\u2013")
STARTING_MARKS = frozenset("±+#")


@cache
def starting_words() -> frozenset[str]:
    """Return, in small letters, every word that an amount can begin with."""
    money = frozenset(map(str.lower, signs_and_codes())) | frozenset(adjective_lengths()) | frozenset(nouns())
    return STARTERS | ARTICLES | money


def may_start(tokens: list[Token], index: int) -> bool:
    """Tell whether an amount can begin at a token; cheap, as it is asked of every token."""
    token = tokens[index]
    if token.kind == WORD:
        return token.lower in STARTERS or may_start_after_article(tokens, index) or may_start_money(tokens, index)
    if token.kind == NUMBER:
        return True
    if token.kind == SIGN:
        return any(near.kind == NUMBER for near in tokens[index + 1 : index + 4])
    if token.kind == DASH:
        return token.text in NEGATIVE_MARKS and at(tokens, index + 1).kind in STARTING_KINDS
    return token.text in STARTING_MARKS


def may_start_after_article(tokens: list[Token], index: int) -> bool:
    """Tell whether an article may begin an amount: `a hundred`, `a dollar and 42 cents`."""
    if tokens[index].lower not in ARTICLES:
        return False
    following = at(tokens, index + 1)
    return following.lower in AFTER_ARTICLE or at(tokens, index + 2).lower == "and"


def may_start_money(tokens: list[Token], index: int) -> bool:
    """Tell whether a word can be, or begin, a currency's sign, code or name before its number."""
    token = tokens[index]
    if token.text in signs_and_codes():
        return any(at(tokens, index + step).kind in STARTING_KINDS for step in (1, 2, 3))
    is_adjective = token.lower in adjective_lengths() and number_is_near(tokens, index)
    return is_adjective or is_title_of_sum(tokens, index)


def number_is_near(tokens: list[Token], index: int) -> bool:
    """Tell whether a number stands two to five tokens behind a token."""
    return any(token.kind == NUMBER for token in tokens[index + 2 : index + 6])
