"""Fills what a figure's sentence says about it: status, direction and base, period, and what it measures, whose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TypedDict

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.slots.bases import comparison_of
from tasks.extractors.figures.slots.comparatives import CHANGE_NOUNS, is_comparison
from tasks.extractors.figures.slots.comparisons import Comparison
from tasks.extractors.figures.slots.measures import measure_of, owned
from tasks.extractors.figures.slots.named_phrases import named_phrase
from tasks.extractors.figures.slots.periods import Period, period_ahead, period_behind, period_of_base, periods_in
from tasks.extractors.figures.slots.phrases import Phrase
from tasks.extractors.figures.slots.relations import BASE, COMPARISON, EQUIVALENT, LEVEL, PART, relation_to
from tasks.extractors.figures.slots.sentences import Sentence, by_sentence, is_start
from tasks.extractors.figures.slots.statuses import status_before, status_of
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.tokens import at
from tasks.extractors.figures.words.verbs import BE_FORMS
from warehouse.records import DateExpression

ASIDE = frozenset({"ordinal", "age", "duration"})
"""Kinds that no other figure of the sentence hangs on."""
UNTIMED = frozenset({"ordinal", "age"})
"""Kinds that hold at no time of their own and have no status."""
DETERMINERS = frozenset({"the", "these", "those", "both", "all"})
SHARING = frozenset({LEVEL, EQUIVALENT})
"""Relations of figures of which the time behind the second holds for the first: `by 5 to 40 tons in June`."""
BACK_POINTING = frozenset({"that", "this", "it", "which"})
MOST_SHARING = 4
"""Amounts that are looked at for the end of what shares one time."""
POSSESSIVE = re.compile(r"['’]s?$")


class Slots(TypedDict):
    """The columns of a figure that its sentence fills."""

    direction: str | None
    is_change: bool | None
    compared_with: str | None
    compared_start_on: date | None
    compared_end_on: date | None
    status: str | None
    measure: str | None
    measure_start_char: int | None
    measure_end_char: int | None
    measured_of: str | None
    measured_of_start_char: int | None
    measured_of_end_char: int | None
    period: str | None
    period_start_on: date | None
    period_end_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of one amount."""

    amount: Amount
    phrase: Phrase | None
    period: Period | None
    comparison: Comparison
    status: str | None


def slots_of_all(context: Context, amounts: list[Amount], *, dates: Sequence[DateExpression]) -> Iterator[Slots]:
    """Yield what the sentence of each amount says about it, in order."""
    article = context.article
    periods = periods_in(article.text, article.body_start_char, article.body_end_char, dates=dates)
    last: Said | None = None
    for group in by_sentence(context, amounts):
        told = [amount for amount in group if amount.kind not in ASIDE]
        first = COMPARISON if last and told and is_said_of_last(context, told[0]) else None
        relations = [first, *(relation_to(context.tokens, one, other) for one, other in pairwise(told))]
        sentence = Sentence(context=context, amounts=told, relations=relations, periods=periods, dates=dates)
        found = read_sentence(sentence, last=last if first else None)
        aside = [replace(sentence, amounts=[amount], relations=[None]) for amount in group if amount.kind in ASIDE]
        found += [read_said(alone, 0, earlier=None) for alone in aside]
        yield from (slots_of(context, said) for said in sorted(found, key=lambda said: said.amount.first))
        last = found[len(told) - 1] if told else last


def read_sentence(sentence: Sentence, *, last: Said | None) -> list[Said]:
    """Return what is said of each amount of a sentence; `last` is what the sentence before it said last."""
    found: list[Said] = []
    for index in range(len(sentence.amounts)):
        found.append(read_said(sentence, index, earlier=found[-1] if found else last))
    return found


def is_said_of_last(context: Context, amount: Amount) -> bool:
    """Tell whether a sentence compares what the one before it states: `That was 10 percent less than`."""
    tokens, start = context.tokens, context.starts[amount.first]
    opens = at(tokens, start).lower in BACK_POINTING and at(tokens, start + 1).lower in BE_FORMS
    return opens and is_comparison(tokens, amount.first, amount.last, kind=amount.kind)


def read_said(sentence: Sentence, index: int, *, earlier: Said | None) -> Said:
    """Return what is said of one amount of a sentence, given what is said of the one before it."""
    amount = sentence.amounts[index]
    is_timed = amount.kind not in UNTIMED and not is_known(sentence.context, amount)
    period = period_of(sentence, index, earlier=earlier) if is_timed else None
    comparison, base = comparison_of(sentence, index, period=period)
    if period and base and base[0] <= period.start_char < base[1]:
        period = earlier.period if earlier and sentence.relations[index] else None
    return Said(
        amount=amount,
        phrase=phrase_of(sentence, index, earlier=earlier),
        period=period,
        comparison=comparison,
        status=status_at(sentence, index, earlier=earlier) if is_timed else None,
    )


