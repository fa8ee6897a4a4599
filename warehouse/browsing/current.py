"""Lists as the next run will make them: in the marts, the rows of articles corrected since are replaced.

What has been added to the corrections since the last run, or taken away, concerns few articles. Their rows of the marts
are made anew in temporary tables, and views join these to the rows of all other articles. A figure that is hidden, or
that means something else now, leaves its claim: with what it agrees now only the next run can tell.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import duckdb

from warehouse.browsing.corrected import Correcting, show_some, stored_rows
from warehouse.catalogue.reader import reading
from warehouse.reading.card import Row
from warehouse.reading.query import dictionaries
from warehouse.views.literals import quoted
from warehouse.views.relations import mart_query

APPLIED = """
FROM internal.corrections SELECT correction_id, article_id
WHERE action IN ('correct', 'hide', 'confirm') AND kind <> 'article'
"""
"""The corrections of facts that the last run has applied. The day of an article is set right by a run alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacing:
    """What a mart takes from the table of a fact as it is now: columns as they are, and others by an expression."""

    table: str
    key: str
    taken_over: tuple[str, ...]
    others: Mapping[str, str] = field(default_factory=dict)
    joined: str = ""

    def query(self, mart: str, ids: str) -> str:
        """Write the query of a mart's rows of some articles, whose keys are written as SQL, with the values of now."""
        values = {name: f"now.{name}" for name in (self.key, *OF_EVERY_FACT, *self.taken_over)}
        values |= {**OF_ITS_ARTICLE, **self.others}
        return f"""
            FROM temp.{self.table} AS now
            JOIN marts.dim_article AS articles ON articles.article_id = now.article_id
            {self.joined}
            LEFT JOIN marts.{mart} AS made ON made.{self.key} = now.{self.key} AND made.article_id IN ({ids})
            SELECT made.* REPLACE ({", ".join(f"{value} AS {name}" for name, value in values.items())})
        """


OF_EVERY_FACT = ("article_id", "start_char", "end_char")
OF_ITS_ARTICLE = {"published_on": "articles.published_on", "is_duplicate": "articles.is_duplicate"}
"""What all these marts have: columns of the fact itself, and those that its article tells."""

CHANGED = {
    "fct_figures": Replacing(
        table="figures",
        key="figure_id",
        taken_over=(
            *("text", "rule", "kind", "unit", "per", "hedge", "direction", "status", "measure", "measured_of"),
            *("period", "period_start_on", "period_end_on", "speaker"),
        ),
        others={
            "value": "now.value_double",
            "value_high": "now.value_high_double",
            "is_reference": "coalesce(now.is_reference, false)",
            "outlet_id": "coalesce(made.outlet_id, 'unknown')",
        },
    ),
    "fct_quotations": Replacing(
        table="quotations", key="quotation_id", taken_over=("text", "style", "cue", "speaker", "speaker_kind")
    ),
    "fct_citations": Replacing(
        table="citations",
        key="citation_id",
        taken_over=(),
        others={"outlet_id": "dim_outlet.outlet_id"},
        joined="JOIN marts.dim_outlet ON dim_outlet.outlet = now.outlet",
    ),
}
"""How the rows of each mart are made, of the articles concerned, with the corrections of now."""

LEFT_OUT = """
CREATE TEMP TABLE left_out AS
FROM marts.fct_claim_figures AS stated
JOIN marts.fct_figures AS made ON made.figure_id = stated.figure_id
LEFT JOIN temp.changed_fct_figures AS now ON now.figure_id = stated.figure_id
SELECT stated.figure_id, stated.claim_id
WHERE stated.article_id IN ({ids}) AND made.article_id IN ({ids}) AND (
    now.figure_id IS NULL
    OR (now.value, now.value_high, now.unit, now.per, now.direction, now.status, now.period_start_on, now.period_end_on)
    IS DISTINCT FROM (
        made.value, made.value_high, made.unit, made.per, made.direction, made.status, made.period_start_on,
        made.period_end_on
    )
)
"""
"""Statements that are hidden, or that mean something else now."""

