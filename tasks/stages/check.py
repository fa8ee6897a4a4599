"""Third and sixth stage: hold articles, then facts, against their suites of expectations."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd
from prefect import task
from prefect.cache_policies import NO_CACHE

from expectations.check import Failure, Result
from expectations.check import check as run_suite
from tasks.extractors import EXTRACTORS
from tasks.sources.refusal import excerpt_of
from warehouse.ledger.shards import read_frame, read_records, read_rows, write_rows
from warehouse.records import Article, Check, DerivedFigure, Record, Rejection

Row = Mapping[str, object]


class CheckError(Exception):
    """A demand that stands for our own correctness was not met: nothing of the shard may land."""


@task(cache_policy=NO_CACHE)
def check_articles(shard: Path, *, run_id: str) -> None:
    """Check the shard's articles: those without failure go on, each of the others is rejected with its reason."""
    articles = read_records(shard / "parse" / "articles.parquet", Article)
    frame = read_frame(shard / "parse" / "articles.parquet").assign(body=[article.body for article in articles])
    results = run_suite(frame, table=Article.table, key_name="article_id")
    refused = refusals(results, table=Article.table)
    rejections = [rejection(a, refused[a.article_id][0]) for a in articles if a.article_id in refused]
    rows = read_rows(shard / "parse" / "articles.parquet")
    folder = shard / "check_articles"
    write_rows(folder / "articles.parquet", Article, (row for row in rows if row["article_id"] not in refused))
    write_rows(folder / "rejections.parquet", Rejection, (row.as_row() for row in rejections))
    write_checks(folder / "checks.parquet", {Article.table: results}, run_id=run_id)


@task(cache_policy=NO_CACHE)
def check_facts(shard: Path, *, run_id: str) -> None:
    """Check every table of the shard's facts: a row that fails is rejected alone."""
    articles = {a.article_id: a for a in read_records(shard / "extract" / "articles.parquet", Article)}
    folder = shard / "check_facts"
    results: dict[str, list[Result]] = {}
    rejections: list[Rejection] = []
    for table, extractor in EXTRACTORS.items():
        frame = with_proof(read_frame(shard / "extract" / f"{table}.parquet"), articles)
        results[table], refused = check_rows(shard, extractor.record, frame, articles=articles)
        rejections += refused
    frame = read_frame(shard / "extract" / f"{DerivedFigure.table}.parquet")
    frame = with_parents(frame, read_frame(folder / "figures.parquet"))
    results[DerivedFigure.table], refused = check_rows(shard, DerivedFigure, frame, articles=articles)
    rejections += refused
    write_rows(folder / "rejections.parquet", Rejection, (row.as_row() for row in rejections))
    write_checks(folder / "checks.parquet", results, run_id=run_id)


def check_rows(
    shard: Path, record: type[Record], frame: pd.DataFrame, *, articles: Mapping[str, Article]
) -> tuple[list[Result], list[Rejection]]:
    """Check one table of the shard; write the rows that pass, return the results and why the others were refused."""
    table, key_name = record.table, record.key_name
    results = run_suite(frame, table=table, key_name=key_name)
    refused = refusals(results, table=table)
    rows = read_rows(shard / "extract" / f"{table}.parquet")
    write_rows(shard / "check_facts" / f"{table}.parquet", record, (r for r in rows if r[key_name] not in refused))
    return results, fact_rejections(rows, refused, key_name=key_name, articles=articles)


def with_proof(frame: pd.DataFrame, articles: Mapping[str, Article]) -> pd.DataFrame:
    """Add what the article itself says at each row's offsets, and floating-point twins of exact values."""
    spans = zip(frame["article_id"], frame["start_char"], frame["end_char"], strict=True)
    proof = [articles[key].text[start:end] if key in articles else None for key, start, end in spans]
    frame = with_doubles(frame)
    return frame.assign(article_text_at_span=pd.Series(proof, index=frame.index, dtype="object"))


def with_parents(derived: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Add the texts of the two figures that each row follows from, null where one was refused, and the twins."""
    texts = figures.set_index("figure_id")["text"].to_dict()
    parents = {
        f"{parent}_text": derived[f"{parent}_figure_id"].map(texts.get).astype("object")
        for parent in ("level", "change")
    }
    return with_doubles(derived).assign(**parents)


def with_doubles(frame: pd.DataFrame) -> pd.DataFrame:
    """Add floating-point twins of exact values, which Great Expectations compares."""
    doubles = {f"{name}_double": frame[name].astype("float64") for name in ("value", "value_high") if name in frame}
    return frame.assign(**doubles)


def refusals(results: Iterable[Result], *, table: str) -> dict[str, list[Failure]]:
    """Sort the failures by row; raise CheckError for one that is critical or names no row."""
    refused: dict[str, list[Failure]] = {}
    for failure in (failure for result in results for failure in result.failures):
        if failure.severity == "critical" or failure.key is None:
            raise CheckError(f"{table}, row {failure.key}: {failure.reason}. {failure.repair}")
        if failure.severity == "warning":
            refused.setdefault(failure.key, []).append(failure)
    return refused


def fact_rejections(
    rows: Sequence[Row], refused: Mapping[str, list[Failure]], *, key_name: str, articles: Mapping[str, Article]
) -> list[Rejection]:
    """Record why each refused row of facts was refused."""
    return [
        rejection(articles[str(row["article_id"])], refused[str(row[key_name])][0], row=row)
        for row in rows
        if row[key_name] in refused
    ]


def rejection(article: Article, failure: Failure, *, row: Row | None = None) -> Rejection:
    """Record that an article, or a row of it, failed an expectation; a row without text shows its formula."""
    shown = (row.get("text") or row["formula"]) if row else article.text
    return Rejection(
        source=article.source,
        source_path=article.source_path,
        content_sha256=article.content_sha256,
        article_id=article.article_id if row else None,
        stage="check",
        rule=failure.rule,
        reason=failure.reason,
        start_char=int(str(row["start_char"])) if row and "start_char" in row else None,
        excerpt=excerpt_of(str(shown)),
        repair=failure.repair,
    )


def write_checks(path: Path, results: Mapping[str, Iterable[Result]], *, run_id: str) -> None:
    """Write down what was demanded of each table and how it did."""
    checks = (
        Check(
            run_id=run_id,
            shard=path.parents[1].name,
            suite=suite,
            expectation=result.expectation,
            column_name=result.column_name,
            detail=result.detail,
            severity=result.severity,
            is_success=result.is_success,
            row_count=result.row_count,
            failed_count=len(result.failures),
        )
        for suite, outcomes in results.items()
        for result in outcomes
    )
    write_rows(path, Check, (check.as_row() for check in checks))
