"""What may have been meant by the name of a table or column that there is not, beyond what DuckDB itself offers."""

import re
from difflib import get_close_matches

import duckdb

NO_COLUMN = re.compile(r'does not have a column named "([^"]+)"')
"""The column that DuckDB says is none, in the one of its messages that offers no other."""

NO_TABLE = re.compile(r'Table with name "?(?:[^"\s]+\.)?([^".\s]+)"? does not exist')
"""The table that DuckDB says is none: what it offers lies in the schema `main` alone."""

COLUMNS = """
FROM duckdb_columns() SELECT column_name, column_name
WHERE database_name = current_database() AND schema_name IN ('main', 'marts')
"""

RELATIONS = """
FROM (
    FROM duckdb_tables() SELECT database_name, schema_name, table_name
    UNION ALL
    FROM duckdb_views() SELECT database_name, schema_name, view_name WHERE NOT internal
)
SELECT table_name, CASE WHEN schema_name = 'main' THEN table_name ELSE schema_name || '.' || table_name END
WHERE database_name = current_database() AND schema_name IN ('main', 'marts')
"""

MOST_OFFERED = 5
"""Names looked for at most, as many as DuckDB offers."""


def with_nearest_names(connection: duckdb.DuckDBPyConnection, message: str) -> str:
    """Return DuckDB's message about a query with the names that come nearest, given the connection that refused it."""
    for pattern, names in ((NO_COLUMN, COLUMNS), (NO_TABLE, RELATIONS)):
        if missing := pattern.search(message):
            return f"{message}\n{nearest(missing[1], connection.execute(names).fetchall())}"
    return message


def nearest(missing: str, names: list[tuple[str, str]]) -> str:
    """Offer names like one that is missing, given each name and how a query writes it; else say where all are."""
    close = get_close_matches(missing.lower(), {name for name, _ in names}, n=MOST_OFFERED)
    written = dict.fromkeys(full for found in close for name, full in sorted(names) if name == found)
    if not written:
        return "`newsledger sql 'SHOW ALL TABLES'` lists all names."
    return f"Close names are {', '.join(written)}."
