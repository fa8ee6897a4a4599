"""Third and sixth stage: hold articles, then facts, against their suites of expectations."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from prefect import task
from prefect.cache_policies import NO_CACHE

from expectations.check import Failure, Result, try_out
from expectations.check import check as run_suite
from expectations.own_rules import OwnRule, read_own_rules
from tasks.extractors import EXTRACTORS
from tasks.resolvers.findings import without_dangling
from tasks.sources.refusal import excerpt_of, marked_excerpt
from warehouse.ledger.landed import all_landed
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.shards import keep_rows, read_frame, read_records, read_rows, read_table, write_rows
from warehouse.records import (
    LINKS,
    Acceptance,
    Anaphor,
    Article,
    Check,
    DerivedFigure,
    Figure,
    Mention,
    Record,
    Rejection,
)
from warehouse.surveys.samples import sample_rows

Row = Mapping[str, object]

EXAMPLES = 5
"""Rows that failed which a check names; their number it says in any case."""

NOUNS = {
    "mentions": "A name",
    "anaphors": "A phrase for someone named elsewhere",
    "figures": "A figure",
    "quotations": "A quotation",
    "citations": "A source",
    "dates": "A date",
    "cross_references": "A reference to another article",
    "derived_figures": "A figure that follows from two others",
}
"""What a row of each table is called where readers are told that it was left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checking:
    """What a run checks with beside the suites: its key, what a person accepts, the user's own rules."""

    run_id: str
    accepted: frozenset[tuple[str, str, str]] = frozenset()
    rules: tuple[OwnRule, ...] = ()

    def rules_of(self, table: str) -> list[OwnRule]:
        """Return what the user demands of a table."""
        return [rule for rule in self.rules if rule.table == table]

    def accepts(self, failure: Failure, *, table: str) -> bool:
        """Tell whether a person has overruled this rule for this row."""
        return failure.may_be_accepted and (table, failure.key, failure.rule) in self.accepted


def checking_of(ledger: Ledger, *, run_id: str) -> Checking:
    """Gather what a run checks with from the ledger and its folder.

    Raises ConfigurationError for a wrong rule, also for one that could not be evaluated on rows of its table.
    """
    accepted = ((each.table_name, each.row_key, each.rule) for each in all_landed(ledger, Acceptance))
    rules = read_own_rules(ledger.folder)
    samples = sample_rows(sorted({rule.table for rule in rules}))
    try_out(rules, {table: pd.DataFrame.from_records(rows) for table, rows in samples.items()})
    return Checking(run_id=run_id, accepted=frozenset(accepted), rules=rules)


class CheckError(Exception):
    """A demand that stands for our own correctness was not met: nothing of the shard may land."""


@task(cache_policy=NO_CACHE)
def check_articles(shard: Path, *, checking: Checking) -> None:
    """Check the shard's articles: those without failure go on, each of the others is rejected with its reason."""
    articles = read_records(shard / "parse" / "articles.parquet", Article)
    frame = read_frame(shard / "parse" / "articles.parquet").assign(body=[article.body for article in articles])
    results = run_suite(frame, table=Article.table, key_name="article_id", also=checking.rules_of(Article.table))
    refused = refusals(results, table=Article.table, checking=checking)
    rejections = [rejection(a, refused[a.article_id][0]) for a in articles if a.article_id in refused]
    folder = shard / "check_articles"
    keep_rows(
        shard / "parse" / "articles.parquet", folder / "articles.parquet", key_name="article_id", refused=refused.keys()
    )
    write_rows(folder / "rejections.parquet", Rejection, (row.as_row() for row in rejections))
    write_checks(folder / "checks.parquet", {Article.table: results}, run_id=checking.run_id)


@task(cache_policy=NO_CACHE)
def check_facts(shard: Path, *, checking: Checking) -> None:
    """Check every table of the shard's facts: a row that fails is rejected alone."""
    articles = {a.article_id: a for a in read_records(shard / "extract" / "articles.parquet", Article)}
    folder = shard / "check_facts"
    results: dict[str, list[Result]] = {}
    rejections: list[Rejection] = []
    kept: dict[str, dict[str, str]] = {}
    for table, extractor in EXTRACTORS.items():
        frame = with_proof(read_frame(shard / "extract" / f"{table}.parquet"), articles)
        if table == Anaphor.table:
            frame = frame.assign(mention_text=frame["mention_id"].map(kept[Mention.table].get).astype("object"))
        results[table], refused = check_rows(shard, extractor.record, frame, articles=articles, checking=checking)
        rejections += refused
        kept[table] = texts_by_key(folder, extractor.record)
    if rejections:
        for table, links in LINKS.items():
            write_without_dangling(folder, table, {name: kept[other.table] for name, other in links.items()})
    frame = read_frame(shard / "extract" / f"{DerivedFigure.table}.parquet")
    frame = with_parents(frame, kept[Figure.table])
    results[DerivedFigure.table], refused = check_rows(
        shard, DerivedFigure, frame, articles=articles, checking=checking
    )
    rejections += refused
    write_rows(folder / "rejections.parquet", Rejection, (row.as_row() for row in rejections))
    write_checks(folder / "checks.parquet", results, run_id=checking.run_id)


def texts_by_key(folder: Path, record: type[Record]) -> dict[str, str]:
    """Return the texts of the rows that have passed, by their keys."""
    table = read_table(folder / f"{record.table}.parquet", [record.key_name, "text"])
    return dict(zip(table[record.key_name].to_pylist(), table["text"].to_pylist(), strict=True))


