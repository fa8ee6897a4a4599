"""When a figure holds that a time follows at once, and as what that is stated which beat a forecast."""

from datetime import date

import pytest

from tests.tasks.extractors.figures.test_certain import Novice, told_in

YEAR_TO_MARCH = (date(1996, 4, 1), date(1997, 3, 31))
BEHIND = [
    ("Sales were $90 million in the year ended March 31, 1997.", YEAR_TO_MARCH, "a stretch"),
    ("Profit rose in May. Sales were $90 million in the year to March 1997.", YEAR_TO_MARCH, "beside another time"),
    ("Output came to 9 tons in 1996.", None, "a year may be fiscal"),
    ("Sales were $90 million, and in the year to March 1997 they fell.", None, "of what follows"),
    ("It lasted three weeks in the year to March 1997.", None, "a length of time"),
]


@pytest.mark.parametrize(("text", "days", "reason"), BEHIND)
def test_a_time_that_means_but_one_is_of_the_figure_before_it(
    text: str, days: tuple[date, date] | None, reason: str
) -> None:
    (told,) = told_in(text, Novice())
    assert (told.period.ends if told.period else None) == days, reason


BEATEN = [
    ("Norvik beat forecasts, posting a 52 percent rise in profit.", "actual"),
    ("Norvik beat forecasts with a 52 percent rise in profit.", "actual"),
    ("Sales topped analysts' estimates by 5 percent.", "actual"),
    ("The loss was lower than expectations, at about $52 million.", "actual"),
    ("Profit rose, above forecasts of 6 percent.", "forecast"),
    ("Norvik beat the target of 90 tons.", "target"),
]


@pytest.mark.parametrize(("text", "status"), BEATEN)
def test_what_beat_a_forecast_is_none(text: str, status: str) -> None:
    (told,) = told_in(text, Novice())
    assert told.status == status
