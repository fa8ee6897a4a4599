"""What a figure says, chosen by what was learned: candidates are slices of the text, scores are whole numbers."""

import json
import re
from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors import model
from tasks.extractors.figures import build_by_rules
from tasks.extractors.figures.ranking import sentences
from tasks.extractors.figures.ranking.forests import Features, forest_of
from tasks.extractors.figures.ranking.judging import CLASSES, LearnedJudge
from tasks.extractors.figures.ranking.measure_candidates import measure_candidates
from tasks.extractors.figures.ranking.owner_candidates import measured, owner_candidates
from tasks.extractors.figures.ranking.readings import read_sentence
from tasks.extractors.figures.ranking.spans import spans_of
from tasks.extractors.figures.ranking.story import Story, are_alike, read_story
from tasks.extractors.figures.ranking.telling import tell
from tasks.extractors.figures.ranking.times.named_times import times_of
from tasks.extractors.figures.ranking.times.period_candidates import period_candidates
from tasks.extractors.figures.ranking.ways import standpoint
from tasks.extractors.figures.ranking.weights import WEIGHTS, learned
from tasks.extractors.figures.slots.periods import periods_in
from tasks.extractors.figures.words.context import read_context
from tasks.formats.article import bare_article
from tasks.resolvers.findings import extract
from warehouse.records import Anaphor, Article, DateExpression, Figure, Mention

PUBLISHED_ON = date(1998, 2, 19)


def article_of(text: str, *, published_on: date | None = PUBLISHED_ON) -> Article:
    return bare_article(text, article_id="case", published_on=published_on)


def figures_in(text: str) -> list[Figure]:
    found = extract(article_of(text), only=frozenset({"figures"}))
    return [row for row in found.facts["figures"] if isinstance(row, Figure)]


def story_in(text: str, *, published_on: date | None = PUBLISHED_ON) -> Story:
    found = extract(article_of(text, published_on=published_on), only=frozenset({"dates", "mentions", "anaphors"}))
    context = read_context(found.article)
    dates = [row for row in found.facts["dates"] if isinstance(row, DateExpression)]
    story = read_story(
        context,
        [row for row in build_by_rules(context, dates=dates) if isinstance(row, Figure)],
        dates=dates,
        mentions=[row for row in found.facts["mentions"] if isinstance(row, Mention)],
        anaphors=[row for row in found.facts["anaphors"] if isinstance(row, Anaphor)],
    )
    story.times = times_of(story)
    return story


# Two classes with one tree each: over 2 words, and a noun that is there; a third feature counts besides.
STORED = {
    "features": ["words", "noun=trade", "verb=rise"],
    "bases": [100, -50],
    "weights": [[0, 0], [0, 0], [5, -4]],
    "trees": [[[[0, 2, 1, 2], [-30], [1, 0, 3, 4], [10], [500]]], [[[1, 0, 1, 2], [-7], [7]]]],
}
ROWS: list[tuple[Features, list[int]]] = [
    ({}, [70, -57]),
    ({"words": 2, "noun=trade": 1}, [70, -43]),
    ({"words": 3}, [110, -57]),
    ({"words": 3, "noun=trade": 1, "noun=tea": 1}, [600, -43]),
    ({"words": 3, "noun=trade": 1, "verb=rise": 1}, [605, -47]),
]


@pytest.mark.parametrize(("features", "scores"), ROWS)
def test_forest_adds_the_leaves_that_the_features_lead_to(features: Features, scores: list[int]) -> None:
    assert forest_of(STORED).scores({}, [features]).tolist() == [scores]
    assert forest_of(STORED).scores(features, [{}]).tolist() == [scores]


def test_forest_scores_a_candidate_alike_in_any_company() -> None:
    forest = learned("measure").forest
    names = sorted(forest.columns)
    rows: list[Features] = [dict.fromkeys(names[place::7], place % 3) for place in range(20)]
    together = forest.scores({"words": 4}, rows)
    assert all(
        np.array_equal(forest.scores({"words": 4}, [row])[0], own) for row, own in zip(rows, together, strict=True)
    )


