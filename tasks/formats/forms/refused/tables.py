"""Forms that are refused, a line each of a table beside this file: name, what it says, rule, and what to do with it."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

from tasks.formats.forms.form import Form, Head


def forms_of(table: str, recogniser: Callable[[Mapping[str, str]], Callable[[Head], bool]]) -> dict[str, Form]:
    """Return a form for each line of a table, in its order; `recogniser` makes of a line what recognises a file."""
    with Path(__file__).with_name(table).open(encoding="utf-8", newline="") as file:
        return {
            row["name"]: Form(says=row["says"], recognise=recogniser(row), rule=row["rule"], repair=row["repair"])
            for row in csv.DictReader(file)
        }
