"""Rows and shards of our own making, for the tests of the warehouse."""

import dataclasses
import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from warehouse.ledger.head import published_head
from warehouse.ledger.schemas import column_types, to_arrow
from warehouse.records import (
    ARTICLE_TABLES,
    TABLES,
    Article,
    Citation,
    DerivedFigure,
    Fact,
    Figure,
    File,
    Mention,
    Record,
    Rejection,
    Run,
    Stamp,
    content_key,
    stamped,
)
from warehouse.views.workspace import workspace

AnyRecord = TypeVar("AnyRecord", bound=Record)

STAMP = Stamp(extractor_version="test 1", run_id="run-1")

SAMPLES: dict[type, object] = {
    str: "sample",
    int: 1,
    float: 1.5,
    bool: True,
    date: date(1999, 3, 3),
    datetime: datetime(2026, 3, 1, 12, 30, 15, 250, tzinfo=UTC),
    Decimal: Decimal("1.5"),
}

TEXT = (
    "Trade grows\n\nKazakstan’s exports reached US$6.5 billion, up 12 percent (Itar-Tass, March 3). 😀 Item {number}.\n"
)


def make_article(number: int, *, revision: int = 0, published_on: date | None = None) -> Article:
    text = TEXT.format(number=number) + "It was revised.\n" * revision
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = f"folder/item {number}.txt"
    return filled(
        Article,
        article_id=content_key("article", source, digest),
        source=source,
        source_path=f"/inbox/{source}",
        content_sha256=digest,
        text_sha256=hashlib.sha256(text.rstrip("\n").encode()).hexdigest(),
        publication="Monitor",
        volume=5,
        issue=number,
        headline="Trade grows",
        published_on=published_on or date(1999, 3, 1 + number % 28),
        body_start_char=13,
        body_end_char=len(text) - 1,
        text=text,
    )


def span(article: Article, text: str) -> dict[str, object]:
    start = article.text.index(text)
    return {
        "article_id": article.article_id,
        "start_char": start,
        "end_char": start + len(text),
        "text": text,
        "rule": "test",
    }


def filled(record: type[AnyRecord], **given: object) -> AnyRecord:
    """A record with the values given; whatever else it demands is null where it may be, or a sample of its type."""
    types = column_types(record)
    names = [field.name for field in dataclasses.fields(record)]
    samples = {name: None if types[name][1] else SAMPLES[types[name][0]] for name in names}
    return record(**{**samples, **given})


def make_facts(article: Article) -> list[Fact]:
    return [
        filled(Mention, **span(article, "Kazakstan"), kind="place", name="Kazakstan", country_code="KZ"),
        filled(Figure, **span(article, "US$6.5 billion"), kind="money", value=Decimal("6500000000"), unit="USD"),
        filled(Figure, **span(article, "12 percent"), kind="percent", value=Decimal(12), unit="percent"),
        filled(
            Citation,
            **span(article, "Itar-Tass, March 3"),
            outlet="Itar-Tass",
            cited_on_start=date(1999, 3, 3),
            covers_start_char=13,
            covers_end_char=90,
        ),
    ]


def make_derived(article: Article) -> DerivedFigure:
    level, change = (fact for fact in make_facts(article) if isinstance(fact, Figure))
    return filled(
        DerivedFigure,
        article_id=article.article_id,
        level_figure_id=level.key,
        change_figure_id=change.key,
        kind="money",
        value=Decimal("5800000000"),
        unit="USD",
        formula="6.5 / 1.12 = 5.8",
    )


def make_file(article: Article) -> File:
    return filled(
        File,
        source_path=article.source_path,
        source=article.source,
        content_sha256=article.content_sha256,
        outcome="accepted",
        article_id=article.article_id,
        pipeline_version="1",
    )


def make_rejection(number: int) -> Rejection:
    return filled(
        Rejection,
        source=f"folder/bad {number}.txt",
        source_path=f"/inbox/folder/bad {number}.txt",
        stage="read",
        rule="permissions",
    )


def make_run(run_id: str) -> Run:
    return filled(Run, run_id=run_id)


def table_of(record: type[Record], rows: Sequence[Record]) -> pa.Table:
    is_stamped = record in ARTICLE_TABLES
    return to_arrow(record, [stamped(row, STAMP) if is_stamped else row.as_row() for row in rows])


def make_shard(articles: Sequence[Article]) -> dict[str, pa.Table]:
    facts = [fact for article in articles for fact in make_facts(article)]
    rows: dict[type[Record], list[Record]] = {
        Article: list(articles),
        Mention: [fact for fact in facts if isinstance(fact, Mention)],
        Figure: [fact for fact in facts if isinstance(fact, Figure)],
        Citation: [fact for fact in facts if isinstance(fact, Citation)],
        File: [make_file(article) for article in articles],
    }
    return {record.table: table_of(record, list(of_record)) for record, of_record in rows.items()}


def published_rows(folder: Path) -> dict[str, list[str]]:
    """Every row that is published, by table, in an order of its own."""
    with workspace(folder, published_head(folder)) as connection:
        return {
            record.table: sorted(map(repr, connection.execute(f"FROM internal.{record.table}").fetchall()))
            for record in TABLES
        }
