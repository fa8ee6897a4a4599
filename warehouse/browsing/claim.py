"""One claim: what is measured, every statement of it with its sentence, and how each two stand to each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.browsing.current import Stated, reading_now
from warehouse.folder.errors import QueryError
from warehouse.reading.card import Row
from warehouse.reading.query import dictionaries

CLAIM = "FROM marts.fct_claims WHERE claim_id = $claim_id"

STATED = """
FROM marts.fct_claim_figures
SELECT figure_id, article_id, low, high, value AS compared_value, unit AS compared_unit
WHERE claim_id = $claim_id
ORDER BY published_on NULLS LAST, figure_id
LIMIT 500
"""
"""What the statements of a claim can mean; a claim of more is shown by its first five hundred."""

PAIRS = """
WITH told AS (
    FROM marts.fct_claim_figures AS stated JOIN marts.dim_article AS articles ON articles.article_id = stated.article_id
    SELECT
        stated.figure_id,
        concat_ws(' ', coalesce(articles.counted_as, articles.article_id), stated.low, stated.high) AS telling
),
pairs AS (
    FROM marts.fct_claim_pairs AS pairs
    LEFT JOIN told AS one ON one.figure_id = pairs.figure_id
    LEFT JOIN told AS other ON other.figure_id = pairs.other_figure_id
    SELECT
        pairs.*,
        coalesce(one.telling, pairs.figure_id) AS one_side,
        coalesce(other.telling, pairs.other_figure_id) AS other_side
    WHERE pairs.claim_id = $claim_id OR pairs.other_claim_id = $claim_id
)
FROM pairs
SELECT
    figure_id, article_id, other_figure_id, other_article_id, relation, reason, difference, is_same_source, confidence,
    count(*) OVER tellings - 1 AS repetition_count
WINDOW tellings AS (PARTITION BY relation, least(one_side, other_side), greatest(one_side, other_side))
QUALIFY row_number() OVER (tellings ORDER BY confidence DESC, claim_pair_id) = 1
ORDER BY
    list_position(['conflict', 'update', 'scope', 'restatement', 'agreement'], relation), confidence DESC, claim_pair_id
LIMIT 200
"""
"""How statements stand to each other; what versions of one story state alike is shown once, and counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """A claim's row, its statements in the order of days, its pairs, and all statements that the pairs name, by key."""

    claim: Row
    statements: list[Row]
    pairs: list[Row]
    by_key: dict[object, Row]


def claim_card(folder: Path, claim_id: str, *, corrections: Stated | None = None) -> ClaimCard:
    """Return a claim with its statements as they are now; raise `QueryError` where there is none of that key."""
    wanted = {"claim_id": claim_id}
    with reading_now(folder, corrections) as now:
        found = now.rows(CLAIM, wanted)
        if not found:
            raise QueryError(
                f"No claim has the key {claim_id!r}: articles or corrections that came later may have changed it."
            )
        stated = {row["figure_id"]: row for row in now.rows(STATED, wanted)}
        pairs = now.rows(PAIRS, wanted)
        articles = {key: row["article_id"] for key, row in stated.items()}
        for pair in pairs:
            articles |= {pair["figure_id"]: pair["article_id"], pair["other_figure_id"]: pair["other_article_id"]}
        by_key = in_context(now.connection, articles)
    return ClaimCard(
        claim=found[0],
        statements=[{**by_key[key], **row} for key, row in stated.items() if key in by_key],
        pairs=[pair for pair in pairs if {pair["figure_id"], pair["other_figure_id"]} <= by_key.keys()],
        by_key=by_key,
    )


def in_context(connection: duckdb.DuckDBPyConnection, articles: Mapping[object, object]) -> dict[object, Row]:
    """Return figures with their sentences, by key, given the article of each, those of versions of a story too.

    The keys are told one by one: DuckDB then looks for them before it cuts sentences, and not for each figure after it.
    """
    if not articles:
        return {}
    keys, of_articles = list(articles), sorted(map(str, set(articles.values())))
    marks, marks_of_articles = (", ".join("?" for _ in wanted) for wanted in (keys, of_articles))
    query = f"FROM figures_with_sentences WHERE figure_id IN ({marks}) AND article_id IN ({marks_of_articles})"
    return {row["figure_id"]: row for row in dictionaries(connection, query, [*keys, *of_articles])}
