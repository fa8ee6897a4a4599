import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors import cross_references
from tasks.formats.article import bare_article
from tests.support.hostile_text import LONG, TEXTS, long_run
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
        pytest.param(
            "It was (see yesterday's Monitor).",
            [("(see yesterday's Monitor)", "Monitor", date(1998, 10, 22), "yesterday")],
            id="the day before its title",
        ),
        pytest.param(
            "It was (see last Tuesday's issue of Prism).",
            [("(see last Tuesday's issue of Prism)", "Prism", date(1998, 10, 20), "last Tuesday")],
            id="a weekday before its title",
        ),
        pytest.param(
            "It was (see Sunday's Monitor).",
            [("(see Sunday's Monitor)", "Monitor", None, "Sunday")],
            id="no issue appears on a Sunday",
        ),
        pytest.param(
            "See the March 12 Monitor on it.",
            [("See the March 12 Monitor", "Monitor", date(1998, 3, 12), "March 12")],
            id="a day before its title",
        ),
        pytest.param(
            "It was (see the Monitor, March 12 and 15).",
            [
                ("(see the Monitor, March 12 and 15)", "Monitor", date(1998, 3, 12), "March 12"),
                ("(see the Monitor, March 12 and 15)", "Monitor", date(1998, 3, 15), "15"),
            ],
            id="two days",
        ),
        pytest.param(
            "It was (Xinhua, October 2; the Monitor, October 1).",
            [("the Monitor, October 1", "Monitor", date(1998, 10, 1), "October 1")],
            id="a source that is an earlier issue",
        ),
        pytest.param(
            "It was (the Monitor, October 1).",
            [("(the Monitor, October 1)", "Monitor", date(1998, 10, 1), "October 1")],
            id="an earlier issue alone",
        ),
        pytest.param(
            "As the Monitor reported on March 12, he left.",
            [("As the Monitor reported on March 12", "Monitor", date(1998, 3, 12), "March 12")],
            id="what an earlier issue reported",
        ),
        pytest.param(
            "The Monitor had noted earlier, on October 9 and 12, that he left; the Monitor said Tuesday he stayed.",
            [
                ("The Monitor had noted earlier, on October 9", "Monitor", date(1998, 10, 9), "October 9"),
                ("The Monitor had noted earlier, on October 9 and 12", "Monitor", date(1998, 10, 12), "12"),
                ("the Monitor said Tuesday", "Monitor", date(1998, 10, 20), "Tuesday"),
            ],
            id="two days, and a weekday",
        ),
        pytest.param("The Monitor reported that on March 12 he left.", [], id="the day of the event, not of the issue"),
        pytest.param(
            "It was (see the Monitor, March 12, and the Monitor, March 12).",
            [
                (
                    "(see the Monitor, March 12, and the Monitor, March 12)",
                    "Monitor",
                    date(1998, 3, 12),
                    "March 12",
                )
            ],
            id="the same issue twice",
        ),
        pytest.param("It was (see stories below) and (see above).", [], id="no publication"),
    ],
)
def test_find_reads_case(text: str, expected: list[tuple[object, ...]]) -> None:
    found = [(row.text, row.publication, row.referenced_on, row.referenced_on_text) for row in find(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was (see the Monitor, vol. 4, no. 34).", ("(see the Monitor, vol. 4, no. 34)", 4, 34)),
        ("See Monitor, Volume 4, Issue 196 for it.", ("See Monitor, Volume 4, Issue 196", 4, 196)),
        pytest.param("It was (see Prism, No. 7).", ("(see Prism, No. 7)", None, 7), id="of which volume is not said"),
        pytest.param(
            "It was (the Monitor, Vol. 4, No. 34, March 12).",
            ("(the Monitor, Vol. 4, No. 34, March 12)", 4, 34),
            id="a day beside",
        ),
        pytest.param(
            "It was (see the Monitor, March 12).", ("(see the Monitor, March 12)", None, None), id="a day alone"
        ),
    ],
)
def test_find_reads_volume_and_issue(text: str, expected: tuple[object, ...]) -> None:
    [row] = find(text)
    assert (row.text, row.referenced_volume, row.referenced_issue) == expected


def test_find_leaves_day_null_without_publication_day() -> None:
    [row] = find("It was known before (see the Monitor, March 12).", published_on=None)
    assert (row.referenced_on, row.referenced_on_text) == (None, "March 12")


@settings(deadline=None, max_examples=200)
@given(text=TEXTS, published_on=st.one_of(st.none(), st.dates()))
def test_find_keeps_spans_and_never_raises(text: str, published_on: date | None) -> None:
    found = find(text, published_on=published_on)
    assert all(text[row.start_char : row.end_char] == row.text for row in found)
    assert [row.start_char for row in found] == sorted(row.start_char for row in found)
    assert len({row.key for row in found}) == len(found)


@pytest.mark.parametrize(
    "piece",
    ["see the Monitor, ", "(the Monitor, vol. ", "the Monitor said ", "See ", "(see the Monitor (", "see the  ", " "],
)
def test_find_takes_bounded_time(piece: str) -> None:
    started = time.process_time()
    find(long_run(piece))
    assert time.process_time() - started < 10, f"{LONG} characters of {piece!r}"
