"""A semantic model of the star after Open Semantic Interchange 0.1.1, as JSON: dbt reads that, and YAML it is as well.

The wide tables are left out: they have the facts a second time, and a question must have one way to its answer.
"""

import json

from warehouse.contracts.metrics import Metric, metrics
from warehouse.contracts.tables import NAME, PURPOSE, Column, Table, Tables, key_of

INSTRUCTIONS = (
    "Count and add by the metrics. Where none fits: leave out rows with is_duplicate, group amounts by unit, keep to "
    "one status, and never put changes (is_change) and levels together. Group by the dimensions; their key 'unknown', "
    "or -1 for days, stands for what is not known."
)


RESERVED = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year"})
"""Names that dbt keeps for its time grains (`SemanticManifestValidator` of metricflow 0.213 refuses them)."""


def semantic_model(tables: Tables) -> str:
    """Write the model of the star: data sets with their fields, the links between them, and what may be added."""
    star = tuple(table for table in tables if table.kind in {"fact", "dimension"})
    model = {
        "name": NAME,
        "description": PURPOSE,
        "ai_context": {"instructions": INSTRUCTIONS},
        "datasets": [dataset(star, table) for table in star],
        "relationships": [link for table in star for link in relationships(star, table)],
        "metrics": [metric(each) for each in metrics()],
    }
    return json.dumps({"version": "0.1.1", "semantic_model": [model]}, indent=2, ensure_ascii=False) + "\n"


def dataset(tables: Tables, table: Table) -> dict[str, object]:
    """Describe a table: its columns, and what the metrics put together of it."""
    columns = [
        field(field_name(tables, table, column), column.name, meaning=column.meaning, is_time=column.type == "DATE")
        for column in table.columns
    ]
    counted = [
        field(each.counted_name, each.counted, meaning=f"What `{each.name}` puts together.", is_time=False)
        for each in metrics()
        if each.mart == table.name
    ]
    return {
        "name": table.name,
        "source": f"{NAME}.marts.{table.name}",
        "primary_key": [table.key],
        "description": table.meaning,
        "fields": [*columns, *counted],
    }


def field_name(tables: Tables, table: Table, column: Column) -> str:
    """Return a column's name, behind its table's where dbt would take it for a time grain or another table's.

    It does so with another table's key, and with what an earlier table of the same key has.
    """
    is_key_elsewhere = column.name in {other.key for other in tables}
    earlier = tables[: tables.index(table)]
    is_told = any(other.key == table.key and column.name in {each.name for each in other.columns} for other in earlier)
    is_own = not column.is_key and not column.links_to
    is_mistaken = column.name in RESERVED or ((is_key_elsewhere or is_told) and is_own)
    return f"{table.name}_{column.name}" if is_mistaken else column.name


def field(name: str, sql: str, *, meaning: str, is_time: bool) -> dict[str, object]:
    """Describe a field and how it is computed from the table's columns."""
    return {
        "name": name,
        "expression": expression(ANSI_SQL=sql),
        "dimension": {"is_time": is_time},
        "description": meaning,
    }


def expression(**dialects: str) -> dict[str, object]:
    """Write the same expression in several dialects."""
    return {"dialects": [{"dialect": dialect, "expression": sql} for dialect, sql in dialects.items()]}


def relationships(tables: Tables, table: Table) -> list[dict[str, object]]:
    """Describe the links of a table."""
    return [
        {
            "name": f"{table.name}_{column}",
            "from": table.name,
            "to": linked,
            "from_columns": [column],
            "to_columns": [key_of(tables, linked)],
        }
        for column, linked in table.links.items()
    ]


def metric(described: Metric) -> dict[str, object]:
    """Describe a metric.

    dbt (metricflow 0.213) cuts an expression at its last point to find the data set, so what it reads has no point in
    it and is word for word a field's; Snowflake names data set and field.
    """
    return {
        "name": described.name,
        "description": described.meaning,
        "expression": expression(
            ANSI_SQL=described.aggregate.format(described.counted),
            SNOWFLAKE=described.aggregate.format(f"{described.mart}.{described.counted_name}"),
        ),
    }
