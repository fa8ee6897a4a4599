"""What each stage of an ingest costs: run as a program by the checkout that is measured, whatever its revision.

    python -P stages.py OUTCOME.json ingest PATH --warehouse DIR …

Every Prefect task below `tasks` is a stage. A stage's processor time is that of the thread that does it, so that the
engine must be `local`. What the model takes within them, for names and for parses, is counted beside them.
"""

import atexit
import importlib.abc
import importlib.util
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

Times = dict[str, list[float]]
"""By stage, seconds of processor time and seconds of wall time."""

OF_THE_MODEL = {"recognise": "model: names", "parse_now": "model: parses"}
"""Functions of `tasks.extractors.model` that let the model read; an earlier revision may lack one."""


def main() -> None:
    """Run the command line of the checkout with all its stages timed, and leave the times in a file at the end."""
    outcome = Path(sys.argv.pop(1))
    times: Times = defaultdict(lambda: [0.0, 0.0])
    atexit.register(lambda: outcome.write_text(json.dumps(times), encoding="utf-8"))
    sys.meta_path.insert(0, AfterImport("flows.ingest", lambda: time_stages(times)))
    importlib.import_module("flows.cli").app()


class AfterImport(importlib.abc.MetaPathFinder):
    """Does something as soon as a module has been imported: Prefect may not be before its settings are made."""

    def __init__(self, name: str, then: Callable[[], None]) -> None:
        """Wait for the module named."""
        self._name = name
        self._then = then

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Return the module's own spec, with a loader that goes on with what is to be done then."""
        if fullname != self._name:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        loader: Any = spec.loader if spec else None
        execute = loader.exec_module

        def execute_and_go_on(module: object) -> None:
            execute(module)
            self._then()

        loader.exec_module = execute_and_go_on
        return spec


def time_stages(times: Times) -> None:
    """Let every stage that has been imported, and the model, add what it takes."""
    from prefect import Task  # noqa: PLC0415 - of the checkout that is measured, once its settings are made

    for name, module in sorted(sys.modules.items()):
        for stage in list(vars(module).values()) if name.startswith("tasks.") else ():
            if isinstance(stage, Task) and not hasattr(stage.fn, "__wrapped__"):
                stage.fn = timed(stage.fn, times[stage.fn.__name__])
    model = importlib.import_module("tasks.extractors.model")
    for function, label in OF_THE_MODEL.items():
        if hasattr(model, function):
            setattr(model, function, timed(getattr(model, function), times[label]))


def timed(function: Callable[..., Any], spent: list[float]) -> Callable[..., Any]:
    """Return a function that does the same, and adds what it takes to what was `spent`."""

    @wraps(function)
    def measured(*arguments: object, **options: object) -> object:
        cpu, wall = time.thread_time(), time.perf_counter()
        try:
            return function(*arguments, **options)
        finally:
            spent[0] += time.thread_time() - cpu
            spent[1] += time.perf_counter() - wall

    return measured


if __name__ == "__main__":
    main()
