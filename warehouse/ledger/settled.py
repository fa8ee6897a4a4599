"""What has been settled of the ledger as a whole: each volume's dates, by a fingerprint, and the entities.

Nothing is lost with the files: what they do not name is settled again, which changes nothing where all is well.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from warehouse.folder import layout
from warehouse.folder.files import failures_explained, replace_file
from warehouse.ledger.head import Head
from warehouse.records import Article, DateExpression, Figure, Mention, Quotation, content_key


def read_settled(folder: Path) -> dict[str, str]:
    """Read the fingerprints of a warehouse's settled volumes; none where the file is missing or damaged."""
    path = folder / layout.SETTLED_VOLUMES
    with failures_explained(path):
        content = path.read_bytes() if path.exists() else b"{}"
    try:
        settled = json.loads(content)
    except ValueError:
        return {}
    return settled if isinstance(settled, dict) else {}


def write_settled(folder: Path, settled: Mapping[str, str]) -> None:
    """Write down the fingerprints of the settled volumes, at once."""
    path = folder / layout.SETTLED_VOLUMES
    content = json.dumps(dict(sorted(settled.items())), indent=2, ensure_ascii=False) + "\n"
    with failures_explained(path):
        replace_file(path, content.encode(), work=folder / layout.WORK)


def state_of_mentions(head: Head, *, rules: str) -> str:
    """Name the published state that entities follow from, with the rules and corrections that are given."""
    tables = (Article, Mention, Figure, Quotation, DateExpression)  # the last three are what corrections look for
    changed = [head.tables[record.table].changed_in for record in tables]
    return content_key(*changed, rules)


def read_resolved(folder: Path) -> str:
    """Read from which state a warehouse's entities were resolved; empty where that is not known."""
    path = folder / layout.RESOLVED_ENTITIES
    with failures_explained(path):
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def write_resolved(folder: Path, state: str) -> None:
    """Write down from which state the entities were resolved, at once."""
    path = folder / layout.RESOLVED_ENTITIES
    with failures_explained(path):
        replace_file(path, state.encode(), work=folder / layout.WORK)
