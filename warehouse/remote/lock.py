"""One writer at a time, on whatever machine: an object that is made only where there is none.

S3 does not take a lock back when its holder dies, as an operating system does. A copy of the warehouse has one writer
(`warehouse/folder/lock.py`), so the lock that an earlier run from the same copy left is known to be nobody's and is
taken over; one that another machine left is given up by command, as Terraform does with its own
(https://developer.hashicorp.com/terraform/cli/commands/force-unlock).
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict, ValidationError

from warehouse.folder.errors import WarehouseError
from warehouse.remote.requests import Bucket, ConditionError, ObjectMissingError

LOCK = "lock.json"
"""Its key below the prefix."""


class Holder(BaseModel):
    """Who holds the lock: by which copy of the warehouse, on which machine, in which process, since when (UTC)."""

    model_config = ConfigDict(frozen=True)

    copy_id: str
    machine: str
    process: int
    since: datetime

    def in_words(self) -> str:
        """Name the holder for the user."""
        return f"process {self.process} on {self.machine} since {self.since:%Y-%m-%d %H:%M} UTC"


@contextmanager
def held(bucket: Bucket, *, copy_id: str) -> Iterator[None]:
    """Hold the lock within the block; whoever calls is this copy's one writer.

    Raise `WarehouseError` where another copy's writer holds it, or where the server does not keep such promises.
    """
    take(bucket, copy_id=copy_id)
    try:
        yield
    finally:
        with suppress(WarehouseError):  # The next run from this copy takes it over; others are told what to do.
            bucket.delete([LOCK])


def take(bucket: Bucket, *, copy_id: str) -> None:
    """Take the lock, or take it over from an earlier run of the same copy."""
    holder = Holder(copy_id=copy_id, machine=socket.gethostname(), process=os.getpid(), since=datetime.now(UTC))
    content = holder.model_dump_json().encode()
    over = None
    for _ in range(2):
        with suppress(ConditionError):
            check_conditions(bucket, content, e_tag=bucket.write(LOCK, content, over=over))
            return
        found = read_holder(bucket)
        if found and found[0] == holder:  # a request that was sent again has met what it had written
            return
        if found and found[0].copy_id != copy_id:
            raise being_written(bucket, found[0])
        over = found[1] if found else None
    raise WarehouseError(f"{bucket.address.url} is being written by somebody else. Run the same command again later.")


def check_held(bucket: Bucket, *, copy_id: str) -> None:
    """Raise `WarehouseError` where the lock of this copy's run was given up meanwhile."""
    found = read_holder(bucket)
    if not found or found[0].copy_id != copy_id:
        raise WarehouseError(
            f"{bucket.address.url}: the lock of this run was given up meanwhile, so nothing of it was published. "
            "See that nobody else writes there, then run the same command again."
        )


def check_conditions(bucket: Bucket, content: bytes, *, e_tag: str) -> None:
    """Raise `WarehouseError` where the server overwrites what is there in spite of the condition: no lock holds."""
    try:
        bucket.write(LOCK, content, over=None)
    except ConditionError:
        return
    raise WarehouseError(
        f"{bucket.address.url}: the server ignores `If-None-Match` (object {e_tag} was overwritten), so that two "
        "writers would destroy each other's work. Use a server that has S3's conditional writes."
    )


def being_written(bucket: Bucket, holder: Holder) -> WarehouseError:
    """Build the error for a warehouse whose lock another copy holds."""
    url = bucket.address.url
    return WarehouseError(
        f"{url} is being written by {holder.in_words()}. Wait until it is done; if that process is gone, run "
        f"`newsledger unlock --warehouse {url}`."
    )


def read_holder(bucket: Bucket) -> tuple[Holder, str] | None:
    """Return who holds the lock, and its object's tag; None where nobody does."""
    try:
        content, e_tag = bucket.read(LOCK)
        return Holder.model_validate_json(content), e_tag
    except ObjectMissingError:
        return None
    except ValidationError as error:
        raise WarehouseError(
            f"{bucket.address.url}/{LOCK} is no lock of Newsledger's. If nobody writes there, delete the object."
        ) from error


def give_up(bucket: Bucket) -> str | None:
    """Take the lock from its holder, whoever that is; return the holder in words, None where there was none."""
    found = read_holder(bucket)
    if found:
        bucket.delete([LOCK])
    return found[0].in_words() if found else None
