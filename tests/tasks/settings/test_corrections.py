"""Lines that pages add to `corrections.csv` and take away: others stay as they are written."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tasks.resolvers.entities.corrections import Correction
from tasks.settings.corrections import add_correction, remove_correction, user_corrections
from warehouse.folder.errors import ConfigurationError

VALUE = Correction(
    action="correct",
    kind="figure",
    name="$5, or so",
    value="6000000",
    article_id="a1",
    column="value",
    start_char="17",
    by="Ida",
    on="1998-05-03",
)
HIDDEN = replace(VALUE, action="hide", column="", value="")
BY_HAND = 'kind,action,name,remark\nplace,not an entity,Kiwi,"a bird, ""here"""\n'


def test_what_is_added_is_read_and_can_be_taken_away(tmp_path: Path) -> None:
    add_correction(tmp_path, VALUE)
    add_correction(tmp_path, HIDDEN)
    assert user_corrections(tmp_path) == (VALUE, HIDDEN)
    assert "Ida,1998-05-03" in (tmp_path / "corrections.csv").read_text(encoding="utf-8")
    remove_correction(tmp_path, VALUE)
    remove_correction(tmp_path, VALUE)
    assert user_corrections(tmp_path) == (HIDDEN,)


def test_lines_by_hand_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("\ufeff" + BY_HAND, encoding="utf-8")
    add_correction(tmp_path, VALUE)
    remove_correction(tmp_path, VALUE)
    header, line = path.read_text(encoding="utf-8").splitlines()
    assert header == "kind,action,name,remark,value,article_id,column,start_char,by,on"
    assert line == BY_HAND.splitlines()[1]


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        (VALUE, replace(VALUE, value="7", by="Ann"), 1),
        (VALUE, replace(VALUE, column="unit", value="EUR"), 2),
        (HIDDEN, replace(HIDDEN, action="confirm"), 1),
        (HIDDEN, replace(HIDDEN, start_char="18"), 2),
        (VALUE, replace(HIDDEN, action="confirm"), 2),
    ],
    ids=["another value", "another column", "hidden, then confirmed", "another place", "corrected and confirmed"],
)
def test_a_line_takes_the_place_of_what_it_contradicts(
    tmp_path: Path, before: Correction, after: Correction, count: int
) -> None:
    add_correction(tmp_path, before)
    add_correction(tmp_path, after)
    assert len(user_corrections(tmp_path)) == count
    assert user_corrections(tmp_path)[-1] == after


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(VALUE, value="many"), "'many' is no number"),
        (replace(VALUE, action="delete"), "action 'delete' is none of"),
        (replace(HIDDEN, column="value"), "column and value stay empty"),
        (replace(HIDDEN, kind="article"), "kind 'article' is none of figure, date, quotation, citation"),
    ],
)
def test_what_is_no_correction_is_not_written(tmp_path: Path, wrong: Correction, said: str) -> None:
    with pytest.raises(ConfigurationError, match=said):
        add_correction(tmp_path, wrong)
    assert not (tmp_path / "corrections.csv").exists()


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("action,kind,name\nmerge,novel,x\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="line 2"):
        add_correction(tmp_path, VALUE)
    assert path.read_text(encoding="utf-8") == "action,kind,name\nmerge,novel,x\n"


def test_of_lines_added_at_once_none_is_lost(tmp_path: Path) -> None:
    lines = [replace(VALUE, start_char=str(number)) for number in range(20)]
    threads = [threading.Thread(target=add_correction, args=(tmp_path, line)) for line in lines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(user_corrections(tmp_path)) == set(lines)
