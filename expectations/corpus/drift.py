"""What must not change from run to run without a reason: shares of the articles, outlets, kinds of entities."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite

from expectations.demands import INFO, WARNING, because

LOOK = "Look at what the last run brought: `newsledger diff` compares two runs, `newsledger report` shows both."

SHARES = ExpectationSuite(
    name="shares",
    expectations=[
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="value",
            column_B="lowest",
            or_equal=True,
            ignore_row_if="either_value_is_missing",
            severity=WARNING,
            meta=because("the share is lower than earlier runs lead to expect", repair=LOOK),
        ),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="highest",
            column_B="value",
            or_equal=True,
            ignore_row_if="either_value_is_missing",
            severity=WARNING,
            meta=because("the share is higher than earlier runs lead to expect", repair=LOOK),
        ),
    ],
)

PRESENCE = ExpectationSuite(
    name="presence",
    expectations=[
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="value",
            column_B="least",
            or_equal=True,
            severity=WARNING,
            meta=because("it was there often after the run before, and is gone", repair=LOOK),
        ),
    ],
)

DUPLICATES = ExpectationSuite(
    name="duplicates",
    expectations=[
        gxe.ExpectColumnValuesToBeBetween(
            column="copy_count",
            max_value=1,
            severity=INFO,
            meta=because(
                "several articles tell the same story, as copies or versions; it counts once",
                repair="Nothing to do; leave out the copies if they are none of yours.",
            ),
        ),
    ],
)