@pytest.mark.parametrize("slot", ["measure", "owner", "period", *CLASSES])
def test_weights_say_where_they_come_from_and_stay_small(slot: str) -> None:
    path = WEIGHTS / f"{slot}.json"
    about = json.loads(path.read_text("utf-8"))["about"]
    assert set(about) == {"taught_on", "articles", "figures", "right_of_stated", "made_up"}
    assert sum(one.stat().st_size for one in WEIGHTS.glob("*.json")) < 1_000_000
    known = learned(slot)
    assert known.forest.roots.shape[0] == len(CLASSES.get(slot, ("answer",)))
    assert list(known.lowest) == sorted(known.lowest)
    assert all(0 <= share <= 1 for share in known.right)


READINGS = [
    ("Sales of 20 mln marks (11 mln dlrs) rose.", "Sales of $12 rose.", "an equivalent in brackets is left out"),
    ("Sales rose 7.5 pct to 1,200 tons.", "Sales rose 12% to 12 tons.", "figures in plain digits"),
    ("It sold for 5 dlrs a barrel.", "It sold for $12 a barrel.", "what a rate is per stays"),
    ("Twenty ships\tsailed.", "Twenty ships sailed.", "white space is a blank"),
]


@pytest.mark.parametrize(("text", "reading", "reason"), READINGS)
def test_read_sentence_writes_what_parsers_know(text: str, reading: str, reason: str) -> None:
    figures = story_in(text).figures
    assert read_sentence(text, 0, len(text), figures).text == reading, reason


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        """Latvia's exports of steel and oil rose fell to by from 7 percent $5 billion (3 billion lats) 40 tons in 1997
        last year , . said the company its gross - domestic product of Riga Steel 5 million dlrs ( ) which planned""",
    )
)


@given(st.lists(WORDS, max_size=30))
@settings(deadline=None, max_examples=60)
def test_candidates_are_slices_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    story = story_in(text)
    for figure in story.figures:
        place = standpoint(story.parsed_at(figure.start_char), figure)
        if place is None:
            continue
        phrases = [candidate.answer for candidate in measure_candidates(story, place)]
        phrases += [candidate.answer for candidate in owner_candidates(story, measured(place, None))]
        assert all(text[phrase.start_char : phrase.end_char] == phrase.text for phrase in phrases)
        assert all(time.answer.ends != (None, None) for time in period_candidates(story, place, None))


@given(st.lists(WORDS, max_size=30))
@settings(deadline=None, max_examples=40)
def test_readings_know_where_each_character_stands(words: list[str]) -> None:
    text = " ".join(words)
    figures = story_in(text).figures
    reading = read_sentence(text, 0, len(text), figures)
    assert len(reading.text) == len(reading.offsets)
    assert reading.offsets == sorted(reading.offsets)
    begun = {figure.start_char for figure in figures}
    for character, offset in zip(reading.text, reading.offsets, strict=True):
        assert offset in begun or text[offset] == character


SPANS = [
    ("In the three months to December 1997 it lost $5.", "stretch to it", date(1997, 10, 1), date(1997, 12, 31)),
    ("In the nine months ended September 30, 1997, it lost $5.", "stretch to it", date(1997, 1, 1), date(1997, 9, 30)),
    ("In the year to March 1997 it lost $5.", "stretch to it", date(1996, 4, 1), date(1997, 3, 31)),
    ("In the two weeks to January 14, 1998 it lost $5.", "stretch to it", date(1998, 1, 1), date(1998, 1, 14)),
    ("At the end of November 1997 it held $5.", "end of it", date(1997, 11, 30), date(1997, 11, 30)),
    ("Since 1996 it has lost $5.", "since it", date(1996, 1, 1), None),
    ("Since mid-1996 it has lost $5.", "since it", date(1996, 7, 1), None),
    ("Since mid-March 1997 it has lost $5.", "since it", date(1997, 3, 15), None),
    ("Since late 1996 it has lost $5.", "since it", date(1996, 1, 1), None),
    ("It bought 9 tons over two years from 1996.", "stretch from it", date(1996, 1, 1), date(1997, 12, 31)),
    ("In the fiscal year 1997 it lost $5.", "fiscal year from October", date(1996, 10, 1), date(1997, 9, 30)),
    ("It will pay $5 by 2005.", "up to it", None, date(2005, 12, 31)),
    ("For March 2 to 14 it sold 9 cars.", "range from it", date(1998, 3, 2), date(1998, 3, 14)),
    ("In the March 20 to April 2 period of 1997 it sold 9 cars.", "range from it", date(1998, 3, 20), date(1998, 4, 2)),
    ("Over 28 January to 3 February it sold 9 cars.", "range from it", date(1998, 1, 28), date(1998, 2, 3)),
    ("In January/November 1996 it shipped 9 tons.", "range to it", date(1996, 1, 1), date(1996, 11, 30)),
    ("From October to March 1997 it shipped 9 tons.", "range to it", date(1996, 10, 1), date(1997, 3, 31)),
    ("In 1997's first eight months it lost $5.", "stretch of it", date(1997, 1, 1), date(1997, 8, 31)),
    ("At yearend 1997 it held $5.", "end of it", date(1997, 12, 31), date(1997, 12, 31)),
    ("Reserves at end-June are projected at $5.", "end of it a year after", date(1998, 6, 30), date(1998, 6, 30)),
    ("It will use 9 tons in April/May.", "range from it", date(1998, 4, 1), date(1998, 5, 31)),
    ("It will pay $5 from May 1.", "from it on", date(1998, 5, 1), None),
    (
        "In the year ending June it used 9 tons.",
        "stretch to it a year after",
        date(1997, 7, 1),
        date(1998, 6, 30),
    ),
]


