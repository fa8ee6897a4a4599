"""All that a warehouse says of one entity: its names, offices, months, company, figures and words. Quick to import."""

from pathlib import Path
from typing import TextIO

import duckdb

from warehouse.catalogue.reader import reading
from warehouse.folder.errors import QueryError
from warehouse.reading.card import Card, Row, parts_of
from warehouse.reading.json_text import json_text
from warehouse.reading.nearest import close_names
from warehouse.reading.query import dictionaries

SHORTEST_KEY = 6
"""Characters of a key's start that are looked for; a shorter one would meet a name."""

LATEST = {"figures": 20, "quotations": 20}
"""Figures and quotations of a card: whoever wants more asks the views."""

BY_NAME = """
FROM entities
SELECT entity_id, kind, name, country_code, mention_count
WHERE lower(name) = lower($wanted)
    OR entity_id IN (FROM entity_names SELECT entity_id WHERE lower(name) = lower($wanted))
ORDER BY mention_count DESC, entity_id
"""

BY_KEY = """
FROM entities
SELECT entity_id, kind, name, country_code, mention_count
WHERE length($wanted) >= $shortest AND starts_with(entity_id, lower($wanted))
ORDER BY entity_id
"""

OF_ENTITY = """
CREATE OR REPLACE TEMP TABLE of_entity AS
FROM marts.fct_mentions SELECT article_id, published_on, is_duplicate, count(*) AS mention_count
WHERE entity_id = $entity_id GROUP BY ALL
"""
"""Where an entity is named, looked for once: mentions are more than all other rows together."""

# Of who is written about every day, the latest articles and figures say enough. Whoever speaks by a name of the entity
# in an article that names it is the entity.
PARTS = {
    "names": """
        FROM entity_names SELECT name, mention_count AS mentions
        WHERE entity_id = $entity_id ORDER BY mention_count DESC, name LIMIT 40
    """,
    "roles": """
        FROM entity_roles
        SELECT role, country_code AS country, min(stated_on) AS first, max(stated_on) AS last, count(*) AS mentions
        WHERE entity_id = $entity_id GROUP BY ALL ORDER BY first NULLS LAST, role LIMIT 40
    """,
    "months": """
        FROM temp.of_entity
        SELECT
            CAST(date_trunc('month', published_on) AS DATE) AS month,
            CAST(sum(mention_count) AS BIGINT) AS mention_count
        WHERE published_on IS NOT NULL AND NOT is_duplicate GROUP BY month ORDER BY month
    """,
    "appears with": """
        WITH here AS (
            FROM temp.of_entity SELECT article_id
            WHERE NOT is_duplicate
            GROUP BY article_id ORDER BY max(published_on) DESC NULLS LAST, article_id LIMIT 1000
        ),
        beside AS (
            FROM marts.fct_mentions SELECT entity_id, count(DISTINCT article_id) AS articles
            WHERE article_id IN (FROM here) AND entity_id NOT IN ($entity_id, 'unknown')
            GROUP BY entity_id ORDER BY articles DESC, entity_id LIMIT 60
        )
        FROM beside JOIN marts.dim_entity USING (entity_id)
        SELECT entity_id, name, kind, articles, latitude, longitude
        ORDER BY articles DESC, name, entity_id
    """,
    "meant without a name": """
        FROM anaphors SELECT lower(text) AS phrase, count(*) AS times
        WHERE entity_id = $entity_id GROUP BY ALL ORDER BY times DESC, phrase LIMIT 15
    """,
    "figures": f"""
        WITH latest AS (
            FROM marts.fct_figure_entities SELECT figure_id
            WHERE entity_id = $entity_id ORDER BY published_on DESC NULLS LAST, figure_id LIMIT 100
        ),
        stated AS (
            FROM marts.fct_figures SELECT figure_id
            WHERE speaker IN (FROM entity_names SELECT name WHERE entity_id = $entity_id)
                AND article_id IN (FROM temp.of_entity SELECT article_id)
            ORDER BY published_on DESC NULLS LAST, figure_id LIMIT 100
        )
        FROM marts.fct_figures
        SELECT
            figure_id, article_id, published_on, text,
            coalesce(value_decimal, TRY_CAST(value AS DECIMAL(38, 9))) AS value,
            unit, direction, is_change, measure, period, status, speaker
        WHERE figure_id IN (FROM latest UNION FROM stated) AND NOT is_duplicate AND NOT is_reference
        ORDER BY published_on DESC NULLS LAST, article_id, start_char LIMIT {LATEST["figures"]}
    """,  # noqa: S608 (our number)
    "quotations": f"""
        FROM marts.fct_quotations SELECT quotation_id, article_id, published_on, style, cue, text
        WHERE speaker_entity_id = $entity_id AND style <> 'term' AND NOT is_duplicate
        ORDER BY published_on DESC NULLS LAST, article_id, start_char LIMIT {LATEST["quotations"]}
    """,
}
"""Query of each part of a card, by its title, beside `OF_ENTITY`."""


def entity_card(folder: Path, wanted: str) -> Card:
    """Find the entity of this name, key or start of a key; raise `QueryError` for none or several."""
    with reading(folder) as connection:
        wanted_key = {"entity_id": find_entity(connection, " ".join(wanted.split()))}
        (row,) = dictionaries(connection, "FROM marts.dim_entity WHERE entity_id = $entity_id", wanted_key)
        connection.execute(OF_ENTITY, wanted_key)
        return Card(row=row, parts=parts_of(connection, PARTS, wanted_key))


def write_card(card: Card, stream: TextIO) -> None:
    """Write a card as one JSON object: the entity's columns, and an array for each part, `appears_with` among them."""
    lines = [f"  {json_text(name)}: {json_text(value)}" for name, value in card.row.items()]
    lines += [f"  {json_text(title.replace(' ', '_'))}: {array_text(rows)}" for title, rows in card.parts.items()]
    stream.write("{\n" + ",\n".join(lines) + "\n}\n")


def array_text(rows: list[Row]) -> str:
    """Write the rows of a part as a JSON array, one a line."""
    return "[\n    " + ",\n    ".join(map(json_text, rows)) + "\n  ]" if rows else "[]"


def find_entity(connection: duckdb.DuckDBPyConnection, wanted: str) -> str:
    """Return the key of the one entity meant; a key goes before a name."""
    by_key = dictionaries(connection, BY_KEY, {"wanted": wanted, "shortest": SHORTEST_KEY})
    found = by_key if len(by_key) == 1 else dictionaries(connection, BY_NAME, {"wanted": wanted})
    if len(found) == 1:
        return str(found[0]["entity_id"])
    if found:
        listed = "\n".join(f"  {described(row)}" for row in found)
        raise QueryError(f"{wanted!r} is the name of several entities. Give the key of one:\n{listed}")
    names = [name for (name,) in connection.execute("FROM entity_names SELECT DISTINCT name").fetchall()]
    close = ", ".join(close_names(wanted, names))
    raise QueryError(f"No entity is called {wanted!r}." + (f" Close names are {close}." if close else ""))


def described(row: Row) -> str:
    """Describe an entity in a line that begins with its key."""
    country = f", {row['country_code']}" if row["country_code"] else ""
    return f"{row['entity_id']}  {row['name']} ({row['kind']}{country}, {row['mention_count']:,} mentions)"
