"""Numbers of a run: shares of the articles, counts of outlets and kinds; and what earlier runs lead to expect."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import fmean, pstdev

import duckdb

from warehouse.records import Measurement, Run
from warehouse.surveys.corpus import Row, all_rows

RUNS_LEARNT_FROM = 30
"""Runs back to which a band reaches: a month of nights."""

LEAST_RUNS = 3
"""Runs from which on there is a band: two numbers have no spread to speak of."""

LEAST_BAND = 0.03
"""Half the width of a band at least: shares of a growing archive move by a few hundredths without a reason."""

DEVIATIONS = 4
"""Half the width of a band in standard deviations of the earlier runs."""

OFTEN = 20
"""From how many times on, in the run before, something is missed when it is gone."""

SHARES = """
WITH articles_with AS (
    SELECT
        coalesce(articles.language, 'en') = 'en' AS is_english,
        articles.published_on IS NOT NULL AS is_dated,
        articles.counted_as IS NOT NULL AS is_copy,
        figures.article_id IS NOT NULL AS has_figures,
        citations.article_id IS NOT NULL AS has_citations,
        quotations.article_id IS NOT NULL AS has_quotations
    FROM articles
    LEFT JOIN (SELECT DISTINCT article_id FROM internal.figures) AS figures USING (article_id)
    LEFT JOIN (SELECT DISTINCT article_id FROM internal.citations) AS citations USING (article_id)
    LEFT JOIN (SELECT DISTINCT article_id FROM internal.quotations) AS quotations USING (article_id)
)
UNPIVOT (
    FROM articles_with
    SELECT
        avg(CAST(NOT is_dated AS INTEGER)) FILTER (is_english) AS share_without_date,
        avg(CAST(NOT has_figures AS INTEGER)) FILTER (is_english) AS share_without_figures,
        avg(CAST(NOT has_citations AS INTEGER)) FILTER (is_english) AS share_without_citations,
        avg(CAST(NOT has_quotations AS INTEGER)) FILTER (is_english) AS share_without_quotations,
        avg(CAST(is_copy AS INTEGER)) AS share_of_copies,
        avg(CAST(NOT is_english AS INTEGER)) AS share_in_other_languages
) ON COLUMNS(*) INTO NAME measure VALUE value
"""
"""Facts are looked for in what is English, or not told to be anything else (decision 0070): a German volume is no drift
of theirs."""

COUNTS = """
(
    SELECT 'citations_of_outlet' AS measure, outlet AS subject, count(*) AS value
    FROM internal.citations GROUP BY ALL ORDER BY value DESC, outlet LIMIT 50
)
UNION ALL
SELECT 'entities_of_kind', kind, count(*) FROM internal.entities GROUP BY ALL
UNION ALL
SELECT 'figures_of_kind', kind, count(*) FROM internal.figures GROUP BY ALL
"""

EARLIER = f"""
FROM internal.{Measurement.table} JOIN internal.{Run.table} USING (run_id)
SELECT measure, subject, value, finished_at
QUALIFY dense_rank() OVER (ORDER BY finished_at DESC, run_id DESC) <= {RUNS_LEARNT_FROM}
ORDER BY finished_at
"""


def measured(connection: duckdb.DuckDBPyConnection, *, run_id: str) -> list[Measurement]:
    """Measure the ledger as it is."""
    rows = [
        *({**row, "subject": None} for row in all_rows(connection, SHARES)),
        *all_rows(connection, f"FROM ({COUNTS})"),
    ]
    return [
        Measurement(run_id=run_id, measure=row["measure"], subject=row["subject"], value=float(row["value"]))
        for row in rows
    ]


def survey_shares(connection: duckdb.DuckDBPyConnection, now: Iterable[Measurement]) -> list[Row]:
    """Set each share beside the band that earlier runs lead to expect; null where they are too few."""
    earlier: dict[str, list[float]] = defaultdict(list)
    for row in all_rows(connection, EARLIER):
        if row["subject"] is None:
            earlier[row["measure"]].append(row["value"])
    return [
        {"measure": each.measure, "value": each.value, **band(earlier[each.measure])}
        for each in now
        if each.subject is None
    ]


def band(values: Sequence[float]) -> dict[str, float | None]:
    """Return the lowest and the highest value that is no surprise after those given."""
    if len(values) < LEAST_RUNS:
        return {"lowest": None, "highest": None}
    half = max(LEAST_BAND, DEVIATIONS * pstdev(values))
    return {"lowest": max(0.0, fmean(values) - half), "highest": min(1.0, fmean(values) + half)}


def survey_presence(connection: duckdb.DuckDBPyConnection, now: Iterable[Measurement]) -> list[Row]:
    """Set what was there often after the run before beside how often it is there now; one of it is enough."""
    counts = {(each.measure, each.subject): each.value for each in now}
    rows = all_rows(connection, EARLIER)
    last = max((row["finished_at"] for row in rows), default=None)
    present = {outlet for (outlet,) in connection.execute("SELECT DISTINCT outlet FROM internal.citations").fetchall()}
    return [
        {
            "subject": f"{row['measure'].replace('_', ' ')} {row['subject']}",
            "value": counts.get((row["measure"], row["subject"]), float(row["subject"] in present)),
            "least": 1.0,
            "before": row["value"],
        }
        for row in rows
        if row["finished_at"] == last and row["subject"] is not None and row["value"] >= OFTEN
    ]
