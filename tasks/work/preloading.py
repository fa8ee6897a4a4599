"""The model in memory before the first article is read: once for all workers, and while other things start."""

from tasks.engines.choice import EngineChoice, engine_name
from tasks.engines.worker import Preloaded, start_preloading
from tasks.extractors.model import ModelName, load

VARIABLE = "NEWSLEDGER_WORKERS_LOAD"
"""Variable of the environment that names the model to be loaded."""


def preloaded(model: ModelName) -> Preloaded:
    """Have the model loaded once, for all workers."""
    return Preloaded(modules=("tasks.work.loaded",), variables={VARIABLE: model})


def load_ahead(model: ModelName, *, choice: EngineChoice, is_much: bool) -> None:
    """Load the model where the engine will have articles read, before that is opened: here, or for processes to share.

    Whoever joins a cluster, or starts one, has it loaded there later.
    """
    match engine_name(choice, is_much=is_much):
        case "processes":
            start_preloading(preloaded(model))
        case "local":
            load(model)
