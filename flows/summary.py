"""What an ingest did, and how it is told: on the terminal and as an artifact of the Prefect run."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.terminal import (
    LOG_FORMAT,
    NO_FILES,
    as_named,
    folding_table,
    json_line,
    rejected_command,
    sql_command,
    undated_in_words,
)
from tasks.languages.detection import language_name
from tasks.stages.check_corpus import Finding, finding_of
from tasks.stages.land import Landed
from warehouse.reading.query import Status
from warehouse.records import Article, Check, Rejection, Run

ALL_REJECTIONS = "FROM rejections SELECT source, reason, repair"
SHOWN_REASONS = 20
"""Rows of the table of refused files, one a reason; the rest is one SQL query away."""
SHOWN_FILES = 3
"""Files named for each reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an ingest did: its row of `runs`, rows landed by table, the files refused, and articles not in English.

    `known_findings` is what the checks said that failed in the run before; `article_count` and `undated_count` are of
    the whole ledger.
    """

    run: Run
    row_counts: dict[str, int]
    refused_files: tuple[Rejection, ...]
    idle_corrections: tuple[str, ...] = ()
    failed_checks: tuple[Check, ...] = ()
    known_findings: frozenset[Finding] = frozenset()
    other_languages: Mapping[str, int] = field(default_factory=dict)
    article_count: int = 0
    undated_count: int = 0

    @property
    def is_sound(self) -> bool:
        """Tell whether every check of the whole passed that stands for our own correctness."""
        return are_sound(self.failed_checks)


def are_sound(failed_checks: Iterable[Check]) -> bool:
    """Tell whether none of the checks that failed stands for our own correctness."""
    return not any(check.severity == "critical" for check in failed_checks)


def summary_of(
    shards: Iterable[Landed],
    *,
    run: Run,
    state: Status,
    failed_checks: tuple[Check, ...] = (),
    known_findings: frozenset[Finding] = frozenset(),
) -> Summary:
    """Add up what landed of all shards, with the state of the ledger after it, and checks that failed."""
    counts: dict[str, int] = {}
    refused: list[Rejection] = []
    languages: Counter[str] = Counter()
    for shard in shards:
        refused += shard.refused_files
        languages.update(shard.other_languages)
        for table, count in shard.row_counts.items():
            counts[table] = counts.get(table, 0) + count
    return Summary(
        run=run,
        row_counts=counts,
        refused_files=tuple(refused),
        idle_corrections=state.idle_corrections,
        failed_checks=failed_checks,
        known_findings=known_findings,
        other_languages=dict(languages.most_common()),
        article_count=state.row_counts[Article.table],
        undated_count=state.undated_count,
    )


def in_words(summary: Summary) -> str:
    """Say in one line what became of the files."""
    run = summary.run
    parts = [
        f"{run.file_count:,} {'file' if run.file_count == 1 else 'files'} looked at",
        f"{run.accepted_count:,} landed as articles",
        f"{run.rejected_count:,} rejected",
        f"{run.unchanged_count:,} unchanged",
    ]
    if run.skipped_count:
        parts.append(f"{run.skipped_count:,} hidden or still being written left out")
    if run.removed_count:
        parts.append(f"{run.removed_count:,} removed")
    return ", ".join(parts)


def languages_in_words(languages: Mapping[str, int]) -> str | None:
    """Say how many articles are not in English; None where there is none."""
    if not languages:
        return None
    counted = ", ".join(f"{count:,} {language_name(code)}" for code, count in languages.items())
    return f"Not in English, and landed as text without facts: {counted}."


def doubtful_in_words(summary: Summary, *, warehouse: Path) -> str | None:
    """Say how much within the articles was refused, and how to see why; None where nothing was."""
    count = summary.row_counts.get(Rejection.table, 0) - len(summary.refused_files)
    if count <= 0:
        return None
    what = "1 place was" if count == 1 else f"{count:,} places were"
    return f"{what} refused within the articles, as not certain: {rejected_command(warehouse)}"


def undated_of(summary: Summary, *, warehouse: Path) -> str | None:
    """Say how many articles of the ledger have no day; None where each has one."""
    return undated_in_words(summary.undated_count, article_count=summary.article_count, warehouse=warehouse)


def print_summary(summary: Summary, *, warehouse: Path, console: Console) -> None:
    """Print what landed, table by table, and which files were refused, why, and what to do."""
    if LOG_FORMAT.get() == "json":
        console.file.write(f"{json_line('summary', **as_values(summary))}\n")
        return
    console.print(f"{in_words(summary)}.", highlight=False)
    if not summary.run.file_count:
        console.print(NO_FILES, highlight=False, soft_wrap=True)
    facts = [f"{count:,} {table.replace('_', ' ')}" for table, count in summary.row_counts.items() if is_fact(table)]
    if summary.run.accepted_count:
        console.print(f"Found {', '.join(facts)}.", highlight=False)
    if doubtful := doubtful_in_words(summary, warehouse=warehouse):
        console.print(doubtful, highlight=False, soft_wrap=True)
    if languages := languages_in_words(summary.other_languages):
        console.print(languages, highlight=False)
    if undated := undated_of(summary, warehouse=warehouse):
        console.print(as_named(undated), highlight=False, markup=False, soft_wrap=True)
    for correction in summary.idle_corrections:
        console.print(f"A correction concerns nothing any more: {correction}.", highlight=False, markup=False)
    for line in checks_in_words(summary.failed_checks, known=summary.known_findings):
        console.print(as_named(line), highlight=False, markup=False, soft_wrap=True)
    if summary.refused_files:
        console.print(rejections_table(summary.refused_files))
        console.print(
            f"All of them: {sql_command(ALL_REJECTIONS, warehouse=warehouse)}", soft_wrap=True, highlight=False
        )


def checks_in_words(failed: Iterable[Check], *, known: frozenset[Finding]) -> Iterator[str]:
    """Say which checks of the whole failed: in full what is new or critical, in number the warnings known before."""
    warning_count = 0
    for check in failed:
        if check.severity == "critical" or finding_of(check) not in known:
            yield check_in_words(check)
        elif check.severity == "warning":
            warning_count += 1
    if warning_count:
        what = "warning stands" if warning_count == 1 else "warnings stand"
        yield f"{warning_count:,} {what} as after the run before: see `newsledger report`."


def check_in_words(check: Check) -> str:
    """Say which check of the whole failed, for how many of what, and name one."""
    first = json.loads(check.examples)[0] if check.examples else None
    example = f", such as {first['key']}{seen_beside(check, first['reason'])}. {first['repair']}" if first else ""
    counts = f"{check.failed_count:,} of {check.row_count:,}"
    return f"Check {check.suite} ({check.severity}): {check.reason}: {counts}{example}"


def seen_beside(check: Check, reason: str) -> str:
    """Return what an example adds to the reason of its check: ` (days '3')`."""
    return reason.removeprefix(check.reason) if check.reason and reason.startswith(check.reason) else f": {reason}"


def checks_as_rows(checks: Iterable[Check]) -> list[dict[str, object]]:
    """Lay checks out as rows for Prefect's page."""
    return [
        {"suite": each.suite, "severity": each.severity, "what": each.reason, "rows": each.failed_count}
        for each in checks
    ]


