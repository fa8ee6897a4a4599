"""Requests that fail: one sentence each, which says what to do and holds nothing of the credentials."""

from pathlib import Path

import pytest
from moto.core.responses import ActionAuthenticatorMixin

from tests.support.s3_server import KEY_ID, SECRET, Server, make_bucket
from warehouse.folder.errors import ConfigurationError, WarehouseError
from warehouse.remote import requests
from warehouse.remote.address import Address
from warehouse.remote.requests import Bucket, ConditionError, ObjectMissingError, each

NEWS = Address("news", "a ledger")


def said(error: BaseException) -> str:
    """What the user is told; the cause, which is printed with no traceback, must not be there to be printed."""
    assert error.__cause__ is None
    assert KEY_ID not in str(error)
    assert SECRET not in str(error)
    return str(error)


@pytest.mark.usefixtures("s3")
def test_objects_are_written_read_and_listed_below_the_prefix() -> None:
    make_bucket("news")
    bucket = Bucket(NEWS)
    e_tag = bucket.write("a b/c.txt", b"one", over=None)
    Bucket(Address("news", "a ledger 2")).write("other", b"", over=None)
    assert bucket.read("a b/c.txt") == (b"one", e_tag)
    assert [(each_one.key, each_one.e_tag, each_one.size) for each_one in bucket.list_all()] == [
        ("a b/c.txt", e_tag, 3)
    ]


@pytest.mark.usefixtures("s3")
def test_an_object_is_written_only_over_the_one_that_is_meant() -> None:
    make_bucket("news")
    bucket = Bucket(NEWS)
    first = bucket.write("key", b"one", over=None)
    with pytest.raises(ConditionError):
        bucket.write("key", b"two", over=None)
    second = bucket.write("key", b"two", over=first)
    with pytest.raises(ConditionError):
        bucket.write("key", b"three", over=first)
    assert (bucket.has_changed("key", e_tag=second), bucket.has_changed("key", e_tag=first)) == (False, True)
    assert bucket.has_changed("none", e_tag=first)


@pytest.mark.usefixtures("s3")
def test_a_missing_bucket_is_named() -> None:
    with pytest.raises(WarehouseError, match=r"has no bucket 'news'.*check --warehouse") as refused:
        Bucket(NEWS).read("key")
    said(refused.value)
    with pytest.raises(WarehouseError, match=r"has no bucket 'news'"):
        Bucket(NEWS).list_all()


@pytest.mark.usefixtures("s3")
def test_a_missing_object_is_told_apart() -> None:
    make_bucket("news")
    with pytest.raises(ObjectMissingError, match=r"s3://news/a ledger/key is missing"):
        Bucket(NEWS).read("key")


@pytest.mark.usefixtures("s3")
@pytest.mark.parametrize("name", ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
def test_missing_credentials_are_noticed_before_anything_is_asked(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.delenv(name)
    with pytest.raises(ConfigurationError, match=r"Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY") as refused:
        Bucket(NEWS)
    said(refused.value)


@pytest.mark.usefixtures("s3")
def test_credentials_that_the_server_does_not_know_are_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    make_bucket("news")
    monkeypatch.setattr("moto.settings.INITIAL_NO_AUTH_ACTION_COUNT", 0.0)
    monkeypatch.setattr(ActionAuthenticatorMixin, "request_count", 0)
    with pytest.raises(
        WarehouseError, match=r"refuses the credentials of the environment .InvalidAccessKeyId"
    ) as refused:
        Bucket(NEWS).read("key")
    assert "Check AWS_ACCESS_KEY_ID" in said(refused.value)


@pytest.mark.usefixtures("s3")
def test_a_server_that_is_down_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{KEY_ID}:{KEY_ID}@127.0.0.1:9")
    monkeypatch.setattr(requests, "RETRIES", 1)
    with pytest.raises(WarehouseError, match=r"http://127.0.0.1:9 cannot be reached. Check the network") as refused:
        Bucket(NEWS).read("key")
    said(refused.value)


ANSWERS = [
    ("403 Forbidden", f"<Error><Code>SignatureDoesNotMatch</Code><AWSAccessKeyId>{KEY_ID}</AWSAccessKeyId></Error>",
     "refuses the credentials of the environment (SignatureDoesNotMatch)"),
    ("403 Forbidden", f"<Error><Code>AccessDenied</Code><Message>{SECRET}</Message></Error>",
     "may not do this there (AccessDenied). They need the right to list, read, write and delete"),
    ("301 Moved Permanently", "<Error><Code>PermanentRedirect</Code></Error>", "Set AWS_REGION to its own"),
    ("507 Insufficient Storage", "", "answers status 507. Try again later"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "body", "words"), ANSWERS)
def test_what_the_server_refuses_is_said_by_its_code(
    s3: Server, monkeypatch: pytest.MonkeyPatch, status: str, body: str, words: str
) -> None:
    monkeypatch.setattr(requests, "RETRIES", 1)
    bucket = Bucket(NEWS)
    s3.answer = (status, body.encode())
    with pytest.raises(WarehouseError) as refused:
        bucket.write("key", b"content", over=None)
    assert words in said(refused.value)


def test_when_one_of_many_fails_no_other_is_begun() -> None:
    begun = []

    def fail(item: int) -> None:
        begun.append(item)
        raise WarehouseError(str(item))

    with pytest.raises(WarehouseError):
        each(fail, range(1000))
    assert len(begun) < 1000


@pytest.mark.usefixtures("s3")
def test_a_file_that_was_replaced_is_not_taken_for_the_published_one(tmp_path: Path) -> None:
    make_bucket("news")
    bucket = Bucket(NEWS)
    first = bucket.write("key", b"one", over=None)
    bucket.write("key", b"two", over=first)
    with pytest.raises(ObjectMissingError):
        bucket.download("key", tmp_path / "file", e_tag=first)
    assert list(tmp_path.iterdir()) == []
