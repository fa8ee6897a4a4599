import dataclasses
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors.dates.calendar.cited_days import MonthDay
from tasks.formats.article import bare_article
from tasks.resolvers.findings import extract
from tasks.resolvers.publication_dates import date_article, date_volume
from tasks.resolvers.publication_dates.clues import Clue, find_clues
from tasks.resolvers.publication_dates.corrected import with_corrected_day
from tasks.resolvers.publication_dates.path import best_path, issue_odds, step_over
from tasks.resolvers.publication_dates.publications import publications, volume_days
from tasks.resolvers.publication_dates.weights import weekdays_between
from tests.support.hostile_text import LONG, TEXTS, long_run
from tests.support.synthetic_volume import Shares, make_volume, one_in
from warehouse.records import Article

FIRST_OF_MAY = date(1998, 5, 1)


def brief(
    text: str, *, publication: str | None = "Monitor", volume: int | None = 4, issue: int | None = 196
) -> Article:
    article = bare_article(text, article_id="case")
    return dataclasses.replace(article, publication=publication, volume=volume, issue=issue)


@pytest.mark.parametrize(
    ("article", "published_on", "basis"),
    [
        pytest.param(
            brief("He left yesterday (Itar-Tass, October 22)."),
            date(1998, 10, 23),
            "citations, relative words",
            id="the day after the latest cited",
        ),
        pytest.param(
            brief("He left (Interfax, October 16-18).", issue=192),
            date(1998, 10, 19),
            "citations",
            id="cited to Sunday: Monday",
        ),
        pytest.param(
            brief("He left (Interfax, December 30).", volume=5, issue=1),
            date(1999, 1, 1),
            "citations",
            id="December cited in January",
        ),
        pytest.param(
            brief("He left (Interfax, May 20). He spoke last night (NTV, May 20; Trud, May 21).", volume=3, issue=100),
            date(1997, 5, 21),
            "citations, relative words",
            id="a paper cited on its own day",
        ),
        pytest.param(
            brief("Lobov says so today (Segodnya, January 12).", volume=5, issue=6),
            date(1999, 1, 12),
            "citations, relative words",
            id="today",
        ),
        pytest.param(
            brief("Work stopped on September 27, they say.", volume=1, issue=103),
            date(1995, 9, 28),
            "dates in the text",
            id="a day named in the text",
        ),
        pytest.param(
            brief("He left (AP, October 22; Interfax, October 22). It began (AP, Octobr 2; AP, June 22)."),
            date(1998, 10, 23),
            "citations",
            id="a mistyped month among others",
        ),
        pytest.param(
            brief("He left. (1)\n\n1. Itar-Tass, November 1", volume=1, issue=126),
            date(1995, 11, 2),
            "citations",
            id="a source note",
        ),
    ],
)
def test_date_article_reads_clues(article: Article, published_on: date, basis: str) -> None:
    dated = date_article(article)
    assert (dated.published_on, dated.published_on_basis) == (published_on, basis)
    assert dated.published_on_low is not None
    assert dated.published_on_high is not None
    assert dated.published_on_low <= published_on <= dated.published_on_high


def test_date_article_without_a_clue_keeps_the_years_interval() -> None:
    dated = date_article(brief("Offshore fields are to supply the oil in 2003."))
    assert dated.published_on is None
    assert (dated.published_on_low, dated.published_on_high) == (date(1998, 1, 1), date(1998, 12, 31))
    assert dated.published_on_basis == "volume"


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(brief("He left (AP, May 3).", publication=None), id="no publication"),
        pytest.param(brief("He left (AP, May 3).", publication="Weekly Bugle"), id="an unknown publication"),
        pytest.param(brief("He left (AP, May 3).", volume=None), id="no volume"),
        pytest.param(brief("He left (AP, May 3).", volume=0), id="volume 0"),
        pytest.param(brief("He left (AP, May 3).", volume=4000), id="a volume that cannot be"),
        pytest.param(
            dataclasses.replace(
                brief("He left (AP, May 3)."), published_on=date(1998, 7, 1), published_on_basis="header"
            ),
            id="a day in the header",
        ),
    ],
)
def test_date_article_leaves_article_alone(article: Article) -> None:
    assert date_article(article) is article


@settings(deadline=None, max_examples=100)
@given(
    text=TEXTS,
    publication=st.sampled_from(["Monitor", "North Caucasus Weekly", "Prism"]),
    volume=st.integers(-1, 70),
    issue=st.one_of(st.none(), st.integers(-5, 2000)),
)
def test_date_article_never_raises(text: str, publication: str, volume: int, issue: int | None) -> None:
    dated = date_article(brief(text, publication=publication, volume=volume, issue=issue))
    if dated.published_on:
        assert dated.published_on_low is not None
        assert dated.published_on_high is not None
        assert dated.published_on_low <= dated.published_on <= dated.published_on_high
        assert dated.published_on.weekday() < 5


