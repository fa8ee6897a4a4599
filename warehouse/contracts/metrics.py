"""What may be counted and added: each metric leaves out what must not be put together with the rest."""

from collections.abc import Iterator
from dataclasses import dataclass

from warehouse.records import MARTS, UNKNOWN

CURRENCIES = ("USD", "EUR", "DEM", "GBP", "JPY", "RUB", "RUR")
"""Currencies that have a sum: ISO 4217 codes, the ruble before and from 1998, the mark before the euro."""

QUANTITIES = ("ton", "barrel", "cubic meter")
"""Units that have a sum: amounts of something, which add up as lengths, speeds and temperatures do not."""

ADDED = (
    "as stated, levels and not changes, without rates, targets, estimates and claims, and each story once, whoever "
    "tells it again. A range counts with its lower end; two articles that state the same amount both count."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A number that may be computed for any group of rows of a mart.

    `counted` is the SQL of what is put together, in terms of the mart's own columns, null where a row does not count;
    `counted_name` names it among the mart's fields. `aggregate` is the SQL around it, with `{}` in its place.
    """

    name: str
    mart: str
    aggregate: str
    counted_name: str
    counted: str
    meaning: str


def metrics() -> Iterator[Metric]:
    """Yield every metric: counts first, then a sum for each unit."""
    yield count("article_count", "dim_article", "article_id", meaning="Number of articles.")
    yield count("mention_count", "fct_mentions", "mention_id", meaning="Number of mentions of named things.")
    yield count("entity_count", "fct_mentions", "entity_id", meaning="Number of different things mentioned.")
    yield count("quotation_count", "fct_quotations", "quotation_id", meaning="Number of stretches of speech.")
    yield count("citation_count", "fct_citations", "citation_id", meaning="Number of sources named.")
    yield count("outlet_count", "fct_citations", "outlet_id", meaning="Number of different outlets named as sources.")
    yield count("figure_count", "fct_figures", "figure_id", meaning="Number of figures stated.", but="is_reference")
    yield from (total(unit, kind="money") for unit in CURRENCIES)
    yield from (total(unit, kind="quantity") for unit in QUANTITIES)


def count(name: str, mart: str, column: str, *, meaning: str, but: str | None = None) -> Metric:
    """Count the different values of a column; a story counts once, and what is not known does not.

    Nor do the rows of which the column `but` is true.
    """
    is_own_key = column == MARTS[mart].key and mart.startswith("fct_")
    known = "" if is_own_key else f" AND {column} <> '{UNKNOWN}'"
    known += f" AND NOT {but}" if but else ""
    return Metric(
        name=name,
        mart=mart,
        aggregate="COUNT(DISTINCT {})",
        counted_name=f"{name}_of",
        counted=f"CASE WHEN NOT is_duplicate{known} THEN {column} END",
        meaning=f"{meaning} A story that several articles tell counts once.",
    )


def total(unit: str, *, kind: str) -> Metric:
    """Add the amounts of one unit that can be added."""
    name = f"stated_{unit.lower().replace(' ', '_')}"
    conditions = f"kind = '{kind}' AND unit = '{unit}' AND per IS NULL AND status = 'actual'"
    return Metric(
        name=name,
        mart="fct_figures",
        aggregate="SUM({})",
        counted_name=f"{name}_of",
        # In parentheses: dbt takes a sum of a bare CASE for a count of conditions, or for no sum at all.
        counted=f"(CASE WHEN {conditions} AND NOT is_change AND NOT is_duplicate THEN value END)",
        meaning=f"Sum of amounts in {unit}, {ADDED}",
    )
