"""Which state of each volume has been dated as a whole: `work/settled_volumes.json`, a fingerprint a volume.

Nothing is lost with the file: volumes that it does not name are dated again, which changes nothing where all is well.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from warehouse.folder import layout
from warehouse.folder.files import failures_explained, replace_file


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
