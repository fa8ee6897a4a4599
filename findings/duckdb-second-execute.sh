#!/usr/bin/env bash
# A second `execute` on a DuckDB connection ends a loop over the first result without an error.
#
# Guess: `connection.execute` returns a result of its own, as sqlite3's does. A look-up within a loop over rows
# leaves the loop alone, or is refused.
#
# Seen: `execute` returns the connection, which holds one result at a time. The look-up takes its place, the loop
# fetches from that and ends after one row of three. If the look-up is not read, its row is taken for the next one of
# the loop, which then never ends. The same look-up by `sql` is refused; by a cursor of its own it works.
#
#   execute returns the connection: True
#   loop with a look-up: ['Interfax']
#   loop with a look-up that is not read: ['Interfax', 6, 6, 6]
#   loop with a look-up by sql: 'ResourceInUseException'
#   loop with a look-up by a cursor: ['Interfax', 'ORT', 'Vek']
#
# Matters: a report that looks something up for every outlet lists the first outlet and is done. Nothing is wrong with
# its only row, so it is taken for the whole.
#
# Versions: duckdb 2.0.0.

source "$(dirname -- "$0")/lib.sh"
environment now duckdb==2.0.0

run now <<'PY'
import duckdb
from finding import outcome, seen

connection = duckdb.connect()
connection.execute("CREATE TABLE citations AS SELECT unnest(['Interfax', 'ORT', 'Vek', 'Vek', 'ORT', 'Vek']) AS outlet")
COUNT = "SELECT count(*) FROM citations"


def outlets(look_up):
    """Loop over the three outlets, with a look-up for each; stop at four, where the loop would not end."""
    rows = connection.execute("SELECT DISTINCT outlet FROM citations ORDER BY outlet")
    found = []
    while len(found) < 4 and (row := rows.fetchone()):
        found.append(row[0])
        look_up()
    return found


seen("execute returns the connection", connection.execute(COUNT) is connection, then=True)
read = outlets(lambda: connection.execute(COUNT).fetchall())
seen("loop with a look-up", read, then=["Interfax"])
not_read = outlets(lambda: connection.execute(COUNT))
seen("loop with a look-up that is not read", not_read, then=["Interfax", 6, 6, 6])
by_sql = outcome(lambda: outlets(lambda: connection.sql(COUNT).fetchall()))
seen("loop with a look-up by sql", by_sql, then="ResourceInUseException")

by_cursor = outlets(lambda: connection.cursor().execute(COUNT).fetchall())
seen("loop with a look-up by a cursor", by_cursor, then=["Interfax", "ORT", "Vek"])
PY
