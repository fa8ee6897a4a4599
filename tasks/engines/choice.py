"""Which engine does the work: what the user asked for, or what the amount of work is worth."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from tasks.engines.engine import Engine
from tasks.engines.local import LocalEngine
from tasks.engines.processes import ProcessEngine
from tasks.engines.worker import Preloaded

EngineName = Literal["local", "processes"]

NOTHING_PRELOADED = Preloaded()


class EngineChoice(BaseModel):
    """Where the work is done: `name = "processes"`, `workers = 4`. What is left out follows from work and machine."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: EngineName | None = None
    workers: int | None = Field(default=None, ge=1)

    def overridden(self, other: "EngineChoice | None") -> Self:
        """Return this choice with whatever the other one names in its place."""
        return self.model_copy(update=other.model_dump(exclude_none=True) if other else {})


@contextmanager
def working_with(
    choice: EngineChoice, *, is_much: bool = False, preloaded: Preloaded = NOTHING_PRELOADED
) -> Iterator[Engine]:
    """Open the engine chosen, and close it at the block's end; processes without being asked where work `is_much`.

    `preloaded` is what processes import once for all of them.
    """
    engine = opened(choice, is_much=is_much, preloaded=preloaded)
    try:
        yield engine
    finally:
        engine.close()


def opened(choice: EngineChoice, *, is_much: bool, preloaded: Preloaded) -> Engine:
    """Start the engine chosen."""
    name = choice.name or ("processes" if is_much or choice.workers else "local")
    if name == "local":
        return LocalEngine()
    return ProcessEngine(choice.workers or core_count(), preloaded=preloaded)


def core_count() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0))
