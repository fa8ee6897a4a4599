"""Which files are to be read: those held are looked at, and not asked again what they are."""

from pathlib import Path

import pytest

from tasks.formats import Wish, cut_of
from tasks.freshness.files import Held, Inventory, changes
from tasks.resolvers.versions import versions
from tasks.sources import Limits, read_sources
from tasks.sources.parts import Cut
from warehouse.ledger.ledger import KnownFile
from warehouse.records import RawFile, Rejection

MAILBOX = """From editor@example.org Mon Mar  2 08:00:00 1998
From: Editor <editor@example.org>
Subject: Wheat
Date: Mon, 2 Mar 1998 08:00:00 +0000

Wheat rose to $120 a ton.

From editor@example.org Tue Mar  3 08:00:00 1998
From: Editor <editor@example.org>
Subject: Oats
Date: Tue, 3 Mar 1998 08:00:00 +0000

Oats fell to $80 a ton.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an article and a mailbox of two."""
    (tmp_path / "article.txt").write_text("Rye stayed at $90 a ton.\n", encoding="utf-8")
    (tmp_path / "box.mbox").write_text(MAILBOX, encoding="utf-8")
    return tmp_path


def held(folder: Path, *, pipeline_version: str) -> Held:
    """Hold all that a folder has."""
    found = (file for file in read_sources([str(folder)], limits=Limits(), cutter=cut_of) if isinstance(file, RawFile))
    known = {
        file.source_path: KnownFile(file.content_sha256, "accepted", file.source, pipeline_version) for file in found
    }
    return Held(files=known, known_versions={})


def to_be_read(
    folder: Path, known: Held, *, wish: Wish | None = None, asked: list[bytes] | None = None
) -> list[RawFile | Rejection]:
    """List what is to be read of a folder; note in `asked` how the files begin of which it is asked what they are."""

    def noting(head: bytes) -> Cut | None:
        if asked is not None:
            asked.append(head)
        return cut_of(head)

    cutter = wish.cutter if wish else noting
    return list(changes([str(folder)], limits=Limits(), held=known, inventory=Inventory(), cutter=cutter))


def test_of_held_files_only_those_of_many_articles_are_asked_what_they_are(folder: Path) -> None:
    """A mailbox is no article that is held: its letters are."""
    heads: list[bytes] = []
    assert to_be_read(folder, held(folder, pipeline_version=versions().key), asked=heads) == []
    assert heads == [MAILBOX.encode()]


def test_files_held_by_other_rules_are_asked_again(folder: Path) -> None:
    """Another version may see another form in the same bytes."""
    heads: list[bytes] = []
    assert len(to_be_read(folder, held(folder, pipeline_version="earlier"), asked=heads)) == 3
    assert len(heads) == 2


def test_a_changed_file_is_asked_again(folder: Path) -> None:
    """An article may have become a mailbox under the same name."""
    known, heads = held(folder, pipeline_version=versions().key), list[bytes]()
    (folder / "article.txt").write_text(MAILBOX, encoding="utf-8")
    assert len(to_be_read(folder, known, asked=heads)) == 2
    assert len(heads) == 2


def test_a_file_whose_reading_is_forced_is_read_whole(folder: Path) -> None:
    """Its letters are held, the mailbox as one article is not."""
    known = held(folder, pipeline_version=versions().key)
    (found,) = to_be_read(folder, known, wish=Wish(format_name="plain", is_forced=True))
    assert found.source == "box.mbox"


def test_a_mailbox_that_was_also_read_whole_is_cut_again(folder: Path) -> None:
    """Its letters are there still, and a prune must see them."""
    known = held(folder, pipeline_version=versions().key)
    (whole,) = to_be_read(folder, known, wish=Wish(format_name="plain", is_forced=True))
    both = {
        **known.files,
        whole.source_path: KnownFile(whole.content_sha256, "accepted", whole.source, versions().key),
    }
    inventory = Inventory()
    assert (
        list(changes([str(folder)], limits=Limits(), held=Held(files=both, known_versions={}), inventory=inventory))
        == []
    )
    assert inventory.source_paths == known.files.keys()
