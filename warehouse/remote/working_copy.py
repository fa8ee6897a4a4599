"""A warehouse at hand: a folder as it is, or the copy of one in a bucket, fetched before a command and published after.

What a run leaves that was cut off, or withheld, stays in the copy: the next one goes on there, unless somebody else has
published meanwhile.
"""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from warehouse.catalogue.catalogue import publish
from warehouse.folder import lock
from warehouse.folder.errors import ConfigurationError, QueryError, WarehouseError
from warehouse.ledger.head import read_head
from warehouse.remote import lock as remote_lock
from warehouse.remote.address import is_remote, read_address
from warehouse.remote.copy import Copy, CopyState, copy_of, read_state, write_state
from warehouse.remote.publication import POINTER, has_moved_on, read_publication
from warehouse.remote.pull import USER_PARTS, pull, pull_user_parts
from warehouse.remote.push import OURS, push
from warehouse.remote.requests import Bucket, ObjectMissingError

ATTEMPTS = 3
"""How often a reader begins again because a new publication has taken the place of the one it was fetching."""


class Access(Enum):
    """What a command does with a warehouse; a repair takes what is still there of a damaged one."""

    READING = "what is published now"
    READING_PAST = "earlier states too"
    WRITING = "all, and publishes"
    MENDING = "what there is, and publishes"


@dataclass(slots=True)
class AtHand:
    """A warehouse's folder at hand, and how the user names the warehouse.

    `remark` is for the user; a run that has failed sets `is_withheld`, and nothing is published.
    """

    folder: Path
    name: str
    remark: str = ""
    is_withheld: bool = False


@contextmanager
def at_hand(warehouse: str, access: Access) -> Iterator[AtHand]:
    """Have a warehouse at hand within the block; what was written in one of a bucket is published at the block's end.

    Nothing is published where the block raises. Errors name the warehouse as the user does. Raise `WarehouseError`
    where the bucket cannot be had or somebody else writes there, `ConfigurationError` where the address or the
    environment's credentials cannot be used.
    """
    if not is_remote(warehouse):
        yield AtHand(Path(warehouse), warehouse)
        return
    address = read_address(warehouse)
    copy, bucket = copy_of(address), Bucket(address)
    opening = reading if access in {Access.READING, Access.READING_PAST} else writing
    try:
        with opening(bucket, copy, access) as opened:
            yield opened
    except (WarehouseError, ConfigurationError, QueryError) as error:
        error.args = (named(str(error), folder=copy.folder, name=address.url),)
        raise


def named(text: str, *, folder: Path, name: str) -> str:
    """Name a warehouse in a text as the user does, instead of by the folder of its copy."""
    return text.replace(str(folder), name).replace(str(folder.parent), name)


@contextmanager
def reading(bucket: Bucket, copy: Copy, access: Access) -> Iterator[AtHand]:
    """Bring the copy up to what is published, unless a run is at work in it."""
    opened = AtHand(copy.folder, bucket.address.url)
    with lock.awaited(copy.changing):
        try:
            descriptor = lock.acquire(copy.writing)
        except WarehouseError:
            opened.remark = f"{opened.name} is being written from this machine: its copy here is shown as it stands."
        else:
            try:
                opened.remark = bring_up_to_date(bucket, copy, is_whole=access is Access.READING_PAST)
            finally:
                lock.release(descriptor)
    yield opened


def bring_up_to_date(bucket: Bucket, copy: Copy, *, is_whole: bool) -> str:
    """Fetch what the copy lacks for reading; return a remark for the user where it holds what is not published."""
    state = read_state(copy)
    if state.is_ahead and not has_moved_on(bucket, e_tag=state.e_tag):
        return (
            f"{bucket.address.url}: an earlier run ended before it could publish. Shown is what it left on this "
            "machine; run the same ingest again."
        )
    for attempt in range(1, ATTEMPTS + 1):
        try:
            fetch_published(bucket, copy, state, is_whole=is_whole)
        except ObjectMissingError:
            if attempt == ATTEMPTS:
                raise
        else:
            break
    pull_user_parts(bucket, copy)
    return ""


