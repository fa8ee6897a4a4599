"""Teaches what figures say from labels made by reading, and scores what was learned on articles that it never saw.

    python -m benchmarks.teach_slots --texts NEWS.jsonl.gz [--labels FOLDER] [--slots SLOT…] [--write] [--curve]

Scores rules and trees on the check articles, three in ten by a hash of their keys, measures and periods on the
half of our own cases that nothing is learned from; `--curve` shows how the scores grow
with the articles learned from; `--slots` teaches these alone, beside what is kept of the others. `--write` then grows
trees from all labels and writes them into the package's `weights/`. Needs scikit-learn, and the texts, which the labels
name by key and offset only (`benchmarks/README.md`).
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.teach_slots.confidences import measured_steps, odds_steps, plain
from benchmarks.teach_slots.growing import grow
from benchmarks.teach_slots.labels import LABELS, is_check, read_labels, share_of
from benchmarks.teach_slots.lessons import Lesson, Question, questions_of, read_lessons
from benchmarks.teach_slots.own_cases import TAUGHT, is_scored, read_own_lessons
from benchmarks.teach_slots.trials import ANSWERED, SLOTS, Answered, Score, answers, answers_by_rules, percent, score
from tasks.extractors.figures.ranking.judging import Judge, LearnedJudge
from tasks.extractors.figures.ranking.weights import WEIGHTS, learned, learned_of

CURVE = (25, 50, 100, 150)
FOLDS = 3
SURE = (0.8, 0.9)
EVERYTHING = 0.01
"""Such a threshold that nearly every best candidate is given, to measure how sure its score is."""
THRESHOLDS = {"measure": 0.25, "owner": 0.25, "period": 0.35, "status": 0.3, "direction": 0.3}
"""The share stated by an answer's score from which on it is given."""

Stored = dict[str, dict[str, Any]]


def main() -> None:
    """Teach, score, and write what was learned if that is wanted."""
    options = parse_options()
    slots: Sequence[str] = options.slots
    labels = read_labels(options.labels)
    own = list(read_own_lessons())
    scored = [lesson for lesson in own if is_scored(key_of(lesson))]
    taught = [lesson for lesson in own if not is_scored(key_of(lesson))]
    lessons = sorted([*read_lessons(options.texts, labels), *taught], key=order_of)
    questions = {key_of(lesson): questions_of(lesson) for lesson in lessons}
    checked = {key for key in labels if is_check(key)}
    check = [lesson for lesson in lessons if key_of(lesson) in checked]
    learn = [lesson for lesson in lessons if key_of(lesson) not in checked]
    by_rule = score(answers_by_rules(learn))
    print_scores("rules", score(answers_by_rules(check)), slots)
    asked = asked_again(learn, questions, slots=slots, by_rule=by_rule)
    steps = confidences_of(learn, asked, slots=slots)
    for size in [*(CURVE if options.curve else ()), len(learn)]:
        judge = judge_of(teach(learn[:size], asked, slots=slots, steps=steps, by_rule=by_rule))
        given = list(answers(check, judge))
        print_scores(f"{size} texts", score(given), slots)
    print_scores("own cases", score(answers(scored, judge)), [slot for slot in slots if slot in TAUGHT])
    print_confidences(given, slots)
    if options.write:
        asked |= {key_of(lesson): asked_twice(lesson, questions, judge) for lesson in check}
        write(teach(lessons, asked, slots=slots, steps=steps, by_rule=by_rule), score(given), lessons)


def parse_options() -> argparse.Namespace:
    """Read the command's options."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.teach_slots", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--texts", type=Path, required=True, help="the labelled articles, a JSON line each, compressed")
    parser.add_argument("--labels", type=Path, default=LABELS, help="folder of labels")
    parser.add_argument("--slots", nargs="+", choices=SLOTS, default=SLOTS, help="teach these alone")
    parser.add_argument("--curve", action="store_true", help="learn from fewer articles first")
    parser.add_argument("--write", action="store_true", help="grow the trees from all labels and keep them")
    return parser.parse_args()


def key_of(lesson: Lesson) -> str:
    """Return the key of a lesson's article."""
    return lesson.story.article.article_id


def order_of(lesson: Lesson) -> tuple[int, str]:
    """Order lessons by a hash, so that any first part of them is as good as any other."""
    return share_of(f"order {key_of(lesson)}"), key_of(lesson)


def teach(
    lessons: Iterable[Lesson],
    questions: Mapping[str, Mapping[str, Sequence[Question]]],
    *,
    slots: Sequence[str],
    steps: Mapping[str, Sequence[Sequence[float]]],
    by_rule: Mapping[str, Score],
    thresholds: Mapping[str, float] = THRESHOLDS,
) -> Stored:
    """Return what is learned from some articles of each slot, as plain data."""
    asked = [questions[key_of(lesson)] for lesson in lessons]
    return {
        slot: plain(
            grow([question for one in asked for question in one.get(slot, ())], slot=slot),
            steps=steps[slot],
            threshold=thresholds[slot],
            by_rule=round(by_rule[slot].right_of_given / 100, 2),
        )
        for slot in slots
    }


