"""Tables written by an earlier version of Newsledger, whose records had fewer columns or other descriptions."""

from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable

from warehouse.folder.errors import WarehouseError
from warehouse.ledger import delta
from warehouse.ledger.schemas import arrow_schema
from warehouse.records import Record


def upgrade_table(path: Path, table: DeltaTable, record: type[Record]) -> bool:
    """Give a table the columns that its record has gained since, and its descriptions; tell whether rows changed.

    Raise `WarehouseError` where rows are there and the difference is more than columns that may be null.
    """
    stored = delta.stored_schema(table)
    wanted = arrow_schema(record)
    if same_columns(stored, wanted):
        delta.describe_columns(path, table, wanted)
        return False
    obstacles = [] if not delta.data_files(path, table) else obstacles_between(stored, wanted)
    if obstacles:
        raise WarehouseError(
            f"{path} was written by another version of Newsledger; it differs in {', '.join(obstacles)}. "
            "Ingest the articles again into a new folder."
        )
    delta.rewrite(path, table, wanted, files=delta.data_files(path, table))
    return True


def same_columns(stored: pa.Schema, wanted: pa.Schema) -> bool:
    """Tell whether two schemas have the same columns, in whatever order."""
    return {(field.name, field.type, field.nullable) for field in stored} == {
        (field.name, field.type, field.nullable) for field in wanted
    }


def obstacles_between(stored: pa.Schema, wanted: pa.Schema) -> list[str]:
    """Return the columns that cannot be brought from one schema to the other without reading the articles again."""
    kept = {field.name: field for field in wanted}
    changed = [field.name for field in stored if not field.equals(kept.get(field.name, pa.field("", pa.null())))]
    gained = [field.name for field in wanted if field.name not in stored.names and not field.nullable]
    return [*changed, *gained]
