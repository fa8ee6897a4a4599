"""DuckDB's types in the words of each format."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeNames:
    """What a type is called: `logicalType` of ODCS 3, `type` of Table Schema, `dataType` of Croissant 1.0."""

    contract: str
    package: str
    croissant: str


NUMBER = TypeNames(contract="number", package="number", croissant="sc:Float")
INTEGER = TypeNames(contract="integer", package="integer", croissant="sc:Integer")

TYPES = {
    "VARCHAR": TypeNames(contract="string", package="string", croissant="sc:Text"),
    "BIGINT": INTEGER,
    "INTEGER": INTEGER,
    "DOUBLE": NUMBER,
    "DECIMAL": NUMBER,
    "BOOLEAN": TypeNames(contract="boolean", package="boolean", croissant="sc:Boolean"),
    "DATE": TypeNames(contract="date", package="date", croissant="sc:Date"),
}
"""The types that marts have, without their precision."""


def names_of(duckdb_type: str) -> TypeNames:
    """Return what a DuckDB type such as `DECIMAL(18,4)` is called; raise ValueError for one that no mart has yet."""
    base = duckdb_type.partition("(")[0]
    if base not in TYPES:
        raise ValueError(f"{duckdb_type} is a new type in the marts. Name it in `warehouse/contracts/types.py`.")
    return TYPES[base]
