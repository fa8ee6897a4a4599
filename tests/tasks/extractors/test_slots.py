"""What rules read of a figure's sentence: measure, owner, period, status, direction; what follows from two."""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors.dates import find as find_dates
from tasks.extractors.figures import build_by_rules, find
from tasks.extractors.figures.words.context import read_context
from tasks.formats.article import bare_article
from tasks.resolvers.derived_figures import derive
from tasks.resolvers.findings import extract
from warehouse.records import Figure

PUBLISHED_ON = date(1998, 2, 19)


def read(text: str) -> list[Figure]:
    article = bare_article(text, article_id="case", published_on=PUBLISHED_ON)
    rows = build_by_rules(read_context(article), dates=list(find_dates(article)))
    return [row for row in rows if isinstance(row, Figure)]


def found(text: str) -> list[Figure]:
    article = bare_article(text, article_id="case", published_on=PUBLISHED_ON)
    rows = extract(article, only=frozenset({"figures"})).facts["figures"]
    return [row for row in rows if isinstance(row, Figure)]


def values(text: str, *names: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(row, name) for name in names) for row in read(text)]


MEASURES = [
    ("Output in the first half of 1997 came to 38 tons.", ["Output"], "a time between subject and verb"),
    ("Timber sales for the first nine months fell to 38 tons.", ["Timber sales"], "a time that counts its months"),
    ("Exports in May rose to 38 tons.", ["Exports"], "the month, which is no auxiliary"),
    ("Cement output dropped to 900,000 tons.", ["Cement output"], "the subject of a verb of level"),
    ("Rents, tenants complain, have risen 40 percent.", ["Rents"], "past an aside and an auxiliary"),
    ("Rents are expected to climb by 40 percent.", ["Rents"], "past what raises the subject"),
    (
        "The council cut heating subsidies by 3 million rubles.",
        ["heating subsidies"],
        "the object of a verb of setting",
    ),
    ("The council put the damage at $3 million.", ["damage"], "an estimate is set at"),
    ("The yard was sold for $3 million.", ["yard"], "the subject of a passive"),
    ("Heat will cost each household $30.", ["Heat"], "past who pays"),
    ("The state spent $3 million on schools.", ["schools"], "what money is for"),
    ("The state spent $3 million on Tuesday.", [None], "a day is no purpose"),
    ("The state holds a 30 percent stake.", ["stake"], "the noun that a share describes"),
    ("A drop of 9 percent in sales worried them.", ["drop"], "the noun before `of`"),
    ("It recorded a 9 percent drop in sales.", ["sales"], "what a change is in"),
    ("It seeks a total of $9 million in credits.", ["credits"], "an empty noun gives way"),
    ("Moscow hoped to hold the deficit to 5 percent of GDP.", ["deficit"], "a share of something else"),
    ("Half the crew fell ill.", ["crew"], "a fraction without `of`"),
    ("The trade gap, $2 billion, is the widest yet.", ["trade gap"], "an amount that explains a noun"),
    ("Output: 70 tons; exports: 60 tons.", ["Output", "exports"], "behind a colon"),
    ("Exports rose by 9 percent, imports by 7 percent.", ["Exports", "imports"], "a verb left out"),
    ("Exports rose by 9 tons to 70 tons.", ["Exports", "Exports"], "a change and the level it leads to"),
    ("Exports were 70 tons, down from 90 tons.", ["Exports", "Exports"], "a level and its base"),
    ("The sale of 51 percent of the mill failed.", ["mill"], "a share of something, before the noun before `of`"),
    ("One in five recruits deserts the army.", ["recruits"], "a verb in `-s` behind a noun"),
    ("Nobody knew what $9 million had done.", [None], "unsure: nothing is made up"),
]


@pytest.mark.parametrize(("text", "measures", "reason"), MEASURES)
def test_find_reads_what_figures_measure(text: str, measures: list[str | None], reason: str) -> None:
    assert [row.measure for row in read(text)] == measures, reason


OWNERS = [
    ("Latvia's timber exports came to 70 tons.", "timber exports", "Latvia"),
    ("Latvian exports came to 70 tons.", "exports", "Latvian"),
    ("Russian-Latvian trade came to $70 million.", "trade", "Russian-Latvian"),
    ("Russian peacekeepers cost $70 million.", "Russian peacekeepers", None),  # what kind of thing, not whose
    ("Trade between Latvia and Russia came to $70 million.", "Trade", "Latvia and Russia"),
    (
        "Trade between the port of Liepaja and its Russian customers came to $70 million.",
        "Trade",
        "port of Liepaja and its Russian customers",
    ),
    ("Unemployment in eastern Latvia reached 20 percent.", "Unemployment", "eastern Latvia"),
    ("The price of bread rose 20 percent.", "price of bread", None),
    ("Steel exports came to 70 tons.", "Steel exports", None),
]