@pytest.mark.parametrize(("text", "name", "first", "last"), SPANS)
def test_spans_begin_and_end_as_the_words_beside_a_date_say(
    text: str, name: str, first: date | None, last: date | None
) -> None:
    rows = story_in(text).dates
    found = [span for row in rows for span in spans_of(text, row, published_on=PUBLISHED_ON)]
    assert (name, (first, last)) in found


MEANT = [
    ("Since 1996 it has lost $5.", {(date(1996, 1, 1), None), (date(1996, 1, 1), PUBLISHED_ON)}),
    ("In the nine months ended September 30, 1997, it lost $5.", {(date(1997, 1, 1), date(1997, 9, 30))}),
    ("In the year beginning April 1, 1997 it lost $5.", {(date(1997, 4, 1), date(1998, 3, 31))}),
    ("In April to May it paid $5.", {(date(1997, 4, 1), date(1997, 5, 31)), (date(1998, 4, 1), date(1998, 5, 31))}),
]


WHOLE = [
    ("At the end of November 1997 it held $5.", (date(1997, 11, 1), date(1997, 11, 30)), False),
    ("It will hold $5 at end-1998.", (date(1998, 1, 1), date(1998, 12, 31)), False),
    ("In November 1997 it held $5.", (date(1997, 11, 1), date(1997, 11, 30)), True),
    ("It held $5 between January and June 1997.", (date(1997, 1, 1), date(1997, 6, 30)), True),
]


@pytest.mark.parametrize(("text", "days", "is_meant"), WHOLE)
def test_the_end_of_a_time_is_not_all_of_it(text: str, days: tuple[date, date], is_meant: bool) -> None:  # noqa: FBT001
    (time,) = story_in(text).times
    assert (days in {ends for _, ends in time.stretches}) is is_meant


ENDS = [
    ("It fell from 1995 to 1997 by 9 tons.", 1, "two ends of one"),
    ("It fell from May to the end of June by 9 tons.", 1, "two ends of one"),
    ("Output fell from January to 90 tons. In February it was 80 tons.", 2, "a level, then another sentence"),
]


@pytest.mark.parametrize(("text", "count", "reason"), ENDS)
def test_two_times_are_one_only_side_by_side(text: str, count: int, reason: str) -> None:
    story = story_in(text)
    assert len(periods_in(text, 0, len(text), dates=story.dates)) == count, reason


NO_RANGES = [
    "It lost $5 in March and may lose $6.",
    "It sold 9 cars on March 20 to 3 buyers.",
]


@pytest.mark.parametrize("text", NO_RANGES)
def test_what_follows_a_time_may_be_no_end_of_it(text: str) -> None:
    rows = story_in(text).dates
    found = [name for row in rows for name, _ in spans_of(text, row, published_on=PUBLISHED_ON)]
    assert "range from it" not in found


def test_since_needs_no_day_of_publication() -> None:
    (time,) = story_in("Since 1996 it has lost $5.", published_on=None).times
    assert [ends for _, ends in time.stretches] == [(date(1996, 1, 1), None)]