def write_without_dangling(folder: Path, table: str, kept: Mapping[str, Collection[str]]) -> None:
    """Write a table of facts again with nothing in place of the facts that were refused, given by column those kept."""
    record = EXTRACTORS[table].record
    rows = read_rows(folder / f"{table}.parquet")
    write_rows(folder / f"{table}.parquet", record, (without_dangling(row, kept) for row in rows))


def check_rows(
    shard: Path,
    record: type[Record],
    frame: pd.DataFrame,
    *,
    articles: Mapping[str, Article],
    checking: Checking,
) -> tuple[list[Result], list[Rejection]]:
    """Check one table of the shard; write the rows that pass, return the results and why the others were refused."""
    table, key_name = record.table, record.key_name
    results = run_suite(frame, table=table, key_name=key_name, also=checking.rules_of(table))
    refused = refusals(results, table=table, checking=checking)
    found, passed = (shard / stage / f"{table}.parquet" for stage in ("extract", "check_facts"))
    rows = keep_rows(found, passed, key_name=key_name, refused=refused.keys())
    return results, fact_rejections(rows, refused, record=record, articles=articles)


def with_proof(frame: pd.DataFrame, articles: Mapping[str, Article]) -> pd.DataFrame:
    """Add what the article itself says at each row's offsets, and floating-point twins of exact values."""
    spans = zip(frame["article_id"], frame["start_char"], frame["end_char"], strict=True)
    proof = [articles[key].text[start:end] if key in articles else None for key, start, end in spans]
    frame = with_doubles(frame)
    return frame.assign(article_text_at_span=pd.Series(proof, index=frame.index, dtype="object"))


def with_parents(derived: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """Add the texts of the two figures that each row follows from, null where one was refused, and the twins."""
    parents = {
        f"{parent}_text": derived[f"{parent}_figure_id"].map(texts.get).astype("object")
        for parent in ("level", "change")
    }
    return with_doubles(derived).assign(**parents)


def with_doubles(frame: pd.DataFrame) -> pd.DataFrame:
    """Add floating-point twins of exact values, which Great Expectations compares."""
    doubles = {f"{name}_double": frame[name].astype("float64") for name in ("value", "value_high") if name in frame}
    return frame.assign(**doubles)


def refusals(results: Iterable[Result], *, table: str, checking: Checking) -> dict[str, list[Failure]]:
    """Sort the failures by row, without those accepted; raise CheckError for one that is critical or names no row."""
    refused: dict[str, list[Failure]] = {}
    for failure in (failure for result in results for failure in result.failures):
        if failure.severity == "info":
            continue
        if failure.severity == "critical" or failure.key is None:
            raise CheckError(f"{table}, row {failure.key}: {failure.reason}. {failure.repair}")
        if not checking.accepts(failure, table=table):
            refused.setdefault(failure.key, []).append(failure)
    return refused


def fact_rejections(
    rows: Sequence[Row],
    refused: Mapping[str, list[Failure]],
    *,
    record: type[Record],
    articles: Mapping[str, Article],
) -> list[Rejection]:
    """Record why each of these rows of facts was refused."""
    return [
        rejection(articles[str(row["article_id"])], refused[str(row[record.key_name])][0], table=record.table, row=row)
        for row in rows
    ]


def rejection(article: Article, failure: Failure, *, table: str = Article.table, row: Row | None = None) -> Rejection:
    """Record that an article, or a row of it, failed an expectation, with its place in the text if it has one."""
    return Rejection(
        source=article.source,
        source_path=article.source_path,
        content_sha256=article.content_sha256,
        article_id=article.article_id if row else None,
        stage="check",
        rule=failure.rule,
        reason=left_out(failure.reason, table=table),
        repair=failure.repair,
        table_name=table,
        row_key=failure.key,
        may_be_accepted=failure.may_be_accepted,
        **place_of(article, row),
    )


def left_out(reason: str, *, table: str) -> str:
    """Say what the check means for the reader: `A figure was left out: the currency is unknown (unit 'USX')`."""
    if table == Article.table:
        return f"The article was refused: {reason}"
    return f"{NOUNS.get(table, 'A row')} was left out: {reason}"


def place_of(article: Article, row: Row | None) -> dict[str, Any]:
    """Show the place that a row was found at; a row without one shows its formula, an article its beginning."""
    if row is None:
        return {"start_char": None, "excerpt": excerpt_of(article.text)}
    if "start_char" not in row:
        return {"start_char": None, "excerpt": excerpt_of(str(row["formula"]))}
    start, end = int(str(row["start_char"])), int(str(row["end_char"]))
    if not 0 <= start < end <= len(article.text):  # refused for just that
        return {"start_char": start, "excerpt": excerpt_of(str(row["text"]))}
    return {"start_char": start, **marked_excerpt(article.text, start, end)._asdict()}


def write_checks(path: Path, results: Mapping[str, Iterable[Result]], *, run_id: str) -> None:
    """Write down what was demanded of each table and how it did."""
    shard = path.parents[1].name
    checks = (
        check_of(result, suite=suite, shard=shard, run_id=run_id)
        for suite, outcomes in results.items()
        for result in outcomes
    )
    write_rows(path, Check, (check.as_row() for check in checks))


def check_of(result: Result, *, suite: str, shard: str, run_id: str) -> Check:
    """Put down what one expectation said, with some of the rows that failed."""
    examples = [{"key": each.key, "reason": each.reason, "repair": each.repair} for each in result.failures[:EXAMPLES]]
    return Check(
        run_id=run_id,
        shard=shard,
        suite=suite,
        expectation=result.expectation,
        column_name=result.column_name,
        detail=result.detail,
        severity=result.severity,
        is_success=result.is_success,
        row_count=result.row_count,
        failed_count=len(result.failures),
        examples=json.dumps(examples, ensure_ascii=False) if examples else None,
        reason=result.reason or None,
    )
