#!/usr/bin/env bash
# A vacuum writes two versions of a Delta table, also when nothing is left for it to delete, and counts files as deleted
# that an earlier one deleted.
#
# Guess: deleting files that no version needs changes nothing that a table says; its version stays. A second vacuum
# right after the first finds nothing.
#
# Seen: each writes a start and an end into the log, and returns the same files as if it had just deleted them.
#
#   files on the disk, before and after: (4, 1)
#   versions: [3, 5, 7]
#   deleted by the first: 3
#   deleted by the second, of files that are not there: 3
#
# Matters: maintenance every night makes two versions a table of a ledger that nothing has arrived in. Whoever keeps the
# published version beside the table, or its files' checksums, has to write them again after it; and bytes freed must be
# measured on the disk.
#
# Versions: deltalake 1.6.6, pyarrow 26.0.1.

source "$(dirname -- "$0")/lib.sh"
environment now deltalake==1.6.6 pyarrow==26.0.1

run now <<'PY'
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from finding import seen


def files():
    return len(list(Path("figures").glob("*.parquet")))


def vacuum():
    table = DeltaTable("figures")
    return table.vacuum(retention_hours=0, enforce_retention_duration=False, dry_run=False)


for value in range(4):
    write_deltalake("figures", pa.table({"value": [value]}), mode="overwrite")
versions, before = [DeltaTable("figures").version()], files()
first = vacuum()
versions.append(DeltaTable("figures").version())
after = files()
second = vacuum()
versions.append(DeltaTable("figures").version())
seen("files on the disk, before and after", (before, after), then=(4, 1))
seen("versions", versions, then=[3, 5, 7])
seen("deleted by the first", len(first), then=3)
gone = [path for path in second if not (Path("figures") / Path(path).name).exists()]
seen("deleted by the second, of files that are not there", len(gone), then=3)
PY
