"""How long the report on a large archive takes: `python -m benchmarks.checks.report [--articles 100000]`.

Writes a ledger of generated rows (seeded): five publications over thirty years with issues missing, five figures and
twenty mentions an article, a citation in every other one, 50,000 entities, one file in fifty rejected, two runs with
the checks of their shards. Then runs `newsledger report` as a user does, in a process of its own, three times.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa

from benchmarks.marts import ARTICLES_AT_ONCE, WORDS, corpus, figures, mentions, numbered, rows
from expectations.suites import SUITES
from tasks.stages.read import FILES_IN_A_SHARD
from warehouse.catalogue.catalogue import publish
from warehouse.ledger.history import note_run
from warehouse.ledger.ledger import Ledger, open_ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.records import Article, Check, Citation, File, Measurement, Rejection, Run

FIGURES_EACH, MENTIONS_EACH = 5, 20
PUBLICATIONS = ("Harbor Brief", "Quay Letter", "Northern Wire", "Grain and Freight", "The Strait")
FIRST_YEAR, YEARS, ISSUES = 1990, 30, 250
MISSING = 0.03
REJECTED = 50
FIRST_RUN = 0.8
"""Share of the articles that the first of two runs brings."""

RUNS = 3


def article_rows(numbers: np.ndarray, *, random: np.random.Generator) -> pa.Table:
    """Make articles: each of some issue of some publication, days after its volume began; some issues have none."""
    count = len(numbers)
    publications, years = random.integers(0, len(PUBLICATIONS), count), random.integers(0, YEARS, count)
    issues = random.integers(1, ISSUES + 1, count)
    is_missing = (issues * 2_654_435_761 + years * 97 + publications) % 1000 < 1000 * MISSING
    issues = np.where(is_missing, np.maximum(issues - 1, 1), issues)
    days = [
        date(FIRST_YEAR + int(year), 1, 1) + timedelta(days=int(issue) * 365 // (ISSUES + 1))
        for year, issue in zip(years, issues, strict=True)
    ]
    texts = pa.array([" ".join(words) for words in random.choice(WORDS, (count, 400))])
    keys = numbered("article-", numbers)
    return rows(
        Article,
        count,
        article_id=keys,
        source=numbered("item-", numbers),
        source_path=numbered("/inbox/item-", numbers),
        text_sha256=keys,
        publication=pa.array(np.array(PUBLICATIONS)[publications]),
        volume=pa.array(years + 1),
        issue=pa.array(issues),
        published_on=pa.array(days),
        published_on_basis=pa.array(["header"] * count),
        text=texts,
        body_start_char=pa.array(np.zeros(count, int)),
        body_end_char=pa.array([len(text.as_py()) for text in texts]),
    )


def citation_rows(numbers: np.ndarray) -> pa.Table:
    """Make a citation in every other article, of three hundred outlets."""
    citing = numbers[numbers % 2 == 0]
    return rows(
        Citation,
        len(citing),
        citation_id=numbered("citation-", citing),
        article_id=numbered("article-", citing),
        end_char=pa.array(np.full(len(citing), 6)),
        outlet=numbered("Outlet ", citing * 7919 % 90_000 // 300),
        outlet_kind=pa.array(["agency"] * len(citing)),
    )


def file_rows(numbers: np.ndarray) -> Iterator[tuple[File, Rejection | None]]:
    """Yield the file of each article and, once in so many, another that was rejected, with the reason."""
    for number in map(int, numbers):
        yield file_of(number, article_id=f"article-{number}"), None
        if number % REJECTED == 0:
            file = file_of(number + 10**9, article_id=None)
            refused = Rejection(
                source=file.source,
                source_path=file.source_path,
                content_sha256=file.content_sha256,
                article_id=None,
                stage="parse",
                rule=f"rule_{number // REJECTED % 9}",
                reason=f"The header says 'Issue: {number}', which is no number of an issue",
                start_char=None,
                excerpt=f"Publication: Harbor Brief Volume: 3 Issue: {number}x",
                repair="Correct the header and ingest the file again.",
                run_id="run-2",
                try_count=1,
            )
            yield file, refused


def file_of(number: int, *, article_id: str | None) -> File:
    """Make a file that became an article, or was rejected."""
    return File(
        source_path=f"/inbox/item-{number}",
        source=f"item-{number}",
        content_sha256=f"{number:064}",
        byte_count=3000,
        outcome="accepted" if article_id else "rejected",
        article_id=article_id,
        pipeline_version="1",
    )


def checks_of(run_id: str, *, shard_count: int) -> Iterator[Check]:
    """Yield what the checks of a run's shards said: all demands of all suites, one figure of each shard implausible."""
    for shard in range(shard_count):
        for suite, demands in SUITES.items():
            for place, demand in enumerate(demands.expectations):
                is_broken = suite == "figures" and place == len(demands.expectations) - 1
                example = {
                    "key": f"figure-{shard * 2500}",
                    "reason": "the range ends before it begins",
                    "repair": "Look.",
                }
                yield Check(
                    run_id=run_id,
                    shard=f"shard-{shard:05}",
                    suite=suite,
                    expectation=demand.expectation_type,
                    column_name=None,
                    detail=str(place),
                    severity=str(demand.severity),
                    is_success=not is_broken,
                    row_count=2500,
                    failed_count=int(is_broken),
                    examples=json.dumps([example]) if is_broken else None,
                    reason=str((demand.meta or {})["reason"]),
                )


