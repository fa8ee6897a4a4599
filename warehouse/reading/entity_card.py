"""All that a warehouse says of one entity: its names, offices, months, company, figures and words. Quick to import."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import duckdb

from warehouse.catalogue.reader import reading
from warehouse.folder.errors import QueryError
from warehouse.reading.json_text import json_text
from warehouse.reading.query import dictionaries

Row = dict[str, object]

SHORTEST_KEY = 6
"""Characters of a key's start that are looked for; a shorter one would meet a name."""

CLOSE_ENOUGH = 70
"""Least likeness of a suggested name, of 100."""

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

# The names by which an article calls the entity lead to what it says of it there.
PARTS = {
    "names": """
        FROM entity_names SELECT name, mention_count AS mentions
        WHERE entity_id = $entity_id ORDER BY mention_count DESC, name LIMIT 20
    """,
    "roles": """
        FROM entity_roles
        SELECT role, country_code AS country, min(stated_on) AS first, max(stated_on) AS last, count(*) AS mentions
        WHERE entity_id = $entity_id GROUP BY ALL ORDER BY first NULLS LAST, role LIMIT 20
    """,
    "months": """
        FROM entity_mentions_by_month SELECT month, mention_count
        WHERE entity_id = $entity_id AND month IS NOT NULL ORDER BY month
    """,
    "appears with": """
        WITH here AS (
            SELECT DISTINCT article_id FROM mentions JOIN articles USING (article_id)
            WHERE entity_id = $entity_id AND counted_as IS NULL
        )
        SELECT entities.name, entities.kind, count(DISTINCT article_id) AS articles
        FROM here JOIN mentions USING (article_id) JOIN entities USING (entity_id)
        WHERE entity_id <> $entity_id
        GROUP BY entity_id, entities.name, entities.kind ORDER BY articles DESC, entities.name, entity_id LIMIT 15
    """,
    "meant without a name": """
        FROM anaphors SELECT lower(text) AS phrase, count(*) AS times
        WHERE entity_id = $entity_id GROUP BY ALL ORDER BY times DESC, phrase LIMIT 15
    """,
    "figures": """
        WITH called AS (SELECT DISTINCT article_id, name FROM mentions WHERE entity_id = $entity_id)
        SELECT DISTINCT published_on, figures.text, value, unit, measure, figures.article_id
        FROM figures JOIN articles USING (article_id)
        WHERE counted_as IS NULL AND is_reference IS NOT true AND (
            figure_id IN (SELECT figure_id FROM figure_entities WHERE entity_id = $entity_id)
            OR EXISTS (FROM called WHERE called.article_id = figures.article_id AND figures.speaker = called.name)
        )
        ORDER BY published_on DESC NULLS LAST, figures.article_id, figures.text LIMIT 15
    """,
    "quotations": """
        SELECT published_on, style, cue, quotations.text, article_id
        FROM quotations JOIN articles USING (article_id)
        WHERE speaker_entity_id = $entity_id AND style <> 'term' AND counted_as IS NULL
        ORDER BY published_on DESC NULLS LAST, article_id, start_char LIMIT 15
    """,
}
"""Query of each part of a card, by its title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityCard:
    """An entity's row and, by title, the rows of each part of its card; `months` has mentions by month."""

    entity: Row
    parts: dict[str, list[Row]]


def entity_card(folder: Path, wanted: str) -> EntityCard:
    """Find the entity of this name, key or start of a key; raise `QueryError` for none or several."""
    with reading(folder) as connection:
        entity_id = find_entity(connection, " ".join(wanted.split()))
        (entity,) = dictionaries(connection, "FROM entities WHERE entity_id = ?", [entity_id])
        parts = {title: dictionaries(connection, query, {"entity_id": entity_id}) for title, query in PARTS.items()}
    return EntityCard(entity=entity, parts=parts)


def write_card(card: EntityCard, stream: TextIO) -> None:
    """Write a card as one JSON object: the entity's columns, and an array for each part, `appears_with` among them."""
    lines = [f"  {json_text(name)}: {json_text(value)}" for name, value in card.entity.items()]
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


def close_names(wanted: str, names: Iterable[str]) -> list[str]:
    """Return at most five names that are written much like the one wanted, the closest first."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 (needed only where a name is not found)

    found = process.extract(
        wanted, sorted(names), scorer=fuzz.WRatio, processor=utils.default_process, limit=5, score_cutoff=CLOSE_ENOUGH
    )
    return [name for name, *_ in found]
