#!/usr/bin/env bash
# DuckDB takes NaN for absent in Parquet files that pyarrow or Polars wrote.
#
# Guess: a question to a file has the same answer as to the table that it was written from.
#
# Seen: Parquet's statistics leave NaN out, as its specification asks. For DuckDB NaN is the greatest number, and it
# answers from the statistics where it can: no row of the file is found by `isnan`, `isnan` is false in every row that
# is shown, and the maximum is a number. But the row is there: it comes with all the others, and the sum is NaN. Files
# written by DuckDB itself are read rightly, and so are those of others by Polars.
#
#   rows that are NaN, in memory: [2]
#   rows that are NaN, in a file by DuckDB: [2]
#   rows that are NaN, in a file by pyarrow: []
#   rows that are NaN, in a file by Polars: []
#   rows above 5, in memory and in a file by pyarrow: ([2], [])
#   is it NaN, row by row in a file by pyarrow: [False, False, False]
#   maximum and sum, in a file by pyarrow: ('2.0', 'nan')
#   rows that are NaN, by Polars in a file by pyarrow: [2]
#
# Matters: NaN is what a division of nothing by nothing leaves behind, and `WHERE isnan(…)` is the check that is meant
# to catch it before publication. On a file it always passes.
#
# Versions: duckdb 2.0.0, pyarrow 26.0.1, polars 2.1.0.

source "$(dirname -- "$0")/lib.sh"
environment now duckdb==2.0.0 pyarrow==26.0.1 polars==2.1.0

run now <<'PY'
import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from finding import seen

ratios = pa.table({"article": [1, 2, 3], "ratio": [1.0, float("nan"), 2.0]})
pq.write_table(ratios, "pyarrow.parquet")
pl.from_arrow(ratios).write_parquet("polars.parquet")
duckdb.execute("COPY ratios TO 'duckdb.parquet'")


def column(query):
    return [value for (value,) in duckdb.execute(query).fetchall()]


def articles(source, condition="isnan(ratio)"):
    return column(f"SELECT article FROM {source} WHERE {condition} ORDER BY article")


def answer(expression):
    return str(column(f"SELECT {expression} FROM 'pyarrow.parquet'")[0])


seen("rows that are NaN, in memory", articles("ratios"), then=[2])
seen("rows that are NaN, in a file by DuckDB", articles("'duckdb.parquet'"), then=[2])
seen("rows that are NaN, in a file by pyarrow", articles("'pyarrow.parquet'"), then=[])
seen("rows that are NaN, in a file by Polars", articles("'polars.parquet'"), then=[])
above = articles("ratios", "ratio > 5"), articles("'pyarrow.parquet'", "ratio > 5")
seen("rows above 5, in memory and in a file by pyarrow", above, then=([2], []))

shown = column("SELECT isnan(ratio) FROM 'pyarrow.parquet'")
seen("is it NaN, row by row in a file by pyarrow", shown, then=[False, False, False])
maximum_and_sum = answer("max(ratio)"), answer("sum(ratio)")
seen("maximum and sum, in a file by pyarrow", maximum_and_sum, then=("2.0", "nan"))

by_polars = pl.scan_parquet("pyarrow.parquet").filter(pl.col("ratio").is_nan()).collect()
seen("rows that are NaN, by Polars in a file by pyarrow", by_polars["article"].to_list(), then=[2])
PY
