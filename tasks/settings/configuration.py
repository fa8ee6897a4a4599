"""The user's own settings: `newsledger.toml` in the warehouse's folder, so that every run of a warehouse agrees."""

import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path, PurePath
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tasks.engines.choice import EngineChoice
from tasks.extractors.model import DEFAULT_MODEL, ModelName
from tasks.formats import FORMATS, SAME_NAMES
from tasks.formats.forms.form import Columns
from tasks.resolvers.fact_corrections import corrected_days
from tasks.resolvers.publication_dates.publications import Publication
from tasks.settings.corrections import user_corrections
from tasks.sources import Limits
from warehouse.catalogue.catalogue import MAX_BYTES
from warehouse.folder import layout
from warehouse.folder.errors import ConfigurationError
from warehouse.ledger.history import KEPT_RUNS


class FileRule(BaseModel):
    """A rule on the files whose name matches the pattern: `match = "wires/*.txt"`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    match: str


Rule = TypeVar("Rule", bound=FileRule)


class FormatRule(FileRule):
    """The files are read in this format: `format = "plain"`."""

    format: str


class LanguageRule(FileRule):
    """The files are in this language: `language = "en"`."""

    language: str = Field(pattern="^[a-z]{2,3}$")


class TableRule(FileRule):
    """Rows of the files are read so: `text = "body"`, `title = "headline"`.

    What is not named is called by what it says. `date_format` is one of Python's, such as `%d/%m/%Y`.
    """

    text: str = SAME_NAMES.text
    title: str = SAME_NAMES.title
    published_on: str = SAME_NAMES.published_on
    publication: str = SAME_NAMES.publication
    url: str = SAME_NAMES.url
    language: str = SAME_NAMES.language
    byline: str = SAME_NAMES.byline
    date_format: str | None = None

    @property
    def columns(self) -> Columns:
        """What the columns are called."""
        return Columns(**self.model_dump(exclude={"match"}))


class History(BaseModel):
    """How many runs' states are kept: `keep_runs = 30`. The files of a state stay as long as it is kept."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    keep_runs: int = Field(default=KEPT_RUNS, ge=1)


class Catalogue(BaseModel):
    """Bytes of Parquet up to which `newsledger.duckdb` holds all rows and can be copied: `max_bytes = 2000000000`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_bytes: int = Field(default=MAX_BYTES, ge=0)


class Configuration(BaseModel):
    """What a user may set: the model, where the work is done, limits on files, formats and languages by name, and more.

    A publication is described where its volumes are years.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: ModelName = DEFAULT_MODEL
    engine: EngineChoice = EngineChoice()
    limits: Limits = Limits()
    formats: tuple[FormatRule, ...] = ()
    tables: tuple[TableRule, ...] = ()
    languages: tuple[LanguageRule, ...] = ()
    publications: tuple[Publication, ...] = ()
    history: History = History()
    catalogue: Catalogue = Catalogue()
    corrected_days: dict[str, date] = {}
    """Days of publication by article: set in `corrections.csv`, which is read beside the settings."""

    def format_for(self, source: str) -> str | None:
        """Name the format that the first matching rule gives a file; None leaves it to the formats themselves."""
        rule = first_match(self.formats, source)
        return rule.format if rule else None

    def columns_for(self, source: str) -> Columns:
        """Say what the columns of a table are called, by the first matching rule."""
        rule = first_match(self.tables, source)
        return rule.columns if rule else SAME_NAMES

    def language_for(self, source: str) -> str | None:
        """Name the language that the first matching rule gives a file; None leaves it to the text itself."""
        rule = first_match(self.languages, source)
        return rule.language if rule else None


def first_match(rules: Iterable[Rule], source: str) -> Rule | None:
    """Find the first rule whose pattern a file's name matches; None if there is none."""
    return next((rule for rule in rules if PurePath(source).match(rule.match)), None)


def read_configuration(warehouse: Path) -> Configuration:
    """Read the settings of a warehouse; without a file, all are as they come.

    Raises ConfigurationError for what is no TOML, no known setting or no allowed value.
    """
    path = warehouse / layout.SETTINGS
    days = corrected_days(user_corrections(warehouse))
    if not path.exists():
        return Configuration(corrected_days=days)
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
        if "corrected_days" in settings:
            raise ConfigurationError(f"{path}: corrected_days: set them in {layout.CORRECTIONS}")
        configuration = Configuration.model_validate({**settings, "corrected_days": days})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} is not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        setting = ".".join(str(part) for part in first["loc"])
        known = settings_beside(first["loc"]) if first["type"] == "extra_forbidden" else []
        said = f"there is no such setting; there are {', '.join(known)}" if known else first["msg"]
        raise ConfigurationError(f"{path}: {setting}: {said}") from error
    for rule in configuration.formats:
        require_format(rule.format, where=str(path))
    return configuration


def settings_beside(place: Sequence[int | str]) -> list[str]:
    """Return the settings that there are at the place of one that there is not; none where that is not known."""
    known: Any = Configuration
    for part in place[:-1]:
        known = getattr(known, "model_fields", {}).get(part)
        known = known.annotation if known else None
    return [name for name in getattr(known, "model_fields", {}) if name != "corrected_days"]


def require_format(name: str, *, where: str) -> None:
    """Raise ConfigurationError unless a format of that name exists."""
    if name not in FORMATS:
        raise ConfigurationError(f"{where}: no format is called {name!r}; there are {', '.join(FORMATS)}")
