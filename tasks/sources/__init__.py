"""Where raw news comes from: files, folders, globs and archives, read once, in sorted order, within limits.

- `refusal`: the exception of a file that cannot become an article.
- `limits`: how much is read before it is too much.
- `budget`: what an archive has cost so far.
- `names`: hidden, packed and unsafe names.
- `globs`: patterns, matched while a folder is walked.
- `locations`: paths, folders and globs of a command line.
- `selections`: which sources a path stands for, there or not.
- `walking`: every file once, in sorted order.
- `settling`: files that are still being written.
- `reading`: one file whole, bounded.
- `parts`: the articles of a file that holds many.
- `members`: the members of zip and tar archives.
- `archives`: what is packed, read in one pass.
"""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from tasks.sources.archives import read_archive, read_file
from tasks.sources.globs import MAGIC, split_glob
from tasks.sources.limits import Limits
from tasks.sources.locations import (
    Location,
    NothingFound,
    SkipListener,
    Skipped,
    absolute,
    refusal_of,
    rejection,
    unsettled,
)
from tasks.sources.names import TAR_SUFFIXES, ZIP_SUFFIXES
from tasks.sources.parts import Cutter, Rules, uncut, unheld
from tasks.sources.refusal import Refusal
from tasks.sources.settling import is_settled
from tasks.sources.walking import walk_folder, walk_path
from warehouse.records import RawFile, Rejection

__all__ = ["Limits", "NothingFound", "Skipped", "find", "log_skip", "read_sources"]

LOGGER = logging.getLogger(__name__)


def log_skip(skip: Skipped) -> None:
    """Write a file that was left out to the log."""
    LOGGER.info("skipped %s: %s", skip.source_path, skip.reason)


def read_sources(
    paths: Sequence[str],
    *,
    limits: Limits,
    on_skip: SkipListener = log_skip,
    cutter: Cutter = uncut,
    is_held: Callable[[RawFile], bool] = unheld,
) -> Iterator[RawFile | Rejection]:
    """Read every file that the paths lead to, once, in the order of the paths and sorted below each.

    A path is a file, an archive, a folder or a glob (`**` for any folders); one that exists by its very name is no
    glob. A file's `source` is relative to the folder named, or to the part of a glob before its first wildcard; that
    of a member is its archive's, `!` and its own name; that of an article of a file that the `cutter` cuts is the
    file's, `#` and its locator; of a file that `is_held` whole the `cutter` is not asked. Hidden files below a folder
    or in an archive are left out and told to `on_skip`, and so are those still being written (`settling`). Raises
    NothingFound, before anything is read, where a path or glob leads to nothing.
    """
    found = [find(path, on_skip=on_skip) for path in paths]
    rules = Rules(limits=limits, on_skip=on_skip, cutter=cutter, is_held=is_held)
    return read_all(each_once(chain.from_iterable(found)), rules)


def find(path: str, *, on_skip: SkipListener) -> Iterable[Location | Rejection]:
    """Find the files that one path of the command line leads to."""
    if os.path.lexists(path):
        return walk_path(absolute(path), on_skip=on_skip)
    if not MAGIC.search(path):
        raise NothingFound(f"{path}: no such file or folder. Check the path.")
    folder, pattern = split_glob(path)
    if not os.path.isdir(folder):  # noqa: PTH112 - a name that is not UTF-8 stays as it is
        raise NothingFound(f"{path}: no folder {folder}. Check the path.")
    matched = list(walk_folder(absolute(folder), pattern, on_skip=on_skip))
    if not matched:
        raise NothingFound(f"{path}: the pattern matches no file. Check it, and quote it against the shell.")
    return matched


def each_once(found: Iterable[Location | Rejection]) -> Iterator[Location | Rejection]:
    """Leave out what was found before, by another path or through a symbolic link."""
    seen: set[str] = set()
    for item in found:
        path = item.source_path if isinstance(item, Rejection) else item.real_path
        if path not in seen:
            seen.add(path)
            yield item


def read_all(found: Iterable[Location | Rejection], rules: Rules) -> Iterator[RawFile | Rejection]:
    """Read what was found; what cannot be read becomes a rejection."""
    for item in found:
        if isinstance(item, Rejection):
            yield item
            continue
        if not is_settled(item):
            rules.on_skip(unsettled(item))
            continue
        try:
            yield from read_location(item, rules)
        except Refusal as refusal:
            yield rejection(item, refusal)
        except OSError as error:
            yield rejection(item, refusal_of(error))


def read_location(location: Location, rules: Rules) -> Iterator[RawFile | Rejection]:
    """Read a file, or the members of an archive, as the end of its name says."""
    if location.path.lower().endswith((*ZIP_SUFFIXES, *TAR_SUFFIXES)):
        yield from read_archive(location, rules)
    else:
        yield from read_file(location, rules)
