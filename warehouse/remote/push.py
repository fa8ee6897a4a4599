"""From the copy into the bucket: what is new first, then the object that names it, then what has expired goes.

Whoever calls holds the lock, so objects that no publication names are left of an upload that was cut off.
"""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial

from warehouse.folder import layout
from warehouse.folder.errors import WarehouseError
from warehouse.remote.copy import (
    SMALL_PARTS,
    Copy,
    CopyState,
    LocalFile,
    follow,
    is_held,
    is_log,
    known,
    travelling,
    write_state,
)
from warehouse.remote.lock import check_held
from warehouse.remote.marts import is_mart, show_marts
from warehouse.remote.publication import Publication, StoredFile, has_moved_on, overtaken, write_publication
from warehouse.remote.requests import Bucket, ConditionError, Listed, each

STATES = ".states"
"""Folder of the small files that are replaced, one folder an upload, so that a publication's own stay as they are."""

OURS = (f"{layout.TABLES}/", f"{layout.MARTS_STORE}/", f"{layout.REJECTED}/", f"{STATES}/")
"""Where all lies that publications name."""

NAMED_BY_CHANCE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}.*\.parquet$")
"""A data file of Delta: its name, with a UUID, is never given twice."""

Files = dict[str, StoredFile]


def push(bucket: Bucket, copy: Copy, state: CopyState) -> None:
    """Publish what the copy holds, where it differs, and tidy the bucket.

    Raise `WarehouseError` where somebody else has published since, or where a request fails; what was published is then
    as it was, and what is uploaded already need not be uploaded again.
    """
    if has_moved_on(bucket, e_tag=state.e_tag):
        raise overtaken(bucket)
    check_held(bucket, copy_id=state.copy_id)  # What is deleted below would else be another writer's work.
    listed = {each_one.key: each_one for each_one in bucket.list_all() if each_one.key.startswith(OURS)}
    published = {stored.key for stored in state.published.values()}
    paths = list(travelling(copy.folder))
    left = {key: listed[key] for key in listed.keys() - published}
    usable = {key: one for key, one in left.items() if key in paths and is_finished(copy, key, one)}
    bucket.delete(left.keys() - usable.keys())
    publication = Publication(upload=str(uuid.uuid4()), files={})
    files = upload_all(bucket, copy, state, paths, usable=usable, upload=publication.upload)
    publication = publication.model_copy(update={"files": files})
    if files != state.published or state.e_tag is None:
        state.e_tag = write_publication(bucket, publication, over=state.e_tag)
        follow(state, files)
        state.held = {path: found for path in files if (found := known(copy.folder / path))}
    state.is_ahead = False
    write_state(copy, state)
    bucket.delete(published - {stored.key for stored in files.values()})
    show_marts(bucket, publication)


def is_finished(copy: Copy, key: str, listed: Listed) -> bool:
    """Tell whether an object is a data file that an upload which was cut off had brought up whole."""
    there = known(copy.folder / key)
    return bool(NAMED_BY_CHANCE.search(key)) and there is not None and there.size == listed.size


def upload_all(
    bucket: Bucket, copy: Copy, state: CopyState, paths: Iterable[str], *, usable: Mapping[str, Listed], upload: str
) -> Files:
    """Upload what differs; return every file with the object that has its content.

    Logs of Delta tables come after their data, entry by entry, since readers of a table follow them.
    """
    files: Files = {path: state.published[path] for path in paths if is_held(copy, state, path)}
    files |= {path: StoredFile(key=path, e_tag=usable[path].e_tag, size=usable[path].size) for path in usable}
    lacking = [path for path in paths if path not in files]
    marts = filter(is_mart, state.held.keys() & state.published.keys())
    twins = {state.held[path]: state.published[path] for path in marts}
    send = partial(upload_one, bucket, copy, state)
    small = [path for path in lacking if path in SMALL_PARTS]
    logs = [path for path in lacking if is_log(path)]
    others = [path for path in lacking if path not in SMALL_PARTS and not is_log(path)]
    files |= zip(others, each(lambda path: copied(bucket, copy, path, twins) or send(path), others), strict=True)
    for entries in each(lambda entries: [(path, send(path)) for path in entries], by_table(logs)):
        files |= entries
    files |= zip(small, each(lambda path: send(path, key=f"{STATES}/{upload}/{path}"), small), strict=True)
    return files


def by_table(logs: Iterable[str]) -> list[list[str]]:
    """Put the entries of each table's log in the order in which they were written."""
    tables = defaultdict(list)
    for path in logs:
        tables[path.partition(f"/{layout.LOG}/")[0]].append(path)
    return [sorted(entries) for entries in tables.values()]


def copied(bucket: Bucket, copy: Copy, path: str, twins: Mapping[LocalFile, StoredFile]) -> StoredFile | None:
    """Let the bucket copy a mart's file that was taken over from the marts before; None where it was not."""
    there = known(copy.folder / path)
    twin = twins.get(there) if there else None
    return StoredFile(key=path, e_tag=bucket.copy(twin.key, path), size=twin.size) if twin else None


def upload_one(bucket: Bucket, copy: Copy, state: CopyState, path: str, *, key: str | None = None) -> StoredFile:
    """Upload a file; an entry of a log that is not published yet must not be there either."""
    before = known(copy.folder / path)
    assert before is not None, path
    try:
        is_new = is_log(path) and path not in state.published
        e_tag = bucket.upload(copy.folder / path, key or path, is_new=is_new)
    except ConditionError as error:
        raise WarehouseError(
            f"{bucket.address.url}: another writer is at work there in spite of the lock, so nothing of this run was "
            "published. See that there is one, then run the same command again."
        ) from error
    return StoredFile(key=key or path, e_tag=e_tag, size=before.size)