def slots_of(context: Context, said: Said) -> Slots:
    """Return the columns of what is said of an amount."""
    tokens, text = context.tokens, context.article.text
    phrase, period, comparison = said.phrase, said.period, said.comparison
    owner = owner_chars(context, phrase.owner) if phrase and phrase.owner else None
    start = tokens[phrase.first].start if phrase else None
    end = tokens[phrase.last - 1].end if phrase else None
    return Slots(
        direction=comparison.direction,
        is_change=comparison.is_change,
        compared_with=comparison.compared_with,
        compared_start_on=comparison.start_on,
        compared_end_on=comparison.end_on,
        status=said.status,
        measure=text[start:end] if phrase else None,
        measure_start_char=start,
        measure_end_char=end,
        measured_of=text[owner[0] : owner[1]] if owner else None,
        measured_of_start_char=owner[0] if owner else None,
        measured_of_end_char=owner[1] if owner else None,
        period=text[period.start_char : period.end_char] if period else None,
        period_start_on=period.start_on if period else None,
        period_end_on=period.end_on if period else None,
    )


def owner_chars(context: Context, owner: tuple[int, int]) -> tuple[int, int]:
    """Return where the text names whose a figure is, without the `'s`."""
    start, end = context.tokens[owner[0]].start, context.tokens[owner[1] - 1].end
    ending = POSSESSIVE.search(context.article.text, start, end)
    return start, ending.start() if ending else end


def is_known(context: Context, amount: Amount) -> bool:
    """Tell whether a figure is a known number, which has no status and no time: `the two sides`."""
    return amount.kind == "count" and at(context.tokens, amount.first - 1).lower in DETERMINERS


def phrase_of(sentence: Sentence, index: int, *, earlier: Said | None) -> Phrase | None:
    """Return the phrase that an amount measures: its own, or that of the amount before it which it hangs on."""
    tokens, amount = sentence.context.tokens, sentence.amounts[index]
    following = sentence.amounts[index + 1] if index + 1 < len(sentence.amounts) else None
    if following and is_counted_next(sentence.context, amount, following):
        amount = following
    if earlier is None or earlier.phrase is None or sentence.relations[index] is None:
        return measure_of(tokens, amount, start=sentence.start)
    named = named_phrase(tokens, amount, start=sentence.start)
    if named is None or sentence.relations[index] == PART or at(tokens, named.last - 1).lower in CHANGE_NOUNS:
        return earlier.phrase
    return owned(tokens, named)


def is_counted_next(context: Context, amount: Amount, following: Amount) -> bool:
    """Tell whether the noun that a count counts stands behind the next one: `from 48,000 to 42,000 soldiers`."""
    is_bare = amount.kind == following.kind == "count" and amount.unit == following.unit and amount.inherited
    words = [at(context.tokens, step).lower for step in (amount.first - 1, amount.last)]
    return bool(is_bare) and words == ["from", "to"]


def period_of(sentence: Sentence, index: int, *, earlier: Said | None) -> Period | None:
    """Return the period that an amount holds for: behind it in its clause, ahead of it, or that of the one before."""
    text, tokens, amount = sentence.context.article.text, sentence.context.tokens, sentence.amounts[index]
    relation = sentence.relations[index]
    end = tokens[amount.last - 1].end
    limit = behind_limit(sentence, index)
    if relation == BASE or is_start(sentence, index):
        return period_of_base(text, sentence.periods, end, limit=limit)
    found = period_behind(text, sentence.periods, end, limit=limit)
    if found or relation is not None:
        return found or (earlier.period if earlier else None)
    low = tokens[sentence.start].start
    nearest = tokens[earlier.amount.last - 1].end if earlier else low
    return period_ahead(text, sentence.periods, tokens[amount.first].start, low=low, nearest=nearest)


def behind_limit(sentence: Sentence, index: int) -> int:
    """Return up to where the period behind an amount may stand: the next amount, or the end of the sentence."""
    tokens = sentence.context.tokens
    step = index + 1
    while step < min(len(sentence.amounts), index + MOST_SHARING):
        if sentence.relations[step] not in SHARING or is_start(sentence, step - 1):
            break
        step += 1
    return tokens[sentence.amounts[step].first].start if step < len(sentence.amounts) else tokens[sentence.end - 1].end


def status_at(sentence: Sentence, index: int, *, earlier: Said | None) -> str | None:
    """Return the status of an amount: by the words of its own, or that of the amount before it which it hangs on."""
    tokens, amount = sentence.context.tokens, sentence.amounts[index]
    if sentence.relations[index] is None or earlier is None:
        return status_of(tokens, amount.first, amount.last, start=sentence.start, end=sentence.end)
    own = status_before(tokens, amount.first, start=max(earlier.amount.last, sentence.start))
    if own and own[0]:
        return own[0]
    return "actual" if sentence.relations[index] == BASE else earlier.status
