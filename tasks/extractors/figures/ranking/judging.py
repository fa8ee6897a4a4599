"""Chooses among candidates by what was learned, or abstains."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.stances import DIRECTIONS, NONE, STATUSES
from tasks.extractors.figures.ranking.story import Answer, Candidate
from tasks.extractors.figures.ranking.weights import Learned, learned
from warehouse.records import Figure

CLASSES = {"status": STATUSES, "direction": DIRECTIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[Answer]):
    """An answer, and how sure it is: the share of such answers that were right, 0 to 1."""

    answer: Answer
    confidence: float


class Judge(Protocol):
    """Whoever chooses: the trees, or a teacher who knows the answers."""

    def choose(
        self, slot: str, figure: Figure, shared: Features, candidates: Sequence[Candidate[Answer]]
    ) -> Choice[Answer] | None:
        """Return the answer to a slot among the candidates; None where none is right. `shared` goes for all of them."""
        ...

    def classify(self, slot: str, figure: Figure, features: Features) -> str:
        """Return the class of a figure, one of `CLASSES[slot]`."""
        ...

    def trust_in_rules(self, slot: str) -> float:
        """Return how sure an answer of the rules is."""
        ...


@dataclass(frozen=True, slots=True)
class LearnedJudge:
    """Chooses by the trees that were taught; `of_slot` gives what was learned of a slot."""

    of_slot: Callable[[str], Learned] = learned

    def choose(
        self,
        slot: str,
        figure: Figure,  # noqa: ARG002 (a teacher's)
        shared: Features,
        candidates: Sequence[Candidate[Answer]],
    ) -> Choice[Answer] | None:
        """Return the candidate with the highest score, the first of those; None below the slot's threshold."""
        if not candidates:
            return None
        known = self.of_slot(slot)
        scores = known.forest.scores(shared, [candidate.features for candidate in candidates])[:, 0]
        best = int(scores.argmax())
        score = int(scores[best])
        if score < known.threshold:
            return None
        return Choice(answer=candidates[best].answer, confidence=known.confidence(score))

    def classify(self, slot: str, figure: Figure, features: Features) -> str:  # noqa: ARG002 (a teacher's)
        """Return the class with the highest score, the first of those; `NONE` below the slot's threshold."""
        known = self.of_slot(slot)
        scores = known.forest.scores(features, [{}])[0]
        names = CLASSES[slot]
        said = [place for place, name in enumerate(names) if name != NONE]
        best = max(said, key=lambda place: int(scores[place]))
        return names[best] if scores[best] >= known.threshold else NONE

    def trust_in_rules(self, slot: str) -> float:
        """Return the share of the rules' answers that was right."""
        return self.of_slot(slot).by_rule
