"""What a reference to another article must be."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite

from expectations.demands import WARNING, because
from expectations.facts import demands_on
from warehouse.records import CrossReference

SUITE = ExpectationSuite(
    name="cross_references",
    expectations=[
        *demands_on(CrossReference),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="publication", min_value=1, severity=WARNING, meta=because("no publication is referred to")
        ),
    ],
)
