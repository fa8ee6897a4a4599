"""Text that is markup, code or data, by how it begins, as a table of patterns has it."""

import csv
import re
from functools import partial
from pathlib import Path

from tasks.formats.forms.form import Form, Head

TABLE = Path(__file__).with_name("shapes.csv")


def forms() -> dict[str, Form]:
    """Return a form for each line of the table, in its order."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {
            row["name"]: Form(
                says=row["says"],
                recognise=partial(begins, re.compile(row["pattern"])),
                rule=row["rule"],
                repair=row["repair"],
            )
            for row in csv.DictReader(file)
        }


def begins(pattern: re.Pattern[str], head: Head) -> bool:
    """Tell whether a text begins as a pattern says."""
    return pattern.match(head.start) is not None
