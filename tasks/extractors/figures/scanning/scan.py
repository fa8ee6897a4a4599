"""Goes through an article's tokens once and reads the amounts, passing over the numbers that are no figures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.ordinals import past_ordinal, read_ordinal
from tasks.extractors.figures.numbers.numerals import read_numeral
from tasks.extractors.figures.refusals.doubts import is_tied_to_letters
from tasks.extractors.figures.refusals.excluded import excluded_stretches
from tasks.extractors.figures.refusals.forms import passed_over
from tasks.extractors.figures.refusals.neighbours import with_doubt_of_neighbours
from tasks.extractors.figures.scanning.judging import judged, past_joined, tied_to_letters, with_range
from tasks.extractors.figures.scanning.reader import read_amount_of
from tasks.extractors.figures.scanning.scores import read_score, read_spoken_vote
from tasks.extractors.figures.scanning.triggers import may_start, starting_words
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.tokens import WORD

LONGEST_SENTENCE = 1500
"""Tokens; a longer one is no sentence, and what words around a number say of it is unsure."""


def scan(context: Context, *, days: Sequence[tuple[int, int]] = ()) -> Iterator[Amount]:
    """Yield the amounts of an article in the order of its text, doubtful ones with their doubt.

    `days` are stretches of text that name days, whose numbers are no figures.
    """
    tokens, words = context.tokens, starting_words()
    article = context.article
    found = excluded_stretches(article.text, article.body_start_char, article.body_end_char)
    excluded = iter(sorted({*found, *days}))
    stretch = next(excluded, None)
    index, count = 0, len(tokens)
    while index < count:
        token = tokens[index]
        if token.kind == WORD and token.lower not in words:
            index += 1
            continue
        while stretch and stretch[1] <= token.start:
            stretch = next(excluded, None)
        if index - context.starts[index] > LONGEST_SENTENCE:
            yield overlong(context, index)
            index = context.ends[index]
        elif (stretch and stretch[0] <= token.start) or not may_start(tokens, index):
            index += 1
        else:
            amounts, index = read_at(context, index)
            amounts = [with_doubts(context, amount) for amount in amounts]
            yield from (amount for amount in amounts if not crosses(context, amount, stretch))


def with_doubts(context: Context, amount: Amount) -> Amount:
    """Return an amount with its doubt where something beside it was not understood."""
    doubt = amount.doubt or (None if amount.kind == "ordinal" else with_doubt_of_neighbours(context, amount))
    return replace(amount, doubt=doubt) if doubt else amount


def overlong(context: Context, index: int) -> Amount:
    """Return the rest of a sentence of more words than any writer's as one doubt: a table, or no text at all."""
    doubt = f"it stands behind {LONGEST_SENTENCE:,} words and marks without the end of a sentence, as in a table"
    last = context.ends[index]
    return Amount(kind="count", value=Decimal(0), first=index, last=last, rule="overlong", doubt=doubt)


def crosses(context: Context, amount: Amount, stretch: tuple[int, int] | None) -> bool:
    """Tell whether an amount runs into a stretch that holds no figures."""
    return stretch is not None and context.tokens[amount.last - 1].end > stretch[0]


def read_at(context: Context, index: int) -> tuple[list[Amount], int]:
    """Return the amounts that begin at a token, none where its number is no figure, and where to go on."""
    tokens = context.tokens
    ordinal = read_ordinal(tokens, index)
    if end := ordinal.last if ordinal else past_ordinal(tokens, index):
        return [ordinal] if ordinal else [], end
    numeral = read_numeral(tokens, index)
    if numeral and is_tied_to_letters(tokens, numeral):
        return tied_to_letters(tokens, numeral)
    if numeral and (end := passed_over(context, numeral)):
        return [], end
    if numeral and (score := read_score(context, numeral) or read_spoken_vote(context, numeral)):
        return list(score[0]), score[1]
    amount = read_amount_of(context, index, numeral)
    if amount and numeral:
        amount = judged(context, amount, numeral)
    if amount is None:
        return [], past_joined(tokens, numeral.last) if numeral else index + 1
    return with_range(context, amount)
