"""Which files are new or changed: decided by their bytes and by the version of the rules that read them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tasks.formats import AS_SHOWN, COLUMN_MISSING, FORMAT_UNKNOWN, SAME_NAMES, Wish, cut_of
from tasks.freshness.causes import CHANGED, NEW, READ, UNREADABLE, Cause, cause, stale_tables
from tasks.freshness.versions import versions_by_key
from tasks.resolvers.versions import Versions, versions
from tasks.settings.configuration import Configuration
from tasks.sources import Limits, Skipped, read_sources
from tasks.sources.parts import Cutter
from tasks.sources.selections import Selection, selection_of
from warehouse.ledger.landed import all_landed
from warehouse.ledger.ledger import KnownFile, Ledger
from warehouse.records import RawFile, Rejection, Run


@dataclass(slots=True)
class Inventory:
    """What was seen of the files on the way: all of them, those the ledger held already, those left out or unreadable.

    `unreadable_paths` may be folders and archives: nobody knows what became of the files in them. `causes` counts why
    files are not held as they are now; `stale_articles` names, by key, the tables to be found again in stored texts.
    """

    source_paths: set[str] = field(default_factory=set)
    unreadable_paths: set[str] = field(default_factory=set)
    unchanged_count: int = 0
    skipped_count: int = 0
    causes: Counter[Cause] = field(default_factory=Counter)
    stale_articles: dict[str, frozenset[str]] = field(default_factory=dict)

    def note(self, source: RawFile | Rejection) -> None:
        """Take note of a file that was read, or could not be."""
        seen = self.unreadable_paths if isinstance(source, Rejection) else self.source_paths
        seen.add(source.source_path)

    def note_skipped(self, skip: Skipped) -> None:
        """Take note of a file that was left out; one that is still being written is there, but has not been read."""
        self.skipped_count += 1
        if not skip.is_settled:
            self.unreadable_paths.add(skip.source_path)

    @property
    def file_count(self) -> int:
        """Number of files looked at."""
        return len(self.source_paths | self.unreadable_paths)


@dataclass(frozen=True, kw_only=True)
class Held:
    """What the ledger holds of files, what the versions stood for that decided them, and the versions of today."""

    files: Mapping[str, KnownFile]
    known_versions: Mapping[str, Versions]
    now: Versions = field(default_factory=versions)

    @cached_property
    def containers(self) -> frozenset[str]:
        """The files of which parts are held, though one may be held as a whole besides: its reading was forced."""
        return frozenset(path.rpartition("#")[0] for path in self.files if "#" in path)

    def holds(self, file: RawFile) -> bool:
        """Tell whether a file is held as the one article that it is, as today's rules read it."""
        before = self.files.get(file.source_path)
        return (
            before is not None
            and before.content_sha256 == file.content_sha256
            and before.pipeline_version == self.now.key
            and file.source_path not in self.containers
        )


def held_by(ledger: Ledger, *, wish: Wish = AS_SHOWN, configuration: Configuration | None = None) -> Held:
    """Return what a ledger holds; files that were refused count as new where they are to be read otherwise now."""
    files, settings = ledger.known_files(), configuration or Configuration()
    may_differ = wish != AS_SHOWN or settings.formats or settings.tables
    for row in all_landed(ledger, Rejection) if may_differ else ():
        if row.article_id is None and (wish.is_forced or is_named_now(row, wish=wish, settings=settings)):
            files.pop(row.source_path, None)
    return Held(files=files, known_versions=versions_by_key(all_landed(ledger, Run)))


def is_named_now(refused: Rejection, *, wish: Wish, settings: Configuration) -> bool:
    """Tell whether a file's format, or the columns of its table, are named now, for want of which it was refused."""
    name = refused.source.rpartition("#")[0] or refused.source
    if refused.rule == COLUMN_MISSING:
        return settings.columns_for(name) != SAME_NAMES
    return refused.rule == FORMAT_UNKNOWN and bool(wish.format_name or settings.format_for(name))


def changes(
    paths: Sequence[str], *, limits: Limits, held: Held, inventory: Inventory, cutter: Cutter = cut_of
) -> Iterator[RawFile | Rejection]:
    """Pass on what is to be read: what the ledger does not hold as it is now, by this version of the formats.

    All is noted in passing, and so are the articles whose stored texts are enough. What a held file is, it is not asked
    again: to ask takes longer than to read it.
    """
    now, on_skip = held.now, inventory.note_skipped
    for source in read_sources(paths, limits=limits, on_skip=on_skip, cutter=cutter, is_held=held.holds):
        inventory.note(source)
        before = held.files.get(source.source_path)
        if before and before.content_sha256 == source.content_sha256:
            if before.pipeline_version == now.key:
                inventory.unchanged_count += 1
                continue
            then = held.known_versions.get(before.pipeline_version)
            tables = stale_tables(then, now) if before.article_id else None
            work = f"find {', '.join(sorted(tables))} again in the stored text" if tables else READ
            inventory.causes[Cause(work, cause(then, now))] += 1
            if before.article_id and tables:
                inventory.stale_articles[before.article_id] = tables
                continue
        else:
            inventory.causes[UNREADABLE if isinstance(source, Rejection) else CHANGED if before else NEW] += 1
        yield source


def gone(paths: Sequence[str], *, known: Iterable[str], inventory: Inventory) -> set[str]:
    """Return the files at `paths` that the ledger knows and that are not there any more, after all has been looked at.

    What lies in a folder or an archive that could not be read now may still be there, and stays.
    """
    looked_at = [selection_of(path) for path in paths]
    unreadable = [Selection(root=path) for path in inventory.unreadable_paths]
    missing = set(known) - inventory.source_paths
    return {path for path in missing if holds_any(looked_at, path) and not holds_any(unreadable, path)}


def holds_any(selections: Iterable[Selection], source_path: str) -> bool:
    """Tell whether one of several selections holds a file."""
    return any(selection.holds(source_path) for selection in selections)
