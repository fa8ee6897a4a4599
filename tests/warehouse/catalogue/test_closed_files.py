"""Files that are closed to whoever asks: no damage, and nothing that a repair would mend."""

import multiprocessing
import os
import shutil
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.support.ledger_rows import make_article, make_shard
from warehouse.catalogue.catalogue import publish
from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.ledger.ledger import open_ledger
from warehouse.reading.query import run_query

CHILDREN = multiprocessing.get_context("forkserver")


@pytest.fixture
def warehouse() -> Iterator[Path]:
    """Publish a warehouse whose catalogue shows files, where other users may read it."""
    place = Path("/tmp") / f"newsledger-closed-{os.getpid()}"  # pytest's own folders are closed to other users
    with open_ledger(place) as opened:
        opened.land(make_shard([make_article(1)]))
    publish(place, max_bytes=0)
    yield place
    shutil.rmtree(place)


@pytest.mark.parametrize("closed", [layout.HEAD, layout.CATALOGUE, f"{layout.MARTS}/articles.parquet"])
def test_what_is_closed_is_not_called_damaged(warehouse: Path, closed: str) -> None:
    (warehouse / closed).chmod(0)
    here, there = CHILDREN.Pipe()
    child = CHILDREN.Process(target=ask_as_nobody, args=(warehouse, there))
    child.start()
    said = here.recv()
    child.join()
    assert (warehouse / closed).name in said
    assert "cannot be read: Permission denied. Give yourself the right to read the warehouse's files." in said
    assert "repair" not in said


def ask_as_nobody(warehouse: Path, answering: Connection) -> None:
    """Send what a user who is not root is told."""
    if os.getuid() == 0:
        os.setuid(65534)
    try:
        answering.send(str(list(run_query(warehouse, "FROM marts.articles SELECT count(headline)").rows)))
    except WarehouseError as error:
        answering.send(str(error))
