"""Real clients read a warehouse, each in its own version and process: the same rows for all, also amid writing."""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.clients import programs
from tests.support.ledger_rows import make_article, make_shard
from tests.support.places import ROOT
from tests.support.s3_server import make_bucket, put_in_place
from tests.support.shard_by_shard import copied
from warehouse.catalogue.catalogue import publish
from warehouse.catalogue.reader import connect
from warehouse.folder import layout
from warehouse.ledger.ledger import open_ledger
from warehouse.remote.working_copy import Access, at_hand

CLIENTS = ROOT / ".venv" / "clients"
OLDER_DUCKDB = ("duckdb-1.2", "duckdb-1.4", "duckdb-1.5")
COUNTED = ("articles", "fct_figures", "fct_mentions", "dim_date", "dim_entity")
"""Marts whose rows readers of Parquet count."""


def environment(client: str) -> Mapping[str, str]:
    """Let a process find a client before anything else; skip where it is not installed."""
    if client and not (CLIENTS / client / "ready").exists():
        pytest.skip(f"{client} is not installed: run `make test`")
    return {**os.environ, "PYTHONPATH": str(CLIENTS / client) if client else "", "DO_NOT_TRACK": "1"}


def start(program: str, *arguments: object, client: str) -> "subprocess.Popen[str]":
    """Start a program of `programs` in a process of its own."""
    command = [sys.executable, str(Path(programs.__file__)), program, *map(str, arguments)]
    return subprocess.Popen(
        command, env=environment(client), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT / "tests"
    )


