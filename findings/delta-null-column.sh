#!/usr/bin/env bash
# A Delta column whose first rows are all null is of type void, and takes no text later.
#
# Guess: a column of nulls has no type yet. deltalake either refuses it when the table is made, as Polars does, or the
# first value that arrives decides.
#
# Seen: the table is made with a column of the type void. Rows with text are refused from then on, unless the append
# asks for a merge of schemas, which turns the column into text.
#
#   type of the column: 'void'
#   appending text: 'SchemaMismatchError'
#   appending text with schema_mode="merge": 'accepted'
#   type of the column after that: 'string'
#
# Matters: optional facts, such as the period of a figure, are often missing from the whole first batch. The ledger is
# then made without a complaint, and the run that fails is a later one, on perfectly good articles.
#
# Versions: deltalake 1.6.6, pyarrow 26.0.1.

source "$(dirname -- "$0")/lib.sh"
environment now deltalake==1.6.6 pyarrow==26.0.1

run now <<'PY'
import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from finding import outcome, seen


def column_type():
    (field,) = (field for field in DeltaTable("figures").schema().fields if field.name == "period")
    return field.type.type


def append(**options):
    rows = pa.table({"value": [31], "period": ["in March"]})
    write_deltalake("figures", rows, mode="append", **options)


write_deltalake("figures", pa.table({"value": [12], "period": [None]}))
seen("type of the column", column_type(), then="void")
seen("appending text", outcome(append), then="SchemaMismatchError")
seen('appending text with schema_mode="merge"', outcome(lambda: append(schema_mode="merge")), then="accepted")
seen("type of the column after that", column_type(), then="string")
PY
