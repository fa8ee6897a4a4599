"""`newsledger unlock`: a warehouse in a bucket whose lock a run has left behind that is gone."""

from rich.console import Console

from flows.terminal import explained
from warehouse.remote.address import is_remote, read_address
from warehouse.remote.lock import give_up
from warehouse.remote.requests import Bucket


def run_unlock(*, warehouse: str) -> int:
    """Take the lock from whoever holds it, and say who that was; return the exit code."""
    return explained(lambda: tell(unlocked(warehouse)))


def unlocked(warehouse: str) -> str | None:
    """Give the lock up; return the holder in words. That of a folder is the operating system's, and never stays."""
    return give_up(Bucket(read_address(warehouse))) if is_remote(warehouse) else None


def tell(holder: str | None) -> None:
    """Say whose lock it was."""
    said = f"The lock of {holder} is given up." if holder else "There is no lock that a run has left behind."
    Console(highlight=False, markup=False, soft_wrap=True).print(said)
