"""Labels are valid and hold no text; trees of whole numbers score as scikit-learn's own; scores say what they claim."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from benchmarks.scoring import read_cases
from benchmarks.teach_slots import growing, own_cases
from benchmarks.teach_slots.agreement import compared_readings
from benchmarks.teach_slots.confidences import log_odds, measured_steps
from benchmarks.teach_slots.growing import SCALE, grow
from benchmarks.teach_slots.labels import (
    LABELS,
    SECOND_READING,
    Label,
    is_check,
    label_of,
    matched,
    read_file,
    read_labels,
)
from benchmarks.teach_slots.lessons import Question
from benchmarks.teach_slots.trials import Answered, is_right, score
from tasks.extractors.figures.ranking.forests import forest_of
from tasks.extractors.figures.ranking.story import Days, Phrase
from warehouse.records import Figure

ALL_LABELS = read_labels(LABELS)
COLUMNS = {"start", "end", "value", "value_high", "unit", "measure", "measure_also", "of", "of_also", "period_start"}
COLUMNS |= {"period_end", "period_also", "status", "status_also", "direction"}
STATED = {
    "start": 10,
    "end": 12,
    "value": "40",
    "measure": "steel exports",
    "measure_also": ["exports"],
    "of": "Latvia",
    "period_start": "1997-01-01",
    "period_end": "1997-12-31",
    "status": "actual",
    "status_also": ["estimate"],
    "direction": None,
}


def phrase(text: str) -> Phrase:
    return Phrase(start_char=0, end_char=len(text), text=text, name=text)


def figure(start: int, end: int, value: str) -> Figure:
    return Figure(
        article_id="case",
        start_char=start,
        end_char=end,
        text="x" * (end - start),
        rule="count",
        kind="count",
        value=Decimal(value),
        value_high=None,
        unit="ton",
    )


@pytest.mark.parametrize("path", sorted(LABELS.glob("*.jsonl")), ids=lambda path: path.name)
def test_labels_are_offsets_and_words_of_readers(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == {"id", "figures"}
        assert all(set(one) <= COLUMNS and 0 <= one["start"] < one["end"] for one in row["figures"])
        assert all(one["direction"] in (None, "up", "down") for one in row["figures"])


def test_a_second_reader_read_some_of_the_articles() -> None:
    second = dict(read_file(LABELS / SECOND_READING))
    assert set(second) < set(ALL_LABELS)
    assert all(one.right_of_stated > 85 for one in score(compared_readings(ALL_LABELS, second)).values())


def test_three_in_ten_articles_are_kept_for_the_check_of_those_not_chosen_to_be_learned_from() -> None:
    chosen = dict(read_file(LABELS / "i.jsonl"))
    others = ALL_LABELS.keys() - chosen.keys()
    assert 0.2 < sum(map(is_check, others)) / len(others) < 0.4
    assert not any(map(is_check, chosen))


CASE = {"start_char": 10, "end_char": 12, "value": "40", "measure": "exports", "direction": "up"}
CASE_PERIODS = [
    ({"period": None}, (), True, "none is stated"),
    ({"period": "in 1997", "period_start_on": date(1997, 1, 1)}, ((date(1997, 1, 1), None),), True, "stated"),
    ({"period": "this winter"}, (), False, "a reader would hesitate over its days"),
    ({}, (), False, "not annotated"),
]


@pytest.mark.parametrize(("row", "period", "is_taught", "reason"), CASE_PERIODS)
def test_cases_teach_the_measures_and_periods_that_they_state(
    row: dict[str, object],
    period: tuple[tuple[date, date | None], ...],
    is_taught: bool,  # noqa: FBT001
    reason: str,
) -> None:
    label = own_cases.label_of({**CASE, **row})
    assert (label.period, "period" in label.taught) == (period, is_taught), reason
    assert label.measure == ("exports",)
    assert "measure" in label.taught
    assert "direction" not in label.taught


def test_half_of_the_cases_are_kept_to_be_scored() -> None:
    keys = [case.case_id for case in read_cases(own_cases.CASES)]
    assert 0.4 < sum(map(own_cases.is_scored, keys)) / len(keys) < 0.6


ACCEPTED = [
    ("measure", phrase("the exports"), True),
    ("measure", phrase("imports"), False),
    ("owner", phrase("Latvia"), True),
    ("period", Days(start_on=date(1997, 1, 1), end_on=date(1997, 12, 31), text=None), True),
    ("period", Days(start_on=date(1997, 1, 1), end_on=None, text=None), False),
    ("status", "estimate", True),
    ("status", "claim", True),
    ("status", "target", False),
    ("direction", None, True),
    ("direction", "up", False),
    ("measure", None, False),
]


@pytest.mark.parametrize(("slot", "answer", "is_accepted"), ACCEPTED)
def test_labels_accept_what_a_careful_reader_does(
    slot: str,
    answer: Phrase | Days | str | None,
    is_accepted: bool,  # noqa: FBT001
) -> None:
    assert is_right(label_of(STATED), slot, answer) is is_accepted


def test_labels_find_the_figure_of_their_place_and_value() -> None:
    label: Label = label_of(STATED)
    right, elsewhere, other = figure(9, 13, "40"), figure(30, 32, "40"), figure(10, 12, "41")
    assert matched([elsewhere, other, right], [label]) == {right.key: label}
    assert matched([elsewhere, other], [label]) == {}


def test_scores_count_what_is_stated_given_and_made_up() -> None:
    rows = [(True, True, True), (True, True, False), (True, False, False), (False, True, False), (False, False, True)]
    given = [
        Answered(slot="measure", is_stated=stated, is_given=told, is_right=right, confidence=0.5)
        for stated, told, right in rows
    ]
    measure = score(given)["measure"]
    assert (measure.stated, measure.right_of_stated, measure.right_of_given, measure.made_up) == (3, 33.3, 33.3, 50.0)


def questions() -> list[Question]:
    """Make up questions of four candidates, of which those near and with a telling noun are right."""
    numbers = np.random.default_rng(7)
    found = []
    for _ in range(150):
        own = [{"distance": int(numbers.integers(0, 12)), f"noun={numbers.integers(0, 4)}": 1} for _ in range(4)]
        right = [[one["distance"] < 5 and "noun=1" in one] for one in own]
        found.append(Question(article_id="case", shared={"kind=money": 1}, own=own, right=right))
    return found


def test_trees_of_whole_numbers_score_as_those_that_were_grown(monkeypatch: pytest.MonkeyPatch) -> None:
    grown: list[tuple[np.ndarray, np.ndarray]] = []

    class Watched(HistGradientBoostingClassifier):  # type: ignore[misc]
        def fit(self, table: np.ndarray, right: np.ndarray) -> "Watched":
            super().fit(table, right)
            grown.append((table, self.decision_function(table)))
            return self

    monkeypatch.setattr(growing, "HistGradientBoostingClassifier", Watched)
    asked = questions()
    forest = forest_of(grow(asked, slot="owner"))
    ours = np.concatenate([forest.scores(one.shared, one.own)[:, 0] for one in asked])
    _, theirs = grown[0]
    assert np.abs(ours / SCALE - theirs).max() < growing.ROUNDS["owner"] / SCALE
    assert (ours > 0).tolist() == [right for one in asked for [right] in one.right]


@pytest.mark.parametrize("slot", ["measure", "direction"])
def test_half_of_what_words_tell_is_a_regression(slot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[np.ndarray] = []

    class Watched(LogisticRegression):  # type: ignore[misc]
        def fit(self, table: np.ndarray, right: np.ndarray) -> "Watched":
            super().fit(table, right)
            weighed.append(self.decision_function(table))
            return self

    grown: list[np.ndarray] = []

    class Grown(HistGradientBoostingClassifier):  # type: ignore[misc]
        def fit(self, table: np.ndarray, right: np.ndarray) -> "Grown":
            super().fit(table, right)
            grown.append(self.decision_function(table))
            return self

    monkeypatch.setattr(growing, "LogisticRegression", Watched)
    monkeypatch.setattr(growing, "HistGradientBoostingClassifier", Grown)
    asked = questions()
    forest = forest_of(grow(asked, slot=slot))
    ours = np.concatenate([forest.scores(one.shared, one.own)[:, 0] for one in asked])
    assert np.abs(ours / SCALE - (weighed[0] + grown[0]) / 2).max() < growing.ROUNDS[slot] / SCALE


def test_confidence_is_the_share_that_was_right() -> None:
    rows = [(0.2, False)] * 8 + [(0.2, True)] * 2 + [(0.9, True)] * 7 + [(0.9, False)] * 3
    given = [
        Answered(slot="measure", is_stated=True, is_given=True, is_right=right, confidence=stated)
        for stated, right in rows
    ]
    steps = measured_steps("measure", given)
    assert steps[0][1] == pytest.approx(0.2)
    assert steps[-1] == [pytest.approx(log_odds(0.9), abs=SCALE), 0.7]
    assert [share for _, share in steps] == sorted(share for _, share in steps)
