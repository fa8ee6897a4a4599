"""What may have been meant by a name that there is not: of an entity, an article, a table beyond DuckDB's offers."""

import re
from collections.abc import Iterable
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

NAMES_OF_ARTICLES = """
FROM internal.articles SELECT article_id, source, headline
ORDER BY
    contains(lower(concat_ws(' ', source, headline)), lower($wanted)) DESC,
    greatest(
        jaro_winkler_similarity(lower(parse_filename(source)), lower($wanted)),
        jaro_winkler_similarity(lower(coalesce(headline, '')), lower($wanted))
    ) DESC,
    article_id
LIMIT 10000
"""
"""Key, source and headline of the articles among which one that is wanted is looked for: of many, the likeliest."""

MOST_OFFERED = 5
"""Names looked for at most, as many as DuckDB offers."""

KEY_CHARS = 8
"""Characters of a key that are offered: enough to name an article by."""

SHORTEST_NAME = 3
"""Characters of a name that is offered: the number of an article within a file is like any other number."""

CLOSE_ENOUGH = 70
"""Least likeness of a suggested name, of 100."""


def close_names(wanted: str, names: Iterable[str]) -> list[str]:
    """Return at most five names that are written much like the one wanted, the closest first."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 (needed only where a name is not found)

    found = process.extract(
        wanted,
        sorted(names),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=MOST_OFFERED,
        score_cutoff=CLOSE_ENOUGH,
    )
    return [name for name, *_ in found]


def nearest_articles(wanted: str, articles: list[tuple[str, str, str | None]]) -> str:
    """Offer articles called much like what is wanted, given key, source and headline of each; else say how to look.

    Of a source its last part counts as well, with its suffix and without: who wants `m01` thinks of `inbox/m01.txt`.
    """
    called: dict[str, list[str]] = {}
    for key, source, headline in articles:
        for name in (source, *names_within(source), headline):
            if name and len(name) >= SHORTEST_NAME:
                called.setdefault(name, []).append(f"{source} ({key[:KEY_CHARS]})")
    named = dict.fromkeys(one for name in close_names(wanted, called) for one in called[name])
    if not named:
        return "Look for it with `newsledger sql 'FROM articles SELECT article_id, source, headline'`."
    return f"Close ones are {', '.join(list(named)[:MOST_OFFERED])}."


def names_within(source: str) -> tuple[str, ...]:
    """Return what else a source goes by: the name of its file, without its suffix too, and its own within the file."""
    path, _, locator = source.partition("#")
    file = path.rpartition("/")[2]
    return (file, file.partition(".")[0], locator)


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
