"""Exports: the rows that a condition leaves of some tables, in the form asked for, written aside and then shown.

- `failures`: what goes wrong with the folder exported into, in a sentence.
- `relations`: the tables and views that can be exported.
- `condition`: what the user's condition says and names.
- `refusals`: a condition that no table can be filtered by.
- `selection`: which rows of each table.
- `manifest`: `export.json`, which says what an export holds.
- `target`: the folder exported into.
- `text_files`: CSV and JSON lines.
- `parquet_files`: Parquet.
- `duckdb_file`: one DuckDB database.
- `sqlite_file`: one SQLite database.
- `workbook`: one Excel workbook.
- `export`: the whole of it.

Nothing here loads pyarrow or a writer of workbooks unless that format is asked for.
"""
