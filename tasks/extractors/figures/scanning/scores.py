"""Reads votes, which are two counts: `21-9`, `by 450 to 12`; and passes over the scores of games."""

from dataclasses import replace

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.numbers.numerals import read_numeral
from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.refusals.designators import is_designator
from tasks.extractors.figures.refusals.years import is_bare_year
from tasks.extractors.figures.scanning.changes import CHANGES
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued, past_hyphen

VOTE_WORDS = frozenset({"vote", "votes", "voted", "voting", "ballot", "ballots"})
DECISIONS = frozenset({"majority", "vote", "decision", "ruling", "verdict", "judgment", "judgement"})
"""What a vote is told as: `an eight to one majority`, `a vote of 40 to 3`."""
RATIOS = frozenset({"ratio", "odds", "proportion"})
NEAR = 3
"""Tokens before `by` in which a verb of change makes a change of `by 30 to 20`."""
PASSING = frozenset({"approved", "rejected", "passed", "ratified", "endorsed", "adopted", "defeated", "overrode"})


def read_spoken_vote(context: Context, numeral: Numeral) -> tuple[tuple[Amount, ...], int] | None:
    """Return the two counts of a vote in words: `passed the bill by 231 to 84`, `54 votes to 44`, `a vote of 40 to 3`.

    `Raised the wage to 110 rubles by 276 to 1` may be one, and is a doubt where nothing says so; so is a ratio.
    """
    tokens = context.tokens
    joint = past_hyphen(tokens, numeral.last + (at(tokens, numeral.last).lower == "votes"))
    other = read_numeral(tokens, past_hyphen(tokens, joint + 1)) if at(tokens, joint).lower == "to" else None
    if other is None or other.doubt or other.scale or numeral.scale:
        return None
    before = at(tokens, numeral.first - 1).lower
    named = at(tokens, numeral.first - 2).lower if before == "of" else at(tokens, other.last).lower
    if before == "of" and named in RATIOS:
        return (score_of(numeral, other),), other.last
    is_vote = before == "voted" or at(tokens, joint - 1).lower == "votes"
    is_sure = is_vote and not is_named(tokens, other.last, is_vote=is_vote)
    if is_sure or (named in DECISIONS and numeral.value > other.value):
        return votes_of(numeral, other), other.last
    is_open = before == "by" and not is_named(tokens, other.last, is_vote=False)
    return read_by(context, numeral, other) if is_open else None


def read_by(context: Context, numeral: Numeral, other: Numeral) -> tuple[tuple[Amount, ...], int] | None:
    """Return the votes of `by 231 to 84` where words before speak of a vote, or a doubt where they may be one."""
    tokens = context.tokens
    words = {token.lower for token in tokens[max(context.starts[numeral.first], numeral.first - 12) : numeral.first]}
    if words & (VOTE_WORDS | PASSING):
        return votes_of(numeral, other), other.last
    is_whole = all(each.in_digits and each.value % 1 == 0 for each in (numeral, other))
    changed = {token.lower for token in tokens[max(0, numeral.first - 1 - NEAR) : numeral.first - 1]} & CHANGES
    is_open = is_whole and numeral.value > other.value and not changed
    doubt = "it may be a vote, or a change and its level"
    return ((replace(score_of(numeral, other), doubt=doubt),), other.last) if is_open else None


def is_named(tokens: list[Token], index: int, *, is_vote: bool) -> bool:
    """Tell whether a word follows that the second number may count; behind `voted 79 to 61` a small word is none."""
    after = at(tokens, index)
    return after.kind == WORD and not (is_vote and after.lower in FUNCTION_WORDS)


def votes_of(*numerals: Numeral) -> tuple[Amount, ...]:
    """Return a count of votes for each number."""
    return tuple(
        Amount(kind="count", value=each.value, first=each.first, last=each.last, unit="vote", rule="vote")
        for each in numerals
    )


def read_score(context: Context, numeral: Numeral) -> tuple[tuple[Amount, ...], int] | None:
    """Return the two counts of a vote such as `21-9`; a doubt, or nothing, for a score; None where they are neither."""
    tokens = context.tokens
    other = number_joined(tokens, numeral)
    if other is None:
        return None
    first, last = context.starts[numeral.first], context.ends[numeral.first]
    words = {token.lower for token in tokens[max(first, numeral.first - 12) : min(last, other.last + 6)]}
    if words & VOTE_WORDS or (at(tokens, numeral.first - 1).lower == "by" and words & PASSING):
        return votes_of(numeral, other), other.last
    is_rising = numeral.value < other.value and at(tokens, numeral.last).kind == DASH
    if is_rising and not is_beside_score(tokens, numeral.first, other.last):
        return None
    if is_bare_year(tokens, numeral) or is_designator(tokens, numeral, has_noun=False):
        return (), other.last
    return (score_of(numeral, other),), other.last


def is_beside_score(tokens: list[Token], first: int, last: int) -> bool:
    """Tell whether a list goes on to or comes from a pair that is no range: the 3-6 of `won 6-4, 3-6, 7-6`."""
    pairs = ([at(tokens, first - step) for step in (4, 3, 2, 1)], [at(tokens, last + step) for step in (1, 2, 3, 0)])
    return any(
        (low.kind, dash.kind, high.kind) == (NUMBER, DASH, NUMBER)
        and joint.text in (",", "and")
        and low.text.isdigit()
        and high.text.isdigit()
        and int(low.text) >= int(high.text)
        for low, dash, high, joint in pairs
    )


def number_joined(tokens: list[Token], numeral: Numeral) -> Numeral | None:
    """Return the whole number that a dash, a colon or `-to-` joins to another, both in digits or words, or None."""
    joint = at(tokens, numeral.last)
    is_spoken = at(tokens, numeral.last + 1).lower == "to" and at(tokens, numeral.last + 2).kind == DASH
    is_open = numeral.in_digits or is_spoken  # nine-to-five jobs
    if not (joint.kind == DASH or joint.text == ":") or not is_open or numeral.doubt or numeral.scale:
        return None
    if not is_glued(tokens, numeral.last) or not is_glued(tokens, numeral.last + 1):
        return None
    other = read_numeral(tokens, numeral.last + (3 if is_spoken else 1))
    if other is None or other.doubt or other.scale or other.in_digits != numeral.in_digits:
        return None
    is_whole = all(each.value == each.value.to_integral_value() for each in (numeral, other))
    return other if is_whole else None


def score_of(numeral: Numeral, other: Numeral) -> Amount:
    """Return two numbers joined by a colon, or by a dash and the first not the smaller, as a doubt: `lost 2-1`."""
    doubt = "it may be a score, a ratio or a designator"
    return Amount(kind="count", value=numeral.value, first=numeral.first, last=other.last, rule="score", doubt=doubt)
