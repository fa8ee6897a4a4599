"""What a figure that follows from two others must be: of a known kind, plausible, with both parents at hand."""

import great_expectations.expectations as gxe
from great_expectations import ExpectationSuite

from expectations.demands import CRITICAL, WARNING, because
from expectations.facts import in_order
from expectations.figures import MOST_OF_ANYTHING, demands_on_money
from warehouse.records import DerivedFigure

KINDS = ["money", "quantity", "count"]
"""Kinds that have levels; a share or a rate is not carried back to its base."""

SUITE = ExpectationSuite(
    name="derived_figures",
    expectations=[
        gxe.ExpectColumnValuesToNotBeNull(
            column=DerivedFigure.key_name, severity=CRITICAL, meta=because("a row has no key")
        ),
        gxe.ExpectColumnValuesToBeUnique(
            column=DerivedFigure.key_name,
            severity=WARNING,
            meta=because("the same figure was derived twice", may_be_accepted=False),
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="level_text",
            severity=WARNING,
            meta=because("the figure that states the level was refused", may_be_accepted=False),
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="change_text",
            severity=WARNING,
            meta=because("the figure that states the change was refused", may_be_accepted=False),
        ),
        gxe.ExpectColumnValuesToBeInSet(
            column="kind", value_set=KINDS, severity=WARNING, meta=because("the kind has no levels")
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="value_double",
            min_value=0,
            max_value=MOST_OF_ANYTHING,
            strict_min=True,
            severity=WARNING,
            meta=because("the value is not positive, or beyond anything that can be counted"),
        ),
        *demands_on_money(),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="formula", min_value=1, severity=WARNING, meta=because("the row does not say how it was computed")
        ),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="rounding", min_value=1, severity=WARNING, meta=because("the row does not say how it was rounded")
        ),
        in_order("period_start_on", "period_end_on"),
    ],
)
