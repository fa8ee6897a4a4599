"""Walks the folders and globs of a command line: every file once, in sorted order, no loop, nothing unsaid."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tasks.sources.globs import Pattern, States, is_match, next_states, start_states
from tasks.sources.locations import Location, SkipListener, refusal_of, rejection, skipped
from tasks.sources.names import is_hidden
from tasks.sources.refusal import Refusal
from warehouse.records import Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder on the way down: its place, what is left in it, and how far the pattern has matched."""

    location: Location
    entries: Iterator[os.DirEntry[str]]
    states: States


@dataclass(slots=True, kw_only=True)
class Walk:
    """The state of one walk: the folders on the way down, and those entered so far."""

    on_skip: SkipListener
    folders: list[Folder] = field(default_factory=list)
    entered: set[tuple[str, States]] = field(default_factory=set)


def walk_path(path: str, *, on_skip: SkipListener) -> Iterator[Location | Rejection]:
    """Yield the file at a path, or the files in the folder there; the user named it, so that it may be hidden."""
    if os.path.isdir(path):  # noqa: PTH112 - a name that is not UTF-8 stays as it is
        yield from walk_folder(path, (), on_skip=on_skip)
        return
    name = os.path.basename(path)  # noqa: PTH119 - likewise
    yield check_file(Location(path=path, source=name, real_path=os.path.realpath(path)))


def walk_folder(path: str, pattern: Pattern, *, on_skip: SkipListener) -> Iterator[Location | Rejection]:
    """Yield the files below a folder that match a pattern, depth first, each folder's entries sorted by name."""
    walk = Walk(on_skip=on_skip)
    root = Location(path=path, source="", real_path=os.path.realpath(path))
    yield from enter(root, start_states(pattern), walk)
    while walk.folders:
        entry = next(walk.folders[-1].entries, None)
        if entry is None:
            walk.folders.pop()
        else:
            yield from visit(entry, pattern, walk)


def visit(entry: os.DirEntry[str], pattern: Pattern, walk: Walk) -> Iterator[Location | Rejection]:
    """Yield a file that matches, enter a folder below which some may, and tell of what is hidden."""
    folder = walk.folders[-1]
    states = next_states(pattern, folder.states, entry.name)
    if not states:
        return
    location = Location(
        path=entry.path,
        source=f"{folder.location.source}{entry.name}",
        real_path=os.path.realpath(entry.path) if entry.is_symlink() else f"{folder.location.real_path}/{entry.name}",
    )
    if is_hidden(entry.name):
        walk.on_skip(skipped(location))
    elif is_folder(entry):
        yield from enter(replace(location, source=f"{location.source}/"), states, walk)
    elif is_match(pattern, states):
        yield check_file(location)


def enter(location: Location, states: States, walk: Walk) -> Iterator[Rejection]:
    """Put a folder on the way down; one that cannot be listed, or that leads back up, is rejected."""
    if any(folder.location.real_path == location.real_path for folder in walk.folders):
        yield rejection(location, loop_refusal())
        return
    if (location.real_path, states) in walk.entered:
        return
    walk.entered.add((location.real_path, states))
    try:
        with os.scandir(location.path) as entries:
            in_order = sorted(entries, key=entry_name)
    except OSError as error:
        yield rejection(location, refusal_of(error))
        return
    walk.folders.append(Folder(location=location, entries=iter(in_order), states=states))


def entry_name(entry: os.DirEntry[str]) -> str:
    """Return what entries are sorted by."""
    return entry.name


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a folder or a link to one; what cannot be looked at is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def check_file(location: Location) -> Location | Rejection:
    """Return a location that holds a regular file, or why it holds none."""
    try:
        mode = os.stat(location.path).st_mode  # noqa: PTH116 - a name that is not UTF-8 stays as it is
    except OSError as error:
        return rejection(location, link_refusal(location, error))
    return location if stat.S_ISREG(mode) else rejection(location, irregular_refusal(mode))


def link_refusal(location: Location, error: OSError) -> Refusal:
    """Say why a file cannot be looked at: often a symbolic link to nothing, or to itself."""
    if not os.path.islink(location.path):  # noqa: PTH114 - a name that is not UTF-8 stays as it is
        return refusal_of(error)
    if isinstance(error, FileNotFoundError):
        target = os.readlink(location.path)  # noqa: PTH115 - likewise
        reason = f"The symbolic link leads to {target!r}, which does not exist"
        return Refusal("dangling_symlink", reason, repair="Restore the target or remove the link.")
    return loop_refusal() if not isinstance(error, PermissionError) else refusal_of(error)


def loop_refusal() -> Refusal:
    """Make the refusal of a link that leads back to where it came from."""
    reason = "The symbolic link leads back to a folder above it, or to itself"
    return Refusal("symlink_loop", reason, repair="Remove the link; what it leads to is read in its own place.")


def irregular_refusal(mode: int) -> Refusal:
    """Make the refusal of what is no regular file: reading it could wait forever."""
    kinds = ((stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISDIR, "a folder"))
    kind = next((name for is_kind, name in kinds if is_kind(mode)), "a device")
    return Refusal("not_a_regular_file", f"It is {kind}, not a file", repair="Copy its content into a file.")
