"""The matrix products of a model's layers, the larger half of what reading costs, by the faster of two kernels.

thinc multiplies by a kernel of the package `blis`, which takes a generic one on processors that it does not know, such
as AMD's of family 26; numpy's BLAS is then three times as fast. But there the last digit of a product depends on how
many rows are multiplied, and on where among them a row stands: what is told of a text would depend on those read beside
it. So rows are given to it in blocks of one size, weights in parts with a margin that takes the place of their first
and last outputs, which it adds up otherwise; and it is tried before whether all rows of a block are added up alike.
"""

import ctypes
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, get_args

import blis.cy
import numpy as np
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

if TYPE_CHECKING:
    from spacy.language import Language

Kernel = Literal["blis", "numpy"]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float32]]

VARIABLE = "NEWSLEDGER_MATRIX_PRODUCTS"
"""Names the kernel in the environment, in place of the one chosen here."""
ROWS = 96
"""Rows of a block: a multiple of the twelve that OpenBLAS takes in a step, few enough for the processor's cache."""
MARGIN = 8
"""Outputs before and after those of a part: the first and last eight of OpenBLAS come out otherwise in some rows."""
OUTPUTS = 288
"""Most outputs of a part: with its margins no more than the 320 that OpenBLAS takes between such edges."""
LARGE = 20_000
"""Weights from which on a layer is multiplied in blocks: smaller ones are given few rows at a time."""
GENERIC = "generic"


class Blocks:
    """A layer's weights, of m outputs and k inputs, for blocks of rows."""

    def __init__(self, weights: Matrix) -> None:
        """Take the weights, which stay as they are."""
        self._shape = weights.shape
        part_count = -(-len(weights) // OUTPUTS)
        self._parts = [np.pad(part, ((MARGIN, MARGIN), (0, 0))).T for part in np.array_split(weights, part_count)]

    def multiplied(self, rows: Matrix, out: Matrix | None = None) -> Matrix:
        """Multiply n rows of k numbers; return n rows of m, each the same whatever rows stand beside it."""
        result = np.empty((len(rows), self._shape[0]), dtype=rows.dtype) if out is None else out
        for start in range(0, len(rows), ROWS):
            block = rows[start : start + ROWS]
            count, first = len(block), 0
            if count < ROWS:
                block = np.pad(block, ((0, ROWS - count), (0, 0)))
            for part in self._parts:
                last = first + part.shape[1] - 2 * MARGIN
                result[start : start + count, first:last] = np.matmul(block, part)[:count, MARGIN:-MARGIN]
                first = last
        return result

    @property
    def is_even(self) -> bool:
        """Tell whether all rows of a block are added up alike, to the last digit."""
        row = np.sin(np.arange(self._shape[1], dtype=np.float32))
        found = self.multiplied(np.tile(row, (ROWS, 1)))
        return bool((found == found[0]).all())


class InBlocks(NumpyOps):  # type: ignore[misc] # thinc says nothing of its types
    """thinc's operations, but for products with the weights of some layers, which go to numpy's BLAS in blocks."""

    def __init__(self, large: dict[int, Blocks]) -> None:
        """Take the blocks of weights, by the place of these in memory."""
        super().__init__()
        self._large = large

    def gemm(self, x: Any, y: Any, out: Any = None, **transposed: bool) -> Any:  # noqa: ANN401 - arrays of any kind
        """Multiply two matrices, the first, the second or both `transposed`: `trans1`, `trans2`."""
        blocks = self._large.get(place_of(y)) if transposed == {"trans2": True} else None
        if blocks is None:
            return super().gemm(x, y, out=out, **transposed)
        return blocks.multiplied(x, out)


def multiply_by_the_faster(language: "Language") -> None:
    """Have the layers of a loaded model multiply by the kernel of `chosen_kernel`.

    numpy's BLAS works in a single thread then, in all of this process: workers share the cores among themselves.
    """
    layers = layers_of(language)
    large = {place_of(weights): Blocks(weights) for weights in large_weights(layers)}
    limits = threadpool_limits(1, user_api="blas")
    if chosen_kernel(large.values()) == "blis":
        limits.restore_original_limits()  # thinc multiplies by it without being told
        return
    operations = InBlocks(large)
    for layer in layers:
        layer.ops = operations


def layers_of(language: "Language") -> list[Any]:
    """Return all layers of all components of a model."""
    models = (getattr(component, "model", None) for _, component in language.pipeline)
    return [layer for model in models if model is not None for layer in model.walk()]


def large_weights(layers: Iterable[Any]) -> list[Matrix]:
    """Return the weights of layers that are worth blocks: matrices of as many columns as the layer has inputs."""
    weights = [layer.get_param("W") for layer in layers if layer.has_param("W")]
    return [each.reshape(-1, each.shape[-1]) for each in weights if each.size >= LARGE]


def place_of(array: Any) -> int:  # noqa: ANN401 - as above
    """Return where in memory an array's numbers are."""
    place: int = array.ctypes.data
    return place


def chosen_kernel(large: Iterable[Blocks]) -> Kernel:
    """Return the kernel that the environment names, or the faster one that adds up all rows of some blocks alike."""
    asked = os.environ.get(VARIABLE)
    known: Kernel
    for known in get_args(Kernel):
        if asked == known:
            return known
    return "numpy" if shipped_kernel() == GENERIC and all(blocks.is_even for blocks in large) else "blis"


def shipped_kernel() -> str:
    """Return the name of the kernel that the package `blis` has taken on this processor, such as `haswell`."""
    library = ctypes.CDLL(blis.cy.__file__)
    library.bli_arch_string.restype = ctypes.c_char_p
    name: bytes = library.bli_arch_string(library.bli_arch_query_id())
    return name.decode()
