"""The benchmark of speed: what is told of measurements that are made up."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.engines.processes import COMMAND, Usage, purposes
from benchmarks.speed.archives import write_real
from benchmarks.speed.commands import Cost
from benchmarks.speed.comparison import NOW, Measurement
from benchmarks.speed.plot import plot
from benchmarks.speed.stages import timed
from benchmarks.speed.tables import commands_table, lines_of, stages_table


def measurement(checkout: str, command: str, *, articles: int, cpu: float, extract: float = 0) -> Measurement:
    stages = {"extract": (extract, 2 * extract), "prune": (0.001, 0.001)} if extract else {}
    cost = Cost(
        command=command,
        cpu_seconds=cpu,
        wall_seconds=2 * cpu,
        megabytes={"itself": 500.0, "a worker": 400.0},
        stages=stages,
    )
    return Measurement(checkout=checkout, articles=articles, words=400 * articles, cost=cost)


FOUND = [
    measurement(NOW, "bare model", articles=100, cpu=5),
    measurement(NOW, "ingest", articles=100, cpu=20, extract=10),
    measurement(NOW, "ingest", articles=100, cpu=25, extract=12),
    measurement("abc", "ingest", articles=100, cpu=30, extract=15),
    measurement(NOW, "ingest", articles=1000, cpu=100, extract=80),
]


def test_the_round_of_least_processor_time_is_told_and_compared() -> None:
    assert commands_table(FOUND, against="abc")[2:] == [
        "| 100 | bare model | 5.0 | 20.0 | 8,000 | 10.0 | 500, a worker 400 | 1.00 |  |  |",
        "| 100 | ingest | 20.0 | 5.0 | 2,000 | 40.0 | 500, a worker 400 | 4.00 | 1.50 | 1.50 |",
        "| 1,000 | ingest | 100.0 | 10.0 | 4,000 | 200.0 | 500, a worker 400 |  |  |  |",
    ]


def test_stages_are_told_with_their_share_but_those_that_take_nothing() -> None:
    assert stages_table(FOUND, against="abc")[2:] == [
        "| 100 | extract | 10.00 | 50.0% | 10 | 4,000 | 5 | 15.00 |",
        "| 1,000 | extract | 80.00 | 80.0% | 12 | 5,000 | 6 |  |",
    ]


def test_real_articles_are_drawn_evenly_and_written_out(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl.gz"
    with gzip.open(texts, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": f"Article {number}."}) + "\n" for number in range(10))
    write_real(texts, tmp_path / "archive", 3)
    written = sorted((tmp_path / "archive").iterdir())
    assert [path.read_text(encoding="utf-8") for path in written] == ["Article 0.", "Article 3.", "Article 6."]


def test_the_plot_has_a_point_for_each_size_of_each_command() -> None:
    lines = lines_of(FOUND)
    assert lines == {
        "bare model": [(100, 50.0)],
        "ingest": [(100, 200.0), (1000, 100.0)],
        "ingest, abc": [(100, 300.0)],
    }
    svg = ElementTree.fromstring(plot(lines))
    assert len([shape for shape in svg if shape.tag.endswith("circle")]) == 4
    texts = {shape.text for shape in svg if shape.tag.endswith("text")}
    assert {"100", "1,000", "ingest", "ingest, abc", "bare model"} <= texts


def test_timed_adds_what_a_function_takes_and_raises_what_it_raises() -> None:
    spent = [0.0, 0.0]
    assert timed(sum, spent)([1, 2]) == 3
    with pytest.raises(TypeError):
        timed(sum, spent)(5)
    assert min(spent) > 0


def test_a_command_counts_the_memory_of_what_it_starts_by_what_that_is_for() -> None:
    usage = Usage()
    started = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)', 'x'])"
    with subprocess.Popen([sys.executable, "-c", started]) as command:
        while len(dict(purposes(command.pid, COMMAND))) < 2:
            time.sleep(0.01)
        usage.look_at(command.pid)
        for process_id, purpose in [*purposes(command.pid, COMMAND)][::-1]:
            assert purpose == COMMAND
            os.kill(process_id, signal.SIGKILL)
    assert usage.megabytes[COMMAND] > 1
    assert usage.worker_seconds == {}
