"""Waiting for another run, and trying again after failures that may pass."""

from collections.abc import Callable, Iterable

import pytest

from flows.operation.attempts import Patience, patiently
from warehouse.folder.errors import BusyError, ConfigurationError, PassingError, WarehouseError

PATIENCE = Patience(wait_seconds=12, retry_delays=(1, 10))


def failing(*errors: Exception) -> Callable[[], str]:
    """Make work that fails in turn with these errors, and is then done."""
    left = iter(errors)

    def work() -> str:
        error = next(left, None)
        if error:
            raise error
        return "done"

    return work


@pytest.mark.parametrize(
    ("errors", "slept", "said"),
    [
        ([], [], 0),
        ([BusyError("held.")], [5], 1),
        ([BusyError("held.")] * 3, [5, 5, 2], 1),
        ([PassingError("full.")], [1], 1),
        ([PassingError("full."), BusyError("held."), PassingError("full.")], [1, 5, 10], 3),
    ],
    ids=["at once", "held once", "held as long as is waited", "full once", "full, held, full"],
)
def test_patiently_returns_what_is_done_in_the_end(errors: Iterable[Exception], slept: list[float], said: int) -> None:
    pauses: list[float] = []
    lines: list[str] = []
    assert patiently(failing(*errors), patience=PATIENCE, say=lines.append, sleep=pauses.append) == "done"
    assert (pauses, len(lines)) == (slept, said)


@pytest.mark.parametrize(
    ("errors", "slept"),
    [
        ([BusyError("held.")] * 4, [5, 5, 2]),
        ([PassingError("full.")] * 3, [1, 10]),
        ([WarehouseError("read-only.")], []),
        ([ConfigurationError("no such setting.")], []),
    ],
    ids=["held too long", "full too often", "what does not pass", "what the user must mend"],
)
def test_patiently_gives_up_with_the_last_error(errors: list[Exception], slept: list[float]) -> None:
    pauses: list[float] = []
    with pytest.raises(type(errors[-1])) as caught:
        patiently(failing(*errors), patience=PATIENCE, say=str, sleep=pauses.append)
    assert caught.value is errors[-1]
    assert pauses == slept


def test_patiently_says_what_it_waits_for() -> None:
    lines: list[str] = []
    patiently(failing(PassingError("The disk is full.")), patience=PATIENCE, say=lines.append, sleep=float)
    assert lines == ["The disk is full. Trying again in 1 s."]
