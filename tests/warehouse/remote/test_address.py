"""Where a warehouse lies."""

import pytest

from warehouse.folder.errors import ConfigurationError
from warehouse.remote.address import Address, is_remote, read_address

READ = [
    ("s3://news", Address("news", "")),
    ("s3://news/", Address("news", "")),
    ("s3://news/ledger", Address("news", "ledger")),
    ("s3://news/ledger///", Address("news", "ledger")),
    ("S3://news.archive-1/my ledger/Ünder", Address("news.archive-1", "my ledger/Ünder")),
]

REFUSED = [
    ("gs://news/ledger", "s3://BUCKET/PREFIX"),
    ("s3:///ledger", "name of a bucket"),
    ("s3://News/ledger", "name of a bucket"),
    ("s3://news/a//b", "an empty part"),
    ("s3://news/../b", "part of dots"),
    ("s3://news/a?b", "'?'"),
    ("s3://news/a%20b", "'%20'"),
]


@pytest.mark.parametrize(("written", "address"), READ)
def test_an_address_is_read(written: str, address: Address) -> None:
    assert read_address(written) == address


def test_an_address_is_written_without_a_slash_at_its_end() -> None:
    assert [address.url for _, address in READ[1:4]] == ["s3://news", "s3://news/ledger", "s3://news/ledger"]


@pytest.mark.parametrize(("written", "reason"), REFUSED)
def test_an_address_that_cannot_serve_is_refused(written: str, reason: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        read_address(written)
    assert reason in str(refused.value)


def test_a_folder_is_no_url() -> None:
    assert not is_remote("s3/ledger")
    assert is_remote("gs://news")