@pytest.mark.parametrize("piece", ["March 3 ", "(AP, May 3) yesterday ", " ", "(1) "])
def test_date_article_takes_bounded_time(piece: str) -> None:
    started = time.process_time()
    date_article(brief(long_run(piece)))
    assert time.process_time() - started < 10, f"{LONG} characters of {piece!r}"


def test_extract_dates_article_before_its_citations() -> None:
    found = extract(brief("He left yesterday (Itar-Tass, October 22)."), only=frozenset({"citations"}))
    assert found.article.published_on == date(1998, 10, 23)
    assert [row.as_row()["cited_on_start"] for row in found.facts["citations"]] == [date(1998, 10, 22)]


def share_right(dated: dict[str, Article], truth: dict[str, date]) -> float:
    return sum(article.published_on == truth[key] for key, article in dated.items()) / len(dated)


def test_date_volume_finds_days_of_a_whole_volume() -> None:
    volume = make_volume(year=1998, issue_count=120, seed=7)
    assert share_right(date_volume(volume.articles), volume.published_on) >= 0.99


def test_date_volume_finds_days_from_one_article_in_twelve() -> None:
    volume = make_volume(year=1999, issue_count=250, seed=8)
    sample = one_in(volume.articles, 12, seed=8)
    assert share_right(date_volume(sample), volume.published_on) >= 0.9


def test_date_volume_does_not_depend_on_the_order_of_articles() -> None:
    articles = make_volume(year=1997, issue_count=15, seed=9).articles
    assert date_volume(articles[::-1]) == date_volume(articles)


def test_date_volume_dates_undated_articles_by_their_neighbours() -> None:
    volume = make_volume(year=1997, issue_count=40, seed=5)
    of_issue = [article for article in volume.articles if article.issue == 20]
    silent = [dataclasses.replace(brief("Nothing new."), article_id="silent", volume=3, issue=20)]
    rest = [article for article in volume.articles if article.issue != 20]
    dated = date_volume([*rest, *silent])["silent"]
    assert dated.published_on == volume.published_on[of_issue[0].article_id]
    assert dated.published_on_basis == "neighbouring issues"


def test_date_volume_keeps_given_days_and_leans_on_them() -> None:
    given = dataclasses.replace(brief("Nothing new.", issue=100), article_id="given", published_on=date(1998, 5, 26))
    silent = dataclasses.replace(brief("Nothing new.", issue=101), article_id="silent")
    dated = date_volume([given, silent])
    assert dated["given"] is given
    assert dated["silent"].published_on == date(1998, 5, 27)


def test_date_volume_stands_days_given_against_the_order_of_issues() -> None:
    early = dataclasses.replace(brief("Nothing new.", issue=9), article_id="early", published_on=date(1998, 12, 1))
    late = dataclasses.replace(brief("Nothing new.", issue=10), article_id="late", published_on=date(1998, 2, 1))
    dated = date_volume(
        [early, late, dataclasses.replace(brief("He left (AP, January 21).", issue=14), article_id="x")]
    )
    assert (dated["early"], dated["late"]) == (early, late)


def test_date_volume_of_silent_articles_keeps_the_years_interval() -> None:
    silent = [dataclasses.replace(brief("Nothing new.", issue=number), article_id=str(number)) for number in (9, 99)]
    for dated in date_volume(silent).values():
        assert (dated.published_on, dated.published_on_basis) == (None, "volume")
        assert (dated.published_on_low, dated.published_on_high) == (date(1998, 1, 1), date(1998, 12, 31))


def test_date_volume_infers_again_what_was_inferred() -> None:
    articles = make_volume(year=1997, issue_count=15, seed=3).articles
    dated = date_volume(articles)
    assert date_volume(dated.values()) == dated
    astray = [dataclasses.replace(article, published_on=date(1997, 12, 1)) for article in dated.values()]
    assert date_volume(astray) == dated


@pytest.mark.parametrize("issue", [None, 0, -3, 1960])
def test_date_volume_dates_articles_without_a_possible_issue_alone(issue: int | None) -> None:
    astray = brief("He left yesterday (Itar-Tass, October 22).", issue=issue)
    others = make_volume(year=1998, issue_count=15, seed=2)
    dated = date_volume([*others.articles, astray])
    assert dated["case"].published_on == date(1998, 10, 23)
    assert share_right({key: row for key, row in dated.items() if key != "case"}, others.published_on) >= 0.95


