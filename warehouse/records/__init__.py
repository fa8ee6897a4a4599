"""The tables of the ledger: one frozen dataclass a table, its grain in the first line of its docstring.

- `record`: what every record is, how keys are hashed, and the stamp that landing adds.
- `articles`: the articles, and the text that all offsets refer to.
- `facts`: what is found in an article's text, a table a kind of fact.
- `stories`: which articles tell the same story.
- `entities`: what the mentions of all articles refer to.
- `runs`: what runs did and saw: files, rejections, checks.
- `mart`: what a mart is.
- `claims`: the marts of what several reports state.
- `marts`: all marts, and what they add to the ledger.

Arrow and Delta schemas, the data model's page and the SQL comments are all derived from these classes. A column's
type is its annotation (`| None` where it may be null) and its meaning the text beside it. Nothing but the standard
library is imported here, so that extractors, formats and resolvers can build records without loading a warehouse.
"""

from collections.abc import Iterator
from typing import get_type_hints

from warehouse.records.articles import PARAGRAPH_BREAK, Article
from warehouse.records.entities import AppliedCorrection, CorrectedValue, Entity, EntityName, EntityRole, MentionEntity
from warehouse.records.facts import (
    LINKS,
    Anaphor,
    Citation,
    CrossReference,
    DateExpression,
    DerivedFigure,
    Fact,
    Figure,
    Mention,
    Quotation,
)
from warehouse.records.mart import UNKNOWN, Mart
from warehouse.records.marts import MARTS, META, STAR, WIDE, mart_kind
from warehouse.records.record import RawFile, Record, Stamp, article_key, content_key, stamped
from warehouse.records.runs import Acceptance, Check, File, Measurement, Rejection, Run
from warehouse.records.stories import ArticleStory

__all__ = [
    "ARTICLE_TABLES",
    "CORPUS_TABLES",
    "LINKS",
    "MARTS",
    "META",
    "PARAGRAPH_BREAK",
    "RUN_TABLES",
    "STAR",
    "STORY_TABLES",
    "TABLES",
    "UNKNOWN",
    "WIDE",
    "Acceptance",
    "Anaphor",
    "AppliedCorrection",
    "Article",
    "ArticleStory",
    "Check",
    "Citation",
    "CorrectedValue",
    "CrossReference",
    "DateExpression",
    "DerivedFigure",
    "Entity",
    "EntityName",
    "EntityRole",
    "Fact",
    "Figure",
    "File",
    "Mart",
    "Measurement",
    "Mention",
    "MentionEntity",
    "Quotation",
    "RawFile",
    "Record",
    "Rejection",
    "Run",
    "Stamp",
    "article_key",
    "columns",
    "content_key",
    "key_column",
    "mart_kind",
    "stamped",
]

ARTICLE_TABLES: tuple[type[Record], ...] = (
    Article,
    Mention,
    Anaphor,
    Figure,
    Quotation,
    Citation,
    DateExpression,
    CrossReference,
    DerivedFigure,
)
"""Tables whose rows belong to an article and are replaced with it."""

STORY_TABLES: tuple[type[Record], ...] = (ArticleStory,)
"""Tables of what an article is among the others; a row is replaced where that has changed."""

CORPUS_TABLES: tuple[type[Record], ...] = (
    Entity,
    EntityName,
    EntityRole,
    MentionEntity,
    AppliedCorrection,
    CorrectedValue,
)
"""Tables of what all articles together say; they are made anew as a whole."""

RUN_TABLES: tuple[type[Record], ...] = (Rejection, Acceptance, File, Run, Check, Measurement)
"""Tables of what runs did and saw."""

TABLES: tuple[type[Record], ...] = (*ARTICLE_TABLES, *STORY_TABLES, *CORPUS_TABLES, *RUN_TABLES)

OWN_KEYS = {
    Article.table: "article_id",
    ArticleStory.table: "article_id",
    Entity.table: "entity_id",
    EntityRole.table: "mention_id",
    MentionEntity.table: "mention_id",
    File.table: "source_path",
    Run.table: "run_id",
}
"""Key columns of the tables whose key is not added to the record but one of its fields."""


def columns(record: type[Record]) -> Iterator[tuple[str, object, str]]:
    """Yield name, type (as annotated, `| None` where nullable) and meaning of each column of a record's table."""
    if record.key_name:
        yield record.key_name, str, f"Key: hash of {', '.join(f'`{part}`' for part in record.key_parts)}."
    owners = (record, Stamp) if record in ARTICLE_TABLES else (record,)
    for owner in owners:
        for name, annotation in get_type_hints(owner, include_extras=True).items():
            if hasattr(annotation, "__metadata__"):
                yield name, annotation.__origin__, annotation.__metadata__[0]


def key_column(record: type[Record]) -> str:
    """Return the column that tells a table's rows apart."""
    return record.key_name or OWN_KEYS[record.table]
