"""The datasets of a run: files in, tables of the ledger in and out, marts out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from openlineage.client.event_v2 import InputDataset, OutputDataset
from openlineage.client.facet_v2 import OutputDatasetFacet
from openlineage.client.generated.column_lineage_dataset import (
    ColumnLineageDatasetFacet,
    Fields,
    InputField,
    Transformation,
)
from openlineage.client.generated.data_quality_assertions_dataset import Assertion, DataQualityAssertionsDatasetFacet
from openlineage.client.generated.output_statistics_output_dataset import OutputStatisticsOutputDatasetFacet
from openlineage.client.generated.schema_dataset import SchemaDatasetFacet, SchemaDatasetFacetFields

from warehouse.folder import layout
from warehouse.reading.query import run_query
from warehouse.records import MARTS, TABLES, columns

NAMESPACE = "file"
"""By OpenLineage's rules for naming: what lies in a file system is named by its path."""

COLUMNS = """
FROM duckdb_columns()
SELECT schema_name, table_name, column_name, data_type, comment
WHERE schema_name IN ('main', 'marts')
ORDER BY schema_name, table_name, column_index
"""
CHECKS = """
FROM checks
SELECT suite, expectation, column_name, any_value(severity), bool_and(is_success), sum(row_count), sum(failed_count)
WHERE run_id = '{run_id}'
GROUP BY ALL
ORDER BY ALL
"""

Schemas = Mapping[tuple[str, str], SchemaDatasetFacet]


def input_files(paths: Sequence[str]) -> list[InputDataset]:
    """Return what the run was asked to read."""
    return [InputDataset(namespace=NAMESPACE, name=str(Path(path).absolute())) for path in paths]


def read_tables(warehouse: Path, *, run_id: str) -> list[InputDataset]:
    """Return the tables of the ledger, which marts are made from, with what was demanded of them in this run."""
    schemas, checks = schemas_of(warehouse), checks_of(warehouse, run_id=run_id)
    return [
        InputDataset(
            namespace=NAMESPACE,
            name=table_name(warehouse, record.table),
            facets={"schema": schemas["main", record.table]},
            inputFacets={"dataQualityAssertions": DataQualityAssertionsDatasetFacet(assertions=checks[record.table])}
            if checks[record.table]
            else {},
        )
        for record in TABLES
    ]


def written_tables(warehouse: Path, *, row_counts: Mapping[str, int]) -> list[OutputDataset]:
    """Return the tables of the ledger, with the rows that landed in this run, and the marts, with all that they have.

    A column that a mart takes over comes from the first of its tables that has it, as `warehouse/records/marts.py`
    says; the tables that its other columns are computed from are named for the mart as a whole.
    """
    schemas, mart_counts = schemas_of(warehouse), counts_of_marts(warehouse)
    ledger = [
        OutputDataset(
            namespace=NAMESPACE,
            name=table_name(warehouse, record.table),
            facets={"schema": schemas["main", record.table]},
            outputFacets=statistics(row_counts.get(record.table, 0)),
        )
        for record in TABLES
    ]
    marts = [
        OutputDataset(
            namespace=NAMESPACE,
            name=str(warehouse.absolute() / layout.MARTS / mart),
            facets={
                "schema": schemas["marts", mart],
                "columnLineage": column_lineage(warehouse, mart, shown=schemas["marts", mart]),
            },
            outputFacets=statistics(mart_counts[mart]),
        )
        for mart in MARTS
    ]
    return [*ledger, *marts]


def table_name(warehouse: Path, table: str) -> str:
    """Return the path of a table of the ledger."""
    return str(warehouse.absolute() / layout.TABLES / table)


def statistics(row_count: int) -> dict[str, OutputDatasetFacet]:
    """Say how many rows were written."""
    return {"outputStatistics": OutputStatisticsOutputDatasetFacet(rowCount=row_count)}


def counts_of_marts(warehouse: Path) -> dict[str, int]:
    """Count the rows of every mart, at once: opening a warehouse takes longer than counting."""
    query = " UNION ALL ".join(f"(FROM marts.{mart} SELECT '{mart}', count(*))" for mart in MARTS)
    return {str(mart): int(str(rows)) for mart, rows in run_query(warehouse, query).rows}


def schemas_of(warehouse: Path) -> Schemas:
    """Read the columns of all tables and marts, with types and meanings, as the catalogue has them."""
    fields: dict[tuple[str, str], list[SchemaDatasetFacetFields]] = defaultdict(list)
    for schema, table, name, kind, meaning in run_query(warehouse, COLUMNS).rows:
        described = str(meaning) if meaning else None
        fields[str(schema), str(table)].append(
            SchemaDatasetFacetFields(name=str(name), type=str(kind), description=described)
        )
    return {key: SchemaDatasetFacet(fields=listed) for key, listed in fields.items()}


def checks_of(warehouse: Path, *, run_id: str) -> dict[str, list[Assertion]]:
    """Read the results of the run's checks by table, over all shards: met by all, or not."""
    found: dict[str, list[Assertion]] = defaultdict(list)
    for suite, name, column, severity, is_met, rows, failed in run_query(warehouse, CHECKS.format(run_id=run_id)).rows:
        found[str(suite)].append(
            Assertion(
                assertion=str(name),
                success=bool(is_met),
                column=str(column) if column else None,
                severity=str(severity),
                description=f"{failed} of {rows} rows failed",
            )
        )
    return found


def column_lineage(warehouse: Path, mart: str, *, shown: SchemaDatasetFacet) -> ColumnLineageDatasetFacet:
    """Say which column of the ledger each column that a mart shows and takes over comes from."""
    described = MARTS[mart]
    taken = {field.name for field in shown.fields or ()} - described.columns.keys()
    fields: dict[str, Fields] = {}
    for record in described.of:
        for name, _, _ in columns(record):
            if name in taken:
                fields.setdefault(name, taken_over(warehouse, record.table, name))
    return ColumnLineageDatasetFacet(
        fields=fields,
        dataset=[made_from(warehouse, record.table, record.key_name) for record in described.of],
    )


def taken_over(warehouse: Path, table: str, column: str) -> Fields:
    """Say that a column is that of a table, as it is."""
    identity = Transformation(type="DIRECT", subtype="IDENTITY")
    name = table_name(warehouse, table)
    return Fields(inputFields=[InputField(namespace=NAMESPACE, name=name, field=column, transformations=[identity])])


def made_from(warehouse: Path, table: str, key: str) -> InputField:
    """Say that a table, joined by its key, has a part in all rows of a mart."""
    join = Transformation(type="INDIRECT", subtype="JOIN")
    name = table_name(warehouse, table)
    return InputField(namespace=NAMESPACE, name=name, field=key, transformations=[join])
