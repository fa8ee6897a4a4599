"""Prefect's settings, made before it is imported, and its empty tables, copied for each new warehouse."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from flows.prefect_api.settings import DATABASE, HOME, keep_tables, kept_tables, lay_tables
from tests.support.places import ROOT

IMPORT_EACH = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    assert "prefect" not in sys.modules, name
"""
INGEST = "import sys; from flows.cli import app; sys.exit(app())"


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a database that a server has just made."""
    (tmp_path / "made").mkdir()
    make_database(tmp_path / "made" / DATABASE, table="flow")
    return tmp_path / "made"


def make_database(path: Path, *, table: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute(f"CREATE TABLE {table} (id INTEGER)")
        database.commit()


def tables_of(path: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT name FROM sqlite_master").fetchall()


def test_whoever_prepares_the_settings_has_not_imported_prefect_before() -> None:
    preparing = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "flows").rglob("*.py")
        if "import HOME, prepare\n" in (text := path.read_text(encoding="utf-8")) or "import prepare\n" in text
    ]
    assert "flows.commands.replay" in preparing
    done = subprocess.run([sys.executable, "-c", IMPORT_EACH, *preparing], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_tables_that_are_kept_are_copied_to_a_new_home(home: Path, tmp_path: Path) -> None:
    keep_tables(home)
    lay_tables(tmp_path / "new")
    assert [path.name for path in (tmp_path / "new").iterdir()] == [DATABASE]
    assert tables_of(tmp_path / "new" / DATABASE) == [("flow",)]


def test_a_home_with_a_database_keeps_its_own(home: Path, tmp_path: Path) -> None:
    keep_tables(home)
    other = tmp_path / "other"
    other.mkdir()
    make_database(other / DATABASE, table="flow_run")
    lay_tables(other)
    keep_tables(other)
    assert tables_of(other / DATABASE) == [("flow_run",)]
    assert tables_of(kept_tables()) == [("flow",)]


def test_nothing_is_laid_before_something_is_kept(tmp_path: Path) -> None:
    keep_tables(tmp_path)
    lay_tables(tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert not kept_tables().exists()


def test_what_was_kept_and_is_no_database_is_left_alone(tmp_path: Path) -> None:
    kept_tables().parent.mkdir(parents=True)
    kept_tables().write_bytes(b"cut short " * 1000)
    lay_tables(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_folder_of_caches_that_cannot_be_made_is_no_failure(home: Path, caches: Path, tmp_path: Path) -> None:
    caches.write_text("a file where the folder would be", encoding="utf-8")
    keep_tables(home)
    lay_tables(tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_the_first_warehouse_makes_what_the_second_begins_with(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(
        "Ferry carries flour\n\nThe ferry carried 300 tons of flour. It left Riga on Monday.\n", encoding="utf-8"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment["HOME"] = str(tmp_path)
    for name in ("first", "second"):
        arguments = ["ingest", str(note), "--warehouse", str(tmp_path / name), "--format", "plain"]
        subprocess.run([sys.executable, "-c", INGEST, *arguments], env=environment, check=True, capture_output=True)
        database = tmp_path / name / "work" / HOME / DATABASE
        with closing(sqlite3.connect(database)) as made, closing(sqlite3.connect(kept_tables())) as kept:
            assert made.execute("SELECT count(*) FROM flow_run").fetchall() == [(1,)]
            assert kept.execute("SELECT count(*) FROM flow_run").fetchall() == [(0,)]
            version = "SELECT version_num FROM alembic_version"
            assert made.execute(version).fetchall() == kept.execute(version).fetchall()
