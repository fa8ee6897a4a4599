"""How right a judge is on labelled articles: of what is stated, and what is made up where nothing is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.teach_slots.labels import Label
from benchmarks.teach_slots.lessons import Lesson
from tasks.extractors.figures.ranking.judging import Judge
from tasks.extractors.figures.ranking.stances import NONE
from tasks.extractors.figures.ranking.story import Days, Phrase, Told, phrase_of
from tasks.extractors.figures.ranking.telling import tell
from warehouse.records import Figure

ANSWERED = ("measure", "owner", "period")
SLOTS = (*ANSWERED, "status", "direction")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer to one slot of one figure beside its label; `confidence` is 0 where there is none."""

    slot: str
    is_stated: bool
    is_given: bool
    is_right: bool
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Of a slot: the share right of what is stated, of what is given, and of the rest the share made up, in percent."""

    stated: int
    right_of_stated: float
    right_of_given: float
    made_up: float


def answers(lessons: Iterable[Lesson], judge: Judge) -> Iterator[Answered]:
    """Yield what a judge tells of every figure that has a label."""
    for lesson in lessons:
        for told in tell(lesson.story, judge):
            label = lesson.labels.get(told.figure.key)
            if label:
                yield from compared(label, told)


def answers_by_rules(lessons: Iterable[Lesson]) -> Iterator[Answered]:
    """Yield what the rules tell of every figure that has a label."""
    for lesson in lessons:
        for figure in lesson.story.figures:
            label = lesson.labels.get(figure.key)
            if label and figure.kind != "ordinal":
                yield from compared(label, told_by_rules(figure))


def told_by_rules(figure: Figure) -> Told:
    """Return what the rules tell of a figure."""
    is_timed = figure.period_start_on or figure.period_end_on
    days = Days(start_on=figure.period_start_on, end_on=figure.period_end_on, text=figure.period)
    return Told(
        figure=figure,
        sentence=0,
        measure=phrase_of(figure.measure, figure.measure_start_char, figure.measure_end_char),
        owner=phrase_of(figure.measured_of, figure.measured_of_start_char, figure.measured_of_end_char),
        period=days if is_timed else None,
        status=figure.status,
        direction=figure.direction,
    )


def compared(label: Label, told: Told) -> Iterator[Answered]:
    """Yield the answer to each slot beside a figure's label."""
    for slot in label.taught:
        answer: Phrase | Days | str | None = getattr(told, slot)
        yield Answered(
            slot=slot,
            is_stated=label.states(slot),
            is_given=answer is not None,
            is_right=is_right(label, slot, answer),
            confidence=told.confidences.get(slot, 0.0),
        )


def is_right(label: Label, slot: str, answer: Phrase | Days | str | None) -> bool:
    """Tell whether a reader accepts an answer; what stands as actual may as well be told as claimed, or not at all."""
    if slot == "status" and label.status[0] == "actual" and answer in (None, "claim"):
        return True
    return label.accepts(slot, NONE if answer is None and slot not in ANSWERED else answer)


def score(given: Iterable[Answered]) -> dict[str, Score]:
    """Return the score of each slot."""
    answered = list(given)
    return {slot: score_slot([one for one in answered if one.slot == slot]) for slot in SLOTS}


def score_slot(answered: list[Answered]) -> Score:
    """Return the score of the answers to one slot."""
    stated = [one for one in answered if one.is_stated]
    unstated = [one for one in answered if not one.is_stated]
    told = [one for one in answered if one.is_given]
    return Score(
        stated=len(stated),
        right_of_stated=percent(sum(one.is_right for one in stated), len(stated)),
        right_of_given=percent(sum(one.is_right for one in told), len(told)),
        made_up=percent(sum(one.is_given and not one.is_right for one in unstated), len(unstated)),
    )


def percent(part: int, whole: int) -> float:
    """Return a share in percent, to one decimal; 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0
