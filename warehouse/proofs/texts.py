"""Proof of articles and facts: hashes, keys and offsets are computed again from the stored texts."""

import hashlib
from collections.abc import Iterator, Mapping

import duckdb

from warehouse.ledger.schemas import column_types
from warehouse.proofs.fault import Fault
from warehouse.reading.ranges import Row, key_ranges, rows_between
from warehouse.records import ARTICLE_TABLES, Article, Fact, article_key, content_key


def prove_texts(connection: duckdb.DuckDBPyConnection) -> Iterator[Fault]:
    """Yield the faults of all articles and of all facts, a range of articles' keys at a time."""
    facts = [record for record in ARTICLE_TABLES if issubclass(record, Fact)]
    for key_range in key_ranges(connection):
        texts: dict[str, str] = {}
        for row in rows_between(connection, Article.table, key_range):
            texts[row["article_id"]] = row["text"]
            yield from article_faults(row)
        for record in facts:
            spans = span_columns(record)
            for row in rows_between(connection, record.table, key_range, columns=proved_columns(record, spans)):
                yield from fact_faults(record, row, texts=texts, spans=spans)


def article_faults(row: Row) -> Iterator[Fault]:
    """Yield what is wrong with an article: its text's hash, its key, the bounds of its body."""
    if hashlib.sha256(row["text"].rstrip("\n").encode()).hexdigest() != row["text_sha256"]:
        yield article_fault(row, "text", "its SHA-256 is not `text_sha256`")
    if article_key(source=row["source"], content_sha256=row["content_sha256"]) != row["article_id"]:
        yield article_fault(row, "article_id", "it is not the hash of `source` and `content_sha256`")
    if not 0 <= row["body_start_char"] <= row["body_end_char"] <= len(row["text"]):
        yield article_fault(row, "body_start_char", "the body's offsets do not lie in the text, one after the other")


def article_fault(row: Row, column: str, reason: str) -> Fault:
    """Name an article's fault."""
    return Fault(table=Article.table, key=row["article_id"], column=column, reason=reason)


def span_columns(record: type[Fact]) -> list[tuple[str, str, str | None]]:
    """Return the columns of a table's spans: start, end, and the one that repeats the text between, if any does.

    `speaker_start_char` and `speaker_end_char` belong to `speaker_text`, where there is one; `cue_…` to `cue`.
    """
    names = column_types(record)
    prefixes = [name.removesuffix("start_char") for name in names if name.endswith("start_char")]
    return [
        (
            f"{prefix}start_char",
            f"{prefix}end_char",
            next((name for name in (f"{prefix}text", prefix.removesuffix("_")) if name in names), None),
        )
        for prefix in prefixes
    ]


def proved_columns(record: type[Fact], spans: list[tuple[str, str, str | None]]) -> str:
    """List the columns that a proof of a table's rows needs."""
    in_spans = [name for span in spans for name in span if name]
    return ", ".join(dict.fromkeys([str(record.key_name), "article_id", *record.key_parts, *in_spans]))


def fact_faults(
    record: type[Fact], row: Row, *, texts: Mapping[str, str], spans: list[tuple[str, str, str | None]]
) -> Iterator[Fault]:
    """Yield what is wrong with a fact: its key, its article, and each of its spans."""
    key = row[record.key_name]
    if content_key(record.table, *(row[part] for part in record.key_parts)) != key:
        parts = ", ".join(f"`{part}`" for part in record.key_parts)
        yield Fault(table=record.table, key=key, column=str(record.key_name), reason=f"it is not the hash of {parts}")
    text = texts.get(row["article_id"])
    if text is None:
        yield Fault(table=record.table, key=key, column="article_id", reason=f"no article {row['article_id']}")
        return
    for start, end, repeated in spans:
        reason = span_fault(text, row[start], row[end], expected=row[repeated] if repeated else None)
        if reason:
            yield Fault(table=record.table, key=key, column=repeated or start, reason=reason)


def span_fault(text: str, start: int | None, end: int | None, *, expected: str | None) -> str | None:
    """Say what is wrong with a span of the article's text, or None where it is right or there is none.

    A column may hold the text with its white space single, as an office does that goes on in the next line.
    """
    if start is None or end is None:
        return None if start is end else "one of its two offsets is missing"
    if not 0 <= start <= end <= len(text):
        return f"its offsets {start} and {end} do not lie in the article's text, one after the other"
    if expected is not None and expected not in (text[start:end], " ".join(text[start:end].split())):
        return f"it is {expected!r:.80}, but the article has {text[start:end]!r:.80} there"
    return None
