#!/usr/bin/env bash
# deltalake cuts a double that is appended to a column of integers, and says nothing.
#
# Guess: Delta enforces its schema on write, so a double is refused by a column of integers, at least where the value
# has decimals.
#
# Seen: doubles and decimals lose what stands behind the point, towards zero; digits as text become integers. What is
# refused is only what has no integer at all: NaN, words, and integers too long for the column. A decimal that has more
# places than a decimal column is refused, though it would lose less.
#
#   appending 2.9 and -2.9 to integers: [2, -2]
#   appending the decimal 2.9: [2]
#   appending the text 12: [12]
#   appending NaN: 'Exception'
#   appending a word: 'Exception'
#   appending the decimal 0.125 to decimals with two places: 'SchemaMismatchError'
#
# Matters: an extractor that begins to return 2.5 where it used to return counts, or a pandas column that a missing
# value has made a double, lands as wrong numbers, and no error tells when that began.
#
# Versions: deltalake 1.6.6, pyarrow 26.0.1.

source "$(dirname -- "$0")/lib.sh"
environment now deltalake==1.6.6 pyarrow==26.0.1

run now <<'PY'
from decimal import Decimal

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from finding import outcome, seen


def append(values, *, to):
    """Append values to a new table that holds one value of a type; return what the table then has for them."""
    first = pa.table({"count": to, "is_new": [False]})
    write_deltalake("counts", first, mode="overwrite", schema_mode="overwrite")
    write_deltalake("counts", pa.table({"count": values, "is_new": [True] * len(values)}), mode="append")
    return DeltaTable("counts").to_pyarrow_table(filters=[("is_new", "=", True)])["count"].to_pylist()


integers = pa.array([7], pa.int64())
hundredths = pa.array([Decimal("0.12")], pa.decimal128(9, 2))
thousandths = pa.array([Decimal("0.125")], pa.decimal128(9, 3))

seen("appending 2.9 and -2.9 to integers", append([2.9, -2.9], to=integers), then=[2, -2])
seen("appending the decimal 2.9", append([Decimal("2.9")], to=integers), then=[2])
seen("appending the text 12", append(["12"], to=integers), then=[12])
seen("appending NaN", outcome(lambda: append([float("nan")], to=integers)), then="Exception")
seen("appending a word", outcome(lambda: append(["twelve"], to=integers)), then="Exception")
refusal = outcome(lambda: append(thousandths, to=hundredths))
seen("appending the decimal 0.125 to decimals with two places", refusal, then="SchemaMismatchError")
PY
