"""Jobs mapped over their parts: in order, whatever becomes of the workers."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from tasks.engines.ahead import map_ahead
from tasks.engines.choice import EngineChoice, working_with
from tasks.engines.engine import Engine, EngineError
from tasks.engines.local import LocalEngine
from tasks.engines.processes import ProcessEngine
from tasks.engines.worker import Preloaded
from tests.support.jobs import Doubling, Numbers, tens

PRELOADED = Preloaded(modules=("distributed", "tests.support.jobs"))
"""What new workers would import each time; whoever starts the first engine decides for all of a process."""


@pytest.fixture(scope="module")
def processes() -> Iterator[Engine]:
    engine = ProcessEngine(2, preloaded=PRELOADED)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def dask() -> Iterator[Engine]:
    with working_with(EngineChoice(name="dask", workers=2)) as engine:
        yield engine


@pytest.fixture(scope="module")
def ray() -> Iterator[Engine]:
    pytest.importorskip("ray", reason="the extra `ray` is not installed")
    with working_with(EngineChoice(name="ray", workers=2)) as engine:
        yield engine


@pytest.fixture(params=["local", "processes", "dask", "ray"])
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


@pytest.fixture(params=["processes", "dask", "ray"])
def workers(request: pytest.FixtureRequest) -> Engine:
    """Engines whose workers are processes that may be lost."""
    return request.getfixturevalue(request.param)


def test_parts_of_a_lost_worker_are_done_again(workers: Engine, tmp_path: Path) -> None:
    job = Doubling(unlucky=frozenset({3, 17, 55}), folder=tmp_path)
    assert doubled(workers, job, tens(6)) == [2 * number for number in range(60)]


def test_numbers_that_end_every_worker_are_given_up_alone(workers: Engine) -> None:
    deadly = frozenset({0, 24, 25})
    expected = [-number if number in deadly else 2 * number for number in range(40)]
    assert doubled(workers, Doubling(deadly=deadly), tens(4)) == expected


def test_where_workers_end_over_anything_nothing_is_given_up(workers: Engine) -> None:
    job = Doubling(deadly=frozenset(range(40)), is_deadly_itself=True)
    with pytest.raises(EngineError, match="too little memory"):
        doubled(workers, job, tens(4))
    assert doubled(workers, Doubling(), tens(1)) == [2 * number for number in range(10)], "the engine still works"