def as_values(summary: Summary) -> dict[str, object]:
    """Return the summary as values of JSON."""
    run = summary.run
    return {
        "run_id": run.run_id,
        "files": run.file_count,
        "accepted": run.accepted_count,
        "rejected": run.rejected_count,
        "unchanged": run.unchanged_count,
        "skipped": run.skipped_count,
        "removed": run.removed_count,
        "rows": summary.row_counts,
        "other_languages": dict(summary.other_languages),
        "undated": summary.undated_count,
        "rejections": [
            {"source": each.source, "rule": each.rule, "reason": each.reason, "repair": each.repair}
            for each in summary.refused_files
        ],
        "failed_checks": [
            {
                "suite": each.suite,
                "severity": each.severity,
                "reason": each.reason,
                "failed": each.failed_count,
                "is_new": finding_of(each) not in summary.known_findings,
            }
            for each in summary.failed_checks
        ],
    }


def is_fact(table: str) -> bool:
    """Tell whether a table holds what was found, rather than what the run did."""
    return table not in {"articles", "files", "rejections", "checks", "runs"}


def rejections_table(rejections: Iterable[Rejection]) -> Table:
    """Lay out why files were refused, the commonest reason first, and which."""
    table = folding_table("files", "why", "what to do", title="Rejected files", title_justify="left", expand=False)
    for reason, repair, files in by_reason(rejections)[:SHOWN_REASONS]:
        table.add_row(Text(files), Text(reason), Text(as_named(repair)))
    return table


def by_reason(rejections: Iterable[Rejection]) -> list[tuple[str, str, str]]:
    """Gather refused files: reason, repair, and the files in words, the reason of most files first."""
    sources: dict[tuple[str, str], list[str]] = defaultdict(list)
    for rejection in rejections:
        sources[rejection.reason, rejection.repair].append(rejection.source)
    ordered = sorted(sources.items(), key=lambda item: -len(item[1]))
    return [(reason, repair, named(files)) for (reason, repair), files in ordered]


def named(files: Sequence[str]) -> str:
    """Name the first few files, and count the others: `a.txt, b.txt, c.txt and 12 more`."""
    shown = ", ".join(files[:SHOWN_FILES])
    return f"{shown} and {len(files) - SHOWN_FILES:,} more" if len(files) > SHOWN_FILES else shown


def as_markdown(summary: Summary) -> str:
    """Write the summary for Prefect's page of the run."""
    lines = [f"{in_words(summary)}.", "", "| table | rows landed |", "|---|---|"]
    lines += [f"| {table} | {count:,} |" for table, count in summary.row_counts.items()]
    lines += [f"- {languages}" for languages in [languages_in_words(summary.other_languages)] if languages]
    lines += [f"- {check_in_words(each)}" for each in summary.failed_checks]
    lines += [f"- A correction concerns nothing any more: {each}." for each in summary.idle_corrections]
    lines += [
        f"- `{files}`: {reason}. {repair}" for reason, repair, files in by_reason(summary.refused_files)[:SHOWN_REASONS]
    ]
    return "\n".join(lines)
