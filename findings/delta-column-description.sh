#!/usr/bin/env bash
# deltalake refuses rows whose column is described in other words than the table's.
#
# Guess: a field's metadata is a comment. Rows whose columns have the right names and types are appended, and the
# comment of either side wins.
#
# Seen: rows with another description of a column are refused, also with a merge of schemas; rows with none are taken.
# What helps is to change the description in the table first.
#
#   appending rows with another description: 'SchemaMismatchError'
#   the same with schema_mode="merge": 'SchemaMismatchError'
#   appending rows without a description: 'accepted'
#   appending after the table's description was changed: 'accepted'
#
# Matters: a ledger that explains its columns to whoever opens it derives schema and description from one place. There,
# mending a comma in a comment stops every existing ledger from growing, while all tests on new ones pass.
#
# Versions: deltalake 1.6.6, pyarrow 26.0.1.

source "$(dirname -- "$0")/lib.sh"
environment now deltalake==1.6.6 pyarrow==26.0.1

run now <<'PY'
import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from finding import outcome, seen

OLD = {"description": "Amount, in `unit`."}
NEW = {"description": "Amount in `unit`."}


def append(metadata, **options):
    schema = pa.schema([pa.field("value", pa.int64(), metadata=metadata)])
    write_deltalake("figures", pa.table({"value": [12]}, schema=schema), mode="append", **options)


append(OLD)
seen("appending rows with another description", outcome(lambda: append(NEW)), then="SchemaMismatchError")
merged = outcome(lambda: append(NEW, schema_mode="merge"))
seen('the same with schema_mode="merge"', merged, then="SchemaMismatchError")
seen("appending rows without a description", outcome(lambda: append(None)), then="accepted")

DeltaTable("figures").alter.set_column_metadata("value", NEW)
seen("appending after the table's description was changed", outcome(lambda: append(NEW)), then="accepted")
PY
