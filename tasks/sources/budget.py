"""What an archive has cost so far, against the limits: the guard against bombs."""

from dataclasses import dataclass
from typing import Protocol

from tasks.sources.limits import RATIO_FREE_BYTES, Limits
from tasks.sources.refusal import Refusal

BOMB_REPAIR = "Leave it out; if it is honest, unpack it and cut it up, or raise `{limit}` in the configuration."


class Readable(Protocol):
    """A stream of bytes, whatever it comes from."""

    def read(self, size: int, /) -> bytes:
        """Read up to `size` bytes; none at the end."""


@dataclass(slots=True, kw_only=True)
class Budget:
    """Counts members and unpacked bytes of one archive."""

    limits: Limits
    packed_bytes: int
    member_count: int = 0
    unpacked_bytes: int = 0

    def add_member(self) -> None:
        """Count a member; refuse the archive at one too many."""
        self.member_count += 1
        if self.member_count > self.limits.max_member_count:
            reason = f"The archive has more than {self.limits.max_member_count:,} members"
            raise Refusal("too_many_members", reason, repair=BOMB_REPAIR.format(limit="max_member_count"))

    def add_bytes(self, count: int) -> None:
        """Count unpacked bytes; refuse the archive where they are too many, in all or for its size."""
        self.unpacked_bytes += count
        if self.unpacked_bytes > self.limits.max_archive_bytes:
            reason = f"The archive unpacks to more than {self.limits.max_archive_bytes:,} bytes"
            raise Refusal("archive_too_large", reason, repair=BOMB_REPAIR.format(limit="max_archive_bytes"))
        if self.unpacked_bytes > max(RATIO_FREE_BYTES, self.limits.max_ratio * self.packed_bytes):
            reason = f"The archive unpacks to more than {self.limits.max_ratio} times its size"
            raise Refusal("archive_ratio", reason, repair=BOMB_REPAIR.format(limit="max_ratio"))


@dataclass(slots=True, kw_only=True)
class Metered:
    """A stream of unpacked bytes that counts what is read from it."""

    stream: Readable
    budget: Budget

    def read(self, size: int, /) -> bytes:
        """Read up to `size` bytes."""
        content = self.stream.read(size)
        self.budget.add_bytes(len(content))
        return content
