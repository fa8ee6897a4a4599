"""Prefect as an ingest wants it: no server to start, no account, nothing sent anywhere, quiet unless asked.

Import this module and call `prepare` before anything imports Prefect, which reads its settings once.

Prefect makes its tables by one migration after another, half of what its server takes to start: so the first empty
database that it makes is kept, and each new warehouse begins with a copy.
"""

import os
import sqlite3
from contextlib import closing, suppress
from importlib.metadata import version
from pathlib import Path

HOME = "prefect"
"""Folder of Prefect's own state, below the warehouse's `work`."""

DATABASE = "prefect.db"
"""Prefect's name for its database, below its home."""

QUIET = "CRITICAL"
"""Prefect logs the traceback of whatever ends a flow as an error; the command tells the user in words."""


def prepare(warehouse: Path, *, is_verbose: bool) -> None:
    """Set what the user has not set: a server of the command's own, whose state lies in the warehouse's folder."""
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO" if is_verbose else QUIET)
    os.environ.setdefault("PREFECT_SERVER_LOGGING_LEVEL", "WARNING" if is_verbose else QUIET)
    if not has_server() and "PREFECT_HOME" not in os.environ:
        home = warehouse.absolute() / "work" / HOME
        os.environ["PREFECT_HOME"] = str(home)
        lay_tables(home)


def has_server() -> bool:
    """Tell whether the user has a Prefect server: named in the environment or in a profile."""
    if os.environ.get("PREFECT_API_URL"):
        return True
    profiles = Path(os.environ.get("PREFECT_PROFILES_PATH", prefect_home() / "profiles.toml"))
    return profiles.is_file() and "PREFECT_API_URL" in profiles.read_text(encoding="utf-8", errors="replace")


def prefect_home() -> Path:
    """Return the folder in which Prefect keeps its state, as things are set."""
    return Path(os.environ.get("PREFECT_HOME", "~/.prefect")).expanduser()


def lay_tables(home: Path) -> None:
    """Copy the kept database, if there is one, to a home that has none; Prefect makes its own where that fails."""
    kept = kept_tables()
    if kept.exists() and not has_tables(home):
        with suppress(OSError, sqlite3.Error):
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            copy_database(kept, home / DATABASE)


def has_tables(home: Path) -> bool:
    """Tell whether a home of Prefect's has a database."""
    return (home / DATABASE).exists()


def keep_tables(home: Path) -> None:
    """Keep the database that a server has just made, for warehouses to come."""
    kept = kept_tables()
    if has_tables(home) and not kept.exists():
        with suppress(OSError, sqlite3.Error):
            kept.parent.mkdir(parents=True, exist_ok=True)
            copy_database(home / DATABASE, kept)


def kept_tables() -> Path:
    """Return where the empty database of this version of Prefect is kept: in the user's folder of caches."""
    caches = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(caches).expanduser() / "newsledger" / f"prefect-{version('prefect')}.db"


def copy_database(source: Path, target: Path) -> None:
    """Copy a database as of its last commit, under its name only when it is whole."""
    part = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
