"""Grows boosted trees from lessons, and writes them as whole numbers: features by name, thresholds, leaves."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from benchmarks.teach_slots.lessons import Question

RAREST = 8
"""Candidates that have a feature, at least: what is rarer teaches nothing but its own article."""
MOST_FEATURES = 500
"""Features kept of those that are there or not."""
SCALE = 10_000
"""Leaves are counted in ten thousandths of log odds."""
LEAST_IN_LEAF, SHRINKAGE = 15, 3
LEAVES = {"measure": 15, "owner": 23, "period": 31, "status": 15, "direction": 15}
DEPTH = {"measure": 6, "owner": 8, "period": 8, "status": 8, "direction": 8}
ROUNDS = {"measure": 70, "owner": 80, "period": 90, "status": 60, "direction": 60}
LEARNING_RATE = {"measure": 0.15, "owner": 0.12, "period": 0.12, "status": 0.12, "direction": 0.12}
WEIGHED = {"measure": 3_000, "status": 2_000, "direction": 2_000}
"""Slots told by words as much as by places: half of their score is a logistic regression's, by so many features.

Nouns that few articles have count in it, which trees never ask for.
"""
RAREST_WEIGHED, STRICTNESS = 4, 0.1

Tree = list[list[int]]


def grow(questions: Sequence[Question], *, slot: str) -> dict[str, Any]:
    """Return the trees of a slot as plain data (see `forest_of`): for each class those that tell it from the rest."""
    names = features_of(questions)
    table, right = table_of(questions, names)
    grown = [grow_class(table, right[:, place], slot=slot) for place in range(right.shape[1])]
    used = sorted({node[0] for trees, _ in grown for tree in trees for node in tree if len(node) > 1})
    column_of = {column: place for place, column in enumerate(used)}
    stored: dict[str, Any] = {
        "features": [names[column] for column in used],
        "bases": [base for _, base in grown],
        "weights": [],
        "trees": [[renumbered(tree, column_of) for tree in trees] for trees, _ in grown],
    }
    return with_weights(stored, questions, most=WEIGHED[slot]) if slot in WEIGHED else stored


def with_weights(stored: dict[str, Any], questions: Sequence[Question], *, most: int) -> dict[str, Any]:
    """Return trees of half their weight, with the other half from a logistic regression by all that is there or not."""
    seen, _, counting = counts_of(questions)
    common = sorted(seen, key=lambda name: (-seen[name], name))
    asked = [name for name in common if seen[name] >= RAREST_WEIGHED and name not in counting][:most]
    table, right = sparse_table_of(questions, asked)
    names = [*stored["features"], *sorted(set(asked) - set(stored["features"]))]
    column_of = {name: place for place, name in enumerate(names)}
    weights = [[0] * right.shape[1] for _ in names]
    bases = []
    for place in range(right.shape[1]):
        slopes, base = weigh_class(table, right[:, place])
        bases.append((stored["bases"][place] + base) // 2)
        for name, slope in zip(asked, slopes, strict=True):
            weights[column_of[name]][place] = slope
    trees = [
        [[[node[0] // 2] if len(node) == 1 else node for node in tree] for tree in grown] for grown in stored["trees"]
    ]
    return {"features": names, "bases": bases, "weights": weights, "trees": trees}


def weigh_class(table: csr_matrix, right: NDArray[np.bool_]) -> tuple[list[int], int]:
    """Return half the weight of each feature for a class, and what their sum begins with."""
    if right.all() or not right.any():
        return [0] * table.shape[1], SCALE * (10 if right.all() else -10)
    model = LogisticRegression(C=STRICTNESS, solver="liblinear", random_state=0).fit(table, right)
    return [round(SCALE * float(slope) / 2) for slope in model.coef_[0]], round(SCALE * float(model.intercept_[0]))


def features_of(questions: Sequence[Question]) -> list[str]:
    """Return the features that are learned from, by name: those that count, and the most telling of the others.

    A feature that is there or not tells much where the share of right candidates with it is far from that of all, by
    Pearson's chi-squared; trees of thousands that tell nothing grow no better, and far slower.
    """
    seen, right, counting = counts_of(questions)
    total = sum(len(question.own) for question in questions)
    share = sum(np.array(question.right).sum(axis=0) for question in questions) / total
    telling = {
        name: float(np.max((right[name] - count * share) ** 2 / (count * share * (1 - share) + 1)))
        for name, count in seen.items()
        if count >= RAREST and name not in counting
    }
    best = sorted(telling, key=lambda name: (-telling[name], name))[:MOST_FEATURES]
    return sorted({*counting, *best})


def counts_of(questions: Sequence[Question]) -> tuple[Counter[str], dict[str, NDArray[np.int64]], set[str]]:
    """Count the candidates that have each feature, and those right for each class; name the features that count."""
    seen: Counter[str] = Counter()
    right: dict[str, NDArray[np.int64]] = {}
    counting: set[str] = set()
    for question in questions:
        for own, is_right in zip(question.own, np.array(question.right, np.int64), strict=True):
            for name, number in (question.shared | own).items():
                if number:
                    seen[name] += 1
                    right[name] = right[name] + is_right if name in right else is_right
                if number not in (0, 1):
                    counting.add(name)
    return seen, right, counting


def table_of(questions: Sequence[Question], names: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the features of all candidates, a row each, and for each class whether it is right."""
    columns = {name: column for column, name in enumerate(names)}
    rows = [question.shared | own for question in questions for own in question.own]
    table = np.zeros((len(rows), len(names)))
    for row, features in zip(table, rows, strict=True):
        for name, number in features.items():
            column = columns.get(name)
            if column is not None:
                row[column] = number
    return table, np.array([one for question in questions for one in question.right])


