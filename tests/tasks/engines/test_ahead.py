"""Jobs mapped over their parts: in order, whatever becomes of the workers."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from tasks.engines.ahead import map_ahead
from tasks.engines.engine import Engine
from tasks.engines.local import LocalEngine
from tasks.engines.processes import ProcessEngine
from tasks.engines.worker import Preloaded
from tests.support.jobs import Doubling, Numbers, tens


@pytest.fixture(scope="module")
def processes() -> Iterator[Engine]:
    engine = ProcessEngine(2, preloaded=Preloaded())
    yield engine
    engine.close()


@pytest.fixture(params=["local", "processes"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return LocalEngine() if request.param == "local" else request.getfixturevalue(request.param)


def doubled(engine: Engine, job: Doubling, parts: list[Numbers]) -> list[int]:
    return list(chain.from_iterable(chain.from_iterable(map_ahead(engine, job, parts))))


def test_results_come_in_the_order_of_the_parts(engine: Engine) -> None:
    assert doubled(engine, Doubling(), tens(40)) == [2 * number for number in range(400)]


def test_no_parts_no_results(engine: Engine) -> None:
    assert doubled(engine, Doubling(), []) == []


def test_what_a_job_raises_is_raised_where_its_result_is_waited_for(engine: Engine) -> None:
    with pytest.raises(ValueError, match="13 cannot be doubled"):
        doubled(engine, Doubling(refused=frozenset({13})), tens(3))


def test_parts_are_taken_no_further_ahead_than_the_engine_wants(engine: Engine) -> None:
    taken: list[Numbers] = []
    parts = (taken.append(part) or part for part in tens(100))
    next(map_ahead(engine, Doubling(), parts))
    assert len(taken) == engine.parts_ahead


def test_parts_of_a_lost_worker_are_done_again(processes: Engine, tmp_path: Path) -> None:
    job = Doubling(unlucky=frozenset({3, 17, 55}), folder=tmp_path)
    assert doubled(processes, job, tens(6)) == [2 * number for number in range(60)]


def test_numbers_that_end_every_worker_are_given_up_alone(processes: Engine) -> None:
    deadly = frozenset({0, 24, 25})
    expected = [-number if number in deadly else 2 * number for number in range(40)]
    assert doubled(processes, Doubling(deadly=deadly), tens(4)) == expected
