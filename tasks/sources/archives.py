"""Reads what is packed, in one pass: nothing is written to disk, and nothing unpacks without bound."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from tasks.sources.budget import BOMB_REPAIR, Budget, Metered, Readable
from tasks.sources.limits import Limits
from tasks.sources.locations import Location, raw_file, rejection, skipped
from tasks.sources.members import Member, tar_members, zip_members
from tasks.sources.names import PACKED_SUFFIXES, ZIP_SUFFIXES, is_hidden_member, is_unsafe_member, member_name
from tasks.sources.parts import HEAD_BYTES, Peeked, Rules, read_parts
from tasks.sources.reading import TOO_LARGE, changed_refusal, open_regular, read_whole, state_of, too_large
from tasks.sources.refusal import Refusal
from warehouse.records import RawFile, Rejection

DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What Python's readers raise on archives that are damaged, or packed in a way that they do not know."""


def read_file(location: Location, rules: Rules) -> Iterator[RawFile | Rejection]:
    """Yield a file, or the articles that it holds; one that is larger than any article is cut while it is read."""
    is_packed = location.path.lower().endswith(PACKED_SUFFIXES)
    try:
        content = (read_packed if is_packed else read_whole)(location, rules.limits)
    except Refusal as refusal:
        if refusal.rule != TOO_LARGE:
            raise
        yield from read_large(location, rules, refusal)
    else:
        yield from whole_or_parts(location, content, rules)


def whole_or_parts(location: Location, content: bytes, rules: Rules) -> Iterator[RawFile | Rejection]:
    """Yield a file that was read whole, or its articles."""
    whole = raw_file(location, content)
    cut = None if rules.is_held(whole) else rules.cutter(content[:HEAD_BYTES])
    parts = cut(io.BytesIO(content), rules.limits.max_file_bytes) if cut else None
    if parts is None:
        yield whole
    else:
        yield from read_parts(location, parts)


def read_large(location: Location, rules: Rules, refusal: Refusal) -> Iterator[RawFile | Rejection]:
    """Yield the articles of a file that is too large to be one, in one pass; raise the refusal where it is none."""
    with open_regular(location.path) as file:
        before = state_of(file)
        stream = unpacked(location, file)
        if stream is not file:
            stream = Metered(stream=stream, budget=Budget(limits=rules.limits, packed_bytes=before[0]))
        head = stream.read(HEAD_BYTES)
        cut = rules.cutter(head)
        parts = cut(Peeked(head=head, stream=stream), rules.limits.max_file_bytes) if cut else None
        if parts is None:
            raise refusal
        try:
            yield from read_parts(location, parts)
        except (*DAMAGE, OSError) as error:
            raise unpacking_refusal(error) from error
        if state_of(file) != before:
            raise changed_refusal("The file changed while it was read, so that its last articles are missing")


def read_packed(location: Location, limits: Limits) -> bytes:
    """Return the bytes of a single packed file, such as `article.txt.gz`."""
    with open_regular(location.path) as file:
        before = state_of(file)
        try:
            content = unpacked(location, file).read(limits.max_file_bytes + 1)
        except (*DAMAGE, OSError) as error:
            raise unpacking_refusal(error) from error
        if state_of(file) != before:
            raise changed_refusal("The file changed while it was read")
    if len(content) > limits.max_file_bytes:
        reason = f"The file unpacks to more than the {limits.max_file_bytes:,} bytes allowed"
        raise Refusal(TOO_LARGE, reason, repair=BOMB_REPAIR.format(limit="max_file_bytes"))
    return content


def read_archive(location: Location, rules: Rules) -> Iterator[RawFile | Rejection]:
    """Yield the members of an archive; raise `Refusal` where the archive itself cannot be read, or not to its end."""
    with open_regular(location.path) as file:
        before = state_of(file)
        budget = Budget(limits=rules.limits, packed_bytes=before[0])
        members = archive_members(location, file, budget)
        names: set[str] = set()
        while member := next_member(members):
            budget.add_member()
            yield from read_member(member, location, budget=budget, names=names, rules=rules)
        if state_of(file) != before:
            raise changed_refusal("The archive changed while it was read, so that its last members are missing")
    if not budget.member_count:
        raise Refusal("empty_archive", "The archive holds no file", repair="Leave it out.")


def archive_members(location: Location, file: BinaryIO, budget: Budget) -> Iterator[Member]:
    """Open an archive by the end of its name."""
    if location.path.lower().endswith(ZIP_SUFFIXES):
        return zip_members(file, budget)
    return tar_members(Metered(stream=unpacked(location, file), budget=budget))


def unpacked(location: Location, file: BinaryIO) -> Readable:
    """Return the stream that a file packs, by the end of its name; the file itself where it is not packed."""
    match location.path.lower().rpartition(".")[2]:
        case "gz" | "tgz":
            return gzip.GzipFile(fileobj=file)
        case "bz2" | "tbz2":
            return bz2.BZ2File(file)
        case "xz" | "txz":
            return lzma.LZMAFile(file)
    return file


def next_member(members: Iterator[Member]) -> Member | None:
    """Return the next member, None at the end; a damaged archive is refused there."""
    try:
        return next(members, None)
    except (*DAMAGE, OSError) as error:
        raise unpacking_refusal(error) from error


def read_member(
    member: Member, archive: Location, *, budget: Budget, names: set[str], rules: Rules
) -> Iterator[RawFile | Rejection]:
    """Yield a member as a file, or why it is none; a hidden one is skipped."""
    name = member_name(member.name)
    location = archive.member(name)
    if is_hidden_member(name) and not is_unsafe_member(name):
        rules.on_skip(skipped(location))
        return
    problem = member.problem or member_problem(member, name, budget=budget, names=names)
    names.add(name)
    if problem:
        yield rejection(location, problem)
        return
    try:
        content = member.read(budget.limits.max_file_bytes + 1)
    except (*DAMAGE, OSError) as error:
        yield rejection(location, unpacking_refusal(error))
        return
    try:
        yield from whole_or_parts(location, content, rules)
    except Refusal as refusal:
        yield rejection(location, refusal)


def member_problem(member: Member, name: str, *, budget: Budget, names: set[str]) -> Refusal | None:
    """Say what the limits, or the members before it, have against a member."""
    if name in names:
        reason = "Another member of the archive has the same name"
        return Refusal("duplicate_member_name", reason, repair="Pack it again under a name of its own.")
    if member.byte_count > budget.limits.max_file_bytes:
        return too_large(member.byte_count, budget.limits)
    return None


def unpacking_refusal(error: Exception) -> Refusal:
    """Say why an archive or a packed file cannot be unpacked; a fault of the disk is not the archive's."""
    if isinstance(error, OSError) and error.errno is not None:
        raise error
    if isinstance(error, EOFError):
        return Refusal("truncated_archive", "The packed data ends too early", repair="Get a complete copy of it.")
    if isinstance(error, NotImplementedError):
        return Refusal("unknown_packing", f"It is packed in an unknown way ({error})", repair="Unpack it yourself.")
    return Refusal("damaged_archive", f"The packed data is damaged ({error})", repair="Get an undamaged copy of it.")