def answer(process: "subprocess.Popen[str]") -> object:
    """Wait for a program's answer: its last line, as JSON."""
    stdout, stderr = process.communicate(timeout=120)
    assert process.returncode == 0, stderr
    return json.loads(stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def shown(examples_warehouse: Path) -> object:
    """What every view holds, as the DuckDB of the lock file reads it."""
    return answer(start("every_view", examples_warehouse, client=""))


@pytest.fixture(scope="module")
def counts(examples_warehouse: Path) -> dict[str, int]:
    with connect(examples_warehouse) as connection:
        return {mart: connection.execute(f"FROM marts.{mart} SELECT count(*)").fetchall()[0][0] for mart in COUNTED}


@pytest.mark.parametrize("client", OLDER_DUCKDB)
def test_older_duckdb_shows_every_view_alike(examples_warehouse: Path, shown: object, client: str) -> None:
    assert answer(start("every_view", examples_warehouse, client=client)) == shown


@pytest.mark.parametrize("client", OLDER_DUCKDB)
def test_older_duckdb_searches_alike(examples_warehouse: Path, client: str) -> None:
    expected = answer(start("search", examples_warehouse, client=""))
    assert expected
    assert answer(start("search", examples_warehouse, client=client)) == expected


@pytest.mark.parametrize(("program", "client"), [("polars", "readers"), ("arrow", ""), ("pandas", "")])
def test_readers_of_parquet_count_the_same(
    examples_warehouse: Path, counts: dict[str, int], program: str, client: str
) -> None:
    assert answer(start(program, examples_warehouse, *COUNTED, client=client)) == counts


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.parametrize("mart", ["fct_figures", "mentions", "articles"])
def test_javascript_reads_marts_without_further_packages(examples_warehouse: Path, mart: str) -> None:
    modules = CLIENTS / "node"
    environment("node")
    path = (examples_warehouse / "marts" / f"{mart}.parquet").resolve()
    with connect(examples_warehouse) as connection:
        column = {"fct_figures": "end_char", "mentions": "end_char", "articles": "word_count"}[mart]
        counted = connection.execute(f"FROM marts.{mart} SELECT count(*), sum({column})").fetchall()
        columns = connection.execute(f"DESCRIBE marts.{mart}").fetchall()
    script = Path(programs.__file__).with_name("hyparquet.mjs")
    command = ["node", str(script), str(modules), str(path), column]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    ((row_count, total),) = counted
    assert json.loads(done.stdout) == [row_count, len(columns), int(total)]


def test_command_line_of_duckdb_asks_a_copy(examples_warehouse: Path, tmp_path: Path) -> None:
    copy = shutil.copy(examples_warehouse / layout.CATALOGUE, tmp_path / "copy.duckdb")
    with connect(examples_warehouse) as connection:
        expected = connection.execute(programs.STAR).fetchall()
    command = [sys.executable, "-m", "duckdb_cli", "-readonly", "-csv", "-noheader", str(copy), programs.STAR]
    done = subprocess.run(
        command, env=environment("duckdb-cli"), capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert list(csv.reader(done.stdout.splitlines())) == [list(map(str, row)) for row in expected]


@pytest.mark.parametrize(("program", "client"), [("ibis", "readers"), ("sqlalchemy", "sqlalchemy")])
def test_query_builders_add_up_the_star(examples_warehouse: Path, program: str, client: str) -> None:
    with connect(examples_warehouse) as connection:
        expected = [list(row) for row in connection.execute(programs.STAR).fetchall()]
    assert answer(start(program, examples_warehouse, client=client)) == expected


def test_page_of_streamlit_shows_what_is_chosen(examples_warehouse: Path) -> None:
    page = ROOT / "examples" / "streamlit" / "page.py"
    shown = answer(start("streamlit", examples_warehouse, page, client="streamlit"))
    assert isinstance(shown, dict)
    with connect(examples_warehouse) as connection:
        currencies = connection.execute("SELECT DISTINCT unit FROM money_by_month WHERE NOT is_change ORDER BY 1")
        assert shown["currencies"] == [unit for (unit,) in currencies.fetchall()]
        ((statements,),) = connection.execute("SELECT count(*) FROM statements").fetchall()
    assert shown["metrics"]["Articles"] == "10"
    assert shown["metrics"]["Statements"] == str(statements)
    assert shown["figures"] == ["220 million hryvnias"]
    assert shown["statements"]
    assert all("Ukraine" in text for text in shown["statements"])
    assert shown["found"] == ["BELARUS"]


def test_harlequin_shows_the_star(examples_warehouse: Path) -> None:
    shown = answer(start("harlequin", examples_warehouse, client="harlequin"))
    assert isinstance(shown, dict)
    with connect(examples_warehouse) as connection:
        assert shown["star"] == [list(row) for row in connection.execute(programs.STAR).fetchall()]
    assert set(COUNTED) <= set(shown["marts"])


def test_polars_scans_the_ledger(examples_warehouse: Path) -> None:
    with connect(examples_warehouse) as connection:
        ((count,),) = connection.execute("FROM figures SELECT count(*)").fetchall()
    assert answer(start("polars_delta", examples_warehouse, client="readers")) == count


@pytest.mark.usefixtures("s3")
def test_readers_find_marts_and_tables_in_a_bucket(examples_warehouse: Path, counts: dict[str, int]) -> None:
    make_bucket("news")
    with at_hand("s3://news/ledger", Access.WRITING) as opened:
        put_in_place(examples_warehouse, opened.folder)
    with connect(examples_warehouse) as connection:
        ((figures,),) = connection.execute("FROM figures SELECT count(*)").fetchall()
    assert answer(start("delta", "s3://news/ledger", client="")) == figures
    assert answer(start("polars", "s3://news/ledger", *COUNTED, client="readers")) == counts
    assert answer(start("polars_delta", "s3://news/ledger", client="readers")) == figures


def test_dbt_builds_a_model_on_the_marts(examples_warehouse: Path, tmp_path: Path) -> None:
    with connect(examples_warehouse) as connection:
        expected = [
            list(row)
            for row in connection.execute(
                programs.DBT_MODEL.format(figures="marts.fct_figures", units="marts.dim_unit")
            ).fetchall()
        ]
    assert answer(start("dbt", examples_warehouse, tmp_path, client="dbt")) == expected


@pytest.mark.parametrize(("program", "client"), [("read_on", "duckdb-1.2"), ("read_on", ""), ("polars_on", "readers")])
def test_clients_read_on_while_a_warehouse_is_written(
    examples_warehouse: Path, tmp_path: Path, program: str, client: str
) -> None:
    warehouse = copied(examples_warehouse, tmp_path)
    reader = start(program, warehouse, tmp_path / "stop", client=client)
    assert reader.stdout
    assert reader.stdout.readline() == "reading\n"
    for number in range(1, 6):
        with open_ledger(warehouse) as opened:
            opened.land(make_shard([make_article(number)]))
        publish(warehouse)
    (tmp_path / "stop").touch()
    counts = answer(reader)
    assert isinstance(counts, list)
    assert counts == sorted(counts), "a state older than the one before it was read"
    assert len(counts) > 1