@pytest.mark.parametrize(("text", "measure", "owner"), OWNERS)
def test_find_reads_whose_a_figure_is(text: str, measure: str, owner: str | None) -> None:
    assert values(text, "measure", "measured_of") == [(measure, owner)]


YEAR = (date(1997, 1, 1), date(1997, 12, 31))
PERIODS = [
    ("Sales reached 70 tons in 1997.", ["in 1997"], "behind the figure"),
    ("In 1997, sales reached 70 tons.", ["In 1997"], "ahead of it"),
    ("Sales rose by 9 tons to 70 tons last year.", ["last year", "last year"], "of a change and its level"),
    ("Sales were 70 tons, 9 percent more than in 1997.", [None, None], "a base is no period"),
    ("Sales in May were 70 tons, 9 percent more than in 1997.", ["in May", "in May"], "the level's, not the base"),
    ("Sales fell from 90 tons in May to 70 tons in June.", ["in May", "in June"], "each its own"),
    ("They sold 70 tons, a spokesman said on Monday.", [None], "when it was said"),
    ("They sold 70 tons (Interfax, May 2).", [None], "of a source"),
    ("The boat, built in 1997, cost $9 million.", [None], "of an aside"),
    ("The 1997 budget gave them $9 million.", [None], "a year that tells one budget from another"),
    ("Under the accord signed in May they get 70 tons.", [None], "when something named came about"),
    ("They paid them their August wages, 9 million rubles each.", [None], "a month that tells one wage from another"),
    ("Sales grew 9 percent over the past five years.", ["over the past five years", None], "a stretch is no base"),
    ("Between May and July they sold 70 tons.", ["Between May and July"], "both ends"),
    ("The two sides met in 1997.", [None], "a known number holds at no time"),
]


@pytest.mark.parametrize(("text", "periods", "reason"), PERIODS)
def test_find_reads_when_figures_hold(text: str, periods: list[str | None], reason: str) -> None:
    assert [row.period for row in read(text)] == periods, reason


def test_find_takes_days_of_a_period_from_the_dates() -> None:
    assert values("Sales reached 70 tons in 1997.", "period_start_on", "period_end_on") == [YEAR]


STATUSES = [
    ("They sold 70 tons.", ["actual"], "a verb in the past"),
    ("They have sold 70 tons.", ["actual"], "a perfect"),
    ("They sell 70 tons.", [None], "the present"),
    ("They have 70 tons.", [None], "to have, in the present"),
    ("They had 70 tons.", ["actual"], "to have, in the past"),
    ("Prices, which peaked at $24 in May, now hover around $19.", ["actual", None], "the nearest verb, in the present"),
    ("They will sell 70 tons.", ["forecast"], "the future"),
    ("They want to sell 70 tons.", ["target"], "a wish"),
    ("They agreed to limit sales to 70 tons.", ["target"], "an agreement to"),
    ("They are to sell 70 tons.", ["target"], "be and `to`"),
    ("They had hoped to sell 70 tons but sold 50 tons.", ["target", "actual"], "the nearest verb"),
    ("The budget foresees sales of 70 tons.", ["target"], "a plan's present"),
    ("They put sales at 70 tons.", ["estimate"], "`put` with `at`"),
    ("He put 70 tons in the barn.", ["actual"], "`put` without"),
    ("They claim to have sold 70 tons.", ["claim"], "a verb that leads to the past"),
    ("He said that they had sold 70 tons.", ["claim"], "what someone said"),
    ("Forty planned flights were canceled.", ["target"], "a participle that names the status"),
    ("Sales totaled $9 billion on May 1.", ["actual"], "a month is no verb"),
    ("Forty men left their posts.", ["actual"], "behind the figure"),
]


@pytest.mark.parametrize(("text", "statuses", "reason"), STATUSES)
def test_find_reads_status(text: str, statuses: list[str | None], reason: str) -> None:
    assert [row.status for row in read(text)] == statuses, reason


COMPARISONS = [
    ("Sales rose 9 percent.", "up", None),
    ("Sales rose to 70 tons.", None, None),  # a level
    ("They cut the subsidy by 9 million rubles.", "down", None),
    ("Sales went up by 9 percent.", "up", None),
    ("Cotton makes up 9 percent of sales.", None, None),
    ("Sales are down 9 percent on 1997.", "down", "1997"),
    ("Tariffs rose 9 percent on July 1.", "up", None),  # a day is no base
    ("Sales grew 9 percent over the past year.", "up", None),
    ("Sales were 9 percent lower than in the previous season.", "down", "in the previous season"),
    ("Sales were three times as high as in 1997.", "up", "in 1997"),
    ("They sold half as many as in 1997.", "down", "in 1997"),
    ("Sales were 9 percent less than the volume of exports one year earlier.", "down", "one year earlier"),
    ("The price fell below $12.", None, None),
    ("They raised $9 billion.", None, None),
    ("Goods are free of duty up to $90.", None, None),
    ("Sales were 70 tons, up from 60 tons a year earlier.", "up", "60 tons a year earlier"),
    ("Sales were 70 tons, compared with 90 tons in 1997.", "down", "90 tons in 1997"),
]


