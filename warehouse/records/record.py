"""What every record is: a frozen dataclass that is a row of a table, with a key hashed from its content.

Also what is no table itself: the stamp that landing adds to rows, and the raw file that articles are made from. Like
`warehouse.records.facts` this module imports nothing but the standard library.
"""

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self

KEY_BYTES = 10
"""Length of a key: 80 bits, so that among ten million rows a clash has a chance of less than one in ten billion."""


def content_key(*parts: object) -> str:
    """Hash the parts into a key of 20 hexadecimal digits: the same parts give the same key on any machine."""
    digest = hashlib.blake2b(digest_size=KEY_BYTES)
    for part in parts:
        digest.update(str(part).encode("utf-8", "surrogatepass") + b"\x1f")
    return digest.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of a table; subclasses name the table and, where it has one of its own, the key."""

    table: ClassVar[str]
    key_name: ClassVar[str] = ""
    key_parts: ClassVar[tuple[str, ...]] = ()

    @property
    def key(self) -> str:
        """The row's key, hashed from `key_parts`."""
        return content_key(self.table, *(getattr(self, part) for part in self.key_parts))

    def as_row(self) -> dict[str, object]:
        """Return the row as column names and values, its own key first."""
        values = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        return {self.key_name: self.key, **values} if self.key_name else values

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Self:
        """Return the record whose columns a row has, among others perhaps; the reverse of `as_row`."""
        return cls(**{field.name: row[field.name] for field in dataclasses.fields(cls)})


def article_key(*, source: str, content_sha256: str) -> str:
    """Key of the article that a file becomes: the same name and bytes give the same key on any machine."""
    return content_key("article", source, content_sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The two columns that landing adds to every row: what made it, and in which run."""

    extractor_version: Annotated[str, "Version of the format or extractor that made the row."]
    run_id: Annotated[str, "Run that landed the row."]


def stamped(record: Record, stamp: Stamp) -> dict[str, object]:
    """Return a record's row with the two columns that say where it comes from."""
    return {**record.as_row(), "extractor_version": stamp.extractor_version, "run_id": stamp.run_id}


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """A file, a member of an archive or an article's part of a file: what a shard is packed from, not a table.

    `container_path` is the path of the file that a part was cut from.
    """

    source: str
    source_path: str
    content_sha256: str
    content: bytes
    container_path: str | None = None
