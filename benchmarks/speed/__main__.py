"""What the commands cost on generated articles: `python -m benchmarks.speed [--against REV] [--only extract]`.

Each command runs in a process of its own, this checkout and an earlier revision of it in turns (A B A B); the least of
the rounds counts. With `--rules` only the extractors that need no model are timed, and hostile texts.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed import rules
from benchmarks.speed.commands import COMMANDS
from benchmarks.speed.comparison import HERE, NOW, Measurement, checked_out, measured


def main() -> None:
    """Measure, print a table, and write the measurements where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[100], help="sizes of the generated archive")
    parser.add_argument("--against", metavar="REV", help="an earlier revision of this repository")
    parser.add_argument("--only", nargs="+", choices=COMMANDS, default=COMMANDS, help="verify needs ingest")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--json", type=Path, help="a file for all measurements")
    parser.add_argument("--rules", action="store_true", help="only the extractors that need no model")
    options = parser.parse_args()
    if options.rules:
        rules.main()
        return
    with ExitStack() as stack:
        checkouts = {NOW: HERE}
        if options.against:
            folder = Path(stack.enter_context(TemporaryDirectory())) / "earlier"
            checkouts[options.against] = stack.enter_context(checked_out(options.against, folder=folder))
        found = list(measured(checkouts, sizes=options.articles, rounds=options.rounds, only=options.only))
    if options.json:
        options.json.write_text(json.dumps([each.as_row() for each in found], indent=1), encoding="utf-8")
    sys.stdout.write("".join(line + "\n" for line in table(found, against=options.against)))


def table(found: Sequence[Measurement], *, against: str | None) -> list[str]:
    """Write a line for each size and command, of the round that took least processor time."""
    lines = [
        "| articles | command | CPU s | words per CPU s | wall s | MB | times as fast |",
        "|---|---|---|---|---|---|---|",
    ]
    for size in sorted({each.articles for each in found}):
        for command in COMMANDS:
            now, earlier = (least(found, size=size, command=command, checkout=name) for name in (NOW, against))
            if now is None:
                continue
            cpu = now.cost.cpu_seconds
            faster = f"{earlier.cost.cpu_seconds / cpu:.2f}" if earlier else ""
            lines.append(
                f"| {size:,} | {command} | {cpu:.1f} | {now.words / cpu:,.0f} | {now.cost.wall_seconds:.1f} "
                f"| {now.cost.peak_megabytes:.0f} | {faster} |"
            )
    return lines


def least(found: Sequence[Measurement], *, size: int, command: str, checkout: str | None) -> Measurement | None:
    """Return the measurement of least processor time; None where there is none."""
    those = [each for each in found if (each.articles, each.cost.command, each.checkout) == (size, command, checkout)]
    return min(those, key=lambda each: each.cost.cpu_seconds, default=None)


if __name__ == "__main__":
    main()
