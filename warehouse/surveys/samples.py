"""Made-up rows of any table or mart, of the types that its columns have: to try out what is demanded of them."""

from collections.abc import Collection

from warehouse.surveys.corpus import Row, all_rows
from warehouse.views.workspace import empty_workspace

SAMPLES = (("1", "2000-01-01"), ("2", "2000-01-02"))
"""Two values, so that there is a spread: the first of each for text, numbers and truth, the second for days."""


def sample_rows(tables: Collection[str]) -> dict[str, list[Row]]:
    """Return two rows of each table or mart, named as `figures` or `marts.fct_figures`; lists in them are null."""
    if not tables:
        return {}
    rows: dict[str, list[Row]] = {}
    with empty_workspace() as connection:
        for table in tables:
            kinds = [(row["column_name"], row["column_type"]) for row in all_rows(connection, f"DESCRIBE FROM {table}")]
            rows[table] = [
                row
                for value, day in SAMPLES
                for row in all_rows(connection, "SELECT " + ", ".join(sample(*each, value, day) for each in kinds))
            ]
    return rows


def sample(column: str, kind: str, value: str, day: str) -> str:
    """Write the expression of a column's sample."""
    return f"coalesce(TRY_CAST('{value}' AS {kind}), TRY_CAST('{day}' AS {kind})) AS \"{column}\""
