"""Datelines: a place of its own, and no part of what the article says."""

from datetime import date

import pytest

from tasks.formats.article import bare_article
from tasks.resolvers.findings import Findings, extract_all
from warehouse.records import Figure, Mention, Quotation

DAY = date(2006, 5, 12)


def found(text: str) -> Findings:
    (findings,) = extract_all([bare_article(text, article_id="a", published_on=DAY)])
    assert isinstance(findings, Findings)
    return findings


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, 12 May 2006 - ",
        "OSLO, May 12 (Reuters) - ",
        "OSLO (Reuters) -- ",
        "OSLO - ",
        "OSLO/BERGEN, Norway, 12 May – ",
    ],
)
def test_what_a_figure_says_is_nobodys_of_the_dateline(dateline: str) -> None:
    facts = found(
        f"{dateline}Norvik Shipping ASA said net profit doubled to 410 million kroner in the first quarter."
    ).facts
    kinds = {each.text: each.kind for each in facts["mentions"] if isinstance(each, Mention)}
    assert (kinds["OSLO"], kinds["Norvik Shipping ASA"]) == ("place", "organization")
    (profit,) = [each for each in facts["figures"] if isinstance(each, Figure) and each.kind == "money"]
    assert (profit.measure, profit.measured_of) == ("net profit", "Norvik Shipping ASA")
    assert (profit.period_start_on, profit.period_end_on) == (date(2006, 1, 1), date(2006, 3, 31))
    (statement,) = [each for each in facts["quotations"] if isinstance(each, Quotation)]
    assert statement.speaker == "Norvik Shipping ASA"
    assert statement.text.startswith("net profit")


def test_the_day_of_a_dateline_is_no_period() -> None:
    facts = found(
        "LUSAKA, May 11, 2006 - Copper sales came to 98,300 tons. Zinc sales came to 9,000 tons in April."
    ).facts
    periods = [(each.text, each.period_start_on) for each in facts["figures"] if isinstance(each, Figure)]
    assert periods == [("98,300 tons", None), ("9,000 tons", date(2006, 4, 1))]


def test_a_body_before_a_dash_is_no_place() -> None:
    facts = found(
        "NATO - the alliance of 26 states - met on Friday. OPEC (the cartel) - its members said - will pump more."
    ).facts
    kinds = {each.text: each.kind for each in facts["mentions"] if isinstance(each, Mention)}
    assert kinds["NATO"] == "organization"
    assert kinds.get("OPEC") != "place"
