"""A disk that is full while a state is published: one line that says what to do, and nothing half published."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.support.ledger_rows import make_article, make_shard
from warehouse.catalogue import catalogue
from warehouse.folder import layout
from warehouse.folder.errors import PassingError
from warehouse.ledger.ledger import open_ledger
from warehouse.marts import marts

NO_SPACE = os.strerror(errno.ENOSPC)


def refuse_to_write(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.ENOSPC, NO_SPACE)


def refuse_as_duckdb(*_: object, **__: object) -> NoReturn:
    """As DuckDB 2.0 does on a full disk."""
    raise duckdb.IOException(
        "IO Error: Detached database 'building', but CHECKPOINT during DETACH failed.\nCheckpoint failed. "
        f'Original error: Could not write file "work/catalogue/newsledger.duckdb": {NO_SPACE}'
    )


def land(folder: Path, number: int) -> None:
    with open_ledger(folder) as opened:
        opened.land(make_shard([make_article(number)]))


def shown(folder: Path) -> tuple[int, int]:
    """Count the articles that catalogue and marts show."""
    with catalogue.connect(folder) as connection:
        ((count,),) = connection.execute("SELECT count(*) FROM marts.articles").fetchall()
    return count, pq.read_metadata(folder / layout.MARTS / "articles.parquet").num_rows


@pytest.mark.parametrize(
    ("place", "name", "refuse"),
    [
        pytest.param(pq.ParquetWriter, "write_table", refuse_to_write, id="a mart"),
        pytest.param(marts, "write_manifest", refuse_to_write, id="the marts' manifest"),
        pytest.param(catalogue, "write_catalogue", refuse_as_duckdb, id="the catalogue"),
        pytest.param(catalogue, "show_marts", refuse_to_write, id="the marts' link"),
    ],
)
def test_publish_on_a_full_disk_leaves_what_was_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: object, name: str, refuse: Callable[..., NoReturn]
) -> None:
    folder = tmp_path / "ledger"
    land(folder, 1)
    catalogue.publish(folder)
    land(folder, 2)
    with monkeypatch.context() as patched:
        patched.setattr(place, name, refuse)
        with pytest.raises(PassingError) as raised:
            catalogue.publish(folder)
    message = str(raised.value)
    assert NO_SPACE in message
    assert "Free some disk space, then run the same command again." in message
    assert "\n" not in message
    assert shown(folder) == (1, 1)
    assert not {layout.MARTS, "catalogue"} & {path.name for path in (folder / layout.WORK).iterdir()}
    assert catalogue.publish(folder)
    assert shown(folder) == (2, 2)
