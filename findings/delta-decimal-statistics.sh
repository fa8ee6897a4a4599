#!/usr/bin/env bash
# Delta's statistics of decimals are doubles, so a filter can miss a row that is there.
#
# Guess: DECIMAL is the exact type, so a filter by a value that was written a moment ago finds its row. Statistics
# only let a reader skip files; at worst they are too wide and a file is read in vain.
#
# Seen: delta-rs writes the least and greatest value of each file into the log as a JSON number, cut to the 16 or 17
# digits of a double. A file whose only value is 333333333.333333333 states 333333333.3333333 as its greatest, below the
# value itself. Whoever skips files by the log finds nothing: deltalake's own SQL, Polars, and DELETE, which reports
# that it deleted no row. DuckDB, which reads the file itself, finds it.
#
#   stated in the log: (333333333.3333333, 333333333.3333333)
#   rows found by deltalake: 0
#   rows found by Polars: 0
#   rows deleted by deltalake: 0
#   rows found by DuckDB in the file: 1
#   rows found by deltalake where only the first column has statistics: 1
#
# Matters: thirds and exchange rates have as many digits as the column allows. A correction that is said to delete a
# wrong figure leaves it where it was, without an error, and only for some values.
#
# Versions: deltalake 1.6.6, polars 2.1.0, duckdb 2.0.0, pyarrow 26.0.1.

source "$(dirname -- "$0")/lib.sh"
environment now deltalake==1.6.6 polars==2.1.0 duckdb==2.0.0 pyarrow==26.0.1

run now <<'PY'
import json
from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
from deltalake import DeltaTable, QueryBuilder, write_deltalake
from finding import seen

THIRD = Decimal("333333333.333333333")  # a third of a billion, to nine decimals
IS_THIRD = f"value = CAST('{THIRD}' AS DECIMAL(38, 9))"
ROWS = pa.table({"article": ["a"], "value": pa.array([THIRD], pa.decimal128(38, 9))})


def found_by_deltalake(table):
    figures = QueryBuilder().register("figures", table)
    return figures.execute(f"SELECT * FROM figures WHERE {IS_THIRD}").read_all().num_rows


def stated_in_log():
    for line in Path("plain/_delta_log/00000000000000000000.json").read_text().splitlines():
        if "add" in (action := json.loads(line)):
            statistics = json.loads(action["add"]["stats"])
            return statistics["minValues"]["value"], statistics["maxValues"]["value"]


write_deltalake("plain", ROWS)
plain = DeltaTable("plain")
(file,) = plain.file_uris()
by_polars = pl.scan_delta("plain").filter(pl.col("value") == THIRD).collect()
seen("stated in the log", stated_in_log(), then=(333333333.3333333, 333333333.3333333))
seen("rows found by deltalake", found_by_deltalake(plain), then=0)
seen("rows found by Polars", by_polars.height, then=0)
seen("rows deleted by deltalake", plain.delete(IS_THIRD)["num_deleted_rows"], then=0)
((by_duckdb,),) = duckdb.execute(f"SELECT count(*) FROM read_parquet(?) WHERE {IS_THIRD}", [file]).fetchall()
seen("rows found by DuckDB in the file", by_duckdb, then=1)

write_deltalake("keyed", ROWS, configuration={"delta.dataSkippingNumIndexedCols": "1"})
found = found_by_deltalake(DeltaTable("keyed"))
seen("rows found by deltalake where only the first column has statistics", found, then=1)
PY
