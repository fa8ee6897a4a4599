"""What runs did and saw: files, refusals with their reasons, checks, and the runs themselves."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar

from warehouse.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection(Record):
    """One row per file, article or fact that was refused, with the reason and what to do about it."""

    table: ClassVar[str] = "rejections"
    key_name: ClassVar[str] = "rejection_id"
    key_parts: ClassVar[tuple[str, ...]] = ("source_path", "content_sha256", "stage", "rule", "start_char", "excerpt")

    source: Annotated[str, "File, relative to the folder or archive ingested."]
    source_path: Annotated[str, "Its absolute path where it was ingested; a member of an archive follows `!`."]
    content_sha256: Annotated[str | None, "SHA-256 of the file's bytes, the name of their copy; null if unreadable."]
    article_id: Annotated[str | None, "Article concerned, where the file became one."]
    stage: Annotated[str, "read, parse, check or extract."]
    rule: Annotated[str, "Name of the rule or expectation that failed."]
    reason: Annotated[str, "Why, in words."]
    start_char: Annotated[int | None, "Offset of a refused fact in the article's text."]
    excerpt: Annotated[str | None, "The text around the place, shortened, with control characters escaped."]
    repair: Annotated[str, "What to do about it."]
    mark_start: Annotated[int | None, "Offset in `excerpt` where the place concerned begins; null where it is all."] = (
        None
    )
    mark_end: Annotated[int | None, "Offset in `excerpt` after the place concerned."] = None
    table_name: Annotated[str | None, "Table of the row that was refused; null where no row was made yet."] = None
    row_key: Annotated[str | None, "Key that the refused row would have had."] = None
    may_be_accepted: Annotated[
        bool | None, "True where a person may overrule the refusal: `newsledger rejected --accept`."
    ] = None
    run_id: Annotated[str | None, "Run that refused it first; null where that was before runs were noted."] = None
    try_count: Annotated[int | None, "How many runs have refused it."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(Record):
    """One row per warning that a person has overruled: the row is kept whenever that rule refuses it."""

    table: ClassVar[str] = "acceptances"
    key_name: ClassVar[str] = "acceptance_id"
    key_parts: ClassVar[tuple[str, ...]] = ("table_name", "row_key", "rule")

    table_name: Annotated[str, "Table of the row."]
    row_key: Annotated[str, "Key of the row."]
    rule: Annotated[str, "Rule that is overruled for it."]
    source: Annotated[str, "File that the row comes from."]
    reason: Annotated[str, "Why it had been refused."]
    because: Annotated[str, "Why it is right all the same, in the words of whoever overruled it."]
    accepted_at: Annotated[datetime, "When, in UTC."]


@dataclass(frozen=True, slots=True, kw_only=True)
class File(Record):
    """One row per file or archive member ever seen, and what became of it."""

    table: ClassVar[str] = "files"

    source_path: Annotated[str, "Key: absolute path; a member of an archive follows `!`."]
    source: Annotated[str, "The same file, relative to the folder or archive ingested."]
    content_sha256: Annotated[str | None, "SHA-256 of its bytes; null if it could not be read."]
    byte_count: Annotated[int, "Size in bytes."]
    outcome: Annotated[str, "accepted or rejected."]
    article_id: Annotated[str | None, "Article that it became."]
    pipeline_version: Annotated[str, "Version of formats, rules and extractors that decided."]
    rows_checksum: Annotated[
        str | None,
        "MD5 of each row of the article and its facts as they landed, joined by XOR; null if it has none yet.",
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Record):
    """One row per ingest that changed the ledger."""

    table: ClassVar[str] = "runs"

    run_id: Annotated[str, "Key of the run."]
    started_at: Annotated[datetime, "When it began, in UTC."]
    finished_at: Annotated[datetime, "When its last shard landed, in UTC."]
    parameters: Annotated[str, "What it was asked to do, as JSON."]
    versions: Annotated[str, "Versions of Newsledger, Python, the libraries, the model and each extractor, as JSON."]
    file_count: Annotated[int, "Files looked at."]
    unchanged_count: Annotated[int, "Files that the ledger held already."]
    skipped_count: Annotated[int, "Files left out: hidden ones, such as `.DS_Store`, and those still being written."]
    accepted_count: Annotated[int, "Files that became articles."]
    rejected_count: Annotated[int, "Files refused."]
    removed_count: Annotated[int, "Articles removed because their file was gone (`--prune`)."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Record):
    """One row per expectation and shard, or of the whole: what was demanded and how many rows failed."""

    table: ClassVar[str] = "checks"
    key_name: ClassVar[str] = "check_id"
    key_parts: ClassVar[tuple[str, ...]] = ("run_id", "shard", "suite", "expectation", "column_name", "detail")

    run_id: Annotated[str, "Run that checked."]
    shard: Annotated[str, "Shard of the run, such as `shard-00001`; `whole` of what is checked across all of them."]
    suite: Annotated[str, "Suite of expectations: the table's name, or what is checked across tables."]
    expectation: Annotated[str, "Type of the expectation."]
    column_name: Annotated[str | None, "Column concerned."]
    detail: Annotated[str | None, "Parameters of the expectation, as JSON."]
    severity: Annotated[str, "critical, warning or info."]
    is_success: Annotated[bool, "True where every row passed."]
    row_count: Annotated[int, "Rows looked at."]
    failed_count: Annotated[int, "Rows that failed."]
    examples: Annotated[str | None, "Some of the rows that failed, as a JSON array: key, reason, repair."] = None
    reason: Annotated[str | None, "What a failure means, in words."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement(Record):
    """One row per run and measured number of the whole ledger, from which later runs learn what is usual."""

    table: ClassVar[str] = "measurements"
    key_name: ClassVar[str] = "measurement_id"
    key_parts: ClassVar[tuple[str, ...]] = ("run_id", "measure", "subject")

    run_id: Annotated[str, "Run after which it was measured."]
    measure: Annotated[str, "What was measured: `share_without_figures`, `citations_of_outlet`."]
    subject: Annotated[str | None, "Of what, where a measure is of several things: an outlet, a kind."]
    value: Annotated[float, "The number."]
