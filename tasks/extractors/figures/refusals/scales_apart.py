"""Scales that stand apart from the numbers they may belong to: `5 (later 10) million`, `5 instead of 10 million`."""

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.numbers.numerals import read_numeral
from tasks.extractors.figures.numbers.scales import SCALE_WORDS
from tasks.extractors.figures.words.nouns import STOP_WORDS, is_plural
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.tokens import DASH, MARK, WORD, Token, at

NO_SCALE = STOP_WORDS | NUMBER_WORDS
"""Words behind which a scale is another number's."""
LONE_SCALES = frozenset({"m", "b", "k", "t", "K", "M", "T"})
"""Letters that may be the scale of a sum or of things counted, a space behind the number: `$3.5 b.`, `5 m people`."""
SET_AGAINST = frozenset({("instead", "of"), ("rather", "than"), (",", "not")})
"""Words between two numbers of which one stands for the other."""
FARTHEST_APART = 20
LONGEST_BRACKET = 5


def doubt_of_scale_apart(tokens: list[Token], amount: Amount) -> str | None:
    """Say why what stands behind an amount may be its scale; None where nothing does."""
    after = at(tokens, amount.last)
    if amount.scale is not None:
        return None
    if amount.in_digits and is_lone_scale(tokens, amount):
        return f"`{after.text}` after it may be its scale"
    if after.lower == "grand" and amount.kind == "money":
        return "`grand` after it may be a thousand"
    if after.lower == "score" and not amount.in_digits and is_plural(at(tokens, amount.last + 1)):
        return "a score may be twenty"
    if shares_scale_behind(tokens, amount):
        return "it may share the scale of the figure it is set against"
    return "a scale stands behind it" if is_before_scale(tokens, amount) else None


def is_lone_scale(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether a letter stands behind a sum that nothing follows, or between a number and what it counts."""
    after = at(tokens, amount.last + 1)
    is_letter = at(tokens, amount.last).text in LONE_SCALES and after.kind != DASH  # T-72 tanks
    ends = is_end(after)
    return is_letter and ((amount.kind == "money" and ends) or (amount.rule == "count" and not ends))


def past_bracket(tokens: list[Token], index: int) -> int:
    """Return the index after a few words in brackets at a token; -1, where no token is, without them."""
    closing = {"(": ")", "[": "]"}.get(at(tokens, index).text)
    inside = [token.text for token in tokens[index + 1 : index + LONGEST_BRACKET]] if closing else []
    return index + 2 + inside.index(closing) if closing in inside else -1


def shares_scale_behind(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether an amount is set against one whose scale it may share: `not 5 but 10 million`, `5 instead of 10`."""
    words = tuple(at(tokens, amount.last + step).lower for step in range(2))
    length = 1 if words[0] in ("but", "not") else 2 if words in SET_AGAINST else 0
    other = read_numeral(tokens, amount.last + length) if length and amount.is_bare and amount.in_digits else None
    if other is None or other.scale is None or amount.scale is not None:
        return False
    stated = other.value / other.scale
    return stated / FARTHEST_APART <= amount.value <= stated * FARTHEST_APART


def is_before_scale(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether a scale follows an amount that it does not belong to: `$5 (million)`, `5 "billion"`."""
    if at(tokens, past_bracket(tokens, amount.last)).lower in SCALE_WORDS:
        return True  # 5 (later 10) million
    for step in range(3):
        token = at(tokens, amount.last + step)
        if token.text.isupper() and any(one.text.islower() for one in tokens[amount.first : amount.last]):
            return False  # a company: 4.20 dlrs BIL said
        if token.lower in SCALE_WORDS and token.lower not in ("dozen", "dozens", "mil", "mill"):
            return True
        if token.kind not in (WORD, MARK, DASH) or token.lower in NO_SCALE or token.text in ",;:.?!":
            return False
    return False


def is_end(token: Token) -> bool:
    """Tell whether a token begins nothing that a letter before it could describe."""
    return token.kind != WORD or token.lower in STOP_WORDS
