"""Which column of a table says what of an article: as the configuration names them, else by the same names."""

import re
from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from datetime import date, datetime

from tasks.formats.forms.composing import Story, unwrapped
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Columns
from tasks.formats.text.shown import text_of_page
from tasks.sources.refusal import Refusal

COLUMN_MISSING = "column_missing"
"""Rule of the rejection of a row without the column of its text, such as of a table whose columns nobody has named."""

LONGEST_FIELD = 1_000
"""Characters of a column that is kept beside the article; a longer one is another text."""

CLOSING_TAG = re.compile(r"</(?:p|div|a|em|strong|span|li|tr|td|h[1-6]|blockquote)>", re.IGNORECASE)


def story_of(row: Mapping[str, object], columns: Columns) -> Story:
    """Return what a row states; raise `Refusal` where it has no text, or a day that cannot be read for certain."""
    columns = as_spelt(columns, row)
    values = {name: written(value) for name, value in row.items()}
    if columns.text not in values:
        there = ", ".join(list(values)[:20])
        raise Refusal(
            COLUMN_MISSING,
            f"The row has no column {columns.text!r}; there are {there}",
            repair="Name the columns below `[[tables]]` in newsledger.toml; docs/formats.md says how.",
        )
    text = values[columns.text] or ""
    read = {columns.text, columns.title, columns.published_on, columns.publication, columns.byline}
    names = {columns.url: "url", columns.language: "language"}
    others = {names.get(name, snake(name)): value for name, value in values.items() if name not in read}
    return Story(
        title=values.get(columns.title),
        paragraphs=[text_of_page(text)] if CLOSING_TAG.search(text) else unwrapped(text),
        byline=values.get(columns.byline),
        publication=values.get(columns.publication),
        published_on=published_on(values.get(columns.published_on), columns.date_format),
        fields={name: value for name, value in others.items() if value and name and len(value) <= LONGEST_FIELD},
    )


def as_spelt(columns: Columns, row: Collection[str]) -> Columns:
    """Return the names of columns in the case that a row writes them in: `Text` is the column `text`."""
    spelt = {name.strip().lower(): name for name in sorted(row, reverse=True)}
    names = {field.name: getattr(columns, field.name) for field in fields(columns) if field.name != "date_format"}
    changed = {slot: spelt.get(name.lower(), name) for slot, name in names.items() if name not in row}
    return replace(columns, **changed)


def written(value: object) -> str | None:
    """Return a value as text; a list of texts is separated by `; `, what is no text or number is left out."""
    if isinstance(value, list):
        return "; ".join(each for each in value if isinstance(each, str)) or None
    if isinstance(value, bool) or value is None or isinstance(value, dict):
        return None
    return str(value)


def snake(name: str) -> str:
    """Return a column's name in small letters, with underscores for all else."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def published_on(stated: str | None, date_format: str | None) -> date | None:
    """Return the day that a column states."""
    if not stated or not stated.strip():
        return None
    if not date_format:
        return day_of(stated)
    try:
        return datetime.strptime(stated.strip(), date_format).date()  # noqa: DTZ007 - the day alone is of interest
    except ValueError as error:
        reason = f"The day {stated[:60]!r} is not written as `date_format` {date_format!r} says"
        raise Refusal("unclear_date", reason, repair="Correct it, or `date_format` in newsledger.toml.") from error
