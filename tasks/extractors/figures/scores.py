"""Reads votes, which are two counts: `21-9`, `by 450 to 12`; and passes over the scores of games."""

from tasks.extractors.figures.amounts import Amount
from tasks.extractors.figures.context import Context
from tasks.extractors.figures.numerals import read_numeral
from tasks.extractors.figures.scales import Numeral
from tasks.extractors.figures.tokens import DASH, WORD, at, is_glued

VOTE_WORDS = frozenset({"vote", "votes", "voted", "voting", "ballot", "ballots"})
PASSING = frozenset({"approved", "rejected", "passed", "ratified", "endorsed", "adopted", "defeated", "overrode"})


def read_spoken_vote(context: Context, numeral: Numeral) -> tuple[tuple[Amount, ...], int] | None:
    """Return the two counts of a vote in words: `passed the bill by 231 to 84`."""
    tokens = context.tokens
    if at(tokens, numeral.first - 1).lower != "by" or at(tokens, numeral.last).lower != "to" or numeral.scale:
        return None
    other = read_numeral(tokens, numeral.last + 1)
    if other is None or other.doubt or other.scale or at(tokens, other.last).kind == WORD:
        return None
    words = {token.lower for token in tokens[max(context.starts[numeral.first], numeral.first - 12) : numeral.first]}
    return (votes_of(numeral, other), other.last) if words & (VOTE_WORDS | PASSING) else None


def votes_of(*numerals: Numeral) -> tuple[Amount, ...]:
    """Return a count of votes for each number."""
    return tuple(
        Amount(kind="count", value=each.value, first=each.first, last=each.last, unit="vote", rule="vote")
        for each in numerals
    )


def read_score(context: Context, numeral: Numeral) -> tuple[tuple[Amount, ...], int] | None:
    """Return the two counts of a vote such as `21-9`; no counts, for a score; None where the numbers are neither."""
    tokens = context.tokens
    dash = at(tokens, numeral.last)
    if dash.kind != DASH or not is_glued(tokens, numeral.last) or not is_glued(tokens, numeral.last + 1):
        return None
    other = read_numeral(tokens, numeral.last + 1)
    if other is None or numeral.doubt or other.doubt or not (numeral.in_digits and other.in_digits):
        return None
    if numeral.scale or other.scale or any(n.value != n.value.to_integral_value() for n in (numeral, other)):
        return None
    first, last = context.starts[numeral.first], context.ends[numeral.first]
    words = {token.lower for token in tokens[max(first, numeral.first - 12) : min(last, other.last + 6)]}
    is_vote = bool(words & VOTE_WORDS) or (at(tokens, numeral.first - 1).lower == "by" and bool(words & PASSING))
    if not is_vote:
        return ((), other.last) if numeral.value >= other.value else None
    return votes_of(numeral, other), other.last