def asked_again(
    lessons: Sequence[Lesson],
    questions: Mapping[str, Mapping[str, Sequence[Question]]],
    *,
    slots: Sequence[str],
    by_rule: Mapping[str, Score],
) -> dict[str, Mapping[str, Sequence[Question]]]:
    """Return what is asked of each article, also after what trees of the other two thirds told of its figures."""
    steps = dict.fromkeys(SLOTS, odds_steps())
    found: dict[str, Mapping[str, Sequence[Question]]] = {}
    for fold in range(FOLDS):
        others = [lesson for place, lesson in enumerate(lessons) if place % FOLDS != fold]
        judge = judge_of(teach(others, questions, slots=slots, steps=steps, by_rule=by_rule))
        found |= {key_of(lesson): asked_twice(lesson, questions, judge) for lesson in lessons[fold::FOLDS]}
    return found


def asked_twice(
    lesson: Lesson, questions: Mapping[str, Mapping[str, Sequence[Question]]], judge: Judge
) -> dict[str, Sequence[Question]]:
    """Return what is asked of an article, as after a reader's answers to the figures before and as after a judge's."""
    first, second = questions[key_of(lesson)], questions_of(lesson, judge)
    return {slot: [*first.get(slot, ()), *second.get(slot, ())] for slot in SLOTS}


def confidences_of(
    lessons: Sequence[Lesson], questions: Mapping[str, Mapping[str, Sequence[Question]]], *, slots: Sequence[str]
) -> dict[str, Sequence[Sequence[float]]]:
    """Measure how sure scores are: each third of the articles is answered by what is learned from the others."""
    odds = dict.fromkeys(SLOTS, odds_steps())
    rules = score(answers_by_rules(lessons))
    given: list[Answered] = []
    for fold in range(FOLDS):
        others = [lesson for place, lesson in enumerate(lessons) if place % FOLDS != fold]
        thresholds = dict.fromkeys(SLOTS, EVERYTHING)
        judge = judge_of(teach(others, questions, slots=slots, steps=odds, by_rule=rules, thresholds=thresholds))
        given += answers(lessons[fold::FOLDS], judge)
    return {slot: measured_steps(slot, given) if slot in ANSWERED else odds[slot] for slot in SLOTS}


def judge_of(stored: Stored) -> LearnedJudge:
    """Return a judge by what was learned, of slots not taught by what is kept of them."""
    known = {slot: learned_of(stored[slot]) if slot in stored else learned(slot) for slot in SLOTS}
    return LearnedJudge(known.__getitem__)


def print_scores(name: str, scores: Mapping[str, Score], slots: Sequence[str]) -> None:
    """Print the scores of some slots, one line each."""
    for slot in slots:
        one = scores[slot]
        sys.stdout.write(
            f"{name:14} {slot:10} {one.right_of_stated:5.1f} % right of {one.stated} stated,"
            f" {one.right_of_given:5.1f} % of what is given; {one.made_up:5.1f} % made up where nothing is stated\n"
        )
    sys.stdout.flush()


def print_confidences(given: Iterable[Answered], slots: Sequence[str]) -> None:
    """Print, of the answers that are four fifths to nine tenths sure, the share that is right."""
    low, high = SURE
    for slot in (slot for slot in slots if slot in ANSWERED):
        sure = [one.is_right for one in given if one.slot == slot and low <= one.confidence < high]
        sys.stdout.write(
            f"{slot:10} {percent(sum(sure), len(sure)):5.1f} % right of {len(sure)} from {low} to {high}\n"
        )


def write(stored: Stored, scores: Mapping[str, Score], lessons: Sequence[Lesson]) -> None:
    """Keep what was learned, with the day, the number of labels, and the scores on the check articles."""
    WEIGHTS.mkdir(exist_ok=True)
    for slot, one in stored.items():
        about = {
            "taught_on": datetime.now(UTC).date().isoformat(),
            "articles": len(lessons),
            "figures": sum(len(lesson.labels) for lesson in lessons),
            "right_of_stated": scores[slot].right_of_stated,
            "made_up": scores[slot].made_up,
        }
        (WEIGHTS / f"{slot}.json").write_text(laid_out({"about": about, **one}), "utf-8")


def laid_out(stored: Mapping[str, Any]) -> str:
    """Write plain data as JSON, a line a column and a line a tree."""
    lines = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in stored.items() if name != "trees"]
    classes = ["[\n" + ",\n".join(compact(tree) for tree in trees) + "\n]" for trees in stored["trees"]]
    return "{\n" + ",\n".join([*lines, '"trees": [' + ",\n".join(classes) + "]"]) + "\n}\n"


def compact(value: object) -> str:
    """Write plain data without blanks."""
    return json.dumps(value, separators=(",", ":"))


if __name__ == "__main__":
    main()
