"""One writer at a time, on whatever machine."""

import pytest

from tests.support.s3_server import Server, make_bucket
from warehouse.folder.errors import WarehouseError
from warehouse.remote.address import Address
from warehouse.remote.lock import LOCK, give_up, held, read_holder, take
from warehouse.remote.requests import Bucket


@pytest.fixture
def bucket(s3: Server) -> Bucket:
    assert s3.requests == []
    make_bucket("news")
    return Bucket(Address("news", "ledger"))


def test_the_second_of_two_writers_is_told_who_the_first_is(bucket: Bucket) -> None:
    with held(bucket, copy_id="one"):
        with pytest.raises(
            WarehouseError, match=r"s3://news/ledger is being written by process \d+ on .* since .* UTC"
        ):
            take(bucket, copy_id="other")
        holder = read_holder(bucket)
        assert holder
        assert holder[0].copy_id == "one"
    assert read_holder(bucket) is None
    take(bucket, copy_id="other")


def test_a_run_takes_over_what_an_earlier_one_of_its_copy_left(bucket: Bucket) -> None:
    take(bucket, copy_id="one")
    take(bucket, copy_id="one")
    with pytest.raises(WarehouseError, match=r"newsledger unlock --warehouse s3://news/ledger"):
        take(bucket, copy_id="other")


def test_a_lock_is_given_up_by_command(bucket: Bucket) -> None:
    take(bucket, copy_id="one")
    assert "process" in (give_up(bucket) or "")
    assert give_up(bucket) is None
    take(bucket, copy_id="other")


def test_a_lock_that_is_none_is_named(bucket: Bucket) -> None:
    bucket.write(LOCK, b"?", over=None)
    with pytest.raises(WarehouseError, match=r"lock.json is no lock of Newsledger's"):
        take(bucket, copy_id="one")


def test_a_server_that_ignores_conditions_is_refused(bucket: Bucket, s3: Server) -> None:
    s3.ignored = ("HTTP_IF_NONE_MATCH",)
    with pytest.raises(WarehouseError, match=r"the server ignores `If-None-Match`"):
        take(bucket, copy_id="one")
