import time
from datetime import date

import pytest
from hostile_text import LONG, TEXTS, long_run
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors import cross_references
from tasks.formats.article import bare_article
from warehouse.records import CrossReference

PUBLISHED_ON = date(1998, 10, 23)


def find(text: str, *, published_on: date | None = PUBLISHED_ON) -> list[CrossReference]:
    return list(cross_references.find(bare_article(text, article_id="case", published_on=published_on)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was known before (see the Monitor, March 12), he said.",
            [("(see the Monitor, March 12)", "Monitor", date(1998, 3, 12), "March 12")],
        ),
        (
            "It was. (See the Monitor, July 28) It is.",
            [("(See the Monitor, July 28)", "Monitor", date(1998, 7, 28), "July 28")],
        ),
        pytest.param(
            "It was (see the Monitor, June 21, 28).",
            [
                ("(see the Monitor, June 21, 28)", "Monitor", date(1998, 6, 21), "June 21"),
                ("(see the Monitor, June 21, 28)", "Monitor", date(1998, 6, 28), "28"),
            ],
            id="a row for each day",
        ),
        pytest.param(
            "It was (see the Monitor, June 21; Prism, October 2).",
            [
                ("(see the Monitor, June 21; Prism, October 2)", "Monitor", date(1998, 6, 21), "June 21"),
                ("(see the Monitor, June 21; Prism, October 2)", "Prism", date(1998, 10, 2), "October 2"),
            ],
            id="two publications",
        ),
        pytest.param(
            "See also the Fortnight in Review, Oct. 9, for more.",
            [("See also the Fortnight in Review, Oct. 9", "Fortnight in Review", date(1998, 10, 9), "Oct. 9")],
            id="in running text, without its brackets",
        ),
        pytest.param(
            "It was (AP, October 3; see the Monitor, October 2).",
            [("see the Monitor, October 2", "Monitor", date(1998, 10, 2), "October 2")],
            id="beside a source the reference alone",
        ),
        pytest.param("It was (see the Monitor).", [("(see the Monitor)", "Monitor", None, None)], id="without a day"),
        pytest.param(
            "It was (see EDM, March 12, 1997).",
            [("(see EDM, March 12, 1997)", "EDM", date(1997, 3, 12), "March 12, 1997")],
            id="an explicit year",
        ),
        pytest.param("It was (see the Moscow Times, March 12).", [], id="no publication of the house"),
        pytest.param("They see the monitoring mission off on March 12.", [], id="a word that begins like a title"),
        pytest.param("See the Monitored zones.", [], id="a title within a word"),
    ],
)
def test_find_reads_case(text: str, expected: list[tuple[object, ...]]) -> None:
    found = [(row.text, row.publication, row.referenced_on, row.referenced_on_text) for row in find(text)]
    assert found == expected


def test_find_leaves_day_null_without_publication_day() -> None:
    [row] = find("It was known before (see the Monitor, March 12).", published_on=None)
    assert (row.referenced_on, row.referenced_on_text) == (None, "March 12")


@settings(deadline=None, max_examples=200)
@given(text=TEXTS, published_on=st.one_of(st.none(), st.dates()))
def test_find_keeps_spans_and_never_raises(text: str, published_on: date | None) -> None:
    starts = []
    for row in find(text, published_on=published_on):
        assert text[row.start_char : row.end_char] == row.text
        starts.append(row.start_char)
    assert starts == sorted(starts)


@pytest.mark.parametrize("piece", ["see the Monitor, ", "See ", "(see the Monitor (", "see the  ", " "])
def test_find_takes_bounded_time(piece: str) -> None:
    started = time.process_time()
    find(long_run(piece))
    assert time.process_time() - started < 10, f"{LONG} characters of {piece!r}"
