"""The folder exported into: what it may hold, and that it shows a whole export or what it showed before."""

import json
import multiprocessing
import os
import resource
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from tests.support.ledger_rows import make_article, make_shard
from warehouse.catalogue import catalogue
from warehouse.export import target
from warehouse.export.export import WRITERS, Order, export
from warehouse.export.failures import export_failures_explained
from warehouse.folder import lock
from warehouse.folder.errors import QueryError, WarehouseError
from warehouse.ledger.ledger import open_ledger

CHILDREN = multiprocessing.get_context("forkserver")
CSV = Order(format="csv", tables=("figures", "articles"))
JSONL = Order(format="jsonl", tables=("figures",))


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("target") / "ledger"
    with open_ledger(folder) as opened:
        opened.land(make_shard([make_article(number) for number in range(1, 40)]))
    catalogue.publish(folder)
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("kind", ["new", "empty", "below a folder that is missing", "former export"])
def test_export_takes_a_folder_that_holds_nothing_else(warehouse: Path, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "a" / "b" if kind.startswith("below") else tmp_path / "it's 100% new"
    if kind == "empty":
        folder.mkdir()
    if kind == "former export":
        export(warehouse, folder, CSV)
    export(warehouse, folder, JSONL)
    assert names(folder) == {"export.json", "figures.jsonl"}


@pytest.mark.parametrize("has_export", [False, True])
def test_export_refuses_a_folder_with_other_files(warehouse: Path, tmp_path: Path, has_export: bool) -> None:  # noqa: FBT001
    if has_export:
        export(warehouse, tmp_path / "to", CSV)
    (tmp_path / "to").mkdir(exist_ok=True)
    (tmp_path / "to" / "mine.txt").write_text("mine")
    before = names(tmp_path / "to")
    with pytest.raises(WarehouseError, match=r"holds other files than those of an export \(mine.txt\).*--overwrite"):
        export(warehouse, tmp_path / "to", JSONL)
    assert names(tmp_path / "to") == before


def test_export_overwrites_files_of_the_same_names_alone(warehouse: Path, tmp_path: Path) -> None:
    for name in ("mine.txt", "figures.jsonl"):
        (tmp_path / name).write_text("mine")
    export(warehouse, tmp_path, Order(format="jsonl", tables=("figures",), is_overwriting=True))
    assert names(tmp_path) == {"export.json", "figures.jsonl", "mine.txt"}
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert len((tmp_path / "figures.jsonl").read_text().splitlines()) == 78


@pytest.mark.parametrize("place", ["", "marts", "new", "work/new"])
def test_export_never_writes_into_a_warehouse(warehouse: Path, place: str) -> None:
    with pytest.raises(WarehouseError, match="lies within the warehouse"):
        export(warehouse, warehouse / place, Order(format="csv", is_overwriting=True))


def test_export_refuses_a_file_as_its_folder(warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "to").write_text("mine")
    with pytest.raises(WarehouseError, match="is a file"):
        export(warehouse, tmp_path / "to", CSV)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"tables": [{"file": 1}, 2]}', "\x00"])
def test_export_takes_no_other_file_for_its_manifest(warehouse: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "export.json").write_text(text)
    with pytest.raises(WarehouseError, match="holds other files"):
        export(warehouse, tmp_path, CSV)


