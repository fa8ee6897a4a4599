"""One entity, outlet or story: what the marts say of it, each part so far that a page can be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.browsing.listing import Row
from warehouse.catalogue.reader import reading
from warehouse.folder.errors import QueryError
from warehouse.reading.entity_card import find_entity
from warehouse.reading.query import dictionaries

ENTITY_PARTS = {
    "names": "FROM entity_names SELECT name, mention_count WHERE entity_id = $key ORDER BY 2 DESC, name LIMIT 40",
    "roles": """
        FROM entity_roles
        SELECT role, country_code, min(stated_on) AS first, max(stated_on) AS last, count(*) AS mentions
        WHERE entity_id = $key GROUP BY role, country_code ORDER BY first NULLS LAST, role LIMIT 40
    """,
    "months": """
        FROM marts.fct_mentions SELECT CAST(date_trunc('month', published_on) AS DATE) AS month, count(*) AS count
        WHERE entity_id = $key AND published_on IS NOT NULL AND NOT is_duplicate GROUP BY month ORDER BY month
    """,
    # Of an entity that everybody writes about, its latest articles say enough.
    "company": """
        WITH here AS (
            FROM marts.fct_mentions SELECT article_id
            WHERE entity_id = $key AND NOT is_duplicate
            GROUP BY article_id ORDER BY max(published_on) DESC NULLS LAST, article_id LIMIT 1000
        ),
        beside AS (
            FROM marts.fct_mentions SELECT entity_id, count(DISTINCT article_id) AS articles
            WHERE article_id IN (FROM here) AND entity_id NOT IN ($key, 'unknown')
            GROUP BY entity_id ORDER BY articles DESC, entity_id LIMIT 60
        )
        FROM beside JOIN marts.dim_entity USING (entity_id)
        SELECT entity_id, name, kind, articles, latitude, longitude
        ORDER BY articles DESC, name, entity_id
    """,
    "figures": """
        WITH latest AS (
            FROM marts.fct_figure_entities SELECT figure_id
            WHERE entity_id = $key ORDER BY published_on DESC NULLS LAST, figure_id LIMIT 20
        )
        FROM marts.fct_figures
        SELECT figure_id, article_id, published_on, text, measure, period, status, speaker
        WHERE figure_id IN (FROM latest) AND NOT is_duplicate
        ORDER BY published_on DESC NULLS LAST, article_id, start_char
    """,
    "statements": """
        FROM marts.fct_quotations SELECT quotation_id, article_id, published_on, style, cue, text
        WHERE speaker_entity_id = $key AND style <> 'term' AND NOT is_duplicate
        ORDER BY published_on DESC NULLS LAST, article_id, start_char LIMIT 20
    """,
}
"""Query of each part of an entity's page."""

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
        FROM marts.fct_figures SELECT figure_id, article_id, published_on, text, measure, measured_of
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is shown of one thing: its row, and the rows of each part by its name."""

    row: Row
    parts: dict[str, list[Row]]


def entity_page(folder: Path, wanted: str) -> Card:
    """Return what is said of the entity of a key or name; raise `QueryError` for none or several."""
    with reading(folder) as connection:
        key = find_entity(connection, " ".join(wanted.split()))
        (row,) = dictionaries(connection, "FROM marts.dim_entity WHERE entity_id = ?", [key])
        return Card(row=row, parts=parts_of(connection, ENTITY_PARTS, key))


def outlet_page(folder: Path, key: str) -> Card:
    """Return who cites an outlet, and what rests on it; raise `QueryError` where there is none of that key."""
    with reading(folder) as connection:
        found = dictionaries(connection, "FROM marts.dim_outlet WHERE outlet_id = ?", [key])
        if not found or key == "unknown":
            raise QueryError(f"No outlet has the key {key!r}.")
        return Card(row=found[0], parts=parts_of(connection, OUTLET_PARTS, key))


def story_page(folder: Path, key: str) -> Card:
    """Return the versions of a story; raise `QueryError` where there is none of that key."""
    with reading(folder) as connection:
        parts = parts_of(connection, STORY_PARTS, key)
    if not parts["versions"] or key == "unknown":
        raise QueryError(f"No story has the key {key!r}: articles that came later may have changed it.")
    return Card(row=parts["versions"][0], parts=parts)


def parts_of(connection: duckdb.DuckDBPyConnection, queries: Mapping[str, str], key: str) -> dict[str, list[Row]]:
    """Ask for the parts of a page."""
    return {name: dictionaries(connection, query, {"key": key}) for name, query in queries.items()}
