"""Texts each of whose lines is of one make, as a table of patterns has it: logs, settings, bytes in letters.

A line that is telling has the group `core`; a text needs at least so many of them, and none that does not fit.
"""

import re
from functools import partial

from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.refused.tables import forms_of


def forms() -> dict[str, Form]:
    """Return a form for each line of the table, in its order."""
    return forms_of("lines.csv", lambda row: partial(consists_of, re.compile(row["pattern"]), int(row["least"])))


def consists_of(pattern: re.Pattern[str], least: int, head: Head) -> bool:
    """Tell whether every line fits a pattern, and at least so many of them are telling."""
    telling = 0
    for line in head.lines:
        match = pattern.fullmatch(line)
        if not match:
            return False
        telling += match["core"] is not None
    return telling >= least
