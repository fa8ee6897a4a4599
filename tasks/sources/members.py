"""The members of zip and tar archives, as Python's readers give them: name, size, what is wrong, and how to read."""

import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import IO, Self, cast

from tasks.sources.budget import Budget, Metered
from tasks.sources.names import ARCHIVE_SUFFIXES, is_unsafe_member
from tasks.sources.refusal import Refusal

ENCRYPTED = 0x1
"""First bit of a member's flags in a zip (PKWARE APPNOTE, 4.4.4)."""

MAXIMUM_TAR_HEADER = 1_000_000
"""Bytes of an extended header; tarfile reads it into memory whole, whatever size it claims."""


DRAIN_BYTES = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file in an archive. `problem` says why it is refused; `read` returns up to so many of its bytes."""

    name: str
    byte_count: int
    problem: Refusal | None
    read: Callable[[int], bytes]


class StrictTarInfo(tarfile.TarInfo):
    """A member's header that does not let a damaged one pass for the archive's end, as tarfile does."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """Read a header; an extended one that claims a large size is refused before it is read."""
        try:
            info = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if not buf.strip(b"\0"):
                raise
            raise tarfile.ReadError(str(error)) from error
        extended = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE)
        if info.type in (*extended, tarfile.SOLARIS_XHDTYPE) and info.size > MAXIMUM_TAR_HEADER:
            raise tarfile.ReadError(f"an extended header of {info.size} bytes")
        return info


def zip_members(file: IO[bytes], budget: Budget) -> Iterator[Member]:
    """Yield the members of a zip but for its folders."""
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                read = partial(read_zip_member, archive, info, budget)
                name = info.orig_filename
                yield Member(name=name, byte_count=info.file_size, problem=zip_problem(info), read=read)


def zip_problem(info: zipfile.ZipInfo) -> Refusal | None:
    """Say why a member of a zip is refused, if it is."""
    if info.flag_bits & ENCRYPTED:
        return Refusal("encrypted_member", "The member is encrypted", repair="Unpack it with its password.")
    if stat.S_ISLNK(info.external_attr >> 16):
        return link_problem()
    return name_problem(info.orig_filename)


def read_zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, size: int) -> bytes:
    """Return up to `size` bytes of a member of a zip."""
    with archive.open(info) as stream:
        return Metered(stream=stream, budget=budget).read(size)


def tar_members(stream: Metered) -> Iterator[Member]:
    """Yield the members of a tar but for its folders; each must be read before the next is asked for."""
    with tarfile.open(fileobj=cast("IO[bytes]", stream), mode="r|", tarinfo=StrictTarInfo) as archive:
        for info in archive:
            if not info.isdir():
                read = partial(read_tar_member, archive, info)
                yield Member(name=info.name, byte_count=info.size, problem=tar_problem(info), read=read)
    while stream.read(DRAIN_BYTES):
        pass  # what packs the tar proves its checksum only at its very end


def tar_problem(info: tarfile.TarInfo) -> Refusal | None:
    """Say why a member of a tar is refused, if it is."""
    if info.issym() or info.islnk():
        return link_problem()
    if not info.isreg():
        return Refusal("not_a_regular_file", "The member is a device or a pipe", repair="Leave it out.")
    return name_problem(info.name)


def read_tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, size: int) -> bytes:
    """Return up to `size` bytes of a regular member of a tar."""
    stream = archive.extractfile(info)
    return stream.read(size) if stream else b""


def link_problem() -> Refusal:
    """Make the refusal of a link within an archive."""
    return Refusal("link_member", "The member is a link, not a file", repair="Pack the file itself.")


def name_problem(name: str) -> Refusal | None:
    """Say why a member's name is refused, if it is: it leads out of the archive, or is an archive's."""
    if is_unsafe_member(name):
        reason = "The member's name leads out of the archive"
        return Refusal("unsafe_member_name", reason, repair="Pack it again under a name below the archive's folder.")
    if name.lower().endswith(ARCHIVE_SUFFIXES):
        return Refusal("nested_archive", "The member is an archive itself", repair="Unpack it, and ingest that.")
    return None
