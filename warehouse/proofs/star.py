"""Proof of the star: keys are unique, each dimension has its Unknown row, and every link leads to a row."""

from collections.abc import Iterator

import duckdb

from warehouse.folder import layout
from warehouse.proofs.fault import Fault
from warehouse.records import STAR, UNKNOWN


def prove_star(connection: duckdb.DuckDBPyConnection) -> Iterator[Fault]:
    """Yield the faults of the star, given a connection with the views of the schema `marts`."""
    for name, mart in STAR.items():
        repeated = f"FROM marts.{name} SELECT {mart.key} GROUP BY {mart.key} HAVING count(*) > 1 OR {mart.key} IS NULL"
        for (key,) in connection.execute(repeated).fetchall():
            yield fault(name, str(key), mart.key, "the key stands there more than once, or is null")
        if name.startswith("dim_"):
            unknown = "-1" if name == "dim_date" else f"'{UNKNOWN}'"
            ((count,),) = connection.execute(
                f"FROM marts.{name} SELECT count(*) WHERE {mart.key} = {unknown}"
            ).fetchall()
            if count != 1:
                yield fault(name, unknown, mart.key, "the row for what is not known is missing")
        for column, dimension in mart.links.items():
            lost = (
                f"FROM marts.{name} AS fact ANTI JOIN marts.{dimension} AS dimension "
                f"ON dimension.{STAR[dimension].key} = fact.{column} SELECT {mart.key}"
            )
            for (key,) in connection.execute(lost).fetchall():
                yield fault(name, str(key), column, f"it leads to no row of {dimension}")


def fault(mart: str, key: str, column: str, reason: str) -> Fault:
    """Name a fault of a mart."""
    return Fault(table=f"{layout.MARTS}.{mart}", key=key, column=column, reason=reason)
