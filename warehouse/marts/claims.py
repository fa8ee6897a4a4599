"""What several reports state of one quantity, compared again only where it has changed since the marts before.

Statements are read anew at each publication, which is linear; comparing them costs more. So the marts keep a hash of
all that is stated of each subject, what of whom. Only subjects whose hash is another one now, and those that look like
them, are compared; the pairs of all others are taken over. What comes out is what comparing everything would give:
`newsledger verify` does that.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.folder import layout
from warehouse.folder.files import link_or_copy, sync
from warehouse.records.claims import PAIRS
from warehouse.views.claims import READ, claim_query, forget, make, make_claims
from warehouse.views.literals import quoted
from warehouse.views.relations import parquet_scan
from warehouse.views.workspace import mart_files

SUBJECTS = "subjects.parquet"

CHANGED = """
SELECT coalesce(now.subject_key, before.subject_key) AS subject_key
FROM claim_subjects AS now
FULL JOIN {before} AS before ON before.subject_key = now.subject_key
WHERE now.digest IS DISTINCT FROM before.digest
"""
"""Subjects of which something else is stated now, of which nothing was, or nothing is."""

TO_COMPARE = """
FROM changed_subjects
UNION
FROM claim_wider SELECT wider_key WHERE subject_key IN (FROM changed_subjects)
UNION
FROM claim_wider SELECT subject_key WHERE wider_key IN (FROM changed_subjects)
"""
"""These, and those that they are compared with."""

CONCERNED = "FROM claim_contexts WHERE subject_key IN (FROM subjects_to_compare)"

PAIRS_NOW = """
WITH sides AS (
    FROM claim_contexts SELECT figure_id, subject_key IN (FROM changed_subjects) AS has_changed
)
FROM {before} AS pairs
JOIN sides AS one ON one.figure_id = pairs.figure_id
JOIN sides AS other ON other.figure_id = pairs.other_figure_id
SELECT pairs.*
WHERE NOT one.has_changed AND NOT other.has_changed
UNION ALL BY NAME
FROM ({compared}) AS pairs
JOIN sides AS one ON one.figure_id = pairs.figure_id
JOIN sides AS other ON other.figure_id = pairs.other_figure_id
SELECT pairs.*
WHERE one.has_changed OR other.has_changed
"""
"""Pairs of subjects that stayed, as they were, and those of which one side at least belongs to a changed one."""


@contextmanager
def claims_compared(
    connection: duckdb.DuckDBPyConnection, aside: Path, *, previous: Path | None, is_new: bool
) -> Iterator[None]:
    """Let the marts of claims be written within the block, into the folder `aside`.

    `previous` is the folder of marts that the same queries have made, if there is one; only where something `is_new`
    the claims are read and compared.
    """
    (aside / layout.RADAR).mkdir()
    subjects = aside / layout.RADAR / SUBJECTS
    before = previous / layout.RADAR / SUBJECTS if previous else None
    if not is_new and before and before.exists():
        link_or_copy(before, subjects)
        yield
        return
    compare_claims(connection, previous if before and before.exists() else None)
    connection.execute(
        f"COPY (FROM claim_subjects ORDER BY subject_key) TO {quoted(str(subjects))} (FORMAT parquet, COMPRESSION zstd)"
    )
    sync(subjects)
    sync(subjects.parent)
    yield
    forget(connection)


def compare_claims(connection: duckdb.DuckDBPyConnection, previous: Path | None) -> None:
    """Make what the marts of claims are written from, given the folder of the marts before."""
    if previous is None:
        make_claims(connection)
        return
    for view in READ:
        make(connection, view, claim_query(view))
    before = parquet_scan([previous / layout.RADAR / SUBJECTS])
    connection.execute(f"CREATE OR REPLACE TEMP TABLE changed_subjects AS {CHANGED.format(before=before)}")
    connection.execute(f"CREATE OR REPLACE TEMP TABLE subjects_to_compare AS {TO_COMPARE}")
    make(connection, "compared_statements", CONCERNED)
    pairs = PAIRS_NOW.format(before=parquet_scan(mart_files(previous, PAIRS)), compared=claim_query("compared_pairs"))
    make(connection, "compared_pairs", pairs)