UNNAMED = [
    ("In June 1997 it sold 9 cars. For the six months it sold 40 cars.", (date(1997, 1, 1), date(1997, 6, 30)), True),
    ("In June 1997 it sold 9 cars. In the six months to May it sold 40.", (date(1997, 1, 1), date(1997, 6, 30)), False),
    ("In June 1997 it sold 9 cars. For the year, it sold 40 cars.", (date(1997, 1, 1), date(1997, 12, 31)), True),
    ("In June 1997 it sold 9 cars. In the year before it sold 40.", (date(1997, 1, 1), date(1997, 12, 31)), False),
]


@pytest.mark.parametrize(("text", "days", "is_offered"), UNNAMED)
def test_months_and_the_year_go_by_the_time_told_before(text: str, days: tuple[date, date], is_offered: bool) -> None:  # noqa: FBT001
    story = story_in(text)
    figure = next(figure for figure in story.figures if figure.value == 40)
    place = standpoint(story.parsed_at(figure.start_char), figure)
    assert place
    named = [one for one in period_candidates(story, place, None) if one.answer.ends == days]
    means = {name.removeprefix("also ") for one in named for name in one.features}
    assert bool(means & {"means=the months to it", "means=the year of it"}) is is_offered


COUNTRIES = [
    ("Japan spent 9 yen in the fiscal year 1997.", date(1997, 4, 1)),
    ("The United States spent $9 in the fiscal year 1997.", date(1996, 10, 1)),
    ("Mali spent $9 in the fiscal year 1997.", None),
]


@pytest.mark.parametrize(("text", "first"), COUNTRIES)
def test_a_fiscal_year_may_be_the_countrys(text: str, first: date | None) -> None:
    story = story_in(text)
    place = standpoint(story.parsed_at(story.figures[0].start_char), story.figures[0])
    assert place
    own = [one for one in period_candidates(story, place, None) if one.features.get("is the country's year")]
    assert [one.answer.start_on for one in own] == ([first] if first else [])


TO_DATE = [
    ("In May 1997 it sold 9 cars. In the year to date it sold 40 cars.", True),
    ("In May 1997 it sold 9 cars. In the summer it sold 40 cars.", False),
]


@pytest.mark.parametrize(("text", "is_offered"), TO_DATE)
def test_the_year_to_date_ends_with_the_time_told_before(text: str, is_offered: bool) -> None:  # noqa: FBT001
    story = story_in(text)
    figure = next(figure for figure in story.figures if figure.value == 40)
    place = standpoint(story.parsed_at(figure.start_char), figure)
    assert place
    offered = {one.answer.ends for one in period_candidates(story, place, None)}
    assert ((date(1997, 1, 1), date(1997, 5, 31)) in offered) is is_offered


@pytest.mark.parametrize(("text", "stretches"), MEANT)
def test_some_words_leave_a_time_no_other_meaning(text: str, stretches: set[tuple[date, date | None]]) -> None:
    (time,) = story_in(text).times
    assert {ends for _, ends in time.stretches} == stretches


UNDATED = [
    ("Sales rose to $5 in 2004. In March they fell.", {date(2004, 3, 1), date(2005, 3, 1)}),
    ("Sales rose to $5 in 2004. In November they fell.", {date(2003, 11, 1), date(2004, 11, 1)}),
    ("Sales rose to $5 in 2004 and last year.", {date(2003, 1, 1), date(2004, 1, 1)}),
    ("Sales rose to $5 by 2010. In March they fell.", None),
    ("Sales rose to $5 in 2004. On Friday they fell.", None),
]


@pytest.mark.parametrize(("text", "firsts"), UNDATED)
def test_an_article_without_a_day_is_placed_by_the_years_it_names(text: str, firsts: set[date] | None) -> None:
    times = story_in(text, published_on=None).times
    placed = {ends[0] for time in times for name, ends in time.stretches if name.startswith("its days as")}
    assert placed == (firsts or set())


TOLD_YEARS = [
    ("Sales rose to $5 in 2004. In March they fell.", date(2005, 3, 1), "the year is over"),
    ("Sales will rise to $5 in 2004. In March they fell.", date(2004, 3, 1), "the year is looked ahead to"),
]


@pytest.mark.parametrize(("text", "first", "reason"), TOLD_YEARS)
def test_the_words_beside_a_year_say_whether_it_is_over(text: str, first: date, reason: str) -> None:
    times = story_in(text, published_on=None).times
    told = {ends[0] for time in times for name, ends in time.stretches if name == "its days as told"}
    assert told == {first}, reason


