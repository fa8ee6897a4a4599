"""The views that answer common questions, on a small ledger: right answers, and nothing counted twice."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest
from rich.console import Console

from flows.commands.asking.status import print_status
from tasks.stages.resolve_entities import resolve_entities
from tests.support.ledger_rows import filled, make_article, span, table_of
from warehouse.catalogue import catalogue
from warehouse.catalogue.data_model import data_model
from warehouse.catalogue.reader import connect
from warehouse.ledger.ledger import open_ledger
from warehouse.reading.query import status
from warehouse.records import Article, Citation, CrossReference, Figure, Mention, Quotation
from warehouse.views.questions import QUESTIONS
from warehouse.views.relations import VIEWS, question_grain, question_meanings

FIRST = make_article(1, published_on=date(1999, 3, 10))
SAME_DAY = make_article(2, published_on=date(1999, 3, 10))
LATER = make_article(3, published_on=date(1999, 3, 12))
LAST = make_article(4, published_on=date(1999, 4, 1))
UNDATED = replace(make_article(5), published_on=None)
OTHER = replace(make_article(6, published_on=date(1999, 3, 15)), publication="THE EURASIA DAILY MONITOR")
TWIN = replace(FIRST, article_id="f" * 20, source="again.txt", source_path="/inbox/again.txt")
"""The text of FIRST once more, under a key that sorts after it."""

ARTICLES = {
    "FIRST": FIRST,
    "SAME_DAY": SAME_DAY,
    "LATER": LATER,
    "LAST": LAST,
    "UNDATED": UNDATED,
    "OTHER": OTHER,
    "TWIN": TWIN,
}
NAMES: dict[object, object] = {article.article_id: name for name, article in ARTICLES.items()}
MARCH, APRIL = date(1999, 3, 1), date(1999, 4, 1)


def reference(article: Article, day: date | None, *, at: str = "Trade", to: str = "Monitor") -> CrossReference:
    return filled(CrossReference, **span(article, at), publication=to, referenced_on=day)


def citation(article: Article, outlet: str, *, day: int = 3, rule: str = "parenthesis") -> Citation:
    found = {**span(article, "(Itar-Tass, March 3)"), "rule": rule}
    return filled(Citation, **found, outlet=outlet, cited_on_start=date(1999, 3, day))


def person(article: Article, at: str, role: str | None = None) -> Mention:
    return filled(Mention, **span(article, at), kind="person", name="Ivan Petrov", role=role)


def place(article: Article, at: str = "Kazakstan") -> Mention:
    return filled(Mention, **span(article, at), kind="place", name="Kazakstan", country_code="KZ")


def statement(
    article: Article,
    at: str,
    *,
    speaker: str | None = "Ivan Petrov",
    written: str | None = "Petrov",
    style: str = "direct",
    **given_values: object,
) -> Quotation:
    said = span(article, at) | {"is_negated": False} | given_values
    return filled(Quotation, **said, style=style, speaker=speaker, speaker_text=written, cue="said")


def figure(article: Article, at: str, *, of: str | None) -> Figure:
    owner = span(article, of) if of else {}
    return filled(
        Figure,
        **span(article, at),
        kind="money",
        measured_of=of,
        measured_of_start_char=owner.get("start_char"),
        measured_of_end_char=owner.get("end_char"),
    )


REFERENCES = [
    reference(LATER, date(1999, 3, 10)),  # two articles of that day, and a duplicate
    reference(LATER, date(1999, 3, 11)),  # the ledger has none of that day
    reference(LATER, date(1999, 3, 12)),  # its own day, of which there is no other article
    reference(LATER, None),  # a day without a year
    reference(LAST, date(1999, 3, 12), at="Trade"),
    reference(LAST, date(1999, 3, 12), at="grows"),  # refers to the same article once more
    reference(LAST, date(1999, 3, 15), to="EDM"),
    replace(reference(LAST, None), referenced_volume=5, referenced_issue=3),  # by number, no day
    replace(reference(LAST, None, at="exports"), referenced_volume=None, referenced_issue=3),  # of what volume?
]
CITATIONS = [
    *(citation(FIRST, "Itar-Tass", day=day) for day in (3, 4)),  # one parenthesis, two days
    citation(FIRST, "Itar-Tass", day=5, rule="note"),  # the note that a mark in the text leads to
    citation(TWIN, "Itar-Tass"),
    citation(SAME_DAY, "Itar-Tass"),
    citation(SAME_DAY, "Interfax"),
    citation(UNDATED, "Itar-Tass"),
]
QUOTATIONS = [
    statement(LAST, "exports reached"),
    statement(FIRST, "up 12 percent", style="indirect"),
    statement(FIRST, "exports reached"),
    statement(TWIN, "exports reached"),
    statement(FIRST, "Trade", style="term"),
    statement(FIRST, "Item", speaker=None, written=None),  # a mere mark, or hearsay
    statement(FIRST, "Trade", speaker=None, written="unnamed officials"),
    statement(FIRST, "grows", speaker="Anna Orlova", written="Orlova"),
    statement(UNDATED, "exports"),
    statement(LAST, "Trade", is_negated=True),
    statement(LAST, "grows", cue_kind="expectation"),
]
MENTIONS = [
    place(FIRST),
    place(FIRST, "Trade"),  # mentioned twice
    person(FIRST, "Item", "minister"),
    person(FIRST, "grows", "minister"),
    place(TWIN),
    person(TWIN, "Item", "minister"),
    place(SAME_DAY),
    person(SAME_DAY, "Item"),
    person(LATER, "Item", "minister"),
    person(LAST, "Item", "prime minister"),
    place(LAST),
    person(UNDATED, "Item", "deputy"),
]
FIGURES = [
    figure(FIRST, "US$6.5 billion", of="Kazakstan’s"),
    figure(FIRST, "12", of="reached"),  # nobody is named there
    figure(SAME_DAY, "US$6.5 billion", of=None),
    figure(LATER, "US$6.5 billion", of="Kazakstan"),  # named, but found to be no mention
]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("views") / "ledger"
    with open_ledger(folder) as opened:
        opened.land(
            {
                "articles": table_of(Article, list(ARTICLES.values())),
                "cross_references": table_of(CrossReference, REFERENCES),
                "citations": table_of(Citation, CITATIONS),
                "quotations": table_of(Quotation, QUOTATIONS),
                "mentions": table_of(Mention, MENTIONS),
                "figures": table_of(Figure, FIGURES),
            }
        )
        resolve_entities.fn(opened, corrections=())
    catalogue.publish(folder)
    return folder


@pytest.fixture(scope="module")
def reader(warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(warehouse) as connection:
        yield connection


def rows(reader: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[object, ...]]:
    """Answer a query, keys of articles replaced by the names they have here."""
    return [tuple(NAMES.get(value, value) for value in row) for row in reader.execute(sql).fetchall()]


def by_text(found: Sequence[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return sorted(found, key=repr)


def test_referenced_articles_gives_a_row_a_target_or_one_without(reader: duckdb.DuckDBPyConnection) -> None:
    found = rows(reader, "SELECT article_id, publication, referenced_on, target_article_id FROM referenced_articles")
    assert by_text(found) == by_text(
        [
            ("LATER", "Monitor", date(1999, 3, 10), "FIRST"),
            ("LATER", "Monitor", date(1999, 3, 10), "SAME_DAY"),
            ("LATER", "Monitor", date(1999, 3, 11), None),
            ("LATER", "Monitor", date(1999, 3, 12), None),
            ("LATER", "Monitor", None, None),
            ("LAST", "Monitor", date(1999, 3, 12), "LATER"),
            ("LAST", "Monitor", date(1999, 3, 12), "LATER"),
            ("LAST", "Eurasia Daily Monitor", date(1999, 3, 15), "OTHER"),
            ("LAST", "Monitor", None, "LATER"),
            ("LAST", "Monitor", None, None),
        ]
    )


def test_referring_articles_gives_each_link_back_once(reader: duckdb.DuckDBPyConnection) -> None:
    found = rows(reader, "FROM referring_articles")
    assert by_text(found) == [
        ("FIRST", "LATER", date(1999, 3, 12)),
        ("LATER", "LAST", date(1999, 4, 1)),
        ("OTHER", "LAST", date(1999, 4, 1)),
        ("SAME_DAY", "LATER", date(1999, 3, 12)),
    ]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("LATER", ["FIRST", "SAME_DAY", "LATER", "LAST"]),
        ("LAST", ["LATER", "OTHER", "LAST"]),
        ("FIRST", ["FIRST", "LATER"]),
        ("UNDATED", []),  # has no links
        ("TWIN", []),  # the same text as FIRST, which is listed
    ],
)
def test_reading_order_goes_by_day_of_publication(
    reader: duckdb.DuckDBPyConnection, article: str, expected: list[str]
) -> None:
    steps = rows(reader, "SELECT article_id, step, linked_article_id FROM reading_order ORDER BY ALL")
    assert [step for name, *step in steps if name == article] == [[*step] for step in enumerate(expected, start=1)]


def test_citations_by_month_counts_parentheses_and_articles_once(reader: duckdb.DuckDBPyConnection) -> None:
    assert rows(reader, "FROM citations_by_month") == [
        ("Itar-Tass", MARCH, 2, 2),
        ("Interfax", MARCH, 1, 1),
        ("Itar-Tass", None, 1, 1),
    ]


def test_statements_go_by_speaker_and_time(reader: duckdb.DuckDBPyConnection) -> None:
    assert rows(reader, "SELECT speaker, speaker_text, article_id, style, text FROM statements") == [
        ("Anna Orlova", "Orlova", "FIRST", "direct", "grows"),
        ("Ivan Petrov", "Petrov", "FIRST", "direct", "exports reached"),
        ("Ivan Petrov", "Petrov", "FIRST", "indirect", "up 12 percent"),
        ("Ivan Petrov", "Petrov", "LAST", "direct", "exports reached"),
        ("Ivan Petrov", "Petrov", "UNDATED", "direct", "exports"),
        (None, "unnamed officials", "FIRST", "direct", "Trade"),
    ]
    assert rows(reader, "SELECT DISTINCT is_negated FROM statements") == [(False,)]
    at = "substring(articles.text, statements.start_char + 1, length(statements.text))"
    joined = f"SELECT count(*) FROM statements JOIN articles USING (article_id) WHERE {at} = statements.text"
    assert rows(reader, joined) == [(6,)]


@pytest.mark.parametrize("view", ["figures_in_context", "figures_with_sentences"])
def test_figures_of_an_article_can_be_ordered(reader: duckdb.DuckDBPyConnection, view: str) -> None:
    shown = rows(reader, f"SELECT article_id, text, start_char FROM {view} ORDER BY figure_id")
    kept = rows(
        reader,
        f"SELECT article_id, text, start_char FROM figures SEMI JOIN {view} USING (figure_id) ORDER BY figure_id",
    )
    assert shown == kept != []


def test_figure_entities_are_those_named_where_the_text_says_whose_it_is(reader: duckdb.DuckDBPyConnection) -> None:
    found = rows(reader, "SELECT article_id, figure_id, measured_of, name, kind, country_code FROM figure_entities")
    assert found == [("FIRST", FIGURES[0].key, "Kazakstan’s", "Kazakhstan", "country", "KZ")]


def test_co_mentions_by_month_counts_an_article_once(reader: duckdb.DuckDBPyConnection) -> None:
    pair = ("Ivan Petrov", "person", "Kazakstan", "place")
    assert rows(reader, "FROM co_mentions_by_month") == [(*pair, MARCH, 2), (*pair, APRIL, 1)]


def test_roles_over_time_gives_first_and_last_day(reader: duckdb.DuckDBPyConnection) -> None:
    assert rows(reader, "FROM roles_over_time") == [
        ("Ivan Petrov", "minister", date(1999, 3, 10), date(1999, 3, 12), 3, 2),
        ("Ivan Petrov", "prime minister", date(1999, 4, 1), date(1999, 4, 1), 1, 1),
        ("Ivan Petrov", "deputy", None, None, 1, 1),
    ]


def test_status_counts_references_without_their_article(warehouse: Path) -> None:
    counted = status(warehouse)
    assert counted.unresolved_counts == {"Monitor": 4}
    stream = io.StringIO()
    print_status(counted, warehouse=Path("ledger"), console=Console(file=stream, width=200))
    assert "References to articles that are not in the ledger: 4 to Monitor." in stream.getvalue()


def test_status_counts_articles_without_a_day(warehouse: Path, reader: duckdb.DuckDBPyConnection) -> None:
    undated = [source for (source,) in rows(reader, "FROM articles SELECT source WHERE published_on IS NULL")]
    counted = status(warehouse)
    assert counted.undated_count == len(undated) > 0
    stream = io.StringIO()
    print_status(counted, warehouse=Path("ledger"), console=Console(file=stream, width=200))
    assert f"{len(undated)} of {counted.row_counts['articles']} articles ha" in stream.getvalue()


@pytest.mark.parametrize("name", QUESTIONS)
def test_questions_describe_every_column_of_their_view(reader: duckdb.DuckDBPyConnection, name: str) -> None:
    shown = [column for column, *_ in reader.execute(f"DESCRIBE {name}").fetchall()]
    assert set(QUESTIONS[name].columns) <= set(shown) <= question_meanings(name).keys()
    assert question_grain(name).startswith("One row per ")
    assert question_grain(name).endswith("."), "the first line of a file of a question is a sentence"
    assert f"### {name}\n\n{question_grain(name)}\n" in data_model()


@pytest.mark.parametrize("name", QUESTIONS)
def test_questions_need_no_quoting(reader: duckdb.DuckDBPyConnection, name: str) -> None:
    query = "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category IN ('reserved', 'type_function')"
    keywords = {word for (word,) in reader.execute(query).fetchall()}
    names = {name, *(column for column, *_ in reader.execute(f"DESCRIBE {name}").fetchall())}
    assert not names & keywords
    assert all(word == word.lower() and word.replace("_", "a").isalnum() for word in names)


def test_questions_are_the_files_of_their_folder() -> None:
    assert {path.stem for path in (VIEWS / "questions").glob("*.sql")} == set(QUESTIONS)


def test_questions_are_answered_where_another_database_is_in_use(
    warehouse: Path, reader: duckdb.DuckDBPyConnection
) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{warehouse / 'newsledger.duckdb'}' AS news (READ_ONLY)")
        for name in QUESTIONS:
            expected = reader.execute(f"SELECT count(*) FROM {name}").fetchall()
            assert connection.execute(f"SELECT count(*) FROM news.{name}").fetchall() == expected
