"""From the bucket into the copy: only what the copy lacks, and what it has beyond the publication goes."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from warehouse.folder import layout
from warehouse.folder.files import failures_explained
from warehouse.ledger.head import read_head
from warehouse.ledger.published import files_by_table
from warehouse.remote.copy import (
    LAST_CHECKPOINT,
    SMALL_PARTS,
    Copy,
    CopyState,
    follow,
    is_held,
    is_log,
    known,
    travelling,
)
from warehouse.remote.publication import StoredFile
from warehouse.remote.requests import Bucket, ObjectMissingError, each

USER_PARTS = (layout.SETTINGS, layout.CORRECTIONS)
"""Files that only the user writes, and lays into the bucket."""


def pull(
    bucket: Bucket,
    copy: Copy,
    state: CopyState,
    files: Mapping[str, StoredFile],
    *,
    is_whole: bool,
    is_tolerant: bool = False,
) -> int:
    """Make the copy what a publication's files say, and return how many files were fetched.

    Where not the whole is wanted, earlier states and the bytes of refused files stay away. `is_tolerant` leaves out
    what is missing in the bucket; else `ObjectMissingError` is raised for it.
    """
    with failures_explained(copy.folder):
        copy.folder.mkdir(parents=True, exist_ok=True)
        remove_unpublished(copy, files)
    follow(state, files)
    fetched = fetch(bucket, copy, state, filter(is_small, files), is_tolerant=is_tolerant)
    others = [path for path in files if not is_small(path)]
    if not is_whole:
        wanted = current_files(copy)
        others = [path for path in others if path in wanted or path.startswith(f"{layout.MARTS_STORE}/")]
    return fetched + fetch(bucket, copy, state, others, is_tolerant=is_tolerant)


def is_small(path: str) -> bool:
    """Tell whether a file is needed to know which others are."""
    return path in SMALL_PARTS or is_log(path)


def remove_unpublished(copy: Copy, files: Mapping[str, StoredFile]) -> None:
    """Delete what the copy has beyond the publication; marts are left to the catalogue, which knows their readers."""
    for path in list(travelling(copy.folder)):
        if path not in files and not path.startswith(f"{layout.MARTS_STORE}/"):
            (copy.folder / path).unlink()
    for hint in (copy.folder / layout.TABLES).glob(f"*/{layout.LOG}/{LAST_CHECKPOINT}"):
        hint.unlink()  # It may speak of a checkpoint that is not published.


def current_files(copy: Copy) -> set[str]:
    """Return the data files of the published version of every table, of a copy that has the logs."""
    head = read_head(copy.folder)
    listed = files_by_table(copy.folder, head) if head else {}
    return {str(file.relative_to(copy.folder)) for files in listed.values() for file in files}


def fetch(bucket: Bucket, copy: Copy, state: CopyState, paths: Iterable[str], *, is_tolerant: bool) -> int:
    """Download those of the files that the copy does not hold; return how many."""

    def download(path: str) -> None:
        stored = state.published[path]
        with suppress(*([ObjectMissingError] if is_tolerant else [])):
            bucket.download(stored.key, copy.folder / path, e_tag=stored.e_tag)
            found = known(copy.folder / path)
            if found:
                state.held[path] = found

    lacking = [path for path in paths if not is_held(copy, state, path)]
    each(download, lacking)
    return len(lacking)


def pull_user_parts(bucket: Bucket, copy: Copy) -> None:
    """Fetch the user's settings and corrections, or take them away where the bucket has none."""

    def update(name: str) -> None:
        path = copy.folder / name
        try:
            content, _ = bucket.read(name)
        except ObjectMissingError:
            path.unlink(missing_ok=True)
            return
        path.write_bytes(content)

    with failures_explained(copy.folder):
        copy.folder.mkdir(parents=True, exist_ok=True)
        each(update, USER_PARTS)
