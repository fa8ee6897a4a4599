"""Which model reads: the medium one that everything was measured with, or the small one."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

ModelName = Literal["en_core_web_md", "en_core_web_sm"]
DEFAULT_MODEL: ModelName = "en_core_web_md"
SMALL_MODEL: ModelName = "en_core_web_sm"
MODEL_VERSION = "3.8.0"
"""Of either model."""

CHOSEN_MODEL: ContextVar[ModelName] = ContextVar("CHOSEN_MODEL", default=DEFAULT_MODEL)


@contextmanager
def reading_with(name: ModelName) -> Iterator[None]:
    """Let this model read everything meanwhile; versions of what it decides name it."""
    token = CHOSEN_MODEL.set(name)
    try:
        yield
    finally:
        CHOSEN_MODEL.reset(token)


def chosen_model() -> ModelName:
    """Name the model that reads at present."""
    return CHOSEN_MODEL.get()


def model_version() -> str:
    """Name the model that reads at present, with its version."""
    return f"{chosen_model()}-{MODEL_VERSION}"
