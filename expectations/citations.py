"""What a citation must be."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite

from expectations.demands import WARNING, because
from expectations.facts import demands_on
from warehouse.records import Citation

KINDS = ["agency", "newspaper", "magazine", "broadcaster", "group", "website"]
LONGEST_NAME = 100
"""Characters of an outlet's name; the longest known ones have some 50."""

SUITE = ExpectationSuite(
    name="citations",
    expectations=[
        *demands_on(Citation),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="outlet",
            min_value=1,
            max_value=LONGEST_NAME,
            severity=WARNING,
            meta=because("no outlet has so long a name, or it is empty"),
        ),
        gxe.ExpectColumnValuesToBeInSet(
            column="outlet_kind", value_set=KINDS, severity=WARNING, meta=because("the kind of outlet is unknown")
        ),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="cited_on_end",
            column_B="cited_on_start",
            or_equal=True,
            ignore_row_if="either_value_is_missing",
            severity=WARNING,
            meta=because("the days cited end before they begin"),
        ),
    ],
)