FISCAL_TIMES = [
    (
        "Its first quarter, ending February 28, may bring less than the $5 of the first quarter of fiscal 1997.",
        "its own days",
        (date(1996, 12, 1), date(1997, 2, 28)),
    ),
    (
        "Its fiscal year ended June 30. In the second quarter it lost $5.",
        "fiscal quarter of the article",
        (date(1997, 10, 1), date(1997, 12, 31)),
    ),
    (
        "Its third quarter ended January 31. It had earned $5 in 1996.",
        "fiscal year of the article",
        (date(1995, 5, 1), date(1996, 4, 30)),
    ),
]


@pytest.mark.parametrize(("text", "name", "ends"), FISCAL_TIMES)
def test_quarters_may_be_of_the_fiscal_year_that_an_article_tells_of(
    text: str, name: str, ends: tuple[date, date]
) -> None:
    assert (name, ends) in [stretch for time in story_in(text).times for stretch in time.stretches]


ALIKE = [
    ("bilateral trade", "the bilateral trade", True),
    ("Latvia's exports", "export", False),
    ("crude oil production", "oil production", True),
    ("trade", "trade deficit", False),
    ("", "trade", False),
]


@pytest.mark.parametrize(("one", "other", "same"), ALIKE)
def test_phrases_are_alike_where_most_of_their_words_are(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert are_alike(one, other) is same


SAID = [
    ("Latvia's steel exports rose 7 percent to $5 million in 1997.", "steel exports", "Latvia", "actual", "up"),
    ("Estonia bought 40 tons of steel on Monday.", "steel", "Estonia", "actual", None),
    ("Trade between Latvia and Estonia fell to $70 million.", "Trade", "Latvia and Estonia", "actual", "down"),
    ("Riga Steel plans to cut 300 jobs this year.", "jobs", "Riga Steel", "target", "down"),
    ("The ministry expects inflation of 9 percent in 1998.", "inflation", None, "forecast", None),
    ("Without the strike, coal output would have been 8 percent higher.", "coal output", None, "hypothetical", "up"),
]

STATED = [
    ("Riga Steel set itself the goal of 40 tons a day.", "target"),
    ("Riga Steel missed its target of some 40 tons.", "target"),
    ("The planned 300 jobs were not made.", "target"),
    ("Riga Steel plans to buy 40 ships.", "target"),
    ("Riga Steel's plan to merge the six mills worked.", "actual"),
    ("An estimated 300 people left Riga.", "estimate"),
    ("The loss was estimated at about 40 tons.", "estimate"),
    ("All 40 tons are to go by June.", "target"),
    ("Output is expected to reach 40 tons.", "forecast"),
    ("Its forecast of 40 tons stood.", "forecast"),
    ("Output could have been 40 tons.", "hypothetical"),
]


@pytest.mark.parametrize(("text", "status"), STATED)
def test_words_right_before_a_figure_state_its_status(text: str, status: str) -> None:
    assert figures_in(text)[0].status == status


TURNED = [
    ("Sales came to $4 million, a 10 percent drop.", "down"),
    ("Sales came to $4 million, or 10 percent more than in 1996.", "up"),
    ("Sales came to $4 million (up 10 percent).", "up"),
]


@pytest.mark.parametrize(("text", "direction"), TURNED)
def test_a_level_went_the_way_of_the_change_said_of_it(text: str, direction: str) -> None:
    assert [row.direction for row in figures_in(text)] == [direction] * 2


def test_a_multiple_went_the_way_that_it_says() -> None:
    assert figures_in("Power now costs 120 lats, three times as much as in 1994.")[1].direction == "up"


@pytest.mark.parametrize(("text", "measure", "owner", "status", "direction"), SAID)
def test_find_reads_what_a_reader_does(
    text: str, measure: str, owner: str | None, status: str, direction: str | None
) -> None:
    first = figures_in(text)[0]
    said = (first.measure, first.measured_of, first.status, first.direction)
    assert said == (measure, owner, status, direction)


HELD = [
    ("Latvia's exports came to $5 million in 1997.", [(date(1997, 1, 1), date(1997, 12, 31))]),
    (
        "In the three months to December 1997 Riga Steel lost $5 million.",
        [None, (date(1997, 10, 1), date(1997, 12, 31))],
    ),
    (
        "Sales fell from 90 tons in May 1997 to 70 tons in June 1997.",
        [(date(1997, 5, 1), date(1997, 5, 31)), (date(1997, 6, 1), date(1997, 6, 30))],
    ),
    ("Sales were 70 tons.", [None]),
    ("Riga Steel sold 5 million tons, 8 percent more than in 1996.", [None, None]),
    ("Sales came to $5 million, a 10 percent increase on 1996.", [None, None]),
    (
        "In 1997 it sold 5 million tons, 8 percent more than in 1996.",
        [(date(1997, 1, 1), date(1997, 12, 31))] * 2,
    ),
]


@pytest.mark.parametrize(("text", "days"), HELD)
def test_find_reads_when_a_figure_holds(text: str, days: list[tuple[date, date] | None]) -> None:
    found = [(row.period_start_on, row.period_end_on) for row in figures_in(text)]
    assert found == [one or (None, None) for one in days]


def test_a_translation_in_brackets_says_what_the_figure_before_it_says() -> None:
    text = "Riga Steel said its net profit rose to 20 million lats (35 million dollars) in 1997 from 15 million lats."
    first, second, *_ = figures_in(text)
    assert second.equivalent_figure_id == first.key
    said = ("measure", "measure_confidence", "measured_of", "period", "period_start_on", "status", "direction")
    assert [getattr(second, name) for name in said] == [getattr(first, name) for name in said]
    assert first.measure == "net profit"


def test_what_it_is_that_is_raised_stands_before() -> None:
    text = (
        "Trade between Latvia and Estonia came to $6 million in 1997. The two countries want to raise it to $9 million."
    )
    first, reference, second = figures_in(text)
    assert reference.is_reference
    assert (second.measure, second.measured_of) == (first.measure, first.measured_of) == ("Trade", "Latvia and Estonia")


def test_what_is_bilateral_is_of_the_two_countries_named_together() -> None:
    text = "Latvia and Estonia signed. They aim for $9 million in bilateral trade by 2000."
    assert [row.measured_of for row in figures_in(text)] == ["Latvia and Estonia"]


def test_a_clause_without_its_verb_is_of_the_name_in_it() -> None:
    rows = figures_in("Norvik earned $4 million, Riga Steel $7 million and Latvia $9 million.")
    assert [row.measured_of for row in rows] == ["Norvik", "Riga Steel", "Latvia"]


BESIDE = [
    ("Exports were $5 billion, imports $3 billion.", [("Exports", None), ("imports", None)]),
    ("Oil revenue was $9 million; gas revenue $4 million.", [("Oil revenue", None), ("gas revenue", None)]),
    ("Latvia's exports to Estonia came to $3 million.", [("exports", "Latvia")]),
    ("Latvian-Estonian trade came to $3 million.", [("Latvian-Estonian trade", "Latvian-Estonian")]),
]


@pytest.mark.parametrize(("text", "said"), BESIDE)
def test_nouns_and_owners_beside_a_figure_leave_no_doubt(text: str, said: list[tuple[str, str | None]]) -> None:
    assert [(row.measure, row.measured_of) for row in figures_in(text)] == said


def test_a_share_of_votes_is_whose_they_are() -> None:
    rows = figures_in("In the poll 21 percent would vote for Orlov, 12 percent for Lobov and 4 percent for Rudin.")
    assert [row.measured_of for row in rows] == ["Orlov", "Lobov", "Rudin"]


def test_who_puts_a_thing_at_so_much_is_not_measured() -> None:
    row = figures_in("Arms sales go on. Independent analysts put them at $2 billion.")[0]
    assert (row.measure != "Independent analysts", row.status) == (True, "estimate")


def test_a_time_in_brackets_with_a_figure_is_of_that_figure() -> None:
    row = figures_in("Revenue came to $24 million (first half of 1997: $20 million).")[0]
    assert row.period_start_on is None


def test_half_as_large_again_is_more() -> None:
    assert figures_in("The navy will be half as large again as in 1991.")[0].direction == "up"


def test_what_the_next_figure_is_of_is_not_measured() -> None:
    first = figures_in("Riga Steel earned $4 million on sales of $90 million.")[0]
    assert (first.measured_of, first.measure) == ("Riga Steel", None)


def test_a_number_that_is_no_figure_is_not_measured() -> None:
    assert "30m" not in {row.measure for row in figures_in("Riga Steel paid Zlt 30m and $4 million.")}


def test_what_is_said_of_a_figure_is_of_its_time() -> None:
    text = "Trade came to $6 million in 1997. That was 10 percent less than one year earlier."
    _, change, *_ = figures_in(text)
    assert (change.period_start_on, change.period_end_on) == (date(1997, 1, 1), date(1997, 12, 31))


BARE = [("The total was 90 tons of it.", False), ("The total output was 90 tons of it.", True)]


@pytest.mark.parametrize(("text", "is_offered"), BARE)
def test_a_bare_noun_of_amount_is_not_measured(text: str, is_offered: bool) -> None:  # noqa: FBT001
    story = story_in(text)
    place = standpoint(story.parsed_at(story.figures[0].start_char), story.figures[0])
    assert place
    offered = {one.answer.text.lower() for one in measure_candidates(story, place)}
    assert ("total output" in offered) is is_offered
    assert "total" not in offered


def test_a_stretch_looked_back_on_measures_nothing() -> None:
    (row,) = figures_in("Riga Steel has closed mills over the past five years.")
    assert (row.measure, row.measured_of) == (None, None)


def test_two_translations_in_one_bracket_restate_what_stands_before_it() -> None:
    first, second, third = figures_in(
        "Riga Steel's profit was 20 million lats (35 million dollars; 18 million pounds)."
    )
    assert second.equivalent_figure_id == third.equivalent_figure_id == first.key
    assert third.measure == first.measure == "profit"


COUNTS = [
    ("Latvia met Estonia. The two countries signed.", True),
    ("Latvia met Estonia. Two countries signed.", False),
    ("Two firms bid. Both ministers praised the two firms.", True),
    ("Two firms bid. The 400 firms of Riga did not.", False),
    ("A firm bid. The two firms that lost went home.", False),
]


@pytest.mark.parametrize(("text", "is_one"), COUNTS)
def test_a_definite_count_of_what_was_named_is_a_reference(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert figures_in(text)[-1].is_reference is is_one


def test_find_chooses_alike_every_time() -> None:
    text = "Riga Steel sold 40 tons of steel in May. Its exports rose 7 percent to $5 million, a spokesman said."
    assert figures_in(text) == figures_in(text)


def test_find_takes_rules_where_a_sentence_is_too_long_to_parse() -> None:
    text = "Exports rose by 9 tons" + ", they said in Riga" * 90 + "."
    assert len(text) > sentences.LONGEST_SENTENCE
    (figure,) = figures_in(text)
    assert (figure.measure, figure.direction) == ("Exports", "up")
    assert figure.measure_confidence == learned("measure").by_rule


def test_find_parses_each_sentence_with_figures_once_and_asks_little(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    asked: list[str] = []

    def parse(texts: Sequence[str]) -> list[object]:
        parsed.extend(texts)
        return list(model.parse(texts))

    def slot(name: str) -> object:
        asked.append(name)
        return learned(name)

    monkeypatch.setattr(sentences, "parse", parse)
    story = story_in("Exports rose 7 percent. Nobody knew why. They came to 40 tons in May and 50 tons in June.")
    told = list(tell(story, LearnedJudge(slot)))  # type: ignore[arg-type]
    assert len(parsed) == 2
    assert len(told) == 3
    assert len(asked) <= 5 * len(told)


WHOLES = [
    (
        "The mill will raise its research and development spending to 38 million dollars.",
        "measure",
        "research and development spending",
    ),
    ("Kerosene and heating oil prices were some six percent lower.", "measure", "Kerosene and heating oil prices"),
    ("The Dow Jones industrial average closed down 1.6 percent.", "measure", "Dow Jones industrial average"),
    ("The navy leased two Fokker 50 aircraft.", "measure", "Fokker 50 aircraft"),
    (
        "Harbor Looms Inc said that it had acquired all of Plate Works Inc in exchange for 38,000 shares.",
        "measured_of",
        "Harbor Looms Inc",
    ),
]


@pytest.mark.parametrize(("text", "slot", "whole"), WHOLES)
def test_what_a_figure_says_parts_no_name_and_no_pair(text: str, slot: str, whole: str) -> None:
    assert [getattr(figure, slot) for figure in figures_in(text)][-1] == whole
