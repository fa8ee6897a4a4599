"""Tells of an article's figures, one after the other, what they measure, whose, when, and as what they are stated."""

from collections.abc import Iterator
from dataclasses import replace

from tasks.extractors.figures.ranking.judging import Choice, Judge
from tasks.extractors.figures.ranking.measure_candidates import measure_candidates, measure_features
from tasks.extractors.figures.ranking.owner_candidates import Measured, measured, owner_candidates, owner_features
from tasks.extractors.figures.ranking.period_candidates import period_candidates, times_of
from tasks.extractors.figures.ranking.sentences import UNTOLD
from tasks.extractors.figures.ranking.stances import NONE, stance_features
from tasks.extractors.figures.ranking.story import Answer, Days, Phrase, Story, Told, phrase_of
from tasks.extractors.figures.ranking.ways import Standpoint, standpoint
from tasks.extractors.figures.words.word_lists import word_list
from warehouse.records import Figure

UNTIMED = frozenset({"ordinal", "age"})
"""Kinds that hold at no time of their own."""
EQUIVALENTS_BACK = 4
MEASURED_BY_OF = frozenset({"money", "quantity"})
CERTAIN = 0.97
IMAGINED = frozenset({"would", "have"})
ASSERTING = word_list("telling.asserting")
"""Verbs by which the text itself leaves a statement to whoever makes it."""
TURNED_BY_RULE = frozenset({"percent", "count"})
"""Kinds of which the rules' direction is right 420 times in 436 on the labels."""


def tell(story: Story, judge: Judge) -> Iterator[Told]:
    """Yield what is told of each figure, in the order of the text; ordinals are passed over."""
    story.times, story.told = times_of(story), []
    for figure in story.figures:
        if figure.kind in UNTOLD:
            continue
        told = told_of(story, figure, judge)
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
    told.measure = noted(told, "measure", certain_measure(story, figure) or chosen_measure(story, place, judge))
    around = measured(place, told.measure)
    told.owner = noted(told, "owner", certain_owner(story, figure) or chosen_owner(story, around, judge))
    if figure.kind not in UNTIMED:
        times = period_candidates(story, place)
        told.period = noted(told, "period", judge.choose("period", figure, place.features, times))
    classify(story, place, judge, told)
    return told


def certain_measure(story: Story, figure: Figure) -> Choice[Phrase] | None:
    """Return what an amount is of, where the rules are right 62 times in 64 on the labels: `40 tons of |steel`."""
    phrase = phrase_of(figure.measure, figure.measure_start_char, figure.measure_end_char)
    if figure.kind not in MEASURED_BY_OF or phrase is None or phrase.start_char < figure.end_char:
        return None
    is_of = story.article.text[figure.end_char : phrase.start_char].split() == ["of"]
    return Choice(answer=phrase, confidence=CERTAIN) if is_of else None


def chosen_measure(story: Story, place: Standpoint, judge: Judge) -> Choice[Phrase] | None:
    """Return what the judge takes a figure to measure."""
    return judge.choose("measure", place.figure, measure_features(place), measure_candidates(story, place))


def certain_owner(story: Story, figure: Figure) -> Choice[Phrase] | None:
    """Return the two names that the rules read something to be between: `trade between Ys and Thule`."""
    phrase = phrase_of(figure.measured_of, figure.measured_of_start_char, figure.measured_of_end_char)
    if phrase is None or not story.article.text.endswith("between ", 0, phrase.start_char):
        return None
    names = story.mentions_within(phrase.start_char, phrase.end_char)
    is_named = len(names) > 1 and (names[0].start_char, names[-1].end_char) == (phrase.start_char, phrase.end_char)
    return Choice(answer=phrase, confidence=CERTAIN) if is_named else None


def chosen_owner(story: Story, around: Measured, judge: Judge) -> Choice[Phrase] | None:
    """Return what the judge takes a figure to belong to."""
    figure = around.place.figure
    return judge.choose("owner", figure, owner_features(around), owner_candidates(story, around))


def classify(story: Story, place: Standpoint, judge: Judge, told: Told) -> None:
    """Tell as what a figure is stated, and whether it went up or down."""
    last = story.told[-1] if story.told else None
    shared = stance_features(story, place, period=told.period)
    status, direction = (last.status, last.direction) if last else (None, None)
    told.status = stated(judge.classify("status", told.figure, shared | {f"before={status}": 1}))
    told.direction = stated(judge.classify("direction", told.figure, shared | {f"before={direction}": 1}))
    told.status = certain_status(place) or told.status
    if told.figure.kind in TURNED_BY_RULE and told.figure.direction:
        told.direction = told.figure.direction


def certain_status(place: Standpoint) -> str | None:
    """Return what the verbs over a figure leave no doubt of: `would have been 8 percent higher`, `claims that 9 fell`.

    On the labels the first is hypothetical 5 times in 5.
    """
    if place.verb:
        auxiliaries = {word.lower for word in place.sentence.children(place.verb.index) if word.dep == "aux"}
        if auxiliaries >= IMAGINED:
            return "hypothetical"
    return "claim" if place.figure.status == "claim" and is_under(place, ASSERTING) else None


def is_under(place: Standpoint, verbs: frozenset[str]) -> bool:
    """Tell whether a figure hangs on one of these verbs."""
    return any(word.lemma in verbs for word in place.sentence.above(place.head.index))


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
    """Return a figure's row with what is told of it; the rules gave a direction to sizes of changes alone."""
    measure, owner, period = told.measure, told.owner, told.period
    is_undated = period is None and told.figure.period_start_on is None and told.figure.period_end_on is None
    return replace(
        told.figure,
        direction=told.direction,
        is_change=told.figure.direction is not None,
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