def test_make_volume_mistypes_and_leaves_out_dates() -> None:
    shares = Shares(undated=0.5, mistyped=0.5)
    volume = make_volume(year=1998, issue_count=20, seed=1, shares=shares)
    undated = [article for article in volume.articles if not find_clues(article)]
    assert 0.3 < len(undated) / len(volume.articles) < 0.7


def test_find_clues_tells_papers_wires_and_text_apart() -> None:
    clues = find_clues(brief("On May 2 he left yesterday (AP, May 3; Trud, May 4). He will be back on May 9."))
    assert clues == {
        Clue(kind="wire", day=MonthDay(month=5, day=3)),
        Clue(kind="paper", day=MonthDay(month=5, day=4)),
        Clue(kind="yesterday", day=MonthDay(month=5, day=3)),
        Clue(kind="text", day=MonthDay(month=5, day=2)),
    }


def test_find_clues_leaves_out_a_month_that_is_cited() -> None:
    assert not find_clues(brief("Talks go on (Vek, no. 40, October 1998)."))


@settings(deadline=None, max_examples=200)
@given(day=st.dates(max_value=date(9999, 12, 1)), count=st.integers(0, 30))
def test_weekdays_between_counts_weekdays(day: date, count: int) -> None:
    later = day + timedelta(days=count)
    passed = [day + timedelta(days=number) for number in range(1, count + 1)]
    assert weekdays_between(day, later) == sum(one.weekday() < 5 for one in passed)


def test_best_path_takes_later_days_for_later_issues() -> None:
    steps = [step_over(1, rhythm=1, size=6) for _ in range(3)]
    emissions = [[0, 0, 0, 1, 0, 0], [0, 0, 1, 0, 1, 0], [0, 1, 0.5, 0, 0, 1]]
    assert best_path(emissions, steps) == [3, 4, 5]


def test_issue_odds_add_up_to_one() -> None:
    steps = [step_over(1, rhythm=1, size=6) for _ in range(3)]
    emissions = [[0, 1, 1, 1, 1, 1], [0, 0.5, 1, 0.2, 1, 0], [0, 1, 0.5, 0.1, 0.3, 1]]
    assert [sum(row) for row in issue_odds(emissions, steps)] == pytest.approx([1, 1, 1])


def test_publications_have_years_and_reasons() -> None:
    assert all(1990 < publication.year_of_volume_1 < 2010 for publication in publications().values())


@pytest.mark.parametrize(
    ("publication", "volume", "first", "last"),
    [
        ("Monitor", 4, date(1998, 1, 1), date(1998, 12, 31)),
        pytest.param("The  monitor", 1, date(1995, 5, 1), date(1995, 12, 31), id="began on May 1, 1995"),
        ("Eurasia Daily Monitor", 2, date(2005, 1, 1), date(2005, 12, 31)),
        ("North Caucasus Weekly", 8, date(2007, 1, 1), date(2007, 12, 31)),
    ],
)
def test_volume_days_span_its_year(publication: str, volume: int, first: date, last: date) -> None:
    found = volume_days(publication, volume)
    assert found is not None
    assert (found.first_on, found.last_on) == (first, last)
    assert all(day.weekday() < 5 and first <= day <= last for day in found.days)


@pytest.mark.parametrize(
    ("form", "stated_on", "text", "day"),
    [
        ("reuters", date(1998, 3, 2), "The quay was rebuilt.", date(1998, 3, 2)),
        ("reuters", None, "The quay was rebuilt.", None),
        ("monitor", None, "Publication: Monitor Volume: 4 Issue: 88\n\nMay 6, 1998\n\nA quay.", date(1998, 5, 6)),
        ("monitor", None, "Publication: Monitor Volume: 4 Issue: 88\n\nThe quay was rebuilt.", None),
    ],
    ids=["stated beside the text", "stated nowhere", "landed before it was kept", "no day in the header"],
)
def test_a_day_that_is_not_corrected_any_more_is_the_one_that_the_file_states(
    form: str, stated_on: date | None, text: str, day: date | None
) -> None:
    article = dataclasses.replace(bare_article(text, article_id="case"), format=form, stated_on=stated_on)
    (corrected,) = with_corrected_day([article], {"case": FIRST_OF_MAY})
    assert (corrected.published_on, corrected.published_on_basis) == (FIRST_OF_MAY, "correction")
    (left,) = with_corrected_day([corrected], {})
    assert (left.published_on, left.published_on_low, left.published_on_high) == (day, day, day)
    assert left.published_on_basis == ("header" if day else None)
