"""What the keys and columns of every table of the ledger and of every mart must be."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite

from expectations.demands import CRITICAL, because

VERIFY = "Run `newsledger verify`, which names the rows, then `newsledger repair`."

KEYS = ExpectationSuite(
    name="keys",
    expectations=[
        gxe.ExpectColumnValuesToBeBetween(
            column="null_count",
            max_value=0,
            severity=CRITICAL,
            meta=because("rows of the table have no key", repair=VERIFY),
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="repeated_count",
            max_value=0,
            severity=CRITICAL,
            meta=because("several rows of the table have one key", repair=VERIFY),
        ),
    ],
)

COLUMNS = ExpectationSuite(
    name="columns",
    expectations=[
        gxe.ExpectColumnPairValuesToBeEqual(
            column_A="type",
            column_B="expected_type",
            severity=CRITICAL,
            meta=because("the column is missing, or of another type", repair=VERIFY),
        ),
    ],
)