def test_export_deletes_nothing_outside_its_folder(warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    folder = tmp_path / "to"
    folder.mkdir()
    (folder / "export.json").write_text(json.dumps({"tables": [{"file": "../mine.txt"}, {"file": ".."}]}))
    export(warehouse, folder, CSV)
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_export_waits_for_no_other_export(warehouse: Path, tmp_path: Path) -> None:
    with lock.held(tmp_path / target.PART / target.LOCK), pytest.raises(WarehouseError, match="is being written by"):
        export(warehouse, tmp_path, CSV)


class Killed(BaseException):
    """What no handler catches, as a kill."""


@pytest.mark.parametrize("step", range(6))
def test_export_killed_while_it_takes_its_place_is_cleared_up_by_the_next(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    export(warehouse, tmp_path / "to", CSV)
    steps = 0

    def counted(act: Callable[..., object]) -> Callable[..., object]:
        def stop_or(*arguments: object, **named: object) -> object:
            nonlocal steps
            steps += 1
            if steps > step:
                raise Killed
            return act(*arguments, **named)

        return stop_or

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", counted(Path.replace))
        patched.setattr(Path, "unlink", counted(Path.unlink))
        patched.setattr(target.shutil, "rmtree", lambda *_, **__: None)  # a kill leaves what was being written
        export_or_die(warehouse, tmp_path / "to")
    export(warehouse, tmp_path / "to", JSONL)
    assert names(tmp_path / "to") == {"export.json", "figures.jsonl"}


def export_or_die(warehouse: Path, folder: Path) -> None:
    try:
        export(warehouse, folder, JSONL)
    except Killed:
        return


def export_with_little_room(warehouse: Path, folder: Path, output_format: str, errors: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, resource.RLIM_INFINITY))
    try:
        export(warehouse, folder, Order(format=output_format))
    except WarehouseError as error:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        errors.write_text(str(error))


def as_nobody(warehouse: Path, folder: Path, output_format: str, errors: Path) -> None:
    if os.getuid() == 0:
        os.setuid(65534)
    try:
        export(warehouse, folder, Order(format=output_format))
    except WarehouseError as error:
        errors.write_text(str(error))


def run_in_child(function: Callable[..., None], *arguments: object) -> None:
    child = CHILDREN.Process(target=function, args=arguments)
    child.start()
    child.join(120)
    assert child.exitcode == 0


@pytest.mark.parametrize("output_format", WRITERS)
@pytest.mark.parametrize("is_new", [True, False])
def test_export_to_a_full_disk_leaves_everything_as_it_was(
    warehouse: Path,
    tmp_path: Path,
    output_format: str,
    is_new: bool,  # noqa: FBT001
) -> None:
    folder, errors = tmp_path / "to", tmp_path / "errors"
    if not is_new:
        export(warehouse, folder, CSV)
    before = {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else None
    run_in_child(export_with_little_room, warehouse, folder, output_format, errors)
    message = errors.read_text()
    assert "Nothing was exported, and what stood there before is as it was." in message
    assert message.count("\n") == 0
    after = {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else None
    assert after == before


def test_export_says_what_to_do_about_a_read_only_folder(warehouse: Path) -> None:
    place = Path("/tmp") / f"newsledger-export-{os.getpid()}"  # pytest's own folders are closed to other users
    place.mkdir()
    place.chmod(0o755)
    try:
        copy = shutil.copytree(warehouse, place / "ledger", symlinks=True)
        catalogue.publish(copy)
        (place / "errors").touch()
        (place / "errors").chmod(0o666)
        (place / "to").mkdir(mode=0o555)
        run_in_child(as_nobody, copy, place / "to", "csv", place / "errors")
        message = (place / "errors").read_text()
        assert "Permission denied. Nothing was exported" in message
        assert "Give yourself the right to write there, then run the same command again" in message
    finally:
        shutil.rmtree(place)


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (
            OSError(28, "No space left on device"),
            WarehouseError,
            "/to: No space left on device. Nothing .* Free some disk",
        ),
        (
            OSError(30, "Read-only file system"),
            WarehouseError,
            "Choose a folder that can be written, then run the same",
        ),
        (OSError(5, "Input/output error"), WarehouseError, "Check the disk"),
        (sqlite3.OperationalError("database or disk is full"), WarehouseError, "disk is full. Nothing was exported"),
        (
            duckdb.IOException("IO Error: Could not write\nmore"),
            WarehouseError,
            "Could not write. Nothing was exported",
        ),
        (duckdb.OutOfMemoryException("Out of Memory Error: x"), WarehouseError, "Nothing was exported"),
        (
            duckdb.ConversionException("Conversion Error: 'x'\n\nLINE 1"),
            QueryError,
            "cannot be selected: Conversion .*--wh",
        ),
    ],
)
def test_export_failures_explained_says_what_to_do(error: Exception, kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words), export_failures_explained(Path("/to"), warehouse=Path("/from")):
        raise error
