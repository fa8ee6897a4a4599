"""What the processes of a command use, as long as they are there to be looked at: processor time and memory."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

WORKER, PREFECT, COMMAND = "a worker", "Prefect", "itself"
"""What a process is for: it is a worker or the server that forks these, Prefect's API, or the command's own."""

OF_COMMAND_LINE = {"multiprocessing.forkserver": WORKER, "prefect.server": PREFECT}
"""By what a process that the command has started is known, with all those that it starts itself."""


@dataclass(slots=True)
class Usage:
    """What has been used up to the last look: of workers, for whom nobody waits, the seconds; by purpose the memory.

    Memory is the most that one process had; what workers share with each other counts for each of them.
    """

    worker_seconds: dict[int, float] = field(default_factory=dict)
    megabytes: dict[str, float] = field(default_factory=dict)

    def look_at(self, command: int) -> None:
        """Look at a command and all that it has started."""
        for process_id, purpose in purposes(command, COMMAND):
            with suppress(FileNotFoundError, ProcessLookupError):
                self.megabytes[purpose] = max(self.megabytes.get(purpose, 0.0), most_megabytes(process_id))
                if purpose == WORKER:
                    self.worker_seconds[process_id] = seconds(process_id)


def purposes(process_id: int, purpose: str) -> Iterator[tuple[int, str]]:
    """Yield a process and all below it, each with what it is for."""
    yield process_id, purpose
    for child in children(process_id):
        with suppress(FileNotFoundError, ProcessLookupError):
            line = Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8")
            known = next((what for part, what in OF_COMMAND_LINE.items() if part in line), purpose)
            yield from purposes(child, known)


def children(process_id: int) -> list[int]:
    """Return the children of a process."""
    try:
        listed = [path.read_text() for path in Path(f"/proc/{process_id}/task").glob("*/children")]
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [int(child) for line in listed for child in line.split()]


def seconds(process_id: int) -> float:
    """Return the seconds of the processor that a process has used."""
    values = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(values[11]) + int(values[12])) / os.sysconf("SC_CLK_TCK")


def most_megabytes(process_id: int) -> float:
    """Return the most memory that a process has had; none where it has ended and only waits to be waited for."""
    lines = Path(f"/proc/{process_id}/status").read_text(encoding="utf-8").splitlines()
    stated = next((line.split()[1] for line in lines if line.startswith("VmHWM:")), "0")
    return int(stated) / 1024


def processor_seconds() -> float:
    """Return the processor's seconds of all children that have ended, and theirs."""
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