def land_run(ledger: Ledger, run_id: str, numbers: np.ndarray, *, random: np.random.Generator) -> None:
    """Land a run: its articles some thousands at a time, what was found in them, its checks, and its entry."""
    rejected_count = 0
    for start in range(0, len(numbers), ARTICLES_AT_ONCE):
        some = numbers[start : start + ARTICLES_AT_ONCE]
        files = list(file_rows(some))
        rejections = [rejection for _, rejection in files if rejection]
        rejected_count += len(rejections)
        ledger.land(
            {
                "articles": article_rows(some, random=random),
                "figures": figures(some, random=random, each=FIGURES_EACH),
                "mentions": mentions(some, each=MENTIONS_EACH),
                "citations": citation_rows(some),
                "files": to_arrow(File, (file.as_row() for file, _ in files)),
                "rejections": to_arrow(Rejection, (rejection.as_row() for rejection in rejections)),
            }
        )
    ledger.replace_corpus(corpus((int(numbers[-1]) + 1) * MENTIONS_EACH))
    run = run_of(run_id, numbers, rejected_count=rejected_count)
    checks = checks_of(run_id, shard_count=-(-len(numbers) // FILES_IN_A_SHARD))
    share = Measurement(run_id=run_id, measure="share_without_figures", subject=None, value=float(random.random()))
    ledger.land(
        {
            "runs": to_arrow(Run, [run.as_row()]),
            "checks": to_arrow(Check, (check.as_row() for check in checks)),
            "measurements": to_arrow(Measurement, [share.as_row()]),
        }
    )
    note_run(ledger.folder, ledger.head, run_id=run_id, finished_at=run.finished_at)


def run_of(run_id: str, numbers: np.ndarray, *, rejected_count: int) -> Run:
    """Make the entry of a run that brought the articles of some numbers."""
    finished_at = datetime(2026, 3, int(run_id[-1]), tzinfo=UTC)
    return Run(
        run_id=run_id,
        started_at=finished_at - timedelta(hours=1),
        finished_at=finished_at,
        parameters="{}",
        versions=json.dumps({"newsledger": run_id[-1]}),
        file_count=int(numbers[-1]) + 1 + rejected_count,
        unchanged_count=int(numbers[0]),
        skipped_count=0,
        accepted_count=len(numbers),
        rejected_count=rejected_count,
        removed_count=0,
    )


def report_by_the_clock(warehouse: Path, page: Path) -> tuple[float, float]:
    """Run the command; return seconds of the clock and of the processor."""
    command = [sys.executable, "-c", "from flows.cli import app; app()", "report", "--warehouse", str(warehouse)]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*command, "--output", str(page)], capture_output=True, check=True)  # noqa: S603 - our own command
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(folder: Path, *, article_count: int) -> None:
    """Make the ledger in a folder where it is not there yet, write its report some times, and print what it took."""
    warehouse, page = folder / "ledger", folder / "report.html"
    if not warehouse.exists():
        random, numbers = np.random.default_rng(1), np.arange(article_count)
        with open_ledger(warehouse) as ledger:
            first, second = np.split(numbers, [int(FIRST_RUN * article_count)])
            land_run(ledger, "run-1", first, random=random)
            land_run(ledger, "run-2", second, random=random)
        publish(warehouse)
    took = [report_by_the_clock(warehouse, page) for _ in range(RUNS)]
    walls, processors = (", ".join(f"{each:.1f}" for each in seconds) for seconds in zip(*took, strict=True))
    sys.stdout.write(
        f"report on {article_count:,} articles: {walls} s, {processors} s of the processor; "
        f"{page.stat().st_size / 1e6:.2f} MB\n"
    )


def main() -> None:
    """Print how long the report takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="folder to make the ledger in, or that has it from an earlier time")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(options.keep or Path(folder), article_count=options.articles)


if __name__ == "__main__":
    main()
