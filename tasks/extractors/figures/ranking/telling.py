"""Tells of an article's figures, one after the other, what they measure, whose, when, and as what they are stated."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from tasks.extractors.figures.ranking.certain.certainties import (
    certain_measure,
    certain_owner,
    measures_nothing,
)
from tasks.extractors.figures.ranking.certain.held import certain_period
from tasks.extractors.figures.ranking.certain.stated import certain_status
from tasks.extractors.figures.ranking.certain.tabled import tabled
from tasks.extractors.figures.ranking.certain.turned import certain_direction
from tasks.extractors.figures.ranking.judging import Choice, Judge
from tasks.extractors.figures.ranking.measure_candidates import measure_candidates, measure_features
from tasks.extractors.figures.ranking.owner_candidates import Measured, measured, owner_candidates, owner_features
from tasks.extractors.figures.ranking.sentences import UNTOLD
from tasks.extractors.figures.ranking.stances import NONE, stance_features
from tasks.extractors.figures.ranking.story import Answer, Days, Phrase, Story, Told, name_of, phrase_of
from tasks.extractors.figures.ranking.times.named_times import times_of
from tasks.extractors.figures.ranking.times.period_candidates import period_candidates, period_features
from tasks.extractors.figures.ranking.ways import Standpoint, standpoint
from tasks.extractors.figures.references import counts_known_things, is_reference
from warehouse.records import Figure, Mention

UNTIMED = frozenset({"ordinal", "age"})
"""Kinds that hold at no time of their own."""
EQUIVALENTS_BACK = 4
JOINTS = frozenset("-/–&'’")
"""Marks within a word: `P/E`, `first-half`."""
CONJUNCTIONS = frozenset({"and", "or"})
WORD_BEFORE = re.compile(r"(?<![\w'’])[\w/&-]+ $")
LONGEST_WORD = 40


def tell(story: Story, judge: Judge) -> Iterator[Told]:
    """Yield what is told of each figure, in the order of the text; ordinals are passed over.

    What counts things that are known, or stands in a table, hands nothing on to the figures behind it.
    """
    story.times, story.told = times_of(story), []
    for figure in story.figures:
        if figure.kind in UNTOLD:
            continue
        row = tabled(story, figure)
        told = row or told_of(story, figure, judge)
        told.is_reference = row is None and is_reference(story.article, figure, story.anaphors)
        if row is None and not told.is_reference and not counts_known_things(story.article, figure):
            story.told.append(told)
        yield told


def told_of(story: Story, figure: Figure, judge: Judge) -> Told:
    """Return what is told of one figure: as of the one that it translates, or by its sentence, or by the rules."""
    twin = next((one for one in reversed(story.told[-EQUIVALENTS_BACK:]) if is_translation(figure, one.figure)), None)
    if twin:
        return replace(twin, figure=figure)
    place = standpoint(story.parsed_at(figure.start_char), figure)
    return by_sentence(story, place, judge) if place else by_rules(story, figure, judge)


def is_translation(figure: Figure, earlier: Figure) -> bool:
    """Tell whether a figure states the amount of an earlier one in another currency or unit."""
    return figure.equivalent_figure_id is not None and figure.equivalent_figure_id == earlier.key


def by_sentence(story: Story, place: Standpoint, judge: Judge) -> Told:
    """Return what the judge tells of a figure."""
    figure = place.figure
    told = Told(figure=figure, sentence=place.sentence.number)
    if not measures_nothing(story, figure):
        measure_and_owner(story, place, judge, told)
    if figure.kind not in UNTIMED:
        told.period = noted(told, "period", certain_period(story, figure) or chosen_period(story, place, judge, told))
    classify(story, place, judge, told)
    return told


def measure_and_owner(story: Story, place: Standpoint, judge: Judge, told: Told) -> None:
    """Tell what a figure measures and whose it is; a duration of nothing is nobody's."""
    figure = told.figure
    measure = noted(told, "measure", certain_measure(story, place) or chosen_measure(story, place, judge))
    told.measure = measure and in_whole_words(story, measure)
    if told.measure or figure.kind != "duration":
        around = measured(place, told.measure)
        owner = certain_owner(story, figure, told.measure) or chosen_owner(story, around, judge)
        owner_phrase = noted(told, "owner", owner)
        told.owner = owner_phrase and in_whole_name(story, owner_phrase)


def in_whole_name(story: Story, owner: Phrase) -> Phrase:
    """Return the named thing whose name an owner is a part of: of `Harbor |Looms Inc` the whole."""
    named = name_around(story, owner.start_char) or name_around(story, owner.end_char)
    if named is None:
        return owner
    whole = story.named[name_of(named)]
    start, end, text = whole.fullest.start_char, whole.fullest.end_char, whole.fullest.text
    return Phrase(start_char=start, end_char=end, text=text, name=whole.key)


