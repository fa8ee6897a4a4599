"""Facts that the user hides are in no view and no mart; what is confirmed stays as it is."""

from pathlib import Path

import pytest

from tests.support.ledger_rows import filled, make_article, span, table_of
from warehouse.catalogue import catalogue
from warehouse.catalogue.reader import connect
from warehouse.ledger.ledger import open_ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.records import CORPUS_TABLES, AppliedCorrection, Article, Citation, CorrectedValue, DerivedFigure, Figure

ARTICLE = make_article(1)
HIDDEN = filled(Figure, **span(ARTICLE, "US$6.5 billion"))
KEPT = filled(Figure, **span(ARTICLE, "12 percent"))
CITATION = filled(Citation, **span(ARTICLE, "(Itar-Tass, March 3)"))
DERIVED = filled(DerivedFigure, article_id=ARTICLE.article_id, level_figure_id=HIDDEN.key, change_figure_id=KEPT.key)
CORRECTION = filled(AppliedCorrection, action="hide", kind="figure", name=HIDDEN.text)


def judged(fact: Figure | Citation, name: str) -> CorrectedValue:
    return CorrectedValue(
        table_name=fact.table, row_key=fact.key, column_name=name, value="true", correction_id=CORRECTION.key
    )


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hidden") / "ledger"
    rows = {
        AppliedCorrection: [CORRECTION],
        CorrectedValue: [judged(HIDDEN, "is_hidden"), judged(KEPT, "is_confirmed"), judged(CITATION, "is_hidden")],
    }
    with open_ledger(folder) as opened:
        opened.land(
            {
                "articles": table_of(Article, [ARTICLE]),
                "figures": table_of(Figure, [HIDDEN, KEPT]),
                "citations": table_of(Citation, [CITATION]),
                "derived_figures": table_of(DerivedFigure, [DERIVED]),
            }
        )
        opened.replace_corpus(
            {record.table: to_arrow(record, [row.as_row() for row in rows.get(record, ())]) for record in CORPUS_TABLES}
        )
    catalogue.publish(folder)
    return folder


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("figures", [KEPT.text]),
        ("marts.fct_figures", [KEPT.text]),
        ("marts.figures", [KEPT.text]),
        ("citations", []),
        ("marts.citations", []),
    ],
)
def test_what_is_hidden_is_not_seen(warehouse: Path, relation: str, expected: list[str]) -> None:
    with connect(warehouse) as connection:
        assert connection.execute(f"FROM {relation} SELECT text").fetchall() == [(text,) for text in expected]
        assert connection.execute("FROM derived_figures SELECT count(*)").fetchall() == [(0,)]


def test_what_is_confirmed_is_not_corrected(warehouse: Path) -> None:
    with connect(warehouse) as connection:
        assert connection.execute("FROM figures SELECT corrected_by").fetchall() == [(None,)]
