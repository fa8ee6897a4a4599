"""One outlet or story: what the marts say of it, each part so far that a page can be read."""

from pathlib import Path

from warehouse.catalogue.reader import reading
from warehouse.folder.errors import QueryError
from warehouse.reading.card import Card, parts_of
from warehouse.reading.query import dictionaries

OUTLET_PARTS = {
    "months": """
        FROM marts.fct_citations
        SELECT
            CAST(date_trunc('month', published_on) AS DATE) AS month,
            count(DISTINCT (article_id, start_char)) AS count
        WHERE outlet_id = $key AND published_on IS NOT NULL AND NOT is_duplicate GROUP BY month ORDER BY month
    """,
    "articles": """
        WITH citing AS (
            FROM marts.fct_citations SELECT article_id, count(DISTINCT start_char) AS citations
            WHERE outlet_id = $key AND NOT is_duplicate GROUP BY article_id
        )
        FROM citing JOIN marts.dim_article USING (article_id)
        SELECT article_id, headline, source, published_on, citations
        ORDER BY published_on DESC NULLS LAST, article_id LIMIT 50
    """,
    "figures": """
        FROM marts.fct_figures
        SELECT figure_id, article_id, published_on, text, direction, is_change, measure, measured_of
        WHERE outlet_id = $key AND NOT is_duplicate
        ORDER BY published_on DESC NULLS LAST, article_id, start_char LIMIT 20
    """,
}
"""Query of each part of an outlet's page."""

STORY_PARTS = {
    "versions": """
        FROM marts.dim_article
        SELECT article_id, headline, source, publication, published_on, word_count, counted_as, copy_of, revises,
            common_share, difference
        WHERE story_id = $key ORDER BY published_on NULLS LAST, article_id LIMIT 500
    """,
}
"""Query of each part of a story's page."""


def outlet_page(folder: Path, key: str) -> Card:
    """Return who cites an outlet, and what rests on it; raise `QueryError` where there is none of that key."""
    with reading(folder) as connection:
        found = dictionaries(connection, "FROM marts.dim_outlet WHERE outlet_id = ?", [key])
        if not found or key == "unknown":
            raise QueryError(f"No outlet has the key {key!r}.")
        return Card(row=found[0], parts=parts_of(connection, OUTLET_PARTS, {"key": key}))


def story_page(folder: Path, key: str) -> Card:
    """Return the versions of a story; raise `QueryError` where there is none of that key."""
    with reading(folder) as connection:
        parts = parts_of(connection, STORY_PARTS, {"key": key})
    if not parts["versions"] or key == "unknown":
        raise QueryError(f"No story has the key {key!r}: articles that came later may have changed it.")
    return Card(row=parts["versions"][0], parts=parts)
