"""What rows name must be there: articles of facts, facts that others stand under, dimensions of marts."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite

from expectations.corpus.tables import VERIFY
from expectations.demands import CRITICAL, because

SUITE = ExpectationSuite(
    name="references",
    expectations=[
        gxe.ExpectColumnValuesToBeBetween(
            column="dangling_count",
            max_value=0,
            severity=CRITICAL,
            meta=because("rows name something that is not there", repair=VERIFY),
        ),
    ],
)
