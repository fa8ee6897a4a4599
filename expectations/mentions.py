"""What a mention must be."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite

from expectations.demands import WARNING, because
from expectations.facts import demands_on, one_of
from warehouse.records import Mention

KINDS = ["person", "organization", "place", "nationality", "facility", "weapon", "event"]
LONGEST_NAME = 200
"""Characters; the longest official names of bodies and treaties that news prints have some 150."""

SUITE = ExpectationSuite(
    name="mentions",
    expectations=[
        *demands_on(Mention),
        one_of("kind", KINDS),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="name",
            min_value=1,
            max_value=LONGEST_NAME,
            severity=WARNING,
            meta=because("no name is that long, or it is empty"),
        ),
        gxe.ExpectColumnValuesToMatchRegex(
            column="country_code",
            regex=r"^[A-Z]{2}$",
            severity=WARNING,
            meta=because("the country has no such code"),
        ),
        gxe.ExpectColumnValuesToMatchRegex(
            column="stands_for",
            regex=r"^[A-Z]{2}$",
            severity=WARNING,
            meta=because("the state that it stands for has no such code"),
        ),
    ],
)
