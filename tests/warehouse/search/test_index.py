"""The files of the index: what new, changed and removed articles write anew."""

from pathlib import Path

import pytest

from tests.support.search_index import article_of, index, searchable
from warehouse.folder import layout
from warehouse.search import segments
from warehouse.search.segments import arrange
from warehouse.views.search import INDEX_TABLES

ARTICLES = [article_of(f"Item {number} about trade. It is number {number}.") for number in range(12)]


def digests(count: int, *, start: int = 0) -> frozenset[str]:
    return frozenset(f"{number:03}" for number in range(start, start + count))


@pytest.mark.parametrize(
    ("wanted", "before", "kept", "fresh"),
    [
        (digests(0), {}, (), [0]),
        (digests(0), {"empty": digests(0)}, ("empty",), []),
        (digests(3), {"empty": digests(0)}, (), [3]),
        (digests(3), {"a": digests(3)}, ("a",), []),
        (digests(9), {"a": digests(8)}, ("a",), [1]),
        (digests(10), {"a": digests(8), "b": digests(1, start=8)}, ("a",), [2]),
        (digests(15), {"a": digests(8), "b": digests(4, start=8), "c": digests(2, start=12)}, ("a", "b", "c"), [1]),
        (digests(16), {"a": digests(8), "b": digests(4, start=8), "c": digests(2, start=12)}, (), [16]),
        (digests(7), {"a": digests(8)}, (), [7]),  # one article is gone
        (digests(45), {"a": digests(20), "b": digests(4, start=20)}, ("a", "b"), [20, 1]),  # full ones stay
        (digests(60), {}, (), [20, 20, 20]),
    ],
)
def test_arrange_lets_new_articles_take_smaller_segments_along(
    monkeypatch: pytest.MonkeyPatch,
    wanted: frozenset[str],
    before: dict[str, frozenset[str]],
    kept: tuple[str, ...],
    fresh: list[int],
) -> None:
    monkeypatch.setattr(segments, "MOST_ARTICLES", 20)
    arrangement = arrange(wanted, before)
    assert arrangement.kept == kept
    assert [len(segment) for segment in arrangement.fresh] == fresh
    there = [digest for name in kept for digest in before[name]]
    assert sorted([*there, *(digest for segment in arrangement.fresh for digest in segment)]) == sorted(wanted)


def test_arrange_writes_an_article_seldom() -> None:
    before: dict[str, frozenset[str]] = {}
    written = 0
    for count in range(1, 257):
        arrangement = arrange(digests(count), before)
        written += sum(len(segment) for segment in arrangement.fresh)
        new = {f"{count}": frozenset(segment) for segment in arrangement.fresh}
        before = {name: before[name] for name in arrangement.kept} | new
        assert len(before) <= 9
    assert written <= 256 * 9


def test_refresh_index_writes_only_new_articles(tmp_path: Path) -> None:
    index(ARTICLES[:8], tmp_path / "1")
    (segment,) = (tmp_path / "1" / layout.INDEX / "postings").iterdir()
    written = index(ARTICLES[:9], tmp_path / "2", previous=tmp_path / "1")
    assert sorted(path.partition("/")[0] for path in written) == sorted(INDEX_TABLES)
    there = tmp_path / "2" / layout.INDEX / "postings" / segment.name
    assert there.stat().st_ino == segment.stat().st_ino
    assert index(ARTICLES[:9], tmp_path / "3", previous=tmp_path / "2") == []


def test_refresh_index_forgets_articles_that_are_gone(tmp_path: Path) -> None:
    index(ARTICLES[:8], tmp_path / "1")
    index(ARTICLES[1:8], tmp_path / "2", previous=tmp_path / "1")
    with searchable(ARTICLES[1:8], tmp_path / "2") as connection:
        assert len(connection.execute("FROM search('trade')").fetchall()) == 7
        assert connection.execute("FROM search('\"number 0\"')").fetchall() == []


def test_refresh_index_answers_alike_however_it_grew(tmp_path: Path) -> None:
    index(ARTICLES, tmp_path / "whole")
    for count in range(1, len(ARTICLES) + 1):
        index(ARTICLES[:count], tmp_path / str(count), previous=tmp_path / str(count - 1))
    grown = tmp_path / str(len(ARTICLES))
    assert len(list((grown / layout.INDEX / "terms").iterdir())) == 2  # 8 and 4
    answers = []
    for state in (tmp_path / "whole", grown):
        with searchable(ARTICLES, state) as connection:
            answers.append(connection.execute("FROM search('trade item*')").fetchall())
    assert answers[0] == answers[1]
    assert len(answers[0]) == 12


def test_refresh_index_writes_damaged_segments_again(tmp_path: Path) -> None:
    index(ARTICLES[:8], tmp_path / "1")
    next((tmp_path / "1" / layout.INDEX / "terms").iterdir()).unlink()
    assert len(index(ARTICLES[:8], tmp_path / "2", previous=tmp_path / "1")) == len(INDEX_TABLES)


def test_index_tables_describe_every_column(tmp_path: Path) -> None:
    index([], tmp_path)
    with searchable([], tmp_path) as connection:
        for table, meaning in INDEX_TABLES.items():
            described = connection.execute(f"DESCRIBE internal.search_{table}").fetchall()
            assert [name for name, *_ in described] == list(meaning.columns)
        assert connection.execute("FROM search('trade')").fetchall() == []
