"""Text that is markup, code or data, by how it begins, as a table of patterns has it."""

import re
from functools import partial

from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.refused.tables import forms_of


def forms() -> dict[str, Form]:
    """Return a form for each line of the table, in its order."""
    return forms_of("shapes.csv", lambda row: partial(begins, re.compile(row["pattern"])))


def begins(pattern: re.Pattern[str], head: Head) -> bool:
    """Tell whether a text begins as a pattern says."""
    return pattern.match(head.start) is not None
