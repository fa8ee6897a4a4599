"""How files are cut into shards, and shards into waves."""

from itertools import repeat
from pathlib import Path

import pytest

from tasks.freshness.files import Inventory
from tasks.stages import read
from tasks.stages.read import Reading, batches
from warehouse.records import Rejection


@pytest.mark.parametrize(
    ("file_count", "sizes"),
    [(0, []), (3, [3]), (500, [500]), (501, [8, 492, 1]), (1200, [8, 492, 500, 200])],
)
def test_the_first_of_several_shards_is_short(
    file_count: int, sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "FILES_IN_A_SHARD", 500)
    refused = Rejection(
        source="one.txt",
        source_path="/inbox/one.txt",
        content_sha256=None,
        article_id=None,
        stage="read",
        rule="unreadable",
        reason="It cannot be opened.",
        start_char=None,
        excerpt=None,
        repair="Check its permissions.",
    )
    assert [len(batch) for batch in batches(repeat(refused, file_count))] == sizes


@pytest.mark.parametrize(
    ("shard_count", "sizes"), [(0, []), (1, [1]), (2, [1, 1]), (3, [1, 2]), (5, [1, 2, 2]), (6, [1, 2, 2, 1])]
)
def test_the_first_of_several_shards_is_a_wave_of_its_own(
    shard_count: int, sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "SHARDS_IN_A_WAVE", 2)
    shards = tuple(Path(str(number)) for number in range(shard_count))
    waves = list(Reading(shards=shards, inventory=Inventory()).waves)
    assert [len(wave) for wave in waves] == sizes
    assert sum(waves, ()) == shards
