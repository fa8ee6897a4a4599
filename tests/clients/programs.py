"""What the clients run: `python programs.py NAME WAREHOUSE …` prints its answer as JSON on the last line.

Each function imports its own client, which stands first on the path of its process.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

STAR = "SELECT unit_kind, count(*) FROM marts.fct_figures JOIN marts.dim_unit USING (unit_id) GROUP BY ALL ORDER BY ALL"
ENOUGH = 10_000
"""Reads at most, so that a reader that is never stopped ends."""

DBT_MODEL = """
SELECT unit_kind, count(*) AS figure_count
FROM {figures} AS figure
JOIN {units} AS unit ON unit.unit_id = figure.unit_id
GROUP BY unit_kind
ORDER BY unit_kind
"""


def every_view(warehouse: str) -> dict[str, list[object]]:
    """Count and hash the rows of views and tables; times are compared as text, since a client may lack their zone."""
    import duckdb

    with duckdb.connect(f"{warehouse}/newsledger.duckdb", read_only=True) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        views = connection.execute(
            "SELECT schema_name || '.' || view_name FROM duckdb_views() WHERE NOT internal UNION ALL "
            "SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL"
        ).fetchall()
        found: dict[str, list[object]] = {}
        for (view,) in views:
            columns = [name for name, *_ in connection.execute(f"DESCRIBE {view}").fetchall()]
            texts = ", ".join(f'CAST("{name}" AS VARCHAR)' for name in columns)
            rows = connection.execute(f"SELECT {texts} FROM {view}").fetchall()
            digest = hashlib.sha256("\n".join(sorted(map(repr, rows))).encode()).hexdigest()
            found[view] = [len(rows), columns, digest]
    return found


def search(warehouse: str) -> list[list[object]]:
    """Search by the macro that the catalogue keeps."""
    import duckdb

    with duckdb.connect(f"{warehouse}/newsledger.duckdb", read_only=True) as connection:
        rows = connection.execute(
            "SELECT article_id, score, sentence, start_char, hit_count FROM search('\"fuel subsidies\" belarus*')"
        )
        return [list(row) for row in rows.fetchall()]


def polars(warehouse: str, *marts: str) -> dict[str, int]:
    """Count rows of the marts' files lazily."""
    import polars as pl

    return {
        mart: pl.scan_parquet(f"{warehouse}/marts/{mart}.parquet").select(pl.len()).collect().item() for mart in marts
    }


def polars_delta(warehouse: str) -> int:
    """Count the rows of a table of the ledger."""
    import polars as pl

    return int(pl.scan_delta(f"{warehouse}/tables/figures").select(pl.len()).collect().item())


def delta(warehouse: str) -> int:
    """Count the rows of a table of the ledger as delta-rs reads it."""
    from deltalake import DeltaTable

    return int(DeltaTable(f"{warehouse}/tables/figures").to_pyarrow_table().num_rows)


def arrow(warehouse: str, *marts: str) -> dict[str, int]:
    """Count rows as an Arrow data set does."""
    import pyarrow.dataset as ds

    return {mart: ds.dataset(f"{warehouse}/marts/{mart}.parquet").count_rows() for mart in marts}


def pandas(warehouse: str, *marts: str) -> dict[str, int]:
    """Count rows of data frames."""
    import pandas as pd

    return {mart: len(pd.read_parquet(f"{warehouse}/marts/{mart}.parquet")) for mart in marts}


def ibis(warehouse: str) -> list[list[object]]:
    """Join and count by Ibis' own expressions."""
    import ibis as ib

    connection = ib.duckdb.connect(f"{warehouse}/newsledger.duckdb", read_only=True)
    figures, units = (connection.table(name, database="marts") for name in ("fct_figures", "dim_unit"))
    counted = figures.join(units, "unit_id").group_by("unit_kind").agg(count=ib._.count()).order_by("unit_kind")
    return [[row["unit_kind"], row["count"]] for row in counted.to_pyarrow().to_pylist()]


def sqlalchemy(warehouse: str) -> list[list[object]]:
    """Reflect the star through SQLAlchemy, and count."""
    import sqlalchemy as sa

    url = f"duckdb:///{warehouse}/newsledger.duckdb"
    engine = sa.create_engine(url, connect_args={"read_only": True})
    inspector = sa.inspect(engine)
    schemas = {name.rpartition(".")[2] for name in inspector.get_schema_names() if name.startswith("newsledger.")}
    assert schemas - {"information_schema", "pg_catalog"} == {"main", "marts", "internal"}, schemas
    names = inspector.get_table_names(schema="marts")
    assert "fct_figures" in names, names
    with engine.connect() as connection:
        return [list(row) for row in connection.execute(sa.text(STAR))]


