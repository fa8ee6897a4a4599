"""What entities must be."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite

from expectations.demands import WARNING, because
from expectations.facts import in_order, one_of

KINDS = ["country", "person", "organization", "place", "nationality", "facility", "weapon", "event"]

ENTITIES = ExpectationSuite(
    name="entities",
    expectations=[
        one_of("kind", KINDS),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="name",
            min_value=1,
            max_value=200,
            severity=WARNING,
            meta=because("it has no name, or too long a one"),
        ),
        gxe.ExpectColumnValuesToMatchRegex(
            column="country_code", regex=r"^[A-Z]{2}$", severity=WARNING, meta=because("the country has no such code")
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="latitude", min_value=-90, max_value=90, severity=WARNING, meta=because("no place lies there")
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="longitude", min_value=-180, max_value=180, severity=WARNING, meta=because("no place lies there")
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="mention_count", min_value=1, severity=WARNING, meta=because("nothing mentions it")
        ),
        in_order("first_seen_on", "last_seen_on"),
    ],
)
