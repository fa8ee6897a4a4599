"""The page `docs/data-model.md`, rendered from the records and from the views that readers see."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb

from warehouse.ledger.schemas import column_types, grain
from warehouse.records import ARTICLE_TABLES, CORPUS_TABLES, MARTS, RUN_TABLES, STORY_TABLES, Mart, Record
from warehouse.search.index import segment_relation, segment_tables
from warehouse.views.questions import QUESTIONS
from warehouse.views.relations import (
    DERIVED_COLUMNS,
    ledger_meanings,
    mart_meanings,
    question_grain,
    question_meanings,
)
from warehouse.views.search import INDEX_TABLES, IndexTable, index_relation
from warehouse.views.workspace import empty_workspace

PAGE = Path(__file__).parents[2] / "docs" / "data-model.md"

INTRODUCTION = """\
# Data model

Rendered by `python -m warehouse.catalogue.data_model` from `warehouse/records/` and `warehouse/views/`: change
it there.

In `newsledger.duckdb` the tables of the ledger are views in the schema `main`, the marts views in the schema `marts`.
The schema `internal` is not for queries: what those are made from (each table as it is stored, the index of words), and
in `internal.state` which state of the ledger is shown. Up to a size it
holds all rows, above that it shows files (`newsledger status` says which).
Every key is a hash of content: the same input gives the same keys on any machine. Offsets count Unicode code points of
`articles.text`; of every row found in a text, `substring(articles.text, start_char + 1, end_char - start_char)` is its
`text`. Columns marked *view* are not stored but derived by the view, or filled in by it."""

NO_SEGMENT = "0" * 20
"""Key of a segment that is described and never written."""

COLUMNS_HEADER = "| column | type | may be null | meaning |\n|---|---|---|---|"

DECIMALS = """\
### Decimals in other tools

What tools for business intelligence make of each decimal column; `docs/bi.md` names the vendors' sources, and says it
of the other types. The twin is a DOUBLE of 15 digits.

| column | type | Power BI | Tableau | Excel | its twin |
|---|---|---|---|---|---|"""

IN_TOOLS: dict[str, tuple[str, str, str]] = {
    "DECIMAL(38,9)": (
        "more than *Fixed decimal number* keeps, which has four digits after the point and 19 in all: take the twin",
        "an extract holds 38 digits; a field of a view is a float of 15",
        "15 digits; text that `SUM` passes over where pandas has written it: take the twin",
    ),
    "DECIMAL(18,4)": (
        "exact as *Fixed decimal number*; as *Decimal number* 15 digits",
        "an extract holds it exactly; a field of a view is a float of 15 digits",
        "15 digits in a cell; exact as *Currency* of the data model",
    ),
}
"""What becomes of a decimal type in Power BI, Tableau and Excel."""


def data_model() -> str:
    """Render the page: every table and mart with its grain, every column with type and meaning."""
    with empty_workspace() as connection:
        return "\n\n".join(sections(connection)) + "\n"


def sections(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Yield the page's parts, of a database with the ledger's views."""
    yield INTRODUCTION
    yield "## Articles and what was found in them"
    yield from (table_section(connection, record) for record in ARTICLE_TABLES)
    yield "## Stories that several articles tell"
    yield from (table_section(connection, record) for record in STORY_TABLES)
    yield "## Entities across all articles"
    yield from (table_section(connection, record) for record in CORPUS_TABLES)
    yield "## What runs did and saw"
    yield from (table_section(connection, record) for record in RUN_TABLES)
    yield "## Views that answer common questions"
    yield (
        "In the schema `main`, computed from the tables above, or from the marts, when they are asked. A story "
        "that several articles tell, as copies or versions of it, counts once (`articles.counted_as`)."
    )
    yield from (question_section(connection, name) for name in QUESTIONS)
    yield "## Marts"
    yield (
        "Plain Parquet in the folder `marts` of the warehouse (`marts/fct_figures.parquet`; a table of more than 16 "
        "MiB is a folder with a file a year, `marts/fct_figures/1998.parquet`), and views in the schema `marts`. "
        "`fct_…` and `dim_…` are a star: each dimension has a row for what is not known, so that inner joins lose "
        "nothing. `articles`, `mentions`, `figures` and `citations` are the wide tables for people, who join nothing: "
        "the four names that marts had before there was a star, kept as files so that queries on them go on working. "
        "`meta_tables` and `meta_columns` describe all marts. Rows lie by `published_on` and `article_id`; those of a "
        "table that has neither lie by its key."
    )
    yield decimals_section(connection)
    yield from (mart_section(connection, name, mart) for name, mart in MARTS.items())
    yield "## The index of words"
    yield (
        "What the macros `search`, `search_sentences` and `search_hits` read; [search.md](search.md) says how to ask "
        "them. Plain Parquet in the folder `marts/search`, a folder a table and a file a segment of articles, and "
        "views `internal.search_…`."
    )
    with segment_tables(connection, (), key=NO_SEGMENT):
        yield from (index_section(connection, name, table) for name, table in INDEX_TABLES.items())


