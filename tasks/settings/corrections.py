"""The user's own corrections: `corrections.csv` in the warehouse's folder."""

import csv
from pathlib import Path

from tasks.resolvers.entities.corrections import Correction, CorrectionError, read_corrections
from tasks.resolvers.fact_corrections import check_correction
from warehouse.folder import layout
from warehouse.folder.errors import ConfigurationError


def user_corrections(warehouse: Path) -> tuple[Correction, ...]:
    """Read the corrections of a warehouse; without a file there are none.

    Raises ConfigurationError for what is no CSV or no correction.
    """
    path = warehouse / layout.CORRECTIONS
    if not path.exists():
        return ()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()  # spreadsheets begin with a byte-order mark
        return tuple(read_corrections(lines, check_value=check_correction))
    except (CorrectionError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"{path}: {error}") from error
