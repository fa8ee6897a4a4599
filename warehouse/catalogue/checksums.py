"""`checksums.json`: the size and SHA-256 of each file that is published, so that a flipped bit is noticed and named.

Parquet has checksums of pages, but hardly a writer sets them: what a damaged page decodes to looks like any other row.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from warehouse.folder import layout
from warehouse.folder.files import failures_explained, replace_file

Sums = dict[str, tuple[int, str]]
"""By the path of a file within the warehouse, its size and SHA-256."""

CHANGING = (layout.HEAD, layout.LOG)
"""Parts of paths whose files may be written again under the same name; others are new files whenever they change."""


def write_checksums(folder: Path, files: Iterable[Path]) -> None:
    """Write down the checksums of files as they are; those that were known and cannot change are not read again."""
    known = {name: size_and_sum for name, size_and_sum in read_checksums(folder).items() if not may_change(name)}
    path = folder / layout.CHECKSUMS
    with failures_explained(path):
        sums = {str(file.relative_to(folder)): file for file in files}
        content = as_json({name: known.get(name) or checksum(file) for name, file in sorted(sums.items())})
        if not path.exists() or path.read_bytes() != content:
            replace_file(path, content, work=folder / layout.WORK)


def read_checksums(folder: Path) -> Sums:
    """Read the checksums of a warehouse; none where there are none yet, or they are damaged themselves."""
    path = folder / layout.CHECKSUMS
    with failures_explained(path):
        content = path.read_bytes() if path.exists() else b""
    try:
        stated = json.loads(content)
        sums = {str(name): (int(size), str(digest)) for name, (size, digest) in stated["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}
    return sums if as_json(sums) == content else {}


def changed_files(folder: Path) -> Iterator[str]:
    """Yield the published files that are there, but not as they were written, `checksums.json` itself among them.

    What is missing is found by whoever reads it; old entries of the logs may be cleared away.
    """
    sums = read_checksums(folder)
    if not sums and (folder / layout.CHECKSUMS).exists():
        yield layout.CHECKSUMS
    for name, expected in sums.items():
        path = folder / name
        with failures_explained(path):
            if path.exists() and checksum(path) != expected:
                yield name


def lost_files(folder: Path) -> Iterator[str]:
    """Say which published files are missing or of another size; nothing is read but their sizes, so that it is quick.

    What may be written again, or cleared away, is left to whoever reads it.
    """
    for name, (size, _) in read_checksums(folder).items():
        path = folder / name
        if may_change(name):
            continue
        with failures_explained(path):
            found = path.stat().st_size if path.exists() else None
        if found is None:
            yield f"{path} is missing"
        elif found != size:
            yield f"{path} is damaged ({found:,} bytes where {size:,} were written)"


def may_change(name: str) -> bool:
    """Tell whether a file of this path may be written again."""
    return any(part in CHANGING for part in Path(name).parts)


def checksum(path: Path) -> tuple[int, str]:
    """Return the size and the SHA-256 of a file."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return path.stat().st_size, digest


def as_json(sums: Sums) -> bytes:
    """Write checksums with a checksum of their own."""
    files = {name: list(size_and_sum) for name, size_and_sum in sums.items()}
    own = hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()
    return (json.dumps({"sha256": own, "files": files}, indent=1, sort_keys=True) + "\n").encode()
