"""Requests to a bucket, with failures in words that never repeat what the server or the library said.

An answer of S3 may hold the key's name and what was signed; of it, only the code is passed on. Credentials, region and
endpoint are taken from the environment alone, by the names that delta-rs and Polars, whose library this is, read too.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, NotModifiedError, PreconditionError
from obstore.store import S3Store

from warehouse.folder.errors import ConfigurationError, WarehouseError
from warehouse.remote.address import Address

Item = TypeVar("Item")
Result = TypeVar("Result")

CREDENTIALS = (
    "AWS_ACCESS_KEY_ID",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
)
"""One of these says where credentials are; without any, an hour could pass in asking a service that is not there."""

CONNECTIONS = 8
"""Requests under way at a time."""

CONNECT_SECONDS, RETRIES, RETRY_SECONDS = 5, 5, 60
"""How long a server is waited for and asked again before the user is told."""

CODE = re.compile(r"<Code>(\w+)</Code>")
STATUS = re.compile(r"status code: (\d{3})")

CREDENTIALS_REFUSED = frozenset({"InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken"})
OTHER_REGION = frozenset({"AuthorizationHeaderMalformed", "IllegalLocationConstraintException"})

REDIRECTED = "Received redirect without LOCATION"
"""What the library says of S3's answer for a bucket of another region, whose code it does not pass on."""


class ObjectMissingError(WarehouseError):
    """An object that should be in the bucket is not, or is another one now."""


class ConditionError(WarehouseError):
    """A write was refused since the object is there already, or has changed."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An object in the bucket: its key below the prefix, its tag, which changes with its content, and its bytes."""

    key: str
    e_tag: str
    size: int


class Bucket:
    """The objects below a prefix of a bucket."""

    def __init__(self, address: Address) -> None:
        """Open a bucket; nothing is asked of it yet. Raise `ConfigurationError` where the environment lacks a part."""
        self.address = address
        check_credentials(address)
        self._store = S3Store(
            address.bucket,
            prefix=address.prefix or None,
            client_options={
                "allow_http": endpoint_from_environment().startswith("http://"),
                "connect_timeout": timedelta(seconds=CONNECT_SECONDS),
            },
            retry_config={"max_retries": RETRIES, "retry_timeout": timedelta(seconds=RETRY_SECONDS)},
        )

    def read(self, key: str) -> tuple[bytes, str]:
        """Return an object's content and tag; raise `ObjectMissingError` where it is not there."""
        with failures_explained(self.address, key):
            answer = obstore.get(self._store, key)
            return bytes(answer.bytes()), str(answer.meta["e_tag"])

    def has_changed(self, key: str, *, e_tag: str) -> bool:
        """Tell whether an object has another tag than this, or is not there any more."""
        try:
            with failures_explained(self.address, key):
                obstore.get(self._store, key, options={"if_none_match": e_tag})
        except (NotModifiedError, ObjectMissingError) as error:
            return isinstance(error, ObjectMissingError)
        return True

    def download(self, key: str, path: Path, *, e_tag: str) -> None:
        """Write an object's content to a file, whole or not at all; raise `ObjectMissingError` for another tag."""
        temporary = path.with_name(f".{path.name}.part")
        with failures_explained(self.address, key):
            answer = obstore.get(self._store, key)
            if answer.meta["e_tag"] != e_tag:
                raise missing(self.address, key)
            path.parent.mkdir(parents=True, exist_ok=True)
            with temporary.open("wb") as stream:
                stream.writelines(answer.stream())
        temporary.replace(path)

    def write(self, key: str, content: bytes, *, over: str | None) -> str:
        """Write an object where the one there has the tag given, or where there is none; return the new tag.

        Raise `ConditionError` where that is not so.
        """
        with failures_explained(self.address, key):
            return str(obstore.put(self._store, key, content, mode={"e_tag": over} if over else "create")["e_tag"])

    def upload(self, path: Path, key: str, *, is_new: bool = False) -> str:
        """Write a file's content to an object; return its tag. Raise `ConditionError` where a new one is there."""
        with failures_explained(self.address, key):
            return str(obstore.put(self._store, key, path, mode="create" if is_new else "overwrite")["e_tag"])

    def copy(self, key: str, to: str) -> str:
        """Let the bucket copy an object; return the tag of the new one."""
        with failures_explained(self.address, key):
            obstore.copy(self._store, key, to)
            return str(obstore.head(self._store, to)["e_tag"])

    def delete(self, keys: Iterable[str]) -> None:
        """Delete objects; those that are gone already are no failure."""
        listed = list(keys)
        if listed:
            with failures_explained(self.address, listed[0]):
                obstore.delete(self._store, listed)

    def list_all(self) -> list[Listed]:
        """List all objects below the prefix."""
        with failures_explained(self.address, ""):
            found = obstore.list(self._store).collect()
        return [Listed(str(each["path"]), str(each["e_tag"]), int(each["size"])) for each in found]