CLAIMS_NOW = """
CREATE TEMP VIEW now_fct_claim_figures AS
FROM marts.fct_claim_figures
WHERE figure_id NOT IN (FROM temp.left_out SELECT figure_id) AND claim_id NOT IN (
    FROM marts.fct_claim_figures SELECT claim_id
    WHERE claim_id IN (FROM temp.left_out SELECT claim_id)
    GROUP BY claim_id
    HAVING count(*) FILTER (figure_id NOT IN (FROM temp.left_out SELECT figure_id)) < 2
);
CREATE TEMP VIEW now_fct_claim_pairs AS
FROM marts.fct_claim_pairs
WHERE figure_id NOT IN (FROM temp.left_out SELECT figure_id)
    AND other_figure_id NOT IN (FROM temp.left_out SELECT figure_id);
CREATE TEMP VIEW claim_figures AS
FROM temp.now_fct_claim_figures AS stated JOIN marts.fct_figures AS made ON made.figure_id = stated.figure_id
SELECT stated.*, made.measure, made.measured_of
WHERE stated.claim_id IN (FROM temp.left_out SELECT claim_id);
CREATE TEMP VIEW compared_pairs AS
FROM temp.now_fct_claim_pairs WHERE claim_id IN (FROM temp.left_out SELECT claim_id);
CREATE TEMP TABLE changed_fct_claims AS {claims};
CREATE TEMP VIEW now_fct_claims AS
FROM marts.fct_claims WHERE claim_id NOT IN (FROM temp.left_out SELECT claim_id)
UNION ALL BY NAME
FROM temp.changed_fct_claims
"""
"""Claims without those statements; one that but a single statement is left of is none any more."""

MARTS_NOW = (*CHANGED, "fct_claim_figures", "fct_claim_pairs", "fct_claims")
OF_MARTS = re.compile(rf"\bmarts\.({'|'.join(MARTS_NOW)})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The corrections of facts of this moment: the article that each concerns, by its key; the values they replace."""

    articles: Mapping[str, str]
    correcting: Correcting


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """An open catalogue, and whether rows of its marts are replaced."""

    connection: duckdb.DuckDBPyConnection
    is_changed: bool

    def sql(self, query: str) -> str:
        """Return a query so that it asks the marts as they are now."""
        return OF_MARTS.sub(r"temp.now_\1", query) if self.is_changed else query

    def rows(self, query: str, parameters: Mapping[str, object]) -> list[Row]:
        """Return the rows that a query finds now."""
        return dictionaries(self.connection, self.sql(query), parameters)


@contextmanager
def reading_now(folder: Path, stated: Stated | None) -> Iterator[Now]:
    """Open the catalogue as the next run will make it, given what is stated now; as it is where nothing is given."""
    with reading(folder) as connection:
        article_ids = concerned(connection, stated) if stated else []
        if stated and article_ids:
            values = stated.correcting(article_ids, partial(stored_rows, connection))
            show_some(connection, article_ids, list(values))
            replace_rows(connection, article_ids)
        yield Now(connection=connection, is_changed=bool(article_ids))


def concerned(connection: duckdb.DuckDBPyConnection, stated: Stated) -> list[str]:
    """Return the articles of corrections that were not there when the last run ended, or are not there any more."""
    applied = dict(connection.execute(APPLIED).fetchall())
    added = {stated.articles[key] for key in stated.articles.keys() - applied.keys()}
    return sorted(added | {applied[key] for key in applied.keys() - stated.articles.keys()})


def replace_rows(connection: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> None:
    """Show the marts with the rows of these articles as the temporary tables of their facts have them."""
    ids = ", ".join(map(quoted, article_ids))
    for mart, replacing in CHANGED.items():
        connection.execute(f"CREATE TEMP TABLE changed_{mart} AS {replacing.query(mart, ids)}")
        connection.execute(
            f"CREATE TEMP VIEW now_{mart} AS FROM marts.{mart} WHERE article_id NOT IN ({ids}) "
            f"UNION ALL BY NAME FROM temp.changed_{mart}"
        )
    connection.execute(LEFT_OUT.format(ids=ids))
    connection.execute(CLAIMS_NOW.format(claims=mart_query("fct_claims")))
