"""What a time expression must be."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite

from expectations.demands import WARNING, because
from expectations.facts import demands_on
from warehouse.records import DateExpression

PRECISIONS = ["day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "range"]
ANCHORS = ["none", "publication", "expression"]

SUITE = ExpectationSuite(
    name="dates",
    expectations=[
        *demands_on(DateExpression),
        gxe.ExpectColumnValuesToBeInSet(
            column="precision", value_set=PRECISIONS, severity=WARNING, meta=because("the precision is unknown")
        ),
        gxe.ExpectColumnValuesToBeInSet(
            column="anchor", value_set=ANCHORS, severity=WARNING, meta=because("the anchor is unknown")
        ),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="end_on",
            column_B="start_on",
            or_equal=True,
            ignore_row_if="either_value_is_missing",
            severity=WARNING,
            meta=because("the interval ends before it begins"),
        ),
    ],
)