def table_section(connection: duckdb.DuckDBPyConnection, record: type[Record]) -> str:
    """Render a ledger table."""
    nullable = {name for name, (_, is_nullable) in column_types(record).items() if is_nullable}
    derived = DERIVED_COLUMNS.get(record.table, {})
    meanings = ledger_meanings(record.table)
    lines = [f"### {record.table}", "", grain(record), "", COLUMNS_HEADER]
    for name, kind in described(connection, f"FROM {record.table}"):
        remark = " *view* " if name in derived else " yes " if name in nullable else " "
        meaning = meanings[name].replace("|", r"\|")
        lines.append(f"| `{name}` | {kind} |{remark}| {meaning} |")
    return "\n".join(lines)


def question_section(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """Render a view that answers a question."""
    return view_section(connection, name, question_grain(name), question_meanings(name))


def mart_section(connection: duckdb.DuckDBPyConnection, name: str, mart: Mart) -> str:
    """Render a mart; keys lead to the dimensions that the meanings name."""
    return view_section(connection, f"marts.{name}", mart.grain, mart_meanings(name))


def decimals_section(connection: duckdb.DuckDBPyConnection) -> str:
    """Render what becomes of each decimal column of the marts in tools that hold fewer digits."""
    lines = [DECIMALS]
    for name in MARTS:
        columns = dict(described(connection, f"FROM marts.{name}"))
        for column, kind in columns.items():
            if kind in IN_TOOLS:
                twin = f"{column}_double" if f"{column}_double" in columns else column.removesuffix("_decimal")
                lines.append(f"| `{name}.{column}` | {kind} | {' | '.join(IN_TOOLS[kind])} | `{twin}` |")
    return "\n".join(lines)


def view_section(connection: duckdb.DuckDBPyConnection, name: str, meaning: str, meanings: Mapping[str, str]) -> str:
    """Render what a view's row stands for, and each column with its type and meaning."""
    lines = [f"### {name}", "", meaning, "", "| column | type | meaning |", "|---|---|---|"]
    for column, kind in described(connection, f"FROM {name}"):
        explained = meanings[column].replace("|", r"\|")
        lines.append(f"| `{column}` | {kind} | {explained} |")
    return "\n".join(lines)


def index_section(connection: duckdb.DuckDBPyConnection, name: str, table: IndexTable) -> str:
    """Render a table of the index, of a database in which a segment is being made."""
    lines = [f"### {index_relation(name)}", "", table.grain, "", "| column | type | meaning |", "|---|---|---|"]
    lines += [
        f"| `{column}` | {kind} | {table.columns[column]} |"
        for column, kind in described(connection, f"FROM {segment_relation(name)}")
    ]
    return "\n".join(lines)


def described(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[str, str]]:
    """Return name and DuckDB type of each column of a query."""
    return [(name, kind) for name, kind, *_ in connection.execute(f"DESCRIBE {query}").fetchall()]


if __name__ == "__main__":
    PAGE.write_text(data_model(), encoding="utf-8")
