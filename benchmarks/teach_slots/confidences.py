"""How sure a score is: the share of answers with such a score that were right, among articles not learned from."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from sklearn.isotonic import IsotonicRegression

from benchmarks.teach_slots.growing import SCALE
from benchmarks.teach_slots.trials import Answered

FINEST = 100
"""Steps between no and full odds before confidences are measured."""


def odds_steps() -> list[list[float]]:
    """Return the confidences that the scores themselves state: log odds as shares, in steps of a hundredth."""
    return [[log_odds(step / FINEST), step / FINEST] for step in range(1, FINEST)]


def log_odds(share: float) -> int:
    """Return the score that states a share."""
    return math.floor(SCALE * math.log(share / (1 - share)))


def measured_steps(slot: str, answered: Iterable[Answered]) -> list[list[float]]:
    """Return the lowest score of each step of confidence and the share that was right there, ascending.

    `answered` are answers by the odds that the scores state, to articles that were not learned from.
    """
    given = [one for one in answered if one.slot == slot and one.is_given]
    stated = odds_steps()
    fitted = IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip")
    fitted.fit([one.confidence for one in given], [one.is_right for one in given])
    return without_repeats(
        [
            [lowest, round(float(right), 2)]
            for (lowest, _), right in zip(stated, fitted.predict(shares(stated)), strict=True)
        ]
    )


def shares(steps: Sequence[Sequence[float]]) -> list[float]:
    """Return the shares of some steps."""
    return [share for _, share in steps]


def without_repeats(steps: Sequence[list[float]]) -> list[list[float]]:
    """Return the steps at which the share changes."""
    kept: list[list[float]] = []
    for step in steps:
        if not kept or step[1] != kept[-1][1]:
            kept.append(step)
    return kept


def plain(
    grown: dict[str, Any], *, steps: Sequence[Sequence[float]], threshold: float, by_rule: float
) -> dict[str, Any]:
    """Return all that is learned of a slot as plain data."""
    return {"threshold": log_odds(threshold), "by_rule": by_rule, "confidences": list(steps), **grown}
