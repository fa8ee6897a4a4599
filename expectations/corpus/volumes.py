"""What the issues of a volume must be like: their days rise with their numbers, and none of many is missing."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite

from expectations.demands import WARNING, because

LOOK = "Look at the files of this volume: `newsledger report` shows which issues are missing."

SUITE = ExpectationSuite(
    name="volumes",
    expectations=[
        gxe.ExpectColumnValuesToBeBetween(
            column="out_of_order_count",
            max_value=0,
            severity=WARNING,
            meta=because(
                "an issue is dated before one with a lower number",
                repair="Correct the issue in the header, or the day by a line in `corrections.csv`.",
            ),
        ),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="explained_hole",
            column_B="largest_hole",
            or_equal=True,
            severity=WARNING,
            meta=because("more issues in a row are missing than in any other part of the publication", repair=LOOK),
        ),
    ],
)
