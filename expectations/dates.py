"""What a time expression must be."""

from datetime import date

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite
from great_expectations.expectations import Expectation

from expectations.demands import INFO, WARNING, because
from expectations.facts import demands_on, in_order, one_of
from warehouse.records import DateExpression

PRECISIONS = [
    *("minute", "hour", "day", "weekend", "week", "month", "quarter", "season", "half"),
    *("year", "decade", "century", "range"),
]
ANCHORS = ["none", "publication", "expression"]

LAST_USUAL_DAY = date(2199, 12, 31)
"""News looks ahead by decades, to the end of a century at most; later dates are misprints, or prophecies."""

CLOCK = r"^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$"
TIME_ZONE = r"^(?:UTC|UTC[+-][01]\d:00|[A-Z]\w+/[A-Z]\w+)$"


def written_as(column: str, pattern: str, *, what: str) -> Expectation:
    """Demand that a column be written as a pattern says, or hold nothing."""
    return gxe.ExpectColumnValuesToMatchRegex(
        column=column, regex=pattern, severity=WARNING, meta=because(f"the {column} is no {what}")
    )


SUITE = ExpectationSuite(
    name="dates",
    expectations=[
        *demands_on(DateExpression),
        one_of("precision", PRECISIONS),
        one_of("anchor", ANCHORS),
        in_order("start_on", "end_on"),
        gxe.ExpectColumnValuesToBeBetween(
            column="end_on",
            max_value=LAST_USUAL_DAY,
            severity=INFO,
            meta=because(
                "the date lies centuries ahead",
                repair="Look at the text; correct a wrong date in `corrections.csv`.",
            ),
        ),
        written_as("starts_at_clock", CLOCK, what="time of day"),
        written_as("ends_at_clock", CLOCK, what="time of day"),
        written_as("time_zone", TIME_ZONE, what="zone"),
    ],
)
