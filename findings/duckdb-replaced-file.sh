#!/usr/bin/env bash
# `duckdb.connect(path)` opens a file that is no longer at that path.
#
# Guess: a connection made now opens what the path names now. A database file that is replaced by renaming is seen by
# whoever connects afterwards, while an older reader keeps the old one.
#
# Seen: while any connection of the process to that path is open, a new one joins its instance, and with it the file
# that was replaced. This goes on for as long as the connections overlap. Attaching the file to a database in memory,
# as well as another process, sees the new one.
#
#   the first reader, after the replacement: 1
#   a connection made after the replacement: 1
#   one made after that, with the first reader closed: 1
#   the file attached to a database in memory: 2
#   a connection made when all others are closed: 2
#
# Matters: replacing a catalogue by renaming is the safe way to publish it under open readers. A dashboard that keeps a
# connection open and makes more of them shows the state it started with for ever, while all tools beside it are right.
#
# Versions: duckdb 2.0.0.

source "$(dirname -- "$0")/lib.sh"
environment now duckdb==2.0.0

run now <<'PY'
from pathlib import Path

import duckdb
from finding import seen

CATALOGUE = Path("catalogue.duckdb")


def publish(generation):
    aside = Path("aside.duckdb")
    with duckdb.connect(aside) as connection:
        connection.execute(f"CREATE TABLE state AS SELECT {generation} AS generation")
    aside.replace(CATALOGUE)


def opened():
    return duckdb.connect(CATALOGUE, read_only=True)


def generation(connection, table="state"):
    return connection.execute(f"SELECT generation FROM {table}").fetchall()[0][0]


publish(1)
first = opened()
publish(2)

seen("the first reader, after the replacement", generation(first), then=1)
second = opened()
seen("a connection made after the replacement", generation(second), then=1)
first.close()
third = opened()
seen("one made after that, with the first reader closed", generation(third), then=1)

in_memory = duckdb.connect()
in_memory.execute(f"ATTACH '{CATALOGUE}' AS published (READ_ONLY)")
seen("the file attached to a database in memory", generation(in_memory, "published.state"), then=2)

for connection in (second, third, in_memory):
    connection.close()
seen("a connection made when all others are closed", generation(opened()), then=2)
PY
