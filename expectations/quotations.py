"""What a quotation must be."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite
from great_expectations.expectations.row_conditions import Column

from expectations.demands import WARNING, because
from expectations.facts import demands_on, one_of
from warehouse.records import Quotation

STYLES = ["direct", "mixed", "indirect", "term"]
CUE_KINDS = ["speech", "attitude", "finding", "hearsay", "expectation"]
SPEAKER_KINDS = ["named", "unnamed", "organization"]

SUITE = ExpectationSuite(
    name="quotations",
    expectations=[
        *demands_on(Quotation),
        one_of("style", STYLES),
        one_of("cue_kind", CUE_KINDS),
        one_of("speaker_kind", SPEAKER_KINDS),
        gxe.ExpectColumnValuesToNotBeNull(
            column="speaker",
            row_condition=Column("speaker_kind") == "named",
            severity=WARNING,
            meta=because("a named speaker has no name"),
        ),
    ],
)