def check_credentials(address: Address) -> None:
    """Raise `ConfigurationError` where the environment says nothing of credentials, or only half of it."""
    is_half = bool(os.environ.get("AWS_ACCESS_KEY_ID")) != bool(os.environ.get("AWS_SECRET_ACCESS_KEY"))
    if is_half or not any(os.environ.get(name) for name in CREDENTIALS):
        raise ConfigurationError(
            f"{address.url}: the environment holds no credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
            "and AWS_SESSION_TOKEN where they are temporary."
        )


def endpoint_from_environment() -> str:
    """Return the server's address where the user has set one; empty for Amazon's own."""
    return os.environ.get("AWS_ENDPOINT_URL") or os.environ.get("AWS_ENDPOINT") or ""


def endpoint_in_words() -> str:
    """Name the server, without a password that its address may hold."""
    parts = urlsplit(endpoint_from_environment())
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts.netloc else "Amazon S3"


@contextmanager
def failures_explained(address: Address, key: str) -> Iterator[None]:
    """Turn a failure of a request within the block into a `WarehouseError`; `NotModifiedError` passes."""
    try:
        yield
    except NotModifiedError:
        raise
    except (AlreadyExistsError, PreconditionError):
        raise ConditionError(f"{address.url}/{key} has been written by somebody else.") from None
    except FileNotFoundError as error:
        if "NoSuchBucket" not in str(error):
            raise missing(address, key) from None
        raise refusal(address, str(error)) from None
    except (BaseError, ValueError) as error:
        raise refusal(address, str(error)) from None
    except OSError as error:
        raise WarehouseError(
            f"{error.filename or address.url}: {error.strerror or 'cannot be read or written'}. {GO_ON}"
        ) from error


GO_ON = "What was published is as it was. Run the same command again: it goes on where this one ended."


def missing(address: Address, key: str) -> ObjectMissingError:
    """Build the error for an object that is not there, or not the one that was published."""
    return ObjectMissingError(
        f"{address.url}/{key} is missing or was replaced. Run the command again; if it stays so, "
        f"run `newsledger repair --warehouse {address.url}`."
    )


def refusal(address: Address, said: str) -> WarehouseError:
    """Build the error for a request that failed, of what is known of it: a code, a status, or neither."""
    code, status = CODE.search(said), STATUS.search(said)
    why = code.group(1) if code else f"status {status.group(1)}" if status else ""
    server = endpoint_in_words()
    if why == "NoSuchBucket":
        reason = f"{server} has no bucket {address.bucket!r}. Make it, or check --warehouse and AWS_ENDPOINT_URL"
    elif why in CREDENTIALS_REFUSED:
        reason = (
            f"{server} refuses the credentials of the environment ({why}). Check AWS_ACCESS_KEY_ID, "
            "AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN"
        )
    elif why in {"AccessDenied", "status 401", "status 403"}:
        reason = (
            f"the credentials of the environment may not do this there ({why}). They need the right to list, read, "
            "write and delete objects"
        )
    elif why in OTHER_REGION or REDIRECTED in said:
        reason = "the bucket lies in another region. Set AWS_REGION to its own"
    elif why:
        reason = f"{server} answers {why}. Try again later, or ask whoever runs it"
    else:
        reason = f"{server} cannot be reached. Check the network and AWS_ENDPOINT_URL"
    return WarehouseError(f"{address.url}: {reason}. {GO_ON}")


def each(work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """Do some work for each item, several at a time; return the results. When one fails, no other is begun."""
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        futures = [pool.submit(work, item) for item in items]
        try:
            return [future.result() for future in futures]
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
