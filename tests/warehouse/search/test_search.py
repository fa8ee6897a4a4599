"""Search: what queries find, in which order, and what they cannot break."""

from collections.abc import Iterator
from datetime import date
from math import log
from pathlib import Path

import duckdb
import pytest

from tests.support.search_index import article_of, index, searchable
from tests.support.warehouse_rows import rows
from warehouse.views.search import MACROS, Macro

SHIPS = article_of("Grain ships arrive. Grain is cheap.", name="ships")
PORT = article_of("The grain ship left the old port yesterday.", name="port")
NOTHING = article_of("Nothing arrived.", name="nothing")
SMALL = (SHIPS, PORT, NOTHING)
"""Six, eight and two words: 16 / 3 on average."""

HEADED = article_of(
    "Mr. Zhu’s café owners met J. Smith of the U.S. Army. “We won’t sell,” they said.\n\n"
    "The MiG-29 flew to São Paulo 😀 for $1,200; E\u0301tude followed",
    headline="GRAIN WAITS",
    name="headed",
)
COPY = article_of("Nothing arrived.", name="a copy")
STRANGE = (HEADED, NOTHING, COPY, article_of("", name="empty"), article_of("... – !\n\n?", name="no word"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("small")
    index(SMALL, folder)
    with searchable(SMALL, folder) as connection:
        yield connection


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("strange")
    index(STRANGE, folder)
    with searchable(STRANGE, folder) as connection:
        yield connection


RARE, COMMON = log(1 + 2.5 / 1.5), log(1 + 1.5 / 2.5)
"""Weights of what one and what two of three articles have."""

IN_SHIPS, IN_PORT = 1.2 * (0.25 + 0.75 * 6 / (16 / 3)), 1.2 * (0.25 + 0.75 * 8 / (16 / 3))
"""What the articles' lengths add to the frequencies: 1.3125 and 1.65."""


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("grain", [(SHIPS, COMMON * 2 / (2 + IN_SHIPS)), (PORT, COMMON * 1 / (1 + IN_PORT))]),
        ("the", [(PORT, RARE * 2 / (2 + IN_PORT))]),
        ("cheap grain", [(SHIPS, RARE * 1 / (1 + IN_SHIPS) + COMMON * 2 / (2 + IN_SHIPS))]),
        ("ship*", [(SHIPS, COMMON * 1 / (1 + IN_SHIPS)), (PORT, COMMON * 1 / (1 + IN_PORT))]),
        ("arriv*", [(NOTHING, COMMON / (1 + 1.2 * (0.25 + 0.75 * 2 / (16 / 3)))), (SHIPS, COMMON / (1 + IN_SHIPS))]),
        ('"grain ship"', [(PORT, RARE * 1 / (1 + IN_PORT))]),
        ('"grain ship', [(PORT, RARE * 1 / (1 + IN_PORT))]),
        ('"grain ship*"', [(SHIPS, COMMON * 1 / (1 + IN_SHIPS)), (PORT, COMMON * 1 / (1 + IN_PORT))]),
        ('port "the grain"', [(PORT, RARE / (1 + IN_PORT) + RARE / (1 + IN_PORT))]),
        ("“the old port”", [(PORT, RARE / (1 + IN_PORT))]),
        ('"arrive grain"', []),  # a phrase does not run over the end of a sentence
        ('"grain grain"', []),
    ],
)
def test_search_scores_by_bm25(
    small: duckdb.DuckDBPyConnection, query: str, expected: list[tuple[object, float]]
) -> None:
    found = small.execute("FROM search(?) SELECT article_id, score", [query]).fetchall()
    assert found == [(article.article_id, round(score, 6)) for article, score in expected]  # type: ignore[attr-defined]


@pytest.mark.parametrize("macro", ["search", "search_sentences", "search_hits"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "  \n",
        "*",
        '"',
        '""',
        '" " *',
        "- + | & ( ) !",
        "xylophone",
        "grain xylophone",
        "xylo*",
        '"xylo',
        "'; --",
        None,
    ],
)
def test_search_finds_nothing_without_an_error(small: duckdb.DuckDBPyConnection, macro: str, query: str | None) -> None:
    assert small.execute(f"FROM {macro}(?)", [query]).fetchall() == []


def test_search_shows_the_weightiest_sentence_and_its_first_hit(small: duckdb.DuckDBPyConnection) -> None:
    (found,) = small.execute("FROM search('grain cheap')").fetchall()
    score = round(RARE / (1 + IN_SHIPS) + COMMON * 2 / (2 + IN_SHIPS), 6)
    assert found == (SHIPS.article_id, score, date(1999, 3, 3), None, "Grain is cheap.", 20, 35, 20, 25, 3)


