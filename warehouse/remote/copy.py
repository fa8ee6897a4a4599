"""The copy of a warehouse on this machine: an ordinary warehouse, and beside it what of it is as in the bucket.

Paths are those of the warehouse's own folder, as `tables/figures/….parquet`.
"""

import os
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from warehouse.folder import layout
from warehouse.folder.files import failures_explained, replace_file
from warehouse.remote.address import Address
from warehouse.remote.publication import StoredFile
from warehouse.remote.requests import endpoint_from_environment

CACHE_VARIABLE = "NEWSLEDGER_CACHE"
"""Names the folder of all copies in the environment."""

SMALL_PARTS = (layout.HEAD, layout.HISTORY, layout.SETTLED_VOLUMES, layout.RESOLVED_ENTITIES)
"""Files that are replaced, and that travel beside tables, marts and kept bytes."""

LAST_CHECKPOINT = "_last_checkpoint"
"""Delta's hint where its readers may begin; by the protocol they do without."""


class LocalFile(BaseModel):
    """By what a file is known again that nobody has touched."""

    model_config = ConfigDict(frozen=True)

    size: int
    modified_ns: int
    inode: int


class CopyState(BaseModel):
    """What is known of a copy: its name, the publication that it has (by tag), and which files are as published.

    `is_ahead` tells that a run has begun in it whose work is not in the bucket.
    """

    copy_id: str
    e_tag: str | None = None
    is_ahead: bool = False
    published: dict[str, StoredFile] = {}
    held: dict[str, LocalFile] = {}


@dataclass(frozen=True, slots=True)
class Copy:
    """The place of a copy."""

    home: Path

    @property
    def folder(self) -> Path:
        """The warehouse itself."""
        return self.home / "ledger"

    @property
    def changing(self) -> Path:
        """The lock of whoever compares the copy with the bucket; soon given back."""
        return self.home / "locks" / "changing"

    @property
    def writing(self) -> Path:
        """The lock of the run that writes the warehouse."""
        return self.home / "locks" / "writing"


def copy_of(address: Address) -> Copy:
    """Return where the copy of a warehouse is: one for each server, bucket and prefix."""
    base = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    root = Path(os.environ.get(CACHE_VARIABLE) or Path(base) / "newsledger")
    digest = sha256(f"{endpoint_from_environment()} {address.url}".encode()).hexdigest()[:12]
    readable = re.sub(r"[^A-Za-z0-9.]+", "-", f"{address.bucket}-{address.prefix}").strip("-.")[-40:]
    return Copy(root.resolve() / f"{readable}-{digest}")


def read_state(copy: Copy) -> CopyState:
    """Read what is known of a copy; where nothing is, all of it is fetched again."""
    try:
        return CopyState.model_validate_json((copy.home / "state.json").read_bytes())
    except (FileNotFoundError, ValidationError):
        return CopyState(copy_id=str(uuid.uuid4()))


def write_state(copy: Copy, state: CopyState) -> None:
    """Write down what is known of a copy, at once."""
    with failures_explained(copy.home):
        copy.folder.mkdir(parents=True, exist_ok=True)
        replace_file(copy.home / "state.json", state.model_dump_json().encode(), work=copy.home)


def known(path: Path) -> LocalFile | None:
    """Return by what a file is known again; None where there is none."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return LocalFile(size=found.st_size, modified_ns=found.st_mtime_ns, inode=found.st_ino)


def is_held(copy: Copy, state: CopyState, path: str) -> bool:
    """Tell whether a file of the copy is what is published."""
    there = known(copy.folder / path)
    return there is not None and there == state.held.get(path) and path in state.published


def follow(state: CopyState, files: Mapping[str, StoredFile]) -> None:
    """Take other files for the published ones; those held of them are those that are the same as before."""
    state.held = {path: file for path, file in state.held.items() if state.published.get(path) == files.get(path)}
    state.published = dict(files)


def travelling(folder: Path) -> Iterator[str]:
    """Yield the files of a warehouse that its publication names: all but what each machine makes for itself.

    The catalogue holds paths of this machine; of the marts, those that are shown travel.
    """
    yield from (path for path in SMALL_PARTS if (folder / path).exists())
    marts = folder / layout.MARTS
    shown = [marts.resolve()] if marts.exists() else []
    for part in (folder / layout.TABLES, folder / layout.REJECTED, *shown):
        for path in sorted(part.rglob("*")):
            if path.is_file() and path.name != LAST_CHECKPOINT and not path.name.startswith(".") and is_whole(path):
                yield str(path.relative_to(folder.resolve() if part in shown else folder))


def is_whole(path: Path) -> bool:
    """Tell whether a file is one that a crash has not left half-written."""
    return path.suffix not in {".part", ".tmp"}


def is_log(path: str) -> bool:
    """Tell whether a file belongs to the log of a Delta table."""
    return path.startswith(f"{layout.TABLES}/") and f"/{layout.LOG}/" in path
