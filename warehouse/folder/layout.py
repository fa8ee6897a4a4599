"""Where the parts of a warehouse lie within its folder."""

HEAD = "HEAD.json"
"""Which version of each Delta table is published; replaced last of all."""

HISTORY = "history.jsonl"
"""What each of the last runs published, a line a run; replaced whole."""

CATALOGUE = "newsledger.duckdb"
"""What is published: all rows, or views on the files, with comments."""

TABLES = "tables"
"""Folder of the Delta tables, one folder a table."""

LOG = "_delta_log"
"""Folder of a Delta table's log, by the Delta protocol."""

MARTS = "marts"
"""Symbolic link to the marts' current folder below `MARTS_STORE`."""

MARTS_STORE = ".marts"
"""Folders of marts, one for each state that a reader may still see."""

INDEX = "search"
"""Folder of the index of words within the marts' folder, one folder a table."""

RADAR = "radar"
"""Folder within the marts' folder: what was stated of each quantity when they were made."""

REJECTED = "rejected"
"""Bytes of rejected files, named by their SHA-256."""

WORK = "work"
"""What is temporary: the lock, shards of the run in progress, files being built."""

SHARDS = f"{WORK}/shards"
"""Folder of the shards of the run in progress."""

SETTLED_VOLUMES = f"{WORK}/settled_volumes.json"
"""Which state of each volume has been dated as a whole."""

LEDGER_LOCK = f"{WORK}/lock"
"""Held by the process that writes the ledger."""

PUBLICATION_LOCK = f"{WORK}/publication.lock"
"""Held by the process that writes marts and catalogue."""

SETTINGS = "newsledger.toml"
"""The user's own settings, which only the user writes."""

CORRECTIONS = "corrections.csv"
"""The user's corrections of entities, which only the user writes."""

RULES = "rules.toml"
"""The user's own checks, which only the user writes."""

RESOLVED_ENTITIES = f"{WORK}/resolved_entities"
"""From which state of the ledger the entities were resolved."""

METRICS = "metrics.prom"
"""Numbers of the warehouse in Prometheus' text format; replaced whole."""

REPORT = "report.html"
"""The page that the nightly run writes."""

CHECKSUMS = "checksums.json"
"""Size and SHA-256 of each published file; replaced whole."""

LINEAGE = "lineage.jsonl"
"""Events of the last runs in OpenLineage's format, a line each; replaced whole."""

PARTS = frozenset(
    {
        *(SETTINGS, CORRECTIONS, RULES, HEAD, HISTORY, CATALOGUE, TABLES, MARTS, MARTS_STORE, REJECTED, WORK),
        *(METRICS, LINEAGE, CHECKSUMS, REPORT),
    }
)
"""Everything that may stand in a warehouse's folder."""