def test_search_gives_as_many_articles_as_are_asked_for(small: duckdb.DuckDBPyConnection) -> None:
    assert small.execute("FROM search('grain', most := 1) SELECT article_id").fetchall() == [(SHIPS.article_id,)]


def test_search_sentences_scores_sentences(small: duckdb.DuckDBPyConnection) -> None:
    weight = log(1 + (4 - 3 + 0.5) / (3 + 0.5))  # three of four sentences, of 3, 3, 8 and 2 words
    short, long = (round(weight / (1 + 1.2 * (0.25 + 0.75 * words / 4)), 6) for words in (3, 8))
    found = small.execute("FROM search_sentences('grain') SELECT score, sentence, start_char, end_char, hit_count")
    assert found.fetchall() == [
        (short, "Grain ships arrive.", 0, 5, 1),
        (short, "Grain is cheap.", 20, 25, 1),
        (long, "The grain ship left the old port yesterday.", 4, 9, 1),
    ]


@pytest.mark.parametrize(
    ("query", "sentences"),
    [("grain cheap", ["Grain is cheap."]), ("cheap arrive", []), ('"is cheap" gr*', ["Grain is cheap."])],
)
def test_search_sentences_wants_all_parts_in_one(
    small: duckdb.DuckDBPyConnection, query: str, sentences: list[str]
) -> None:
    found = small.execute("FROM search_sentences(?) SELECT sentence", [query]).fetchall()
    assert [sentence for (sentence,) in found] == sentences


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("cafe", ["café"]),
        ("CAFÉ owner*", ["café", "owners"]),
        ("zhu's", ["Zhu’s"]),
        ("mig-29", ["MiG-29"]),
        ("u.s. smith", ["Smith", "U.S"]),
        ('"sao paulo"', ["São Paulo"]),
        ("1,200", ["1,200"]),
        ("étude", ["E\u0301tude"]),
        ("“j smith”", ["J. Smith"]),
        ("grain waits", ["GRAIN", "WAITS"]),
        ("monitor", []),  # the header is not indexed
        ("s", ["s", "S"]),
    ],
)
def test_search_hits_stand_in_the_text(strange: duckdb.DuckDBPyConnection, query: str, hits: list[str]) -> None:
    found = strange.execute("FROM search_hits(?) SELECT text, start_char, end_char", [query]).fetchall()
    assert [text for text, *_ in found] == hits
    assert [HEADED.text[start:end] for _, start, end in found] == hits


def test_search_shows_exact_duplicates_once(strange: duckdb.DuckDBPyConnection) -> None:
    first = min(NOTHING.article_id, COPY.article_id)
    assert strange.execute("FROM search('nothing') SELECT article_id").fetchall() == [(first,)]


@pytest.mark.parametrize("macro", [macro for macro in MACROS if macro.columns], ids=lambda macro: macro.name)
def test_search_has_the_columns_that_are_written_down(strange: duckdb.DuckDBPyConnection, macro: Macro) -> None:
    described = strange.execute(f"DESCRIBE FROM {macro.name}('a')").fetchall()
    assert {name: kind for name, kind, *_ in described} == macro.columns


def test_search_index_cuts_sentences(strange: duckdb.DuckDBPyConnection) -> None:
    found = strange.execute(
        "FROM internal.search_sentences JOIN internal.search_articles USING (article_number) "
        "SELECT sentence_number, text, search_sentences.start_char, search_sentences.end_char, "
        "search_sentences.term_count "
        "WHERE article_id = ? ORDER BY ALL",
        [HEADED.article_id],
    ).fetchall()
    assert [(number, text, words) for number, text, _, _, words in found] == [
        (0, "GRAIN WAITS", 2),
        (1, "Mr. Zhu’s café owners met J. Smith of the U.S. Army.", 13),
        (2, "“We won’t sell,” they said.", 6),
        (3, "The MiG-29 flew to São Paulo 😀 for $1,200; E\u0301tude followed", 12),
    ]
    assert all(HEADED.text[start:end] == text for _, text, start, end, _ in found)


def test_search_index_holds_every_word_at_its_place(strange: duckdb.DuckDBPyConnection) -> None:
    odd = strange.execute(
        "FROM internal.search_postings JOIN internal.search_articles USING (article_number) "
        "JOIN internal.articles AS stored USING (article_id) "
        "SELECT term, substring(stored.text, start_char + 1, char_count) AS written "
        "WHERE term <> lower(strip_accents(written))"
    ).fetchall()
    assert odd == []


def test_search_answers_from_the_catalogue(examples_warehouse: Path) -> None:
    found = rows(examples_warehouse, "FROM search('\"cubic meters\" gazprom*') SELECT headline, sentence")
    assert found == []
    found = rows(examples_warehouse, "FROM search('belarus gazprom heat*') SELECT headline, sentence, hit_count")
    assert [headline for headline, *_ in found] == ["BELARUS"]
