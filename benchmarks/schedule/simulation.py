"""Runs the deployed flows hour by hour against a Prefect server of their own, in one process, and measures what stays.

The flows are those of `prefect.yaml`; only the clock is ours. Files arrive in two hours of three, one in ten of them no
news; every night is maintained, every seventh verified.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from flows.prefect_api.server import own_server

MEGABYTE = 1_000_000
PORT = 14_920
MOST_NEW_HANDLES = 10
MOST_MEMORY_GROWN = 0.15
MOST_LEFT_IN_WORK = 8
MOST_DATABASE_BYTES_A_RUN = 400_000
"""Bounds, against the first day: models, libraries and caches are loaded by then."""

ARTICLE = """Publication: Monitor Volume: 4 Issue: {issue}

Grain Terminal Loads Ship {number}.

The terminal loaded {number} tons of grain on Wednesday, the port's director, Anna Weber, said yesterday. It cost the
port ${number}.5 million, 12 percent more than a year before (Itar-Tass, October 21).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What there is after a simulated day: runs so far and those that ended well, memory, handles, files, bytes."""

    HEADING: ClassVar[str] = (
        "   day    runs   ended well   memory MB   handles   server MB   database MB   left in work"
    )

    number: int
    run_count: int
    completed_count: int
    memory_bytes: int
    handle_count: int
    server_bytes: int
    database_bytes: int
    left_in_work: int

    def as_line(self) -> str:
        """Return a line of the table."""
        return (
            f"{self.number:6} {self.run_count:7} {self.completed_count:12} {self.memory_bytes / MEGABYTE:11.0f} "
            f"{self.handle_count:9} {self.server_bytes / MEGABYTE:11.0f} {self.database_bytes / MEGABYTE:13.1f} "
            f"{self.left_in_work:14}"
        )


def simulate(folder: Path, *, hours: int, hours_a_day: int) -> Iterator[Day]:
    """Run the schedule and yield what there is after each day, and after the last hour."""
    warehouse, inbox = folder / "ledger", folder / "inbox"
    inbox.mkdir(parents=True)
    with own_server(warehouse, port=PORT) as url:
        os.environ["PREFECT_API_URL"] = url
        os.environ["PREFECT_LOGGING_LEVEL"] = "ERROR"
        from flows.operation.deployed import ingest_inbox, maintain, verify  # noqa: PLC0415 - after the settings

        server = server_process(PORT)
        runs = completed = 0
        for hour in range(1, hours + 1):
            if hour % 3:
                deliver(inbox, hour)
            states = [ingest_inbox(str(inbox), str(warehouse), settle_seconds=0, return_state=True)]
            is_night = hour % hours_a_day == 0
            if is_night:
                states.append(maintain(str(warehouse), retention_hours=1, return_state=True))
            if is_night and (hour // hours_a_day) % 7 == 0:
                states.append(verify(str(warehouse), return_state=True))
            runs += len(states)
            completed += sum(state.is_completed() for state in states)
            if is_night or hour == hours:
                yield measured(warehouse, hour=hour, hours_a_day=hours_a_day, runs=(runs, completed), server=server)


def deliver(inbox: Path, hour: int) -> None:
    """Put this hour's file into the inbox; every tenth is no news."""
    text = ARTICLE.format(issue=1 + hour % 250, number=hour) if hour % 10 else "Just a few words.\n"
    (inbox / f"{hour:05}.txt").write_text(text, encoding="utf-8")


def measured(warehouse: Path, *, hour: int, hours_a_day: int, runs: tuple[int, int], server: int) -> Day:
    """Measure this process, the server, and the warehouse's folder."""
    return Day(
        number=-(-hour // hours_a_day),
        run_count=runs[0],
        completed_count=runs[1],
        memory_bytes=memory_of(os.getpid()),
        handle_count=len(os.listdir("/proc/self/fd")),  # noqa: PTH208 - counted, not walked
        server_bytes=memory_of(server),
        database_bytes=sum(file.stat().st_size for file in (warehouse / "work" / "prefect").glob("prefect.db*")),
        left_in_work=len(list((warehouse / "work").iterdir())),
    )


def memory_of(process: int) -> int:
    """Return the memory that a process holds, in bytes."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def server_process(port: int) -> int:
    """Find the server among this process's children by its port."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        words = path.read_bytes().split(b"\0")
        if b"server" in words and str(port).encode() in words:
            return int(path.parent.name)
    raise LookupError(f"no process serves port {port}")


def broken_bounds(days: Sequence[Day], *, hours: int) -> list[str]:
    """Say which bounds the days have broken, a line each."""
    first, last = days[0], days[-1]
    found = []
    if last.completed_count != last.run_count or last.run_count < hours:
        found.append(f"{last.run_count - last.completed_count} of {last.run_count} runs did not end well.")
    if last.handle_count - first.handle_count > MOST_NEW_HANDLES:
        found.append(f"Handles grew from {first.handle_count} to {last.handle_count}.")
    for name, before, after in (
        ("This process", first.memory_bytes, last.memory_bytes),
        ("The server", first.server_bytes, last.server_bytes),
    ):
        if after > before * (1 + MOST_MEMORY_GROWN):
            found.append(f"{name} grew from {before / MEGABYTE:.0f} to {after / MEGABYTE:.0f} MB.")
    if last.left_in_work > MOST_LEFT_IN_WORK:
        found.append(f"{last.left_in_work} things are left in work.")
    if last.database_bytes > 10 * MEGABYTE + MOST_DATABASE_BYTES_A_RUN * last.run_count:
        found.append(f"Prefect's database has {last.database_bytes / MEGABYTE:.1f} MB.")
    return found
