"""Prefect as an ingest wants it: no server to start, no account, nothing sent anywhere, quiet unless asked.

Import this module and call `prepare` before anything imports Prefect, which reads its settings once.
"""

import os
from pathlib import Path

HOME = "prefect"
"""Folder of Prefect's own state, below the warehouse's `work`."""

QUIET = "CRITICAL"
"""Prefect logs the traceback of whatever ends a flow as an error; the command tells the user in words."""

STARTUP_SECONDS = "180"
"""The ephemeral server took up to 20 s, Prefect's own limit, on a loaded machine of two cores; more is no harm."""


def prepare(warehouse: Path, *, is_verbose: bool) -> None:
    """Set what the user has not set: an ephemeral API whose state lies in the warehouse's folder."""
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", STARTUP_SECONDS)
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO" if is_verbose else QUIET)
    os.environ.setdefault("PREFECT_SERVER_LOGGING_LEVEL", "WARNING" if is_verbose else QUIET)
    if not has_server():
        os.environ.setdefault("PREFECT_HOME", str(warehouse.absolute() / "work" / HOME))


def has_server() -> bool:
    """Tell whether the user has a Prefect server: named in the environment or in a profile."""
    if os.environ.get("PREFECT_API_URL"):
        return True
    home = Path(os.environ.get("PREFECT_HOME", "~/.prefect")).expanduser()
    profiles = Path(os.environ.get("PREFECT_PROFILES_PATH", home / "profiles.toml"))
    return profiles.is_file() and "PREFECT_API_URL" in profiles.read_text(encoding="utf-8", errors="replace")