@pytest.mark.parametrize(("text", "direction", "base"), COMPARISONS)
def test_find_reads_direction_and_base(text: str, direction: str | None, base: str | None) -> None:
    assert values(text, "direction", "compared_with")[0] == (direction, base)


NOT_DERIVED = [
    ("Sales were $5 billion, up from $4 billion.", "the base is stated"),
    ("Sales reached $5 billion, 12 percent of GDP, up from 8 percent in 1996.", "a share and its base, no change"),
    ("Sales shrank from $15 billion to $11 billion.", "two levels"),
    ("Sales were $5 billion, 8 percent below plan.", "against a plan"),
    ("Sales were $5 billion, 8 percent less than last year's target.", "against a target of some time"),
    ("Sales were $5 billion, 8 percent above the average of five years.", "against an average"),
    ("Sales were $5 billion, 8 percent more than in Poland.", "against another place"),
    ("Turnout was 61 percent, 8 percentage points less than in 1996.", "points, and a share as level"),
    ("Sales were $5 billion in 1997. Prices were 8 percent lower than in 1996.", "of another thing"),
    ("Sales were 5 tons, worth $3 million, 8 percent more than in 1996.", "of which of the two?"),
    ("Sales were $5 billion, 4 to 8 percent more than in 1996.", "a range"),
    ("Sales were $5 billion, over 8 percent more than in 1996.", "a bound"),
    ("Sales were 70 tons, a third as many as in 1996.", "a part, and no change"),
    ("Sales were 70 tons in 1996, 8 tons more than in 1997.", "a base later than the level"),
    ("Sales were $3 billion, 10 percent more than in 1996.", "no digit of the level shows the change"),
    ("Sales were $9 billion, 500 million rubles more than in 1996.", "other units"),
    ("Sales rose 7 percent from 1996, of which $3 billion went to Russia.", "a part of the level"),
]


@pytest.mark.parametrize(("text", "reason"), NOT_DERIVED)
def test_derive_yields_nothing_in_doubt(text: str, reason: str) -> None:
    assert list(derive(found(text))) == [], reason


DERIVED = [
    ("Sales were $4.4 billion in 1997. That was 10 percent more than one year earlier.", "4.4 / 1.1 = 4.0"),
    (
        "Sales came to just $4.4 billion in 1997 (AP, May 2). It was 10 percent more than one year earlier.",
        "4.4 / 1.1 = 4.0",
    ),
    ("Sales rose by $2 billion from a year earlier to $9 billion.", "9 - 2 = 7"),
    ("Reserves were $19.8 billion on February 1, $4.6 billion more than on January 1.", "19.8 - 4.6 = 15.2"),
    ("They made 740 tractors, half as many as in 1996.", "740 / 0.5 = 1480"),
    ("Sales came to $5.5 billion, a 10 percent increase on 1996.", "5.5 / 1.1 = 5.0"),
]


@pytest.mark.parametrize(("text", "formula"), DERIVED)
def test_derive_computes_the_base_of_level_and_change(text: str, formula: str) -> None:
    assert [row.formula for row in derive(found(text))] == [formula]


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        """the a of in on for and to by from at is was rose fell cut exports output bread Russia Latvia's which it , .
        : ( ) - said May 1997 last year $5 billion 7 percent 40 tons half twice more than as much planned expected 9""",
    )
)


@given(st.lists(WORDS, max_size=40))
@settings(deadline=None, max_examples=200)
def test_find_slots_are_slices_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for row in read(text):
        if row.measure is not None:
            assert text[row.measure_start_char : row.measure_end_char] == row.measure
        assert all((phrase or "") in text for phrase in (row.period, row.compared_with, row.measured_of))


HOSTILE = [
    "exports of ",
    "planned ",
    "which ",
    "5 tons and ",
    "the 5 percent ",
    "(5 ",
    ", 7 percent more than ",
    "in 1997 5 ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_find_takes_little_time_for_one_long_sentence(piece: str) -> None:
    article = bare_article((piece * (100_000 // len(piece)))[:30_000] + " 5 tons", article_id="hostile")
    dates = list(find_dates(article))
    began = time.process_time()
    list(find(article, dates=dates))
    assert time.process_time() - began < 3  # a sentence of ten thousand figures
