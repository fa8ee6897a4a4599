#!/usr/bin/env bash
# pyarrow lets the sum of decimals pass its limit and come out negative.
#
# Guess: decimals are chosen for exactness, so a sum that needs more digits than the type has raises, as it does in
# DuckDB, or comes out in a wider type.
#
# Seen: the sum wraps around at 2 to the 127th, without an error. Before that it shows more digits than its own type
# allows. DuckDB raises on the same column.
#
#   type of the column: 'decimal128(38, 28)'
#   pyarrow's sum of two: Decimal('12000000000.0000000000000000000000000000')
#   pyarrow's sum of three: Decimal('-16028236692.0938463463374607431768211456')
#   pyarrow's sum of three by group: Decimal('-16028236692.0938463463374607431768211456')
#   DuckDB's sum of three: 'OutOfRangeException'
#
# Matters: amounts multiplied by exchange rates, or divided, use up the 38 digits with their decimals: here ten are left
# before the point. A total of three debts of six billion becomes a claim of sixteen, and a chart shows it.
#
# Versions: pyarrow 26.0.1, duckdb 2.0.0.

source "$(dirname -- "$0")/lib.sh"
environment now pyarrow==26.0.1 duckdb==2.0.0

run now <<'PY'
from decimal import Decimal

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from finding import outcome, seen

debts = pa.array([Decimal("6000000000")] * 3, pa.decimal128(38, 28))
loans = pa.table({"country": ["KG"] * 3, "debt": debts})
wrapped = Decimal("-16028236692.0938463463374607431768211456")

seen("type of the column", str(debts.type), then="decimal128(38, 28)")
two = pc.sum(debts[:2]).as_py()
seen("pyarrow's sum of two", two, then=Decimal("12000000000.0000000000000000000000000000"))
seen("pyarrow's sum of three", pc.sum(debts).as_py(), then=wrapped)
by_group = loans.group_by("country").aggregate([("debt", "sum")])
seen("pyarrow's sum of three by group", by_group["debt_sum"][0].as_py(), then=wrapped)

by_duckdb = outcome(lambda: duckdb.execute("SELECT sum(debt) FROM loans").fetchall())
seen("DuckDB's sum of three", by_duckdb, then="OutOfRangeException")
PY
