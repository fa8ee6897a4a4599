"""What every fact must be, whatever its kind: provable from the article's text.

The frame that is checked has, beside the table's own columns, `article_text_at_span`: the article's text between the
fact's two offsets, null where the ledger has no such article.
"""

import great_expectations.expectations as gxe
from great_expectations.expectations import Expectation

from expectations.demands import CRITICAL, WARNING, because
from warehouse.records import Fact


def demands_on(record: type[Fact]) -> list[Expectation]:
    """List what holds for the rows of any table of facts; a failure names the row by its key."""
    return [
        gxe.ExpectColumnValuesToNotBeNull(column=record.key_name, severity=CRITICAL, meta=because("a row has no key")),
        gxe.ExpectColumnValuesToBeUnique(
            column=record.key_name, severity=WARNING, meta=because("the same fact was found twice")
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="article_text_at_span", severity=CRITICAL, meta=because("the row's article does not exist")
        ),
        gxe.ExpectColumnPairValuesToBeEqual(
            column_A="text",
            column_B="article_text_at_span",
            severity=WARNING,
            meta=because("the text is not what stands at its offsets"),
        ),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="end_char",
            column_B="start_char",
            severity=WARNING,
            meta=because("the span is empty or turned round"),
        ),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="rule", min_value=1, severity=WARNING, meta=because("the row does not say how it was found")
        ),
    ]
