"""What a warehouse holds, at a glance: counts, months, who and what is written about most, what is contradicted."""

from dataclasses import dataclass
from pathlib import Path

from warehouse.browsing.current import Stated, reading_now
from warehouse.reading.card import Row

PARTS = {
    "counts": """
        SELECT
            (SELECT count(*) FROM internal.articles) AS articles,
            (SELECT count(*) FROM marts.fct_figures) AS figures,
            (SELECT count(*) FROM marts.fct_quotations) AS quotations,
            (SELECT count(*) FROM internal.entities) AS entities,
            (SELECT CAST(coalesce(sum(conflict_count), 0) AS BIGINT) FROM marts.fct_claims) AS contradictions,
            (SELECT count(*) FROM rejections) AS rejections
    """,
    "months": """
        FROM marts.dim_article SELECT CAST(date_trunc('month', published_on) AS DATE) AS month, count(*) AS count
        WHERE published_on IS NOT NULL GROUP BY ALL ORDER BY month
    """,
    "publications": """
        FROM marts.dim_article SELECT publication, count(*) AS articles
        WHERE publication IS NOT NULL GROUP BY publication ORDER BY articles DESC, publication LIMIT 8
    """,
    "outlets": """
        FROM marts.fct_citations JOIN marts.dim_outlet USING (outlet_id)
        SELECT outlet_id, dim_outlet.outlet, count(DISTINCT (article_id, start_char)) AS citations
        WHERE NOT is_duplicate GROUP BY ALL ORDER BY citations DESC, dim_outlet.outlet LIMIT 8
    """,
    "entities": "FROM entities SELECT entity_id, name, kind, mention_count ORDER BY mention_count DESC, name LIMIT 12",
    "claims": """
        FROM marts.fct_claims WHERE conflict_count > 0
        ORDER BY conflict_count DESC, conflict_confidence DESC, claim_id LIMIT 5
    """,
    "runs": "FROM runs SELECT run_id, finished_at, accepted_count, rejected_count ORDER BY run_id DESC LIMIT 3",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What is shown first: the counts by name, and the rows of each other part."""

    counts: Row
    parts: dict[str, list[Row]]


def overview(folder: Path, *, corrections: Stated | None = None) -> Overview:
    """Ask a warehouse for its overview, as it is now."""
    with reading_now(folder, corrections) as now:
        parts = {name: now.rows(query, {}) for name, query in PARTS.items()}
    return Overview(counts=parts["counts"][0], parts=parts)
