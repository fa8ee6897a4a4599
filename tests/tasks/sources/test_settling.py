"""Files that are still being written are left out, told of, and not mistaken for files that are gone."""

from pathlib import Path

import pytest

from tasks.freshness.files import Held, Inventory, changes
from tasks.sources import Limits
from tasks.sources.settling import settling


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("An article.\n")
    return tmp_path


def found(folder: Path, inventory: Inventory) -> list[str]:
    files = changes([str(folder)], limits=Limits(), held=Held(files={}, known_versions={}), inventory=inventory)
    return [Path(file.source_path).name for file in files]


def test_a_fresh_file_is_left_for_the_next_run(folder: Path) -> None:
    inventory = Inventory()
    with settling(3600):
        assert found(folder, inventory) == []
    assert (inventory.skipped_count, inventory.unchanged_count) == (1, 0)
    assert inventory.unreadable_paths == {str(folder / "a.txt")}, "or pruning would take it for gone"


@pytest.mark.parametrize("seconds", [0.0, 1e-9], ids=["not asked for", "settled"])
def test_a_settled_file_is_read(folder: Path, seconds: float) -> None:
    with settling(seconds):
        assert found(folder, Inventory()) == ["a.txt"]


def test_settling_ends_with_its_block(folder: Path) -> None:
    with settling(3600):
        pass
    assert found(folder, Inventory()) == ["a.txt"]
