"""The products of the model's layers: the same of each row, whatever stands beside it, and as thinc's own."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from tasks.extractors.model import load, products
from tasks.extractors.model.products import Blocks, InBlocks, Matrix, chosen_kernel, place_of


def matrix(rows: int, columns: int) -> Matrix:
    return np.random.default_rng(rows * columns).standard_normal((rows, columns)).astype("f")


@pytest.mark.parametrize("outputs", [96, 288, 384, 1024])
@pytest.mark.parametrize("count", [0, 1, 95, 96, 97, 200])
def test_products_are_those_of_thinc(outputs: int, count: int) -> None:
    rows, weights = matrix(count, 300), matrix(outputs, 300)
    operations, shipped = InBlocks({place_of(weights): Blocks(weights)}), NumpyOps()
    expected = shipped.gemm(rows, weights, trans2=True)
    assert operations.gemm(rows, weights, trans2=True) == pytest.approx(expected, abs=1e-3)
    out = np.empty_like(expected)
    assert operations.gemm(rows, weights, out, trans2=True) is out
    assert out == pytest.approx(expected, abs=1e-3)


def test_other_products_are_left_to_thinc() -> None:
    known, other = matrix(96, 300), matrix(40, 96)
    operations, shipped = InBlocks({place_of(known): Blocks(known)}), NumpyOps()
    assert (operations.gemm(other, known) == shipped.gemm(other, known)).all()
    assert (operations.gemm(other, other, trans2=True) == shipped.gemm(other, other, trans2=True)).all()


@given(first=st.integers(0, 300), count=st.integers(1, 200), outputs=st.sampled_from([96, 288, 384]))
@settings(max_examples=40)
def test_a_product_does_not_depend_on_the_rows_beside_it(first: int, count: int, outputs: int) -> None:
    rows, blocks = matrix(500, 288), Blocks(matrix(outputs, 288))
    with threadpool_limits(1, user_api="blas"):
        if blocks.is_even:  # as where it is used
            few, all_of_them = blocks.multiplied(rows[first : first + count]), blocks.multiplied(rows)
            assert (few == all_of_them[first : first + count]).all()


class Uneven(Blocks):
    """Blocks of which rows are added up in two ways."""

    def multiplied(self, rows: Matrix, out: Matrix | None = None) -> Matrix:
        found = super().multiplied(rows, out)
        found[7] += 1e-6
        return found


@pytest.mark.parametrize(
    ("shipped", "kind", "asked", "kernel"),
    [
        ("generic", Blocks, "", "numpy"),
        ("generic", Uneven, "", "blis"),
        ("haswell", Blocks, "", "blis"),
        ("haswell", Blocks, "numpy", "numpy"),
        ("generic", Blocks, "blis", "blis"),
        ("haswell", Blocks, "something", "blis"),
    ],
)
def test_the_faster_kernel_is_taken_where_it_is_even(
    shipped: str, kind: type[Blocks], asked: str, kernel: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(products, "shipped_kernel", lambda: shipped)
    monkeypatch.setattr(Blocks, "is_even", property(lambda blocks: not isinstance(blocks, Uneven)))
    monkeypatch.setenv(products.VARIABLE, asked)
    assert chosen_kernel([Blocks(matrix(96, 300)), kind(matrix(96, 300))]) == kernel


def test_unevenness_is_noticed() -> None:
    assert not Uneven(matrix(96, 300)).is_even


def test_the_kernel_that_is_shipped_has_a_name() -> None:
    assert products.shipped_kernel().isidentifier()


def test_no_layer_of_the_model_is_passed_by() -> None:
    layers = products.layers_of(load("en_core_web_md"))
    assert {each.shape for each in products.large_weights(layers)} >= {(96, 300), (288, 288), (288, 672)}
