"""Which engine does the work: what the user asked for, or what the amount of work is worth."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field

from tasks.engines.engine import Engine, EngineError
from tasks.engines.local import LocalEngine
from tasks.engines.processes import ProcessEngine
from tasks.engines.remote import SECONDS_TO_CONNECT, require_listening
from tasks.engines.worker import Preloaded

EngineName = Literal["local", "processes", "dask", "ray"]
ClusterName = Literal["dask", "ray"]
"""The engines that may be on other machines."""

NOTHING_PRELOADED = Preloaded()


class EngineChoice(BaseModel):
    """Where the work is done: `name = "processes"`, `workers = 4`. What is left out follows from work and machine.

    `cluster` is the address of one that runs already, for Dask or Ray.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: EngineName | None = None
    workers: int | None = Field(default=None, ge=1)
    cluster: str | None = Field(default=None, min_length=1)

    def overridden(self, other: "EngineChoice | None") -> Self:
        """Return this choice with whatever the other one names in its place, and without what does not go with that."""
        named: dict[str, Any] = other.model_dump(exclude_none=True) if other else {}
        if named.get("name", self.name) != self.name or "workers" in named:
            named.setdefault("cluster", None)
        if named.get("cluster"):
            named.setdefault("workers", None)
        return self.model_copy(update=named)


@contextmanager
def working_with(
    choice: EngineChoice, *, is_much: bool = False, preloaded: Preloaded = NOTHING_PRELOADED
) -> Iterator[Engine]:
    """Open the engine chosen, and close it at the block's end; processes without being asked where work `is_much`.

    `preloaded` is what processes import once for all of them. Raises EngineError where the engine cannot be had.
    """
    engine = opened(choice, is_much=is_much, preloaded=preloaded)
    try:
        yield engine
    finally:
        engine.close()


def opened(choice: EngineChoice, *, is_much: bool, preloaded: Preloaded) -> Engine:
    """Start the engine chosen."""
    require_sense(choice)
    name = engine_name(choice, is_much=is_much)
    workers = choice.workers or core_count()
    if name == "local":
        return LocalEngine()
    if name == "processes":
        return ProcessEngine(workers, preloaded=preloaded)
    return opened_cluster(name, cluster=choice.cluster, workers=workers, preloaded=preloaded)


def engine_name(choice: EngineChoice, *, is_much: bool) -> EngineName:
    """Name the engine that is opened: the one chosen, or what the amount of work is worth."""
    return choice.name or ("processes" if is_much or choice.workers else "local")


def require_sense(choice: EngineChoice) -> None:
    """Raise EngineError where the choice contradicts itself, or nothing listens at the cluster's address.

    It takes no time, so that whoever is about to start a run can ask before anything else is started.
    """
    if choice.cluster is None:
        return
    if choice.name not in get_args(ClusterName):
        raise EngineError("Only Dask and Ray have clusters: with --cluster, ask for --engine dask or ray.")
    if choice.workers:
        raise EngineError("A cluster has the workers that it has: leave out --workers, or --cluster.")
    require_listening(choice.cluster, seconds=SECONDS_TO_CONNECT)


def opened_cluster(name: ClusterName, *, cluster: str | None, workers: int, preloaded: Preloaded) -> Engine:
    """Join or start a cluster; its package, which takes a second to import, is an extra."""
    try:
        if name == "dask":
            from tasks.engines.on_dask import DaskEngine  # noqa: PLC0415 - as said

            return DaskEngine(workers=workers, cluster=cluster, preloaded=preloaded)
        from tasks.engines.on_ray import RayEngine  # noqa: PLC0415 - as said

        return RayEngine(workers=workers, cluster=cluster)
    except ModuleNotFoundError as error:
        raise EngineError(
            f"The engine {name} needs the package {error.name}, which is not installed: "
            f"`.venv/bin/pip install --editable '.[{name}]'`, or take --engine processes."
        ) from error


def core_count() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0))
