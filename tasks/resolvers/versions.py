"""Versions of whatever decides what is found in a file, so that a change of rules is seen as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tasks.extractors import EXTRACTORS
from tasks.formats import FORMATS_VERSION
from tasks.resolvers import derived_figures
from warehouse.records import DerivedFigure, content_key


@dataclass(frozen=True, kw_only=True)
class Versions:
    """What decides an article's rows: the version of the formats, and those of extractors and derivation, by table."""

    formats: str
    tables: Mapping[str, str]

    @cached_property
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
