"""Which modules workers want to be imported before they are forked."""

from tasks.engines.worker import Preloaded
from tasks.extractors.model import ModelName

VARIABLE = "NEWSLEDGER_WORKERS_LOAD"
"""Variable of the environment that names the model to be loaded."""


def preloaded(model: ModelName) -> Preloaded:
    """Have the model loaded once, for all workers."""
    return Preloaded(modules=("tasks.work.loaded",), variables={VARIABLE: model})
