#!/usr/bin/env bash
# DuckDB sums integers exactly, and writes the sum to Parquet as a double.
#
# Guess: a sum of BIGINT is an integer, also after `COPY … TO 'totals.parquet'`. A type that Parquet lacks becomes a
# decimal of 38 digits, as it does on the way to Arrow.
#
# Seen: the sum is a HUGEINT and right to the last digit on the screen. The file has a column of doubles, in which odd
# numbers beyond 2 to the 53rd do not exist. Arrow gets a decimal. A cast before COPY keeps the integer.
#
#   the sum: 9007199254740993
#   type and value in Parquet: ('double', 9007199254740992.0)
#   type and value in Arrow: ('decimal128(38, 0)', Decimal('9007199254740993'))
#   type and value in Parquet after a cast: ('int64', 9007199254740993)
#
# Matters: totals in kopecks or old lire do reach sixteen digits, and what reads the file afterwards cannot tell. Small
# totals change too: a count of 12 articles is shown as 12.0, and joins on it compare doubles.
#
# Versions: duckdb 2.0.0, pyarrow 26.0.1.

source "$(dirname -- "$0")/lib.sh"
environment now duckdb==2.0.0 pyarrow==26.0.1

run now <<'PY'
from decimal import Decimal

import duckdb
import pyarrow.parquet as pq
from finding import seen

EXACT = 9_007_199_254_740_993
TOTAL = "SELECT sum(kopecks) AS total FROM debts"

connection = duckdb.connect()
connection.execute("CREATE TABLE debts AS SELECT unnest([9_007_199_254_740_000, 993]) AS kopecks")


def first(table):
    return str(table["total"].type), table["total"][0].as_py()


def through_parquet(query):
    connection.execute(f"COPY ({query}) TO 'totals.parquet'")
    return first(pq.read_table("totals.parquet"))


seen("the sum", connection.execute(TOTAL).fetchall()[0][0], then=EXACT)
seen("type and value in Parquet", through_parquet(TOTAL), then=("double", float(EXACT - 1)))
in_arrow = first(connection.sql(TOTAL).to_arrow_table())
seen("type and value in Arrow", in_arrow, then=("decimal128(38, 0)", Decimal(EXACT)))
as_bigint = through_parquet("SELECT CAST(sum(kopecks) AS BIGINT) AS total FROM debts")
seen("type and value in Parquet after a cast", as_bigint, then=("int64", EXACT))
PY
