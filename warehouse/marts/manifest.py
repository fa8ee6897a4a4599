"""What the marts of a folder were made from: `manifest.json` beside them, by which what is the same is taken over."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from warehouse.folder.files import sync

MANIFEST = "manifest.json"


class MartFile(BaseModel):
    """The rows of a file: how many, and a hash of them all that does not depend on their order."""

    model_config = ConfigDict(frozen=True)

    row_count: int
    digest: str


class MadeMart(BaseModel):
    """A mart: the state of the tables that it was made from, and its files by their path below the marts."""

    model_config = ConfigDict(frozen=True)

    made_from: dict[str, int | str]
    files: dict[str, MartFile]


class Manifest(BaseModel):
    """All marts of a folder, by name."""

    model_config = ConfigDict(frozen=True)

    marts: dict[str, MadeMart] = {}


def read_manifest(marts: Path) -> Manifest:
    """Read what the marts of a folder were made from; empty where that is not known or was written otherwise."""
    try:
        return Manifest.model_validate_json((marts / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValidationError):
        return Manifest()


def write_manifest(marts: Path, manifest: Manifest) -> None:
    """Write down what the marts of a folder were made from."""
    (marts / MANIFEST).write_text(manifest.model_dump_json(indent=2), encoding="utf-8")
    sync(marts)
