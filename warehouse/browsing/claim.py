"""One claim: what is measured, every statement of it with its sentence, and how each two stand to each other."""

from dataclasses import dataclass
from pathlib import Path

from warehouse.browsing.listing import Row
from warehouse.catalogue.reader import reading
from warehouse.folder.errors import QueryError
from warehouse.reading.query import dictionaries

STATEMENTS = """
SELECT figures.*, stated.low, stated.high, stated.value AS compared_value, stated.unit AS compared_unit
FROM (FROM marts.fct_claim_figures WHERE claim_id = $claim_id) AS stated
JOIN figures_in_context AS figures ON figures.figure_id = stated.figure_id
ORDER BY figures.published_on NULLS LAST, figures.figure_id
"""

PAIRS = """
SELECT figure_id, other_figure_id, relation, reason, difference, is_same_source, confidence
FROM marts.fct_claim_pairs
WHERE claim_id = $claim_id OR other_claim_id = $claim_id
ORDER BY
    list_position(['conflict', 'update', 'scope', 'restatement', 'agreement'], relation), confidence DESC, claim_pair_id
"""

OTHERS = """
FROM figures_in_context
WHERE figure_id IN (
    FROM marts.fct_claim_pairs SELECT unnest([figure_id, other_figure_id])
    WHERE (claim_id = $claim_id OR other_claim_id = $claim_id) AND relation = 'scope'
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """A claim's row, its statements in the order of days, its pairs, and all statements that the pairs name, by key."""

    claim: Row
    statements: list[Row]
    pairs: list[Row]
    by_key: dict[object, Row]


def claim_card(folder: Path, claim_id: str) -> ClaimCard:
    """Return a claim with its statements; raise `QueryError` where there is none of that key."""
    with reading(folder) as connection:
        found = dictionaries(connection, "FROM claims WHERE claim_id = $claim_id", {"claim_id": claim_id})
        if not found:
            raise QueryError(f"No claim has the key {claim_id!r}: articles that came later may have changed it.")
        statements = dictionaries(connection, STATEMENTS, {"claim_id": claim_id})
        pairs = dictionaries(connection, PAIRS, {"claim_id": claim_id})
        others = dictionaries(connection, OTHERS, {"claim_id": claim_id})
    by_key = {row["figure_id"]: row for row in (*others, *statements)}
    return ClaimCard(
        claim=found[0],
        statements=statements,
        pairs=[pair for pair in pairs if {pair["figure_id"], pair["other_figure_id"]} <= by_key.keys()],
        by_key=by_key,
    )
