"""What a figure must be: exact, finite, of a known kind, in a currency that exists."""

import great_expectations.expectations as gxe
from babel.core import get_global
from great_expectations import ExpectationSuite
from great_expectations.expectations import Expectation
from great_expectations.expectations.row_conditions import Column

from expectations.demands import INFO, WARNING, because
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

MOST_USUAL_PERCENT = 1000
"""Above it lie hyperinflations, which happen, and misprints, which happen more often."""

MOST_USUAL_MONEY = 10**15
"""A quadrillion: above the debts and budgets of all states together in any currency that is not inflated."""

OLDEST_PERSON = 123
"""Years: Jeanne Calment reached 122, the greatest age that is proved (M. Allard and others, 1998)."""

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
            meta=because("the currency is none that exists"),
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


def rarities() -> list[Expectation]:
    """List what is rare enough to be looked at, though it may be true."""
    bounds = {"percent": MOST_USUAL_PERCENT, "money": MOST_USUAL_MONEY, "age": OLDEST_PERSON}
    reasons = {
        "percent": "a percentage of more than a thousand is rare outside hyperinflations",
        "money": "a sum of more than a quadrillion is rare",
        "age": "no person has grown so old",
    }
    return [
        gxe.ExpectColumnValuesToBeBetween(
            column="value_double",
            max_value=bound,
            row_condition=Column("kind") == kind,
            severity=INFO,
            meta=because(reasons[kind], repair="Look at the text; correct a wrong value in `corrections.csv`."),
        )
        for kind, bound in bounds.items()
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
        *rarities(),
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
