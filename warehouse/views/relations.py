"""The SQL relations of a warehouse: what is stored, the views upon it, the marts, and the meaning of their columns."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from warehouse.ledger.schemas import column_types, grain
from warehouse.records import (
    MARTS,
    STAR,
    TABLES,
    Anaphor,
    ArticleStory,
    Citation,
    CrossReference,
    DateExpression,
    Figure,
    Quotation,
    Record,
    columns,
    key_column,
)
from warehouse.views.claims import claims_source
from warehouse.views.failures import ENDING, ENDING_OR_REMEDY
from warehouse.views.literals import quoted
from warehouse.views.questions import QUESTIONS
from warehouse.views.rates import REDENOMINATIONS, rates_version
from warehouse.views.search import search_fingerprint

VIEWS = Path(__file__).parent
"""One SQL file a view: `views/ledger/figures.sql` is `main.figures`, `views/marts/figures.sql` is `marts.figures`.

Those of `views/questions/` are views of `main` too, upon the tables of the ledger."""

DUCKDB_TYPES: dict[type, str] = {
    str: "VARCHAR",
    int: "BIGINT",
    float: "DOUBLE",
    bool: "BOOLEAN",
    date: "DATE",
    datetime: "TIMESTAMP WITH TIME ZONE",
    Decimal: "DECIMAL(38,9)",
}
"""The DuckDB type of each type that a record's column can have."""

CORRECTED_BY = "Correction of the user's that a value of the row comes from, a key of `corrections`; null without one."
HIDEABLE = {
    record.table: key_column(record)
    for record in (Anaphor, Citation, CrossReference, DateExpression, Figure, Quotation)
}
"""Tables of facts that the user can hide one by one, and their keys."""

HIDING = """FROM (
{query}
)
WHERE {key} NOT IN (
    FROM internal.corrected_values SELECT row_key WHERE table_name = '{table}' AND column_name = 'is_hidden'
)
"""
STORY_COLUMNS = ("story_id", "counted_as", "copy_of", "revises", "common_share", "difference")
STORY_MEANINGS = {name: meaning for name, _, meaning in columns(ArticleStory)}

DERIVED_COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "body": "The body alone: `text` from `body_start_char` to `body_end_char`.",
        "duplicate_of": "Key of the first article, by key, with the same text; null for that one itself.",
        "corrected_by": CORRECTED_BY,
        **{name: STORY_MEANINGS[name] for name in STORY_COLUMNS},
    },
    "mentions": {
        "entity_id": "Key of the entity it refers to; null where a correction says that it is none.",
    },
    "anaphors": {
        "entity_id": "Key of the entity that it stands for; null where articles give the office to none, or to two.",
    },
    "quotations": {
        "speaker_entity_id": "Key of the entity that speaks: the one that the article calls by the speaker's name.",
        "corrected_by": CORRECTED_BY,
    },
    "dates": {
        "corrected_by": CORRECTED_BY,
    },
    "figures": {
        "value_double": "`value` as a binary floating-point number, for tools without exact decimals.",
        "value_high_double": "`value_high` as a binary floating-point number.",
        "corrected_by": CORRECTED_BY,
    },
    "derived_figures": {
        "value_double": "`value` as a binary floating-point number, for tools without exact decimals.",
    },
}
"""What the ledger's views add to what is stored, or fill in there, and its meaning."""


def stored_query(
    record: type[Record], files: Sequence[Path], *, lacking: Collection[str] = (), is_kept: bool = False
) -> str:
    """Write the query over the Parquet files of a table's version; without files it is empty but typed.

    Columns that the files are `lacking`, as those of an earlier version of the table do, are null.
    """
    types = column_types(record)
    nulls = {name: f"CAST(NULL AS {DUCKDB_TYPES[kind]}) AS {name}" for name, (kind, _) in types.items()}
    if not files:
        return f"SELECT {', '.join(nulls.values())} WHERE false"
    names = ", ".join(nulls[name] if name in lacking else name for name in types)
    return f"FROM {parquet_scan(files, is_kept=is_kept)} SELECT {names}"


def parquet_scan(files: Sequence[Path], *, is_kept: bool = False) -> str:
    """Write the table function that reads exactly these files, and nothing else out of their folders' names.

    In a view that is kept in a database, DuckDB says what to run where the files are not there any more.
    """
    first, *others = map(str, files)
    if is_kept:
        first = first.removesuffix(ENDING) + ENDING_OR_REMEDY
    listed = ", ".join(quoted(file) for file in (first, *others))
    return f"read_parquet([{listed}], hive_partitioning = false)"


def ledger_query(table: str) -> str:
    """Return the query of a ledger table's view: its own SQL file, or all that is stored; without what users hide."""
    path = VIEWS / "ledger" / f"{table}.sql"
    query = path.read_text(encoding="utf-8") if path.exists() else f"FROM internal.{table}"
    return HIDING.format(query=query, table=table, key=HIDEABLE[table]) if table in HIDEABLE else query


def macros() -> str:
    """Return the statements that make the macros which the marts' queries use."""
    return (VIEWS / "macros.sql").read_text(encoding="utf-8")


def mart_query(mart: str) -> str:
    """Return the query that makes a mart, in no certain order, from the ledger's views and the macros."""
    return (VIEWS / "marts" / f"{mart}.sql").read_text(encoding="utf-8")


def question_query(question: str) -> str:
    """Return the query that answers a question from the ledger's views."""
    return (VIEWS / "questions" / f"{question}.sql").read_text(encoding="utf-8")


@cache
def ledger_meanings(table: str) -> dict[str, str]:
    """Return the meaning of each column of a ledger table's view."""
    (record,) = (record for record in TABLES if record.table == table)
    stored = {name: meaning for name, _, meaning in columns(record)}
    return {**stored, **DERIVED_COLUMNS.get(table, {})}


@cache
def mart_meanings(mart: str) -> dict[str, str]:
    """Return the meaning of each column that a mart can have: those of its tables, the first first, and its own."""
    taken_over = [ledger_meanings(record.table) for record in reversed(MARTS[mart].of)]
    return {name: meaning for meanings in (*taken_over, MARTS[mart].columns) for name, meaning in meanings.items()}


def question_grain(question: str) -> str:
    """Return what a row of a question's view stands for: the first line of its file."""
    return question_query(question).partition("\n")[0].removeprefix("-- ")


@cache
def question_meanings(question: str) -> dict[str, str]:
    """Return the meaning of each column that a question's view can have."""
    asked = QUESTIONS[question]
    taken_over = [mart_meanings(name) if name in STAR else ledger_meanings(name) for name in reversed(asked.of)]
    return {name: meaning for meanings in (*taken_over, asked.columns) for name, meaning in meanings.items()}


@cache
def fingerprint() -> str:
    """Hash everything that decides what catalogue and marts show beyond the rows themselves."""
    digest = hashlib.sha256()
    for record in TABLES:
        digest.update(repr((record.table, grain(record), list(columns(record)), ledger_query(record.table))).encode())
    digest.update(
        repr((DERIVED_COLUMNS, macros(), rates_version(), REDENOMINATIONS.read_bytes(), claims_source())).encode()
    )
    digest.update(repr([(name, MARTS[name], mart_query(name)) for name in MARTS]).encode())
    digest.update(repr([(name, question, question_query(name)) for name, question in QUESTIONS.items()]).encode())
    digest.update(search_fingerprint().encode())
    return digest.hexdigest()[:8]