def name_around(story: Story, offset: int) -> Mention | None:
    """Return the name that an offset parts in two, if any."""
    before = bisect_left(story.mention_starts, offset)
    return story.mentions[before - 1] if before and story.mentions[before - 1].end_char > offset else None


def in_whole_words(story: Story, phrase: Phrase) -> Phrase:
    """Return a phrase from the beginning of its first word or name; of a figure's unit none is taken.

    What is cut is added to `first|-half profit`, `Dow |Jones index`, `Leopard |2 tanks`, `oil |and gas prices`.
    """
    text, start, end = story.article.text, phrase.start_char, phrase.end_char
    end = named.end_char if (named := name_around(story, end)) else end
    if named := name_around(story, start):
        start = named.start_char
    elif needs_word_before(phrase.text) and (word := WORD_BEFORE.search(text, max(0, start - LONGEST_WORD), start)):
        start = word.start()
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in JOINTS):
        start -= 1
    before = bisect_left(story.figure_starts, phrase.start_char)
    if before and story.figures[before - 1].end_char > start:
        start = phrase.start_char
    while start < end and not text[start].isalnum():
        start += 1
    whole = text[start:end]
    return replace(phrase, start_char=start, text=whole, name=whole.lower()) if whole else phrase


def needs_word_before(phrase: str) -> bool:
    """Tell whether a phrase is but the end of one: it begins with a conjunction or with the digits of a model."""
    first, _, rest = phrase.partition(" ")
    return bool(rest) and (first.lower() in CONJUNCTIONS or first.isdigit())


def chosen_measure(story: Story, place: Standpoint, judge: Judge) -> Choice[Phrase] | None:
    """Return what the judge takes a figure to measure."""
    return judge.choose("measure", place.figure, measure_features(place), measure_candidates(story, place))


def chosen_owner(story: Story, around: Measured, judge: Judge) -> Choice[Phrase] | None:
    """Return what the judge takes a figure to belong to."""
    figure = around.place.figure
    return judge.choose("owner", figure, owner_features(around), owner_candidates(story, around))


def chosen_period(story: Story, place: Standpoint, judge: Judge, told: Told) -> Choice[Days] | None:
    """Return when the judge takes a figure to hold, by what it measures."""
    shared = period_features(story, place, told.measure)
    return judge.choose("period", told.figure, shared, period_candidates(story, place, told.measure))


def classify(story: Story, place: Standpoint, judge: Judge, told: Told) -> None:
    """Tell as what a figure is stated, and whether it went up or down."""
    shared = stance_features(story, place, told)
    learned_status = judge.classify("status", told.figure, shared)
    learned_direction = judge.classify("direction", told.figure, shared)
    told.status = stated(certain_status(story, place) or learned_status)
    told.direction = stated(certain_direction(story, told.figure) or learned_direction)


def noted(told: Told, slot: str, choice: Choice[Answer] | None) -> Answer | None:
    """Return what was chosen, and note how sure it is."""
    if choice is None:
        return None
    told.confidences[slot] = choice.confidence
    return choice.answer


def stated(name: str) -> str | None:
    """Return a class by its name; None for the class of what has none."""
    return None if name == NONE else name


def by_rules(story: Story, figure: Figure, judge: Judge) -> Told:
    """Return what the rules tell of a figure whose sentence no parser read, as sure as they were on the labels."""
    told = Told(figure=figure, sentence=story.sentence_of(figure.start_char))
    told.measure = phrase_of(figure.measure, figure.measure_start_char, figure.measure_end_char)
    told.owner = phrase_of(figure.measured_of, figure.measured_of_start_char, figure.measured_of_end_char)
    if figure.period_start_on or figure.period_end_on:
        told.period = Days(start_on=figure.period_start_on, end_on=figure.period_end_on, text=figure.period)
    told.status, told.direction = figure.status, figure.direction
    held = {"measure": told.measure, "owner": told.owner, "period": told.period}
    told.confidences = {slot: judge.trust_in_rules(slot) for slot, answer in held.items() if answer}
    return told


def told_row(told: Told) -> Figure:
    """Return a figure's row with what is told of it; the rules have told sizes of changes from levels."""
    measure, owner, period = told.measure, told.owner, told.period
    is_undated = period is None and told.figure.period_start_on is None and told.figure.period_end_on is None
    return replace(
        told.figure,
        direction=told.direction,
        is_change=bool(told.figure.is_change),
        is_reference=told.is_reference,
        status=told.status,
        measure=measure.text if measure else None,
        measure_start_char=measure.start_char if measure else None,
        measure_end_char=measure.end_char if measure else None,
        measure_confidence=told.confidences.get("measure"),
        measured_of=owner.text if owner else None,
        measured_of_start_char=owner.start_char if owner else None,
        measured_of_end_char=owner.end_char if owner else None,
        measured_of_confidence=told.confidences.get("owner"),
        period=period.text if period else told.figure.period if is_undated else None,
        period_start_on=period.start_on if period else None,
        period_end_on=period.end_on if period else None,
        period_confidence=told.confidences.get("period"),
    )
