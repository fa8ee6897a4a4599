"""Rows and shards of our own making, for the tests of the warehouse."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from warehouse.head import published_head
from warehouse.records import (
    TABLES,
    Article,
    Citation,
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
from warehouse.schemas import to_arrow
from warehouse.workspace import workspace

STAMP = Stamp(extractor_version="test 1", run_id="run-1")

TEXT = (
    "Trade grows\n\nKazakstan’s exports reached US$6.5 billion, up 12 percent (Itar-Tass, March 3). 😀 Item {number}.\n"
)


def make_article(number: int, *, revision: int = 0, published_on: date | None = None) -> Article:
    text = TEXT.format(number=number) + "It was revised.\n" * revision
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = f"folder/item {number}.txt"
    return Article(
        article_id=content_key("article", source, digest),
        source=source,
        source_path=f"/inbox/{source}",
        content_sha256=digest,
        text_sha256=digest,
        format="plain",
        publication="Monitor",
        volume=5,
        issue=number,
        headline="Trade grows",
        byline=None,
        trailing_headline=None,
        published_on=published_on or date(1999, 3, 1 + number % 28),
        published_on_low=None,
        published_on_high=None,
        published_on_basis="header",
        encoding="utf-8",
        repairs=None,
        body_start_char=13,
        body_end_char=len(text) - 1,
        paragraph_count=1,
        word_count=len(text[13:].split()),
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


def make_facts(article: Article) -> list[Fact]:
    return [
        Mention(
            **span(article, "Kazakstan"),
            kind="place",
            name="Kazakstan",
            country_code="KZ",
            stands_for=None,
            role=None,
            entity_id=None,
        ),
        Figure(
            **span(article, "US$6.5 billion"),
            kind="money",
            value=Decimal("6500000000"),
            value_high=None,
            unit="USD",
        ),
        Figure(**span(article, "12 percent"), kind="percent", value=Decimal(12), value_high=None, unit="percent"),
        Citation(
            **span(article, "Itar-Tass, March 3"),
            outlet="Itar-Tass",
            outlet_text="Itar-Tass",
            outlet_kind="agency",
            outlet_place=None,
            cited_on_start=date(1999, 3, 3),
            cited_on_end=date(1999, 3, 3),
            cited_on_text="March 3",
            cited_by=None,
            note_number=None,
            covers_start_char=13,
            covers_end_char=90,
        ),
    ]


def make_file(article: Article) -> File:
    return File(
        source_path=article.source_path,
        source=article.source,
        content_sha256=article.content_sha256,
        byte_count=len(article.text.encode()),
        outcome="accepted",
        article_id=article.article_id,
        pipeline_version="1",
    )


def make_rejection(number: int) -> Rejection:
    return Rejection(
        source=f"folder/bad {number}.txt",
        source_path=f"/inbox/folder/bad {number}.txt",
        content_sha256=None,
        article_id=None,
        stage="read",
        rule="permissions",
        reason="It cannot be opened.",
        start_char=None,
        excerpt=None,
        repair="Give yourself the right to read it.",
    )


def make_run(run_id: str) -> Run:
    moment = datetime(2026, 3, 1, 12, 30, 15, 250, tzinfo=UTC)
    return Run(
        run_id=run_id,
        started_at=moment,
        finished_at=moment,
        parameters="{}",
        versions="{}",
        file_count=1,
        unchanged_count=0,
        accepted_count=1,
        rejected_count=0,
        removed_count=0,
    )


def table_of(record: type[Record], rows: Sequence[Record]) -> pa.Table:
    is_stamped = issubclass(record, Article | Fact)
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
            record.table: sorted(map(repr, connection.execute(f"FROM stored.{record.table}").fetchall()))
            for record in TABLES
        }
