"""What the user hides and confirms: facts by their text and place, as values beside the stored rows."""

from collections import Counter
from dataclasses import replace

import pytest

from tasks.resolvers.entities.corrections import Correction
from tasks.resolvers.fact_corrections import corrected_values
from tests.support.ledger_rows import filled, make_article, span
from warehouse.records import Article, Citation, CrossReference, Fact, Figure

ARTICLE = make_article(1)
FIGURE = filled(Figure, **span(ARTICLE, "US$6.5 billion"))
ELSEWHERE = replace(FIGURE, start_char=FIGURE.start_char + 100, end_char=FIGURE.end_char + 100)
CITATION = filled(Citation, **span(ARTICLE, "(Itar-Tass, March 3)"))
ROWS = {Figure: [FIGURE, ELSEWHERE], Citation: [CITATION], CrossReference: []}


def rows(record: type[Fact] | type[Article], _: frozenset[str]) -> list[Fact | Article]:
    return list(ROWS[record])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"action": "hide", "kind": "figure"}, [(FIGURE.key, "is_hidden"), (ELSEWHERE.key, "is_hidden")]),
        (
            {"action": "confirm", "kind": "figure", "start_char": str(FIGURE.start_char)},
            [(FIGURE.key, "is_confirmed")],
        ),
        ({"action": "hide", "kind": "citation"}, [(CITATION.key, "is_hidden")]),
        ({"action": "hide", "kind": "cross reference"}, []),
    ],
    ids=["each of that text", "the one at its place", "another kind", "none there"],
)
def test_facts_are_hidden_and_confirmed(line: dict[str, str], expected: list[tuple[str, str]]) -> None:
    name = CITATION.text if line["kind"] == "citation" else FIGURE.text
    correction = Correction(name=name, article_id=ARTICLE.article_id, **line)
    counts: Counter[Correction] = Counter()
    found = list(corrected_values([correction], rows, counts=counts))
    assert [(value.row_key, value.column_name) for value in found] == expected
    assert {value.value for value in found} <= {"true"}
    assert counts[correction] == len(expected)
