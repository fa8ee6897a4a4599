"""The user's condition: that it is one, what it names, and that it selects the same rows each time it is asked."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.export.relations import Relation
from warehouse.folder.errors import QueryError

VOLATILE = "FROM duckdb_functions() SELECT DISTINCT function_name WHERE stability = 'VOLATILE'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """An SQL condition as the user wrote it, and the columns that it names outside of subqueries, each once.

    A column is the parts of its name: `("kind",)`, or `("fct_figures", "kind")` where its table stands before it.
    """

    text: str
    columns: tuple[tuple[str, ...], ...]

    @property
    def sql(self) -> str:
        """The condition in parentheses; the line's end closes a comment that it may end with."""
        return f"({self.text}\n)"


def read_condition(connection: duckdb.DuckDBPyConnection, text: str) -> Condition:
    """Read a condition with DuckDB's own parser; raise `QueryError` where it is none, or names no column."""
    expression = parsed(connection, text)
    check_steady(connection, expression, text)
    columns = tuple(dict.fromkeys(named_columns(expression)))
    if not columns:
        raise QueryError(f"--where {text!r} names no column. Name one, as in: --where \"kind = 'money'\".")
    return Condition(text=text, columns=columns)


def parsed(connection: duckdb.DuckDBPyConnection, text: str) -> dict[str, Any]:
    """Return DuckDB's tree of the one expression that the text must be."""
    found, plain = (statements(connection, f"SELECT ({asked}\n)", text=text) for asked in (text, "true"))
    if len(found) == 1 and [around(statement) for statement in found] == [around(statement) for statement in plain]:
        (expression, *others) = found[0]["node"]["select_list"]
        if not others:
            statements(connection, f"SELECT {text}\n", text=text)  # alone, it closes no parenthesis that is not its own
            return dict(expression)
    raise QueryError(f"--where {text!r} is not one SQL condition: write what would follow WHERE, and nothing else.")


def statements(connection: duckdb.DuckDBPyConnection, sql: str, *, text: str) -> list[dict[str, Any]]:
    """Return the trees of the statements of a query that the condition `text` became part of."""
    ((tree,),) = connection.execute("SELECT json_serialize_sql(?)", [sql]).fetchall()
    answer = json.loads(tree)
    if answer["error"]:
        raise QueryError(f"--where {text!r} is no SQL condition: {answer['error_message'].partition(chr(10))[0]}.")
    return list(answer["statements"])


def around(statement: dict[str, Any]) -> dict[str, Any]:
    """Return the tree of a SELECT statement without what it selects."""
    node = {name: part for name, part in statement["node"].items() if name != "select_list"}
    return {**statement, "node": node}


def check_steady(connection: duckdb.DuckDBPyConnection, expression: dict[str, Any], text: str) -> None:
    """Raise `QueryError` for what selects other rows each time: facts and dimensions would not fit together."""
    volatile = {name for (name,) in connection.execute(VOLATILE).fetchall()}
    for node in nodes(expression):
        name = str(node.get("function_name", "")).lower()
        if name in volatile or node.get("sample"):
            what = f"{name}()" if name else "a sample"
            raise QueryError(
                f"--where {text!r}: {what} gives other rows each time it is asked. "
                "For a part of the articles write: hash(article_id) % 10 = 0."
            )


def nodes(tree: object) -> Iterator[dict[str, Any]]:
    """Yield every node of a tree, subqueries included."""
    if isinstance(tree, dict):
        yield tree
    for part in parts(tree):
        yield from nodes(part)


def named_columns(tree: object) -> Iterator[tuple[str, ...]]:
    """Yield the columns that an expression names outside of subqueries; a lambda's parameters are none."""
    kind = tree.get("class") if isinstance(tree, dict) else None
    if isinstance(tree, dict) and kind == "COLUMN_REF":
        yield tuple(tree["column_names"])
    elif isinstance(tree, dict) and kind == "LAMBDA":
        parameters = set(named_columns(tree["lhs"]))
        yield from (name for name in named_columns(tree["expr"]) if name not in parameters)
    elif isinstance(tree, dict) and kind == "SUBQUERY":
        yield from named_columns(tree["child"])
    else:
        for part in parts(tree):
            yield from named_columns(part)


def parts(tree: object) -> list[object]:
    """Return what a node or a list of nodes is made of."""
    if isinstance(tree, dict):
        return list(tree.values())
    return tree if isinstance(tree, list) else []


def has_columns(connection: duckdb.DuckDBPyConnection, relation: Relation, condition: Condition) -> bool:
    """Tell whether a relation has every column that the condition names."""
    return all(has_column(connection, relation, column) for column in condition.columns)


def has_column(connection: duckdb.DuckDBPyConnection, relation: Relation, column: tuple[str, ...]) -> bool:
    """Tell whether DuckDB finds a column of this name, with or without its table before it, in a relation."""
    name = ".".join('"' + part.replace('"', '""') + '"' for part in column)
    try:
        connection.execute(f"DESCRIBE FROM {relation.sql} SELECT {name}")
    except duckdb.BinderException:
        return False
    return True
