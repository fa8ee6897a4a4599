"""Parquet, a file a table, with the meaning of the table and of each column in the file itself."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from warehouse.export.selection import Selection
from warehouse.export.text_files import Written


def write_parquet_files(
    connection: duckdb.DuckDBPyConnection, selections: Sequence[Selection], folder: Path
) -> Written:
    """Write Parquet with every type as it is in the warehouse, described in file and field metadata."""
    from warehouse.marts.parquet import Described, row_count, write_parquet  # noqa: PLC0415 (pyarrow takes long to import)

    for selection in selections:
        relation = selection.relation
        path = folder / f"{relation.label}.parquet"
        meanings = {column.name: column.meaning for column in relation.columns}
        described = Described(grain=relation.meaning, meanings=meanings)
        write_parquet(connection, selection.query({}), path, described=described)
        yield selection, path.name, row_count(path)
