"""What an export holds: `export.json` beside its files, by which a folder is known to hold nothing else."""

import dataclasses
import json
import re
from dataclasses import dataclass
from pathlib import Path

from warehouse.folder.files import sync

MANIFEST = "export.json"

FILE_NAME = re.compile(r"\w+\.\w+", re.ASCII)
"""The name of a file of an export, `fct_figures.csv`: never a path out of its folder, whoever wrote the manifest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedTable:
    """A table of an export: its name in the warehouse and in the export, its file, and which rows it holds.

    `rows` is `all`, `filtered` or, of a dimension, `led to`.
    """

    table: str
    name: str
    file: str
    rows: str
    row_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """An export: its format, the condition, the state of the warehouse that it shows, and its tables.

    `sequence` counts the publications of the warehouse, `fingerprint` names the definition of its views.
    """

    format: str
    condition: str | None
    sequence: int
    fingerprint: str
    tables: tuple[ExportedTable, ...]


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write down what an export holds, durably."""
    text = json.dumps(dataclasses.asdict(manifest), ensure_ascii=False, indent=2)
    (folder / MANIFEST).write_text(f"{text}\n", encoding="utf-8")
    sync(folder / MANIFEST)


def files_of(folder: Path) -> frozenset[str]:
    """Return the names of the files of an export, its manifest among them; none where the folder holds no export."""
    try:
        stated = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {str(table["file"]) for table in stated["tables"]}
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError):
        return frozenset()
    return frozenset({MANIFEST, *filter(FILE_NAME.fullmatch, files)})
