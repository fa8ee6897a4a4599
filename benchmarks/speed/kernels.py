"""The two kernels that may multiply the model's matrices, in turns: what extracting takes, and if its facts differ."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import zip_longest
from typing import get_args

from benchmarks.engines.processes import processor_seconds
from benchmarks.speed.commands import NEWSLEDGER
from tasks.extractors.model.products import VARIABLE, Kernel


def main(texts: Sequence[str], *, rounds: int) -> None:
    """Extract from the articles with each kernel in turns; write the seconds, and how many articles' facts differ."""
    lines = "".join(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(texts))
    found: dict[str, list[str]] = {}
    for _ in range(rounds):
        for kernel in get_args(Kernel):
            before = processor_seconds()
            found[kernel] = extracted(lines, kernel=kernel)
            sys.stdout.write(f"{kernel:6} {processor_seconds() - before:.1f} processor seconds\n")
            sys.stdout.flush()
    differing = sum(one != other for one, other in zip_longest(*found.values()))
    sys.stdout.write(f"{differing} of {len(texts):,} articles have other facts\n")


def extracted(lines: str, *, kernel: str) -> list[str]:
    """Return what `newsledger extract` writes, a line an article; raise `CalledProcessError` where it fails."""
    environment = {**os.environ, VARIABLE: kernel, "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", NEWSLEDGER, "extract"]
    done = subprocess.run(command, input=lines, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    return done.stdout.splitlines()
