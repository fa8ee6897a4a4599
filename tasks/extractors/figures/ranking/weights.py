"""What was learned of each slot: its trees, how sure their scores are, and from where on they are trusted.

The files in `weights/` are written by `python -m benchmarks.teach_slots`; each says when and from what it was taught.
"""

import functools
import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks.extractors.figures.ranking.forests import Forest, forest_of

WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """A slot's trees; the lowest score of each step of confidence, ascending, with the share that was right there.

    Answers with a score under `threshold` are none; `by_rule` is the share of the rules' answers that is right.
    """

    forest: Forest
    lowest: Sequence[int]
    right: Sequence[float]
    threshold: int
    by_rule: float

    def confidence(self, score: int) -> float:
        """Return the share of answers with such a score that was right."""
        step = bisect_right(self.lowest, score) - 1
        return self.right[step] if step >= 0 else 0.0


@functools.cache
def learned(slot: str) -> Learned:
    """Read what was learned of a slot."""
    return learned_of(json.loads((WEIGHTS / f"{slot}.json").read_text("utf-8")))


def learned_of(stored: Mapping[str, Any]) -> Learned:
    """Read what was learned from plain data."""
    return Learned(
        forest=forest_of(stored),
        lowest=[step[0] for step in stored["confidences"]],
        right=[step[1] for step in stored["confidences"]],
        threshold=stored["threshold"],
        by_rule=stored["by_rule"],
    )
