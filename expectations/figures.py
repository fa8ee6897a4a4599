"""What a figure must be: exact, finite, of a known kind, in a currency that exists."""

import great_expectations.expectations as gxe
from babel.core import get_global
from great_expectations import ExpectationSuite
from great_expectations.expectations import Expectation
from great_expectations.expectations.row_conditions import Column

from expectations.demands import WARNING, because
from expectations.facts import demands_on, one_of
from warehouse.records import Figure

KINDS = ["money", "percent", "count", "quantity", "duration", "age", "rate", "ordinal"]
HEDGES = ["about", "more_than", "less_than", "at_least", "up_to", "just"]
STATUSES = ["actual", "target", "estimate", "forecast", "hypothetical", "claim"]
CURRENCIES = sorted([*get_global("all_currencies"), "BTC"])
"""Every ISO 4217 code, historic ones included, as Unicode's CLDR lists them, and bitcoin's, which ISO has none for."""

MOST_MONEY = 10**18
"""The largest sums that news states are budgets in inflated currencies, some quadrillions (10^15) of units."""

MOST_PERCENT = 10**9
"""Yugoslavia's inflation of January 1994, 313 million percent, is the highest monthly rate that news has stated;
S. Hanke and A. Kwok, Cato Journal 29 (2009), list only two higher, both computed later."""

MOST_OF_ANYTHING = 10**24
OLDEST = 14 * 10**9
"""Years of age: of people, towns, rocks, and at most of the universe (13.8 billion, Planck Collaboration 2018)."""


def demands_on_money() -> list[Expectation]:
    """List what holds for amounts of money in any table of figures: a currency that exists, a sum that does too."""
    return [
        gxe.ExpectColumnValuesToBeInSet(
            column="unit",
            value_set=CURRENCIES,
            row_condition=Column("kind") == "money",
            severity=WARNING,
            meta=because("the unit of money is no ISO 4217 code"),
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="value_double",
            min_value=-MOST_MONEY,
            max_value=MOST_MONEY,
            row_condition=Column("kind") == "money",
            severity=WARNING,
            meta=because("no sum of money is that large"),
        ),
    ]


SUITE = ExpectationSuite(
    name="figures",
    expectations=[
        *demands_on(Figure),
        one_of("kind", KINDS),
        gxe.ExpectColumnValuesToNotBeNull(column="value", severity=WARNING, meta=because("the figure has no value")),
        gxe.ExpectColumnValuesToBeBetween(
            column="value_double",
            min_value=-MOST_OF_ANYTHING,
            max_value=MOST_OF_ANYTHING,
            severity=WARNING,
            meta=because("the value is beyond anything that can be counted"),
        ),
        *demands_on_money(),
        gxe.ExpectColumnValuesToBeBetween(
            column="value_double",
            min_value=-MOST_PERCENT,
            max_value=MOST_PERCENT,
            row_condition=Column("kind") == "percent",
            severity=WARNING,
            meta=because("no percentage is that large"),
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="value_double",
            min_value=0,
            max_value=OLDEST,
            row_condition=Column("kind") == "age",
            severity=WARNING,
            meta=because("nothing is that old"),
        ),
        one_of("hedge", HEDGES),
        one_of("direction", ["up", "down"]),
        one_of("status", STATUSES),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="value_high_double",
            column_B="value_double",
            ignore_row_if="either_value_is_missing",
            severity=WARNING,
            meta=because("the range ends before it begins"),
        ),
    ],
)
