"""What a time expression must be."""

from great_expectations import ExpectationSuite

from expectations.facts import demands_on, in_order, one_of
from warehouse.records import DateExpression

PRECISIONS = ["day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "range"]
ANCHORS = ["none", "publication", "expression"]

SUITE = ExpectationSuite(
    name="dates",
    expectations=[
        *demands_on(DateExpression),
        one_of("precision", PRECISIONS),
        one_of("anchor", ANCHORS),
        in_order("start_on", "end_on"),
    ],
)
