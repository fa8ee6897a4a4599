"""The user's own corrections, `corrections.csv` in the warehouse's folder: read, added to, taken away from."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, fields
from pathlib import Path

from tasks.resolvers.entities.corrections import Correction, CorrectionError, read_corrections
from tasks.resolvers.fact_corrections import check_correction, is_instead_of
from warehouse.folder import layout
from warehouse.folder.errors import ConfigurationError
from warehouse.folder.files import failures_explained, replace_file
from warehouse.folder.lock import awaited

COLUMNS = tuple(field.name for field in fields(Correction))

Row = list[str]


def user_corrections(warehouse: Path) -> tuple[Correction, ...]:
    """Read the corrections of a warehouse; without a file there are none.

    Raises ConfigurationError for what is no CSV or no correction.
    """
    path = warehouse / layout.CORRECTIONS
    try:
        return tuple(read_corrections(text_of(path).splitlines(), check_value=check_correction))
    except (CorrectionError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"{path}: {error}") from error


def text_of(path: Path) -> str:
    """Return what a file of corrections says; nothing where there is none."""
    if not path.exists():
        return ""
    with failures_explained(path):
        return path.read_text(encoding="utf-8-sig")  # spreadsheets begin with a byte-order mark


def add_correction(warehouse: Path, correction: Correction) -> None:
    """Add a line at the end, in the place of those that say something else of the same value or fact.

    Raises ConfigurationError, with nothing written, for what is no correction, or a file that cannot be read.
    """
    names, values = list(COLUMNS), [str(value) for value in astuple(correction)]
    try:
        checked = correction_of(names, values)
    except CorrectionError as error:
        raise ConfigurationError(str(error).partition(": ")[2]) from error
    rewrite(warehouse, is_kept=lambda line: not is_instead_of(checked, line), added=[checked])


def remove_correction(warehouse: Path, correction: Correction) -> None:
    """Take a correction's lines away; whoever else has taken them away already is not told."""
    rewrite(warehouse, is_kept=lambda line: line != correction, added=[])


def rewrite(warehouse: Path, *, is_kept: Callable[[Correction], bool], added: Iterable[Correction]) -> None:
    """Write the file anew with the lines that are kept, as they are written, and those added; one writer at a time."""
    path, work = warehouse / layout.CORRECTIONS, warehouse / layout.WORK
    with awaited(work / f"{path.name}.lock"):
        user_corrections(warehouse)
        names, *rows = [row for row in csv.reader(text_of(path).splitlines()) if row] or [list(COLUMNS)]
        kept = [row for row in rows if is_kept(correction_of(names, row))]
        wider = [*names, *(name for name in COLUMNS if name not in names)]
        new = [[str(getattr(each, name, "")) for name in wider] for each in added]
        with failures_explained(path):
            replace_file(path, written([wider, *kept, *new]).encode(), work=work)


def correction_of(names: Sequence[str], row: Row) -> Correction:
    """Read one row of the file."""
    (found,) = read_corrections(written([list(names), row]).splitlines(), check_value=check_correction)
    return found


def written(rows: Iterable[Row]) -> str:
    """Write rows as CSV."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()
