"""Labelled articles as the extractor reads them: every candidate with its features, and whether a reader accepts it."""

import gzip
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.teach_slots.labels import Label, matched
from tasks.extractors.figures import build_by_rules
from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.judging import CLASSES, Choice, Judge
from tasks.extractors.figures.ranking.stances import NONE
from tasks.extractors.figures.ranking.story import Answer, Candidate, Phrase, Story, are_alike, read_story
from tasks.extractors.figures.ranking.telling import tell
from tasks.extractors.figures.words.context import read_context
from tasks.formats import recognise
from tasks.resolvers.findings import Findings, extract_all
from warehouse.records import Anaphor, Article, DateExpression, Figure, Mention

NEEDS = frozenset({"dates", "mentions", "anaphors"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """An article that is read, and its labels by the keys of its figures."""

    story: Story
    labels: Mapping[str, Label]
    all_labels: Sequence[Label]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked of one figure: features that all candidates share, those of each, and the classes it is right for.

    `right` holds, for each candidate, whether it is right for each class: one class but for status and direction.
    """

    article_id: str
    shared: Features
    own: list[Features]
    right: list[list[bool]]


def read_lessons(texts: Path, labels: Mapping[str, Sequence[Label]]) -> Iterator[Lesson]:
    """Read the articles that have labels; `texts` holds a JSON line an article, compressed."""
    articles = list(articles_of(texts, labels.keys()))
    for found in extract_all(articles, only=NEEDS):
        if not isinstance(found, Findings):
            raise found
        story = story_of(found)
        known = labels[found.article.article_id]
        yield Lesson(story=story, labels=matched(story.figures, known), all_labels=known)


def articles_of(texts: Path, wanted: Collection[str]) -> Iterator[Article]:
    """Yield the wanted articles of a file."""
    with gzip.open(texts, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in wanted:
                published_on = date.fromisoformat(row["published_on"]) if row.get("published_on") else None
                yield recognise(row["text"], article_id=row["id"], published_on=published_on)


def story_of(found: Findings) -> Story:
    """Read an article's figures by rules, and lay the facts beside them."""
    context = read_context(found.article)
    dates = [fact for fact in found.facts["dates"] if isinstance(fact, DateExpression)]
    figures = [record for record in build_by_rules(context, dates=dates) if isinstance(record, Figure)]
    return read_story(
        context,
        figures,
        dates=dates,
        mentions=[fact for fact in found.facts["mentions"] if isinstance(fact, Mention)],
        anaphors=[fact for fact in found.facts["anaphors"] if isinstance(fact, Anaphor)],
    )


@dataclass(slots=True, kw_only=True)
class Teacher:
    """A judge who knows the labels, and notes every question that is asked, by slot."""

    article_id: str
    labels: Mapping[str, Label]
    questions: dict[str, list[Question]] = field(default_factory=dict)

    def choose(
        self, slot: str, figure: Figure, shared: Features, candidates: Sequence[Candidate[Answer]]
    ) -> Choice[Answer] | None:
        """Return the candidate that a reader likes best; None for a figure without a label."""
        label = self.labels.get(figure.key)
        if label is None:
            return None
        right = [label.accepts(slot, candidate.answer) for candidate in candidates]
        if slot in label.taught:
            self.note(slot, shared, [candidate.features for candidate in candidates], [[one] for one in right])
        accepted = [candidate.answer for candidate, is_right in zip(candidates, right, strict=True) if is_right]
        best = min(accepted, key=lambda answer: distance_from_best(label, slot, answer), default=None)
        return Choice(answer=best, confidence=1.0) if best else None

    def classify(self, slot: str, figure: Figure, features: Features) -> str:
        """Return the class that a reader gives a figure; `NONE` for one without a label."""
        label = self.labels.get(figure.key)
        if label is None:
            return NONE
        if slot in label.taught:
            self.note(slot, features, [{}], [[label.accepts(slot, name) for name in CLASSES[slot]]])
        answer: str = getattr(label, slot)[0]
        return answer

    def trust_in_rules(self, slot: str) -> float:  # noqa: ARG002 (no rule is asked)
        """Return 1: what the rules say of a sentence that nothing is learned from is as good as any."""
        return 1.0

    def note(self, slot: str, shared: Features, own: list[Features], right: list[list[bool]]) -> None:
        """Note a question and its answers."""
        question = Question(article_id=self.article_id, shared=shared, own=own, right=right)
        self.questions.setdefault(slot, []).append(question)


def distance_from_best(label: Label, slot: str, answer: object) -> int:
    """Return the place of the first wording that a phrase agrees with: 0 for the best."""
    if not isinstance(answer, Phrase):
        return 0
    wordings: tuple[str, ...] = getattr(label, slot)
    return next(place for place, wording in enumerate(wordings) if are_alike(answer.text, wording))


@dataclass(slots=True, kw_only=True)
class Pupil(Teacher):
    """One who notes questions as a teacher does, and answers as a judge who was taught other articles.

    So the figures before one are told as they will be told, right or wrong, not as a reader would.
    """

    judge: Judge

    def choose(
        self, slot: str, figure: Figure, shared: Features, candidates: Sequence[Candidate[Answer]]
    ) -> Choice[Answer] | None:
        """Return what the judge chooses."""
        Teacher.choose(self, slot, figure, shared, candidates)
        return self.judge.choose(slot, figure, shared, candidates)

    def classify(self, slot: str, figure: Figure, features: Features) -> str:
        """Return the class that the judge gives a figure."""
        Teacher.classify(self, slot, figure, features)
        return self.judge.classify(slot, figure, features)

    def trust_in_rules(self, slot: str) -> float:
        """Return how sure the judge is of the rules."""
        return self.judge.trust_in_rules(slot)


def questions_of(lesson: Lesson, judge: Judge | None = None) -> dict[str, list[Question]]:
    """Return what is asked of the figures of an article, by slot; with a judge, after what the judge told before."""
    key = lesson.story.article.article_id
    teacher = Teacher(article_id=key, labels=lesson.labels)
    if judge:
        teacher = Pupil(article_id=key, labels=lesson.labels, judge=judge)
    for _ in tell(lesson.story, teacher):
        pass
    return teacher.questions
