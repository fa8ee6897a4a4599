"""What every fact must be, whatever its kind: provable from the article's text.

The frame that is checked has, beside the table's own columns, `article_text_at_span`: the article's text between the
fact's two offsets, null where the ledger has no such article.
"""

from collections.abc import Iterable

import great_expectations.expectations as gxe
from great_expectations.expectations import Expectation

from expectations.demands import CRITICAL, WARNING, because
from warehouse.records import Fact


def one_of(column: str, values: Iterable[str]) -> Expectation:
    """Demand that a column hold one of the values, or nothing."""
    return gxe.ExpectColumnValuesToBeInSet(
        column=column, value_set=list(values), severity=WARNING, meta=because(f"the {column} is unknown")
    )


def in_order(earlier: str, later: str) -> Expectation:
    """Demand that one day be the same as another or after it, where both are known."""
    return gxe.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A=later,
        column_B=earlier,
        or_equal=True,
        ignore_row_if="either_value_is_missing",
        severity=WARNING,
        meta=because(f"{later} lies before {earlier}"),
    )


def demands_on(record: type[Fact]) -> list[Expectation]:
    """List what holds for the rows of any table of facts; a failure names the row by its key."""
    return [
        gxe.ExpectColumnValuesToNotBeNull(column=record.key_name, severity=CRITICAL, meta=because("a row has no key")),
        gxe.ExpectColumnValuesToBeUnique(
            column=record.key_name,
            severity=WARNING,
            meta=because("the same fact was found twice", may_be_accepted=False),
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="article_text_at_span", severity=CRITICAL, meta=because("the row's article does not exist")
        ),
        gxe.ExpectColumnPairValuesToBeEqual(
            column_A="text",
            column_B="article_text_at_span",
            severity=WARNING,
            meta=because("the text is not what stands at its offsets", may_be_accepted=False),
        ),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="end_char",
            column_B="start_char",
            severity=WARNING,
            meta=because("the span is empty or turned round", may_be_accepted=False),
        ),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="rule", min_value=1, severity=WARNING, meta=because("the row does not say how it was found")
        ),
    ]
