"""What the report tells of a warehouse: counts and some examples, never whole tables. Quick to import."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import duckdb

from warehouse.catalogue.reader import reading
from warehouse.reading.query import Status, dictionaries, status
from warehouse.reading.run_history import RunReport, run_reports
from warehouse.records import ARTICLE_TABLES, Fact
from warehouse.surveys.corpus import VOLUMES

Row = dict[str, object]

EXAMPLES = 4
"""Rows that a check, or a reason for rejections, shows."""

AROUND = 70
"""Characters of the article on either side of an example's place."""

MOST_HOLES = 12

MONTHS = """
FROM articles SELECT date_trunc('month', published_on)::DATE AS month, count(*) AS count
WHERE published_on IS NOT NULL AND counted_as IS NULL GROUP BY month ORDER BY month
"""

BARS = {
    "Figures by kind": """
        FROM marts.fct_figures SELECT kind AS label, count(*) AS count
        WHERE NOT is_duplicate GROUP BY ALL ORDER BY 2 DESC, 1
    """,
    "Amounts of money by currency": """
        FROM marts.fct_figures SELECT coalesce(unit, 'currency not known') AS label, count(*) AS count
        WHERE kind = 'money' AND NOT is_duplicate GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT 12
    """,
    "Outlets cited": """
        FROM marts.fct_citations JOIN marts.dim_outlet USING (outlet_id) SELECT outlet AS label, count(*) AS count
        WHERE NOT is_duplicate GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT 15
    """,
    "Entities mentioned most": """
        FROM (
            FROM marts.fct_mentions SELECT entity_id, count(*) AS count
            WHERE NOT is_duplicate AND entity_id <> 'unknown' GROUP BY entity_id
        )
        JOIN marts.dim_entity USING (entity_id)
        SELECT name || ' (' || kind || ')' AS label, count
        ORDER BY 2 DESC, 1 LIMIT 15
    """,
}
"""Distributions shown as bars, each by its heading; a story that several articles tell counts once."""

DATED = """
FROM (
    FROM articles
    SELECT if(published_on IS NULL, 'no day known', coalesce(published_on_basis, 'not told')) AS label
)
SELECT label, count(*) AS count
GROUP BY label ORDER BY label = 'no day known', count DESC, label
"""

CHECKS = """
FROM checks
SELECT
    suite,
    any_value(severity) AS severity,
    coalesce(any_value(reason), expectation) AS reason,
    column_name,
    sum(row_count) AS row_count,
    sum(failed_count) AS failed_count,
    bool_and(is_success) AS is_success,
    bool_or(shard = 'whole') AS is_of_the_whole,
    list(examples) FILTER (examples IS NOT NULL) AS examples
WHERE run_id = $run_id
GROUP BY suite, expectation, column_name, detail
ORDER BY array_position(['critical', 'warning', 'info'], any_value(severity)), failed_count DESC, suite, reason
"""

REJECTIONS = """
FROM rejections
SELECT
    stage, rule,
    regexp_replace(
        regexp_replace(reason, '(^| )(''[^'']*''|"[^"]*"|`[^`]*`)', '\\1…', 'g'), ' \\([^()]*\\)$', ''
    ) AS reason,
    repair, count(*) AS count,
    count(DISTINCT source_path) AS file_count, max(try_count) AS try_count, bool_or(article_id IS NULL) AS is_of_files,
    list({
        'key': rejection_id, 'source': source, 'excerpt': excerpt, 'start': mark_start, 'end': mark_end,
        'reason': reason
    } ORDER BY source, start_char)[:4] AS examples
GROUP BY ALL
ORDER BY count DESC, rule, reason
LIMIT 60
"""
"""Rejections by reason; what differs from row to row, text quoted and values in brackets, is left to the examples."""

