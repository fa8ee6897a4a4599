"""A command on a warehouse in a bucket: the command itself knows folders alone."""

from collections.abc import Callable
from pathlib import Path

from flows.terminal import DONE, FAILED, complain, explained, named
from warehouse.remote.working_copy import Access, at_hand


def run_at(warehouse: str, access: Access, command: Callable[[Path], int]) -> int:
    """Run a command in the copy of a warehouse, publish unless it failed; return its exit code, or 1."""
    codes: list[int] = []

    def run() -> None:
        with at_hand(warehouse, access) as opened, named(opened.folder, opened.name):
            if opened.remark:
                complain(opened.remark)
            codes.append(command(opened.folder))
            opened.is_withheld = codes == [FAILED]

    return codes[0] if explained(run) == DONE else FAILED
