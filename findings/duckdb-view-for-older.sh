#!/usr/bin/env bash
# A DuckDB file written for older versions can hold views that they cannot read.
#
# Guess: `STORAGE_VERSION 'v1.2.0'` makes a file that DuckDB 1.2 and later read, views included; 2.0 would refuse to
# store what they do not know.
#
# Seen: the file opens in 1.5.6, its tables are read, and its views are listed. A view with `if(…)` is not: 2.0 stores
# the call as that of a function of the name "if", which 1.5.6 does not have, though it takes `if(…)` when one types
# it. The same view with CASE is read.
#
#   with 2.0.0, the view with if: [('few',), ('many',)]
#   with 1.5.6, the view with if: 'CatalogException'
#   with 1.5.6, the view with CASE: [('few',), ('many',)]
#   with 1.5.6, if typed in: [('few',), ('many',)]
#
# Matters: a catalogue of views is handed to people with whatever version their tool brings. It fails where
# it is read, for some views only, and never where it was made and tested.
#
# Versions: duckdb 2.0.0 and 1.5.6.

source "$(dirname -- "$0")/lib.sh"

environment new duckdb==2.0.0
run new <<'PY'
import duckdb
from finding import seen

connection = duckdb.connect()
connection.execute("ATTACH 'catalogue.duckdb' AS catalogue (STORAGE_VERSION 'v1.2.0')")
connection.execute("USE catalogue")
connection.execute("CREATE TABLE outlets AS SELECT unnest([1, 20]) AS citations")
connection.execute("CREATE VIEW by_if AS SELECT if(citations > 9, 'many', 'few') AS size FROM outlets")
by_case = "CASE WHEN citations > 9 THEN 'many' ELSE 'few' END"
connection.execute(f"CREATE VIEW by_case AS SELECT {by_case} AS size FROM outlets")

seen("the view with if", connection.execute("FROM by_if").fetchall(), then=[("few",), ("many",)])
PY

environment old duckdb==1.5.6
run old <<'PY'
import duckdb
from finding import outcome, seen

connection = duckdb.connect("catalogue.duckdb", read_only=True)
typed_in = "SELECT if(citations > 9, 'many', 'few') FROM outlets"

seen("the view with if", outcome(lambda: connection.execute("FROM by_if").fetchall()), then="CatalogException")
seen("the view with CASE", connection.execute("FROM by_case").fetchall(), then=[("few",), ("many",)])
seen("if typed in", connection.execute(typed_in).fetchall(), then=[("few",), ("many",)])
PY
