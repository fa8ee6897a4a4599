#!/usr/bin/env bash
# DuckDB's median of decimals is cut to the places of the column.
#
# Guess: the median of two amounts is the one halfway between them. If decimals need a place more for it, the result
# is wider or a double, as the mean is.
#
# Seen: the median is a decimal of the column's own type, and what does not fit is cut towards zero, not rounded. With
# decimals without places, 3 and 4 have the median 3, though the same numbers as INTEGER have 3.5. Polars gives the
# middle; pyarrow's mean of decimals stays in the type as well, but rounds.
#
#   DuckDB's median of 10.5 and 10.6: Decimal('10.5')
#   of -10.5 and -10.6: Decimal('-10.5')
#   DuckDB's mean of 10.5 and 10.6: 10.55
#   Polars' median: 10.55
#   pyarrow's mean: Decimal('10.6')
#   DuckDB's median of 3 and 4 as DECIMAL(9, 0): Decimal('3')
#   of 3 and 4 as INTEGER: 3.5
#
# Matters: medians are what reports of prices and wages state. The figure depends on the tool by up to one unit of the
# last place, and on how a column of whole numbers happens to be typed.
#
# Versions: duckdb 2.0.0, polars 2.1.0, pyarrow 26.0.1.

source "$(dirname -- "$0")/lib.sh"
environment now duckdb==2.0.0 polars==2.1.0 pyarrow==26.0.1

run now <<'PY'
from decimal import Decimal

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
from finding import seen


def by_duckdb(function, values, type_name):
    query = f"SELECT {function}(CAST(value AS {type_name})) FROM (SELECT unnest([{values}]) AS value)"
    return duckdb.execute(query).fetchall()[0][0]


prices = pa.array([Decimal("10.5"), Decimal("10.6")], pa.decimal128(4, 1))

seen("DuckDB's median of 10.5 and 10.6", by_duckdb("median", "10.5, 10.6", "DECIMAL(4, 1)"), then=Decimal("10.5"))
seen("of -10.5 and -10.6", by_duckdb("median", "-10.5, -10.6", "DECIMAL(4, 1)"), then=Decimal("-10.5"))
seen("DuckDB's mean of 10.5 and 10.6", by_duckdb("avg", "10.5, 10.6", "DECIMAL(4, 1)"), then=10.55)
seen("Polars' median", pl.Series(prices).median(), then=10.55)
seen("pyarrow's mean", pc.mean(prices).as_py(), then=Decimal("10.6"))
seen("DuckDB's median of 3 and 4 as DECIMAL(9, 0)", by_duckdb("median", "3, 4", "DECIMAL(9, 0)"), then=Decimal("3"))
seen("of 3 and 4 as INTEGER", by_duckdb("median", "3, 4", "INTEGER"), then=3.5)
PY
