"""A data contract after the Open Data Contract Standard 3.2 (Bitol), as YAML."""

from collections.abc import Mapping, Sequence

import yaml

from warehouse.contracts.tables import NAME, PURPOSE, TITLE, Column, Table, Tables, key_of, version_of
from warehouse.contracts.types import names_of

USAGE = (
    "Join facts to dimensions by the columns that hold their keys; each dimension has a row for what is not known, so "
    "that inner joins lose nothing. Leave out rows with `is_duplicate` when counting and adding."
)
LIMITATIONS = (
    "Never add amounts of different units, statuses, or changes and levels (`unit`, `status`, `is_change`). Two "
    "articles may state the same amount."
)
LINE_WIDTH = 120

CATALOGUE = f"../../{NAME}.duckdb"
"""The database, from the folder of a state's marts, which the link `marts` leads to."""


def data_contract(tables: Tables, files: Mapping[str, Sequence[str]]) -> str:
    """Write the contract of all tables, whose files are named by their paths beside it."""
    contract = {
        "apiVersion": "v3.2.0",
        "kind": "DataContract",
        "id": NAME,
        "name": TITLE,
        "version": version_of(tables),
        "status": "active",
        "description": {"purpose": PURPOSE, "usage": USAGE, "limitations": LIMITATIONS},
        "servers": [
            {"server": "files", "type": "local", "path": ".", "format": "parquet"},
            {"server": "catalogue", "type": "duckdb", "database": CATALOGUE, "schema": "marts"},
        ],
        "schema": [schema_object(tables, table, files[table.name]) for table in tables],
    }
    # The dumper written in C: ten times as quick, and a contract is written at every publication.
    return str(yaml.dump(contract, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=LINE_WIDTH))


def schema_object(tables: Tables, table: Table, paths: Sequence[str]) -> dict[str, object]:
    """Describe a table; one of several files is named by their pattern."""
    return {
        "name": table.name,
        "physicalName": paths[0] if len(paths) == 1 else f"{table.name}/*.parquet",
        "physicalType": "file",
        "logicalType": "object",
        "description": table.meaning,
        "tags": [table.kind],
        "properties": [schema_property(tables, column) for column in table.columns],
    }


def schema_property(tables: Tables, column: Column) -> dict[str, object]:
    """Describe a column: keys are unique, and neither keys nor links are ever null."""
    described: dict[str, object] = {
        "name": column.name,
        "logicalType": names_of(column.type).contract,
        "physicalType": column.type,
        "description": column.meaning,
    }
    if column.is_key:
        described |= {"primaryKey": True, "primaryKeyPosition": 1, "required": True, "unique": True}
    if column.links_to:
        linked = f"{column.links_to}.{key_of(tables, column.links_to)}"
        described |= {"required": True, "relationships": [{"type": "foreignKey", "to": linked}]}
    return described
