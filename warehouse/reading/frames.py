"""Tables of articles as frames, with what their suites look at beside the columns."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from warehouse.catalogue.reader import reading
from warehouse.ledger.shards import as_frame
from warehouse.records import ARTICLE_TABLES

WITH_PROOF = """
FROM {table} AS fact JOIN articles USING (article_id)
SELECT fact.*, substring(articles.text, fact.start_char + 1, fact.end_char - fact.start_char) AS article_text_at_span
LIMIT {most_rows}
"""

FRAMES = {
    "articles": "FROM {table} LIMIT {most_rows}",
    "anaphors": """
        FROM anaphors AS fact
        JOIN articles USING (article_id)
        LEFT JOIN mentions ON mentions.mention_id = fact.mention_id
        SELECT
            fact.*, mentions.text AS mention_text,
            substring(articles.text, fact.start_char + 1, fact.end_char - fact.start_char) AS article_text_at_span
        LIMIT {most_rows}
    """,
    "derived_figures": """
        FROM derived_figures AS fact
        LEFT JOIN figures AS level ON level.figure_id = fact.level_figure_id
        LEFT JOIN figures AS change ON change.figure_id = fact.change_figure_id
        SELECT fact.*, level.text AS level_text, change.text AS change_text
        LIMIT {most_rows}
    """,
}
"""Queries of the tables whose suites look at other columns than those of most facts."""


def table_frames(folder: Path, *, most_rows: int) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield the tables of articles as frames of so many rows, with what their suites look at beside the columns."""
    names = [record.table for record in ARTICLE_TABLES]
    with reading(folder) as connection:
        for table in names:
            query = FRAMES.get(table, WITH_PROOF).format(table=table, most_rows=most_rows)
            yield table, as_frame(connection.sql(query).to_arrow_table())
