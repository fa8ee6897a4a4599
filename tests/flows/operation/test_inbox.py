"""The inbox: what has been dealt with is moved, and nothing else."""

import os
import time
import zipfile
from pathlib import Path

import pytest

from flows.operation.inbox import Filing, file_away, filing_for, published_outcomes
from tests.support.briefs import write_briefs
from tests.support.shard_by_shard import ingest_without_suites
from warehouse.folder.errors import ConfigurationError
from warehouse.ledger.ledger import open_ledger

LATER = time.time() + 10_000


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    write_briefs(tmp_path / "inbox")
    return tmp_path / "inbox"


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_what_landed_and_what_was_rejected_part_ways(inbox: Path, tmp_path: Path) -> None:
    (inbox / "sub").mkdir()
    (inbox / "sub" / "letter.txt").write_text("Just a few words.\n")
    with zipfile.ZipFile(inbox / "two.zip", "w") as archive:
        archive.write(inbox / "193-harbour.txt", "again!.txt")
        archive.writestr("letter.txt", "Just a few words.\n")
    ingest_without_suites([str(inbox)], tmp_path / "ledger")
    (inbox / "new.txt").write_text("Not seen yet.\n")
    filing = filing_for(str(inbox), landed=str(tmp_path / "done"), rejected=str(tmp_path / "rejected"))
    with open_ledger(tmp_path / "ledger"):  # as the next run does, once this one has landed
        outcomes = published_outcomes(tmp_path / "ledger")
    assert file_away(str(inbox), outcomes=outcomes, filing=filing, before=LATER) == 6
    assert names(tmp_path / "done") == {"193-harbour.txt", "194-ferry.txt", "195-grain.txt", "512-tunnel.txt"}
    assert names(tmp_path / "rejected") == {"sub/letter.txt", "two.zip"}
    assert names(inbox) == {"new.txt"}


def test_a_file_that_has_changed_since_stays(inbox: Path, tmp_path: Path) -> None:
    outcomes = {str(path): "accepted" for path in inbox.iterdir()}
    filing = Filing(landed=tmp_path / "done", rejected=None)
    assert file_away(str(inbox), outcomes=outcomes, filing=filing, before=time.time() - 1000) == 0


def test_nothing_is_moved_unless_asked_for(inbox: Path) -> None:
    outcomes = {str(path): "accepted" for path in inbox.iterdir()}
    filing = filing_for(str(inbox), landed="", rejected="")
    assert file_away(str(inbox), outcomes=outcomes, filing=filing, before=LATER) == 0
    assert len(names(inbox)) == 4


def test_a_file_of_the_same_name_is_kept_beside_the_former(inbox: Path, tmp_path: Path) -> None:
    filing = Filing(landed=tmp_path / "done", rejected=None)
    for text in ("one", "two", "three"):
        (inbox / "day.txt").write_text(text)
        file_away(str(inbox), outcomes={str(inbox / "day.txt"): "accepted"}, filing=filing, before=LATER)
    kept = {path.name: path.read_text() for path in (tmp_path / "done").iterdir()}
    assert kept == {"day.txt": "one", "day-2.txt": "two", "day-3.txt": "three"}


def test_a_folder_within_the_inbox_is_refused(inbox: Path) -> None:
    with pytest.raises(ConfigurationError, match="lies in the inbox"):
        filing_for(str(inbox), landed=str(inbox / "done"), rejected="")
    assert filing_for(f"{inbox}/*.zip", landed=str(inbox / "done"), rejected="").landed


def test_a_name_that_is_no_utf8_is_moved_as_it_is(inbox: Path, tmp_path: Path) -> None:
    path = os.fsencode(inbox) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(b"Just a few words.\n")
    ingest_without_suites([str(inbox)], tmp_path / "ledger")
    filing = Filing(landed=None, rejected=tmp_path / "rejected")
    outcomes = published_outcomes(tmp_path / "ledger")
    assert file_away(str(inbox), outcomes=outcomes, filing=filing, before=LATER) == 1
    assert os.listdir(os.fsencode(tmp_path / "rejected")) == [b"caf\xe9.txt"]  # noqa: PTH208