def sparse_table_of(questions: Sequence[Question], names: Sequence[str]) -> tuple[csr_matrix, NDArray[np.bool_]]:
    """Return which of some features each candidate has, a row each, and for each class whether it is right."""
    columns = {name: column for column, name in enumerate(names)}
    rows = [
        [columns[name] for name, number in (question.shared | own).items() if number and name in columns]
        for question in questions
        for own in question.own
    ]
    ends = np.cumsum([0, *map(len, rows)])
    there = np.array([column for row in rows for column in row], np.int32)
    table = csr_matrix((np.ones(len(there)), there, ends), shape=(len(rows), len(names)))
    return table, np.array([one for question in questions for one in question.right])


def grow_class(table: NDArray[np.float64], right: NDArray[np.bool_], *, slot: str) -> tuple[list[Tree], int]:
    """Return the trees that tell what is right from what is not, and what their sum begins with."""
    if right.all() or not right.any():
        return [[[0]]] * ROUNDS[slot], SCALE * (10 if right.all() else -10)
    model = HistGradientBoostingClassifier(
        max_iter=ROUNDS[slot],
        learning_rate=LEARNING_RATE[slot],
        max_leaf_nodes=LEAVES[slot],
        max_depth=DEPTH[slot],
        min_samples_leaf=LEAST_IN_LEAF,
        l2_regularization=SHRINKAGE,
        early_stopping=False,
        random_state=0,
    ).fit(table, right)
    base = round(SCALE * float(np.ravel(model._baseline_prediction)[0]))
    return [tree_of(iteration[0].nodes) for iteration in model._predictors], base


def tree_of(nodes: NDArray[np.void]) -> Tree:
    """Return a tree as nodes of `[feature, threshold, low, high]`, its leaves as `[value]`."""
    return [
        [round(SCALE * float(node["value"]))]
        if node["is_leaf"]
        else [
            int(node["feature_idx"]),
            int(np.floor(node["num_threshold"])),
            int(node["left"]),
            int(node["right"]),
        ]
        for node in nodes
    ]


def renumbered(tree: Tree, column_of: dict[int, int]) -> Tree:
    """Return a tree that asks for features by their place among those that are used."""
    return [[column_of[node[0]], *node[1:]] if len(node) > 1 else node for node in tree]
