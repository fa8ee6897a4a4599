"""What a phrase that stands for someone named elsewhere must be."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite
from great_expectations.expectations.row_conditions import Column

from expectations.demands import WARNING, because
from expectations.facts import demands_on, one_of
from warehouse.records import Anaphor

KINDS = ["person", "country", "organization"]

SUITE = ExpectationSuite(
    name="anaphors",
    expectations=[
        *demands_on(Anaphor),
        one_of("kind", KINDS),
        gxe.ExpectColumnValuesToMatchRegex(
            column="country_code",
            regex=r"^[A-Z]{2}$",
            severity=WARNING,
            meta=because("the country has no such code"),
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="mention_text",
            row_condition=Column("mention_id").is_not_null(),
            severity=WARNING,
            meta=because("the mention that it goes back to was refused", may_be_accepted=False),
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="name",
            row_condition=Column("mention_id").is_not_null(),
            severity=WARNING,
            meta=because("the mention that it goes back to has no name"),
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="country_code",
            row_condition=Column("mention_id").is_null(),
            severity=WARNING,
            meta=because("neither a mention nor a country says whose the office is"),
        ),
    ],
)
