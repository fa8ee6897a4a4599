"""What all articles together say: issues of volumes, stories told several times, entities, any table whole."""

from typing import Any

import duckdb
import pandas as pd

from warehouse.ledger.shards import as_frame

Row = dict[str, Any]

VOLUMES = """
WITH issues AS (
    FROM articles
    SELECT publication, volume, issue, min(published_on) AS published_on
    WHERE publication IS NOT NULL AND volume IS NOT NULL AND issue IS NOT NULL
    GROUP BY ALL
),
steps AS (
    FROM issues
    SELECT
        *,
        lag(issue) OVER numbered AS previous_issue,
        max(published_on) OVER (numbered ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest_before
    WINDOW numbered AS (PARTITION BY publication, volume ORDER BY issue)
),
volumes AS (
    FROM steps
    SELECT
        publication,
        volume,
        count(*) AS issue_count,
        min(issue) AS first_issue,
        max(issue) AS last_issue,
        min(published_on) AS first_day,
        max(published_on) AS last_day,
        max(issue) - min(issue) + 1 - count(*) AS missing_count,
        coalesce(max(issue - previous_issue - 1), 0) AS largest_hole,
        count(*) FILTER (published_on < latest_before) AS out_of_order_count,
        list(issue ORDER BY issue) FILTER (published_on < latest_before) AS out_of_order
    GROUP BY ALL
)
FROM volumes
SELECT
    publication || ' ' || volume AS volume_id,
    *,
    greatest(
        3,
        3 * coalesce(
            median(largest_hole) OVER (
                PARTITION BY publication ORDER BY volume ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE CURRENT ROW
            ),
            largest_hole
        )
    ) AS explained_hole
ORDER BY publication, volume
"""
"""A row a volume. A hole is explained by three times what the two volumes before and the two after have at most: an
archive has holes everywhere or nowhere; up to three issues are a holiday."""

DUPLICATES = """
FROM articles
SELECT
    any_value(source) FILTER (counted_as IS NULL) AS source,
    count(*) AS copy_count,
    string_agg(source, ', ' ORDER BY source) AS sources
GROUP BY coalesce(counted_as, article_id)
HAVING count(*) > 1
ORDER BY copy_count DESC, source
LIMIT 1000
"""


def survey_volumes(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """Sum up each volume: its issues and days, how many are missing, which are dated out of order."""
    return all_rows(connection, VOLUMES)


def survey_duplicates(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """List stories that several articles tell, each by the one that counts; copies of a text are among them."""
    return all_rows(connection, DUPLICATES)


def whole_table(connection: duckdb.DuckDBPyConnection, relation: str) -> pd.DataFrame:
    """Return all rows of a table or mart; for what is much smaller than the articles, or the user has rules for."""
    return as_frame(connection.sql(f"FROM {relation}").to_arrow_table())


def all_rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    """Run a query and return its rows by column name."""
    rows = connection.execute(query).fetchall()
    names = [column[0] for column in connection.description or ()]
    return [dict(zip(names, row, strict=True)) for row in rows]
