"""A Frictionless Data Package with a Table Schema of each table, as JSON."""

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from warehouse.contracts.tables import NAME, PURPOSE, TITLE, Column, Table, Tables, key_of, version_of
from warehouse.contracts.types import names_of


def data_package(tables: Tables, files: Mapping[str, Sequence[str]]) -> str:
    """Write the package of all tables, whose files, Parquet or CSV, are named by their paths beside it."""
    package = {
        "name": NAME,
        "title": TITLE,
        "description": PURPOSE,
        "version": version_of(tables),
        "resources": [resource(tables, table, files[table.name]) for table in tables],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def resource(tables: Tables, table: Table, paths: Sequence[str]) -> dict[str, object]:
    """Describe a table and the files, of one format, that it lies in."""
    suffix = PurePosixPath(paths[0]).suffix.removeprefix(".")
    return {
        "name": table.name,
        "type": "table",
        "description": table.meaning,
        "path": paths[0] if len(paths) == 1 else list(paths),
        "format": suffix,
        "schema": table_schema(tables, table),
    }


def table_schema(tables: Tables, table: Table) -> dict[str, object]:
    """Describe the fields of a table, its key, and the tables that it leads to."""
    links = [
        {"fields": [name], "reference": {"resource": linked, "fields": [key_of(tables, linked)]}}
        for name, linked in table.links.items()
    ]
    schema: dict[str, object] = {"fields": [field(column) for column in table.columns], "primaryKey": [table.key]}
    return schema | ({"foreignKeys": links} if links else {})


def field(column: Column) -> dict[str, object]:
    """Describe a column: neither keys nor links are ever null."""
    described: dict[str, object] = {
        "name": column.name,
        "type": names_of(column.type).package,
        "description": column.meaning,
    }
    if column.is_key or column.links_to:
        described["constraints"] = {"required": True} | ({"unique": True} if column.is_key else {})
    return described