def dbt(warehouse: str, project: str) -> list[list[object]]:
    """Build one model upon the marts' files, and return its rows."""
    import duckdb

    folder = Path(project)
    figures, units = ("{{ source('marts', '" + name + "') }}" for name in ("fct_figures", "dim_unit"))
    files = {
        "dbt_project.yml": "name: news\nprofile: news\nflags: {send_anonymous_usage_stats: false}\n",
        "profiles.yml": "news:\n  target: local\n  outputs:\n    local: {type: duckdb, path: built.duckdb}\n",
        "models/units.sql": DBT_MODEL.format(figures=figures, units=units),
        "models/sources.yml": (
            "sources:\n  - name: marts\n    config: {meta: {external_location: "
            f"\"read_parquet('{warehouse}/marts/{{name}}.parquet')\"}}}}\n"
            "    tables: [{name: fct_figures}, {name: dim_unit}]\n"
        ),
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", "from dbt.cli.main import cli; cli()", "run", "--profiles-dir", project]
    subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)
    with duckdb.connect(str(folder / "built.duckdb"), read_only=True) as connection:
        return [list(row) for row in connection.execute("FROM units ORDER BY ALL").fetchall()]


def read_on(warehouse: str, stop: str) -> list[int]:
    """Open the catalogue again and again until told to stop; return the articles counted each time."""
    import duckdb

    counts = []
    while len(counts) < ENOUGH:
        with duckdb.connect(f"{warehouse}/newsledger.duckdb", read_only=True) as connection:
            counts.append(connection.execute("SELECT count(*) FROM marts.dim_article").fetchall()[0][0])
            connection.execute("SELECT count(*) FROM figures JOIN articles USING (article_id)").fetchall()
        tell(len(counts))
        if Path(stop).exists():
            break
    return counts


def polars_on(warehouse: str, stop: str) -> list[int]:
    """Scan the marts again and again until told to stop; return the articles counted each time."""
    import polars as pl

    counts = []
    while len(counts) < ENOUGH:
        counts.append(pl.scan_parquet(f"{warehouse}/marts/dim_article.parquet").select(pl.len()).collect().item())
        tell(len(counts))
        if Path(stop).exists():
            break
    return counts


def streamlit(warehouse: str, page: str) -> dict[str, object]:
    """Draw the example's page, choose what can be chosen, and return what it shows."""
    from streamlit.testing.v1 import AppTest

    sys.argv = [page, warehouse]
    app = AppTest.from_file(page, default_timeout=60).run()
    first = {metric.label: metric.value for metric in app.metric}
    (currencies,), (about,) = app.sidebar.selectbox, app.main.selectbox
    app.sidebar.slider[0].set_value((1998, 1999))
    currencies.select("UAH")
    about.select("Ukraine")
    app.text_input[0].input('"fuel subsidies" belarus*')
    app.run()
    assert not app.exception, app.exception
    figures, statements, found = (frame.value for frame in app.dataframe)
    return {
        "metrics": first,
        "currencies": sorted(currencies.options),
        "figures": figures["text"].tolist(),
        "statements": statements["text"].tolist(),
        "found": found["headline"].tolist(),
    }


def harlequin(warehouse: str) -> dict[str, object]:
    """Open the catalogue by Harlequin's own adapter: its tree of schemas and relations, and an answer."""
    from harlequin_duckdb import DuckDbAdapter

    connection = DuckDbAdapter([f"{warehouse}/newsledger.duckdb"], read_only=True).connect()
    (database,) = (item for item in connection.get_catalog().items if item.label == "newsledger")
    schemas = {schema.label: schema for schema in database.fetch_children()}
    marts = [relation.label for relation in schemas["marts"].fetch_children()]
    cursor = connection.execute(STAR)
    assert cursor
    rows = cursor.fetchall()
    return {"marts": sorted(marts), "star": [list(row.values()) for row in rows.to_pylist()]}


def tell(count: int) -> None:
    """Say once that reading has begun."""
    if count == 1:
        print("reading", flush=True)


PROGRAMS: dict[str, Callable[..., object]] = {
    program.__name__: program
    for program in (
        every_view,
        search,
        polars,
        polars_delta,
        delta,
        arrow,
        pandas,
        ibis,
        sqlalchemy,
        dbt,
        streamlit,
        harlequin,
        read_on,
        polars_on,
    )
}

if __name__ == "__main__":
    sys.path.pop(0)  # this folder, in which no client lies
    name, *arguments = sys.argv[1:]
    print(json.dumps(PROGRAMS[name](*arguments)), flush=True)
    os._exit(0)  # what a client's own threads do at the end of a process is none of our business