def fetch_published(bucket: Bucket, copy: Copy, state: CopyState, *, is_whole: bool) -> None:
    """Fetch what is published and not held, and make marts and catalogue fit this machine."""
    files = state.published
    e_tag = state.e_tag
    if e_tag is None or bucket.has_changed(POINTER, e_tag=e_tag):
        found = read_publication(bucket)
        if found is None:
            raise WarehouseError(
                f"{bucket.address.url} holds no warehouse. Name its bucket and prefix with --warehouse, or make one "
                "with `newsledger ingest PATH`."
            )
        files, e_tag = dict(found[0].files), found[1]
    pull(bucket, copy, state, files, is_whole=is_whole)
    state.e_tag, state.is_ahead = e_tag, False
    write_state(copy, state)
    make_ready(copy)


def make_ready(copy: Copy) -> None:
    """Build the catalogue of this machine, where there is not the right one; nothing of a repair that was cut off."""
    head = read_head(copy.folder)
    if head and not head.incomplete:
        publish(copy.folder)


@contextmanager
def writing(bucket: Bucket, copy: Copy, access: Access) -> Iterator[AtHand]:
    """Hold the warehouse's lock, work in the copy, publish."""
    with ExitStack() as until_published:
        with lock.awaited(copy.changing):
            until_published.enter_context(lock.held(copy.writing))
            state = read_state(copy)
            write_state(copy, state)  # with its name, by which the lock is known again after a crash
            until_published.enter_context(remote_lock.held(bucket, copy_id=state.copy_id))
            prepare(bucket, copy, state, is_mending=access is Access.MENDING)
        opened = AtHand(copy.folder, bucket.address.url)
        yield opened
        if not opened.is_withheld:
            push(bucket, copy, state)


def prepare(bucket: Bucket, copy: Copy, state: CopyState, *, is_mending: bool) -> None:
    """Make the copy what is published, or leave it where it is ahead of just that; note that it will be ahead."""
    found = read_publication(bucket)
    e_tag = found[1] if found else None
    if found is None and not (is_mending and state.published):
        begin(bucket, copy, state)
    elif not state.is_ahead or e_tag != state.e_tag:
        files = found[0].files if found else state.published
        pull(bucket, copy, state, files, is_whole=True, is_tolerant=is_mending)
        state.e_tag = e_tag
        if not is_mending:
            make_ready(copy)
    pull_user_parts(bucket, copy)
    state.is_ahead = True
    write_state(copy, state)


def begin(bucket: Bucket, copy: Copy, state: CopyState) -> None:
    """Begin a warehouse where none is published; raise `WarehouseError` where objects stand in its way.

    What this copy uploaded before it was cut off does not.
    """
    if state.is_ahead and state.e_tag is None:
        return
    expected = {remote_lock.LOCK, *USER_PARTS, ""}  # an empty key is the prefix as a folder, which consoles make
    others = sorted(listed.key for listed in bucket.list_all() if listed.key not in expected)
    url = bucket.address.url
    if any(key.startswith(OURS) for key in others):
        raise WarehouseError(
            f"{url}/{POINTER} is missing, which says what is published. Bring it back from the bucket's versions, or "
            f"run `newsledger repair --warehouse {url}` on a machine that has used the warehouse; where a first ingest "
            "was cut off on another machine, delete the objects."
        )
    if others:
        raise WarehouseError(
            f"{url} is no warehouse and holds other objects ({', '.join(others[:3])}). Choose an empty prefix with "
            "--warehouse."
        )
    shutil.rmtree(copy.folder, ignore_errors=True)
    copy.folder.mkdir(parents=True)
    state.e_tag, state.published, state.held = None, {}, {}
