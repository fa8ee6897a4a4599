"""How long a large archive's statements take to pair: `python -m benchmarks.radar.scale [FIGURES]`.

Makes figures, articles, mentions and entities by a hash of their numbers: few parties and measures are written about
often, most seldom, and one figure in four differs from what its claim's first one says. Then it writes the two marts of
claims as publishing does, with publishing's own limit of memory; adds a hundred articles and writes them again, where
only what has changed is compared; and compares everything once more, to see that it comes out the same. Prints seconds
by the clock and by the processors, peak memory, and pairs by relation.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from warehouse.marts.claims import claims_compared
from warehouse.records.claims import CLAIMS, PAIRS
from warehouse.views.claims import create_claims
from warehouse.views.literals import quoted
from warehouse.views.rates import register_rates
from warehouse.views.relations import mart_query, question_query
from warehouse.views.workspace import MEMORY_LIMIT

FIGURES_AN_ARTICLE, ADDED_ARTICLES = 20, 100

MACROS = """
CREATE MACRO spread(number, seed) AS (hash(number * 1_000_003 + seed) >> 11) / 9007199254740992.0;
CREATE MACRO skewed(number, seed, most) AS CAST(floor(most * pow(spread(number, seed), 2.5)) AS BIGINT);
"""

TABLES = """
CREATE SCHEMA IF NOT EXISTS {schema};
CREATE TABLE {schema}.articles AS
FROM range({first}, {last}) AS made(number)
SELECT
    'article-' || number AS article_id,
    'Monitor' AS publication,
    DATE '1990-01-01' + CAST(floor(spread(number, 1) * 10950) AS INTEGER) AS published_on,
    repeat('The ministry said that it had been told of it by the agency. ', 50) AS text,
    0 AS body_start_char,
    3000 AS body_end_char,
    NULL::VARCHAR AS duplicate_of,
    NULL::VARCHAR AS counted_as;

CREATE TABLE {schema}.figures AS
WITH drawn AS (
    FROM range({first} * {figures_an_article}, {last} * {figures_an_article}) AS made(number)
    SELECT
        number,
        number // {figures_an_article} AS article,
        skewed(number, 2, 3000) AS party,
        skewed(number, 3, 500) AS measured,
        skewed(number, 4, 25) AS year_before,
        spread(number, 5) < 0.25 AS differs
)
SELECT
    'figure-' || number AS figure_id,
    'article-' || article AS article_id,
    (number % {figures_an_article}) * 140 + 20 AS start_char,
    start_char + 12 AS end_char,
    'number' AS rule,
    'money' AS kind,
    CAST(1 + (hash(party * 1000 + measured * 50 + year_before) % 9000) AS DOUBLE) / 100 AS stated,
    CASE WHEN differs THEN round(stated * (1 + spread(number, 6)), 2) ELSE stated END * 1e9 AS value_double,
    NULL::DOUBLE AS value_high_double,
    '$' || CAST(value_double / 1e9 AS DECIMAL(9, 2)) || ' billion' AS text,
    'USD' AS unit,
    NULL::VARCHAR AS per,
    CASE WHEN number % 7 = 0 THEN 'about' END AS hedge,
    CASE WHEN number % 9 = 0 THEN 'target' END AS status,
    false AS is_change,
    false AS is_reference,
    NULL::VARCHAR AS direction,
    'measure' || measured || ' of goods' AS measure,
    'Party ' || party AS measured_of,
    start_char - 9 AS measure_start_char,
    start_char - 1 AS measure_end_char,
    start_char - 20 AS measured_of_start_char,
    start_char - 10 AS measured_of_end_char,
    'then' AS period,
    make_date(2020 - year_before, 1, 1) AS period_start_on,
    make_date(2020 - year_before, 12, 31) AS period_end_on,
    NULL::DATE AS compared_start_on,
    NULL::DATE AS compared_end_on,
    0.9 AS measure_confidence,
    0.9 AS measured_of_confidence,
    0.9 AS period_confidence,
    NULL::VARCHAR AS equivalent_figure_id,
    NULL::VARCHAR AS quotation_id,
    NULL::VARCHAR AS speaker,
    NULL::VARCHAR AS citation_id,
    party
