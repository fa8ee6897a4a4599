"""The lists of names and words beside the rules for mentions, quotations and entities."""

import csv
from pathlib import Path

import pytest

from tests.support.places import ROOT

PACKAGES = ("extractors/mentions", "extractors/quotations", "resolvers/entities")
LISTS = sorted(path for package in PACKAGES for path in (ROOT / "tasks" / package).rglob("*.csv"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_lists_say_where_each_entry_comes_from(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as lines:
        assert all(row["source"] and None not in row for row in csv.DictReader(lines))