MEASURED = """
WITH latest AS (
    FROM measurements JOIN runs USING (run_id)
    SELECT measure, subject, value, dense_rank() OVER (ORDER BY finished_at DESC, run_id DESC) AS place
    QUALIFY place <= 2
)
FROM latest
SELECT measure, any_value(value) FILTER (place = 1) AS now, any_value(value) FILTER (place = 2) AS before
WHERE subject IS NULL GROUP BY measure ORDER BY measure
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A volume with the stretches of issues that the ledger has, and those that it lacks in between."""

    row: Mapping[str, object]
    present: list[tuple[int, int]]
    missing: list[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedWarehouse:
    """All that the report is written from."""

    state: Status
    runs: list[RunReport]
    checks: list[Row]
    places: Mapping[tuple[str, str], Row]
    rejections: list[Row]
    measured: list[Row]
    months: list[tuple[date, int]]
    bars: Mapping[str, list[Row]]
    dated: list[Row]
    volumes: list[Volume]


def report_on(folder: Path) -> ReportedWarehouse:
    """Ask a warehouse for what the report tells; raise `WarehouseError` where there is none or it is damaged."""
    runs = list(run_reports(folder, last=2))
    state = status(folder)
    with reading(folder) as connection:
        run_id = str(runs[0].run["run_id"]) if runs else ""
        checks = [with_examples(row) for row in dictionaries(connection, CHECKS, {"run_id": run_id})]
        return ReportedWarehouse(
            state=state,
            runs=runs,
            checks=checks,
            places=places_of(connection, checks),
            rejections=dictionaries(connection, REJECTIONS, {}),
            measured=dictionaries(connection, MEASURED, {}),
            months=[(month, count) for month, count in connection.execute(MONTHS).fetchall()],
            bars={heading: dictionaries(connection, query, {}) for heading, query in BARS.items()},
            dated=dictionaries(connection, DATED, {}),
            volumes=volumes_of(connection),
        )


def with_examples(row: Row) -> Row:
    """Read the examples of a check, of all its shards together."""
    lists = row["examples"] if isinstance(row["examples"], list) else []
    return {**row, "examples": [example for text in lists for example in json.loads(text)][:EXAMPLES]}


def places_of(connection: duckdb.DuckDBPyConnection, checks: Iterable[Row]) -> dict[tuple[str, str], Row]:
    """Find where in its article each example of a failed check stands, by table and key; of those refused too."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for check in checks:
        wanted[str(check["suite"])] += [str(each["key"]) for each in examples_of(check)]
    places: dict[tuple[str, str], Row] = {}
    for record in ARTICLE_TABLES:
        keys = wanted.get(record.table, [])
        if not keys:
            continue
        refused = (
            "FROM rejections SELECT row_key AS key, source, excerpt, mark_start AS start, mark_end AS end_char "
            "WHERE table_name = $table AND list_contains($keys, row_key)"
        )
        found = dictionaries(connection, refused, {"table": record.table, "keys": keys})
        if issubclass(record, Fact):
            found += dictionaries(connection, place_query(record), {"keys": keys})
        places |= {(record.table, str(row["key"])): row for row in found}
    return places


def examples_of(check: Row) -> list[Row]:
    """Return the examples of a check."""
    return check["examples"] if isinstance(check["examples"], list) else []


def place_query(record: type[Fact]) -> str:
    """Write the query that shows some facts within the text around them."""
    before = f"greatest(fact.start_char - {AROUND}, 0)"
    return (
        f"FROM {record.table} AS fact JOIN articles USING (article_id) "
        f"SELECT {record.key_name} AS key, source, "
        f"substring(articles.text, {before} + 1, fact.end_char + {AROUND} - {before}) AS excerpt, "
        f"fact.start_char - {before} AS start, fact.end_char - {before} AS end_char "
        f"WHERE list_contains($keys, {record.key_name})"
    )


def volumes_of(connection: duckdb.DuckDBPyConnection) -> list[Volume]:
    """Return every volume, with its issues as stretches."""
    issues = connection.execute(
        "FROM articles SELECT publication, volume, list_sort(list_distinct(list(issue))) "
        "WHERE publication IS NOT NULL AND volume IS NOT NULL AND issue IS NOT NULL GROUP BY ALL"
    ).fetchall()
    numbers = {(publication, volume): listed for publication, volume, listed in issues}
    volumes = []
    for row in dictionaries(connection, VOLUMES, {}):
        present = stretches(numbers[row["publication"], row["volume"]])
        missing = [(before[1] + 1, after[0] - 1) for before, after in pairwise(present)]
        volumes.append(Volume(row=row, present=present, missing=missing))
    return volumes


def stretches(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Gather rising numbers into stretches without a gap: 1, 2, 3, 7 into 1 to 3 and 7 to 7."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def in_words(ranges: Iterable[tuple[int, int]]) -> str:
    """Write stretches of issues: `4, 9–12`, the first few of many."""
    listed = [str(first) if first == last else f"{first}–{last}" for first, last in ranges]
    more = f" and {len(listed) - MOST_HOLES} more stretches" if len(listed) > MOST_HOLES else ""
    return ", ".join(listed[:MOST_HOLES]) + more


def plain_measure(name: str) -> str:
    """Write a measure in words: `share_without_figures` as `articles without figures`."""
    return (
        re.sub(r"^share_(?:of_)?", "articles ", name).replace("_", " ").replace("articles copies", "copies, versions")
    )