FROM drawn;

CREATE TABLE {schema}.mentions AS
FROM {schema}.figures
SELECT article_id, measured_of_start_char AS start_char, start_char + 10 AS end_char, 'entity-' || party AS entity_id
UNION ALL
FROM {schema}.figures SELECT article_id, start_char + 40, start_char + 46, 'entity-' || (party + 1) % 3000;
"""

OTHERS = """
CREATE TABLE entities AS
FROM range(3000) AS made(number)
SELECT 'entity-' || number AS entity_id, 'Party ' || number AS name, 'organization' AS kind, NULL AS country_code;

CREATE TABLE quotations (quotation_id VARCHAR, speaker_entity_id VARCHAR);
CREATE TABLE citations (citation_id VARCHAR, outlet VARCHAR);
"""

ADD = "".join(f"INSERT INTO main.{table} FROM added.{table};" for table in ("articles", "figures", "mentions"))
DIFFERING = """
SELECT count(*) FROM (
    (FROM {one} EXCEPT ALL FROM {other}) UNION ALL (FROM {other} EXCEPT ALL FROM {one})
)
"""


def main(figure_count: int) -> None:
    """Make the rows, write the marts whole, then with some articles more, and print what it took."""
    article_count = -(-figure_count // FIGURES_AN_ARTICLE)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:") as connection:
        connection.execute(f"SET temp_directory = {quoted(folder)}")
        connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        connection.execute(MACROS + OTHERS)
        for schema, first, last in (
            ("main", 0, article_count),
            ("added", article_count, article_count + ADDED_ARTICLES),
        ):
            connection.execute(
                TABLES.format(schema=schema, first=first, last=last, figures_an_article=FIGURES_AN_ARTICLE)
            )
        connection.execute(f"CREATE VIEW figure_entities AS {question_query('figure_entities')}")
        register_rates(connection)
        create_claims(connection)
        first_time, again, whole = (Path(folder) / name for name in ("first", "again", "whole"))
        compare(connection, first_time, previous=None)
        connection.execute(ADD)
        tell(f"{ADDED_ARTICLES} articles more")
        compare(connection, again, previous=first_time)
        tell("the same, all compared")
        compare(connection, whole, previous=None)
        for mart in CLAIMS:
            one, other = (quoted(str(path / f"{mart}.parquet")) for path in (again, whole))
            ((count,),) = connection.execute(DIFFERING.format(one=one, other=other)).fetchall()
            tell(f"{mart}: {count} rows differ")


def compare(connection: duckdb.DuckDBPyConnection, folder: Path, *, previous: Path | None) -> None:
    """Write the marts to a new folder, given one that they were written to before, and print what it took."""
    folder.mkdir()
    started, used = time.perf_counter(), time.process_time()
    with claims_compared(connection, folder, previous=previous, is_new=True):
        read = time.perf_counter() - started
        for mart in CLAIMS:
            write(connection, mart, folder)
    took, processor = time.perf_counter() - started, time.process_time() - used
    tell(
        f"{took:.1f} s, of which {read:.1f} until written; {processor:.1f} of the processors, {peak():,.0f} MB at most"
    )


def write(connection: duckdb.DuckDBPyConnection, mart: str, folder: Path) -> None:
    """Write a mart, and print how long that took and what it holds."""
    started, path = time.perf_counter(), folder / f"{mart}.parquet"
    connection.execute(f"COPY ({mart_query(mart)}) TO {quoted(str(path))} (FORMAT parquet)")
    took = time.perf_counter() - started
    grouped = "relation" if mart == PAIRS else "'statements'"
    rows = connection.execute(
        f"FROM {quoted(str(path))} SELECT {grouped} AS told, count(*) GROUP BY told ORDER BY told"
    )
    tell(f"{mart} in {took:.1f} s: " + ", ".join(f"{told} {count:,}" for told, count in rows.fetchall()))


def peak() -> float:
    """Return the most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def tell(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
