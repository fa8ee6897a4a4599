"""What a citation must be."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite

from expectations.demands import WARNING, because
from expectations.facts import demands_on, in_order, one_of
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
        one_of("outlet_kind", KINDS),
        in_order("cited_on_start", "cited_on_end"),
    ],
)
