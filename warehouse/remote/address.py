"""Where a warehouse lies: a folder of this machine, or `s3://bucket/prefix`; quick to import."""

import re
from dataclasses import dataclass

from warehouse.folder.errors import ConfigurationError
from warehouse.folder.preparation import UNUSABLE

SCHEME = "s3://"

BUCKET = re.compile(r"[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]")
"""Names of buckets by Amazon's rules, which other servers share: https://docs.aws.amazon.com/AmazonS3/latest/userguide/
bucketnamingrules.html; `_` is of some older ones."""


@dataclass(frozen=True, slots=True)
class Address:
    """A bucket, and the prefix of a warehouse's objects in it: no slash at either end, empty for the whole bucket."""

    bucket: str
    prefix: str

    @property
    def url(self) -> str:
        """The address as it is written."""
        return f"{SCHEME}{self.bucket}/{self.prefix}".rstrip("/")


def is_remote(warehouse: str) -> bool:
    """Tell whether a warehouse is named by a URL rather than by a folder."""
    return "://" in warehouse


def read_address(warehouse: str) -> Address:
    """Read `s3://bucket/prefix`, with or without slashes at its end; raise `ConfigurationError` for all else."""
    scheme, _, rest = warehouse.partition("://")
    if scheme.lower() != "s3":
        raise ConfigurationError(f"{warehouse}: a warehouse lies in a folder or at s3://BUCKET/PREFIX.")
    bucket, _, prefix = rest.partition("/")
    if not BUCKET.fullmatch(bucket):
        raise ConfigurationError(f"{warehouse}: {bucket!r} cannot be the name of a bucket. Write s3://BUCKET/PREFIX.")
    prefix = prefix.strip("/")
    unusable = UNUSABLE.search(prefix)
    if unusable or any(part in {"", ".", ".."} for part in prefix.split("/") if prefix):
        what = repr(unusable.group()) if unusable else "an empty part, or a part of dots alone,"
        raise ConfigurationError(f"{warehouse}: a prefix with {what} in it cannot hold a warehouse. Choose another.")
    return Address(bucket, prefix)
