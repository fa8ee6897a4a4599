"""Boosted trees over named features, in whole numbers alone: the same features have the same score on every machine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Features = dict[str, int]
"""Numbers by name; a name that is left out is 0, one that the trees never ask for is passed over."""

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Trees as flat arrays: node `n` asks whether feature `feature[n]` is over `threshold[n]`.

    `children[2 * n]` is the next node where it is not, `children[2 * n + 1]` where it is; a leaf is its own child.
    `roots` holds the first nodes, one row a class. Leaves, `bases`, and `weights`, a column a class by which features
    count besides the trees, are ten thousandths of log odds.
    """

    columns: Mapping[str, int]
    feature: Numbers
    threshold: Numbers
    children: Numbers
    value: Numbers
    roots: Numbers
    bases: Numbers
    weights: NDArray[np.int64]
    depth: int

    def scores(self, shared: Features, own: Sequence[Features]) -> NDArray[np.int64]:
        """Return a row a candidate and a column a class; `shared` are the features that all candidates have."""
        table = self.table(shared, own)
        width = table.shape[1]
        offsets = (np.arange(len(own), dtype=np.int32) * width)[:, None]
        flat = table.ravel()
        nodes = np.broadcast_to(self.roots.ravel(), (len(own), self.roots.size))
        for _ in range(self.depth):
            is_over = flat.take(offsets + self.feature.take(nodes)) > self.threshold.take(nodes)
            nodes = self.children.take(2 * nodes + is_over)
        leaves = self.value.take(nodes).reshape(len(own), *self.roots.shape)
        totals: NDArray[np.int64] = leaves.sum(axis=2, dtype=np.int64) + self.bases
        if self.weights.size:
            totals += table[:, : len(self.weights)].astype(np.int64) @ self.weights
        return totals

    def table(self, shared: Features, own: Sequence[Features]) -> Numbers:
        """Return the features as numbers, a row a candidate."""
        columns = self.columns
        table = np.zeros((len(own), max(len(columns), 1)), np.int32)
        for name in shared.keys() & columns.keys():
            table[:, columns[name]] = shared[name]
        for row, features in enumerate(own):
            for name, number in features.items():
                if number and name in columns:
                    table[row, columns[name]] = number
        return table


def forest_of(stored: Mapping[str, Any]) -> Forest:
    """Read a forest from plain data: features by name, bases, weights, and trees by class, each a list of nodes.

    A node is `[feature, threshold, child, child]`, its children counted in its tree, or a leaf `[value]`.
    """
    feature: list[int] = []
    threshold: list[int] = []
    children: list[int] = []
    value: list[int] = []
    roots: list[list[int]] = []
    for trees in stored["trees"]:
        roots.append([])
        for tree in trees:
            first = len(feature)
            roots[-1].append(first)
            for step, node in enumerate(tree):
                asked, limit, low, high = node if len(node) == 4 else (0, 0, step, step)
                feature.append(asked)
                threshold.append(limit)
                children += [first + low, first + high]
                value.append(node[0] if len(node) == 1 else 0)
    return Forest(
        columns={name: column for column, name in enumerate(stored["features"])},
        feature=np.array(feature, np.int32),
        threshold=np.array(threshold, np.int32),
        children=np.array(children, np.int32),
        value=np.array(value, np.int32),
        roots=np.array(roots, np.int32),
        bases=np.array(stored["bases"], np.int32),
        weights=np.array(stored["weights"], np.int64),
        depth=max(depth_of(tree) for trees in stored["trees"] for tree in trees),
    )


def depth_of(tree: Sequence[Sequence[int]], node: int = 0) -> int:
    """Count the questions on the longest way through a tree."""
    if len(tree[node]) == 1:
        return 0
    return 1 + max(depth_of(tree, child) for child in tree[node][2:])
