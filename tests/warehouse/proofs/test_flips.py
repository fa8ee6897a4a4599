"""Flipped bits in tables, marts, texts and HEAD: `verify` notices each, and names the file.

NEWSLEDGER_FLIPS=1000 asks for more of them than are tried in any case.
"""

import os
from pathlib import Path

import pytest

from tests.support.damage.damaged_files import flips
from tests.support.ledger_rows import make_article, make_shard
from warehouse.catalogue.catalogue import publish
from warehouse.ledger.ledger import open_ledger
from warehouse.proofs.files import prove_files

COUNT = int(os.environ.get("NEWSLEDGER_FLIPS", "40"))
PARTS = [
    "tables/*/*.parquet",
    ".marts/*/*.parquet",
    ".marts/*/search/*/*.parquet",
    "tables/*/_delta_log/*.json",
    "HEAD.json",
    "tables/articles/*.parquet",
]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flips") / "ledger"
    with open_ledger(folder) as ledger:
        ledger.land(make_shard([make_article(number) for number in range(3)]))
    publish(folder)
    assert list(prove_files(folder)) == []
    return folder


def test_verify_notices_flipped_bits_and_names_the_file(warehouse: Path) -> None:
    missed = []
    for path, place, bit in flips(warehouse, PARTS, count=COUNT, seed=5):
        content = path.read_bytes()
        changed = bytearray(content)
        changed[place] ^= bit
        path.write_bytes(changed)
        found = [fault.reason for fault in prove_files(warehouse)]
        path.write_bytes(content)
        if not any(f" {path.relative_to(warehouse)} " in line for line in found):
            missed.append((str(path.relative_to(warehouse)), place, bit, found[:2]))
    assert missed == []
